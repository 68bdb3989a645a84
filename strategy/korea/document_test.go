package korea_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDocumentFaults(t *testing.T) {
	long := strings.Repeat("x", 10_001)
	for name, c := range map[string]struct {
		change func(*korea.DocumentDefinition)
		want   string // code, field and line
	}{
		"no number":       {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Number = "" }, "project mitigation_projects, 관리번호 1"},
		"long number":     {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Number = long[:201] }, "project mitigation_projects, 관리번호 1"},
		"two of a number": {func(d *korea.DocumentDefinition) { d.MitigationProjects[2].Number = "E-01" }, "project mitigation_projects 3"},
		"text":            {func(d *korea.DocumentDefinition) { d.GovernanceFeedback[0].Due = long }, "text governance_feedback, 기한 1"},
		"no first year":   {func(d *korea.DocumentDefinition) { d.Meta.First = 0 }, "year document_meta, 계획시작연도 1"},
		"plan backwards":  {func(d *korea.DocumentDefinition) { d.Meta.Last = 2025 }, "year document_meta, 계획종료연도 1"},
		"span backwards": {func(d *korea.DocumentDefinition) {
			d.AnnualImplementation[0].From, d.AnnualImplementation[0].To = 2031, 2030
		}, "year annual_implementation, 기간종료 1"},
		"target year":     {func(d *korea.DocumentDefinition) { d.Meta.TargetYears = []int{20} }, "year document_meta, 목표연도 1"},
		"published":       {func(d *korea.DocumentDefinition) { d.Meta.Published.Day = 31 }, "year document_meta, 발간일 1"},
		"government":      {func(d *korea.DocumentDefinition) { d.Meta.Government = 7 }, "code document_meta, 지자체유형 1"},
		"condition":       {func(d *korea.DocumentDefinition) { d.RegionalConditions[0].Year = 0 }, "year regional_conditions, 연도 1"},
		"kind":            {func(d *korea.DocumentDefinition) { d.EmissionsRegional[1].Kind = 0 }, "code emissions_regional, 배출유형 2"},
		"managed kind":    {func(d *korea.DocumentDefinition) { d.EmissionsManagement[0].Kind = 4 }, "code emissions_management, 직간접구분 1"},
		"scenario":        {func(d *korea.DocumentDefinition) { d.EmissionsForecast[0].Scenario = 0 }, "code emissions_forecast, 시나리오 1"},
		"level":           {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].Level = 0 }, "code reduction_targets, 목표수준 2"},
		"boundary":        {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].Boundary = 0 }, "code reduction_targets, 목표범위 2"},
		"base year":       {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].BaseYear = 0 }, "year reduction_targets, 기준연도 2"},
		"metric":          {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].BAU = ghg.MustCO2e("1 tCO2e (AR5)") }, "metric reduction_targets, 배출전망 2"},
		"plan year":       {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].Year = 0 }, "year annual_implementation, 연도 1"},
		"half a span":     {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].From = 2031 }, "year annual_implementation, 기간종료 1"},
		"other half":      {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].To = 2031 }, "year annual_implementation, 기간시작 1"},
		"basis":           {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[3].Basis = 3 }, "code quantitative_reductions, 시간기준 4"},
		"dollars":         {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Budget = won("1 mn USD") }, "money financial_plan, 예산액 1"},
		"no budget":       {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Budget = strategy.Money{} }, "money financial_plan, 예산액 1"},
		"no funds":        {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Funds = 0 }, "code financial_plan, 재원구분 1"},
		"unknown funds":   {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Funds = 9 }, "code financial_plan, 재원구분 1"},
		"total and funds": {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].IsTotal = true }, "code financial_plan, 재원구분 1"},
		"status":          {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = 5 }, "code monitoring_performance, 달성여부 1"},
		"two units": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance[0].Monitored = korea.MustQuantity("330 MW")
		}, "unit monitoring_performance, 단위 1"},
		"rows": {func(d *korea.DocumentDefinition) { d.GovernanceFeedback = make([]korea.GovernanceFeedback, 100_001) }, "rows governance_feedback 0"},
	} {
		d := check()
		c.change(&d)
		_, _, err := korea.NewDocument(d)
		var faults ghg.Faults
		require.True(t, errors.As(err, &faults), name)
		var got []string
		for _, f := range faults.All {
			got = append(got, strings.Join([]string{f.Code, f.Field, string(rune('0' + f.Line))}, " "))
			assert.Equal(t, ghg.PlaceID("하늘군"), f.Place)
		}
		assert.Contains(t, got, c.want, name)
	}
	d := check()
	d.Place = ""
	_, _, err := korea.NewDocument(d)
	assert.ErrorContains(t, err, "a place")
	d.Place = ghg.PlaceID(long[:201])
	_, _, err = korea.NewDocument(d)
	assert.Error(t, err)
	d.Place = ghg.PlaceID(long[:200])
	d.GovernanceFeedback = make([]korea.GovernanceFeedback, 5)
	d.GovernanceFeedback[0].Due = long[:10_000]
	d.MitigationProjects = append(d.MitigationProjects, korea.MitigationProject{Number: long[:200]})
	_, _, err = korea.NewDocument(d)
	assert.NoError(t, err)
}

// A row on AR5 and an unstated amount do not meet, in either order.
func TestUnstatedMetricInARow(t *testing.T) {
	d := check()
	d.ReductionTargets = []korea.ReductionTarget{{Level: korea.OverallTarget, Boundary: korea.WholeRegion, Year: 2030, BaseYear: 2018,
		Base: ghg.MustCO2e("10 tCO2e"), Emissions: ghg.MustCO2e("6 tCO2e (AR5)")}}
	_, _, err := korea.NewDocument(d)
	assert.ErrorContains(t, err, "another amount of the row is on metric")
	d.ReductionTargets[0].Base = ghg.CO2e{}
	_, _, err = korea.NewDocument(d)
	assert.NoError(t, err)
}

func TestFindings(t *testing.T) {
	lines := map[string]int{ // of the row that a finding is about
		"unknown project": 1, "in money": 1, "in reductions": 3, "duplicate plan": 2, "duplicate figure": 2, "duplicate check": 4, "mixed basis": 2,
		"product": 1, "total": 7, "prices": 7, "wrong project total": 9, "not quantified": 1, "gross and net": 1, "no status": 1, "not checked": 3,
		"no action": 2, "no delay": 2, "rate of its own": 1, "late": 1, "other year": 2, "no reason": 2, "wrong sectors": 2, "sectors on metrics": 2,
	}
	for name, c := range map[string]struct {
		change func(*korea.DocumentDefinition)
		want   []string // beside below-target
	}{
		"as it is":         {func(*korea.DocumentDefinition) {}, nil},
		"unknown project":  {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].Project = "E-99" }, []string{"unknown-project"}},
		"in money":         {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Project = "E-99" }, []string{"unknown-project"}},
		"in changes":       {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Project = "" }, []string{"unknown-project", "no-action", "no-delay-reason", "no-change-reason"}},
		"in the check":     {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[2].Project = "W-02" }, []string{"unknown-project", "not-checked"}},
		"in reductions":    {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[2].Project = "W-02" }, []string{"unknown-project"}},
		"duplicate plan":   {func(d *korea.DocumentDefinition) { d.AnnualImplementation[1].Year = 2026 }, []string{"duplicate-row"}},
		"duplicate figure": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[1].Year = 2026 }, []string{"duplicate-row"}},
		"duplicate check": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance = append(d.MonitoringPerformance, d.MonitoringPerformance[0])
		}, []string{"duplicate-row"}},
		"mixed basis":       {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[1].Basis = korea.Cumulative }, []string{"mixed-basis"}},
		"product":           {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].Expected = ghg.MustCO2e("185 tCO2e") }, []string{"product"}},
		"product on metric": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].PerUnit = ghg.CO2e{} }, nil},
		"no quantity":       {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].Quantity = korea.Quantity{} }, nil},
		"total": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan[6].Budget = won("3562백만원")
		}, []string{"sum"}},
		"prices": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan[0].Budget = strategy.MustMoney("300백만원", 2024)
		}, []string{"sum"}},
		"project total": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.MitigationPart, Project: "E-01", IsTotal: true, Year: 2026, Budget: won("462.5백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, Sector: korea.Label{Ko: "수송", En: "transport"}, IsTotal: true, Year: 2026, Budget: won("3100백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, Sector: korea.Label{Ko: "수송"}, Funds: strategy.NationalFunds, Year: 2026, Budget: won("600백만원")},
				korea.FinancialLine{Part: korea.AllParts, Funds: strategy.NationalFunds, Year: 2026, Budget: won("900백만원")},
				korea.FinancialLine{Part: korea.FoundationPart, Funds: strategy.CityFunds, Year: 2029, Budget: won("30백만원")},
				korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.CityFunds, Year: 2029, Budget: won("5백만원")},
				korea.FinancialLine{Part: korea.AllParts, IsTotal: true, Year: 2029, Budget: won("35백만원")},
				korea.FinancialLine{IsTotal: true, Year: 2029, Budget: won("35백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, IsTotal: true, Year: 2029, Budget: won("0원")})
		}, nil},
		"wrong project total": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.MitigationPart, Project: "E-01", IsTotal: true, Year: 2026, Budget: won("463백만원")})
		}, []string{"sum"}},
		"totals alone": {func(d *korea.DocumentDefinition) { d.FinancialPlan = d.FinancialPlan[6:] }, nil},
		"outside": {func(d *korea.DocumentDefinition) {
			d.AnnualImplementation[0].Year, d.QuantitativeReductions[0].Year = 2025, 2036
			d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.CityFunds, Year: 2036, Budget: won("5원")})
		}, []string{"outside-plan", "outside-plan", "outside-plan"}},
		"a span": {func(d *korea.DocumentDefinition) {
			a := &d.AnnualImplementation[0]
			a.Year, a.From, a.To = 0, 2031, 2035
		}, nil},
		"not quantified": {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Quantified = false }, []string{"not-quantified"}},
		"gross and net":  {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].BaseCounts = korea.Label{En: "gross"} }, []string{"gross-net"}},
		"one end":        {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].BaseCounts = korea.Label{} }, nil},
		"other end":      {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].YearCounts = korea.Label{} }, nil},
		"metrics": {func(d *korea.DocumentDefinition) {
			d.QuantitativeReductions[0].PerUnit, d.QuantitativeReductions[0].Expected = ghg.CO2e{}, ghg.MustCO2e("1 tCO2e (AR5)")
		}, []string{"different-metrics"}},
		"no status":   {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = 0 }, []string{"no-status"}},
		"not checked": {func(d *korea.DocumentDefinition) { d.MonitoringPerformance = d.MonitoringPerformance[:2] }, []string{"not-checked"}},
		"no action":   {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Action = "" }, []string{"no-action"}},
		"late":        {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = korea.Delayed }, []string{"no-action", "no-delay-reason"}},
		"other year":  {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Year = 2026 }, []string{"no-action", "no-delay-reason", "no-change-reason"}},
		"no delay":    {func(d *korea.DocumentDefinition) { d.ChangesActions[0].DelayReason = "" }, []string{"no-delay-reason"}},
		"rate of its own": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance[0].Attainment = target.Quotient(n("33"), n("39"), "")
		}, []string{"attainment"}},
		"rate as printed": {func(d *korea.DocumentDefinition) {
			p := &d.MonitoringPerformance[0]
			p.Planned, p.Attainment = korea.MustQuantity("390 kW"), target.Quotient(n("84.62"), n("100"), "") // 330 / 390 = 84.615…
		}, nil},
		"no reason": {func(d *korea.DocumentDefinition) { d.ChangesActions[0].ChangeReason = "" }, []string{"no-change-reason"}},
		"two changes": {func(d *korea.DocumentDefinition) {
			d.ChangesActions = append(d.ChangesActions, korea.ChangeAction{Year: 2027, Project: "T-01"})
		}, nil},
		"sectors": {func(d *korea.DocumentDefinition) {
			for _, s := range []string{"100000 tCO2e", "128000 tCO2e"} {
				d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.ManagementAuthority, Year: 2028, Emissions: ghg.MustCO2e(s)})
			}
			d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.WholeRegion, Year: 2028, Emissions: ghg.MustCO2e("1 tCO2e")},
				korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.ManagementAuthority, Year: 2029, Emissions: ghg.MustCO2e("1 tCO2e")})
		}, nil},
		"no sum of sectors": {func(d *korea.DocumentDefinition) {
			for _, s := range []ghg.CO2e{{}, ghg.MustCO2e("228000 tCO2e")} {
				d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.ManagementAuthority, Year: 2028, Emissions: s})
			}
			d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.OverallTarget, Boundary: korea.ManagementAuthority, Year: 2028})
		}, nil},
		"wrong sectors": {func(d *korea.DocumentDefinition) {
			d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.ManagementAuthority, Year: 2028, Emissions: ghg.MustCO2e("228001 tCO2e")})
		}, []string{"sum"}},
		"sectors on metrics": {func(d *korea.DocumentDefinition) {
			for _, s := range []string{"100000 tCO2e", "128000 tCO2e (AR5)"} {
				d.ReductionTargets = append(d.ReductionTargets, korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.ManagementAuthority, Year: 2028, Emissions: ghg.MustCO2e(s)})
			}
		}, []string{"different-metrics"}},
	} {
		d := check()
		c.change(&d)
		_, findings, err := korea.NewDocument(d)
		require.NoError(t, err, name)
		var got []string
		for _, f := range findings.All {
			if f.Code != korea.FindingBelowTarget {
				got = append(got, f.Code)
			}
			if line, ok := lines[name]; ok && f.Code != korea.FindingBelowTarget {
				assert.Equal(t, line, f.Line, "%s: %s", name, f)
			} else if f.Code != korea.FindingMetrics {
				assert.Positive(t, f.Line, "%s: %s", name, f)
			}
		}
		assert.ElementsMatch(t, c.want, got, "%s: %s", name, findings)
	}
}

// Totals are held against their lines in one pass: rows are many.
func TestManyTotals(t *testing.T) {
	d := plan()
	for i := range 40_000 {
		line := korea.FinancialLine{Part: korea.MitigationPart, Project: "T-01", Funds: strategy.CityFunds, Year: 2030, Budget: won("1원")}
		goal := korea.ReductionTarget{Level: korea.SectorTarget, Boundary: korea.WholeRegion, Year: 2030, Emissions: ghg.MustCO2e("1 tCO2e")}
		if i%2 == 0 {
			line.Funds, line.IsTotal, line.Budget = 0, true, won("20000원")
			goal.Level, goal.Emissions = korea.OverallTarget, ghg.MustCO2e("20000 tCO2e")
		}
		d.FinancialPlan, d.ReductionTargets = append(d.FinancialPlan, line), append(d.ReductionTargets, goal)
	}
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Len(t, findings.All, 1)
	assert.Equal(t, korea.FindingBelowTarget, findings.All[0].Code)
}

func TestFindingsOfAPlan(t *testing.T) {
	d := plan()
	d.Meta.Last = 2036
	d.QuantitativeReductions = d.QuantitativeReductions[:6]
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	require.Len(t, findings.All, 3)
	assert.Equal(t, "line 1, plan-years: document_meta: the plan is of 2026 to 2036: a local plan covers 10 years", findings.All[0].String())
	assert.Equal(t, `line 3, not-quantified: mitigation_projects: project "W-01" is marked as quantified and has no reduction`, findings.All[1].String())
	assert.Equal(t, korea.FindingBelowTarget, findings.All[2].Code)

	// What cannot be compared with the target, and what reaches it exactly.
	d = plan()
	d.QuantitativeReductions = d.QuantitativeReductions[:1]
	d.MitigationProjects = d.MitigationProjects[:1]
	d.AnnualImplementation, d.FinancialPlan = nil, nil
	d.ReductionTargets = []korea.ReductionTarget{{Level: korea.OverallTarget, Boundary: korea.ManagementAuthority, Year: 2026,
		BAU: ghg.MustCO2e("1185.1 tCO2e"), Emissions: ghg.MustCO2e("1000 tCO2e")}}
	_, findings, err = korea.NewDocument(d)
	require.NoError(t, err)
	assert.Empty(t, findings.All)
	d.ReductionTargets[0].BAU = ghg.MustCO2e("1185.2 tCO2e")
	_, findings, _ = korea.NewDocument(d)
	require.Len(t, findings.All, 1)
	assert.Equal(t, "0.1", strings.Fields(strings.Split(findings.All[0].Detail, ": ")[2])[0])
	d.ReductionTargets[0].BAU, d.ReductionTargets[0].Emissions = ghg.MustCO2e("2 tCO2e (AR5)"), ghg.MustCO2e("1 tCO2e (AR5)")
	_, findings, _ = korea.NewDocument(d)
	require.Len(t, findings.All, 1)
	assert.Equal(t, korea.FindingMetrics, findings.All[0].Code)
	d.QuantitativeReductions[0].Basis = korea.Cumulative // not held against a year
	_, findings, _ = korea.NewDocument(d)
	assert.Empty(t, findings.All)
}

func TestDocumentIsImmutable(t *testing.T) {
	d := check()
	doc, _, err := korea.NewDocument(d)
	require.NoError(t, err)
	before := text(t, doc, korea.MitigationProjectsTable) + text(t, doc, korea.DocumentMetaTable)
	e := doc.Definition()
	for _, x := range []korea.DocumentDefinition{d, e} {
		x.MitigationProjects[0].Lead = "changed"
		x.Meta.TargetYears[0] = 2099
	}
	assert.Equal(t, before, text(t, doc, korea.MitigationProjectsTable)+text(t, doc, korea.DocumentMetaTable))
	assert.False(t, doc.IsZero())
	assert.True(t, korea.Document{}.IsZero())
	assert.Empty(t, korea.Document{}.Definition())
}

func text(t testing.TB, doc korea.Document, table korea.Table) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, doc.WriteTable(&b, table, korea.CSVStyle{Language: korea.Korean}))
	return b.String()
}

// Figures keep their minus and every digit; rates are rounded half away from
// zero; what is not stated is blank.
func TestCells(t *testing.T) {
	d := check()
	d.Meta = korea.DocumentMeta{First: 2026, Last: 2035}
	d.ReductionTargets = []korea.ReductionTarget{
		{Level: korea.SectorTarget, Boundary: korea.ManagementAndAdditional, Sector: korea.Label{En: "transport"}, BaseYear: 2018, Base: ghg.MustCO2e("30000 tCO2e (AR5)"),
			Year: 2030, Emissions: ghg.MustCO2e("33001.5 tCO2e (AR5)")},
		{Level: korea.OverallTarget, Boundary: korea.WholeRegion, Year: 2050}}
	d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.CreditRevenue, Year: 2026, Budget: strategy.MustMoney("-1234567원", 2024)})
	doc, _, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Contains(t, text(t, doc, korea.DocumentMetaTable), "하늘군,,,,,2026,2035,,,,아니오\n")
	lines := strings.Split(text(t, doc, korea.ReductionTargetsTable), "\n")
	assert.Equal(t, "하늘군,부문,관리권한+추가감축,transport,2018,30000,,2030,,,33001.5,,-10.01,AR5", lines[1])
	assert.Equal(t, "하늘군,총괄,지역전체,,,,,2050,,,,,,", lines[2])
	assert.Contains(t, text(t, doc, korea.FinancialPlanTable), "하늘군,기타,,,,크레딧 수입,2026,-1.234567,2024년 불변\n")
	var b bytes.Buffer
	require.NoError(t, doc.WriteTable(&b, korea.FinancialPlanTable, korea.CSVStyle{Language: korea.English}))
	assert.Contains(t, b.String(), "하늘군,other,,,,credit revenue,2026,-1.234567,2024 prices\n")
}

func TestRate(t *testing.T) {
	r := korea.ReductionTarget{Base: ghg.MustCO2e("0 tCO2e"), Emissions: ghg.MustCO2e("1 tCO2e")}
	assert.Equal(t, "the base is 0", r.Rate().Undefined())
	r.Base = ghg.MustCO2e("1 tCO2e (AR5)")
	assert.Contains(t, r.Rate().Undefined(), "do not meet")
	r.BAU = ghg.MustCO2e("1 tCO2e (AR5)")
	_, ok := r.TargetReduction()
	assert.False(t, ok)
	r.Emissions = ghg.CO2e{}
	_, ok = r.TargetReduction()
	assert.False(t, ok)
	assert.Equal(t, "base and target emissions are needed", r.Rate().Undefined())
	assert.IsType(t, target.Ratio{}, r.Rate())
}

func TestDuties(t *testing.T) {
	count, ids := 0, map[string]bool{}
	for d := range korea.Duties() {
		count++
		assert.False(t, ids[d.ID])
		ids[d.ID] = true
		assert.NotEmpty(t, d.Name.Ko)
		assert.NotEmpty(t, d.Article)
		_, fixed := d.DueIn(2027)
		_, term := d.DueAfter(ghg.Date{Year: 2027, Month: time.March, Day: 3})
		assert.NotEqual(t, fixed, term, d)
	}
	assert.Equal(t, 13, count)
	consolidation, _ := korea.FindDuty("check-consolidation")
	due, ok := consolidation.DueIn(2026)
	assert.True(t, ok)
	assert.Equal(t, "2026-07-31", due.String())
	_, ok = consolidation.DueIn(1)
	assert.False(t, ok)
	_, ok = korea.FindDuty("tea")
	assert.False(t, ok)
	assert.Equal(t, "no duty", korea.Duty{}.String())
	p, _ := korea.FindDuty("municipal-plan")
	assert.Equal(t, "Municipal plan: ten years, every five years, within 6 months after the provincial plan is set (Act §12; Decree §7)", p.String())
	// The term begins on the day after the event.
	for event, want := range map[ghg.Date]string{
		{Year: 2026, Month: time.January, Day: 15}:  "2026-07-15",
		{Year: 2026, Month: time.January, Day: 31}:  "2026-07-31",
		{Year: 2026, Month: time.February, Day: 28}: "2026-08-31",
		{Year: 2026, Month: time.August, Day: 29}:   "2027-02-28",
		{Year: 2026, Month: time.August, Day: 30}:   "2027-02-28",
		{Year: 2027, Month: time.August, Day: 28}:   "2028-02-28",
		{Year: 2027, Month: time.August, Day: 29}:   "2028-02-29",
		{Year: 2026, Month: time.August, Day: 31}:   "2027-02-28",
		{Year: 2026, Month: time.December, Day: 31}: "2027-06-30",
	} {
		due, ok := p.DueAfter(event)
		assert.True(t, ok)
		assert.Equal(t, want, due.String(), event)
	}
	submission, _ := korea.FindDuty("municipal-plan-submission")
	due, ok = submission.DueAfter(ghg.Date{Year: 2026, Month: time.April, Day: 30})
	assert.True(t, ok)
	assert.Equal(t, "2026-05-31", due.String())
	council, _ := korea.FindDuty("council-report")
	due, ok = council.DueIn(2027)
	assert.True(t, ok)
	assert.Equal(t, "2027-12-31", due.String())
	_, ok = p.DueAfter(ghg.Date{})
	assert.False(t, ok)
	_, ok = p.DueAfter(ghg.Date{Year: 2300, Month: time.December, Day: 1})
	assert.False(t, ok)
}

func TestYearsOutsideThePlan(t *testing.T) {
	d := plan()
	d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.CityFunds, Year: 2036, Budget: won("5원")})
	d.ReductionTargets = nil
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Equal(t, "line 9, outside-plan: financial_plan: 2036 is outside the plan, 2026 to 2035", findings.String())
}
