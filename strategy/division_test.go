package strategy_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parts are the shares of the actions in 2030, or what speaks against them.
func parts(t *testing.T, d strategy.PortfolioDefinition, b strategy.BaselineDefinition, by strategy.Division) ([]string, error) {
	t.Helper()
	e, err := portfolio(t, d).Evaluate(must(strategy.NewBaseline(b)), strategy.Expected, by)
	if err != nil {
		return nil, err
	}
	y, ok := e.Year(2030)
	require.True(t, ok)
	require.False(t, y.Explain().IsZero())
	var out []string
	for a := range y.Total().ByAction() {
		out = append(out, a.CO2e.Tonnes().String())
	}
	return out, nil
}

// The series is short for small cuts, and the general logarithm serves for
// large ones: both are ln(1 − r) / ln(1 − R).
func TestLogShare(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	r := rand.New(rand.NewPCG(55, 89))
	for range 40 {
		var actions []strategy.Action
		var logs []float64
		all := 0.0
		for i := range 2 + r.IntN(6) {
			f := r.IntN(1900) - 900 // −90 % to 99.9 %
			if r.IntN(2) == 0 {
				f = 1 + r.IntN(400)
			}
			ln := math.Log1p(-float64(f) / 1000)
			logs, all = append(logs, ln), all+ln
			actions = append(actions, action(fmt.Sprint("a", i), "E", share(gas, decimal.New(int64(f), -3).String(), 0)))
		}
		if math.Abs(all) < 0.01 {
			continue
		}
		got, err := parts(t, town(actions...), baseline(map[strategy.EmissionSource]string{gas: "1000"}), strategy.LogShare)
		require.NoError(t, err)
		for i, s := range got {
			want := 1000 * -math.Expm1(all) * logs[i] / all
			assert.InDelta(t, want, must(decimal.NewFromString(s)).InexactFloat64(), 1e-8+math.Abs(want)*1e-10)
		}
	}
	// mpmath 1.3 with 60 digits.
	got, err := parts(t, town(action("a", "E", share(gas, "0.000000000000001", 0)), action("b", "E", share(gas, "0.75", 0))),
		baseline(map[strategy.EmissionSource]string{gas: "1000000000000000"}), strategy.LogShare)
	require.NoError(t, err)
	assert.Equal(t, []string{"0.541010640", "749999999999999.708989360"}, shown(t, got, 9))
}

// shown are numbers as a list shows them.
func shown(t testing.TB, numbers []string, places int32) (out []string) {
	t.Helper()
	var amounts []ghg.CO2e
	for _, s := range numbers {
		amounts = append(amounts, ghg.MustCO2e(s+" tCO2e"))
	}
	list, err := ghg.ShowList(ghg.Tonne, places, amounts...)
	require.NoError(t, err)
	for _, p := range list.Parts() {
		out = append(out, p.Number())
	}
	return out
}

// Effects that cancel out have no log share, in whatever way they do.
func TestLogShareOfNothing(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	for name, shares := range map[string][]string{
		"two":          {"-25%", "20%"},
		"three":        {"-25%", "50%", "-60%"},
		"by 1 in 1e30": {"-100%", "0.500000000000000000000000000001"},
	} {
		var actions []strategy.Action
		for i, s := range shares {
			actions = append(actions, action(fmt.Sprint("a", i), "E", share(gas, s, 0)))
		}
		_, err := parts(t, town(actions...), base, strategy.LogShare)
		assert.ErrorContains(t, err, "cancel out", name)
		zero, err := parts(t, town(actions...), baseline(map[strategy.EmissionSource]string{gas: "0"}), strategy.LogShare)
		require.NoError(t, err, name)
		assert.Equal(t, slices.Repeat([]string{"0"}, len(shares)), zero, "shares of nothing")
	}
}

// The parts on a source come in the order of the portfolio, also where those
// that are independent act as one.
func TestPartsInOrder(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	d := town(action("a", "E", share(gas, "10%", strategy.Independent)), action("b", "E", share(gas, "50%", 0)),
		action("c", "E", share(gas, "20%", strategy.Independent)))
	for _, by := range allMethods {
		y := evaluate(t, d, baseline(map[strategy.EmissionSource]string{gas: "1000"}), by)
		for s := range y.BySource() {
			var ids, amounts []string
			for _, a := range s.Actions {
				ids, amounts = append(ids, a.Action.ID), append(amounts, a.CO2e.Tonnes().String())
			}
			assert.Equal(t, []string{"a", "b", "c"}, ids, by)
			if by == strategy.Shapley { // 10 × (1 + 0.5)/2, 50 × (1 + 0.7)/2, 20 × (1 + 0.5)/2 %
				assert.Equal(t, []string{"75", "425", "150"}, amounts)
			}
		}
	}
}
