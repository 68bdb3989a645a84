package strategy_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// townPlan is a small framework that tests and examples share.
func townPlan() strategy.Framework {
	f, _ := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "town plan", Name: "Climate plan of a town", NameKo: "기후계획", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}, {Code: "W", Name: "Waste"}},
	})
	return f
}

// town is a definition in BASIC and unstated metric.
func town(actions ...strategy.Action) strategy.PortfolioDefinition {
	return strategy.PortfolioDefinition{Name: "town", NameKo: "읍", Place: "town", Framework: townPlan(), View: gpc.Basic,
		Metric: ghg.Unstated, Actions: actions}
}

// on is a source of the GPC.
func on(code, fuel, endUse string) strategy.EmissionSource {
	return strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Fuel: fuel, EndUse: endUse}
}

// action is one with effects, named after its ID.
func action(id, area string, effects ...strategy.Effect) strategy.Action {
	return strategy.Action{ID: id, Name: id, Area: area, Source: "climate plan, 2024", Effects: effects}
}

// expected is an effect of so many tonnes in 2030.
func expected(source strategy.EmissionSource, tonnes string, i strategy.Interaction) strategy.Effect {
	r, _ := strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: ghg.MustCO2e(tonnes + " tCO2e")})
	return strategy.Effect{On: source, Interaction: i, Reductions: r}
}

// Who leads the buses?
func ExamplePortfolio_Action() {
	buses := action("buses", "T")
	buses.Lead = "transport department"
	plan, _, err := strategy.NewPortfolio(town(buses, action("lessons", "E")))
	if err != nil {
		fmt.Println(err)
		return
	}
	if a, ok := plan.Action("buses"); ok {
		fmt.Println(plan.NameKo(), a.Name, a.Lead)
	}
	// Output:
	// 읍 buses transport department
}

func ExampleNewPortfolio() {
	plan, findings, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Town plan", Place: "town", Framework: townPlan(), View: gpc.Basic, Metric: ghg.Unstated,
		Actions: []strategy.Action{
			{ID: "buses", Name: "Electric buses", Area: "T", Lead: "transport department", Source: "climate plan, p. 12",
				Effects: []strategy.Effect{expected(on("II.1.1", "diesel", "city buses"), "12250", strategy.InteractionUnstated)}},
			{ID: "school", Name: "Climate lessons", Area: "E", Source: "climate plan, p. 30"},
		},
	})
	fmt.Println(plan.Name(), plan.Len(), err)
	fmt.Println(findings)
	// Output:
	// Town plan 2 <nil>
	// action "school", not-quantified: it has no effect on emissions that is quantified
}

// Everything that is wrong is reported at once.
func ExampleNewPortfolio_faults() {
	_, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Town plan", Place: "town", Framework: townPlan(), View: gpc.Territorial, Metric: ghg.Unstated,
		Actions: []strategy.Action{
			{ID: "pv", Name: "Rooftop solar", Area: "Sun", Source: "climate plan, p. 8",
				Effects: []strategy.Effect{expected(on("I.3.2", "electricity", ""), "950", strategy.Independent)}},
			{ID: "pv", Name: "Solar on car parks", Area: "E", Source: "climate plan, p. 9",
				Effects: []strategy.Effect{expected(strategy.EmissionSource{Fuel: "electricity"}, "50", strategy.Independent)}},
		},
	})
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Code+":", f)
		}
	}
	// Output:
	// unknown-area: action "pv", area "Sun": no area of town plan: allowed are E, T, W
	// outside-view: action "pv", effect 1, on "I.3.2": GPC 1.1 territorial does not count this category: measure in a view that does, or leave the effect out
	// duplicate-action: action "pv", id "pv": actions 1 and 2 both have it: one ID for one action
	// emission-source: action "pv", effect 1, on: name the category that it acts on, or say the end use in words where the category is not known
}

func ExamplePortfolioDefinition() {
	lunches := strategy.Action{ID: "lunches", Name: "Green lunches", Area: "W", Source: "climate plan, p. 3",
		Effects: []strategy.Effect{expected(strategy.EmissionSource{EndUse: "school lunches"}, "3", strategy.Independent)}}
	_, findings, _ := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Town plan", Place: "town", Framework: townPlan(), Metric: ghg.Unstated,
		View:    ghg.MustDeclaredView("town emissions", "press release"),
		Actions: []strategy.Action{lunches},
	})
	fmt.Println(findings)
	// Output:
	// action "lunches", effect 1, category-unstated: it acts on "school lunches": the category is not known, so overlap is told by these words alone
}

func TestPortfolioDefinition(t *testing.T) {
	fields := func(err error) (out []string) {
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults)
		for _, f := range faults.All {
			assert.Equal(t, ghg.FaultDefinition, f.Code)
			out = append(out, f.Field)
		}
		return out
	}
	for field, spoil := range map[string]func(*strategy.PortfolioDefinition){
		"name":      func(d *strategy.PortfolioDefinition) { d.Name = "" },
		"place":     func(d *strategy.PortfolioDefinition) { d.Place = "" },
		"framework": func(d *strategy.PortfolioDefinition) { d.Framework = strategy.Framework{} },
		"view":      func(d *strategy.PortfolioDefinition) { d.View = ghg.View{} },
		"metric":    func(d *strategy.PortfolioDefinition) { d.Metric = ghg.Metric{} },
	} {
		d := town()
		spoil(&d)
		p, _, err := strategy.NewPortfolio(d)
		assert.Equal(t, []string{field}, fields(err))
		assert.Zero(t, p, field)
	}
	_, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{})
	assert.Equal(t, []string{"name", "place", "view", "metric", "framework"}, fields(err), "all at once")
}

func TestPortfolioScheme(t *testing.T) {
	other, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "own 1", Source: "s", Nodes: []ghg.Node{{Code: "A", Reportable: true}}})
	require.NoError(t, err)
	d := town(action("a", "E", expected(on("I.1.1", "", ""), "1", 0)))
	d.Scheme = gpc.Scheme
	_, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err, "the view's own scheme may be named")
	d.Scheme = other
	_, _, err = strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, `: the view GPC 1.1 BASIC selects from GPC 1.1`)

	d.View = ghg.MustDeclaredView("v", "s")
	assert.Equal(t, []string{ghg.FaultUnknownCategory}, codes(t, d), "a category of another scheme")
	d.Scheme = ghg.Scheme{}
	assert.Equal(t, []string{ghg.FaultUnknownCategory}, codes(t, d), "a category and no scheme to read it in")
	d.Scheme = gpc.Scheme
	_, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
	d.Actions = []strategy.Action{action("a", "E", expected(on("III.1.3", "", ""), "1", 0))}
	_, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err, "what a declared view counts is not known")
}

// codes are the fault codes of a definition.
func codes(t *testing.T, d strategy.PortfolioDefinition) []string {
	t.Helper()
	_, _, err := strategy.NewPortfolio(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var out []string
	for _, f := range faults.All {
		assert.Equal(t, d.Place, f.Place)
		out = append(out, f.Code)
	}
	return out
}

func TestPortfolioFaults(t *testing.T) {
	ar5, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR5)")})
	require.NoError(t, err)
	ok := expected(on("I.1.1", "", ""), "1", 0)
	for name, c := range map[string]struct {
		action strategy.Action
		codes  []string
	}{
		"no ID":            {strategy.Action{Name: "n", Area: "E", Source: "s"}, []string{strategy.FaultAction}},
		"long ID":          {strategy.Action{ID: strings.Repeat("x", 201), Name: "n", Area: "E", Source: "s"}, []string{strategy.FaultAction}},
		"no name":          {strategy.Action{ID: "i", Area: "E", Source: "s"}, []string{strategy.FaultAction}},
		"no source":        {strategy.Action{ID: "i", Name: "n", Area: "E"}, []string{strategy.FaultAction}},
		"unknown area":     {action("i", "e", ok), []string{strategy.FaultUnknownArea}},
		"no emission":      {action("i", "E", expected(strategy.EmissionSource{}, "1", 0)), []string{strategy.FaultEmissionSource}},
		"fuel only":        {action("i", "E", expected(strategy.EmissionSource{Fuel: "coal"}, "1", 0)), []string{strategy.FaultEmissionSource}},
		"blank words":      {action("i", "E", expected(strategy.EmissionSource{EndUse: " "}, "1", 0)), []string{strategy.FaultEmissionSource}},
		"unknown category": {action("i", "E", expected(on("IX", "", ""), "1", 0)), []string{ghg.FaultUnknownCategory}},
		"code written ill": {action("i", "E", expected(on("i.1.1", "", ""), "1", 0)), []string{ghg.FaultUnknownCategory}},
		"no code":          {action("i", "E", expected(on("", "", "lamps"), "1", 0)), []string{ghg.FaultUnknownCategory}},
		"outside the view": {action("i", "E", expected(on("III.1.3", "", ""), "1", 0)), []string{strategy.FaultOutsideView}},
		"sector outside":   {action("i", "E", expected(on("IV", "", ""), "1", 0)), []string{strategy.FaultOutsideView}},
		"no interaction":   {action("i", "E", expected(on("I", "", ""), "1", 5)), []string{strategy.FaultInteraction}},
		"no reductions":    {action("i", "E", strategy.Effect{On: on("I.1", "", "")}), []string{strategy.FaultReductions}},
		"another metric":   {action("i", "E", strategy.Effect{On: on("I.1", "", ""), Reductions: ar5}), []string{strategy.FaultMetric}},
		"several at once": {action("", "X", strategy.Effect{On: on("IV", "", ""), Interaction: 9}),
			[]string{"action", "action", "unknown-area", "outside-view", "interaction", "reductions"}},
		"a later effect": {action("i", "E", ok, strategy.Effect{}), []string{strategy.FaultEmissionSource}},
		"another scheme": {action("i", "E", expected(strategy.EmissionSource{Category: ghg.Category{Scheme: "X", Code: "I.1.1"}},
			"1", 0)), []string{ghg.FaultUnknownCategory}},
		"words and no code": {action("i", "E", expected(strategy.EmissionSource{Category: ghg.Category{Scheme: "GPC 1.1"},
			EndUse: "x"}, "1", 0)), []string{ghg.FaultUnknownCategory}},
	} {
		t.Run(name, func(t *testing.T) {
			d := town(action("first", "E"), c.action)
			assert.Equal(t, c.codes, codes(t, d))
			_, findings, _ := strategy.NewPortfolio(d)
			assert.Zero(t, findings.Len(), "no findings on what does not stand")
		})
	}
	assert.Equal(t, []string{"duplicate-action", "duplicate-action"},
		codes(t, town(action("a", "E"), action("b", "E"), action("a", "T"), action("a", "W"))))
	assert.Equal(t, []string{"action", "action", "action", "action"}, codes(t, town(action("", "E"), action("", "E"))),
		"ID and name; two missing IDs are not one ID")

	edge := action(strings.Repeat("x", 200), "E", ok)
	_, _, err = strategy.NewPortfolio(town(edge))
	require.NoError(t, err)
}

func TestPortfolioFaultsAreCapped(t *testing.T) {
	var actions []strategy.Action
	for i := range 1003 {
		actions = append(actions, action(fmt.Sprint("a", i), "nowhere"))
	}
	_, _, err := strategy.NewPortfolio(town(actions...))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 1000)
	assert.Equal(t, 3, faults.More)
	for i := range actions {
		actions[i].Area = "E"
	}
	_, findings, err := strategy.NewPortfolio(town(actions...))
	require.NoError(t, err)
	assert.Len(t, findings.All, 1000)
	assert.Equal(t, 3, findings.More)
}

func TestPortfolioFindings(t *testing.T) {
	_, findings, err := strategy.NewPortfolio(town(
		action("a", "E"),
		action("b", "E", expected(strategy.EmissionSource{EndUse: "lamps"}, "1", 0), expected(on("I.1.1", "", "stoves"), "1", 0)),
	))
	require.NoError(t, err)
	require.Len(t, findings.All, 2)
	assert.Equal(t, strategy.FindingNotQuantified, findings.All[0].Code)
	assert.Equal(t, strategy.FindingCategoryUnstated, findings.All[1].Code)
	assert.Equal(t, ghg.Note, findings.All[1].Severity)
	assert.Equal(t, `action "b", effect 1`, findings.All[1].Of)
	assert.Contains(t, findings.All[1].Detail, `it acts on "lamps"`)
}

func TestPortfolioIsImmutable(t *testing.T) {
	effects := []strategy.Effect{expected(on("I.1.1", "gas", ""), "5", 0)}
	actions := []strategy.Action{action("a", "E", effects...), action("b", "T")}
	actions[0].Effects = effects
	p, _, err := strategy.NewPortfolio(town(actions...))
	require.NoError(t, err)
	actions[1].Name = "changed"
	effects[0].On.Fuel = "changed"
	for a := range p.Actions() {
		a.Name = "changed"
		if a.IsQuantified() {
			a.Effects[0].On.Fuel = "changed"
		}
	}
	got, ok := p.Action("a")
	require.True(t, ok)
	assert.Equal(t, "a", got.Name)
	assert.Equal(t, "gas", got.Effects[0].On.Fuel)
	got, ok = p.Action("b")
	require.True(t, ok)
	assert.Equal(t, "b", got.Name)
	_, ok = p.Action("c")
	assert.False(t, ok)

	assert.Equal(t, "town", p.Name())
	assert.Equal(t, "읍", p.NameKo())
	assert.Equal(t, ghg.PlaceID("town"), p.Place())
	assert.Equal(t, "town plan", p.Framework().ID())
	assert.Equal(t, gpc.Basic.ID(), p.View().ID())
	assert.Equal(t, ghg.Unstated, p.Metric())
	assert.Equal(t, 2, p.Len())
}

func TestZeroPortfolio(t *testing.T) {
	var p strategy.Portfolio
	assert.Equal(t, "", p.Name()+p.NameKo()+string(p.Place()))
	assert.True(t, p.Framework().IsZero())
	assert.True(t, p.View().IsZero())
	assert.True(t, p.Metric().IsZero())
	assert.Zero(t, p.Len())
	assert.Empty(t, slices.Collect(p.Actions()))
	_, err := p.Total(strategy.Expected, 2030)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = p.Totals(0)
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = p.Totals(strategy.Expected)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	var total strategy.Total
	assert.Empty(t, total.ByArea())
	assert.False(t, total.IsQuantified())
	assert.True(t, total.Explain().IsZero())
}

// Keys in other taxonomies, beside the one primary area.
func TestTaxonomies(t *testing.T) {
	sdg := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "SDG", Name: "Sustainable Development Goals", Source: "UN, 2015",
		Areas: []strategy.Area{{Code: "7", Name: "Affordable and clean energy"}, {Code: "11", Name: "Sustainable cities"}}}))
	a := action("lamps", "E")
	a.Codes = []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "7"}, {Taxonomy: "SDG", Code: "11"}}
	d := town(a)
	d.Taxonomies = []strategy.Framework{sdg}
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	got, _ := p.Action("lamps")
	assert.Equal(t, a.Codes, got.Codes)
	for name, change := range map[string]func(){
		"SDG 8": func() { d.Actions[0].Codes = []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "8"}} },
		"CRF 7": func() { d.Actions[0].Codes = []strategy.TaxonomyCode{{Taxonomy: "CRF", Code: "7"}} },
	} {
		d.Actions = []strategy.Action{a}
		change()
		_, _, err = strategy.NewPortfolio(d)
		var f ghg.Fault
		require.ErrorAs(t, err, &f, name)
		assert.Equal(t, strategy.FaultTaxonomy, f.Code)
		assert.Equal(t, name, f.Value)
	}
	for _, twice := range [][]strategy.Framework{{sdg, sdg}, {townPlan()}, {{}}} {
		d := town(a)
		d.Taxonomies = twice
		_, _, err = strategy.NewPortfolio(d)
		assert.ErrorContains(t, err, "an ID of its own")
	}
	_, _, err = strategy.NewPortfolio(town(make([]strategy.Action, strategy.MaxActions+1)...))
	assert.ErrorContains(t, err, "at most 10000")
}

// A definition can be taken out, changed and made a portfolio of; the first
// keeps what it had.
func TestDefinitionTakenOut(t *testing.T) {
	a := action("a", "E", expected(on("I.1.1", "", ""), "10", 0))
	a.Phases = []strategy.Phase{{ID: "2030", Tasks: []strategy.Task{{ID: "t", Name: "order", Weight: decimal.New(1, 0)}}}}
	p, _, err := strategy.NewPortfolio(town(a))
	require.NoError(t, err)
	d := p.Definition()
	d.Actions[0].Phases[0].Tasks[0].Name = "x"
	d.Actions[0].Effects[0] = strategy.Effect{}
	d.Actions = append(d.Actions, action("b", "T"))
	kept, _ := p.Action("a")
	assert.Equal(t, "order", kept.Phases[0].Tasks[0].Name)
	total, err := p.Total(strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Equal(t, "10 tCO2e", total.CO2e.String())
	assert.Equal(t, 1, p.Len())
	assert.Empty(t, strategy.Portfolio{}.Definition().Actions)
	assert.True(t, strategy.Portfolio{}.IsZero() && !p.IsZero())
}

// What is wrong with actions and between them comes at once, and nothing is
// made of it.
func TestActionsAreChecked(t *testing.T) {
	bad := action("bad", "E")
	bad.Phases = []strategy.Phase{{ID: "2030", Start: 2031, End: 2030}}
	bad.Budget = []strategy.BudgetLine{
		{Year: 2026, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("3억원", strategy.Nominal)},
		{Year: 2026, Funds: strategy.NationalFunds, Money: strategy.MustMoney("1000 USD", strategy.Nominal)},
	}
	a, b := action("a", "E"), action("b", "T")
	a.Requires, b.Requires = []string{"b"}, []string{"a", "nowhere"}
	p, _, err := strategy.NewPortfolio(town(bad, a, b))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	codes := []string{}
	for _, f := range faults.All {
		codes = append(codes, f.Code)
		assert.Equal(t, ghg.PlaceID("town"), f.Place)
	}
	assert.Equal(t, []string{strategy.FaultDates, strategy.FaultBudget, strategy.FaultRelation}, codes)
	var circle *strategy.CycleError
	require.ErrorAs(t, err, &circle)
	assert.Equal(t, 0, p.Len())
	b.Requires = []string{"a"}
	_, _, err = strategy.NewPortfolio(town(a, b))
	require.ErrorAs(t, err, &circle)
	assert.False(t, errors.As(err, &faults))
}
