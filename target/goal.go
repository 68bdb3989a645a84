package target

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Goal is what a target promises. It is a closed set: [BaseYear], [FixedLevel],
// [BaseYearIntensity], [BaselineScenario] (the four goal types of the GHG
// Protocol Mitigation Goal Standard, 2014), [RollingBaseYear] and [FixedIntensity].
type Goal interface {
	fmt.Stringer
	// course is what the goal comes to; what does not fit is noted in p.
	course(d Definition, p *problems) course
	// kind names the kind of goal in exchange files.
	kind() string
}

var _ = []Goal{BaseYear{}, FixedLevel{}, BaseYearIntensity{}, BaselineScenario{}, RollingBaseYear{}, FixedIntensity{}}

// course is what a goal comes to: the year that it counts from, and the levels
// that it sets.
type course struct {
	// from and first are the first and last year of the base period, one year
	// for most; both 0 where the goal states none. Time is counted from first.
	from, first int
	base        ghg.CO2e // emissions of the base year, or their mean; 0 where there is none
	levels      []level  // by year, the due year last
	// moves is what the levels follow: activity, or a baseline. It is nil where
	// they are fixed amounts.
	moves reference
	// ofUnit says that levels are stated for one unit of what they follow: left of a level
	// is an amount, and no share.
	ofUnit bool
	// start is what of the reference the base is: all of it, or the amount of one unit.
	start quotient
}

// quotient is a fraction; the zero quotient is 1.
type quotient struct{ num, den decimal.Decimal }

func (q quotient) parts() (num, den decimal.Decimal) {
	if q.den.IsZero() {
		return one, one
	}
	return q.num, q.den
}

// level is the level that a goal sets for one year.
type level struct {
	year     int
	co2e     ghg.CO2e
	cut      ghg.Share // unset where the level is stated as an amount
	standing Standing
	left     decimal.Decimal // of a level that moves: the share of its reference, or tonnes of one unit
}

// reference is an amount that moves with the year, and that a goal cuts a share
// of.
type reference interface {
	// at is the amount of the year in tonnes, as a quotient.
	at(year int) (num, den decimal.Decimal, err error)
	// formula is where the amount of the year comes from.
	formula(year int) string
}

// noShareOf is why a goal has no level where the amount that it cuts a share of is
// not above 0: the share of an amount below it would turn the goal round, and leave
// more room the less is cut.
func noShareOf(what string) string {
	return what + " is not above 0: of such an amount no share is taken"
}

// ofReference is why the reference of a year has no share, or "".
func (c course) ofReference(year int) (string, error) {
	if c.moves == nil {
		return "", nil
	}
	n, _, err := c.moves.at(year)
	if err == nil && !n.IsPositive() {
		return noShareOf(c.moves.formula(year)), nil
	}
	return "", err
}

// amount is a share of the reference of a year, rounded once.
func (c course) amount(year int, num, den decimal.Decimal, m ghg.Metric) (ghg.CO2e, error) {
	if c.moves != nil {
		n, d, err := c.moves.at(year)
		if err != nil {
			return ghg.CO2e{}, err
		}
		if !n.IsPositive() {
			return ghg.CO2e{}, errors.New(noShareOf(c.moves.formula(year)))
		}
		num, den = num.Mul(n), den.Mul(d)
	}
	return rounded(num, den, m)
}

// reference is what a cut in the year is a cut of.
func (c course) reference(year int, m ghg.Metric) (Amount, error) {
	if c.moves != nil {
		num, den, err := c.moves.at(year)
		if err != nil {
			return Amount{}, err
		}
		if c.ofUnit && c.first == 0 {
			return Amount{why: noBase}, nil
		}
		n, d := c.start.parts()
		v, err := rounded(num.Mul(n), den.Mul(d), m)
		return Amount{co2e: v, ok: err == nil}, err
	}
	if c.first == 0 {
		return Amount{why: noBase}, nil
	}
	return Amount{co2e: c.base, ok: true}, nil
}

const noBase = "the goal states no base year"

var one = decimal.New(1, 0)

// goalValue takes a goal, or a pointer to one, as the value that it is, so
// that the caller cannot change the goal of a target afterwards.
func goalValue(g Goal) (Goal, bool) {
	v := reflect.ValueOf(g)
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		g, _ = v.Elem().Interface().(Goal)
	}
	switch g.(type) {
	case BaseYear, FixedLevel, BaseYearIntensity, BaselineScenario, RollingBaseYear, FixedIntensity:
		return g, true
	}
	return nil, false
}

// checkCut notes a cut that was left out, or is more than everything.
func checkCut(p *problems, field string, cut ghg.Share) {
	switch {
	case cut.IsUnset():
		p.addf(field, "", "state the share to cut, such as ghg.MustShare(\"45%%\"); 0%% has to be said")
	case cut.Complement().Cmp(ghg.Share{}) < 0:
		p.addf(field, cut, "no more than 100%% of the base can be cut")
	}
}

// checkBaseYear notes a base year that the library does not account for, or that
// is not before the due year.
func checkBaseYear(p *problems, field string, year int, d Definition) {
	if p.year(field, year) && isYear(d.Due) && d.Due <= year {
		p.addf("due", d.Due, "the due year must come after the base year %d", year)
	}
}

// counts reports whether a mass is an amount in the target's metric: it names no gas,
// or CO2 where the target is of CO2 alone.
func (d Definition) counts(m ghg.Mass) bool {
	return m.Gas().IsZero() || m.Gas() == ghg.CO2 && d.Metric.ID() == ghg.CO2Only.ID()
}

// ofCO2Alone is what to do with a mass of CO2.
func ofCO2Alone(m ghg.Mass) string {
	if m.Gas() != ghg.CO2 {
		return ""
	}
	return "; a target of CO2 alone has the metric ghg.CO2Only"
}

// checkBase notes a base that is no amount of CO2e above zero.
func checkBase(p *problems, field string, base ghg.Mass, d Definition) {
	switch {
	case !d.counts(base):
		p.addf(field, base, "a base is CO2e in the target's metric: give a mass that names no gas, such as 9.43 Mt%s", ofCO2Alone(base))
	case base.Sign() <= 0:
		p.addf(field, base, "a base must be above zero")
	case base.Tonnes().GreaterThan(maxLevel):
		p.addf(field, base, "a base must be at most %s t", maxLevel)
	}
}

// cutLevels are the levels of a goal that cuts a share: those of the
// milestones, and that of the due year.
func (c *course) cutLevels(d Definition, cut ghg.Share, milestones []Milestone, p *problems) {
	for _, m := range append(milestones, Milestone{Year: d.Due, Cut: cut}) {
		c.add(m, d, p)
	}
}

// add adds the level of a milestone.
func (c *course) add(m Milestone, d Definition, p *problems) {
	var co2e ghg.CO2e
	var err error
	field, value := "cut", any(m.Cut)
	switch left := m.Cut.Complement().Fraction(); {
	case !m.Level.IsUnset():
		field, value = "level", m.Level
		co2e, err = ghg.CO2eOf(m.Level, d.Metric)
	case c.moves == nil:
		co2e, err = c.base.Scale(left)
	default:
		co2e, err = c.amount(m.Year, left, one, d.Metric)
	}
	if err == nil && co2e.Tonnes().GreaterThan(maxLevel) {
		err = fmt.Errorf("the level must be at most %s t", maxLevel)
	}
	if err != nil {
		if m.Year == d.Due {
			p.addf("goal."+field, value, "%d: %s", m.Year, err)
			return
		}
		q := p.in(fmt.Sprintf("milestone %d", m.Year))
		q.addf(field, value, "%s", err)
		p.take(q)
		return
	}
	c.levels = append(c.levels, level{m.Year, co2e, m.Cut, m.Standing, m.Cut.Complement().Fraction()})
}

// formula is how a goal comes to a level, with its inputs.
func (c course) formula(l level) string {
	if c.ofUnit {
		return fmt.Sprintf("L × A = %s t × %s", l.left, c.moves.formula(l.year))
	}
	if l.cut.IsUnset() {
		return "as stated"
	}
	base, factor := "B", c.base.Tonnes().String()
	if c.moves != nil {
		base, factor = "R", "("+c.moves.formula(l.year)+")"
	}
	return fmt.Sprintf("%s × (1 %s) = %s × %s", base, signedCut(l.cut), factor, l.cut.Complement().Fraction())
}

// signedCut is "- 45%", or "+ 5%" for growth.
func signedCut(cut ghg.Share) string {
	s := cut.String()
	if s[0] == '-' {
		return "+ " + s[1:]
	}
	return "- " + s
}

// cutText is "45% below", "5% above" or "as in".
func cutText(cut ghg.Share) string {
	switch zero := (ghg.Share{}); {
	case cut.Cmp(zero) > 0:
		return cut.String() + " below"
	case cut.Cmp(zero) < 0:
		return cut.String()[1:] + " above"
	}
	return "as in"
}
