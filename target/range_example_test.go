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
	// 2025 in 2019: 26% below 2005 on_track, 28% below 2005 slightly_behind
}
