package budget_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/budget"
)

// Which shape? One budget, one start, five answers to what 2030 may emit.
func ExampleStart() {
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
	var no *budget.NoPathError
	if errors.As(err, &no) {
		fmt.Println(no.Form, "cannot spend", no.Budget)
		fmt.Println(no.Reason)
	}
	// Output:
	// geometric cannot spend city 2024-2050
	// nothing is left of it: R = -12000000 tCO2e (AR5)
}

func ExampleCappedDecay() {
	p, _ := cityBudget().Path(budget.CappedDecay(ghg.MustShare("1%")), in2023())
	fmt.Println(p)
	fmt.Println(p.Findings())
	// Output:
	// capped decay, initial slope 1% a year, continuous (area), from 8000000 tCO2e (AR5) in 2023
	// budget "city 2024-2050", path-rises: emissions go above those of 2023 before they fall
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
	b, _ := budget.New(budget.Definition{Name: "from 2024", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"),
		First: 2024, Last: budget.ForGood})
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
	// budget "from 2024", area-is-no-sum: the area under the whole path is the budget, the sum of its calendar years is not; Path.Discrete gives the path whose calendar years add up to it
	// budget "from 2024", budget-overspent: the calendar years 2024 to 2100 add up to 4086633.994620420498 tCO2e (AR5) more than the budget, 6.8% of it
	// geometric 0.00%
}

func ExampleAllowances() {
	b, _ := budget.New(budget.Definition{Name: "2024-2027", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("20 MtCO2e (AR5)"),
		First: 2024, Last: 2027})
	p, _ := b.Path(budget.ConstantRate, in2023())
	years, _ := p.Through(2027)
	a, err := b.Allowances(years)
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, e := range a.All() {
		fmt.Println(year, e)
	}
	fmt.Println(a.Between(2024, 2027), "the last year takes", a.Closing(), "of it")
	fmt.Println(a.Show(ghg.Kilotonne, 1))
	fmt.Print(a.Explain())
	// Output:
	// 2024 6564788.285671649699 tCO2e (AR5)
	// 2025 5387055.654461464672 tCO2e (AR5)
	// 2026 4420609.981833730696 tCO2e (AR5)
	// 2027 3627546.078033154933 tCO2e (AR5)
	// 20000000 tCO2e (AR5) the last year takes 0.000000000001 tCO2e (AR5) of it
	// 6564.8 + 5387.1 + 4420.6 + 3627.5 = 20000.0 kt <nil>
	// budget       2024-2027: 20000000 tCO2e (AR5) for 2024 to 2027
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       not stated
	// allowance    6564788.285671649699 tCO2e (AR5) in 2024
	// allowance    5387055.654461464672 tCO2e (AR5) in 2025
	// allowance    4420609.981833730696 tCO2e (AR5) in 2026
	// allowance    3627546.078033154933 tCO2e (AR5) in 2027
	// closing      each year has what the path gives it; the last year takes what is left, 0.000000000001 tCO2e (AR5) more than the path gives it
}

func ExampleOverspentError() {
	b, _ := budget.New(budget.Definition{Name: "2024-2050", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"),
		First: 2024, Last: 2050})
	p, _ := b.Path(budget.Exponential, budget.Start{Year: 2024, Emissions: ghg.MustCO2e("8 MtCO2e (AR5)")})
	years, _ := p.Through(2050)
	_, err := b.Allowances(years)
	var over *budget.OverspentError
	if errors.As(err, &over) {
		fmt.Println("spent by", over.Year, "-", over.Spent, "of", over.Amount)
	}
	// Output:
	// spent by 2044 - 60191614.816573813149 tCO2e (AR5) of 60000000 tCO2e (AR5)
}

func ExampleReportTerms() {
	b, _ := budget.New(budget.Definition{Name: "city to 2100", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("60 MtCO2e (AR5)"),
		First: 2024, Last: 2100,
		Source: "allocation of 2023"})
	r, err := b.Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5, NearlySpent: ghg.MustShare("5%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := r.Path()
	fmt.Println("cut", r.AnnualRate().Percent(1), "a year from", p.Start().Year, "on; in 2024", r.Allowances().Between(2024, 2024),
		"of", p.Budget().Amount())
	n := 0
	for p := range r.Periods() {
		if n++; n <= 3 {
			fmt.Println(p)
		}
	}
	year, left := r.NearlySpent()
	fmt.Println(year, left)
	// Output:
	// cut 11.8% a year from 2023 on; in 2024 7058877.733684638654 tCO2e (AR5) of 60000000 tCO2e (AR5)
	// 2024-2027: 23632326.365790257508 tCO2e (AR5)
	// 2028-2032: 16918408.064580819315 tCO2e (AR5)
	// 2033-2037: 9048734.769922840414 tCO2e (AR5)
	// 2047 2972376.906597505099 tCO2e (AR5)
}

func ExampleReport() {
	_, err := cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5})
	fmt.Println(err)
	r, _ := cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 9, NearlySpent: ghg.MustShare("5%")})
	fmt.Print(r.Explain())
	// Output:
	// report on budget "city 2024-2050", nearly spent: state the share that may be left, such as ghg.MustShare("5%")
	// budget       city 2024-2050: 60000000 tCO2e (AR5) for 2024 to 2050
	// limit        1.5 °C with a likelihood of 67%
	// place        city
	// view         GPC 1.1 BASIC
	// metric       AR5
	// source       council decision of May 2023
	// path         constant rate, discrete (sum of calendar years), from 8000000 tCO2e (AR5) in 2023
	// formula      E0 × q^k, with Σ E0 × q^k over the years that count = R (geometric series with a last year)
	//   with       R = 60000000 tCO2e (AR5)
	//   with       E0 = 8000000 tCO2e (AR5) in 2023, which is outside the budget; source city inventory 2023
	//   with       q = 0.8863688797836170216931126465430778221612, by bisection, rounded down
	// annual rate  0.113631120216
	// to zero      the path comes near zero and never reaches it
	// rounding     values rounded down to 12 decimal places of a tonne
	// period       2024-2031: 38628102.37198266948 tCO2e (AR5)
	// period       2032-2040: 15746289.73571310828 tCO2e (AR5)
	// period       2041-2049: 5317515.142756625855 tCO2e (AR5)
	// period       2050-2050: 308092.749547596385 tCO2e (AR5)
	// nearly spent 2044: the first year at whose end at most 5% of the budget is left, 2552527.713959598508 tCO2e (AR5); that year is given 635322.856714038615 tCO2e (AR5)
	// allowances   each year has what the path gives it; 2050 takes what is left, 0.000000000015 tCO2e (AR5) more than the path gives it
}

// A budget that ends in 2030 is nearly spent in 2030, as any budget is at its end: the city
// is given 6.1 Mt in that year, of 8 Mt in 2023, and is not near zero.
func ExampleReport_NearlySpent() {
	b, err := budget.New(budget.Definition{Name: "city to 2030", Place: "city", View: gpc.Basic,
		Amount: ghg.MustCO2e("48 MtCO2e (AR5)"), First: 2024, Last: 2030, Source: "allocation of 2023"})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := b.Report(in2023(), budget.ReportTerms{PeriodFirst: 2024, PeriodYears: 7, NearlySpent: ghg.MustShare("5%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	year, left := r.NearlySpent()
	fmt.Println(r)
	fmt.Println(year, "left", left, "given", r.Allowances().Between(year, year).Tonnes().Round(0))
	// Output:
	// city to 2030: 48000000 tCO2e (AR5) for 2024 to 2030: cut 3.9% a year, nearly spent in 2030
	// 2030 left 0 tCO2e (AR5) given 6075552
}

func ExampleForm() {
	f := budget.Exponential
	fmt.Println(f, "|", f.Formula(), "|", f.Counting(), "|", f.Source())
	fmt.Println(budget.Form{})
	// Output:
	// exponential | E0 × e^(-E0 t/R) | continuous (area) | integral of the exponential; so used by Klimatkollen
	// no form
}

// A budget from 2024 on has no path from 2018.
func ExampleBudget_Path_otherStart() {
	_, err := cityBudget().Path(budget.Geometric, budget.Start{Year: 2018, Emissions: ghg.MustCO2e("9 MtCO2e (AR5)")})
	var outside *ghg.YearError
	if errors.As(err, &outside) {
		fmt.Println("a path starts in", outside.First, "or", outside.Last)
	}
	// Output:
	// a path starts in 2023 or 2024
}

func ExampleSpending() {
	p, _ := cityBudget().Path(budget.Linear, in2023())
	s, _ := p.Spending(2050)
	fmt.Println(s.Over.Sign(), s.OverShare.Percent(1), "-", p.YearsToZero(), "years to zero")
	fmt.Println(s)
	_, sum, _ := strings.Cut(s.Explain(), "decimal places of a tonne\n")
	fmt.Print(sum)
	// Output:
	// -1 -6.7% - 15 years to zero
	// calendar years 2024 to 2050: 55999999.999999999995 tCO2e (AR5) of 60000000 tCO2e (AR5), 6.7% left
	// sum          of the calendar years 2024 to 2050 = 55999999.999999999995 tCO2e (AR5)
	// over         sum - R = -4000000.000000000005 tCO2e (AR5); as a share of R -0.066666666667
	// note         budget "city 2024-2050", area-is-no-sum: the area under the whole path is the budget, the sum of its calendar years is not; Path.Discrete gives the path whose calendar years add up to it
	// note         budget "city 2024-2050", budget-left: by its last year, 2050, the path leaves 4000000.000000000005 tCO2e (AR5) of the budget: its form runs on after it
}

// The two ratios differ by whether the start counts.
func ExampleGeometric() {
	for _, first := range []int{2023, 2024} {
		b, _ := budget.New(budget.Definition{Name: "what is left", Place: "city", View: gpc.Basic,
			Amount: ghg.MustCO2e("40 MtCO2e (AR5)"), First: first, Last: budget.ForGood})
		p, _ := b.Path(budget.Geometric, in2023())
		fmt.Println(b.Counts(2023), p.AnnualRate().Percent(1))
	}
	// Output:
	// true 20.0%
	// false 16.7%
}

func ExampleCubic() {
	_, err := cityBudget().Path(budget.Cubic(2060), in2023())
	fmt.Println(err)
	// Output:
	// no path: cubic to zero in 2060 cannot spend budget "city 2024-2050": the zero year 2060 is too late: the curve would go below zero first; a year at most 4R/E0 = 30 years after the start is allowed
}
