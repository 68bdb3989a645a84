package netzero

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// AnnualReduction checks the annual rate of a target from its base year to its
// due year. A threshold that is a [LinearRate] is held against the linear
// annual reduction of the absolute contraction approach (Science Based Targets
// initiative), and one that is a [CompoundRate] against the compound rate:
//
//	r        = (B - T)/B
//	linear   = r/(t - b)
//	compound = 1 - (T/B)^(1/(t - b))
//
// Both rates are shown; only the one that the threshold is of is judged, before
// it is rounded. A threshold of another measure is a [ghg.Fault].
func AnnualReduction(t target.Target, th Threshold) (Check, error) {
	c, err := open(CheckAnnualReduction, t, th, LinearRate, CompoundRate)
	if err != nil {
		return Check{}, err
	}
	c.Covers = "the rate from base year to due year; " +
		"not whether the target's scopes, boundary and years are those that the programme asks for"
	base := t.Base().Tonnes()
	limit, err := t.Limit(t.Due())
	switch {
	case err != nil && !isNoLimit(err):
		return Check{}, err
	case err != nil:
		return c.cannotTell("the target sets no level for its due year, so its rate is not known"), nil
	case noCut(t) != "":
		return c.cannotTell("%s", noCut(t)), nil
	}
	n, level := t.Due()-t.BaseYear(), limit.Tonnes()
	cut := base.Sub(level)
	rate := ghg.Quotient(cut, base.Mul(whole(n)), "no year lies between base and due year")
	linear := figureOf("linear annual reduction", rate, measures[LinearRate].unit)
	compound, err := compoundRate(level, base, n)
	if err != nil {
		return Check{}, err
	}
	met := false
	if th.Measure() == LinearRate {
		c.Formula = fmt.Sprintf("(B - T)/B/(t - b) = (%s - %s)/%s/(%d - %d)", base, level, base, t.Due(), t.BaseYear())
		c.Figures = []Figure{linear, compound}
		met = cut.GreaterThanOrEqual(th.Value().Mul(base).Mul(whole(n)))
	} else {
		c.Formula = fmt.Sprintf("1 - (T/B)^(1/(t - b)) = 1 - (%s/%s)^(1/(%d - %d))", level, base, t.Due(), t.BaseYear())
		c.Figures = []Figure{compound, linear}
		met = level.LessThanOrEqual(base.Mul(power(one.Sub(th.Value()), n)))
	}
	c.Figures = append(c.Figures, figureOf("cut", ghg.Quotient(cut, base, ""), "of the base"))
	side := "below"
	c.Result = Fail
	if met {
		c.Result, side = Pass, "at or above"
	}
	judged := c.Figures[0]
	c.Reason = fmt.Sprintf("the %s, %s%%, is %s the threshold of %s", judged.Name, judged.Number.Shift(2), side, th.Measure().text(th.Value()))
	if judged.Undefined != "" { // a level of zero
		c.Reason = fmt.Sprintf("a level of zero or below needs more than any compound rate, such as %s", th.Measure().text(th.Value()))
	}
	return c, nil
}

// open begins a check of a target.
func open(id CheckID, t target.Target, th Threshold, want ...Measure) (Check, error) {
	if t.IsZero() {
		return Check{}, fmt.Errorf("check %s: %w", id, target.ErrNoTarget)
	}
	if err := th.need(id, want...); err != nil {
		return Check{}, err
	}
	c := Check{ID: id, Subject: t.String(), Threshold: th}
	if f := t.Timeframe(); f != target.SingleYear {
		c.Subject += ", a goal that is " + f.String() + ": its level is taken as that of the due year"
	}
	return c, nil
}

// noCut is why a target's levels are no cut from its base, or "".
func noCut(t target.Target) string {
	switch v := t.Views(); {
	case t.Base().Sign() <= 0:
		return "the target states no base above zero to cut from"
	case v.Base.ID() != v.Due.ID():
		return fmt.Sprintf("the base is measured in %s and the levels in %s: "+
			"a cut from one to the other is the cut of neither; state the target in one view", v.Base, v.Due)
	}
	return ""
}

// cannotTell is the check without a result, for the reason given.
func (c Check) cannotTell(format string, a ...any) Check {
	c.Result, c.Reason = CannotTell, fmt.Sprintf(format, a...)
	return c
}

func isNoLimit(err error) bool {
	var none *ghg.NoFigureError
	return errors.As(err, &none)
}

// rootPlaces is how far the ratio under a root is taken, so that the root is
// right to [ghg.RatioPlaces].
const rootPlaces = 200

// compoundRate is the share that each of n years cuts from the year before.
func compoundRate(to, from decimal.Decimal, n int) (Figure, error) {
	f := Figure{Name: "compound annual reduction", Unit: measures[CompoundRate].unit}
	if n < 1 || !to.IsPositive() || !from.IsPositive() {
		f.Undefined = "a compound rate needs both ends above 0, and years between them"
		return f, nil
	}
	left, err := exact.Quotient(to, from, rootPlaces)
	if err != nil {
		return Figure{}, err
	}
	root, err := exact.Root(left, n, ghg.RatioPlaces)
	f.Number = one.Sub(root)
	return f, err
}

var one = decimal.New(1, 0)

func whole(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// power is x^n, exactly.
func power(x decimal.Decimal, n int) decimal.Decimal {
	out := one
	for range n {
		out = out.Mul(x)
	}
	return out
}

// RateReading is one annual rate read in the two ways in which rates are
// published. They differ more the longer they run: 4.2 % a year for ten years
// leaves 58 % of the base if linear, and 65 % if compound.
type RateReading struct {
	Rate  ghg.Share
	Years int
	// LinearLeft is 1 - rate × years, the share of the base that is left; below
	// zero, the line has gone through zero.
	LinearLeft ghg.Ratio
	// CompoundLeft is (1 - rate)^years.
	CompoundLeft ghg.Ratio
	// LinearZeroAfter is 1/rate, the years after which the line is at zero. A
	// compound rate never gets there.
	LinearZeroAfter ghg.Ratio
}

// refuse is the fault of a field.
func refuse(of, field string, value any, allowed string) error {
	return ghg.Refusal(of, field, fmt.Sprint(value), allowed)
}

// ReadRate reads a rate of 0 to 100 % over 0 to 450 years in both ways.
func ReadRate(rate ghg.Share, years int) (RateReading, error) {
	var faults ghg.Faults
	faults.RefuseShare("annual rate", "rate", rate)
	if years < 0 || years > 450 {
		faults.Refuse("annual rate", "years", strconv.Itoa(years), "0 to 450 are allowed")
	}
	if err := faults.Err(); err != nil {
		return RateReading{}, err
	}
	f := rate.Fraction()
	return RateReading{Rate: rate, Years: years,
		LinearLeft:      ghg.Quotient(one.Sub(f.Mul(whole(years))), one, ""),
		CompoundLeft:    ghg.Quotient(power(one.Sub(f), years), one, ""),
		LinearZeroAfter: ghg.Quotient(one, f, "a rate of 0 never comes to zero")}, nil
}

// String is both readings in one line.
func (r RateReading) String() string {
	return fmt.Sprintf("%s a year for %d years leaves %s of the base if linear, %s if compound",
		r.Rate, r.Years, r.LinearLeft.Percent(2), r.CompoundLeft.Percent(2))
}
