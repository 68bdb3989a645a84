package waste_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/words"
)

// sewage is a default of waste water.
func sewage(edition estimate.Edition, table, item, parameter, unit string) estimate.Parameter {
	p, err := waste.WastewaterDefaults().Of(estimate.DefaultKey{Edition: edition, Table: table, Item: item, Parameter: parameter, Unit: unit})
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// ways are sewers to a plant and septic tanks.
func ways() (sewers, septic waste.Flow) {
	return waste.Flow{Name: words.Term{En: "sewers", Ko: "하수관로"}, Group: stated("1", "one group"),
			Use: stated("92 %", "statistics of sewerage"), Industry: stated("1.25", "default: IPCC 2006 V5 Ch6, eq. 6.3")},
		waste.Flow{Name: words.Term{En: "septic tanks", Ko: "정화조"}, Group: stated("1", "one group"),
			Use: stated("8 %", "statistics of sewerage"), Industry: stated("1", "default: IPCC 2006 V5 Ch6, eq. 6.3")}
}

// Methane of a city's sewage by the Refinement: the plant's effluent goes to a river.
func ExampleDomesticWastewater() {
	const new = estimate.IPCC2019
	sewers, septic := ways()
	sewers.Discharge, sewers.Removed = waste.ToWater, sewage(new, "domestic", "primary+secondary", "TOW_REM", "")
	septic.Discharge = waste.NotDischarged
	m := waste.DomesticWastewater{
		Edition: new, People: ghg.MustQuantity("100000 persons"), Source: "census",
		BOD: sewage(estimate.IPCC2006, "domestic", "Asia, Middle East, Latin America", "BOD5", ""),
		Bo:  sewage(estimate.IPCC2006, "domestic", "Bo", "Bo", "kg CH4/kg BOD"),
		Pathways: []waste.Pathway{
			{Flow: sewers, MCF: sewage(new, "domestic", "centralised aerobic plant", "MCF", ""), Sludge: ghg.MustQuantity("900 t"),
				PerSludge: stated("0.8 kg BOD/kg dry sludge", "default: IPCC 2019R V5 Ch6 T6.6A"), Source: "plant"},
			{Flow: septic, MCF: sewage(estimate.IPCC2006, "domestic", "septic system", "MCF", ""), SepticShare: stated("0.5", "survey")},
		},
		EffluentMCF: sewage(new, "domestic", "discharge to aquatic environment (Tier 1)", "MCF", ""),
	}
	show(m)
	m.Pathways[1].Use = stated("18 %", "statistics of sewerage")
	_, err := estimate.Of(m)
	fmt.Println(err)
	// Output:
	// methane of domestic waste water
	//   CH4-nonfossil 60.1641 t CH4-nonfossil
	// U × T "1.1": shares of group times use that add up to 1 over all pathways are accepted
}

// N2O of the same people by the Guidelines of 2006, with a modern plant for half of them.
func ExampleDomesticNitrogen() {
	of := func(parameter string) estimate.Parameter {
		return sewage(estimate.IPCC2006, "N2O", "domestic", parameter, "")
	}
	m := waste.DomesticNitrogen{
		Edition: estimate.IPCC2006, People: ghg.MustQuantity("100000 persons"), Source: "census",
		Protein: stated("30 kg protein/person/yr", "FAO"), Nitrogen: of("F_NPR"), NonConsumed: of("F_NON-CON no garbage disposal"),
		Industry: of("F_IND-COM"), Effluent: of("EF_EFFLUENT"), Plants: stated("50 %", "plant"), PlantsN2O: of("EF_PLANTS"),
	}
	e, err := estimate.Of(m)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Explain())

	// By the Refinement, for each way.
	sewers, septic := ways()
	sewers.Discharge, sewers.Removed = waste.ToWater, sewage(estimate.IPCC2019, "N2O", "primary+secondary", "N_REM", "")
	septic.Discharge = waste.NotDischarged
	show(waste.DomesticNitrogen{
		Edition: estimate.IPCC2019, People: m.People, Source: m.Source, Protein: m.Protein, Nitrogen: m.Nitrogen, NonConsumed: m.NonConsumed,
		Household: stated("1.1", "default: IPCC 2019R V5 Ch6"), Effluent: m.Effluent,
		Pathways: []waste.NitrogenPathway{
			{Flow: sewers, N2O: sewage(estimate.IPCC2019, "N2O", "centralised aerobic plant", "EF_N2O", "")},
			{Flow: septic, N2O: sewage(estimate.IPCC2019, "N2O", "septic tank", "EF_N2O", "")},
		},
	})
	// Output:
	// N2O of domestic waste water = 5384.714285714285714285714286 kg N2O
	//   P               = 100,000 person   # population; source: census
	//   Protein         = 30 kg protein/person/yr   # protein eaten by a person; source: FAO
	//   F_NPR           = 0.16 kg N/kg protein   # nitrogen of protein; source: default: IPCC2006 V5 Ch6 T6.11
	//   F_NON_CON       = 1.1   # factor for protein that is not eaten; source: default: IPCC2006 V5 Ch6 T6.11
	//   M_N2O           = 44 kg N2O/kmol   # molar mass of N2O; source: 44/28
	//   M_N2            = 28 kg N/kmol   # molar mass of N2; source: 44/28
	//   F_IND_COM       = 1.25   # factor for industry and trade; source: default: IPCC2006 V5 Ch6 T6.11
	//   N_sludge        = 0 kg N   # nitrogen in sludge; source: none is stated; 0 is the default (V5 Ch6)
	//   N               = P × Protein × F_NPR × F_NON_CON × F_IND_COM - N_sludge = 100,000 × 30 × 0.16 × 1.1 × 1.25 - 0 = 660,000 kg N   # nitrogen in waste water; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	//   EF_effluent     = 0.005 kg N/kg N   # emission factor of what is discharged; source: default: IPCC2006 V5 Ch6 T6.11
	//   T_plant_stated  = 50 %   # share of the people whose waste water goes to modern plants, as stated; source: plant
	//   T_plant_per     = 0.01 /%   # conversion of units
	//   T_plant         = T_plant_stated × T_plant_per = 50 × 0.01 = 0.5   # share of the people whose waste water goes to modern plants
	//   EF_plant_stated = 3.2 g N2O/person/yr   # emission factor of plants, as stated; source: default: IPCC2006 V5 Ch6 T6.11
	//   EF_plant_per    = 0.001 kg N2O/g N2O   # conversion of units
	//   EF_plant        = EF_plant_stated × EF_plant_per = 3.2 × 0.001 = 0.0032 kg N2O/person/yr   # emission factor of plants
	//   N2O_plants      = P × T_plant × F_IND_COM × EF_plant = 100,000 × 0.5 × 1.25 × 0.0032 = 200 kg N2O   # N2O of plants; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	//   N_WWT           = N2O_plants × M_N2 / M_N2O = 200 × 28 / 44 = 127.272727272727272727272727 kg N   # nitrogen that left plants as N2O; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	//   N_effluent      = N - N_WWT = 660,000 - 127.272727272727272727272727 = 659,872.727272727272727272727273 kg N   # nitrogen discharged; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	//   N2O_effluent    = N_effluent × EF_effluent × M_N2O / M_N2 = 659,872.727272727272727272727273 × 0.005 × 44 / 28 = 5184.714285714285714285714286 kg N2O   # N2O of what is discharged; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	//   N2O             = N2O_plants + N2O_effluent = 200 + 5184.714285714285714285714286 = 5384.714285714285714285714286 kg N2O   # N2O emitted; by: IPCC 2006 V5 Ch6, eq. 6.7 to 6.9, Box 6.1
	// rounding: to 24 decimal places, half away from zero: N_WWT, N2O_effluent
	// N2O of domestic waste water
	//   N2O 19.942182857142857142857142857 t N2O
}

// Methane of a brewery with a reactor of its own, which burns its gas.
func ExampleIndustrialWastewater() {
	of := func(item, parameter string) estimate.Parameter {
		return sewage(estimate.IPCC2006, "industrial", item, parameter, "")
	}
	show(waste.IndustrialWastewater{Edition: estimate.IPCC2006, Industries: []waste.Industry{{
		Name: words.Term{En: "beer", Ko: "맥주"}, Product: ghg.MustQuantity("20000 t"), Source: "brewery", Water: of("Beer & malt", "W"),
		COD: of("Beer & malt", "COD"), Bo: stated("0.25 kg CH4/kg COD", "default: IPCC 2006 V5 Ch6"), MCF: of("anaerobic reactor", "MCF"),
		SludgeCOD: ghg.MustQuantity("20 t"), Recovered: ghg.MustQuantity("60 t"), OtherSource: "brewery",
	}}})
	// Output:
	// methane of industrial waste water
	//   CH4-nonfossil 9.08 t CH4-nonfossil
}
