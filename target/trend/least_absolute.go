package trend

import (
	"cmp"
	"fmt"
	"math"
	"slices"
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

// LeastAbsolute fits the line of least absolute deviations, by trying lines
// through two figures: one of those is always among the best, and the
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

// through is a line through a figure and another: its slope, and how far the other lies from it
// in years, which is what the residuals of the others weigh.
type through struct{ slope, weight, sum float64 }

// leastAbsolute looks at the lines through each figure: the sum of the residuals is
// Σ weight × |slope - s| there, which is least at the weighted median of the slopes and rises
// to both sides.
func leastAbsolute(x, y []float64) best {
	flat := middle(x, y, 0, 0)
	tolerance, least := 0.0, math.Inf(1)
	for i := range x {
		tolerance += math.Abs(y[i]-flat) * 1e-12
	}
	var all []through
	lines := make([]through, 0, len(x))
	for i := range x {
		lines = lines[:0]
		right := 0.0 // weight of the slopes from a line on
		for j := range x {
			if d := x[i] - x[j]; d != 0 {
				lines = append(lines, through{slope: (y[i] - y[j]) / d, weight: math.Abs(d)})
				right += math.Abs(d)
			}
		}
		slices.SortFunc(lines, func(a, b through) int { return cmp.Compare(a.slope, b.slope) })
		left, mid := 0.0, 0
		for left+lines[mid].weight < right-lines[mid].weight {
			left += lines[mid].weight
			right -= lines[mid].weight
			mid++
		}
		for k := range x {
			lines[mid].sum += math.Abs(y[k] - y[i] - lines[mid].slope*(x[k]-x[i]))
		}
		at := lines[mid]
		least = math.Min(least, at.sum)
		all = append(all, at)
		for k, l, r := mid, left, right; k > 0 && lines[k].sum <= at.sum+tolerance; k-- {
			// from a slope to the one below, the residuals of those from it on grow, and the others shrink
			lines[k-1].sum = lines[k].sum + (lines[k].slope-lines[k-1].slope)*(r-l)
			l, r = l-lines[k-1].weight, r+lines[k-1].weight
			all = append(all, lines[k-1])
		}
		for k, l, r := mid, left+at.weight, right-at.weight; k+1 < len(lines) && lines[k].sum <= at.sum+tolerance; k++ {
			lines[k+1].sum = lines[k].sum + (lines[k+1].slope-lines[k].slope)*(l-r)
			l, r = l+lines[k+1].weight, r-lines[k+1].weight
			all = append(all, lines[k+1])
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
