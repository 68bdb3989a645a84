package effect_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/effect"
)

// The grid gets cleaner. Each year's factor says where it is from and whether it
// is known yet; one below 0 is none.
func ExampleEmissionFactors() {
	f, err := effect.NewEmissionFactors("grid electricity", "MWh", []effect.EmissionFactor{
		{Year: 2030, PerUnit: ghg.MustCO2e("0.3 tCO2e (AR5)"), Status: ghg.Projected, Source: "example"},
		{Year: 2023, PerUnit: ghg.MustCO2e("0.4173 tCO2e (AR5)"), Source: "GIR, consumption end"},
	})
	fmt.Println(f, err)
	for x := range f.All() {
		fmt.Println(x.Year, x.PerUnit, x.Status)
	}
	_, err = effect.NewEmissionFactors("grid electricity", "MWh", []effect.EmissionFactor{{Year: 2023, PerUnit: ghg.MustCO2e("-1 tCO2e")}})
	fmt.Println(err)
	// Output:
	// grid electricity, CO2e for one MWh, 2023 to 2030 <nil>
	// 2023 0.4173 tCO2e (AR5) actual
	// 2030 0.3 tCO2e (AR5) projected
	// grid electricity in 2023: -1 tCO2e: 0 or more is allowed
}

// A factor is of one year: the year between two has none.
func ExampleEmissionFactor() {
	f, ok := grid().At(2023)
	fmt.Println(f.PerUnit, "per MWh in", f.Year, "-", f.Source, ok)
	_, ok = grid().At(2024)
	fmt.Println(ok)
	// Output:
	// 0.4173 tCO2e (AR5) per MWh in 2023 - GIR, consumption end, published 2025-12-18 true
	// false
}
