package korea_test

import (
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func n(s string) decimal.Decimal { return must(decimal.NewFromString(s)) }

func unit(id string) korea.ReductionUnit {
	u, ok := korea.FindReductionUnit(id)
	if !ok {
		panic("no reduction unit " + id)
	}
	return u
}

// solar counts what is new: 300, 400 and 500 kW, each of which saves for 20
// years.
func solar() strategy.QuantificationDefinition {
	return strategy.QuantificationDefinition{
		ID: "1", Counts: "시설용량", Unit: ghg.MustUnit("kW"), Counting: strategy.NewInYear, Life: strategy.Life{Years: 20},
		Quantities: planned(map[int]decimal.Decimal{2026: n("300"), 2027: n("400"), 2028: n("500")},
			map[int]decimal.Decimal{2026: n("310"), 2027: n("330")}),
		Published: published("1-1/1", "I.1.2", "electricity"), Source: "plan 2026",
	}
}

// cars counts what stands, as the county's tables do.
func cars() strategy.QuantificationDefinition {
	return strategy.QuantificationDefinition{
		ID: "1", Counts: "전기승용차 보급대수(대)", Unit: ghg.Vehicle, Counting: strategy.StandingInYear,
		Quantities: planned(map[int]decimal.Decimal{2026: n("120"), 2027: n("260"), 2028: n("420")},
			map[int]decimal.Decimal{2026: n("96"), 2027: n("117")}),
		Published: published("4-1", "II.1.1", "petrol"), Source: "plan 2026",
	}
}

// digester counts what is treated in the year.
func digester() strategy.QuantificationDefinition {
	return strategy.QuantificationDefinition{
		ID: "1", Counts: "감소처리량(혐기성소화(건식))", Unit: ghg.MustUnit("톤"), Counting: strategy.DoneInYear,
		Quantities: planned(map[int]decimal.Decimal{2026: n("0"), 2027: n("1800"), 2028: n("2400.5")},
			map[int]decimal.Decimal{2027: n("1800")}),
		Published: published("6-2/3", "III.2.1", ""), Source: "plan 2026",
	}
}

// planned are quantities of what is planned and of what was found.
func planned(plan, found map[int]decimal.Decimal) []strategy.Quantities {
	out := []strategy.Quantities{{Kind: strategy.Expected, ByYear: plan}}
	if found != nil {
		out = append(out, strategy.Quantities{Kind: strategy.Implemented, ByYear: found})
	}
	return out
}

// published is a unit of the appendix that acts on a source alone.
func published(id, code, fuel string) strategy.PublishedUnit {
	return must(unit(id).PublishedUnit(strategy.EmissionSource{Category: category(code), Fuel: fuel}, strategy.Independent))
}

// action is a project with what it counts.
func action(id, area string, counted ...strategy.QuantificationDefinition) strategy.Action {
	a := strategy.Action{ID: id, Name: id, Area: area, Source: "plan 2026"}
	for _, d := range counted {
		a.Quantifications = append(a.Quantifications, must(strategy.NewQuantification(d)))
	}
	return a
}

// planOf is the county's plan with other projects.
func planOf(actions ...strategy.Action) strategy.Portfolio {
	d := county().Definition()
	d.Actions = actions
	p, _, err := strategy.NewPortfolio(d)
	return must(p, err)
}

var noBase strategy.Baseline

func category(code string) ghg.Category { return must(gpc.Scheme.Category(code)) }

func won(s string) strategy.Money { return strategy.MustMoney(s, strategy.Nominal) }

// county is the portfolio of a small county with three projects, and one that
// was given up.
func county() strategy.Portfolio {
	line := func(year int, f strategy.Funds, s string) strategy.BudgetLine {
		return strategy.BudgetLine{Year: year, Funds: f, Money: won(s)}
	}
	counted := func(d strategy.QuantificationDefinition) []strategy.Quantification {
		return []strategy.Quantification{must(strategy.NewQuantification(d))}
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Haneul plan", NameKo: "하늘군 탄소중립·녹색성장 기본계획", Place: "하늘군", View: gpc.Basic, Metric: ghg.Unstated,
		Through: 2035,
		Framework: must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "sectors", Name: "Sectors of management", Source: "guideline",
			Areas: []strategy.Area{
				{Code: "E", Name: "energy transition", NameKo: "전환"}, {Code: "T", Name: "transport", NameKo: "수송"},
				{Code: "W", Name: "waste", NameKo: "폐기물"},
			}})),
		Actions: []strategy.Action{
			{ID: "E-01", Name: "Solar roofs on farm stores", NameKo: "농산물창고 지붕 태양광", Area: "E", Lead: "경제에너지과", Source: "plan 2026",
				Partners: []strategy.Partner{{Body: "농업정책과"}, {Body: "하늘농협"}}, Quantifications: counted(solar()),
				Budget: []strategy.BudgetLine{
					line(2027, strategy.MunicipalFunds, "150백만원"), line(2026, strategy.NationalFunds, "300백만원"),
					line(2026, strategy.MunicipalFunds, "150백만원"), line(2026, strategy.MunicipalFunds, "12500천원"),
				}},
			{ID: "T-01", Name: "Electric cars", NameKo: "전기승용차 보급", Area: "T", Lead: "환경과", Source: "plan 2026",
				Quantifications: counted(cars()),
				Budget: []strategy.BudgetLine{
					line(2026, strategy.NationalFunds, "6억원"), line(2026, strategy.ProvincialFunds, "1억원"),
					line(2026, strategy.PrivateFunds, "2400백만원"),
				}},
			{ID: "W-01", Name: "Food waste digester", NameKo: "음식물류 폐기물 혐기성소화", Area: "W", Lead: "환경과", Source: "plan 2026",
				Quantifications: counted(digester())},
			{ID: "T-02", Name: "Cable car", Area: "T", Source: "plan 2026", Stage: strategy.Cancelled,
				Budget: []strategy.BudgetLine{line(2026, strategy.MunicipalFunds, "9억원")}},
		},
	})
	if err != nil {
		panic(err)
	}
	return p
}

// plan is the county's document.
func plan() korea.DocumentDefinition {
	p := county()
	rows := korea.MitigationProjects(p)
	rows[0].Kind, rows[0].KeyTask, rows[0].Indicator, rows[0].IndicatorUnit = korea.NewProject, "재생에너지 확대", "설치용량", "kW"
	rows[1].Kind, rows[2].Kind = korea.ExpandedProject, korea.ContinuedProject
	bau := must(ghg.NewYearly("하늘군", gpc.Basic, ghg.Unstated, []ghg.YearFigure{
		{Year: 2027, CO2e: ghg.MustCO2e("231 kt CO2e"), Status: ghg.Projected, Vintage: ghg.FirstVintage},
		{Year: 2028, CO2e: ghg.MustCO2e("230 kt CO2e"), Status: ghg.Projected, Vintage: ghg.FirstVintage},
	}))
	goal := must(target.New(target.Definition{Name: "Haneul 2028", Place: "하늘군", Due: 2028, Views: target.Same(gpc.Basic),
		Metric:     ghg.Unstated,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass("240 kt"), Cut: ghg.MustShare("5%")},
		Milestones: []target.Milestone{{Year: 2027, Cut: ghg.MustShare("4%")}}}))
	return korea.DocumentDefinition{
		Place: "하늘군",
		Meta: korea.DocumentMeta{Government: korea.Basic, Plan: "하늘군 제1차 탄소중립·녹색성장 기본계획",
			Published: ghg.Date{Year: 2026, Month: time.April, Day: 30},
			Publisher: "하늘군", First: 2026, Last: 2035, BaseYear: 2018, TargetYears: []int{2035, 2030}, LegalBasis: "탄소중립기본법 제12조"},
		PlanOverview: []korea.PlanOverview{{Kind: "의견수렴", Item: "주민공청회", Text: "읍·면 순회\n3회",
			On: ghg.Date{Year: 2026, Month: time.March, Day: 5}, Stakeholders: "주민, 농협"}},
		RegionalConditions: []korea.RegionalCondition{{Field: "인문사회", SubField: "인구", Indicator: "주민등록인구", Year: 2025,
			Value: decimal.NewNullDecimal(n("41237")), Unit: korea.Label{Ko: "명"}, Source: "통계연보"}},
		EmissionsRegional: []korea.RegionalEmissions{
			{Inventory: "GIR", Kind: korea.Direct, Sector: korea.Label{Ko: "에너지", En: "energy"}, Year: 2023,
				Emissions: ghg.MustCO2e("181234.5 tCO2e (AR5)")},
			{Inventory: "GIR", Kind: korea.Sink, Sector: korea.Label{Ko: "LULUCF"}, Year: 2023, Emissions: ghg.MustCO2e("-90112 tCO2e (AR5)")}},
		EmissionsManagement: []korea.ManagedEmissions{{
			Inventory: "GIR", Sector: korea.Label{Ko: "건물", En: "buildings"}, SubSector: korea.Label{Ko: "가정", En: "homes"},
			Kind: korea.Indirect, Year: 2023, Emissions: ghg.MustCO2e("30125 tCO2e (AR5)"), InTotal: true,
		}},
		EmissionsForecast: []korea.Forecast{{
			Scenario: korea.BAU, Method: "시계열 분석", Sector: korea.Label{Ko: "합계", En: "total"}, Year: 2028,
			Emissions: ghg.MustCO2e("230 kt CO2e"), Assumptions: "인구 감소",
		}},
		ReductionTargets: must(korea.ReductionTargets(korea.OverallTarget, korea.ManagementAuthority, korea.Label{Ko: "합계", En: "total"},
			goal, bau)),
		VisionStrategy:     []korea.VisionStrategy{{Vision: "2050 탄소중립 하늘군", Level: "추진전략", Name: "=햇빛농촌", Description: "- 지붕 \"먼저\""}},
		MitigationProjects: rows, AnnualImplementation: korea.AnnualImplementations(p),
		QuantitativeReductions: must(korea.QuantitativeReductions(korea.Annual, p, noBase)),
		FinancialPlan:          must(korea.FinancialPlan(p)),
		FoundationMeasures:     []korea.FoundationMeasure{{Field: "적응대책", ID: "A-01", Name: "무더위쉼터", Lead: "안전과", Period: "2026~2030"}},
		GovernanceFeedback:     []korea.GovernanceFeedback{{Body: "군 탄소중립위원회", Role: "점검 심의", Step: "점검", Due: "매년 5월 31일", Output: "점검보고서"}},
	}
}

// check is the county's check of 2027.
func check() korea.DocumentDefinition {
	d := plan()
	d.Meta.Plan, d.Meta.IsCheck = "하늘군 2027년도 추진상황 점검", true
	d.MonitoringPerformance = must(korea.MonitoringPerformance(2027, korea.OwnStatusRules, county(), noBase))
	d.MonitoringPerformance[0].Spent, d.MonitoringPerformance[0].Kind = won("148.25백만원"), korea.ExistingInCheck
	d.MonitoringPerformance[1].Done, d.MonitoringPerformance[1].Kind = "117대 보급", korea.ChangedInCheck
	d.ChangesActions = []korea.ChangeAction{{Year: 2027, Project: "T-01", Before: "260대", After: "200대",
		ChangeReason: "국비 축소", DelayReason: "보조금 조기 소진", Action: "추경 편성"}}
	return d
}
