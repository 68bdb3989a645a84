package land_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
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

// byDefault is a published parameter.
func byDefault(e estimate.Edition, table, item, condition, parameter string) estimate.Parameter {
	p, err := land.Defaults().Of(estimate.DefaultKey{Edition: e, Table: table, Item: item, Condition: condition, Parameter: parameter})
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// name is an item of the defaults, in both languages.
func name(of string) words.Term {
	t, err := land.Item(of)
	if err != nil {
		log.Fatal(err)
	}
	return t
}

// show prints what a method estimates.
func show(m estimate.Method) {
	e, err := estimate.Of(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, value := range e.All() {
		fmt.Printf("%s: %s\n", m.Title(), value)
	}
}

// The dairy cattle of a county; broilers live less than a year, and are counted by their days.
func ExampleEnteric() {
	e, err := estimate.Of(land.Enteric{
		Animals: land.Animals{What: name("젖소"), Head: ghg.MustQuantity("1200두"), Source: "livestock survey"},
		Factor:  byDefault(estimate.IPCC2006, "enteric", "Dairy cattle", "Asia", "CH4"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Explain())
	show(land.Enteric{Animals: land.Animals{What: name("Deer"), Produced: ghg.MustQuantity("900 head")},
		Factor: byDefault(estimate.IPCC2019, "enteric", "Deer", "", "CH4")})
	// Output:
	// enteric fermentation of Dairy cattle = 81,600 kg CH4
	//   N   = 1200 head   # animals, on average over the year, Dairy cattle; source: livestock survey
	//   EF  = 68 kg CH4/head/yr   # emission factor of a head; source: default: IPCC2006 V4 Ch10 T10.11
	//   CH4 = N × EF = 1200 × 68 = 81,600 kg CH4   # CH4 emitted; by: IPCC 2006 V4 Ch10, eq. 10.1 and 10.19
	// Alive: none is given; a rate in day is accepted
}

// Manure by the factor of its climate, and by its volatile solids and systems.
func ExampleManureMethane() {
	factor, err := land.ManureFactor("Dairy cattle", "Asia", 13)
	if err != nil {
		log.Fatal(err)
	}
	cows := land.Animals{What: name("Dairy cattle"), Head: ghg.MustQuantity("1200 head"), Source: "livestock survey"}
	show(land.ManureMethane{Animals: cows, Factor: factor})
	system := func(name, ko, share, mcf string) land.MethaneSystem {
		return land.MethaneSystem{System: land.System{Name: words.Term{En: name, Ko: ko}, Share: stated(share, "survey")},
			MCF: stated(mcf, "IPCC 2006 V4 Ch10 T10.17, 13 °C")}
	}
	show(land.ManureMethane{Animals: cows,
		Solids:  land.Solids{Stated: byDefault(estimate.IPCC2006, "animal data", "Dairy cattle", "Asia", "VS")},
		Bo:      byDefault(estimate.IPCC2006, "animal data", "Dairy cattle", "Asia", "Bo"),
		Systems: []land.MethaneSystem{system("solid storage", "고형 저장", "85 %", "2 %"), system("slurry", "액비", "10 %", "22 %")},
	})
	// Output:
	// CH4 of the manure of Dairy cattle: 13.2 t CH4-nonfossil
	// Share "0.95": shares that add up to 1, pasture among them, are accepted
}

// N2O of manure where it is kept, and of what leaves it.
func ExampleManureNitrogen() {
	manure := land.ManureNitrogen{
		Animals: land.Animals{What: name("Dairy cattle"), Head: ghg.MustQuantity("1200 head"), Source: "livestock survey"},
		Excretion: land.Excretion{PerMass: byDefault(estimate.IPCC2006, "N excretion", "Dairy cattle", "Asia", "Nrate"),
			Weight: byDefault(estimate.IPCC2006, "animal data", "Dairy cattle", "Asia", "typical animal mass")},
		Systems: []land.NitrogenSystem{{System: land.System{Name: name("Solid storage"), Share: stated("1", "survey")},
			N2O:         byDefault(estimate.IPCC2006, "manure N2O", "Solid storage", "", "EF3"),
			Volatilised: byDefault(estimate.IPCC2006, "manure N loss", "Dairy cattle", "Solid storage", "FracGasMS")}},
		Pasture: stated("0", "none graze"),
	}
	show(manure)
	indirect := land.ManureIndirect{Edition: estimate.IPCC2006, Manure: manure,
		Deposition: byDefault(estimate.IPCC2006, "managed soils N2O", "volatilised N", "", "EF4")}
	show(indirect)
	indirect.Deposition = byDefault(estimate.IPCC2019, "managed soils N2O", "volatilised N", "wet climate", "EF4")
	show(indirect)
	// Output:
	// N2O of the manure of Dairy cattle: 0.566115 t N2O
	// indirect N2O of the manure of Dairy cattle: 0.339669 t N2O
	// EF4 "0.014 kg N2O-N/kg N (default: IPCC2019R V4 Ch11 T11.3)": a default of IPCC 2006, or a value of one's own, is accepted: editions do not mix in one sum
}

// Fertiliser, compost and straw of a county's fields in a wet climate, by the Refinement.
func ExampleSoilNitrogen() {
	of := func(item, condition, parameter string) estimate.Parameter {
		return byDefault(estimate.IPCC2019, "managed soils N2O", item, condition, parameter)
	}
	fields := land.SoilNitrogen{Edition: estimate.IPCC2019,
		Inputs: []land.NitrogenInput{
			{Kind: land.SyntheticFertiliser, Amount: ghg.MustQuantity("800 t"), Source: "sales of fertiliser",
				N2O: of("N inputs", "synthetic fertiliser, wet climate", "EF1"), Volatilised: of("synthetic fertiliser", "aggregated", "FracGASF")},
			{Kind: land.OrganicFertiliser, Amount: ghg.MustQuantity("300 t"), Source: "compost register",
				N2O: of("N inputs", "other N inputs, wet climate", "EF1"), Volatilised: of("organic N and pasture", "", "FracGASM")},
			{Kind: land.CropResidues, N2O: of("N inputs", "other N inputs, wet climate", "EF1"), Residues: []land.Residue{
				{Name: words.Term{En: "barley straw", Ko: "보릿짚"}, Above: ghg.MustQuantity("2000 t"), AboveNitrogen: stated("0.007 kg N/kg d.m.",
					"T11.1A"),
					Removed: stated("60 %", "survey"), Below: ghg.MustQuantity("440 t"), BelowNitrogen: stated("0.014 kg N/kg d.m.", "T11.1A"),
					Source: "yields"}}},
		},
		Leached: of("all N", "wet climate", "FracLEACH"), Deposition: of("volatilised N", "wet climate", "EF4"),
		Leaching: of("leached N", "", "EF5")}
	show(fields)
	fields.Inputs[2].Volatilised = of("organic N and pasture", "", "FracGASM")
	show(fields)
	// Output:
	// N2O of managed soils: 30.987952914285714285714285714 t N2O
	// Frac_gas_3 "0.21": nothing of it volatilises (eq. 11.9): none is accepted
}

// Limestone on fields; dolomite is said, though there was none.
func ExampleLiming() {
	show(land.Liming{Limestone: ghg.MustQuantity("450 t"), Dolomite: ghg.MustQuantity("0 t"), Source: "agricultural cooperative",
		LimestoneFactor: byDefault(estimate.IPCC2006, "soil CO2", "limestone (CaCO3)", "", "EF"),
		DolomiteFactor:  byDefault(estimate.IPCC2006, "soil CO2", "dolomite", "", "EF"), Ratio: factor.WholeWeights})
	// Output:
	// liming: 198 t CO2
}

func ExampleUrea() {
	show(land.Urea{Amount: ghg.MustQuantity("60 t"), Source: "agricultural cooperative",
		Factor: byDefault(estimate.IPCC2006, "soil CO2", "urea", "", "EF"), Ratio: factor.WholeWeights})
	// Output:
	// urea spread on soils: 44 t CO2
}

// Paddies that are drained once, by the Guidelines of 2006 and as they were reported before.
func ExampleRice() {
	paddies := land.Rice{Edition: estimate.IPCC2006, Area: ghg.MustQuantity("1000 ha"), Source: "crop survey", Days: stated("130 day",
		"local practice"),
		Daily: byDefault(estimate.IPCC2006, "rice", "", "", "EFc"), Water: stated("0.6", "IPCC 2006 V4 Ch5, drained once"),
		Before: stated("1", "not flooded before, less than 180 days"), Organic: stated("1", "no amendments")}
	show(paddies)
	show(land.SeasonalRice{Area: ghg.MustQuantity("1000 ha"), Source: "crop survey", Seasonal: stated("20 g CH4/m2/yr", "IPCC 1996"),
		Water: stated("50 %", "intermittent"), Organic: stated("1", "no amendments")})
	paddies.Organic = estimate.Parameter{}
	show(paddies)
	// Output:
	// rice: 101.4 t CH4-nonfossil
	// rice: 100 t CH4-nonfossil
	// SFo: none is given; a plain number is accepted
}

// Straw burnt in the field.
func ExampleBiomassBurning() {
	show(land.BiomassBurning{What: words.Term{En: "rice straw burnt", Ko: "볏짚 소각"}, Area: ghg.MustQuantity("40 ha"), Source: "survey",
		Fuel: stated("5.5 t d.m./ha", "IPCC 2006 V4 Ch2 T2.4"), Combusted: stated("0.8", "IPCC 2006 V4 Ch2 T2.6"),
		CH4: stated("2.7 g CH4/kg d.m.", "IPCC 2006 V4 Ch2 T2.5"), N2O: stated("0.07 g N2O/kg d.m.", "IPCC 2006 V4 Ch2 T2.5")})
	// Output:
	// rice straw burnt: 0.4752 t CH4-nonfossil
	// rice straw burnt: 0.01232 t N2O
}

// Straw and compost in paddies.
func ExampleAmendment() {
	show(land.Rice{Edition: estimate.IPCC2006, Area: ghg.MustQuantity("10 ha"), Source: "crop survey", Days: stated("100 day",
		"local practice"),
		Daily: byDefault(estimate.IPCC2006, "rice", "", "", "EFc"), Water: stated("1", "continuously flooded"), Before: stated("1",
			"not flooded before"),
		Amendments: []land.Amendment{
			{Name: words.Term{En: "straw, long before", Ko: "볏짚(재배 30일 이상 전)"}, Rate: stated("5 t/ha", "survey"), Factor: stated("0.29", "T5.14")},
			{Name: words.Term{En: "compost", Ko: "퇴비"}, Rate: stated("2 t/ha", "survey"), Factor: stated("0.05", "T5.14")}}})
	// Output:
	// rice: 2.258406207042168503763746961 t CH4-nonfossil
}

// Manure of a herd that is spread, as an input of nitrogen.
func ExampleAppliedManure() {
	of := func(table, item, condition, parameter string) estimate.Parameter {
		return byDefault(estimate.IPCC2006, table, item, condition, parameter)
	}
	const soils = "managed soils N2O"
	show(land.SoilNitrogen{Edition: estimate.IPCC2006, Inputs: []land.NitrogenInput{{Kind: land.OrganicFertiliser,
		Manure: []land.AppliedManure{{
			Animals:   land.Animals{What: name("젖소"), Head: ghg.MustQuantity("1200 head"), Source: "livestock survey"},
			Excretion: land.Excretion{Stated: stated("60 kg N/head/yr", "national")}, Share: stated("1", "survey"),
			Lost:    of("manure N loss", "Dairy cattle", "Solid storage", "FracLossMS"),
			Bedding: ghg.MustQuantity("0 t"), BeddingSource: "none"}},
		N2O: of(soils, "N inputs", "", "EF1"), Volatilised: of(soils, "organic N and pasture", "", "FracGASM")}},
		Leached: of(soils, "all N", "", "FracLEACH"), Deposition: of(soils, "volatilised N", "", "EF4"), Leaching: of(soils, "leached N",
			"", "EF5")})
	// Output:
	// N2O of managed soils: 0.967371428571428571428571429 t N2O
}
