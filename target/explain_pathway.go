package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// rule is a pathway in the grammar of derivations, over a and z, the levels of the years
// ya and yz, and y; with what else it needs.
type rule struct {
	formula string
	needs   []derivation.Step
}

var (
	linearRule    = rule{formula: "a + (z - a) × (y - ya) / (yz - ya)"}
	geometricRule = rule{formula: "a × (z / a)^((y - ya) / (yz - ya))"}
)

// named is the name of the pathway in both languages.
func (p Pathway) named() words.Term {
	if p.def.nameKo == "" {
		return words.Term{En: p.def.name, Ko: p.def.name}
	}
	return words.Term{En: p.def.name, Ko: p.def.nameKo}
}

// pathway states where emissions should stand, and how far they are from it.
func (w *panelSheet) pathway() {
	p, t := w.p, w.p.Target
	name := what.path.With(p.Pathway.named())
	switch first := t.def.points()[0].year; {
	case p.Year >= t.Due():
		w.exact("v", name, "T", w.levelWhen, p.OnPathway)
	case p.Year < first:
		w.exact("v", name, "T", all(w.levelWhen, fmt.Sprintf("y ≥ %d", first)), p.OnPathway)
	default:
		w.value("v", name, p.Pathway, p.OnPathway)
	}
}

// value adds the value of a pathway in the year asked.
func (w *panelSheet) value(symbol string, name words.Term, shape Pathway, v Amount) {
	p, t := w.p, w.p.Target
	a, z, _ := t.around(shape, p.Year) // it was found before
	for _, l := range []point{a, z} {
		if l.year == p.Year {
			w.exact(symbol, name, w.levelOf(l.year), "", v)
			return
		}
	}
	if shape.def.stated != nil {
		w.Given(symbol, what.pathStated.With(shape.named()), w.unit, shape.Formula()[len(statedBy):], ofAmount(v))
		return
	}
	w.between(a, z)
	base := "B"
	switch {
	case t.def.ofUnit:
		base = "u"
	case t.def.moves != nil:
		base = "1"
	}
	r := shape.def.rule(a, z, base)
	for _, n := range r.needs {
		if n.Kind == derivation.Computed {
			n.Unit = w.unitOfLevels()
			n.Values = []derivation.Value{derivation.Number(w.residual(n.Values[0].Number))}
		}
		w.Add(n)
	}
	formula := r.formula
	if w.of != "" {
		formula = "(" + formula + ") × " + w.of
	}
	if w.over != "" {
		formula += " / " + w.over
	}
	w.amount(symbol, name, formula, w.levelWhen, v)
}

// residual is a share of what the levels are measured in.
func (w *panelSheet) residual(share decimal.Decimal) decimal.Decimal {
	t := w.p.Target
	switch {
	case t.def.ofUnit:
		return t.def.points()[0].value.Mul(share)
	case t.def.moves != nil:
		return share
	}
	return t.def.base.Tonnes().Mul(share)
}

func (w *panelSheet) unitOfLevels() string { return w.levelsOf(w.p.Target) }

// levelsOf is the unit of the levels of a target: none where they are shares, and an amount
// for each of the activity where they are of one unit of it.
func (s *sheet) levelsOf(t Target) string {
	switch activity, _ := movedBy(t.Goal()); {
	case t.def.ofUnit:
		return derivation.Per(s.unit, activity.Unit())
	case t.def.moves != nil:
		return ""
	}
	return s.unit
}

// between states the levels before and after the year, once.
func (w *panelSheet) between(a, z point) {
	if w.has("ya") {
		return
	}
	w.year("ya", what.before, a.year)
	w.year("yz", what.after, z.year)
	for _, x := range []struct {
		symbol string
		name   words.Term
		point
	}{{"a", what.levelBefore, a}, {"z", what.levelAfter, z}} {
		w.Computed(x.symbol, x.name, w.unitOfLevels(), w.runOf(x.year), derivation.Rounding{}, derivation.Number(x.value))
	}
}

func (w *panelSheet) has(symbol string) bool {
	for _, s := range w.Steps {
		if s.Symbol == symbol {
			return true
		}
	}
	return false
}

// levelOf is the level of a year as an amount, in symbols.
func (w *panelSheet) levelOf(year int) string {
	t := w.p.Target
	switch {
	case year == t.BaseYear():
		return w.start
	case year == t.Due():
		return w.due
	}
	for _, l := range t.def.levels {
		if l.year == year && l.cut.IsUnset() && t.def.moves == nil {
			return fmt.Sprintf("N[%d]", year)
		}
	}
	return fmt.Sprintf("M[%d]", year)
}

// runOf is the level of a year as pathways run through it: an amount, the share left of a
// reference, or the amount of one unit.
func (w *panelSheet) runOf(year int) string {
	t := w.p.Target
	base, due := year == t.BaseYear(), year == t.Due()
	switch {
	case t.def.moves == nil:
		return w.levelOf(year)
	case t.def.ofUnit && base:
		return "u"
	case t.def.ofUnit && due:
		return "L"
	case t.def.ofUnit:
		return fmt.Sprintf("l[%d]", year)
	case base:
		return "1"
	case due:
		return "1 - cut"
	}
	return fmt.Sprintf("1 - c[%d]", year)
}
