package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// By pace a plan is held against the straight line, by gap against its own
// pathway: on a back-loaded one the two part.
func ExampleJudgedBy() {
	t, _ := target.New(daegu2030())
	series := figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2026, CO2e: ghg.MustCO2e("8.90 MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
	for _, r := range []target.Rules{target.DefaultRules, target.GapRules} {
		p, _ := t.Progress(2026, target.Stepwise, r, series)
		fmt.Println(r.JudgedBy(), "-", p.Status, "-", p.Reason)
	}
	fmt.Println(target.GapRules, "by", target.GapRules.Source())
	// Output:
	// pace - off_track - pace 0.187345351714 is below 0.75
	// gap - ahead - gap -0.056203605514 is at most -0.05
	// gap-1 (gap: ahead up to -0.05, on track up to 0, slightly behind up to 0.05) by this library, edition 1; no standard sets such thresholds
}

// An amount that a goal does not define is never 0.
func ExampleAmount() {
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5.2 Mt")}
	t, _ := target.New(d)
	p, _ := t.Progress(2030, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.3512 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	if _, ok := p.Base.Value(); !ok {
		fmt.Println("no base:", p.Base.Undefined())
	}
	fmt.Println(p.Gap.Format(ghg.Megatonne, 2))
	// Output:
	// no base: the goal states no base year
	// 0.15 MtCO2e (AR5)
}
