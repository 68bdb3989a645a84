package korea_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
)

// write makes a document of the county with some rows and writes one table.
func write(t korea.Table, lang words.Language, d korea.DocumentDefinition) {
	d.Place = "하늘군"
	if d.Meta.First == 0 {
		d.Meta.First, d.Meta.Last = 2026, 2035
	}
	doc, findings, err := korea.NewDocument(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := doc.WriteTable(os.Stdout, t, korea.CSVStyle{}, lang); err != nil {
		fmt.Println(err)
	}
	for _, f := range findings.All {
		fmt.Println(f)
	}
}

// The least that a plan says of itself: its years.
func ExampleDocumentDefinition() {
	_, findings, err := korea.NewDocument(korea.DocumentDefinition{Place: "하늘군", Meta: korea.DocumentMeta{First: 2025, Last: 2030}})
	fmt.Println(findings, err)
	_, _, err = korea.NewDocument(korea.DocumentDefinition{Meta: korea.DocumentMeta{Plan: "기본계획"}})
	fmt.Println(err)
	// Output:
	// document_meta, row 1, plan-years: the plan is of 2025 to 2030: a local plan covers 10 years <nil>
	// document "기본계획", place: a name is needed
}

func ExampleDocumentMeta() {
	write(korea.DocumentMetaTable, words.Korean, korea.DocumentDefinition{Meta: korea.DocumentMeta{
		Government: korea.Basic, Plan: "제1차 기본계획", First: 2025, Last: 2034, BaseYear: 2018, TargetYears: []int{2034, 2030},
		LegalBasis: "탄소중립기본법 제12조"}})
	write(korea.DocumentMetaTable, words.Korean, korea.DocumentDefinition{Meta: korea.DocumentMeta{Plan: "제1차 기본계획", First: 2034, Last: 2025}})
	// Output:
	// 지자체명,지자체유형,계획명,발간일,발간기관,계획시작연도,계획종료연도,기준연도,목표연도,법적근거,점검보고서여부
	// 하늘군,기초,제1차 기본계획,,,2025,2034,2018,"2030, 2034",탄소중립기본법 제12조,아니오
	// document_meta, row 1, 계획종료연도 "2025": it begins in 2034: its last year cannot be before
}

func ExamplePlanOverview() {
	write(korea.PlanOverviewTable, words.English, korea.DocumentDefinition{PlanOverview: []korea.PlanOverview{
		{Kind: "consultation", Item: "hearing", Text: "in all townships", On: ghg.Date{Year: 2026, Month: 3, Day: 5},
			Stakeholders: "residents"}}})
	// Output:
	// Local government,Kind of entry,Item,Text,Date,Stakeholders,Related laws and plans
	// 하늘군,consultation,hearing,in all townships,2026-03-05,residents,
}

func ExampleRegionalCondition() {
	write(korea.RegionalConditionsTable, words.Korean, korea.DocumentDefinition{RegionalConditions: []korea.RegionalCondition{
		{Field: "인문사회", SubField: "인구", Indicator: "주민등록인구", Year: 2025,
			Value: decimal.NewNullDecimal(n("41237")), Unit: korea.Label{Ko: "명"}, Source: "통계연보"},
		{Field: "자연환경", Indicator: "폭염일수", Year: 2025}}}) // not counted yet, which is not 0
	// Output:
	// 지자체명,지표범주,지표세부범주,지표명,연도,값,단위,출처
	// 하늘군,인문사회,인구,주민등록인구,2025,41237,명,통계연보
	// 하늘군,자연환경,,폭염일수,2025,,,
}

func ExampleRegionalEmissions() {
	write(korea.EmissionsRegionalTable, words.English, korea.DocumentDefinition{EmissionsRegional: []korea.RegionalEmissions{
		{Inventory: "GIR", Kind: korea.Direct, Sector: korea.Label{Ko: "에너지", En: "energy"}, Year: 2023,
			Emissions: ghg.MustCO2e("181.2345 ktCO2e (AR5)")},
		{Inventory: "GIR", Kind: korea.Sink, Sector: korea.Label{Ko: "LULUCF"}, Year: 2023, Emissions: ghg.MustCO2e("-90112 tCO2e (AR5)")}}})
	// Output:
	// Local government,Inventory,"Direct, indirect or removals",Sector,Sub-sector,Year,Emissions (tCO2eq),Is a sink,GWP set
	// 하늘군,GIR,direct,energy,,2023,181234.5,no,AR5
	// 하늘군,GIR,sink,LULUCF,,2023,-90112,yes,AR5
}

func ExampleManagedEmissions() {
	write(korea.EmissionsManagementTable, words.Korean, korea.DocumentDefinition{EmissionsManagement: []korea.ManagedEmissions{
		{Inventory: "GIR", Sector: korea.Label{Ko: "건물"}, SubSector: korea.Label{Ko: "가정"}, Kind: korea.Indirect,
			Year: 2023, Emissions: ghg.MustCO2e("30125 tCO2e (AR5)"), InTotal: true},
		{Inventory: "GIR", Sector: korea.Label{Ko: "건물"}, SubSector: korea.Label{Ko: "상업/공공"}, Year: 2023}}})
	// Output:
	// emissions_management, row 2, 직간접구분: one of the values is needed
}

func ExampleForecast() {
	write(korea.EmissionsForecastTable, words.Korean, korea.DocumentDefinition{EmissionsForecast: []korea.Forecast{
		{Scenario: korea.BAU, Method: "시계열 분석", Sector: korea.Label{Ko: "합계"}, Year: 2030, Emissions: ghg.MustCO2e("230 kt CO2e"),
			Assumptions: "인구 감소"}}})
	// Output:
	// 지자체명,시나리오,전망방법원문,부문,세부부문,연도,전망값(tCO2eq),주요가정,GWP 기준
	// 하늘군,BAU,시계열 분석,합계,,2030,230000,인구 감소,미기재
}

// A cell that a spreadsheet would take for a formula is written as text.
func ExampleVisionStrategy() {
	write(korea.VisionStrategyTable, words.Korean, korea.DocumentDefinition{VisionStrategy: []korea.VisionStrategy{
		{Vision: "2050 탄소중립 하늘군", Level: "추진전략", Name: "=햇빛농촌", Sector: korea.Label{Ko: "전환"}}}})
	// Output:
	// 지자체명,비전문구,전략수준,전략명,부문,설명,키워드
	// 하늘군,2050 탄소중립 하늘군,추진전략,'=햇빛농촌,전환,,
}

func ExampleMitigationProject() {
	for _, p := range korea.MitigationProjects(county()) {
		fmt.Println(p.Number, p.Sector, "|", p.Name.Ko, "|", p.Partners, p.Quantified)
	}
	// Output:
	// E-01 energy transition | 농산물창고 지붕 태양광 | 농업정책과, 하늘농협 true
	// T-01 transport | 전기승용차 보급 |  true
	// W-01 waste | 음식물류 폐기물 혐기성소화 |  true
}

// Five years one by one, and the next five together.
func ExampleAnnualImplementation() {
	write(korea.AnnualImplementationTable, words.Korean, korea.DocumentDefinition{
		MitigationProjects: []korea.MitigationProject{{Number: "T-01", Name: korea.Label{Ko: "전기승용차 보급"}}},
		AnnualImplementation: []korea.AnnualImplementation{
			{Project: "T-01", Year: 2026, Target: ghg.MustQuantity("120 대")},
			{Project: "T-01", From: 2031, To: 2035, Plan: "수요에 따라"}}})
	// Output:
	// 지자체명,관리번호,사업명,정량번호,기간시작,기간종료,연도,연간계획,목표물량,목표단위,규제혁신계획,입법계획
	// 하늘군,T-01,전기승용차 보급,,,,2026,,120,대,,
	// 하늘군,T-01,전기승용차 보급,,2031,2035,,수요에 따라,,,,
}

// 120 cars are not 115 t: the product is held against the figure.
func ExampleQuantitativeReduction() {
	write(korea.QuantitativeReductionsTable, words.English, korea.DocumentDefinition{
		MitigationProjects: []korea.MitigationProject{{Number: "T-01", Name: korea.Label{Ko: "전기승용차 보급", En: "electric cars"}, Quantified: true}},
		QuantitativeReductions: []korea.QuantitativeReduction{{Project: "T-01", Year: 2026, Factor: "cars",
			Quantity: ghg.MustQuantity("120 대"), UnitID: "4-1",
			PerUnit: ghg.MustCO2e("0.97 tCO2e"), Expected: ghg.MustCO2e("115 tCO2e"), Basis: korea.Annual}}})
	// Output:
	// Local government,Management number,Project,Quantification,Year,Monitored factor,Quantity,Unit of quantity,Reduction unit,Reduction per unit (tCO2eq),Expected reduction (tCO2eq),Annual or cumulative,GWP set
	// 하늘군,T-01,electric cars,,2026,cars,120,vehicle,4-1,0.97,115,annual,unstated
	// quantitative_reductions, row 1, product: 120 vehicle × 0.97 tCO2e per vehicle = 116.4 tCO2e
}

// The total that was typed in is not that of its lines.
func ExampleFinancialLine() {
	write(korea.FinancialPlanTable, words.Korean, korea.DocumentDefinition{
		MitigationProjects: []korea.MitigationProject{{Number: "T-01", Sector: korea.Label{Ko: "수송"}, Name: korea.Label{Ko: "전기승용차 보급"}}},
		FinancialPlan: []korea.FinancialLine{
			{Part: korea.MitigationPart, Project: "T-01", Funds: strategy.NationalFunds, Year: 2026, Budget: won("6억원")},
			{Part: korea.MitigationPart, Project: "T-01", Funds: strategy.MunicipalFunds, Year: 2026, Budget: won("1.5억원")},
			{Part: korea.AllParts, IsTotal: true, Year: 2026, Budget: won("7억원")}}})
	// Output:
	// 지자체명,계획구분,관리번호,부문,사업명,재원구분,연도,예산액(백만원),가격 기준
	// 하늘군,온실가스감축대책,T-01,수송,전기승용차 보급,국비,2026,600,경상
	// 하늘군,온실가스감축대책,T-01,수송,전기승용차 보급,시·군·구비,2026,150,경상
	// 하늘군,총계,,,,합계,2026,700,경상
	// financial_plan, row 3, sum: its lines in 2026 add up to 750000000 KRW (nominal), it is stated as 700000000 KRW (nominal)
}

func ExampleFoundationMeasure() {
	write(korea.FoundationMeasuresTable, words.Korean, korea.DocumentDefinition{FoundationMeasures: []korea.FoundationMeasure{
		{Field: "적응대책", ID: "A-01", Name: "무더위쉼터", ForWhom: "어르신", Lead: "안전과", Period: "2026~2030"}}})
	// Output:
	// 지자체명,대응기반영역,과제ID,과제명,정책방향,주요내용,대상,주관부서,기간
	// 하늘군,적응대책,A-01,무더위쉼터,,,어르신,안전과,2026~2030
}

func ExampleGovernanceFeedback() {
	report, _ := korea.FindDuty("check-report")
	due, _ := report.DueIn(2027)
	write(korea.GovernanceFeedbackTable, words.Korean, korea.DocumentDefinition{GovernanceFeedback: []korea.GovernanceFeedback{
		{Body: "군 탄소중립위원회", Role: "점검 심의", Step: "결과보고서 제출", Due: due.String()}}})
	// Output:
	// 지자체명,거버넌스기구,역할,담당부서,절차단계,기한,산출물
	// 하늘군,군 탄소중립위원회,점검 심의,,결과보고서 제출,2027-05-31,
}

// 117 of 260 cars is 45 %, and not the 54 % that somebody typed.
func ExamplePerformance() {
	d := korea.DocumentDefinition{
		Place: "하늘군", Meta: korea.DocumentMeta{First: 2026, Last: 2035, IsCheck: true},
		MitigationProjects: []korea.MitigationProject{{Number: "T-01", Sector: korea.Label{Ko: "수송"}, Name: korea.Label{Ko: "전기승용차 보급"}}},
		MonitoringPerformance: []korea.Performance{{Year: 2027, Project: "T-01", Planned: ghg.MustQuantity("260 대"),
			Monitored:  ghg.MustQuantity("117 대"),
			OfQuantity: ghg.Quotient(n("54"), n("100"), ""), Status: korea.Missed, Kind: korea.ExistingInCheck}},
		ChangesActions: []korea.ChangeAction{{Year: 2027, Project: "T-01", Action: "추경 편성"}},
	}
	_, findings, err := korea.NewDocument(d)
	for _, f := range findings.All {
		fmt.Println(f)
	}
	fmt.Println(err)
	// Output:
	// monitoring_performance, row 1, attainment: monitored 117 vehicle / planned 260 vehicle = 45.00%, and 54.00% is stated
	// monitoring_performance, row 1, no-delay-reason: project "T-01" is missed in 2027, and no reason is stated
	// <nil>
}

func ExampleChangeAction() {
	write(korea.ChangesActionsTable, words.English, korea.DocumentDefinition{
		MitigationProjects: []korea.MitigationProject{{Number: "T-01", Sector: korea.Label{Ko: "수송", En: "transport"},
			Name: korea.Label{Ko: "전기승용차 보급", En: "electric cars"}}},
		ChangesActions: []korea.ChangeAction{{Year: 2027, Project: "T-01", Before: "260", After: "200",
			ChangeReason: "less national money", DelayReason: "subsidies ran out", Action: "supplementary budget"}}})
	// Output:
	// Local government,Year checked,Sector,Management number,Project,Before,After,Reason of change,Reason of delay or miss,Corrective action
	// 하늘군,2027,transport,T-01,electric cars,260,200,less national money,subsidies ran out,supplementary budget
}

func ExampleCSVStyle() {
	doc, _, err := korea.NewDocument(plan())
	if err != nil {
		fmt.Println(err)
		return
	}
	var plain, marked strings.Builder
	fmt.Println(doc.WriteTable(&plain, korea.FoundationMeasuresTable, korea.CSVStyle{}, words.Korean),
		doc.WriteTable(&marked, korea.FoundationMeasuresTable, korea.CSVStyle{ByteOrderMark: true}, words.Korean))
	fmt.Println(marked.String() == "\uFEFF"+plain.String())
	// Output:
	// <nil> <nil>
	// true
}

// Which columns the sheets of the guideline do not have.
func ExampleColumn() {
	for t := range korea.Tables() {
		for c := range t.Columns() {
			if c.Added && c.Name.En != "GWP set" {
				fmt.Println(t, "|", c.Header(words.Korean), "|", c.Header(words.English))
			}
		}
	}
	// Output:
	// reduction_targets | 기준배출량기준 | Base counts
	// reduction_targets | 목표배출량기준 | Target counts
	// annual_implementation | 정량번호 | Quantification
	// quantitative_reductions | 정량번호 | Quantification
	// quantitative_reductions | 시간기준 | Annual or cumulative
	// financial_plan | 관리번호 | Management number
	// financial_plan | 가격 기준 | Prices
	// monitoring_performance | 정량번호 | Quantification
	// monitoring_performance | 목표물량 | Target quantity
	// monitoring_performance | 실적물량 | Monitored quantity
	// monitoring_performance | 단위 | Unit of quantity
	// monitoring_performance | 물량 달성률(%) | Attainment of quantity (%)
	// monitoring_performance | 계획감축량(tCO2eq) | Planned reduction (tCO2eq)
	// monitoring_performance | 실적감축량(tCO2eq) | Reported reduction (tCO2eq)
	// monitoring_performance | 감축량 달성률(%) | Attainment of reduction (%)
	// monitoring_performance | 집행액(백만원) | Spent (million KRW)
	// monitoring_performance | 검증 | Verified by
	// monitoring_performance | 가격 기준 | Prices
}
