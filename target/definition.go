package target

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Definition is what [New] makes a target of.
type Definition struct {
	Name string // "Daegu 2030"
	// Place is whose target it is; series of another place are refused.
	Place ghg.PlaceID
	Due   int // the year that the goal is for
	// Views are the views that base and due year are measured in.
	Views Views
	// Metric is what the base, and every series held against it, is CO2e in.
	// [ghg.Unstated] has to be said: it is for figures whose source does not
	// state one, and meets only such figures.
	Metric ghg.Metric
	Goal   Goal
	// Timeframe says which years decide: the due year alone ([SingleYear], the
	// zero Timeframe), or a span of years that ends with it.
	Timeframe Timeframe
	// Milestones are levels for years between base and due year, in any order.
	Milestones []Milestone
	Source     string   // the document that sets the target; "" where not stated
	Published  ghg.Date // of that document; the zero Date where not stated
}

// DefinitionError says which field of a definition does not stand. The error
// of [New] joins one for each.
type DefinitionError struct {
	Target  string // name of the target
	Field   string
	Value   string // as given; "" where nothing was
	Allowed string // what is wrong, or what is allowed
	Err     error  // the cause, where it has a type of its own
}

func (e *DefinitionError) Error() string {
	value := ""
	if e.Value != "" {
		value = " " + e.Value
	}
	return fmt.Sprintf("target %q, %s%s: %s", e.Target, e.Field, value, e.Allowed)
}

// Unwrap is the cause, such as [ghg.ErrNoMetric].
func (e *DefinitionError) Unwrap() error { return e.Err }

// maxLevel bounds levels, so that every value of a pathway can be given to
// [PathwayPlaces] decimal places.
var maxLevel = decimal.New(1, 24)

// isYear reports whether the library accounts for a year.
func isYear(y int) bool { return !ghg.CalendarYear(y).IsZero() }

// problems collects what is wrong with a definition.
type problems struct {
	target string
	all    []error
}

func (p *problems) addf(field string, value any, err error, format string, a ...any) {
	p.all = append(p.all, &DefinitionError{Target: p.target, Field: field, Value: fmt.Sprint(value), Allowed: fmt.Sprintf(format, a...), Err: err})
}

// check notes what is wrong with the fields that all goals share.
func (d Definition) check(p *problems) {
	if d.Name == "" {
		p.addf("Name", "", nil, "a name is needed")
	}
	if d.Place == "" {
		p.addf("Place", "", nil, "say whose target it is")
	}
	if !isYear(d.Due) {
		p.addf("Due", d.Due, nil, "a due year from 1850 to 2300 is needed")
	}
	switch base, due := d.Views.Base, d.Views.Due; {
	case base.IsZero() || due.IsZero():
		p.addf("Views", "", ghg.ErrNoView, "%s", ghg.ErrNoView)
	case base.ID().Scheme != due.ID().Scheme:
		p.addf("Views", "", nil, "the base is measured in %s, the due year in %s: both must follow one guideline edition", base, due)
	}
	if d.Metric.IsZero() {
		p.addf("Metric", "", ghg.ErrNoMetric, "%s", ghg.ErrNoMetric)
	}
	if d.Published != (ghg.Date{}) && !d.Published.Valid() {
		p.addf("Published", d.Published, nil, "a day that exists is needed, or none")
	}
}

func (p *problems) err() error { return errors.Join(p.all...) }
