package netzero_test

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
)

// coalTown is a pledge of a place with coal power stations.
func coalTown() netzero.Pledge {
	th := on(netzero.PoweringPastCoalOECD, today)
	return netzero.Pledge{Place: "Boryeong", Kind: netzero.EndCoalPower, Since: ghg.MustWhen("2021-05"), Campaign: netzero.PoweringPastCoal,
		Threshold: th, LastDay: th.LastDay(), Abated: "ccs"}
}

func ExamplePledge_Judge_coal() {
	of := func(fuel, activity, mass string) ghg.Record {
		return ghg.Record{Place: "Boryeong", Period: ghg.CalendarYear(2031), Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"},
			Gas: ghg.CO2, Fuel: fuel, Activity: activity, Value: ghg.Emitted(ghg.MustMass(mass))}
	}
	gas := of("LNG", "발전", "1.2 Mt")
	show(coalTown().Judge(slices.Values([]ghg.Record{gas})))
	show(coalTown().Judge(slices.Values([]ghg.Record{gas, of("유연탄", "발전", "3.4 Mt")})))
	show(coalTown().Judge(slices.Values([]ghg.Record{gas, of("", "발전", "3.4 Mt")})))
	show(coalTown().Judge(slices.Values([]ghg.Record{gas, of("유연탄", "", "3.4 Mt")})))
	show(coalTown().Judge(slices.Values([]ghg.Record(nil))))
	// Output:
	// coal-phase-out: pass: no record after 2030-12-31 shows unabated coal power; what generates power is told by 1 record
	// coal-phase-out: fail: unabated coal power after 2030-12-31, in 1 record
	// coal-phase-out: cannot tell: whether there is unabated coal power is not told by 1 record
	// coal-phase-out: cannot tell: whether there is unabated coal power is not told by 1 record
	// coal-phase-out: cannot tell: no record is of a period after 2030-12-31
}

func ExampleLine() {
	c, err := coalTown().Judge(slices.Values([]ghg.Record{{Place: "Boryeong", Period: ghg.CalendarYear(2031),
		Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"}, Gas: ghg.CO2, Fuel: "coal", Activity: "power generation", Facility: "unit 7",
		Value: ghg.Emitted(ghg.MustMass("3.4 Mt")), Line: 12}}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range c.Lines {
		fmt.Println(l)
	}
	// Output:
	// line 12, 2031, GPC 1.1 I.4.4, "coal", "power generation", "unit 7", 3400000 t: coal is burned to generate power
}

// Names that no table has are the place's to explain.
func ExampleNames() {
	r := ghg.Record{Place: "Boryeong", Period: ghg.CalendarYear(2031), Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"},
		Gas: ghg.CO2, Fuel: "pellet mix B", Activity: "block 7", Value: ghg.Emitted(ghg.MustMass("3.4 Mt"))}
	pledge := coalTown()
	show(pledge.Judge(slices.Values([]ghg.Record{r})))
	pledge.Names = netzero.Names{NotCoal: []string{"pellet mix B"}, Power: []string{"block 7"}}
	show(pledge.Judge(slices.Values([]ghg.Record{r})))
	// Output:
	// coal-phase-out: cannot tell: whether there is unabated coal power is not told by 1 record; names in no table: "block 7", "pellet mix B" (the pledge's Names can say what they are)
	// coal-phase-out: pass: no record after 2030-12-31 shows unabated coal power; what generates power is told by 1 record
}

func ExampleNames_refused() {
	pledge := coalTown()
	pledge.LastDay = day(2035, 12, 31)
	pledge.Names = netzero.Names{NotCoal: []string{"무연탄"}}
	_, err := pledge.Judge(slices.Values([]ghg.Record(nil)))
	fmt.Println(err)
	// Output:
	// pledge of "Boryeong", last day "2035-12-31": a day of 2030 is needed, such as 2030-12-31
	// pledge of "Boryeong", names.not coal "무연탄": it is already known as coal and cannot be other too
}

// An own date, from the resolution of a council that goes further.
func ExamplePledge_Judge_ownDate() {
	own, err := netzero.NewThreshold(netzero.ThresholdDefinition{
		ID: "boryeong-coal-2025", Criterion: "boryeong-coal", Measure: netzero.PhaseOutYear, Value: decimal.New(2029, 0),
		From: day(2025, 3, 1), Source: "resolution of the city council, 1 March 2025", Confidence: "high"})
	if err != nil {
		fmt.Println(err)
		return
	}
	pledge := netzero.Pledge{Place: "Boryeong", Kind: netzero.EndCoalPower, Since: ghg.MustWhen("2021-05"), Campaign: netzero.PoweringPastCoal,
		Threshold: own, LastDay: day(2029, 6, 30)}
	show(pledge.Judge(slices.Values([]ghg.Record{{Place: "Boryeong", Period: ghg.CalendarYear(2030),
		Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"}, Fuel: "coal", Activity: "power generation",
		Value: ghg.KeyedAsFound(ghg.NO, "the last unit closed in May 2029")}})))
	// Output:
	// coal-phase-out: pass: no record after 2029-06-30 shows unabated coal power; what generates power is told by 1 record
}
