package budget_test

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
)

// The city sets carbon budgets for five years, 2023 to 2027 first, of which 2023
// is gone: four years count in the first, three in the last.
func ExamplePeriodBudget() {
	r, err := cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5, NearlySpent: ghg.MustShare("5%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	sum := ghg.MustCO2e("0 tCO2e (AR5)")
	for p := range r.Periods() {
		sum, _ = sum.Add(p.CO2e)
	}
	fmt.Println("together", sum)
	shown, err := r.Show(ghg.Kilotonne, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	periods := slices.Collect(r.Periods())
	for i, x := range shown.Parts() {
		fmt.Printf("%d-%d: %s\n", periods[i].First, periods[i].Last, x)
	}
	fmt.Println(shown.Total())
	d, err := r.ExplainShown(ghg.Kilotonne, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	step, _ := d.Step("shown")
	fmt.Println(step.Formula, "|", step.Rounding.Mode, "to", step.Rounding.To, "|", len(d.Replay()), "mismatches")
	// Output:
	// together 60000000 tCO2e (AR5)
	// 2024-2027: 23885 kt
	// 2028-2032: 17444 kt
	// 2033-2037: 9544 kt
	// 2038-2042: 5222 kt
	// 2043-2047: 2857 kt
	// 2048-2050: 1048 kt
	// 60000 kt
	// period[k] × units | largest remainder to shown_total | 0 mismatches
}
