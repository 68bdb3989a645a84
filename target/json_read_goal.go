package target

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// goal reads the goal of the kind that is named. What does not belong to the
// kind is refused.
func (f targetFile) goal(views []ghg.View, own []ghg.Metric) (Goal, error) {
	g := f.Goal
	var base, level ghg.Mass
	var cut ghg.Share
	if g.Base != nil {
		base = *g.Base
	}
	if g.Level != nil {
		level = *g.Level
	}
	if g.Cut != nil {
		cut = *g.Cut
	}
	var goal Goal
	extra := g // what the kind does not have
	extra.Kind, extra.Year = "", 0
	switch g.Kind {
	case BaseYear{}.kind():
		extra.Through, extra.Base, extra.Cut = 0, nil, nil
		goal = BaseYear{g.Year, g.Through, base, cut}
	case FixedLevel{}.kind():
		extra.Base, extra.Level = nil, nil
		goal = FixedLevel{level, g.Year, base}
	case BaseYearIntensity{}.kind():
		extra.Base, extra.Cut, extra.Activity = nil, nil, nil
		activity, err := f.activity(g.Activity)
		if err != nil {
			return nil, err
		}
		goal = BaseYearIntensity{g.Year, base, cut, activity}
	case FixedIntensity{}.kind():
		extra.Base, extra.Level, extra.Activity = nil, nil, nil
		activity, err := f.activity(g.Activity)
		if err != nil {
			return nil, err
		}
		goal = FixedIntensity{level, activity, g.Year, base}
	case BaselineScenario{}.kind():
		extra.Cut, extra.Scenario, extra.Baseline = nil, "", nil
		b := BaselineScenario{Year: g.Year, Cut: cut}
		switch g.Scenario {
		case StaticBaseline.String():
			b.Kind = StaticBaseline
		case DynamicBaseline.String():
			b.Kind = DynamicBaseline
		default:
			return nil, f.fail("goal.scenario", g.Scenario, "it is static or dynamic")
		}
		if len(g.Baseline) == 0 {
			return nil, f.fail("goal.baseline", "", "the series of the baseline is needed")
		}
		var err error
		if b.Baseline, err = ghg.ReadYearlyJSON(bytes.NewReader(g.Baseline), views, own...); err != nil {
			return nil, fmt.Errorf("%s, goal.baseline: %w", f.of(), err)
		}
		goal = b
	case RollingBaseYear{}.kind():
		extra.Every, extra.Cut = 0, nil
		goal = RollingBaseYear{g.Year, g.Every, cut}
	default:
		return nil, f.fail("goal.kind", g.Kind, "a kind of goal is needed, such as base_year")
	}
	if extra.Through != 0 || extra.Every != 0 || extra.Base != nil || extra.Cut != nil || extra.Level != nil ||
		extra.Activity != nil || extra.Scenario != "" || extra.Baseline != nil {
		return nil, f.fail("goal", g.Kind, "it has a field that belongs to another kind of goal")
	}
	return goal, nil
}

func (f targetFile) activity(a *activityJSON) (ghg.Years[decimal.Decimal], error) {
	var none ghg.Years[decimal.Decimal]
	if a == nil {
		return none, nil // the goal refuses it
	}
	figures := make([]ghg.OfYear[decimal.Decimal], len(a.Figures))
	for i, x := range a.Figures {
		amount, err := exact.Parse(x.Amount)
		if err != nil {
			return none, f.fail("goal.activity", x.Amount, "%d: %s", x.Year, err)
		}
		figures[i] = ghg.OfYear[decimal.Decimal]{Year: x.Year, Value: amount, Status: x.Status, Source: x.Source}
	}
	out, err := ghg.NewYears(a.Name, a.Unit, aboveZero, figures...)
	if err != nil {
		return none, f.fail("goal.activity", a.Name, "%s", err)
	}
	return out, nil
}

func (f targetFile) timeframe(own []ghg.Metric) (Timeframe, error) {
	if f.Timeframe == nil {
		return SingleYear, nil
	}
	kind := slices.Index(timeframeNames[:], f.Timeframe.Kind)
	if kind < int(average) {
		return SingleYear, f.fail("timeframe.kind", f.Timeframe.Kind, "allowed are %q; a single year has no timeframe", timeframeNames[average:])
	}
	p, err := f.pathway(own)
	switch {
	case err != nil:
		return SingleYear, err
	case timeframe(kind) == average && !p.IsZero():
		return SingleYear, f.fail("timeframe.pathway", f.Timeframe.Pathway, "an average goal has none")
	}
	return Timeframe{timeframe(kind), f.Timeframe.First, p}, nil
}

// pathway reads a pathway of the timeframe by its name.
func (f targetFile) pathway(own []ghg.Metric) (Pathway, error) {
	x := f.Timeframe
	fail := func(err error) (Pathway, error) {
		return Pathway{}, f.fail("timeframe.pathway", x.Pathway, "%s", err)
	}
	if x.Stated != nil {
		values := map[int]ghg.CO2e{}
		var years []int
		for _, v := range x.Stated.Values {
			c, err := ghg.ParseCO2e(v.CO2e, own...)
			if err != nil {
				return fail(fmt.Errorf("%d: %w", v.Year, err))
			}
			values[v.Year], years = c, append(years, v.Year)
		}
		p, err := Stated(x.Pathway, x.Stated.Source, func(yield func(int, ghg.CO2e) bool) {
			for _, y := range years {
				if !yield(y, values[y]) {
					return
				}
			}
		})
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	for _, p := range []Pathway{Linear, Geometric, Stepwise} {
		if p.String() == x.Pathway {
			return p, nil
		}
	}
	if text, ok := strings.CutPrefix(x.Pathway, "geometric to a residual of "); ok {
		share, err := ghg.ParseShare(text)
		if err != nil {
			return fail(err)
		}
		p, err := GeometricTo(share)
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	if text, ok := strings.CutPrefix(x.Pathway, "geometric, blended to zero by 1/"); ok {
		divisor, err := exact.Parse(text)
		if err != nil {
			return fail(err)
		}
		p, err := GeometricBlend(divisor)
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	if x.Pathway != "" {
		return fail(errors.New("it is none of the library's pathways, and states no values"))
	}
	return Pathway{}, nil
}
