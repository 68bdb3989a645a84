package target

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The aspects of two targets, beside those of a [ghg.Basis].
const (
	AspectBaseYear ghg.Aspect = "base year" // or period; a forecast has none
	AspectBase     ghg.Aspect = "base"      // one base year, or forecast, told as two amounts
	AspectGoal     ghg.Aspect = "goal"      // the kind of goal, and its timeframe
)

// Comparison says whether two targets can be compared, and why not: successive plans
// of one place are often made on bases of their own. It compares what they are of,
// and no figures.
type Comparison struct {
	A, B Version // of two targets that are in no history the Number is 0
	// Differ are the aspects in which they differ: place, base year, base, edition,
	// view, gases, metric and goal, in this order.
	Differ []ghg.Differing
}

// Compare says whether the target can be compared with another, and why not. It is
// symmetric: the other way round A and B change places. A zero Target is
// [ErrNoTarget].
func (t Target) Compare(o Target) (Comparison, error) {
	if t.def == nil || o.def == nil {
		return Comparison{}, ErrNoTarget
	}
	return compare(Version{Target: t}, Version{Target: o}), nil
}

// Comparisons yields every pair of versions, the earlier one as A: 1 and 2, 1 and 3,
// 2 and 3.
func (h History) Comparisons() iter.Seq[Comparison] {
	return func(yield func(Comparison) bool) {
		all := h.versions()
		for i, b := range all {
			for _, a := range all[:i] {
				if !yield(compare(*a, *b)) {
					return
				}
			}
		}
	}
}

// CutsMeet reports whether the shares that the two cut can be compared: they differ in
// nothing.
func (c Comparison) CutsMeet() bool { return !c.A.Target.IsZero() && len(c.Differ) == 0 }

// LevelsMeet reports whether the amounts that the two allow can be compared, as a
// reduction or a gap: both set levels, of one place, edition, view, metric and gases.
// From other base years, or goals of another kind, the cuts do not meet all the same.
func (c Comparison) LevelsMeet() bool {
	a, b := c.A.Target, c.B.Target
	return a.def != nil && b.def != nil && len(a.def.levels) > 0 && len(b.def.levels) > 0 && meet(a.Basis(), b.Basis())
}

// In reports whether the two differ in an aspect.
func (c Comparison) In(a ghg.Aspect) bool {
	return slices.ContainsFunc(c.Differ, func(d ghg.Differing) bool { return d.Aspect == a })
}

// Err is nil where the cuts can be compared, and else a [*ghg.MismatchError].
func (c Comparison) Err() error {
	if len(c.Differ) == 0 {
		return nil
	}
	e := &ghg.MismatchError{A: c.A.of(), B: c.B.of(), Differ: slices.Clone(c.Differ)}
	if m, n := c.A.Target.Metric().ID(), c.B.Target.Metric().ID(); m != n {
		e.Err = &ghg.MetricMismatchError{A: m, B: n}
	}
	return e
}

// of is the version in messages.
func (v Version) of() string {
	if v.Number == 0 {
		return v.Target.of()
	}
	return fmt.Sprintf("version %d of %s", v.Number, v.Target.of())
}

func compare(a, b Version) Comparison {
	c := Comparison{A: a, B: b}
	x, y := a.Target, b.Target
	differ := func(aspect ghg.Aspect, of func(Target) string, remedy string) {
		if p, q := of(x), of(y); p != q {
			c.Differ = append(c.Differ, ghg.Differing{Aspect: aspect, A: p, B: q, Remedy: remedy})
		}
	}
	basis := basisDiffering(x, y)
	if len(basis) > 0 && basis[0].Aspect == ghg.AspectPlace {
		c.Differ, basis = append(c.Differ, basis[0]), basis[1:]
	}
	differ(AspectBaseYear, english.baseYear, "a cut counts from its base year: state both from one")
	if d, ok := baseDiffering(x, y); ok {
		c.Differ = append(c.Differ, d)
	}
	c.Differ = append(c.Differ, basis...)
	differ(AspectGoal, english.goal, "a cut from a base year and one from a forecast are two promises: compare amounts of the due year")
	return c
}

// basisDiffering are the aspects in which the bases of due year and base differ, each
// once.
func basisDiffering(x, y Target) []ghg.Differing {
	var out []ghg.Differing
	add := func(a, b ghg.Basis) {
		var e *ghg.MismatchError
		if !errors.As(a.Meets("", b, ""), &e) {
			return
		}
		for _, d := range e.Differ {
			if !slices.ContainsFunc(out, func(have ghg.Differing) bool { return have.Aspect == d.Aspect }) {
				out = append(out, d)
			}
		}
	}
	add(x.Basis(), y.Basis())
	if x.BaseYear() != 0 && y.BaseYear() != 0 {
		add(x.baseBasis(), y.baseBasis())
	}
	return out
}

// baseDiffering is one base year, or forecast, of one basis that is told as two
// amounts.
func baseDiffering(x, y Target) (ghg.Differing, bool) {
	d := ghg.Differing{Aspect: AspectBase, Remedy: "a cut is a share of its base: restate one"}
	a, forecastA := x.Goal().(BaselineScenario)
	b, forecastB := y.Goal().(BaselineScenario)
	if forecastA && forecastB {
		if !meet(a.Baseline.Basis(), b.Baseline.Basis()) || sameSeries(a.Baseline, b.Baseline) {
			return d, false
		}
		d.A, d.B = forecastText(a.Baseline, x.Due()), forecastText(b.Baseline, y.Due())
		return d, true
	}
	a1, a2 := x.BasePeriod()
	b1, b2 := y.BasePeriod()
	if a1 == 0 || a1 != b1 || a2 != b2 || x.Base().IsZero() || y.Base().IsZero() ||
		!meet(x.baseBasis(), y.baseBasis()) || x.Base().Equal(y.Base()) {
		return d, false
	}
	d.A, d.B = x.Base().String(), y.Base().String()
	return d, true
}

func forecastText(series ghg.Yearly, due int) string {
	f, _ := series.At(due)
	return fmt.Sprintf("%s in %d, of %s", f.CO2e, due, strconv.Quote(f.Source))
}

// String is "can be compared", or what cannot and why: "cannot be compared: base year
// (2005, none), boundary (with industry, without), goal (base year, static baseline
// forecast)".
func (c Comparison) String() string { return c.text(english) }

// Korean is the comparison in Korean.
func (c Comparison) Korean() string { return c.text(korean) }

func (c Comparison) text(w language) string {
	switch {
	case c.A.Target.IsZero() || c.B.Target.IsZero():
		return w.nothing
	case len(c.Differ) == 0:
		return w.compared
	}
	parts := make([]string, len(c.Differ))
	for i, d := range c.Differ {
		a, b := w.values(d, c.A.Target, c.B.Target)
		parts[i] = fmt.Sprintf("%s (%s; %s)", w.aspect(d.Aspect), a, b)
	}
	verdict := w.not
	if c.LevelsMeet() {
		verdict = w.levels
	}
	return verdict + ": " + strings.Join(parts, ", ")
}

type differingJSON struct {
	Aspect ghg.Aspect `json:"aspect"`
	A      string     `json:"a"`
	B      string     `json:"b"`
}

func exchangeDiffering(all []ghg.Differing) []differingJSON {
	out := make([]differingJSON, len(all))
	for i, d := range all {
		out[i] = differingJSON{d.Aspect, d.A, d.B}
	}
	return out
}

type comparedJSON struct {
	Version int    `json:"version,omitempty"`
	Name    string `json:"name"`
}

// MarshalJSON writes which two are compared, what of them meets, and each aspect in
// which they differ. The zero Comparison is refused with [ErrNoTarget].
func (c Comparison) MarshalJSON() ([]byte, error) {
	if c.A.Target.IsZero() || c.B.Target.IsZero() {
		return nil, ErrNoTarget
	}
	return json.Marshal(struct {
		A          comparedJSON    `json:"a"`
		B          comparedJSON    `json:"b"`
		CutsMeet   bool            `json:"cutsMeet"`
		LevelsMeet bool            `json:"levelsMeet"`
		Differ     []differingJSON `json:"differ"`
	}{comparedJSON{c.A.Number, c.A.Target.Name()}, comparedJSON{c.B.Number, c.B.Target.Name()},
		c.CutsMeet(), c.LevelsMeet(), exchangeDiffering(c.Differ)})
}
