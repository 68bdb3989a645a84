package wide_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var regionAndUse = func(f *wide.Format) {
	f.Labels = []string{"지역", "용도"}
	f.SumRows = []wide.SumRow{{Label: "지역", Text: "합계"}, {Label: "용도", Text: "소계"}}
}

// A sum of which a part was not read is not wrong: it is not checked. One of other parts is.
func TestSumsOfRowsThatWereNotRead(t *testing.T) {
	_, report := read(t, "지역,용도,2018\n가,집,1.5\n가,일,3x\n가,소계,4.5\n나,집,1.0\n나,소계,2.5\n다,집,-\n다,소계,2\n합계,,9.5\n", plain(regionAndUse))
	assert.Equal(t, 2, report.Faults.Len())
	var got []string
	for _, f := range report.Findings.All {
		got = append(got, fmt.Sprintf("%d %s", f.Line, f.Code))
	}
	assert.ElementsMatch(t, []string{"4 declared-unreconciled", "6 total-mismatch", "8 declared-unreconciled", "9 declared-unreconciled"}, got)

	// What looks like a sum and is not named is no part of one.
	_, report = read(t, "지역,용도,2018\n가,집,1.5\n가,누계,1.5\n합계,,1.5\n", plain(regionAndUse))
	assert.Equal(t, 1, report.Faults.Len())
	assert.Zero(t, report.Findings.Len(), report.Findings)
}

func TestSumsAreHeldAgainstTheirParts(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       []string
	}{
		{"agree", "가,집,1.5,2\n가,일,3,4\n가,소계,4.5,6\n나,집,1,1\n합계,집,2.5,3\n합계,,5.5,7\n합계,소계,5.5,7\n", nil},
		{"off beyond rounding", "가,집,1.5,2\n가,일,3,4\n가,소계,5.7,8\n",
			[]string{"line 4, 가 / 소계, total-mismatch: its 2 parts give another sum, beyond rounding, in 2018, 2019"}},
		// 1.5 and 3.0 stand for up to 4.6, and 4.7 for as little as 4.65; so 4.6 is explained and 4.7 is not.
		{"off by rounding", "가,집,1.5,2.0\n가,일,3.0,4.0\n가,소계,4.6,6.1\n",
			[]string{"line 4, 가 / 소계, total-rounded: its 2 parts give another sum, which rounding explains, in 2018, 2019"}},
		{"at the edge of rounding", "가,집,1.5,2.0\n가,일,3.0,4.0\n가,소계,4.65,6\n",
			[]string{"line 4, 가 / 소계, total-mismatch: its 2 parts give another sum, beyond rounding, in 2018"}},
		{"a part is blank", "가,집,1.5,\n가,일,3,4\n가,소계,4.5,6\n",
			[]string{"line 4, 가 / 소계, declared-unreconciled: it is not checked, as some of its 2 parts are blank, not read " +
				"or in other units, in 2019"}},
		{"the sum is blank", "가,집,1.5,1\n가,일,3,4\n가,소계,4.5,\n", nil},
		{"no parts", "가,집,1.5,1\n나,소계,4.5,\n",
			[]string{"line 3, total-without-parts: the row is a sum, and no row is a part of it: its figures are in none"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, report := read(t, "지역,용도,2018,2019\n"+c.rows, plain(regionAndUse))
			require.NoError(t, report.Err())
			var got []string
			for _, f := range report.Findings.All {
				got = append(got, f.String())
				assert.NotEmpty(t, f.DetailKo, f.Code)
				assert.NotEmpty(t, f.Stated, f.Code)
			}
			assert.Equal(t, c.want, got)
			rows, totals := 0, 0
			for range table.Rows() {
				rows++
			}
			for range table.SumRows() {
				totals++
			}
			assert.Equal(t, strings.Count(c.rows, "\n"), rows+totals, "no row is lost")
			assert.Equal(t, strings.Count(c.rows, "합계,")+strings.Count(c.rows, "소계,")-strings.Count(c.rows, "합계,소계"), totals)
		})
	}
}

// A city above its districts is the sum of those that are named, and of no others.
func TestCityAboveItsDistricts(t *testing.T) {
	format := plain(func(f *wide.Format) {
		f.SumRows = []wide.SumRow{{Label: "지역", Text: "수원시", Of: []string{"장안구", "권선구"}}, {Label: "지역", Text: "도계"}}
	})
	table, report := read(t, "지역,2018\n수원시,7\n장안구,3\n권선구,4\n오산시,5\n도계,12\n", format)
	assert.Empty(t, report.Findings.All)
	assert.Equal(t, []string{"3 장안구 | 3 천톤", "4 권선구 | 4 천톤", "5 오산시 | 5 천톤"}, shown(table, "지역"))
}

// Masses add up in whatever units they are; of other units a sum has one.
func TestUnitsOfPartsAndSum(t *testing.T) {
	format := plain(regionAndUse, func(f *wide.Format) { f.Unit = wide.UnitIn("단위") })
	_, report := read(t, "지역,용도,단위,2018\n가,집,천톤,1.500\n가,일,t,2\n가,소계,천톤,1.502\n", format)
	assert.Empty(t, report.Findings.All)
	for _, rows := range []string{
		"가,집,MWh,1\n가,일,t,2\n가,소계,MWh,3\n",
		"가,집,t,1\n가,소계,MWh,1\n",
		"가,집,tCO2,1\n가,소계,tCO2e,1\n",
		"가,집,tCH4,1\n가,소계,tN2O,1\n",
	} {
		_, report = read(t, "지역,용도,단위,2018\n"+rows, format)
		assert.Equal(t, []string{ghg.FindingUnreconciled}, codes(report.Findings), rows)
	}
	// 1 천톤 may be off by 500 t, which explains 1499 t; 1500.6 t is beyond the two halves.
	_, report = read(t, "지역,용도,단위,2018\n가,집,천톤,1\n가,소계,t,1500\n나,집,천톤,1\n나,소계,t,1501\n", format)
	assert.Equal(t, []string{ghg.FindingTotalRounded, ghg.FindingTotalMismatch}, codes(report.Findings))
}

func TestColumnsOfSums(t *testing.T) {
	format := plain(func(f *wide.Format) { f.SumColumns = []wide.Column{{Head: "합계"}} })
	_, report := read(t, "지역,2018,2019,합계\n가,1.5,2,3.5\n나,1.2,2.2,3.5\n다,1,2,9\n라,1,,9\n마,1,2,\n바,1,1,7\n", format)
	require.NoError(t, report.Err())
	var got []string
	for _, f := range report.Findings.All {
		got = append(got, f.Severity.String()+": "+f.String())
		assert.NotEmpty(t, f.DetailKo)
	}
	assert.Equal(t, []string{
		"serious: line 4, total-mismatch: the figures of the row give another sum than its column states, on lines 4, 7",
		"note: line 3, total-rounded: the figures of the row give another sum, which rounding explains, on line 3",
		"warning: line 5, declared-unreconciled: the sum is not checked, as some figures are blank or in other units, on line 5",
	}, got)
	_, report = read(t, "지역,2018 (t),2019 (kg),합계\n가,1,2,1003\n", plain(func(f *wide.Format) {
		f.SumColumns, f.Unit = []wide.Column{{Head: "합계", Unit: "kg"}}, wide.UnitInHeader
	}))
	assert.Equal(t, []string{ghg.FindingTotalRounded}, codes(report.Findings))
}

// Random tables agree with sums made in another way; a sum that was changed is found.
func TestSumsOfRandomTables(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 200 {
		regions, uses, years := 1+r.Intn(4), 1+r.Intn(4), 1+r.Intn(4)
		text := "지역,용도"
		for y := range years {
			text += fmt.Sprint(",", 2000+y)
		}
		text += "\n"
		all := make([]*big.Rat, years)
		wrong := r.Intn(2) == 0
		for y := range all {
			all[y] = new(big.Rat)
		}
		for g := range regions {
			sums := make([]*big.Rat, years)
			for u := range uses {
				text += fmt.Sprintf("지역%d,용도%d", g, u)
				for y := range years {
					cell := fmt.Sprintf("%d.%03d", r.Intn(2000)-500, r.Intn(1000))
					n, _ := new(big.Rat).SetString(cell)
					if sums[y] == nil {
						sums[y] = new(big.Rat)
					}
					sums[y].Add(sums[y], n)
					all[y].Add(all[y], n)
					text += "," + cell
				}
				text += "\n"
			}
			text += fmt.Sprintf("지역%d,소계", g)
			for y := range years {
				text += "," + sums[y].FloatString(3)
			}
			text += "\n"
		}
		if wrong {
			all[0].Add(all[0], big.NewRat(1, 1)) // 16 rounded parts explain 0.0085 at most
		}
		text += "합계,"
		for y := range years {
			text += "," + all[y].FloatString(3)
		}
		_, report, err := wide.Read(strings.NewReader(text+"\n"), plain(regionAndUse))
		require.NoError(t, err)
		require.NoError(t, report.Err())
		if !wrong {
			assert.Empty(t, report.Findings.All, text)
			continue
		}
		require.Equal(t, []string{ghg.FindingTotalMismatch}, codes(report.Findings), text)
		assert.Contains(t, report.Findings.All[0].Detail, "in 2000")
	}
}

func TestYearsOfMonths(t *testing.T) {
	head, one, two := "지역", "가람", "나래"
	for m := 1; m <= 12; m++ {
		head += fmt.Sprintf(",2025-%02d", m)
		one += fmt.Sprintf(",%d.%d", m, m)
		two += fmt.Sprint(",", m)
	}
	text := head + ",2026-01,2024\n" + one + ",7,8\n" + two + ",7,8\n" + strings.Replace(two, "나래", "합계", 1) + ",7,16\n"
	table, _ := read(t, text, plain(func(f *wide.Format) { f.SumRows = []wide.SumRow{{Label: "지역", Text: "합계"}} }))
	years, findings := table.ByYear()
	// 1.1 + 2.2 + … + 9.9 + 10.10 + 11.11 + 12.12 = 49.5 + 33.33
	assert.Equal(t, []string{"2 가람 | 8 천톤 | 82.83 천톤 | unfinished", "3 나래 | 8 천톤 | 78 천톤 | unfinished"}, shown(years, "지역"))
	require.Equal(t, []string{wide.FindingUnfinished}, codes(findings))
	assert.Equal(t, "line 2, unfinished-year: no figure is made of the months there are, "+
		"without 02, 03, 04, 05, 06, 07, 08, 09, 10, 11, 12, on lines 2, 3", findings.All[0].String())
	assert.Equal(t, "2026", findings.All[0].Stated)
	for r := range years.SumRows() {
		assert.Equal(t, "합계", r.Label("지역"))
	}
	records, faults := years.Records(ghg.AR5, func(wide.Row) (ghg.Record, error) { return ghg.Record{}, nil })
	assert.Empty(t, faults.All)
	assert.True(t, records[2].Value.IsMissing(), "an unfinished year is missing, not low")

	// A month that is blank, or in another unit, makes no year.
	units := strings.ReplaceAll(head, "2025-07", "2025-07 (kg)")
	for m := 1; m <= 12; m++ {
		units = strings.ReplaceAll(units, fmt.Sprintf("2025-%02d,", m), fmt.Sprintf("2025-%02d (t),", m))
	}
	units = strings.ReplaceAll(units, "2025-12", "2025-12 (t)")
	table, _ = read(t, units+"\n"+one+"\n", plain(func(f *wide.Format) { f.Unit = wide.UnitInHeader }))
	years, findings = table.ByYear()
	assert.Equal(t, []string{"2 가람 | unfinished"}, shown(years, "지역"))
	assert.Contains(t, findings.All[0].Detail, "without 07, on line 2")
}

// Any parts that cover a year make it: quarters, and months beside them; a fiscal year
// stands as it is.
func TestYearsOfOtherParts(t *testing.T) {
	span := func(first, last string) ghg.Period {
		p, err := ghg.NewPeriod(ghg.MustDate(first), ghg.MustDate(last))
		require.NoError(t, err)
		return p
	}
	for want, columns := range map[string][]ghg.Period{
		"2 가 | 7 t":                     {span("2024-01-01", "2024-02-29"), span("2024-03-01", "2024-11-15"), span("2024-11-16", "2024-12-31")},
		"2 가 | unfinished":              {span("2024-01-01", "2024-02-28"), span("2024-03-01", "2024-11-15"), span("2024-11-16", "2024-12-31")},
		"2 가 | 1 t | 2 t | unfinished":  {ghg.FiscalYear(2022, 4), ghg.FiscalYear(2023, 4), span("2024-04-01", "2024-12-31")},
		"2 가 | unfinished | unfinished": {span("2024-01-01", "2024-06-30"), span("2024-07-01", "2025-01-01"), span("2025-01-02", "2025-12-31")},
	} {
		format := wide.Format{Labels: []string{"지역"}, Unit: wide.UnitOf("t")}
		for i, p := range columns {
			format.Columns = append(format.Columns, wide.Column{Head: string("abc"[i]), Period: p})
		}
		table, _ := read(t, "지역,a,b,c\n가,1,2,4\n", format)
		years, _ := table.ByYear()
		assert.Equal(t, []string{want}, shown(years, "지역"))
	}
}

// Reading takes time in proportion to the table, however many rows are sums.
func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{1000, 2000, 4000} {
		var text strings.Builder
		text.WriteString("지역,용도,2018,2019\n")
		for i := range rows {
			fmt.Fprintf(&text, "지역%d,집,1.5,2\n지역%d,소계,1.5,2\n", i, i)
		}
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := wide.Read(strings.NewReader(text.String()), plain(regionAndUse)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*2*rows), "ns/row")
		})
	}
}
