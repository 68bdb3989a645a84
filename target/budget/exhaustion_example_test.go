package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
)

// Does the budget last? The council gets one answer for each case, and none where
// nothing was computed.
func ExampleAnswer() {
	asNow := budget.Constant(ghg.MustCO2e("8 MtCO2e (AR5)"))
	runsOut, _ := cityBudget().Exhaustion(asNow)
	keeps, _ := cityBudget().Exhaustion(budget.Constant(ghg.MustCO2e("2 MtCO2e (AR5)")))
	owing, _ := cityBudget().From(2033, figures(2024, "8", "8", "8", "8", "8", "8", "8", "8", "8"))
	owes, _ := owing.Exhaustion(asNow)
	for _, x := range []budget.Exhaustion{runsOut, keeps, owes, {}} {
		fmt.Println(x.Answer, "|", x)
		if x.Answer == budget.SpentBefore {
			fmt.Println("  left for 2033 on:", x.Budget.Amount())
		}
	}
	// Output:
	// exceeded | exceeded in 2031, at 2031.50, on constant emissions of 8000000 tCO2e (AR5) a year
	// not exceeded | not exceeded through 2050 on constant emissions of 2000000 tCO2e (AR5) a year
	// spent before | spent before 2033
	//   left for 2033 on: -12000000 tCO2e (AR5)
	// no answer | no answer
}
