package korea_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/sheet"
)

// The check of 2027, made of the plan: what was monitored is in its quantifications, and
// the council's file says what was spent. The units are held against its own grid.
func ExampleCheck() {
	spent := "관리번호,연도,집행액,출처\nT-01,2027,910백만원,결산\nW-01,2027,41.5백만원,결산\n"
	of := county().Definition()
	actions, report, err := sheet.ReadSpending(strings.NewReader(spent), sheet.Format{Prices: strategy.Nominal}, of.Actions)
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	of.Actions = actions
	plan, _, err := strategy.NewPortfolio(of)
	if err != nil {
		fmt.Println(err)
		return
	}
	base, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "BAU", Place: "하늘군", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast of 2025",
		Sources: []strategy.SourceEmissions{
			{On: strategy.EmissionSource{Category: category("I.1.2"), Fuel: "electricity"}, ByYear: tonnes("30000", "29000")},
			{On: strategy.EmissionSource{Category: category("II.1.1"), Fuel: "petrol"}, ByYear: tonnes("41000", "40000")},
			{On: strategy.EmissionSource{Category: category("III.2.1")}, ByYear: tonnes("900", "900")},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	evaluation, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	grid, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR 2025", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2027, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, findings, err := korea.Check(korea.CheckDefinition{
		Year: 2027, Rules: korea.OwnStatusRules,
		Meta: korea.DocumentMeta{Plan: "2027년도 추진상황 점검", First: 2026, Last: 2030, TargetYears: []int{2030}},
		Plan: plan, Evaluation: evaluation, Scenario: korea.WithPolicies, Method: "시계열 분석",
		Targets: []korea.ReductionTarget{{Level: korea.OverallTarget, Boundary: korea.ManagementAuthority, Year: 2028,
			BAU: ghg.MustCO2e("69900 tCO2e"), Emissions: ghg.MustCO2e("68000 tCO2e")}},
		Factors: []ghg.Factors{grid},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.MonitoringPerformance {
		fmt.Println(p.Project, p.Planned.Korean(), p.Monitored.Korean(), p.OfQuantity.Percent(1), p.OfReduction.Percent(1), p.Status, p.Spent)
	}
	fmt.Println(findings)
	_, more, err := korea.NewDocument(d) // what the rows say of each other
	fmt.Println(more.Len(), err)
	// Output:
	// E-01 400 kW 330 kW 82.5% 91.4% on track no money
	// T-01 260 대 117 대 45.0% 45.0% missed 910000000 KRW (nominal)
	// W-01 1800 톤 1800 톤 100.0% 100.0% achieved 41500000 KRW (nominal)
	// project "E-01", quantification "1", factor-differs: the factor of electricity in 2027 is 0.4781 tCO2e (SAR)/MWh 환경부, 지자체 탄소중립 녹색성장 기본계획 수립 및 추진상황 점검 가이드라인 (2024-09), 부록3(옮겨 적음) and not the 0.4173 tCO2e (AR5)/MWh of GIR 2025: +14.6%
	// project "E-01", no-spending: 150000000 KRW (nominal) are budgeted for 2027, and no spending is stated
	// annual_implementation, years-of-heading: the heading is of 2026 to 2030, and the table has no row for 2029 and 2030
	// quantitative_reductions, years-of-heading: the heading is of 2026 to 2030, and the table has no row for 2029 and 2030
	// reduction_targets, years-of-heading: the heading names the target years 2030, and no target is stated for them
	// reduction_targets, row 1, below-target-joint: BAU − target asks for 1900 tCO2e in 2028, and the plan, with what overlaps counted once, cuts 1282.228 tCO2e: 617.772 tCO2e are missing
	// 3 <nil>
}
