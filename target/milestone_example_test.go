package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// An ordinance sets a share, a plan an amount; both are levels of one target.
func ExampleMilestone() {
	d := daegu2030()
	d.Due = 2050
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("100%")}
	d.Milestones = []target.Milestone{
		{Year: 2030, Cut: ghg.MustShare("45%"), Standing: target.Legal},
		{Year: 2026, Level: ghg.MustMass("7 Mt"), Standing: target.Indicative},
	}
	t, _ := target.New(d)
	for m := range t.Milestones() {
		limit, _ := t.Limit(m.Year)
		fmt.Printf("%s (%s): %s\n", m, m.Standing, limit)
	}
	// Output:
	// 7000000 t by 2026 (indicative): 7000000 tCO2e (AR5)
	// 45% by 2030 (legal): 5186500 tCO2e (AR5)
}

func ExampleMilestone_refused() {
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%"), Level: ghg.MustMass("7 Mt")}}
	_, err := target.New(d)
	fmt.Println(err)
	// Output:
	// target "Daegu 2030", milestone 2025, level "7000000 t": a milestone is a cut or a level: give one of them
}

func ExampleStanding() {
	var s target.Standing
	fmt.Println(s)
	fmt.Println(target.Legal, target.Policy, target.Indicative)
	// Output:
	// not stated
	// legal policy indicative
}
