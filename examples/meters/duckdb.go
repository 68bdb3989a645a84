package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/words"
)

// withoutDuckDB is the program that leaves DuckDB out.
const withoutDuckDB = "none"

// duckDB is examples/duckdb, which is a module of its own, as a program beside this one.
type duckDB struct {
	program string
	version string
	ways    map[string][2]*way // by what it reads, with one thread and with two
}

// findDuckDB is the program that is named or, where none is, built of the folder beside this.
func findDuckDB(ctx context.Context, program, dir string) (*duckDB, error) {
	if program == withoutDuckDB {
		return nil, spoken.New("-duckdb none", "-duckdb none")
	}
	if program == "" {
		source := ""
		for _, folder := range []string{"../duckdb", "examples/duckdb"} {
			if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
				source = folder
			}
		}
		if source == "" {
			return nil, spoken.New("its module, examples/duckdb, is not beside this program", "모듈 examples/duckdb가 이 프로그램 곁에 없습니다")
		}
		program = filepath.Join(dir, "duckdb.exe")
		build := exec.CommandContext(ctx, "go", "build", "-o", program, ".")
		build.Dir = source
		if out, err := build.CombinedOutput(); err != nil {
			return nil, spoken.New("%s is not built: %v %s", "%s 빌드 실패: %v %s", source, err, bytes.TrimSpace(out))
		}
	}
	d := &duckDB{program: program, ways: map[string][2]*way{}}
	for _, from := range []string{"memory", "csv", "parquet"} {
		d.ways[from] = [2]*way{{workers: 1}, {workers: 2}}
	}
	return d, nil
}

// time has DuckDB add up the file with each number of threads: as it is, as Parquet, and as a
// table in memory. It takes the time itself, without what it needs to start, and the shorter
// of two, as its process begins cold. Its table must be that of the sums, to the byte.
func (d *duckDB) time(ctx context.Context, path string, want ledger.Partial) error {
	var table bytes.Buffer
	if err := writeTable(&table, want); err != nil {
		return err
	}
	for i := range 2 {
		cmd := exec.CommandContext(ctx, d.program, "-times", "2", "-threads", strconv.Itoa(i+1), path)
		var out, said bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &said
		if err := cmd.Run(); err != nil {
			return spoken.New("%v %s", "%v %s", err, bytes.TrimSpace(said.Bytes()))
		}
		if !bytes.Equal(out.Bytes(), table.Bytes()) {
			return spoken.New("its table is not that of the sums", "표가 합계와 다릅니다")
		}
		if err := d.told(i, said.String()); err != nil {
			return err
		}
	}
	return nil
}

// told takes the lines that examples/duckdb writes: its version, and the times.
func (d *duckDB) told(threads int, said string) error {
	least := map[string]time.Duration{}
	for line := range strings.Lines(said) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "version" {
			d.version = value
		} else if ns, err := strconv.ParseInt(value, 10, 64); err == nil && ns > 0 && (least[name] == 0 || time.Duration(ns) < least[name]) {
			least[name] = time.Duration(ns)
		}
	}
	for name, ways := range d.ways {
		if d.version == "" || least[name] == 0 {
			return spoken.New("it tells no version or no times: %q", "버전이나 시간을 알리지 않습니다: %q", said)
		}
		ways[threads].took = append(ways[threads].took, least[name])
	}
	return nil
}

// of are the ways of what is read, if there are any.
func (d *duckDB) of(from string, rows int, name words.Term) []*way {
	if d == nil {
		return nil
	}
	ways := d.ways[from]
	for _, w := range ways {
		w.name, w.rows = name, rows
	}
	return ways[:]
}
