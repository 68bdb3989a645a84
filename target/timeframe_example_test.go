package target_test

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// spent is a goal of 100 t in 2020 to 60 t in 2024, judged over the years from
// 2022, and what was emitted in them.
func spent(f target.Timeframe) (target.Target, ghg.Yearly) {
	d := daegu2030()
	d.Name, d.Due, d.Timeframe = "City hall 2024", 2024, f
	d.Goal = target.BaseYear{Year: 2020, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("40%")}
	t, err := target.New(d)
	if err != nil {
		panic(err)
	}
	var all []ghg.YearFigure
	for year, t := range map[int]string{2022: "85", 2023: "68", 2024: "57"} {
		all = append(all, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(t + " tCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "meter readings"})
	}
	return t, figures(gpc.Basic, ghg.AR5, all...)
}

// The same three years meet the promise or miss it: it depends on which years
// were promised.
func ExampleTimeframe() {
	for _, f := range []target.Timeframe{target.SingleYear, target.AverageFrom(2022), target.AnnualFrom(2022, target.Linear),
		target.CumulativeFrom(2022, target.Linear)} {
		t, series := spent(f)
		o, err := t.Outcome(series, target.Adjustments{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: %s (%s of %s)\n", f, o, o.Accountable, o.Allowable)
	}
	f := target.CumulativeFrom(2022, target.Linear)
	fmt.Println(f.First(), f.Pathway().Formula())
	// Output:
	// single year: met: emissions of the due year at or below what is allowed (57 tCO2e (AR5) of 60 tCO2e (AR5))
	// average from 2022: missed: the mean of the years above what is allowed (70 tCO2e (AR5) of 60 tCO2e (AR5))
	// annual from 2022, linear: missed: above the value of the year in 2022 (210 tCO2e (AR5) of 210 tCO2e (AR5))
	// cumulative from 2022, linear: met: the sum of the years at or below what is allowed (210 tCO2e (AR5) of 210 tCO2e (AR5))
	// 2022 a + (z - a) × (y - ya) / (yz - ya)
}

func ExampleOutcome_Explain() {
	t, series := spent(target.CumulativeFrom(2022, target.Linear))
	o, _ := t.Outcome(series, target.Adjustments{Units: []target.Units{
		{Year: 2023, Vintage: 2023, Amount: ghg.MustMass("2 t"), Type: target.ReductionUnit, Status: target.UnitSold, Source: "registry"}}})
	fmt.Print(o.Explain())
	// Output:
	// target                City hall 2024: 40% below 2020 by 2024
	// timeframe             cumulative from 2022, linear
	// 2022                  85 + sold 0 - retired 0 + land 0 = 85 tCO2e (AR5) (actual); allowed 80 tCO2e (AR5)
	// 2023                  68 + sold 2 - retired 0 + land 0 = 70 tCO2e (AR5) (actual); allowed 70 tCO2e (AR5)
	// 2024                  57 + sold 0 - retired 0 + land 0 = 57 tCO2e (AR5) (actual); allowed 60 tCO2e (AR5)
	// allowable             210 tCO2e (AR5)
	// accountable           212 tCO2e (AR5)
	// shortfall             2 tCO2e (AR5)
	// decision              missed: the sum of the years above what is allowed
}

// What the page of the city takes from the document of an outcome.
func ExampleOutcome_MarshalJSON() {
	t, series := spent(target.AnnualFrom(2022, target.Linear))
	o, _ := t.Outcome(series, target.Adjustments{})
	written, err := json.Marshal(o)
	if err != nil {
		fmt.Println(err)
		return
	}
	var page struct {
		Decision, Reason string
		Years            []struct {
			Year        int
			Allowable   string
			Accountable struct{ Value string }
		}
	}
	if err := json.Unmarshal(written, &page); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Decision, "-", page.Reason)
	for _, y := range page.Years {
		fmt.Println(y.Year, y.Accountable.Value, "of", y.Allowable)
	}
	_, err = json.Marshal(target.Outcome{})
	fmt.Println(err)
	// Output:
	// missed - above the value of the year in 2022
	// 2022 85 tCO2e (AR5) of 80 tCO2e (AR5)
	// 2023 68 tCO2e (AR5) of 70 tCO2e (AR5)
	// 2024 57 tCO2e (AR5) of 60 tCO2e (AR5)
	// json: error calling MarshalJSON for type target.Outcome: no target given: make one with target.New
}

// Until every year that counts is final, nothing is met.
func ExampleDecision() {
	t, _ := target.New(daegu2030())
	o, _ := t.Outcome(figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.1 MtCO2e (AR5)"), Status: ghg.Provisional, Vintage: ghg.FirstVintage}),
		target.Adjustments{})
	fmt.Println(o)
	fmt.Println(o.Decision == target.Undecided, o.Shortfall)
	// Output:
	// undecided: the figure of 2030 is provisional
	// true -86500 tCO2e (AR5)
}

func ExampleOutcomeYear() {
	t, series := spent(target.AnnualFrom(2022, target.Linear))
	o, _ := t.Outcome(series, target.Adjustments{})
	for _, y := range o.Years {
		fmt.Println(y.Year, y.Accountable, "of", y.Allowable)
	}
	// Output:
	// 2022 85 tCO2e (AR5) of 80 tCO2e (AR5)
	// 2023 68 tCO2e (AR5) of 70 tCO2e (AR5)
	// 2024 57 tCO2e (AR5) of 60 tCO2e (AR5)
}
