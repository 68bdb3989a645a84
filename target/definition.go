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
	// Milestones are levels for years between base and due year, in any order.
	Milestones []Milestone
	Source     string // the document that sets the target; "" where not stated
}

// Views are the views that a target is measured in, one for each end: what its
// base counts, and what the due year and every year on the way count.
type Views struct{ Base, Due ghg.View }

// Same is one view for both ends.
func Same(v ghg.View) Views { return Views{Base: v, Due: v} }

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

// TwoViewsError says that a target has one view for its base and another for
// its due year. A share cut between two views is not the share of either: a
// net level held against a gross base overstates the cut. It cannot be judged
// before both bases are reported.
type TwoViewsError struct{ Base, Due ghg.ViewID }

func (e *TwoViewsError) Error() string {
	return fmt.Sprintf("the base is measured in %s, the due year in %s: a cut from one view to another is the cut of neither, and needs the base year reported in both; "+
		"define a target in one view with target.Same", e.Base, e.Due)
}

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
	case base.ID() != due.ID():
		err := &TwoViewsError{base.ID(), due.ID()}
		p.addf("Views", "", err, "%s", err)
	}
	if d.Metric.IsZero() {
		p.addf("Metric", "", ghg.ErrNoMetric, "%s", ghg.ErrNoMetric)
	}
}

func (p *problems) err() error { return errors.Join(p.all...) }
