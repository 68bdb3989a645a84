package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// BASIC of two cities may not be added: the scope 2 of one is scope 1 where the
// power station stands.
func ExampleView() {
	fmt.Println(gpc.Basic, gpc.Basic.Selects("I.4.4"), gpc.Territorial.Selects("I.4.4"))
	fmt.Println(gpc.Basic.Addable())
	fmt.Println(gpc.Territorial.Addable())
	// Output:
	// GPC 1.1 BASIC false true
	// false scope 2 of one place may be scope 1 of another
	// true each tonne is emitted in one place
}

func ExampleNewView() {
	v, err := ghg.NewView(ghg.ViewDefinition{
		Name: "buildings", NameKo: "건물", Scheme: gpc.Scheme,
		Categories: []string{"I.1.1", "I.1.2", "I.2.1", "I.2.2"}, Required: []string{"I.1.1", "I.1.2"},
		Variants: []ghg.Variant{ghg.LocationBased},
	})
	fmt.Println(v, v.Categories(), err)
	_, err = ghg.NewView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Categories: []string{"I.1"}})
	fmt.Println(err)
	// Output:
	// GPC 1.1 buildings [I.1.1 I.1.2 I.2.1 I.2.2] <nil>
	// view homes, category "I.1": it is no category of GPC 1.1 that counts
}

func ExampleViewDefinition() {
	_, err := ghg.NewView(ghg.ViewDefinition{
		Name: "power", Scheme: gpc.Scheme, Categories: []string{"I.2.2"},
		Variants: []ghg.Variant{ghg.LocationBased, ghg.MarketBased},
	})
	fmt.Println(err)
	// Output:
	// view power, variant "location-based": it and market-based cannot both be chosen
}

// A published total of unknown content meets others of the same declaration
// only.
func ExampleDeclaredView() {
	first, _ := ghg.DeclaredView("total emissions", "Daegu, plan of 2021")
	restated, _ := ghg.DeclaredView("total emissions", "Daegu, plan of 2022")
	fmt.Println(first)
	fmt.Println(first.ID() == restated.ID())
	_, err := ghg.DeclaredView("total emissions", "")
	fmt.Println(err)
	// Output:
	// total emissions (as declared by Daegu, plan of 2021)
	// false
	// declared view, source: a name and a source of at most 200 bytes each are needed
}

func ExampleViewID() {
	market, _ := gpc.Basic.WithVariant(ghg.MarketBased)
	totals := map[ghg.ViewID]string{gpc.Basic.ID(): "5.1 Mt", market.ID(): "4.8 Mt"}
	fmt.Println(len(totals), market.ID())
	// Output:
	// 2 GPC 1.1 BASIC, market-based@b477f0e4adabc128388135c70d2a24cb
}

// What a mayor can manage: all but what the national trading scheme covers.
func ExampleView_WithTags() {
	own, err := gpc.Territorial.WithTags("managed authority", nil, []string{"ets"}, "outside the trading scheme")
	if err != nil {
		fmt.Println(err)
		return
	}
	kiln := ghg.Record{Category: category("I.3.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("90 kt")), Tags: ghg.MakeTags("ets")}
	homes := ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))}
	inv := suseong(kiln, homes)
	for _, v := range []ghg.View{gpc.Territorial, own} {
		total, err := inv.Total(v, ghg.AR5)
		fmt.Println(v.Name(), total.CO2e, err)
	}
	// Output:
	// territorial 321400 tCO2e (AR5) <nil>
	// managed authority 231400 tCO2e (AR5) <nil>
}

func ExampleView_WithVariant() {
	fuel, err := gpc.Basic.WithVariant(ghg.FuelBased)
	fmt.Println(fuel.Name(), err)

	// A Korean name says it too, once, whatever was chosen before.
	road := ghg.MustView(ghg.ViewDefinition{Name: "road", NameKo: "도로", Scheme: gpc.Scheme, Categories: []string{"II.1.1"}})
	for _, x := range []ghg.Variant{ghg.DistanceBased, ghg.FuelBased} {
		road, _ = road.WithVariant(x)
		fmt.Println(road.Name(), "·", road.NameKo(), "·", x.Korean())
	}
	// Output:
	// BASIC, fuel-based <nil>
	// road, distance-based · 도로, 주행거리기반 · 주행거리기반
	// road, fuel-based · 도로, 연료기반 · 연료기반
}

func ExampleView_WithEdition() {
	gross := ghg.MustDeclaredView("gross", "GIR")
	old, _ := gross.WithEdition("IPCC 1996")
	now, _ := gross.WithEdition("IPCC 2006")
	fmt.Println(now, old.ID() == now.ID())

	_, err := ghg.View{}.WithEdition("IPCC 2006")
	fmt.Println(err)
	// Output:
	// IPCC 2006 gross (as declared by GIR) false
	// no view given: name one, such as gpc.Basic
}

// What a publication selects is not known, and its figures of two places do not add
// until somebody says why they may.
func ExampleView_WithAdding() {
	road := ghg.MustDeclaredView("road, by distance driven", "centre of the province, 2024")
	fmt.Println(road.Addable())
	added, err := road.WithAdding("each kilometre is driven in one place", ghg.NoWasteConvention)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(added.Addable())
	fmt.Println(added.ID() == road.ID(), gpc.Territorial.Waste(), "·", gpc.Basic.Waste().Korean())
	_, err = gpc.Basic.WithAdding("", ghg.NoWasteConvention)
	fmt.Println(err)
	// Output:
	// false what the figure contains is not known
	// true each kilometre is driven in one place
	// true waste where it is treated · 폐기물 발생지 기준
	// view GPC 1.1 BASIC, adding: it says so itself (ViewDefinition.Addable): only a declared view is told
}
