package trend_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/growthtest"
	"github.com/localghg/localghg/target/trend"
)

// The line of least absolute deviations of as many years as there are, 1850 to 2300: it looks
// at lines through every two of them.
func BenchmarkLeastAbsolute(b *testing.B) {
	fit := func(n int) func() {
		figures := make([]ghg.YearFigure, n)
		for i := range figures {
			figures[i] = ghg.YearFigure{Year: 1850 + i, Vintage: ghg.FirstVintage, Source: "inventory",
				CO2e: ghg.MustCO2e(fmt.Sprintf("%d.%03d ktCO2e (AR5)", 9000-7*i+i*i*7919%500, i))}
		}
		series, err := ghg.NewYearly("town", gpc.Basic, ghg.AR5, figures)
		if err != nil {
			b.Fatal(err)
		}
		points, err := trend.Choose(series, trend.AllYears, ghg.Actual)
		if err != nil {
			b.Fatal(err)
		}
		return func() {
			if _, err := trend.LeastAbsolute(points); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("growth", func(b *testing.B) { growthtest.Exponent(b, 112, fit) })
	b.Run("451 years", func(b *testing.B) {
		all := fit(451)
		for b.Loop() {
			all()
		}
	})
}
