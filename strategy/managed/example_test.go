package managed_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/localghg/localghg/strategy/sheet"
)

// A city is put in by files alone: its inventory, its facilities, its plan and forecast,
// and the rules. The figures are invented.
const (
	inventoryFile = `지역,연도,배출원,가스,배출량,단위,시설
하늘군,2022,I.1.1,CO2,50125,t,
하늘군,2022,I.3.1,CO2,39870,t,cement
하늘군,2022,I.3.1,CO2,9967.5,t,
하늘군,2022,I.3.2,CO2,17020,t,cement
하늘군,2022,I.3.2,CO2,4255,t,
하늘군,2022,III.3.1,CO2,9105,t,incinerator
하늘군,2022,I.2.2,CO2,1187.5,t,incinerator
`
	facilitiesFile = `시설번호,시설명,적용시작,소유구분,출처
cement,시멘트공장,2015,민간,할당대상업체 목록
incinerator,소각장,2015,지자체,할당대상업체 목록
`
	actionsFile = `관리번호,사업명,부문,출처
E-1,주택 단열,B,기본계획
I-1,공장 전력 효율화,I,기본계획
I-2,시멘트공장 폐열회수,I,기본계획
W-1,소각열 회수,W,기본계획
`
	effectsFile = `관리번호,감축구분,배출원,상호작용,연도,감축량,단위,지구온난화지수
E-1,예상,I.1.1,독립,2030,6200,t,AR5
I-1,예상,I.3.2,독립,2030,2500,t,AR5
I-2,예상,I.3.1,독립,2030,5100,t,AR5
W-1,예상,III.3.1,독립,2030,800.5,t,AR5
`
	forecastFile = `배출원,연도,배출량,단위,지구온난화지수
I.1.1,2030,48000,t,AR5
I.3.1,2030,52000,t,AR5
I.3.2,2030,20000,t,AR5
III.3.1,2030,9400,t,AR5
나머지,2030,1200,t,AR5
`
	// The exception stands first. What the scheme covers of manufacturing is as in the
	// inventory of 2022.
	rulesFile = `관리번호,배출원,스코프,시설번호,거래제구분,비율연도,출처
I-2,,,cement,,,사업계획서
,I.3,,,대상,2022,인벤토리 2022
,III.3,,incinerator,,,시설 목록
,I,1,,비대상,,자체 판단
,I,2,,간접,,자체 판단
,나머지,,,비대상,,자체 판단
`
)

func Example() {
	format := ghg.CSVFormat{Scheme: gpc.Scheme}
	sheets := sheet.Format{CSVFormat: format}

	records, r1, err1 := ghg.ReadCSV(strings.NewReader(inventoryFile), format)
	inventories, _, err2 := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	sites, r2, err3 := carveout.ReadFacilities(strings.NewReader(facilitiesFile), format)
	both, findings, err4 := carveout.CarveOutOf(carveout.RegisterDefinition{Trading: carveout.KETS, Metric: ghg.AR5,
		Source: "facilities.csv", Facilities: sites}, gpc.Basic, inventories...)
	if err := errors.Join(err1, r1.Err(), err2, err3, r2.Err(), err4); err != nil {
		fmt.Println(err)
		return
	}
	y, _ := both.At(2022)
	fmt.Println(findings.Len(), "findings;", y)

	plan, baseline, err := cityPlan(sheets)
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, r3, err1 := managed.ReadRules(strings.NewReader(rulesFile), format)
	view := both.Managed().View()
	split, found, err2 := managed.Split(both.Register(), plan, rules, view)
	bases, more, err3 := managed.SplitBaseline(both.Register(), baseline, rules, view)
	if err := errors.Join(err1, r3.Err(), err2, err3); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found)
	fmt.Println(more)
	e, err := split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	year, _ := e.Year(2030)
	fmt.Println("managed in 2030:", year.Baseline(), "−", year.Reduction(), "=", year.Emissions())
	total, _ := split.Total(strategy.Expected, 2030)
	fmt.Println("not managed:", total.NotManaged(), "of", total.Citywide.CO2e)
	// Output:
	// 0 findings; 2022: citywide 131530 tCO2e (AR5), covered 67182.5 tCO2e (AR5), managed 74640 tCO2e (AR5)
	// rule of line 6 (GPC 1.1 I, scope 2), rule-not-met: rules before it count for all that it meets (1)
	// rule of line 6 (GPC 1.1 I, scope 2), rule-not-met: rules before it count for all that it meets (1)
	// managed in 2030: 73000 tCO2e (AR5) − 7500.5 tCO2e (AR5) = 65499.5 tCO2e (AR5)
	// not managed: 7100 tCO2e (AR5) of 14600.5 tCO2e (AR5)
}

// cityPlan is the plan and the forecast of the files.
func cityPlan(f sheet.Format) (strategy.Portfolio, strategy.Baseline, error) {
	framework, err1 := strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Plan", NameKo: "기본계획", Source: "기본계획",
		Areas: []strategy.Area{{Code: "B", Name: "Buildings", NameKo: "건물"}, {Code: "I", Name: "Industry", NameKo: "산업"},
			{Code: "W", Name: "Waste", NameKo: "폐기물"}}})
	f.Framework = framework
	actions, r1, err2 := sheet.ReadActions(strings.NewReader(actionsFile), f)
	actions, r2, err3 := sheet.ReadEffects(strings.NewReader(effectsFile), f, actions)
	d, r3, err4 := sheet.ReadBaseline(strings.NewReader(forecastFile), f, strategy.BaselineDefinition{Name: "forecast", Place: "하늘군",
		View: gpc.Basic, Metric: ghg.AR5, Source: "forecast.csv"})
	if err := errors.Join(err1, err2, r1.Err(), err3, r2.Err(), err4, r3.Err()); err != nil {
		return strategy.Portfolio{}, strategy.Baseline{}, err
	}
	plan, _, err1 := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "하늘군", Framework: framework, View: gpc.Basic,
		Metric: ghg.AR5, Actions: actions})
	baseline, err2 := strategy.NewBaseline(d)
	return plan, baseline, errors.Join(err1, err2)
}
