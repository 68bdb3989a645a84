package quickstart

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
)

func Example_plan() {
	areas, err1 := strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Climate plan", Source: "council, 2024",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}}})
	format := sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme}, Framework: areas, Metric: ghg.AR5, Source: "council, 2024"}
	actions, r1, err2 := sheet.ReadActions(strings.NewReader(`관리번호,사업명,부문
E-1,단열 개선,Energy
E-2,고효율 보일러,Energy
T-1,전기버스,Transport
`), format)
	actions, r2, err3 := sheet.ReadEffects(strings.NewReader(`action,kind,category,fuel,interaction,year,amount,unit,share
E-1,expected,I.1.1,gas,overlapping,2030,,,30%
E-2,expected,I.1.1,gas,overlapping,2030,,,20%
T-1,expected,II.1.1,diesel,overlapping,2030,1.2,만톤,
`), format, actions)
	forecast, r3, err4 := sheet.ReadBaseline(strings.NewReader(`category,fuel,year,amount,unit
I.1.1,gas,2030,40,천톤
II.1.1,diesel,2030,25,천톤
rest,,2030,35,천톤
`), format, strategy.BaselineDefinition{Name: "BAU", Place: "대구", View: gpc.Basic, Metric: ghg.AR5})
	base, err5 := strategy.NewBaseline(forecast)
	plan, findings, err6 := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "2030", Place: "대구", Framework: areas, View: gpc.Basic, Metric: ghg.AR5, Actions: actions})
	e, err7 := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
		log.Fatal(err)
	}
	y, _ := e.Year(2030)
	fmt.Println(r1.Faults.Len()+r2.Faults.Len()+r3.Faults.Len(), "faults,", findings.Len(), "finding: effects that meet")
	fmt.Println("cut", y.Reduction(), "· left", y.Emissions(), "· overlap", y.Overlap())
	for a := range y.Total().ByAction() {
		fmt.Println(a.Action.Name, a.CO2e)
	}
	// Output:
	// 0 faults, 1 finding: effects that meet
	// cut 29600 tCO2e (AR5) · left 70400 tCO2e (AR5) · overlap 2400 tCO2e (AR5)
	// 단열 개선 10800 tCO2e (AR5)
	// 고효율 보일러 6800 tCO2e (AR5)
	// 전기버스 12000 tCO2e (AR5)
}
