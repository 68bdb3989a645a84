package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// "4.1 t per person in 2030": how many people there are decides the level.
func ExampleFixedIntensity() {
	people := func(year int, n int64) ghg.OfYear[decimal.Decimal] {
		return ghg.OfYear[decimal.Decimal]{Year: year, Value: decimal.New(n, 0), Status: ghg.Projected, Source: "registry"}
	}
	population, _ := ghg.NewYears("population", "persons", nil, people(2024, 1_450_000), people(2030, 1_400_000))
	view := ghg.MustDeclaredView("city total", "climate plan")
	t, err := target.New(target.Definition{Name: "2030", Place: "Daegu", Due: 2030, Views: target.Same(view), Metric: ghg.AR5,
		Goal: target.FixedIntensity{Level: ghg.MustMass("4.1 t"), Activity: population}})
	if err != nil {
		fmt.Println(err)
		return
	}
	limit, _ := t.Limit(2030)
	fmt.Println(t, "=", limit)
	series, _ := ghg.YearlyFrom("Daegu", view, ghg.AR5, []ghg.OfYear[ghg.Mass]{{Year: 2024, Value: ghg.MustMass("7.5 Mt")}})
	p, err := t.Progress(2024, target.Linear, target.DefaultRules, series)
	fmt.Println(p.Limit, "at the people of 2024,", p.RequiredLinear, err)
	// Output:
	// 2030: to 4.1 t per unit of population by 2030 = 5740000 tCO2e (AR5)
	// 5945000 tCO2e (AR5) at the people of 2024, 293333.333333333333 tCO2e (AR5) a year <nil>
}
