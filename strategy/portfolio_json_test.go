package strategy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/strategytest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var basicOnly = strategy.JSONFormat{Views: []ghg.View{gpc.Basic}}

func ExampleReadPortfolioJSON() {
	buses := action("buses", "T", expected(on("II.1.1", "diesel", ""), "12250", strategy.Overlapping))
	plan, _, _ := strategy.NewPortfolio(town(buses))
	written, _ := json.Marshal(plan)
	back, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(written), strategy.JSONFormat{Views: []ghg.View{gpc.Basic}})
	fmt.Println(back.Name(), back.Len(), err)
	// A word that does not exist names what does.
	edited := strings.Replace(string(written), `"stage":"unstated"`, `"level":"town"`, 1)
	_, _, err = strategy.ReadPortfolioJSON(strings.NewReader(edited), strategy.JSONFormat{Views: []ghg.View{gpc.Basic}})
	fmt.Println(err)
	// Output:
	// town 1 <nil>
	// document of the plan "town": action 1: unknown level "town": allowed are unstated, municipality, province, nation
}

func ExampleReadBaselineJSON() {
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{on("I.1.1", "gas", ""): "40000"}))
	written, _ := json.Marshal(base)
	format := strategy.JSONFormat{Views: []ghg.View{gpc.Basic}}
	back, err := strategy.ReadBaselineJSON(bytes.NewReader(written), format)
	fmt.Println(back.Total(2030))
	fmt.Println(err)
	// A total that does not follow was edited by hand.
	edited := strings.Replace(string(written), `"total":[{"year":2030,"value":"40000`, `"total":[{"year":2030,"value":"41000`, 1)
	_, err = strategy.ReadBaselineJSON(strings.NewReader(edited), format)
	fmt.Println("41000 tCO2e is refused:", err != nil)
	// Output:
	// 40000 tCO2e true
	// <nil>
	// 41000 tCO2e is refused: true
}

// fullPlan is a plan that fills every field that a document has, with its baseline.
func fullPlan(t testing.TB) (strategy.Portfolio, strategy.Baseline) {
	t.Helper()
	gas, landfill := on("I.1.1", "gas", "space heating"), on("III.1.1", "", "landfill gas")
	d := town(
		strategy.Action{ID: "E-1", Name: "windows", NameKo: "창호", Description: "better windows", Area: "E",
			Codes: []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "7"}}, Lead: "housing",
			Partners:   []strategy.Partner{{Body: "energy agency"}, {Body: "builders", Role: strategy.CoLead}},
			ProposedBy: []strategy.Proposer{{Body: "citizens", Members: 40, Chairs: 2}, {Body: "council"}},
			LegalBasis: "ordinance, article 3", Level: strategy.Municipality, TargetGroup: "households",
			Start: ghg.MustDate("2024-03-01"), End: ghg.MustDate("2030-12-31"), Stage: strategy.InProgress,
			Purpose: strategy.MitigationAndAdaptation, Requires: []string{"E-2"}, Excludes: []string{"E-3"},
			Phases: []strategy.Phase{{ID: "1", Name: "until 2027", NameKo: "2027년까지", Start: 2024, End: 2027, Tasks: []strategy.Task{
				{ID: "a", Name: "survey", NameKo: "조사", Due: ghg.MustDate("2024-06-30"), Weight: decimal.New(25, -1),
					State: strategy.TaskCompleted, CompletedOn: ghg.MustDate("2024-06-01"), Evidence: "report"},
				{ID: "b", Name: "grants", Weight: decimal.New(3, 0), State: strategy.TaskInProgress, Done: ghg.MustShare("12.5%")}}},
				{ID: "2", Name: "after"}},
			Budget: []strategy.BudgetLine{{Year: 2025, Funds: strategy.NationalFunds,
				Money: strategy.MustMoney("56.8 bn KRW", strategy.Nominal)}},
			Spent: []strategy.SpendingLine{{Year: 2024, Money: strategy.MustMoney("3 mn KRW", strategy.Nominal), Source: "accounts"},
				{Year: 2025, Funds: strategy.PrivateFunds, Money: strategy.MustMoney("0 KRW", strategy.Nominal)}},
			CoBenefits: []strategy.CoBenefit{{Key: "air", Score: 2, Value: strategy.MustMoney("5 KRW", 2020), Evidence: "study"},
				{Key: "jobs", Score: -1}},
			Links: []string{"urn:plan:1"}, Source: "plan", Note: "a note",
			Effects: []strategy.Effect{share(gas, "30%", strategy.Overlapping)}},
		strategy.Action{ID: "E-2", Name: "boilers", Area: "E", Source: "plan", Stage: strategy.Idea, Continuous: true,
			Effects: []strategy.Effect{{On: gas, Label: "second", Interaction: strategy.Overlapping, Source: "study",
				Confidence: "high", Note: "open",
				Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("20%"), 2031: ghg.MustShare("-0.5%")}))}}},
		strategy.Action{ID: "E-3", Name: "heat", Area: "E", Source: "plan", Stage: strategy.Merged, Into: []string{"E-2"}},
		strategy.Action{ID: "T-1", Name: "cars", Area: "T", Source: "plan", Quantifications: []strategy.Quantification{
			must(strategy.NewQuantification(judgedCars()))},
			Effects: []strategy.Effect{{On: on("II.1.1", "diesel", ""), Interaction: strategy.Independent, Reductions: must(strategy.NewReductions(
				strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("0 tCO2e (AR5)"), 2032: ghg.MustCO2e("1.25 kt CO2e (AR5)")}))}}},
		strategy.Action{ID: "W-1", Name: "landfill", Area: "W", Source: "plan", Quantifications: []strategy.Quantification{
			must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "gas", Counts: "collected",
				Counting:   strategy.StandingInYear,
				Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2030, "0.48"), Without: of(2030, "0.1")}},
				Effects:    []strategy.UnitEffect{strategy.WholeSource(landfill, strategy.Overlapping)}, Source: "plan"})),
			must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "power", Counts: "generated",
				Counting: strategy.DoneInYear,
				Unit:     ghg.MegawattHour, Quantities: []strategy.Quantities{{Kind: strategy.Verified, By: "auditor", ByYear: of(2030, "26000")}},
				Published: strategy.PublishedUnit{ID: "1-1/1", On: power, Interaction: strategy.Overlapping,
					Saves: ghg.MustCO2e("0.4781 kg CO2e (AR5)"), Per: ghg.KilowattHour, Contains: cleanerGrid, Source: "guideline"},
				Source: "plan"}))}},
	)
	d.Metric, d.Through, d.CountedStages = ghg.AR5, 2032, strategy.EveryStage
	d.Taxonomies = []strategy.Framework{must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "SDG", Name: "goals", NameKo: "목표",
		Source: "UN, 2015", Areas: []strategy.Area{{Code: "7", Name: "energy", NameKo: "에너지", Theme: "clean", ThemeKo: "청정"}}}))}
	d.Groups = []strategy.Group{{Actions: []string{"E-1", "E-2"}, On: gas,
		Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}}
	base := strategy.BaselineDefinition{Name: "BAU", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast",
		Sources: []strategy.SourceEmissions{
			{On: gas, ByYear: inTwoYears("40 kt", "39 kt"), Source: "gas forecast"},
			{On: landfill, ByYear: inTwoYears("5 kt", "4 kt")},
			{On: on("II.1.1", "", ""), ByYear: inTwoYears("400 kt", "390 kt")},
			{On: power, Factors: cleanerGrid, Activity: must(ghg.NewYears("electricity", "", nil,
				ghg.OfYear[ghg.Quantity]{Year: 2029, Value: ghg.MustQuantity("4000 GWh"), Status: ghg.Projected, Source: "utility"},
				ghg.OfYear[ghg.Quantity]{Year: 2030, Value: ghg.MustQuantity("4100.5 GWh"), Status: ghg.Projected}))}},
		Rest: inTwoYears("-3 kt", "0 kt")}
	return portfolio(t, d), must(strategy.NewBaseline(base))
}

func inTwoYears(first, second string) map[int]ghg.CO2e {
	return map[int]ghg.CO2e{2029: ghg.MustCO2e(first + " CO2e (AR5)"), 2030: ghg.MustCO2e(second + " CO2e (AR5)")}
}

// judgedCars are cars with all that a quantification may have.
func judgedCars() strategy.QuantificationDefinition {
	d := electricCars(petrolCar("1.8"), strategy.FactorOf{})
	d.Life = strategy.Life{Years: 8, Decay: ghg.MustShare("1%"), RenewedTo: 2031}
	d.Judged = []strategy.Judged{{Why: strategy.FreeRiders, Kept: ghg.MustShare("90%"), Text: "survey", Source: "study"},
		{Why: strategy.RequiredByLaw, Kept: ghg.MustShare("100%"), Text: "nobody enforces it"}}
	d.Quantities = append(d.Quantities, strategy.Quantities{Kind: strategy.Implemented,
		ByYear: of(2024, "2800", "4000.5"), Source: "monitoring",
		Factors: []ghg.Factors{grid("0.4", "0.39", "0.37", "0.35", "0.33", "0.30", "0.28")}})
	return d
}

// A plan that fills every field is read back to the letter, and what it comes to is equal.
func TestPlanThroughJSON(t *testing.T) {
	plan, base := fullPlan(t)
	back, _ := strategytest.ReadBack(t, plan, base, basicOnly)
	assert.Equal(t, strategy.EveryStage, back.CountedStages())
	// One action and one quantification alone, on published metrics.
	for a := range plan.Actions() {
		text, err := json.Marshal(a)
		require.NoError(t, err)
		var read strategy.Action
		require.NoError(t, json.Unmarshal(text, &read))
		again, err := json.Marshal(read)
		require.NoError(t, err)
		if len(a.Quantifications) == 0 {
			assert.Equal(t, string(text), string(again))
		}
		require.Len(t, read.Quantifications, len(a.Quantifications))
		for i, q := range a.Quantifications {
			text, err := json.Marshal(q)
			require.NoError(t, err)
			again, err := json.Marshal(read.Quantifications[i])
			require.NoError(t, err)
			assert.Equal(t, string(text), string(again))
			var one strategy.Quantification
			require.NoError(t, json.Unmarshal(text, &one))
			assert.Equal(t, q.ID(), one.ID())
		}
	}
}

// The documents of version 1 are read, and written as they were: what was written once
// stays readable.
func TestPlanFormsStayReadable(t *testing.T) {
	plan, base := fullPlan(t)
	for file, document := range map[string]any{"plan_1.json": plan, "baseline_1.json": base} {
		want, err := os.ReadFile("testdata/forms/" + file)
		require.NoError(t, err)
		got, err := json.MarshalIndent(document, "", " ")
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got)+"\n", file)
	}
	text, err := os.ReadFile("testdata/forms/plan_1.json")
	require.NoError(t, err)
	read, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(text), basicOnly)
	require.NoError(t, err)
	text, err = os.ReadFile("testdata/forms/baseline_1.json")
	require.NoError(t, err)
	readBase, err := strategy.ReadBaselineJSON(bytes.NewReader(text), basicOnly)
	require.NoError(t, err)
	strategytest.ReadBack(t, read, readBase, basicOnly)
}

// Plans of a metric, a scheme and a view of one's own are read when these are handed in,
// and not else.
func TestPlanOfOnesOwnThroughJSON(t *testing.T) {
	own := must(ghg.NewMetric("city 2020", "constructed", map[ghg.Gas]decimal.Decimal{ghg.CH4: decimal.New(28, 0)}))
	view := ghg.MustDeclaredView("net", "city report")
	saves := must(ghg.NewCO2e(decimal.New(125, -2), ghg.Tonne, own))
	d := town(action("cars", "T", strategy.Effect{On: on("II.1.1", "", ""), Reductions: must(strategy.NewReductions(strategy.Expected,
		own, map[int]ghg.CO2e{2030: saves}))}))
	fixed := must(strategy.FixedSaving(on("I.1.1", "", ""), strategy.Independent, "stove", ghg.Vehicle, saves, "study"))
	d.Actions[0].Quantifications = []strategy.Quantification{must(strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "q", Counts: "stoves",
		Unit: ghg.Vehicle, Counting: strategy.StandingInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2030, "7")}},
		Effects:    []strategy.UnitEffect{fixed}, Source: "plan"}))}
	d.View, d.Metric, d.Scheme, d.Through = view, own, gpc.Scheme, 2030
	b := baseline(nil)
	b.View, b.Metric, b.Scheme = view, own, gpc.Scheme
	b.Sources = []strategy.SourceEmissions{{On: on("II", "", ""), ByYear: map[int]ghg.CO2e{2030: must(saves.Scale(decimal.New(100, 0)))}}}
	format := strategy.JSONFormat{Views: []ghg.View{gpc.Basic, view}, Schemes: []ghg.Scheme{gpc.Scheme}, Metrics: []ghg.Metric{own}}
	plan := portfolio(t, d)
	strategytest.ReadBack(t, plan, must(strategy.NewBaseline(b)), format)
	text, err := json.Marshal(plan)
	require.NoError(t, err)
	for want, f := range map[string]strategy.JSONFormat{
		"unknown view": {Schemes: format.Schemes, Metrics: format.Metrics},
		"scheme":       {Views: format.Views, Metrics: format.Metrics},
		"city 2020":    {Views: format.Views, Schemes: format.Schemes},
	} {
		_, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(text), f)
		assert.ErrorContains(t, err, want)
	}
	var a strategy.Action
	whole, err := json.Marshal(d.Actions[0])
	require.NoError(t, err)
	assert.ErrorContains(t, json.Unmarshal(whole, &a), "city 2020", "alone it is on published metrics")
}

// Whatever plan is made, it is read back to the letter.
func TestRandomPlansThroughJSON(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	rng := rand.New(rand.NewPCG(3, 5))
	for n := range 60 {
		d := town()
		d.Metric, d.Through = ghg.AR5, 2034
		if rng.IntN(2) == 0 {
			d.CountedStages = must(strategy.NewStageRule(strategy.Stage(rng.IntN(int(strategy.Cancelled)))))
		}
		sources := []strategy.EmissionSource{on("I.1.1", "gas", ""), on("II.1.1", "", ""), on("III.1.1", "", "burning"), power}
		for i := range 1 + rng.IntN(6) {
			a := action(fmt.Sprint(i), []string{"E", "T", "W"}[rng.IntN(3)])
			a.Stage = strategy.Stage(rng.IntN(int(strategy.Cancelled)))
			a.Level, a.Purpose = strategy.GovernanceLevel(rng.IntN(4)), strategy.Purpose(rng.IntN(3))
			for range rng.IntN(3) {
				a.Effects = append(a.Effects, anyEffect(rng, sources[rng.IntN(len(sources))]))
			}
			for k := range rng.IntN(3) {
				a.Quantifications = append(a.Quantifications, anyQuantification(rng, fmt.Sprint(k)))
			}
			p := strategy.Phase{ID: "1", Name: "first"}
			for k := range rng.IntN(3) {
				p.Tasks = append(p.Tasks, strategy.Task{ID: fmt.Sprint(k), Name: "task",
					Weight: decimal.New(1+rng.Int64N(1e6), int32(rng.IntN(9)-6)),
					State:  strategy.TaskInProgress, Done: must(ghg.Percent(decimal.New(rng.Int64N(10001), -2)))})
			}
			a.Phases = []strategy.Phase{p}
			for range rng.IntN(3) {
				a.Budget = append(a.Budget, strategy.BudgetLine{Year: 2024 + rng.IntN(9), Funds: strategy.Funds(1 + rng.IntN(9)),
					Money: must(strategy.NewMoney(decimal.New(rng.Int64N(1e15), -int32(rng.IntN(5))), strategy.KRW, 2024))})
			}
			d.Actions = append(d.Actions, a)
		}
		b := strategy.BaselineDefinition{Name: "BAU", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast"}
		for _, s := range sources {
			b.Sources = append(b.Sources, strategy.SourceEmissions{On: s,
				ByYear: inTwoYears("4e6 kt", fmt.Sprintf("%d.%d kt", rng.IntN(9e6), rng.IntN(9e6)))})
		}
		plan, _, err := strategy.NewPortfolio(d)
		require.NoError(t, err, n)
		strategytest.ReadBack(t, plan, must(strategy.NewBaseline(b)), basicOnly)
	}
}

func anyEffect(rng *rand.Rand, on strategy.EmissionSource) strategy.Effect {
	kind := strategy.Kinds()[rng.IntN(5)]
	e := strategy.Effect{On: on, Label: fmt.Sprint(rng.Int()), Interaction: strategy.Interaction(rng.IntN(5))}
	amounts, shares := map[int]ghg.CO2e{}, map[int]ghg.Share{}
	for range 1 + rng.IntN(4) {
		year := 2026 + rng.IntN(8)
		amounts[year] = must(ghg.NewCO2e(decimal.New(rng.Int64N(2e12)-1e10, -int32(rng.IntN(12))), ghg.Tonne, ghg.AR5))
		shares[year] = must(ghg.NewShare(decimal.New(rng.Int64N(500), -3)))
	}
	if rng.IntN(2) == 0 {
		e.Reductions = must(strategy.NewReductions(kind, ghg.AR5, amounts))
	} else {
		e.Cuts = must(strategy.NewCuts(kind, shares))
	}
	return e
}

func anyQuantification(rng *rand.Rand, id string) strategy.Quantification {
	d := judgedCars()
	d.ID, d.Counting, d.Quantities = id, strategy.Counting(1+rng.IntN(3)), d.Quantities[:1+rng.IntN(2)]
	if d.Counting != strategy.NewInYear {
		d.Life = strategy.Life{}
		d.Quantities[0].Last = 0
	} else if rng.IntN(2) == 0 {
		d.Life = strategy.Life{ByAge: []ghg.Share{ghg.MustShare("50%"), must(ghg.NewShare(decimal.New(rng.Int64N(1000000), -6)))}}
	}
	d.Quantities[0].ByYear = of(2025, fmt.Sprint(rng.IntN(1e9)), fmt.Sprintf("%d.%d", rng.IntN(1e9), rng.IntN(1e9)), "0", "1e3", "7")
	d.Judged = d.Judged[:rng.IntN(3)]
	d.Effects[1].Saves = must(ghg.NewQuantity(decimal.New(rng.Int64N(2e9)-1e9, -5), ghg.KilowattHour))
	return must(strategy.NewQuantification(d))
}
