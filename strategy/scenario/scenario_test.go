package scenario_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func portfolio(t *testing.T, d strategy.PortfolioDefinition) strategy.Portfolio {
	t.Helper()
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	return p
}

// codes are those of the faults in an error.
func codes(t *testing.T, err error) (out []string) {
	t.Helper()
	var f ghg.Faults
	require.ErrorAs(t, err, &f)
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func TestNewRefuses(t *testing.T) {
	gone := action("gone", "T", amounts(road, "1", "2"))
	gone.Stage = strategy.Merged
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4")), gone, action("words", "E")))
	b := forecast("today", "100", "90")
	good := scenario.Definition{Name: "set", Portfolio: p, Baseline: b, Scenarios: []scenario.Scenario{{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"a"}}}}
	_, err := scenario.New(good)
	require.NoError(t, err)

	for name, c := range map[string]struct {
		change func(*scenario.Definition)
		is     error
		text   string
	}{
		"no name":      {func(d *scenario.Definition) { d.Name = "" }, nil, "a name and 1 to 100 scenarios are needed"},
		"no scenarios": {func(d *scenario.Definition) { d.Scenarios = nil }, nil, "a name and 1 to 100 scenarios are needed"},
		"too many":     {func(d *scenario.Definition) { d.Scenarios = make([]scenario.Scenario, 101) }, nil, "a name and 1 to 100 scenarios are needed"},
		"no portfolio": {func(d *scenario.Definition) { d.Portfolio = strategy.Portfolio{} }, strategy.ErrNoPortfolio, ""},
		"no baseline":  {func(d *scenario.Definition) { d.Baseline = strategy.Baseline{} }, strategy.ErrNoBaseline, ""},
	} {
		d := good
		c.change(&d)
		_, err := scenario.New(d)
		require.Error(t, err, name)
		assert.ErrorContains(t, err, c.text, name)
		if c.is != nil {
			assert.ErrorIs(t, err, c.is, name)
		}
	}

	short := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "short", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: power, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}}}}))
	half := decimal.RequireFromString("0.5")
	for name, c := range map[string]struct {
		s    scenario.Scenario
		want []string
		text string
	}{
		"no role":           {scenario.Scenario{Name: "x"}, []string{scenario.FaultScenario}, "a name of its own and a role are needed"},
		"no such role":      {scenario.Scenario{Name: "x", Role: 6}, []string{scenario.FaultScenario}, ""},
		"no name":           {scenario.Scenario{Role: scenario.Stretch}, []string{scenario.FaultScenario}, ""},
		"name taken":        {scenario.Scenario{Name: "plan", Role: scenario.Stretch}, []string{scenario.FaultScenario}, ""},
		"unknown":           {scenario.Scenario{Name: "x", Role: scenario.Stretch, Enabled: []string{"c"}}, []string{scenario.FaultUnknownAction}, `"c": no action of the portfolio city`},
		"twice":             {scenario.Scenario{Name: "x", Role: scenario.Stretch, Enabled: []string{"a", "a"}}, []string{scenario.FaultScenario}, "enabled twice"},
		"withdrawn":         {scenario.Scenario{Name: "x", Role: scenario.Stretch, Enabled: []string{"gone"}}, []string{scenario.FaultWithdrawn}, "the action is merged"},
		"baseline acts":     {scenario.Scenario{Name: "x", Role: scenario.Baseline, Enabled: []string{"a"}}, []string{scenario.FaultBaseline}, "has no actions"},
		"other years":       {scenario.Scenario{Name: "x", Role: scenario.Baseline, Baseline: short}, []string{scenario.FaultBaseline}, `"short": its years differ`},
		"zero override":     {scenario.Scenario{Name: "x", Role: scenario.WhatIf, Overrides: []scenario.Override{{}}}, []string{scenario.FaultOverride}, "make one with"},
		"unknown override":  {scenario.Scenario{Name: "x", Role: scenario.WhatIf, Overrides: []scenario.Override{scenario.Delay("c", 1)}}, []string{scenario.FaultUnknownAction}, ""},
		"disabled override": {scenario.Scenario{Name: "x", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Scale("b", half)}}, []string{scenario.FaultDisabledAction}, ""},
		"bad override":      {scenario.Scenario{Name: "x", Role: scenario.WhatIf, Enabled: []string{"words"}, Overrides: []scenario.Override{scenario.Scale("words", half)}}, []string{scenario.FaultOverride}, "scaled by 0.5: the action has no potential or expected effect"},
	} {
		d := good
		d.Scenarios = append(slices.Clone(good.Scenarios), c.s)
		_, err := scenario.New(d)
		require.Error(t, err, name)
		assert.Equal(t, c.want, codes(t, err), name)
		assert.ErrorContains(t, err, c.text, name)
	}

	d := good
	d.Scenarios = []scenario.Scenario{{Name: "x", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Replace(action("a", "Z"))}}}
	_, err = scenario.New(d)
	assert.ErrorContains(t, err, `scenario set "set": scenario 1 "x": portfolio "city: x"`)
	assert.Equal(t, []string{strategy.FaultUnknownArea}, codes(t, err))
}

func TestOverridesRefuse(t *testing.T) {
	gaps := strategy.Effect{On: road, Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e"), 2035: ghg.MustCO2e("2 tCO2e")}))}
	verified := strategy.Effect{On: road, Reductions: must(strategy.NewReductions(strategy.Verified, ghg.Unstated, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}))}
	huge := amounts(road, "1", "99999999999999999999999999999999")
	for name, c := range map[string]struct {
		a    strategy.Action
		o    scenario.Override
		text string
	}{
		"no delay":      {action("a", "T", gaps), scenario.Delay("a", 0), "1 to 100 years are allowed"},
		"long delay":    {action("a", "T", gaps), scenario.Delay("a", 101), "1 to 100 years are allowed"},
		"unknown year":  {action("a", "T", gaps), scenario.Delay("a", 2), "the figure of 2035 would be that of 2033, which is not known"},
		"unknown share": {action("a", "T", shares(road, "1%", "2%")), scenario.Delay("a", 1), "the figure of 2035 would be that of 2034"},
		"negative":      {action("a", "T", gaps), scenario.Scale("a", decimal.New(-1, 0)), "a factor of 0 or more is allowed"},
		"huge factor":   {action("a", "T", gaps), scenario.Scale("a", decimal.New(1, 1000)), "factor: "},
		"huge result":   {action("a", "T", huge), scenario.Scale("a", decimal.New(1, 30)), ""},
		"share above 1": {action("a", "T", shares(road, "40%", "60%")), scenario.Scale("a", decimal.New(2, 0)), "2035: share"},
		"after":         {action("a", "T", verified), scenario.Scale("a", decimal.New(2, 0)), "no potential or expected effect"},
		"no effect":     {action("a", "T", gaps), scenario.SwapEffect("a", amounts(power, "1", "2")), "the action has 0 such effects: 1 is needed"},
		"other kind":    {action("a", "T", gaps), scenario.SwapEffect("a", verified), "the action has 0 such effects"},
		"two effects":   {action("a", "T", gaps, gaps), scenario.SwapEffect("a", gaps), "the action has 2 such effects"},
	} {
		_, err := twoPlans(scenario.Scenario{Overrides: []scenario.Override{c.o}}, c.a)
		if name == "huge result" {
			if err != nil {
				assert.NotContains(t, err.Error(), "panic")
			}
			continue
		}
		require.Error(t, err, name)
		assert.ErrorContains(t, err, c.text, name)
		assert.Equal(t, []string{scenario.FaultOverride}, codes(t, err), name)
	}
	assert.Equal(t, "no override", scenario.Override{}.String())
	assert.Equal(t, "a", scenario.Delay("a", 3).Action())
}

// What was made after the fact is no assumption: it stays. Shares are changed
// as amounts are. Overrides come one after another.
func TestOverrides(t *testing.T) {
	years := map[int]ghg.CO2e{2030: ghg.MustCO2e("10 tCO2e"), 2031: ghg.MustCO2e("20 tCO2e"), 2032: ghg.MustCO2e("30 tCO2e")}
	of := func(k strategy.Kind) strategy.Effect {
		return strategy.Effect{On: road, Interaction: strategy.Independent, Reductions: must(strategy.NewReductions(k, ghg.Unstated, years))}
	}
	cuts := strategy.Effect{On: power, Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("1%"), 2031: ghg.MustShare("2%"), 2032: ghg.MustShare("3%")}))}
	p := portfolio(t, plan(action("a", "T", of(strategy.Verified), of(strategy.Potential), of(strategy.Expected), cuts)))
	flat := func(tonnes string) map[int]ghg.CO2e {
		c := ghg.MustCO2e(tonnes + " tCO2e")
		return map[int]ghg.CO2e{2030: c, 2031: c, 2032: c}
	}
	b := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "today", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: power, ByYear: flat("1000")}, {On: road, ByYear: flat("500")}}}))
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: b, Scenarios: []scenario.Scenario{
		{Name: "plan", Role: scenario.Existing, Enabled: []string{"a"}},
		{Name: "late", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Delay("a", 1), scenario.Scale("a", decimal.RequireFromString("1.5"))}},
		{Name: "never", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Delay("a", 3)}, Note: "not in these years"},
		{Name: "none", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Scale("a", decimal.Decimal{})}},
	}})
	require.NoError(t, err)
	for kind, want := range map[strategy.Kind]map[string][]string{
		strategy.Expected:  {"plan": {"20", "40", "60"}, "late": {"0", "30", "60"}, "never": {"0", "0", "0"}, "none": {"0", "0", "0"}},
		strategy.Potential: {"plan": {"10", "20", "30"}, "late": {"0", "15", "30"}, "never": {"0", "0", "0"}, "none": {"0", "0", "0"}},
		strategy.Verified:  {"plan": {"10", "20", "30"}, "late": {"10", "20", "30"}, "never": {"10", "20", "30"}, "none": {"10", "20", "30"}},
	} {
		r, err := set.Evaluate(kind, strategy.Shapley, ghg.Tonne, 3)
		require.NoError(t, err)
		for x := range r.All() {
			var got []string
			for y := range x.Evaluation.Years() {
				got = append(got, y.Reduction().Tonnes().String())
			}
			assert.Equal(t, want[x.Name()], got, "%s %s", kind, x.Name())
		}
	}
	r, _ := set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0)
	never, ok := r.Of("never")
	require.True(t, ok)
	assert.Equal(t, "not in these years", never.Note())
	assert.Equal(t, scenario.WhatIf, never.Role())
	late, _ := r.Of("late")
	assert.Equal(t, `late (what-if) on the baseline "today": 1 actions enabled, 0 disabled, 2 overrides
enabled: a
override a: 1 years later
override a: scaled by 1.5
2030: 1500 tCO2e − 0 tCO2e = 1500 tCO2e
2031: 1500 tCO2e − 30 tCO2e = 1470 tCO2e
2032: 1500 tCO2e − 60 tCO2e = 1440 tCO2e`, late.Explain())
	_, ok = r.Of("other")
	assert.False(t, ok)
	assert.Equal(t, []string{"plan", "late", "never", "none"}, slices.Collect(set.Names()))
	for range set.Names() {
		break
	}
	assert.Equal(t, 4, set.Len())
	assert.Equal(t, "set", set.Name())
}

// A stated factor is for all actions of its group; the largest of some is that
// of those that are there.
func TestGroups(t *testing.T) {
	d := plan(action("a", "T", amounts(road, "10", "20")), action("b", "T", amounts(road, "30", "40")), action("c", "T", amounts(road, "50", "60")))
	group := strategy.Group{Actions: []string{"a", "b", "c"}, On: road, Interaction: strategy.Overlapping, Factor: decimal.RequireFromString("0.5"), Source: "study"}
	evaluate := func(g strategy.Group, enabled []string, own []strategy.Group) (string, error) {
		d := d
		d.Groups = []strategy.Group{g}
		set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: portfolio(t, d), Baseline: forecast("today", "1", "1"),
			Scenarios: []scenario.Scenario{{Name: "x", Role: scenario.WhatIf, Enabled: enabled, Groups: own}}})
		if err != nil {
			return "", err
		}
		r, err := set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Kilotonne, 3)
		if err != nil {
			return "", err
		}
		x, _ := r.Of("x")
		y, _ := x.Evaluation.Year(2030)
		return y.Reduction().In(ghg.Kilotonne).String(), nil
	}
	got, err := evaluate(group, []string{"c", "b", "a"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "45", got)
	got, err = evaluate(group, []string{"b"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "30", got)
	_, err = evaluate(group, []string{"a", "c"}, nil)
	require.Error(t, err)
	assert.Equal(t, []string{scenario.FaultGroup}, codes(t, err))
	assert.ErrorContains(t, err, "the stated factor is for a, b, c together, and only a, c are enabled")
	two := group
	two.Actions, two.Factor = []string{"a", "c"}, decimal.RequireFromString("0.75")
	got, err = evaluate(group, []string{"a", "c"}, []strategy.Group{two})
	require.NoError(t, err)
	assert.Equal(t, "45", got)
	got, err = evaluate(group, []string{"a", "c"}, []strategy.Group{})
	require.NoError(t, err)
	assert.Equal(t, "59.773", got, "10 + 50 − 10 × 50 / 2200")
	largest := strategy.Group{Actions: group.Actions, On: road, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}
	got, err = evaluate(largest, []string{"a", "b"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "30", got)
}

// A difference adds up by action, area and source, whatever is switched.
func TestDifferenceAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 9))
	sources := []strategy.EmissionSource{power, road}
	other := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "other", Place: "city", View: gpc.Basic, Metric: ghg.Unstated, Sources: []strategy.SourceEmissions{
		{On: road, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1900 ktCO2e"), 2035: ghg.MustCO2e("1700.5 ktCO2e")}},
		{On: on("III.1.1", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("70 ktCO2e"), 2035: ghg.MustCO2e("60 ktCO2e")}},
		{On: power, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("3600 ktCO2e"), 2035: ghg.MustCO2e("2800 ktCO2e")}},
	}}))
	for n := range 30 {
		var actions []strategy.Action
		on := [2][]string{}
		for i := range 8 {
			id := fmt.Sprint("a", i)
			var e strategy.Effect
			if r.IntN(2) == 0 {
				e = amounts(sources[r.IntN(2)], fmt.Sprint(r.IntN(200)), fmt.Sprintf("-%d.25", r.IntN(9)))
			} else {
				e = shares(sources[r.IntN(2)], fmt.Sprintf("%d%%", r.IntN(50)), fmt.Sprintf("0.%03d", r.IntN(500)))
			}
			actions = append(actions, action(id, []string{"E", "T"}[r.IntN(2)], e))
			for k := range on {
				if r.IntN(3) > 0 {
					on[k] = append(on[k], id)
				}
			}
		}
		slices.Reverse(on[0])
		second := scenario.Scenario{Name: "b", Role: scenario.Stretch, Enabled: on[1]}
		if n%2 == 0 {
			second.Baseline = other
		}
		set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: portfolio(t, plan(actions...)), Baseline: forecast("today", "4000", "3000"),
			Scenarios: []scenario.Scenario{{Name: "a", Role: scenario.WithPlan, Enabled: on[0]}, second}})
		require.NoError(t, err)
		res, err := set.Evaluate(strategy.Expected, strategy.LogShare, ghg.Tonne, 0)
		require.NoError(t, err)
		there, back := must(res.Difference("a", "b")), must(res.Difference("b", "a"))
		from, _ := res.Of("a")
		to, _ := res.Of("b")
		for y := range there.Years() {
			z, ok := back.Year(y.Year)
			require.True(t, ok)
			before, _ := from.Evaluation.Year(y.Year)
			after, _ := to.Evaluation.Year(y.Year)
			assert.True(t, y.Emissions.Equal(must(after.Emissions().Sub(before.Emissions()))))
			assert.True(t, y.Emissions.Equal(must(y.Baseline.Sub(y.Reduction))))
			assert.True(t, y.Emissions.Equal(z.Emissions.Neg()))
			zero := ghg.MustCO2e("0 tCO2e")
			for _, parts := range [][]scenario.Part{y.ByAction, y.ByArea} {
				sum := zero
				for _, p := range parts {
					sum = must(sum.Add(p.CO2e))
					assert.True(t, p.CO2e.Equal(must(p.To.Sub(p.From))))
					assert.True(t, p.InFrom || p.From.IsZero())
					assert.True(t, p.InTo || p.To.IsZero())
				}
				assert.True(t, sum.Equal(y.Reduction))
			}
			assert.True(t, slices.IsSortedFunc(y.ByAction, func(a, b scenario.Part) int { return int(a.ID[1]) - int(b.ID[1]) }))
			b, c, e := zero, zero, zero
			for _, s := range y.BySource {
				b, c, e = must(b.Add(s.Baseline)), must(c.Add(s.Reduction)), must(e.Add(s.Emissions))
				assert.True(t, s.Emissions.Equal(must(s.Baseline.Sub(s.Reduction))))
			}
			assert.True(t, b.Equal(y.Baseline) && c.Equal(y.Reduction) && e.Equal(y.Emissions))
			last := y.BySource[len(y.BySource)-1]
			assert.Equal(t, n%2 == 0, last.Rest, "the other baseline has no rest of 1300 kt")
			if last.Rest {
				assert.True(t, last.Baseline.Equal(ghg.MustCO2e("-1300 ktCO2e")))
				assert.Len(t, y.BySource, 4)
			}
		}
		for range there.Years() {
			break
		}
	}
}

func TestDifferenceChanges(t *testing.T) {
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4")), action("words", "E")))
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: forecast("today", "100", "90"), Scenarios: []scenario.Scenario{
		{Name: "first", Role: scenario.WithPlan, Enabled: []string{"words", "a"}, Overrides: []scenario.Override{scenario.Delay("a", 5)}},
		{Name: "second", Role: scenario.WhatIf, Enabled: []string{"b", "words"}, Baseline: forecast("clean", "80", "50")},
	}})
	require.NoError(t, err)
	r := must(set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0))
	d := must(r.Difference("first", "second"))
	assert.Equal(t, []string{`baseline "clean" in place of "today"`, "enabled b", "disabled a", "override in first: a: 5 years later"}, d.Changes())
	assert.Equal(t, "from first to second: 4 changes, 2 years", d.String())
	assert.Equal(t, []string{"b"}, slices.Collect(d.From.Disabled()))
	assert.Equal(t, []string{"a", "words"}, slices.Collect(d.From.Enabled()), "in the order of the portfolio")
	assert.Contains(t, d.From.Explain(), "\ndisabled: b\n")
	y, ok := d.Year(2030)
	require.True(t, ok)
	assert.Equal(t, []string{"a", "b"}, []string{y.ByAction[0].ID, y.ByAction[1].ID}, "words have no amount")
	assert.Equal(t, []bool{true, false, false, true}, []bool{y.ByAction[0].InFrom, y.ByAction[0].InTo, y.ByAction[1].InFrom, y.ByAction[1].InTo})
	_, ok = d.Year(2031)
	assert.False(t, ok)
	_, err = r.Difference("first", "first")
	assert.ErrorContains(t, err, "two scenarios are needed")
	var unknown *scenario.UnknownScenarioError
	_, err = r.Difference("third", "first")
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, scenario.UnknownScenarioError{Name: "third", Known: []string{"first", "second"}}, *unknown)
}

// Of two unknown names the first is said, always; what is handed out is a copy.
func TestDifferenceIsImmutable(t *testing.T) {
	r := lateBuses()
	for range 20 {
		_, err := r.Difference("stretch", "more")
		var unknown *scenario.UnknownScenarioError
		require.ErrorAs(t, err, &unknown)
		require.Equal(t, "stretch", unknown.Name)
	}
	d := must(r.Difference("plan", "variant"))
	before := d.Explain()
	for y := range d.Years() {
		y.ByAction[0], y.ByArea[0], y.BySource[0] = scenario.Part{}, scenario.Part{}, scenario.SourcePart{}
	}
	y, _ := d.Year(2030)
	y.ByAction[0].CO2e = ghg.CO2e{}
	y, _ = d.Year(2030)
	assert.Equal(t, "buses", y.ByAction[0].ID)
	assert.Equal(t, before, d.Explain())
}

func TestEvaluateRefuses(t *testing.T) {
	_, err := scenario.Set{}.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0)
	assert.ErrorIs(t, err, scenario.ErrNoScenarios)
	_, err = twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Scale("a", decimal.New(3000, 0))}}, action("a", "T", amounts(road, "1", "1")))
	var below *strategy.BelowZeroError
	require.ErrorAs(t, err, &below)
	assert.ErrorContains(t, err, `scenario "variant": `)
	assert.NotContains(t, err.Error(), `scenario "plan"`)
}

func TestRole(t *testing.T) {
	for r := scenario.Baseline; r <= scenario.WhatIf; r++ {
		assert.True(t, r.Valid())
	}
	assert.False(t, scenario.Role(0).Valid())
	assert.False(t, scenario.Role(6).Valid())
	assert.Equal(t, "no role", scenario.Role(0).String())
	assert.Equal(t, "unknown role (6)", scenario.Role(6).String())
	assert.Equal(t, "with plan", scenario.WithPlan.String())
}

// A set keeps nothing of what it was made of that a caller can change.
func TestSetIsImmutable(t *testing.T) {
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4"))))
	s := []scenario.Scenario{{Name: "x", Role: scenario.WithPlan, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Delay("a", 5)}}}
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: forecast("today", "100", "90"), Scenarios: s})
	require.NoError(t, err)
	s[0].Name, s[0].Enabled[0], s[0].Overrides[0] = "y", "b", scenario.Override{}
	r := must(set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0))
	x, ok := r.Of("x")
	require.True(t, ok)
	assert.Equal(t, []string{"a"}, slices.Collect(x.Enabled()))
	for o := range x.Overrides() {
		assert.Equal(t, "a: 5 years later", o.String())
	}
}
