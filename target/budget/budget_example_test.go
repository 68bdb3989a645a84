package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/budget"
)

// A court sets a budget for good, and states no likelihood. A draft is refused
// with all that does not stand in it, at once.
func ExampleDefinition() {
	b, err := budget.New(budget.Definition{
		Name: "court ruling", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024, Last: budget.ForGood,
		Warming: "1.5 °C", Source: "ruling of March 2024",
	})
	fmt.Println(err)
	fmt.Println(b.Explain())
	_, err = budget.New(budget.Definition{Name: "draft", Place: "city", First: 2024, Last: 2023})
	fmt.Println(err)
	// Output:
	// <nil>
	// court ruling, from 2024 for good = 60,000,000 tCO2e (AR5)
	//   R = 60,000,000 tCO2e (AR5)   # carbon budget: court ruling (city), from 2024 for good; 1.5 °C, likelihood not stated; source: ruling of March 2024
	// budget "draft", view: no view given: name one, such as gpc.Basic
	// budget "draft", amount: state the amount, with its metric; 0 tCO2e has to be said
	// budget "draft", last "2023": a last counted year from the first one to 2300 is needed, or budget.ForGood
}
