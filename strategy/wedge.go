package strategy

import (
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Wedge is one layer between two lines of emissions: what one action, area or
// source makes of the difference.
type Wedge struct {
	// ID is that of the action, the code of the area or the source as one
	// line; "" where the wedge is unexplained.
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	// Unexplained is the difference that no action makes: the wedge that
	// [Wedges.Against] adds.
	Unexplained bool `json:"unexplained,omitempty"`
}

// WedgeAmount is a wedge in one year.
type WedgeAmount struct {
	Wedge
	Year int `json:"year"`
	// CO2e is what the wedge is thick: below 0 for an increase.
	CO2e ghg.CO2e `json:"co2e"`
	// Quantified says whether there is an amount. Without one the wedge is
	// unknown in the year; it counts nothing and is not drawn.
	Quantified bool `json:"quantified"`
	// Upper and Lower are the emissions between which the wedge is drawn.
	// Increases lie on top of the baseline, the first one lowest. Cuts lie under
	// the top of the increases, the first one highest, down to the plan, so that
	// the first of them cover the increases.
	Upper ghg.CO2e `json:"upper"`
	Lower ghg.CO2e `json:"lower"`
}

// WedgeYear is the wedges of one year. They add up to Baseline − End.
type WedgeYear struct {
	Year     int      `json:"year"`
	Baseline ghg.CO2e `json:"baseline"` // without the plan
	Plan     ghg.CO2e `json:"plan"`     // with it
	// End is the line that the wedges lead to: the plan, or the series that they
	// are held against.
	End    ghg.CO2e      `json:"end"`
	Wedges []WedgeAmount `json:"wedges,omitempty"`
	end    string        // what the line is
	of     YearEffect
}

// Wedges are the layers between what a place would emit without its plan and
// what it emits with it, year by year. They add up exactly to the difference of
// the two lines in every year (the sense of Pacala and Socolow, Stabilization
// Wedges, Science 305, 2004, with the sizes that an evaluation gives). They are
// immutable; the zero Wedges have no year.
type Wedges struct {
	e       Evaluation
	by      Grouping
	keys    []Wedge
	unknown []Action
	years   []wedgeYear
	held    bool // against a series
	end     string
}

// wedgeYear is the amounts of a year, one for each key.
type wedgeYear struct {
	year                int
	baseline, plan, end ghg.CO2e
	amounts             []ghg.CO2e
	quantified          []bool
}

// Wedges divides what the plan cuts by action, area or source. A wedge that is
// quantified in no year is not drawn as 0 but left out;
// [Wedges.NotQuantified] lists the actions that have no amount at all. The zero
// Grouping is refused, the zero Evaluation with
// [ErrNoPortfolio].
func (e Evaluation) Wedges(by Grouping) (Wedges, error) {
	if !by.Valid() {
		return Wedges{}, errNoGrouping
	}
	if e.def == nil {
		return Wedges{}, ErrNoPortfolio
	}
	w := Wedges{e: e, by: by, keys: e.wedgeKeys(by), end: "plan"}
	known := make([]bool, len(w.keys))
	acts := make([]bool, len(e.def.p.def.Actions))
	for y := range e.Years() {
		t := y.Total()
		row := wedgeYear{year: y.Year(), baseline: y.Baseline(), plan: y.Emissions(), end: y.Emissions()}
		switch by {
		case ByAction:
			for _, a := range t.amounts {
				row.amounts, row.quantified = append(row.amounts, a.CO2e), append(row.quantified, a.Quantified)
			}
		case ByArea:
			for _, a := range t.ByArea() {
				row.amounts, row.quantified = append(row.amounts, a.CO2e), append(row.quantified, a.IsQuantified())
			}
		default:
			for _, s := range y.year().sources {
				row.amounts, row.quantified = append(row.amounts, e.def.co2e(s.joint)), append(row.quantified, len(s.parts) > 0)
			}
		}
		for i, q := range row.quantified {
			known[i] = known[i] || q
		}
		for i, a := range t.amounts {
			acts[i] = acts[i] || a.Quantified
		}
		w.years = append(w.years, row)
	}
	w.keep(known)
	aside := e.def.p.asideIDs(e.def.kind)
	for i, a := range e.def.p.def.Actions {
		if !acts[i] && !a.Stage.IsWithdrawn() && !aside[a.ID] {
			w.unknown = append(w.unknown, a)
		}
	}
	return w, nil
}

// wedgeKeys are all wedges that there could be.
func (e Evaluation) wedgeKeys(by Grouping) (out []Wedge) {
	switch by {
	case ByAction:
		for _, a := range e.def.p.def.Actions {
			out = append(out, Wedge{ID: a.ID, Name: a.Name, NameKo: a.NameKo})
		}
	case ByArea:
		for a := range e.def.p.Framework().Areas() {
			out = append(out, Wedge{ID: a.Code, Name: a.Name, NameKo: a.NameKo})
		}
	default:
		for s := range e.def.b.Sources() {
			out = append(out, Wedge{ID: s.String(), Name: s.String()})
		}
	}
	return out
}

// keep drops the wedges that are known in no year.
func (w *Wedges) keep(known []bool) {
	var keys []Wedge
	for i, k := range w.keys {
		if known[i] {
			keys = append(keys, k)
		}
	}
	w.keys = keys
	for n := range w.years {
		y := &w.years[n]
		var amounts []ghg.CO2e
		var quantified []bool
		for i, c := range y.amounts {
			if known[i] {
				amounts, quantified = append(amounts, c), append(quantified, y.quantified[i])
			}
		}
		y.amounts, y.quantified = amounts, quantified
	}
}

// By is what the difference is divided by.
func (w Wedges) By() Grouping { return w.by }

// Evaluation is what the wedges are of.
func (w Wedges) Evaluation() Evaluation { return w.e }

// IsZero reports whether there are no wedges.
func (w Wedges) IsZero() bool { return w.by == 0 }

// All yields the wedges in their order, the unexplained one last.
func (w Wedges) All() iter.Seq[Wedge] { return slices.Values(w.keys) }

// NotQuantified yields the actions that have no amount of the kind in any year,
// but for those that are withdrawn: what they cut is unknown, so that no wedge
// shows it.
func (w Wedges) NotQuantified() iter.Seq[Action] {
	return func(yield func(Action) bool) {
		for _, a := range w.unknown {
			if !yield(a.clone()) {
				return
			}
		}
	}
}

// Years yields the years from first to last.
func (w Wedges) Years() iter.Seq[WedgeYear] {
	return func(yield func(WedgeYear) bool) {
		for i := range w.years {
			if !yield(w.year(i)) {
				return
			}
		}
	}
}

// Year is one year of the wedges.
func (w Wedges) Year(year int) (WedgeYear, bool) {
	for i := range w.years {
		if w.years[i].year == year {
			return w.year(i), true
		}
	}
	return WedgeYear{}, false
}

// Rows yields every wedge of every year, year by year: the lines of a table.
func (w Wedges) Rows() iter.Seq[WedgeAmount] {
	return func(yield func(WedgeAmount) bool) {
		for y := range w.Years() {
			for _, a := range y.Wedges {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// year lays the wedges of a year on one another.
func (w Wedges) year(i int) WedgeYear {
	row := &w.years[i]
	y := WedgeYear{Year: row.year, Baseline: row.baseline, Plan: row.plan, End: row.end, end: w.end}
	y.of, _ = w.e.Year(row.year)
	layers := stacked(row.baseline, row.amounts, func(a, b ghg.CO2e) ghg.CO2e { return plus(a, b.Neg()) })
	for n, k := range w.keys {
		y.Wedges = append(y.Wedges, WedgeAmount{k, row.year, row.amounts[n], row.quantified[n], layers[n].upper, layers[n].lower})
	}
	return y
}

// layer is where a wedge is drawn.
type layer[T any] struct{ upper, lower T }

// stacked lays wedges on one another: increases on top of the baseline, and cuts
// under the top of them.
func stacked[T interface{ Sign() int }](baseline T, amounts []T, minus func(a, b T) T) []layer[T] {
	out, top := make([]layer[T], len(amounts)), baseline
	for n, a := range amounts {
		if a.Sign() < 0 {
			out[n] = layer[T]{minus(top, a), top}
			top = out[n].upper
		}
	}
	for n, a := range amounts {
		if a.Sign() >= 0 {
			out[n] = layer[T]{top, minus(top, a)}
			top = out[n].lower
		}
	}
	return out
}
