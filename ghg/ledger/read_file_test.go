package ledger_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const columns = "place,year,category,mass,unit,gas\n"

// usual are options that refuse a file with faults.
var usual = ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile}

func TestOptionsThatDoNotStand(t *testing.T) {
	for want, change := range map[string]func(*ledger.ReadOptions){
		"options, Format.Scheme: reading records needs a scheme":       func(o *ledger.ReadOptions) { o.Format.Scheme = ghg.Scheme{} },
		"options, Faulty: say what becomes of a file with faults":      func(o *ledger.ReadOptions) { o.Faulty = 0 },
		"options, Format: File, MostRecords, MostPlaces and MostBytes": func(o *ledger.ReadOptions) { o.Format.MostPlaces = 7 },
		"options, Workers: at least 1 is needed":                       func(o *ledger.ReadOptions) { o.Workers = -1 },
		"fields":                                                       func(o *ledger.ReadOptions) { o.Format.Delimiter = '"' },
	} {
		o := usual
		change(&o)
		_, _, err := ledger.ReadCSV(context.Background(), strings.NewReader(columns), o)
		require.ErrorContains(t, err, want)
	}
	assert.Equal(t, "not stated, refuse the file, add up the rest",
		fmt.Sprintf("%s, %s, %s", ledger.Faulty(9), ledger.RefuseFile, ledger.SumTheRest))
	assert.Equal(t, "파일을 거부", ledger.RefuseFile.Korean())
}

func TestFilesWithFaults(t *testing.T) {
	text := columns + "Ghent,2018,I.1.1,1.5,t,CO2\nGhent,2018,I.1.1,x,t,CO2\nGhent,2018,I.1.1,NE,t,CO2\nGhent,2018,I.1.1,2,t,CO2\n"
	sums, report, err := ledger.ReadCSV(context.Background(), strings.NewReader(text), usual)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 2)
	assert.Equal(t, "line 3, mass \"x\": not a number: it needs digits", faults.All[0].Error())
	assert.Equal(t, "line 4, mass \"NE\": sums hold masses of gases in their own scheme: ReadOptions.Others takes notation keys, "+
		"missing values, CO2e and the like", faults.All[1].Error())
	assert.Equal(t, ghg.PlaceID("Ghent"), faults.All[1].Place)
	assert.Equal(t, 2, report.Rows)
	assert.Zero(t, sums.Len())
	assert.True(t, sums.Scheme().IsZero(), "there are none")

	o := usual
	o.Faulty = ledger.SumTheRest
	var keys []string
	o.Others = func(r ghg.Record) { keys = append(keys, fmt.Sprint(r.Line, " ", r.Value.Key())) }
	sums, report, err = ledger.ReadCSV(context.Background(), strings.NewReader(text), o)
	require.NoError(t, err)
	assert.Equal(t, []string{"4 NE"}, keys)
	assert.Equal(t, 1, report.Faults.Len())
	assert.Equal(t, 1, report.Others)
	totals, err := sums.Totals(ledger.ByGas)
	require.NoError(t, err)
	for g := range totals {
		assert.Equal(t, "3.5 t CO2", g.Masses()[0].String())
	}
}

// A file with nothing to read is said to be so, and one that cannot be read is an error.
func TestFilesThatCannotBeRead(t *testing.T) {
	for _, text := range []string{"", "\n\n \n", "place,year\nGhent,2018\n", "\"place\n", "a\rb\n"} {
		_, report, err := ledger.ReadCSV(context.Background(), strings.NewReader(text), usual)
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, "%q", text)
		assert.Positive(t, report.Faults.Len())
	}
	broken := errors.New("the disk is gone")
	for _, text := range []string{"", columns + "Ghent,2018,I.1.1,1.5,t,CO2\n"} {
		_, _, err := ledger.ReadCSV(context.Background(), io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), usual)
		require.ErrorIs(t, err, broken)
	}
	_, _, err := ledger.ReadCSV(context.Background(), strings.NewReader("\x1f\x8b nonsense"), usual)
	require.ErrorIs(t, err, gzip.ErrHeader)
}

func TestCompressedFiles(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	text := bulkFile(20_000)
	_, err := w.Write(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	var last ledger.Progress
	o := usual
	o.Progress = func(p ledger.Progress) { last = p }
	packed, report, err := ledger.ReadCSV(context.Background(), bytes.NewReader(b.Bytes()), o)
	require.NoError(t, err)
	assert.Equal(t, 20_000, report.Rows)
	assert.Equal(t, ledger.Progress{Bytes: int64(b.Len()), Rows: 20_000}, last)
	plain, _, err := ledger.ReadCSV(context.Background(), bytes.NewReader(text), o)
	require.NoError(t, err)
	assert.Equal(t, int64(len(text)), last.Bytes)
	want, err := plain.MarshalBinary()
	require.NoError(t, err)
	got, err := packed.MarshalBinary()
	require.NoError(t, err)
	assert.Equal(t, want, got)

	_, _, err = ledger.ReadCSV(context.Background(), bytes.NewReader(b.Bytes()[:b.Len()/2]), o)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF, "half a file is none")
}

// endless is a file without end.
type endless struct{ block []byte }

func (e *endless) Read(b []byte) (int, error) {
	return copy(b, e.block[:min(len(b), len(e.block))]), nil
}

// A context that is done stops reading between two blocks, however many are read at a time.
func TestCancelledReading(t *testing.T) {
	for _, workers := range []int{1, 2, 3} {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		o := usual
		o.Workers = workers
		blocks := 0
		o.Progress = func(ledger.Progress) {
			if blocks++; blocks == 3 {
				cancel()
			}
		}
		row := []byte("Ghent,2018,I.1.1,1.5,t,CO2\n")
		in := &endless{bytes.Repeat(row, 1000)}
		sums, report, err := ledger.ReadCSV(ctx, io.MultiReader(strings.NewReader(columns), in), o)
		require.ErrorIs(t, err, context.Canceled)
		assert.Positive(t, report.Rows)
		assert.Zero(t, sums.Len())
		assert.LessOrEqual(t, blocks, 3+4*workers, "those that were being read, and no more")
		if workers == 1 {
			assert.Equal(t, 3, blocks)
		}
	}
}

// Rows within quotes that run over many lines, and lines that never end, at the bounds that
// the ordinary reader has.
func TestLongRows(t *testing.T) {
	row := "Ghent,2018,I.1.1,1.5,t,CO2,\n"
	head := strings.TrimSuffix(columns, "\n") + ",source\n"
	quoted := func(lines, bytes int) string {
		return "Ghent,2018,I.1.1,2.5,t,CO2,\"" + strings.Repeat("\n", lines) + strings.Repeat("x", bytes) + "\"\n"
	}
	for name, text := range map[string]string{
		"as many lines as may be":   row + quoted(200, 1) + row,
		"one more":                  row + quoted(201, 1) + row,
		"many more":                 row + quoted(900, 1) + row + quoted(2, 2),
		"as many bytes as may be":   row + quoted(1, 1<<20-40) + row,
		"more bytes":                row + quoted(3, 1<<20) + row,
		"a line that is too long":   row + strings.Repeat("x", 1<<20+7) + "\n" + row,
		"no end of line":            row + strings.Repeat("x", 5<<20),
		"a long line and a quote":   row + strings.Repeat("x", 3<<20) + "\n" + quoted(3, 3) + row,
		"no quote closes":           row + strings.Repeat("\"x,\n", 300) + row,
		"a quote closes much later": row + "\"x\n" + strings.Repeat(row, 190) + "\"\n" + row,
		"text behind a quote":       row + "\"x\n" + strings.Repeat(row, 20) + "\"y\n" + row,
		"a carriage return":         row + "\"x\n\",a\rb\n" + row,
	} {
		t.Run(name, func(t *testing.T) {
			for _, block := range []int{100, 1 << 18} {
				assert.Positive(t, sameAsOrdinary(t, head+text, usual.Format, block, 2))
			}
		})
	}
}

// Rows of words or remarks that change with every row are read as those that repeat.
func TestRowsThatDoNotRepeat(t *testing.T) {
	for _, column := range []string{"facility", "비고"} {
		const rows = 68_000
		var b strings.Builder
		b.WriteString("place,year,category,mass,unit,gas," + column + "\n")
		for i := range rows {
			fmt.Fprintf(&b, "Place %d,%d,%s,%d.%d,%s,CH4,No. %d\n", i%701, 2000+i%21, pick2(i, "I.1.1", "III.1.1", "I.1.2"), i, i%10,
				pick2(i/3, "t", "kg"), i)
		}
		assert.Equal(t, rows, sameAsOrdinary(t, b.String(), usual.Format, 1<<16, 1), column)
	}
}

// Frames are kept up to a number, and those that are kept are of use still.
func TestMoreRowsThanFrames(t *testing.T) {
	const rows = 70_000
	var b strings.Builder
	b.WriteString("place,year,category,mass,unit,gas,source\n")
	for i := range rows {
		source := i
		if i%2 == 0 {
			source = -1
		}
		fmt.Fprintf(&b, "Ghent,2018,I.1.1,%d.5,t,CO2,No. %d\n", i, source)
	}
	assert.Equal(t, rows, sameAsOrdinary(t, b.String(), usual.Format, 1<<18, 1))
}

func pick2(i int, of ...string) string { return of[i%len(of)] }

// The columns of the ordinary reader have their names in both languages.
func TestKoreanHeader(t *testing.T) {
	var heads []string
	for _, c := range ghg.RecordColumns()[:6] {
		heads = append(heads, c.Aliases[0])
	}
	assert.Equal(t, "지역 연도 배출원 배출량 단위 가스", strings.Join(heads, " "))
	rows := slices.Repeat([]string{"나주,2018년,I.1.1,12.5,천톤,CO2\n"}, 500)
	assert.Equal(t, 500, sameAsOrdinary(t, strings.Join(heads, ",")+"\n"+strings.Join(rows, ""), usual.Format, 1000, 2))
}
