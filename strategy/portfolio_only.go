package strategy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Only is the part of a plan that has the actions with the IDs, in the order of
// the portfolio. The others are switched off, and with them what relates to them:
// see [PortfolioDefinition.Only]. Findings are those of the part.
func (p Portfolio) Only(ids ...string) (Portfolio, ghg.Findings, error) {
	if p.IsZero() {
		return Portfolio{}, ghg.Findings{}, ErrNoPortfolio
	}
	d, left, err := p.Definition().Only(ids...)
	if err != nil {
		return Portfolio{}, ghg.Findings{}, err
	}
	part, findings, err := NewPortfolio(d)
	for _, f := range findings.All {
		left.Add(f)
	}
	left.More += findings.More
	return part, left, err
}

// Only is the definition with the actions that have the IDs, in its order, as for
// one scenario or for what a selection chose. No ID is no action. Relations to an
// action of the definition that is switched off go with it: an exclusion is met, and
// where an action lives on is no matter of the part. A requirement that is switched
// off is a finding of code [FindingRequires], since what the action cuts counts
// without it. Relations to IDs that the definition does not have stay, and are refused
// as ever.
//
// A [Group] loses the actions that are switched off, and goes where no two effects
// of one kind are left in it. Where some are, it stays if the largest effect alone
// counts or its effects are independent; a factor for three actions is not that of
// two, and is a fault of code [FaultGroup]. An ID that is not there is a
// [*ghg.UnknownError], one given twice a [*ghg.TwiceError].
func (d PortfolioDefinition) Only(ids ...string) (PortfolioDefinition, ghg.Findings, error) {
	known := make(map[string]bool, len(d.Actions))
	for _, a := range d.Actions {
		known[a.ID] = true
	}
	on, err := d.switchedOn(ids, known)
	if err != nil {
		return PortfolioDefinition{}, ghg.Findings{}, err
	}
	off := func(id string) bool { return known[id] && !on[id] }
	var findings ghg.Findings
	var left []Action
	for _, a := range d.Actions {
		if !on[a.ID] {
			continue
		}
		a = a.clone()
		if missing := slices.DeleteFunc(slices.Clone(a.Requires), func(id string) bool { return !off(id) }); len(missing) > 0 {
			findings.Add(ghg.Finding{Code: FindingRequires, Severity: ghg.Warning, Of: actionOf(a.ID),
				Detail: fmt.Sprintf("it requires %s, which is switched off: what it cuts counts without", words.Quoted(missing))})
		}
		a.Requires, a.Excludes = slices.DeleteFunc(a.Requires, off), slices.DeleteFunc(a.Excludes, off)
		a.Into = slices.DeleteFunc(a.Into, off)
		left = append(left, a)
	}
	d.Actions = left
	groups, faults := d.groupsOf(off)
	d.Groups = groups
	if err := faults.Err(); err != nil {
		return PortfolioDefinition{}, ghg.Findings{}, err
	}
	return d, findings, nil
}

// switchedOn are the IDs as a set, where the definition has each of them once.
func (d PortfolioDefinition) switchedOn(ids []string, known map[string]bool) (map[string]bool, error) {
	const most = 20 // of what is wrong is told
	of := "portfolio " + words.Quote(d.Name)
	on := make(map[string]bool, len(ids))
	var errs []error
	for _, id := range ids {
		switch {
		case len(errs) == most:
			return nil, errors.Join(errs...)
		case on[id]:
			errs = append(errs, &ghg.TwiceError{Of: of, What: "action", ID: id})
		case !known[id]:
			e := &ghg.UnknownError{Of: of, What: "action", ID: id}
			for _, a := range d.Actions {
				e.Allowed = append(e.Allowed, a.ID)
			}
			errs = append(errs, e)
		}
		on[id] = true
	}
	return on, errors.Join(errs...)
}

// groupsOf are the groups of the actions that are left, of what was stated of all.
func (d PortfolioDefinition) groupsOf(off func(id string) bool) (out []Group, faults ghg.Faults) {
	effects := make(map[string][]Effect, len(d.Actions))
	for _, a := range d.Actions {
		effects[a.ID], _ = a.worked() // what does not stand is refused by NewPortfolio
	}
	for _, g := range d.Groups {
		all := g.Actions
		g.Actions = slices.DeleteFunc(slices.Clone(all), off)
		switch {
		case len(g.Actions) == len(all):
		case !g.combines(effects):
			continue
		case !g.LargestOnly && g.Interaction != Independent:
			faults.Add(ghg.Fault{Code: FaultGroup, Of: "portfolio " + words.Quote(d.Name), Field: "groups", Value: g.On.String(),
				Place: d.Place, Detail: fmt.Sprintf("the stated factor is for %s together, and only %s are enabled: state theirs in Groups",
					strings.Join(all, ", "), strings.Join(g.Actions, ", "))})
		}
		out = append(out, g)
	}
	return out, faults
}

// combines reports whether two effects of one kind are in the group.
func (g Group) combines(effects map[string][]Effect) bool {
	n := map[Kind]int{}
	for _, id := range g.Actions {
		for _, e := range effects[id] {
			if e.On.same(g.On) {
				n[e.Kind()]++
			}
			if n[e.Kind()] > 1 {
				return true
			}
		}
	}
	return false
}
