package strategy

import (
	"fmt"
	"strings"
)

// details is the year as a sum of wedges.
func (y WedgeYear) details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d: baseline %s", y.Year, y.Baseline)
	for _, a := range y.Wedges {
		name := a.Name
		if a.Unexplained {
			name = "unexplained"
		}
		if !a.Quantified {
			fmt.Fprintf(&b, "\n  %s: not quantified in this year", name)
			continue
		}
		fmt.Fprintf(&b, "\n  − %s: %s", name, a.CO2e)
	}
	fmt.Fprintf(&b, "\n= %s %s", y.end, y.End)
	return b.String()
}

// String is the wedges in one line.
func (w Wedges) String() string {
	if w.IsZero() {
		return "no wedges"
	}
	return fmt.Sprintf("%d wedges by %s from the baseline %q to the %s, in %d years; %d actions not quantified", len(w.keys), w.by,
		w.e.Baseline().Name(), w.end, len(w.years), len(w.unknown))
}

// Details is every year as a sum of wedges, and what is not in it.
func (w Wedges) Details() string {
	var b strings.Builder
	b.WriteString(w.String())
	if !w.IsZero() {
		fmt.Fprintf(&b, "\nkind %s, division: %s", w.e.Kind(), w.e.Division())
	}
	for y := range w.Years() {
		b.WriteString("\n" + y.details())
	}
	for _, f := range w.e.Findings().All {
		if f.Code == FindingNotCounted {
			b.WriteString("\n" + f.Detail)
		}
	}
	for _, a := range w.unknown {
		fmt.Fprintf(&b, "\nnot quantified: %s", a.ID)
	}
	return b.String()
}
