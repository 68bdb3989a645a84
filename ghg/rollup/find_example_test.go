package rollup_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
)

// Series are looked up by the names of their places, and a category that one place does not
// estimate leaves a sum open.
func ExampleFindSeries() {
	var series []ghg.Yearly
	for name, value := range map[string]string{"창원시": "10.5 t", "진주시": "NE"} {
		r := ghg.Record{Place: ghg.PlaceID(name), Period: ghg.CalendarYear(2018), Gas: ghg.CO2,
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "IV.2"}, Value: ghg.KeyedAsFound(ghg.NE, "no data")}
		other := r
		other.Category.Code, other.Value = "I.1.1", ghg.Emitted(ghg.MustMass("2 t"))
		if value != "NE" {
			r.Value = ghg.Emitted(ghg.MustMass(value))
		}
		inv, _, err := ghg.NewInventory(r.Place, r.Period, ghg.FirstVintage, gpc.Scheme, []ghg.Record{r, other})
		if err != nil {
			fmt.Println(err)
			return
		}
		y, err := ghg.YearlyOf(gpc.Territorial, ghg.AR5, inv)
		if err != nil {
			fmt.Println(err)
			return
		}
		series = append(series, y)
	}
	reports, _, err := rollup.FindSeries(place.Korea(), endOf2018, series)
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range out.Sums[0].Keyed {
		if k.Category.Code == "IV.2" {
			fmt.Println(out.Sums[0].CO2e, k.NotEstimated, k.IsComplete())
		}
	}
	// Output:
	// 14.5 tCO2e (AR5) [48170 진주시] false
}

// A place that has no figure of the year is refused; a figure of another year counts where
// that is told, and is said.
func ExampleAlignment() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	reports := []rollup.SeriesOf{printed("48120", road(), ghg.AR5, map[int]string{2018: "100 kt"}),
		printed("48170", road(), ghg.AR5, map[int]string{2020: "90 kt"})}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err = g.Yearly(q, []int{2018}, reports)
	fmt.Println(err)
	q.Align = []rollup.Alignment{{Place: at("48170"), Year: 2018, Take: 2020}}
	out, err := g.Yearly(q, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Sums[0].CO2e.Figure())
	fmt.Println(out.Sums[0].Findings)
	// Output:
	// 48170 진주시: no figure for 2018 (there are figures for 2020): say with rollup.Alignment which year counts in its stead, or that it is missing
	// 190 kt
	// 48170, year-aligned: the figure of 48170 진주시 for 2020 counts in 2018, as was told
}
