package strategy_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Electric buses and fewer bus kilometres cut the same diesel.
func ExampleOverlapError() {
	buses := on("II.1.1", "diesel", "city buses")
	plan, _, _ := strategy.NewPortfolio(town(
		action("electric-buses", "T", expected(buses, "12000", strategy.InteractionUnstated)),
		action("bus-network", "T", expected(buses, "3000", strategy.Independent)),
	))
	_, err := plan.Total(strategy.Expected, 2030)
	var overlap *strategy.OverlapError
	if errors.As(err, &overlap) {
		fmt.Println(overlap.Sources, overlap.Years, overlap.Actions)
	}
	fmt.Println(err)
	// Output:
	// [GPC 1.1 II.1.1, diesel, city buses] [2030] [electric-buses bus-network]
	// expected reductions of "electric-buses", "bus-network" meet on GPC 1.1 II.1.1, diesel, city buses in 2030 and cannot simply be added: evaluate the portfolio on a baseline of that source, state one joint effect, or mark each effect independent if it is
}

// overlapsOf are the overlaps of a definition that has no faults. No plain sum
// is made of any of them, and one is of all else.
func overlapsOf(t *testing.T, d strategy.PortfolioDefinition) []*strategy.OverlapError {
	t.Helper()
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	out := slices.Collect(p.Overlaps())
	for _, o := range out {
		for _, y := range o.Years {
			_, err := p.Total(o.Kind, y)
			var refused *strategy.OverlapError
			require.ErrorAs(t, err, &refused)
		}
	}
	if len(out) == 0 {
		for _, k := range strategy.Kinds() {
			_, err := p.Totals(k)
			require.NoError(t, err)
		}
	}
	return out
}

// effect is one of the given kind, years and interaction, of 1 kt a year.
func effect(kind strategy.Kind, source strategy.EmissionSource, i strategy.Interaction, years ...int) strategy.Effect {
	byYear := map[int]string{}
	for _, y := range years {
		byYear[y] = "1"
	}
	return strategy.Effect{On: source, Interaction: i, Reductions: cut(kind, byYear)}
}

func TestOverlapPairs(t *testing.T) {
	const none, indep, over, reinf = strategy.InteractionUnstated, strategy.Independent, strategy.Overlapping, strategy.Reinforcing
	x := strategy.Expected
	words := func(s string) strategy.EmissionSource { return strategy.EmissionSource{EndUse: s} }
	for name, c := range map[string]struct {
		a, b    strategy.Effect
		overlap bool
	}{
		"both unstated":        {effect(x, on("I.1.1", "", ""), none, 2030), effect(x, on("I.1.1", "", ""), none, 2030), true},
		"one unstated":         {effect(x, on("I.1.1", "", ""), indep, 2030), effect(x, on("I.1.1", "", ""), none, 2030), true},
		"other unstated":       {effect(x, on("I.1.1", "", ""), none, 2030), effect(x, on("I.1.1", "", ""), indep, 2030), true},
		"overlapping":          {effect(x, on("I.1.1", "", ""), over, 2030), effect(x, on("I.1.1", "", ""), over, 2030), true},
		"reinforcing":          {effect(x, on("I.1.1", "", ""), reinf, 2030), effect(x, on("I.1.1", "", ""), indep, 2030), true},
		"both independent":     {effect(x, on("I.1.1", "", ""), indep, 2030), effect(x, on("I.1.1", "", ""), indep, 2030), false},
		"two kinds":            {effect(x, on("I.1.1", "", ""), none, 2030), effect(strategy.Potential, on("I.1.1", "", ""), none, 2030), false},
		"two years":            {effect(x, on("I.1.1", "", ""), none, 2030, 2032), effect(x, on("I.1.1", "", ""), none, 2031, 2033), false},
		"a year in common":     {effect(x, on("I.1.1", "", ""), none, 2028, 2030), effect(x, on("I.1.1", "", ""), none, 2030, 2032), true},
		"two categories":       {effect(x, on("I.1.1", "", ""), none, 2030), effect(x, on("I.1.2", "", ""), none, 2030), false},
		"category in sector":   {effect(x, on("I.1.1", "", ""), none, 2030), effect(x, on("I", "", ""), none, 2030), true},
		"sector of category":   {effect(x, on("I.1", "", ""), none, 2030), effect(x, on("I.1.2", "", ""), none, 2030), true},
		"sub-sectors":          {effect(x, on("I.1", "", ""), none, 2030), effect(x, on("I.2", "", ""), none, 2030), false},
		"two fuels":            {effect(x, on("I.1.1", "gas", ""), none, 2030), effect(x, on("I.1.1", "oil", ""), none, 2030), false},
		"fuel unstated":        {effect(x, on("I.1.1", "gas", ""), none, 2030), effect(x, on("I.1.1", "", ""), none, 2030), true},
		"fuel unstated, first": {effect(x, on("I.1.1", "", ""), none, 2030), effect(x, on("I.1.1", "gas", ""), none, 2030), true},
		"two end uses":         {effect(x, on("I.1.1", "", "heat"), none, 2030), effect(x, on("I.1.1", "", "cooking"), none, 2030), false},
		"end use unstated":     {effect(x, on("I.1.1", "", "heat"), none, 2030), effect(x, on("I.1.1", "gas", ""), none, 2030), true},
		"a fuel, capitalised":  {effect(x, on("I.1.1", "Gas ", ""), none, 2030), effect(x, on("I.1.1", "gas", ""), none, 2030), true},
		"a use, capitalised":   {effect(x, words("LED lamps"), none, 2030), effect(x, words(" led lamps"), none, 2030), true},
		"words against words":  {effect(x, words("lamps"), none, 2030), effect(x, words("stoves"), none, 2030), false},
		"the same words":       {effect(x, words("lamps"), none, 2030), effect(x, words("lamps"), none, 2030), true},
		"words and category":   {effect(x, words("lamps"), none, 2030), effect(x, on("I.1.2", "", "lamps"), none, 2030), true},
		"category and words":   {effect(x, on("I.1.2", "", ""), none, 2030), effect(x, words("lamps"), none, 2030), true},
	} {
		t.Run(name, func(t *testing.T) {
			apart := overlapsOf(t, town(action("a", "E", c.a), action("b", "T", c.b)))
			within := overlapsOf(t, town(action("a", "E", c.a, c.b)))
			if !c.overlap {
				assert.Empty(t, apart)
				assert.Empty(t, within)
				return
			}
			require.Len(t, apart, 1)
			assert.Equal(t, []string{"a", "b"}, apart[0].Actions)
			assert.Equal(t, []int{2030}, apart[0].Years)
			assert.Equal(t, c.a.Reductions.Kind(), apart[0].Kind)
			require.Len(t, within, 1)
			assert.Equal(t, []string{"a"}, within[0].Actions, "effects of one action too")
		})
	}
}

func TestOverlapGroups(t *testing.T) {
	x, p := strategy.Expected, strategy.Potential
	got := overlapsOf(t, town(
		action("lamps", "E", effect(p, on("I.2.2", "", "lamps"), 0, 2030)),
		action("gas", "E", effect(x, on("I.1.1", "gas", ""), 0, 2030, 2031)),
		action("bins", "W", effect(x, on("III.1.1", "", ""), strategy.Independent, 2030)),
		action("oil", "E", effect(x, on("I.1.1", "oil", ""), 0, 2030, 2035)),
		action("lights-out", "E", effect(p, on("I.2.2", "", ""), 0, 2030)),
		action("insulation", "E", effect(x, on("I.1.1", "", ""), 0, 2031, 2035), effect(x, on("I.1.1", "oil", "cellars"), 0, 2030)),
		action("compost", "W", effect(x, on("III.1.1", "", ""), strategy.Independent, 2030)),
	))
	require.Len(t, got, 2)
	assert.Equal(t, strategy.Potential, got[0].Kind, "in the order of the first action")
	assert.Equal(t, []string{"lamps", "lights-out"}, got[0].Actions)
	assert.Equal(t, []string{"gas", "oil", "insulation"}, got[1].Actions, "what meets through others is one group")
	assert.Equal(t, []int{2030, 2031, 2035}, got[1].Years)
	assert.Equal(t, []strategy.EmissionSource{on("I.1.1", "gas", ""), on("I.1.1", "oil", ""), on("I.1.1", "", ""),
		on("I.1.1", "oil", "cellars")}, got[1].Sources)
	assert.Contains(t, got[1].Error(), "GPC 1.1 I.1.1, gas and GPC 1.1 I.1.1, oil and")
}

// Two groups that a later effect joins are one.
func TestOverlapGroupsJoin(t *testing.T) {
	x := strategy.Expected
	got := overlapsOf(t, town(
		action("a", "E", effect(x, on("I.1.1", "gas", ""), 0, 2030)),
		action("b", "E", effect(x, on("I.1.1", "oil", ""), 0, 2030)),
		action("c", "E", effect(x, on("I.1.1", "oil", ""), 0, 2030)),
		action("d", "E", effect(x, on("I.1.1", "gas", ""), 0, 2030)),
		action("e", "E", effect(x, on("I.1.1", "", ""), 0, 2030)),
		action("f", "E", effect(x, on("I.2.1", "", ""), 0, 2030)),
	))
	require.Len(t, got, 1)
	assert.Equal(t, []string{"a", "b", "c", "d", "e"}, got[0].Actions)
}

// A message lists some of very many.
func TestOverlapsAreCapped(t *testing.T) {
	var actions []strategy.Action
	for i := range 1002 {
		e := effect(strategy.Expected, on("I.1.1", "", fmt.Sprint("use ", i)), 0, 2030)
		actions = append(actions, action(fmt.Sprint("a", i), "E", e, e))
	}
	p, findings, err := strategy.NewPortfolio(town(actions...))
	require.NoError(t, err)
	assert.Equal(t, 1002, findings.Len())
	assert.Len(t, slices.Collect(p.Overlaps()), 1002)
	_, err = p.Total(strategy.Expected, 2030)
	assert.Equal(t, 1000, len(err.(interface{ Unwrap() []error }).Unwrap()))
	for range p.Overlaps() {
		break
	}
	assert.Empty(t, slices.Collect(strategy.Portfolio{}.Overlaps()))
}

// A year without overlap has a plain sum, and no caller can change what is kept.
func TestOverlapByYear(t *testing.T) {
	p, _, err := strategy.NewPortfolio(town(
		action("a", "E", effect(strategy.Expected, on("I.1.1", "", ""), 0, 2029, 2030)),
		action("b", "E", effect(strategy.Expected, on("I.1.1", "", ""), 0, 2030)),
	))
	require.NoError(t, err)
	total, err := p.Total(strategy.Expected, 2029)
	require.NoError(t, err)
	assert.Equal(t, "1 ktCO2e", total.CO2e.Format(ghg.Kilotonne, 0))
	_, err = p.Totals(strategy.Expected)
	require.Error(t, err)
	for o := range p.Overlaps() {
		o.Years[0], o.Actions[0] = 1900, "x"
	}
	for o := range p.Overlaps() {
		assert.Equal(t, []int{2030}, o.Years)
		assert.Equal(t, []string{"a", "b"}, o.Actions)
	}
}

// A plain reading of the rule, pair by pair, agrees on random portfolios.
func TestOverlapAgainstPlainRule(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	refused := 0
	for range 400 {
		var actions []strategy.Action
		var effects []strategy.Effect
		for i := range 2 + r.IntN(4) {
			source := on(pick("I", "I.1", "I.1.1", "I.1.2", "I.2.1", "II.1.1", "III.1.1"), pick("", "", "gas", "oil"), pick("", "heat", "light"))
			if r.IntN(6) == 0 {
				source = strategy.EmissionSource{EndUse: pick("heat", "light")}
			}
			kind := strategy.Kinds()[r.IntN(2)]
			e := effect(kind, source, strategy.Interaction(r.IntN(3)), 2030+r.IntN(2), 2032+r.IntN(2))
			effects = append(effects, e)
			actions = append(actions, action(fmt.Sprint("a", i), "E", e))
		}
		want := false
		for i, a := range effects {
			for _, b := range effects[:i] {
				want = want || plainlyOverlap(a, b)
			}
		}
		if want {
			refused++
		}
		assert.Equal(t, want, len(overlapsOf(t, town(actions...))) > 0, "%v", effects)
	}
	assert.Greater(t, refused, 40)
	assert.Less(t, refused, 360)
}

func plainlyOverlap(a, b strategy.Effect) bool {
	if a.Reductions.Kind() != b.Reductions.Kind() || a.Interaction == strategy.Independent && b.Interaction == strategy.Independent {
		return false
	}
	shared := false
	for y := range a.Reductions.All() {
		_, ok := b.Reductions.At(y)
		shared = shared || ok
	}
	// Codes of the GPC say which category is above which.
	p, q := a.On.Category.Code, b.On.Category.Code
	covers := p == q || p == "" || q == "" || strings.HasPrefix(q, p+".") || strings.HasPrefix(p, q+".")
	fuel := a.On.Fuel == b.On.Fuel || a.On.Fuel == "" || b.On.Fuel == ""
	use := a.On.EndUse == b.On.EndUse || a.On.EndUse == "" || b.On.EndUse == ""
	return shared && covers && fuel && use
}

// A long message names the first, and spans of years.
func TestOverlapErrorIsShort(t *testing.T) {
	e := strategy.OverlapError{Kind: strategy.Expected, Years: []int{1850, 2020, 2021, 2024, 2025, 2026, 2300}}
	for i := range 22 {
		e.Actions = append(e.Actions, fmt.Sprint("a", i))
		e.Sources = append(e.Sources, on("I.1.1", "", fmt.Sprint("use ", i)))
	}
	assert.Contains(t, e.Error(), `"a19", and 2 more meet on GPC 1.1 I.1.1, use 0 and`)
	assert.Contains(t, e.Error(), "use 19 and 2 more in 1850, 2020, 2021, 2024 to 2026 and 2300 and cannot")
}
