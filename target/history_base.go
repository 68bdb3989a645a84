package target

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// BaseChange is what became of a base when it was restated: emissions of one
// year, told twice. The zero BaseChange is that of a version whose base was not
// restated.
type BaseChange struct {
	From, To ViewLevel
	// Change is To - From. Across metrics it is undefined: amounts on two
	// metrics do not meet.
	Change Amount
	// Relative is (To - From)/From. Across metrics it is undefined.
	Relative ghg.Ratio
	// Apparent is the quotient of the bare numbers, whatever their metrics.
	// Across metrics it is not a change of emissions.
	Apparent ghg.Ratio
}

const acrossMetrics = "the two are on two metrics: not a change of emissions"

// changeOf compares two amounts above zero.
func changeOf(from, to ViewLevel) BaseChange {
	c := BaseChange{From: from, To: to, Change: Amount{why: acrossMetrics}, Relative: ghg.Undefined(acrossMetrics)}
	a, z := from.CO2e.Tonnes(), to.CO2e.Tonnes()
	c.Apparent = ghg.Quotient(z.Sub(a), a, "the base is 0")
	if d, err := to.CO2e.Sub(from.CO2e); err == nil {
		c.Change, c.Relative = Amount{co2e: d, ok: true}, c.Apparent
	}
	return c
}

// IsZero reports whether no base was restated.
func (c BaseChange) IsZero() bool { return c.From.View.IsZero() }

// reaches reports whether the change is at least a share of the base before.
func (c BaseChange) reaches(share ghg.Share) bool {
	return c.Change.ok && c.Change.co2e.Tonnes().Abs().GreaterThanOrEqual(c.From.CO2e.Tonnes().Mul(share.Fraction()))
}

// moved names the editions, views and metrics that two amounts are of, or is ""
// where they are of one.
func (l ViewLevel) moved(to ViewLevel) string {
	var differ *ghg.MismatchError
	if !errors.As(l.basis().Meets("", to.basis(), ""), &differ) {
		return ""
	}
	var parts []string
	for _, d := range differ.Differ {
		parts = append(parts, fmt.Sprintf("%s %s to %s", d.Aspect, d.A, d.B))
	}
	return strings.Join(parts, ", ")
}

// basis is what the amount is of; its place is that of the target.
func (l ViewLevel) basis() ghg.Basis { return ghg.Basis{View: l.View, Metric: l.CO2e.Metric()} }

// String is "9430000 tCO2e (AR5) to 8970000 tCO2e (AR5): -4.88%".
func (c BaseChange) String() string {
	if c.IsZero() {
		return "no base restated"
	}
	if !c.Change.ok {
		return fmt.Sprintf("%s to %s: the number changes by %s, which is not a change of emissions",
			c.From.CO2e, c.To.CO2e, c.Apparent.Percent(2))
	}
	return fmt.Sprintf("%s to %s: %s", c.From.CO2e, c.To.CO2e, c.Relative.Percent(2))
}

func (c BaseChange) explain(b *explanation, name, formula string) {
	b.line(name, "%s", c)
	from, to := c.From.CO2e.Tonnes(), c.To.CO2e.Tonnes()
	b.ratio("  relative", formula, fmt.Sprintf("(%s - %s)/%s", to, from, from), c.Relative)
	if moved := c.From.moved(c.To); moved != "" {
		b.line("  moves from", "%s", moved)
	}
	for _, l := range []ViewLevel{c.From, c.To} {
		b.line("  source", "%s in %s: %s", l.CO2e, l.View, cmp.Or(l.Source, "not stated"))
	}
}
