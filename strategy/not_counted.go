package strategy

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// setAside takes the effects that do not count by the stage of their action out of
// those that do, once groups are checked. A factor that is stated for all of a group is
// not that of a part.
func (c *checker) setAside() {
	type part struct{ in, out int }
	parts := map[[2]int]*part{} // of each group and kind
	in := c.effects[:0]         // what counts moves up, over what was looked at
	for i := range c.effects {
		x := &c.effects[i]
		counts := c.d.CountedStages.Counts(c.d.Actions[x.action].Stage, x.Kind())
		if counts {
			in = append(in, *x)
		} else {
			c.aside = append(c.aside, *x)
		}
		if x.group < 0 {
			continue
		}
		key := [2]int{x.group, int(x.Kind())}
		if parts[key] == nil {
			parts[key] = &part{}
		}
		if counts {
			parts[key].in++
		} else {
			parts[key].out++
		}
	}
	if len(c.aside) == 0 {
		return
	}
	c.effects = in
	for i, g := range c.d.Groups {
		if g.LargestOnly || g.Interaction == Independent {
			continue
		}
		for _, k := range []Kind{Potential, Expected} {
			if p := parts[[2]int{i, int(k)}]; p != nil && p.in > 1 && p.out > 0 {
				c.refusal(fmt.Sprintf("group %d on %s", i+1, g.On))(FaultGroup, "actions", "", fmt.Sprintf(
					"the stated factor is for all %d %s effects together, and %d of them do not count by their stage (counted: %s): "+
						"state the factor of the others, or count them in CountedStages", p.in+p.out, k, p.out, c.d.CountedStages))
			}
		}
	}
}

// notCounted adds a finding for each kind in which actions do not count.
func (c *checker) notCounted(p Portfolio) {
	for _, k := range []Kind{Potential, Expected} {
		last := 0
		for i := range c.aside {
			if x := &c.aside[i]; x.Kind() == k {
				_, end := x.span()
				last = max(last, end)
			}
		}
		if last == 0 {
			continue
		}
		for _, f := range notCounted(p.def.CountedStages, k, last, p.aside(k, last, nil), p.def.zero).All {
			c.findings.Add(f)
		}
	}
}

// aside are the actions that have figures of a kind and do not count by their stage,
// in their order, with what they state for a year: each effect taken alone, and where
// it is a share with what of gives, if it does.
func (p Portfolio) aside(kind Kind, year int, of func(x *placed) (ghg.CO2e, bool)) (out []ActionAmount) {
	for i := range p.def.aside {
		x := &p.def.aside[i]
		if x.Kind() != kind {
			continue
		}
		id := p.def.Actions[x.action].ID
		if n := len(out); n == 0 || out[n-1].Action.ID != id {
			out = append(out, ActionAmount{Action: p.def.Actions[x.action], CO2e: p.def.zero})
		}
		a := &out[len(out)-1]
		c, ok := x.Reductions.At(year)
		if !ok && of != nil {
			c, ok = of(x)
		}
		if ok {
			a.CO2e, a.Quantified = plus(a.CO2e, c), true
		}
	}
	return out
}

// asideIDs are the IDs of the actions that have figures of a kind and do not count.
func (p Portfolio) asideIDs(kind Kind) map[string]bool {
	out := map[string]bool{}
	for i := range p.def.aside {
		if x := &p.def.aside[i]; x.Kind() == kind {
			out[p.def.Actions[x.action].ID] = true
		}
	}
	return out
}

// aside are the actions that do not count, with what they would cut alone of the
// baseline in the year, where it holds what they act on.
func (y YearEffect) aside() []ActionAmount {
	known := coverage{}
	return y.e.p.aside(y.e.kind, y.Year(), func(x *placed) (ghg.CO2e, bool) {
		share, ok := x.Cuts.At(y.Year())
		if !ok {
			return ghg.CO2e{}, false
		}
		under, err := known.of(y.e.p, y.e.b, x)
		if err != nil {
			return ghg.CO2e{}, false
		}
		of := y.e.p.nothing()
		for _, c := range under {
			of = plus(of, y.e.b.def.emits[c][y.i])
		}
		c, err := of.Scale(share.Fraction())
		return c, err == nil
	})
}

// lastAside is the last year of the baseline in which an effect that does not count has
// a figure.
func (e *evaluation) lastAside() (YearEffect, bool) {
	for i := len(e.years) - 1; i >= 0; i-- {
		for n := range e.p.def.aside {
			if x := &e.p.def.aside[n]; x.Kind() == e.kind && x.has(e.years[i].year) {
				return YearEffect{e, i}, true
			}
		}
	}
	return YearEffect{}, false
}

// SetAside are the actions that have figures of the kind and do not count by their
// stage ([PortfolioDefinition.CountedStages]), in the order of the portfolio, with what
// they would cut in the year, each taken alone. Where they have no figure in the year,
// or a share of a source whose emissions are not known, they are not quantified.
func (t Total) SetAside() []ActionAmount {
	out := slices.Clone(t.aside)
	for i := range out {
		out[i].Action = out[i].Action.clone()
	}
	return out
}

// Findings are remarks on what is not in the total: [FindingNotCounted].
func (t Total) Findings() ghg.Findings {
	return notCounted(t.p.CountedStages(), t.Kind, t.Year, t.aside, t.p.nothing())
}
