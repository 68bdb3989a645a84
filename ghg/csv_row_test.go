package ghg_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A contractor's table of electricity bills, read with its units.
func ExampleCSVRow_Quantity() {
	bills := strings.NewReader(`연도,배출원,사용량,단위,비중
2023년,I.2.2,1290.5,MWh,45%
2023,I.2.9,12,톤,0.4
`)
	columns := []ghg.CSVColumn{
		{Name: "year", Aliases: []string{"연도"}}, {Name: "category", Aliases: []string{"배출원"}},
		{Name: "used", Aliases: []string{"사용량"}}, {Name: "unit", Aliases: []string{"단위"}}, {Name: "share", Aliases: []string{"비중"}},
	}
	report, err := ghg.ReadCSVRows(bills, ghg.CSVFormat{Scheme: gpc.Scheme}, columns, func(row ghg.CSVRow) {
		used, _ := row.Quantity("used", "unit")
		category, _ := row.Category("category", row.Scheme("scheme"))
		if share := row.Share("share"); !row.IsFaulty() {
			fmt.Println(row.Year("year"), category, used, share)
		}
	})
	fmt.Println(report.Err(), err)
	// Output:
	// 2023 GPC 1.1 I.2.2 1290.5 MWh 45%
	// line 3, 배출원 "I.2.9": no category of GPC 1.1 <nil>
}

// Published totals with the metric and the day of each: what a line leaves out, the
// file says.
func ExampleCSVRow_CO2e() {
	file := strings.NewReader(`year,total,unit,gwp,published
2018,897만,t,,2022.12.30.
2018,8.97,백만톤,AR5,2022.12.30.
2018,943,만톤,,2021.12.14.
`)
	columns := []ghg.CSVColumn{{Name: "year"}, {Name: "total"}, {Name: "unit"}, {Name: "gwp"}, {Name: "published"}}
	report, err := ghg.ReadCSVRows(file, ghg.CSVFormat{}, columns, func(row ghg.CSVRow) {
		total, ok := row.CO2e("total", "unit", "gwp", ghg.Unstated)
		if day := row.Day("published"); ok && !row.IsFaulty() {
			fmt.Println(row.Year("year"), total, day, row.Metric("gwp", ghg.Unstated).ID())
		}
	})
	fmt.Println(report.Err(), err)
	// Output:
	// 2018 8970000 tCO2e (AR5) 2022-12-30 AR5
	// 2018 9430000 tCO2e 2021-12-14 unstated
	// line 2, total "897만": not a number: "만" is not allowed in it <nil>
}

// Each kind of cell: what is read, and what is refused with which fault.
func TestCSVRowCells(t *testing.T) {
	columns := []ghg.CSVColumn{{Name: "a"}, {Name: "unit"}, {Name: "metric"}, {Name: "scheme"}}
	own, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "own 1", Title: "Own", Source: "s",
		Nodes: []ghg.Node{{Code: "X", Name: "x", Reportable: true}}})
	require.NoError(t, err)
	set := words.NewSet[uint8](1, []string{"one", "two"}, map[string]uint8{"둘": 2})
	read := func(row string, f ghg.CSVFormat, cell func(ghg.CSVRow) any) (string, string) {
		f.Delimiter = ';'
		f.Scheme, f.Schemes = gpc.Scheme, []ghg.Scheme{own}
		var got string
		report, err := ghg.ReadCSVRows(strings.NewReader("a;unit;metric;scheme\n"+row+"\n"), f, columns,
			func(r ghg.CSVRow) { got = fmt.Sprint(cell(r)) })
		require.NoError(t, err)
		var faults []string
		for _, x := range report.Faults.All {
			faults = append(faults, x.Code+": "+x.Error())
		}
		return got, strings.Join(faults, "|")
	}
	co2e := func(otherwise ghg.Metric) func(ghg.CSVRow) any {
		return func(r ghg.CSVRow) any { c, _ := r.CO2e("a", "unit", "metric", otherwise); return c }
	}
	for name, x := range map[string]struct {
		row    string
		cell   func(ghg.CSVRow) any
		got    string
		faults string
	}{
		"guarded text":   {"'=5;;;", func(r ghg.CSVRow) any { return r.Text("a") }, "=5", ""},
		"no such column": {"5;;;", func(r ghg.CSVRow) any { return r.Text("b") }, "", ""},
		"needed":         {";x;;", func(r ghg.CSVRow) any { return r.Need("a") }, "", `missing-field: line 2, a: it is needed`},
		"needed column":  {"5;;;", func(r ghg.CSVRow) any { return r.Need("b") }, "", `missing-field: line 2, b: it is needed`},
		"ID":             {"E-1;;;", func(r ghg.CSVRow) any { return r.ID("a") }, "E-1", ""},
		"long ID": {strings.Repeat("x", 201) + ";;;", func(r ghg.CSVRow) any { return r.ID("a") }, "",
			`field: line 2, a "` + strings.Repeat("x", 60) + `"…: longer than 200 bytes`},
		"scope":    {"스코프 2;;;", func(r ghg.CSVRow) any { return r.Scope("a") }, "scope 2", ""},
		"no scope": {";x;;", func(r ghg.CSVRow) any { return r.Scope("a") }, "scope unspecified", ""},
		"unlike scope": {"4;;;", func(r ghg.CSVRow) any { return r.Scope("a") }, "scope unspecified",
			`field: line 2, a "4": allowed are 1, 2, 3`},
		"list":    {`"x; ;y;";;;`, func(r ghg.CSVRow) any { return r.List("a") }, "[x y]", ""},
		"year":    {"2031 년;;;", func(r ghg.CSVRow) any { return r.Year("a") }, "2031", ""},
		"no year": {";x;;", func(r ghg.CSVRow) any { return r.Year("a") }, "0", ""},
		"a period": {"2018-04-01/2019-03-31;;;", func(r ghg.CSVRow) any { return r.Year("a") }, "0",
			`period: line 2, a "2018-04-01/2019-03-31": write a year from 1850 to 2300`},
		"day":    {"2026. 3. 1.;;;", func(r ghg.CSVRow) any { return r.Day("a") }, "2026-03-01", ""},
		"no day": {";x;;", func(r ghg.CSVRow) any { return r.Day("a") == ghg.Date{} }, "true", ""},
		"short year": {"26/3/1;;;", func(r ghg.CSVRow) any { return r.Day("a") == ghg.Date{} }, "true",
			`period: line 2, a "26/3/1": write a day from 1850 to 2300 as 2026-03-01`},
		"31 February": {"2026-02-31;;;", func(r ghg.CSVRow) any { return r.Day("a") == ghg.Date{} }, "true",
			`period: line 2, a "2026-02-31": write a day from 1850 to 2300 as 2026-03-01`},
		"number":    {"-12.50;;;", func(r ghg.CSVRow) any { n, ok := r.Number("a"); return fmt.Sprint(n, ok) }, "-12.5 true", ""},
		"no number": {";x;;", func(r ghg.CSVRow) any { n, ok := r.Number("a"); return fmt.Sprint(n, ok) }, "0 false", ""},
		"bad number": {"1,5;;;", func(r ghg.CSVRow) any { n, ok := r.Number("a"); return fmt.Sprint(n, ok) }, "0 false",
			`number: line 2, a "1,5": not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)`},
		"percent":         {"30 %;;;", func(r ghg.CSVRow) any { return r.Share("a") }, "30%", ""},
		"fraction":        {"0.3;;;", func(r ghg.CSVRow) any { return r.Share("a") }, "30%", ""},
		"no share":        {";x;;", func(r ghg.CSVRow) any { return r.Share("a").IsUnset() }, "true", ""},
		"bare 30":         {"30;;;", func(r ghg.CSVRow) any { return r.Share("a").IsUnset() }, "true", `number: line 2, a "30": `},
		"no share at all": {"x%;;;", func(r ghg.CSVRow) any { return r.Share("a").IsUnset() }, "true", `number: line 2, a "x%": not a number: `},
		"CO2e":            {"9.43;백만톤;AR5;", co2e(ghg.Metric{}), "9430000 tCO2e (AR5)", ""},
		"CO2e by default": {"5;tCO2eq;;", co2e(ghg.SAR), "5 tCO2e (SAR)", ""},
		"CO2e, no metric": {"5;t;;", co2e(ghg.Metric{}), "0 tCO2e", `missing-field: line 2, metric: a metric is needed`},
		"CO2e, metric":    {"5;t;AR9;", co2e(ghg.SAR), "5 tCO2e (SAR)", `unknown-metric: line 2, metric "AR9": `},
		"CO2e of CH4":     {"5;t CH4;;", co2e(ghg.SAR), "0 tCO2e", `unit: line 2, unit "t CH4": CO2e is needed, not a mass of CH4`},
		"CO2e, no unit":   {"5;;SAR;", co2e(ghg.SAR), "0 tCO2e", `unit: line 2, unit: a mass needs a unit`},
		"CO2e, no amount": {";t;SAR;", co2e(ghg.SAR), "0 tCO2e", `missing-field: line 2, a: it is needed`},
		"CO2e, too large": {"1e30;Gt;SAR;", co2e(ghg.SAR), "0 tCO2e (SAR)", `number: line 2, a "1e30": `},
		"quantity":        {"12.5;천㎥;;", func(r ghg.CSVRow) any { q, _ := r.Quantity("a", "unit"); return q }, "12.5 thousand m3", ""},
		"quantity, unit": {"12.5;ton;;", func(r ghg.CSVRow) any { _, ok := r.Quantity("a", "unit"); return ok }, "false",
			`unit: line 2, unit "ton": `},
		"quantity, none": {";kWh;;", func(r ghg.CSVRow) any { _, ok := r.Quantity("a", "unit"); return ok }, "false",
			`missing-field: line 2, a: it is needed`},
		"quantity, bare": {"5;;x;", func(r ghg.CSVRow) any { _, ok := r.Quantity("a", "unit"); return ok }, "false",
			`missing-field: line 2, unit: it is needed`},
		"scheme": {"X;;;own 1", func(r ghg.CSVRow) any { c, ok := r.Category("a", r.Scheme("scheme")); return c.Code + fmt.Sprint(ok) },
			"Xtrue", ""},
		"other scheme": {"X;;;else", func(r ghg.CSVRow) any { _, ok := r.Category("a", r.Scheme("scheme")); return ok }, "false",
			`unknown-scheme: line 2, scheme "else": `},
		"sector": {"III;;;", func(r ghg.CSVRow) any { c, _ := r.Category("a", r.Scheme("b")); return c.Code }, "III", ""},
		"no category": {";x;;", func(r ghg.CSVRow) any { _, ok := r.Category("a", gpc.Scheme); return ok }, "false",
			`missing-field: line 2, a: a category is needed`},
		"no column":   {"X;;;", func(r ghg.CSVRow) any { _, ok := r.Category("b", gpc.Scheme); return ok }, "false", ""},
		"word":        {"Two;;;", func(r ghg.CSVRow) any { return ghg.CSVWord(r, "stage", "a", set) }, "2", ""},
		"Korean word": {"둘;;;", func(r ghg.CSVRow) any { return ghg.CSVWord(r, "stage", "a", set) }, "2", ""},
		"no word":     {";x;;", func(r ghg.CSVRow) any { return ghg.CSVWord(r, "stage", "a", set) }, "0", ""},
		"unknown word": {"셋;;;", func(r ghg.CSVRow) any { return ghg.CSVWord(r, "stage", "a", set) }, "0",
			`stage: line 2, a "셋": allowed are one, two (둘)`},
	} {
		t.Run(name, func(t *testing.T) {
			got, faults := read(x.row, ghg.CSVFormat{}, x.cell)
			assert.Equal(t, x.got, got)
			if x.faults == "" {
				assert.Empty(t, faults)
			}
			assert.True(t, strings.HasPrefix(faults, x.faults), faults)
		})
	}
	got, faults := read("12,5;;;", ghg.CSVFormat{Comma: true}, func(r ghg.CSVRow) any { n, _ := r.Number("a"); return n })
	assert.Equal(t, "12.5", got)
	assert.Empty(t, faults)
}
