package managed_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/localghg/localghg/target"
)

func ExampleTradingScheme() {
	fmt.Println(managed.KETS)
	fmt.Println(managed.EUETS, managed.EUETS.Covers(ghg.Scope2))
	// Output:
	// K-ETS (scope 1, scope 2)
	// EU ETS (scope 1) false
}

func ExampleNewTradingScheme() {
	local, err := managed.NewTradingScheme("Building ETS", "ordinance 9031, section 4", ghg.Scope1, ghg.Scope2)
	fmt.Println(local, err)
	_, err = managed.NewTradingScheme("Building ETS", "ordinance 9031, section 4", ghg.Scope3)
	fmt.Println(err)
	// Output:
	// Building ETS (scope 1, scope 2) <nil>
	// trading scheme "Building ETS": scope 3: allowed are scope 1, direct emissions, and scope 2, purchased energy, each once
}

// A town takes the dyeing mill out of its total. Its own incinerator trades too,
// and stays.
func ExampleRegister_CarveOut() {
	register, err := managed.NewRegister(townRegister(mill(), incinerator()))
	if err != nil {
		fmt.Println(err)
		return
	}
	total := citywide(published, map[int]string{2021: "812000"})
	c, err := register.CarveOut(managed.Totals{Citywide: total, Scopes: []ghg.Scope{ghg.Scope1, ghg.Scope2},
		Sectors: []managed.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := c.At(2021)
	fmt.Println(y)
	fmt.Println(y.Explain())
	fmt.Println(c.Managed().View())
	// Output:
	// 2021: citywide 812000 tCO2e (AR5), covered 70464.75 tCO2e (AR5), managed 752049.25 tCO2e (AR5)
	// managed emissions in 2021 = citywide − covered + covered and council-owned
	// citywide 812000 tCO2e (AR5) (inventory)
	// − covered 70464.75 tCO2e (AR5) (8.68% of citywide) (facility register, 2022)
	//     mill, Dyeing mill, owned by others: direct 41200.5 tCO2e (AR5), purchased energy 18750.25 tCO2e (AR5)
	//     incinerator, Incinerator, council-owned: direct 9310 tCO2e (AR5), purchased energy 1204 tCO2e (AR5)
	// + council-owned 10514 tCO2e (AR5)
	// = managed 752049.25 tCO2e (AR5) (92.62% of citywide)
	// GPC 1.1 I.3: citywide 96000 tCO2e (AR5), covered 59950.75 tCO2e (AR5) (62.45%), council-owned 0 tCO2e (AR5), managed 36049.25 tCO2e (AR5)
	// managed authority (as declared by town)
}

// Kilograms that were typed as tonnes do not pass.
func ExampleExceedsError() {
	wrong := smallMill()
	wrong.Emissions[0].CO2e = t5("3000000") // kg
	register, _ := managed.NewRegister(townRegister(wrong))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both,
		Sectors: []managed.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	var exceeds *managed.ExceedsError
	fmt.Println(errors.As(err, &exceeds))
	fmt.Println(exceeds)
	// Output:
	// true
	// GPC 1.1 I.3 in 2021 is 96000 tCO2e (AR5), and its sites emit 3000000 tCO2e (AR5): "small mill" 3000000 tCO2e (AR5); look at units, years and boundary
}

// Nobody has asked the mill for its electricity of 2022.
func ExampleMissingError() {
	m := mill()
	m.Emissions = append(m.Emissions, emits(2022, "I.3.1", ghg.Scope1, "40000"))
	register, _ := managed.NewRegister(townRegister(m))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2022: "805000"}), Scopes: both}, managedView)
	fmt.Println(err)
	// Output:
	// carve-out for "town": facility "mill" is covered in 2022, and has no figure of scope 2: what is missing is not 0; state a 0 where there is none
}

// The incinerator sells heat to the mill: the heat is in its own chimney.
func ExampleDoubleError() {
	m := mill()
	m.Emissions[1].Supplier = "incinerator"
	register, _ := managed.NewRegister(townRegister(m, incinerator()))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}, managedView)
	var double *managed.DoubleError
	fmt.Println(errors.As(err, &double))
	fmt.Println(double)
	// Output:
	// true
	// the energy that "mill" bought from "incinerator" in 2021 is in the direct emissions of "incinerator" already, and would be subtracted twice: leave out one of them
}

func ExampleNewRegister() {
	unknown := incinerator()
	unknown.Ownership = managed.OwnershipUnstated
	again := mill()
	again.ID = "mill 2"
	again.Emissions = again.Emissions[:1]
	_, err := managed.NewRegister(townRegister(mill(), unknown, again))
	fmt.Println(err)
	// Output:
	// facility register of "town": facility 2 "incinerator", ownership "unstated": state it: a covered site stays managed only if it is council-owned; allowed are council-owned and owned by others
	// facility 3 "mill 2", emission 1 "Dyeing mill": facility 1 "mill" has the name, the registration and an emission of this year, category, scope and fuel: it would be subtracted twice
}

// Only the boilers of a works trade, 37.5 % of what it emits.
func ExampleFacility_Split() {
	boilers, rest, err := mill().Split(ghg.MustShare("37.5%"))
	fmt.Println(boilers.ID, boilers.Emissions[0].CO2e, boilers.Covered(2021), err)
	fmt.Println(rest.ID, rest.Emissions[0].CO2e, rest.Covered(2021))
	// Output:
	// mill 15450.1875 tCO2e (AR5) true <nil>
	// mill (rest) 25750.3125 tCO2e (AR5) false
}

func ExampleSplitRecord() {
	record := ghg.Record{Category: category("I.3.1"), Facility: "mill", Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("41 kt"))}
	part, rest, err := managed.SplitRecord(record, ghg.MustShare("12.5%"))
	fmt.Println(part.Facility, part.Value, err)
	fmt.Println(rest.Facility, rest.Value)
	// Output:
	// mill 5125 t <nil>
	// mill (rest) 35875 t
}

// One inventory answers for both boundaries.
func ExampleRegister_TagRecords() {
	year := ghg.CalendarYear(2021)
	line := func(code, facility, mass string) ghg.Record {
		return ghg.Record{Place: "town", Period: year, Category: category(code), Gas: ghg.CO2, Facility: facility, Value: ghg.Emitted(ghg.MustMass(mass))}
	}
	register, _ := managed.NewRegister(townRegister(mill(), incinerator()))
	records, findings, err := register.TagRecords([]ghg.Record{
		line("I.1.1", "", "90 kt"), line("I.3.1", "mill", "41 kt"), line("I.3.2", "mill", "18 kt"), line("III.3.1", "incinerator", "9 kt"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings)
	inv, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		fmt.Println(err)
		return
	}
	view, err := managed.View(gpc.Basic, "BASIC, managed")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range []ghg.View{gpc.Basic, view} {
		total, err := inv.Total(v, ghg.AR5)
		fmt.Println(v, total.CO2e, err)
	}
	// Output:
	// site-without-record: facility "incinerator" is covered in 2021 and has no record of scope 2: if it emits any, it stays in the managed total
	// GPC 1.1 BASIC 158000 tCO2e (AR5) <nil>
	// GPC 1.1 BASIC, managed 99000 tCO2e (AR5) <nil>
}

// The plan of the town: a waste-heat project at the mill, insulation of homes,
// and rooftop solar on homes.
func townPlan() (strategy.Portfolio, map[managed.EffectKey]managed.EffectTag) {
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Climate plan", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}, {Code: "B", Name: "Buildings"}}}))
	heat := strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}
	homes := strategy.EmissionSource{Category: category("I.1.1"), EndUse: "space heating"}
	power := strategy.EmissionSource{Category: category("I.1.2")}
	action := func(id, area string, on strategy.EmissionSource, tonnes string) strategy.Action {
		return strategy.Action{ID: id, Name: id, Area: area, Source: "climate plan, 2024",
			Effects: []strategy.Effect{{On: on, Interaction: strategy.Independent, Reductions: cuts(2030, tonnes)}}}
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "Town plan", Place: "town", Framework: framework, View: gpc.Basic, Metric: ghg.AR5,
		Actions: []strategy.Action{action("waste heat", "I", heat, "6500"), action("insulation", "B", homes, "4200.5"), action("solar", "B", power, "2750")}})
	if err != nil {
		panic(err)
	}
	return p, map[managed.EffectKey]managed.EffectTag{
		{Action: "waste heat", On: heat}:  {Facility: "mill", Scope: ghg.Scope1, Source: "project list"},
		{Action: "insulation", On: homes}: {Position: managed.OutsideETS, Source: "own assessment"},
		{Action: "solar", On: power}:      {Position: managed.IndirectETS, Scope: ghg.Scope2, Source: "own assessment"},
	}
}

func ExampleRegister_SplitPortfolio() {
	register, _ := managed.NewRegister(townRegister(mill()))
	plan, tags := townPlan()
	split, err := register.SplitPortfolio(plan, tags, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	both, err := split.Total(strategy.Expected, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(both.Citywide.CO2e, "citywide,", both.Managed.CO2e, "managed")
	fmt.Println(both.Inside, both.Indirect, both.Outside)

	// The target is for the managed emissions, so the managed portfolio meets it.
	goal, err := target.New(target.Definition{Name: "town 2030", Place: "town", Due: 2030, Views: target.Same(inGPC), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("760 kt"), Cut: ghg.MustShare("40%")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	baseline, _ := ghg.NewYearly("town", inGPC, ghg.AR5, []ghg.YearFigure{{Year: 2030, CO2e: t5("470000"), Status: ghg.Projected, Vintage: ghg.FirstVintage}})
	gap, err := split.Managed().Gap(goal, baseline, strategy.Expected, 2030)
	fmt.Println(gap.CO2e, err)
	_, err = split.Citywide().Gap(goal, baseline, strategy.Expected, 2030)
	fmt.Println(err)
	// Output:
	// 13450.5 tCO2e (AR5) citywide, 6950.5 tCO2e (AR5) managed
	// 6500 tCO2e (AR5) 2750 tCO2e (AR5) 4200.5 tCO2e (AR5)
	// 7049.5 tCO2e (AR5) <nil>
	// the view must be one: the portfolio's is "GPC 1.1 BASIC", the target's "GPC 1.1 managed authority (as declared by town)", the baseline's "GPC 1.1 managed authority (as declared by town)"
}

func ExampleTagError() {
	register, _ := managed.NewRegister(townRegister(mill()))
	plan, tags := townPlan()
	for key := range tags {
		if key.Action == "solar" {
			delete(tags, key)
		}
	}
	_, err := register.SplitPortfolio(plan, tags, inGPC)
	fmt.Println(err)
	// Output:
	// effect of action "solar" on GPC 1.1 I.1.2: it has no tag: say where it cuts, by facility or as inside_ets, indirect_ets or outside
}
