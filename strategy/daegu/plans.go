package daegu

import (
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// What the plans before the strategy of 2021 count.
var (
	// View2010 is what the 9.396 Mt CO2 of 2005 count: energy and industrial
	// processes, where they were emitted.
	View2010 = ghg.MustDeclaredView("Daegu energy and industrial processes", "Ministry of Knowledge Economy, 2009")
	// View2020 is what the forecast of the plan of 2020 counts: no industry.
	View2020 = ghg.MustDeclaredView("Daegu emissions without industry", "Daegu plan of 2020")
)

var plans = sync.OnceValue(mustPlans)

// Plans are the city's plans of 2010, 2020 and 2021, each of which superseded the one
// before, and the base of 2018 as the strategy of 2022 tells it. Dates are those of
// the reports that tell of them; of the plan of 2020 only the year is known. That its
// baseline is static is own reading: no source tells of another forecast.
func Plans() target.History { return plans() }

func mustPlans() target.History {
	base, cut := mustFigure("emissions-2005"), mustFigure("cut-2020-plan-2010")
	h := must(target.NewHistory(must(target.New(target.Definition{
		Name: "Daegu plan of 2010", Place: Place, Due: cut.Year, Views: target.Same(View2010), Metric: ghg.CO2Only,
		Goal:   target.BaseYear{Year: base.Year, Base: must(ghg.ParseMass(base.Value + " " + base.Unit)), Cut: must(cut.Share())},
		Source: cut.Source, Published: must(ghg.ParseDate("2010-04-13")),
	}))))
	bau, cut := mustFigure("forecast-2030-plan-2020"), mustFigure("cut-2030-plan-2020")
	forecast := must(ghg.NewYearly(Place, View2020, ghg.Unstated, []ghg.YearFigure{{Year: bau.Year, CO2e: must(bau.CO2e()),
		Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: bau.Source}}))
	h = must(h.Supersede(target.Change{Date: ghg.WithinYear(2020), Document: cut.Source}, target.Definition{
		Name: "Daegu plan of 2020", Place: Place, Due: cut.Year, Views: target.Same(View2020), Metric: ghg.Unstated,
		Goal: target.BaselineScenario{Kind: target.StaticBaseline, Baseline: forecast, Cut: must(cut.Share())}}))
	first, second := target2021(), target2022()
	h = must(h.Supersede(target.Change{Date: must(ghg.ParseWhen("2021-12-14")), Document: first.Source()}, first.Definition()))
	return must(h.Restate(target.Restatement{
		Change: target.Change{Date: must(ghg.ParseWhen("2022-12-14")), Document: second.Source()},
		From:   target.ViewLevel{View: View2021, CO2e: first.Base(), Source: first.Source()},
		To:     target.ViewLevel{View: View2022, CO2e: second.Base(), Source: second.Source()}}))
}
