package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
)

// The city sets carbon budgets for five years, 2023 to 2027 first, of which 2023
// is gone: four years count in the first, three in the last.
func ExamplePeriodBudget() {
	r, err := cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5, NearZero: ghg.MustShare("5%"), Places: -3})
	if err != nil {
		fmt.Println(err)
		return
	}
	sum := ghg.MustCO2e("0 tCO2e (AR5)")
	for p := range r.Periods() {
		fmt.Println(p)
		sum, _ = sum.Add(p.CO2e)
	}
	fmt.Println("together", sum)
	// Output:
	// 2024-2027: 23883000 tCO2e (AR5)
	// 2028-2032: 17441000 tCO2e (AR5)
	// 2033-2037: 9542000 tCO2e (AR5)
	// 2038-2042: 5220000 tCO2e (AR5)
	// 2043-2047: 2855000 tCO2e (AR5)
	// 2048-2050: 1059000 tCO2e (AR5)
	// together 60000000 tCO2e (AR5)
}
