package ghg_test

import (
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadYearlyCSV(t *testing.T) {
	view := ghg.MustDeclaredView("city total", "Daegu")
	for name, text := range map[string]string{
		"English": "year,amount,unit,status,source\n2018,9430,kt,,plan of 2021\n2022,8.70,Mt,provisional,report\n",
		"Korean":  "\ufeff연도,배출량,단위,상태,출처\r\n2018년,943,만톤,확정,plan of 2021\r\n2022,870,만톤,잠정,report\r\n",
		"order":   "source,status,unit,amount,year\nreport,provisional,Mt,8.7,2022\nplan of 2021,actual,ktCO2e,9430,2018\n",
	} {
		y, report, err := ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "Daegu", view, ghg.AR5)
		require.NoError(t, err, name)
		require.NoError(t, report.Err(), name)
		assert.Equal(t, 2, y.Len())
		f, _ := y.At(2018)
		assert.Equal(t, ghg.YearFigure{Year: 2018, Period: ghg.CalendarYear(2018), CO2e: f.CO2e, Vintage: 1, Source: "plan of 2021"}, f)
		assert.True(t, f.CO2e.Equal(ghg.MustCO2e("9.43 MtCO2e (AR5)")), name)
		f, _ = y.At(2022)
		assert.Equal(t, ghg.Provisional, f.Status, name)
		assert.Equal(t, "8700000 tCO2e (AR5)", f.CO2e.String(), name)
	}
	y, report, err := ghg.ReadYearlyCSV(strings.NewReader("year;amount;unit\n2019-07-01/2020-06-30;9,5;kt\n2021;0;t\n"),
		ghg.CSVFormat{Comma: true, Delimiter: ';'}, "Daegu", view, ghg.Unstated)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	f, _ := y.At(2019)
	assert.Equal(t, ghg.FiscalYear(2019, time.July), f.Period)
	assert.Equal(t, "9500 tCO2e", f.CO2e.String())
}

// A line that cannot be used is a fault with its line, and no figure.
func TestReadYearlyCSVFaults(t *testing.T) {
	view := ghg.MustDeclaredView("city total", "Daegu")
	const text = "year,amount,unit,status\n2018,9430,kt,\n2019,\"1,900\",kt,\n2020,,kt,\n2021,5,kWh,\n2018,9431,kt,\n22,5,kt,\n" +
		"2018-01-01/2018-06-30,5,kt,\n2023,5,t CH4,\n2024,5,kt,hoped\n,5,kt,\n"
	y, report, err := ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "Daegu", view, ghg.AR5)
	require.NoError(t, err)
	assert.Error(t, report.Err())
	assert.Equal(t, 1, y.Len())
	f, _ := y.At(2018)
	assert.Equal(t, "9430000 tCO2e (AR5)", f.CO2e.String())
	lines := map[int]string{}
	for _, f := range report.Faults.All {
		lines[f.Line] = f.Field
	}
	assert.Equal(t, map[int]string{3: "amount", 4: "amount", 5: "unit", 6: "year", 7: "year", 8: "year", 9: "unit", 10: "status", 11: "year"},
		lines)
	assert.Contains(t, report.Faults.Error(), "it is given in line 2 already: one year has one figure")

	_, report, err = ghg.ReadYearlyCSV(strings.NewReader("year,amount\n2018,5\n"), ghg.CSVFormat{}, "Daegu", view, ghg.AR5)
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), `header "unit": the column is missing (or 단위)`)
	_, _, err = ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "Daegu", view, ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, _, err = ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "", view, ghg.AR5)
	assert.Error(t, err)
	_, _, err = ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{Comma: true}, "Daegu", view, ghg.AR5)
	assert.ErrorContains(t, err, "needs another delimiter")
}

// Whatever the text is, what is read stands, and the figures and the lines that were
// lost are all there are.
func FuzzReadYearlyCSV(f *testing.F) {
	f.Add("year,amount,unit,status,source\n2018,9430,kt,actual,plan\n")
	f.Add("연도,배출량,단위\n2018년,943,만톤\n2019,-,톤\n")
	f.Add("year;amount;unit\n2018-07-01/2019-06-30;1e1000000;t\n\"2018;\n")
	view := ghg.MustDeclaredView("total", "x")
	f.Fuzz(func(t *testing.T, text string) {
		y, report, err := ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "Daegu", view, ghg.AR5)
		if err != nil {
			t.Fatal(err)
		}
		if y.Len() == 0 && report.Err() == nil && strings.Count(text, "\n") > 1 && strings.HasPrefix(text, "year,amount,unit\n2") {
			t.Fatalf("%q: read without a figure or a fault", text)
		}
		for x := range y.All() {
			assert.Equal(t, x.Year, x.Period.Year())
			assert.True(t, x.Period.IsTwelveMonths())
		}
	})
}

func TestYearlyFromRefuses(t *testing.T) {
	view := ghg.MustDeclaredView("city total", "Daegu")
	_, err := ghg.YearlyFrom("Daegu", view, ghg.AR5, []ghg.OfYear[ghg.Mass]{{Year: 2018}, {Year: 2019, Value: ghg.MustMass("1 t CH4")}})
	assert.EqualError(t, err, `Daegu in 2018, amount: state it, such as ghg.MustMass("9.43 Mt"); 0 t has to be said
Daegu in 2019, amount "1 t CH4": it is CO2e on the metric of the series: give a mass that names no gas`)
	_, err = ghg.YearlyFrom("Daegu", view, ghg.Metric{}, nil)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	y, err := ghg.YearlyFrom("Daegu", view, ghg.AR5, []ghg.OfYear[ghg.Mass]{{Year: 2018, Value: ghg.MustMass("0 t")}})
	require.NoError(t, err)
	assert.Equal(t, 1, y.Len())
}

func TestYearlyOfDeclaredRefuses(t *testing.T) {
	figure, err := ghg.ParseFigure("9.43", ghg.Megatonne)
	require.NoError(t, err)
	total := ghg.DeclaredTotal{Place: "Daegu", Period: ghg.CalendarYear(2018), Declared: ghg.Declared{View: gpc.Basic, Figure: figure}}
	part, half, empty, elsewhere := total, total, total, total
	part.Node = "I"
	half.Period, _ = ghg.NewPeriod(ghg.MustDate("2018-01-01"), ghg.MustDate("2018-06-30"))
	empty.Figure = ghg.Figure{}
	elsewhere.Place = "Busan"
	for want, x := range map[string]ghg.DeclaredTotal{"it is the total of a part": part, "a printed figure is needed": empty,
		"does not cover twelve months": half, `place "Daegu" and "Busan"`: elsewhere} {
		_, err := ghg.YearlyOfDeclared(ghg.AR5, ghg.Actual, "plan", total, x)
		assert.ErrorContains(t, err, want)
	}
	_, err = ghg.YearlyOfDeclared(ghg.AR5, ghg.Actual, "plan", total, total)
	assert.ErrorContains(t, err, "given twice")
	_, err = ghg.YearlyOfDeclared(ghg.Metric{}, ghg.Actual, "plan", total)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = ghg.YearlyOfDeclared(ghg.AR5, ghg.Actual, "plan")
	assert.Error(t, err)
}

// What stands is returned beside the faults of what does not.
func TestInventories(t *testing.T) {
	at := func(place ghg.PlaceID, year int, code string) ghg.Record {
		r := rec(code, ghg.CO2, mass("1 t"))
		r.Place, r.Period = place, ghg.CalendarYear(year)
		return r
	}
	half := at("Daegu", 2020, "I.1.1")
	half.Period, _ = ghg.NewPeriod(ghg.MustDate("2020-01-01"), ghg.MustDate("2020-06-30"))
	all, findings, err := ghg.Inventories([]ghg.Record{at("Daegu", 2019, "I.1.1"), at("Busan", 2018, "I.1.1"), at("Daegu", 2018, "IX"),
		at("Daegu", 2019, "I.1.2"), half}, gpc.Scheme, 2)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 1)
	assert.Equal(t, ghg.PlaceID("Daegu"), faults.All[0].Place)
	assert.Equal(t, ghg.CalendarYear(2018), faults.All[0].Period)
	require.Len(t, all, 3)
	for i, want := range []string{"Daegu 2019", "Busan 2018", "Daegu 2020-01-01/2020-06-30"} {
		assert.Equal(t, want, string(all[i].Place())+" "+all[i].Period().String())
		assert.Equal(t, ghg.Vintage(2), all[i].Vintage())
	}
	assert.Equal(t, 2, all[0].Len())
	assert.Equal(t, "Daegu 2020-01-01/2020-06-30, not-twelve-months: an inventory covers twelve months without a break", findings.String())
	none, _, err := ghg.Inventories(nil, gpc.Scheme, 1)
	assert.NoError(t, err)
	assert.Empty(t, none)
	_, _, err = ghg.Inventories([]ghg.Record{at("Daegu", 2019, "I.1.1")}, ghg.Scheme{}, 1)
	assert.ErrorContains(t, err, "an inventory needs a scheme")
}

// A finding on a line of the file says its line, and needs no inventory beside it.
func TestInventoriesNameLines(t *testing.T) {
	const file = `place,year,category,mass,unit,gas
Daegu,2018,I.1.1,5,kt,CO2
Busan,2019,I.1.1,-3,kt,CO2
Busan,2020-01-01/2020-06-30,I.1.1,2,kt,CO2
`
	records, _ := readCSV(t, file)
	_, findings, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	assert.Equal(t, `line 3, I.1.1, negative-value: the scheme has no removals here; it counts as it stands
Busan 2020-01-01/2020-06-30, not-twelve-months: an inventory covers twelve months without a break`, findings.String())
}

// A fault of a line of the file says its line; one of a record made in code says which
// record it is.
func TestInventoriesNameLinesOfFaults(t *testing.T) {
	read, made := rec("IX", ghg.CO2, mass("1 t")), rec("IX", ghg.CO2, mass("1 t"))
	read.Line = 7
	_, _, err := ghg.Inventories([]ghg.Record{read, made}, gpc.Scheme, ghg.FirstVintage)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 2)
	assert.Equal(t, []string{"", "record 1"}, []string{faults.All[0].Of, faults.All[1].Of})
	assert.Equal(t, 7, faults.All[0].Line)
}
