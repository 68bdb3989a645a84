package wide_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInterchangeTable reads a table of the PRIMAP group's interchange format where
// LOCALGHG_DATA names the folder of the published files: seven labels, the unit in a
// column, years 1986 to 2019.
func TestInterchangeTable(t *testing.T) {
	folder := os.Getenv("LOCALGHG_DATA")
	if folder == "" {
		t.Skip("LOCALGHG_DATA does not name the folder of the published tables")
	}
	file, err := os.Open(filepath.Join(folder, "real", "formats", "primap2_interchange.csv"))
	require.NoError(t, err)
	defer file.Close()
	table, report, err := wide.Read(file, wide.Format{
		Labels: []string{"source", "scenario (PRIMAP)", "provenance", "area (ISO3)", "entity", "category (IPCC1996)"},
		Unit:   wide.UnitIn("unit"),
	})
	require.NoError(t, err)
	// The file at hand is cut off in its last line, which is told and not half read.
	assert.ErrorContains(t, report.Faults, "line 14, line: 12 fields where the header has 41")
	records, faults := table.Records(ghg.Unstated, func(r wide.Row) (ghg.Record, error) {
		gas, err := ghg.ParseGas(r.Label("entity"))
		return ghg.Record{Place: ghg.PlaceID(r.Label("area (ISO3)")), Gas: gas, Facility: r.Label("category (IPCC1996)")}, err
	})
	require.NoError(t, faults.Err())
	sums := map[string]string{}
	for _, r := range records {
		if r.Facility == "0" && r.Period.Year() == 2019 {
			sums[r.Gas.String()] = r.Value.String()
		}
	}
	assert.Equal(t, 12*34, len(records))
	assert.Equal(t, map[string]string{"CH4": "4483000 t", "PFC-116": "9.93 t", "PFC-14": "24.63 t"}, sums)
}

// A unit may be a rate over a year, in years.
func TestUnitsOverAYear(t *testing.T) {
	const text = "entity,unit,1990,1991\nC2F6,t C2F6 / yr,66.67,\nCH4,kt/년,2,3\n"
	format := wide.Format{Labels: []string{"entity"}, Unit: wide.UnitIn("unit")}
	gasOf := func(r wide.Row) (ghg.Record, error) {
		gas, err := ghg.ParseGas(r.Label("entity"))
		return ghg.Record{Gas: gas}, err
	}
	table, _ := read(t, text, format)
	records, faults := table.Records(ghg.Unstated, gasOf)
	require.NoError(t, faults.Err())
	assert.Equal(t, "66.67 t", records[0].Value.String())
	assert.Equal(t, "PFC-116", records[0].Gas.String())
	assert.True(t, records[1].Value.IsMissing())
	assert.Equal(t, "3000 t", records[3].Value.String())

	table, _ = read(t, strings.ReplaceAll(text, "1991", "1991-06"), format)
	_, faults = table.Records(ghg.Unstated, gasOf)
	assert.ErrorContains(t, faults, `line 3, row, 1991-06 "3": kt/년 is a rate over a year, and 1991-06 is none: convert it`)
	table, _ = read(t, "entity,unit,1990,1991-06\n태양광,MWh/yr,5,6\n", format)
	for r := range table.Rows() {
		var got []string
		for f := range r.Cells() {
			q, err := f.Quantity()
			got = append(got, q.String(), fmt.Sprint(err))
		}
		assert.Equal(t, []string{"5 MWh", "<nil>", "no quantity", "MWh/yr is a rate over a year, and 1991-06 is none: convert it"}, got)
	}
}

// A platform exports the gases beside each other, in kg CO2e, and their sum in t CO2e. No
// header says so: the columns are stated, and the sum is held against them.
func TestGasesAsColumns(t *testing.T) {
	const text = `GPC Reference Number,Total Emissions,CO2 Emissions,CH4 Emissions,N2O Emissions
I.1.2,2955.6,20000,285600,2650000
I.1.1,5,1000,2000,3000
II.1.1,7,1000,,
`
	gases := map[string]ghg.Gas{"CO2": ghg.CO2, "CH4": ghg.CH4, "N2O": ghg.N2O}
	format := wide.Format{Labels: []string{"GPC reference number"}, Unit: wide.UnitOf("kg CO2e"),
		SumColumns: []wide.Column{{Head: "Total emissions", Unit: "t CO2e"}}}
	for _, name := range []string{"CO2", "CH4", "N2O"} {
		format.Columns = append(format.Columns, wide.Column{Head: name + " Emissions", Period: ghg.CalendarYear(2022), Gas: gases[name]})
	}
	table, report := read(t, text, format)
	assert.Equal(t, []string{ghg.FindingTotalMismatch, ghg.FindingUnreconciled}, codes(report.Findings))
	assert.Equal(t, "5 t CO2e", report.Findings.All[0].Stated)
	assert.Equal(t, "6 t CO2e", report.Findings.All[0].Found)
	records, faults := table.Records(ghg.AR5, func(r wide.Row) (ghg.Record, error) {
		c, err := gpc.Scheme.Category(r.Label("GPC Reference Number"))
		return ghg.Record{Place: "Arica", Category: c}, err
	})
	require.NoError(t, faults.Err())
	assert.Equal(t, "CH4 285.6 tCO2e (AR5)", fmt.Sprint(records[1].Gas, " ", records[1].Value))
	years, findings := table.ByYear()
	assert.Empty(t, findings.All, "a year is no part of one")
	assert.Equal(t, shown(table, "GPC reference number"), shown(years, "GPC reference number"))

	_, faults = table.Records(ghg.AR5, func(wide.Row) (ghg.Record, error) { return ghg.Record{Gas: ghg.CH4}, nil })
	assert.ErrorContains(t, faults, `line 2, row, CO2 Emissions "20000": the column is of CO2 and the record of CH4`)
}

func TestColumnsRefused(t *testing.T) {
	column := func(head string, p ghg.Period) wide.Column { return wide.Column{Head: head, Period: p} }
	year := ghg.CalendarYear(2022)
	for want, columns := range map[string][]wide.Column{
		`table, column " ": its header is needed`:                              {column(" ", year)},
		`column "지 역": it is there twice`:                                      {column("지 역", year)},
		`column "A": it is there twice`:                                        {column("a", year), column("A", ghg.CalendarYear(2023))},
		`column "a": its period is needed`:                                     {column("a", ghg.Period{})},
		`column "b": another column has figures of the same time`:              {column("a", year), column("b", year)},
		`table, header "c": there is no column of this name`:                   {column("a", year), column("c", ghg.CalendarYear(2023))},
		`table, column "sum": a sum is of all periods and gases: it may state`: nil,
	} {
		_, _, err := wide.Read(strings.NewReader("지역,a,b,sum\n가람,1,2,3\n"), plain(func(f *wide.Format) {
			f.Columns = columns
			if columns == nil {
				f.SumColumns = []wide.Column{column("sum", year)}
			}
		}))
		assert.ErrorContains(t, err, want)
	}
}
