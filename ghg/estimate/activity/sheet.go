package activity

import (
	"cmp"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/shopspring/decimal"
)

// Sheet is a table of activity data with what each row emits. It keeps rows, not their
// derivations: those are made when they are asked for. It is immutable; the zero Sheet has
// no row.
type Sheet struct{ s *sheet }

type sheet struct {
	file   string
	sum    ghg.SHA256
	rows   []activity
	values []ghg.Value // of all rows, in order
}

// activity is a row that stands.
type activity struct {
	line                       int
	first                      int // its first value
	plan                       *plan
	amount                     decimal.Decimal
	place                      ghg.PlaceID
	category                   ghg.Category
	source, activity, facility string
}

func (s Sheet) get() *sheet {
	if s.s == nil {
		return &sheet{}
	}
	return s.s
}

// Len is the number of rows that stand.
func (s Sheet) Len() int { return len(s.get().rows) }

// Records yields the lines of an inventory, one for each row and gas, in the order of the
// file. Each keeps the equation, the source of its row, file and line.
func (s Sheet) Records() iter.Seq[ghg.Record] {
	type evidenceOf struct{ equation, source string }
	return func(yield func(ghg.Record) bool) {
		in := s.get()
		evidence := map[evidenceOf]ghg.Evidence{}
		for _, x := range in.rows {
			key := evidenceOf{x.plan.equation, x.source}
			e, found := evidence[key]
			if !found {
				e = ghg.NewEvidence(ghg.EvidenceDefinition{Method: key.equation, Source: key.source, File: in.file, SHA256: in.sum})
				evidence[key] = e
			}
			r := ghg.Record{Place: x.place, Period: x.plan.period, Category: x.category, Fuel: x.plan.fuel, Facility: x.facility,
				Activity: cmp.Or(x.activity, x.plan.activity), Variant: x.plan.variant, Evidence: e, Line: x.line}
			if x.plan.ie != (ghg.Category{}) {
				if !in.inBoth(x, r, yield) {
					return
				}
				continue
			}
			for i, gas := range x.plan.gases {
				r.Gas, r.Value = gas, in.values[x.first+i]
				if !yield(r) {
					return
				}
			}
		}
	}
}

// inBoth yields what is burnt for its energy: numbers in energy, and IE in waste.
func (s *sheet) inBoth(x activity, r ghg.Record, yield func(ghg.Record) bool) bool {
	q, err := ghg.NewQuantity(x.amount, x.plan.choice.unit)
	if err != nil {
		return true
	}
	m, ok := x.plan.made.method(q, x.source).(waste.Incinerator)
	if !ok {
		return true
	}
	inWaste := r
	inWaste.Category = x.plan.ie
	records, err := waste.Records(m, inWaste, r)
	if err != nil { // it was estimated before
		return true
	}
	for _, r := range records {
		if !yield(r) {
			return false
		}
	}
	return true
}

// Lines yields the lines of the rows that stand, from 1, with the place and category of each.
func (s Sheet) Lines() iter.Seq2[int, ghg.Record] {
	return func(yield func(int, ghg.Record) bool) {
		last := 0
		for r := range s.Records() {
			if r.Line != last && !yield(r.Line, r) {
				return
			}
			last = r.Line
		}
	}
}

// Explain is how the masses of a line came about, and whether there is such a row. It is made
// anew each time.
func (s Sheet) Explain(line int) (derivation.Derivation, bool) {
	in := s.get()
	i, found := slices.BinarySearchFunc(in.rows, line, func(x activity, line int) int { return cmp.Compare(x.line, line) })
	if !found {
		return derivation.Derivation{}, false
	}
	x := in.rows[i]
	q, err := ghg.NewQuantity(x.amount, x.plan.choice.unit)
	if err != nil {
		return derivation.Derivation{}, false
	}
	e, err := estimate.Of(x.plan.made.method(q, in.lineOf(x)))
	return e.Explain(), err == nil
}
