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
	column                     uint16    // of a wide table
	summed                     [2]uint16 // the first and last column of a sum of months
	first                      int       // its first value
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
	return func(yield func(ghg.Record) bool) {
		in := s.get()
		evidence := evidences{}
		for _, x := range in.rows {
			r := in.record(x, evidence)
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

// evidences are those of records that share one.
type evidences map[evidenceOf]ghg.Evidence

type evidenceOf struct{ equation, source string }

// record is what all records of a row have.
func (s *sheet) record(x activity, evidence evidences) ghg.Record {
	key := evidenceOf{x.plan.equation, x.source}
	e, found := evidence[key]
	if !found {
		e = ghg.NewEvidence(ghg.EvidenceDefinition{Method: key.equation, Source: key.source, File: s.file, SHA256: s.sum})
		evidence[key] = e
	}
	return ghg.Record{Place: x.place, Period: x.plan.period, Category: x.category, Fuel: x.plan.fuel, Facility: x.facility,
		Activity: cmp.Or(x.activity, x.plan.activity), Variant: x.plan.variant, Evidence: e, Line: x.line, Column: x.column}
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

// Lines yields the rows that stand: the line of each, from 1, and what its records have in
// common. A row of a wide table is one for each period.
func (s Sheet) Lines() iter.Seq2[int, ghg.Record] {
	return func(yield func(int, ghg.Record) bool) {
		in := s.get()
		evidence := evidences{}
		for _, x := range in.rows {
			if !yield(x.line, in.record(x, evidence)) {
				return
			}
		}
	}
}

// Explain is how the masses of a line came about, and whether there is such a row; of a row
// of a wide table those of its first period. It is made anew each time.
func (s Sheet) Explain(line int) (derivation.Derivation, bool) {
	in := s.get()
	i, found := in.at(line)
	if !found {
		return derivation.Derivation{}, false
	}
	return in.explain(in.rows[i])
}

// ExplainRecord is how the mass of a record came about, which [Sheet.Records] or [Sheet.Lines]
// gave, and whether there is such a row. It is that of the line but in a wide table.
func (s Sheet) ExplainRecord(r ghg.Record) (derivation.Derivation, bool) {
	in := s.get()
	i, found := in.at(r.Line)
	for ; found && i < len(in.rows) && in.rows[i].line == r.Line; i++ {
		x := in.rows[i]
		if x.column == r.Column && x.plan.period == r.Period && cmp.Or(x.activity, x.plan.activity) == r.Activity {
			return in.explain(x)
		}
	}
	return derivation.Derivation{}, false
}

// at is the first row of a line.
func (s *sheet) at(line int) (int, bool) {
	return slices.BinarySearchFunc(s.rows, line, func(x activity, line int) int { return cmp.Compare(x.line, line) })
}

func (s *sheet) explain(x activity) (derivation.Derivation, bool) {
	q, err := ghg.NewQuantity(x.amount, x.plan.choice.unit)
	if err != nil {
		return derivation.Derivation{}, false
	}
	e, err := estimate.Of(x.plan.made.method(q, s.lineOf(x)))
	return e.Explain(), err == nil
}
