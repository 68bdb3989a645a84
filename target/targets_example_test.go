package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// published is Daegu's goal with another year, cut and day of publication.
func published(name string, due int, cut string, day ghg.Date) target.Target {
	d := daegu2030()
	d.Name, d.Due, d.Published = name, due, day
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare(cut)}
	t, err := target.New(d)
	if err != nil {
		panic(err)
	}
	return t
}

func ExampleTargets() {
	all, err := target.NewTargets(
		published("first plan", 2030, "45%", ghg.Date{Year: 2021, Month: 12, Day: 1}),
		published("second plan", 2030, "48%", ghg.Date{Year: 2024, Month: 4, Day: 30}), // constructed
		published("roadmap", 2035, "40%", ghg.Date{Year: 2022, Month: 5, Day: 2}),      // constructed
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range all.All() {
		fmt.Println(y.Year, y.InForce.Name(), len(y.Superseded))
	}
	fmt.Println(all.Findings())
	// Output:
	// 2030 second plan 1
	// 2035 roadmap 0
	// target "roadmap", later-target-looser: it allows 5658000 tCO2e (AR5) in 2035, target "second plan" allowed 4903600 tCO2e (AR5) in 2030: the later one is looser
}

// Two drafts of one city are handed in without their dates: neither is taken.
func ExampleDueYear() {
	undated := ghg.Date{}
	all, err := target.NewTargets(
		published("draft of the mayor", 2030, "45%", undated),
		published("draft of the council", 2030, "48%", undated), // constructed
		published("roadmap", 2050, "90%", undated))              // constructed
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range all.All() {
		fmt.Println(y.Year, !y.InForce.IsZero(), len(y.Undecided))
	}
	if t, dated := all.InForce(2050); dated {
		fmt.Println(t)
	}
	fmt.Println(all)
	fmt.Println(all.Findings())
	// Output:
	// 2030 false 2
	// 2050 true 0
	// roadmap: 90% below 2018 by 2050
	// 2030: undecided; 2050: roadmap
	// 2030, targets-undated: 2 targets are not all dated: which of them is in force is not known; give the day of each publication
}

func ExampleTarget_CheckPath() {
	t, _ := target.New(daegu2030())
	path, _ := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2030, CO2e: ghg.MustCO2e("5.4 MtCO2e (AR5)"), Status: ghg.Projected, Vintage: ghg.FirstVintage,
			Source: "scenario \"45% by 2030\", as updated (constructed)"}})
	findings, _ := t.CheckPath(path)
	fmt.Println(findings)
	// Output:
	// target "Daegu 2030", path-misses-level: it sets 5186500 tCO2e (AR5) for 2030, and its own path (scenario "45% by 2030", as updated (constructed)) comes to 5400000 tCO2e (AR5): 213500 tCO2e (AR5) above
}

// ndc is a level of the country's 2030 goal as revised in March 2023, in a
// declared view of its own.
func ndc(name, level string) target.Target {
	v, err := ghg.MustDeclaredView(name, "2030 NDC").WithEdition("IPCC 1996")
	if err != nil {
		panic(err)
	}
	t, err := target.New(target.Definition{Name: name, Place: "KOR", Due: 2030, Views: target.Same(v), Metric: ghg.SAR,
		Goal: target.FixedLevel{Level: ghg.MustMass(level)}, Source: "2030 NDC as revised, 2023-03-22", Published: ghg.Date{Year: 2023,
			Month: 3, Day: 22}})
	if err != nil {
		panic(err)
	}
	return t
}

// sectors are the sectors that emit.
func sectors() []target.Target {
	return []target.Target{ndc("power", "145.9 Mt"), ndc("industry", "230.7 Mt"), ndc("buildings", "35.0 Mt"), ndc("transport", "61.0 Mt"),
		ndc("agriculture", "18.0 Mt"), ndc("waste", "9.1 Mt"), ndc("hydrogen", "8.4 Mt"), ndc("fugitive", "3.9 Mt")}
}

func ExampleResidual() {
	total := ndc("total, net", "436.6 Mt")
	r, err := total.Residual(2030, sectors()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	fmt.Println(r.Findings)
	power, _ := total.Residual(2030, sectors()[0])
	fmt.Println(power.Explain())
	whole, _ := total.Residual(2030, append(sectors(), ndc("sinks", "-26.7 Mt"), ndc("CCUS", "-11.2 Mt"),
		ndc("international reductions", "-37.5 Mt"))...)
	fmt.Println(whole)
	// Output:
	// 2030: 436600000 tCO2e (SAR) - 512000000 tCO2e (SAR) = -75400000 tCO2e (SAR)
	// target "total, net", negative-residual: the sectors may emit 512000000 tCO2e (SAR) in 2030, 75400000 tCO2e (SAR) more than it allows
	// residual of total, net in 2030 = 290,700,000 tCO2e (SAR)
	//   T           = 436,600,000 tCO2e (SAR)   # level of the total: total, net; source: 2030 NDC as revised, 2023-03-22
	//   S[i]   # levels of the sectors
	//       i  S [tCO2e (SAR)]
	//       1  145,900,000      power, IPCC 1996 power (as declared by 2030 NDC); 2030 NDC as revised, 2023-03-22
	//   sum_sectors = sum(i: S[i]) = 145,900,000 tCO2e (SAR)   # sum of the sectors
	//   share       = (T - sum_sectors) / T = (436,600,000 - 145,900,000) / 436,600,000 = 0.665826843793, where T > 0   # share of the total
	//   residual    = T - sum_sectors = 436,600,000 - 145,900,000 = 290,700,000 tCO2e (SAR)   # what the sectors leave
	// rounding: to 12 decimal places, half away from zero: share
	// 2030: 436600000 tCO2e (SAR) - 436600000 tCO2e (SAR) = 0 tCO2e (SAR)
}
