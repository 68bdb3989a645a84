package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Expected values by scipy 1.10.1: the sum of the two distributions by
// integration over one of them.
func TestIndependently(t *testing.T) {
	r, err := leanGap().Range(leanRanges(), strategy.Independently(40000, 7))
	require.NoError(t, err)
	for _, c := range []struct {
		got  ghg.CO2e
		want float64
	}{
		{r.Reduction.P10, 19164.25}, {r.Reduction.P50, 24046.84}, {r.Reduction.P90, 27889.81},
		{r.Missing.P10, 25500 - 27889.81}, {r.Missing.P50, 25500 - 24046.84}, {r.Missing.P90, 25500 - 19164.25},
	} {
		assert.InDelta(t, c.want, c.got.Tonnes().InexactFloat64(), 120)
	}
	assert.InDelta(t, 0.3336806715, r.ClosedChance, 0.008)
	assert.Equal(t, []string{"buses"}, r.WithoutRange)
	assert.True(t, r.ByArea[1].Reduction.P10.Equal(tonnes("4000")) && r.ByArea[1].Reduction.P90.Equal(tonnes("4000")))
	assert.True(t, r.ByArea[2].Reduction.P50.IsZero())
	assert.Contains(t, r.Details(), "simulated in float64, to 6 significant digits; areas do not add up")

	again, err := leanGap().Range(leanRanges(), strategy.Independently(40000, 7))
	require.NoError(t, err)
	assert.Equal(t, r.String(), again.String(), "one seed, one figure")
	other, err := leanGap().Range(leanRanges(), strategy.Independently(40000, 8))
	require.NoError(t, err)
	assert.NotEqual(t, r.String(), other.String())
}

// The percentiles of one action alone are its own.
func TestIndependentlyOneAction(t *testing.T) {
	r, err := leanGap().Range(leanRanges()[:1], strategy.Independently(100000, 3))
	require.NoError(t, err)
	for _, c := range []struct {
		got  ghg.CO2e
		want float64
	}{{r.Reduction.P10, 21000}, {r.Reduction.P50, 25000}, {r.Reduction.P90, 26000}} {
		assert.InDelta(t, c.want, c.got.Tonnes().InexactFloat64(), 60)
	}
}

// Sums of percentiles, and the chance by scipy's norm.cdf.
func TestTogether(t *testing.T) {
	r, err := leanGap().Range(leanRanges(), strategy.Together)
	require.NoError(t, err)
	assert.InDelta(t, 0.4363641492218956, r.ClosedChance, 1e-12, "500 t missing of 4000 t from P50 to P90")
	assert.True(t, r.Missing.P50.Equal(r.Gap.CO2e))

	// The same plan in front of other needs: 22000, 25000, 30000 t.
	for _, c := range []struct {
		baseline string
		ranges   []strategy.ActionRange
		chance   float64
	}{
		{"92 kt", leanRanges(), 0.6845931365963559},
		{"95 kt", leanRanges(), 0.5},
		{"95 kt", nil, 1},
		{"94 kt", nil, 1},
		{"95001 t", nil, 0},
		{"95 kt", []strategy.ActionRange{{Action: "solar", Year: 2030, Low: tonnes("9000"), High: tonnes("9001")}}, 1},
		{"95001 t", []strategy.ActionRange{{Action: "solar", Year: 2030, Low: tonnes("8000"), High: tonnes("9000")}}, 0},
		{"95001 t", []strategy.ActionRange{{Action: "solar", Year: 2030, Low: tonnes("8000"), High: tonnes("9001")}}, 0.1},
		{"94 kt", []strategy.ActionRange{{Action: "solar", Year: 2030, Low: tonnes("8000"), High: tonnes("9000")}}, 0.9},
	} {
		series := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated,
			[]ghg.YearFigure{{Year: 2030, CO2e: must(ghg.CO2eOf(ghg.MustMass(c.baseline), ghg.Unstated)), Vintage: ghg.FirstVintage}}))
		g := must(leanPortfolio(t).Gap(must(target.New(townGoal(target.Definition{}))), series, strategy.Expected, 2030))
		r, err := g.Range(c.ranges, strategy.Together)
		require.NoError(t, err)
		assert.InDelta(t, c.chance, r.ClosedChance, 1e-12, "%s %v", c.baseline, c.ranges)
		if c.ranges == nil {
			r, err = g.Range(nil, strategy.Independently(1000, 1))
			require.NoError(t, err)
			assert.InDelta(t, c.chance, r.ClosedChance, 0, "what is certain is drawn as it is; %s", c.baseline)
		}
	}
}

func leanPortfolio(t *testing.T) strategy.Portfolio {
	return portfolio(t, town(
		action("lessons", "W"),
		action("windows", "E", expected(on("I.1.1", "gas", ""), "12000", strategy.Independent)),
		action("solar", "E", expected(on("I.1.2", "electricity", ""), "9000", strategy.Independent)),
		action("buses", "T", expected(on("II.1.1", "diesel", ""), "4000", strategy.Independent)),
	))
}

// Together, percentiles are exact sums, in total and by area; apart, the range
// is narrower.
func TestRangesAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 55))
	goal := must(target.New(townGoal(target.Definition{})))
	for range 10 {
		x := randomPlan(r, 4+r.IntN(6))
		e := must(portfolio(t, x.p).Evaluate(must(strategy.NewBaseline(x.b)), strategy.Expected, strategy.Shapley))
		y, _ := e.Year(2030)
		g := must(y.Gap(goal))
		var ranges []strategy.ActionRange
		low, high := g.Total.CO2e, g.Total.CO2e
		for a := range g.Total.ByAction() {
			down, up := tonnes(fmt.Sprintf("%d.5", 1+r.IntN(900))), tonnes(fmt.Sprintf("%d.25", 1+r.IntN(900)))
			ranges = append(ranges, strategy.ActionRange{Action: a.Action.ID, Year: 2030, Low: must(a.CO2e.Sub(down)), High: must(a.CO2e.Add(up))},
				strategy.ActionRange{Action: a.Action.ID, Year: 2031, Low: up, High: down})
			low, high = must(low.Sub(down)), must(high.Add(up))
		}
		one, err := g.Range(ranges, strategy.Together)
		require.NoError(t, err)
		assert.True(t, one.Reduction.P10.Equal(low) && one.Reduction.P50.Equal(g.Total.CO2e) && one.Reduction.P90.Equal(high))
		assert.True(t, one.Missing.P10.Equal(must(g.Need.Sub(high))) && one.Missing.P90.Equal(must(g.Need.Sub(low))))
		sum := tonnes("0")
		for i, a := range one.ByArea {
			sum = must(sum.Add(a.Reduction.P10))
			assert.True(t, a.Reduction.P50.Equal(g.Total.ByArea()[i].CO2e))
		}
		assert.True(t, sum.Equal(low))
		assert.Empty(t, one.WithoutRange)
		apart, err := g.Range(ranges, strategy.Independently(2000, 4))
		require.NoError(t, err)
		width := func(p strategy.Percentiles) float64 { return must(p.P90.Sub(p.P10)).Tonnes().InexactFloat64() }
		assert.Less(t, width(apart.Reduction), width(one.Reduction))
	}
}

func TestRangeRefuses(t *testing.T) {
	g := leanGap()
	_, err := strategy.Gap{}.Range(nil, strategy.Together)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	assert.Equal(t, "no correlation", strategy.Correlation{}.String())
	for _, n := range []int{-1, 999, 200_001} {
		_, err = g.Range(nil, strategy.Independently(n, 1))
		assert.ErrorContains(t, err, "draws of 3 actions: 1000 to 200000 draws are allowed")
	}
	_, err = g.Range(nil, strategy.Independently(1000, 1))
	assert.NoError(t, err)
	_, err = g.Range([]strategy.ActionRange{
		{Action: "windows", Year: 2030, Low: tonnes("12000"), High: tonnes("12000")},
		{Action: "windows", Year: 2030, Low: tonnes("1"), High: tonnes("12001")},
		{Action: "solar", Year: 2030, Low: tonnes("1"), High: tonnes("8999")},
		{Action: "buses", Year: 2030, Low: ghg.MustCO2e("1 tCO2e (AR5)"), High: tonnes("8999")},
		{Action: "trams", Year: 2030, Low: tonnes("1"), High: tonnes("2")},
		{Action: "trams", Year: 2031, Low: tonnes("1"), High: tonnes("2")},
	}, strategy.Together)
	assert.EqualError(t, err, `range of action "windows" in 2030, action "windows": it is given twice
range of action "solar" in 2030, range "1 tCO2e to 8999 tCO2e": it does not hold the action's figure, 9000 tCO2e
range of action "buses" in 2030, metric: CO2e on metric AR5 and on metric unstated do not meet: compute both with one metric
range of action "trams" in 2030, action "trams": no action of the portfolio has an amount of kind expected in that year by this ID`)
	_, err = g.Range([]strategy.ActionRange{{Action: "windows", Year: 2030, Low: tonnes("12000.1"), High: tonnes("12000")}}, strategy.Together)
	assert.ErrorContains(t, err, "it does not hold the action's figure")

	many := make([]strategy.Action, 501)
	for i := range many {
		many[i] = action(fmt.Sprint(i), "E", expected(on("I.1.1", "", fmt.Sprint(i)), "1", strategy.Independent))
	}
	goal := must(target.New(townGoal(target.Definition{})))
	large := must(portfolio(t, town(many...)).Gap(goal, forecast("town", gpc.Basic, ghg.Unstated), strategy.Expected, 2030))
	_, err = large.Range(nil, strategy.Independently(200_000, 1))
	assert.ErrorContains(t, err, "200000 draws of 501 actions")
}

// Amounts beyond float64 are refused, not turned into a chance.
func TestRangeIsBounded(t *testing.T) {
	huge := tonnes("1")
	for range 13 {
		huge = must(huge.Scale(decimal.New(1, 29)))
	}
	ranges := []strategy.ActionRange{{Action: "windows", Year: 2030, Low: huge.Neg(), High: huge}}
	_, err := leanGap().Range(ranges, strategy.Together)
	assert.ErrorContains(t, err, "too large for a statistic")
	_, err = leanGap().Range(ranges, strategy.Independently(1000, 1))
	assert.ErrorContains(t, err, "too large for a statistic")
	ranges[0].High, ranges[0].Low = must(tonnes("1e30").Scale(decimal.New(1, 15))), tonnes("0")
	_, err = leanGap().Range(ranges, strategy.Independently(1000, 1))
	assert.ErrorContains(t, err, "simulated amount")
}

// Three uneven ranges, an increase among them, and one action that is certain.
// Expected values by scipy 1.10.1, as a double integral of norm.cdf.
func TestIndependentlyUneven(t *testing.T) {
	p := portfolio(t, town(
		action("windows", "E", expected(on("I.1.1", "gas", ""), "12345.6", strategy.Independent)),
		action("road", "T", expected(on("II.1.1", "diesel", ""), "-300", strategy.Independent)),
		action("solar", "E", expected(on("I.1.2", "electricity", ""), "777.77", strategy.Independent)),
		action("cargo bikes", "T", expected(on("II.1.1", "petrol", ""), "50.5", strategy.Independent)),
	))
	g := gapOf(t, p, "83500") // 13,500 t are needed
	r, err := g.Range([]strategy.ActionRange{
		{Action: "windows", Year: 2030, Low: tonnes("9000"), High: tonnes("15000")},
		{Action: "road", Year: 2030, Low: tonnes("-900"), High: tonnes("-100")},
		{Action: "solar", Year: 2030, Low: tonnes("777.77"), High: tonnes("1500")},
	}, strategy.Independently(200_000, 9))
	require.NoError(t, err)
	for _, c := range []struct {
		got  ghg.CO2e
		want float64
	}{{r.Reduction.P10, 9576.87}, {r.Reduction.P50, 12935.07}, {r.Reduction.P90, 15694.40}} {
		assert.InDelta(t, c.want, c.got.Tonnes().InexactFloat64(), 40)
	}
	assert.InDelta(t, 0.400595418519, r.ClosedChance, 0.0035)
}

// gapOf is the gap to a limit of 70 kt in 2030 from a baseline in tonnes.
func gapOf(t *testing.T, p strategy.Portfolio, base string) strategy.Gap {
	t.Helper()
	series := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated,
		[]ghg.YearFigure{{Year: 2030, CO2e: tonnes(base), Vintage: ghg.FirstVintage}}))
	return must(p.Gap(must(target.New(townGoal(target.Definition{}))), series, strategy.Expected, 2030))
}

// 0.1 t and 0.7 t are 0.8 t, which their sum in float64 is not: a gap of 0 is
// closed, and what is certain keeps its digits.
func TestIndependentlyCertain(t *testing.T) {
	p := portfolio(t, town(
		action("windows", "E", expected(on("I.1.1", "gas", ""), "0.1", strategy.Independent)),
		action("solar", "E", expected(on("I.1.2", "electricity", ""), "0.7", strategy.Independent)),
		action("buses", "T", expected(on("II.1.1", "diesel", ""), "12345678.9", strategy.Independent)),
	))
	g := gapOf(t, p, "12415679.7")
	require.True(t, g.CO2e.IsZero())
	r, err := g.Range(nil, strategy.Independently(1000, 1))
	require.NoError(t, err)
	assert.InDelta(t, 1, r.ClosedChance, 0)
	assert.True(t, r.Reduction.P10.Equal(tonnes("12345679.7")) && r.Missing.P90.IsZero(), "%s", r.Reduction)

	r, err = g.Range([]strategy.ActionRange{{Action: "solar", Year: 2030, Low: tonnes("0.5"), High: tonnes("0.8")}},
		strategy.Independently(1000, 1))
	require.NoError(t, err)
	assert.True(t, r.ByArea[1].Reduction.P10.Equal(tonnes("12345678.9")), "no action of the area has a range")
	assert.InDelta(t, 0.5, r.ClosedChance, 0.05)
}
