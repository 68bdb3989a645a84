package strategy_test

import (
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is judged takes its part of a share too: (0.34 - 0.04) × 90 % × 80 %.
func TestJudgedShares(t *testing.T) {
	q := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "포집률",
		Counting: strategy.StandingInYear, Source: "plan",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2026, "0.34"), Without: of(2026, "0.04")}},
		Effects:    []strategy.UnitEffect{strategy.WholeSource(on("III.1.1", "", ""), strategy.Overlapping)},
		Judged:     append(judged(strategy.FreeRiders, "90%", "survey"), judged(strategy.Persistence, "80%", "wells fall dry")...)}))
	effects, err := q.Effects(strategy.Expected, 2026, 2026)
	require.NoError(t, err)
	share, ok := effects[0].Cuts.At(2026)
	require.True(t, ok)
	assert.Equal(t, "21.6%", share.String())
}

// Official rows are quantity × unit: nothing that is judged is taken off, nor what there
// would be without the project. Effects have both: (100 - 10) × 0.5 × 60 %.
func TestOfficialRowsAreNotJudged(t *testing.T) {
	unit := strategy.PublishedUnit{ID: "9-1", Saves: ghg.MustCO2e("0.5 tCO2e (AR5)"), Per: ghg.Vehicle, On: petrol,
		Interaction: strategy.Overlapping, Source: "list"}
	q := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "대수", Unit: ghg.Vehicle,
		Counting: strategy.StandingInYear, Source: "plan", Published: unit, Judged: judged(strategy.FreeRiders, "60%", "survey"),
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2026, "100"), Without: of(2026, "10")}}}))
	official, err := q.ByPublishedUnit(strategy.Expected, 2026, 2026)
	require.NoError(t, err)
	row, _ := official.At(2026)
	assert.Equal(t, "50 tCO2e (AR5)", row.String())
	assert.Equal(t, []string{"27"}, amountsOf(t, q, strategy.Expected, 2026))
}

// Of several series each takes the place of those of its use.
func TestTwoSeriesAtOnce(t *testing.T) {
	q := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	q, err := q.WithFactors(petrolCar("1.5"), grid("0.4", "0.4"))
	require.NoError(t, err)
	assert.Equal(t, []string{"4230", "-2256"}, amountsOf(t, q, strategy.Expected, 2024)) // 2820 × 1.5, and × 2 × 0.4
	same, err := q.WithFactors()
	require.NoError(t, err)
	assert.Equal(t, q.Definition(), same.Definition())
}

// The last year in which something is new is one of those that have to be known.
func TestLastYearIsUnknownToo(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Quantities[0].ByYear, d.Quantities[0].Last = of(2024, "10", "20"), 2026
	q := must(strategy.NewQuantification(d))
	for year, known := range map[int]bool{2025: true, 2026: false, 2027: false} {
		_, ok := q.Working(strategy.Expected, year)
		assert.Equal(t, known, ok, year)
	}
}

// A factor of the year on a baseline that has it cuts the same share of the source, in every
// year, as one frozen on a baseline that is: what the project saves of what is used.
func TestMovingAndFrozenCutTheSameShare(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2030))
	number := func() string { return decimal.New(1000+r.Int64N(4000), -4).String() }
	for range 25 {
		var moving, flat []string
		saved, use := map[int]decimal.Decimal{}, map[int]decimal.Decimal{}
		for y := 2024; y <= 2030; y++ {
			moving, flat = append(moving, number()), append(flat, "0.4781")
			saved[y], use[y] = decimal.New(1+r.Int64N(900000), 0), decimal.New(1000000+r.Int64N(9000000), 0)
		}
		for _, f := range []ghg.Factors{grid(moving...), grid(flat...)} {
			d := cityPlan()
			d.Actions = d.Actions[1:]
			q := d.Actions[0].Quantifications[0].Definition()
			q.Quantities[0].ByYear, q.Effects[0].Factors = saved, f
			d.Actions[0].Quantifications[0] = must(strategy.NewQuantification(q))
			b := cityForecast(f)
			var used []ghg.OfYear[ghg.Quantity]
			for y, n := range use {
				used = append(used, ghg.OfYear[ghg.Quantity]{Year: y, Value: must(ghg.NewQuantity(n, ghg.MegawattHour)), Source: "forecast 2025"})
			}
			b.Sources[1].Activity = must(ghg.NewYears("electricity", "", nil, used...))
			e := must(portfolio(t, d).Evaluate(must(strategy.NewBaseline(b)), strategy.Expected, strategy.Shapley))
			for y := range e.Years() {
				base, _ := e.Baseline().At(power, y.Year())
				got, _ := must(y.Reduction().Ratio(base, 15)).Float64()
				want, _ := saved[y.Year()].DivRound(use[y.Year()], 15).Float64()
				require.InDelta(t, want, got, 1e-13, y.Year())
			}
		}
	}
}
