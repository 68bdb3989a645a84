package target

import (
	"errors"
	"fmt"
	"iter"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// PathwayPlaces is the precision of a pathway, in decimal places of a tonne.
const PathwayPlaces = 12

// Pathway is a rule that says where emissions should stand in the years
// between the levels that a target sets. The rule is a choice, so it is always
// an argument; the zero Pathway is refused.
//
// A goal that moves with an activity or a baseline has its pathway in shares:
// the rule runs between the shares left, and the value of a year is that share
// of the year's reference.
type Pathway struct{ def *pathway }

type pathway struct {
	name    string
	nameKo  string // "" where the name is a plan's
	formula string
	// rule is the same in the grammar of derivations, between two points; base is the
	// symbol of what a goal cuts from.
	rule func(a, z point, base string) rule
	// between is the value in a year between two points, as a quotient. Base is
	// what a goal cuts from: 0 where it states none.
	between func(a, z point, year int, base decimal.Decimal, r *lastRoot) (num, den decimal.Decimal, err error)
	// stated are the values of a pathway that is given year by year.
	stated map[int]ghg.CO2e
}

// point is a level, in tonnes or as the share left of a reference that moves.
type point struct {
	year  int
	value decimal.Decimal
	co2e  ghg.CO2e // the level itself
	text  string   // for explanations
}

// points are the levels that a pathway runs through, the base first.
func (c course) points() []point {
	var out []point
	if c.first != 0 {
		p := point{c.first, c.base.Tonnes(), c.base, c.base.String()}
		switch {
		case c.ofUnit:
			p.value, _ = exact.Quotient(c.start.num, c.start.den, powerPlaces) // an activity is above zero
			p.text = c.perUnit(p.value)
		case c.moves != nil:
			p.value, p.text = one, "100% of the reference"
		}
		out = append(out, p)
	}
	for _, l := range c.levels {
		p := point{l.year, l.co2e.Tonnes(), l.co2e, l.co2e.String()}
		switch {
		case c.ofUnit:
			p.value, p.text = l.left, c.perUnit(l.left)
		case c.moves != nil:
			p.value, p.text = l.left, l.cut.Complement().String()+" of the reference"
		}
		out = append(out, p)
	}
	return out
}

// perUnit is a level of one unit, as it is shown.
func (c course) perUnit(tonnes decimal.Decimal) string {
	return exact.Round(tonnes, PathwayPlaces).String() + " t a unit"
}

// Linear is the straight line from each level of a target to its next, from
// base year to due year through all milestones:
//
//	v = a + (z - a) × (y - ya) / (yz - ya)
var Linear = Pathway{&pathway{name: "linear", nameKo: "선형", formula: linearRule.formula, between: linear,
	rule: func(_, _ point, _ string) rule { return linearRule }}}

// linear multiplies before it divides.
func linear(a, z point, year int, _ decimal.Decimal, _ *lastRoot) (num, den decimal.Decimal, err error) {
	all, gone := years(z.year-a.year), years(year-a.year)
	return a.value.Mul(all).Add(z.value.Sub(a.value).Mul(gone)), all, nil
}

// Stepwise holds each level of a target until the year of the next:
//
//	v = a
//
// Emissions may stay where they are for years, and then have to fall at once:
// [Target.BackLoading] says by how much such a path exceeds the straight line.
var Stepwise = Pathway{&pathway{name: "stepwise", nameKo: "계단식", formula: "a",
	rule: func(_, _ point, _ string) rule { return rule{formula: "a"} },
	between: func(a, _ point, _ int, _ decimal.Decimal, _ *lastRoot) (num, den decimal.Decimal, err error) {
		return a.value, one, nil
	}}}

func years(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// Stated is a pathway that a plan gives year by year, as amounts in the
// target's metric: a council's own path, or one that spends a carbon budget. It
// needs a value for every year that is asked; in a year that has a level, the
// level counts. Goals that move with an activity or a baseline have no such
// pathway. A year given twice is a [*ghg.TwiceError].
func Stated(name, source string, values iter.Seq2[int, ghg.CO2e]) (Pathway, error) {
	of := "pathway " + words.Quote(name)
	var faults ghg.Faults
	if name == "" {
		faults.Refuse(of, "name", "", "a name is needed")
	}
	if source == "" {
		faults.Refuse(of, "source", "", "name the plan that states it")
	}
	if values == nil {
		faults.Refuse(of, "values", "", "values are needed")
	}
	if err := faults.Err(); err != nil {
		return Pathway{}, err
	}
	p := &pathway{name: name, formula: statedBy + source, stated: map[int]ghg.CO2e{}}
	for year, v := range values { // it ends with the first fault: a sequence may have no end
		if err := ghg.CheckYear(of, year); err != nil {
			return Pathway{}, err
		}
		if _, twice := p.stated[year]; twice {
			return Pathway{}, &ghg.TwiceError{Of: of, What: "year", ID: strconv.Itoa(year)}
		}
		if v.Tonnes().Abs().GreaterThan(maxLevel) {
			return Pathway{}, ghg.Refusal(of+" in "+strconv.Itoa(year), "value", "",
				fmt.Sprintf("a value must be at most %s t", maxLevel))
		}
		p.stated[year] = v
	}
	return Pathway{p}, nil
}

var errNoPathway = errors.New("no pathway given: name one, such as target.Linear")

// IsZero reports whether there is no pathway.
func (p Pathway) IsZero() bool { return p.def == nil }

// String is the pathway's name.
func (p Pathway) String() string {
	if p.def == nil {
		return "no pathway"
	}
	return p.def.name
}

// Formula is the pathway's rule: a is the level of the year ya before, z that
// of the year yz after the year y.
func (p Pathway) Formula() string {
	if p.def == nil {
		return ""
	}
	return p.def.formula
}

// PathwayError says that a pathway has no value for a year between two levels
// of a target.
type PathwayError struct {
	Target  string
	Pathway string
	Year    int
	Reason  string // and what to do
	Err     error
}

func (e *PathwayError) Error() string {
	return fmt.Sprintf("target %q: the %s pathway has no value for %d: %s", e.Target, e.Pathway, e.Year, e.Reason)
}

// Unwrap is the cause, where it has a type of its own.
func (e *PathwayError) Unwrap() error { return e.Err }

// Pathway is where emissions should stand in a year from base year to due
// year: exactly the level in a year that has one, otherwise the pathway's value
// rounded to [PathwayPlaces]. Other years are a [*ghg.YearError]; of a goal
// without a base year those before its first level. A pathway that has no value
// there is a [*PathwayError], and a goal that moves, in a year without a
// reference, a [*ghg.NoFigureError].
func (t Target) Pathway(p Pathway, year int) (ghg.CO2e, error) { return t.along(p, year, &lastRoot{}) }

// along is the pathway in a year, with the root that the year before took.
func (t Target) along(p Pathway, year int, r *lastRoot) (ghg.CO2e, error) {
	a, z, err := t.around(p, year)
	if err != nil {
		return ghg.CO2e{}, err
	}
	fail := func(reason string, err error) (ghg.CO2e, error) {
		return ghg.CO2e{}, &PathwayError{t.Name(), p.String(), year, reason, err}
	}
	var num, den decimal.Decimal
	switch {
	case year == z.year:
		return z.co2e, nil
	case year == a.year:
		return a.co2e, nil
	case p.def.stated != nil:
		v, ok := p.def.stated[year]
		switch {
		case t.def.moves != nil:
			return fail(movesNotStated, nil)
		case !ok:
			return fail("it is stated year by year, and not for this one", nil)
		case v.Metric().ID() != t.Metric().ID():
			return fail("its values are on another metric", &ghg.MetricMismatchError{A: t.Metric().ID(), B: v.Metric().ID()})
		}
		return v, nil
	default:
		base := t.def.base.Tonnes()
		switch {
		case t.def.ofUnit && t.def.first != 0:
			base = t.def.points()[0].value
		case t.def.moves != nil:
			base = one
		}
		if num, den, err = p.def.between(a, z, year, base, r); err != nil {
			return fail(err.Error(), err)
		}
	}
	if why, err := t.def.ofReference(year); why != "" && err == nil {
		return fail(why, nil)
	}
	return t.def.amount(year, num, den, t.Metric())
}

const movesNotStated = "the levels of the goal move, and stated amounts do not; " +
	"use a pathway that runs in shares, such as target.Linear"

// around finds the levels that a year lies between.
func (t Target) around(p Pathway, year int) (a, z point, err error) {
	switch {
	case t.def == nil:
		return a, z, ErrNoTarget
	case p.def == nil:
		return a, z, errNoPathway
	case len(t.def.levels) == 0:
		return a, z, t.noLimit(year)
	}
	points := t.def.points()
	if first := points[0].year; year < first || year > t.Due() {
		return a, z, &ghg.YearError{Of: "pathway of " + t.of(), Year: year, First: first, Last: t.Due()}
	}
	i := 0
	for points[i].year < year {
		i++
	}
	return points[max(i-1, 0)], points[i], nil
}

// Along yields every year from base year to due year with the pathway's value;
// of a goal without a base year, from its first level.
func (t Target) Along(p Pathway) (iter.Seq2[int, ghg.CO2e], error) {
	if t.def == nil {
		return nil, ErrNoTarget
	}
	first := t.Due()
	if points := t.def.points(); len(points) > 0 {
		first = points[0].year
	}
	values := make([]ghg.CO2e, t.Due()-first+1)
	var r lastRoot
	for i := range values {
		v, err := t.along(p, first+i, &r)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return func(yield func(int, ghg.CO2e) bool) {
		for i, v := range values {
			if !yield(first+i, v) {
				return
			}
		}
	}, nil
}

// SumOfYears is what a pathway lets through in the calendar years from first
// to last, both included: the sum of annual inventories that follow it. The
// area under the line is another figure.
func (t Target) SumOfYears(p Pathway, first, last int) (ghg.CO2e, error) {
	if last < first {
		return ghg.CO2e{}, &ghg.YearError{Of: "last year of a sum on " + t.of(), Year: last, First: first, Last: ghg.LastYear}
	}
	var sum decimal.Decimal
	var r lastRoot
	for y := first; y <= last; y++ {
		v, err := t.along(p, y, &r)
		if err != nil {
			return ghg.CO2e{}, err
		}
		sum = sum.Add(v.Tonnes())
	}
	total, err := ghg.NewCO2e(sum, ghg.Tonne, t.Metric())
	if err != nil {
		return ghg.CO2e{}, fmt.Errorf("%s, %d to %d: %w", t.of(), first, last, err)
	}
	return total, nil
}
