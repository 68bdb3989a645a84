package budget_test

import (
	"errors"
	"fmt"

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
	fmt.Println(p.Explain())
	// Output:
	// city 2024-2050: linear by calendar years = v[y]
	//   R    = 60,000,000 tCO2e (AR5)   # carbon budget: city 2024-2050 (city), for 2024 to 2050; 1.5 °C with a likelihood of 67%; source: council decision of May 2023
	//   E0   = 8,000,000 tCO2e (AR5)   # emissions of the start; source: city inventory 2023
	//   s    = 2023   # year of the start
	//   f    = 2024   # first year that counts
	//   l    = 2050   # last year
	//   r    = R = 60,000,000 tCO2e (AR5)   # budget for the years after the start
	//   n    = -down(-2 × r / E0; 0) = -down(-2 × 60,000,000 / 8,000,000; 0) = 15   # years with emissions after the start
	//   d    = 2 × (n × E0 - r) / (n × (n + 1)) = 2 × (15 × 8,000,000 - 60,000,000) / (15 × (15 + 1)) = 500,000 tCO2e (AR5)/yr   # cut of each year
	//   zero = n + 1 = 15 + 1 = 16   # years from the start until nothing is emitted
	//   v[y] = max(0; E0 - 2 × (n × E0 - r) / (n × (n + 1)) × (y - s))   # value of the year: linear by calendar years, discrete (sum of calendar years); by: arithmetic series
	//       y     v [tCO2e (AR5)]
	//       2023  8,000,000
	//       2024  7,500,000
	//       2025  7,000,000
	//       2026  6,500,000
	//       2027  6,000,000
	//       2028  5,500,000
	//       2029  5,000,000
	//       2030  4,500,000
	//       2031  4,000,000
	//       2032  3,500,000
	//       2033  3,000,000
	//       2034  2,500,000
	//       2035  2,000,000
	//       2036  1,500,000
	//       2037  1,000,000
	//       2038  500,000
	//       2039  0
	//       2040  0
	//       2041  0
	//       2042  0
	//       … and 8 more rows
	// rounding: to 12 decimal places, half away from zero: d, zero
	// rounding: to 12 decimal places, down: v
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
	fmt.Println(a.Explain())
	// Output:
	// 2024 6564788.285671649699 tCO2e (AR5)
	// 2025 5387055.654461464672 tCO2e (AR5)
	// 2026 4420609.981833730696 tCO2e (AR5)
	// 2027 3627546.078033154933 tCO2e (AR5)
	// 20000000 tCO2e (AR5) the last year takes 0.000000000001 tCO2e (AR5) of it
	// 6564.8 + 5387.1 + 4420.6 + 3627.5 = 20000.0 kt <nil>
	// allowances of 2024-2027 = allowance[y]
	//   R        = 20,000,000 tCO2e (AR5)   # carbon budget: 2024-2027 (city), for 2024 to 2027
	//   l        = 2027   # last year
	//   v[y]   # value of the path
	//       y     v [tCO2e (AR5)]
	//       2024  6,564,788.285671649699
	//       2025  5,387,055.654461464672
	//       2026  4,420,609.981833730696
	//       2027  3,627,546.078033154932
	//   together = sum(y: v[y]) = 19,999,999.999999999999 tCO2e (AR5)   # sum of the path
	//   closing  = R - together = 20,000,000 - 19,999,999.999999999999 = 0.000000000001 tCO2e (AR5)   # what the last year takes: the rest of the budget
	//   allowance[y] = v[y] + (y = l) × closing   # allowance of the year
	//       y     allowance [tCO2e (AR5)]
	//       2024  6,564,788.285671649699
	//       2025  5,387,055.654461464672
	//       2026  4,420,609.981833730696
	//       2027  3,627,546.078033154933
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
	fmt.Println(r.Explain())
	// Output:
	// report on budget "city 2024-2050", nearly spent: state the share that may be left, such as ghg.MustShare("5%")
	// report on city 2024-2050 = period[k]
	//   R           = 60,000,000 tCO2e (AR5)   # carbon budget: city 2024-2050 (city), for 2024 to 2050; 1.5 °C with a likelihood of 67%; source: council decision of May 2023
	//   E0          = 8,000,000 tCO2e (AR5)   # emissions of the start; source: city inventory 2023
	//   s           = 2023   # year of the start
	//   f           = 2024   # first year that counts
	//   l           = 2050   # last year
	//   q           = 0.8863688797836170216931126465430778221612, solves sum(i = f..l: E0 × q^(i - s)) - R = 0   # ratio from year to year
	//   rate        = 1 - q = 1 - 0.8863688797836170216931126465430778221612 = 0.113631120216   # cut from each year to the next
	//   zero          # years from the start until nothing is emitted: the path comes near zero and never reaches it
	//   v[y] = down(round(E0 × q^(y - s); 40); 12)   # value of the year: constant rate, discrete (sum of calendar years); by: geometric series with a last year
	//       y     v [tCO2e (AR5)]
	//       2023  8,000,000
	//       2024  7,090,951.038268936173
	//       2025  6,285,198.32839091299
	//       2026  5,571,004.201553715815
	//       2027  4,937,964.753400990866
	//       2028  4,376,858.286883020944
	//       2029  3,879,510.976716144334
	//       2030  3,438,677.798540134791
	//       2031  3,047,936.988228813567
	//       2032  2,701,596.493907424981
	//       2033  2,394,611.057932071609
	//       2034  2,122,508.720936712355
	//       2035  1,881,325.677307631523
	//       2036  1,667,548.533103319915
	//       2037  1,478,063.125271603479
	//       2038  1,310,109.15659646317
	//       2039  1,161,239.985526666351
	//       2040  1,029,286.985131214897
	//       2041  912,327.951986611418
	//       2042  808,659.104797654298
	//       … and 8 more rows
	//   closing     = R - sum(i = f..l: v[i]) = 0.000000000015 tCO2e (AR5)   # what the last year takes: the rest of the budget
	//   share       = 0.05   # share of the budget at which it counts as nearly spent
	//   allowance[u] = v[u] + (u = l) × closing   # allowance of the year
	//   left[u] = R - sum(i = f..u: allowance[i])   # left at the end of the year
	//       u     allowance [tCO2e (AR5)]  left [tCO2e (AR5)]
	//       2024  7,090,951.038268936173   52,909,048.961731063827
	//       2025  6,285,198.32839091299    46,623,850.633340150837
	//       2026  5,571,004.201553715815   41,052,846.431786435022
	//       2027  4,937,964.753400990866   36,114,881.678385444156
	//       2028  4,376,858.286883020944   31,738,023.391502423212
	//       2029  3,879,510.976716144334   27,858,512.414786278878
	//       2030  3,438,677.798540134791   24,419,834.616246144087
	//       2031  3,047,936.988228813567   21,371,897.62801733052
	//       2032  2,701,596.493907424981   18,670,301.134109905539
	//       2033  2,394,611.057932071609   16,275,690.07617783393
	//       2034  2,122,508.720936712355   14,153,181.355241121575
	//       2035  1,881,325.677307631523   12,271,855.677933490052
	//       2036  1,667,548.533103319915   10,604,307.144830170137
	//       2037  1,478,063.125271603479   9,126,244.019558566658
	//       2038  1,310,109.15659646317    7,816,134.862962103488
	//       2039  1,161,239.985526666351   6,654,894.877435437137
	//       2040  1,029,286.985131214897   5,625,607.89230422224
	//       2041  912,327.951986611418     4,713,279.940317610822
	//       2042  808,659.104797654298     3,904,620.835519956524
	//       2043  716,770.264846319401     3,187,850.570673637123
	//       … and 7 more rows
	//   nearly      = f + sum(u: left[u] > share × R) = 2044   # first year at whose end no more is left
	//   nearly_left = left[nearly] = 2,552,527.713959598508 tCO2e (AR5)   # left at its end
	//   from[k]   # first year of the period
	//   to[k]   # last year of the period
	//   period[k] = sum(i = from[k]..to[k]: allowance[i])   # budget of the period
	//       k          from  to    period [tCO2e (AR5)]
	//       2024-2031  2024  2031  38,628,102.37198266948
	//       2032-2040  2032  2040  15,746,289.73571310828
	//       2041-2049  2041  2049  5,317,515.142756625855
	//       2050-2050  2050  2050  308,092.749547596385
	// rounding: to 40 decimal places, down: q
	// rounding: to 12 decimal places, half away from zero: rate
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
	d := s.Explain()
	for _, symbol := range []string{"sum_years", "over", "over_share"} {
		step, _ := d.Step(symbol)
		fmt.Println(step.What, "=", step.Formula, "=", step.Values[0].Number)
	}
	fmt.Println(s.Findings)
	// Output:
	// -1 -6.7% - 15 years to zero
	// calendar years 2024 to 2050: 55999999.999999999995 tCO2e (AR5) of 60000000 tCO2e (AR5), 6.7% left
	// sum of the calendar years that count = sum(i = f..last: v[i]) = 55999999.999999999995
	// over the budget: below 0 is left = sum_years - R = -4000000.000000000005
	// over, share of the budget = (sum_years - R) / R = -0.066666666667
	// budget "city 2024-2050", area-is-no-sum: the area under the whole path is the budget, the sum of its calendar years is not; Path.Discrete gives the path whose calendar years add up to it
	// budget "city 2024-2050", budget-left: by its last year, 2050, the path leaves 4000000.000000000005 tCO2e (AR5) of the budget: its form runs on after it
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
