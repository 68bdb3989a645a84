package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// A city that is ahead of the line to 2050 may be far behind its milestone of 2030.
func ExampleNextLevel() {
	t, err := target.New(target.Definition{Name: "Zero 2050", Place: "Daegu", Due: 2050, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass("10 Mt"), Cut: ghg.MustShare("100%")},
		Milestones: []target.Milestone{{Year: 2030, Cut: ghg.MustShare("55%")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	series := figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2024, CO2e: ghg.MustCO2e("8 MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
	p, err := t.Progress(2024, target.Linear, target.DefaultRules, series)
	fmt.Println(p.Status, err)
	fmt.Println("pace", p.Pace.Percent(1), "· from level to level", p.LevelPace.Percent(1))
	fmt.Println(p.Next)
	// Output:
	// ahead <nil>
	// pace 106.7% · from level to level 72.7%
	// 2030: 4500000 tCO2e (AR5), by 583333.333333333333 tCO2e (AR5) a year
}
