package ghg

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// RecomputePlaces is the precision, in decimal places of a tonne, to which CO2e
// of one gas is taken from one metric to another: amount × new GWP / old GWP,
// rounded once, half away from zero.
const RecomputePlaces = 12

// Total is the answer to one question of an inventory: what does a view add up
// to in a metric? It lists the lines behind the amount, the lines left out and
// why, the lines that could not join, and how complete it is.
type Total struct {
	View   View
	Metric Metric
	Amount
	// LeftOut are the records that the view does not count.
	LeftOut []LeftOut
	// Memo is the biogenic CO2 in the view's categories, which no total holds; it is
	// unset where none is reported ([Mass.IsUnset]).
	Memo     Mass
	Coverage Coverage

	inv *inventory
}

// Amount is a sum with what stands behind it.
type Amount struct {
	// CO2e is the sum; zero where it is withheld, and where nothing is reported
	// ([Amount.IsReported]).
	CO2e CO2e
	// Lines are the records in the sum.
	Lines Lines
	// Unjoined are the lines that should be in the sum and cannot. If there
	// are any, the sum is withheld.
	Unjoined []Unjoined

	none bool // nothing is reported
}

// Withheld reports whether lines are missing from the sum, so that it is not
// given.
func (a Amount) Withheld() bool { return len(a.Unjoined) > 0 }

// IsReported reports whether there is anything that the sum is of: a number, or NO in
// all that is required, which makes it 0. A sum of nothing is no figure: what is
// missing, not estimated or included elsewhere is not 0.
func (a Amount) IsReported() bool { return !a.none }

// nothingReported stands where no number is reported, in tables and texts.
const nothingReported = "–"

// String is the sum, "withheld", or "–" where nothing is reported.
func (a Amount) String() string {
	switch {
	case a.Withheld():
		return "withheld"
	case a.none:
		return nothingReported
	}
	return a.CO2e.String()
}

// settle says whether anything is reported, which the coverage of the sum shows where
// there are no lines.
func (a *Amount) settle(c Coverage) {
	a.none = !a.Withheld() && a.Lines.Len() == 0 && (c.Required == 0 || c.NO < c.Required)
}

// Unjoined is a line that belongs to a sum and cannot join it.
type Unjoined struct {
	Err error // says why and what to do
	at  rowOf
}

// Record is the record behind the line.
func (u Unjoined) Record() Record { return u.at.record() }

// Why says why a record is not in a total.
type Why uint8

// The reasons for leaving a record out of a total.
const (
	OutsideView  Why = iota + 1 // its category is not selected
	OtherVariant                // the view takes the alternative
	OtherTags                   // the view selects by tag
	MemoItem                    // biogenic CO2
	NotANumber                  // a notation key, or missing
	OtherStatus                 // another status is asked for ([Inventory.Taking])
	Overridden                  // a provider's default in whose stead the place has a figure of its own
)

var whys = [...]words.Term{{}, {En: "outside the view", Ko: "집계범위 밖"}, {En: "another variant is taken", Ko: "다른 산정방식을 씀"},
	{En: "not selected by its tags", Ko: "태그로 제외됨"}, {En: "memo item", Ko: "참고 항목"}, {En: "no number", Ko: "수치 없음"},
	{En: "another status is taken", Ko: "다른 상태의 수치를 씀"}, {En: "a default that is overridden", Ko: "자체값으로 대신한 기본값"}}

var whyNames = englishOf(whys[:])

// String is the reason in words.
func (w Why) String() string { return nameOf(whyNames, int(w)) }

// MarshalText writes what String says.
func (w Why) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// Korean is the reason in Korean.
func (w Why) Korean() string { return nameKoOf(whys[:], int(w)) }

// LeftOut is a record that the view does not count.
type LeftOut struct {
	Why Why
	i   int32 // row
	inv *inventory
}

// Record is the record left out.
func (l LeftOut) Record() Record { return rowOf{l.inv, l.i}.record() }

// ErrAllGases says that CO2e of all gases together cannot be taken to another
// metric: which gases it holds is not known.
var ErrAllGases = errors.New("CO2e of all gases together cannot be recomputed, as its gases are not known: report masses by gas")

// WithheldError says that a total is not given because lines cannot join it.
// The total that comes with it lists them in Unjoined.
type WithheldError struct {
	View   ViewID
	Metric MetricID
	Lines  int   // how many cannot join
	First  error // why the first cannot
}

func (e *WithheldError) Error() string {
	return fmt.Sprintf("total %s in %s is withheld: %d lines cannot join it, the first because: %s",
		e.View.label(), e.Metric, e.Lines, e.First)
}

// Unwrap is the reason of the first line.
func (e *WithheldError) Unwrap() error { return e.First }

// VariantError says that a category holds two alternatives and the view takes
// neither.
type VariantError struct {
	Category Category
	A, B     Variant
}

func (e *VariantError) Error() string {
	return fmt.Sprintf("category %s holds %s and %s figures, which are alternatives and never added: choose one with View.WithVariant",
		e.Category.Code, e.A, e.B)
}

// Total adds up the records that a view selects, in a metric. Masses are
// multiplied by their GWP, exactly; CO2e of the metric is taken as it is; CO2e
// of one gas on another metric is recomputed to [RecomputePlaces]; CO2e of all
// gases on another metric cannot join.
//
// If lines cannot join, the amount is withheld: the error is a
// [*WithheldError], and the Total still holds its lists and coverage.
func (inv Inventory) Total(v View, m Metric) (Total, error) {
	switch {
	case inv.def == nil:
		return Total{}, ErrNoInventory
	case m.IsZero():
		return Total{}, ErrNoMetric
	case v.IsZero():
		return Total{}, ErrNoView
	case v.IsDeclared():
		return Total{}, fmt.Errorf("view %s is declared: what it selects is not known, so no total can be computed through it", v)
	case v.def.id.Scheme != inv.Scheme().ID():
		return Total{}, fmt.Errorf("view %s is not one of the inventory's scheme %s", v.ID(), inv.Scheme().ID())
	}
	t := Total{View: v, Metric: m, inv: inv.def}
	t.add(inv.def.variantConflicts(v.def), inv.def.statusConflicts(v.def))
	if t.Withheld() {
		return t, &WithheldError{v.ID(), m.ID(), len(t.Unjoined), t.Unjoined[0].Err}
	}
	return t, nil
}

// add adds up the rows, of which some are refused by their category, or for themselves.
func (t *Total) add(conflicts, rowConflicts map[int32]error) {
	rows := t.inv.rows
	met := newCoverage(t.View.def)
	count := counter{inv: t.inv, metric: t.Metric}
	var amount, memo sum
	hasMemo := false
	var lines []int32
	n, out := 0, 0
	for i := range rows {
		r := &rows[i]
		why := t.inv.leavesOut(t.View.def, i)
		if why == 0 || why == NotANumber {
			met.see(r.node, r.value)
		}
		if why != 0 {
			out++
			if why == MemoItem && r.value.IsNumber() {
				hasMemo = true
				memo.add(r.value.number(), 1, 0)
			}
			continue
		}
		err := conflicts[r.node]
		if err == nil && rowConflicts != nil {
			err = rowConflicts[int32(i)]
		}
		if err == nil {
			err = count.add(&amount, int32(i))
		}
		if err != nil {
			t.Unjoined = append(t.Unjoined, Unjoined{err, rowOf{t.inv, int32(i)}})
			continue
		}
		if n < i { // an earlier row is no line
			if lines == nil {
				lines = firstRows(n, len(rows))
			}
			lines = append(lines, int32(i))
		}
		n++
	}
	if lines == nil && n < len(rows) {
		lines = firstRows(n, n)
	}
	t.Lines = Lines{t.inv, t.Metric, lines}
	t.listLeftOut(out)
	if hasMemo {
		t.Memo = Mass{memo.decimal(), CO2Biogenic}
	}
	t.Coverage = met.all()
	t.CO2e.m = t.Metric
	if !t.Withheld() {
		t.CO2e.t = amount.decimal()
	}
	t.settle(t.Coverage)
}

// met is what was met in the categories of the view. A total does not keep it: in a small
// one it would take as much as the lines.
func (t *Total) met() coverage {
	c := newCoverage(t.View.def)
	for i := range t.inv.rows {
		r := &t.inv.rows[i]
		if why := t.inv.leavesOut(t.View.def, i); why == 0 || why == NotANumber {
			c.see(r.node, r.value)
		}
	}
	return c
}

// listLeftOut lists the rows left out, of which there are n.
func (t *Total) listLeftOut(n int) {
	if n == 0 {
		return
	}
	t.LeftOut = make([]LeftOut, 0, n)
	for i := range t.inv.rows {
		if why := t.inv.leavesOut(t.View.def, i); why != 0 {
			t.LeftOut = append(t.LeftOut, LeftOut{why, int32(i), t.inv})
		}
	}
}

// leavesOut says why a view does not count a record, or 0.
func (inv *inventory) leavesOut(v *view, i int) Why {
	r := &inv.rows[i]
	if !v.selects[r.node] {
		return OutsideView
	}
	if why := inv.out(i); why != 0 {
		return why
	}
	for _, x := range v.Variants {
		if r.variant == x.alternative() {
			return OtherVariant
		}
	}
	for _, tag := range v.With {
		if !r.tags().Has(tag) {
			return OtherTags
		}
	}
	for _, tag := range v.Without {
		if r.tags().Has(tag) {
			return OtherTags
		}
	}
	switch {
	case r.gas.IsMemo():
		return MemoItem
	case r.value.kind == missing:
		return NotANumber
	}
	return 0
}

// variantConflicts finds the categories whose counted records hold two
// alternatives.
func (inv *inventory) variantConflicts(v *view) map[int32]error {
	var seen map[int32][FuelBased + 1]bool
	var out map[int32]error
	for i := range inv.rows {
		r := &inv.rows[i]
		if r.variant == NoVariant || inv.leavesOut(v, i) != 0 {
			continue
		}
		if seen == nil {
			seen, out = map[int32][FuelBased + 1]bool{}, map[int32]error{}
		}
		s := seen[r.node]
		s[r.variant] = true
		seen[r.node] = s
		if a := r.variant.alternative(); s[a] && out[r.node] == nil {
			out[r.node] = &VariantError{inv.category(r), min(a, r.variant), max(a, r.variant)}
		}
	}
	return out
}
