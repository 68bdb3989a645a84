package target_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// daeguHistory is the goal of Daegu as it was first set.
func daeguHistory() target.History {
	d := daegu2030()
	d.Published = ghg.Date{Year: 2021, Month: 12, Day: 1}
	t, err := target.New(d)
	if err != nil {
		panic(err)
	}
	h, err := target.NewHistory(t)
	if err != nil {
		panic(err)
	}
	return h
}

// in2022 is the base of 2018 as Daegu published it a year later. No source says why
// it moved. That both are of one view is taken for the example.
func in2022() target.Restatement {
	return target.Restatement{
		Cause:  bridge.CauseUnknown,
		Change: target.Change{Date: ghg.OnDay(ghg.Date{Year: 2022, Month: 12, Day: 14}), Document: "Daegu, December 2022"},
		From:   target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e("9.43 MtCO2e (AR5)"), Source: "strategy of December 2021"},
		To:     target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e("8.97 MtCO2e (AR5)"), Source: "Daegu, December 2022"},
	}
}

func ExampleRestatement() {
	h, err := daeguHistory().Restate(in2022())
	if err != nil {
		fmt.Println(err)
		return
	}
	for v := range h.All() {
		level, _ := v.Target.Limit(2030)
		fmt.Println(v.Number, v.Change.Date, v.Target.Base(), level)
	}
	v, _ := h.At(ghg.Date{Year: 2022, Month: 6, Day: 30})
	fmt.Println("in June 2022, version", v.Number, "stood")
	// Output:
	// 1 2021-12-01 9430000 tCO2e (AR5) 5186500 tCO2e (AR5)
	// 2 2022-12-14 8970000 tCO2e (AR5) 4933500 tCO2e (AR5)
	// in June 2022, version 1 stood
}

func ExampleVersionProgress() {
	h, _ := daeguHistory().Restate(in2022())
	all, _ := h.ProgressOnAll(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	for _, v := range all {
		fmt.Println(v)
	}
	// Output:
	// version 1 (2021-12-01): Daegu 2030 in 2022: slightly behind, reduction 13.04%, achieved 28.99%, gap 184500 tCO2e (AR5)
	// version 2 (2022-12-14): Daegu 2030 in 2022: off track, reduction 8.58%, achieved 19.08%, gap 575500 tCO2e (AR5)
}

// grossOn is the country's gross total on a guideline edition.
func grossOn(edition ghg.SchemeID) ghg.View {
	v, err := ghg.MustDeclaredView("gross", "GIR").WithEdition(edition)
	if err != nil {
		panic(err)
	}
	return v
}

// grossBase is the country's gross 2018 figure, as the press had it on 2
// January 2025 (Yonhap).
func grossBase(edition ghg.SchemeID, amount string) target.ViewLevel {
	return target.ViewLevel{View: grossOn(edition), CO2e: ghg.MustCO2e(amount), Source: "GIR, as in Yonhap, 2025-01-02"}
}

// countryHistory is the country's gross 2018 figure told three times, under a
// constructed goal of 40 % on the gross basis (the country's own goal is held
// against a net level).
func countryHistory() (target.History, error) {
	t, err := target.New(target.Definition{
		Name: "country 2030", Place: "KOR", Due: 2030, Views: target.Same(grossOn("IPCC 1996")), Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("725.0 Mt"), Cut: ghg.MustShare("40%")},
		Source: "constructed goal", Published: ghg.Date{Year: 2021, Month: 10, Day: 27},
	})
	if err != nil {
		return target.History{}, err
	}
	h, err := target.NewHistory(t)
	if err != nil {
		return h, err
	}
	published := ghg.Date{Year: 2025, Month: 1, Day: 2}
	h, err = h.Restate(target.Restatement{
		Cause: bridge.CauseCorrection, Change: target.Change{Reason: "coal burnt by private plants had been left out", Date: ghg.OnDay(published),
			Document: "GIR national inventory 2024"},
		From: grossBase("IPCC 1996", "725.0 MtCO2e (SAR)"), To: grossBase("IPCC 1996", "732.9 MtCO2e (SAR)"),
	})
	if err != nil {
		return h, err
	}
	return h.Restate(target.Restatement{
		Cause: bridge.CauseMethod, Change: target.Change{Reason: "2006 guidelines, and AR5 with them", Date: ghg.OnDay(published),
			Document: "GIR national inventory 2024"},
		From: grossBase("IPCC 1996", "732.9 MtCO2e (SAR)"), To: grossBase("IPCC 2006", "783.9 MtCO2e (AR5)"),
	})
}

func ExampleHistory_Details() {
	h, err := countryHistory()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(h.Details())
	// Output:
	// version 1             2021-10-27: country 2030: 40% below 2018 by 2030
	//   reason              first set
	//   document            constructed goal
	//   measured in         IPCC 1996 gross (as declared by GIR), metric SAR
	//   base                725000000 tCO2e (SAR) in 2018
	//   level               B × (1 - 40%) = 725000000 × 0.6 = 435000000 tCO2e (SAR) in 2030
	// version 2             2025-01-02: country 2030: 40% below 2018 by 2030
	//   reason              error: coal burnt by private plants had been left out
	//   document            GIR national inventory 2024
	//   base restated       725000000 tCO2e (SAR) to 732900000 tCO2e (SAR): 1.09%
	//   level               B × (1 - 40%) = 732900000 × 0.6 = 439740000 tCO2e (SAR) in 2030
	// version 3             2025-01-02: country 2030: 40% below 2018 by 2030
	//   reason              method: 2006 guidelines, and AR5 with them
	//   document            GIR national inventory 2024
	//   measured in         IPCC 2006 gross (as declared by GIR), metric AR5
	//   base restated       732900000 tCO2e (SAR) to 783900000 tCO2e (AR5): the number changes by 6.96%, which is not a change of emissions
	//   moves from          edition IPCC 1996 to IPCC 2006, metric SAR to AR5
	//   level               B × (1 - 40%) = 783900000 × 0.6 = 470340000 tCO2e (AR5) in 2030
}

func ExampleHistory_ProgressOnAll_anotherEdition() {
	h, _ := countryHistory()
	series, _ := ghg.NewYearly("KOR", grossOn("IPCC 2006"), ghg.AR5, []ghg.YearFigure{
		{Year: 2022, CO2e: ghg.MustCO2e("724.29 MtCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "GIR, 2025-01-02"}})
	all, _ := h.ProgressOnAll(2022, target.Linear, target.DefaultRules, series)
	for _, v := range all {
		var m *ghg.MismatchError
		if errors.As(v.Err, &m) {
			fmt.Println(v.Version.Number, "differs in", m.Differ[0].Aspect)
			continue
		}
		fmt.Println(v.Version.Number, v.Progress.Achieved.Percent(1))
	}
	// Output:
	// 1 differs in edition
	// 2 differs in edition
	// 3 19.0%
}

// An amount on one metric is none on another: each stated level is told anew.
func ExampleHistory_Restate_statedLevels() {
	t, _ := target.New(target.Definition{
		Name: "country 2030", Place: "KOR", Due: 2030, Views: target.Same(grossOn("IPCC 1996")), Metric: ghg.SAR,
		Goal:   target.FixedLevel{Level: ghg.MustMass("536 Mt"), Year: 2018, Base: ghg.MustMass("732.9 Mt")},
		Source: "constructed goal", Published: ghg.Date{Year: 2021, Month: 10, Day: 27},
	})
	h, _ := target.NewHistory(t)
	_, err := h.Restate(target.Restatement{
		Cause: bridge.CauseMethod, Change: target.Change{Reason: "2006 guidelines", Date: ghg.OnDay(ghg.Date{Year: 2025, Month: 1, Day: 2}),
			Document: "GIR national inventory 2024"},
		From: grossBase("IPCC 1996", "732.9 MtCO2e (SAR)"), To: grossBase("IPCC 2006", "783.9 MtCO2e (AR5)"),
	})
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field + ": " + refused.Detail)
	}
	// Output:
	// levels: the level for 2030 is stated as an amount, 536000000 tCO2e (SAR), and cannot be carried over from edition IPCC 1996 to IPCC 2006, metric SAR to AR5: state it there too
}

func ExampleHistory_Revise() {
	h := daeguHistory()
	d := h.Current().Target.Definition()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("8.97 Mt"), Cut: ghg.MustShare("40%")}
	_, err := h.Revise(target.Change{Reason: "a new mayor", Date: ghg.OnDay(ghg.Date{Year: 2023, Month: 4, Day: 1}),
		Document: "constructed resolution"}, d)
	fmt.Println(err)
	// Output:
	// change of target "Daegu 2030", goal.base "8970000 tCO2e (AR5)": the base of 2018 was 9430000 tCO2e (AR5): another base for the same year is no revision of the goal; restate it
}

// A static baseline is fixed when the goal is set; an error found in it is put right.
func ExampleHistory_Rebaseline() {
	forecast := func(of2030 string) ghg.Yearly {
		return figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e(of2030 + " MtCO2e (AR5)"),
			Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "energy model, constructed"})
	}
	d := daegu2030()
	d.Published = ghg.MustDate("2021-12-01")
	d.Goal = target.BaselineScenario{Kind: target.StaticBaseline, Baseline: forecast("12"), Cut: ghg.MustShare("37%")}
	t, _ := target.New(d)
	h, _ := target.NewHistory(t)
	c := target.Change{Reason: "heat was counted twice", Date: ghg.OnDay(ghg.MustDate("2024-05-02")), Document: "review, constructed"}
	_, err := h.Reforecast(c, forecast("11"))
	fmt.Println(err)
	h, err = h.Rebaseline(bridge.CauseCorrection, c, forecast("11"))
	level, _ := h.Current().Target.Limit(2030)
	fmt.Println(h.Current().Kind, h.Current().Cause, level, err)
	// Output:
	// change of target "Daegu 2030", goal "37% below the static baseline": a static baseline is fixed when the goal is set: a new forecast is no reason to change it
	// restated error 6930000 tCO2e (AR5) <nil>
}

// A dynamic baseline is forecast anew, and its level follows; both stay on record.
func ExampleHistory_Reforecast() {
	forecast := func(of2030 string) ghg.Yearly {
		return figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e(of2030 + " MtCO2e (AR5)"),
			Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "energy model, constructed"})
	}
	d := daegu2030()
	d.Published = ghg.Date{Year: 2021, Month: 12, Day: 1}
	d.Goal = target.BaselineScenario{Kind: target.DynamicBaseline, Baseline: forecast("12"), Cut: ghg.MustShare("37%")}
	t, err := target.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	h, _ := target.NewHistory(t)
	h, err = h.Reforecast(target.Change{Reason: "fewer people are expected", Date: ghg.OnDay(ghg.Date{Year: 2024, Month: 5, Day: 2}),
		Document: "population projection"}, forecast("11"))
	if err != nil {
		fmt.Println(err)
		return
	}
	first, _ := h.Version(1)
	for _, v := range []target.Version{first, h.Current()} {
		level, _ := v.Target.Limit(2030)
		fmt.Println(v.Target.Published(), v.Change.Reason, level)
	}
	// Output:
	// 2021-12-01 first set 7560000 tCO2e (AR5)
	// 2024-05-02 fewer people are expected 6930000 tCO2e (AR5)
}
