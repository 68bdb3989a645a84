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

// A programme of 90 kt a year that ramps up to 2028.
func ExampleNewPhaseIn() {
	ramp, err := effect.Linear(2025, 2028)
	if err != nil {
		panic(err)
	}
	plan, err := effect.NewPhaseIn(effect.PhaseInDefinition{
		ID: "1", On: strategy.EmissionSource{EndUse: "heating"}, Kind: strategy.Expected, Full: ghg.MustCO2e("90 ktCO2e (AR5)"),
		Ramp: ramp, First: 2026, Last: 2028, Source: "city plan 2025",
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(plan.Explain(strategy.Expected, 2027))
	// Output:
	// 1: expected reduction in 2027 = 60,000 tCO2e (AR5)
	//   x[y]   # tonnes of the full effect, standing in the year
	//       y     x [t]
	//       2027  60,000  linear from 2025 to 2028, to 90000
	//   K  = x[2027] = 60,000 t   # quantity that works in 2027
	//   s1 = 1 t/t   # what one saves on heating; source: city plan 2025
	//   f1 = 1 tCO2e (AR5)/t   # factor of full effect, of all years; source: city plan 2025
	//   C1 = K × s1 × f1 = 60,000 × 1 × 1 = 60,000 tCO2e (AR5)   # reduction on heating
	// rounding: to 24 decimal places, half away from zero: K
	// rounding: to 12 decimal places, half away from zero: C1
}

func ExamplePhaseInDefinition() {
	ramp, _ := effect.Linear(2025, 2028)
	_, err := effect.NewPhaseIn(effect.PhaseInDefinition{
		Kind: strategy.Verified, Full: ghg.MustCO2e("90 ktCO2e"), Ramp: ramp, First: 2026, Last: 2028,
	})
	fmt.Println(err)
	// Output:
	// phase-in, kind "verified": allowed are potential and expected: nothing else comes of a ramp
}

// Lamps are replaced by equal steps from 2023 to 2028, and each lasts ten years: what is
// new in each year enters the quantification, and what stands comes of it.
func ExampleAlong() {
	ramp, err := effect.Linear(2023, 2028)
	if err != nil {
		panic(err)
	}
	lamps, err := effect.Along(strategy.Expected, strategy.NewInYear, ramp, decimal.New(100000, 0), 2024, 2028)
	if err != nil {
		panic(err)
	}
	item := ghg.MustUnit("개")
	saves, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "lighting"}, strategy.Overlapping, "lamp", item,
		ghg.MustCO2e("174.5 kgCO2e"), "measured, 2023")
	if err != nil {
		panic(err)
	}
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "lamps", Unit: item,
		Counting: strategy.NewInYear, Life: strategy.Life{Years: 10}, Quantities: []strategy.Quantities{lamps},
		Effects: []strategy.UnitEffect{saves}, Source: "city plan 2025"})
	if err != nil {
		panic(err)
	}
	r, err := q.Net(strategy.Expected, 2024, 2038)
	if err != nil {
		panic(err)
	}
	for _, year := range []int{2024, 2028, 2033, 2034, 2038} {
		amount, _ := r.At(year)
		fmt.Println(year, amount)
	}
	fmt.Println(lamps.Source, lamps.Last)
	// Output:
	// 2024 3490 tCO2e
	// 2028 17450 tCO2e
	// 2033 17450 tCO2e
	// 2034 13960 tCO2e
	// 2038 0 tCO2e
	// linear from 2023 to 2028, to 100000 2028
}

// What stands in each year, summed over the years, is of a type of its own.
func ExampleCumulate() {
	ramp, _ := effect.Linear(2025, 2030)
	plan, _ := effect.NewPhaseIn(effect.PhaseInDefinition{ID: "1", On: strategy.EmissionSource{EndUse: "heating"},
		Kind: strategy.Expected, Full: ghg.MustCO2e("100 ktCO2e"), Ramp: ramp, First: 2025, Last: 2031, Source: "plan",
	})
	reductions, err := plan.Net(strategy.Expected, 2025, 2031)
	if err != nil {
		panic(err)
	}
	sum, err := effect.Cumulate(reductions, 2025, 2031)
	fmt.Println(sum.Explain(), err)
	_, err = effect.Cumulate(reductions, 2025, 2032)
	fmt.Println(err)
	// Output:
	// expected reductions, cumulative from 2025 to 2031 = 400,000 tCO2e
	//   r[y]   # reduction of the year
	//       y     r [tCO2e]
	//       2025  0
	//       2026  20,000
	//       2027  40,000
	//       2028  60,000
	//       2029  80,000
	//       2030  100,000
	//       2031  100,000
	//   R = sum(y: r[y]) = 400,000 tCO2e   # cumulative reduction <nil>
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
	good := effect.PhaseInDefinition{ID: "1", On: strategy.EmissionSource{EndUse: "heating"}, Kind: strategy.Expected, Source: "plan",
		Full: ghg.MustCO2e("90 ktCO2e"), Ramp: must(effect.Linear(2025, 2028)), First: 2025, Last: 2030}
	for want, change := range map[string]func(d *effect.PhaseInDefinition){
		`phase-in, kind "no kind": allowed are potential`: func(d *effect.PhaseInDefinition) { d.Kind = 0 },
		`phase-in, kind "implemented"`:                    func(d *effect.PhaseInDefinition) { d.Kind = strategy.Implemented },
		`phase-in, full effect "0"`:                       func(d *effect.PhaseInDefinition) { d.Full = ghg.CO2e{} },
		`phase-in, first year "1": years from 1850`:       func(d *effect.PhaseInDefinition) { d.First = 1 },
		`phase-in, last year "9999": years from`:          func(d *effect.PhaseInDefinition) { d.Last = 9999 },
		`last year "2024": it lies before the first, 20`:  func(d *effect.PhaseInDefinition) { d.Last = 2024 },
		"phase-in, ramp: make one":                        func(d *effect.PhaseInDefinition) { d.Ramp = effect.Ramp{} },
		"table of shares: no figure for 2025": func(d *effect.PhaseInDefinition) {
			d.Ramp = must(effect.Table(shares(map[int]string{2030: "1"})))
		},
		"ID of 1 to 200 bytes": func(d *effect.PhaseInDefinition) { d.ID = "" },
		"source":               func(d *effect.PhaseInDefinition) { d.Source = "" },
	} {
		d := good
		change(&d)
		_, err := effect.NewPhaseIn(d)
		assert.ErrorContains(t, err, want)
	}
	_, err := effect.NewPhaseIn(effect.PhaseInDefinition{First: 1, Last: 1})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 5, faults.Len(), "all at once")

	_, err = effect.Cumulate(strategy.Reductions{}, 2025, 2026)
	assert.ErrorContains(t, err, "cumulative reductions, reductions: none given")
	r := must(must(effect.NewPhaseIn(good)).Net(strategy.Expected, 2025, 2030))
	_, err = effect.Cumulate(r, 2026, 2025)
	assert.ErrorContains(t, err, `last year "2025": it lies before the first, 2026`)
	assert.True(t, effect.CumulativeReduction{}.Explain().IsZero())
}

func TestAlongRefuses(t *testing.T) {
	ramp := must(effect.Linear(2025, 2028))
	_, err := effect.Along(strategy.Expected, strategy.DoneInYear, effect.Ramp{}, dec("-1"), 2025, 2024)
	for _, want := range []string{`units "-1"`, `counting "done in the year"`, "ramp: make one", `last year "2024"`} {
		assert.ErrorContains(t, err, want)
	}
	falls := must(effect.Table(shares(map[int]string{2025: "1", 2026: "0.5"})))
	_, err = effect.Along(strategy.Expected, strategy.NewInYear, falls, dec("7"), 2025, 2026)
	assert.ErrorContains(t, err, "in 2026, ramp")
	stands, err := effect.Along(strategy.Expected, strategy.StandingInYear, falls, dec("7"), 2025, 2026)
	require.NoError(t, err)
	same(t, "3.5", stands.ByYear[2026])
	assert.Zero(t, stands.Last, "what stands has no last year of anything new")
	part := must(effect.Along(strategy.Expected, strategy.NewInYear, ramp, dec("9"), 2026, 2027))
	assert.Zero(t, part.Last, "more is to come")
	same(t, "3", part.ByYear[2026])
	same(t, "3", part.ByYear[2027])
	long := must(effect.Along(strategy.Expected, strategy.NewInYear, ramp, dec("1e29"), 2026, 2027))
	same(t, "33333333333333333333333333333.3333333", long.ByYear[2026])
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
		p := must(effect.NewPhaseIn(effect.PhaseInDefinition{ID: "1", On: strategy.EmissionSource{EndUse: "x"}, Kind: strategy.Expected,
			Full: must(ghg.NewCO2e(full, ghg.Tonne, ghg.AR5)), Ramp: must(effect.Linear(2020, 2020+n)), First: 2020, Last: 2020 + n, Source: "own"}))
		r := must(p.Net(strategy.Expected, 2020, 2020+n))
		for i := range n + 1 {
			want := new(big.Rat).Mul(full.Rat(), big.NewRat(int64(i), int64(n)))
			require.Equal(t, want.FloatString(12), tonnes(t, r, 2020+i).StringFixed(12))
		}
	}
}
