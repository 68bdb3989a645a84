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
	fmt.Print(b.Explain())
	_, err = budget.New(budget.Definition{Name: "draft", Place: "city", First: 2024, Last: 2023})
	fmt.Println(err)
	// Output:
	// <nil>
	// budget       court ruling: 60000000 tCO2e (AR5) from 2024 for good
	// limit        1.5 °C with a likelihood not stated
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       ruling of March 2024
	// budget "draft", view: no view given: name one, such as gpc.Basic
	// budget "draft", amount: state the amount, with its metric; 0 tCO2e has to be said
	// budget "draft", last "2023": a last counted year from the first one to 2300 is needed, or budget.ForGood
}
