package target_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// gunwi is the county that joined Daegu in the middle of a year.
func gunwi(rule target.AccessionRule) target.Accession {
	a, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi-gun",
		Date: ghg.Date{Year: 2023, Month: 7, Day: 1}, Rule: rule})
	if err != nil {
		panic(err)
	}
	return a
}

// series is a series of constructed figures of whole kilotonnes, one for each
// year from the first. No figures of the county are published.
func series(place ghg.PlaceID, view ghg.View, first int, kilotonnes ...int64) ghg.Yearly {
	var figures []ghg.YearFigure
	for i, kt := range kilotonnes {
		figures = append(figures, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(fmt.Sprint(kt, " ktCO2e (AR5)")),
			Vintage: ghg.FirstVintage, Source: "constructed"})
	}
	y, err := ghg.NewYearly(place, view, ghg.AR5, figures)
	if err != nil {
		panic(err)
	}
	return y
}

// territorial is Daegu's goal in a view whose totals may be added.
func territorial() target.Definition {
	d := daegu2030()
	d.Views = target.Same(gpc.Territorial)
	d.Published = ghg.Date{Year: 2021, Month: 12, Day: 1}
	return d
}

func ExampleAccessionRule() {
	for _, rule := range []target.AccessionRule{target.AsAtYearEnd, target.ProRata} {
		a := gunwi(rule)
		fmt.Println(a)
		for _, year := range []int{2022, 2023, 2024} {
			days, of := a.Counted(year)
			fmt.Println(" ", year, days, "of", of)
		}
	}
	// Output:
	// Gunwi-gun to Daegu on 2023-07-01, as at year end
	//   2022 0 of 1
	//   2023 1 of 1
	//   2024 1 of 1
	// Gunwi-gun to Daegu on 2023-07-01, pro rata
	//   2022 0 of 1
	//   2023 184 of 365
	//   2024 1 of 1
}

// How the year of accession counts is the council's to say.
func ExampleAccessionDefinition() {
	_, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi-gun", Date: ghg.Date{Year: 2023, Month: 7,
		Day: 1}})
	fmt.Println(err)
	a, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi-gun", Date: ghg.Date{Year: 2023, Month: 7, Day: 1},
		Rule: target.AsAtYearEnd, NoOverlap: "no power station in the county"}) // constructed
	fmt.Println(a, err)
	fmt.Println(a.Definition().NoOverlap)
	// Output:
	// accession of "Gunwi-gun" to "Daegu", rule: say how the year of accession counts: target.AsAtYearEnd or target.ProRata
	// Gunwi-gun to Daegu on 2023-07-01, as at year end <nil>
	// no power station in the county
}

func ExampleAccession_Target() {
	a := gunwi(target.ProRata)
	t, _ := target.New(territorial())
	city := series("Daegu", gpc.Territorial, 2018, 9430, 9300, 9100, 8900, 8700, 8500, 8300)
	county := series("Gunwi-gun", gpc.Territorial, 2018, 365, 360, 355, 350, 345, 340, 335)
	for _, year := range []int{2022, 2023, 2024} {
		then, err := a.Target(t, year, county)
		if err != nil {
			fmt.Println(err)
			return
		}
		figures, _ := a.Series(year, city, county)
		p, _ := then.Progress(year, target.Linear, target.DefaultRules, figures)
		fmt.Println(year, then.Base(), p.Emissions, p.Achieved.Percent(2), p.Findings.Len())
	}
	// Output:
	// 2022 9430000 tCO2e (AR5) 8700000 tCO2e (AR5) 17.20% 0
	// 2023 9614000 tCO2e (AR5) 8671397.260273972603 tCO2e (AR5) 21.79% 0
	// 2024 9795000 tCO2e (AR5) 8635000 tCO2e (AR5) 26.32% 0
}

func ExampleAccession_Reported() {
	a := gunwi(target.AsAtYearEnd)
	city := series("Daegu", gpc.Territorial, 2022, 8700, 8500)
	county := series("Gunwi-gun", gpc.Territorial, 2022, 345, 340)
	reported, _ := a.Reported(city, county)
	comparable, _ := a.Series(2023, city, county)
	for _, s := range []ghg.Yearly{reported, comparable} {
		for f := range s.All() {
			fmt.Println(f.Year, f.CO2e)
		}
	}
	// Output:
	// 2022 8700000 tCO2e (AR5)
	// 2023 8840000 tCO2e (AR5)
	// 2022 9045000 tCO2e (AR5)
	// 2023 8840000 tCO2e (AR5)
}

func ExampleAccession_Restate() {
	t, _ := target.New(territorial())
	h, _ := target.NewHistory(t)
	county := series("Gunwi-gun", gpc.Territorial, 2018, 365)
	h, err := gunwi(target.ProRata).Restate(h, target.Change{Reason: "Gunwi-gun joined", Date: ghg.OnDay(ghg.Date{Year: 2023, Month: 12,
		Day: 31}), Document: "constructed resolution"}, county)
	if err != nil {
		fmt.Println(err)
		return
	}
	for v := range h.All() {
		fmt.Println(v.Number, v.Kind, v.Change.Reason, v.Target.Base())
	}
	// Output:
	// 1 first first set 9430000 tCO2e (AR5)
	// 2 restated Gunwi-gun joined (for 2023 with 184/365 of Gunwi-gun) 9614000 tCO2e (AR5)
	// 3 restated Gunwi-gun joined (from 2024 on with all of Gunwi-gun) 9795000 tCO2e (AR5)
}

// Nothing of the county is guessed: what is missing, or cannot be added, is named.
func ExampleAccession_Target_refused() {
	a := gunwi(target.AsAtYearEnd)
	t, _ := target.New(territorial())
	_, err := a.Target(t, 2024, series("Gunwi-gun", gpc.Territorial, 2022, 345))
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println("needed:", missing.Year, "- there is:", missing.Have)
	}
	_, err = a.Series(2024, series("Daegu", gpc.Basic, 2024, 8300), series("Gunwi-gun", gpc.Basic, 2024, 335))
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field + ": " + refused.Detail)
	}
	// Output:
	// needed: 2018 - there is: [2022]
	// no overlap: totals in GPC 1.1 BASIC may not be added: scope 2 of one place may be scope 1 of another; use a view that may, or say why these two count nothing twice
}
