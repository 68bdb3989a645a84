package target

import (
	"fmt"
	"slices"

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
	// state one, and meets only such figures. [ghg.CO2Only] is that of a target of
	// CO2 alone, whose base and levels may be masses of CO2.
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

// maxLevel bounds levels, so that every value of a pathway can be given to
// [PathwayPlaces] decimal places.
var maxLevel = decimal.New(1, 24)

// problems are the faults of the definition of one target.
type problems struct {
	ghg.Faults
	of      string  // `target "Daegu 2030"`
	between []error // of fields that do not meet: each is a fault too
}

// in are the problems of a part of the target, which it takes over when they are known.
func (p *problems) in(part string) *problems { return &problems{of: p.of + ", " + part} }

func (p *problems) take(part *problems) {
	for _, f := range part.All {
		p.Add(f)
	}
	p.between = append(p.between, part.between...)
}

// meet notes two fields that do not meet: as a fault, and as the
// [*ghg.MismatchError] that it is.
func (p *problems) meet(field, detail string, err error) {
	if err != nil {
		p.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: p.of, Field: field, Detail: detail})
		p.between = append(p.between, err)
	}
}

// Err is nil where nothing is wrong.
func (p *problems) Err() error {
	if len(p.between) == 0 {
		return p.Faults.Err()
	}
	return unmet{p.Faults, p.between}
}

// unmet are faults and the mismatches behind some of them. It reads as the faults
// alone, so that nothing is said twice; errors.As finds both.
type unmet struct {
	ghg.Faults
	between []error
}

func (e unmet) Unwrap() []error { return append([]error{e.Faults}, e.between...) }

func (p *problems) addf(field string, value any, format string, a ...any) {
	p.Refuse(p.of, field, given(value), fmt.Sprintf(format, a...))
}

func (p *problems) year(field string, year int) bool { return !p.RefuseYear(p.of, field, year) }

// given is a value in messages, "" where it was not given.
func given(value any) string {
	if v, ok := value.(interface{ IsUnset() bool }); ok && v.IsUnset() {
		return ""
	}
	return fmt.Sprint(value)
}

// isYear reports whether the library accounts for a year.
func isYear(year int) bool { return ghg.CheckYear("", year) == nil }

// setsLevel reports whether the goal has a level for a year.
func (d Definition) setsLevel(year int) bool {
	return year == d.Due || slices.ContainsFunc(d.Milestones, func(m Milestone) bool { return m.Year == year })
}

// check notes what is wrong with the fields that all goals share.
func (d Definition) check(p *problems) {
	if d.Name == "" || len(d.Name) > ghg.MaxName {
		p.addf("name", d.Name, "a name of 1 to %d bytes is needed", ghg.MaxName)
	}
	if d.Place == "" {
		p.addf("place", "", "say whose target it is")
	}
	p.year("due", d.Due)
	switch base, due := d.Views.Base, d.Views.Due; {
	case base.IsZero() || due.IsZero():
		p.addf("views", "", "%s", ghg.ErrNoView)
	case base.ID().Scheme != due.ID().Scheme:
		at := func(v ghg.View) ghg.Basis { return ghg.Basis{Place: d.Place, View: v, Metric: d.Metric} }
		p.meet("views", fmt.Sprintf("the base is measured in %s, the due year in %s: both must follow one guideline edition", base, due),
			at(base).Meets("the base", at(due), "the due year"))
	}
	if d.Metric.IsZero() {
		p.addf("metric", "", "%s", ghg.ErrNoMetric)
	}
	if d.Published != (ghg.Date{}) && !d.Published.Valid() {
		p.addf("published", d.Published, "a day that exists is needed, or none")
	}
}
