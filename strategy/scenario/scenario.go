package scenario

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Role is what a scenario stands for. The zero Role is refused.
type Role uint8

// The roles of scenarios.
const (
	Baseline Role = iota + 1 // without measures: no action is enabled
	Existing                 // with the measures in place
	WithPlan                 // with the plan
	Stretch                  // beyond the plan
	WhatIf                   // a question
)

var roles = [...]string{"no role", "baseline", "existing", "with plan", "stretch", "what-if"}

// String is the role in small letters.
func (r Role) String() string {
	if int(r) < len(roles) {
		return roles[r]
	}
	return fmt.Sprintf("unknown role (%d)", uint8(r))
}

// Valid reports whether the role is one of those above.
func (r Role) Valid() bool { return r >= Baseline && r <= WhatIf }

// Scenario is what one of the plans is.
type Scenario struct {
	Name string // unique in its set
	Role Role
	// Enabled are the IDs of the actions that are taken, in any order.
	Enabled []string
	// Overrides change enabled actions, one after another.
	Overrides []Override
	// Groups take the place of the portfolio's where they are not nil.
	Groups []strategy.Group
	// Baseline takes the place of the set's where it is not zero. It has the
	// same years.
	Baseline strategy.Baseline
	Note     string
}

// Definition is what [New] makes a set of.
type Definition struct {
	Name      string
	Portfolio strategy.Portfolio // all actions
	Baseline  strategy.Baseline
	Scenarios []Scenario
}

// Set is scenarios of one portfolio and baseline. It is immutable. The zero Set
// has no scenarios.
type Set struct {
	name  string
	built []built
}

type built struct {
	Scenario
	portfolio strategy.Portfolio // of the enabled actions, overridden
	baseline  strategy.Baseline
	disabled  []string
	order     map[string]int // of all actions
}

// MaxScenarios is how many scenarios a set may have.
const MaxScenarios = 100

// The codes of the faults of scenarios.
const (
	FaultScenario       = "scenario"        // a name or role that is missing or taken
	FaultUnknownAction  = "unknown-action"  // no action of the portfolio
	FaultDisabledAction = "disabled-action" // an override of what is not enabled
	FaultWithdrawn      = "withdrawn"       // cancelled, merged or superseded
	FaultRequires       = "requires"        // without an action that it requires
	FaultExcludes       = "excludes"        // beside an action that it excludes
	FaultOverride       = "override"        // an override that cannot be made
	FaultGroup          = "group"           // a group of which a part is enabled
	FaultBaseline       = "baseline"        // of other years, or beside actions
)

// ErrNoScenarios says that a set was needed and none was given.
var ErrNoScenarios = errors.New("no scenarios given: make a set with scenario.New")

// New checks a definition and makes a set of it. The error holds a [ghg.Faults]
// with all that is wrong with the scenarios, or what is wrong with the
// portfolios that overrides would make.
func New(d Definition) (Set, error) {
	fail := func(err error) (Set, error) { return Set{}, fmt.Errorf("scenario set %.200q: %w", d.Name, err) }
	switch {
	case d.Name == "" || len(d.Scenarios) == 0 || len(d.Scenarios) > MaxScenarios:
		return fail(fmt.Errorf("a name and 1 to %d scenarios are needed", MaxScenarios))
	case d.Portfolio.IsZero():
		return fail(strategy.ErrNoPortfolio)
	case d.Baseline.IsZero():
		return fail(strategy.ErrNoBaseline)
	}
	c := checker{d: &d, all: d.Portfolio.Definition(), index: map[string]int{}}
	for i, a := range c.all.Actions {
		c.index[a.ID] = i
	}
	names := map[string]bool{}
	set := Set{name: d.Name}
	var definitions []strategy.PortfolioDefinition
	for i, s := range d.Scenarios {
		c.where = fmt.Sprintf("scenario %d %.60q", i+1, s.Name)
		if s.Name == "" || names[s.Name] || !s.Role.Valid() {
			c.fault(FaultScenario, s.Name, "a name of its own and a role are needed: baseline, existing, with plan, stretch or what-if")
		}
		names[s.Name] = true
		b, p := c.scenario(s)
		set.built, definitions = append(set.built, b), append(definitions, p)
	}
	if c.faults.Len() > 0 {
		return fail(c.faults)
	}
	var errs []error
	for i, p := range definitions {
		made, _, err := strategy.NewPortfolio(p)
		if err != nil {
			errs = append(errs, fmt.Errorf("scenario %d %.60q: %w", i+1, set.built[i].Name, err))
		}
		set.built[i].portfolio = made
	}
	if len(errs) > 0 {
		return fail(errors.Join(errs...))
	}
	return set, nil
}

// checker collects what is wrong with scenarios.
type checker struct {
	d      *Definition
	all    strategy.PortfolioDefinition
	index  map[string]int // of each action
	where  string
	faults ghg.Faults
}

func (c *checker) fault(code, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Field: c.where, Value: value, Detail: detail, Place: c.d.Portfolio.Place()})
}

// scenario is what a scenario comes to: its actions in the portfolio's order.
func (c *checker) scenario(s Scenario) (built, strategy.PortfolioDefinition) {
	b := built{Scenario: s, baseline: s.Baseline, order: c.index}
	b.Enabled = nil
	b.Overrides, b.Groups = slices.Clone(s.Overrides), slices.Clone(s.Groups)
	if b.baseline.IsZero() {
		b.baseline = c.d.Baseline
	} else if !slices.Equal(slices.Collect(b.baseline.Years()), slices.Collect(c.d.Baseline.Years())) {
		c.fault(FaultBaseline, b.baseline.Name(), "its years differ from those of the set's baseline: scenarios are compared year by year")
	}
	if s.Role == Baseline && len(s.Enabled) > 0 {
		c.fault(FaultBaseline, strings.Join(s.Enabled[:min(len(s.Enabled), 5)], ", "), "a baseline scenario has no actions: give it another role")
	}
	on := map[string]*strategy.Action{}
	for _, id := range s.Enabled {
		i, ok := c.index[id]
		if !ok {
			c.fault(FaultUnknownAction, id, "no action of the portfolio "+c.d.Portfolio.Name())
			continue
		}
		if on[id] != nil {
			c.fault(FaultScenario, id, "the action is enabled twice")
		}
		a := c.all.Actions[i]
		on[id] = &a
	}
	for _, o := range s.Overrides {
		c.override(o, on)
	}
	p := c.all
	p.Name, p.NameKo = c.all.Name+": "+s.Name, ""
	p.Actions = nil
	for _, a := range c.all.Actions {
		if on[a.ID] == nil {
			b.disabled = append(b.disabled, a.ID)
			continue
		}
		b.Enabled = append(b.Enabled, a.ID)
		p.Actions = append(p.Actions, *on[a.ID])
		c.together(*on[a.ID], on)
	}
	p.Groups = c.groups(s.Groups, on)
	return b, p
}

// override makes one change.
func (c *checker) override(o Override, on map[string]*strategy.Action) {
	a := on[o.action]
	_, known := c.index[o.action]
	switch {
	case o.apply == nil:
		c.fault(FaultOverride, "", "no override: make one with scenario.Replace, SwapEffect, Delay or Scale")
	case !known:
		c.fault(FaultUnknownAction, o.action, "no action of the portfolio "+c.d.Portfolio.Name()+" to override")
	case a == nil:
		c.fault(FaultDisabledAction, o.action, "the action is overridden ("+o.text+"), but not enabled")
	default:
		changed, err := o.apply(*a)
		if err != nil {
			c.fault(FaultOverride, o.action, o.text+": "+err.Error())
			return
		}
		*a = changed
	}
}

// together checks that an action may be enabled with the others.
func (c *checker) together(a strategy.Action, on map[string]*strategy.Action) {
	if a.Stage.IsWithdrawn() {
		c.fault(FaultWithdrawn, a.ID, fmt.Sprintf("the action is %s: its effects do not count", a.Stage))
	}
	for _, id := range a.Requires {
		if on[id] == nil {
			c.fault(FaultRequires, a.ID, fmt.Sprintf("the action requires %.60q, which is not enabled", id))
		}
	}
	for _, id := range a.Excludes {
		if on[id] != nil {
			c.fault(FaultExcludes, a.ID, fmt.Sprintf("the action excludes %.60q, which is enabled", id))
		}
	}
}

// groups are those of the enabled actions.
func (c *checker) groups(own []strategy.Group, on map[string]*strategy.Action) (out []strategy.Group) {
	if own != nil {
		return own
	}
	for _, g := range c.all.Groups {
		var left []string
		for _, id := range g.Actions {
			if on[id] != nil {
				left = append(left, id)
			}
		}
		switch {
		case len(left) < 2:
			continue
		case len(left) < len(g.Actions) && !g.LargestOnly:
			c.fault(FaultGroup, g.On.String(), fmt.Sprintf("the stated factor is for %s together, and only %s are enabled: state theirs in Scenario.Groups", strings.Join(g.Actions, ", "), strings.Join(left, ", ")))
		}
		g.Actions = left
		out = append(out, g)
	}
	return out
}

// Name is the set's name.
func (s Set) Name() string { return s.name }

// Len is the number of scenarios.
func (s Set) Len() int { return len(s.built) }

// Names yields the names of the scenarios in their order.
func (s Set) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, b := range s.built {
			if !yield(b.Name) {
				return
			}
		}
	}
}
