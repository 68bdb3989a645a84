package main

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/target"
)

//go:embed data/series.tsv
var seriesTable string

// facts are the published series and the targets set on them.
type facts struct {
	nationGross, nationNet ghg.Yearly
	seoul                  ghg.Yearly
	provinceGross          ghg.Yearly
	provinceNet            ghg.Yearly
	gwangju                ghg.Yearly

	nation, nationInGross, nationInNet target.Target
	seoul2030                          target.Target
	province, provinceInNet            target.Target
	gwangju2030                        target.Target
}

// What each figure selects is not known line by line, so that the views are
// declared ones. The national series says its guideline edition.
var (
	nationalGross   = mustEdition(ghg.MustDeclaredView("gross", "GIR"))
	nationalNet     = mustEdition(ghg.MustDeclaredView("net", "GIR"))
	seoulTotal      = ghg.MustDeclaredView("city total with electricity", "Seoul")
	managementGross = ghg.MustDeclaredView("management scope, gross", "Gyeongnam")
	managementNet   = ghg.MustDeclaredView("management scope, net", "Gyeongnam")
	gwangjuTotal    = ghg.MustDeclaredView("city total", "KECO guideline")
)

func mustEdition(v ghg.View) ghg.View {
	v, err := v.WithEdition("IPCC 1996")
	if err != nil {
		panic(err)
	}
	return v
}

// gather reads the series and defines the targets.
func gather() (f facts, err error) {
	var errs []error
	series := func(into *ghg.Yearly, place ghg.PlaceID, view string, v ghg.View, m ghg.Metric) {
		s, err := readSeries(place, view, v, m)
		errs = append(errs, err)
		*into = s
	}
	series(&f.nationGross, "KR", "gross", nationalGross, ghg.SAR)
	series(&f.nationNet, "KR", "net", nationalNet, ghg.SAR)
	series(&f.seoul, "서울", "total", seoulTotal, ghg.Unstated)
	series(&f.provinceGross, "경남", "gross", managementGross, ghg.Unstated)
	series(&f.provinceNet, "경남", "net", managementNet, ghg.Unstated)
	series(&f.gwangju, "광주", "total", gwangjuTotal, ghg.Unstated)

	set := func(into *target.Target, d target.Definition) {
		t, err := target.New(d)
		errs = append(errs, err)
		*into = t
	}
	const ndc = "2030 NDC, revised in March 2023 (joint press release of the ministries, 2023-03-22)"
	nation := target.Definition{Name: "2030 NDC", Place: "KR", Due: 2030, Metric: ghg.SAR, Source: ndc,
		Views: target.Views{Base: nationalGross, Due: nationalNet},
		Goal:  target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("727.6 Mt")}}
	set(&f.nation, nation)
	nation.Name, nation.Views = "2030 NDC, gross to gross", target.Same(nationalGross)
	nation.Goal = target.FixedLevel{Level: nationalGross2030, Year: 2018, Base: ghg.MustMass("727638.44 kt")}
	set(&f.nationInGross, nation)
	nation.Name, nation.Views = "2030 NDC, net to net", target.Same(nationalNet)
	nation.Goal = target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("686352.26 kt")}
	set(&f.nationInNet, nation)

	set(&f.seoul2030, target.Definition{Name: "Seoul 2030", Place: "서울", Due: 2030, Metric: ghg.Unstated, Views: target.Same(seoulTotal),
		Goal:   target.BaseYear{Year: 2005, Base: ghg.MustMass("49445 kt"), Cut: ghg.MustShare("40%")},
		Source: "40 % against 2005 (Net Zero Tracker)"})

	const plan = "first basic plan of the province, April 2024"
	province := target.Definition{Name: "Gyeongnam 2030", Place: "경남", Due: 2030, Metric: ghg.Unstated, Source: plan,
		Views: target.Views{Base: managementGross, Due: managementNet},
		Goal:  target.FixedLevel{Level: ghg.MustMass("12514.3 kt"), Year: 2018, Base: ghg.MustMass("20998.2 kt")}}
	set(&f.province, province)
	province.Name, province.Views = "Gyeongnam 2030, net to net", target.Same(managementNet)
	province.Goal = target.FixedLevel{Level: ghg.MustMass("12514.3 kt"), Year: 2018, Base: ghg.MustMass("16100.1 kt")}
	set(&f.provinceInNet, province)

	set(&f.gwangju2030, target.Definition{Name: "Gwangju 2030", Place: "광주", Due: 2030, Metric: ghg.Unstated, Views: target.Same(gwangjuTotal),
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("9552 kt"), Cut: ghg.MustShare("45%")},
		Source: "45 % against 2018 (the city's plan)"})
	return f, errors.Join(errs...)
}

// nationalGross2030 is the sum of the sectors of the plan of 2023, before
// sinks, captured carbon and reductions abroad are taken off: power 145.9,
// industry 230.7, buildings 35.0, transport 61.0, agriculture 18.0, waste 9.1,
// hydrogen 8.4 and fugitive 3.9 Mt.
var nationalGross2030 = ghg.MustMass("512.0 Mt")

// provinceGross2030 is what the plan leaves of buildings, transport, farming and
// waste in 2030, before forests take up 3.75 Mt (Yonhap, 17 April 2024).
var provinceGross2030 = ghg.MustCO2e("16270 ktCO2e")

// readSeries takes one place and view out of the table.
func readSeries(place ghg.PlaceID, view string, v ghg.View, m ghg.Metric) (ghg.Yearly, error) {
	var figures []ghg.YearFigure
	for row := range table.MustRead(seriesTable, "place", "view", "year", "kt", "status", "vintage", "source").Rows() {
		if row.Cell("place") != string(place) || row.Cell("view") != view {
			continue
		}
		f, err := readFigure(row, m)
		if err != nil {
			return ghg.Yearly{}, fmt.Errorf("data/series.tsv, line %d: %w", row.Line(), err)
		}
		figures = append(figures, f)
	}
	return ghg.NewYearly(place, v, m, figures)
}

func readFigure(row table.Row, m ghg.Metric) (ghg.YearFigure, error) {
	year, err1 := strconv.Atoi(row.Cell("year"))
	mass, err2 := ghg.ParseMass(row.Cell("kt") + " kt")
	status, err3 := ghg.ParseStatus(row.Cell("status"))
	vintage, err4 := strconv.Atoi(row.Cell("vintage"))
	co2e, err5 := ghg.CO2eOf(mass, m)
	return ghg.YearFigure{Year: year, CO2e: co2e, Status: status, Vintage: ghg.Vintage(vintage), Source: row.Cell("source")},
		errors.Join(err1, err2, err3, err4, err5)
}
