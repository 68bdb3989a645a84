package budget_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
)

// nation is an invented country's budget from 2024 on.
func nation() budget.Budget {
	b, err := budget.New(budget.Definition{Name: "nation", Place: "nation", View: gpc.Basic, Amount: ghg.MustCO2e("6000 MtCO2e (AR5)"),
		First: 2024, Last: 2050, Source: "climate council 2023"})
	if err != nil {
		panic(err)
	}
	return b
}

func toCity() budget.Recipient {
	return budget.Recipient{Name: "city", Place: "city", View: gpc.Basic}
}

// series is one of an invented place, in Mt.
func series(place ghg.PlaceID, first int, mt ...string) ghg.Yearly {
	var all []ghg.YearFigure
	for i, x := range mt {
		all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage,
			Source: "inventory of " + string(place)})
	}
	y, err := ghg.NewYearly(place, gpc.Basic, ghg.AR5, all)
	if err != nil {
		panic(err)
	}
	return y
}

// Four rules of sharing, one nation: which one is fair is for the council.
func ExampleMethod() {
	city, all := series("city", 2020, "8.8", "8.6", "8.2", "8"), series("nation", 2020, "640", "655", "650", "620")
	var heads []ghg.OfYear[int64]
	var perHead []ghg.OfYear[ghg.CO2e]
	for y := 2024; y <= 2050; y++ {
		heads = append(heads, ghg.OfYear[int64]{Year: y, Value: 2_400_000, Status: ghg.Projected})
		if y >= 2035 {
			perHead = append(perHead, ghg.OfYear[ghg.CO2e]{Year: y, Value: ghg.MustCO2e("2 tCO2e (AR5)"), Status: ghg.Projected})
		}
	}
	people, err := ghg.NewYears("people", "persons", nil, heads...)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, err := ghg.NewYears("mean of the nation", "per head", nil, perHead...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range []budget.Method{
		budget.PopulationShare{Year: 2023, People: 2_400_000, Of: 52_000_000},
		budget.Grandfathering{Emissions: city, Of: all, First: 2020, Last: 2023},
		budget.EqualCumulative{Since: 2020, Emissions: city, Of: all, People: 2_400_000, PeopleOf: 52_000_000, PeopleNote: "people in 2023"},
		budget.ContractionConvergence{Start: 2023, PerHead: ghg.MustCO2e("3.4 tCO2e (AR5)"), Converge: 2035, Mean: mean, People: people},
	} {
		b, err := nation().Allocate(m, toCity())
		if err != nil {
			fmt.Println(err)
			return
		}
		for s := range b.Stages() {
			fmt.Println(s.Name, "|", s.Formula, "|", b.Amount().Format(ghg.Megatonne, 1))
		}
	}
	// Output:
	// population share | R × p / P | 276.9 MtCO2e (AR5)
	// grandfathering | R × e_sum / E_sum | 78.6 MtCO2e (AR5)
	// equal cumulative per head | round((R + E_sum) × p / P; 12) - e_sum | 361.7 MtCO2e (AR5)
	// contraction and convergence | sum(i: e[i]) + sum(j: E[j]) | 148.1 MtCO2e (AR5)
}

func ExamplePopulationShare() {
	b, _ := nation().Allocate(budget.PopulationShare{Year: 2023, People: 2_400_000, Of: 52_000_000, Source: "resident register"}, toCity())
	fmt.Println(b.Explain())
	_, err := nation().Allocate(budget.PopulationShare{Year: 2023, People: 52_000_000, Of: 2_400_000}, toCity())
	fmt.Println(err)
	// Output:
	// city, for 2024 to 2050 = 276,923,076.923076923077 tCO2e (AR5)
	//   R0 = 6,000,000,000 tCO2e (AR5)   # carbon budget: nation (nation), for 2024 to 2050; source: climate council 2023
	//   p  = 2,400,000 persons   # people of city in 2023; source: resident register
	//   P  = 52,000,000 persons   # people of nation in 2023; source: resident register
	//   R  = R0 × p / P = 6,000,000,000 × 2,400,000 / 52,000,000 = 276,923,076.923076923077 tCO2e (AR5)   # population share
	// rounding: to 12 decimal places, half away from zero: R
	// budget "city": population share, people "52000000": a part of the 2400000 people of the larger place is needed
}

// A district gets its part of the nation's budget. What counts against it has to
// be said: without a view it is refused.
func ExampleRecipient() {
	rule := budget.PopulationShare{Year: 2023, People: 600_000, Of: 52_000_000}
	b, err := nation().Allocate(rule, budget.Recipient{Name: "district", Place: "city/north", View: gpc.Territorial})
	fmt.Println(b.Place(), b.View(), b.Amount().Format(ghg.Megatonne, 1), err)
	_, err = nation().Allocate(rule, budget.Recipient{Name: "district", Place: "city/north"})
	fmt.Println(err)
	// Output:
	// city/north GPC 1.1 territorial 69.2 MtCO2e (AR5) <nil>
	// budget "district", view: no view given: name one, such as gpc.Basic
}

// A rule of one's own: by ability to pay, with weights that the user brings.
func ExampleMethodFunc() {
	abilityToPay := budget.MethodFunc(func(larger budget.Budget, to budget.Recipient) (budget.Stage, error) {
		weight := decimal.RequireFromString("0.04")
		part, err := larger.Amount().Scale(weight)
		return budget.Stage{Name: words.Term{En: "ability to pay", Ko: "지불 능력 비례 배분"}, Formula: "R × w", Amount: part, Source: "finance office",
			Steps: []derivation.Step{{Symbol: "w", What: words.Term{En: "weight", Ko: "가중치"},
				Values: []derivation.Value{derivation.Number(weight)}}}}, err
	})
	b, err := nation().Allocate(abilityToPay, toCity())
	fmt.Println(b, err)
	fmt.Println(b.Explain())
	// Output:
	// city: 240000000 tCO2e (AR5) for 2024 to 2050 <nil>
	// city, for 2024 to 2050 = 240,000,000 tCO2e (AR5)
	//   R0 = 6,000,000,000 tCO2e (AR5)   # carbon budget: nation (nation), for 2024 to 2050; source: climate council 2023
	//   w  = 0.04   # weight; source: finance office
	//   R  = R0 × w = 6,000,000,000 × 0.04 = 240,000,000 tCO2e (AR5)   # ability to pay
}

// The city's inventory leaves out flights and goods: it covers 3.6 of 11.2 t.
func ExampleBudget_Covering() {
	b, _ := nation().Allocate(budget.PopulationShare{Year: 2023, People: 2_400_000, Of: 52_000_000}, toCity())
	f, err := budget.CoverageOf(ghg.MustCO2e("8.64 MtCO2e (AR5)"), 2_400_000, ghg.MustCO2e("11.2 tCO2e (AR5)"), "national statistics")
	if err != nil {
		fmt.Println(err)
		return
	}
	b, _ = b.Covering(f)
	fmt.Println(f, b)
	// Output:
	// 32.14% city: 89010989.010989010989 tCO2e (AR5) for 2024 to 2050
}

func ExampleOverheads() {
	b, err := nation().LessOverheads(budget.Overheads{Amount: ghg.MustCO2e("500 MtCO2e (AR5)"), Of: ghg.MustCO2e("10000 MtCO2e (AR5)"),
		Source: "climate council 2023"})
	fmt.Println(b, err)
	// Output:
	// nation: 5700000000 tCO2e (AR5) for 2024 to 2050 <nil>
}

// The two numbers of people were exchanged.
func ExamplePopulationShare_refused() {
	_, err := nation().Allocate(budget.PopulationShare{Year: 2023, People: 52_000_000, Of: 2_400_000}, toCity())
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Of, "|", refused.Field, "|", refused.Detail)
	}
	// Output:
	// population share | people | a part of the 2400000 people of the larger place is needed
}

func ExampleCoverageFactor() {
	f, err := budget.StatedCoverage(ghg.MustShare("60%"), "klimawatch, for the German municipal inventories")
	fmt.Println(f, f.Factor(), err)
	_, err = budget.StatedCoverage(ghg.MustShare("160%"), "a report")
	fmt.Println(err)
	// Output:
	// 60.00% 0.6 <nil>
	// coverage factor, f "1.6": above 0 and at most 1 is allowed: an inventory that covers more than its people cause is no part of it
}

func ExampleContractionConvergence() {
	mean, _ := ghg.NewYears("mean of the nation", "per head", nil, ghg.OfYear[ghg.CO2e]{Year: 2035, Value: ghg.MustCO2e("2 tCO2e (AR5)")})
	people, _ := ghg.NewYears("people", "persons", nil, ghg.OfYear[int64]{Year: 2029, Value: 2_300_000, Status: ghg.Projected})
	m := budget.ContractionConvergence{Start: 2023, PerHead: ghg.MustCO2e("3.4 tCO2e (AR5)"), Converge: 2035, Mean: mean, People: people}
	e, err := m.At(2029)
	fmt.Println(e, "a head", err)
	all, err := m.Emissions(2029)
	fmt.Println(all, err)
	_, err = m.At(2040)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println(missing.Of, missing.Year, "is missing; there are", missing.Have)
	}
	// Output:
	// 2.7 tCO2e (AR5) a head <nil>
	// 6210000 tCO2e (AR5) <nil>
	// contraction and convergence, mean per head 2040 is missing; there are [2035]
}

// What an invented city emitted between 2020 and 2023 is more than its part: it
// owes the rest.
func ExampleEqualCumulative() {
	small, _ := budget.New(budget.Definition{Name: "last tonnes", Place: "nation", View: gpc.Basic,
		Amount: ghg.MustCO2e("100 MtCO2e (AR5)"), First: 2024, Last: 2050})
	b, err := small.Allocate(budget.EqualCumulative{
		Since: 2022, Emissions: series("city", 2022, "38", "36"), Of: series("nation", 2022, "650", "620"),
		People: 2_400_000, PeopleOf: 52_000_000, PeopleNote: "people in 2023",
	}, toCity())
	fmt.Println(b.Amount().Format(ghg.Megatonne, 1), err)
	// Output:
	// -10.8 MtCO2e (AR5) <nil>
}

// Whoever emitted much is given much: the share is that of three years.
func ExampleGrandfathering() {
	b, err := nation().Allocate(budget.Grandfathering{
		Emissions: series("city", 2021, "8.6", "8.2", "8"), Of: series("nation", 2021, "655", "650", "620"), First: 2021, Last: 2023,
	}, toCity())
	fmt.Println(b.Amount().Format(ghg.Megatonne, 1), err)
	// Output:
	// 77.3 MtCO2e (AR5) <nil>
}

func ExampleStage() {
	b, _ := nation().LessOverheads(budget.Overheads{Amount: ghg.MustCO2e("500 MtCO2e (AR5)"), Of: ghg.MustCO2e("10000 MtCO2e (AR5)")})
	for s := range b.Stages() {
		fmt.Println(s)
		fmt.Println(s.Korean())
		for _, x := range s.Steps {
			fmt.Println(x.Symbol, x.What, x.Values[0].Number)
		}
	}
	// Output:
	// national overheads: R - O / B × R = 5700000000 tCO2e (AR5)
	// 국가 공통분 차감: R - O / B × R = 5700000000 tCO2e (AR5)
	// O overheads 500000000
	// B the budget that they are known for 10000000000
}
