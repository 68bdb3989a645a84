package effect_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/strategy/effect"
)

// The grid factor of each year is that in force at its end, in the set that the city names,
// on one metric: the fall of 2025 is in the factor and not in the lamps.
func ExampleMoving_publishedFactors() {
	series, err := factor.ByYear(gir.ConsumptionEnd.Only(factor.MeanOfYears), factor.AtYearEnd, 2024, 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	grid, findings, err := series.On(ghg.AR5)
	if err != nil {
		fmt.Println(err)
		return
	}
	led, _ := ghg.NewYears("street lighting", "", nil,
		ghg.OfYear[ghg.Quantity]{Year: 2024, Value: ghg.MustQuantity("1200 MWh"), Source: "meters"},
		ghg.OfYear[ghg.Quantity]{Year: 2025, Value: ghg.MustQuantity("1200 MWh"), Source: "meters"})
	saving, err := effect.Moving(led, grid)
	for y := range saving.Years() {
		fmt.Println(y.Change.Year, y.CO2e, "by the factor published", y.Factor.Published)
	}
	fmt.Println(err)
	for _, f := range findings.All {
		fmt.Println(f.Code, f.Of)
	}
	// Output:
	// 2024 573.24 tCO2e (AR5) by the factor published 2022-01-10
	// 2025 519.6 tCO2e (AR5) by the factor published 2025-12-18
	// <nil>
	// edition-changes 2025
	// recomputed 2024
}
