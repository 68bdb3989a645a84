package target_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// daegu2030 is the published goal of Daegu. What the published base of 9.43 Mt
// counts is taken for the example to be BASIC, in AR5.
func daegu2030() target.Definition {
	return target.Definition{
		Name: "Daegu 2030", Place: "Daegu", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")},
		Source: "Daegu carbon neutrality strategy, December 2021",
	}
}

// figures makes a series for Daegu of invented figures.
func figures(view ghg.View, metric ghg.Metric, figures ...ghg.YearFigure) ghg.Yearly {
	y, err := ghg.NewYearly("Daegu", view, metric, figures)
	if err != nil {
		panic(err)
	}
	return y
}

func Example() {
	t, err := target.New(daegu2030())
	if err != nil {
		fmt.Println(err)
		return
	}
	series := figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "city inventory 2022"})
	p, err := t.Progress(2022, target.Linear, target.DefaultRules, series)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Status, p.Achieved, p.Gap)
	// Output:
	// slightly_behind 0.289855072464 184500 tCO2e (AR5)
}

func ExampleNew_refused() {
	d := daegu2030()
	d.Due = 2015
	d.Metric = ghg.Metric{}
	_, err := target.New(d)
	fmt.Println(err)
	// Output:
	// target "Daegu 2030", metric: no metric given: name one, such as ghg.AR5, or ghg.Unstated for figures whose source does not say
	// target "Daegu 2030", due "2015": the due year must come after the base year 2018
}

func ExampleDefinition() {
	// A published base whose selection and metric the source does not say.
	d := daegu2030()
	d.Views = target.Same(ghg.MustDeclaredView("city total incl. industry", "Daegu carbon neutrality strategy 2021"))
	d.Metric = ghg.Unstated
	t, err := target.New(d)
	fmt.Println(t, err)
	fmt.Println(t.Base())
	// Output:
	// Daegu 2030: 45% below 2018 by 2030 <nil>
	// 9430000 tCO2e
}

// A form can point at each field that does not stand.
func ExampleNew_faults() {
	d := daegu2030()
	d.Place = ""
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt")} // no cut
	_, err := target.New(d)
	var refused ghg.Faults
	if errors.As(err, &refused) {
		for _, f := range refused.All {
			fmt.Println(f.Field+":", f.Detail)
		}
	}
	// Output:
	// place: say whose target it is
	// goal.cut: state the share to cut, such as ghg.MustShare("45%"); 0% has to be said
}

// The national target of 2021: 40 % from gross emissions of 2018 to net
// emissions of 2030, in Mt. Stated in one view it is less.
func ExampleViews() {
	view := func(name string) ghg.View {
		v, _ := ghg.MustDeclaredView(name, "national inventory").WithEdition("IPCC 1996")
		return v
	}
	gross, net := view("gross"), view("net")
	t, err := target.New(target.Definition{
		Name: "NDC 2030", Place: "KR", Due: 2030, Views: target.Views{Base: gross, Due: net}, Metric: ghg.SAR,
		Goal: target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("727.6 Mt")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	bases, _ := t.StatedCuts(
		[]target.ViewLevel{{View: net, CO2e: ghg.MustCO2e("686.3 MtCO2e (SAR)")}},
		[]target.ViewLevel{{View: gross, CO2e: ghg.MustCO2e("507.1 MtCO2e (SAR)")}})
	for _, b := range bases {
		fmt.Println(b)
	}
	// Output:
	// gross to net: 40.0% (headline, mixed)
	// gross to gross: 30.3%
	// net to net: 36.4%
	// net to gross: 26.1% (mixed)
}

func ExampleSame() {
	v := target.Same(gpc.Territorial)
	fmt.Println(v.Base, "/", v.Due)
	// Output:
	// GPC 1.1 territorial / GPC 1.1 territorial
}

// A target from a gross base to a net level is judged with a series of each.
func ExampleTwoViewsError() {
	d := daegu2030()
	d.Views = target.Views{Base: gpc.Basic, Due: gpc.Territorial}
	t, _ := target.New(d)
	net, _ := ghg.NewYearly("Daegu", gpc.Territorial, ghg.AR5, nil)
	_, err := t.Progress(2022, target.Linear, target.DefaultRules, net)
	var two *target.TwoViewsError
	if errors.As(err, &two) {
		fmt.Println("give one in", two.Base, "and one in", two.Due)
	}
	fmt.Println(err)
	// Output:
	// give one in GPC 1.1 BASIC and one in GPC 1.1 territorial
	// target "Daegu 2030" measures its base in GPC 1.1 BASIC and its due year in GPC 1.1 territorial: a cut from one view to another is the cut of neither; give a series in each of the two (1 given)
}

func ExampleBaseYear() {
	fmt.Println(target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")})
	fmt.Println(target.BaseYear{Year: 2018, Base: ghg.MustMass("310 kt"), Cut: ghg.MustShare("-5%")})
	// Output:
	// 45% below 2018
	// 5% above 2018
}

func ExampleGoal() {
	t, _ := target.New(daegu2030())
	switch g := t.Goal().(type) {
	case target.BaseYear:
		fmt.Println("counts from", g.Year)
	}
	// Output:
	// counts from 2018
}
