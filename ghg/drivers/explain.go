package drivers

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Where the method comes from.
const sources = "Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23"

// explanation is a text of named lines.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-13s "+format+"\n", append([]any{name}, a...)...)
}

// Explain writes the decomposition as its arithmetic: the identity, the totals,
// the effects of all categories together and of each, and what rounding and
// zeros did.
func (d Decomposition) Explain() string {
	if d.identity.IsZero() {
		return d.String() + "\n"
	}
	var b explanation
	b.line("method", "LMDI-I, additive, endpoint: %d and %d are compared, and what lies between them plays no part", d.from.year, d.to.year)
	d.explainFormula(&b)
	explainChange(&b, d.from, d.to, d.Change(), d.Effects(), d.Unexplained())
	for c := range d.Categories() {
		if len(d.changes) == 1 {
			break // it is the whole
		}
		b.line("category", "%s: %s -> %s = %s: %s", c.Category, c.From, c.To, plus(c.Change), sumText(c.Effects, c.Unexplained))
	}
	explainRounding(&b, d.places)
	d.explainClosing(&b)
	b.line("source", sources)
	return b.String()
}

func (d Decomposition) explainFormula(b *explanation) {
	b.line("identity", "%s", d.identity)
	b.line("effect", "L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a")
}

func explainChange(b *explanation, from, to Point, change decimal.Decimal, effects []Effect, unexplained decimal.Decimal) {
	unit := from.identity.unit
	b.line("change", "%s (%d) - %s (%d) = %s %s", to.Total(), to.year, from.Total(), from.year, plus(change), unit)
	for _, e := range effects {
		b.line("  effect", "%s: %s %s", e.Factor.Name, plus(e.Amount), unit)
	}
	if !unexplained.IsZero() {
		b.line("  unexplained", "%s %s, as stated amounts differ from the products of their factors", plus(unexplained), unit)
	}
}

func explainRounding(b *explanation, places int32) {
	b.line("rounding", "effects to %d decimal places, half away from zero; in each category the largest effect takes what is left, so that all add up", places)
}

// explainClosing says which effects are not what rounding alone would give.
func (d Decomposition) explainClosing(b *explanation) {
	for _, c := range d.changes {
		if !c.closing.IsZero() {
			b.line("  closing", "%d, %s: %s in the effect of %s", d.to.year, c.from.category, plus(c.closing), d.identity.factors[c.closedOn].Name)
		}
	}
	for _, c := range d.changes {
		if c.began() {
			b.line("  zero", "%d, %s began: equal parts to the factors that were zero", d.to.year, c.from.category)
		}
		if c.ended() {
			b.line("  zero", "%d, %s ended: equal parts to the factors that became zero", d.to.year, c.from.category)
		}
	}
}

// Explain writes the chain as its arithmetic: the effects over all steps, and
// those of each step.
func (c Chained) Explain() string {
	if len(c.steps) == 0 {
		return c.String() + "\n"
	}
	var b explanation
	b.line("method", "LMDI-I, additive, chained: %s, each step decomposed by itself and the effects added up", c.years())
	c.steps[0].explainFormula(&b)
	explainChange(&b, c.From(), c.To(), c.Change(), c.Effects(), c.Unexplained())
	for _, d := range c.steps {
		b.line("step", "%s", d)
	}
	explainRounding(&b, c.steps[0].places)
	for _, d := range c.steps {
		d.explainClosing(&b)
	}
	b.line("source", sources)
	return b.String()
}
