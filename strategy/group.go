package strategy

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Group states how the effects of some actions on one source combine, where a
// document says so: their joint effect is Factor times the sum of the single
// effects, or that of the largest alone. What is stated goes before the
// multiplicative rule; the group as a whole meets the other effects on the
// source as one overlapping effect. In a year in which one of its effects at most
// cuts, nothing combines, and the effect counts as it is.
type Group struct {
	Actions []string       `json:"actions,omitempty"` // IDs; they have two or more effects on the source
	On      EmissionSource `json:"on"`
	// Interaction is what the factor amounts to: overlapping below 1,
	// independent at 1, reinforcing above 1; overlapping and reinforcing where
	// both are at work.
	Interaction Interaction `json:"interaction,omitempty"`
	// Factor is the joint effect divided by the sum of the single effects.
	Factor decimal.Decimal `json:"factor,omitzero"`
	// LargestOnly says that the largest effect alone counts, in place of a
	// factor: measures of which each makes the others idle.
	LargestOnly bool   `json:"largestOnly,omitempty"`
	Source      string `json:"source,omitempty"` // the document that states it
}

// check says which field of a group is wrong in itself, and why; "" where none is.
func (g Group) check() (field, wrong string) {
	one := decimal.New(1, 0)
	switch {
	case len(g.Actions) == 0:
		return "actions", "name the actions whose effects combine"
	case g.Source == "":
		return "source", "a source is needed: the document that states the joint effect"
	case g.LargestOnly && (!g.Factor.IsZero() || g.Interaction != Overlapping):
		return "largest only", "where the largest effect alone counts, effects overlap and there is no factor"
	case g.LargestOnly:
		return "", ""
	case exact.Check(g.Factor) != nil || g.Factor.Sign() <= 0:
		return "factor", "a factor above 0 is needed: joint effect divided by the sum of the single effects"
	}
	allowed := map[Interaction]bool{
		Independent: g.Factor.Equal(one), Overlapping: g.Factor.LessThan(one), Reinforcing: g.Factor.GreaterThan(one),
		OverlappingAndReinforcing: true,
	}
	if !allowed[g.Interaction] {
		return "factor", fmt.Sprintf("%s is not that of %s effects: below 1 they overlap, at 1 they are independent, above 1 they "+
			"reinforce each other",
			g.Factor, g.Interaction)
	}
	return "", ""
}

// groups checks the groups and places effects in them.
func (c *checker) groups() {
	c.d.Groups = slices.Clone(c.d.Groups)
	if n := len(c.d.Groups); n > MaxActions {
		c.refusal("portfolio "+words.Quote(c.d.Name))(FaultGroup, "groups", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", MaxActions))
		return
	}
	of := map[string][]int{} // effects of each action
	for i := range c.effects {
		id := c.d.Actions[c.effects[i].action].ID
		of[id] = append(of[id], i)
	}
	for i := range c.d.Groups {
		g := &c.d.Groups[i]
		g.Actions = slices.Clone(g.Actions)
		refuse := c.refusal(fmt.Sprintf("group %d on %s", i+1, g.On))
		if field, wrong := g.check(); wrong != "" {
			refuse(FaultGroup, field, "", wrong)
			continue
		}
		seen, n := map[string]bool{}, 0
		for _, id := range g.Actions {
			if seen[id] {
				refuse(FaultGroup, "actions", id, "it is given twice")
			}
			seen[id] = true
			n += c.join(i, g.On, id, of[id], refuse)
		}
		if n == 1 {
			refuse(FaultGroup, "actions", "", "two effects at least are needed")
		}
	}
}

// join places the effects of an action on a source in a group, and counts them.
func (c *checker) join(group int, on EmissionSource, id string, effects []int, refuse refusal) int {
	n := 0
	for _, i := range effects {
		e := &c.effects[i]
		if !e.On.same(on) {
			continue
		}
		if e.group >= 0 && e.group != group {
			refuse(FaultGroup, "actions", id, fmt.Sprintf("its effect is in group %d already", e.group+1))
		}
		e.group = group
		n++
	}
	if i, ok := c.first[id]; n == 0 && ok && c.d.Actions[i].Stage.IsWithdrawn() {
		refuse(FaultGroup, "actions", id, fmt.Sprintf(
			"the action is %s: state how the effects combine that are left, or name the action that took them up", c.d.Actions[i].Stage))
	} else if n == 0 {
		refuse(FaultGroup, "actions", id, "no action with an effect on this source")
	}
	return n
}
