package ghg

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// RecomputePlaces is the precision, in decimal places of a tonne, to which CO2e
// of one gas is taken from one metric to another: amount × new GWP / old GWP,
// rounded once, half away from zero.
const RecomputePlaces = 12

// one is the factor of CO2e that is taken as it is.
var one = decimal.New(1, 0)

// Total is the answer to one question of an inventory: what does a view add up
// to in a metric? It lists the lines behind the amount, the lines left out and
// why, the lines that could not join, and how complete it is.
type Total struct {
	View   View
	Metric Metric
	Amount
	// LeftOut are the records that the view does not count.
	LeftOut []LeftOut
	// Memo is the biogenic CO2 in the view's categories, which no total holds.
	Memo     Mass
	Coverage Coverage

	inv   *inventory
	cover coverage
}

// Amount is a sum with what stands behind it.
type Amount struct {
	// CO2e is the sum; zero where it is withheld.
	CO2e CO2e
	// Lines are the records in the sum.
	Lines []Line
	// Unjoined are the lines that should be in the sum and cannot. If there
	// are any, the sum is withheld.
	Unjoined []Unjoined
}

// Withheld reports whether lines are missing from the sum, so that it is not
// given.
func (a Amount) Withheld() bool { return len(a.Unjoined) > 0 }

// Line is a record within a sum and what it counts there.
type Line struct {
	CO2e CO2e
	// GWP is the factor that a mass was multiplied by, or 1.
	GWP decimal.Decimal
	// From is the metric that CO2e of one gas was taken from, which for CO2 may
	// be [Unstated]; the zero Metric where it was on the metric of the total.
	From Metric
	at   rowOf
}

// rowOf is a row of an inventory.
type rowOf struct {
	inv *inventory
	i   int32
}

func (at rowOf) row() *row { return &at.inv.rows[at.i] }

// record is that of the row, or the zero Record of none.
func (at rowOf) record() Record {
	if at.inv == nil {
		return Record{}
	}
	return at.inv.record(int(at.i))
}

// Record is the record behind the line.
func (l Line) Record() Record { return l.at.record() }

// Explain is the line as arithmetic with its source: "I.1.1 CH4: 3 t × 28 =
// 84 tCO2e (AR5), line 7".
func (l Line) Explain() string {
	if l.at.inv == nil {
		return "no line"
	}
	r := l.at.row()
	var b strings.Builder
	b.WriteString(strings.TrimSpace(l.at.inv.category(r).Code + " " + r.gas.String()))
	number := r.value
	number.gas = Gas{} // it is named before
	b.WriteString(": " + number.numberText())
	switch {
	case r.value.kind == emitted:
		fmt.Fprintf(&b, " × %s = %s", l.GWP, l.CO2e)
	case !l.From.IsZero() && r.gas == CO2:
		fmt.Fprintf(&b, ", as CO2 counts 1 in every metric = %s", l.CO2e)
	case !l.From.IsZero():
		fmt.Fprintf(&b, ", recomputed by the ratio of the GWPs = %s", l.CO2e)
	}
	if r.line > 0 {
		fmt.Fprintf(&b, ", line %d", r.line)
	}
	if e := r.evidence; e != nil {
		for _, s := range []string{e.Method, e.Source, e.Assumption} {
			if s != "" {
				b.WriteString(", " + s)
			}
		}
	}
	return b.String()
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
)

var whyNames = [...]string{"", "outside the view", "another variant is taken", "not selected by its tags", "memo item", "no number"}

// String is the reason in words.
func (w Why) String() string { return nameOf(whyNames[:], int(w)) }

// LeftOut is a record that the view does not count.
type LeftOut struct {
	Why Why
	at  rowOf
}

// Record is the record left out.
func (l LeftOut) Record() Record { return l.at.record() }

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
	return fmt.Sprintf("total %s in %s is withheld: %d lines cannot join it, the first because: %s", e.View, e.Metric, e.Lines, e.First)
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
		return Total{}, fmt.Errorf("view %s is not one of the inventory's scheme %s", v, inv.Scheme().ID())
	}
	t := Total{View: v, Metric: m, inv: inv.def}
	conflicts := inv.def.variantConflicts(v.def)
	cover := newCoverage(v.def)
	for i := range inv.def.rows {
		r, at := &inv.def.rows[i], rowOf{inv.def, int32(i)}
		why := v.def.leavesOut(r)
		if why == 0 || why == NotANumber {
			cover.see(r.node, r.value)
		}
		if why != 0 {
			if why == MemoItem && r.value.IsNumber() {
				t.Memo.t = t.Memo.t.Add(r.value.t())
			}
			t.LeftOut = append(t.LeftOut, LeftOut{why, at})
			continue
		}
		line, err := at.count(m)
		if conflict := conflicts[r.node]; conflict != nil {
			err = conflict
		}
		if err != nil {
			t.Unjoined = append(t.Unjoined, Unjoined{err, at})
			continue
		}
		t.Lines = append(t.Lines, line)
	}
	t.Memo.gas = CO2Biogenic
	t.cover = cover
	t.Coverage = cover.of(func(int32) bool { return true })
	t.CO2e = sum(t.Lines, t.Withheld(), m)
	if t.Withheld() {
		return t, &WithheldError{v.ID(), m.ID(), len(t.Unjoined), t.Unjoined[0].Err}
	}
	return t, nil
}

func sum(lines []Line, withheld bool, m Metric) CO2e {
	total := CO2e{m: m}
	if withheld {
		return total
	}
	for i := range lines {
		total.t = total.t.Add(lines[i].CO2e.t)
	}
	return total
}

// leavesOut says why the view does not count a record, or 0.
func (v *view) leavesOut(r *row) Why {
	if !v.selects[r.node] {
		return OutsideView
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
		if r.variant == NoVariant || v.leavesOut(r) != 0 {
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

// count says what a row counts in a metric.
func (at rowOf) count(m Metric) (Line, error) {
	line := Line{GWP: one, at: at}
	line.CO2e.m = m
	r := at.row()
	v := r.value
	if v.kind == emitted {
		gwp, err := m.GWP(at.originIn(m))
		if err != nil {
			return line, err
		}
		line.GWP, line.CO2e.t = gwp, v.t().Mul(gwp)
		return line, nil
	}
	on := v.metricOf()
	if on.ID() == m.ID() {
		line.CO2e.t = v.t()
		return line, nil
	}
	if r.gas == CO2 { // 1 in every metric, stated or not
		line.CO2e.t, line.From = v.t(), on
		return line, nil
	}
	mismatch := &MetricMismatchError{on.ID(), m.ID()}
	switch {
	case on.ID() == "":
		return line, fmt.Errorf("%w; if the metric of the line is known, state it", mismatch)
	case r.gas.IsZero():
		return line, fmt.Errorf("%w; %w", mismatch, ErrAllGases)
	case m.ID() == "":
		return line, fmt.Errorf("%w; ask for the total in %s", mismatch, on)
	}
	oldGWP, err := on.GWP(at.originIn(on))
	if err != nil {
		return line, err
	}
	newGWP, err := m.GWP(at.originIn(m))
	if err != nil {
		return line, err
	}
	line.CO2e.t, err = exact.Quotient(v.t().Mul(newGWP), oldGWP, RecomputePlaces)
	line.From = on
	return line, err
}

// originIn is the gas of a row as a metric counts it: methane of unstated origin
// has the origin of its category, where the scheme knows it and the metric tells
// origins apart.
func (at rowOf) originIn(m Metric) Gas {
	r := at.row()
	if origin := at.inv.scheme.def.Nodes[r.node].CH4; r.gas == CH4 && !origin.IsZero() {
		if _, err := m.GWP(CH4); err != nil {
			return origin
		}
	}
	return r.gas
}

// Explain writes the total as its arithmetic: a line for each record in it,
// then the records left out that hold a number, then those that cannot join.
func (t Total) Explain() string {
	if t.inv == nil {
		return "no total\n"
	}
	var b strings.Builder
	amount := t.CO2e.String()
	if t.Withheld() {
		amount = "withheld"
	}
	fmt.Fprintf(&b, "%s, %s %s: %s\n", t.View, t.inv.place, t.inv.period, amount)
	fmt.Fprintf(&b, "  metric %s: %s\n  coverage: %s\n", t.Metric, t.Metric.Title(), t.Coverage)
	for _, l := range t.Lines {
		b.WriteString("  " + l.Explain() + "\n")
	}
	for _, l := range t.LeftOut {
		if r := l.at.row(); r.value.IsNumber() {
			fmt.Fprintf(&b, "  not counted, %s: %s %s\n", l.Why, t.inv.category(r).Code, r.value)
		}
	}
	for _, u := range t.Unjoined {
		r := u.at.row()
		fmt.Fprintf(&b, "  cannot join: %s %s: %s\n", t.inv.category(r).Code, r.value, u.Err)
	}
	return b.String()
}
