package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// Two per cent below the year before, each year. After a bad year, 2022, the
// goal asks for less: a council that met it every other year is far above what
// the same cut from 2020 would allow.
func ExampleRollingBaseYear() {
	d := daegu2030()
	d.Name, d.Goal = "Offices", target.RollingBaseYear{Year: 2020, Every: 1, Cut: ghg.MustShare("2%")}
	t, _ := target.New(d)
	var series []ghg.YearFigure
	for year, t := range map[int]string{2020: "10000", 2021: "9790", 2022: "10300", 2023: "10090"} {
		series = append(series, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(t + " tCO2e (AR5)"), Vintage: ghg.FirstVintage})
	}
	years, err := t.Rolling(figures(gpc.Basic, ghg.AR5, series...))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t)
	for _, y := range years {
		fmt.Println(y, "- met:", y.Met, "- from 2020:", y.FixedLinear.Format(ghg.Tonne, 0), "or compound", y.FixedCompound.Format(ghg.Tonne, 0))
	}
	_, err = t.Limit(2030)
	fmt.Println(err)
	// Output:
	// Offices: 2% below the year before by 2030
	// 2021: 9790 tCO2e (AR5) of 9800 tCO2e (AR5) allowed - met: true - from 2020: 9800 tCO2e (AR5) or compound 9800 tCO2e (AR5)
	// 2022: 10300 tCO2e (AR5) of 9594.2 tCO2e (AR5) allowed - met: false - from 2020: 9600 tCO2e (AR5) or compound 9604 tCO2e (AR5)
	// 2023: 10090 tCO2e (AR5) of 10094 tCO2e (AR5) allowed - met: true - from 2020: 9400 tCO2e (AR5) or compound 9412 tCO2e (AR5)
	// level of target "Offices": no figure for 2030: its levels come with the years: ask Rolling
}

// Progress asks of levels that a rolling goal does not have; and other goals
// have no rolling base.
func ExampleTarget_Rolling_refused() {
	t, _ := target.New(daegu2030())
	_, err := t.Rolling(figures(gpc.Basic, ghg.AR5))
	fmt.Println(err)
	// Output:
	// target "Daegu 2030", goal "45% below 2018": it has no rolling base year: ask Progress
}

// A figure that is not final meets no goal, though it is low enough.
func ExampleRollingYear() {
	d := daegu2030()
	d.Goal = target.RollingBaseYear{Year: 2020, Every: 1, Cut: ghg.MustShare("2%")}
	t, _ := target.New(d)
	years, _ := t.Rolling(figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("100 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("97 tCO2e (AR5)"), Status: ghg.Provisional, Vintage: ghg.FirstVintage}))
	fmt.Println(years[0], "-", years[0].Met)
	// Output:
	// 2021: 97 tCO2e (AR5) of 98 tCO2e (AR5) allowed - false
}
