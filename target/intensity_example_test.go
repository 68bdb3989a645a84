package target_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// activity is a series of gross regional product, in trillion won.
func activity(amounts map[int]int64) ghg.Years[decimal.Decimal] {
	var figures []ghg.OfYear[decimal.Decimal]
	for year, a := range amounts {
		figures = append(figures, ghg.OfYear[decimal.Decimal]{Year: year, Value: decimal.New(a, 0), Status: ghg.Projected,
			Source: "regional plan"})
	}
	a, err := ghg.NewYears("gross regional product", "trillion won", nil, figures...)
	if err != nil {
		panic(err)
	}
	return a
}

// A city that plans to grow promises 40 % less for each won, and may emit more:
// its announcement has to say both.
func ExampleBaseYearIntensity() {
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("40%"),
		Activity: activity(map[int]int64{2018: 50, 2022: 60, 2030: 95})}
	t, _ := target.New(d)
	limit, _ := t.Limit(2030)
	fmt.Println(t)
	fmt.Println("allowed", limit, "- against 2018 a cut of", t.EquivalentCut().Percent(0))

	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("10.4 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println("for each won", p.Reduction.Percent(1), "- in tonnes", p.Absolute.Percent(1))
	// Output:
	// Daegu 2030: 40% below 2018 per unit of gross regional product by 2030
	// allowed 11400000 tCO2e (AR5) - against 2018 a cut of -14%
	// for each won 13.3% - in tonnes -4.0%
}

// An intensity is of something: without the activity of the year, there is
// neither level nor progress.
func ExampleBaseYearIntensity_withoutActivity() {
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("40%"),
		Activity: activity(map[int]int64{2018: 50, 2030: 95})}
	t, _ := target.New(d)
	_, err := t.Pathway(target.Linear, 2025)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println(missing.Of, missing.Year, "is missing; there are", missing.Have)
	}
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("40%"),
		Activity: activity(map[int]int64{2018: 0, 2030: 95})}
	_, err = target.New(d)
	fmt.Println(err)
	// Output:
	// gross regional product 2025 is missing; there are [2018 2030]
	// target "Daegu 2030", goal.activity "gross regional product": 2018: 0: activity must be above zero
}
