package sink_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/sink"
)

// Sixty million trees at 9.1 kg a year each are 546 kt a year, as leaflets have
// it. The figure is that of a pine of thirty years.
func ExampleProject() {
	pine, err := sink.Constant(sink.Tree, ghg.MustCO2e("9.1 kg CO2e"), "National Institute of Forest Science, 2019: pine of 30 years")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := sink.New(sink.Definition{Name: "60 million trees", Place: "daegu", Metric: ghg.Unstated, Buffer: ghg.MustShare("20%"), Source: "council's own choice",
		Cohorts: []sink.Cohort{{Name: "all at once", Year: 2030, Planted: dec("60000000"), Growth: pine, Survival: allLive}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := p.Through(2030)
	y, _ := r.Year(2030)
	fmt.Println(y.Removal, "of which claimable", y.Claimable.CO2e())
	fmt.Println(p.Findings())
	// Output:
	// 546000 tCO2e removed of which claimable 436800 tCO2e
	// constant-uptake: cohort "all at once" takes up 0.0091 tCO2e per tree from the year of planting on: a figure of grown trees overstates what young ones do
}

// Street trees are planted every year, and a storm takes some.
func ExampleCohort() {
	lime := must(sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: ghg.MustCO2e("0 kg CO2e"), 1: ghg.MustCO2e("2 kg CO2e"), 2: ghg.MustCO2e("4 kg CO2e")}, sink.Held, "growth table"))
	p, err := sink.New(sink.Definition{Name: "street trees", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("10%"), Source: "council's own choice",
		Cohorts: []sink.Cohort{
			{Name: "2024", Year: 2024, Planted: dec("10000"), Growth: lime, Survival: allLive},
			{Name: "2025", Year: 2025, Planted: dec("12000"), Growth: lime, Survival: allLive},
		},
		Reversals: []sink.Reversal{{Year: 2026, Share: ghg.MustShare("5%"), Cause: "storm", Source: "parks department"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := p.Through(2026)
	y, _ := r.Year(2026)
	fmt.Println(y.Explain())
	// Output: 2026: growth 64 tCO2e + mortality 0 tCO2e + reversal -4.2 tCO2e (storm) = removal 59.8 tCO2e; − held back 5.98 tCO2e + drawn 0 tCO2e = claimable 53.82 tCO2e; 79.8 tCO2e held, of it 7.98 tCO2e in the buffer
}

// A buffer is said, if only as 0 %, and the table of an uptake is on the metric
// of the project.
func ExampleDefinition() {
	oak := must(sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 10: ghg.MustCO2e("6.2 t CO2e")}, sink.Linear, "growth table of oaks"))
	d := sink.Definition{Name: "앞산 숲가꾸기", Place: "daegu-namgu", Metric: ghg.AR5, Source: "council's own choice",
		Cohorts: []sink.Cohort{{Name: "north slope", Year: 2026, Planted: dec("37.5"), Growth: oak, Survival: allLive, Source: "forestry report"}}}
	_, err := sink.New(d)
	fmt.Println(err)
	d.Metric, d.Buffer = ghg.Unstated, ghg.MustShare("15%")
	p, err := sink.New(d)
	fmt.Println(p.Name(), "with a buffer of", p.Buffer(), err)
	// Output:
	// sink "앞산 숲가꾸기": buffer 0%: a share of 0% to 100% is needed; 0% has to be said
	// cohort 1 "north slope": CO2e on metric AR5 and on metric unstated do not meet: compute both with one metric
	// 앞산 숲가꾸기 with a buffer of 15% <nil>
}

// Pine wilt takes 14 % of a wood in its fifth year: what they hold is released.
func ExampleReversal() {
	pine := must(sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 4: ghg.MustCO2e("5.6 t CO2e")}, sink.Linear, "growth table of pines"))
	d := sink.Definition{Name: "pines of Pohang", Place: "pohang", Metric: ghg.Unstated, Buffer: ghg.MustShare("10%"), Source: "council's own choice",
		Cohorts:   []sink.Cohort{{Name: "coast", Year: 2024, Planted: dec("85"), Growth: pine, Survival: allLive}},
		Reversals: []sink.Reversal{{Year: 2028, Share: ghg.MustShare("14%"), Cause: "pine wilt", Source: "forest service"}}}
	r, err := must(sink.New(d)).Through(2028)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := r.Year(2028)
	fmt.Println(y.Causes, y.Growth, "in growth,", y.Reversal, "- in all", y.Removal)
	d.Reversals[0].Cause = ""
	_, err = sink.New(d)
	fmt.Println(err)
	// Output:
	// [pine wilt] 476 tCO2e removed in growth, 166.6 tCO2e released - in all 309.4 tCO2e removed
	// sink "pines of Pohang": reversal 1: a year from 1850 to 2300, a cause and a share above 0% and up to 100% are needed
}
