package strategy_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// A plan that leans on one solar project.
func ExampleConcentration() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("solar", "E", expected(on("I.1.2", "electricity", ""), "9500", strategy.Independent)),
		action("windows", "E", expected(on("I.1.1", "gas", ""), "2100", strategy.Independent)),
		action("buses", "T", expected(on("II.1.1", "diesel", "city buses"), "3000", strategy.Independent)),
		action("cars", "T", expected(on("II.1.1", "petrol", "cars"), "4400", strategy.Independent)),
		action("lessons", "W"),
	))
	total, err := plan.Total(strategy.Expected, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := total.Concentration(strategy.ByAction, strategy.ConcentrationLimits{Top1: ghg.MustShare("40%"), Top3: ghg.MustShare("90%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.IsAlert(), c.IsTop1Above(), c.IsTop3Above())
	fmt.Println(c.Details())
	// Output:
	// true true false
	// expected reductions in 2030 by action: largest 50.0%, three largest 88.9% of 19000 tCO2e
	// 4 parts; 1 not quantified, which may change every share
	//   solar: 9500 tCO2e / 19000 tCO2e = 50.0%
	//   cars: 4400 tCO2e / 19000 tCO2e = 23.2%
	//   buses: 3000 tCO2e / 19000 tCO2e = 15.8%
	// largest: limit 40%, above it
	// three largest: limit 90%, not above it
}

// New power use is an increase: shares of the sum would have no meaning.
func ExampleConcentration_increase() {
	total, _ := storyPlan().Total(strategy.Expected, 2030)
	fmt.Println(total.CO2e)
	grown, _, _ := strategy.NewPortfolio(town(
		action("buses", "T", expected(on("II.1.1", "diesel", ""), "3000", strategy.Independent)),
		action("road", "T", expected(on("II.1.1", "petrol", ""), "-1000", strategy.Independent)),
	))
	total, _ = grown.Total(strategy.Expected, 2030)
	c, err := total.Concentration(strategy.ByAction, strategy.ConcentrationLimits{Top1: ghg.MustShare("40%")})
	fmt.Println(c.Top1, c.IsAlert(), err)
	// Output:
	// 12000 tCO2e
	// undefined: some parts are increases, so that shares of the total would pass 100% false <nil>
}

func ExampleConcentrationLimits() {
	total, _ := storyPlan().Total(strategy.Expected, 2030)
	_, err := total.Concentration(strategy.ByArea, strategy.ConcentrationLimits{})
	fmt.Println(err)
	// Output:
	// concentration limits, top1: name a limit, such as 40% for the largest part, or one for the three largest
}

func ExampleConcentrationPart() {
	total, _ := storyPlan().Total(strategy.Expected, 2030)
	c, _ := total.Concentration(strategy.ByAction, strategy.ConcentrationLimits{Top1: ghg.MustShare("40%")})
	for p := range c.Largest() {
		fmt.Println(p.Name, p.CO2e, p.Share.Percent(1))
	}
	// Output:
	// buses 11200 tCO2e 93.3%
	// boilers 800 tCO2e 6.7%
}
