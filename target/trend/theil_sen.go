package trend

import "slices"

// TheilSen fits the line of Theil and Sen: its slope is the median of the
// slopes between every two figures, so that a few odd years move it little. Its
// intercept is the median of what the slope leaves, y - slope × x; the median
// of an even number is the mean of the middle two.
func TheilSen(p Points) (Line, error) {
	if p.IsZero() {
		return Line{}, errNoPoints
	}
	x0 := mean(p.def.x)
	slope := senSlope(p.def.x, p.def.y)
	return fitted(p, "Theil-Sen", slope, x0, middle(p.def.x, p.def.y, slope, x0)), nil
}

func senSlope(x, y []float64) float64 {
	slopes := make([]float64, 0, len(x)*(len(x)-1)/2)
	for i := range x {
		for j := range i {
			slopes = append(slopes, (y[i]-y[j])/(x[i]-x[j]))
		}
	}
	return median(slopes)
}

// middle is the median of y - slope × (x - x0).
func middle(x, y []float64, slope, x0 float64) float64 {
	left := make([]float64, len(x))
	for i := range x {
		left[i] = y[i] - slope*(x[i]-x0)
	}
	return median(left)
}

// median sorts what it is given.
func median(v []float64) float64 {
	slices.Sort(v)
	n := len(v)
	if n%2 == 1 {
		return v[n/2]
	}
	return v[n/2-1] + (v[n/2]-v[n/2-1])/2
}
