package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Three sources of 300, 300 and 400 t, of which 60 % is cut: 600 of 1000 t. In
// kilotonnes that is a cut of 1 and nothing left, whatever stands beside it.
func ExampleWedgeYear_Show() {
	p, b := homes([]string{"300 tCO2e", "300 tCO2e", "400 tCO2e"}, []string{"60%"}, 3)
	plan, _, _ := strategy.NewPortfolio(p)
	base, _ := strategy.NewBaseline(b)
	e, _ := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	wedges, _ := e.Wedges(strategy.ByAction)
	for y := range wedges.Years() {
		for _, unit := range []ghg.MassUnit{ghg.Tonne, ghg.Kilotonne} {
			shown, err := y.Show(unit, 0)
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println(shown)
			fmt.Println("cut", shown.Cut.Total(), "of", shown.Baseline, "leaves", shown.End)
		}
	}
	// Output:
	// 2030: 1000 − (180 + 180 + 240 = 600 t) = plan 400 t
	// cut 600 t of 1000 t leaves 400 t
	// 2030: 1 − (0 + 0 + 1 = 1 kt) = plan 0 kt
	// cut 1 kt of 1 kt leaves 0 kt
}

// checkShown holds what is shown of a year against the cut of the year.
func checkShown(t *testing.T, e strategy.Evaluation, unit ghg.MassUnit, places int32) {
	t.Helper()
	for y := range e.Years() {
		cut := y.Reduction().In(unit).Round(places)
		for _, by := range groupings {
			table := must(y.Table(by, unit, places))
			require.Equal(t, cut.String(), table.Shown.Total().Amount().String(), "table by %s in %s", by, unit)
			w := must(e.Wedges(by))
			wy, _ := w.Year(y.Year())
			shown := must(wy.Show(unit, places))
			require.Equal(t, cut.String(), shown.Cut.Total().Amount().String(), "wedges by %s in %s", by, unit)
			require.Equal(t, y.Baseline().In(unit).Round(places).String(), shown.Baseline.Amount().String())
			require.True(t, shown.Baseline.Amount().Sub(cut).Equal(shown.End.Amount()))
			require.True(t, shown.End.Amount().Sub(y.Emissions().In(unit)).Abs().LessThanOrEqual(decimal.New(1, -places)), "within a unit")
			require.Equal(t, len(wy.Wedges), shown.Cut.Len())
			for i, part := range shown.Cut.Parts() {
				require.True(t, part.Amount().Sub(wy.Wedges[i].CO2e.In(unit)).Abs().LessThan(decimal.New(1, -places)), "up or down")
			}
			var text strings.Builder
			require.NoError(t, w.WriteCSV(&text, unit, places))
			sum, low := decimal.Zero, shown.Baseline.Amount()
			for line := range strings.Lines(text.String()) {
				cells := strings.Split(strings.TrimSpace(line), ",")
				n := len(cells)
				if cells[0] != fmt.Sprint(y.Year()) || cells[n-3] == "" {
					continue
				}
				sum = sum.Add(decimal.RequireFromString(cells[n-3]))
				low = decimal.Min(low, decimal.RequireFromString(cells[n-1]))
			}
			require.True(t, cut.Equal(sum), "rows of the file by %s: %s, not %s", by, sum, cut)
			require.True(t, low.LessThanOrEqual(shown.End.Amount()))
		}
	}
}

// The headline of the table and that of the wedges are one, and the nearest, in
// every unit and grouping.
func TestOneHeadline(t *testing.T) {
	units := []ghg.MassUnit{ghg.Tonne, ghg.Kilotonne, ghg.Megatonne, ghg.ManTonneKo}
	for _, x := range []struct {
		emits, cut []string
		actions    int
		want       map[ghg.MassUnit]string
	}{
		{[]string{"300 tCO2e", "300 tCO2e", "400 tCO2e"}, []string{"60%"}, 3, map[ghg.MassUnit]string{ghg.Kilotonne: "1 kt"}},
		{slices.Repeat([]string{"10 ktCO2e"}, 40), []string{"4.096%"}, 40,
			map[ghg.MassUnit]string{ghg.ManTonneKo: "2 만톤", ghg.Kilotonne: "16 kt", ghg.Tonne: "16384 t"}},
		{[]string{"30 ktCO2e"}, []string{"-5%"}, 1, map[ghg.MassUnit]string{ghg.Kilotonne: "-2 kt"}}, // half away from zero
	} {
		p, b := homes(x.emits, x.cut, x.actions)
		e := must(portfolio(t, p).Evaluate(must(strategy.NewBaseline(b)), strategy.Expected, strategy.Shapley))
		for _, u := range units {
			checkShown(t, e, u, 0)
		}
		for u, want := range x.want {
			w, _ := must(e.Wedges(strategy.ByArea)).Year(2030)
			assert.Equal(t, want, must(w.Show(u, 0)).Cut.Total().String())
		}
	}
	r := rand.New(rand.NewPCG(60, 600))
	for range 40 {
		x := randomPlan(r, 1+r.IntN(9))
		e := must(portfolio(t, x.p).Evaluate(must(strategy.NewBaseline(x.b)), strategy.Expected, strategy.Shapley))
		checkShown(t, e, units[r.IntN(len(units))], int32(r.IntN(6)-2))
	}
}

func TestShowRefuses(t *testing.T) {
	w, _ := must(wedgeTown().Wedges(strategy.ByArea)).Year(2030)
	for _, places := range []int32{-1000, 1000} {
		_, err := w.Show(ghg.Tonne, places)
		assert.ErrorContains(t, err, "decimal places")
	}
	y, _ := wedgeTown().Year(2030)
	_, err := y.Table(0, ghg.Tonne, 0)
	assert.ErrorContains(t, err, "no grouping given")
	var none strategy.YearEffect
	assert.Empty(t, must(none.Table(strategy.ByAction, ghg.Tonne, 0)).Sources)
}

// Against an inventory, what is unexplained is in the sum.
func TestShowAgainst(t *testing.T) {
	w := must(wedgeTown().Wedges(strategy.ByArea))
	w = must(w.Against(must(ghg.NewYearly("town", w.Evaluation().Baseline().Basis().View, ghg.Unstated,
		figures(map[int]string{2030: "80499"})))))
	y, _ := w.Year(2030)
	assert.Equal(t, "2030: 95 − (14 + 4 + -3 = 15 kt) = series 80 kt", must(y.Show(ghg.Kilotonne, 0)).String())
}
