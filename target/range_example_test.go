package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// "26 to 28 % below 2005 by 2025": the status against both ends.
func ExampleNewRange() {
	view := ghg.MustDeclaredView("net", "first NDC of the United States")
	from2005 := func(cut string) target.Goal {
		return target.BaseYear{Year: 2005, Base: ghg.MustMass("6635 Mt"), Cut: ghg.MustShare(cut)}
	}
	r, err := target.NewRange(target.Definition{Name: "2025", Place: "US", Due: 2025, Views: target.Same(view), Metric: ghg.AR4},
		from2005("26%"), from2005("28%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	series, _ := ghg.YearlyFrom("US", view, ghg.AR4, []ghg.OfYear[ghg.Mass]{{Year: 2019, Value: ghg.MustMass("5450 Mt")}})
	p, err := r.Progress(2019, target.Linear, target.DefaultRules, series)
	fmt.Println(r, err)
	fmt.Println(p)
	// Output:
	// 2025: 26% below 2005 to 28% below 2005 by 2025 <nil>
	// 2025 in 2019: 26% below 2005 on track, 28% below 2005 slightly behind
}

// From its least end on a range is met.
func ExampleRange_Outcome() {
	view := ghg.MustDeclaredView("net", "first NDC of the United States")
	r, _ := target.NewRange(target.Definition{Name: "2025", Place: "US", Due: 2025, Views: target.Same(view), Metric: ghg.AR4},
		target.FixedLevel{Level: ghg.MustMass("4910 Mt")}, target.FixedLevel{Level: ghg.MustMass("4777 Mt")})
	series, _ := ghg.YearlyFrom("US", view, ghg.AR4, []ghg.OfYear[ghg.Mass]{{Year: 2025, Value: ghg.MustMass("4800 Mt")}})
	least, most, err := r.Outcome(series, target.Adjustments{})
	fmt.Println(least.Decision, most.Decision, err)
	// Output:
	// met missed <nil>
}

// A revision that allows more than the version before it is a finding.
func ExampleHistory_Findings() {
	d := daegu2030()
	d.Published = ghg.MustDate("2021-12-14")
	t, _ := target.New(d)
	h, _ := target.NewHistory(t)
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("40%")}
	h, err := h.Revise(target.Change{Reason: "a new council", Date: ghg.MustWhen("2022-07-01"), Document: "resolution 12"}, d)
	for _, f := range h.Findings().All {
		fmt.Println(f.Code, f.Severity, f.Stated, "to", f.Found)
	}
	fmt.Println(err)
	// Output:
	// revision-looser warning 5186500 tCO2e (AR5) to 5658000 tCO2e (AR5)
	// <nil>
}
