package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
)

// settleAlternatives leaves records in the remainder that are alternatives of one source, or
// would be read so where categories become one: totals take one of two alternatives, so that
// the figure of another category would be lost, and one that gave way would count once its
// rival is elsewhere. These are variants (by distance, by fuel), figures ahead of the
// statistics where others are met, and a provider's default beside the place's own figure.
//
// Alternatives within one category go to one place together, or stay together. It reports
// whether a record stays that moved before.
func (w *walk) settleAlternatives() bool {
	categories, targets := map[string][]int{}, map[string][]int{}
	var order, places []string
	for i, s := range w.steps {
		if s.record.Value.IsMissing() {
			continue
		}
		code := s.record.Category.Code
		if categories[code] == nil {
			order = append(order, code)
		}
		categories[code] = append(categories[code], i)
		if s.to == "" {
			continue
		}
		if targets[s.to] == nil {
			places = append(places, s.to)
		}
		targets[s.to] = append(targets[s.to], i)
	}
	changed := false
	for _, code := range order {
		if steps := categories[code]; w.hasAlternatives(steps) && !w.together(steps) {
			changed = w.leave(steps) || changed
		}
	}
	for _, to := range places {
		met := w.marks(targets[to])
		for _, i := range targets[to] {
			r := w.steps[i].record
			if slices.ContainsFunc(alternativesOf(r), func(other mark) bool { return met.elsewhere(other, r.Category.Code) }) {
				changed = w.leave([]int{i}) || changed
			}
		}
	}
	return changed
}

// leave leaves records that move in the remainder, and reports whether there were any.
func (w *walk) leave(steps []int) (any bool) {
	for _, i := range steps {
		if w.steps[i].to != "" {
			w.steps[i].stay(Alternatives)
			any = true
		}
	}
	return any
}

// together reports whether records go to one place, or all stay.
func (w *walk) together(steps []int) bool {
	return !slices.ContainsFunc(steps, func(i int) bool { return w.steps[i].to != w.steps[steps[0]].to })
}

// hasAlternatives reports whether records of one category are alternatives to each other.
func (w *walk) hasAlternatives(steps []int) bool {
	met := w.marks(steps)
	return slices.ContainsFunc(steps, func(i int) bool {
		return slices.ContainsFunc(alternativesOf(w.steps[i].record), func(other mark) bool { return len(met[other]) > 0 })
	})
}

// mark is what a total looks at when it takes one of two alternatives: one of the fields.
type mark struct {
	variant ghg.Variant
	outlook outlook
	entry   ghg.Entry
}

// outlook is whether a figure is ahead of the statistics.
type outlook uint8

const (
	measured outlook = iota + 1
	nowcast
	projected
)

func outlookOf(s ghg.Status) outlook {
	switch s {
	case ghg.Nowcast:
		return nowcast
	case ghg.Projected:
		return projected
	}
	return measured
}

// marksOf are the marks of a record.
func marksOf(r ghg.Record) []mark {
	out := []mark{{outlook: outlookOf(r.Status)}}
	if r.Variant != ghg.NoVariant {
		out = append(out, mark{variant: r.Variant})
	}
	if e := r.Value.Entry(); e == ghg.ProviderDefault || e == ghg.LocalOverride {
		out = append(out, mark{entry: e})
	}
	return out
}

// alternativesOf are the marks beside which a record gives way, or another one does: a
// figure ahead of the statistics gives way to all others.
func alternativesOf(r ghg.Record) (out []mark) {
	if o := outlookOf(r.Status); o != measured {
		for other := measured; other <= projected; other++ {
			if other != o {
				out = append(out, mark{outlook: other})
			}
		}
	}
	if r.Variant != ghg.NoVariant {
		out = append(out, mark{variant: rivals[r.Variant]})
	}
	switch r.Value.Entry() {
	case ghg.ProviderDefault:
		out = append(out, mark{entry: ghg.LocalOverride})
	case ghg.LocalOverride:
		out = append(out, mark{entry: ghg.ProviderDefault})
	}
	return out
}

var rivals = map[ghg.Variant]ghg.Variant{ghg.LocationBased: ghg.MarketBased, ghg.MarketBased: ghg.LocationBased,
	ghg.DistanceBased: ghg.FuelBased, ghg.FuelBased: ghg.DistanceBased}

// met says in which categories marks were met.
type met map[mark]map[string]bool

func (w *walk) marks(steps []int) met {
	m := met{}
	for _, i := range steps {
		r := w.steps[i].record
		for _, k := range marksOf(r) {
			if m[k] == nil {
				m[k] = map[string]bool{}
			}
			m[k][r.Category.Code] = true
		}
	}
	return m
}

// elsewhere reports whether a mark was met in a category other than one.
func (m met) elsewhere(k mark, code string) bool {
	return len(m[k]) > 1 || len(m[k]) == 1 && !m[k][code]
}
