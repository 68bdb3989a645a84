package ghg_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A server takes files of strangers, and says how much of one it reads. What it did not
// read is told.
func ExampleCSVFormat_bounds() {
	file := "place,year,category,mass,unit\nDaegu,2022,I.1.1,5,t\nBusan,2022,I.1.1,7,t\nDaegu,2022,I.2.1,1,t\n"
	for _, f := range []ghg.CSVFormat{{MostRecords: 2}, {MostPlaces: 1}, {MostBytes: 70},
		{MostRecords: 3, MostPlaces: 2, MostBytes: 1 << 20}} {
		f.Scheme = gpc.Scheme
		records, report, err := ghg.ReadCSV(strings.NewReader(file), f)
		fmt.Println(len(records), report.Err(), err)
	}
	// Output:
	// 2 line 4, the file has more than 2 lines below its header (CSVFormat.MostRecords): reading stopped, and nothing from this line on was read <nil>
	// 1 line 3, the file has more than 1 places (CSVFormat.MostPlaces): reading stopped, and nothing from this line on was read <nil>
	// 1 line 3, the file has more than 70 bytes (CSVFormat.MostBytes): reading stopped, and nothing from this line on was read <nil>
	// 3 <nil> <nil>
}

// A line that is no text counts as one read, or a file of such lines had no end; blank
// lines are passed over.
func TestMostRecordsOfBrokenLines(t *testing.T) {
	file := "place,year,category,mass,unit\n\n\xff\n,,,,\n\nD,2018,I.1.1,5,t\n"
	for most, want := range map[int]int{1: 0, 2: 1} {
		for _, end := range []string{"", "\n\n", "\xff\xff\n", "D,2018,I.1.2,5,t\n"} {
			records, report, err := ghg.ReadCSV(strings.NewReader(file+end), ghg.CSVFormat{Scheme: gpc.Scheme, MostRecords: most})
			require.NoError(t, err)
			assert.Len(t, records, want)
			last := report.Faults.All[report.Faults.Len()-1]
			beyond := most == 1 || strings.TrimSpace(end) != ""
			assert.Equal(t, beyond, last.Code == ghg.FaultBeyond, "%d %q", most, end)
			if beyond {
				assert.Equal(t, 5+most, last.Line)
			}
		}
	}
}

// However long the file may be: what is read is the lines that end before the bound, as
// they are read without one, and the fault names the next.
func TestMostBytes(t *testing.T) {
	file := "place,year,category,mass,unit,key,explanation\nD,2018,I.1.1,12345,t,,\n" +
		"D,2018,I.2.1,,,NE,\"two\nlines\"\n\nD,2018,I.1.2,7,t,,\n"
	all, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, all, 3)
	ends, starts := []int{}, []int{} // of rows in the file, and the numbers of their first lines
	for i, row := range []string{"unit,key,explanation\n", "12345,t,,\n", "lines\"\n", "\n\n", "7,t,,\n"} {
		ends = append(ends, strings.Index(file, row)+len(row))
		starts = append(starts, []int{1, 2, 3, 5, 6}[i])
	}
	for most := 1; most <= len(file)+3; most++ {
		for name, in := range map[string]io.Reader{"at once": strings.NewReader(file),
			"by bytes": iotest.OneByteReader(strings.NewReader(file))} {
			records, report, err := ghg.ReadCSV(in, ghg.CSVFormat{Scheme: gpc.Scheme, MostBytes: int64(most), File: "a.csv"})
			require.NoError(t, err)
			rows := 0
			for rows < len(ends) && ends[rows] <= most {
				rows++
			}
			want := []int{0, 0, 1, 2, 2, 3}[rows]
			require.Len(t, records, want, "%s, %d bytes", name, most)
			for i, r := range records {
				assert.True(t, r.Value.Equal(all[i].Value))
			}
			if most >= len(file) {
				require.NoError(t, report.Err())
				assert.NotZero(t, records[0].Evidence.Definition().SHA256)
				continue
			}
			require.Len(t, report.Faults.All, 1)
			assert.Equal(t, ghg.FaultBeyond, report.Faults.All[0].Code)
			assert.Equal(t, starts[rows], report.Faults.All[0].Line, "%s, %d bytes", name, most)
			if len(records) > 0 {
				assert.Zero(t, records[0].Evidence.Definition().SHA256, "the sum would be of a part of the file")
			}
		}
	}
}

func TestMostRecordsAndPlaces(t *testing.T) {
	text := "place,year,category,mass,unit\n\nD,2018,I.1.1,5,t\n\n대구 ,2018,I.9.9,5,t\n대구,2018,I.1.1,6,t\nD,2018,I.1.2,5,t\n"
	for _, c := range []struct {
		format  ghg.CSVFormat
		records int
		faults  string
	}{
		{ghg.CSVFormat{}, 3, "unknown-category 5"},
		{ghg.CSVFormat{MostRecords: 4, MostPlaces: 2}, 3, "unknown-category 5"},
		{ghg.CSVFormat{MostRecords: 3}, 2, "unknown-category 5, beyond-bounds 7"},
		{ghg.CSVFormat{MostRecords: 1}, 1, "beyond-bounds 5"},
		{ghg.CSVFormat{MostPlaces: 1}, 1, "beyond-bounds 5, unknown-category 5"},
	} {
		c.format.Scheme = gpc.Scheme
		records, report, err := ghg.ReadCSV(strings.NewReader(text), c.format)
		require.NoError(t, err)
		assert.Len(t, records, c.records)
		var faults []string
		for _, f := range report.Faults.All {
			faults = append(faults, fmt.Sprint(f.Code, " ", f.Line))
		}
		assert.Equal(t, c.faults, strings.Join(faults, ", "))
	}
	for name, f := range map[string]ghg.CSVFormat{"MostRecords": {MostRecords: -1}, "MostPlaces": {MostPlaces: -1},
		"MostBytes": {MostBytes: -1}} {
		_, _, err := ghg.ReadDeclaredCSV(strings.NewReader(""), f, gpc.Basic)
		assert.ErrorContains(t, err, name+" is -1: it cannot be below 0")
	}
}

// The bounds hold at every door.
func TestBoundsAtEveryDoor(t *testing.T) {
	series := strings.NewReader("year,amount,unit\n2018,1,t\n2019,1,t\n")
	_, report, err := ghg.ReadYearlyCSV(series, ghg.CSVFormat{MostRecords: 1}, "D", gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), "line 3, the file has more than 1 lines")
	declared := "place,year,view,mass,unit\nD,2018,BASIC,1,t\nE,2018,BASIC,1,t\n"
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(declared), ghg.CSVFormat{MostPlaces: 1}, gpc.Basic)
	require.NoError(t, err)
	assert.Len(t, totals, 1)
	assert.ErrorContains(t, report.Err(), "more than 1 places")
	rows := 0
	endless := io.MultiReader(strings.NewReader("id\n"), zeros{})
	report, err = ghg.ReadCSVRows(endless, ghg.CSVFormat{MostBytes: 5 << 20}, []ghg.CSVColumn{{Name: "id"}}, func(ghg.CSVRow) { rows++ })
	require.NoError(t, err)
	assert.Zero(t, rows)
	assert.ErrorContains(t, report.Err(), "line 2, the file has more than 5242880 bytes")
}

// zeros is a file of one line that never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte("0"), len(p)))
	return len(p), nil
}
