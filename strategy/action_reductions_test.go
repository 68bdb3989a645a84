package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What electric buses cut, and what they have of a plan in which better engines cut the
// same diesel.
func ExamplePortfolio_Reductions() {
	diesel, power := on("II.1.1", "diesel", ""), on("II.1.2", "electricity", "")
	plan, _, err := strategy.NewPortfolio(town(
		action("buses", "T", expected(diesel, "30000", strategy.Overlapping), expected(power, "-8000", strategy.Overlapping)),
		action("engines", "T", share(diesel, "10%", strategy.Overlapping)),
	))
	if err != nil {
		fmt.Println(err)
		return
	}
	alone, err := plan.Reductions("buses", strategy.Expected)
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, sum := range alone.Total.All() {
		fmt.Println("alone in", year, sum)
	}
	_, err = plan.Reductions("engines", strategy.Expected)
	fmt.Println(err)

	base, err := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{diesel: "150000", power: "400000"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"buses", "engines"} {
		r, err := e.Reductions(id)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, s := range r.BySource {
			amount, _ := s.Reductions.At(2030)
			fmt.Println(id, s.On, amount)
		}
	}
	// Output:
	// alone in 2030 22000 tCO2e
	// action "engines" on GPC 1.1 II.1.1, diesel: it cuts a share of a source, which is no amount until a baseline says what the source emits
	// buses GPC 1.1 II.1.1, diesel 28500 tCO2e
	// buses GPC 1.1 II.1.2, electricity -8000 tCO2e
	// engines GPC 1.1 II.1.1, diesel 13500 tCO2e
}

func TestReductionsOfActions(t *testing.T) {
	p := portfolio(t, cityPlan())
	e := must(p.Evaluate(must(strategy.NewBaseline(cityForecast(cleanerGrid))), strategy.Expected, strategy.Shapley))
	for y := range e.Years() {
		sum := ghg.MustCO2e("0 tCO2e (AR5)")
		for _, id := range []string{"T-1", "E-1"} {
			r := must(e.Reductions(id))
			total, ok := r.Total.At(y.Year())
			require.True(t, ok)
			parts := ghg.MustCO2e("0 tCO2e (AR5)")
			for _, s := range r.BySource {
				c, _ := s.Reductions.At(y.Year())
				parts = must(parts.Add(c))
			}
			assert.True(t, total.Equal(parts), "sources add up to the action")
			sum = must(sum.Add(total))
		}
		assert.True(t, sum.Equal(y.Reduction()), "actions add up to the plan")
	}
	alone := must(p.Reductions("T-1", strategy.Expected))
	c, _ := alone.Total.At(2030)
	assert.Equal(t, "108896.8", c.Tonnes().String())

	// Two effects on one source are one.
	two := portfolio(t, town(action("a", "E", expected(petrol, "5", 0), func() strategy.Effect {
		x := expected(petrol, "7", 0)
		x.Label = "more"
		return x
	}())))
	r := must(two.Reductions("a", strategy.Expected))
	require.Len(t, r.BySource, 1)
	c, _ = r.Total.At(2030)
	assert.Equal(t, "12 tCO2e", c.String())

	_, err := p.Reductions("X", strategy.Expected)
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, []string{"T-1", "E-1"}, unknown.Allowed)
	_, err = p.Reductions("T-1", strategy.Verified)
	assert.ErrorContains(t, err, `action "T-1", reductions: it has none that are verified`)
	_, err = p.Reductions("T-1", 0)
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = strategy.Portfolio{}.Reductions("T-1", strategy.Expected)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = strategy.Evaluation{}.Reductions("T-1")
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	d := cityPlan()
	d.Actions = append(d.Actions, strategy.Action{ID: "I", Name: "info", Area: "E", Source: "plan"})
	e = must(portfolio(t, d).Evaluate(must(strategy.NewBaseline(cityForecast(cleanerGrid))), strategy.Expected, strategy.Shapley))
	_, err = e.Reductions("I")
	assert.ErrorContains(t, err, "it has none that are expected")
}
