package trend

import (
	"fmt"
	"math"
)

// AbsoluteFit is the line of least absolute deviations: the sum of the absolute
// residuals is as small as it can be. Several lines may reach that; their
// slopes lie between SlopeLow and SlopeHigh. The line given has the slope midway
// between the two, and the intercept that is the median of what the slope
// leaves. Two correct programs may choose other lines, so no figure that hangs
// on the choice should be quoted without the two ends.
type AbsoluteFit struct {
	Line      Line    `json:"line"`
	SlopeLow  float64 `json:"slopeLow"`
	SlopeHigh float64 `json:"slopeHigh"` // tonnes of CO2e a year
	Deviation float64 `json:"deviation"` // sum of absolute residuals, tonnes of CO2e
}

// IsUnique reports whether one slope alone reaches the smallest sum.
func (f AbsoluteFit) IsUnique() bool { return f.SlopeLow == f.SlopeHigh }

// String is the slope in one line.
func (f AbsoluteFit) String() string {
	if f.Line.IsZero() {
		return "no fit"
	}
	s := fmt.Sprintf("%s %s a year", figure(f.Line.Slope()), f.Line.Metric().Unit())
	if f.IsUnique() {
		return s
	}
	return s + fmt.Sprintf(" (any slope from %s to %s fits as well)", figure(f.SlopeLow), figure(f.SlopeHigh))
}

// LeastAbsolute fits the line of least absolute deviations, by trying the line
// through every two figures: one of those is always among the best, and the
// best slopes begin and end at such lines. Sums that agree to 1e-12 of the
// figures' own absolute deviations from their median are taken as equal.
func LeastAbsolute(p Points) (AbsoluteFit, error) {
	if p.IsZero() {
		return AbsoluteFit{}, errNoPoints
	}
	x, y := p.def.x, p.def.y
	x0 := mean(x)
	a := leastAbsolute(x, y)
	slope := a.low + (a.high-a.low)/2
	return AbsoluteFit{Line: fitted(p, "least absolute deviations", slope, x0, middle(x, y, slope, x0)),
		SlopeLow: a.low, SlopeHigh: a.high, Deviation: a.sum}, nil
}

// best is the range of the best slopes, and the sum that they reach.
type best struct{ low, high, sum float64 }

func leastAbsolute(x, y []float64) best {
	type candidate struct{ slope, sum float64 }
	var all []candidate
	flat := middle(x, y, 0, 0)
	tolerance, least := 0.0, math.Inf(1)
	for i := range x {
		tolerance += math.Abs(y[i]-flat) * 1e-12
		for j := range i {
			slope, sum := (y[i]-y[j])/(x[i]-x[j]), 0.0
			for k := range x {
				sum += math.Abs(y[k] - y[i] - slope*(x[k]-x[i]))
			}
			all = append(all, candidate{slope, sum})
			least = math.Min(least, sum)
		}
	}
	b := best{math.Inf(1), math.Inf(-1), least}
	for _, c := range all {
		if c.sum <= least+tolerance {
			b.low, b.high = math.Min(b.low, c.slope), math.Max(b.high, c.slope)
		}
	}
	return b
}
