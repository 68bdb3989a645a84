package main

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// plans holds successive plans side by side: each with its day, "base" or "forecast",
// the ID of that figure and of the cut, and what it counts.
func plans(r *release, s statement) (answer, error) {
	var targets []target.Target
	a := answer{verdict: asPublished, by: text{"target, plans compared by what they are of", "target, 계획의 기준 비교"}}
	for _, x := range s.against {
		t, sources, err := r.plan(x)
		if err != nil {
			return answer{}, err
		}
		targets, a.sources = append(targets, t), append(a.sources, sources...)
	}
	var en, ko []string
	for i := range targets {
		for j := range i {
			c, err := targets[j].Compare(targets[i])
			if err != nil {
				return answer{}, err
			}
			en = append(en, fmt.Sprintf("%s and %s %s", s.against[j].when, s.against[i].when, c))
			ko = append(ko, fmt.Sprintf("%s년 계획과 %s년 계획: %s", s.against[j].when, s.against[i].when, c.Korean()))
		}
	}
	a.detail = text{strings.Join(en, "; "), strings.Join(ko, "; ")}
	return a, nil
}

// plan makes a target of a plan.
func (r *release) plan(x dated) (target.Target, []string, error) {
	words := strings.SplitN(x.what, " ", 4)
	if len(words) < 4 {
		return target.Target{}, nil, ghg.Refusal("check plans", "against", x.when+" "+x.what,
			`it asks for "2010 base FIGURE CUT what it counts", or forecast`)
	}
	f, err := r.all(words[1:3])
	if err != nil {
		return target.Target{}, nil, err
	}
	cut, err := f[1].Share()
	if err != nil {
		return target.Target{}, nil, err
	}
	unit, of, err := ghg.ParseMassUnit(f[0].Unit)
	if err != nil {
		return target.Target{}, nil, err
	}
	base, err := ghg.ParseFigure(f[0].Value, unit)
	if err != nil {
		return target.Target{}, nil, err
	}
	metric := ghg.Unstated
	if !of.CO2e {
		metric = ghg.CO2Only
	}
	view, err := ghg.DeclaredView(words[3], r.cite(f[0].Source, false))
	if err != nil {
		return target.Target{}, nil, err
	}
	d := target.Definition{Name: "plan of " + x.when, Place: r.place, Due: f[1].Year, Views: target.Same(view), Metric: metric}
	if words[0] == "base" {
		d.Goal = target.BaseYear{Year: f[0].Year, Base: base.Mass(), Cut: cut}
	} else {
		amount, err := ghg.CO2eOf(base.Mass(), metric)
		if err != nil {
			return target.Target{}, nil, err
		}
		forecast, err := ghg.NewYearly(r.place, view, metric, []ghg.YearFigure{{Year: f[0].Year, CO2e: amount, Status: ghg.Projected,
			Vintage: ghg.FirstVintage, Source: f[0].Source}})
		if err != nil {
			return target.Target{}, nil, err
		}
		d.Goal = target.BaselineScenario{Kind: target.StaticBaseline, Baseline: forecast, Cut: cut}
	}
	t, err := target.New(d)
	return t, sourcesOf(f), err
}
