package rollup_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case; its fields are those of each kind.
type vector struct {
	ID       string
	Inputs   json.RawMessage
	Expected json.RawMessage
}

func read[T any](t *testing.T, text json.RawMessage) (v T) {
	t.Helper()
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

var vectorTests = map[string]func(*testing.T, vector){
	"kr-gyeongnam-road-2018":                testAgainstProvince,
	"kr-gyeongnam-lulucf-2018":              testAgainstProvince,
	"kr-gyeongnam-residential-2018":         testAgainstProvince,
	"kr-gyeongnam-missing-geoje-commercial": testAgainstProvince,
	"kr-coverage-geoje":                     testCoverage,
	"kr-gyeongnam-errors-that-offset":       testOffset,
	"kr-parent-and-children":                testNested,
	"kr-parent-and-some-children":           testNested,
	"kr-metropolitan-city-and-district":     testNested,
	"kr-district-and-its-city":              testDistrict,
	"kr-gunwi-counted-in-both-parents":      testGunwi,
	"kr-territorial-adds":                   testTerritorialAdds,
	"kr-waste-export-double":                testWaste,
	"kr-unlike-metric":                      testUnlikeMetric,
	"kr-unlike-year":                        testUnlikeYear,
	"kr-unlike-edition-and-vintage":         testUnlikeEdition,
	"kr-keys-in-a-sum":                      testKeys,
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/coalition.json")
	require.NoError(t, err)
	list := read[struct{ Vectors []vector }](t, text).Vectors
	for _, v := range list {
		t.Run(v.ID, func(t *testing.T) {
			require.Contains(t, vectorTests, v.ID)
			vectorTests[v.ID](t, v)
		})
	}
	assert.Len(t, vectorTests, len(list))
}

// on is a place of Korea by its code on a day.
func on(t *testing.T, code string, day string) place.Place {
	t.Helper()
	p, err := place.Korea().ByCode(code, ghg.MustDate(day))
	require.NoError(t, err)
	return p
}

// kt is an amount of kt as a table prints it, to a hundredth: the cases leave out zeros
// at the end.
func kt(t *testing.T, text string, m ghg.Metric) ghg.CO2e {
	t.Helper()
	c, err := ghg.NewCO2e(number(text), ghg.Kilotonne, m)
	require.NoError(t, err)
	return c
}

// hundredths is an amount of kt with two places.
func hundredths(t *testing.T, text string) ghg.CO2e {
	t.Helper()
	d := number(text)
	return kt(t, d.StringFixed(2), ghg.AR5)
}

// series is a series of one figure.
func series(t *testing.T, p place.Place, v ghg.View, m ghg.Metric, f ghg.YearFigure) rollup.SeriesOf {
	t.Helper()
	y, err := ghg.NewYearly(ghg.PlaceID(p.String()), v, m, []ghg.YearFigure{f})
	require.NoError(t, err)
	return rollup.SeriesOf{Place: p, Yearly: y}
}

// tables are series of kt of 2018 by code, on AR5.
func tables(t *testing.T, day string, year int, kts map[string]string) (out []rollup.SeriesOf) {
	for _, code := range slices.Sorted(maps.Keys(kts)) {
		out = append(out, series(t, on(t, code, day), road(), ghg.AR5,
			ghg.YearFigure{Year: year, CO2e: hundredths(t, kts[code]), Vintage: ghg.FirstVintage}))
	}
	return out
}

func groupOf(t *testing.T, day string, codes ...string) rollup.Group {
	t.Helper()
	d := rollup.Definition{Name: "group", Day: ghg.MustDate(day)}
	for _, c := range codes {
		d.Members = append(d.Members, on(t, c, day))
	}
	g, err := rollup.NewGroup(d)
	require.NoError(t, err)
	return g
}

func codes(places []place.Place) []string {
	out := []string{}
	for _, p := range places {
		out = append(out, strings.Fields(p.String())[0])
	}
	return out
}

func countedCodes(s rollup.Sum) []string {
	out := []place.Place{}
	for _, c := range s.Counted {
		out = append(out, c.Place)
	}
	return codes(out)
}

func findingCodes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code+":"+x.Of)
	}
	return out
}

func equal(t *testing.T, want string, got decimal.Decimal) {
	t.Helper()
	assert.True(t, number(want).Equal(got), "want %s, have %s", want, got)
}

func equalKt(t *testing.T, want string, got ghg.CO2e) {
	t.Helper()
	equal(t, want, got.In(ghg.Kilotonne))
}

func testAgainstProvince(t *testing.T, v vector) {
	in := read[struct {
		Year       int
		Kt         map[string]string
		ProvinceKt string `json:"province_kt"`
	}](t, v.Inputs)
	want := read[struct {
		SumKt      string `json:"sum_kt"`
		Members    int
		Complete   *bool
		Missing    []string
		Difference string `json:"sum_minus_province_kt"`
		Explains   bool   `json:"rounding_explains"`
	}](t, v.Expected)
	out, err := groupOf(t, "2018-12-31", "48").Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{in.Year},
		tables(t, "2018-12-31", in.Year, in.Kt))
	require.NoError(t, err)
	s := out.Sums[0]
	equalKt(t, want.SumKt, s.CO2e)
	assert.Equal(t, want.Missing, codes(s.Missing))
	assert.Len(t, s.Counted, len(in.Kt))
	assert.Equal(t, len(want.Missing) == 0, s.IsComplete())
	if want.Complete != nil {
		assert.Equal(t, *want.Complete, s.IsComplete())
	}
	own := hundredths(t, in.ProvinceKt)
	c, err := s.Against("경상남도", own, own.Figure().HalfUnit())
	require.NoError(t, err)
	equalKt(t, want.Difference, c.Difference)
	assert.Equal(t, want.Explains, c.IsExplained)
	assert.Equal(t, want.Missing, codes(c.Missing))
	if want.Members > 0 {
		assert.Len(t, s.Counted, want.Members)
		equal(t, "0.095", c.Rounding.In(ghg.Kilotonne))
	} else {
		assert.Equal(t, []string{"missing-member:48310"}, findingCodes(s.Findings))
	}
}

func testCoverage(t *testing.T, v vector) {
	in := read[struct {
		Missing    []string
		Population map[string]string
		On         string `json:"population_as_of"`
		Year       int    `json:"inventory_year"`
	}](t, v.Inputs)
	want := read[struct {
		Missing  string `json:"missing_share"`
		Covered  string `json:"covered_share"`
		Findings []string
	}](t, v.Expected)
	d := rollup.StatisticDefinition{Kind: rollup.RegisteredPopulation, On: ghg.MustWhen(in.On), Source: "province"}
	for code, n := range in.Population {
		d.Of = append(d.Of, rollup.PlaceNumber{Place: at(code), Number: number(n)})
	}
	m, err := rollup.NewStatistic(d)
	require.NoError(t, err)
	kts := map[string]string{}
	for p := range at("48").Members(endOf2018) {
		if code := codes([]place.Place{p})[0]; !slices.Contains(in.Missing, code) {
			kts[code] = "1"
		}
	}
	out, err := groupOf(t, "2018-12-31", "48").Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{in.Year},
		tables(t, "2018-12-31", in.Year, kts))
	require.NoError(t, err)
	x := out.Sums[0].Extent(m)
	near(t, want.Missing, x.MissingShare)
	near(t, want.Covered, x.Covered)
	require.Len(t, x.Missing, 1)
	near(t, want.Missing, x.Missing[0].Share)
	assert.Equal(t, in.Missing, codes([]place.Place{x.Missing[0].Place}))
	require.Len(t, x.Findings.All, 1)
	assert.Equal(t, want.Findings, []string{x.Findings.All[0].Code})
	counted, of := out.Sums[0].Count()
	assert.Equal(t, []int{17, 18}, []int{counted, of})
}

// near holds a ratio to the expected number, within 1e-12 of it.
func near(t *testing.T, want string, r ghg.Ratio) {
	t.Helper()
	v, ok := r.Value()
	require.True(t, ok, r)
	w, err := decimal.NewFromString(want)
	require.NoError(t, err)
	assert.True(t, w.Sub(v).Abs().LessThanOrEqual(w.Abs().Shift(-12)), "want %s, have %s", want, v)
}

func testOffset(t *testing.T, v vector) {
	in := read[struct {
		Year     int
		Rows     map[string]string           `json:"row_indirect_buildings_kt"`
		Parts    map[string]string           `json:"sum_of_its_parts_kt"`
		Province struct{ Row, Parts string } `json:"province_kt"`
	}](t, v.Inputs)
	want := read[struct {
		Rows       string            `json:"rows_minus_province_kt"`
		RowParts   map[string]string `json:"row_minus_parts_kt"`
		PartsRow   string            `json:"parts_minus_province_row_kt"`
		PartsParts string            `json:"parts_minus_province_parts_kt"`
		Missing    []string
		Findings   []string
	}](t, v.Expected)
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	g := groupOf(t, "2018-12-31", "48")
	var findings []string
	for _, code := range slices.Sorted(maps.Keys(in.Rows)) {
		// The parts are two or four printed figures; as their sum is one here, it stands twice.
		c, err := rollup.CheckRow(code, in.Year, hundredths(t, in.Rows[code]), hundredths(t, in.Parts[code]), hundredths(t, "0"))
		require.NoError(t, err)
		if !c.IsExplained {
			equalKt(t, "-"+want.RowParts[code], c.Difference)
			findings = append(findings, findingCodes(c.Findings())...)
		}
	}
	against := func(kts map[string]string, own, difference string) rollup.Sum {
		out, err := g.Yearly(q, []int{in.Year}, tables(t, "2018-12-31", in.Year, kts))
		require.NoError(t, err)
		province := hundredths(t, own)
		c, err := out.Sums[0].Against("province", province, province.Figure().HalfUnit())
		require.NoError(t, err)
		equalKt(t, difference, c.Difference)
		assert.False(t, c.IsExplained)
		return out.Sums[0]
	}
	s := against(in.Rows, in.Province.Row, want.Rows)
	against(in.Parts, in.Province.Row, want.PartsRow)
	against(in.Parts, in.Province.Parts, want.PartsParts)
	assert.Equal(t, want.Missing, codes(s.Missing))
	assert.ElementsMatch(t, want.Findings, append(findings, findingCodes(s.Findings)...))
}
