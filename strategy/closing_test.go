package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// homes are sources that emit an amount each, of which a share is cut.
func homes(emits, cut []string, actions int) (strategy.PortfolioDefinition, strategy.BaselineDefinition) {
	b := strategy.BaselineDefinition{Name: "bau", Place: "town", View: gpc.Basic, Metric: ghg.Unstated}
	effects := make([][]strategy.Effect, actions)
	for i, e := range emits {
		s := on("I.1.1", "", fmt.Sprint("block ", i))
		b.Sources = append(b.Sources, strategy.SourceEmissions{On: s, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e(e)}})
		effects[i%actions] = append(effects[i%actions], share(s, cut[i%len(cut)], strategy.Overlapping))
	}
	var all []strategy.Action
	for i, e := range effects {
		all = append(all, action(fmt.Sprint("a", i), []string{"E", "T", "W"}[i%3], e...))
	}
	return town(all...), b
}

// Forty blocks of 10 kt each are cut by 4 %: 16 kt, however it is shown. Rounded
// block by block to kilotonnes it would be nothing.
func TestManySmallCuts(t *testing.T) {
	p, b := homes(slices.Repeat([]string{"10 ktCO2e"}, 40), []string{"4%"}, 40)
	y := evaluate(t, p, b, strategy.Shapley)
	assert.Equal(t, "16000 tCO2e", y.Reduction().String())
	assert.Equal(t, "16000 tCO2e", y.Alone().String())
	assert.True(t, y.Overlap().IsZero())
	for unit, want := range map[ghg.MassUnit]string{ghg.Tonne: "16000 t", ghg.Kilotonne: "16 kt", ghg.Megatonne: "0 Mt"} {
		table, err := y.Table(strategy.ByAction, unit, 0)
		require.NoError(t, err)
		assert.Equal(t, want, table.Shown.Total().String())
		assert.Equal(t, y.Reduction().Format(unit, 0)[:len(want)], want, "the same as the total shown alone")
	}
	// Ten kilotonnes more or less a block, and cuts that differ: 4.05 % of 400 kt.
	var emits []string
	for i := range 40 {
		emits = append(emits, fmt.Sprintf("%d.%d ktCO2e", 8+i%5, i%10))
	}
	p, b = homes(emits, []string{"4%", "3.3%", "5.07%"}, 7)
	y = evaluate(t, p, b, strategy.Shapley)
	want := new(big.Rat)
	for i, e := range emits {
		f := ghg.MustShare([]string{"4%", "3.3%", "5.07%"}[i%3]).Fraction()
		want.Add(want, new(big.Rat).Mul(ghg.MustCO2e(e).Tonnes().Rat(), f.Rat()))
	}
	assert.Zero(t, y.Reduction().Tonnes().Rat().Cmp(want), "%s, not %s", y.Reduction(), want.FloatString(6))
	shown, err := y.Table(strategy.ByAction, ghg.Kilotonne, 0)
	require.NoError(t, err)
	assert.Equal(t, want.Quo(want, big.NewRat(1000, 1)).FloatString(0)+" kt", shown.Shown.Total().String())
}

// What overlaps is added from unrounded parts too: a hundred pairs of effects on
// three sources alike, which have thirds of a tonne each.
func TestOverlapOfManySmallCuts(t *testing.T) {
	b := strategy.BaselineDefinition{Name: "bau", Place: "town", View: gpc.Basic, Metric: ghg.Unstated}
	third := func(s strategy.EmissionSource, n int) strategy.Effect { // of three sources alike
		return expected(s, fmt.Sprint(n), strategy.Overlapping)
	}
	var actions []strategy.Action
	alone, joint := new(big.Rat), new(big.Rat)
	for i := range 100 {
		use := fmt.Sprint("use ", i)
		for _, fuel := range []string{"gas", "oil", "coal"} {
			b.Sources = append(b.Sources, strategy.SourceEmissions{On: on("I.1.1", fuel, use),
				ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("7 tCO2e")}})
		}
		actions = append(actions, action(fmt.Sprint("a", i), "E", third(on("I.1.1", "", use), 1), third(on("I.1.1", "", use), 4)))
		for range 3 {
			x, y := big.NewRat(1, 3), big.NewRat(4, 3)
			alone.Add(alone, x).Add(alone, y)
			both := new(big.Rat).Mul(x, y)
			joint.Add(joint, x).Add(joint, y).Sub(joint, both.Quo(both, big.NewRat(7, 1)))
		}
	}
	y := evaluate(t, town(actions...), b, strategy.LogShare)
	assert.Equal(t, decimal.RequireFromString(joint.FloatString(12)).String()+" tCO2e", y.Reduction().String())
	assert.Equal(t, "500 tCO2e", y.Alone().String(), "five thirds, three hundred times")
	assert.Zero(t, alone.Cmp(big.NewRat(500, 1)))
	reduction, single := ghg.MustCO2e("0 tCO2e"), ghg.MustCO2e("0 tCO2e")
	for s := range y.BySource() {
		reduction, single = must(reduction.Add(s.Reduction)), must(single.Add(s.Alone))
		assert.Contains(t, []string{"1.666666666666", "1.666666666667"}, s.Alone.Tonnes().String())
	}
	assert.True(t, reduction.Equal(y.Reduction()))
	assert.True(t, single.Equal(y.Alone()))
}

// An evaluation knows no unit: what is stated in kilograms, kilotonnes or
// 만톤 gives the same figures, and n times as much of everything gives n
// times as much.
func TestEvaluationKnowsNoUnit(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewPCG(2, 71))
	units := []ghg.MassUnit{ghg.Kilogram, ghg.Tonne, ghg.Kilotonne, ghg.Megatonne, ghg.ManTonneKo}
	for range 30 {
		m, ok := randomModel(r, 2+r.IntN(6))
		if !ok {
			continue
		}
		in := func(unit ghg.MassUnit) string {
			d, b := m.d, m.b
			again := func(c ghg.CO2e) ghg.CO2e { return must(ghg.NewCO2e(c.In(unit), unit, ghg.Unstated)) }
			b.Sources = slices.Clone(b.Sources)
			for i, s := range b.Sources {
				b.Sources[i].ByYear = map[int]ghg.CO2e{2030: again(s.ByYear[2030])}
			}
			d.Actions = slices.Clone(d.Actions)
			for i := range d.Actions {
				d.Actions[i].Effects = slices.Clone(d.Actions[i].Effects)
				for n, e := range d.Actions[i].Effects {
					if c, ok := e.Reductions.At(2030); ok {
						d.Actions[i].Effects[n].Reductions = must(strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: again(c)}))
					}
				}
			}
			return evaluate(t, d, b, strategy.Shapley).Explain().String()
		}
		want := in(ghg.Tonne)
		for _, u := range units {
			assert.Equal(t, want, in(u), u)
		}
	}
}

// Sources close to the year, actions to their sources, and each is its exact
// figure rounded up or down.
func TestOneTable(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	for range 60 {
		m, ok := randomModel(r, 3+r.IntN(8))
		if !ok {
			continue
		}
		y := evaluate(t, m.d, m.b, strategy.InOrder())
		table, err := y.Table(strategy.ByAction, ghg.Kilotonne, int32(r.IntN(5)))
		require.NoError(t, err)
		assert.Equal(t, y.Reduction().In(ghg.Kilotonne).Round(-table.Shown.Total().Amount().Exponent()).String(),
			table.Shown.Total().Amount().String())
		byAction := map[string]ghg.CO2e{}
		for s := range y.BySource() {
			for _, a := range s.Actions {
				sum := byAction[a.Action.ID]
				byAction[a.Action.ID] = must(sum.Add(a.CO2e))
			}
		}
		for a := range y.Total().ByAction() {
			assert.True(t, !a.Quantified || a.CO2e.Equal(byAction[a.Action.ID]), a.Action.ID)
		}
	}
}

// What each action cuts on each source, in kilotonnes, so that rows and columns
// add up.
func ExampleYearEffect_Table() {
	gas, power := on("I.1.1", "gas", ""), on("I.1.2", "electricity", "")
	plan, _, _ := strategy.NewPortfolio(town(
		action("windows", "E", share(gas, "14%", strategy.Overlapping), share(power, "2%", strategy.Overlapping)),
		action("boilers", "E", share(gas, "11%", strategy.Overlapping)),
		action("solar", "E", share(power, "23%", strategy.Overlapping)),
	))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "41300", power: "17900"}))
	e, err := plan.Evaluate(base, strategy.Expected, strategy.LogShare)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	fmt.Println(y.Reduction())
	table, err := y.Table(strategy.ByAction, ghg.Kilotonne, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(table)
	// Output:
	// 14081.64 tCO2e
	// GPC 1.1 I.1.1, gas: 9.7 kt; windows 5.5; boilers 4.2
	// GPC 1.1 I.1.2, electricity: 4.4 kt; windows 0.3; solar 4.1
	// 2030: 14.1 kt; windows 5.8; boilers 4.2; solar 4.1
}

// Plans with more sources and actions than one table takes are shown by area, or
// in one column.
func TestTableOfManySources(t *testing.T) {
	p, b := homes(slices.Repeat([]string{"1234.5 tCO2e", "987 tCO2e"}, 1300), []string{"4%", "3.3%", "5.07%"}, 40)
	y := evaluate(t, p, b, strategy.Proportional)
	_, err := y.Table(strategy.ByAction, ghg.Kilotonne, 0)
	var fault *ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "table of 2030", fault.Of)
	assert.Contains(t, fault.Detail, "104000 cells, and at most 100000")
	cut := y.Reduction().In(ghg.Kilotonne).Round(0).String()
	for by, columns := range map[strategy.Grouping]int{strategy.ByArea: 3, strategy.BySource: 1} {
		table, err := y.Table(by, ghg.Kilotonne, 0)
		require.NoError(t, err)
		assert.Len(t, table.Sources, 2600)
		assert.Equal(t, columns, table.Shown.ColumnTotals().Len())
		assert.Equal(t, cut, table.Shown.Total().Amount().String())
	}
}

// By area, and in one column.
func ExampleYearEffect_Table_columns() {
	y, _ := wedgeTown().Year(2030)
	for _, by := range []strategy.Grouping{strategy.ByArea, strategy.BySource} {
		table, err := y.Table(by, ghg.Kilotonne, 0)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(table)
	}
	// Output:
	// GPC 1.1 I.1.1, gas: 17 kt; E 17
	// GPC 1.1 I.1.2, electricity: -3 kt; E -3
	// GPC 1.1 II.1.1, diesel: 4 kt; T 4
	// 2030: 18 kt; E 14; T 4
	// GPC 1.1 I.1.1, gas: 17 kt
	// GPC 1.1 I.1.2, electricity: -3 kt
	// GPC 1.1 II.1.1, diesel: 4 kt
	// 2030: 18 kt
}
