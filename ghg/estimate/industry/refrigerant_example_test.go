package industry_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// The air conditioning of a city's homes. The blend is reported as the gases in it.
func ExampleRefrigeration() {
	show(industry.Refrigeration{
		Use: called("Residential & commercial A/C incl. heat pumps"), Gas: ghg.MustGas("R-410A"),
		Containers: []industry.Container{{Kind: words.Term{En: "cylinders", Ko: "실린더"}, Handled: charge("3200 kg", "installers"),
			Lost: stated("4 %", "installers")}},
		Charged: charge("2900 kg", "installers"), Charging: stated("0.6 %", "installers"),
		Bank: industry.Charge{Units: ghg.MustQuantity("41000 items"), PerUnit: stated("1.3 kg/item", "survey"), Source: "census"},
		// 1 to 10 % a year is printed (table 7.9)
		InUse: stated("0.04 1/yr", "survey"),
		Retired: industry.Retirement{
			Charge:    industry.Charge{Units: ghg.MustQuantity("2600 items"), PerUnit: stated("1.1 kg/item", "survey"), Source: "collection"},
			Remaining: stated("75 %", "collection"), Recovered: stated("30 %", "collection")},
	})
	// Output:
	// refrigerant of Residential & commercial A/C incl. heat pumps
	//   HFC-32 1.88945 t HFC-32
	//   HFC-125 1.88945 t HFC-125
}

// Supermarkets without records of servicing.
func ExampleScreening() {
	show(industry.Screening{
		Use: called("Medium & large commercial"), Gas: ghg.MustGas("HFC-134a"),
		New: charge("600 kg", "permits"), Charging: stated("2 %", "US EPA"),
		Operating: charge("5200 kg", "survey"), InUse: stated("0.35 1/yr", "US EPA"), Time: stated("1 yr", "all of the year"),
		Retired: industry.Retirement{Charge: charge("450 kg", "permits"), Remaining: stated("100 %", "US EPA"),
			Recovered: stated("70 %", "US EPA")},
	})
	// Output:
	// refrigerant of Medium & large commercial
	//   HFC-134a 1.967 t HFC-134a
}

// The city's own buildings, by what was bought for them.
func ExampleSimplifiedBalance() {
	b := industry.SimplifiedBalance{Use: words.Term{En: "city buildings", Ko: "시 청사"}, Gas: ghg.MustGas("HFC-32"),
		Filled: charge("14 kg", "invoices"), New: charge("13.5 kg", "nameplates"), Recharged: charge("22 kg", "invoices"),
		Retired: charge("31 kg", "nameplates"), Recovered: charge("26 kg", "contractor")}
	show(b)
	b.Recovered = charge("36 kg", "contractor")
	show(b)
	// Output:
	// refrigerant of city buildings
	//   HFC-32 0.0275 t HFC-32
	// R_D "36 kg": no more than the equipment holds when it is full is accepted
}

// A whole island, by what its importers sold.
func ExampleMassBalance() {
	show(industry.MassBalance{Use: words.Term{En: "all equipment", Ko: "전체 기기"}, Gas: ghg.MustGas("HFC-134a"),
		Sold: charge("9.1 t", "importers"), New: charge("4.6 t", "registers"), Retired: charge("1.3 t", "registers"),
		Destroyed: charge("210 kg", "the plant")})
	// Output:
	// refrigerant of all equipment
	//   HFC-134a 5.59 t HFC-134a
}

// Three years of a refrigerant that was just introduced.
func ExampleBank() {
	flow := func(year int, bulk, equipment string) ghg.OfYear[industry.Flow] {
		none := ghg.MustQuantity("0 kg")
		return ghg.OfYear[industry.Flow]{Year: year, Source: "customs", Value: industry.Flow{
			Produced: none, Imported: ghg.MustQuantity(bulk), Exported: none, EquipmentImported: ghg.MustQuantity(equipment),
			EquipmentExported: none,
			Recycled:          none, Destroyed: none, UsedExported: none}}
	}
	flows, err := ghg.NewYears("flows", "", nil, flow(2020, "25 t", "6 t"), flow(2021, "34 t", "7 t"), flow(2022, "40 t", "15 t"))
	if err != nil {
		log.Fatal(err)
	}
	b := industry.Bank{Use: called("Mobile A/C"), Gas: ghg.MustGas("HFC-134a"), Charging: stated("2 %", "survey"),
		InUse:    stated("0.1 1/yr", "survey"),
		Lifetime: 12, Introduced: 2020, Flows: flows, Year: 2022}
	show(b)
	years, err := b.Years()
	if err != nil {
		log.Fatal(err)
	}
	for y := range years.All() {
		fmt.Println(y.Year, "emitted", y.Value.Emitted, "held", y.Value.Closing)
	}
	b.Year = 2023
	_, err = estimate.Of(b)
	fmt.Println(err)
	// Output:
	// refrigerant of Mobile A/C, by its bank
	//   HFC-134a 7.516 t HFC-134a
	// 2020 emitted 0.5 t HFC-134a held 30.5 t HFC-134a
	// 2021 emitted 3.73 t HFC-134a held 67.77 t HFC-134a
	// 2022 emitted 7.516 t HFC-134a held 115.254 t HFC-134a
	// Flows[2023]: flows: no figure for 2023 (there are figures for 2020 to 2022): what is missing is not 0, and none is carried over from another year: state it
}

// Switchgear of the grid, filled where it was made.
func ExampleSwitchgear() {
	const item = "closed pressure HV switchgear"
	of := func(parameter string) estimate.Parameter {
		return standard(estimate.DefaultKey{Table: "switchgear", Item: item, Condition: "Japan", Parameter: parameter})
	}
	e, err := estimate.Of(industry.Switchgear{Kind: called(item), Gas: ghg.MustGas("SF6"), Consumed: charge("0 kg", "none is made here"),
		Installed: charge("0 kg", "filled where it was made"), Capacity: charge("9.4 t", "the grid company"), InUse: of("in use"),
		Retired: industry.Retirement{Charge: charge("85 kg", "the grid company"), Remaining: of("charge remaining at retirement"),
			Recovered: stated("96 %", "the grid company")}})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range e.Records(ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2022),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "IV.2"}}) {
		fmt.Println(r.Category.Code, r.Gas, r.Value, r.Evidence.Definition().Method)
	}
	// Output:
	// IV.2 SF6 0.06903 t SF6 IPCC 2006 V3 Ch8, eq. 8.1
}
