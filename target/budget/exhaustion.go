package budget

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Course is a course that emissions may take: held constant, along a trend
// line, or as a plan says. The zero Course is refused.
type Course struct {
	name  string
	years func(first, last int) iter.Seq2[int, ghg.CO2e]
}

// Constant is a course of the same emissions every year.
func Constant(yearly ghg.CO2e) Course {
	return Course{fmt.Sprintf("constant emissions of %s a year", yearly), func(first, last int) iter.Seq2[int, ghg.CO2e] {
		return func(yield func(int, ghg.CO2e) bool) {
			for y := first; y <= last && yield(y, yearly); y++ {
			}
		}
	}}
}

// Trend is a course along a line: intercept + slope × year, with slope in CO2e
// a year and intercept the line's value in the year 0. Below zero it counts as
// 0. A slope and an intercept on two metrics are a [*ghg.MetricMismatchError].
func Trend(slope, intercept ghg.CO2e) (Course, error) {
	at := func(year int) (ghg.CO2e, error) {
		v, err := slope.Scale(decimal.New(int64(year), 0))
		if err != nil {
			return ghg.CO2e{}, err
		}
		return v.Add(intercept)
	}
	if _, err := at(ghg.LastYear); err != nil {
		return Course{}, fmt.Errorf("trend: %w", err)
	}
	name := fmt.Sprintf("trend of %s + %s × year", intercept, slope.Tonnes())
	return Course{name, func(first, last int) iter.Seq2[int, ghg.CO2e] {
		return func(yield func(int, ghg.CO2e) bool) {
			for y := first; y <= last; y++ {
				v, _ := at(y) // as it was for the last year
				if v.Sign() < 0 {
					v = nothing(v.Metric())
				}
				if !yield(y, v) {
					return
				}
			}
		}
	}}, nil
}

// Plan is a course given year by year, as [target.Target.Along] or
// [Path.Through] yields it. It must have the budget's first year and every
// year after it up to its end; earlier years are passed over.
func Plan(name string, path iter.Seq2[int, ghg.CO2e]) Course {
	return Course{name, func(int, int) iter.Seq2[int, ghg.CO2e] { return path }}
}

// Answer is whether a course exceeds a budget.
type Answer uint8

const (
	// NoAnswer is that of the zero [Exhaustion], which nobody computed.
	NoAnswer Answer = iota
	// NotExceeded: the course stays within the budget as far as it was looked at.
	NotExceeded
	// Exceeded: the budget runs out in the year given.
	Exceeded
	// SpentBefore: the budget is below zero before its first year.
	SpentBefore
)

// String is the answer in words.
func (a Answer) String() string {
	switch a {
	case NoAnswer:
		return "no answer"
	case NotExceeded:
		return "not exceeded"
	case Exceeded:
		return "exceeded"
	case SpentBefore:
		return "spent before"
	}
	return fmt.Sprintf("unknown (%d)", uint8(a))
}

// Exhaustion is when a budget runs out on a course: in the first year whose
// cumulated emissions exceed R.
type Exhaustion struct {
	Budget Budget
	Course string
	Answer Answer
	// Through is the last year looked at: the year of exhaustion, or the end of
	// the course or of the budget, at the latest 2300.
	Through int
	Spent   ghg.CO2e // cumulated emissions through that year
	// Year is the year of exhaustion, Before what was spent before it, and
	// Emissions the year's own. They are set where the answer is Exceeded.
	Year      int
	Before    ghg.CO2e
	Emissions ghg.CO2e
	// Fraction is the part of the year that the budget lasts for, from 0 to
	// under 1: (R - Before)/Emissions, rounded down to [ghg.RatioPlaces].
	Fraction decimal.Decimal
}

// At is the moment of exhaustion as a year with its fraction: 2027.4 is when
// four tenths of 2027 have passed, emissions being even over the year. It
// is false where the budget is not exceeded, or was spent before.
func (e Exhaustion) At() (decimal.Decimal, bool) {
	if e.Answer != Exceeded {
		return decimal.Decimal{}, false
	}
	return decimal.New(int64(e.Year), 0).Add(e.Fraction), true
}

// Exhaustion says when the budget runs out on a course. A budget spent exactly
// is not exceeded. A year left out of a plan, and a plan that begins after the
// budget, is a [*ghg.NoFigureError].
func (b Budget) Exhaustion(c Course) (Exhaustion, error) {
	switch {
	case b.def == nil:
		return Exhaustion{}, errNoBudget
	case c.years == nil:
		return Exhaustion{}, fmt.Errorf("%s: no course given: name one, such as budget.Constant", b.of())
	}
	years, err := read(c.years(b.First(), b.lastYear()))
	if err != nil {
		return Exhaustion{}, fmt.Errorf("%s: %w", c.name, err)
	}
	out := Exhaustion{Budget: b, Course: c.name, Spent: nothing(b.Metric())}
	if b.Amount().Sign() < 0 {
		out.Answer = SpentBefore
		return out, nil
	}
	if b.First() < years[0].year || b.First() > years[len(years)-1].year {
		return Exhaustion{}, &ghg.NoFigureError{Of: c.name, Year: b.First()}
	}
	for _, y := range years[b.First()-years[0].year:] {
		if !b.Counts(y.year) {
			break
		}
		before := out.Spent
		if out.Spent, err = before.Add(y.co2e); err != nil {
			return Exhaustion{}, fmt.Errorf("%s, %s, %d: %w", b.of(), c.name, y.year, err)
		}
		out.Through = y.year
		if out.Spent.Tonnes().GreaterThan(b.Amount().Tonnes()) {
			out.Answer, out.Year, out.Before, out.Emissions = Exceeded, y.year, before, y.co2e
			left := b.Amount().Tonnes().Sub(before.Tonnes())
			out.Fraction = floorQuotient(left, y.co2e.Tonnes(), ghg.RatioPlaces)
			return out, nil
		}
	}
	out.Answer = NotExceeded
	return out, nil
}

// String says when the budget runs out, or that it does not.
func (e Exhaustion) String() string {
	switch e.Answer {
	case NoAnswer:
		return e.Answer.String()
	case Exceeded:
		at, _ := e.At()
		return fmt.Sprintf("exceeded in %d, at %s, on %s", e.Year, at.RoundFloor(2).StringFixed(2), e.Course)
	case SpentBefore:
		return fmt.Sprintf("spent before %d", e.Budget.First())
	}
	return fmt.Sprintf("not exceeded through %d on %s", e.Through, e.Course)
}

// Explain writes the answer as its arithmetic.
func (e Exhaustion) Explain() string {
	if e.Budget.IsZero() {
		return errNoBudget.Error()
	}
	var x explanation
	e.Budget.explain(&x)
	x.line("course", "%s", e.Course)
	x.line("answer", "%s", e)
	if e.Answer == Exceeded {
		x.line("spent", "%s before %d, and %s in it", e.Before, e.Year, e.Emissions)
		x.line("fraction", "(R - spent before)/emissions of %d = (%s - %s)/%s = %s", e.Year,
			e.Budget.Amount().Tonnes(), e.Before.Tonnes(), e.Emissions.Tonnes(), e.Fraction)
	} else if e.Answer == NotExceeded {
		x.line("spent", "%s of %s", e.Spent, e.Budget.Amount())
	}
	return x.String()
}
