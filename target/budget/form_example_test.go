package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
)

// Two straight lines spend one budget of 60 Mt: one as the area under it, the
// other as the sum of the calendar years that an inventory reports.
func ExampleCounting() {
	for _, f := range []budget.Form{budget.Linear, budget.LinearYears} {
		p, _ := cityBudget().Path(f, in2023())
		s, err := p.Spending(2050)
		fmt.Println(f.Counting(), "|", s.Sum.Format(ghg.Megatonne, 1), err)
	}
	fmt.Println(budget.Form{}.Counting())
	// Output:
	// continuous (area) | 56.0 MtCO2e (AR5) <nil>
	// discrete (sum of calendar years) | 60.0 MtCO2e (AR5) <nil>
	// no counting
}
