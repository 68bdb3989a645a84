package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// From gross emissions of 2018 to net emissions of 2030: forests that stood
// there all along bring an eighth of the target before anything is cut.
func ExampleProgress_twoViews() {
	view := func(name string) ghg.View {
		v, _ := ghg.MustDeclaredView(name, "national inventory").WithEdition("IPCC 1996")
		return v
	}
	gross, net := view("gross"), view("net")
	t, err := target.New(target.Definition{Name: "2030", Place: "Daegu", Due: 2030, Views: target.Views{Base: gross, Due: net},
		Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("40%")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	series := func(v ghg.View, of2018, of2022 string) ghg.Yearly {
		return figures(v, ghg.SAR, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e(of2018 + " MtCO2e (SAR)"), Vintage: ghg.FirstVintage},
			ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e(of2022 + " MtCO2e (SAR)"), Vintage: ghg.FirstVintage})
	}
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, series(gross, "10", "9.5"), series(net, "9.5", "8.9"))
	fmt.Println("as announced:", p.Reduction.Percent(1))
	for _, r := range p.ByView {
		fmt.Println(r)
	}
	fmt.Println("head start:", p.HeadStart.Percent(1), "of the target")
	// Output:
	// as announced: 11.0%
	// gross: 5.0% reduced
	// net: 6.3% reduced
	// head start: 12.5% of the target
}

// One view beside the target's own, on each side, makes four ways to state one
// plan.
func ExampleStatedCut() {
	d := daegu2030()
	net := ghg.MustDeclaredView("net", "city plan")
	gross := ghg.MustDeclaredView("gross", "city plan")
	d.Views = target.Views{Base: gross, Due: net}
	t, err := target.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	bases, _ := t.StatedCuts(
		[]target.ViewLevel{{View: net, CO2e: ghg.MustCO2e("9.1 MtCO2e (AR5)"), Source: "inventory"}},
		[]target.ViewLevel{{View: gross, CO2e: ghg.MustCO2e("5.6 MtCO2e (AR5)"), Source: "city plan"}})
	for _, b := range bases {
		fmt.Println(b, b.IsMixed())
	}
	// Output:
	// gross to net: 45.0% (headline, mixed) true
	// gross to gross: 40.6% false
	// net to net: 43.0% false
	// net to gross: 38.5% (mixed) true
}

// A plan gives one amount in each view; a second one is refused.
func ExampleViewLevel() {
	t, _ := target.New(daegu2030())
	_, err := t.StatedCuts([]target.ViewLevel{{View: gpc.Basic, CO2e: ghg.MustCO2e("8.97 MtCO2e (AR5)"), Source: "inventory of 2022"}}, nil)
	fmt.Println(err)
	// Output:
	// target "Daegu 2030", base: an amount in "GPC 1.1 BASIC" is given twice: one is allowed
}

func ExampleViewReduction() {
	d := daegu2030()
	d.Views = target.Views{Base: gpc.Basic, Due: gpc.Territorial}
	t, _ := target.New(d)
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules,
		figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}),
		figures(gpc.Territorial, ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("6 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
			ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("5.7 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	for _, r := range p.ByView {
		fmt.Println(r, "·", r.Korean(), "·", r.Cut.Percent(1))
	}
	// Output:
	// BASIC: reduction undefined: the series in BASIC has no figure for 2022 · 베이직: 감축률 계산할 수 없음 · undefined: the level is of another view
	// territorial: 5.0% reduced · 영토 내: 5.0% 감축 · 13.6%
}
