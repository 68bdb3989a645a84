package target_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/growthtest"
	"github.com/localghg/localghg/target"
)

// longTarget is a target of so many years, from 1850 on, and the series of them.
func longTarget(n int) (target.Target, ghg.Yearly) {
	t := must(target.New(target.Definition{Name: "long", Place: "town", Due: 1850 + n, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 1850, Base: ghg.MustMass("9430 kt"), Cut: ghg.MustShare("45%")}}))
	var figures []ghg.YearFigure
	for i := range n {
		figures = append(figures, ghg.YearFigure{Year: 1850 + i, CO2e: ghg.MustCO2e(fmt.Sprintf("%d.%03d ktCO2e (AR5)", 9430-7*i, i)),
			Vintage: ghg.FirstVintage, Source: "inventory"})
	}
	return t, must(ghg.NewYearly("town", gpc.Basic, ghg.AR5, figures))
}

// What a target costs grows with its years. Progress of every year of a series looks back at all
// years before each, which the years that there are (1850 to 2300) bound.
func BenchmarkGrowth(b *testing.B) {
	b.Run("Along", func(b *testing.B) {
		growthtest.Exponent(b, 112, func(n int) func() {
			t, _ := longTarget(n)
			return func() {
				for range must(t.Along(target.Geometric)) {
				}
			}
		})
	})
	progress := func(n int) func() {
		t, series := longTarget(n)
		return func() {
			for i := 1; i < n; i++ {
				must(t.Progress(1850+i, target.Linear, target.DefaultRules, series))
			}
		}
	}
	b.Run("Progress", func(b *testing.B) { growthtest.Exponent(b, 112, progress) })
	b.Run("Progress of 450 years", func(b *testing.B) {
		all := progress(450)
		for b.Loop() {
			all()
		}
	})
	b.Run("Revise", func(b *testing.B) {
		growthtest.Exponent(b, 240, func(n int) func() {
			d := target.Definition{Name: "2030", Place: "town", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5, Source: "plan",
				Published: ghg.MustDate("2021-12-01"),
				Goal:      target.BaseYear{Year: 2018, Base: ghg.MustMass("9430 kt"), Cut: ghg.MustShare("45%")}}
			first := must(target.New(d))
			return func() {
				h := must(target.NewHistory(first))
				for i := range n {
					d.Due = 2030 + i%2
					h = must(h.Revise(target.Change{Reason: "council", Date: ghg.WithinYear(2024), Document: "minutes"}, d))
				}
			}
		})
	})
}
