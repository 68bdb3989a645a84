package factor_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// emission is a factor for a MWh with its total in t on a metric, and gases.
func emission(total string, m ghg.Metric, gases ...string) factor.Emission {
	var f ghg.Figure
	if total != "" {
		f = must(ghg.ParseFigure(total, ghg.Tonne))
	}
	var masses []ghg.Mass
	for _, g := range gases {
		masses = append(masses, ghg.MustMass(g))
	}
	return must(factor.NewEmission(ghg.MegawattHour, f, m, masses...))
}

// grid is a set with one factor of each year from 2019 on, published in the March after it.
func grid(values ...factor.Emission) factor.Set[factor.Emission] {
	d := factor.SetDefinition[factor.Emission]{Name: words.Term{En: "grid", Ko: "전력망"}, Of: "electricity", Source: "the operator"}
	for i, v := range values {
		year := 2019 + i
		d.Values = append(d.Values, factor.Published[factor.Emission]{Name: fmt.Sprint(year), Value: v, Kind: factor.SingleYear,
			From: year, To: year, On: ghg.Date{Year: year + 1, Month: 3, Day: 1}, Edition: "IPCC 2006", Standing: factor.Approved,
			Confidence: ghg.HighConfidence})
	}
	return must(factor.NewSet(d))
}

// codes are the findings of a series as code and year.
func codes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code+":"+x.Of)
	}
	return out
}

// The two rules give two series, each under its own name.
func TestTwoRules(t *testing.T) {
	set := grid(emission("0.5", ghg.AR5), emission("0.4", ghg.AR5), emission("0.3", ghg.AR5))
	ofYear := must(factor.ByYear(set, factor.OfTheYear, 2020, 2021))
	inForce := must(factor.ByYear(set, factor.AtYearEnd, 2020, 2021))
	a, _, err := ofYear.On(ghg.AR5)
	require.NoError(t, err)
	b, _, err := inForce.On(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "grid, of the year", a.Edition())
	assert.Equal(t, "grid, in force on the last day of the year", b.Edition())
	assert.NotEqual(t, a.ID(), b.ID())
	x, y := must(a.At(2020)), must(b.At(2020))
	assert.Equal(t, "0.4 tCO2e (AR5) 0 0 2021-03-01", fmt.Sprint(x.CO2e, " ", x.From, " ", x.To, " ", x.Published))
	assert.Equal(t, "0.5 tCO2e (AR5) 2019 2019 2020-03-01", fmt.Sprint(y.CO2e, " ", y.From, " ", y.To, " ", y.Published), "it is of 2019")
	assert.Equal(t, "the operator", y.Source)
	assert.Equal(t, ghg.Actual, y.Status)
	assert.Empty(t, ofYear.Findings().All)
	c, p, err := inForce.For(2021, ghg.MustQuantity("2500 kWh"))
	require.NoError(t, err)
	assert.Equal(t, "1 tCO2e (AR5) 2020", fmt.Sprint(c, " ", p.Name))
	_, _, err = inForce.For(2022, ghg.MustQuantity("2500 kWh"))
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
	_, _, err = inForce.For(2021, ghg.MustQuantity("25 km"))
	var mismatch *ghg.UnitMismatchError
	assert.ErrorAs(t, err, &mismatch)
	assert.Equal(t, "grid, of the year: electricity, 2020 and 2021", ofYear.String())
}

// What a scheme prescribes holds in all years, and is of none.
func TestAsPrescribed(t *testing.T) {
	d := factor.SetDefinition[factor.Emission]{Name: words.Term{En: "scheme", Ko: "제도"}, Of: "electricity", Source: "its annex",
		Values: []factor.Published[factor.Emission]{{Name: "a", Value: emission("0.45941", ghg.SAR), Standing: factor.Prescribed,
			Confidence: ghg.HighConfidence}}}
	set := must(factor.NewSet(d))
	s := must(factor.ByYear(set, factor.AsPrescribed, 2020, 2022))
	f, findings, err := s.On(ghg.SAR)
	require.NoError(t, err)
	assert.Empty(t, findings.All)
	assert.Equal(t, "electricity, CO2e (SAR) per MWh, 2020 to 2022 (scheme, as prescribed, in all years)", f.String())
	x := must(f.At(2021))
	assert.Zero(t, x.From)
	_, err = factor.ByYear(set.Only(factor.SingleYear), factor.AsPrescribed, 2020, 2022)
	assert.ErrorContains(t, err, "prescribes none")
	assert.NotContains(t, err.Error(), "\n", "once for all years")
	_, err = factor.ByYear(set, factor.AtYearEnd, 2020, 2022)
	var none *factor.NotInForceError
	assert.ErrorAs(t, err, &none, "its day is not known")
}

func TestByYearRefuses(t *testing.T) {
	set := grid(emission("0.5", ghg.AR5), emission("0.4", ghg.AR5))
	own := func(year int, source string) ghg.Factor {
		return ghg.Factor{Year: year, CO2e: ghg.MustCO2e("0.6 tCO2e (AR5)"), Source: source}
	}
	for field, call := range map[string]func() (factor.Series, error){
		"rule":       func() (factor.Series, error) { return factor.ByYear(set, 0, 2019, 2020) },
		"first year": func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 1849, 2020) },
		"last year":  func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 2019, 2301) },
		"last year ": func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 2020, 2019) },
		"own factor": func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 2019, 2020, own(2021, "x")) },
		"own factor ": func() (factor.Series, error) {
			return factor.ByYear(set, factor.OfTheYear, 2019, 2020, own(2018, "x"))
		},
		"source": func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 2019, 2020, own(2019, "")) },
		"year":   func() (factor.Series, error) { return factor.ByYear(set, factor.OfTheYear, 2019, 2020, own(0, "x")) },
	} {
		_, err := call()
		var fault ghg.Fault
		if assert.ErrorAs(t, err, &fault, field) {
			assert.Equal(t, strings.TrimSpace(field), fault.Field, "%v", err)
		}
	}
	_, err := factor.ByYear(set, factor.OfTheYear, 2019, 2020, own(2019, "x"), own(2019, "y"))
	var twice *ghg.TwiceError
	assert.ErrorAs(t, err, &twice)
	_, err = factor.ByYear(set, factor.OfTheYear, 1990, 2020)
	assert.ErrorContains(t, err, "no figure for 2009")
	assert.NotContains(t, err.Error(), "no figure for 2010")
	assert.ErrorContains(t, err, "and 9 years more")
	_, err = factor.ByYear(set, factor.OfTheYear, 2000, 2020)
	assert.ErrorContains(t, err, "no figure for 2018", "19 are named")
	assert.NotContains(t, err.Error(), "years more")
}

// An own factor comes before that of the set, and says so; one of gases or a mean may be
// one too.
func TestOwnFactors(t *testing.T) {
	set := grid(emission("0.5", ghg.AR5), emission("0.4", ghg.AR5))
	own := ghg.Factor{Year: 2020, CO2e: ghg.MustCO2e("0.440 tCO2e (AR5)"), Source: "city", From: 2018, To: 2020,
		Published: ghg.MustDate("2021-07-01"), Status: ghg.Projected}
	s := must(factor.ByYear(set, factor.OfTheYear, 2019, 2020, own))
	assert.Equal(t, []string{"edition-changes:2020", "averaging-changes:2020", "own-factor:2020"}, codes(s.Findings()))
	y := must(s.Years().Need(2020))
	assert.Equal(t, "0.44 tCO2e (AR5) per MWh (mean of 2018 to 2020; the user's own; from 2021-07-01 on)", y.Value.String())
	f, _, err := s.On(ghg.AR5)
	require.NoError(t, err)
	x := must(f.At(2020))
	assert.Equal(t, "0.44 tCO2e (AR5) 2018 2020 city", fmt.Sprint(x.CO2e, " ", x.From, " ", x.To, " ", x.Source))
	assert.Equal(t, ghg.Projected, x.Status, "as the user has it")

	byGas := ghg.Factor{Year: 2021, Gases: []ghg.Mass{ghg.MustMass("0.4 t CO2"), ghg.MustMass("5 g N2O")}, Source: "city"}
	s = must(factor.ByYear(set, factor.OfTheYear, 2020, 2021, byGas))
	assert.Equal(t, []string{"edition-changes:2021", "own-factor:2021"}, codes(s.Findings()), "there is no total that would be on a metric")
	_, _, err = s.For(2021, ghg.MustQuantity("1 MWh"))
	assert.ErrorIs(t, err, ghg.ErrFactorsByGas)
	_, _, err = s.Assume(ghg.AR5, "so")
	assert.ErrorIs(t, err, ghg.ErrFactorsByGas)
	f, findings, err := s.On(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "0.401325 tCO2e (AR5)", must(f.At(2021)).CO2e.String(), "0.4 + 5×265/10⁶")
	assert.Equal(t, "recomputed:2021", codes(findings)[2])
	assert.Contains(t, findings.All[2].Detail, "no total is printed")
	_, _, err = s.ByGas()
	var noGases *factor.NoGasesError
	require.ErrorAs(t, err, &noGases)
	assert.ErrorContains(t, err, "2020: 0.4 tCO2e (AR5) per MWh: its gases were not published")
}

// A series on two metrics is made one only as it is told, and each way says what it did.
func TestOneMetric(t *testing.T) {
	set := grid(emission("0.4594", ghg.SAR, "456.7 kg CO2", "0.0036 kg CH4", "0.0085 kg N2O"),
		emission("0.4541", ghg.AR5, "451.7 kg CO2", "0.0048 kg CH4", "0.0084 kg N2O"), emission("0.45", ghg.Unstated))
	s := must(factor.ByYear(set, factor.OfTheYear, 2019, 2020))
	assert.Equal(t, []string{"gwp-basis-changes:2020"}, codes(s.Findings()))
	f, findings, err := s.On(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, []string{"recomputed:2019"}, codes(findings))
	assert.Equal(t, "0.4594 tCO2e (SAR)", findings.All[0].Stated)
	assert.Equal(t, "0.4590533 tCO2e (AR5)", must(f.At(2019)).CO2e.String())
	assert.Equal(t, "0.4541 tCO2e (AR5)", must(f.At(2020)).CO2e.String(), "as printed, not 0.4540604")
	f, findings, err = s.On(ghg.SAR)
	require.NoError(t, err)
	assert.Equal(t, "0.4594 tCO2e (SAR)", must(f.At(2019)).CO2e.String())
	assert.Equal(t, "0.4544048 tCO2e (SAR)", must(f.At(2020)).CO2e.String())
	assert.Equal(t, []string{"recomputed:2020"}, codes(findings))
	assert.Equal(t, []string{"gwp-basis-changes:2020"}, codes(s.Findings()), "the series is what it was")

	f, _, err = s.ByGas()
	require.NoError(t, err)
	masses, _, err := f.Masses(2020, ghg.MustQuantity("1 GWh"))
	require.NoError(t, err)
	assert.Equal(t, "[451.7 t CO2 0.0048 t CH4 0.0084 t N2O]", fmt.Sprint(masses))

	f, findings, err = s.Assume(ghg.AR5, "the city's plan does")
	require.NoError(t, err)
	assert.Equal(t, "0.4594 tCO2e (AR5)", must(f.At(2019)).CO2e.String())
	assert.Equal(t, []string{"gwp-basis-changes:2020", "metric-assumed:2019"}, codes(findings))
	assert.Equal(t, ghg.Serious, findings.All[1].Severity)
	for _, reason := range []string{"", strings.Repeat("x", ghg.MaxName+1)} {
		_, _, err = s.Assume(ghg.AR5, reason)
		var fault ghg.Fault
		assert.ErrorAs(t, err, &fault)
	}
	_, _, err = s.Assume(ghg.AR5, strings.Repeat("x", ghg.MaxName))
	assert.NoError(t, err)
	_, _, err = s.Assume(ghg.Metric{}, "x")
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, _, err = s.On(ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)

	unstated := must(factor.ByYear(set, factor.OfTheYear, 2020, 2021))
	assert.Equal(t, []string{"gwp-basis-changes:2021", "gwp-basis-not-stated:2021"}, codes(unstated.Findings()))
	_, _, err = unstated.On(ghg.AR5)
	var noGases *factor.NoGasesError
	require.ErrorAs(t, err, &noGases)
	assert.Equal(t, ghg.MetricID(""), noGases.Metric)
	alone := must(factor.ByYear(set, factor.OfTheYear, 2021, 2021))
	f, findings, err = alone.On(ghg.Unstated)
	require.NoError(t, err)
	assert.Equal(t, "0.45 tCO2e", must(f.At(2021)).CO2e.String())
	assert.Equal(t, []string{"gwp-basis-not-stated:2021"}, codes(findings))
}

// Of very many years without gases the first 20 are named.
func TestManyWithoutGases(t *testing.T) {
	var values []factor.Emission
	for range 25 {
		values = append(values, emission("0.5", ghg.AR5))
	}
	s := must(factor.ByYear(grid(values...), factor.OfTheYear, 2019, 2043))
	_, _, err := s.On(ghg.SAR)
	assert.ErrorContains(t, err, "2038: ")
	assert.NotContains(t, err.Error(), "2039: ")
	assert.ErrorContains(t, err, "and 5 years more")
	assert.Equal(t, 1, strings.Count(err.Error(), "grid, of the year"))
	s = must(factor.ByYear(grid(values...), factor.OfTheYear, 2019, 2038))
	_, _, err = s.On(ghg.SAR)
	assert.NotContains(t, err.Error(), "more")
}

// However long a set is called, its series is one that ghg takes.
func TestLongNames(t *testing.T) {
	name := strings.Repeat("가", ghg.MaxName/3) + "xx"
	set := must(factor.NewSet(factor.SetDefinition[factor.Emission]{Name: words.Term{En: name, Ko: name}, Of: name,
		Values: []factor.Published[factor.Emission]{{Name: name, Value: emission("0.5", ghg.AR5), Standing: factor.Prescribed,
			Confidence: ghg.HighConfidence, Source: "x"}}}))
	f, _, err := must(factor.ByYear(set, factor.AsPrescribed, 2020, 2020)).On(ghg.AR5)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(f.Edition()), ghg.MaxName)
	assert.Equal(t, name, f.Of())
}

func TestZeroSeries(t *testing.T) {
	var s factor.Series
	_, _, err1 := s.For(2020, ghg.MustQuantity("1 MWh"))
	_, _, err2 := s.On(ghg.AR5)
	_, _, err3 := s.ByGas()
	_, err4 := json.Marshal(s)
	for _, err := range []error{err1, err2, err3, err4} {
		assert.ErrorIs(t, err, ghg.ErrNoFactors)
	}
	assert.True(t, s.IsZero())
	assert.Zero(t, s.Years().Len())
	assert.Zero(t, s.Findings().Len())
}

// Reference values and those of low confidence are estimates in a series.
func TestStatusOfASeries(t *testing.T) {
	p := factor.Published[factor.Emission]{Name: "a", Value: emission("0.5", ghg.AR5), Kind: factor.SingleYear, From: 2019, To: 2019,
		Standing: factor.Approved, Confidence: ghg.LowMediumConfidence, Lacks: "CH4", Source: "a blog"}
	set := must(factor.NewSet(factor.SetDefinition[factor.Emission]{Name: words.Term{En: "grid", Ko: "전력망"}, Of: "electricity",
		Values: []factor.Published[factor.Emission]{p}}))
	s := must(factor.ByYear(must(set.Also("a")), factor.OfTheYear, 2019, 2019))
	assert.Equal(t, []string{"low-confidence:2019", "gases-not-known:2019"}, codes(s.Findings()))
	assert.Equal(t, "0.5 tCO2e (AR5)/MWh 값의 신뢰도 다소 낮음: a blog", s.Findings().All[0].DetailKo)
	f, _, err := s.On(ghg.AR5)
	require.ErrorIs(t, err, nil)
	assert.Equal(t, ghg.Estimated, must(f.At(2019)).Status)
	assert.Equal(t, "a blog", must(f.At(2019)).Source)
}
