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

// The plan of the town: a waste-heat project at the mill, insulation of homes,
// and rooftop solar on homes.
func townPlan() (strategy.Portfolio, []managed.Rule) {
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Climate plan", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}, {Code: "B", Name: "Buildings"}}}))
	heat := strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}
	homes := strategy.EmissionSource{Category: category("I.1.1"), EndUse: "space heating"}
	power := strategy.EmissionSource{Category: category("I.1.2")}
	action := func(id, area string, on strategy.EmissionSource, tonnes string) strategy.Action {
		return strategy.Action{ID: id, Name: id, Area: area, Source: "climate plan, 2024",
			Effects: []strategy.Effect{{On: on, Interaction: strategy.Independent, Reductions: cuts(2030, tonnes)}}}
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "Town plan", Place: "town", Framework: framework,
		View: gpc.Basic, Metric: ghg.AR5,
		Actions: []strategy.Action{action("waste heat", "I", heat, "6500"), action("insulation", "B", homes, "4200.5"),
			action("solar", "B", power, "2750")}})
	if err != nil {
		panic(err)
	}
	return p, []managed.Rule{
		{Action: "waste heat", Facility: "mill", Source: "project list"},
		{Category: category("I.1"), Scope: ghg.Scope1, Position: managed.OutsideETS, Source: "own assessment"},
		{Category: category("I.1"), Scope: ghg.Scope2, Position: managed.IndirectETS, Source: "own assessment"},
	}
}

func ExampleSplit() {
	register := registerOf("town", mill())
	plan, rules := townPlan()
	split, findings, err := managed.Split(register, plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings.Len(), "findings")
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
	baseline, _ := ghg.NewYearly("town", inGPC, ghg.AR5,
		[]ghg.YearFigure{{Year: 2030, CO2e: t5("470000"), Status: ghg.Projected, Vintage: ghg.FirstVintage}})
	gap, err := split.Managed().Gap(goal, baseline, strategy.Expected, 2030)
	fmt.Println(gap.CO2e, err)
	_, err = split.Citywide().Gap(goal, baseline, strategy.Expected, 2030)
	fmt.Println(err)
	// Output:
	// 0 findings
	// 13450.5 tCO2e (AR5) citywide, 6950.5 tCO2e (AR5) managed
	// 6500 tCO2e (AR5) 2750 tCO2e (AR5) 4200.5 tCO2e (AR5)
	// 7049.5 tCO2e (AR5) <nil>
	// portfolio "Town plan" and target "town 2030" do not meet: view GPC 1.1 BASIC and GPC 1.1 managed authority (as declared by town): make both with one view, or restate one in the other's
	// portfolio "Town plan" and the baseline do not meet: view GPC 1.1 BASIC and GPC 1.1 managed authority (as declared by town): make both with one view, or restate one in the other's
}

// The purchased energy of homes was forgotten: which action is it of?
func ExampleSplit_noRule() {
	register := registerOf("town", mill())
	plan, rules := townPlan()
	_, _, err := managed.Split(register, plan, rules[:2], inGPC)
	var f ghg.Fault
	if errors.As(err, &f) && f.Code == managed.FaultNoRule {
		fmt.Println("ask who leads:", f.Of)
	}
	fmt.Println(err)
	// Output:
	// ask who leads: action "solar", effect on GPC 1.1 I.1.2
	// action "solar", effect on GPC 1.1 I.1.2: no rule meets it: say where it stands, by facility or as inside_ets, indirect_ets or outside
}

// The heat project is at a mill that trades: in the managed portfolio it counts
// 0, and says so.
func ExamplePortfolioSplit() {
	plan, rules := townPlan()
	split, _, err := managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range []strategy.Portfolio{split.Citywide(), split.Managed()} {
		fmt.Println(p.View())
		for a := range p.Actions() {
			for _, e := range a.Effects {
				amount, _ := e.Reductions.At(2030)
				fmt.Println(" ", a.ID, amount)
				if e.Note != "" {
					fmt.Println("   ", e.Note)
				}
			}
		}
	}
	// Output:
	// GPC 1.1 BASIC
	//   waste heat 6500 tCO2e (AR5)
	//   insulation 4200.5 tCO2e (AR5)
	//   solar 2750 tCO2e (AR5)
	// GPC 1.1 managed authority (as declared by town)
	//   waste heat 0 tCO2e (AR5)
	//     not managed in 2030 (inside_ets)
	//   insulation 4200.5 tCO2e (AR5)
	//   solar 2750 tCO2e (AR5)
}

func ExampleParallelTotal() {
	plan, rules := townPlan()
	split, _, err := managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := split.Total(strategy.Expected, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("inside", t.Inside, "+ indirect", t.Indirect, "+ outside", t.Outside)
	fmt.Println(t.Citywide.CO2e, "citywide, of which not managed", t.NotManaged())
	fmt.Println(t.Explain())
	// Output:
	// inside 6500 tCO2e (AR5) + indirect 2750 tCO2e (AR5) + outside 4200.5 tCO2e (AR5)
	// 13450.5 tCO2e (AR5) citywide, of which not managed 6500 tCO2e (AR5)
	// expected reductions in 2030, citywide less managed = 6500 tCO2e (AR5)
	//   c[i]   # what the effect cuts
	//   t[i]   # part of it that stands at the position; the rest is outside
	//   at[i]   # position: 1 inside the trading scheme, 2 indirect, 3 outside
	//   own[i]   # 1 at a site of the council
	//   m[i]   # 1 where what stands there is managed
	//       i  c [tCO2e (AR5)]  t [tCO2e (AR5)]  at  own  m
	//       1  6500             6500             1   0    0  waste heat, GPC 1.1 I.3.1, process heat; project list
	//       2  4200.5           4200.5           3   0    1  insulation, GPC 1.1 I.1.1, space heating; own assessment
	//       3  2750             2750             2   0    1  solar, GPC 1.1 I.1.2; own assessment
	//   I = sum(i: (at[i] = 1) × t[i]) = (1 = 1) × 6500 + (3 = 1) × 4200.5 + (2 = 1) × 2750 = 6500 tCO2e (AR5)   # inside the trading scheme
	//   S = sum(i: (at[i] = 1) × own[i] × t[i]) = (1 = 1) × 0 × 6500 + (3 = 1) × 0 × 4200.5 + (2 = 1) × 0 × 2750 = 0 tCO2e (AR5)   # of it at sites of the council
	//   D = sum(i: (at[i] = 2) × t[i]) = (1 = 2) × 6500 + (3 = 2) × 4200.5 + (2 = 2) × 2750 = 2750 tCO2e (AR5)   # indirect
	//   O = sum(i: c[i] - (at[i] < 3) × t[i]) = (6500 - (1 < 3) × 6500) + (4200.5 - (3 < 3) × 4200.5) + (2750 - (2 < 3) × 2750) = 4200.5 tCO2e (AR5)   # outside
	//   C = I + D + O = 6500 + 2750 + 4200.5 = 13,450.5 tCO2e (AR5)   # citywide
	//   M = sum(i: c[i] - (1 - m[i]) × t[i]) = (6500 - (1 - 0) × 6500) + (4200.5 - (1 - 1) × 4200.5) + (2750 - (1 - 1) × 2750) = 6950.5 tCO2e (AR5)   # managed
	//   N = C - M = 13,450.5 - 6950.5 = 6500 tCO2e (AR5)   # not managed
}
