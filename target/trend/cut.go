package trend

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Measured is an inventory total with its uncertainty: half the width of its
// 95 % interval, as a share of the total, as inventories after the IPCC 2006
// Guidelines state it. "5%" means 95 % confidence of lying within 5 % of the
// total. 0% is a total without error, and must be said too.
type Measured struct {
	CO2e        ghg.CO2e  `json:"co2e"`
	Uncertainty ghg.Share `json:"uncertainty"`
}

// CutProbability is how probable it is, given the uncertainty of two
// inventories, that emissions were truly cut by a required amount between
// them. It judges what has happened, and is no trend:
//
//	sd of a total    = total × uncertainty/1.96
//	Var(B - C)       = sdB² + sdC² - 2 r sdB sdC
//	P                = Φ((cut - required)/sd), of the normal distribution
//
// with B the base and C the current total, and r the correlation of their
// errors. The same emission factor used in both years errs in both the same
// way: r is well above 0 then, and leaving it out makes a cut look far less
// certain than it is.
type CutProbability struct {
	Value       float64   `json:"value"` // from 0 to 1
	Base        Measured  `json:"base"`
	Current     Measured  `json:"current"`
	Correlation ghg.Share `json:"correlation"`
	Required    ghg.CO2e  `json:"required"`
	Cut         ghg.CO2e  `json:"cut"` // base less current, exactly
	SD          float64   `json:"sd"`  // standard deviation of the cut, tonnes of CO2e
}

// CutReached is how probable it is that the true cut from base to current is at
// least the amount required. All amounts are on one metric; others are a
// [*ghg.MetricMismatchError]. Both uncertainties and the correlation are to be
// given: each that is not is a [ghg.Fault].
func CutReached(required ghg.CO2e, base, current Measured, correlation ghg.Share) (CutProbability, error) {
	p := CutProbability{Base: base, Current: current, Correlation: correlation, Required: required}
	if err := p.check(); err != nil {
		return CutProbability{}, err
	}
	var err error
	if p.Cut, err = base.CO2e.Sub(current.CO2e); err != nil {
		return CutProbability{}, err
	}
	over, err := p.Cut.Sub(required)
	if err != nil {
		return CutProbability{}, err
	}
	b, errB := base.sd()
	c, errC := current.sd()
	distance, errD := tonnes(over)
	if err := errors.Join(errB, errC, errD); err != nil {
		return CutProbability{}, err
	}
	r := correlation.Fraction().InexactFloat64()
	// (b - c)² + 2(1 - r)bc is the same, and never below 0 by rounding.
	p.SD = math.Sqrt((b-c)*(b-c) + 2*(1-r)*b*c)
	p.Value = below(distance, p.SD, normalUpper)
	return p, nil
}

// maxUncertainty is the widest half-width taken: a normal distribution means
// nothing where most of it lies below zero.
var maxUncertainty = decimal.New(2, 0)

func (p CutProbability) check() error {
	const of = "uncertainty of a cut"
	var faults ghg.Faults
	for _, m := range []struct {
		field string
		share ghg.Share
	}{{"base", p.Base.Uncertainty}, {"current", p.Current.Uncertainty}} {
		const allowed = "half the width of the 95% interval as a share of the total is needed, from 0% to 200%"
		if f := m.share.Fraction(); m.share.IsUnset() {
			faults.Refuse(of, m.field, "", allowed)
		} else if f.IsNegative() || f.GreaterThan(maxUncertainty) {
			faults.Refuse(of, m.field, m.share.String(), allowed)
		}
	}
	const allowed = "the correlation of the errors of both totals is needed, from -1 to 1; 0 where they are independent"
	if r := p.Correlation.Fraction(); p.Correlation.IsUnset() {
		faults.Refuse(of, "correlation", "", allowed)
	} else if r.Abs().GreaterThan(decimal.New(1, 0)) {
		faults.Refuse(of, "correlation", r.String(), allowed)
	}
	return faults.Err()
}

// halfWidths is how many standard deviations half a 95 % interval has, as the
// IPCC guidelines round it.
const halfWidths = 1.96

// sd is the standard deviation of the total in tonnes.
func (m Measured) sd() (float64, error) {
	t, err := tonnes(m.CO2e)
	return math.Abs(t) * m.Uncertainty.Fraction().InexactFloat64() / halfWidths, err
}

// String is the probability in one line.
func (p CutProbability) String() string {
	return fmt.Sprintf("%s: true cut at least %s, given a cut of %s and the uncertainty of both inventories",
		percent(p.Value), p.Required, p.Cut)
}

// Details lists the steps of the arithmetic; amounts are tonnes of CO2e.
func (p CutProbability) Details() string {
	b, _ := p.Base.sd() // they were read before
	c, _ := p.Current.sd()
	r := p.Correlation.Fraction()
	var s strings.Builder
	sd := func(name string, m Measured, sd float64) {
		fmt.Fprintf(&s, "%-8s %s ± %s, sd = %s × %s/1.96 = %s\n", name, m.CO2e, m.Uncertainty,
			m.CO2e.Tonnes(), m.Uncertainty.Fraction(), figure(sd))
	}
	sd("base", p.Base, b)
	sd("current", p.Current, c)
	fmt.Fprintf(&s, "cut      %s, sd = √(%s² + %s² - 2 × %s × %s × %s) = %s\n", p.Cut,
		figure(b), figure(c), r, figure(b), figure(c), figure(p.SD))
	fmt.Fprintf(&s, "P        Φ((%s - %s)/%s) = %s that the true cut is at least %s\n", p.Cut.Tonnes(), p.Required.Tonnes(),
		figure(p.SD), percent(p.Value), p.Required)
	return s.String()
}
