package managed_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRuleRefusals(t *testing.T) {
	r := registerOf("town", mill())
	plan, rules := townPlan()
	for name, x := range map[string]struct {
		rule managed.Rule
		want string
	}{
		"no source":      {managed.Rule{Position: managed.OutsideETS}, "source: say who says so"},
		"unknown site":   {managed.Rule{Facility: "works", Scope: 1, Source: "s"}, `facility "works": it is not in the register`},
		"site, position": {managed.Rule{Facility: "mill", Position: managed.InsideETS, Scope: 1, Source: "s"}, "leave it out"},
		"nothing":        {managed.Rule{Source: "s"}, "allowed are a facility, or inside_ets, indirect_ets and outside"},
		"unknown":        {managed.Rule{Position: 4, Source: "s"}, "allowed are a facility, or inside_ets, indirect_ets and outside"},
		"area":           {managed.Rule{Area: "X", Position: managed.OutsideETS, Source: "s"}, `area "X": allowed are I, B`},
		"category":       {managed.Rule{Category: category("X"), Position: managed.OutsideETS, Source: "s"}, "no category of GPC 1.1"},
		"category spelt": {managed.Rule{Category: category("i.3"), Position: managed.OutsideETS, Source: "s"}, "no category of GPC 1.1"},
		"scheme": {managed.Rule{Category: ghg.Category{Scheme: "own", Code: "I.3"}, Position: managed.OutsideETS, Source: "s"},
			"no category of GPC 1.1"},
		"rest of what": {managed.Rule{Rest: true, Fuel: "coal", Position: managed.OutsideETS, Source: "s"},
			"it is of no action, area or source"},
		"scope":           {managed.Rule{Position: managed.OutsideETS, Scope: 4, Source: "s"}, `scope "4": allowed are 1, 2 and 3`},
		"share outside":   {managed.Rule{Position: managed.OutsideETS, Share: ghg.MustShare("30%"), Source: "s"}, "the rest is outside"},
		"share above":     {managed.Rule{Facility: "mill", Share: ghg.MustShare("100.5%"), Source: "s"}, "from 0% to 100%"},
		"share below":     {managed.Rule{Facility: "mill", Share: ghg.MustShare("-1%"), Source: "s"}, "from 0% to 100%"},
		"two shares":      {managed.Rule{Position: managed.InsideETS, Share: ghg.MustShare("1%"), ShareIn: 2021, Source: "s"}, "one of the two"},
		"share of a site": {managed.Rule{Facility: "mill", ShareIn: 2021, Source: "s"}, "it needs inside_ets, and no facility"},
		"share in":        {managed.Rule{Position: managed.InsideETS, ShareIn: 21, Source: "s"}, "years from 1850 to 2300"},
		"share of rest":   {managed.Rule{Rest: true, Position: managed.InsideETS, ShareIn: 2021, Source: "s"}, "state the share"},
	} {
		_, _, err := managed.Split(r, plan, append([]managed.Rule{x.rule}, rules...), inGPC)
		var bad ghg.Fault
		require.ErrorAs(t, err, &bad, name)
		assert.Equal(t, managed.FaultRule, bad.Code, name)
		assert.Contains(t, err.Error(), x.want, name)
	}
}

// A rule that stands may not stand for what it meets.
func TestRulesThatDoNotFit(t *testing.T) {
	r := registerOf("town", mill())
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "I", Name: "Industry", NameKo: "산업"}}}))
	plan := func(on strategy.EmissionSource) strategy.Portfolio {
		p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", NameKo: "계획", Place: "town", Framework: framework,
			View: published, Scheme: gpc.Scheme, Metric: ghg.AR5, Actions: []strategy.Action{{ID: "a", Name: "a", Area: "I", Source: "plan",
				Effects: []strategy.Effect{{On: on, Interaction: strategy.Independent, Reductions: cuts(2030, "12")}}}}})
		require.NoError(t, err)
		return p
	}
	words := strategy.EmissionSource{EndUse: "works"}
	for want, x := range map[string]struct {
		on   strategy.EmissionSource
		rule managed.Rule
	}{
		"needs the scope of what it meets":      {words, managed.Rule{Facility: "mill", Source: "s"}},
		"rule (area I) needs the scope":         {words, managed.Rule{Area: "I", Position: managed.IndirectETS, Source: "s"}},
		"indirect_ets of scope 3":               {words, managed.Rule{Scope: 3, Position: managed.IndirectETS, Source: "s"}},
		"it names no category: state the share": {words, managed.Rule{Position: managed.InsideETS, ShareIn: 2021, Source: "s"}},
		"the total of GPC 1.1 I.3.1: no figure for 2021": {strategy.EmissionSource{Category: category("I.3.1")},
			managed.Rule{Position: managed.InsideETS, ShareIn: 2021, Source: "s"}},
		"no rule meets it": {strategy.EmissionSource{Category: category("I.3.1")},
			managed.Rule{Scope: 2, Position: managed.OutsideETS, Source: "s"}},
	} {
		_, _, err := managed.Split(r, plan(x.on), []managed.Rule{x.rule}, managedView)
		assert.ErrorContains(t, err, want)
		assert.ErrorContains(t, err, `action "a", effect on `)
	}
	// An area by its Korean name; what has no scope is of the rule's.
	split, _, err := managed.Split(r, plan(words), []managed.Rule{{Area: "산업", Scope: 1, Facility: "mill", Source: "s"}}, managedView)
	require.NoError(t, err)
	where, ok := split.Where("a", strategy.EmissionSource{EndUse: " Works"}, 2030)
	assert.True(t, ok)
	assert.Equal(t, managed.InsideETS, where.Position)
	assert.False(t, where.Managed)
	assert.Equal(t, "계획, 관리권한", split.Managed().NameKo())

	// The register has another scheme.
	own := must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Names: []string{"own"}, Title: "own", Source: "s",
		Nodes: []ghg.Node{{Code: "1", Name: "industry", Reportable: true}}}))
	other := must(carveout.NewRegister(carveout.RegisterDefinition{Place: "town", Trading: carveout.KETS, Scheme: own, Metric: ghg.AR5,
		Source: "s"}))
	_, _, err = managed.Split(other, plan(strategy.EmissionSource{Category: category("I.3.1")}),
		[]managed.Rule{{Position: managed.OutsideETS, Source: "s"}}, managedView)
	assert.ErrorContains(t, err, "its category is none of own")
}

// Rules that count for nothing: a slip, a shadow, one for the baseline.
func TestRulesThatMeetNothing(t *testing.T) {
	plan, rules := townPlan()
	rules = append(rules,
		managed.Rule{Action: "solr", Position: managed.OutsideETS, Source: "s", Line: 5},
		managed.Rule{Category: category("I"), Fuel: "coal", EndUse: "kilns", Scope: 1, Position: managed.OutsideETS, Source: "s"},
		managed.Rule{Position: managed.OutsideETS, Source: "s"},
		managed.Rule{Rest: true, Position: managed.OutsideETS, Source: "s"})
	_, findings, err := managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	require.NoError(t, err)
	assert.Equal(t, "rule of line 5 (action solr), rule-not-met: it meets nothing\n"+
		"rule (GPC 1.1 I, coal, kilns, scope 1), rule-not-met: it meets nothing\n"+
		"rule (all), rule-not-met: rules before it count for all that it meets (3)", findings.String())
	assert.Equal(t, []ghg.Severity{ghg.Warning, ghg.Note, ghg.Note},
		[]ghg.Severity{findings.All[0].Severity, findings.All[1].Severity, findings.All[2].Severity})
	assert.Contains(t, findings.Korean(), "이 규칙에 해당하는 3건을 모두 앞의 규칙이 정함")
}

// A rule that can never count is in the wrong place of the list.
func TestRuleBehindOneThatMeetsAll(t *testing.T) {
	plan, rules := townPlan()
	at := managed.Rule{Area: "industry", Category: category("I.3.1"), Fuel: "coal", EndUse: "kilns", Scope: 1, Facility: "mill", Source: "s"}
	outside := managed.Rule{Position: managed.OutsideETS, Source: "s"}
	change := func(f func(*managed.Rule)) managed.Rule {
		r := outside
		f(&r)
		return r
	}
	for want, before := range map[string]managed.Rule{
		"rule (all) before it":           outside,
		"rule (GPC 1.1 I.3) before it":   change(func(r *managed.Rule) { r.Category = category("I.3") }),
		"rule (Coal) before it":          change(func(r *managed.Rule) { r.Fuel = "Coal" }),
		"rule (area I) before it":        change(func(r *managed.Rule) { r.Area = "I" }),
		"rule (kilns) before it":         change(func(r *managed.Rule) { r.EndUse = "kilns" }),
		"rule (scope 1) before it":       change(func(r *managed.Rule) { r.Scope = 1 }),
		"":                               change(func(r *managed.Rule) { r.Category = category("I.3.1"); r.Scope = 2 }),
		"rule (area Industry) before it": change(func(r *managed.Rule) { r.Area = "Industry" }),
	} {
		_, _, err := managed.Split(registerOf("town", mill()), plan, append([]managed.Rule{before, at}, rules...), inGPC)
		if want == "" {
			assert.NoError(t, err)
			continue
		}
		assert.ErrorContains(t, err, "rule (area industry, GPC 1.1 I.3.1, coal, kilns, scope 1): it can never count, as "+want+
			" meets all that it meets")
	}
	_, _, err := managed.Split(registerOf("town", mill()), plan, make([]managed.Rule, 2001), inGPC)
	assert.EqualError(t, err, `rules, length "2001": at most 2000 are allowed`)
}
