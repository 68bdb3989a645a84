package target

import "github.com/localghg/localghg/ghg"

// Basis is what a series must be of to be held against the target: its place,
// the view of its due year, and its metric.
func (t Target) Basis() ghg.Basis {
	return ghg.Basis{Place: t.Place(), View: t.Views().Due, Metric: t.Metric()}
}

// baseBasis is what the target's base is of.
func (t Target) baseBasis() ghg.Basis {
	b := t.Basis()
	b.View = t.Views().Base
	return b
}

// Match refuses a series that is not of the target's place, metric, and the view
// of its due year, with a [*ghg.MismatchError]; nil means that the two may meet.
func (t Target) Match(s ghg.Yearly) error { return t.meets(t.Basis(), s) }

// meets refuses a series that is not of a basis of the target.
func (t Target) meets(b ghg.Basis, s ghg.Yearly) error {
	if t.def == nil {
		return ErrNoTarget
	}
	return b.Meets(t.of(), s.Basis(), "the series")
}

// meet reports whether two bases are one.
func meet(a, b ghg.Basis) bool { return a.Meets("", b, "") == nil }
