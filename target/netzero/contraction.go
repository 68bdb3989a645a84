package netzero

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

// AnnualReduction checks the annual rate of a target from its base year to the
// first level that it sets: the near-term rate. A target without milestones sets
// its first level for the due year. A threshold that is a [LinearRate] is held
// against the linear annual reduction of the absolute contraction approach (Science
// Based Targets initiative), and one that is a [CompoundRate] against the compound
// rate:
//
//	r        = (B - T)/B
//	linear   = r/(y - b)
//	compound = 1 - (T/B)^(1/(y - b))
//
// Both rates are shown; only the one that the threshold is of is judged, before it
// is rounded. The rates to later levels are shown too. Where one of them would come
// to another result, as "55 % by 2030, zero by 2050" with 4.58 % and 3.13 % a year, a
// [FindingRatesDiffer] names it. A threshold of another measure is a [ghg.Fault].
func AnnualReduction(t target.Target, th Threshold) (Check, error) {
	c, err := open(CheckAnnualReduction, t, th, LinearRate, CompoundRate)
	if err != nil {
		return Check{}, err
	}
	c.Covers = "the rate from base year to due year; "
	levels := levelsOf(t)
	if len(levels) > 1 {
		c.Covers = fmt.Sprintf("the rate from base year to %d, the first level that the target sets; ", levels[0].year)
	}
	c.Covers += "not whether the target's scopes, boundary and years are those that the programme asks for"
	switch {
	case len(levels) == 0:
		c.says(because.noLevel)
		return c.untold(), nil
	case noCut(t).En != "":
		c.says(noCut(t))
		return c.untold(), nil
	}
	var rates []rate
	for _, l := range levels {
		r, err := rateTo(l, t, th)
		if err != nil {
			return Check{}, err
		}
		rates = append(rates, r)
	}
	return c.judgeRates(t, th, rates), nil
}

// rate is the annual rate from the base to one level.
type rate struct {
	year           int
	judged, beside Figure // in the threshold's measure, and in the other
	formula        string
	cut            ghg.Ratio
	met            bool
}

// rateTo finds the rates to a level, and whether the threshold is met before
// anything is rounded.
func rateTo(l yearLevel, t target.Target, th Threshold) (rate, error) {
	base, level, n := t.Base().Tonnes(), l.level.Tonnes(), l.year-t.BaseYear()
	cut := base.Sub(level)
	r := rate{year: l.year, cut: ghg.Quotient(cut, base, "")}
	linear := Figure{"linear annual reduction",
		ghg.Quotient(cut, base.Mul(whole(n)), "no year lies between base and level"), measures[LinearRate].unit}
	compound, err := compoundRate(level, base, n)
	if err != nil {
		return rate{}, err
	}
	y := "y"
	if l.year == t.Due() {
		y = "t"
	}
	if th.Measure() == LinearRate {
		r.formula = fmt.Sprintf("(B - T)/B/(%s - b) = (%s - %s)/%s/(%d - %d)", y, base, level, base, l.year, t.BaseYear())
		r.judged, r.beside = linear, compound
		r.met = cut.GreaterThanOrEqual(th.Value().Mul(base).Mul(whole(n)))
		return r, nil
	}
	r.formula = fmt.Sprintf("1 - (T/B)^(1/(%s - b)) = 1 - (%s/%s)^(1/(%d - %d))", y, level, base, l.year, t.BaseYear())
	r.judged, r.beside = compound, linear
	r.met = level.LessThanOrEqual(base.Mul(power(one.Sub(th.Value()), n)))
	return r, nil
}

// judgeRates judges the first rate, and shows the others.
func (c Check) judgeRates(t target.Target, th Threshold, rates []rate) Check {
	first := rates[0]
	c.Formula = first.formula
	c.Figures = []Figure{first.judged, first.beside, {"cut", first.cut, "of the base"}}
	side := because.below
	c.Result = Fail
	if first.met {
		c.Result, side = Pass, because.atOrAbove
	}
	c.says(side.With(term("figure", first.judged.Name), percent(first.judged.Value), th.Measure().term(th.Value())))
	if !first.judged.Value.IsDefined() { // a level of zero
		c.says(because.noRate.With(th.Measure().term(th.Value())))
	}
	if len(rates) > 1 {
		c.adds("", because.first.With(first.year))
	}
	for _, r := range rates[1:] {
		later := r.judged
		later.Name = fmt.Sprintf("%s to %d", r.judged.Name, r.year)
		c.Figures = append(c.Figures, later)
		if r.met != first.met {
			c.Findings.Add(ghg.Finding{Code: FindingRatesDiffer, Severity: ghg.Warning, Of: strconv.Itoa(r.year),
				Stated: first.judged.Value.String(), Found: r.judged.Value.String(),
				Detail: fmt.Sprintf("judged by the level of %d (%s) the result would be another: the rate to %d is judged, "+
					"as the first that the target of %d sets", r.year, later, first.year, t.Due())})
		}
	}
	return c
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
	c.sawLevels(t)
	return c, nil
}

// noCut is why a target's levels are no cut from its base, or nothing.
func noCut(t target.Target) words.Term {
	switch v := t.Views(); {
	case t.Base().Sign() <= 0:
		return because.noBase
	case v.Base.ID() != v.Due.ID():
		return because.twoViews.With(v.Base, v.Due)
	}
	return words.Term{}
}

// cannotTell is the check without a result, for the reason given.
func (c Check) cannotTell(format string, a ...any) Check {
	c.Result, c.Reason, c.ReasonKo = CannotTell, fmt.Sprintf(format, a...), ""
	return c
}
