package selection_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Six actions that each leave 142857143 billionths of a source leave 54 decimal places of
// it, in the answer and in no text.
func TestTextsAreRoundedOnce(t *testing.T) {
	years := []int{2030, 2031}
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Shared: []selection.SharedSource{{
		On:        strategy.EmissionSource{Fuel: "gas", EndUse: "heat"},
		Emissions: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 ktCO2e (AR5)"), 2031: ghg.MustCO2e("2 ktCO2e (AR5)")},
	}}}
	cut := must(ghg.NewShare(decimal.RequireFromString("0.142857143")))
	for i := range 6 {
		id := fmt.Sprint("a", i)
		d.Candidates = append(d.Candidates, selection.Candidate{ID: id, Cost: money("1 bn KRW")})
		d.Shared[0].Cuts = append(d.Shared[0].Cuts, selection.Cut{Candidate: id, ByYear: map[int]ghg.Share{2030: cut, 2031: cut}})
	}
	p := must(selection.New(d))
	r, err := p.MostTonnes(money("9 bn KRW"), 0, years...)
	require.NoError(t, err)
	assert.Equal(t, int32(-51), r.CO2e.Tonnes().Exponent(), "exact inside")
	// 1 - 0.857142857^6 = 0.6034305437…: 603.4305… and 1206.8610…, together 1810.2916….
	assert.Equal(t, "most tonnes: a0, a1, a2, a3, a4, a5: 1810.292 tCO2e (AR5) for 6000000000 KRW (nominal)", r.String())
	text := r.Details()
	assert.Contains(t, text, "\n  2030: 603.431 tCO2e (AR5) (expected)\n  2031: 1206.861 tCO2e (AR5) (expected)\n", "they add up")
	assert.NotRegexp(t, regexp.MustCompile(`\.[0-9]{4}`), text)
	r, err = p.LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("500 tCO2e (AR5)")}, 0)
	require.NoError(t, err)
	assert.Contains(t, r.Rules[0].String(), "need in 2030: 537.336 of at least 500 tCO2e", "1 - 0.857142857^5 = 0.53733569…")

	// What is out of reach by little is not rounded onto what is asked for.
	_, err = p.LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("603.4306 tCO2e (AR5)")}, 0)
	assert.ErrorContains(t, err, "need in 2030 is to be at least 603.4306 tCO2e, and it is at most 603.430543792603 tCO2e")
}
