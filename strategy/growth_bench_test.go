package strategy_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/growthtest"
	"github.com/localghg/localghg/strategy"
)

// longPlan is a plan of n actions and a baseline of n sources, one on each.
func longPlan(n int) (strategy.PortfolioDefinition, strategy.BaselineDefinition) {
	codes := []string{"I.1.1", "I.2.1", "I.3.1", "II.1.1", "II.2.1", "III.1.1"}
	base := strategy.BaselineDefinition{Name: "bau", Place: "town", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast"}
	actions := make([]strategy.Action, n)
	for i := range actions {
		source := on(codes[i%len(codes)], "", "use "+strconv.Itoa(i))
		base.Sources = append(base.Sources, strategy.SourceEmissions{On: source,
			ByYear: map[int]ghg.CO2e{2029: ghg.MustCO2e("90 tCO2e"), 2030: ghg.MustCO2e(fmt.Sprintf("%d tCO2e", 70+i))}})
		actions[i] = action("a"+strconv.Itoa(i), []string{"E", "T", "W"}[i%3], expected(source, strconv.Itoa(1+i%60), strategy.Overlapping))
	}
	return town(actions...), base
}

// What a plan costs grows with its actions, and not with their square.
func BenchmarkGrowth(b *testing.B) {
	const n = 1250
	b.Run("NewPortfolio", func(b *testing.B) {
		growthtest.Exponent(b, n, func(n int) func() {
			d, _ := longPlan(n)
			return func() { must2(strategy.NewPortfolio(d)) }
		})
	})
	b.Run("Action", func(b *testing.B) {
		growthtest.Exponent(b, n, func(n int) func() {
			d, _ := longPlan(n)
			p := must2(strategy.NewPortfolio(d))
			return func() {
				for i := range n {
					if _, ok := p.Action("a" + strconv.Itoa(i)); !ok {
						panic(i)
					}
				}
			}
		})
	})
	b.Run("NewBaseline", func(b *testing.B) {
		growthtest.Exponent(b, n, func(n int) func() {
			_, d := longPlan(n)
			return func() { must(strategy.NewBaseline(d)) }
		})
	})
	b.Run("Evaluate", func(b *testing.B) {
		growthtest.Exponent(b, n, func(n int) func() {
			d, base := longPlan(n)
			p, on := must2(strategy.NewPortfolio(d)), must(strategy.NewBaseline(base))
			return func() { must(p.Evaluate(on, strategy.Expected, strategy.Proportional)) }
		})
	})
}

func must2(p strategy.Portfolio, _ ghg.Findings, err error) strategy.Portfolio {
	return must(p, err)
}
