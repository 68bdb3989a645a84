package gir_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// factorVectorTests prove the worked cases of factors.
var factorVectorTests = map[string]func(*testing.T, vector){
	"kr-factor-day-2025-03-31":             testFactorDayVector,
	"kr-factor-day-2025-12-18":             testFactorDayVector,
	"kr-factor-year-2024-end":              testFactorYearEndVector,
	"kr-factor-year-2024-of-year":          testFactorOfYearVector,
	"kr-factor-single-years-status":        testSingleYearsVector,
	"kr-factor-basis-appr2017":             testFactorBasisVector,
	"kr-factor-basis-appr2021":             testFactorBasisVector,
	"kr-factor-basis-appr2024":             testFactorBasisVector,
	"kr-factor-basis-2023-not-reweighed":   testNotReweighedVector,
	"kr-factor-mean-not-arithmetic":        testPrintedMeanVector,
	"kr-factor-total-only":                 testTotalOnlyVector,
	"kr-factor-series-basis-break":         testBasisBreakVector,
	"kr-factor-generation-for-consumption": testGenerationVector,
}

// kindOf is the kind that a vector names.
var kindOf = map[string]factor.Kind{"": factor.KindNotStated, "three-year mean": factor.MeanOfYears, "single year": factor.SingleYear}

// printed is the total of a factor as it is printed, in t.
func printed(f factor.Published[factor.Emission]) string {
	text, _, _ := strings.Cut(f.Value.Printed().String(), " ")
	return text
}

// codesOf are the codes of findings, each once.
func codesOf(findings ...ghg.Findings) (codes []string) {
	for _, f := range findings {
		for _, x := range f.All {
			codes = append(codes, x.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// expectedFactor is what a vector says of one factor.
type expectedFactor struct {
	Value, Years, Refused, Status string
	GWPBasis                      string `json:"gwp_basis"`
	Published                     string `json:"published_on"`
	Candidates                    []string
}

func (e expectedFactor) holds(t *testing.T, f factor.Published[factor.Emission], err error) {
	t.Helper()
	if e.Refused != "" {
		require.Equal(t, "ambiguous-factor", e.Refused)
		var ambiguous *factor.AmbiguousError
		require.ErrorAs(t, err, &ambiguous)
		var candidates []string
		for _, c := range ambiguous.Candidates {
			value, _, _ := strings.Cut(c.Value, " ")
			candidates = append(candidates, value)
		}
		assert.Equal(t, e.Candidates, candidates)
		return
	}
	require.NoError(t, err)
	assert.Equal(t, e.Value, printed(f))
	assert.Equal(t, e.GWPBasis, string(f.Value.Metric().ID()))
	if e.Published != "" {
		assert.Equal(t, e.Published, f.On.String())
	}
	if e.Status != "" {
		assert.Equal(t, e.Status, f.Standing.String())
	}
	if e.Years != "" {
		first, last, isMean := strings.Cut(e.Years, "-")
		assert.Equal(t, first, strconv.Itoa(f.From))
		if !isMean {
			last = first
		}
		assert.Equal(t, last, strconv.Itoa(f.To))
	}
}

func testFactorDayVector(t *testing.T, v vector) {
	want := read[map[string]expectedFactor](t, v.Expected)
	require.NotEmpty(t, want)
	for question, e := range want {
		day, kind, _ := strings.Cut(question, " ")
		require.Contains(t, kindOf, kind)
		f, err := gir.ConsumptionEnd.Only(kindOf[kind]).InForceOn(ghg.MustDate(day))
		e.holds(t, f, err)
	}
}

func testFactorYearEndVector(t *testing.T, v vector) {
	in := read[struct{ Year int }](t, v.Inputs)
	series, err := factor.ByYear(gir.ConsumptionEnd, factor.AtYearEnd, in.Year, in.Year)
	require.NoError(t, err)
	y, err := series.Years().Need(in.Year)
	read[expectedFactor](t, v.Expected).holds(t, y.Value, err)
}

func testFactorOfYearVector(t *testing.T, v vector) {
	in := read[struct{ Year int }](t, v.Inputs)
	want := read[struct {
		Refused string
		Last    int `json:"last_available_year"`
	}](t, v.Expected)
	require.Equal(t, "no-factor-for-year", want.Refused)
	_, err := gir.ConsumptionEnd.Only(factor.SingleYear).OfYear(in.Year)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, in.Year, none.Year)
	assert.Equal(t, want.Last, slices.Max(none.Have))
}

func testSingleYearsVector(t *testing.T, v vector) {
	in := read[struct{ Years []int }](t, v.Inputs)
	var codes []string
	require.NoError(t, json.Unmarshal(read[map[string]json.RawMessage](t, v.Expected)["findings"], &codes))
	want := read[map[string]expectedFactor](t, dropped(t, v.Expected, "findings"))
	set, err := gir.ConsumptionEnd.Also("elec.use.2021", "elec.use.2022")
	require.NoError(t, err)
	var found []ghg.Findings
	for _, year := range in.Years {
		f, err := set.Only(factor.SingleYear).OfYear(year)
		want[strconv.Itoa(year)].holds(t, f, err)
		found = append(found, f.Findings())
	}
	assert.ElementsMatch(t, codes, codesOf(found...))
	_, err = gir.ConsumptionEnd.OfYear(in.Years[0])
	assert.ErrorContains(t, err, "elec.use.2021", "not without being named")
}

func testTotalOnlyVector(t *testing.T, v vector) {
	in := read[struct {
		MWh    string
		Metric string `json:"metric_asked"`
	}](t, v.Inputs)
	want := read[struct {
		Refused string
		AR5     string `json:"AR5_t"`
	}](t, v.Expected)
	f, err := gir.ConsumptionEnd.Only(factor.MeanOfYears).InForceOn(ghg.MustDate("2025-12-18"))
	require.NoError(t, err)
	c, err := f.Value.For(ghg.MustQuantity(in.MWh + " MWh"))
	require.NoError(t, err)
	equal(t, want.AR5, c.Tonnes())
	assert.Equal(t, ghg.AR5.ID(), c.Metric().ID())
	asked, err := ghg.ParseMetric(in.Metric)
	require.NoError(t, err)
	require.Equal(t, "no-gases-to-reweigh", want.Refused)
	_, err = f.Value.CO2e(asked)
	var refused *factor.NoGasesError
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, asked.ID(), refused.Asked)
}

func testBasisBreakVector(t *testing.T, v vector) {
	in := read[struct {
		Years []int
		Kind  string
		MWh   string `json:"MWh_each_year"`
	}](t, v.Inputs)
	want := read[struct {
		Factors  amounts
		T        amounts `json:"t_CO2e"`
		Basis    amounts `json:"gwp_basis"`
		Findings []string
	}](t, v.Expected)
	series, err := factor.ByYear(gir.ConsumptionEnd.Only(kindOf[in.Kind]), factor.AtYearEnd, in.Years[0], in.Years[len(in.Years)-1])
	require.NoError(t, err)
	require.Equal(t, len(in.Years), series.Years().Len())
	for _, year := range in.Years {
		c, f, err := series.For(year, ghg.MustQuantity(in.MWh+" MWh"))
		require.NoError(t, err)
		key := strconv.Itoa(year)
		assert.Equal(t, want.Factors[key], printed(f))
		equal(t, want.T[key], c.Tonnes())
		assert.Equal(t, want.Basis[key], c.Metric().String())
	}
	var found []string
	for _, f := range series.Findings().All {
		found = append(found, f.Code+":"+f.Of)
	}
	assert.Equal(t, want.Findings, found)
}

func testGenerationVector(t *testing.T, v vector) {
	in := read[struct{ Day string }](t, v.Inputs)
	want := read[struct {
		Value      string
		Generation string `json:"generation_end"`
		Share      string `json:"losses_and_own_use_share"`
	}](t, v.Expected)
	use, err := gir.ConsumptionEnd.InForceOn(ghg.MustDate(in.Day))
	require.NoError(t, err)
	gen, err := gir.GenerationEnd.InForceOn(ghg.MustDate(in.Day))
	require.NoError(t, err)
	assert.Equal(t, want.Value, printed(use))
	assert.Equal(t, want.Generation, printed(gen))
	u, g := number(t, printed(use)), number(t, printed(gen))
	near(t, want.Share, u.Sub(g), u)
}
