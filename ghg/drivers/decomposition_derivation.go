package drivers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Explain is the change of the category as a derivation: the factors of both years, their
// products, and the effects Z = L(vT, v0) ln(xT/x0), which close to the change of the
// product, with the zero cases as steps of their own.
func (c CategoryChange) Explain() derivation.Derivation {
	if c.of.identity.IsZero() {
		return derivation.Derivation{}
	}
	from, to := c.of.from.year, c.of.to.year
	return c.of.changes[c.at].explain(c.of.identity, from, to, lmdiWords.title.With(c.Category, from, to))
}

func (c change) explain(id Identity, from, to int, title words.Term) derivation.Derivation {
	s := &sheet{}
	c.add(s, id, from, to)
	change, formula := c.to.stated.Sub(c.from.stated), "vT - v0"
	if c.from.isStated() || c.to.isStated() {
		s.Given("s0", lmdiWords.stated.With(from), id.unit, "", derivation.Number(c.from.stated))
		s.Given("sT", lmdiWords.stated.With(to), id.unit, "", derivation.Number(c.to.stated))
		s.Computed("U", lmdiWords.unexplained, id.unit, "sT - s0 - sum(f: z[f])", exactly, derivation.Number(c.unexplained()))
		formula = "sT - s0"
	}
	s.Computed("C", lmdiWords.change, id.unit, formula, exactly, derivation.Number(change))
	return s.made(title)
}

// mostFrom is of how many values the derivations behind them are named: to name one is to
// make it.
const mostFrom = 200

// line is a category, or a step of a chain, in the table of a decomposition.
type line struct {
	label       words.Term
	from, to    decimal.Decimal
	effects     []Effect
	unexplained decimal.Decimal
	behind      func() derivation.Derivation
}

// Explain is the decomposition as a derivation. Of one category it is that of the category
// ([CategoryChange.Explain]); of several, the effects of each, with the derivation that they
// come from, and their sums.
func (d Decomposition) Explain() derivation.Derivation {
	if d.identity.IsZero() {
		return derivation.Derivation{}
	}
	title := lmdiWords.all.With(d.from.year, d.to.year)
	if len(d.changes) == 1 {
		return d.changes[0].explain(d.identity, d.from.year, d.to.year, title)
	}
	var lines []line
	for c := range d.Categories() {
		lines = append(lines, line{same(c.Category), c.From, c.To, c.Effects, c.Unexplained, c.Explain})
	}
	return explainLines("c", d.identity, title, d.from, d.to, lines, false)
}

// Explain is the chain as a derivation: the effects of each step, with the derivation that
// they come from, and their sums.
func (c Chained) Explain() derivation.Derivation {
	if len(c.steps) == 0 {
		return derivation.Derivation{}
	}
	lines := make([]line, len(c.steps))
	for i, d := range c.steps {
		years := fmt.Sprintf("%d~%d", d.from.year, d.to.year)
		lines[i] = line{same(years), d.from.Total(), d.to.Total(), d.Effects(), d.Unexplained(), d.Explain}
	}
	years := strings.ReplaceAll(c.years(), " to ", "~")
	title := lmdiWords.chained.With(words.Term{En: c.years(), Ko: years})
	return explainLines("s", c.identity(), title, c.From(), c.To(), lines, true)
}

// explainLines is a table of lines with its sums, which are the change of the whole.
func explainLines(index string, id Identity, title words.Term, from, to Point, lines []line, isChain bool) derivation.Derivation {
	s := &sheet{}
	rows := make([]derivation.Row, len(lines))
	e0, eT, u := make([]decimal.Decimal, len(lines)), make([]decimal.Decimal, len(lines)), make([]decimal.Decimal, len(lines))
	effects := make([][]derivation.Value, len(id.factors))
	sums := make([]decimal.Decimal, len(id.factors))
	var unexplained decimal.Decimal
	for i, l := range lines {
		rows[i] = derivation.Row{ID: strconv.Itoa(i + 1), Label: l.label}
		e0[i], eT[i], u[i], unexplained = l.from, l.to, l.unexplained, unexplained.Add(l.unexplained)
		behind := ""
		if len(lines) <= mostFrom {
			behind = l.behind().ID()
		}
		for j, e := range l.effects {
			effects[j] = append(effects[j], derivation.Value{Number: e.Amount, From: behind})
			sums[j] = sums[j].Add(e.Amount)
		}
	}
	s.Index(index, rows...)
	column := func(x *derivation.Step) { x.Index = index }
	column(s.Given("e0", lmdiWords.amounts.With(from.year), id.unit, "", derivation.Numbers(e0...)...))
	column(s.Given("eT", lmdiWords.amounts.With(to.year), id.unit, "", derivation.Numbers(eT...)...))
	if isChain {
		s.Steps[0].What, s.Steps[1].What = chainFrom, chainTo
	}
	var parts []string
	for j, f := range id.factors {
		n := strconv.Itoa(j + 1)
		column(s.Given("z"+n, lmdiWords.changeOf.With(f.term()), id.unit, "", effects[j]...))
		parts = append(parts, "Z"+n)
	}
	if !unexplained.IsZero() {
		column(s.Given("u", lmdiWords.unexplained, id.unit, "", derivation.Numbers(u...)...))
	}
	cell := "[" + index + "]"
	of := func(column string) string { return "sum(" + index + ": " + column + cell + ")" }
	for j, f := range id.factors {
		n := strconv.Itoa(j + 1)
		s.Computed("Z"+n, lmdiWords.sum.With(f.term()), id.unit, of("z"+n), exactly, derivation.Number(sums[j]))
	}
	if !unexplained.IsZero() {
		s.Computed("U", lmdiWords.unexplained, id.unit, of("u"), exactly, derivation.Number(unexplained))
		parts = append(parts, "U")
	}
	change := to.Total().Sub(from.Total())
	s.Computed("D", lmdiWords.change, id.unit, "sum("+index+": eT"+cell+" - e0"+cell+")", exactly, derivation.Number(change))
	s.Computed("C", lmdiWords.check, id.unit, strings.Join(parts, " + "), exactly, derivation.Number(change))
	return s.made(title)
}

var (
	chainFrom = words.Term{En: "amount at the start of the step", Ko: "구간 시작 배출량"}
	chainTo   = words.Term{En: "amount at the end of the step", Ko: "구간 끝 배출량"}
)
