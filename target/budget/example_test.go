package budget_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
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
		all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "city inventory"})
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
	fmt.Println(err)
	var refused *budget.DefinitionError
	fmt.Println(errors.As(err, &refused))
	// Output:
	// budget "city", Last 0: a last counted year from the first one to 2300 is needed, or budget.ForGood
	// true
}

func ExampleBudget() {
	b := cityBudget()
	fmt.Println(b)
	fmt.Println(b.Counts(2023), b.Counts(2024), b.Counts(2050))
	// Output:
	// city 2024-2050: 60000000 tCO2e (AR5) for 2024 to 2050
	// false true true
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
	fmt.Print(u.Explain())
	// Output:
	// budget       city 2024-2050: 60000000 tCO2e (AR5) for 2024 to 2050
	// limit        1.5 °C with a likelihood of 67%
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       council decision of May 2023
	// emitted      8100000 tCO2e (AR5) in 2024: actual, first vintage, source city inventory
	// emitted      7600000 tCO2e (AR5) in 2025: actual, first vintage, source city inventory
	// used         sum of 2024 to 2025 = 15700000 tCO2e (AR5)
	// share        used/R = 15700000/60000000 = 0.261666666667
	// left         R - used = 44300000 tCO2e (AR5)
	// exhausted    not exceeded through 2025 on figures
}

// What is left is a budget of its own, from the next year on.
func ExampleBudget_From() {
	left, err := cityBudget().From(2026, figures(2024, "8.1", "7.6"))
	fmt.Println(left, err)
	for s := range left.Steps() {
		fmt.Println(s)
	}
	// Output:
	// city 2024-2050: 44300000 tCO2e (AR5) for 2026 to 2050 <nil>
	// counted from 2026: R - ΣE = 44300000 tCO2e (AR5)
}

func ExampleMissingError() {
	y, _ := ghg.NewYearly("city", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2025, CO2e: ghg.MustCO2e("7.6 MtCO2e (AR5)"), Status: ghg.Nowcast, Vintage: ghg.FirstVintage}})
	_, err := cityBudget().Use(y, 2025)
	var missing *budget.MissingError
	fmt.Println(errors.As(err, &missing))
	fmt.Println(missing.Missing, missing.NotActual)
	// Output:
	// true
	// [2024] [2025]
}

func ExampleMismatchError() {
	y, _ := ghg.NewYearly("city", gpc.Territorial, ghg.AR5, nil)
	_, err := cityBudget().Use(y, 2025)
	var other *budget.MismatchError
	fmt.Println(errors.As(err, &other), err)
	// Output:
	// true budget "city 2024-2050" and the series differ in view: GPC 1.1 BASIC and GPC 1.1 territorial do not meet; give the series that the budget is for, or define the budget for the series
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
	fmt.Println(x.Outcome, ok)
	fmt.Println(x)
	// Output:
	// not exceeded false
	// not exceeded through 2050 on constant emissions of 2000000 tCO2e (AR5) a year
}

// A path that has no figure for a year cannot be summed.
func ExampleOrderError() {
	_, err := cityBudget().Exhaustion(budget.Plan("the plan", func(yield func(int, ghg.CO2e) bool) {
		_ = yield(2024, ghg.MustCO2e("8 MtCO2e (AR5)")) && yield(2030, ghg.MustCO2e("4 MtCO2e (AR5)"))
	}))
	fmt.Println(err)
	// Output:
	// the plan: on the path 2030 follows 2024: give every year once, in order, up to 2300; a year left out is not 0
}

// The straight line from base to target: three sums that must not be mixed.
func ExampleSumAndArea() {
	s, err := budget.SumAndArea(func(yield func(int, ghg.CO2e) bool) {
		for i, x := range []string{"8 MtCO2e (AR5)", "6 MtCO2e (AR5)", "4 MtCO2e (AR5)"} {
			if !yield(2023+i, ghg.MustCO2e(x)) {
				return
			}
		}
	})
	fmt.Println(err)
	fmt.Print(s.Explain())
	// Output:
	// <nil>
	// sum          of the calendar years 2023 to 2025 = 18000000 tCO2e (AR5)
	// after first  without 2023 = 10000000 tCO2e (AR5)
	// area         trapezoids from 2023 to 2025 = 12000000 tCO2e (AR5)
	// difference   sum - area = (value of 2023 + value of 2025)/2 = 6000000 tCO2e (AR5)
}

// Which shape? One budget, one start, five answers to what 2030 may emit.
func ExampleBudget_Path() {
	for _, f := range []budget.Form{budget.Linear, budget.LinearYears, budget.ConstantRate, budget.Exponential, budget.Cubic(2045)} {
		p, err := cityBudget().Path(f, in2023())
		if err != nil {
			fmt.Println(err)
			return
		}
		e, _ := p.At(2030)
		fmt.Printf("%-26s %s %s\n", f, e.Format(ghg.Megatonne, 2), f.Counting())
	}
	// Output:
	// linear                     4.27 MtCO2e (AR5) continuous (area)
	// linear by calendar years   4.50 MtCO2e (AR5) discrete (sum of calendar years)
	// constant rate              3.44 MtCO2e (AR5) discrete (sum of calendar years)
	// exponential                3.15 MtCO2e (AR5) continuous (area)
	// cubic to zero in 2045      3.83 MtCO2e (AR5) continuous (area)
}

func ExampleNoPathError() {
	left, _ := cityBudget().From(2033, figures(2024, "8", "8", "8", "8", "8", "8", "8", "8", "8"))
	_, err := left.Path(budget.Geometric, budget.Start{Year: 2032, Emissions: ghg.MustCO2e("8 MtCO2e (AR5)")})
	fmt.Println(err)
	var no *budget.NoPathError
	fmt.Println(errors.As(err, &no))
	// Output:
	// no path: geometric cannot spend budget "city 2024-2050": nothing is left of it: R = -12000000 tCO2e (AR5)
	// true
}

func ExampleCappedDecay() {
	p, _ := cityBudget().Path(budget.CappedDecay(ghg.MustShare("1%")), in2023())
	fmt.Println(p)
	fmt.Println(p.Findings())
	// Output:
	// capped decay, initial slope 1% a year, continuous (area), from 8000000 tCO2e (AR5) in 2023
	// path-rises: emissions go above those of 2023 before they fall
}

func ExamplePath() {
	p, _ := cityBudget().Path(budget.LinearYears, in2023())
	fmt.Print(p.Explain())
	// Output:
	// budget       city 2024-2050: 60000000 tCO2e (AR5) for 2024 to 2050
	// limit        1.5 °C with a likelihood of 67%
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       council decision of May 2023
	// path         linear by calendar years, discrete (sum of calendar years), from 8000000 tCO2e (AR5) in 2023
	// formula      E0 - d × k, d = 2(n × E0 - R')/(n(n + 1)), n = 2R'/E0 rounded up (arithmetic series)
	//   with       R = 60000000 tCO2e (AR5)
	//   with       E0 = 8000000 tCO2e (AR5) in 2023, which is outside the budget; source city inventory 2023
	//   with       R' = 60000000 t, for the years after the start
	//   with       n = 15, years with emissions after the start
	//   with       d = 500000 t a year, step
	// annual rate  undefined: the rate is another every year
	// to zero      16 years from the start
	// rounding     values rounded down to 12 decimal places of a tonne
}

// The curve keeps the budget as an area; its calendar years do not.
func ExamplePath_Discrete() {
	b, _ := budget.New(budget.Definition{Name: "from 2024", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024, Last: budget.ForGood})
	start := budget.Start{Year: 2024, Emissions: ghg.MustCO2e("8 MtCO2e (AR5)")}
	curve, _ := b.Path(budget.Exponential, start)
	s, _ := curve.Spending(2100)
	fmt.Println(s)
	fmt.Println(s.Findings)
	path, _ := curve.Discrete()
	s, _ = path.Spending(2100)
	fmt.Println(path.Form(), s.OverShare.Percent(2))
	// Output:
	// calendar years 2024 to 2100: 64086633.994620420498 tCO2e (AR5) of 60000000 tCO2e (AR5), 6.8% over
	// area-is-no-sum: the area under the path is the budget, the sum of its calendar years is not; Path.Discrete gives the path whose calendar years add up to it
	// budget-overspent: the calendar years 2024 to 2100 add up to 4086633.994620420498 tCO2e (AR5) more than the budget, 6.8% of it
	// geometric 0.00%
}

func ExampleBudget_Allowances() {
	b, _ := budget.New(budget.Definition{Name: "2024-2027", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("20 MtCO2e (AR5)"), First: 2024, Last: 2027})
	p, _ := b.Path(budget.ConstantRate, in2023())
	years, _ := p.Through(2027)
	a, err := b.Allowances(years, 0) // whole tonnes
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, e := range a.All() {
		fmt.Println(year, e)
	}
	fmt.Println(a.Between(2024, 2027), "the last year takes", a.Closing(), "of it")
	// Output:
	// 2024 6564788 tCO2e (AR5)
	// 2025 5387055 tCO2e (AR5)
	// 2026 4420609 tCO2e (AR5)
	// 2027 3627548 tCO2e (AR5)
	// 20000000 tCO2e (AR5) the last year takes 1.921966845068 tCO2e (AR5) of it
}

func ExampleOverspentError() {
	b, _ := budget.New(budget.Definition{Name: "2024-2050", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024, Last: 2050})
	p, _ := b.Path(budget.Exponential, budget.Start{Year: 2024, Emissions: ghg.MustCO2e("8 MtCO2e (AR5)")})
	years, _ := p.Through(2050)
	_, err := b.Allowances(years, 0)
	fmt.Println(err)
	var over *budget.OverspentError
	fmt.Println(errors.As(err, &over))
	// Output:
	// budget "2024-2050": the path has spent 60191605 tCO2e (AR5) of 60000000 tCO2e (AR5) by the end of 2044: a path whose calendar years add up to the budget is needed, such as budget.LinearYears or budget.Geometric
	// true
}

func ExampleBudget_Report() {
	b, _ := budget.New(budget.Definition{Name: "city to 2100", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"), First: 2024, Last: 2100,
		Source: "allocation of 2023"})
	r, err := b.Report(in2023(), budget.Terms{PeriodFirst: 2023, PeriodYears: 5, NearZero: ghg.MustShare("5%"), Places: 0})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	n := 0
	for p := range r.Periods() {
		if n++; n <= 3 {
			fmt.Println(p)
		}
	}
	year, left := r.NearZero()
	fmt.Println(year, left)
	// Output:
	// city to 2100: 60000000 tCO2e (AR5) for 2024 to 2100: cut 11.8% a year, near zero in 2047
	// 2024-2027: 23632324 tCO2e (AR5)
	// 2028-2032: 16918406 tCO2e (AR5)
	// 2033-2037: 9048732 tCO2e (AR5)
	// 2047 2972388 tCO2e (AR5)
}

func ExampleReport() {
	_, err := cityBudget().Report(in2023(), budget.Terms{PeriodFirst: 2023, PeriodYears: 5})
	fmt.Println(err)
	// Output:
	// report, NearZero 0%: state the share that counts as near zero, such as ghg.MustShare("5%")
}

// nation is an invented country's budget from 2020 on.
func nation() budget.Budget {
	b, err := budget.New(budget.Definition{Name: "nation", Place: "nation", View: gpc.Basic, Amount: ghg.MustCO2e("6000 MtCO2e (AR5)"), First: 2024, Last: 2050, Source: "climate council 2023"})
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
		all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "inventory of " + string(place)})
	}
	y, err := ghg.NewYearly(place, gpc.Basic, ghg.AR5, all)
	if err != nil {
		panic(err)
	}
	return y
}

// Four rules of sharing, one nation: which one is fair is for the council.
func ExampleBudget_Allocate() {
	city, all := series("city", 2020, "8.8", "8.6", "8.2", "8"), series("nation", 2020, "640", "655", "650", "620")
	people := make(map[int]int64)
	mean := make(map[int]ghg.CO2e)
	for y := 2024; y <= 2050; y++ {
		people[y] = 2_400_000
		if y >= 2035 {
			mean[y] = ghg.MustCO2e("2 tCO2e (AR5)")
		}
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
		for s := range b.Steps() {
			fmt.Println(s.Name, "|", s.Formula, "|", b.Amount().Format(ghg.Megatonne, 1))
		}
	}
	// Output:
	// population share | R × p/P | 276.9 MtCO2e (AR5)
	// grandfathering | R × Σe/ΣE | 78.6 MtCO2e (AR5)
	// equal cumulative per head | (R + ΣE) × p/P - Σe | 361.7 MtCO2e (AR5)
	// contraction and convergence | Σ n_y × h_y | 148.1 MtCO2e (AR5)
}

func ExamplePopulationShare() {
	b, _ := nation().Allocate(budget.PopulationShare{Year: 2023, People: 2_400_000, Of: 52_000_000, Source: "resident register"}, toCity())
	fmt.Print(b.Explain())
	_, err := nation().Allocate(budget.PopulationShare{Year: 2023, People: 52_000_000, Of: 2_400_000}, toCity())
	fmt.Println(err)
	// Output:
	// budget       city: 276923076.923076923077 tCO2e (AR5) for 2024 to 2050
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       climate council 2023
	// step         population share: R × p/P = 276923076.923076923077 tCO2e (AR5)
	//   with       R = 6000000000 tCO2e (AR5), nation (nation), for 2024 to 2050
	//   with       p = 2400000, people of city in 2023
	//   with       P = 52000000, people of nation in 2023
	//   source     resident register
	// budget "city": population share, People 52000000: a part of the 2400000 people of the larger place is needed
}

// A rule of one's own: by ability to pay, with weights that the user brings.
func ExampleMethodFunc() {
	abilityToPay := budget.MethodFunc(func(larger budget.Budget, to budget.Recipient) (budget.Step, error) {
		weight := decimal.RequireFromString("0.04")
		part, err := larger.Amount().Scale(weight)
		return budget.Step{Name: "ability to pay", Formula: "R × w", Amount: part, Source: "finance office",
			Inputs: []budget.Input{{Symbol: "w", Value: weight.String(), Note: "weight of " + string(to.Place)}}}, err
	})
	b, err := nation().Allocate(abilityToPay, toCity())
	fmt.Println(b, err)
	// Output:
	// city: 240000000 tCO2e (AR5) for 2024 to 2050 <nil>
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

func ExampleBudget_LessOverheads() {
	b, err := nation().LessOverheads(budget.Overheads{Amount: ghg.MustCO2e("500 MtCO2e (AR5)"), Of: ghg.MustCO2e("10000 MtCO2e (AR5)"), Source: "climate council 2023"})
	fmt.Println(b, err)
	// Output:
	// nation: 5700000000 tCO2e (AR5) for 2024 to 2050 <nil>
}

func ExampleInputError() {
	_, err := budget.StatedCoverage(ghg.MustShare("160%"), "a report")
	var in *budget.InputError
	fmt.Println(errors.As(err, &in), err)
	// Output:
	// true coverage factor, f 1.6: above 0 and at most 1 is allowed: an inventory that covers more than its people cause is no part of it
}

func ExampleForm() {
	fmt.Println(budget.Exponential, "|", budget.Exponential.Formula(), "|", budget.Exponential.Counting())
	fmt.Println(budget.Form{})
	// Output:
	// exponential | E0 × e^(-E0 t/R) | continuous (area)
	// no form
}

func ExampleYearError() {
	_, err := cityBudget().Path(budget.Geometric, budget.Start{Year: 2018, Emissions: ghg.MustCO2e("9 MtCO2e (AR5)")})
	fmt.Println(err)
	// Output:
	// budget "city 2024-2050", start of a path in 2018: years from 2023 to 2024 are allowed
}

func ExampleSpending() {
	p, _ := cityBudget().Path(budget.Linear, in2023())
	s, _ := p.Spending(2050)
	fmt.Println(s.Over.Sign(), s.OverShare.Percent(1))
	fmt.Println(s)
	// Output:
	// -1 -6.7%
	// calendar years 2024 to 2050: 55999999.999999999995 tCO2e (AR5) of 60000000 tCO2e (AR5), 6.7% left
}

func ExampleCoverageFactor() {
	f, err := budget.StatedCoverage(ghg.MustShare("60%"), "klimawatch, for the German municipal inventories")
	fmt.Println(f, err)
	_, err = cityBudget().Covering(budget.CoverageFactor{})
	fmt.Println(errors.Is(err, budget.ErrNoCoverage))
	// Output:
	// 60.00% <nil>
	// true
}

func ExampleContractionConvergence() {
	m := budget.ContractionConvergence{Start: 2023, PerHead: ghg.MustCO2e("3.4 tCO2e (AR5)"), Converge: 2035,
		Mean: map[int]ghg.CO2e{2035: ghg.MustCO2e("2 tCO2e (AR5)")}}
	e, err := m.At(2029)
	fmt.Println(e, err)
	_, err = m.At(2040)
	fmt.Println(err)
	// Output:
	// 2.7 tCO2e (AR5) <nil>
	// contraction and convergence, Mean 2040: the mean per head of this year is missing; it is not 0
}

// What an invented city emitted between 2020 and 2023 is more than its part: it
// owes the rest.
func ExampleEqualCumulative() {
	small, _ := budget.New(budget.Definition{Name: "last tonnes", Place: "nation", View: gpc.Basic, Amount: ghg.MustCO2e("100 MtCO2e (AR5)"), First: 2024, Last: 2050})
	b, err := small.Allocate(budget.EqualCumulative{
		Since: 2022, Emissions: series("city", 2022, "38", "36"), Of: series("nation", 2022, "650", "620"),
		People: 2_400_000, PeopleOf: 52_000_000, PeopleNote: "people in 2023",
	}, toCity())
	fmt.Println(b.Amount().Format(ghg.Megatonne, 1), err)
	// Output:
	// -10.8 MtCO2e (AR5) <nil>
}
