package trend

import "github.com/localghg/localghg/ghg"

// ExactUpTo bounds the exact test.
const ExactUpTo = exactUpTo

// FitOf fits a line to numbers that are no years, for published regressions of
// other things.
func FitOf(x, y []float64) Fit {
	r := regress(x, y)
	l := Line{&line{slope: r.slope, x0: r.mx, y0: r.my}}
	return newFit(l, Points{}, r)
}

// PredictionAt and ConfidenceAt are the intervals without the bounds on years.
func (f Fit) PredictionAt(x float64, confidence ghg.Share) (Interval, error) {
	return interval("x", f.At(x), f.def.totalSE(x), f.DF(), confidence, ghg.Unstated)
}

func (f Fit) ConfidenceAt(x float64, confidence ghg.Share) (Interval, error) {
	return interval("x", f.At(x), f.def.lineSE(x), f.DF(), confidence, ghg.Unstated)
}

// KendallOf, SenOf and AbsoluteOf are the statistics of plain numbers.
func KendallOf(y []float64) Kendall { return kendall(y) }
func SenOf(x, y []float64) float64  { return senSlope(x, y) }
func AbsoluteOf(x, y []float64) (low, high, deviation float64) {
	b := leastAbsolute(x, y)
	return b.low, b.high, b.sum
}
