package netzero

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// CarbonLaw checks every level of a target against a cut in every ten years
// from its base year, such as the halving of the carbon law (Rockström and
// others, Science 355, 2017):
//
//	T <= B × (1 - cut)^((y - b)/10)
//
// Levels are compared before rounding. The threshold is a [CutPerDecade].
func CarbonLaw(t target.Target, th Threshold) (Check, error) {
	c, err := open(CheckCarbonLaw, t, th, CutPerDecade)
	if err != nil {
		return Check{}, err
	}
	c.Covers = "the years that the target sets a level for; not what is emitted between them"
	if why := noCut(t); why.En != "" {
		c.says(why)
		return c.untold(), nil
	}
	c = c.cannotTell("the target sets no level")
	checked := 0
	for year, level := range t.Limits() {
		n := year - t.BaseYear()
		allowed, err := DecadePath(t.Base(), th, n)
		if err != nil {
			return Check{}, err
		}
		checked++
		c.Result = Pass
		c.Figures = []Figure{amount(fmt.Sprintf("level in %d", year), level), amount(fmt.Sprintf("allowed in %d", year), allowed)}
		c.Formula = fmt.Sprintf("B × (1 - cut)^((y - b)/10) = %s × %s^((%d - %d)/10)",
			t.Base().Tonnes(), one.Sub(th.Value()), year, t.BaseYear())
		c.Reason = fmt.Sprintf("%s checked, and at or below the path; that of %d is %s, where %s is allowed",
			plural(checked, "level"), year, level, allowed)
		if !withinDecadePath(level.Tonnes(), t.Base().Tonnes(), one.Sub(th.Value()), n) {
			c.Result, c.Reason = Fail, fmt.Sprintf("the level of %d, %s, is above the path, which allows %s", year, level, allowed)
			break
		}
	}
	rate, err := decadeRate(th)
	if err != nil {
		return Check{}, err
	}
	c.Figures = append(c.Figures, rate)
	return c, nil
}

// decadeRate is what a cut per decade is in a year.
func decadeRate(th Threshold) (Figure, error) {
	root, err := exact.Root(one.Sub(th.Value()), 10, ghg.RatioPlaces)
	return Figure{"compound annual reduction of the path", ghg.RatioOf(one.Sub(root)), measures[CompoundRate].unit}, err
}

// withinDecadePath compares both sides raised to the tenth power, so that no
// root has to be rounded: v^10 <= B^10 × left^n.
func withinDecadePath(v, base, left decimal.Decimal, n int) bool {
	return !v.IsPositive() || power(v, 10).LessThanOrEqual(power(base, 10).Mul(power(left, n)))
}

// decadePathPlaces is how far a root of the path is taken, so that amounts are
// right to [target.PathwayPlaces].
const decadePathPlaces = 60

// DecadePath is what is left of a base n years after it on a path that cuts a
// share in every ten years, rounded to [target.PathwayPlaces] decimal places of
// a tonne:
//
//	B × (1 - cut)^(n/10)
func DecadePath(base ghg.CO2e, th Threshold, n int) (ghg.CO2e, error) {
	if err := th.need(CheckCarbonLaw, CutPerDecade); err != nil {
		return ghg.CO2e{}, err
	}
	if n < 0 || n > 450 {
		return ghg.CO2e{}, ghg.Refusal("path of a decade", "years after the base", strconv.Itoa(n), "0 to 450 are allowed")
	}
	if err := exact.CheckResult(base.Tonnes()); err != nil {
		return ghg.CO2e{}, err
	}
	left := one.Sub(th.Value())
	root, err := exact.Root(power(left, n%10), 10, decadePathPlaces)
	if err != nil {
		return ghg.CO2e{}, err
	}
	v := exact.Round(base.Tonnes().Mul(power(left, n/10)).Mul(root), target.PathwayPlaces)
	return ghg.NewCO2e(v, ghg.Tonne, base.Metric())
}
