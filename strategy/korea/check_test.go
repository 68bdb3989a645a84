package korea_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFindings(t *testing.T) {
	rows := map[string]int{ // that a finding is about
		"unknown project": 1, "in money": 1, "in reductions": 3, "duplicate plan": 2, "duplicate figure": 2, "duplicate check": 4,
		"mixed basis": 2, "product": 1, "total": 7, "prices": 7, "wrong project total": 9, "not quantified": 1, "gross and net": 1,
		"no status": 1, "not checked": 3, "no action": 2, "no delay": 2, "rate of its own": 1, "late": 1, "other year": 2, "no reason": 2,
		"wrong sectors": 2, "sectors on metrics": 2,
	}
	goal := func(l korea.TargetLevel, b korea.Boundary, year int, emissions ghg.CO2e) korea.ReductionTarget {
		return korea.ReductionTarget{Level: l, Boundary: b, Year: year, Emissions: emissions}
	}
	sector := func(d *korea.DocumentDefinition, amounts ...string) {
		for _, a := range amounts {
			t := goal(korea.SectorTarget, korea.ManagementAuthority, 2028, ghg.MustCO2e(a))
			d.ReductionTargets = append(d.ReductionTargets, t)
		}
	}
	for name, c := range map[string]struct {
		change func(*korea.DocumentDefinition)
		want   []string // beside below-target
	}{
		"as it is":        {func(*korea.DocumentDefinition) {}, nil},
		"unknown project": {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].Project = "E-99" }, []string{"unknown-project"}},
		"in money":        {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Project = "E-99" }, []string{"unknown-project"}},
		"in changes": {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Project = "" },
			[]string{"unknown-project", "no-action", "no-delay-reason", "no-change-reason"}},
		"in the check": {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[2].Project = "W-02" },
			[]string{"unknown-project", "not-checked"}},
		"in reductions":    {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[2].Project = "W-02" }, []string{"unknown-project"}},
		"duplicate plan":   {func(d *korea.DocumentDefinition) { d.AnnualImplementation[1].Year = 2026 }, []string{"duplicate-row"}},
		"duplicate figure": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[1].Year = 2026 }, []string{"duplicate-row"}},
		"duplicate check": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance = append(d.MonitoringPerformance, d.MonitoringPerformance[0])
		}, []string{"duplicate-row"}},
		"mixed basis": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[1].Basis = korea.Cumulative },
			[]string{"mixed-basis"}},
		"product": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].Expected = ghg.MustCO2e("185 tCO2e") },
			[]string{"product"}},
		"product on metric": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].PerUnit = ghg.CO2e{} }, nil},
		"no quantity":       {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[0].Quantity = ghg.Quantity{} }, nil},
		"total": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan[6].Budget = won("3562백만원")
		}, []string{"sum"}},
		"prices": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan[0].Budget = strategy.MustMoney("300백만원", 2024)
		}, []string{"sum"}},
		"project total": {func(d *korea.DocumentDefinition) {
			transport := korea.Label{Ko: "수송"}
			d.FinancialPlan = append(d.FinancialPlan,
				korea.FinancialLine{Part: korea.MitigationPart, Project: "E-01", IsTotal: true, Year: 2026, Budget: won("462.5백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, Sector: korea.Label{Ko: "수송", En: "transport"}, IsTotal: true, Year: 2026,
					Budget: won("3100백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, Sector: transport, Funds: strategy.NationalFunds, Year: 2026,
					Budget: won("600백만원")},
				korea.FinancialLine{Part: korea.AllParts, Funds: strategy.NationalFunds, Year: 2026, Budget: won("900백만원")},
				korea.FinancialLine{Part: korea.FoundationPart, Funds: strategy.MunicipalFunds, Year: 2029, Budget: won("30백만원")},
				korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.MunicipalFunds, Year: 2029, Budget: won("5백만원")},
				korea.FinancialLine{Part: korea.AllParts, IsTotal: true, Year: 2029, Budget: won("35백만원")},
				korea.FinancialLine{IsTotal: true, Year: 2029, Budget: won("35백만원")},
				korea.FinancialLine{Part: korea.MitigationPart, IsTotal: true, Year: 2029, Budget: won("0원")})
		}, nil},
		"wrong project total": {func(d *korea.DocumentDefinition) {
			d.FinancialPlan = append(d.FinancialPlan,
				korea.FinancialLine{Part: korea.MitigationPart, Project: "E-01", IsTotal: true, Year: 2026, Budget: won("463백만원")})
		}, []string{"sum"}},
		"totals alone": {func(d *korea.DocumentDefinition) { d.FinancialPlan = d.FinancialPlan[6:] }, nil},
		"outside": {func(d *korea.DocumentDefinition) {
			d.AnnualImplementation[0].Year, d.QuantitativeReductions[0].Year = 2025, 2036
			d.FinancialPlan = append(d.FinancialPlan,
				korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.MunicipalFunds, Year: 2036, Budget: won("5원")})
		}, []string{"outside-plan", "outside-plan", "outside-plan"}},
		"a span": {func(d *korea.DocumentDefinition) {
			a := &d.AnnualImplementation[0]
			a.Year, a.From, a.To = 0, 2031, 2035
		}, nil},
		"not quantified": {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Quantified = false }, []string{"quantified-mark-differs"}},
		"gross and net": {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].BaseCounts = korea.Label{En: "gross"} },
			[]string{"gross-net"}},
		"one end":   {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].BaseCounts = korea.Label{} }, nil},
		"other end": {func(d *korea.DocumentDefinition) { d.ReductionTargets[0].YearCounts = korea.Label{} }, nil},
		"metrics": {func(d *korea.DocumentDefinition) {
			d.QuantitativeReductions[0].PerUnit, d.QuantitativeReductions[0].Expected = ghg.CO2e{}, ghg.MustCO2e("1 tCO2e (AR5)")
		}, []string{"different-metrics"}},
		"no status":   {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = 0 }, []string{"no-status"}},
		"not checked": {func(d *korea.DocumentDefinition) { d.MonitoringPerformance = d.MonitoringPerformance[:2] }, []string{"not-checked"}},
		"no action":   {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Action = "" }, []string{"no-action"}},
		"late": {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = korea.Delayed },
			[]string{"no-action", "no-delay-reason"}},
		"other year": {func(d *korea.DocumentDefinition) { d.ChangesActions[0].Year = 2026 },
			[]string{"no-action", "no-delay-reason", "no-change-reason"}},
		"no delay": {func(d *korea.DocumentDefinition) { d.ChangesActions[0].DelayReason = "" }, []string{"no-delay-reason"}},
		"rate of its own": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance[0].OfQuantity = ghg.Quotient(n("33"), n("39"), "")
		}, []string{"attainment"}},
		"rate as printed": {func(d *korea.DocumentDefinition) {
			p := &d.MonitoringPerformance[0]
			p.Planned, p.OfQuantity = ghg.MustQuantity("390 kW"), ghg.Quotient(n("84.62"), n("100"), "") // 330 / 390 = 84.615…
		}, nil},
		"no reason": {func(d *korea.DocumentDefinition) { d.ChangesActions[0].ChangeReason = "" }, []string{"no-change-reason"}},
		"two changes": {func(d *korea.DocumentDefinition) {
			d.ChangesActions = append(d.ChangesActions, korea.ChangeAction{Year: 2027, Project: "T-01"})
		}, nil},
		"sectors": {func(d *korea.DocumentDefinition) {
			sector(d, "100000 tCO2e", "128000 tCO2e")
			d.ReductionTargets = append(d.ReductionTargets,
				goal(korea.SectorTarget, korea.WholeRegion, 2028, ghg.MustCO2e("1 tCO2e")),
				goal(korea.SectorTarget, korea.ManagementAuthority, 2029, ghg.MustCO2e("1 tCO2e")))
		}, nil},
		"no sum of sectors": {func(d *korea.DocumentDefinition) {
			sector(d, "228000 tCO2e")
			d.ReductionTargets = append(d.ReductionTargets,
				goal(korea.SectorTarget, korea.ManagementAuthority, 2028, ghg.CO2e{}),
				goal(korea.OverallTarget, korea.ManagementAuthority, 2028, ghg.CO2e{}))
		}, nil},
		"wrong sectors": {func(d *korea.DocumentDefinition) { sector(d, "228001 tCO2e") }, []string{"sum"}},
		"sectors on metrics": {func(d *korea.DocumentDefinition) { sector(d, "100000 tCO2e", "128000 tCO2e (AR5)") },
			[]string{"different-metrics"}},
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
			assert.Zero(t, f.Line, "a row of a table is no line of a file")
			if row, ok := rows[name]; ok && f.Code != korea.FindingBelowTarget {
				assert.True(t, strings.HasSuffix(f.Of, fmt.Sprintf(", row %d", row)), "%s: %s", name, f)
			} else if f.Code != korea.FindingMetrics {
				assert.Contains(t, f.Of, ", row ", "%s: %s", name, f)
			}
		}
		assert.ElementsMatch(t, c.want, got, "%s: %s", name, findings)
	}
}

// Totals are held against their lines in one pass: rows are many.
func TestManyTotals(t *testing.T) {
	d := plan()
	for i := range 40_000 {
		line := korea.FinancialLine{Part: korea.MitigationPart, Project: "T-01", Funds: strategy.MunicipalFunds, Year: 2030, Budget: won("1원")}
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
	assert.Equal(t, "document_meta, row 1, plan-years: the plan is of 2026 to 2036: a local plan covers 10 years", findings.All[0].String())
	assert.Equal(t, `mitigation_projects, row 3, quantified-mark-differs: project "W-01" is marked as quantified and has no reduction`,
		findings.All[1].String())
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
	assert.Equal(t, "0.1", strings.Fields(strings.Split(findings.All[0].Detail, ": ")[1])[0])
	d.ReductionTargets[0].BAU, d.ReductionTargets[0].Emissions = ghg.MustCO2e("2 tCO2e (AR5)"), ghg.MustCO2e("1 tCO2e (AR5)")
	_, findings, _ = korea.NewDocument(d)
	require.Len(t, findings.All, 1)
	assert.Equal(t, korea.FindingMetrics, findings.All[0].Code)
	d.QuantitativeReductions[0].Basis = korea.Cumulative // not held against a year
	_, findings, _ = korea.NewDocument(d)
	assert.Empty(t, findings.All)
}

func TestYearsOutsideThePlan(t *testing.T) {
	d := plan()
	d.FinancialPlan = append(d.FinancialPlan,
		korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.MunicipalFunds, Year: 2036, Budget: won("5원")})
	d.ReductionTargets = nil
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Equal(t, "financial_plan, row 9, outside-plan: 2036 is outside the plan, 2026 to 2035", findings.String())
}
