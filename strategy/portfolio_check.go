package strategy

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// check is about the definition but for its actions.
func (d *PortfolioDefinition) check() ghg.Faults {
	of := "portfolio " + words.Quote(d.Name)
	f := plain(of, d.Name, &d.Place, ghg.Basis{View: d.View, Metric: d.Metric}, d.Scheme)
	if d.Framework.IsZero() {
		f.Refuse(of, "framework", "", "make one with strategy.NewFramework")
	}
	seen := map[string]bool{d.Framework.ID(): true}
	for _, t := range d.Taxonomies {
		if t.IsZero() || seen[t.ID()] {
			f.Refuse(of, "taxonomies", t.ID(), "one with an ID of its own is needed")
		}
		seen[t.ID()] = true
	}
	if n := len(d.Actions); n > MaxActions {
		f.Refuse(of, "actions", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", MaxActions))
	}
	effects, models := 0, 0
	for _, a := range d.Actions {
		effects += len(a.Effects)
		for _, q := range a.Quantifications {
			models++
			effects += len(q.definition().kinds) * max(1, len(q.definition().Effects))
		}
	}
	if effects > maxEffects {
		f.Refuse(of, "effects", strconv.Itoa(effects), fmt.Sprintf("at most %d are allowed", maxEffects))
	}
	if models > 0 || d.Through != 0 {
		f.RefuseYear(of, "through", d.Through)
	}
	return f
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
	d         *PortfolioDefinition
	inView    map[string]bool
	first     map[string]int // of each ID
	faults    ghg.Faults
	findings  ghg.Findings
	onFactors FactorFindings
	errs      []error // of quantifications, beside their faults
	effects   []placed
	aside     []placed
}

// of names an action in a fault or finding: by its place where it has no ID.
func (c *checker) of(i int) string {
	if id := c.d.Actions[i].ID; id != "" {
		return actionOf(id)
	}
	return fmt.Sprintf("action %d", i+1)
}

// refusal adds faults of one thing.
func (c *checker) refusal(of string) refusal {
	return func(code, field, value, detail string) {
		c.faults.Add(ghg.Fault{Code: code, Of: of, Field: field, Value: value, Detail: detail, Place: c.d.Place})
	}
}

func (c *checker) action(i int) {
	a, of := c.d.Actions[i], c.of(i)
	refuse := c.refusal(of)
	if a.ID == "" || len(a.ID) > ghg.MaxName {
		refuse(FaultAction, "id", a.ID, fmt.Sprintf("an ID of at most %d bytes is needed", ghg.MaxName))
	}
	if a.Name == "" {
		refuse(FaultAction, "name", "", "a name is needed")
	}
	if a.Source == "" {
		refuse(FaultAction, "source", "", "name the document that holds it")
	}
	if j, taken := c.first[a.ID]; taken && a.ID != "" {
		refuse(FaultDuplicateAction, "id", a.ID, fmt.Sprintf("actions %d and %d both have it: one ID for one action", j+1, i+1))
	} else {
		c.first[a.ID] = i
	}
	if _, ok := c.d.Framework.Area(a.Area); !ok {
		refuse(FaultUnknownArea, "area", a.Area,
			fmt.Sprintf("no area of %s: allowed are %s", c.d.Framework.ID(), strings.Join(c.d.Framework.AreaCodes(), ", ")))
	}
	for _, k := range a.Codes {
		if !c.hasCode(k) {
			refuse(FaultTaxonomy, "codes", k.Taxonomy+" "+k.Code, "no area of one of the portfolio's taxonomies")
		}
	}
	for _, f := range a.Check().All {
		f.Of, f.Place = joinOf(of, f.Of), c.d.Place
		c.faults.Add(f)
	}
	if !a.IsQuantified() && a.Purpose != Adaptation {
		c.finding(FindingNotQuantified, of, ghg.Category{}, "it has no effect on emissions that is quantified")
	}
	if !a.Stage.IsWithdrawn() {
		for _, f := range a.Findings().All {
			f.Of = of
			c.findings.Add(f)
		}
	}
	for n, e := range a.Effects {
		c.effect(i, n, e, fmt.Sprintf("%s, effect %d", of, n+1))
	}
}

// joinOf names a part of a thing.
func joinOf(of, part string) string {
	if part == "" {
		return of
	}
	return of + ", " + part
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

func (c *checker) effect(action, nth int, e Effect, of string) {
	folded, refuse := e.On.Folded(), c.refusal(of)
	p := placed{action: action, nth: nth, group: -1, Effect: e, fuel: folded.Fuel, endUse: folded.EndUse}
	on, scheme := e.On, c.d.Scheme.ID()
	switch {
	case on.Category == ghg.Category{} && p.endUse == "":
		refuse(FaultEmissionSource, "on", "", "name the category that it acts on, or say the end use in words where the category is not known")
		return
	case on.Category == ghg.Category{}:
		c.finding(FindingCategoryUnstated, of, ghg.Category{},
			fmt.Sprintf("it acts on %s: the category is not known, so overlap is told by these words alone", words.Quote(on.EndUse)))
	case scheme == "":
		refuse(ghg.FaultUnknownCategory, "on", on.Category.String(),
			"the view is a declared one: give the scheme of the categories in PortfolioDefinition.Scheme")
		return
	default:
		n, ok := c.d.Scheme.Node(on.Category.Code)
		if !ok || on.Category.Scheme != scheme || on.Category.Code != n.Code {
			refuse(ghg.FaultUnknownCategory, "on", on.Category.String(), fmt.Sprintf("no category of %s, as the standard writes it", scheme))
			return
		}
		if c.inView != nil && !c.inView[n.Code] {
			refuse(FaultOutsideView, "on", n.Code,
				fmt.Sprintf("%s does not count this category: measure in a view that does, or leave the effect out", c.d.View))
		}
		p.lineage = lineage(c.d.Scheme, n.Code)
	}
	if !e.Interaction.Valid() {
		refuse(FaultInteraction, "interaction", e.Interaction.String(), "allowed are "+strings.Join(interactions, ", "))
	}
	if e.Reductions.IsZero() == e.Cuts.IsZero() {
		refuse(FaultReductions, "reductions", "",
			"an effect needs reductions or cuts, and not both: leave it out where the action is not quantified")
		return
	}
	if a, b := c.d.Metric.ID(), e.Reductions.metric.ID(); a != b && !e.Reductions.IsZero() {
		refuse(FaultMetric, "metric", b.String(), fmt.Sprintf("the portfolio is on metric %s, and amounts on two metrics do not meet", a))
		return
	}
	if !c.d.Actions[action].Stage.IsWithdrawn() {
		p.figures = figuresOf(&p.Effect)
		c.effects = append(c.effects, p)
	}
}

func (c *checker) finding(code, of string, category ghg.Category, detail string) {
	c.findings.Add(ghg.Finding{Code: code, Severity: ghg.Note, Of: of, Category: category, Detail: detail})
}
