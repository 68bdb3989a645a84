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

func TestPositionWords(t *testing.T) {
	assert.Equal(t, "inside_ets", managed.InsideETS.String())
	assert.Equal(t, "indirect_ets", managed.IndirectETS.String())
	assert.Equal(t, "outside", managed.OutsideETS.String())
	assert.Equal(t, "unknown position (7)", managed.Position(7).String())
	assert.Equal(t, "배출권거래제 비대상", managed.OutsideETS.Korean())
	assert.Equal(t, "알 수 없는 구분 (7)", managed.Position(7).Korean())
}

func TestSplitRefusals(t *testing.T) {
	r := registerOf("town", mill())
	plan, rules := townPlan()
	split := func(r carveout.Register, p strategy.Portfolio, as ghg.View) error {
		_, _, err := managed.Split(r, p, rules, as)
		return err
	}
	assert.ErrorIs(t, split(r, strategy.Portfolio{}, inGPC), strategy.ErrNoPortfolio)
	assert.ErrorIs(t, split(r, plan, ghg.View{}), ghg.ErrNoView)
	assert.ErrorContains(t, split(r, plan, gpc.Basic), "the managed one needs its own")
	err := split(registerOf("village", mill()), plan, inGPC)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && len(mismatch.Differ) == 1)
	assert.ErrorIs(t, split(carveout.Register{}, plan, inGPC), carveout.ErrNoRegister)
	narrow := ghg.MustView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.1.2"}})
	assert.ErrorContains(t, split(r, plan, narrow), "I.3.1", "the managed view has no room for it")

	_, err = managed.PortfolioSplit{}.Total(strategy.Expected, 2030)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, ok := managed.PortfolioSplit{}.Where("a", strategy.EmissionSource{}, 2030)
	assert.False(t, ok)
}

// A note says of which years something is not managed, and which part.
func TestNotesOfYears(t *testing.T) {
	site := mill()
	site.From, site.To = 2027, 2030
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}}}))
	amounts := map[int]ghg.CO2e{}
	for year, tonnes := range map[int]string{2026: "10", 2027: "20", 2028: "30", 2029: "50", 2031: "70"} {
		amounts[year] = t5(tonnes)
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework, View: gpc.Basic,
		Metric: ghg.AR5, Actions: []strategy.Action{{ID: "a", Name: "a", Area: "I", Source: "plan", Effects: []strategy.Effect{
			{On: strategy.EmissionSource{Category: category("I.3.1")}, Interaction: strategy.Independent,
				Reductions: must(strategy.NewReductions(strategy.Expected, ghg.AR5, amounts))}}}}})
	require.NoError(t, err)
	rules := []managed.Rule{{Facility: "mill", Share: ghg.MustShare("62.5%"), Source: "s"}}
	split, _, err := managed.Split(registerOf("town", site), p, rules, inGPC)
	require.NoError(t, err)
	a, _ := split.Managed().Action("a")
	assert.Equal(t, "not managed in 2027 to 2029 (62.50% inside_ets)", a.Effects[0].Note)
	for year, want := range map[int]string{2026: "10", 2027: "7.5", 2028: "11.25", 2029: "18.75", 2031: "70"} {
		got, _ := a.Effects[0].Reductions.At(year)
		assert.Equal(t, want, got.Tonnes().String(), year)
	}
}

// A works that the council buys in 2029 is managed from then on.
func TestSplitAtASiteThatWasSold(t *testing.T) {
	before, after := mill(), mill()
	before.To, after.From, after.Ownership = 2028, 2029, carveout.CouncilOwned
	plan, rules := townPlan()
	split, _, err := managed.Split(registerOf("town", before, after), plan, rules, inGPC)
	require.NoError(t, err)
	heat := strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}
	for year, want := range map[int]bool{2018: true, 2019: false, 2028: false, 2029: true} {
		where, _ := split.Where("waste heat", heat, year)
		assert.Equal(t, want, where.Managed, year)
	}
	total, err := split.Total(strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Equal(t, []string{"13450.5", "6500", "6500"}, tonnes(total.Managed.CO2e, total.Inside, total.CouncilOwned))
}

// The positions of an effect at a site follow the years in which it is covered,
// and what counts as managed follows its owner.
func TestPositions(t *testing.T) {
	m, own := mill(), incinerator()
	m.To = 2029
	own.From = 2027
	works := carveout.Facility{ID: "council works", Name: "Council works", From: 2015, Ownership: carveout.CouncilOwned, Source: "list"}
	r := registerOf("town", m, own, works)
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
	split, findings, err := managed.Split(r, p, []managed.Rule{
		{Category: category("I.3"), Facility: "mill", Source: "s"},
		{Category: category("III"), Facility: "incinerator", Source: "s"},
		{EndUse: "Power station", Scope: 1, Position: managed.IndirectETS, Source: "s"},
		{EndUse: "users of power", Scope: 2, Position: managed.IndirectETS, Source: "s"},
		{EndUse: "private works", Position: managed.InsideETS, Source: "s"},
		{Action: "a", Scope: 1, Facility: "council works", Source: "s"},
	}, managedView)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), findings.String())
	for on, want := range map[strategy.EmissionSource][2]managed.Position{
		heat:    {managed.InsideETS, managed.OutsideETS},
		power:   {managed.InsideETS, managed.IndirectETS},
		burn:    {managed.OutsideETS, managed.InsideETS},
		station: {managed.IndirectETS, managed.IndirectETS},
		private: {managed.InsideETS, managed.InsideETS},
	} {
		for i, year := range []int{2026, 2030} {
			got, ok := split.Where("a", on, year)
			assert.True(t, ok)
			assert.Equal(t, want[i], got.Position, "%s in %d", on, year)
			assert.Equal(t, "1", got.Share.String())
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
	assert.Contains(t, early.Explain().String(), "C = I + D + O = 40 + 20 + 10 = 70 tCO2e (AR5)")

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
		rule   managed.Rule
		counts bool
	}{
		{managed.Rule{Position: managed.OutsideETS, Source: "s"}, true},
		{managed.Rule{Position: managed.IndirectETS, Scope: 2, Source: "s"}, true},
		{managed.Rule{Position: managed.IndirectETS, Scope: 1, Source: "s"}, false},
		{managed.Rule{Position: managed.InsideETS, Source: "s"}, false},
		{managed.Rule{Facility: "incinerator", Scope: 2, Source: "s"}, true},
		{managed.Rule{Facility: "mill", Scope: 2, Source: "s"}, false},
		{managed.Rule{Facility: "incinerator", Scope: 1, Source: "s"}, true},
	}
	for range 30 {
		var actions []strategy.Action
		var rules []managed.Rule
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
			c.rule.Action = id
			rules = append(rules, c.rule)
			all += n
			if c.counts {
				kept += n
			}
		}
		p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework,
			View: published, Metric: ghg.AR5, Actions: actions})
		require.NoError(t, err)
		split, findings, err := managed.Split(r, p, rules, managedView)
		require.NoError(t, err)
		assert.Zero(t, findings.Len())
		got, err := split.Total(strategy.Verified, 2025)
		require.NoError(t, err)
		assert.Equal(t, all, got.Citywide.CO2e.Tonnes().IntPart())
		assert.Equal(t, kept, got.Managed.CO2e.Tonnes().IntPart())
		assert.Equal(t, all, got.Inside.Tonnes().Add(got.Indirect.Tonnes()).Add(got.Outside.Tonnes()).IntPart())
		assert.Equal(t, got.Citywide.Quantified, got.Managed.Quantified, "what is not managed is 0, not unknown")
	}
}
