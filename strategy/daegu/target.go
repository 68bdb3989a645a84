package daegu

import (
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Place is Daegu Metropolitan City by its ISO 3166-2 code.
const Place ghg.PlaceID = "KR-27"

// What the two published base years count is not known: each has a declared
// view of its own, and figures of the two do not meet.
var (
	// View2021 is what the 9.43 Mt of the strategy of December 2021 count.
	View2021 = ghg.MustDeclaredView("Daegu emissions with industry", "Daegu strategy of December 2021")
	// View2022 is what the 8.97 Mt of the strategy of December 2022 count.
	View2022 = ghg.MustDeclaredView("Daegu own emissions", "Daegu strategy of December 2022")
)

var (
	target2021 = sync.OnceValue(func() target.Target {
		return mustTarget("Daegu carbon neutrality, base of 2021", View2021, mustFigure("base-2018-strategy-2021"))
	})
	target2022 = sync.OnceValue(func() target.Target {
		return mustTarget("Daegu carbon neutrality, base of 2022", View2022, mustFigure("base-2018-strategy-2022"))
	})
)

// Target2021 is 45 % less than 2018 by 2030, 70 % by 2040 and net zero by
// 2050, on the base of 9.43 Mt that the strategy of December 2021 states.
func Target2021() target.Target { return target2021() }

// Target2022 is the same cuts on the base of 8.97 Mt that the strategy of
// December 2022 states.
func Target2022() target.Target { return target2022() }

func mustTarget(name string, view ghg.View, base Figure) target.Target {
	due := mustFigure("cut-2050")
	d := target.Definition{
		Name: name, Place: Place, Due: due.Year, Views: target.Same(view), Metric: ghg.Unstated,
		Goal:   target.BaseYear{Year: base.Year, Base: must(base.Amount()).Mass(), Cut: must(due.Share())},
		Source: base.Source,
	}
	for _, id := range []string{"cut-2030", "cut-2040"} {
		f := mustFigure(id)
		d.Milestones = append(d.Milestones, target.Milestone{Year: f.Year, Cut: must(f.Share())})
	}
	return must(target.New(d))
}
