package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// A plan of 2015 promised 37 % below business as usual. Emissions rose, and it
// reports a reduction.
func ExampleBaselineScenario() {
	var bau []ghg.YearFigure
	for year, mt := range map[int]string{2012: "9.1", 2019: "10.4", 2030: "12.0"} {
		bau = append(bau, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(mt + " MtCO2e (AR5)"), Status: ghg.Projected,
			Vintage: ghg.FirstVintage, Source: "plan of 2015"})
	}
	d := daegu2030()
	d.Goal = target.BaselineScenario{Kind: target.StaticBaseline, Baseline: figures(gpc.Basic, ghg.AR5, bau...), Year: 2012,
		Cut: ghg.MustShare("37%")}
	t, err := target.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	limit, _ := t.Limit(2030)
	fmt.Println(t)
	fmt.Println("allowed", limit, "-", t.EquivalentCut().Percent(1), "below 2012")
	p, _ := t.Progress(2019, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2019, CO2e: ghg.MustCO2e("9.4 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println("below the baseline of 2019:", p.Reduction.Percent(1))
	fmt.Println("below 2012:", p.Absolute.Percent(1))
	// Output:
	// Daegu 2030: 37% below the static baseline by 2030
	// allowed 7560000 tCO2e (AR5) - 16.9% below 2012
	// below the baseline of 2019: 9.6%
	// below 2012: -3.3%
}

// Whether a baseline may be forecast anew decides what the promise is worth: it
// has to be said.
func ExampleBaselineKind() {
	d := daegu2030()
	d.Goal = target.BaselineScenario{Cut: ghg.MustShare("37%"), Baseline: figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("12 MtCO2e (AR5)"), Status: ghg.Projected, Vintage: ghg.FirstVintage})}
	_, err := target.New(d)
	fmt.Println(err)
	fmt.Println(target.StaticBaseline, "or", target.DynamicBaseline)
	// Output:
	// target "Daegu 2030", goal.kind: say whether the baseline is target.StaticBaseline or target.DynamicBaseline
	// static or dynamic
}
