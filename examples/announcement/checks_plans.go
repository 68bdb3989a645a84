package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// plans holds successive plans side by side: each with its day, "base" or "forecast",
// the ID of that figure and of the cut, and what it counts, in English | in Korean.
func plans(r *release, s statement) (answer, error) {
	var targets, inKorean []target.Target
	a := answer{verdict: asPublished, by: text{"target, plans compared by what they are of", "target, 계획의 기준 비교"}}
	for _, x := range s.against {
		t, sources, err := r.plan(x, false)
		if err != nil {
			return answer{}, err
		}
		ko, _, err := r.plan(x, true)
		if err != nil {
			return answer{}, err
		}
		targets, inKorean, a.sources = append(targets, t), append(inKorean, ko), append(a.sources, sources...)
	}
	var en, ko []string
	for i := range targets {
		for j := range i {
			c, err1 := targets[j].Compare(targets[i])
			cKo, err2 := inKorean[j].Compare(inKorean[i])
			if err := errors.Join(err1, err2); err != nil {
				return answer{}, err
			}
			en = append(en, fmt.Sprintf("%s and %s %s", s.against[j].when, s.against[i].when, c))
			ko = append(ko, fmt.Sprintf("%s년 계획과 %s년 계획: %s", s.against[j].when, s.against[i].when, cKo.Korean()))
		}
	}
	a.detail = text{strings.Join(en, "; "), strings.Join(ko, "; ")}
	return a, nil
}

// plan makes a target of a plan; what it counts has a name in both languages, with a stroke
// between them.
func (r *release) plan(x dated, korean bool) (target.Target, []string, error) {
	words := strings.SplitN(x.what, " ", 4)
	if len(words) < 4 {
		return target.Target{}, nil, ghg.Refusal("check plans", "against", x.when+" "+x.what,
			`it asks for "2010 base FIGURE CUT what it counts | 집계범위", or forecast`)
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
	counts, countsKo, _ := strings.Cut(words[3], "|")
	name := text{strings.TrimSpace(counts), cmp.Or(strings.TrimSpace(countsKo), counts)}
	view, err := ghg.DeclaredView(name.in(korean), strings.ReplaceAll(r.cite(f[0].Source, korean), "; ", ", "))
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
