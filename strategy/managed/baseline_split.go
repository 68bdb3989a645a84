package managed

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/strategy"
)

// BaselineSplit is one baseline twice: citywide, as it was given, and managed. It is
// immutable; the zero BaselineSplit holds no baseline.
type BaselineSplit struct {
	citywide, managed strategy.Baseline
	placed            map[itemKey]placed
}

// SplitBaseline makes the managed baseline beside a citywide one, by the register and
// rules that split the plan ([Split]), so that the managed plan can be evaluated on it.
// Sources stay, and emit what of them is managed: 0 where nothing is. One that is given as
// activity × factor keeps its factors, and has the part of the activity. The rest needs a
// rule of its own ([Rule].Rest) unless it is 0. What is refused and found is as for Split.
func SplitBaseline(r carveout.Register, b strategy.Baseline, rules []Rule, as ghg.View) (BaselineSplit, ghg.Findings, error) {
	if b.IsZero() {
		return BaselineSplit{}, ghg.Findings{}, strategy.ErrNoBaseline
	}
	place, err := newSplit(r, rules, strategy.Framework{}, "baseline", b.Basis(), as)
	if err != nil {
		return BaselineSplit{}, ghg.Findings{}, err
	}
	d := b.Definition()
	for i := range d.Sources {
		s := &d.Sources[i]
		x := item{on: s.On}
		if at := place.place(x); at.p != nil && place.faults.Len() == 0 {
			if s.Factors.IsZero() {
				s.ByYear, err = at.emissions(s.ByYear)
			} else {
				s.Activity, err = at.activity(s.Activity)
			}
			place.wrong(x, err)
		}
	}
	if x := (item{rest: true}); !allZero(d.Rest) {
		if at := place.place(x); at.p != nil && place.faults.Len() == 0 {
			d.Rest, err = at.emissions(d.Rest)
			place.wrong(x, err)
		}
	}
	if err := place.err(); err != nil {
		return BaselineSplit{}, ghg.Findings{}, err
	}
	d.Name += ", managed"
	d.View = as
	managed, err := strategy.NewBaseline(d)
	if err != nil {
		return BaselineSplit{}, ghg.Findings{}, err
	}
	return BaselineSplit{b, managed, place.placed}, place.unmet(false), nil
}

func allZero(byYear map[int]ghg.CO2e) bool {
	for _, c := range byYear {
		if !c.IsZero() {
			return false
		}
	}
	return true
}

// emissions are those of which what stands at a covered site of others is taken off.
func (x placed) emissions(byYear map[int]ghg.CO2e) (map[int]ghg.CO2e, error) {
	out := make(map[int]ghg.CO2e, len(byYear))
	var errs []error
	for y, c := range byYear {
		out[y] = c
		if !x.counts(y) {
			gone, err := x.standingAmount(c, y, false)
			errs = append(errs, err)
			out[y] = minus(c, gone)
		}
	}
	return out, errors.Join(errs...)
}

// activity is what is used or done, without what covered sites of others use or do.
func (x placed) activity(all ghg.Years[ghg.Quantity]) (ghg.Years[ghg.Quantity], error) {
	var out []ghg.OfYear[ghg.Quantity]
	var errs []error
	for q := range all.All() {
		if !x.counts(q.Year) {
			gone, err := x.standing(q.Value.Amount(), q.Year, false)
			if err == nil {
				q.Value, err = ghg.NewQuantity(q.Value.Amount().Sub(gone), q.Value.Unit())
			}
			errs = append(errs, err)
		}
		out = append(out, q)
	}
	if err := errors.Join(errs...); err != nil {
		return all, err
	}
	return ghg.NewYears(all.Name(), all.Unit(), nil, out...)
}

// Citywide is the baseline as it was given.
func (s BaselineSplit) Citywide() strategy.Baseline { return s.citywide }

// Managed is the baseline of what is managed, in the managed view.
func (s BaselineSplit) Managed() strategy.Baseline { return s.managed }

// Where says where a source emits in a year, and which rule says so. False is returned for
// a source that the baseline does not have.
func (s BaselineSplit) Where(on strategy.EmissionSource, year int) (Where, bool) {
	x, ok := s.placed[itemKey{on: on.Folded()}]
	if !ok {
		return Where{}, false
	}
	return x.where(year), true
}
