package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// grid is the Korean grid by year, as CO2e.
func grid() ghg.Factors {
	f, err := ghg.NewFactors(ghg.FactorsDefinition{
		Of: "전력", Edition: "2025", Source: "GIR, approved national factors", Per: ghg.MegawattHour,
		Years: []ghg.Factor{
			{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")},
			{Year: 2023, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)"), Published: ghg.MustDate("2025-12-18")},
			{Year: 2024, CO2e: ghg.MustCO2e("0.4330 tCO2e (AR5)"), From: 2021, To: 2023, Published: ghg.MustDate("2025-12-18")},
		},
	})
	if err != nil {
		panic(err)
	}
	return f
}

// What a city hall's electricity emitted, from its bill in kWh and a factor per
// MWh.
func ExampleFactors() {
	f := grid()
	co2e, factor, err := f.For(2023, ghg.MustQuantity("1290500 ㎾h"))
	fmt.Println(f)
	fmt.Println(co2e, err)
	fmt.Println("×", factor.CO2e, "of", factor.Year, "-", factor.Source)
	fmt.Println(f.IsOf("electricity"), f.IsOf("Grid Electricity"), f.IsOf("heat"))
	// Output:
	// 전력, CO2e (AR5) per MWh, 2020, 2023 and 2024 (2025)
	// 538.52565 tCO2e (AR5) <nil>
	// × 0.4173 tCO2e (AR5) of 2023 - GIR, approved national factors
	// true true false
}

// No year lends its factor to another, and gas is no electricity.
func ExampleFactors_For() {
	_, _, err := grid().For(2022, ghg.MustQuantity("12 MWh"))
	var none *ghg.NoFigureError
	fmt.Println(errors.As(err, &none), none.Year, none.Have)

	_, _, err = grid().For(2023, ghg.MustQuantity("31.9 Nm3"))
	var mismatch *ghg.UnitMismatchError
	fmt.Println(errors.As(err, &mismatch), mismatch.Has, mismatch.Wants)
	// Output:
	// true 2022 [2020 2023 2024]
	// true Nm3 MWh
}

// Factors by gas hold in all years, and give CO2e on whichever metric is asked
// for.
func ExampleFactors_On() {
	diesel, err := ghg.NewFactors(ghg.FactorsDefinition{
		Of: "경유", Source: "IPCC 2006, volume 2, Table 3.2.1 and 3.2.2", Per: ghg.MustUnit("TJ (net)"),
		Years: []ghg.Factor{{Gases: []ghg.Mass{ghg.MustMass("74100 kg CO2"), ghg.MustMass("3.9 kg CH4"), ghg.MustMass("3.9 kg N2O")}}},
	})
	fuel := ghg.MustQuantity("35.5 GJ (net)")
	masses, _, _ := diesel.Masses(2022, fuel)
	fmt.Println(masses, err)
	_, _, err = diesel.For(2022, fuel)
	fmt.Println(errors.Is(err, ghg.ErrFactorsByGas))
	for _, metric := range []ghg.Metric{ghg.SAR, ghg.AR5} {
		on, _ := diesel.On(metric)
		co2e, _, _ := on.For(2022, fuel)
		fmt.Println(co2e)
	}
	// Output:
	// [2.63055 t CO2 0.00013845 t CH4 0.00013845 t N2O] <nil>
	// true
	// 2.67637695 tCO2e (SAR)
	// 2.67111585 tCO2e (AR5)
}

// One factor that is on another metric, a mean that ends before it begins: all
// is said at once.
func ExampleNewFactors() {
	_, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: "GIR", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2022, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")},
		{Year: 2023, CO2e: ghg.MustCO2e("0.3996 tCO2e (SAR)")},
		{Year: 2024, CO2e: ghg.MustCO2e("0.433 tCO2e (AR5)"), From: 2023, To: 2021},
	}})
	fmt.Println(err)
	var metrics *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &metrics))
	// Output:
	// factors of electricity, 2024, last year of the mean "2021": it is before the first, 2023
	// factors of electricity, 2023: CO2e on metric SAR and on metric AR5 do not meet: compute both with one metric
	// true
}

func ExampleFactor() {
	mean, err := grid().At(2024)
	fmt.Println(mean.CO2e, "mean of", mean.From, "to", mean.To, "published", mean.Published, err)
	// Output: 0.433 tCO2e (AR5) mean of 2021 to 2023 published 2025-12-18 <nil>
}

// Two series are the same if their factors are, whoever typed them.
func ExampleFactors_ID() {
	again, _ := ghg.NewFactors(ghg.FactorsDefinition{Of: "grid electricity", Source: "a colleague's table", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2020, CO2e: ghg.MustCO2e("0.45410 tCO2e (AR5)")}}})
	first, _ := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")}}})
	fmt.Println(first.ID() == again.ID(), first.ID() == grid().ID())
	b, _ := json.Marshal(first)
	fmt.Println(string(b))
	// Output:
	// true false
	// {"format":"localghg factors 1","id":"electricity@3806a212ab373ffbfcec9d6462e165b8","of":"전력","source":"GIR","per":"MWh","metric":"AR5","factors":[{"year":2020,"co2e":"0.4541 t","status":"actual"}]}
}

// A series is handed on as a document; one that was changed by hand is found.
func ExampleReadFactorsJSON() {
	text, _ := json.Marshal(grid())
	again, err := ghg.ReadFactorsJSON(strings.NewReader(string(text)))
	fmt.Println(again.ID() == grid().ID(), err)
	_, err = ghg.ReadFactorsJSON(strings.NewReader(strings.Replace(string(text), "0.4173", "0.4137", 1)))
	fmt.Println(strings.Contains(err.Error(), "changed by hand"))
	// Output:
	// true <nil>
	// true
}

// Masses are asked of factors of gases, and no others.
func ExampleFactors_Masses() {
	_, _, err := grid().Masses(2023, ghg.MustQuantity("12 MWh"))
	fmt.Println(errors.Is(err, ghg.ErrFactorsOfCO2e))
	_, _, err = ghg.Factors{}.Masses(2023, ghg.MustQuantity("12 MWh"))
	fmt.Println(errors.Is(err, ghg.ErrNoFactors))
	// Output:
	// true
	// true
}

// A series says where it comes from, so that a reader can look each factor up.
func ExampleFactors_All() {
	f := grid()
	fmt.Println(f.Of(), f.Edition(), "·", f.Source(), "·", f.Metric().ID(), f.Gases())
	for x := range f.All() {
		if x.From != 0 {
			fmt.Println(x.Year, x.CO2e, "mean of", x.From, "to", x.To)
			continue
		}
		fmt.Println(x.Year, x.CO2e)
	}
	// Output:
	// 전력 2025 · GIR, approved national factors · AR5 []
	// 2020 0.4541 tCO2e (AR5)
	// 2023 0.4173 tCO2e (AR5)
	// 2024 0.433 tCO2e (AR5) mean of 2021 to 2023
}
