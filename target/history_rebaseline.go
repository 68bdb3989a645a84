package target

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// Rebaseline recalculates the baseline of a baseline scenario goal, for a cause as
// [Restatement] has it; the share stays, and the levels follow. It may change a dynamic
// or a static one, and move it to another view or metric.
func (h History) Rebaseline(cause bridge.CauseKind, c Change, baseline ghg.Yearly) (History, error) {
	if !h.IsZero() && !cause.Valid() {
		return History{}, h.refuse("cause", cause, "no kind of cause")
	}
	return h.rebaseline(Version{Kind: VersionRestated, Cause: cause, Change: c}, baseline)
}

// Reforecast gives a dynamic baseline a new forecast, in the same view and metric: no
// recalculation. A static one is fixed when the goal is set, and refuses it.
func (h History) Reforecast(c Change, baseline ghg.Yearly) (History, error) {
	return h.rebaseline(Version{Kind: VersionReforecast, Change: c}, baseline)
}

func (h History) rebaseline(v Version, baseline ghg.Yearly) (History, error) {
	if h.IsZero() {
		return History{}, errNoHistory
	}
	d := h.Current().Target.Definition()
	g, ok := d.Goal.(BaselineScenario)
	same := meet(ghg.Basis{View: d.Views.Due, Metric: d.Metric}, ghg.Basis{View: baseline.View(), Metric: baseline.Metric()})
	switch {
	case !ok:
		return History{}, h.refuse("goal", d.Goal, "it has no baseline scenario: use Restate")
	case v.Kind == VersionReforecast && g.Kind == StaticBaseline:
		return History{}, h.refuse("goal", g,
			"a static baseline is fixed when the goal is set: a new forecast is no reason to change it")
	case baseline.View().IsZero():
		return History{}, h.refuse("baseline", "", "%s", ghg.ErrNoView)
	case v.Kind == VersionReforecast && !same:
		return History{}, h.refuse("baseline", baseline.View(),
			"a new forecast is of the view and metric of the old one, %s in metric %s", d.Views.Due, d.Metric)
	}
	from := ViewLevel{View: d.Views.Due, CO2e: h.Current().Target.Base()}
	d.Views, d.Metric, g.Baseline = Same(baseline.View()), baseline.Metric(), baseline
	d.Goal = g
	if f, ok := baseline.At(g.Year); ok && g.Year != 0 {
		v.Base = changeOf(from, ViewLevel{View: baseline.View(), CO2e: f.CO2e, Source: f.Source})
	}
	return h.add(v, d)
}
