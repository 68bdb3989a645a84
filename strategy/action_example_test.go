package strategy_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// A city's action with a code in another taxonomy, and who takes part.
func ExampleTaxonomyCode() {
	sdg, _ := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "SDG", Name: "Sustainable Development Goals", Source: "UN resolution 70/1, 2015",
		Areas: []strategy.Area{{Code: "7", Name: "Affordable and clean energy"}, {Code: "11", Name: "Sustainable cities"}},
	})
	solar := action("solar", "E")
	solar.Codes = []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "7"}, {Taxonomy: "SDG", Code: "17"}}
	d := town(solar)
	d.Taxonomies = []strategy.Framework{sdg}
	_, _, err := strategy.NewPortfolio(d)
	fmt.Println(err)
	// Output:
	// action "solar", codes "SDG 17": no area of one of the portfolio's taxonomies
}

func ExamplePartner() {
	p := strategy.Partner{Body: "housing association", Role: strategy.CoLead}
	fmt.Println(p.Body, "as", p.Role)
	// Output: housing association as co-lead
}

func ExamplePartnerRole() {
	fmt.Println(strategy.PartnerRole(0), strategy.PartnerRole(7).Valid())
	// Output: support false
}

func ExampleGovernanceLevel() {
	fmt.Println(strategy.Municipality, strategy.GovernanceLevel(0), strategy.GovernanceLevel(9).Valid())
	// Output: municipality unstated false
}

// Money without a source of funds is refused.
func ExampleFunds() {
	solar := action("solar", "E")
	solar.Budget = []strategy.BudgetLine{
		{Year: 2026, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("12억원", strategy.Nominal)},
		{Year: 2027, Money: strategy.MustMoney("8억원", strategy.Nominal)},
	}
	_, _, err := strategy.NewPortfolio(town(solar))
	fmt.Println(err)
	// Output:
	// action "solar", budget line 2, funds "no source of funds": allowed are national, provincial, municipal, local, earmarked, private, household, business, credit revenue
}

func ExampleTaskState() {
	t := strategy.Task{ID: "tender", Name: "Tender", Weight: decimal.New(2, 0), State: strategy.TaskCompleted}
	fmt.Println(t.State, t.Earned())
	fmt.Println(t.Check().Err())
	// Output:
	// completed 100%
	// task "tender", completed_on: a completed task needs the day on which it was completed
}

func ExamplePrices() {
	fmt.Println(strategy.Nominal, "or", strategy.Prices(2024))
	_, err := strategy.ParseMoney("568억원", 0)
	fmt.Println(err)
	// Output:
	// nominal or 2024 prices
	// money "568억원", prices "prices unstated": name the price year, from 1850 to 2300, or strategy.Nominal
}

func ExampleCurrency() {
	m, _ := strategy.ParseMoney("1.2 mn SEK", strategy.Prices(2023))
	fmt.Println(m.Currency(), m)
	fmt.Println(strategy.Currency("won").Valid())
	// Output:
	// SEK 1200000 SEK (2023 prices)
	// false
}
