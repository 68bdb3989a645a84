package korea_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
)

func ExampleTable_FileName() {
	for _, l := range []words.Language{words.Korean, words.English} {
		fmt.Println(l, korea.FinancialPlanTable.FileName(l))
	}
	// Output:
	// ko 11_재정투자계획.csv
	// en 11_financial_plan.csv
}

// A name that nobody translated is written as it is.
func ExampleLabel() {
	l := korea.Label{Ko: "하늘농협"}
	fmt.Println(l.In(words.Korean), l.In(words.English))
	// Output: 하늘농협 하늘농협
}

// Daegu is a 광역 government, its 군위군 a 기초 one.
func ExampleGovernmentKind() {
	fmt.Println(korea.Metropolitan.Label().Ko, "|", korea.Basic.Label().Ko, korea.Basic)
	// Output: 광역 | 기초 basic
}

func ExampleEmissionKind() {
	for _, k := range []korea.EmissionKind{korea.Direct, korea.Indirect, korea.Sink} {
		fmt.Println(k.Label().Ko, k)
	}
	// Output:
	// 직접배출 direct
	// 간접배출 indirect
	// 흡수원 sink
}

func ExampleScenario() {
	for _, s := range []korea.Scenario{korea.BAU, korea.WithPolicies, korea.WithAdditional} {
		fmt.Println(s.Label().Ko, "|", s)
	}
	// Output:
	// BAU | BAU
	// 정책반영 | with policies
	// 추가조치 | with additional measures
}

// Sectors are held against the whole of the same boundary and year.
func ExampleTargetLevel() {
	goal := func(l korea.TargetLevel, sector, amount string) korea.ReductionTarget {
		return korea.ReductionTarget{Level: l, Boundary: korea.ManagementAuthority, Sector: korea.Label{Ko: sector}, Year: 2030,
			Emissions: ghg.MustCO2e(amount)}
	}
	d := korea.DocumentDefinition{Place: "하늘군", Meta: korea.DocumentMeta{First: 2025, Last: 2034}, ReductionTargets: []korea.ReductionTarget{
		goal(korea.OverallTarget, "합계", "144 kt CO2e"), goal(korea.SectorTarget, "건물", "61 kt CO2e"),
		goal(korea.SectorTarget, "수송", "80 kt CO2e"),
	}}
	for _, t := range d.ReductionTargets {
		fmt.Println(t.Level.Label().Ko, t.Sector, t.Emissions)
	}
	_, findings, err := korea.NewDocument(d)
	fmt.Println(findings, err)
	// Output:
	// 총괄 합계 144000 tCO2e
	// 부문 건물 61000 tCO2e
	// 부문 수송 80000 tCO2e
	// reduction_targets, row 1, sum: the sectors add up to 141000 tCO2e in 2030, the whole is stated as 144000 tCO2e <nil>
}

func ExampleBoundary() {
	for _, b := range []korea.Boundary{korea.ManagementAuthority, korea.ManagementAndAdditional, korea.WholeRegion} {
		fmt.Println(b.Label().Ko, "|", b)
	}
	// Output:
	// 관리권한 | management authority
	// 관리권한+추가감축 | management authority and additional reductions
	// 지역전체 | whole region
}

// The plan and the check each have kinds of their own, and 신규 is in both.
func ExampleProjectKind() {
	for _, k := range []korea.ProjectKind{korea.NewProject, korea.ContinuedProject, korea.ExpandedProject, korea.ChangedProject} {
		fmt.Println(k.Label().Ko, k)
	}
	for _, k := range []korea.CheckedKind{korea.ExistingInCheck, korea.ChangedInCheck, korea.NewInCheck} {
		fmt.Println(k.Label().Ko, k, "in the check")
	}
	// Output:
	// 신규 new
	// 계속 continued
	// 확대 expanded
	// 변경 changed
	// 기존 existing in the check
	// 변경 changed in the check
	// 신규 new in the check
}

// A project that was given up is 변경 in the check, and a reason is asked for.
func ExampleCheckedKind() {
	d := check()
	d.MonitoringPerformance[2].Kind = korea.ChangedInCheck
	_, findings, err := korea.NewDocument(d)
	for _, f := range findings.All {
		if f.Code == korea.FindingNoReason {
			fmt.Println(f)
		}
	}
	fmt.Println(err)
	// Output:
	// monitoring_performance, row 3, no-change-reason: project "W-01" was changed in 2027, and no reason is stated
	// <nil>
}

func ExamplePlanPart() {
	for _, p := range []korea.PlanPart{korea.AllParts, korea.MitigationPart, korea.FoundationPart, korea.OtherPart} {
		fmt.Println(p.Label().Ko, "|", p)
	}
	// Output:
	// 총계 | total
	// 온실가스감축대책 | mitigation
	// 대응기반강화 | foundations
	// 기타 | other
}

// What 700 kW save in 2027 is not what the panels have saved until then.
func ExampleTimeBasis() {
	p := planOf(action("E-01", "E", solar()))
	for _, b := range []korea.TimeBasis{korea.Annual, korea.Cumulative} {
		rows, err := korea.QuantitativeReductions(b, p, strategy.Baseline{})
		fmt.Println(rows[1].Year, rows[1].Quantity, rows[1].Expected, b.Label().Ko, b, err)
	}
	_, err := korea.QuantitativeReductions(0, p, strategy.Baseline{})
	fmt.Println(err)
	// Output:
	// 2027 700 kW 431.9 tCO2e 연간 annual <nil>
	// 2027 1000 kW 617 tCO2e 누적 cumulative <nil>
	// quantitative reductions, basis: name it, korea.Annual or korea.Cumulative
}

func ExampleReductionUnitDefinition() {
	_, err := korea.NewReductionUnit(korea.ReductionUnitDefinition{ID: "own-1", Project: "전동 경운기", Factor: "보급대수", Per: ghg.Vehicle})
	fmt.Println(err)
	u, err := korea.NewReductionUnit(korea.ReductionUnitDefinition{ID: "own-1", Project: "전동 경운기", Factor: "보급대수", Per: ghg.Vehicle,
		Saves: ghg.MustCO2e("0.21 tCO2e (AR5)"), Source: "county's own count, 2025", Confidence: "low"})
	fmt.Println(u, err)
	// Output:
	// reduction unit "own-1", source: name the document
	// reduction unit "own-1", saves: say what one of the factor saves, as CO2e
	// own-1 전동 경운기: 0.21 tCO2e (AR5) per 대 (보급대수) <nil>
}

// Nothing planned is no status, not a failure.
func ExampleStatus() {
	q := must(strategy.NewQuantification(digester()))
	for _, year := range []int{2026, 2027} {
		a, err := korea.AttainmentOf("W-01", q, year, strategy.Baseline{})
		if err != nil {
			fmt.Println(err)
			return
		}
		s, err := a.Status(korea.OwnStatusRules)
		fmt.Printf("%d %q %v\n", year, s.Label().Ko, err)
	}
	// Output:
	// 2026 "" <nil>
	// 2027 "달성" <nil>
}

// A city that calls 90 % on track says so, and where it is written.
func ExampleStatusRules() {
	strict, err := korea.NewStatusRules("city rules", "평가지침 2026", ghg.MustShare("100%"), ghg.MustShare("90%"), ghg.MustShare("70%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := korea.AttainmentOf("E-01", must(strategy.NewQuantification(solar())), 2027, strategy.Baseline{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Details())
	for _, rules := range []korea.StatusRules{korea.OwnStatusRules, strict} {
		fmt.Println(a.Status(rules))
	}
	_, err = a.Status(korea.StatusRules{})
	fmt.Println(err)
	// Output:
	// project "E-01", quantification "1" in 2027: quantity monitored 330 kW / planned 400 kW = 82.5%; reduction implemented 394.88 tCO2e / expected 431.9 tCO2e = 91.4%
	// on track <nil>
	// delayed <nil>
	// no rules of status given: name some, such as korea.OwnStatusRules
}

func ExampleTaggedLine() {
	_, err := korea.NationalTagging.Tally([]korea.TaggedLine{{Name: "도로 확장", Tag: "배출", Money: won("35억원")}})
	fmt.Println(err)
	// Output:
	// budget line 1 "도로 확장", projects "0": 1 to 1000000 are allowed
}

// townBudget is tagged in the national scheme: 정보부족 counts in 중립.
func townBudget() (korea.TaggedBudget, error) {
	return korea.NationalTagging.Tally([]korea.TaggedLine{
		{Name: "전기버스", Tag: "감축", Projects: 1, Money: won("20억원")},
		{Name: "도로 확장", Tag: "emitting", Projects: 1, Money: won("10억원")},
		{Name: "조직 운영", Tag: "정보부족", Projects: 7, Money: won("30억원")},
	})
}

func ExampleTaggedBudget() {
	b, err := townBudget()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b.Projects(), b.Total())
	fmt.Println(b.Percentages(0)) // 33 + 17 + 50
	fmt.Println(korea.TaggedBudget{}.Percentages(0))
	// Output:
	// 9 6000000000 KRW (nominal)
	// [33 17 50] <nil>
	// [] division by zero
}

func ExampleClassSum() {
	b, _ := townBudget()
	fmt.Println("by the scheme", b.Scheme().ID(), "of", b.Scheme().Source())
	for c := range b.Classes() {
		fmt.Println(c.Class.Name.Ko, c.Projects, c.Money, c.Share.Percent(2))
	}
	// Output:
	// by the scheme national of Framework Act §24, Decree §16
	// 감축 1 2000000000 KRW (nominal) 33.33%
	// 배출 1 1000000000 KRW (nominal) 16.67%
	// 중립 7 3000000000 KRW (nominal) 50.00%
}

// A province with classes of its own.
func ExampleBudgetClass() {
	s, err := korea.NewTaggingScheme("own", "Own scheme", "조례 2026", []korea.BudgetClass{
		{Code: "good", Name: korea.Label{Ko: "기후친화"}}, {Code: "rest", Name: korea.Label{Ko: "기타"}, Includes: []string{"기후친화"}}})
	fmt.Println(s, err)
	for c := range korea.NationalTagging.Classes() {
		fmt.Println(c.Code, c.Name.Ko, c.Includes)
	}
	// Output:
	// no scheme of budget tagging scheme of budget tagging "own", class 2, tag "기후친화": one is needed, and it may be of one class
	// reducing 감축 []
	// emitting 배출 []
	// neutral 중립 [정보부족]
}

// All that is wrong with the lines comes at once, for the office that tagged them.
func ExampleTaggingScheme() {
	_, err := korea.GyeonggiTagging.Tally([]korea.TaggedLine{
		{Name: "경전철", Tag: "복합", Projects: 1, Money: strategy.MustMoney("12억원", strategy.Nominal)},
		{Name: "주차장", Tag: "부정영향", Projects: 1, Money: strategy.MustMoney("4억원", strategy.Nominal)},
	})
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Of, "|", f.Field, f.Value, "|", f.Detail)
		}
	}
	// Output:
	// budget line 2 "주차장" | tag 부정영향 | no class of scheme gyeonggi: allowed are 감축, 배출, 복합, 중립
}
