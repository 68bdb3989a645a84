package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// A county of few factories takes the mean of three years, so that one cold
// winter does not set its base.
func ExampleMeanBase() {
	series := figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2016, CO2e: ghg.MustCO2e("301 ktCO2e (AR5)"), Vintage: ghg.FirstVintage},
		ghg.YearFigure{Year: 2017, CO2e: ghg.MustCO2e("322 ktCO2e (AR5)"), Vintage: ghg.FirstVintage},
		ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("310 ktCO2e (AR5)"), Vintage: ghg.FirstVintage})
	base, _ := target.MeanBase(series, 2016, 2018)
	d := daegu2030()
	d.Name = "County 2030"
	d.Goal = target.BaseYear{Year: 2016, Through: 2018, Base: base, Cut: ghg.MustShare("40%")}
	t, err := target.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t)
	first, last := t.BasePeriod()
	fmt.Println(t.Base(), "in", first, "to", last, "- time counts from", t.BaseYear())

	// A year that nobody reported is not 0, and not left out of the mean.
	_, err = target.MeanBase(series, 2015, 2018)
	fmt.Println(err)
	// Output:
	// County 2030: 40% below the mean of 2016 to 2018 by 2030
	// 311000 tCO2e (AR5) in 2016 to 2018 - time counts from 2018
	// the series of Daegu: no figure for 2015 (there are figures for 2016 to 2018): a year without a figure is not 0; ask for one that has one, or add it to the series with its status
}

// A council changes one field of a target, and makes another of it.
func ExampleTarget_Definition() {
	t, _ := target.New(daegu2030())
	d := t.Definition()
	d.Name, d.Due = "Daegu 2035", 2035
	d.Milestones = []target.Milestone{{Year: 2030, Cut: ghg.MustShare("45%"), Standing: target.Policy}}
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("60%")}
	later, err := target.New(d)
	fmt.Println(later, err)
	fmt.Println(t)
	// Output:
	// Daegu 2035: 60% below 2018 by 2035 <nil>
	// Daegu 2030: 45% below 2018 by 2030
}
