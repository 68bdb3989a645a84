package strategy_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
)

// wedgeTown is a plan of three actions, one of which raises the emissions of
// power, and one of which nobody has quantified, in 2030.
func wedgeTown() strategy.Evaluation {
	gas, power, diesel := on("I.1.1", "gas", ""), on("I.1.2", "electricity", ""), on("II.1.1", "diesel", "")
	plan, _, err := strategy.NewPortfolio(town(
		action("windows", "E", expected(gas, "9000", strategy.Overlapping)),
		action("heat pumps", "E", expected(gas, "10000", strategy.Overlapping), expected(power, "-2500", strategy.Overlapping)),
		action("lessons", "E"),
		action("buses", "T", expected(diesel, "4000", strategy.Overlapping)),
	))
	if err != nil {
		panic(err)
	}
	base := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000", power: "30000", diesel: "25000"})))
	return must(plan.Evaluate(base, strategy.Expected, strategy.Proportional))
}

// What lies between business as usual and the plan, and what the inventory
// says in the end.
func ExampleWedges() {
	w, err := wedgeTown().Wedges(strategy.ByArea)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(w.Details())
	inventory, _ := ghg.NewYearly("town", gpc.Basic, ghg.Unstated,
		[]ghg.YearFigure{{Year: 2030, CO2e: ghg.MustCO2e("80.1 kt CO2e"), Vintage: ghg.FirstVintage}})
	seen, err := w.Against(inventory)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := seen.Year(2030)
	fmt.Println(y.Explain())
	// Output:
	// 2 wedges by area from the baseline "business as usual" to the plan, in 1 years; 1 actions not quantified
	// kind expected, division: proportional
	// 2030: baseline 95000 tCO2e
	//   − Energy: 14250 tCO2e
	//   − Transport: 4000 tCO2e
	// = plan 76750 tCO2e
	// not quantified: lessons
	// wedges of 2030 = -3350 tCO2e
	//   B = 95,000 tCO2e   # baseline emissions; derivation f598e64fddc9…
	//   c[i]   # thickness of the wedge
	//       i  c [tCO2e]
	//       1  14,250     Energy
	//       2  4000       Transport
	//   P = B - sum(i: c[i]) = 95,000 - (14,250 + 4000) = 76,750 tCO2e   # emissions with the plan
	//   F = 80,100 tCO2e   # emissions of the line that the wedges lead to: series
	//   U = P - F = 76,750 - 80,100 = -3350 tCO2e   # unexplained
}

// The lines of a chart's table: increases lie on top of the baseline.
func ExampleWedgeAmount() {
	w, _ := wedgeTown().Wedges(strategy.BySource)
	fmt.Println("year,wedge,tCO2e,from,to")
	for a := range w.Rows() {
		fmt.Printf("%d,%q,%s,%s,%s\n", a.Year, a.ID, a.CO2e.Tonnes(), a.Lower.Tonnes(), a.Upper.Tonnes())
	}
	for a := range w.NotQuantified() {
		fmt.Println("not quantified:", a.Name)
	}
	// Output:
	// year,wedge,tCO2e,from,to
	// 2030,"GPC 1.1 I.1.1, gas",16750,80750,97500
	// 2030,"GPC 1.1 I.1.2, electricity",-2500,95000,97500
	// 2030,"GPC 1.1 II.1.1, diesel",4000,76750,80750
	// not quantified: lessons
}

// What the plan leaves to the pathway of the council's goal.
func ExampleWedges_AgainstPathway() {
	goal, _ := target.New(townGoal(target.Definition{}))
	w, _ := wedgeTown().Wedges(strategy.ByAction)
	w, err := w.AgainstPathway(goal, target.Linear)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := w.Year(2030)
	shown, err := y.Show(ghg.Tonne, 0) // the wedges, and the pathway
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, part := range shown.Cut.Parts() {
		fmt.Println(y.Wedges[i].Name, part)
	}
	fmt.Println(shown)
	// Output:
	// windows 7934 t
	// heat pumps 6316 t
	// buses 4000 t
	// unexplained 6750 t
	// 2030: 95000 − (7934 + 6316 + 4000 + 6750 = 25000 t) = pathway 70000 t
}

// The city's leaflet shows the territory, the plan is in BASIC.
func ExampleWedges_Against_mismatch() {
	w, _ := wedgeTown().Wedges(strategy.ByArea)
	territory, _ := ghg.NewYearly("town", gpc.Territorial, ghg.Unstated, []ghg.YearFigure{{Year: 2030, CO2e: ghg.MustCO2e("80.1 kt CO2e"),
		Vintage: ghg.FirstVintage}})
	_, err := w.Against(territory)
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) && mismatch.In(ghg.AspectView) {
		fmt.Println("total the inventory in", w.Evaluation().Baseline().Basis().View)
	}
	// Output:
	// total the inventory in GPC 1.1 BASIC
}

func ExampleGrouping() {
	_, err := wedgeTown().Wedges(0)
	fmt.Println(strategy.ByArea, strategy.Grouping(0).Valid(), err)
	// Output: area false no grouping given: strategy.ByAction, strategy.ByArea and strategy.BySource are allowed
}

func ExampleWedge() {
	w, _ := wedgeTown().Wedges(strategy.ByArea)
	for k := range w.All() {
		fmt.Println(k.ID, k.Name)
	}
	// Output:
	// E Energy
	// T Transport
}

// A year by itself, for a chart of one bar.
func ExampleWedgeYear() {
	w, _ := wedgeTown().Wedges(strategy.ByAction)
	for y := range w.Years() {
		fmt.Println(y.Year, y.Baseline, "to", y.End, "in", len(y.Wedges), "wedges by", w.By())
	}
	// Output:
	// 2030 95000 tCO2e to 76750 tCO2e in 3 wedges by action
}
