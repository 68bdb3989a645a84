package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

func ExampleCO2e() {
	first, restated := ghg.MustCO2e("9.43 MtCO2e (AR5)"), ghg.MustCO2e("8.97 MtCO2e (AR5)")
	change, err := restated.Sub(first)
	fmt.Println(change.Format(ghg.Megatonne, 2), err)
	// Output:
	// -0.46 MtCO2e (AR5) <nil>
}

// A mistake that does not pass: a figure on AR4 and one on AR5 are in two
// measures.
func ExampleCO2e_Add_twoMetrics() {
	_, err := ghg.MustCO2e("100 tCO2e (AR4)").Add(ghg.MustCO2e("100 tCO2e (AR5)"))
	var mismatch *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &mismatch))
	// A figure whose metric is not stated meets only others of its kind.
	_, err = ghg.MustCO2e("100 tCO2e").Add(ghg.MustCO2e("100 tCO2e (AR5)"))
	fmt.Println(errors.As(err, &mismatch), mismatch.A, mismatch.B)
	// Output:
	// true
	// true unstated AR5
}

func ExampleMetricMismatchError() {
	_, err := ghg.MustCO2e("100 tCO2e (AR4)").Cmp(ghg.MustCO2e("100 tCO2e (AR5)"))
	var mismatch *ghg.MetricMismatchError
	if errors.As(err, &mismatch) {
		fmt.Println(mismatch.A, mismatch.B)
	}
	// Output:
	// AR4 AR5
}

func ExampleParseCO2e() {
	c, err := ghg.ParseCO2e("943만톤CO2eq")
	fmt.Println(c, "metric", c.Metric(), err)
	_, err = ghg.ParseCO2e("9.43 Mt (AR5)")
	fmt.Println(err)
	// Output:
	// 9430000 tCO2e metric unstated <nil>
	// CO2e "9.43 Mt (AR5)": the unit must say CO2e, as in tCO2e
}

func ExampleNewCO2e() {
	c, err := ghg.NewCO2e(decimal.RequireFromString("9.43"), ghg.Megatonne, ghg.AR5)
	fmt.Println(c, err)
	_, err = ghg.NewCO2e(decimal.RequireFromString("9.43"), ghg.Megatonne, ghg.Metric{})
	fmt.Println(err)
	// Output:
	// 9430000 tCO2e (AR5) <nil>
	// no metric given: name one, such as ghg.AR5, or ghg.Unstated for figures whose source does not say
}

func ExampleCO2eOf() {
	c, err := ghg.CO2eOf(ghg.MustMass("9.43 Mt"), ghg.Unstated)
	fmt.Println(c, err)
	_, err = ghg.CO2eOf(ghg.MustMass("3 t CH4"), ghg.AR5)
	fmt.Println(err)
	// Output:
	// 9430000 tCO2e <nil>
	// a mass of CH4 is not CO2e: convert it with its CO2e method
}
