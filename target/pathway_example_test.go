package target_test

import (
	"errors"
	"fmt"
	"maps"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// The same level of 2030 by three pathways: what may be emitted in 2024, and in
// all until then.
func ExamplePathway() {
	t, _ := target.New(daegu2030())
	for _, p := range []target.Pathway{target.Linear, target.Geometric, target.Stepwise} {
		v, _ := t.Pathway(p, 2024)
		all, _ := t.SumOfYears(p, 2019, 2030)
		fmt.Printf("%-9s %s, in all %s\n", p, v.Format(ghg.Megatonne, 3), all.Format(ghg.Megatonne, 2))
	}
	// Output:
	// linear    7.308 MtCO2e (AR5), in all 85.58 MtCO2e (AR5)
	// geometric 6.993 MtCO2e (AR5), in all 83.07 MtCO2e (AR5)
	// stepwise  9.430 MtCO2e (AR5), in all 108.92 MtCO2e (AR5)
}

// Inventories are of calendar years, so a budget is their sum, and has to say
// whether the base year is in it. The area under the line is neither sum.
func ExampleTarget_SumOfYears() {
	d := daegu2030()
	d.Due = 2050
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("100%")}
	t, _ := target.New(d)
	with, _ := t.SumOfYears(target.Linear, 2018, 2050)
	without, _ := t.SumOfYears(target.Linear, 2019, 2050)
	fmt.Println(with.Format(ghg.Megatonne, 3), "with the base year,", without.Format(ghg.Megatonne, 3), "without")
	// Output:
	// 155.595 MtCO2e (AR5) with the base year, 146.165 MtCO2e (AR5) without
}

// A constant share a year never takes emissions to zero.
func ExamplePathwayError() {
	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("100%")}
	t, _ := target.New(d)
	_, err := t.Pathway(target.Geometric, 2024)
	var none *target.PathwayError
	fmt.Println(errors.As(err, &none), none.Pathway, none.Year)
	fmt.Println(err)
	// Output:
	// true geometric 2024
	// target "Daegu 2030": the geometric pathway has no value for 2024: a constant share a year cannot lead from 9430000 tCO2e (AR5) to 0 tCO2e (AR5); use target.Linear, or target.GeometricTo a residual
}

// Net zero in 2050: a tenth is left, and met by removals in that year.
func ExampleGeometricTo() {
	d := daegu2030()
	d.Due = 2050
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("100%")}
	t, _ := target.New(d)
	residual, err := target.GeometricTo(ghg.MustShare("10%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, year := range []int{2034, 2049, 2050} {
		v, _ := t.Pathway(residual, year)
		fmt.Println(year, v.Format(ghg.Megatonne, 3))
	}
	_, err = target.GeometricTo(ghg.MustShare("0%"))
	fmt.Println(err)
	// Output:
	// 2034 2.982 MtCO2e (AR5)
	// 2049 1.013 MtCO2e (AR5)
	// 2050 0.000 MtCO2e (AR5)
	// pathway to a residual, residual "0%": a share of the base above 0% and below 100% is needed
}

// One tool's way to zero. Its divisor is a choice that changes every year
// between: it is an argument.
func ExampleGeometricBlend() {
	d := daegu2030()
	d.Due = 2050
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("100%")}
	t, _ := target.New(d)
	for _, divisor := range []string{"11.11", "20"} {
		p, _ := target.GeometricBlend(decimal.RequireFromString(divisor))
		v, _ := t.Pathway(p, 2034)
		fmt.Println(p, "-", v.Format(ghg.Megatonne, 3))
	}
	// Output:
	// geometric, blended to zero by 1/11.11 - 2.405 MtCO2e (AR5)
	// geometric, blended to zero by 1/20 - 1.873 MtCO2e (AR5)
}

// A plan that gives its own path, year by year.
func ExampleStated() {
	plan, err := target.Stated("council path", "basic plan 2022", maps.All(map[int]ghg.CO2e{
		2023: ghg.MustCO2e("7.9 MtCO2e (AR5)"),
		2024: ghg.MustCO2e("7.7 MtCO2e (AR5)"),
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	t, _ := target.New(daegu2030())
	v, _ := t.Pathway(plan, 2024)
	fmt.Println(v)
	_, err = t.Pathway(plan, 2025)
	fmt.Println(err)
	// Output:
	// 7700000 tCO2e (AR5)
	// target "Daegu 2030": the council path pathway has no value for 2025: it is stated year by year, and not for this one
}

// A plan may keep its emissions until the last years, and call itself on track.
func ExampleBackLoading() {
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2026, Level: ghg.MustMass("8 Mt")}}
	t, _ := target.New(d)
	for _, p := range []target.Pathway{target.Stepwise, target.Linear} {
		b, err := t.BackLoading(p)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(b, "-", b.IsBackLoaded(ghg.MustShare("10%")))
	}
	// Output:
	// stepwise: 20.6% above the straight line, 66.3% of the cut in the last two years - true
	// linear: 9.8% above the straight line, 33.2% of the cut in the last two years - false
}
