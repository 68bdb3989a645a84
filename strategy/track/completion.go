package track

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Completion is how much of the way to a goal an indicator has gone, by its
// latest value.
type Completion struct {
	Indicator Indicator       `json:"indicator"`
	AsOf      int             `json:"asOf"` // values up to this year were looked at
	GoalYear  int             `json:"goalYear"`
	Goal      decimal.Decimal `json:"goal"`
	// Latest and Value are the year and value that are compared; Latest is 0
	// where no value is known.
	Latest int             `json:"latest"`
	Value  decimal.Decimal `json:"value"`
	// Ratio is (value - start)/(goal - start): below 0 it is a regress, above 1
	// more than the goal.
	Ratio ghg.Ratio `json:"ratio"`
	// Due is what the line through start and goals has in the latest year, to
	// [ghg.RatioPlaces] decimal places; after the last goal it is that goal.
	Due decimal.Decimal `json:"due"`
	// Late says that the value falls short of the line in its own year. It is
	// false where Ratio is undefined.
	Late bool `json:"late"`
}

// Completion compares the latest value up to a year with the start and the goal
// for another year. A year without a goal is a [*ghg.NoFigureError]. The ratio is
// undefined where no value is known, and where the goal is the start.
func (i Indicator) Completion(goalYear, asOf int) (Completion, error) {
	of, err := i.definition().goals.Need(goalYear)
	if err != nil {
		return Completion{}, fmt.Errorf("indicator %s: %w", words.Quote(i.ID()), err)
	}
	goal := of.Value
	_, start := i.Start()
	c := Completion{Indicator: i, AsOf: asOf, GoalYear: goalYear, Goal: goal}
	var ok bool
	c.Latest, c.Value, ok = i.Latest(asOf)
	if !ok {
		c.Ratio = ghg.Undefined(reasons.noValue.En + strconv.Itoa(asOf))
		return c, nil
	}
	c.Ratio = ghg.Quotient(c.Value.Sub(start), goal.Sub(start), reasons.goalIsStart.En)
	a, b := i.around(c.Latest)
	// on the line: a + (b - a) × passed/span
	span, passed := decimal.New(int64(b.Year-a.Year), 0), decimal.New(int64(c.Latest-a.Year), 0)
	rise := b.Value.Sub(a.Value).Mul(passed)
	c.Due, _ = exact.Quotient(a.Value.Mul(span).Add(rise), span, ghg.RatioPlaces)
	ahead := c.Value.Sub(a.Value).Mul(span).Cmp(rise)
	c.Late = ahead == -goal.Cmp(start) && ahead != 0
	return c, nil
}

// around are the two points of the line that a year lies between; past the
// last goal, that goal and itself a year later.
func (i Indicator) around(year int) (a, b ghg.OfYear[decimal.Decimal]) {
	d := i.definition()
	a.Year, a.Value = d.StartYear, d.Start
	for g := range d.goals.All() {
		if g.Year >= year {
			return a, g
		}
		a = g
	}
	b = a
	b.Year++
	return a, b
}

// Regress reports whether the latest value is farther from the goal than the
// start was.
func (c Completion) Regress() bool {
	v, ok := c.Ratio.Value()
	return ok && v.Sign() < 0
}

// String is the completion as one line.
func (c Completion) String() string {
	if _, ok := c.Ratio.Value(); !ok {
		return fmt.Sprintf("%s: completion by %d %s", words.Clip(c.Indicator.Name(), 60), c.GoalYear, c.Ratio)
	}
	s := fmt.Sprintf("%s: %s of the way to %s in %d", words.Clip(c.Indicator.Name(), 60), c.Ratio.Percent(1), c.Goal, c.GoalYear)
	if c.Regress() {
		s += ", regress"
	}
	if c.Late {
		s += ", late"
	}
	return s
}

// Korean is String in Korean.
func (c Completion) Korean() string {
	name := words.Clip(cmp.Or(c.Indicator.NameKo(), c.Indicator.Name()), 60)
	s := fmt.Sprintf("%s: %d년 목표 %s 대비 달성률 %s", name, c.GoalYear, c.Goal, percentTerm(c.Ratio, 1).Ko)
	if c.Regress() {
		s += ", 퇴보"
	}
	if c.Late {
		s += ", 지연"
	}
	return s
}

// Details is the completion as arithmetic.
func (c Completion) Details() string {
	var b strings.Builder
	year, start := c.Indicator.Start()
	b.WriteString(c.String())
	fmt.Fprintf(&b, "\n  start %s in %d, goal %s in %d, %s", start, year, c.Goal, c.GoalYear, words.Clip(c.Indicator.Unit(), 60))
	if c.Latest == 0 {
		return b.String()
	}
	fmt.Fprintf(&b, "\n  completion = (latest - start)/(goal - start) = (%s - %s)/(%s - %s) = %s", c.Value, start, c.Goal, start, c.Ratio)
	fmt.Fprintf(&b, "\n  latest %s in %d; the line through start and goals has %s in that year", c.Value, c.Latest, c.Due)
	fmt.Fprintf(&b, "\n  source: %s", c.Indicator.Source())
	return b.String()
}
