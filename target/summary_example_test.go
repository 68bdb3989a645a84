package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

func ExampleSummary() {
	t, _ := target.New(daegu2030())
	s, err := t.Summary("BASIC emissions", figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("8.70 MtCO2e (AR5)"), Vintage: 2, Source: "city inventory 2021 (constructed)"},
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Status: ghg.Provisional, Vintage: ghg.FirstVintage,
			Source: "city inventory 2022 (constructed)"},
		ghg.YearFigure{Year: 2023, CO2e: ghg.MustCO2e("8.0 MtCO2e (AR5)"), Status: ghg.Nowcast, Vintage: ghg.FirstVintage,
			Source: "energy bills (constructed)"}),
		target.Adjustments{
			Units: []target.Units{{Year: 2022, Vintage: 2022, Amount: ghg.MustMass("250 kt"), Type: target.ReductionUnit,
				Status: target.UnitSold, Source: "landfill gas credits (constructed)"}},
			Land: []target.LandChange{{Year: 2022, Change: ghg.MustMass("-20 kt"), Source: "city forest account (constructed)"}},
		})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s)
	fmt.Print(s.Details())
	// Output:
	// BASIC emissions: 8430000 tCO2e (AR5) in 2022, 89.40% of the reference
	// indicator             BASIC emissions, in tCO2e (AR5)
	// target                Daegu 2030: 45% below 2018 by 2030; set by Daegu carbon neutrality strategy, December 2021
	// place                 Daegu
	// measured in           GPC 1.1 BASIC, metric AR5
	// reference             9430000 tCO2e (AR5) in 2018
	// 2021                  8700000 + sold 0 - used 0 + land 0 = 8700000 tCO2e (AR5) (actual, source city inventory 2021 (constructed))
	// 2022                  8200000 + sold 250000 - used 0 + land -20000 = 8430000 tCO2e (AR5) (provisional, source city inventory 2022 (constructed))
	// 2023                  8000000 + sold 0 - used 0 + land 0 = 8000000 tCO2e (AR5) (nowcast, source energy bills (constructed))
	// level                 5186500 tCO2e (AR5) in 2030
	// change                latest - reference = 8430000 - 9430000 = -1000000 tCO2e (AR5)
	// ratio                 latest/reference = 8430000/9430000 = 0.893955461294
	// warning               2022, not-actual: the most recent figure is provisional
}

// Credits that were sold count on top, and the figure itself stays as it is.
func ExampleSummaryYear() {
	t, _ := target.New(daegu2030())
	s, err := t.Summary("BASIC emissions", series("Daegu", gpc.Basic, 2021, 8700, 8200), target.Adjustments{Units: []target.Units{
		{Year: 2022, Vintage: 2022, Amount: ghg.MustMass("250 kt"), Type: target.ReductionUnit, Status: target.UnitSold,
			Source: "landfill gas credits (constructed)"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, y := range s.Years {
		fmt.Printf("%d: %s, sold %s: %s\n", y.Figure.Year, y.Figure.CO2e, y.Adjusted.Sold, y.Accountable)
	}
	// Output:
	// 2021: 8700000 tCO2e (AR5), sold 0 tCO2e (AR5): 8700000 tCO2e (AR5)
	// 2022: 8200000 tCO2e (AR5), sold 250000 tCO2e (AR5): 8450000 tCO2e (AR5)
}
