package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMain is the program itself where a test has it run as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("DUCKDB_TEST") != "" {
		main()
	}
	os.Exit(m.Run())
}

const header = "place,year,category,gas,fuel,mass,unit\n"

// file is one of a folder that goes with the test.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// ran is what a run says.
func ran(args ...string) (out, said string, status int) {
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), args, &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

// table is what DuckDB makes of a file.
func table(t *testing.T, args ...string) string {
	t.Helper()
	out, said, status := ran(args...)
	require.Zero(t, status, said)
	return out
}

// meters is what examples/meters says.
func meters(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "-C", "../meters", "."}, args...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	require.NoError(t, err, said.String())
	return string(out)
}

// sumsOfFile are those that the ledger makes, in their binary form.
func sumsOfFile(t *testing.T, text string) []byte {
	t.Helper()
	p, _, err := ledger.ReadCSV(context.Background(), strings.NewReader(text),
		ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	require.NoError(t, err)
	data, err := p.MarshalBinary()
	require.NoError(t, err)
	return data
}

// hard are meters whose sums floating point does not hold, and texts that need care.
const hard = header +
	"town 10,2024,I.1.1,CO2,city gas,900719925474099.301,kg\n" +
	"town 10,2024,I.1.1,CO2,city gas,0.001,kg\n" +
	"town 10,2024,I.1.1,CO2,city gas,0.001,kg\n" +
	"town 9,2023,I.1.1,CO2,city gas,5,t\n" +
	"town 9,2023,I.1.1,CO2,city gas,0.100,kg\n" +
	"town 9,2023,I.1.1,CO2,,70,kg\n" +
	"town 9,2023,I.1.1,CH4,,0,kg\n" +
	"town 9,2024,II.1.1,CO2,\"coal, \"\"hard\"\"\",-0.25,kg\n" +
	"대구,2024,III.1.1,CH4,LPG,123.45,t\n" +
	"=town,2024,I.1.1,N2O,@gas,1.5,kg\n"

// The table of a file is to the byte that of the ledger, from CSV and from Parquet; and as a
// file of records it gives the same partial sums, to the byte too.
func TestTables(t *testing.T) {
	country := meters(t, "-make", "-rows", "20000", "-seed", "7")
	for name, text := range map[string]string{"hard": hard, "country": country} {
		t.Run(name, func(t *testing.T) {
			csv := file(t, "meters.csv", text)
			parquet := filepath.Join(t.TempDir(), "meters.parquet")
			want := meters(t, "-table", csv)
			assert.Equal(t, want, table(t, "-parquet", parquet, "-threads", "1", csv))
			assert.Equal(t, want, table(t, parquet))
			assert.Equal(t, want, table(t, "-threads", "2", parquet))
			assert.Equal(t, sumsOfFile(t, text), sumsOfFile(t, want))
		})
	}
}

// What the sum comes to by hand, and that floating point does not come to it.
func TestExact(t *testing.T) {
	csv := file(t, "meters.csv", hard)
	lines := strings.Split(table(t, csv), "\n")
	assert.Equal(t, `'=town,2024,I.1.1,N2O,,,,,'@gas,,,0.0015,t`, lines[1])
	assert.Equal(t, "town 10,2024,I.1.1,CO2,,,,,city gas,,,900719925474.099303,t", lines[2])
	assert.Equal(t, "town 9,2023,I.1.1,CO2,,,,,,,,0.07,t", lines[4])
	assert.Equal(t, "town 9,2023,I.1.1,CO2,,,,,city gas,,,5.0001,t", lines[5])

	db, err := open(context.Background(), 1)
	require.NoError(t, err)
	defer db.close()
	require.NoError(t, db.meters(csv))
	var double string
	require.NoError(t, db.pool.QueryRow("SELECT printf('%.3f', sum(CAST(mass AS DOUBLE))) FROM meters WHERE place = 'town 10'").Scan(&double))
	assert.NotEqual(t, "900719925474099.303", double)
	assert.Equal(t, "900719925474", double[:12], "it is the same sum")
}
