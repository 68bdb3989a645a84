package strategy

import (
	"errors"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// PortfolioDefinition is what [NewPortfolio] makes a portfolio of.
type PortfolioDefinition struct {
	Name, NameKo string
	Place        ghg.PlaceID
	Framework    Framework
	// View is what the reductions are measured in: that of the target.
	View   ghg.View
	Metric ghg.Metric
	// Scheme is that of the categories that effects name. It is needed only
	// where the view is a declared one and has none.
	Scheme ghg.Scheme
	// Taxonomies are the other frameworks that actions have codes in.
	Taxonomies []Framework
	Actions    []Action
	// Through is the last year up to which quantifications are worked out; needed where
	// an action has one. What it cuts later is unknown.
	Through int
	// CountedStages are the stages at which what an action is to cut counts: the zero
	// rule is every stage but idea and postponed. Those that do not count are a finding,
	// with their tonnes.
	CountedStages StageRule
	// Groups are the effects whose joint effect a document states.
	Groups []Group
}

// Portfolio is the actions of one place in one framework, with effects on one
// view and one metric. It is immutable. The zero Portfolio holds no actions and
// answers no question.
type Portfolio struct{ def *portfolio }

type portfolio struct {
	PortfolioDefinition
	zero     ghg.CO2e // on the portfolio's metric
	effects  []placed // that count, in the order of the actions
	aside    []placed // that do not count by the stage of their action
	overlaps []*OverlapError
	index    map[string]int // of each ID
}

// MaxActions is how many actions a portfolio may have.
const MaxActions = 10000

// maxEffects is how many effects the actions of a portfolio may have together.
const maxEffects = 20000

// The codes of the faults of an action, beside [ghg.FaultUnknownCategory].
const (
	FaultAction          = "action"           // an ID, a name or a source is missing
	FaultDuplicateAction = "duplicate-action" // two actions of one ID
	FaultUnknownArea     = "unknown-area"     // no area of the framework
	FaultEmissionSource  = "emission-source"  // an effect that names no source
	FaultOutsideView     = "outside-view"     // an effect on what the view does not count
	FaultInteraction     = "interaction"      // no such interaction
	FaultReductions      = "reductions"       // an effect without reductions
	FaultQuantification  = "quantification"   // one that gives no effects, or has no ID of its own
	FaultMetric          = "metric"           // not the portfolio's
	FaultTaxonomy        = "taxonomy"         // no area of one of the taxonomies
	FaultGroup           = "group"            // a group that is not one of effects on a source
)

// The codes of the findings on an action.
const (
	FindingNotQuantified    = "not-quantified"    // an action without effects
	FindingCategoryUnstated = "category-unstated" // an effect whose source is words only
	FindingOverlap          = "overlap"           // effects that meet and cannot simply be added
	FindingRequires         = "requires"          // an action that requires one that is withdrawn or does not count
	FindingExcludes         = "excludes"          // two actions that exclude each other and both count
)

// ErrNoPortfolio says that the zero Portfolio was asked.
var ErrNoPortfolio = errors.New("no portfolio: make one with strategy.NewPortfolio")

// maxOverlaps is how many overlaps a message lists.
const maxOverlaps = 1000

// NewPortfolio checks a definition and makes a portfolio of it. What does not
// stand comes all at once, as [ghg.Faults]: what the definition lacks, or else what
// is wrong with the actions in their order, the groups, and the relations between
// actions; beside them a [*CycleError] where actions require each other in a circle.
// Findings name the actions that are not quantified, those that do not count by their
// stage, with their tonnes in the last year, those that require one that
// is withdrawn or does not count, those that exclude each other and are both in it, those whose steps do
// not follow one another ([Action.Findings]), the effects whose
// category is not known, and those that meet on a source and cannot simply be added.
func NewPortfolio(d PortfolioDefinition) (Portfolio, ghg.Findings, error) {
	if err := d.check().Err(); err != nil {
		return Portfolio{}, ghg.Findings{}, err
	}
	if !d.View.IsDeclared() {
		d.Scheme = d.View.Scheme()
	}
	d.Actions = slices.Clone(d.Actions)
	d.Taxonomies = slices.Clone(d.Taxonomies)
	c := checker{d: &d, inView: viewNodes(d.View), first: make(map[string]int, len(d.Actions))}
	effects := 0
	for i := range d.Actions {
		effects += len(d.Actions[i].Effects)
	}
	c.effects = make([]placed, 0, effects)
	for i := range d.Actions {
		d.Actions[i] = d.Actions[i].clone() // once: a caller may change its slices
		c.quantify(i)
		c.action(i)
	}
	c.factorsFirst()
	c.groups()
	c.setAside()
	circle := c.relations()
	if err := errors.Join(append([]error{c.faults.Err(), circle}, c.errs...)...); err != nil {
		return Portfolio{}, ghg.Findings{}, err
	}
	c.requires()
	c.excludes()
	all := overlaps(d.Actions, c.effects)
	for _, o := range all {
		c.finding(FindingOverlap, o.Sources[0].String(), ghg.Category{}, o.Error())
	}
	zero, err := ghg.CO2eOf(ghg.Mass{}, d.Metric)
	p := Portfolio{&portfolio{d, zero, c.effects, c.aside, all, c.first}}
	c.notCounted(p)
	return p, c.findings, err
}

// IsZero reports whether there is no portfolio.
func (p Portfolio) IsZero() bool { return p.def == nil }

// Name is the portfolio's name.
func (p Portfolio) Name() string { return p.definition().Name }

// NameKo is the portfolio's name in Korean, or "".
func (p Portfolio) NameKo() string { return p.definition().NameKo }

// Place is the place whose plan it is.
func (p Portfolio) Place() ghg.PlaceID { return p.definition().Place }

// Framework is the framework that gives the areas.
func (p Portfolio) Framework() Framework { return p.definition().Framework }

// View is the view that the reductions are measured in.
func (p Portfolio) View() ghg.View { return p.definition().View }

// Metric is the metric of all amounts.
func (p Portfolio) Metric() ghg.Metric { return p.definition().Metric }

// CountedStages are the stages at which what an action is to cut counts.
func (p Portfolio) CountedStages() StageRule { return p.definition().CountedStages }

// Basis is place, view and metric of the portfolio: what it may be held against.
func (p Portfolio) Basis() ghg.Basis {
	d := p.definition()
	return ghg.Basis{Place: d.Place, View: d.View, Metric: d.Metric}
}

// Definition is what the portfolio was made of, for making another.
func (p Portfolio) Definition() PortfolioDefinition {
	d := p.definition()
	d.Actions = slices.Collect(p.Actions())
	d.Taxonomies = slices.Clone(d.Taxonomies)
	d.Groups = slices.Clone(d.Groups)
	for i := range d.Groups {
		d.Groups[i].Actions = slices.Clone(d.Groups[i].Actions)
	}
	return d
}

// Len is the number of actions.
func (p Portfolio) Len() int { return len(p.definition().Actions) }

// Actions yields the actions in their order.
func (p Portfolio) Actions() iter.Seq[Action] {
	return func(yield func(Action) bool) {
		for _, a := range p.definition().Actions {
			if !yield(a.clone()) {
				return
			}
		}
	}
}

// Action finds an action by its ID.
func (p Portfolio) Action(id string) (Action, bool) {
	if p.def == nil {
		return Action{}, false
	}
	i, ok := p.def.index[id]
	if !ok {
		return Action{}, false
	}
	return p.def.Actions[i].clone(), true
}

// nothing is an amount of 0 on the portfolio's metric.
func (p Portfolio) nothing() ghg.CO2e {
	if p.def == nil {
		return ghg.CO2e{}
	}
	return p.def.zero
}

// definition is the portfolio's, or an empty one for the zero Portfolio.
func (p Portfolio) definition() PortfolioDefinition {
	if p.def == nil {
		return PortfolioDefinition{}
	}
	return p.def.PortfolioDefinition
}
