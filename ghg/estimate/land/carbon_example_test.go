package land_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/localghg/localghg/ghg/words"
)

// pines is a stand of which some was harvested and some burnt.
func pines() land.GainLoss {
	return land.GainLoss{What: words.Term{En: "pine forest", Ko: "소나무림"}, Area: ghg.MustQuantity("250 ha"), Source: "forest register",
		Growth: stated("3 t d.m./ha/yr", "yield table"), Roots: stated("0.26", "national"), Carbon: byDefault(estimate.IPCC2006, "forest",
			"", "", "CF"),
		Harvest: land.Harvest{Bark: land.OverBark, Wood: land.Wood{Volume: ghg.MustQuantity("120 m3"), Source: "felling permits",
			Expansion: stated("0.8 t d.m./m3", "national"), Roots: stated("0", "tier 1")}},
		Fuelwood: land.Fuelwood{Wood: land.Wood{Volume: ghg.MustQuantity("0 m3"), Source: "none is taken"}},
		Disturbance: land.Disturbance{Area: ghg.MustQuantity("2 ha"), Source: "fire report", Biomass: stated("95 t d.m./ha", "inventory"),
			Roots: stated("0.26", "national"), Lost: stated("60 %", "fire report")},
		Ratio: factor.WholeWeights}
}

// What grew less what was taken: CO2 below 0 is a removal, of category V.2 of the GPC.
func ExampleGainLoss() {
	e, err := estimate.Of(pines())
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range e.Records(ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2023),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "V.2"}}) {
		fmt.Println(r.Category.Code, r.Gas, r.Value)
	}
	growth := pines()
	growth.Harvest = land.Harvest{}
	show(growth)
	// Output:
	// V.2 CO2 -1215.5704 t CO2
	// H: none is given; an amount in m3 is accepted
}

// The growing stock of two forest inventories, in m3/ha as Korean statistics print it.
func ExampleStockDifference() {
	stock := land.StockDifference{What: words.Term{En: "coniferous forest", Ko: "침엽수림"}, Area: ghg.MustQuantity("4000 ha"),
		Source:  "forest statistics",
		From:    land.GrowingStock{Year: 2015, Volume: stated("150 m3/ha", "forest statistics 2015")},
		To:      land.GrowingStock{Year: 2020, Volume: stated("165 m3/ha", "forest statistics 2020")},
		Density: stated("0.46 t d.m./m3", "national"), Expansion: stated("1.43", "national"), Roots: stated("0.27", "national"),
		Carbon: byDefault(estimate.IPCC2006, "forest", "", "", "CF"), Ratio: factor.WholeWeights}
	show(stock)
	stock.Expansion = stated("0.66 t d.m./m3", "BCEF, which has the density in it")
	show(stock)
	// Output:
	// change of carbon in the biomass of coniferous forest: -17276.19608 t CO2
	// BEF "0.66 t d.m./m3": a rate in t d.m./m3 does not become one in a plain number: one of 1 units is accepted
}

// Forest that was built on in the year.
func ExampleConversion() {
	show(land.Conversion{What: words.Term{En: "forest to settlements", Ko: "산림의 정주지"}, Area: ghg.MustQuantity("12 ha"), Source: "permits",
		Before: stated("120 t d.m./ha", "inventory"), After: stated("0 t d.m./ha", "cleared"), Carbon: byDefault(estimate.IPCC2006,
			"forest", "", "", "CF"),
		Ratio: factor.WholeWeights})
	// Output:
	// conversion of forest to settlements: 2481.6 t CO2
}

// Litter that gathers under new forest, over 20 years.
func ExampleDeadMatter() {
	show(land.DeadMatter{What: words.Term{En: "cropland to forest", Ko: "농지의 산림"}, Area: ghg.MustQuantity("500 ha"),
		Source: "forest register",
		Old:    stated("0 t C/ha", "IPCC 2006 V4 Ch2"), New: stated("22 t C/ha", "IPCC 2006 V4 Ch2 T2.2"), Transition: stated("20 yr",
			"default"),
		Ratio: factor.WholeWeights})
	// Output:
	// dead wood and litter of cropland to forest: -2016.666666666666666666666667 t CO2
}

// Fields that are no longer tilled.
func ExampleMineralSoil() {
	of := func(item, condition, parameter string) estimate.Parameter {
		return byDefault(estimate.IPCC2006, "cropland stock change", item, condition, parameter)
	}
	const climate = "temperate/boreal moist"
	use := func(name, ko, tillage, condition string) land.LandUse {
		return land.LandUse{Name: words.Term{En: name, Ko: ko}, Area: ghg.MustQuantity("300 ha"), Source: "land register",
			Use: of("long-term cultivated", climate, "FLU"), Management: of(tillage, condition, "FMG"), Input: of("medium", "all", "FI")}
	}
	soil := land.MineralSoil{Edition: estimate.IPCC2006, What: words.Term{En: "fields", Ko: "밭"},
		Reference:  byDefault(estimate.IPCC2006, "SOCref 0-30 cm", "Warm temperate moist", "HAC soils", "SOCref"),
		Before:     []land.LandUse{use("tilled", "관행 경운", "full tillage", "all")},
		After:      []land.LandUse{use("no-till", "무경운", "no-till", climate)},
		Dependence: stated("20 yr", "default"), Between: stated("10 yr", "2013 to 2023"), Ratio: factor.WholeWeights}
	show(soil)
	soil.After[0].Area = ghg.MustQuantity("290 ha")
	show(soil)
	// Output:
	// carbon in mineral soils of fields: -500.94 t CO2
	// After "290 ha": the same area after as before is accepted: land that left the other is no loss of its soil
}

func ExampleOrganicSoil() {
	show(land.OrganicSoil{What: words.Term{En: "cropland", Ko: "농경지"}, Area: ghg.MustQuantity("30 ha"), Source: "soil map",
		Factor: stated("10 t C/ha/yr", "IPCC 2006 V4 Ch5 T5.6, warm temperate"), Ratio: factor.WholeWeights})
	// Output:
	// drained organic soils of cropland: 1100 t CO2
}

// trees are the street trees of a city.
func trees(age string) land.UrbanTrees {
	class := func(of, number string) land.TreeClass {
		return land.TreeClass{Name: name(of), Trees: ghg.MustQuantity(number + "그루"), Source: "register of street trees",
			Growth: byDefault(estimate.IPCC2019, "urban trees", of, "", "C per tree")}
	}
	return land.UrbanTrees{What: words.Term{En: "street trees", Ko: "가로수"}, Classes: []land.TreeClass{class("Ginkgo", "10000"),
		class("Zelkova", "5000")},
		Age: stated(age, "register of street trees"), Period: stated("20 yr", "IPCC 2006 V4 Ch8"), Ratio: factor.WholeWeights}
}

// Trees that grow are a removal; of trees past their growth the losses are asked.
func ExampleUrbanTrees() {
	show(trees("12 yr"))
	show(trees("31 yr"))
	// Output:
	// street trees: -751.666666666666666666666667 t CO2
	// DC_L: the carbon of trees that died is asked: they are older than AGP on average, and losses are no longer 0 by default
}

// Trees that a plan will plant: the growth of one of them, handed to package sink, where a
// removal is positive, until they are no longer in active growth.
func ExampleUrbanTrees_sink() {
	one := trees("0 yr")
	one.Classes = one.Classes[1:]
	one.Classes[0].Trees = ghg.MustQuantity("1 tree")
	e, err := estimate.Of(one)
	if err != nil {
		log.Fatal(err)
	}
	net, err := e.CO2e(ghg.AR5)
	if err != nil {
		log.Fatal(err)
	}
	nothing, err := net.Scale(ghg.MustRate("0").Amount())
	if err != nil {
		log.Fatal(err)
	}
	growth, err := sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: net.Neg(), 20: nothing}, sink.Held, one.Equation()+", zelkova")
	if err != nil {
		log.Fatal(err)
	}
	for _, age := range []int{0, 19, 20} {
		uptake, err := growth.At(age)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(age, uptake)
	}
	// Output:
	// 0 0.0748 tCO2e (AR5)
	// 19 0.0748 tCO2e (AR5)
	// 20 0 tCO2e (AR5)
}
