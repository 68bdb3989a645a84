package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// concentrated is the concentration of actions of so many tonnes.
func concentrated(t *testing.T, by strategy.Grouping, l strategy.ConcentrationLimits, tonnes ...string) strategy.Concentration {
	t.Helper()
	var actions []strategy.Action
	for i, s := range tonnes {
		actions = append(actions, action(fmt.Sprint("a", i), []string{"E", "T", "W"}[i%3],
			expected(on("I.1.1", "", fmt.Sprint(i)), s, strategy.Independent)))
	}
	c, err := must(portfolio(t, town(actions...)).Total(strategy.Expected, 2030)).Concentration(by, l)
	require.NoError(t, err)
	return c
}

var forty = strategy.ConcentrationLimits{Top1: ghg.MustShare("40%")}

func TestConcentration(t *testing.T) {
	third := strategy.ConcentrationLimits{Top1: ghg.MustShare("40%"), Top3: ghg.MustShare("50%")}
	for _, c := range []struct {
		by            strategy.Grouping
		tonnes        []string
		top1, top3    string
		above, above3 bool
	}{
		{strategy.ByAction, []string{"40", "30", "20", "10"}, "40.00%", "90.00%", false, true},
		{strategy.ByAction, []string{"10", "40.0000001", "30", "19.9999999"}, "40.00%", "90.00%", true, true},
		{strategy.ByAction, []string{"1", "1", "1", "1", "1", "1"}, "16.67%", "50.00%", false, false},
		{strategy.ByAction, []string{"7"}, "100.00%", "100.00%", true, true},
		{strategy.ByAction, []string{"5", "0"}, "100.00%", "100.00%", true, true},
		{strategy.ByArea, []string{"40", "30", "20", "10"}, "50.00%", "100.00%", true, true},
		{strategy.ByArea, []string{"40", "30", "20", "-10"}, "37.50%", "100.00%", false, true},
	} {
		got := concentrated(t, c.by, third, c.tonnes...)
		assert.Equal(t, []string{c.top1, c.top3}, []string{got.Top1.Percent(2), got.Top3.Percent(2)}, c.tonnes)
		assert.Equal(t, []bool{c.above, c.above3, c.above || c.above3}, []bool{got.IsTop1Above(), got.IsTop3Above(), got.IsAlert()}, c.tonnes)
	}
	ties := concentrated(t, strategy.ByAction, forty, "3", "5", "5", "5", "5")
	var ids []string
	for p := range ties.Largest() {
		ids = append(ids, p.ID)
	}
	assert.Equal(t, []string{"a1", "a2", "a3"}, ids)
	assert.Equal(t, 5, ties.Parts)
	top3 := concentrated(t, strategy.ByAction, strategy.ConcentrationLimits{Top3: ghg.MustShare("10%")}, "3", "5")
	assert.True(t, top3.IsAlert())
	assert.False(t, top3.IsTop1Above())
	assert.NotContains(t, top3.Details(), "\nlargest:")
}

func TestConcentrationUndefined(t *testing.T) {
	for _, c := range []struct {
		tonnes []string
		why    string
	}{
		{nil, "nothing is quantified"},
		{[]string{"0", "0"}, "the total is 0"},
		{[]string{"4", "-4"}, "the total is 0"},
		{[]string{"-1", "-4"}, "nothing is cut: emissions are raised"},
		{[]string{"0", "-4"}, "nothing is cut: emissions are raised"},
		{[]string{"1", "-4"}, "some parts are increases, so that shares of the total would pass 100%"},
	} {
		got := concentrated(t, strategy.ByAction, forty, c.tonnes...)
		assert.Equal(t, c.why, got.Top1.Undefined(), c.tonnes)
		assert.Equal(t, c.why, got.Top3.Undefined())
		assert.False(t, got.IsAlert())
		assert.Contains(t, got.Details(), "largest: limit 40%, not tested")
		for p := range got.Largest() {
			assert.Equal(t, c.why, p.Share.Undefined())
		}
	}
}

// What is not quantified and what is withdrawn is in no share.
func TestConcentrationCounts(t *testing.T) {
	gone := action("gone", "T", expected(on("II.1.1", "", ""), "300", strategy.Independent))
	gone.Stage = strategy.Superseded
	p := portfolio(t, town(gone, action("lessons", "W"), action("windows", "E", expected(on("I.1.1", "", ""), "3", strategy.Independent))))
	total := must(p.Total(strategy.Expected, 2030))
	c := must(total.Concentration(strategy.ByAction, forty))
	assert.Equal(t, []int{1, 1}, []int{c.Parts, c.NotQuantified})
	c = must(total.Concentration(strategy.ByArea, forty))
	assert.Equal(t, []int{1, 2}, []int{c.Parts, c.NotQuantified})
	assert.Equal(t, "E", slices.Collect(c.Largest())[0].ID)
}

func TestConcentrationRefuses(t *testing.T) {
	total := must(storyPlan().Total(strategy.Expected, 2030))
	for by, want := range map[strategy.Grouping]string{
		0:                 "concentration by no grouping: strategy.ByAction and strategy.ByArea are allowed",
		strategy.BySource: "concentration by source: strategy.ByAction and strategy.ByArea are allowed",
	} {
		_, err := total.Concentration(by, forty)
		assert.EqualError(t, err, want)
	}
	for _, l := range []string{"-1%", "101%"} {
		_, err := total.Concentration(strategy.ByArea, strategy.ConcentrationLimits{Top3: ghg.MustShare(l)})
		assert.ErrorContains(t, err, "0% to 100% are allowed")
	}
	for _, l := range []string{"0%", "100%"} {
		_, err := total.Concentration(strategy.ByArea, strategy.ConcentrationLimits{Top1: ghg.MustShare(l)})
		assert.NoError(t, err)
	}
	_, err := strategy.Total{}.Concentration(strategy.ByArea, forty)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
}

// Shares by fractions of integers.
func TestConcentrationAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 71))
	for range 50 {
		var text []string
		var n []int64
		sum := int64(0)
		for range 1 + r.IntN(8) {
			x := r.Int64N(1000)
			n, text, sum = append(n, x), append(text, fmt.Sprint(x)), sum+x
		}
		if sum == 0 {
			continue
		}
		slices.Sort(n)
		slices.Reverse(n)
		top3 := int64(0)
		for _, x := range n[:min(3, len(n))] {
			top3 += x
		}
		c := concentrated(t, strategy.ByAction, forty, text...)
		for _, x := range []struct {
			got string
			n   int64
		}{{c.Top1.String(), n[0]}, {c.Top3.String(), top3}} {
			got, ok := new(big.Rat).SetString(x.got)
			require.True(t, ok)
			off := got.Sub(got, big.NewRat(x.n, sum))
			assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 2_000_000_000_000)), 0)
		}
		assert.Equal(t, n[0]*10 > sum*4, c.IsTop1Above())
	}
}
