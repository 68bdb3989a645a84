package strategy_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Electric cars as a model: what is counted, how long it lasts, and what one of it changes.
func ExampleNewQuantification() {
	grid, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "national outlook", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2024, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")}, {Year: 2025, CO2e: ghg.MustCO2e("0.39 tCO2e (AR5)"), Status: ghg.Projected}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	road := ghg.Category{Scheme: gpc.Scheme.ID(), Code: "II.1.1"}
	powered := ghg.Category{Scheme: gpc.Scheme.ID(), Code: "II.1.2"}
	petrol, err := strategy.FixedSaving(strategy.EmissionSource{Category: road, Fuel: "휘발유"}, strategy.Overlapping,
		"휘발유 승용차", ghg.Vehicle, ghg.MustCO2e("1.8 tCO2e (AR5)"), "fleet model")
	if err != nil {
		fmt.Println(err)
		return
	}
	cars, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "cars", Counts: "전기승용차 보급대수", Unit: ghg.Vehicle, Counting: strategy.NewInYear, Life: strategy.Life{Years: 10},
		Quantities: []strategy.Quantities{
			{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2024: decimal.New(2820, 0), 2025: decimal.New(5000, 0)}},
			{Kind: strategy.Implemented, ByYear: map[int]decimal.Decimal{2024: decimal.New(2600, 0)}},
		},
		Effects: []strategy.UnitEffect{petrol, {
			On: strategy.EmissionSource{Category: powered, Fuel: "전력"}, Interaction: strategy.Overlapping,
			Saves: ghg.MustQuantity("-2000 kWh"), Factors: grid, Of: strategy.OfYear}},
		Source: "climate plan, 2024",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	effects, err := cars.Effects(strategy.Expected, 2024, 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range effects {
		for year, amount := range e.Reductions.All() {
			fmt.Println(e.On, year, amount.Format(ghg.Tonne, 1))
		}
	}
	done, err := cars.Net(strategy.Implemented, 2024, 2024)
	if err != nil {
		fmt.Println(err)
		return
	}
	amount, _ := done.At(2024)
	fmt.Println("done in 2024:", amount.Format(ghg.Tonne, 1))
	fmt.Println(cars.Findings(strategy.Expected, 2024, 2030).Korean())
	// Output:
	// GPC 1.1 II.1.1, 휘발유 2024 5076.0 tCO2e (AR5)
	// GPC 1.1 II.1.1, 휘발유 2025 14076.0 tCO2e (AR5)
	// GPC 1.1 II.1.2, 전력 2024 -2353.6 tCO2e (AR5)
	// GPC 1.1 II.1.2, 전력 2025 -6099.6 tCO2e (AR5)
	// done in 2024: 2510.0 tCO2e (AR5)
	// 정량화 "cars", 전망한 배출계수: 전력 계수는 2025년에 전망 또는 잠정추계값
}

// The usual project of a Korean plan: a target quantity × a published unit. What
// monitoring found joins it, and who verified it.
func ExamplePublishedUnit() {
	trees, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "1", Counts: "보급대수", Unit: ghg.Vehicle, Counting: strategy.StandingInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2026: decimal.New(120, 0)}}},
		Published: strategy.PublishedUnit{ID: "4-1", On: strategy.EmissionSource{EndUse: "승용차"},
			Saves: ghg.MustCO2e("0.97 tCO2e"), Source: "guideline, appendix 3"},
		Source: "plan of 2025",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	trees, err = trees.With(strategy.Quantities{Kind: strategy.Verified, By: "점검위원회 2027-03",
		ByYear: map[int]decimal.Decimal{2026: decimal.New(96, 0)}, Source: "annual check"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, kind := range []strategy.Kind{strategy.Expected, strategy.Verified} {
		r, err := trees.ByPublishedUnit(kind, 2026, 2026)
		if err != nil {
			fmt.Println(err)
			return
		}
		amount, _ := r.At(2026)
		quantity, _ := trees.Working(kind, 2026)
		fmt.Println(kind.Korean(), quantity.Korean(), amount)
	}
	by, _ := trees.Verifier(2026)
	fmt.Println(by)
	// Output:
	// 예상 120 대 116.4 tCO2e
	// 검증 96 대 93.12 tCO2e
	// 점검위원회 2027-03
}

// Panels that work half a year in their first and in their last, and what their makers
// say of their own effect.
func ExampleLife() {
	half, all := ghg.MustShare("50%"), ghg.MustShare("100%")
	panels, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "전력"}, strategy.Overlapping, "태양광", ghg.MustUnit("kW"),
		ghg.MustCO2e("0.6 tCO2e"), "study")
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "1", Counts: "시설용량", Unit: ghg.MustUnit("kW"), Counting: strategy.NewInYear,
		Life: strategy.Life{ByAge: []ghg.Share{half, all, half}},
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, Last: 2025,
			ByYear: map[int]decimal.Decimal{2024: decimal.New(100, 0), 2025: decimal.New(300, 0)}}},
		Effects: []strategy.UnitEffect{panels},
		Judged: []strategy.Judged{
			{Why: strategy.FreeRiders, Kept: ghg.MustShare("90%"), Text: "survey of 2023"},
			{Why: strategy.PaysForItself, Kept: ghg.MustShare("100%"), Text: "payback in 6 years"}},
		Source: "plan",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := q.Net(strategy.Expected, 2024, 2028)
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, amount := range r.All() {
		working, _ := q.Working(strategy.Expected, year)
		fmt.Println(year, working, amount)
	}
	fmt.Println(q.Findings(strategy.Expected, 2024, 2030))
	// Output:
	// 2024 50 kW 27 tCO2e
	// 2025 250 kW 135 tCO2e
	// 2026 350 kW 189 tCO2e
	// 2027 150 kW 81 tCO2e
	// 2028 0 kW 0 tCO2e
	// quantification "1", pays-for-itself: pays for itself: payback in 6 years; 100% is kept
}

// A year late, the panels meet the cleaner grid of later years: delaying their tonnes
// would keep that of the years in which they were planned.
func ExampleQuantification_Delayed() {
	grid, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: "outlook", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2025, CO2e: ghg.MustCO2e("0.4 tCO2e")}, {Year: 2026, CO2e: ghg.MustCO2e("0.3 tCO2e")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "1", Counts: "generation", Unit: ghg.MegawattHour, Counting: strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2025: decimal.New(500, 0)}}},
		Effects: []strategy.UnitEffect{{On: strategy.EmissionSource{EndUse: "power"}, Saves: ghg.MustQuantity("1 MWh"),
			Factors: grid, Of: strategy.OfYear}},
		Source: "plan",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	late, err := q.Delayed(1)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range []strategy.Quantification{q, late} {
		r, err := q.Net(strategy.Expected, 2025, 2026)
		if err != nil {
			fmt.Println(err)
			return
		}
		for year, amount := range r.All() {
			fmt.Println(year, amount)
		}
	}
	_, err = late.Net(strategy.Implemented, 2026, 2026)
	fmt.Println(err)
	// Output:
	// 2025 200 tCO2e
	// 2026 150 tCO2e
	// implemented quantities of quantification "1": no figure for 2026: what is missing is not 0, and none is carried over from another year: state it
}

// A share of the gas of a landfill, which is an amount only on a baseline.
func ExampleWholeSource() {
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "1", Counts: "포집률", Counting: strategy.StandingInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected,
			ByYear: map[int]decimal.Decimal{2030: ghg.MustShare("48%").Fraction()}}},
		Effects: []strategy.UnitEffect{strategy.WholeSource(strategy.EmissionSource{EndUse: "매립지"}, strategy.Overlapping)},
		Source:  "plan",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	effects, err := q.Effects(strategy.Expected, 2030, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	share, _ := effects[0].Cuts.At(2030)
	fmt.Println(share)
	_, err = q.Net(strategy.Expected, 2030, 2030)
	fmt.Println(err)
	// Output:
	// 48%
	// quantification "1": it cuts a share of a source, which is no amount until a baseline says what the source emits
}
