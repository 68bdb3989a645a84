package drivers

import (
	"github.com/localghg/localghg/ghg/words"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Where the method comes from.
const sources = "Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; " +
	"zeros: Ang, Zhang and Choi (1998), Energy 23"

// Explain writes the decomposition as its arithmetic: the identity, the totals,
// the effects of all categories together and of each, and what rounding and
// zeros did.
func (d Decomposition) Explain() string {
	if d.identity.IsZero() {
		return d.String() + "\n"
	}
	var b words.Rows
	b.Row("method", "LMDI-I, additive, endpoint: %d and %d are compared, and what lies between them plays no part", d.from.year, d.to.year)
	d.explainFormula(&b)
	places := textPlaces(d.from, d.to)
	explainChange(&b, d.from, d.to, d.Change(), d.Effects(), d.Unexplained())
	for c := range d.Categories() {
		if len(d.changes) == 1 {
			break // it is the whole
		}
		b.Row("category", "%s: %s -> %s = %s: %s", c.Category, c.From, c.To, plus(c.Change), sumText(c.Effects, c.Unexplained, places))
	}
	explainRounding(&b, d.identity)
	d.explainZeros(&b)
	b.Row("source", sources)
	return b.String()
}

func (d Decomposition) explainFormula(b *words.Rows) {
	b.Row("identity", "%s", d.identity)
	b.Row("effect", "L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a")
}

func explainChange(b *words.Rows, from, to Point, change decimal.Decimal, effects []Effect, unexplained decimal.Decimal) {
	unit := from.identity.unit
	b.Row("change", "%s (%d) - %s (%d) = %s %s", to.Total(), to.year, from.Total(), from.year, plus(change), unit)
	places := textPlaces(from, to)
	parts := make([]decimal.Decimal, 0, len(effects)+1)
	for _, e := range effects {
		parts = append(parts, e.Amount)
	}
	parts = exact.LargestRemainder(append(parts, unexplained), places)
	for j, e := range effects {
		b.Row("  effect", "%s: %s %s", e.Factor.Name, plus(parts[j]), unit)
	}
	if !unexplained.IsZero() {
		b.Row("  unexplained", "%s %s, as stated amounts differ from the products of their factors", plus(parts[len(effects)]), unit)
	}
}

func explainRounding(b *words.Rows, id Identity) {
	b.Row("rounding", "effects are held to %d decimal places of %s and add up to each category's change by largest remainder; "+
		"each line here is rounded once more", EffectPlaces, id.unit)
}

// explainZeros says which categories began or ended.
func (d Decomposition) explainZeros(b *words.Rows) {
	for _, c := range d.changes {
		if c.began() {
			b.Row("  zero", "%d, %s began: equal parts to the factors that were zero", d.to.year, c.from.category)
		}
		if c.ended() {
			b.Row("  zero", "%d, %s ended: equal parts to the factors that became zero", d.to.year, c.from.category)
		}
	}
}

// Explain writes the chain as its arithmetic: the effects over all steps, and
// those of each step.
func (c Chained) Explain() string {
	if len(c.steps) == 0 {
		return c.String() + "\n"
	}
	var b words.Rows
	b.Row("method", "LMDI-I, additive, chained: %s, each step decomposed by itself and the effects added up", c.years())
	c.steps[0].explainFormula(&b)
	explainChange(&b, c.From(), c.To(), c.Change(), c.Effects(), c.Unexplained())
	for _, d := range c.steps {
		b.Row("step", "%s", d)
	}
	explainRounding(&b, c.identity())
	for _, d := range c.steps {
		d.explainZeros(&b)
	}
	b.Row("source", sources)
	return b.String()
}
