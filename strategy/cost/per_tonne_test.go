package cost_test

import (
	"errors"
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExamplePerTonne() {
	for _, d := range []cost.PerTonneDefinition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
		p, _ := lights().PerTonne(terms(d))
		fmt.Println(p)
	}
	p, _ := lights().PerTonne(terms(cost.AnnualisedOverAnnual))
	fmt.Println(p.Cost().Round(0), "a year:", p.Kind(), "reductions,", p.Lifetime(), "years,", p.Terms().Perspective)
	fmt.Println(p.Explain())
	// Output:
	// -44926.25 KRW (2024 prices) per tCO2e, annualised cost over annual tonnes, at 4.5%, flows at end of year, public perspective
	// -44926.25 KRW (2024 prices) per tCO2e, net present cost over discounted tonnes, at 4.5%, flows at end of year, public perspective
	// -32165.84 KRW (2024 prices) per tCO2e, net present cost over undiscounted tonnes, at 4.5%, flows at end of year, public perspective
	// -83113570 KRW (2024 prices) a year: expected reductions, 15 years, public
	// cost per tonne: annualised cost over annual tonnes (expected reductions; public) = -44,926.25400439 KRW (2024 prices)/tCO2e (AR5)
	//   r = 0.045   # discount rate
	//   U = -5,680,000,000 KRW (2024 prices)   # money at the start of the first year, below 0 where it is spent
	//   c[y]   # money of each year (end of year), below 0 where it is spent
	//   q[y]   # reduction of the year
	//       y     c [KRW (2024 prices)]  q [tCO2e (AR5)]
	//       2025  612,000,000            1850
	//       2026  612,000,000            1850
	//       2027  612,000,000            1850
	//       2028  612,000,000            1850
	//       2029  612,000,000            1850
	//       2030  612,000,000            1850
	//       2031  612,000,000            1850
	//       2032  612,000,000            1850
	//       2033  612,000,000            1850
	//       2034  612,000,000            1850
	//       2035  612,000,000            1850
	//       2036  612,000,000            1850
	//       2037  612,000,000            1850
	//       2038  612,000,000            1850
	//       2039  612,000,000            1850
	//   K = -(U + sum(y: c[y] / (1 + r)^(y - 2024))) / sum(y: 1 / (1 + r)^(y - 2024)) = -83,113,569.90811317 KRW (2024 prices)   # cost that is divided, below 0 for a saving
	//   Q = sum(y: q[y]) / 15 = 1850 tCO2e (AR5)   # tonnes that it is divided by
	//   V = -(U + sum(y: c[y] / (1 + r)^(y - 2024))) / sum(y: 1 / (1 + r)^(y - 2024)) / (sum(y: q[y]) / 15) = -44,926.25400439 KRW (2024 prices)/tCO2e (AR5)   # cost per tonne
	// rounding: to 8 decimal places, half away from zero: K, V
	// rounding: to 12 decimal places, half away from zero: Q
}

// Rooftop solar cuts less each year as the grid gets cleaner.
func ExampleNewPerTonne() {
	c, _ := cost.NewCashFlows(won("-15억원"), 2026, won("1.5억원"), won("1.5억원"), won("1.5억원"), won("1.5억원"), won("1.5억원"))
	r, _ := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{
		2026: tonnes("450"), 2027: tonnes("430"), 2028: tonnes("405"), 2029: tonnes("380"), 2030: tonnes("350")})
	p, err := cost.NewPerTonne(terms(cost.NPVOverDiscounted), c, r)
	fmt.Println(p.Value().Round(0), p.Tonnes(), err)

	short, _ := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("450")})
	_, err = cost.NewPerTonne(terms(cost.NPVOverDiscounted), c, short)
	fmt.Println(err)
	// Output:
	// 473074 KRW (2024 prices) 1778.79719008435 tCO2e (AR5) <nil>
	// cost per tonne: reductions: no figure for 2027 (there are figures for 2026): the cash flows are of 2026 to 2030, and each of these years needs an amount
}

// What a study states is taken as it is.
func ExampleStated() {
	p, err := cost.Stated{
		Terms: terms(cost.NPVOverUndiscounted), Kind: strategy.Potential, Lifetime: 20,
		Cost: won("12억원"), Tonnes: tonnes("9600"), Source: "cost study of the province, 2024, table 3",
	}.PerTonne()
	fmt.Println(err)
	fmt.Println(p.Explain())
	// Output:
	// <nil>
	// cost per tonne: net present cost over undiscounted tonnes (potential reductions; public) = 125,000 KRW (2024 prices)/tCO2e (AR5)
	//   K = 1,200,000,000 KRW (2024 prices)   # cost that is divided, below 0 for a saving; source: cost study of the province, 2024, table 3
	//   Q = 9600 tCO2e (AR5)   # tonnes that it is divided by; source: cost study of the province, 2024, table 3
	//   V = K / Q = 1,200,000,000 / 9600 = 125,000 KRW (2024 prices)/tCO2e (AR5)   # cost per tonne
	// rounding: to 8 decimal places, half away from zero: V
}

// Two studies by two definitions, at two rates: only the second can be mended by
// asking for another rate.
func ExamplePerTonne_Cmp() {
	a, _ := lights().PerTonne(terms(cost.AnnualisedOverAnnual))
	other := terms(cost.NPVOverUndiscounted)
	other.Rate = ghg.MustShare("3%")
	b, _ := lights().PerTonne(other)
	_, err := a.Cmp(b)
	var e *ghg.MismatchError
	if errors.As(err, &e) {
		fmt.Println(e.In(cost.AspectDefinition), e.In(cost.AspectRate), e.In(ghg.AspectMetric))
		for _, d := range e.Differ {
			fmt.Println(d.Aspect, "-", d.Remedy)
		}
	}
	// Output:
	// true true false
	// definition - work both out by one
	// discount rate - work both out at one
}

// A curve of what cuts: measures that do not are left out.
func ExampleMeasure_PerTonne() {
	m := lights()
	m.Reduction = ghg.MustCO2e("0 tCO2e (AR5)") // on a grid without emissions
	_, err := m.PerTonne(terms(cost.AnnualisedOverAnnual))
	if errors.Is(err, cost.ErrNoReduction) {
		fmt.Println("not on the curve:", err)
	}
	// Output:
	// not on the curve: measure "LED street lights": no cost per tonne: the reductions of the lifetime are 0 or less
}

func ExampleMeasure() {
	m := lights()
	c, _ := m.CashFlows()
	p, _ := m.SimplePayback()
	fmt.Println(c)
	fmt.Println(p)

	m.Saving = nominal("6.32억원")
	_, err := m.CashFlows()
	fmt.Println(err)
	// Output:
	// -5680000000 KRW (2024 prices) upfront, 612000000 in 2025, 612000000 in 2026, 612000000 in 2027, and so on to 612000000 in 2039
	// 9.28 years
	// measure "LED street lights", saving: money in KRW (nominal) and in KRW (2024 prices) does not meet: restate one with a price index
}

// By hand, with mpmath: 1,000 now and 100 a year for two years; 10 t, then 30 t; 5 %.
func TestDefinitionsWhereYearsDiffer(t *testing.T) {
	c := flows(t, "-1000", "-100", "-100")
	r := must(strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2025: tonnes("10"), 2026: tonnes("30")}))
	for _, x := range []struct {
		d                   cost.PerTonneDefinition
		timing              cost.Timing
		cost, tonnes, value string
	}{
		{cost.AnnualisedOverAnnual, cost.EndOfYear, "637.80487805", "20", "31.8902439"},
		{cost.NPVOverDiscounted, cost.EndOfYear, "1185.94104308", "36.734693877551", "32.28395062"},
		{cost.NPVOverUndiscounted, cost.EndOfYear, "1185.94104308", "40", "29.64852608"},
		{cost.AnnualisedOverAnnual, cost.StartOfYear, "612.19512195", "20", "30.6097561"},
		{cost.NPVOverDiscounted, cost.StartOfYear, "1195.23809524", "38.571428571429", "30.98765432"},
		{cost.NPVOverUndiscounted, cost.StartOfYear, "1195.23809524", "40", "29.88095238"},
	} {
		in := cost.Terms{Definition: x.d, Rate: share("5%"), Timing: x.timing, Perspective: cost.Private}
		p := must(cost.NewPerTonne(in, c, r))
		require.False(t, p.Explain().IsZero())
		assert.Equal(t, x.cost, p.Cost().Amount().String(), "%s", in)
		assert.Equal(t, x.tonnes, p.Tonnes().Tonnes().String(), "%s", in)
		assert.Equal(t, x.value, p.Value().Amount().String(), "%s", in)
		assert.Equal(t, in, p.Terms())
		assert.Equal(t, strategy.Verified, p.Kind())
		assert.Equal(t, 2, p.Lifetime())
	}
}

// Where every year cuts the same, the first two definitions are one number, and
// the third is nearer to 0 at a rate above 0.
func TestDefinitionsOfLevelMeasures(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200 {
		krw := func(n int64) strategy.Money {
			return must(strategy.NewMoney(decimal.NewFromInt(r.Int63n(n)), strategy.KRW, 2024))
		}
		m := cost.Measure{First: 2025, Lifetime: 1 + r.Intn(40), Investment: krw(1e9), Running: krw(1e8), Saving: krw(1e8),
			Kind: strategy.Expected, Reduction: tonnes(fmt.Sprint(1 + r.Intn(5000)))}
		in := cost.Terms{Rate: must(shareOf(decimal.New(r.Int63n(2000), -4))), Timing: cost.Timing(1 + r.Intn(2)), Perspective: cost.Social}
		value := func(d cost.PerTonneDefinition) decimal.Decimal {
			in.Definition = d
			return must(m.PerTonne(in)).Value().Amount()
		}
		a, b, c := value(cost.AnnualisedOverAnnual), value(cost.NPVOverDiscounted), value(cost.NPVOverUndiscounted)
		assert.True(t, a.Equal(b), "%s %s", a, b)
		assert.True(t, c.Abs().LessThanOrEqual(b.Abs()), "%s %s", b, c)
		// Twice the tonnes, half the cost of each.
		m.Reduction = must(m.Reduction.Scale(dec("2")))
		assert.True(t, exact.Round(a.Sub(value(cost.AnnualisedOverAnnual).Mul(dec("2"))), 7).IsZero())
	}
}

func TestCmp(t *testing.T) {
	third, more := stated("1", "3"), stated("10000000000000000000000001", "30000000000000000000000000")
	assert.Equal(t, third.Value().Amount().String(), more.Value().Amount().String())
	assert.Equal(t, -1, must(third.Cmp(more)), "they differ beyond the places that are shown")
	assert.Equal(t, 1, must(more.Cmp(third)))
	assert.Equal(t, 0, must(third.Cmp(stated("2", "6"))))
	assert.Equal(t, 1, must(third.Cmp(stated("-1", "3"))))
	_, err := third.Cmp(cost.PerTonne{})
	assert.ErrorContains(t, err, "no cost per tonne given")
	_, err = cost.PerTonne{}.Cmp(third)
	assert.ErrorContains(t, err, "no cost per tonne given")
	assert.True(t, cost.PerTonne{}.IsZero())
	assert.Equal(t, "no cost per tonne", cost.PerTonne{}.String())
	assert.True(t, cost.PerTonne{}.Explain().IsZero())
}

func TestMismatch(t *testing.T) {
	base := cost.Stated{Terms: terms(cost.NPVOverUndiscounted), Kind: strategy.Expected, Lifetime: 20,
		Cost: won("5원"), Tonnes: tonnes("2"), Source: "a study"}
	other := base
	other.Lifetime = 3
	_, err := must(base.PerTonne()).Cmp(must(other.PerTonne()))
	assert.NoError(t, err, "lifetimes may differ")
	var money *strategy.MoneyMismatchError
	var metric *ghg.MetricMismatchError
	var kind *strategy.KindMismatchError
	for _, c := range []struct {
		aspect ghg.Aspect
		text   string
		wraps  any
		change func(*cost.Stated)
	}{
		{cost.AspectDefinition, "net present cost over discounted tonnes", nil,
			func(s *cost.Stated) { s.Terms.Definition = cost.NPVOverDiscounted }},
		{cost.AspectRate, "discount rate 4.5% and 0%", nil, func(s *cost.Stated) { s.Terms.Rate = share("0%") }},
		{cost.AspectTiming, "start of year", nil, func(s *cost.Stated) { s.Terms.Timing = cost.StartOfYear }},
		{cost.AspectPerspective, "perspective public and social", nil, func(s *cost.Stated) { s.Terms.Perspective = cost.Social }},
		{cost.AspectMoney, "KRW, 2024 prices and EUR, 2024 prices", &money, func(s *cost.Stated) { s.Cost = strategy.MustMoney("5 EUR", 2024) }},
		{cost.AspectMoney, "KRW, 2024 prices and KRW, nominal", &money, func(s *cost.Stated) { s.Cost = nominal("5원") }},
		{ghg.AspectMetric, "metric AR5 and AR6", &metric, func(s *cost.Stated) { s.Tonnes = ghg.MustCO2e("2 tCO2e (AR6)") }},
		{cost.AspectKind, "kind of reduction expected and potential", &kind, func(s *cost.Stated) { s.Kind = strategy.Potential }},
	} {
		other := base
		c.change(&other)
		_, err := must(base.PerTonne()).Cmp(must(other.PerTonne()))
		var e *ghg.MismatchError
		require.ErrorAs(t, err, &e, c.aspect)
		require.Len(t, e.Differ, 1)
		assert.Equal(t, c.aspect, e.Differ[0].Aspect)
		assert.ErrorContains(t, err, c.text)
		if c.wraps != nil {
			assert.ErrorAs(t, err, c.wraps)
		} else {
			assert.NoError(t, errors.Unwrap(err))
		}
	}
	// All at once, and each of the packages' own errors.
	other.Terms, other.Kind, other.Cost, other.Tonnes = cost.Terms{Definition: cost.NPVOverDiscounted, Rate: share("0%"),
		Timing: cost.StartOfYear, Perspective: cost.Social}, strategy.Potential, nominal("5원"), ghg.MustCO2e("2 tCO2e (AR6)")
	_, err = must(base.PerTonne()).Cmp(must(other.PerTonne()))
	for _, as := range []any{&money, &metric, &kind} {
		assert.ErrorAs(t, err, as)
	}
	assert.ErrorContains(t, err, "one cost per tonne and the other do not meet: definition ")
}

func TestStatedNeedsAllFields(t *testing.T) {
	_, err := cost.Stated{}.PerTonne()
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var fields []string
	for _, f := range faults.All {
		assert.Equal(t, "stated cost per tonne", f.Of)
		fields = append(fields, f.Field)
	}
	assert.Equal(t, []string{"definition", "discount rate", "timing", "perspective", "kind", "lifetime", "cost", "tonnes", "source"}, fields)
	ok := cost.Stated{Terms: terms(cost.NPVOverUndiscounted), Kind: strategy.Expected, Lifetime: 450,
		Cost: won("0원"), Tonnes: tonnes("2"), Source: "a study"}
	p, err := ok.PerTonne()
	assert.NoError(t, err)
	assert.Equal(t, "0", p.Value().Amount().String())
	ok.Tonnes = tonnes("-2")
	_, err = ok.PerTonne()
	assert.EqualError(t, err, `stated cost per tonne, tonnes "-2 tCO2e (AR5)": above 0 is allowed`)
	ok.Cost, ok.Tonnes = won("99999999999999999999999999999999999999원"), tonnes("0.000000000001")
	_, err = ok.PerTonne()
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	huge := must(tonnes("1e28").Scale(dec("1e28")))
	ok.Cost, ok.Tonnes = won("1원"), huge
	_, err = ok.PerTonne()
	assert.ErrorContains(t, err, "tonnes: a number")
}

func TestPerTonneRefuses(t *testing.T) {
	in := terms(cost.NPVOverDiscounted)
	c := flows(t, "-10", "1", "1")
	years := func(a, b string) strategy.Reductions {
		return must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2025: tonnes(a), 2026: tonnes(b)}))
	}
	_, err := cost.NewPerTonne(in, cost.CashFlows{}, years("1", "1"))
	assert.ErrorContains(t, err, "no cash flows: make them")
	_, err = cost.NewPerTonne(in, c, strategy.Reductions{})
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = cost.NewPerTonne(in, flows(t, "-10", "1"), years("1", "1"))
	assert.EqualError(t, err, "cost per tonne: reductions in 2 years: the cash flows are of 2025 to 2025 only")
	_, err = cost.NewPerTonne(in, flows(t, "-10", "1", "1", "1"), years("1", "1"))
	assert.EqualError(t, err, "cost per tonne: reductions: no figure for 2027 (there are figures for 2025 and 2026): "+
		"the cash flows are of 2025 to 2027, and each of these years needs an amount")
	_, err = cost.NewPerTonne(in, c, years("-1", "1"))
	assert.ErrorIs(t, err, cost.ErrNoReduction)
	// 0.1 t in sum, but below 0 when discounted.
	_, err = cost.NewPerTonne(in, c, years("-5", "5.1"))
	assert.ErrorIs(t, err, cost.ErrNoReduction)
	in.Definition = cost.NPVOverUndiscounted
	_, err = cost.NewPerTonne(in, c, years("-5", "5.1"))
	assert.NoError(t, err)
	for _, d := range []cost.PerTonneDefinition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
		_, err = cost.NewPerTonne(terms(d), c, years("-1", "1"))
		assert.ErrorIs(t, err, cost.ErrNoReduction, "%s", d)
	}
	_, err = cost.NewPerTonne(terms(cost.NPVOverDiscounted), c, years("-1", "1.045"))
	assert.ErrorIs(t, err, cost.ErrNoReduction)
	huge := must(tonnes("1e28").Scale(dec("1e28")))
	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2025: huge, 2026: huge}))
	_, err = cost.NewPerTonne(in, c, r)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
}

func TestMeasureRefuses(t *testing.T) {
	for want, change := range map[string]func(*cost.Measure){
		`lifetime "0": 1 to 450 years`:          func(m *cost.Measure) { m.Lifetime = 0 },
		`lifetime "451"`:                        func(m *cost.Measure) { m.Lifetime = 451 },
		`first year "1849"`:                     func(m *cost.Measure) { m.First = 1849 },
		"investment: no money given":            func(m *cost.Measure) { m.Investment = strategy.Money{} },
		"running cost: no money given":          func(m *cost.Measure) { m.Running = strategy.Money{} },
		"saving: no money given":                func(m *cost.Measure) { m.Saving = strategy.Money{} },
		`saving "-1 KRW (2024 prices)": at lea`: func(m *cost.Measure) { m.Saving = won("-1원") },
		"no kind of reduction":                  func(m *cost.Measure) { m.Kind = 0 },
		"reductions of the lifetime":            func(m *cost.Measure) { m.Reduction = tonnes("0") },
	} {
		m := lights()
		change(&m)
		_, err := m.PerTonne(terms(cost.NPVOverDiscounted))
		assert.ErrorContains(t, err, want)
		assert.ErrorContains(t, err, `measure "LED street lights"`)
	}
	m := lights()
	m.Investment = won("-1원")
	_, err := m.SimplePayback()
	var f ghg.Fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, "investment", f.Field)
}

func TestSimplePaybackOfAMeasure(t *testing.T) {
	m := lights()
	m.Lifetime = 9
	p := must(m.SimplePayback())
	assert.Equal(t, "9.28 years, beyond its lifetime of 9", p.String())
	assert.Equal(t, "simple payback: 9.28 years, beyond its lifetime of 9", p.Details())
	m.Saving = m.Running
	p = must(m.SimplePayback())
	assert.Equal(t, "never within 9 years", p.String())
	m.Investment = won("0원")
	assert.Equal(t, "0 years", must(m.SimplePayback()).String())
}
