package industry_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/industry"
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

// standard is a default of the Guidelines of 2006.
func standard(k estimate.DefaultKey) estimate.Parameter {
	k.Edition = estimate.IPCC2006
	p, err := industry.Defaults().Of(k)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// called is the name of an item of the defaults in both languages.
func called(item string) words.Term {
	name, err := industry.Item(item)
	if err != nil {
		log.Fatal(err)
	}
	return name
}

func amount(q, source string) industry.Amount {
	return industry.Amount{Mass: ghg.MustQuantity(q), Source: source}
}

func charge(q, source string) industry.Charge {
	return industry.Charge{Mass: ghg.MustQuantity(q), Source: source}
}

// show prints what a method estimates.
func show(m estimate.Method) {
	e, err := estimate.Of(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Title())
	for gas, value := range e.All() {
		fmt.Println(" ", gas, value)
	}
}

// Cement of a works that buys some of its clinker. The factor holds 2 % of kiln dust: a
// correction on top of it is refused.
func ExampleCement() {
	c := industry.Cement{
		Kinds: []industry.CementKind{
			{Kind: called("Portland cement"), Made: amount("800 kt", "the works"),
				Clinker: standard(estimate.DefaultKey{Item: "Portland cement", Parameter: "clinker fraction"})},
			{Kind: called("masonry and blended cement"), Made: amount("120 kt", "the works"), Clinker: stated("0.62", "the works")},
		},
		Imported: amount("35 kt", "the works"), Exported: amount("0 t", "the works"),
		Factor: industry.Calcination{CO2: standard(estimate.DefaultKey{Item: "clinker", Condition: "with 2 % dust", Parameter: "CO2"})},
		Dust:   industry.KilnDust{Counted: industry.DustInFactor},
	}
	e, err := estimate.Of(c)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range e.Records(ghg.Record{Place: "Danyang", Period: ghg.CalendarYear(2022),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "IV.1"}}) {
		fmt.Println(r.Category.Code, r.Gas, r.Value)
	}
	c.Dust.Correction = standard(estimate.DefaultKey{Item: "clinker", Parameter: "dust correction"})
	show(c)
	// Output:
	// IV.1 CO2 415688 t CO2
	// CF "1.02": dust counted twice: a correction with industry.DustByFactor alone is accepted
}

// Clinker by its CaO, with dust that went to a landfill.
func ExampleClinker() {
	c := industry.Clinker{
		Made: amount("725 kt", "the works"),
		Factor: industry.Calcination{Oxide: stated("65.4 %", "laboratory"), OtherOxide: stated("0.9 %", "slag, laboratory"),
			Ratio: standard(estimate.DefaultKey{Table: "cement", Parameter: "stoichiometric ratio"})},
		Dust: industry.KilnDust{Counted: industry.DustMeasured, Mass: ghg.MustQuantity("5 kt"), Source: "weighbridge",
			Carbonate: stated("85 %", "laboratory"), Calcined: stated("50 %", "laboratory"),
			CO2: standard(estimate.DefaultKey{Table: "carbonates", Item: "CaCO3 calcite/aragonite"})},
	}
	e, err := estimate.Of(c)
	if err != nil {
		log.Fatal(err)
	}
	co2, _ := e.Mass(ghg.CO2)
	fmt.Println(co2.Format(ghg.Tonne, 1))
	cf, _ := e.Explain().Step("CF")
	fmt.Println(cf.Formula, "=", cf.Values[0].Number.StringFixed(6))
	// Output:
	// 368020.0 t CO2
	// 1 + M_d × C_d × F_d × EF_c / (Clinker × EF) = 1.002545
}

// How kiln dust counts has no default.
func ExampleDust() {
	c := industry.Clinker{Made: amount("725 kt", "the works"), Factor: industry.Calcination{CO2: stated("0.525 t CO2/t clinker", "the works")}}
	show(c)
	for d := industry.DustInFactor; d <= industry.DustMeasured; d++ {
		fmt.Println(d, "/", d.Korean())
	}
	// Output:
	// Dust: industry.DustInFactor, industry.DustReturned, industry.DustByFactor or industry.DustMeasured is accepted: it moves the CO2 by some percent
	// dust in the emission factor / 배출계수에 킬른먼지 포함
	// dust returned to the kiln, or not counted / 킬른먼지 전량 재투입 또는 미반영
	// dust by a correction factor / 킬른먼지 보정계수 적용
	// dust measured / 킬른먼지 실측
}

// All lime by tier 1, and two kinds by tier 2.
func ExampleLime() {
	all := industry.LimeKind{Kind: called("all lime"), Made: amount("40 kt", "statistics"),
		Factor:    industry.Calcination{CO2: standard(estimate.DefaultKey{Item: "all lime", Parameter: "CO2"})},
		Dust:      industry.KilnDust{Counted: industry.DustReturned},
		Hydration: industry.Hydration{Correction: standard(estimate.DefaultKey{Item: "all lime", Parameter: "hydration correction"})}}
	show(industry.Lime{Kinds: []industry.LimeKind{all}})
	kind := func(item, condition, made string) industry.LimeKind {
		of := func(parameter string) estimate.Parameter {
			return standard(estimate.DefaultKey{Table: "lime", Item: item, Condition: condition, Parameter: parameter})
		}
		return industry.LimeKind{Kind: called(item), Made: amount(made, "the works"),
			Factor: industry.Calcination{Oxide: of("oxide content"), Ratio: of("stoichiometric ratio")},
			Dust: industry.KilnDust{Counted: industry.DustByFactor,
				Correction: standard(estimate.DefaultKey{Item: "all lime", Parameter: "dust correction"})},
			Hydration: industry.Hydration{Hydrated: stated("10 %", "the works"), Water: stated("28 %", "the works")}}
	}
	show(industry.Lime{Kinds: []industry.LimeKind{kind("high-calcium lime", "", "34 kt"),
		kind("dolomitic lime", "developed countries", "6 kt")}})
	// Output:
	// lime
	//   CO2 29100 t CO2
	// lime
	//   CO2 30298.009824 t CO2
}

// Limestone and dolomite of a brickworks, which are not all calcined.
func ExampleCarbonates() {
	kind := func(name words.Term, item, used, calcined string) industry.Carbonate {
		return industry.Carbonate{Kind: name, Used: amount(used, "the works"), Calcined: stated(calcined, "the works"),
			CO2: standard(estimate.DefaultKey{Table: "carbonates", Item: item, Parameter: "CO2"})}
	}
	show(industry.Carbonates{Use: words.Term{En: "ceramics", Ko: "요업"}, Kinds: []industry.Carbonate{
		kind(words.Term{En: "limestone", Ko: "석회석"}, "CaCO3 calcite/aragonite", "1200 t", "1"),
		kind(words.Term{En: "dolomite", Ko: "백운석"}, "CaMg(CO3)2 dolomite", "300 t", "95 %")}})
	_, err := industry.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: "Ca(Fe,Mg,Mn)(CO3)2 ankerite"})
	fmt.Println(err)
	// Output:
	// carbonates used: ceramics
	//   CO2 663.6882 t CO2
	// default Ca(Fe,Mg,Mn)(CO3)2 ankerite (IPCC 2006): its source prints 0.40822-0.47572: choose one and state it
}

// Bottles of half waste glass.
func ExampleGlass() {
	show(industry.Glass{Kinds: []industry.GlassKind{{Kind: called("Container flint"), Melted: amount("52 kt", "the works"),
		CO2:    standard(estimate.DefaultKey{Table: "glass", Item: "Container flint", Parameter: "CO2"}),
		Cullet: stated("48 %", "the works")}}})
	// Output:
	// glass
	//   CO2 5678.4 t CO2
}

// Lubricants by the tonne.
func ExampleLubricants() {
	show(industry.Lubricants{NonEnergy: industry.NonEnergy{Ratio: factor.WholeWeights, Kinds: []industry.NonEnergyKind{{
		Kind: called("lubricants"), Used: ghg.MustQuantity("4100 t"), Source: "sales", NCV: stated("40.2 TJ (net)/Gg", "IPCC 2006 V2 Ch1 T1.2"),
		Carbon: standard(estimate.DefaultKey{Item: "lubricants", Parameter: "carbon content"}),
		ODU:    standard(estimate.DefaultKey{Item: "lubricants", Parameter: "ODU"})}}}})
	// Output:
	// lubricants used
	//   CO2 2417.36 t CO2
}

// Candles.
func ExampleParaffinWax() {
	show(industry.ParaffinWax{NonEnergy: industry.NonEnergy{Ratio: factor.WholeWeights, Kinds: []industry.NonEnergyKind{{
		Kind: called("paraffin wax"), Used: ghg.MustQuantity("9 TJ (net)"), Source: "sales",
		Carbon: standard(estimate.DefaultKey{Item: "paraffin wax", Parameter: "carbon content"}),
		ODU:    standard(estimate.DefaultKey{Item: "paraffin wax", Parameter: "ODU"})}}}})
	// Output:
	// paraffin wax used
	//   CO2 132 t CO2
}

// Of a range there is no default, and of what is not in the tables none.
func ExampleDefaults() {
	_, err := industry.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: "Chillers", Parameter: "in use"})
	fmt.Println(err)
	_, err = industry.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "cement", Item: "slag cement",
		Parameter: "clinker fraction"})
	fmt.Println(err)
	_, err = industry.Item("slag cement")
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.Allowed[8])
	// Output:
	// default Chillers, in use (IPCC 2006): its source prints 2-15 % a year: choose one and state it
	// unknown default "cement, slag cement, clinker fraction (IPCC 2006)": allowed are cement, Portland cement, clinker fraction (IPCC 2006), cement, masonry and blended cement, clinker fraction (IPCC 2006)
	// true Portland cement
}
