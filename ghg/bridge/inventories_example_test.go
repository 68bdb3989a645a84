package bridge_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
)

// line is a record of the county of the examples.
func line(code string, gas ghg.Gas, v ghg.Value, fuel string) ghg.Record {
	return ghg.Record{Place: "Hwaseong", Period: ghg.CalendarYear(2018),
		Category: ghg.Category{Scheme: "GPC 1.1", Code: code}, Gas: gas, Value: v, Fuel: fuel}
}

func inventory(v ghg.Vintage, records ...ghg.Record) ghg.Inventory {
	inv, _, err := ghg.NewInventory("Hwaseong", ghg.CalendarYear(2018), v, gpc.Scheme, records)
	if err != nil {
		panic(err)
	}
	return inv
}

func mass(s string) ghg.Value { return ghg.Emitted(ghg.MustMass(s)) }

// The invented inventory of 2018, as first published and as restated: coal in
// homes that had been left out, landfill methane on better data, a works that
// closed before the year began.
func first() ghg.Inventory {
	return inventory(1,
		line("I.1.1", ghg.CO2, mass("310000 t"), "natural gas"),
		line("I.3.1", ghg.CO2, mass("45000 t"), "heavy oil"),
		line("III.1.1", ghg.CH4, mass("2000 t"), ""),
	)
}

func restated() ghg.Inventory {
	return inventory(2,
		line("I.1.1", ghg.CO2, mass("310000 t"), "natural gas"),
		line("I.1.1", ghg.CO2, mass("12500 t"), "anthracite"),
		line("III.1.1", ghg.CH4, mass("2400 t"), ""),
	)
}

func ExampleInventories() {
	b, err := bridge.Inventories(
		bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.SAR},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.CategoryCause{Category: "I.1", Change: bridge.ChangeAdded,
			Cause: bridge.Cause{Kind: bridge.CauseCorrection, What: "coal in homes had been left out", Document: "city inventory report 2020"}},
		bridge.CategoryCause{Category: "III",
			Cause: bridge.Cause{Kind: bridge.CauseData, What: "weighed instead of estimated", Document: "city inventory report 2020"}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(b.Details())
	// Output:
	// restatement    Hwaseong 2018, first vintage to vintage 2
	// from           397000 tCO2e (SAR), GPC 1.1 BASIC, actual, first vintage
	// to             389700 tCO2e (AR5), GPC 1.1 BASIC, actual, vintage 2
	// differ in      metric: SAR and AR5
	// change         to - from = 389700 - 397000 = -7300 t of mixed metrics (SAR to AR5), -1.84%
	//                figures on two metrics: the change is CO2e on neither
	// not in both    I.3.1 CO2 (in vintage 2 no figure), 45000 tCO2e (SAR) of first vintage
	//   line         +12500  I.1.1 CO2 [anthracite] added; error: coal in homes had been left out (city inventory report 2020)
	//   line         -45000  I.3.1 CO2 [heavy oil] removed; unknown
	//   line          +9800  III.1.1 CH4 value; data: weighed instead of estimated (city inventory report 2020)
	//   line         +15400  III.1.1 CH4 metric effect; metric: SAR to AR5
	// sum            -7300 t of mixed metrics (SAR to AR5)
	//   by cause     error: +12500
	//   by cause     metric: +15400
	//   by cause     data: +9800
	//   by cause     unknown: -45000
	//   by category  I.1.1: +12500
	//   by category  I.3.1: -45000
	//   by category  III.1.1: +25200
}

// Where the change is: the sector's council asks for its own part.
func ExampleBridge_ByCategory() {
	b, err := bridge.Inventories(
		bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5})
	fmt.Println(b.Change(), err)
	for c, amount := range b.ByCategory() {
		fmt.Println(c.Code, amount)
	}
	// Output:
	// -21300 tCO2e (AR5) <nil>
	// I.1.1 12500 tCO2e (AR5)
	// I.3.1 -45000 tCO2e (AR5)
	// III.1.1 11200 tCO2e (AR5)
}

// CO2e of all gases together cannot be taken to the other metric, so what the
// metric did and what the data did cannot be told apart. The bridge says so.
func ExampleChangeKind() {
	all := func(v ghg.Vintage, co2e string) ghg.Inventory {
		return inventory(v, line("II.1.1", ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e(co2e)), ""))
	}
	b, err := bridge.Inventories(
		bridge.Reading{Inventory: all(1, "500 ktCO2e (SAR)"), View: gpc.Basic, Metric: ghg.SAR},
		bridge.Reading{Inventory: all(2, "520 ktCO2e (AR5)"), View: gpc.Basic, Metric: ghg.AR5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for l := range b.Lines() {
		fmt.Println(l)
	}
	// Output:
	// +20000 II.1.1 all gases inseparable (CO2e that cannot be taken to the other metric); unknown
}

func ExampleLine() {
	b, _ := bridge.Inventories(
		bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5})
	for l := range b.Lines() {
		amount, _ := l.Amount()
		fmt.Println(l.Category.Code, l.Gas, l.Label, l.Change, amount, l.Cause.Kind)
	}
	// Output:
	// I.1.1 CO2 anthracite added 12500 tCO2e (AR5) unknown
	// I.3.1 CO2 heavy oil removed -45000 tCO2e (AR5) unknown
	// III.1.1 CH4  value 11200 tCO2e (AR5) unknown
}

// One inventory read through two views: the causes are known.
func ExampleReading() {
	inv := inventory(1,
		line("I.1.1", ghg.CO2, mass("310000 t"), ""),
		line("I.4.4", ghg.CO2, mass("80000 t"), ""))
	b, err := bridge.Inventories(
		bridge.Reading{Inventory: inv, View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: inv, View: gpc.Territorial, Metric: ghg.AR5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for l := range b.Lines() {
		fmt.Println(l)
	}
	// Output:
	// +80000 I.4.4 CO2 selection; boundary: view GPC 1.1 BASIC to view GPC 1.1 territorial
}

// A cause for a code that the scheme does not have is refused; one that no line
// falls under stands with 0, so that nothing given is lost.
func ExampleCategoryCause() {
	from := bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5}
	to := bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5}
	why := bridge.Cause{Kind: bridge.CauseMethod, What: "distance driven", Document: "city inventory report 2020"}
	_, err := bridge.Inventories(from, to, bridge.CategoryCause{Category: "II.9", Cause: why})
	fmt.Println(err)
	b, _ := bridge.Inventories(from, to, bridge.CategoryCause{Category: "II.1", Cause: why})
	for l := range b.Lines() {
		if l.Cause == why {
			fmt.Println(l)
		}
	}
	// Output:
	// cause 1, category "II.9": GPC 1.1: unknown category "II.9": it is no code or name of the scheme
	// 0 II.1 (changed nothing); method: distance driven (city inventory report 2020)
}

// The works that is not in the restated inventory is no cut of 45000 t.
func ExampleBridge_Findings() {
	b, err := bridge.Inventories(
		bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5},
	)
	fmt.Println(err)
	for _, f := range b.Findings().All {
		fmt.Println(f.Severity, f.Code, f.Stated)
		fmt.Println(f.Detail)
	}
	// Output:
	// <nil>
	// serious vintages-unlike 45000 tCO2e (AR5)
	// the figures do not count the same: I.3.1 CO2 (in vintage 2 no figure), 45000 tCO2e (AR5) of first vintage; what one of them leaves out is in the change with its whole amount
}
