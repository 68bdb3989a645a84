package managed_test

import (
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTagRefusals(t *testing.T) {
	r := registerOf("town", mill())
	plan, tags := townPlan()
	var key managed.EffectKey
	for k := range tags {
		if k.Action == "waste heat" {
			key = k
		}
	}
	for name, x := range map[string]struct {
		tag  managed.EffectTag
		want string
	}{
		"no source":       {managed.EffectTag{Position: managed.OutsideETS}, "say who says so"},
		"unknown site":    {managed.EffectTag{Facility: "works", Scope: 1, Source: "s"}, "is not in the register"},
		"site, position":  {managed.EffectTag{Facility: "mill", Position: managed.InsideETS, Scope: 1, Source: "s"}, "leave them out"},
		"site, owner":     {managed.EffectTag{Facility: "mill", Ownership: carveout.OthersOwned, Scope: 1, Source: "s"}, "leave them out"},
		"site, no scope":  {managed.EffectTag{Facility: "mill", Source: "s"}, "state the scope of what is cut at the facility"},
		"site, scope 3":   {managed.EffectTag{Facility: "mill", Scope: 3, Source: "s"}, "state the scope of what is cut at the facility"},
		"inside, whose":   {managed.EffectTag{Position: managed.InsideETS, Source: "s"}, "needs the owner"},
		"indirect, where": {managed.EffectTag{Position: managed.IndirectETS, Source: "s"}, "indirect_ets needs the scope"},
		"nothing":         {managed.EffectTag{Source: "s"}, "allowed are a facility, or inside_ets, indirect_ets and outside"},
		"unknown":         {managed.EffectTag{Position: 4, Source: "s"}, "allowed are a facility, or inside_ets, indirect_ets and outside"},
		"other scope": {managed.EffectTag{Facility: "mill", Scope: 2, Source: "s"},
			"the category is scope 1 in GPC 1.1, and the tag says scope 2"},
	} {
		tags[key] = x.tag
		_, err := managed.Split(r, plan, tags, inGPC)
		var bad ghg.Fault
		require.ErrorAs(t, err, &bad, name)
		assert.Equal(t, `action "waste heat"`, bad.Of, name)
		assert.Equal(t, managed.FaultTag, bad.Code, name)
		assert.Contains(t, bad.Detail, x.want, name)
	}
	tags[key] = managed.EffectTag{Facility: "mill", Scope: 1, Source: "s"}
	tags[managed.EffectKey{Action: "zeppelin"}] = managed.EffectTag{Position: managed.OutsideETS, Source: "s"}
	tags[managed.EffectKey{Action: "airship"}] = managed.EffectTag{Position: managed.OutsideETS, Source: "s"}
	_, err := managed.Split(r, plan, tags, inGPC)
	assert.EqualError(t, err, "action \"airship\", effect on no source: it has a tag, and the portfolio has no such effect\n"+
		"action \"zeppelin\", effect on no source: it has a tag, and the portfolio has no such effect")
}

func TestPositionWords(t *testing.T) {
	assert.Equal(t, "inside_ets", managed.InsideETS.String())
	assert.Equal(t, "indirect_ets", managed.IndirectETS.String())
	assert.Equal(t, "outside", managed.OutsideETS.String())
	assert.Equal(t, "unknown position (7)", managed.Position(7).String())
}

func TestSplitRefusals(t *testing.T) {
	r := registerOf("town", mill())
	plan, tags := townPlan()
	_, err := managed.Split(r, strategy.Portfolio{}, tags, inGPC)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = managed.Split(r, plan, tags, ghg.View{})
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = managed.Split(r, plan, tags, gpc.Basic)
	assert.ErrorContains(t, err, "the managed one needs its own")
	_, err = managed.Split(registerOf("village", mill()), plan, tags, inGPC)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && len(mismatch.Differ) == 1)
	_, err = managed.Split(carveout.Register{}, plan, tags, inGPC)
	assert.ErrorIs(t, err, carveout.ErrNoRegister)

	_, err = managed.PortfolioSplit{}.Total(strategy.Expected, 2030)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, _, ok := managed.PortfolioSplit{}.Position(managed.EffectKey{}, 2030)
	assert.False(t, ok)
}

// The positions of an effect at a site follow the years in which it is covered,
// and what counts as managed follows its owner.
func TestPositions(t *testing.T) {
	m, own := mill(), incinerator()
	m.To = 2029
	own.From = 2027
	r := registerOf("town", m, own)
	heat := strategy.EmissionSource{Category: category("I.3.1")}
	power := strategy.EmissionSource{Category: category("I.3.2")}
	burn := strategy.EmissionSource{Category: category("III.3.1")}
	station := strategy.EmissionSource{EndUse: "power station"}
	private := strategy.EmissionSource{EndUse: "private works"}
	council := strategy.EmissionSource{EndUse: "council works"}
	users := strategy.EmissionSource{EndUse: "users of power"}
	series := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: t5("10"), 2030: t5("25.5")}))
	shares := must(strategy.NewCuts(strategy.Potential, map[int]ghg.Share{2026: ghg.MustShare("10%"), 2030: ghg.MustShare("20%")}))
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}}}))
	var effects []strategy.Effect
	for _, on := range []strategy.EmissionSource{heat, power, burn, station, private, council, users} {
		effects = append(effects, strategy.Effect{On: on, Interaction: strategy.Independent, Reductions: series, Note: "note"})
	}
	effects = append(effects, strategy.Effect{On: heat, Interaction: strategy.Independent, Cuts: shares})
	gone := strategy.Action{ID: "gone", Name: "gone", Area: "I", Source: "plan", Stage: strategy.Cancelled,
		Effects: []strategy.Effect{{On: private, Interaction: strategy.Independent, Reductions: series}}}
	idea := gone // counts no more than what is cancelled
	idea.ID, idea.Stage = "idea", strategy.Idea
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework,
		View: published, Scheme: gpc.Scheme, Metric: ghg.AR5,
		Actions: []strategy.Action{{ID: "a", Name: "a", Area: "I", Source: "plan", Effects: effects}, gone, idea}})
	require.NoError(t, err)
	key := func(on strategy.EmissionSource) managed.EffectKey { return managed.EffectKey{Action: "a", On: on} }
	inside := managed.EffectTag{Position: managed.InsideETS, Ownership: carveout.OthersOwned, Source: "s"}
	split, err := managed.Split(r, p, map[managed.EffectKey]managed.EffectTag{
		key(heat):                     {Facility: "mill", Scope: 1, Source: "s"},
		key(power):                    {Facility: "mill", Scope: 2, Source: "s"},
		key(burn):                     {Facility: "incinerator", Scope: 1, Source: "s"},
		key(station):                  {Position: managed.IndirectETS, Scope: 1, Source: "s"},
		key(users):                    {Position: managed.IndirectETS, Scope: 2, Source: "s"},
		key(private):                  inside,
		key(council):                  {Position: managed.InsideETS, Ownership: carveout.CouncilOwned, Source: "s"},
		{Action: "gone", On: private}: inside,
		{Action: "idea", On: private}: inside,
	}, managedView)
	require.NoError(t, err)
	for on, want := range map[strategy.EmissionSource][2]managed.Position{
		heat:    {managed.InsideETS, managed.OutsideETS},
		power:   {managed.InsideETS, managed.IndirectETS},
		burn:    {managed.OutsideETS, managed.InsideETS},
		station: {managed.IndirectETS, managed.IndirectETS},
		private: {managed.InsideETS, managed.InsideETS},
	} {
		for i, year := range []int{2026, 2030} {
			got, _, ok := split.Position(key(on), year)
			assert.True(t, ok)
			assert.Equal(t, want[i], got, "%s in %d", on, year)
		}
	}
	// 2026: the mill's two, the power station and the private works are out: 3 of 7 stay.
	early, err := split.Total(strategy.Expected, 2026)
	require.NoError(t, err)
	assert.Equal(t, "70", early.Citywide.CO2e.Tonnes().String())
	assert.Equal(t, "30", early.Managed.CO2e.Tonnes().String())
	assert.Equal(t, "40", early.NotManaged().Tonnes().String())
	assert.Equal(t, []string{"40", "20", "10", "10"}, tonnes(early.Inside, early.Indirect, early.Outside, early.CouncilOwned))
	// 2030: the mill has left the scheme: only the power station and the private works are out.
	late, err := split.Total(strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Equal(t, "127.5", late.Managed.CO2e.Tonnes().String())
	assert.Equal(t, []string{"76.5", "76.5", "25.5", "51"}, tonnes(late.Inside, late.Indirect, late.Outside, late.CouncilOwned))
	assert.Contains(t, early.Explain(), "citywide 70 tCO2e (AR5) = inside_ets 40 tCO2e (AR5) (council-owned 10 tCO2e (AR5)) "+
		"+ indirect_ets 20 tCO2e (AR5) + outside 10 tCO2e (AR5)")

	a, ok := split.Managed().Action("a")
	require.True(t, ok)
	assert.Equal(t, "note; not managed in 2026 (inside_ets)", a.Effects[0].Note)
	assert.Equal(t, "note", a.Effects[2].Note, "the incinerator is the council's")
	s, _ := a.Effects[7].Cuts.At(2026)
	assert.True(t, s.Equal(ghg.MustShare("0%")))
	s, _ = a.Effects[7].Cuts.At(2030)
	assert.True(t, s.Equal(ghg.MustShare("20%")))
	assert.Equal(t, "plan, managed", split.Managed().Name())
	assert.Equal(t, managedView.ID(), split.Managed().View().ID())
	b, _ := split.Citywide().Action("a")
	assert.Equal(t, "note", b.Effects[0].Note)

	_, err = split.Total(strategy.Potential, 2030)
	var none *strategy.NoBaselineError
	assert.ErrorAs(t, err, &none, "shares need a baseline")
}

func tonnes(amounts ...ghg.CO2e) []string {
	var out []string
	for _, c := range amounts {
		out = append(out, c.Tonnes().String())
	}
	return out
}

// TestManagedReductions draws plans: by position the parts add up to the
// citywide total, and what is managed is never more than all of it.
func TestManagedReductions(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 28))
	r := registerOf("town", mill(), incinerator())
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}}}))
	choices := []struct {
		tag    managed.EffectTag
		counts bool
	}{
		{managed.EffectTag{Position: managed.OutsideETS, Source: "s"}, true},
		{managed.EffectTag{Position: managed.IndirectETS, Scope: 2, Source: "s"}, true},
		{managed.EffectTag{Position: managed.IndirectETS, Scope: 1, Source: "s"}, false},
		{managed.EffectTag{Position: managed.InsideETS, Ownership: carveout.OthersOwned, Source: "s"}, false},
		{managed.EffectTag{Position: managed.InsideETS, Ownership: carveout.CouncilOwned, Source: "s"}, true},
		{managed.EffectTag{Facility: "mill", Scope: 2, Source: "s"}, false},
		{managed.EffectTag{Facility: "incinerator", Scope: 1, Source: "s"}, true},
	}
	for range 30 {
		var actions []strategy.Action
		tags := map[managed.EffectKey]managed.EffectTag{}
		all, kept := int64(0), int64(0)
		for i := range 1 + rng.IntN(15) {
			c, n := choices[rng.IntN(len(choices))], rng.Int64N(1e6)
			id := string(rune('a' + i))
			on := strategy.EmissionSource{EndUse: id}
			amount := must(ghg.CO2eOf(must(ghg.MustMass("1 t").Scale(decimal.NewFromInt(n))), ghg.AR5))
			of := func(kind strategy.Kind) strategy.Effect {
				return strategy.Effect{On: on, Interaction: strategy.Independent,
					Reductions: must(strategy.NewReductions(kind, ghg.AR5, map[int]ghg.CO2e{2025: amount}))}
			}
			// What was expected in the same year is of another kind, and not added.
			actions = append(actions, strategy.Action{ID: id, Name: id, Area: "I", Source: "plan",
				Effects: []strategy.Effect{of(strategy.Expected), of(strategy.Verified)}})
			tags[managed.EffectKey{Action: id, On: on}] = c.tag
			all += n
			if c.counts {
				kept += n
			}
		}
		p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework,
			View: published, Metric: ghg.AR5, Actions: actions})
		require.NoError(t, err)
		split, err := managed.Split(r, p, tags, managedView)
		require.NoError(t, err)
		got, err := split.Total(strategy.Verified, 2025)
		require.NoError(t, err)
		assert.Equal(t, all, got.Citywide.CO2e.Tonnes().IntPart())
		assert.Equal(t, kept, got.Managed.CO2e.Tonnes().IntPart())
		assert.Equal(t, all, got.Inside.Tonnes().Add(got.Indirect.Tonnes()).Add(got.Outside.Tonnes()).IntPart())
		assert.Equal(t, got.Citywide.Quantified, got.Managed.Quantified, "what is not managed is 0, not unknown")
	}
}
