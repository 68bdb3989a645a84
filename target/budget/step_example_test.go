package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
)

// An auditor reads off all that the city's part was computed from.
func ExampleInput() {
	b, _ := nation().Allocate(budget.EqualCumulative{
		Since: 2022, Emissions: series("city", 2022, "8.2", "8"), Of: series("nation", 2022, "650", "620"),
		People: 2_400_000, PeopleOf: 52_000_000, PeopleNote: "people in 2023",
	}, toCity())
	for s := range b.Steps() {
		fmt.Println(s.Formula)
		for _, in := range s.Inputs {
			fmt.Printf("%s = %s (%s)\n", in.Symbol, in.Value, in.Note)
		}
	}
	fmt.Println(b.Amount().Format(ghg.Megatonne, 3))
	// Output:
	// (R + ΣE) × p/P - Σe
	// R = 6000000000 tCO2e (AR5) (nation (nation), for 2024 to 2050)
	// ΣE = 1270000000 tCO2e (AR5) (nation, 2022 to 2023)
	// p = 2400000 (city, people in 2023)
	// P = 52000000 (nation, people in 2023)
	// Σe = 16200000 tCO2e (AR5) (city, 2022 to 2023)
	// 319.338 MtCO2e (AR5)
}
