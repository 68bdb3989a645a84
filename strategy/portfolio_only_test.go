package strategy_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Electric buses exclude gas buses: each of the two is a plan, and both together
// are none.
func ExamplePortfolio_Only() {
	electric := action("electric buses", "T", expected(on("II.1.1", "diesel", "city buses"), "12250", 0))
	electric.Requires, electric.Excludes = []string{"chargers"}, []string{"gas buses"}
	gas := action("gas buses", "T", expected(on("II.1.1", "diesel", "city buses"), "2400", 0))
	plan, _, err := strategy.NewPortfolio(town(electric, gas, action("chargers", "E")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, ids := range [][]string{{"gas buses"}, {"chargers", "electric buses"}, {"electric buses"}} {
		part, findings, err := plan.Only(ids...)
		if err != nil {
			fmt.Println(err)
			return
		}
		total, _ := part.Total(strategy.Expected, 2030)
		fmt.Println(part.Len(), "of", plan.Len(), "actions:", total.CO2e)
		for _, f := range findings.All {
			if f.Severity > ghg.Note {
				fmt.Println(" ", f)
			}
		}
	}
	// Output:
	// 1 of 3 actions: 2400 tCO2e
	// 2 of 3 actions: 12250 tCO2e
	// 1 of 3 actions: 12250 tCO2e
	//   action "electric buses", requires: it requires "chargers", which is switched off: what it cuts counts without
}

// related is an action on a source of its own that relates to others.
func related(id string, requires, excludes []string) strategy.Action {
	a := action(id, "E", expected(on("I.1.1", "", id), "10", 0))
	a.Requires, a.Excludes = requires, excludes
	return a
}

func TestOnly(t *testing.T) {
	gone := action("old", "E")
	gone.Stage, gone.Into = strategy.Superseded, []string{"b", "c"}
	d := town(related("a", []string{"b", "c"}, []string{"gas"}),
		related("gas", nil, nil), related("b", []string{"c"}, nil), related("c", nil, nil),
		gone)
	plan := portfolio(t, d)

	part, findings, err := plan.Only("c", "old", "a")
	require.NoError(t, err)
	var ids []string
	for a := range part.Actions() {
		ids = append(ids, a.ID)
	}
	assert.Equal(t, []string{"a", "c", "old"}, ids, "in the order of the plan")
	a, _ := part.Action("a")
	assert.Equal(t, []string{"c"}, a.Requires)
	assert.Empty(t, a.Excludes)
	old, _ := part.Action("old")
	assert.Equal(t, []string{"c"}, old.Into)
	assert.Equal(t, []string{`action "a", requires: it requires "b", which is switched off: what it cuts counts without`,
		`action "old", not-quantified: it has no effect on emissions that is quantified`},
		[]string{findings.All[0].String(), findings.All[1].String()})
	assert.Equal(t, ghg.Warning, findings.All[0].Severity)
	assert.Equal(t, 2, findings.Len())

	whole, _ := plan.Action("a")
	assert.Equal(t, []string{"gas"}, whole.Excludes, "the plan stands as it was")

	_, findings, err = plan.Only("a", "b", "c", "gas")
	require.NoError(t, err)
	assert.Equal(t, strategy.FindingExcludes, findings.All[0].Code, "both count, as in the plan")

	none, _, err := plan.Only()
	require.NoError(t, err)
	assert.Zero(t, none.Len())

	_, _, err = plan.Only("a", "x", "a", "y")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "x", unknown.ID)
	assert.Equal(t, []string{"a", "gas", "b", "c", "old"}, unknown.Allowed)
	var twice *ghg.TwiceError
	require.ErrorAs(t, err, &twice)
	assert.Equal(t, "a", twice.ID)
	assert.ErrorContains(t, err, `unknown action "y"`, "all at once")
	many := make([]string, 10000)
	_, _, err = plan.Only(many...)
	assert.Less(t, len(err.Error()), 4000)

	_, _, err = strategy.Portfolio{}.Only("a")
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)

	// What the definition does not have is no part that is switched off.
	d.Actions[0].Excludes = []string{"gaz"}
	left, _, err := d.Only("a")
	require.NoError(t, err)
	_, _, err = strategy.NewPortfolio(left)
	assert.ErrorContains(t, err, `excludes "gaz": no action has this ID`)
}

// What a document states of a group of actions, of a part of them.
func TestOnlyOfGroups(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	half := decimal.RequireFromString("0.5")
	implemented := expected(gas, "1", 0)
	implemented.Reductions = must(strategy.NewReductions(strategy.Implemented, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}))
	two := action("d", "E", expected(gas, "10", 0), expected(gas, "20", 0))
	plan := func(g strategy.Group) strategy.PortfolioDefinition {
		d := town(action("a", "E", expected(gas, "40", 0), implemented), action("b", "E", expected(gas, "80", 0)), action("c", "E",
			expected(gas, "160", 0)), two)
		g.On, g.Source = gas, "study"
		d.Groups = []strategy.Group{g}
		return d
	}
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	factor := strategy.Group{Actions: []string{"a", "b", "c"}, Interaction: strategy.Overlapping, Factor: half}
	added := strategy.Group{Actions: []string{"a", "b", "c"}, Interaction: strategy.Independent, Factor: decimal.New(1, 0)}
	largest := strategy.Group{Actions: []string{"a", "b", "c"}, Interaction: strategy.Overlapping, LargestOnly: true}
	one := strategy.Group{Actions: []string{"d"}, Interaction: strategy.Overlapping, Factor: half}
	four := strategy.Group{Actions: []string{"d", "a"}, Interaction: strategy.Overlapping, LargestOnly: true}
	for name, c := range map[string]struct {
		g    strategy.Group
		ids  []string
		want string
	}{
		"factor of all":                {factor, []string{"c", "b", "a"}, "140"},
		"one is left":                  {factor, []string{"a"}, "40"},
		"none is left":                 {factor, nil, "0"},
		"independent":                  {added, []string{"a", "b"}, "120"},
		"largest of two":               {largest, []string{"a", "b"}, "80"},
		"one action, two effects":      {one, []string{"d", "a"}, "54.4"}, // 0.5 × 30 + 40 less what meets
		"one of two, with two effects": {four, []string{"d"}, "20"},
	} {
		t.Run(name, func(t *testing.T) {
			part, _, err := portfolio(t, plan(c.g)).Only(c.ids...)
			require.NoError(t, err)
			y := evaluate(t, part.Definition(), base, strategy.Shapley)
			assert.Equal(t, c.want, y.Reduction().Tonnes().String())
		})
	}
	_, _, err := portfolio(t, plan(factor)).Only("a", "c")
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, strategy.FaultGroup, faults.All[0].Code)
	assert.ErrorContains(t, err, "the stated factor is for a, b, c together, and only a, c are enabled: state theirs in Groups")
	both := factor
	both.Interaction, both.Factor = strategy.OverlappingAndReinforcing, decimal.New(1, 0)
	_, _, err = portfolio(t, plan(both)).Only("a", "c")
	assert.Error(t, err, "a factor of 1 by chance")

	wrong := plan(factor)
	wrong.Groups[0].Actions = []string{"a", "x"}
	left, _, err := wrong.Only("a")
	require.NoError(t, err)
	_, _, err = strategy.NewPortfolio(left)
	assert.ErrorContains(t, err, "no action with an effect on this source")
}

// Every part of a plan stands, whatever its actions require and exclude, and a
// part of a part is that part.
func TestEveryPartStands(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 200 {
		n := 1 + r.Intn(8)
		id := func(i int) string { return fmt.Sprint("a", i) }
		var actions []strategy.Action
		for i := range n {
			a := related(id(i), nil, nil)
			for j := range i { // no circle
				switch r.Intn(4) {
				case 0:
					a.Requires = append(a.Requires, id(j))
				case 1:
					a.Excludes = append(a.Excludes, id(j))
				}
			}
			actions = append(actions, a)
		}
		plan := portfolio(t, town(actions...))
		var ids, fewer []string
		for _, i := range r.Perm(n)[:r.Intn(n+1)] {
			ids = append(ids, id(i))
			if r.Intn(2) == 0 {
				fewer = append(fewer, id(i))
			}
		}
		part, _, err := plan.Only(ids...)
		require.NoError(t, err)
		total := must(part.Total(strategy.Expected, 2030))
		assert.Equal(t, fmt.Sprint(10*len(ids), " tCO2e"), total.CO2e.String())
		for a := range part.Actions() {
			for _, x := range slices.Concat(a.Requires, a.Excludes) {
				assert.Contains(t, ids, x)
			}
			whole, _ := plan.Action(a.ID)
			for _, x := range whole.Excludes {
				assert.Equal(t, slices.Contains(ids, x), slices.Contains(a.Excludes, x))
			}
		}
		of, _, err := part.Only(fewer...)
		require.NoError(t, err)
		direct, _, err := plan.Only(fewer...)
		require.NoError(t, err)
		assert.Equal(t, slices.Collect(direct.Actions()), slices.Collect(of.Actions()))
	}
}
