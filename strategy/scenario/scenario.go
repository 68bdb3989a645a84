package scenario

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Scenario is what one of the plans is.
type Scenario struct {
	Name string // unique in its set
	Role Role
	// Enabled are the IDs of the actions that are taken, in any order.
	Enabled []string
	// Overrides change enabled actions, one after another.
	Overrides []Override
	// CountedStages takes the place of the portfolio's where it is not zero: a scenario
	// may count ideas and postponed actions, as with [strategy.EveryStage]. Actions that
	// are enabled and do not count are a finding of its evaluation.
	CountedStages strategy.StageRule
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

// maxScenarios is how many scenarios a set may have.
const maxScenarios = 100

// The codes of the faults of scenarios.
const (
	FaultScenario       = "scenario"             // a name or role that is missing or taken
	FaultUnknownAction  = "unknown-action"       // no action of the portfolio
	FaultDisabledAction = "disabled-action"      // an override of what is not enabled
	FaultWithdrawn      = "withdrawn"            // cancelled, merged or superseded
	FaultRequires       = "requires"             // without an action that it requires
	FaultExcludes       = "excludes"             // beside an action that it excludes
	FaultOverride       = "override"             // an override that cannot be made
	FaultGroup          = "group-partly-enabled" // a group of which a part is enabled
	FaultBaseline       = "baseline"             // of other years, or beside actions
)

// New checks a definition and makes a set of it. The error is a [ghg.Faults] of
// all that is wrong with the set and its scenarios, and with the portfolios that
// overrides would make.
func New(d Definition) (Set, error) {
	c := checker{d: &d}
	c.set()
	if c.faults.Len() > 0 {
		return Set{}, c.faults
	}
	c.all, c.index = d.Portfolio.Definition(), map[string]int{}
	for i, a := range c.all.Actions {
		c.index[a.ID] = i
	}
	names := map[string]bool{}
	set := Set{name: d.Name}
	var definitions []strategy.PortfolioDefinition
	for i, s := range d.Scenarios {
		c.of = fmt.Sprintf("scenario %d", i+1)
		if s.Name == "" || names[s.Name] {
			c.fault(FaultScenario, "name", s.Name, "a name of its own is needed")
		} else {
			c.of = of(s.Name)
		}
		if !s.Role.Valid() {
			c.fault(FaultScenario, "role", s.Role.String(), "allowed are "+strings.Join(roles[1:], ", "))
		}
		names[s.Name] = true
		b, p := c.scenario(s)
		set.built, definitions = append(set.built, b), append(definitions, p)
	}
	if c.faults.Len() > 0 {
		return Set{}, c.faults
	}
	for i, p := range definitions {
		set.built[i].portfolio = c.portfolio(of(set.built[i].Name), p)
	}
	if c.faults.Len() > 0 {
		return Set{}, c.faults
	}
	return set, nil
}

// of names a scenario in a message.
func of(name string) string { return "scenario " + words.Quote(name) }

// checker collects what is wrong with scenarios.
type checker struct {
	d      *Definition
	all    strategy.PortfolioDefinition
	index  map[string]int // of each action
	of     string
	faults ghg.Faults
}

func (c *checker) fault(code, field, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Of: c.of, Field: field, Value: value, Detail: detail, Place: c.d.Portfolio.Place()})
}

// set is about the definition but for its scenarios.
func (c *checker) set() {
	c.of = "scenario set " + words.Quote(c.d.Name)
	refuse := func(field, value, detail string) { c.fault(ghg.FaultDefinition, field, value, detail) }
	if c.d.Name == "" {
		refuse("name", "", "a name is needed")
	}
	if n := len(c.d.Scenarios); n == 0 || n > maxScenarios {
		refuse("scenarios", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxScenarios))
	}
	if c.d.Portfolio.IsZero() {
		refuse("portfolio", "", "one is needed: make it with strategy.NewPortfolio")
	}
	if c.d.Baseline.IsZero() {
		refuse("baseline", "", "one is needed: make it with strategy.NewBaseline")
	}
}

// portfolio is that of one scenario. What is wrong with it is said of the
// scenario.
func (c *checker) portfolio(scenario string, d strategy.PortfolioDefinition) strategy.Portfolio {
	made, _, err := strategy.NewPortfolio(d)
	if err == nil {
		return made
	}
	c.of = scenario
	var faults ghg.Faults
	if !errors.As(err, &faults) {
		c.fault(FaultOverride, "", "", err.Error())
	}
	for _, f := range faults.All {
		f.Of = strings.TrimSuffix(scenario+", "+f.Of, ", ")
		c.faults.Add(f)
	}
	c.faults.More += faults.More
	return made
}

// scenario is what a scenario comes to: its actions in the portfolio's order.
func (c *checker) scenario(s Scenario) (built, strategy.PortfolioDefinition) {
	b := built{Scenario: s, baseline: s.Baseline, order: c.index}
	b.Enabled = nil
	b.Overrides, b.Groups = slices.Clone(s.Overrides), slices.Clone(s.Groups)
	if b.baseline.IsZero() {
		b.baseline = c.d.Baseline
	} else if !slices.Equal(slices.Collect(b.baseline.Years()), slices.Collect(c.d.Baseline.Years())) {
		c.fault(FaultBaseline, "baseline", b.baseline.Name(),
			"its years differ from those of the set's baseline: scenarios are compared year by year")
	}
	if s.Role == WithoutMeasures && len(s.Enabled) > 0 {
		c.fault(FaultBaseline, "enabled", strings.Join(s.Enabled[:min(len(s.Enabled), 5)], ", "),
			"a scenario without measures has no actions: give it another role")
	}
	on := c.enabled(s.Enabled)
	for _, o := range s.Overrides {
		c.override(o, on)
	}
	p := c.all
	p.Name, p.NameKo = c.all.Name+": "+s.Name, ""
	p.Actions = slices.Clone(c.all.Actions)
	for i, a := range c.all.Actions {
		if on[a.ID] == nil {
			b.disabled = append(b.disabled, a.ID)
			continue
		}
		b.Enabled = append(b.Enabled, a.ID)
		p.Actions[i] = *on[a.ID]
		c.together(*on[a.ID], on)
	}
	if s.Groups != nil {
		p.Groups = nil
	}
	if s.CountedStages != (strategy.StageRule{}) {
		p.CountedStages = s.CountedStages
	}
	part, _, err := p.Only(b.Enabled...) // requirements that it finds are refused above
	c.groups(err)
	if s.Groups != nil {
		part.Groups = b.Groups
	}
	return b, part
}

// enabled are the actions with the IDs.
func (c *checker) enabled(ids []string) map[string]*strategy.Action {
	on := map[string]*strategy.Action{}
	for _, id := range ids {
		i, ok := c.index[id]
		if !ok {
			c.fault(FaultUnknownAction, "enabled", id, "no action of the portfolio "+c.d.Portfolio.Name())
			continue
		}
		if on[id] != nil {
			c.fault(FaultScenario, "enabled", id, "the action is enabled twice")
		}
		a := c.all.Actions[i]
		on[id] = &a
	}
	return on
}

// override makes one change.
func (c *checker) override(o Override, on map[string]*strategy.Action) {
	refuse := func(code, detail string) { c.fault(code, "override", o.String(), detail) }
	a := on[o.action]
	_, known := c.index[o.action]
	switch {
	case o.apply == nil:
		refuse(FaultOverride, "make one with scenario.Replace, SwapEffect, Delay or Scale")
	case !known:
		refuse(FaultUnknownAction, "no action of the portfolio "+c.d.Portfolio.Name())
	case a == nil:
		refuse(FaultDisabledAction, "the action is not enabled")
	default:
		changed, err := o.apply(*a)
		if err != nil {
			refuse(FaultOverride, err.Error())
			return
		}
		*a = changed
	}
}

// together checks that an action may be enabled with the others.
func (c *checker) together(a strategy.Action, on map[string]*strategy.Action) {
	refuse := func(code, detail string) { c.fault(code, "enabled", a.ID, detail) }
	if a.Stage.IsWithdrawn() {
		refuse(FaultWithdrawn, fmt.Sprintf("the action is %s: its effects do not count", a.Stage))
	}
	for _, id := range a.Requires {
		if on[id] == nil {
			refuse(FaultRequires, "the action requires "+words.Quote(id)+", which is not enabled")
		}
	}
	for _, id := range a.Excludes {
		if on[id] != nil {
			refuse(FaultExcludes, "the action excludes "+words.Quote(id)+", which is enabled")
		}
	}
}

// groups refuses groups of which a part is enabled.
func (c *checker) groups(err error) {
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			c.fault(FaultGroup, f.Field, f.Value, f.Detail)
		}
	}
}

// Name is the set's name.
func (s Set) Name() string { return s.name }

// Len is the number of scenarios.
func (s Set) Len() int { return len(s.built) }
