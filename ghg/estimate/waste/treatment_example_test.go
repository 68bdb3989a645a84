package waste_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// stated is a parameter with its source.
func stated(rate, source string) estimate.Parameter {
	p, err := estimate.ParseParameter(rate, source)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// show prints what a method estimates.
func show(m estimate.Method) {
	e, err := estimate.Of(m)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(m.Title())
	for gas, value := range e.All() {
		fmt.Println(" ", gas, value)
	}
	if s := e.Findings().String(); s != "" {
		fmt.Println(s)
	}
}

// Compost by its wet weight, and a biogas plant by the dry weight of what it takes in: its
// factor is net of the gas that it uses, or is before it.
func ExampleBiological() {
	const net = "anaerobic digestion (already net of CH4 recovery)"
	show(waste.Biological{Treatment: waste.Composting, Waste: ghg.MustQuantity("12000 t"), Basis: waste.WetWeight, Source: "weighbridge",
		CH4: published("composting", "wet weight", "CH4"), N2O: published("composting", "wet weight", "N2O")})
	plant := waste.Biological{Treatment: waste.Digestion, Waste: ghg.MustQuantity("3000 t"), Basis: waste.DryWeight, Source: "plant",
		CH4: published(net, "dry weight", "CH4"), N2O: stated("0 g N2O/kg dry waste", "negligible: IPCC 2006 V5 Ch4"),
		Counting: waste.NetOfRecovery}
	show(plant)
	plant.CH4, plant.Counting = stated("80 g CH4/kg dry waste", "measured"), waste.BeforeRecovery
	plant.Recovered, plant.RecoveredSource = ghg.MustQuantity("231 t"), "gas meter"
	show(plant)
	// Output:
	// composting
	//   N2O 2.88 t N2O
	//   CH4-nonfossil 48 t CH4-nonfossil
	// anaerobic digestion
	//   N2O 0 t N2O
	//   CH4-nonfossil 6 t CH4-nonfossil
	// anaerobic digestion
	//   N2O 0 t N2O
	//   CH4-nonfossil 9 t CH4-nonfossil
}

// mixed is municipal waste of paper and plastics.
func mixed(energy waste.Energy) waste.Incineration {
	part := func(en, ko, share, of string) waste.Component {
		return waste.Component{Name: words.Term{En: en, Ko: ko}, Share: stated(share, "survey"),
			Dry: published(of, "of wet weight", "dry matter"), Carbon: published(of, "of dry weight", "total carbon"),
			Fossil: published(of, "of total carbon", "fossil carbon fraction")}
	}
	return waste.Incineration{
		Waste: ghg.MustQuantity("1000 t"), Source: "weighbridge", Energy: energy,
		Burnt: waste.Burnt{What: words.Term{En: "municipal waste", Ko: "생활폐기물"},
			Components: []waste.Component{part("paper", "종이", "55 %", "Paper/cardboard"), part("plastics", "플라스틱", "45 %", "Plastics")},
			Oxidation:  published("all, incineration", "", "oxidation factor"), Ratio: factor.WholeWeights,
			CH4: published("batch stoker", "MSW", "CH4"), N2O: published("MSW batch", "wet weight", "N2O")},
	}
}

// An incinerator whose heat nobody uses.
func ExampleIncineration() {
	show(mixed(waste.WithoutEnergy))
	// Output:
	// incineration of municipal waste
	//   CO2 1245.849 t CO2
	//   CO2(b) 826.551 t CO2(b)
	//   CH4-nonfossil 0.06 t CH4-nonfossil
	//   N2O 0.06 t N2O
}

// An incinerator that supplies the grid: its emissions are of the energy sector.
func ExampleRecords() {
	row := func(code string) ghg.Record {
		return ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2022), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}}
	}
	records, err := waste.Records(mixed(waste.WithEnergy), row("III.3.1"), row("I.4.4"))
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range records {
		fmt.Println(r.Category.Code, r.Gas, r.Value)
	}
	_, err = waste.Records(mixed(waste.WithEnergy), row("I.4.4"), row("I.4.4"))
	fmt.Println(err == waste.ErrOneCategory)
	// Output:
	// I.4.4 CO2 1245.849 t CO2
	// I.4.4 CO2(b) 826.551 t CO2(b)
	// I.4.4 CH4-nonfossil 0.06 t CH4-nonfossil
	// I.4.4 N2O 0.06 t N2O
	// III.3.1 CO2 IE (I.4.4)
	// III.3.1 CH4-nonfossil IE (I.4.4)
	// III.3.1 N2O IE (I.4.4)
	// true
}

// Solvents in the incinerator of a factory.
func ExampleLiquidWaste() {
	show(waste.LiquidWaste{What: words.Term{En: "solvents", Ko: "폐용제"}, Waste: ghg.MustQuantity("30 t"), Source: "permit",
		Carbon:    published("fossil liquid waste", "", "total carbon (of WET weight)"),
		Oxidation: published("all, incineration", "", "oxidation factor"), Ratio: factor.WholeWeights,
		N2O: published("industrial waste", "wet weight", "N2O"), Energy: waste.WithoutEnergy})
	// Output:
	// incineration of solvents
	//   CO2 88 t CO2
	//   N2O 0.003 t N2O
	//   CH4-nonfossil NE
	// gases-not-estimated: not estimated, for want of a factor: CH4-nonfossil
}

// The waste of people who burn it at home.
func ExampleOpenBurning() {
	burnt := mixed(0).Burnt
	burnt.Oxidation = published("MSW open burning", "", "oxidation factor")
	burnt.CH4, burnt.N2O = published("open burning", "MSW", "CH4"), published("MSW open burning", "dry weight", "N2O")
	burnt.Dry = stated("80 %", "survey")
	show(waste.OpenBurning{Burnt: burnt, People: ghg.MustQuantity("20000 persons"), Source: "census", Burning: stated("0.35", "survey"),
		PerPerson: stated("0.57 kg/person/day", "survey"), BurntShare: stated("0.6", "default: IPCC 2006 V5 Ch5")})
	// Output:
	// open burning of municipal waste
	//   CO2 631.4084825202 t CO2
	//   CO2(b) 418.9041469998 t CO2(b)
	//   CH4-nonfossil 5.679765 t CH4-nonfossil
	//   N2O 0.1048572 t N2O
}
