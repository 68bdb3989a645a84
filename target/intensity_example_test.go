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
func activity(amounts map[int]int64) target.Activity {
	var figures []target.ActivityFigure
	for year, a := range amounts {
		figures = append(figures, target.ActivityFigure{Year: year, Amount: decimal.New(a, 0), Status: ghg.Projected, Source: "regional plan"})
	}
	a, err := target.NewActivity("gross regional product", "trillion won", figures)
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

// Activity data come with a name and a unit; nobody's population is 0.
func ExampleActivity() {
	a, _ := target.NewActivity("population", "persons", []target.ActivityFigure{
		{Year: 2018, Amount: decimal.New(2461769, 0), Source: "resident registration"},
		{Year: 2030, Amount: decimal.New(2250000, 0), Status: ghg.Projected, Source: "population projection"}})
	for f := range a.All() {
		fmt.Println(f.Year, f.Amount, a.Unit()+",", f.Status)
	}
	_, err := target.NewActivity("population", "persons", []target.ActivityFigure{{Year: 2018}})
	fmt.Println(err)
	// Output:
	// 2018 2461769 persons, actual
	// 2030 2250000 persons, projected
	// population in 2018: 0: activity must be above zero
}

// An intensity is of something: without the activity of the year, there is
// neither level nor progress.
func ExampleNoReferenceError() {
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("40%"),
		Activity: activity(map[int]int64{2018: 50})}
	_, err := target.New(d)
	var missing *target.NoReferenceError
	if errors.As(err, &missing) {
		fmt.Println(missing.Name, missing.Year)
	}
	fmt.Println(missing)
	// Output:
	// gross regional product 2030
	// the goal moves with the gross regional product, which has no figure for 2030: add it to the series, as projected where it is to come
}

func ExampleActivityFigure() {
	a, _ := target.NewActivity("floor area", "m2", []target.ActivityFigure{
		{Year: 2030, Amount: decimal.New(1200, 0), Status: ghg.Projected, Source: "housing plan"}})
	f, ok := a.At(2030)
	fmt.Println(f.Amount, a.Unit(), f.Status, ok)
	_, ok = a.At(2029)
	fmt.Println(ok)
	// Output:
	// 1200 m2 projected true
	// false
}
