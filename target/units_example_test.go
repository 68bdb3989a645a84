package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// The city sells credits of its landfill gas, and retires some that it bought.
// Whoever buys the credits counts their reduction: forgetting to add them back
// turns a miss into a pass.
func ExampleProgress_Account() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2030, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.50 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	sold := target.Units{Year: 2030, Vintage: 2030, Amount: ghg.MustMass("200 kt"), Type: target.ReductionUnit,
		Status: target.UnitSold, Source: "landfill gas project"}
	bought := target.Units{Year: 2030, Vintage: 2028, Amount: ghg.MustMass("500 kt"), Type: target.RemovalUnit,
		Status: target.UnitRetired, CorrespondingAdjustment: true, Source: "registry"}

	forgot, _ := p.Account(target.Adjustments{Units: []target.Units{bought}})
	told, _ := p.Account(target.Adjustments{Units: []target.Units{bought, sold}})
	fmt.Println("inventory:  ", p.Emissions, p.Status)
	fmt.Println("sold ignored:", forgot.Emissions, forgot.Status)
	fmt.Println("accountable:", told.Emissions, told.Status, "by", told.Gap)
	// Output:
	// inventory:   5500000 tCO2e (AR5) expired_missed
	// sold ignored: 5000000 tCO2e (AR5) achieved
	// accountable: 5200000 tCO2e (AR5) expired_missed by 13500 tCO2e (AR5)
}

// A goal that leaves the land sector out may count its change as an offset.
func ExampleLandChange() {
	t, _ := target.New(daegu2030())
	series := figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
	o, _ := t.Outcome(series, target.Adjustments{Land: []target.LandChange{{Year: 2030, Change: ghg.MustMass("-20 kt"),
		Source: "forest inventory"}}})
	fmt.Println(o, "-", o.Accountable)
	fmt.Println("land:", o.Years[0].Adjusted.Land)
	// Output:
	// met: emissions of the due year at or below what is allowed - 5180000 tCO2e (AR5)
	// land: -20000 tCO2e (AR5)
}

// What another place may count too is a finding.
func ExampleAdjustments() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2030, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.2 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	p, _ = p.Account(target.Adjustments{Units: []target.Units{
		{Year: 2030, Vintage: 2029, Amount: ghg.MustMass("20 kt"), Type: target.ReductionUnit, Status: target.UnitRetired, Source: "abroad"}}})
	fmt.Println(p.Status)
	fmt.Println(p.Findings)
	// Output:
	// achieved
	// 2030, no-corresponding-adjustment: 20000 t of units retired for it (abroad) have no corresponding adjustment: the place that sold them may count them too
}

// Units held or cancelled change nothing, and none is used before it exists.
func ExampleUnits_refused() {
	t, _ := target.New(daegu2030())
	_, err := t.Outcome(figures(gpc.Basic, ghg.AR5), target.Adjustments{Units: []target.Units{
		{Year: 2030, Vintage: 2032, Amount: ghg.MustMass("20 kt"), Type: target.ReductionUnit, Status: target.UnitRetired, Source: "registry"}}})
	fmt.Println(err)
	// Output:
	// target "Daegu 2030", units 1 (20000 t of registry), year "2030": a unit of 2032 cannot be retired for it
}

func ExampleUnitStatus() {
	fmt.Println(target.UnitIssued, target.UnitSold, target.UnitRetired, target.UnitCancelled)
	// Output:
	// issued sold retired cancelled
}

func ExampleUnitType() {
	fmt.Println(target.ReductionUnit, target.RemovalUnit)
	// Output:
	// reduction removal
}

func ExampleAdjusted() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2030, target.Linear, target.DefaultRules, one(2030, "5100000", ghg.Actual))
	p, _ = p.Account(target.Adjustments{Units: []target.Units{
		{Year: 2030, Vintage: 2030, Amount: ghg.MustMass("90 kt"), Type: target.ReductionUnit, Status: target.UnitSold,
			Source: "landfill gas project"}}})
	fmt.Println("sold", p.Adjusted.Sold, "- retired", p.Adjusted.Retired)
	fmt.Println(p.Status)
	// Output:
	// sold 90000 tCO2e (AR5) - retired 0 tCO2e (AR5)
	// expired_missed
}
