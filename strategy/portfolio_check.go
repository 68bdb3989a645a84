package strategy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// check is about the definition but for its actions.
func (d PortfolioDefinition) check() error {
	errs := plain(d.Name, d.Place, d.View, d.Metric, d.Scheme)
	if d.Framework.IsZero() {
		errs = append(errs, errors.New("no framework given: make one with strategy.NewFramework"))
	}
	seen := map[string]bool{d.Framework.ID(): true}
	for _, t := range d.Taxonomies {
		if t.IsZero() || seen[t.ID()] {
			errs = append(errs, fmt.Errorf("taxonomy %.60q: one with an ID of its own is needed", t.ID()))
		}
		seen[t.ID()] = true
	}
	if len(d.Actions) > MaxActions {
		errs = append(errs, fmt.Errorf("%d actions: at most %d are allowed", len(d.Actions), MaxActions))
	}
	effects := 0
	for _, a := range d.Actions {
		effects += len(a.Effects)
	}
	if effects > MaxEffects {
		errs = append(errs, fmt.Errorf("%d effects: at most %d are allowed", effects, MaxEffects))
	}
	return errors.Join(errs...)
}

// viewNodes are the codes that a view counts and those above them; nil for a
// declared view, whose selection is not known.
func viewNodes(v ghg.View) map[string]bool {
	if v.IsDeclared() {
		return nil
	}
	in := map[string]bool{}
	for _, code := range v.Categories() {
		for _, above := range lineage(v.Scheme(), code) {
			in[above] = true
		}
	}
	return in
}

// checker collects what is wrong with actions and what stands.
type checker struct {
	d        *PortfolioDefinition
	inView   map[string]bool
	first    map[string]int // of each ID
	faults   ghg.Faults
	findings ghg.Findings
	effects  []placed
}

func (c *checker) action(i int) {
	a := c.d.Actions[i]
	where := fmt.Sprintf("action %d %.60q", i+1, a.ID)
	if a.ID == "" || len(a.ID) > ghg.MaxName || a.Name == "" || a.Source == "" {
		c.fault(FaultAction, where, "", fmt.Sprintf("an ID of at most %d bytes, a name and a source are needed", ghg.MaxName))
	}
	if j, taken := c.first[a.ID]; taken && a.ID != "" {
		c.fault(FaultDuplicateAction, where, "", fmt.Sprintf("action %d has this ID too", j+1))
	} else {
		c.first[a.ID] = i
	}
	if _, ok := c.d.Framework.Area(a.Area); !ok {
		c.fault(FaultUnknownArea, where+", area", a.Area, fmt.Sprintf("no area of %s: allowed are %s", c.d.Framework.ID(), strings.Join(c.d.Framework.AreaCodes(), ", ")))
	}
	for _, k := range a.Codes {
		if !c.hasCode(k) {
			c.fault(FaultTaxonomy, where+", code", k.Taxonomy+" "+k.Code, "no area of one of the portfolio's taxonomies")
		}
	}
	for _, f := range a.check(where) {
		f.Place = c.d.Place
		c.faults.Add(f)
	}
	if !a.IsQuantified() {
		c.finding(FindingNotQuantified, ghg.Category{}, where+" has no effect on emissions that is quantified")
	}
	for n, e := range a.Effects {
		c.effect(i, n, e, fmt.Sprintf("%s, effect %d", where, n+1))
	}
}

// hasCode reports whether a code is of one of the other taxonomies.
func (c *checker) hasCode(k TaxonomyCode) bool {
	for _, t := range c.d.Taxonomies {
		if t.ID() == k.Taxonomy {
			_, ok := t.Area(k.Code)
			return ok
		}
	}
	return false
}

func (c *checker) effect(action, nth int, e Effect, where string) {
	words := e.On.Folded()
	p := placed{action: action, nth: nth, group: -1, Effect: e, fuel: words.Fuel, endUse: words.EndUse}
	on, scheme := e.On, c.d.Scheme.ID()
	switch {
	case on.Category == ghg.Category{} && p.endUse == "":
		c.fault(FaultEmissionSource, where, "", "name the category that it acts on, or say the end use in words where the category is not known")
		return
	case on.Category == ghg.Category{}:
		c.finding(FindingCategoryUnstated, ghg.Category{}, fmt.Sprintf("%s acts on %q: the category is not known, so overlap is told by these words alone", where, on.EndUse))
	case scheme == "":
		c.fault(ghg.FaultUnknownCategory, where, on.Category.String(), "the view is a declared one: give the scheme of the categories in PortfolioDefinition.Scheme")
		return
	default:
		n, ok := c.d.Scheme.Node(on.Category.Code)
		if !ok || on.Category.Scheme != scheme || on.Category.Code != n.Code {
			c.fault(ghg.FaultUnknownCategory, where, on.Category.String(), fmt.Sprintf("no category of %s, as the standard writes it", scheme))
			return
		}
		if c.inView != nil && !c.inView[n.Code] {
			c.fault(FaultOutsideView, where, n.Code, fmt.Sprintf("%s does not count this category: measure in a view that does, or leave the effect out", c.d.View))
		}
		p.lineage = lineage(c.d.Scheme, n.Code)
	}
	if !e.Interaction.Valid() {
		c.fault(FaultInteraction, where, e.Interaction.String(), "allowed are "+strings.Join(interactions, ", "))
	}
	if e.Reductions.IsZero() == e.Cuts.IsZero() {
		c.fault(FaultReductions, where, "", "an effect needs reductions or cuts, and not both: leave it out where the action is not quantified")
		return
	}
	if a, b := c.d.Metric.ID(), e.Reductions.metric.ID(); a != b && !e.Reductions.IsZero() {
		c.fault(FaultMetric, where, b.String(), fmt.Sprintf("the portfolio is on metric %s, and amounts on two metrics do not meet", a))
		return
	}
	if !c.d.Actions[action].Stage.IsWithdrawn() {
		c.effects = append(c.effects, p)
	}
}

func (c *checker) fault(code, field, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Field: field, Value: value, Detail: detail, Place: c.d.Place})
}

func (c *checker) finding(code string, category ghg.Category, detail string) {
	c.findings.Add(ghg.Finding{Code: code, Severity: ghg.Note, Category: category, Detail: detail})
}
