package wide_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plain is a format of one label, in kilotonnes.
func plain(change ...func(*wide.Format)) wide.Format {
	f := wide.Format{Labels: []string{"지역"}, Unit: wide.UnitOf("천톤")}
	for _, c := range change {
		c(&f)
	}
	return f
}

func read(t *testing.T, text string, f wide.Format) (wide.Table, ghg.Report) {
	t.Helper()
	table, report, err := wide.Read(strings.NewReader(text), f)
	require.NoError(t, err)
	return table, report
}

// shown is a table as text: each row's line, labels and figures.
func shown(table wide.Table, labels ...string) (out []string) {
	for r := range table.Rows() {
		line := fmt.Sprint(r.Line())
		for _, l := range labels {
			line += " " + r.Label(l)
		}
		for f := range r.Cells() {
			line += " | " + f.String()
		}
		out = append(out, line)
	}
	return out
}

func codes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func TestPeriodsOfAHeader(t *testing.T) {
	for head, want := range map[string]string{
		"2018":       "2018",
		"2018년":      "2018",
		" 2018 년 ":   "2018",
		"2018-02":    "2018-02-01/2018-02-28",
		"2020.2":     "2020-02-01/2020-02-29",
		"2020.12.":   "2020-12-01/2020-12-31",
		"2020/04":    "2020-04-01/2020-04-30",
		"202004":     "2020-04-01/2020-04-30",
		"2020년 1월":   "2020-01-01/2020-01-31",
		"2020년12월":   "2020-12-01/2020-12-31",
		"1월":         "2021-01-01/2021-01-31",
		"12월":        "2021-12-01/2021-12-31",
		"13월":        "",
		"0월":         "",
		"2018-13":    "",
		"2018-0":     "",
		"1849":       "",
		"2301":       "",
		"20184":      "",
		"2018.1.1":   "",
		"비고":         "",
		"-1월":        "",
		"2018-1-":    "",
		"218-01":     "",
		"2018년 인구":   "",
		"2018 (천톤)":  "",
		"2018-01-01": "",
	} {
		table, _, err := wide.Read(strings.NewReader("지역,"+head+",1999\n가람,1,2\n"), plain(func(f *wide.Format) { f.Year = 2021 }))
		require.NoError(t, err, head)
		got := ""
		for r := range table.Rows() {
			for f := range r.Cells() {
				if f.Period.Year() != 1999 {
					got = f.Period.String()
				}
			}
		}
		assert.Equal(t, want, got, head)
	}
}

func TestFiguresStandInOrderOfTime(t *testing.T) {
	table, report := read(t, "2020,지역,2018,비고,2019\n3,가람,1,x,2\n", plain())
	assert.Equal(t, []string{"2 가람 | 1 천톤 | 2 천톤 | 3 천톤"}, shown(table, "지역"))
	assert.Equal(t, []string{ghg.FindingColumnNotRead}, codes(report.Findings))
	for r := range table.Rows() {
		var columns []uint16
		for f := range r.Cells() {
			columns = append(columns, f.Column)
		}
		assert.Equal(t, []uint16{3, 5, 1}, columns)
		assert.Empty(t, r.Label("2018"), "a period is no label")
	}
}

func TestHeadersRefused(t *testing.T) {
	for text, want := range map[string]string{
		"지역,2018,2018년\n":        `header "2018년": another column has figures of the same time`,
		"지역,2018,2018-03\n":      `header "2018-03": another column has figures of the same time`,
		"지역,1월,2월\n":             `header "1월": it is a month without a year: state Format.Year`,
		"지역,값\n":                 `no column is a year, such as 2018, or a month, such as 2018-01`,
		"지역,2018,합계\n":           `header "합계": it looks like the sum of the periods: name it in Format.SumColumns`,
		"구역,2018\n":              `no line of the first 41 is the header: one names 지역`,
		"":                       `no line of the first 41 is the header: one names 지역`,
		"\"지역\n지역\",2018\n가,1\n": `no line of the first 41 is the header: one names 지역`,
	} {
		_, _, err := wide.Read(strings.NewReader(text), plain())
		assert.ErrorContains(t, err, want, text)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, text)
		assert.Equal(t, ghg.FaultHeader, fault.Code)
	}
	_, _, err := wide.Read(strings.NewReader("지역,2018 (천톤),2019\n"), plain(func(f *wide.Format) { f.Unit = wide.UnitInHeader }))
	assert.ErrorContains(t, err, `header "2019": it states no unit in brackets, as 2018 (천톤) does`)
}

func TestTitlesAboveTheHeader(t *testing.T) {
	below := func(n int) string { return strings.Repeat("제목,,\n", n) + "지역,2018\n가람,7\n" }
	table, report := read(t, below(40), plain())
	assert.Equal(t, []string{"42 가람 | 7 천톤"}, shown(table, "지역"))
	assert.Empty(t, report.Faults.All)
	_, _, err := wide.Read(strings.NewReader(below(41)), plain())
	assert.ErrorContains(t, err, "no line of the first 41")
	// A title in quotation marks over two lines, a byte order mark, semicolons.
	table, _ = read(t, "\ufeff\"제목\n(단위: 천톤)\"\n\"지역\";2018\n가람;7\n", plain(func(f *wide.Format) { f.CSV.Delimiter = ';' }))
	assert.Equal(t, []string{"4 가람 | 7 천톤"}, shown(table, "지역"))
	// No header within the first MiB.
	_, _, err = wide.Read(strings.NewReader(strings.Repeat("x", 1<<20)+"\n"+below(0)), plain())
	assert.ErrorContains(t, err, "no line of the first 41")
}

func TestFormatsRefused(t *testing.T) {
	nine, noDay := strings.Split("123456789", ""), ghg.Date{Year: 2026, Month: 2, Day: 30}
	other := []wide.SumRow{{Label: "용도", Text: "합계"}}
	for want, change := range map[string]func(*wide.Format){
		"table, Labels: 1 to 8 columns say what a row is":                      func(f *wide.Format) { f.Labels = nil },
		`Labels " ": the header of a column is needed`:                         func(f *wide.Format) { f.Labels = []string{" "} },
		`Labels "지 역": it is there twice`:                                      func(f *wide.Format) { f.Labels = []string{"지역", "지 역"} },
		`Labels "1, 2, 3, 4, 5, 6, 7, 8, 9": 1 to 8 columns say what a row is`: func(f *wide.Format) { f.Labels = nine },
		`Merged "용도": it is none of the Labels: 지역`:                            func(f *wide.Format) { f.Merged = []string{"용도"} },
		`say where the unit stands: UnitOf, UnitIn, UnitInHeader or UnitBelow`: func(f *wide.Format) { f.Unit = wide.UnitPlace{} },
		`the unit of all figures is needed, such as 천톤`:                        func(f *wide.Format) { f.Unit = wide.UnitOf(" ") },
		`the header of the column of units is needed`:                          func(f *wide.Format) { f.Unit = wide.UnitIn("") },
		`Year "1849": a year from 1850 to 2300 is allowed`:                     func(f *wide.Format) { f.Year = 1849 },
		`Through "2026-02-30": a day that exists is needed`:                    func(f *wide.Format) { f.Through = noDay },
		`total 1, Label "용도": it is none of the Labels: 지역`:                    func(f *wide.Format) { f.SumRows = other },
		`total 1, Text: the cell that says so is needed, such as 합계`:           func(f *wide.Format) { f.SumRows = []wide.SumRow{{Label: "지역"}} },
		`total 1, Of "가람": a sum is no part of itself`: func(f *wide.Format) {
			f.SumRows = []wide.SumRow{{Label: "지역", Text: "가람", Of: []string{"가람"}}}
		},
		`total 2, Text "합계": another total says it of this column`: func(f *wide.Format) {
			f.SumRows = []wide.SumRow{{Label: "지역", Text: "합계"}, {Label: "지역", Text: "합계"}}
		},
		`mark 1, Column "2018": in a wide table a mark is of every period: leave it empty`: func(f *wide.Format) {
			f.CSV.Marks = []ghg.CSVMark{{Column: "2018", Text: "-"}}
		},
	} {
		_, _, err := wide.Read(strings.NewReader("지역,2018\n가람,1\n"), plain(change))
		assert.ErrorContains(t, err, want)
	}
}

// Each of these rows is a fault, and the one below it is still read.
func TestRowsRefused(t *testing.T) {
	two := func(f *wide.Format) { f.Labels = []string{"지역", "용도"} }
	for _, c := range []struct {
		name, row, want string
		change          func(*wide.Format)
	}{
		{"no number", "가람,상업,12 천톤,3", `line 2, 2018 "12 천톤": not a number`, two},
		{"no number in one of two cells", "가람,상업,12,x", `line 2, 2019 "x": not a number`, two},
		{"a dash that no mark explains", "가람,상업,-,3", `line 2, 2018 "-": not a number: it has no digits`, two},
		{"thousands that nobody stated", `가람,상업,"1,234",3`, `line 2, 2018 "1,234": not a number`, two},
		{"a sum that is not named", "가람,소 계,1,2", `line 2, 용도 "소 계": it looks like the sum of other rows: name it in Format.SumRows`, two},
		{"no label", ",,1,2", `line 2, 지역: a figure needs a label`, two},
		{"labels of another row", "나래,가정,1,2", `has the same labels: name a column that tells them apart`, two},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "지역,용도,2018,2019\n" + c.row + "\n나래,가정,4,5\n"
			table, report := read(t, text, plain(c.change))
			assert.ErrorContains(t, report.Faults, c.want)
			assert.Equal(t, 1, report.Faults.Len())
			if c.name == "labels of another row" { // the second is the one refused
				assert.Equal(t, []string{"2 나래 가정 | 1 천톤 | 2 천톤"}, shown(table, "지역", "용도"))
				return
			}
			assert.Equal(t, []string{"3 나래 가정 | 4 천톤 | 5 천톤"}, shown(table, "지역", "용도"))
		})
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		name, text string
		unit       wide.UnitPlace
		want       string
	}{
		{"one for all", "지역,2018,2019\n가람,1,2\n", wide.UnitOf(" MWh "), "2 가람 | 1 MWh | 2 MWh"},
		{"in a column", "지역,단위,2018,2019\n가람,천톤,1,2\n", wide.UnitIn("단위"), "2 가람 | 1 천톤 | 2 천톤"},
		{"in the header", "지역,2018(t),2019 [kg]\n가람,1,2\n", wide.UnitInHeader, "2 가람 | 1 t | 2 kg"},
		{"in full-width brackets", "지역,2018（t）,2019 (kWh (NCV))\n가람,1,2\n", wide.UnitInHeader, "2 가람 | 1 t | 2 kWh (NCV)"},
		{"below the header", "지역,2018,2019\n단위,t,kg\n가람,1,2\n", wide.UnitBelow, "3 가람 | 1 t | 2 kg"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, _ := read(t, c.text, plain(func(f *wide.Format) { f.Unit = c.unit }))
			assert.Equal(t, []string{c.want}, shown(table, "지역"))
		})
	}
	_, report := read(t, "지역,2018,2019\n단위,t,\n가람,1,2\n", plain(func(f *wide.Format) { f.Unit = wide.UnitBelow }))
	assert.ErrorContains(t, report.Faults, "line 2, 2019: the row below the header states the unit of each period")
	_, report = read(t, "지역,단위,2018\n가람,,1\n나래,,\n", plain(func(f *wide.Format) { f.Unit = wide.UnitIn("단위") }))
	assert.ErrorContains(t, report.Faults, "line 2, 단위: a figure needs its unit")
	assert.Equal(t, 1, report.Faults.Len(), "a row without figures needs none")
}

// A blank cell of a merged column says what the one above says, until a column to the
// left of it begins anew.
func TestMergedCells(t *testing.T) {
	text := "도,시,용도,2018\n가,나,가정,1\n,,상업,2\n,다,가정,3\n라,,가정,4\n"
	table, _ := read(t, text, plain(func(f *wide.Format) {
		f.Labels, f.Merged = []string{"도", "시", "용도"}, []string{"시", "도"}
	}))
	assert.Equal(t, []string{"2 가 나 가정 | 1 천톤", "3 가 나 상업 | 2 천톤", "4 가 다 가정 | 3 천톤", "5 라  가정 | 4 천톤"},
		shown(table, "도", "시", "용도"))
}

func TestMonthsToCome(t *testing.T) {
	text := "지역,2026-10,2026-11,2026-12\n가람,3,0,0\n나래,4,0,\n"
	_, report := read(t, text, plain())
	require.Equal(t, []string{wide.FindingToCome}, codes(report.Findings))
	assert.Equal(t, ghg.Serious, report.Findings.All[0].Severity)
	assert.Contains(t, report.Findings.All[0].Detail, "every row is 0 in 2026-11, 2026-12")
	assert.Contains(t, report.Findings.All[0].Korean(), "2026-11, 2026-12")

	table, report := read(t, text, plain(func(f *wide.Format) { f.Through = ghg.MustDate("2026-11-30") }))
	assert.Equal(t, []string{"2 가람 | 3 천톤 | 0 천톤 | to come", "3 나래 | 4 천톤 | 0 천톤 | to come"}, shown(table, "지역"))
	assert.Contains(t, report.Findings.All[0].Detail, "every row is 0 in 2026-11:")
	// A period of which the last day has not been reported is still to come.
	table, report = read(t, text, plain(func(f *wide.Format) { f.Through = ghg.MustDate("2026-11-29") }))
	assert.Equal(t, "2 가람 | 3 천톤 | to come | to come", shown(table, "지역")[0])
	assert.Empty(t, report.Findings.All)

	_, report = read(t, text, plain(func(f *wide.Format) { f.Through = ghg.MustDate("2026-09-30") }))
	assert.ErrorContains(t, report.Faults,
		`line 2, 2026-10 "3": its time ends after 2026-09-30, the last day reported: only 0 or a blank is allowed`)

	// Blanks are missing already, and a table of zeros alone says so itself.
	_, report = read(t, "지역,2018,2019\n가람,1,\n나래,2,\n", plain())
	assert.Empty(t, report.Findings.All)
	_, report = read(t, "지역,2018,2019\n가람,0,0\n", plain())
	assert.Empty(t, report.Findings.All)
	_, report = read(t, "지역,2018,2019,2020\n가람,1,0,\n나래,2,,\n", plain())
	assert.Contains(t, report.Findings.All[0].Detail, "every row is 0 in 2019:")
	// One that a mark explains is no 0.
	_, report = read(t, "지역,2018,2019\n가람,1,0\n", plain(func(f *wide.Format) {
		f.CSV.Marks = []ghg.CSVMark{{Text: "0", Means: ghg.KeyedAsFound(ghg.NO, "")}}
	}))
	assert.Empty(t, report.Findings.All)
}

func TestRecords(t *testing.T) {
	mark := func(text string, v ghg.Value) ghg.CSVMark { return ghg.CSVMark{Text: text, Means: v} }
	text := "code,gas,단위,2018,2019,2020\nI.1.1,CH4,kg,1250,-,\nI.1.2,,천톤,7.50,0,x\nII.1.1,CO2,t CO2e,4,5,6\n" +
		"II.2.1,CO2,MWh,4,5,6\nIX,,t,1,2,3\nI.2.1,CO2,tCH4,1,2,3\n"
	placeholder, err := ghg.Emitted(ghg.Mass{}).EnteredAs(ghg.Placeholder)
	require.NoError(t, err)
	marks := []ghg.CSVMark{mark("-", ghg.KeyedAsFound(ghg.NE, "not surveyed")), mark("x", ghg.Value{}), mark("0", placeholder)}
	table, report := read(t, text, wide.Format{Labels: []string{"code", "gas"}, Unit: wide.UnitIn("단위"), CSV: ghg.CSVFormat{Marks: marks}})
	require.NoError(t, report.Err())
	records, faults := table.Records(ghg.AR5, func(r wide.Row) (ghg.Record, error) {
		c, err := gpc.Scheme.Category(r.Label("code"))
		out := ghg.Record{Place: "가람", Category: c, Fuel: "가스"}
		if gas := r.Label("gas"); gas != "" && err == nil {
			out.Gas, err = ghg.ParseGas(gas)
		}
		return out, err
	})
	var got []string
	for _, r := range records {
		got = append(got, fmt.Sprintf("%d:%d %s %s %s %s %s %s", r.Line, r.Column, r.Place, r.Period, r.Category.Code, r.Gas, r.Fuel, r.Value))
	}
	assert.Equal(t, []string{
		"2:4 가람 2018 I.1.1 CH4 가스 1.25 t", "2:5 가람 2019 I.1.1 CH4 가스 NE", "2:6 가람 2020 I.1.1 CH4 가스 missing",
		"3:4 가람 2018 I.1.2  가스 7500 tCO2e (AR5)", "3:5 가람 2019 I.1.2  가스 0 as a placeholder", "3:6 가람 2020 I.1.2  가스 missing",
		"4:4 가람 2018 II.1.1 CO2 가스 4 tCO2e (AR5)", "4:5 가람 2019 II.1.1 CO2 가스 5 tCO2e (AR5)", "4:6 가람 2020 II.1.1 CO2 가스 6 tCO2e (AR5)",
	}, got)
	assert.Equal(t, "1250", records[0].Value.AsRead())
	assert.Equal(t, "not surveyed", records[1].Value.Explanation())
	assert.Equal(t, ghg.Placeholder, records[4].Value.Entry())
	assert.Equal(t, "x", records[5].Value.AsRead())
	require.Equal(t, 3, faults.Len())
	assert.ErrorContains(t, faults.All[0], `line 5, row, 2018 "4"`)
	assert.ErrorContains(t, faults.All[1], `line 6, row, labels "IX"`)
	assert.ErrorContains(t, faults.All[2], `line 7, row, 2018 "1": the unit is of CH4 and the record of CO2`)
	// Without a metric no figure is CO2e.
	_, faults = table.Records(ghg.Metric{}, func(r wide.Row) (ghg.Record, error) { return ghg.Record{}, nil })
	assert.ErrorContains(t, faults, "records, metric: no metric given")
}

func TestQuantities(t *testing.T) {
	table, _ := read(t, "지역,단위,2018,2019\n가람,MWh,1.50,\n나래,상자,1,2\n", plain(func(f *wide.Format) { f.Unit = wide.UnitIn("단위") }))
	var got []string
	for r := range table.Rows() {
		for f := range r.Cells() {
			q, err := f.Quantity()
			n, is := f.Number()
			got = append(got, fmt.Sprint(q.IsUnset(), " ", n, " ", is, " ", err))
		}
	}
	assert.Equal(t, "false 1.5 true <nil>", got[0])
	assert.Contains(t, got[1], "true 0 false the cell of 2019: no figure for 2019: what is missing is not 0")
	assert.Contains(t, got[2], "상자")
}

// A label, and the column of units, are what they are stated to be, also where their headers
// read as years.
func TestLabelsThatReadAsYears(t *testing.T) {
	table, report := read(t, "2001,2002,2018\n가람,천톤,7\n", wide.Format{Labels: []string{"2001"}, Unit: wide.UnitIn("2002")})
	require.NoError(t, report.Err())
	assert.Equal(t, []string{"2 가람 | 7 천톤"}, shown(table, "2001"))
}

// A 0 that the format says was confirmed is a number, and confirmed.
func TestConfirmedZeros(t *testing.T) {
	confirmed, err := ghg.Emitted(ghg.Mass{}).EnteredAs(ghg.Confirmed)
	require.NoError(t, err)
	table, _ := read(t, "지역,2018,2019\n가람,0,5\n", plain(func(f *wide.Format) {
		f.CSV.Marks = []ghg.CSVMark{{Text: "0", Means: confirmed}}
	}))
	records, faults := table.Records(ghg.AR5, func(wide.Row) (ghg.Record, error) { return ghg.Record{}, nil })
	require.NoError(t, faults.Err())
	assert.Equal(t, []ghg.Entry{ghg.Confirmed, ghg.NoEntry}, []ghg.Entry{records[0].Value.Entry(), records[1].Value.Entry()})
	assert.True(t, records[0].Value.IsNumber())
}
