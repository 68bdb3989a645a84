package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// BackLoading says how far a pathway leaves its cuts to the last years.
type BackLoading struct {
	Target  Target  `json:"target"`
	Pathway Pathway `json:"pathway"`
	// Path and Line are the sums of the years after the base year, up to the
	// due year: on the pathway, and on the straight line from base to due year.
	// Of a goal that moves nobody will emit such sums, and there are none.
	Path Amount `json:"path"`
	Line Amount `json:"line"`
	// Index is Path/Line - 1. Above 0 the pathway emits more than the straight
	// line. It is undefined where that sums to less than nothing, on the way to
	// net removals: the quotient would have the wrong sign.
	Index ghg.Ratio `json:"index"`
	// LastTwoYears is the share of the whole cut that falls in the last two
	// years, (v(t-2) - T)/(B - T).
	LastTwoYears ghg.Ratio `json:"lastTwoYears"`
}

// BackLoading compares a pathway with the straight line from base to due year,
// without its milestones, by sums of calendar years. A goal without a base year
// has no such line; a goal that moves is compared in shares, as if its
// reference stayed at that of the due year.
func (t Target) BackLoading(p Pathway) (BackLoading, error) {
	switch {
	case t.def == nil:
		return BackLoading{}, ErrNoTarget
	case p.def == nil:
		return BackLoading{}, errNoPathway
	case t.def.first == 0 || len(t.def.levels) == 0:
		return BackLoading{}, fmt.Errorf("%s: %s: there is no straight line to compare with", t.of(), noBase)
	}
	if p.def.stated != nil && t.def.moves != nil {
		return BackLoading{}, &PathwayError{t.Name(), p.String(), t.Due(), movesNotStated, nil}
	}
	b := BackLoading{Target: t, Pathway: p}
	first, due := t.BaseYear(), t.Due()
	fixed := t.still()
	points := fixed.def.points()
	base, last := points[0], points[len(points)-1]
	var path, line, before decimal.Decimal
	before = base.value
	for y := first + 1; y <= due; y++ {
		v, err := fixed.Pathway(p, y)
		if err != nil {
			return BackLoading{}, err
		}
		path = path.Add(v.Tonnes())
		if y == due-2 {
			before = v.Tonnes()
		}
	}
	// A straight line over n years, its last included and its first not: n
	// times the mean of both ends, and half their difference.
	n := years(due - first)
	half := decimal.New(5, -1)
	line = base.value.Add(last.value).Mul(n).Mul(half).Add(last.value.Sub(base.value).Mul(half))
	b.Index = shareOf(path.Sub(line), line, "the sum of the straight line is")
	b.LastTwoYears = ghg.Undefined("the target asks for no cut")
	if base.value.GreaterThan(last.value) {
		b.LastTwoYears = ghg.Quotient(before.Sub(last.value), base.value.Sub(last.value), "")
	}
	if t.def.moves != nil {
		b.Path = Amount{why: "the goal moves: only shares are compared"}
		b.Line = b.Path
		return b, nil
	}
	var err error
	if b.Path.co2e, err = rounded(path, one, t.Metric()); err != nil {
		return BackLoading{}, err
	}
	if b.Line.co2e, err = rounded(line, one, t.Metric()); err != nil {
		return BackLoading{}, err
	}
	b.Path.ok, b.Line.ok = true, true
	return b, nil
}

// still is the target with its reference held at that of the due year, so that
// sums compare the shares alone.
func (t Target) still() Target {
	if t.def.moves == nil {
		return t
	}
	d := *t.def
	last := d.levels[len(d.levels)-1]
	at, err := d.reference(last.year, d.Metric)
	if err != nil {
		return t
	}
	left := func(l level) (num, den decimal.Decimal) { return l.left, one } // of the reference
	if d.ofUnit {
		n, den := d.start.parts()
		left = func(l level) (decimal.Decimal, decimal.Decimal) { return l.left.Mul(den), n }
	}
	d.moves, d.ofUnit, d.base = nil, false, at.co2e
	d.levels = nil
	for _, l := range t.def.levels {
		num, den := left(l)
		co2e, err := rounded(at.co2e.Tonnes().Mul(num), den, d.Metric)
		if err != nil {
			return t
		}
		d.levels = append(d.levels, level{year: l.year, co2e: co2e, cut: l.cut, standing: l.standing})
	}
	return Target{&d}
}

// IsBackLoaded reports whether the index is above a share: 10% is a common
// choice, and no standard's.
func (b BackLoading) IsBackLoaded(above ghg.Share) bool {
	v, ok := b.Index.Value()
	return ok && v.GreaterThan(above.Fraction())
}

// String is "stepwise: 20.6% above the straight line, 66.3% of the cut in the
// last two years".
func (b BackLoading) String() string {
	index, ok := b.Index.Value()
	if !ok {
		return fmt.Sprintf("%s: %s", b.Pathway, b.Index)
	}
	side := "above"
	if index.IsNegative() {
		side, index = "below", index.Neg()
	}
	s := fmt.Sprintf("%s: %s %s the straight line", b.Pathway, ghg.RatioOf(index).Percent(1), side)
	if !b.LastTwoYears.IsDefined() {
		return s
	}
	return fmt.Sprintf("%s, %s of the cut in the last two years", s, b.LastTwoYears.Percent(1))
}
