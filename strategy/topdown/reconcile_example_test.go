package topdown_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func kt(s string) ghg.CO2e { return ghg.MustCO2e(s + " ktCO2e") }

// counted are reductions in kilotonnes of one kind by year, on a source of
// their own.
func counted(id string, kind strategy.Kind, byYear map[int]string) strategy.Action {
	amounts := map[int]ghg.CO2e{}
	for y, s := range byYear {
		amounts[y] = kt(s)
	}
	return strategy.Action{ID: id, Name: id, Area: "E", Source: "annual check", Effects: []strategy.Effect{{
		On: strategy.EmissionSource{EndUse: id}, Interaction: strategy.Independent, Reductions: must(strategy.NewReductions(kind,
			ghg.Unstated, amounts))}}}
}

func portfolio(actions ...strategy.Action) strategy.Portfolio {
	f := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}}}))
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "city plan", Place: "city", Framework: f, View: gpc.Basic,
		Metric: ghg.Unstated, Actions: actions})
	return must(p, err)
}

func inventory(byYear map[int]string) ghg.Yearly {
	var figures []ghg.YearFigure
	for y, s := range byYear {
		figures = append(figures, ghg.YearFigure{Year: y, CO2e: kt(s), Vintage: ghg.FirstVintage, Source: "inventory"})
	}
	return must(ghg.NewYearly("city", gpc.Basic, ghg.Unstated, figures))
}

// The city counts 1,060 kt of verified cuts. Its inventory fell by 780 kt only,
// but it would have grown with the economy.
func ExampleYear() {
	year := func(y int, people, gdp, energy, emissions string) drivers.KayaYear {
		return drivers.KayaYear{Year: y, Population: dec(people), GDP: dec(gdp), Energy: dec(energy), Emissions: kt(emissions)}
	}
	kaya := must(drivers.NewKaya(drivers.KayaUnits{Population: "people", GDP: "billion won at 2015 prices", Energy: "TJ"},
		year(2018, "2450000", "53000", "180000", "9430"), year(2022, "2363000", "56000", "172000", "8650")))
	change, err := kaya.Change(2018, 2022)
	if err != nil {
		fmt.Println(err)
		return
	}
	years, err := topdown.New(topdown.Definition{
		Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: topdown.OfKaya(change, "KOSIS")},
		Cuts: topdown.Plain(portfolio(
			counted("landfill gas", strategy.Verified, map[int]string{2018: "120", 2022: "310"}),
			counted("retrofit", strategy.Verified, map[int]string{2022: "870"}),
			strategy.Action{ID: "lessons", Name: "lessons", Area: "E", Source: "annual check"}), strategy.Verified),
		InBase: topdown.CountedInBase,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(years[0].Explain())
	// Output:
	// change from 2018 to 2022 that nobody explains = 217,431.43467860982972729635 tCO2e
	//   B  = 9,430,000 tCO2e   # emissions of 2018, actual; source: inventory
	//   E  = 8,650,000 tCO2e   # emissions of 2022, actual; source: inventory
	//   D  = E - B = 8,650,000 - 9,430,000 = -780,000 tCO2e   # change
	//   d[i]   # what the driver did
	//       i  d [tCO2e]
	//       1  -326,647.59976598317670477216  population; Kaya identity, LMDI, endpoint; KOSIS
	//       2  824,079.03444459300643206851   GDP per head; Kaya identity, LMDI, endpoint; KOSIS
	//   V  = sum(i: d[i]) = -326,647.59976598317670477216 + 824,079.03444459300643206851 = 497,431.43467860982972729635 tCO2e   # what the drivers did
	//   T  = V - D = 497,431.43467860982972729635 - -780,000 = 1,277,431.43467860982972729635 tCO2e   # fall beyond the drivers (top-down)
	//   C  = 1,180,000 tCO2e   # reductions that are counted in 2022; derivation 2fee77f5e7a1…
	//   C0 = 120,000 tCO2e   # of them in the base year, counted in the base year
	//   U  = C - C0 = 1,180,000 - 120,000 = 1,060,000 tCO2e   # reductions since (bottom-up)
	//   x  = U / T = 1,060,000 / 1,277,431.43467860982972729635 = 0.829790132937, where T > 0   # share that is explained
	//   R  = T - U = 1,277,431.43467860982972729635 - 1,060,000 = 217,431.43467860982972729635 tCO2e   # what nobody explains
	// rounding: to 12 decimal places, half away from zero: x
}

// No fall, and cuts on paper.
func ExampleYear_Verdict() {
	years, err := topdown.New(topdown.Definition{
		Inventory: inventory(map[int]string{2018: "9430", 2021: "9430", 2022: "9330", 2023: "9500"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2021: nil, 2022: nil, 2023: nil},
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Claimed, map[int]string{2021: "0", 2022: "83", 2023: "90"})),
			strategy.Claimed),
		InBase: topdown.NoneInBase,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, y := range years {
		fmt.Println(y.Inventory.Year, y.Verdict(), "|", y.Explained)
	}
	// Output:
	// 2021 nothing to explain: no fall is seen beyond the drivers, and no cut is counted | undefined: nothing changed beyond what the drivers explain
	// 2022 explained to 83% | 0.83
	// 2023 not seen: cuts are counted, and no fall is seen beyond the drivers | undefined: emissions rose beyond what the drivers explain
}

func ExampleCuts() {
	d := topdown.Definition{Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: nil}, InBase: topdown.NoneInBase}
	p := portfolio(counted("retrofit", strategy.Expected, map[int]string{2022: "83"}))
	d.Cuts = topdown.Plain(p, strategy.Expected)
	_, err := topdown.New(d)
	fmt.Println(err)
	d.Cuts = topdown.Plain(p, strategy.Verified)
	_, err = topdown.New(d)
	fmt.Println(err)
	// Output:
	// reconciliation, kind "expected": these have not happened: implemented, verified and claimed ones can be held against an inventory
	// verified reductions of portfolio "city plan": no figure for 2022: no action has an amount: what is missing is not 0
}

func ExampleBaseCuts() {
	_, err := topdown.New(topdown.Definition{Inventory: inventory(map[int]string{2018: "9430"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: nil},
		Cuts:    topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2022: "83"})), strategy.Verified)})
	fmt.Println(err)
	// Output:
	// reconciliation, in base: say what is known of cuts in the base year: topdown.CountedInBase and topdown.NoneInBase are allowed
}

// Two measures overlap: their joint effect is what is held against the inventory.
func ExampleEvaluated() {
	heating := strategy.EmissionSource{EndUse: "heating"}
	cut := func(id, share string) strategy.Action {
		cuts := must(strategy.NewCuts(strategy.Verified, map[int]ghg.Share{2022: ghg.MustShare(share)}))
		return strategy.Action{ID: id, Name: id, Area: "E", Source: "annual check", Effects: []strategy.Effect{{
			On: heating, Interaction: strategy.Overlapping, Cuts: cuts}}}
	}
	without, err := strategy.NewBaseline(strategy.BaselineDefinition{Name: "without the plan", Place: "city", View: gpc.Basic,
		Metric:  ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: heating, ByYear: map[int]ghg.CO2e{2022: kt("2000")}}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := portfolio(cut("windows", "30%"), cut("boilers", "20%")).Evaluate(without, strategy.Verified, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	years, err := topdown.New(topdown.Definition{Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: nil}, Cuts: topdown.Evaluated(e), InBase: topdown.NoneInBase})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(years[0])
	// Output:
	// 2022 against 2018: top-down 780000 tCO2e, bottom-up 880000 tCO2e, residual -100000 tCO2e: more is counted than is seen, by 100000 tCO2e
}

// The grid got cleaner, which is no work of the city's: the split says by how much.
func ExampleOfSplit() {
	id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("0.1%"),
		drivers.Factor{Name: "electricity", Unit: "MWh", Attribution: drivers.Activity},
		drivers.Factor{Name: "grid factor", Unit: "tCO2e/MWh", Attribution: drivers.Grid}))
	year := func(y int, emissions, mwh, factor string) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: kt(emissions), Quantities: []decimal.Decimal{dec(mwh)},
			Factors: []decimal.Decimal{dec(factor)}}
	}
	split := must(drivers.Attribute(2018, 2022, must(drivers.NewUse("homes", id,
		year(2018, "4600", "10000000", "0.46"), year(2022, "4200", "10000000", "0.42")))))
	d := topdown.Definition{Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: topdown.OfSplit(split, "meters", drivers.Grid)}, InBase: topdown.NoneInBase,
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2022: "310"})), strategy.Verified)}
	years, err := topdown.New(d)
	fmt.Println(years[0].Drivers[0].CO2e, years[0].Verdict(), err)

	d.Drivers = map[int][]topdown.Driver{2022: topdown.OfSplit(split, "meters", drivers.Own)}
	_, err = topdown.New(d)
	fmt.Println(err)
	// Output:
	// -400000 tCO2e explained to 82% <nil>
	// reconciliation of 2022, driver "own measures", attribution "own measures": what cuts work through, and what nobody attributes, is no driver: the grid factor and activity are
}

// What no decomposition gives is stated with its source.
func ExampleDriver() {
	years, err := topdown.New(topdown.Definition{
		Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: {{Name: "steelworks closed", CO2e: kt("-500"), Source: "company report"}}},
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2022: "310"})),
			strategy.Verified), InBase: topdown.NoneInBase,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(years[0])
	// Output: 2022 against 2018: top-down 280000 tCO2e, bottom-up 310000 tCO2e, residual -30000 tCO2e: more is counted than is seen, by 30000 tCO2e
}

// A year in which nothing was verified is a gap, not a 0.
func ExampleNew_noCuts() {
	_, err := topdown.New(topdown.Definition{
		Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018, Drivers: map[int][]topdown.Driver{2022: nil},
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2021: "310"})),
			strategy.Verified), InBase: topdown.NoneInBase,
	})
	var none *ghg.NoFigureError
	if errors.As(err, &none) {
		fmt.Println("verify", none.Year, "first:", none.Of)
	}
	// Output:
	// verify 2022 first: verified reductions of portfolio "city plan"
}

// The city's plan is in BASIC, its leaflet shows the territory.
func ExampleNew_mismatch() {
	territory, _ := ghg.NewYearly("city", gpc.Territorial, ghg.Unstated, nil)
	_, err := topdown.New(topdown.Definition{
		Inventory: territory, BaseYear: 2018, Drivers: map[int][]topdown.Driver{2022: nil},
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2022: "310"})),
			strategy.Verified), InBase: topdown.NoneInBase,
	})
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) {
		fmt.Println(mismatch.Differ[0].Aspect, mismatch.Differ[0].A, "beside", mismatch.Differ[0].B)
	}
	// Output:
	// view GPC 1.1 territorial beside GPC 1.1 BASIC
}

// All that is wrong is said at once: a driver without a source is an opinion.
func ExampleDefinition() {
	d := topdown.Definition{
		Inventory: inventory(map[int]string{2018: "9430", 2022: "8650"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2017: nil, 2022: {{Name: "mild winter", CO2e: kt("-90")}}},
		Cuts: topdown.Plain(portfolio(counted("retrofit", strategy.Verified, map[int]string{2022: "310"})),
			strategy.Verified), InBase: topdown.NoneInBase,
	}
	_, err := topdown.New(d)
	fmt.Println(err)
	// Output:
	// reconciliation of 2017, year "2017": a year after the base year, 2018, is needed
	// reconciliation of 2022, driver "mild winter", source: name the document: without one, a driver is an opinion
}

func ExampleBaseCuts_Korean() {
	fmt.Println(topdown.NoneInBase, topdown.NoneInBase.Korean())
	// Output: none in the base year 기준연도 감축 없음
}
