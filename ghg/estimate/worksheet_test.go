package estimate_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// probe is a method of a function.
type probe func(*estimate.Worksheet)

func (probe) Title() words.Term            { return term }
func (probe) Equation() string             { return "eq. 1" }
func (p probe) Work(w *estimate.Worksheet) { p(w) }

var term = words.Term{En: "a term", Ko: "항"}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// worked is what a method gives; its derivation replays.
func worked(t *testing.T, p probe) estimate.Emissions {
	t.Helper()
	e, err := estimate.Of(p)
	require.NoError(t, err)
	d := e.Explain()
	assert.False(t, d.IsZero())
	assert.Empty(t, d.Replay(), "%s", d)
	return e
}

// refusals are what is said of a method that is refused.
func refusals(t *testing.T, p probe) []string {
	t.Helper()
	_, err := estimate.Of(p)
	var faults ghg.Faults
	require.True(t, errors.As(err, &faults), err)
	said := make([]string, len(faults.All))
	for i, f := range faults.All {
		said[i] = f.Error()
		assert.NotEqual(t, f.Error(), f.Korean())
	}
	return said
}

// Terms in other units are converted, the way there is told, and what comes out is the same.
func TestTermsAreConverted(t *testing.T) {
	for _, c := range []struct{ burnt, rate, unit, per, want, step string }{
		{"2 MWh", "0.5 kg CO2/kWh", "kWh", "kg CO2/kWh", "1000 kg CO2", "Q_per    = 1000 kWh/MWh"},
		{"7.2 MJ", "0.5 kg CO2/kWh", "kWh", "kg CO2/kWh", "1 kg CO2", "Q_stated / Q_per = 7.2 / 3.6 = 2 kWh"},
		{"10 MJ", "0.5 kg CO2/kWh", "kWh", "kg CO2/kWh", "1.388888888888888888888889 kg CO2", "2.777777777777777777777778 kWh"},
		{"3 TJ", "2 g CO2/MJ", "TJ", "kg CO2/TJ", "6000 kg CO2", "EF_per"},
		{"3 kL", "2 kg CO2/bbl", "m3", "kg CO2/m3", "37.738864622592630768557133 kg CO2", "EF_per"},
		{"1 mile", "2 kg CO2/m3", "km", "kg CO2/m3", "", ""},
	} {
		work := func(w *estimate.Worksheet) {
			q := w.Quantity("Q", term, ghg.MustQuantity(c.burnt), ghg.MustUnit(c.unit), "meter")
			ef := w.Parameter("EF", term, estimate.MustParameter(c.rate, "table 1"), ghg.MustRateUnit(c.per))
			w.Emits("E", term, ghg.CO2, ghg.Kilogram, "Q × EF", estimate.Exactly, q.Mul(ef))
		}
		if c.want == "" {
			e, err := estimate.Of(probe(work))
			require.NoError(t, err)
			m, _ := e.Mass(ghg.CO2)
			assert.Equal(t, "0.003218688", m.Tonnes().String()) // 1.609344 km × 2
			continue
		}
		text := worked(t, work).Explain().String()
		assert.Contains(t, text, c.want, c.burnt)
		assert.Contains(t, text, c.step)
	}
}

// A conversion that has no last place either way is not taken apart: the term says what it was.
func TestConversionWithoutALastPlace(t *testing.T) {
	e := worked(t, func(w *estimate.Worksheet) {
		q := w.Quantity("Q", term, ghg.MustQuantity("3 MMBTU"), ghg.MustUnit("MMBTU"), "")
		ef := w.Parameter("EF", term, estimate.MustParameter("1 kg CO2/Gcal", "t"), ghg.MustRateUnit("kg CO2/MMBTU"))
		w.Emits("E", term, ghg.CO2, ghg.Kilogram, "Q × EF", estimate.Exactly, q.Mul(ef))
	})
	step, found := e.Explain().Step("EF")
	require.True(t, found)
	assert.Equal(t, "t; stated as 1 kg CO2/Gcal", step.Source)
	assert.Equal(t, "0.251995761111111111111111", step.Values[0].Number.String()) // 1055.05585262 / 4186.8
}

func TestTermsThatAreRefused(t *testing.T) {
	plain, perTJ := ghg.RateUnit{}, ghg.MustRateUnit("kg/TJ (net)")
	p := estimate.MustParameter
	assert.Equal(t, []string{
		`Q: none is given; an amount in TJ is accepted`,
		`Q "-1 TJ": an amount of activity data is not below 0`,
		`Q "1 L": an amount in L does not become one in t: it takes a density with its source (ghg.Density)`,
		`EF: none is given; a rate in kg/TJ (net) is accepted`,
		`f: none is given; a plain number is accepted`,
		`EF "-2 kg/TJ (net)": not below 0; a rate in kg/TJ (net) is accepted`,
		`f "-0.1": not below 0; a plain number is accepted`,
		`f "40": a fraction from 0 to 1, or a percentage that says %, is accepted`,
		`f "101 %": a fraction from 0 to 1, or a percentage that says %, is accepted`,
	}, refusals(t, func(w *estimate.Worksheet) {
		assert.False(t, w.Failed())
		w.Quantity("Q", term, ghg.Quantity{}, ghg.Terajoule, "")
		assert.True(t, w.Failed())
		w.Quantity("Q", term, ghg.MustQuantity("-1 TJ"), ghg.Terajoule, "")
		w.Quantity("Q", term, ghg.MustQuantity("1 L"), ghg.Tonne.Unit(), "")
		w.Parameter("EF", term, estimate.Parameter{}, perTJ)
		w.Parameter("f", term, estimate.Parameter{}, plain)
		w.Parameter("EF", term, p("-2 kg/TJ (net)", ""), perTJ)
		w.Parameter("f", term, p("-0.1", ""), plain)
		w.Fraction("f", term, p("40", ""))
		w.Fraction("f", term, p("101 %", ""))
		assert.True(t, w.Fraction("f", term, p("40 %", "")).Equal(dec("0.4")))
		assert.True(t, w.Quotient(dec("1"), dec("0")).IsZero())
		assert.True(t, w.Quotient(dec("1"), dec("3")).Equal(dec("0.333333333333333333333333")))
	}))
}

// What grows beyond the bounds of a figure is refused, and no such number goes on.
func TestFiguresOutOfBounds(t *testing.T) {
	huge := decimal.New(1, 30)
	said := refusals(t, func(w *estimate.Worksheet) {
		n := w.Number("n", term, "", "", huge)
		w.Emits("E", term, ghg.CO2, ghg.Kilogram, "n ^ 2", estimate.Exactly, n.Mul(n))
		for i := 0; i < 10; i++ {
			n = n.Mul(n)
		}
		assert.True(t, w.Computed("x", term, "", "n", estimate.Exactly, n).IsZero())
	})
	assert.Len(t, said, 2)
	said = refusals(t, func(w *estimate.Worksheet) {
		w.EmitsCO2e("E", term, ghg.AR5, "n", estimate.Exactly, huge.Mul(huge))
	})
	assert.Len(t, said, 1)
}

// Gases come CO2 first; what is told twice is added up; a gas without a factor is NE and not 0;
// biogenic CO2 is in no sum.
func TestEmissions(t *testing.T) {
	e := worked(t, func(w *estimate.Worksheet) {
		two := w.Number("two", term, "", "", dec("2"))
		w.Number("t_CH4", term, "t CH4", "", dec("1"))
		w.Number("t_CO2", term, "t CO2", "", dec("1"))
		w.Number("kg_CO2", term, "kg CO2", "", dec("1"))
		w.NotEstimated(ghg.N2O, ghg.SF6)
		w.NotEstimated()
		w.Emits("M", term, ghg.CH4, ghg.Tonne, "two × t_CH4", estimate.Exactly, two)
		w.Emits("B", term, ghg.CO2Biogenic, ghg.Tonne, "two × 4 × t_CO2", estimate.Exactly, dec("8"))
		w.Emits("C", term, ghg.CO2, ghg.Tonne, "(two + 1) × t_CO2", estimate.Exactly, dec("3"))
		w.Emits("C2", term, ghg.CO2, ghg.Kilogram, "two × 3 × kg_CO2", estimate.Exactly, dec("6"))
		if w.Explaining() {
			assert.NotNil(t, w.Sheet())
		}
	})
	var gases []ghg.Gas
	for g := range e.All() {
		gases = append(gases, g)
		break
	}
	assert.Equal(t, []ghg.Gas{ghg.CO2}, gases)
	m, ok := e.Mass(ghg.CO2)
	assert.True(t, ok)
	assert.Equal(t, "3.006 t CO2", m.String())
	_, ok = e.Mass(ghg.N2O)
	assert.False(t, ok)
	_, ok = e.Mass(ghg.NF3)
	assert.False(t, ok)
	assert.Equal(t, []ghg.Gas{ghg.N2O, ghg.SF6}, e.NotEstimated())
	total, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "59.006", total.Tonnes().String()) // 3.006 + 2 × 28
	require.Equal(t, 1, e.Findings().Len())
	assert.Equal(t, "not estimated, for want of a factor: N2O, SF6", e.Findings().All[0].Detail)

	rows := e.Records(ghg.Record{Place: "KR", Period: ghg.CalendarYear(2023), Line: 7})
	require.Len(t, rows, 5)
	assert.True(t, slices.IsSortedFunc(rows[:2], func(a, b ghg.Record) int { return strings.Compare(a.Gas.String(), b.Gas.String()) }))
	for _, r := range rows {
		assert.Equal(t, "eq. 1", r.Evidence.Method())
		assert.Equal(t, 7, r.Line)
	}
	stated := ghg.NewEvidence(ghg.EvidenceDefinition{Method: "as the council has it"})
	assert.Equal(t, "as the council has it", e.Records(ghg.Record{Evidence: stated})[0].Evidence.Method())

	text, err := json.Marshal(e)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"title":"a term","title_ko":"항","equation":"eq. 1","gases":[{"gas":"CO2","value":"3.006 t CO2"}`)
	assert.Contains(t, string(text), `"value":"NE`)
}

// A printed total stays on its metric.
func TestEmissionsInCO2e(t *testing.T) {
	e := worked(t, func(w *estimate.Worksheet) {
		w.EmitsCO2e("E", term, ghg.AR5, "2.5", estimate.Exactly, dec("2.5"))
		w.EmitsCO2e("F", term, ghg.AR5, "E / 3", estimate.Rounded, w.Quotient(dec("2.5"), dec("3")))
	})
	total, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "3.333333333333333333333333", total.Tonnes().String())
	_, err = e.CO2e(ghg.AR4)
	assert.Error(t, err)
	text, err := json.Marshal(e)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"gas":null,"value":"3.333333333333333333333333 tCO2e (AR5)"}`)
	assert.Len(t, refusals(t, func(w *estimate.Worksheet) {
		w.EmitsCO2e("E", term, ghg.AR5, "1", estimate.Exactly, dec("1"))
		w.EmitsCO2e("F", term, ghg.AR4, "1", estimate.Exactly, dec("1"))
	}), 1)
}

func TestNoEmissions(t *testing.T) {
	var none estimate.Emissions
	assert.True(t, none.IsZero())
	assert.True(t, none.Explain().IsZero())
	assert.Empty(t, none.Records(ghg.Record{}))
	assert.Empty(t, none.NotEstimated())
	assert.Zero(t, none.Findings().Len())
	_, err := none.CO2e(ghg.AR5)
	assert.ErrorIs(t, err, estimate.ErrNothing)
	text, err := json.Marshal(none)
	require.NoError(t, err)
	assert.JSONEq(t, "null", string(text))
}

// A parameter made of a published value has its source, its days and what is to be said of it.
func TestPublishedParameters(t *testing.T) {
	day := ghg.MustDate("2022-11-21")
	ncv, err := estimate.CalorificValue(factor.Published[ghg.CalorificValue]{Name: "ncv.gas", On: day, Until: ghg.MustDate("2027-12-31"),
		Value: ghg.CalorificValue{Energy: ghg.MustQuantity("38.5 MJ (net)"), Per: ghg.NormalCubicMetre, Source: "the rule"}})
	require.NoError(t, err)
	assert.Equal(t, "38.5 MJ (net)/Nm3 (ncv.gas; the rule; in force from 2022-11-21; until 2027-12-31)", ncv.String())
	carbon, err := estimate.CarbonContent(factor.Published[factor.Carbon]{Standing: factor.Reference, Source: "table 2",
		Value: factor.Carbon{Tonnes: dec("15.236"), Per: ghg.MustUnit("TJ (net)")}})
	require.NoError(t, err)
	assert.Equal(t, "15.236 t C/TJ (net) (table 2)", carbon.String())
	assert.Positive(t, carbon.Findings.Len())
	e, err := factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.Metric{}, ghg.MustMass("474.7 kg CO2"), ghg.MustMass("12.5 g CH4"))
	require.NoError(t, err)
	of := factor.Published[factor.Emission]{Value: e}
	co2, err := estimate.EmissionFactor(of, ghg.CO2)
	require.NoError(t, err)
	assert.Equal(t, "474.7 kg CO2/MWh", co2.String())
	n2o, err := estimate.EmissionFactor(of, ghg.N2O)
	require.NoError(t, err)
	assert.True(t, n2o.IsUnset())
	assert.Panics(t, func() { estimate.MustParameter("x", "") })
}

func ExampleParseParameter() {
	p, err := estimate.ParseParameter("40 %", "the operator's report")
	fmt.Println(p, err)
	_, err = estimate.ParseParameter("40 kg/furlong", "")
	fmt.Println(err != nil)
	// Output:
	// 40 % (the operator's report) <nil>
	// true
}
