package budget_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
)

// The council of an invented city has a budget of 60 Mt for 2024 to 2050.
func cityBudget() budget.Budget {
	b, err := budget.New(budget.Definition{
		Name: "city 2024-2050", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024, Last: 2050,
		Warming: "1.5 °C", Likelihood: ghg.MustShare("67%"), Source: "council decision of May 2023",
	})
	if err != nil {
		panic(err)
	}
	return b
}

// In 2023 the city emitted 8 Mt. That year is outside the budget.
func in2023() budget.Start {
	return budget.Start{Year: 2023, Emissions: ghg.MustCO2e("8 MtCO2e (AR5)"), Source: "city inventory 2023"}
}

// figures is the city's series from a first year on.
func figures(first int, mt ...string) ghg.Yearly {
	var all []ghg.YearFigure
	for i, x := range mt {
		all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage,
			Source: "city inventory"})
	}
	y, err := ghg.NewYearly("city", gpc.Basic, ghg.AR5, all)
	if err != nil {
		panic(err)
	}
	return y
}

// Does the plan keep the budget, and when does the budget run out?
func Example() {
	plan, err := target.New(target.Definition{
		Name: "net zero 2050", Place: "city", Due: 2050, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2023, Base: ghg.MustMass("8 Mt"), Cut: ghg.MustShare("100%")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	path, _ := plan.Along(target.Linear)
	b := cityBudget()
	onPlan, _ := b.Exhaustion(budget.Plan("the plan", path))
	asNow, _ := b.Exhaustion(budget.Constant(ghg.MustCO2e("8 MtCO2e (AR5)")))
	fmt.Println(onPlan)
	fmt.Println(asNow)
	// Output:
	// exceeded in 2033, at 2033.26, on the plan
	// exceeded in 2031, at 2031.50, on constant emissions of 8000000 tCO2e (AR5) a year
}

func ExampleNew_refused() {
	_, err := budget.New(budget.Definition{Name: "city", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024})
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field, refused.Value)
		fmt.Println(refused.Detail)
	}
	// Output:
	// last 0
	// a last counted year from the first one to 2300 is needed, or budget.ForGood
}

func ExampleBudget() {
	b := cityBudget()
	fmt.Println(b.Name(), "|", b.Amount(), "|", b.First(), "to", b.Last())
	fmt.Println(b.Warming(), "with", b.Likelihood(), "|", b.Metric(), "|", b.Source(), "|", b.Basis().Edition())
	fmt.Println(b.Counts(2023), b.Counts(2024))
	// Output:
	// city 2024-2050 | 60000000 tCO2e (AR5) | 2024 to 2050
	// 1.5 °C with 67% | AR5 | council decision of May 2023 | GPC 1.1
	// false true
}

func ExampleBudget_Use() {
	u, err := cityBudget().Use(figures(2024, "8.1", "7.6"), 2025)
	fmt.Println(u, err)
	_, err = cityBudget().Use(figures(2024, "8.1", "7.6"), 2027)
	fmt.Println(err)
	// Output:
	// 26.2% used through 2025, 44300000 tCO2e (AR5) left <nil>
	// the series of city has no figure for 2026, 2027: a year that is not known is not 0; add its figure, or ask for the years that are known
}

func ExampleUse() {
	u, _ := cityBudget().Use(figures(2024, "8.1", "7.6"), 2025)
	fmt.Println(u.Explain())
	// Output:
	// use of city 2024-2050 = 44,300,000 tCO2e (AR5)
	//   R         = 60,000,000 tCO2e (AR5)   # carbon budget: city 2024-2050 (city), for 2024 to 2050; 1.5 °C with a likelihood of 67%; source: council decision of May 2023
	//   F[y]   # emitted
	//       y     F [tCO2e (AR5)]
	//       2024  8,100,000        actual; city inventory
	//       2025  7,600,000        actual; city inventory
	//   exhausted = undefined   # moment at which the budget ran out; not exceeded through 2025 on figures; derivation 0dd065a94de5…
	//   used      = sum(y = 2024..2025: F[y]) = 8,100,000 + 7,600,000 = 15,700,000 tCO2e (AR5)   # used
	//   share     = used / R = 15,700,000 / 60,000,000 = 0.261666666667, where R > 0   # share used
	//   left      = R - used = 60,000,000 - 15,700,000 = 44,300,000 tCO2e (AR5)   # left
	// rounding: to 12 decimal places, half away from zero: share
}

// What is left is a budget of its own, from the next year on.
func ExampleBudget_From() {
	left, err := cityBudget().From(2026, figures(2024, "8.1", "7.6"))
	fmt.Println(left, err)
	for s := range left.Stages() {
		fmt.Println(s)
	}
	// Output:
	// city 2024-2050: 44300000 tCO2e (AR5) for 2026 to 2050 <nil>
	// counted from 2026: R - E_sum = 44300000 tCO2e (AR5)
}

func ExampleMissingError() {
	y, _ := ghg.NewYearly("city", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2025, CO2e: ghg.MustCO2e("7.6 MtCO2e (AR5)"), Status: ghg.Nowcast, Vintage: ghg.FirstVintage}})
	_, err := cityBudget().Use(y, 2025)
	var missing *budget.MissingError
	if errors.As(err, &missing) {
		fmt.Println("to be reported:", missing.Missing, "to be made final:", missing.NotActual)
	}
	// Output:
	// to be reported: [2024] to be made final: [2025]
}

func ExampleBudget_Use_otherView() {
	y, _ := ghg.NewYearly("city", gpc.Territorial, ghg.AR5, nil)
	_, err := cityBudget().Use(y, 2025)
	var other *ghg.MismatchError
	if errors.As(err, &other) && other.In(ghg.AspectView) {
		fmt.Println("the budget counts", other.Differ[0].A, "and not", other.Differ[0].B)
	}
	// Output:
	// the budget counts GPC 1.1 BASIC and not GPC 1.1 territorial
}

func ExampleTrend() {
	// 8 Mt in 2023, falling by 0.2 Mt a year: 8 + 0.2 × 2023 = 412.6 in the year 0.
	line, err := budget.Trend(ghg.MustCO2e("-0.2 MtCO2e (AR5)"), ghg.MustCO2e("412.6 MtCO2e (AR5)"))
	if err != nil {
		fmt.Println(err)
		return
	}
	x, _ := cityBudget().Exhaustion(line)
	fmt.Println(x)
	_, err = budget.Trend(ghg.MustCO2e("-0.2 MtCO2e (AR4)"), ghg.MustCO2e("412.6 MtCO2e (AR5)"))
	fmt.Println(err)
	// Output:
	// exceeded in 2032, at 2032.51, on trend of 412600000 tCO2e (AR5) + -200000 × year
	// trend: CO2e on metric AR4 and on metric AR5 do not meet: compute both with one metric
}

func ExampleExhaustion() {
	x, _ := cityBudget().Exhaustion(budget.Constant(ghg.MustCO2e("2 MtCO2e (AR5)")))
	_, ok := x.At()
	fmt.Println(x.Answer, ok)
	fmt.Println(x.Explain())
	// Output:
	// not exceeded false
	// exhaustion of city 2024-2050 = not exceeded
	//   R      = 60,000,000 tCO2e (AR5)   # carbon budget: city 2024-2050 (city), for 2024 to 2050; 1.5 °C with a likelihood of 67%; source: council decision of May 2023
	//   f      = 2024   # first year that counts
	//   v[y]   # course: constant emissions of 2000000 tCO2e (AR5) a year
	//       y     v [tCO2e (AR5)]
	//       2024  2,000,000
	//       2025  2,000,000
	//       2026  2,000,000
	//       2027  2,000,000
	//       2028  2,000,000
	//       2029  2,000,000
	//       2030  2,000,000
	//       2031  2,000,000
	//       2032  2,000,000
	//       2033  2,000,000
	//       2034  2,000,000
	//       2035  2,000,000
	//       2036  2,000,000
	//       2037  2,000,000
	//       2038  2,000,000
	//       2039  2,000,000
	//       2040  2,000,000
	//       2041  2,000,000
	//       2042  2,000,000
	//       2043  2,000,000
	//       … and 7 more rows
	//   spent  = sum(y: v[y]) = 54,000,000 tCO2e (AR5)   # cumulated through the last year looked at
	//   answer = not-exceeded   # answer, the first case that holds
	//           ✗ spent-before spent before: R < 0: 60,000,000 < 0
	//           ✗ exceeded     exceeded: spent > R: 54,000,000 > 60,000,000
	//           ✓ not-exceeded not exceeded
}

// A path that has no figure for a year cannot be summed.
func ExampleBudget_Exhaustion_yearLeftOut() {
	_, err := cityBudget().Exhaustion(budget.Plan("the plan", func(yield func(int, ghg.CO2e) bool) {
		_ = yield(2024, ghg.MustCO2e("8 MtCO2e (AR5)")) && yield(2030, ghg.MustCO2e("4 MtCO2e (AR5)"))
	}))
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println(missing.Of, missing.Year)
	}
	// Output:
	// path 2025
}

// The straight line from base to target: two sums and an area that must not be mixed.
func ExampleSums() {
	s, err := budget.SumAndArea(func(yield func(int, ghg.CO2e) bool) {
		for i, x := range []string{"8 MtCO2e (AR5)", "6 MtCO2e (AR5)", "4 MtCO2e (AR5)"} {
			if !yield(2023+i, ghg.MustCO2e(x)) {
				return
			}
		}
	})
	fmt.Println(err)
	fmt.Println(s.Explain())
	// Output:
	// <nil>
	// sum and area of 2023 to 2025 = 6,000,000 tCO2e (AR5)
	//   f           = 2023   # first year
	//   l           = 2025   # last year
	//   v[y]   # values
	//       y     v [tCO2e (AR5)]
	//       2023  8,000,000
	//       2024  6,000,000
	//       2025  4,000,000
	//   total       = sum(y: v[y]) = 8,000,000 + 6,000,000 + 4,000,000 = 18,000,000 tCO2e (AR5)   # sum of the calendar years
	//   after_first = sum(i = f + 1..l: v[i]) = 6,000,000 + 4,000,000 = 10,000,000 tCO2e (AR5)   # without the first year
	//   area        = sum(i = f + 1..l: (v[i - 1] + v[i]) / 2) = (8,000,000 + 6,000,000) / 2 + (6,000,000 + 4,000,000) / 2 = 12,000,000 tCO2e (AR5)   # area under the line, by trapezoids
	//   difference  = total - area = 18,000,000 - 12,000,000 = 6,000,000 tCO2e (AR5)   # sum less area
}

// A course is a path, or a series of figures such as a forecast.
func ExampleCourse() {
	p, _ := cityBudget().Path(budget.LinearYears, in2023())
	years, _ := p.Through(2050)
	x, err := cityBudget().Exhaustion(budget.Plan("linear by calendar years", years))
	fmt.Println(x.Answer, x.Spent, err)
	forecast := figures(2024, "9", "12", "15", "18", "21")
	x, err = cityBudget().Exhaustion(budget.Plan("forecast", forecast.ByYear()))
	fmt.Println(x, err)
	// Output:
	// not exceeded 60000000 tCO2e (AR5) <nil>
	// exceeded in 2028, at 2028.28, on forecast <nil>
}
