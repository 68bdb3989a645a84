package claim

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// String is the check in one line.
func (c Check) String() string {
	list := make([]string, len(c.Relations))
	for i, r := range c.Relations {
		list[i] = fmt.Sprintf("%s %s", r.Name, r.Verdict)
	}
	s := fmt.Sprintf("%s: %s", orUnnamed(c.Claim.Name), c.Verdict)
	if len(list) > 0 {
		s += " (" + strings.Join(list, ", ") + ")"
	}
	return s
}

func orUnnamed(name string) string { return cmp.Or(name, "claim") }

// String is the number with its formula and its values, in one line.
func (r Reading) String() string {
	s := fmt.Sprintf("%s = %s = %s = %s; printed %s stands for %s",
		r.Of, r.Formula, r.Figures, r.found(), r.Printed, r.with(r.Stands.String()))
	if !r.Allowed.Open {
		s += "; the others allow " + r.with(r.Allowed.String())
	}
	return s
}

// String is the relation with its verdict and the reading that it is judged by.
func (r Relation) String() string {
	if len(r.Readings) == 0 {
		return r.Verdict.String()
	}
	s := fmt.Sprintf("%s: %s: %s", r.Name, r.Verdict, r.Readings[0])
	if r.Reason != "" {
		s += fmt.Sprintf("; %s; the numbers alone: %s", r.Reason, r.Numbers)
	}
	return s
}

// String is the cut on the basis.
func (o OneBasis) String() string {
	s := o.View.String()
	if o.Metric.ID() != "" {
		s += " on metric " + o.Metric.String()
	}
	s += fmt.Sprintf(": %s = %s", o.Formula, o.Cut.Percent(2))
	if o.Verdict != NotCheckable {
		s += ", the printed cut " + o.Verdict.String()
	}
	return s
}

// Details lists what was checked: the printed numbers with their
// bases, each relation with its verdict and every number computed from the
// others, the cut on one basis, what could not be checked, and the findings.
func (c Check) Details() string {
	var b words.Rows
	line := b.Row
	line("claim", "%s", orUnnamed(c.Claim.Name))
	line("source", "%s", cmp.Or(c.Claim.Source, "not stated"))
	for _, n := range c.Claim.numbers().all() {
		line("printed", "%s %s%s", n.name, n.text, n.basis())
	}
	if c.Claim.BaseYear != 0 {
		line("base year", "%d", c.Claim.BaseYear)
	}
	if c.Claim.Due != 0 {
		line("due year", "%d", c.Claim.Due)
	}
	if c.Claim.Follows != 0 {
		line("taken as", "%s", c.Claim.Follows)
	}
	line("verdict", "%s", c.Verdict)
	for _, r := range c.Relations {
		line("relation", "%s", r)
		for _, x := range r.Readings[1:] {
			line("  other way", "%s", x)
		}
	}
	for _, o := range c.OneBasis {
		line("one basis", "%s", o)
	}
	for _, x := range c.Implied {
		line("implied", "%s", x)
	}
	if len(c.Unused) > 0 {
		line("not checked", "%s: no relation with the other numbers", strings.Join(c.Unused, ", "))
	}
	for _, f := range c.Findings.All {
		line(f.Severity.String(), "%s", f)
	}
	decided := ""
	if n := c.Claim.numbers(); n.isDecided(n.cut) {
		decided = "; the others follow from the decided cut as it is"
	}
	line("rounding", "a printed number stands for half a unit of its last digit to both sides%s; values are given to %d decimal places",
		decided, places)
	return b.String()
}

// basis is the stated basis of an amount.
func (n *number) basis() string {
	var parts []string
	if !n.view.IsZero() {
		parts = append(parts, n.view.String())
	}
	if n.metric.ID() != "" {
		parts = append(parts, n.metric.String())
	}
	if len(parts) == 0 {
		return ""
	}
	return ", " + strings.Join(parts, ", ")
}
