package korea_test

import (
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// What a project has on its own effects agrees in every year: the effect in the plan, the
// row of the plan and that of the check, and all of them after the grid is another.
func TestEffectAndRowsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2026))
	number := func(least, most int64, places int32) decimal.Decimal {
		return decimal.New(least+r.Int64N(most-least), -places)
	}
	power := func() ghg.Factors {
		d := ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour}
		for y := 2024; y <= 2040; y++ {
			d.Years = append(d.Years, ghg.Factor{Year: y, CO2e: must(ghg.NewCO2e(number(100, 500, 3), ghg.Tonne, ghg.Unstated))})
		}
		return must(ghg.NewFactors(d))
	}
	for range 60 {
		d := pumps()
		d.Effects[1].Factors = power()
		d.Effects[1].Of = []strategy.FactorOf{strategy.OfYear, strategy.FrozenAt(2024)}[r.IntN(2)]
		if d.Counting = strategy.Counting(1 + r.IntN(3)); d.Counting == strategy.NewInYear {
			d.Life = strategy.Life{Years: 1 + r.IntN(6)}
			d.Effects[1].Of = []strategy.FactorOf{strategy.OfYear, strategy.OfInstallation, strategy.FrozenAt(2024)}[r.IntN(3)]
		}
		plan, found, without := map[int]decimal.Decimal{}, map[int]decimal.Decimal{}, map[int]decimal.Decimal{}
		for y := 2026; y < 2032; y++ {
			plan[y], found[y], without[y] = number(100, 90000, 1), number(100, 90000, 1), number(0, 99, 1)
		}
		d.Quantities = planned(plan, found)
		if r.IntN(2) == 0 {
			d.Quantities[0].Without, d.Quantities[1].Without = without, without
		}
		if r.IntN(2) == 0 {
			d.Judged = []strategy.Judged{{Why: strategy.FreeRiders, Kept: must(ghg.Percent(number(1, 100, 0))), Text: "survey"}}
		}
		q := must(strategy.NewQuantification(d))
		for range 2 {
			agree(t, q)
			q = must(q.WithFactors(power()))
		}
	}
}

// agree holds effect, row of the plan and row of the check against one another.
func agree(t *testing.T, q strategy.Quantification) {
	t.Helper()
	p := planOf(action("E-01", "E", q.Definition()))
	expected, done := must(q.Net(strategy.Expected, 2026, 2031)), must(q.Net(strategy.Implemented, 2026, 2031))
	rows := map[int]korea.QuantitativeReduction{}
	for _, row := range must(korea.QuantitativeReductions(korea.Annual, p, noBase)) {
		rows[row.Year] = row
	}
	all := must(p.Reductions("E-01", strategy.Expected))
	for y := 2026; y < 2032; y++ {
		want, ok := expected.At(y)
		require.True(t, ok)
		was, ok := done.At(y)
		require.True(t, ok)
		inPlan, _ := all.Total.At(y)
		require.True(t, inPlan.Equal(want), "%d: %s in the plan, %s is the effect", y, inPlan, want)
		require.True(t, rows[y].Expected.Equal(want), "%d: %s in the row, %s is the effect", y, rows[y].Expected, want)
		check := must(korea.MonitoringPerformance(y, korea.OwnStatusRules, p, noBase))
		require.Len(t, check, 1)
		require.True(t, check[0].Expected.Equal(want), "%d: %s in the check, %s is the effect", y, check[0].Expected, want)
		require.True(t, check[0].Implemented.Equal(was), "%d: %s in the check, %s was done", y, check[0].Implemented, was)
	}
}
