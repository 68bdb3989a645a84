package korea_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkOf is a check of 2027 of a plan.
func checkOf(p strategy.Portfolio) korea.CheckDefinition {
	return korea.CheckDefinition{Year: 2027, Rules: korea.OwnStatusRules, Plan: p,
		Meta: korea.DocumentMeta{Plan: "2027년도 추진상황 점검", First: 2026, Last: 2028}}
}

// findingsOf are those of a check, by what they are of and their code.
func findingsOf(t *testing.T, d korea.CheckDefinition) (out []string, all ghg.Findings) {
	t.Helper()
	_, all, err := korea.Check(d)
	require.NoError(t, err)
	for _, f := range all.All {
		out = append(out, f.Of+": "+f.Code)
		assert.NotEmpty(t, f.DetailKo, f.Code)
	}
	return out, all
}

func spentIn2027(s string) []strategy.SpendingLine {
	return []strategy.SpendingLine{{Year: 2027, Money: won(s)}}
}

// Every project has a row: two for what counts two things, one for what is not quantified
// or states its reduction, none for what was given up. Money stands once.
func TestCheckHasEveryProject(t *testing.T) {
	trucks := cars()
	trucks.ID, trucks.Published = "2", published("4-2", "II.1.1", "diesel")
	road := action("T-01", "T", cars(), trucks)
	talks := action("T-03", "T")
	given := action("T-02", "T", cars())
	given.Stage = strategy.Cancelled
	late := solar()
	late.Quantities = planned(map[int]decimal.Decimal{2028: n("10")}, nil)
	heat := action("E-02", "E", pumps())
	road.Spent = []strategy.SpendingLine{{Year: 2027, Funds: strategy.NationalFunds, Money: won("3억원")},
		{Year: 2026, Funds: strategy.NationalFunds, Money: won("9억원")}, {Year: 2027, Funds: strategy.MunicipalFunds, Money: won("2억원")}}
	talks.Spent, given.Spent, heat.Spent = spentIn2027("3백만원"), spentIn2027("1백만원"), spentIn2027("0원")
	p := planOf(road, talks, given, action("E-01", "E", late), heat)
	d := checkOf(p)
	doc, findings, err := korea.Check(d)
	require.NoError(t, err)
	var rows []string
	for _, r := range doc.MonitoringPerformance {
		assert.Equal(t, 2027, r.Year)
		spent := "-"
		if !r.Spent.IsUnset() {
			spent = r.Spent.Amount().String()
		}
		rows = append(rows, r.Project+"/"+r.Quantification+" "+r.OfQuantity.Percent(0)+" "+spent)
	}
	assert.Equal(t, []string{"T-01/1 45% 500000000", "T-01/2 45% -", "T-03/ undefined: the project is not quantified 3000000",
		"E-01/ undefined: neither a plan nor a result is stated for the year -", "E-02/1 80% 0"}, rows)
	assert.Equal(t, "500 tCO2e", doc.MonitoringPerformance[4].Implemented.String(), "200 × 2.5, without a reduction unit")
	assert.True(t, doc.Meta.IsCheck)
	assert.Equal(t, ghg.PlaceID("하늘군"), doc.Place)
	assert.Len(t, doc.MitigationProjects, 4)
	assert.Empty(t, doc.EmissionsForecast)
	require.Len(t, findings.All, 1)
	assert.Equal(t, `project "T-02", spent-on-withdrawn: 1000000 KRW (nominal) were spent on it in 2027: as it is cancelled, it has no row`,
		findings.All[0].String())
	_, _, err = korea.NewDocument(doc)
	assert.NoError(t, err)
}

func TestCheckFindsWhatIsMissing(t *testing.T) {
	hole := digester()
	hole.Quantities = planned(map[int]decimal.Decimal{2026: n("5"), 2028: n("7")}, nil)
	undone := cars()
	undone.Quantities = undone.Quantities[:1]
	got, all := findingsOf(t, checkOf(planOf(action("W-01", "W", hole), action("T-01", "T", undone))))
	assert.Equal(t, []string{`project "W-01", quantification "1": no-figure-in-year`,
		`project "T-01", quantification "1": not-monitored`}, got)
	assert.Equal(t, "nothing is planned for 2027, but for 2026 and 2028", all.All[0].Detail)
	assert.Equal(t, "2027년 계획이 있으나 실적물량이 없음", all.All[1].DetailKo)

	// Panels work on after the last ones were put up: nothing is missing then.
	d := solar()
	d.Quantities = []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2026: n("300")}, Last: 2026}}
	check := checkOf(planOf(action("E-01", "E", d)))
	check.Meta.Last = 2026
	got, all = findingsOf(t, check)
	assert.Equal(t, []string{"document_meta, row 1: outside-plan"}, got)
	assert.Equal(t, "the check is of 2027: the heading is of 2026 to 2026", all.All[0].Detail)

	// Figures of the factors: what is planned in all its years, what was done in the one.
	d = pumps()
	check = checkOf(planOf(action("E-02", "E", d)))
	check.Meta.Last = 2027
	check.Factors = []ghg.Factors{must(ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: "own", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2026, CO2e: ghg.MustCO2e("0.41 tCO2e")}, {Year: 2027, CO2e: ghg.MustCO2e("0.25 tCO2e")}}}))}
	got, all = findingsOf(t, check)
	assert.Equal(t, []string{`project "E-02", quantification "1": factor-differs`, `project "E-02", quantification "1": factor-differs`}, got)
	assert.Equal(t, ghg.Serious, all.All[0].Severity)
	assert.Contains(t, all.All[0].Detail, "the factor of 전력 in 2026 is 0.4 tCO2e/MWh GIR 2025 and not the 0.41 tCO2e/MWh of own: -2.4%")
	assert.Contains(t, all.All[1].Detail, "in 2027 is 0.3 tCO2e/MWh GIR 2025 and not the 0.25 tCO2e/MWh of own: +20.0%")
}

// A share of a source in the check, and targets against the plan with overlaps counted once.
func TestCheckOnABaseline(t *testing.T) {
	landfill := strategy.EmissionSource{Category: category("III.1.1")}
	capture := strategy.QuantificationDefinition{ID: "1", Counts: "포집률", Counting: strategy.StandingInYear, Source: "plan",
		Quantities: planned(map[int]decimal.Decimal{2027: n("0.3")}, map[int]decimal.Decimal{2027: n("0.2")}),
		Effects:    []strategy.UnitEffect{strategy.WholeSource(landfill, strategy.Overlapping)}}
	p := planOf(action("W-01", "W", capture), action("W-02", "W", capture))
	base := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "BAU", Place: "하늘군", View: gpc.Basic, Metric: ghg.Unstated,
		Source: "forecast", Sources: []strategy.SourceEmissions{{On: landfill, ByYear: tonnes("1000", "1000")}}}))
	d := checkOf(p)
	d.Meta.Last, d.Meta.First = 2027, 2027
	d.Evaluation = must(p.Evaluate(base, strategy.Expected, strategy.Shapley))
	d.Scenario, d.Method = korea.WithAdditional, "시계열"
	goal := korea.ReductionTarget{Level: korea.OverallTarget, Boundary: korea.ManagementAuthority, Year: 2027,
		BAU: ghg.MustCO2e("1000 tCO2e"), Emissions: ghg.MustCO2e("480 tCO2e")}
	more, sector, reached, other := goal, goal, goal, goal
	more.Boundary, sector.Level, reached.Emissions = korea.ManagementAndAdditional, korea.SectorTarget, ghg.MustCO2e("490 tCO2e")
	other.BAU, other.Emissions = ghg.MustCO2e("1000 tCO2e (AR5)"), ghg.MustCO2e("480 tCO2e (AR5)")
	d.Targets = []korea.ReductionTarget{goal, more, sector, reached, other}
	got, all := findingsOf(t, d)
	assert.Equal(t, []string{`project "W-01", quantification "1": share-not-an-amount`,
		`project "W-02", quantification "1": share-not-an-amount`,
		"reduction_targets, row 1: below-target-joint", "reduction_targets, row 5: different-metrics"}, got)
	assert.Equal(t, "BAU − target asks for 520 tCO2e in 2027, and the plan, with what overlaps counted once, "+
		"cuts 510 tCO2e: 10 tCO2e are missing",
		all.All[2].Detail, "1000 × (1 - 0.7 × 0.7); simply added they cut 600")
	doc, _, err := korea.Check(d)
	require.NoError(t, err)
	assert.Equal(t, "300 tCO2e", doc.MonitoringPerformance[0].Expected.String())
	require.Len(t, doc.EmissionsForecast, 4)
	assert.Equal(t, "490 tCO2e", doc.EmissionsForecast[2].Emissions.String())
	assert.Equal(t, korea.WithAdditional, doc.EmissionsForecast[2].Scenario)

	for name, change := range map[string]func(*korea.CheckDefinition){
		"scenario of the plan": func(d *korea.CheckDefinition) { d.Scenario = 0 },
		"it cuts a share":      func(d *korea.CheckDefinition) { d.Evaluation = strategy.Evaluation{} },
		`check 2027, evaluation`: func(d *korea.CheckDefinition) {
			d.Evaluation = must(p.Evaluate(base, strategy.Implemented, strategy.Shapley))
		},
		"no portfolio":       func(d *korea.CheckDefinition) { d.Plan = strategy.Portfolio{} },
		"no rules of status": func(d *korea.CheckDefinition) { d.Rules = korea.StatusRules{} },
		`check 2, year "2"`:  func(d *korea.CheckDefinition) { d.Year = 2 },
		`"other"`: func(d *korea.CheckDefinition) {
			of := p.Definition()
			of.Name = "other"
			q, _, err := strategy.NewPortfolio(of)
			d.Evaluation = must(must(q, err).Evaluate(base, strategy.Expected, strategy.Shapley))
		},
		"do not meet": func(d *korea.CheckDefinition) {
			of := p.Definition()
			of.Place = "바다군"
			q, _, err := strategy.NewPortfolio(of)
			d.Plan = must(q, err)
		},
		"financial plan": func(d *korea.CheckDefinition) {
			of := p.Definition()
			of.Actions[0].Budget = []strategy.BudgetLine{{Year: 2027, Funds: strategy.MunicipalFunds, Money: won("1원")}}
			of.Actions[1].Budget = []strategy.BudgetLine{{Year: 2027, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("1원", 2024)}}
			q, _, err := strategy.NewPortfolio(of)
			d.Plan = must(q, err)
		},
	} {
		d := d
		change(&d)
		_, _, err := korea.Check(d)
		assert.ErrorContains(t, err, name)
	}
}
