package gir_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case; its fields are those of each kind.
type vector struct {
	ID       string
	Topic    string
	Inputs   json.RawMessage
	Expected json.RawMessage
}

// amounts are figures in kt, by name.
type amounts map[string]string

// read unpacks a part of a vector.
func read[T any](t *testing.T, text json.RawMessage) (v T) {
	t.Helper()
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

func number(t *testing.T, text string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(text)
	require.NoError(t, err)
	return d
}

// equal compares as numbers.
func equal(t *testing.T, want string, got decimal.Decimal) {
	t.Helper()
	assert.True(t, number(t, want).Equal(got), "want %s, have %s", want, got)
}

// near holds a quotient to the expected number, within 1e-12 of it.
func near(t *testing.T, want string, a, b decimal.Decimal) {
	t.Helper()
	v, err := exact.Quotient(a, b, 20)
	require.NoError(t, err)
	w := number(t, want)
	assert.True(t, w.Sub(v).Abs().LessThanOrEqual(w.Abs().Shift(-12)), "want %s, have %s", want, v)
}

// line is a record of kt on a metric.
func line(t *testing.T, code, kt string, m ghg.Metric) ghg.Record {
	t.Helper()
	c, err := ghg.NewCO2e(number(t, kt), ghg.Kilotonne, m)
	require.NoError(t, err)
	r := record(code, "0")
	r.Value = ghg.Equivalent(c)
	return r
}

func sum(t *testing.T, inv ghg.Inventory, v ghg.View, m ghg.Metric) decimal.Decimal {
	t.Helper()
	total, err := inv.Total(v, m)
	require.NoError(t, err)
	return total.CO2e.Tonnes().Shift(-3)
}

// vectorTests prove the worked cases of views. Of a target, what belongs here is
// whether its two ends may meet; its remarks are the target's.
var vectorTests = map[string]func(*testing.T, vector){
	"kr-national-gross-net-1990":         testNationalVector,
	"kr-national-gross-net-1997":         testNationalVector,
	"kr-national-gross-net-2005":         testNationalVector,
	"kr-national-2018-remainders":        testRemainderVector,
	"kr-gyeongnam-managed-2016":          testManagedVector,
	"kr-gyeongnam-managed-2018":          testManagedVector,
	"kr-gyeongnam-two-vintages-2018":     testVintagesVector,
	"kr-gwangju-managed-with-industry":   testIndustryVector,
	"kr-daegu-two-base-years":            testBaseYearsVector,
	"kr-gyeongnam-gross-base-net-target": testGrossBaseVector,
	"kr-national-gross-base-net-target":  testGrossBaseVector,
	"kr-ndc2035-range":                   testNDC2035Vector,
	"kr-ndc2030-sum-2021-10":             testNDC2030Vector,
	"kr-road-variants":                   testRoadVector,
	"kr-managed-buildings-jinju":         testJinjuVector,
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/korea.json")
	require.NoError(t, err)
	n := map[string]int{}
	for _, v := range read[struct{ Vectors []vector }](t, text).Vectors {
		tests, ours := map[string]map[string]func(*testing.T, vector){"korea/views": vectorTests, "factor": factorVectorTests}[v.Topic]
		if !ours {
			continue
		}
		n[v.Topic]++
		t.Run(v.ID, func(t *testing.T) {
			require.Contains(t, tests, v.ID)
			tests[v.ID](t, v)
		})
	}
	assert.Len(t, vectorTests, n["korea/views"])
	assert.Len(t, factorVectorTests, n["factor"])
}

// sectorLines are a line of each sector of the national inventory, on which a test
// puts the figure of the sector.
var sectorLines = map[string]string{"1": "1.A.2", "2": "2.A", "4": "4.A", "6": "6.C", "5_LULUCF": "5"}

func testNationalVector(t *testing.T, v vector) {
	in := read[struct{ KT amounts }](t, v.Inputs)
	want := read[struct{ Gross_kt, Net_kt string }](t, v.Expected)
	var records []ghg.Record
	for sector, kt := range in.KT {
		require.Contains(t, sectorLines, sector)
		records = append(records, line(t, sectorLines[sector], kt, ghg.SAR))
	}
	inv := inventory(t, records...)
	equal(t, want.Gross_kt, sum(t, inv, gir.Gross, ghg.SAR))
	equal(t, want.Net_kt, sum(t, inv, gir.Net, ghg.SAR))
}

// The sectors are declared totals, which their lines do not reach.
func testRemainderVector(t *testing.T, v vector) {
	in := read[struct{ KT amounts }](t, v.Inputs)
	want := read[struct{ Remainder_kt amounts }](t, v.Expected)
	var records []ghg.Record
	var declared []ghg.Declared
	for code, kt := range in.KT {
		switch code {
		case "2", "4", "6":
			f, err := ghg.ParseFigure(kt, ghg.Kilotonne)
			require.NoError(t, err)
			declared = append(declared, ghg.Declared{View: gir.Gross, Node: code, Figure: f})
		default:
			records = append(records, line(t, code, kt, ghg.SAR))
		}
	}
	inv := inventory(t, records...)
	total, err := inv.Total(gir.Gross, ghg.SAR)
	require.NoError(t, err)
	for code, kt := range want.Remainder_kt {
		part, err := total.At(code)
		require.NoError(t, err)
		equal(t, kt, number(t, in.KT[code]).Sub(part.CO2e.Tonnes().Shift(-3)))
	}
	findings := inv.Reconcile(ghg.SAR, declared...)
	var codes []string
	for _, f := range findings.All {
		assert.Equal(t, ghg.FindingTotalMismatch, f.Code)
		codes = append(codes, f.Category.Code)
	}
	assert.ElementsMatch(t, []string{"2", "4", "6"}, codes)
}

// Two pages of one publisher are two vintages: a series takes one of them for a year.
func testVintagesVector(t *testing.T, v vector) {
	in := read[struct{ Page_a_kt, Page_b_kt amounts }](t, v.Inputs)
	want := read[struct{ B_minus_a_kt amounts }](t, v.Expected)
	views := map[string]ghg.View{"buildings": gir.Buildings, "transport": gir.Transport, "agriculture": gir.Agriculture, "sinks": gir.Sinks}
	for name, kt := range want.B_minus_a_kt {
		a, b := number(t, in.Page_a_kt[name]), number(t, in.Page_b_kt[name])
		equal(t, kt, b.Sub(a))
		var figures []ghg.YearFigure
		for i, d := range []decimal.Decimal{a, b} {
			c, err := ghg.NewCO2e(d, ghg.Kilotonne, ghg.Unstated)
			require.NoError(t, err)
			figures = append(figures, ghg.YearFigure{Year: 2018, CO2e: c, Vintage: ghg.Vintage(i + 1)})
		}
		_, err := ghg.NewYearly("경상남도", views[name], ghg.Unstated, figures[:1])
		require.NoError(t, err)
		_, err = ghg.NewYearly("경상남도", views[name], ghg.Unstated, figures)
		assert.Error(t, err, "one year has one vintage")
	}
}

// A city's own list is another view than the guideline's.
func testIndustryVector(t *testing.T, v vector) {
	in := read[struct{ KT amounts }](t, v.Inputs)
	want := read[amounts](t, dropped(t, v.Expected, "compared"))
	own, err := ghg.NewView(ghg.ViewDefinition{Name: gir.ManagedWithoutSinks.Name(), Scheme: gir.Scheme,
		Categories: append(gir.ManagedWithoutSinks.Categories(), "1.A.2", "1.A.5")})
	require.NoError(t, err)
	var records []ghg.Record
	for name, kt := range in.KT {
		require.Contains(t, managedLines, name)
		records = append(records, line(t, managedLines[name], kt, ghg.Unstated))
	}
	inv := inventory(t, records...)
	with := sum(t, inv, own, ghg.Unstated)
	equal(t, want["as Gwangju kt"], with)
	equal(t, want["as Gyeongnam kt"], sum(t, inv, gir.ManagedWithoutSinks, ghg.Unstated))
	near(t, want["industry_share"], number(t, in.KT["industry 산업"]), with)
	var differs *ghg.MismatchError
	require.ErrorAs(t, basis(own, ghg.AR5).Meets("Gwangju's", basis(gir.ManagedWithoutSinks, ghg.AR5), "table 10"), &differs)
	assert.True(t, differs.In(ghg.AspectView), "though they are called alike")
}

// dropped is an object without one of its fields.
func dropped(t *testing.T, text json.RawMessage, field string) json.RawMessage {
	t.Helper()
	all := read[map[string]json.RawMessage](t, text)
	require.Contains(t, all, field)
	delete(all, field)
	out, err := json.Marshal(all)
	require.NoError(t, err)
	return out
}

func basis(v ghg.View, m ghg.Metric) ghg.Basis {
	return ghg.Basis{Place: "대한민국", View: v, Metric: m}
}

func testRoadVector(t *testing.T, v vector) {
	in := read[struct{ Sheets map[string]amounts }](t, v.Inputs)
	want := read[struct{ Vkt_total, Fuel_total string }](t, v.Expected)
	vkt, fuel := in.Sheets["경기_수원시(vkt)"], in.Sheets["경기_수원시(연료)"]
	require.Equal(t, vkt["buildings"], fuel["buildings"], "only transport differs")
	road := func(kt string, x ghg.Variant) ghg.Record {
		r := line(t, "1.A.3.b", kt, ghg.Unstated)
		r.Variant = x
		return r
	}
	inv := inventory(t, line(t, "1.A.4.b", vkt["buildings"], ghg.Unstated),
		road(vkt["transport"], ghg.DistanceBased), road(fuel["transport"], ghg.FuelBased))
	for _, view := range []ghg.View{gir.Gross, gir.Net, gir.RegionWithoutSinks, gir.ManagedWithSinks, gir.Transport} {
		_, err := inv.Total(view, ghg.Unstated)
		var both *ghg.VariantError
		assert.ErrorAs(t, err, &both, view)
	}
	for x, kt := range map[ghg.Variant]string{ghg.DistanceBased: want.Vkt_total, ghg.FuelBased: want.Fuel_total} {
		view, err := gir.ManagedWithoutSinks.WithVariant(x)
		require.NoError(t, err)
		equal(t, kt, sum(t, inv, view, ghg.Unstated))
	}
}
