package sink_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

var allLive = must(sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("100%")}, "assumed"))

// Sixty million trees at 9.1 kg a year each are 546 kt a year, as leaflets have
// it. The figure is that of a pine of thirty years.
func ExampleProject() {
	pine, err := sink.Constant(sink.Tree, ghg.MustCO2e("9.1 kg CO2e"), "National Institute of Forest Science, 2019: pine of 30 years")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := sink.New(sink.Definition{Name: "60 million trees", Place: "daegu", Metric: ghg.Unstated,
		Buffer: ghg.MustShare("20%"), Source: "council's own choice",
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
	// cohort 1 "all at once", constant-uptake: it takes up 0.0091 tCO2e per tree from the year of planting on: a figure of grown trees overstates what young ones do
}

// woods are a thousand hectares in two cohorts, of which a fire takes most.
func woods() sink.Project {
	oak := must(sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 2: ghg.MustCO2e("4 t CO2e"),
		4: ghg.MustCO2e("10 t CO2e")}, sink.Linear, "growth table"))
	some := must(sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("100%"), 2: ghg.MustShare("90%")}, "count of 2024"))
	return must(sink.New(sink.Definition{Name: "city woods", Place: "town", Metric: ghg.Unstated,
		Buffer: ghg.MustShare("20%"), Source: "programme rules",
		Cohorts: []sink.Cohort{
			{Name: "north", Year: 2025, Planted: dec("600"), Growth: oak, Survival: some, Source: "forestry report"},
			{Name: "south", Year: 2026, Planted: dec("400"), Growth: oak, Survival: some, Source: "forestry report"},
		},
		Reversals: []sink.Reversal{{Year: 2028, Share: ghg.MustShare("60%"), Cause: "fire", Source: "fire brigade"}},
	}))
}

func ExampleRemovals() {
	r, err := woods().Through(2028)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Details())
	_, err = woods().Through(2030)
	var unknown *sink.NoUptakeError
	fmt.Println(errors.As(err, &unknown), err)
	// Output:
	// city woods: 3672 tCO2e held at the end of 2028, of it 440 tCO2e in the buffer
	// north: 600 hectares in 2025; growth: growth table, linear between ages; survival: count of 2024; forestry report
	// south: 400 hectares in 2026; growth: growth table, linear between ages; survival: count of 2024; forestry report
	// buffer: 20%; programme rules
	// 2025: growth 0 tCO2e + mortality 0 tCO2e + reversal 0 tCO2e = removal 0 tCO2e; − held back 0 tCO2e + drawn 0 tCO2e = claimable 0 tCO2e; 0 tCO2e held, of it 0 tCO2e in the buffer
	// 2026: growth 1200 tCO2e + mortality 0 tCO2e + reversal 0 tCO2e = removal 1200 tCO2e; − held back 240 tCO2e + drawn 0 tCO2e = claimable 960 tCO2e; 1200 tCO2e held, of it 240 tCO2e in the buffer
	// 2027: growth 2960 tCO2e + mortality -120 tCO2e + reversal 0 tCO2e = removal 2840 tCO2e; − held back 568 tCO2e + drawn 0 tCO2e = claimable 2272 tCO2e; 4040 tCO2e held, of it 808 tCO2e in the buffer
	// 2028: growth 5220 tCO2e + mortality -80 tCO2e + reversal -5508 tCO2e (fire) = removal -368 tCO2e; − held back 0 tCO2e + drawn 368 tCO2e = claimable 0 tCO2e; 3672 tCO2e held, of it 440 tCO2e in the buffer
	// true sink "city woods", cohort "north": 2030: no uptake at age 5: the table goes to age 4, linear between ages; what is missing is not 0
}

// What may be claimed is handed to a balance with emissions, see
// netzero.Account. In 2028 the trees were counted until 2027.
func ExampleRemovals_Claimable() {
	r, _ := woods().Through(2028)
	gross, _ := ghg.NewYearly("town", gpc.Basic, ghg.Unstated, nil)
	claimable, err := r.Claimable(gross.Basis(), 2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(claimable)
	for y := range claimable.All() {
		fmt.Println(y.Year, y.Value, y.Status)
	}
	// Output:
	// claimable removals of sink "city woods", 2025 to 2028
	// 2025 0 tCO2e actual
	// 2026 960 tCO2e actual
	// 2027 2272 tCO2e actual
	// 2028 0 tCO2e projected
}

// After the fire the sink is a source, whatever the buffer takes of it.
func ExampleRemovals_StockChange() {
	r, _ := woods().Through(2028)
	change, err := r.StockChange(ghg.Basis{Place: "town", View: gpc.Basic, Metric: ghg.Unstated}, 2028)
	last, _ := change.Last()
	fmt.Println(last.Year, last.Value, err)
	// Output: 2028 -368 tCO2e <nil>
}

func ExampleRemovals_Claimable_mismatch() {
	r, _ := woods().Through(2028)
	gross, _ := ghg.NewYearly("town", gpc.Basic, ghg.AR5, nil)
	_, err := r.Claimable(gross.Basis(), 2028)
	var mismatch *ghg.MismatchError
	fmt.Println(errors.As(err, &mismatch), mismatch.In(ghg.AspectPlace), mismatch.In(ghg.AspectMetric))
	fmt.Println(err)
	// Output:
	// true false true
	// the emissions and sink "city woods" do not meet: metric AR5 and unstated: make both with one metric, or restate one in the other's
}

// A stock is no removal, and neither is a reduction: what a year adds is the
// difference of two stocks.
func ExampleStock() {
	r, _ := woods().Through(2028)
	before, _ := r.Year(2026)
	after, _ := r.Year(2027)
	added, err := after.Stock.Since(before.Stock)
	fmt.Println(before.Stock, "and", after.Stock, "is", added, err)
	fmt.Println(after.Stock.CO2e().Sub(after.Buffer.CO2e()))
	// Output:
	// 1200 tCO2e held and 4040 tCO2e held is 2840 tCO2e removed <nil>
	// 3232 tCO2e <nil>
}

func ExampleGrowth() {
	oak, err := sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 10: ghg.MustCO2e("5 t CO2e")},
		sink.Listed, "growth table")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = oak.At(3)
	fmt.Println(err)
	straight, _ := sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 10: ghg.MustCO2e("5 t CO2e")},
		sink.Linear, "growth table")
	fmt.Println(straight.At(3))
	// Output:
	// no uptake at age 3: the table goes to age 10, as listed; what is missing is not 0
	// 1.5 tCO2e <nil>
}

func ExampleRemoval() {
	r, _ := woods().Through(2028)
	for y := range r.Years() {
		fmt.Println(y.Year, y.Removal)
	}
	// Output:
	// 2025 0 tCO2e removed
	// 2026 1200 tCO2e removed
	// 2027 2840 tCO2e removed
	// 2028 368 tCO2e released
}

func ExampleYear() {
	r, _ := woods().Through(2028)
	y, _ := r.Year(2027)
	fmt.Println(y.Removal, "of which", y.HeldBack.CO2e(), "are held back;", y.Stock)
	// Output: 2840 tCO2e removed of which 568 tCO2e are held back; 4040 tCO2e held
}

func ExampleSurvival() {
	s, err := sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("95%"), 1: ghg.MustShare("80%"), 5: ghg.MustShare("70%")},
		"count of street trees")
	fmt.Println(s.At(0), s.At(3), s.At(30), err)
	_, err = sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("80%"), 5: ghg.MustShare("90%")}, "count of street trees")
	fmt.Println(err)
	// Output:
	// 95% 80% 70% <nil>
	// survival, share at age 5 "90%": it is more than 80% before: what is planted anew is another cohort
}

func ExampleBetween() {
	for _, b := range []sink.Between{sink.Listed, sink.Held, sink.Linear} {
		g, _ := sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: ghg.MustCO2e("0 kg CO2e"), 30: ghg.MustCO2e("9 kg CO2e")}, b, "growth table")
		c, err := g.At(10)
		fmt.Println(b, "|", c, err)
	}
	// Output:
	// as listed | 0 tCO2e no uptake at age 10: the table goes to age 30, as listed; what is missing is not 0
	// held until the next age | 0 tCO2e <nil>
	// linear between ages | 0.003 tCO2e <nil>
}

func ExampleUnit() {
	g, _ := sink.Constant(sink.Hectare, ghg.MustCO2e("7 t CO2e"), "growth table")
	fmt.Println("per", g.Per())
	// Output: per hectare
}

func ExampleNoUptakeError() {
	_, err := woods().Through(2030)
	var unknown *sink.NoUptakeError
	if errors.As(err, &unknown) {
		fmt.Println("no figure at age", unknown.Age, "as the table ends at", unknown.Last)
	}
	// Output: no figure at age 5 as the table ends at 4
}

// Street trees are planted every year, and a storm takes some.
func ExampleCohort() {
	lime := must(sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: ghg.MustCO2e("0 kg CO2e"), 1: ghg.MustCO2e("2 kg CO2e"),
		2: ghg.MustCO2e("4 kg CO2e")}, sink.Held, "growth table"))
	p, err := sink.New(sink.Definition{Name: "street trees", Place: "town", Metric: ghg.Unstated,
		Buffer: ghg.MustShare("10%"), Source: "council's own choice",
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
	fmt.Println(y.Details())
	// Output: 2026: growth 64 tCO2e + mortality 0 tCO2e + reversal -4.2 tCO2e (storm) = removal 59.8 tCO2e; − held back 5.98 tCO2e + drawn 0 tCO2e = claimable 53.82 tCO2e; 79.8 tCO2e held, of it 7.98 tCO2e in the buffer
}

// A buffer that nobody spoke of is no buffer of 0.
func ExampleDefinition() {
	lime := must(sink.Constant(sink.Tree, ghg.MustCO2e("4 kg CO2e"), "growth table"))
	_, err := sink.New(sink.Definition{Name: "street trees", Place: "town", Metric: ghg.Unstated, Source: "council",
		Cohorts: []sink.Cohort{{Name: "2024", Year: 2024, Planted: dec("-50"), Growth: lime, Survival: allLive}}})
	fmt.Println(err)
	// Output:
	// sink "street trees", buffer: state it, if only as 0% or 100%
	// cohort 1 "2024", planted "-50": a number of trees of 0 or more is needed
}

// Two fires of one year take one after the other: 60 % and half of the rest.
func ExampleReversal() {
	oak := must(sink.Constant(sink.Hectare, ghg.MustCO2e("10 t CO2e"), "growth table"))
	p, err := sink.New(sink.Definition{Name: "city woods", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("20%"),
		Source:  "programme rules",
		Cohorts: []sink.Cohort{{Name: "north", Year: 2026, Planted: dec("100"), Growth: oak, Survival: allLive}},
		Reversals: []sink.Reversal{
			{Year: 2027, Share: ghg.MustShare("60%"), Cause: "fire in May", Source: "fire brigade"},
			{Year: 2027, Share: ghg.MustShare("50%"), Cause: "fire in August", Source: "fire brigade"},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := p.Through(2028)
	for y := range r.Years() {
		fmt.Println(y.Details())
	}
	// Output:
	// 2026: growth 1000 tCO2e + mortality 0 tCO2e + reversal 0 tCO2e = removal 1000 tCO2e; − held back 200 tCO2e + drawn 0 tCO2e = claimable 800 tCO2e; 1000 tCO2e held, of it 200 tCO2e in the buffer
	// 2027: growth 1000 tCO2e + mortality 0 tCO2e + reversal -1600 tCO2e (fire in May, fire in August) = removal -600 tCO2e; − held back 0 tCO2e + drawn 200 tCO2e = claimable -400 tCO2e; 400 tCO2e held, of it 0 tCO2e in the buffer
	// 2028: growth 200 tCO2e + mortality 0 tCO2e + reversal 0 tCO2e = removal 200 tCO2e; − held back 40 tCO2e + drawn 0 tCO2e = claimable 160 tCO2e; 600 tCO2e held, of it 40 tCO2e in the buffer
}
