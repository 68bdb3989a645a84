package main

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target/netzero"
)

// campaign answers a membership with the editions of the campaign that held when the
// place joined: "campaign race-to-zero" for "2021-04".
func campaign(r *release, s statement) (answer, error) {
	since, err := ghg.ParseWhen(s.when)
	if err != nil {
		return answer{}, err
	}
	p := netzero.Pledge{Place: r.place, Kind: netzero.Reach, Since: since, Campaign: netzero.Campaign(s.param("campaign"))}
	if len(p.Campaign.Criteria()) == 0 {
		return answer{}, ghg.Refusal("check campaign", "campaign", string(p.Campaign), "no campaign of package netzero")
	}
	editions, findings := p.Editions()
	var held, open []string
	for _, e := range editions {
		held = append(held, e.ID())
	}
	for _, f := range findings.All {
		open = append(open, f.Of)
	}
	list := func(items []string, none string) string {
		if len(items) == 0 {
			return none
		}
		return strings.Join(items, ", ")
	}
	a := answer{verdict: asPublished, by: text{"target/netzero, editions of its day", "target/netzero, 가입 당시의 판"},
		detail: text{"criteria in force when it joined: " + list(held, "none"), "가입 당시의 기준: " + list(held, "없음")}}
	if len(open) > 0 {
		a.detail.en += "; the day decides, and is not known, for " + list(open, "")
		a.detail.ko += "; 가입일을 알 수 없어 어느 판인지 정해지지 않는 기준: " + list(open, "")
	}
	return a, nil
}

// beginNone holds a promise that no fossil power plant begins against the plants that
// are known: the capacity of an old one, of what takes its place, and what that emits.
func beginNone(r *release, s statement) (answer, error) {
	f, err := r.some(s, "capacity before", "capacity after", "emissions a year")
	if err != nil {
		return answer{}, err
	}
	since, err := ghg.ParseWhen(s.when)
	if err != nil {
		return answer{}, err
	}
	capacity := func(f daegu.Figure) ghg.Quantity {
		var q ghg.Quantity
		if err == nil {
			q, err = ghg.ParseQuantity(f.Value + " " + f.Unit)
		}
		return q
	}
	yearly, bad := f[2].CO2e()
	if bad != nil {
		return answer{}, bad
	}
	plant := netzero.Plant{Name: s.param("plant"), Fuel: s.param("fuel"), Status: ghg.Projected, Capacity: capacity(f[1]), Yearly: yearly,
		Source: f[1].Source, Replaces: []netzero.Plant{{Name: s.param("plant") + " before", Fuel: s.param("old_fuel"),
			Capacity: capacity(f[0]), Source: f[0].Source}}}
	if err != nil {
		return answer{}, err
	}
	p := netzero.Pledge{Place: r.place, Name: s.says.en, Kind: netzero.BeginNoFossilPower, Since: since,
		Plants: []netzero.Plant{plant}}
	c, err := p.Judge(nil)
	if err != nil {
		return answer{}, err
	}
	a := answer{verdict: map[netzero.CheckResult]verdict{netzero.Pass: reproduces, netzero.Fail: contradicted}[c.Result], figure: listed(f),
		by: text{"target/netzero, " + string(c.ID), "target/netzero, 새로 시작하지 않겠다는 약속"}, sources: sourcesOf(f)}
	if a.verdict == 0 {
		a.verdict = cannotTell
	}
	for _, x := range c.Findings.All {
		if x.Code == netzero.FindingReplacement {
			a.detail.en = x.Detail
		}
	}
	for _, x := range c.Replacements {
		growth, _ := x.Growth()
		a.detail.ko = fmt.Sprintf("기존 시설을 대체하는 계획: %s → %s (%s), 연 %s", printed(f[0]).ko, printed(f[1]).ko, growth.Percent(1),
			printed(f[2]).ko)
	}
	return a, nil
}
