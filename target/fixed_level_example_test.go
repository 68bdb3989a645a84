package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// A plan that says where emissions shall be, and not from where they came.
func ExampleFixedLevel() {
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5.2 Mt")}
	t, _ := target.New(d)
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println("left to cut:", p.Remaining, "or", p.RemainingShare.Percent(1))
	fmt.Println("reduction:", p.Reduction)
	fmt.Println(p.Status, "-", p.Reason)
	// Output:
	// left to cut: 3000000 tCO2e (AR5) or 36.6%
	// reduction: undefined: the goal states no base year
	// undetermined - the pace is undefined: the goal states no base year
}

// The same level with the base year that the document compares it with.
func ExampleTarget_EquivalentCut() {
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5.2 Mt"), Year: 2018, Base: ghg.MustMass("9.43 Mt")}
	t, _ := target.New(d)
	fmt.Println(t, "-", t.EquivalentCut().Percent(1), "below 2018")
	// Output:
	// Daegu 2030: to 5200000 t by 2030 - 44.9% below 2018
}
