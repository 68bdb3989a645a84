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
	fmt.Println(o.Explain())
	// Output:
	// outcome of City hall 2024: cumulative from 2022, linear = missed
	//   f           = 2022   # first year that counts
	//   t           = 2024   # due year
	//   V[l]   # levels that the pathway runs through; source: Daegu carbon neutrality strategy, December 2021
	//       l     V [tCO2e (AR5)]
	//       2020  100
	//       2024  60
	//   ya[i]   # year of the level before, or of the year itself
	//   yz[i]   # year of the level after
	//   v[i] = V[ya[i]] + (V[yz[i]] - V[ya[i]]) × (i - ya[i]) / (yz[i] - ya[i])   # allowed, pathway: linear
	//   F[i]   # figures of the inventory
	//   sold[i]   # units sold
	//   retired[i]   # units retired
	//   land[i]   # change of the land sector
	//   E[i] = F[i] + sold[i] - retired[i] + land[i], where known(F[i])   # accountable emissions
	//   final[i]   # whether the figure can decide the goal
	//       i     ya    yz    v [tCO2e (AR5)]  F [tCO2e (AR5)]  sold [tCO2e (AR5)]  retired [tCO2e (AR5)]  land [tCO2e (AR5)]  E [tCO2e (AR5)]  final
	//       2022  2020  2024  80               85               0                   0                      0                   85               1      actual; meter readings
	//       2023  2020  2024  70               68               2                   0                      0                   70               1      actual; meter readings
	//       2024  2020  2024  60               57               0                   0                      0                   57               1      actual; meter readings
	//   allowable   = sum(i: v[i]) = 80 + 70 + 60 = 210 tCO2e (AR5)   # allowable
	//   accountable = sum(i: E[i]) = 85 + 70 + 57 = 212 tCO2e (AR5), where min(i: known(E[i])) = 1   # accountable
	//   shortfall   = sum(i: E[i] - v[i]) = (85 - 80) + (70 - 70) + (57 - 60) = 2 tCO2e (AR5), where min(i: known(E[i])) = 1   # shortfall: above 0 is what is missing
	//   decision    = missed   # decision, the first case that holds
	//                ✗ undecided undecided: min(i: final[i]) = 0
	//                ✓ missed    missed: sum(i: E[i]) > sum(i: v[i]): 85 + 70 + 57 > 80 + 70 + 60
	//                ✓ met       met
	// rounding: to 12 decimal places, half away from zero: v, allowable, accountable, shortfall
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
