package strategy

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Explain writes what it cuts in a year as its arithmetic: what works, what is kept of
// it, a line for each source, the sum, and what is remarked on it.
func (q Quantification) Explain(k Kind, year int) string {
	d := q.definition()
	if q.IsZero() {
		return "no quantification\n"
	}
	var b words.Rows
	b.Row("quantification", "%s: %s; %s", d.ID, d.counted(), d.Source)
	r, err := q.reckon(k, year, year, false)
	if err != nil {
		b.Row(k.String(), "%v", err)
		return b.String()
	}
	b.Row(fmt.Sprintf("%s %d", k, year), "%s", r.arithmetic(year))
	for _, j := range d.Judged {
		b.Row("kept of it", "%s", j)
	}
	if len(d.Effects) == 0 {
		p := d.Published
		co2e, ok, err := r.published(year, d.kept)
		b.Row(p.On.String(), "what counts%s × %s%s of unit %s (%s) = %s", r.converted(year), p.Saves, per(p, d.Unit), p.ID, p.Source,
			outcome(co2e, ok, err))
	}
	for _, u := range r.c.effects {
		b.Row(u.On.String(), "%s", r.explained(u, year))
	}
	if net, err := q.Net(k, year, year); err == nil && len(d.Effects) > 1 {
		sum, _ := net.At(year)
		b.Row("net", "%s", sum)
	}
	for _, f := range q.Findings(k, year, year).All {
		b.Row(f.Severity.String(), "%s", f.Detail)
	}
	return b.String()
}

// converted is what counts in the unit that a published unit is by, where it is another.
func (r reckoning) converted(year int) string {
	p := r.q.Published
	n, ok := r.working(year)
	if p.Per == r.q.Unit || !ok {
		return ""
	}
	n, err := p.count(shortened(n.Mul(r.q.kept)), r.q.Unit)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(", %s %s,", n, p.Per)
}

// per names the unit that a published unit is by, where it is not that of the quantities.
func per(p PublishedUnit, unit ghg.Unit) string {
	if p.Per == unit {
		return ""
	}
	return " per " + p.Per.String()
}

// counted is what is counted, and how.
func (d *QuantificationDefinition) counted() string {
	if d.Counting == NewInYear {
		return fmt.Sprintf("%s, %s, each %s", d.Counts, d.Counting, d.Life)
	}
	return fmt.Sprintf("%s, %s", d.Counts, d.Counting)
}

// outcome is an amount, or why there is none.
func outcome(co2e ghg.CO2e, ok bool, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case !ok:
		return "unknown"
	}
	return co2e.String()
}

// arithmetic is what works in a year as a sum over the years of installation.
func (r reckoning) arithmetic(year int) string {
	unit := ""
	if u := r.q.Unit; !u.IsZero() {
		unit = " " + u.String()
	}
	first, worth, ok := r.cohorts(year)
	if !ok {
		return "unknown: a year that would work in it is not given"
	}
	var parts []string
	for i, w := range worth {
		if w.IsZero() && len(worth) > 1 {
			continue
		}
		y := first + i
		x := r.c.x[y].String()
		if x0, without := r.c.x0[y]; without {
			x = fmt.Sprintf("(%s - %s without)", x, x0)
		}
		if age := year - y; age > 0 && age < len(r.profile) && !r.profile[age].Equal(full) {
			x += " × " + shortened(r.profile[age]).String()
		}
		if r.q.Counting == NewInYear {
			x += fmt.Sprintf(" of %d", y)
		}
		parts = append(parts, x)
	}
	sum, _ := r.working(year)
	return fmt.Sprintf("%s = %s%s", strings.Join(parts, " + "), sum, unit)
}

// explained is what an effect comes to.
func (r reckoning) explained(u UnitEffect, year int) string {
	if u.whole {
		s, ok, err := r.share(year)
		if err != nil || !ok {
			return outcome(ghg.CO2e{}, ok, err)
		}
		return fmt.Sprintf("%s of what it emits", s)
	}
	co2e, ok, err := r.amount(u, year)
	if err != nil || !ok {
		return outcome(co2e, ok, err)
	}
	rule := u.Of.String()
	factor := ""
	if u.constant() {
		rule = "of all years"
	}
	if u.Of.rule != ofInstallation || u.constant() {
		x, _ := u.Factors.At(u.factorYear(year)) // amount found it
		factor = ", " + x.CO2e.String() + " per " + u.Factors.Per().String()
		if x.Status != ghg.Actual {
			rule += ", " + x.Status.String()
		}
	}
	return fmt.Sprintf("what counts × %s × factor of %s%s (%s; %s) = %s", u.Saves, u.Factors.Of(), factor, rule, u.Factors.Source(), co2e)
}
