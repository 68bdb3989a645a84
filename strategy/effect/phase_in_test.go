package effect_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A programme of 90 kt a year that ramps up to 2028; by the annual check 60 %
// of what was to be done is done.
func ExamplePhaseIn() {
	ramp, _ := effect.Linear(2025, 2028)
	plan, err := effect.NewPhaseIn(effect.PhaseInDefinition{
		Kind: strategy.Expected, Full: ghg.MustCO2e("90 ktCO2e (AR5)"), Ramp: ramp, First: 2026, Last: 2028, Source: "city plan 2025",
	})
	if err != nil {
		panic(err)
	}
	done, _ := plan.Implemented(ghg.MustShare("60%"))
	fmt.Print(done.Explain())
	_, err = done.Reductions().Add(plan.Reductions())
	fmt.Println(err)
	// Output:
	// full effect    F = 90000 tCO2e (AR5) a year; source city plan 2025
	// ramp           s = linear from 2025 to 2028: (y - 2025)/(2028 - 2025), held between 0 and 1
	// implementation i = 60%
	// reductions     F × s × i, implemented
	// 2026           s = 33.3333333333%: 18000 tCO2e (AR5)
	// 2027           s = 66.6666666667%: 36000 tCO2e (AR5)
	// 2028           s = 100%: 54000 tCO2e (AR5)
	// rounding       amounts once to 12 decimal places of a tonne, half away from zero
	// implemented and expected reductions are never added: keep a sum for each kind
}

func ExamplePhaseInDefinition() {
	ramp, _ := effect.Linear(2025, 2028)
	_, err := effect.NewPhaseIn(effect.PhaseInDefinition{
		Kind: strategy.Verified, Full: ghg.MustCO2e("90 ktCO2e"), Ramp: ramp, First: 2026, Last: 2028,
	})
	fmt.Println(err)
	// Output:
	// phase-in, kind "verified": allowed are potential, expected
}

// What stands in each year, summed over the years, is of a type of its own.
func ExampleCumulate() {
	ramp, _ := effect.Linear(2025, 2030)
	plan, _ := effect.NewPhaseIn(effect.PhaseInDefinition{
		Kind: strategy.Expected, Full: ghg.MustCO2e("100 ktCO2e"), Ramp: ramp, First: 2025, Last: 2031,
	})
	sum, err := effect.Cumulate(plan.Reductions(), 2025, 2031)
	fmt.Print(sum.Explain(), err, "\n")
	_, err = effect.Cumulate(plan.Reductions(), 2025, 2032)
	fmt.Println(err)
	// Output:
	// 400000 tCO2e, expected, cumulative from 2025 to 2031 = 0 + 20000 + 40000 + 60000 + 80000 + 100000 + 100000
	// <nil>
	// cumulative reductions: no figure for 2032 (there are figures for 2025 to 2031): what is missing is not 0, and none is carried over from another year: state it
}

func ExampleCumulativeReduction() {
	r, _ := strategy.NewReductions(strategy.Verified, ghg.AR5,
		map[int]ghg.CO2e{2024: ghg.MustCO2e("5 tCO2e (AR5)"), 2025: ghg.MustCO2e("7 tCO2e (AR5)")})
	sum, _ := effect.Cumulate(r, 2024, 2025)
	first, last := sum.Years()
	fmt.Println(sum.CO2e(), sum.Kind(), first, last)
	fmt.Println(effect.CumulativeReduction{})
	// Output:
	// 12 tCO2e (AR5) verified 2024 2025
	// no cumulative reduction
}

func TestPhaseInRefusals(t *testing.T) {
	good := effect.PhaseInDefinition{Kind: strategy.Expected, Full: ghg.MustCO2e("90 ktCO2e"), Ramp: must(effect.Linear(2025, 2028)),
		First: 2025, Last: 2030}
	for want, change := range map[string]func(d *effect.PhaseInDefinition){
		`phase-in, kind "no kind": allowed are potential`: func(d *effect.PhaseInDefinition) { d.Kind = 0 },
		`phase-in, kind "implemented"`:                    func(d *effect.PhaseInDefinition) { d.Kind = strategy.Implemented },
		`phase-in, full effect "0"`:                       func(d *effect.PhaseInDefinition) { d.Full = ghg.CO2e{} },
		`phase-in, first year "1": years from 1850`:       func(d *effect.PhaseInDefinition) { d.First = 1 },
		`phase-in, last year "9999": years from`:          func(d *effect.PhaseInDefinition) { d.Last = 9999 },
		`last year "2024": it lies before the first, 20`:  func(d *effect.PhaseInDefinition) { d.Last = 2024 },
		"phase-in, ramp: make one":                        func(d *effect.PhaseInDefinition) { d.Ramp = effect.Ramp{} },
		"phase-in: table of shares: no figure for 2025":   func(d *effect.PhaseInDefinition) { d.Ramp = must(effect.Table(shares(map[int]string{2030: "1"}))) },
		"phase-in in 2026: mass: a number of":             func(d *effect.PhaseInDefinition) { d.Full = ghg.MustCO2e("1e29 tCO2e") },
	} {
		d := good
		change(&d)
		_, err := effect.NewPhaseIn(d)
		assert.ErrorContains(t, err, want)
	}
	p := must(effect.NewPhaseIn(good))
	_, err := p.Implemented(ghg.Share{})
	assert.ErrorContains(t, err, "implementation: state it")
	_, err = p.Implemented(ghg.MustShare("101%"))
	assert.ErrorContains(t, err, `implementation "101%": 0% to 100% are allowed`)
	done := must(p.Implemented(ghg.MustShare("0%")))
	same(t, "0", tonnes(t, done.Reductions(), 2030))
	_, err = done.Implemented(ghg.MustShare("50%"))
	assert.ErrorContains(t, err, `kind "implemented": only an expected one`)
	good.Kind = strategy.Potential
	_, err = must(effect.NewPhaseIn(good)).Implemented(ghg.MustShare("50%"))
	assert.ErrorContains(t, err, `kind "potential"`)
	_, err = effect.PhaseIn{}.Implemented(ghg.MustShare("50%"))
	assert.ErrorContains(t, err, `kind "no kind"`)
	assert.True(t, effect.PhaseIn{}.Reductions().IsZero())
	assert.Equal(t, "no phase-in\n", effect.PhaseIn{}.Explain())
	assert.Equal(t, "90000 tCO2e, linear from 2025 to 2028, expected, 2025 to 2030", p.String())
	assert.NotContains(t, p.Explain(), "implementation")
	assert.Contains(t, p.Explain(), "source not stated\n")
	assert.Contains(t, p.Explain(), "reductions     F × s, expected\n")

	_, err = effect.Cumulate(strategy.Reductions{}, 2025, 2026)
	assert.ErrorContains(t, err, "cumulative reductions, reductions: none given")
	_, err = effect.Cumulate(p.Reductions(), 2026, 2025)
	assert.ErrorContains(t, err, `last year "2025": it lies before the first, 2026`)
	assert.Equal(t, "no cumulative reduction\n", effect.CumulativeReduction{}.Explain())
}

// An increase ramps up as a cut does, and an amount is rounded once: full
// effect times fraction, never times a rounded share.
func TestPhaseInProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n, full := 1+rng.IntN(30), decimal.New(rng.Int64N(2_000_000_000)-1_000_000_000, -3)
		if full.IsZero() {
			continue
		}
		impl := decimal.New(rng.Int64N(1001), -3)
		p := must(effect.NewPhaseIn(effect.PhaseInDefinition{Kind: strategy.Expected, Full: must(ghg.NewCO2e(full, ghg.Tonne, ghg.AR5)),
			Ramp: must(effect.Linear(2020, 2020+n)), First: 2020, Last: 2020 + n}))
		done := must(p.Implemented(must(ghg.NewShare(impl))))
		for i := range n + 1 {
			want := new(big.Rat).Mul(full.Rat(), big.NewRat(int64(i), int64(n)))
			require.Equal(t, want.FloatString(12), tonnes(t, p.Reductions(), 2020+i).StringFixed(12))
			want.Mul(want, impl.Rat())
			require.Equal(t, want.FloatString(12), tonnes(t, done.Reductions(), 2020+i).StringFixed(12))
		}
	}
}
