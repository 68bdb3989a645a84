package trend

import (
	"fmt"
	"iter"
	"math"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// regression is y = my + slope × (x - mx), fitted by least squares.
type regression struct {
	n                int
	mx, my, sxx, syy float64
	slope            float64
	residuals        []float64
	ssr              float64 // sum of their squares
}

// regress fits a line. Both variables are centred, so that years far from 0
// cost no digits. Residuals within the rounding of the figures are none.
func regress(x, y []float64) regression {
	r := regression{n: len(x), mx: mean(x), my: mean(y), residuals: make([]float64, len(x))}
	var sxy, scale float64
	for i := range x {
		dx, dy := x[i]-r.mx, y[i]-r.my
		r.sxx += dx * dx
		r.syy += dy * dy
		sxy += dx * dy
		scale = max(scale, math.Abs(y[i]))
	}
	r.slope = sxy / r.sxx
	for i := range x {
		r.residuals[i] = y[i] - r.my - r.slope*(x[i]-r.mx)
		r.ssr += r.residuals[i] * r.residuals[i]
	}
	if math.Sqrt(r.ssr/float64(r.n)) <= rounding(scale) {
		r.residuals, r.ssr = make([]float64, len(x)), 0
	}
	return r
}

// rounding is how small residuals are, as their root mean square, before they are
// taken as rounding: that of float64 against the largest figure, or that of a pathway,
// which is given to [target.PathwayPlaces].
func rounding(scale float64) float64 { return max(2e-15*scale, 1e-12) }

// mean is the mean, with a second pass for the digits that the first lost.
func mean(v []float64) float64 {
	n, sum, rest := float64(len(v)), 0.0, 0.0
	for _, x := range v {
		sum += x
	}
	m := sum / n
	for _, x := range v {
		rest += x - m
	}
	return m + rest/n
}

// Fit is the line of least squares through a series, with how sure it is. The
// formulas are those of simple linear regression, with n figures, their mean
// year m, Sxx = Σ(x - m)² and e the residuals:
//
//	s²                     = Σe²/(n - 2)
//	SE of the slope        = s/√Sxx
//	SE of the line at x    = s √(1/n + (x - m)²/Sxx)
//	SE of one year's total = s √(1 + 1/n + (x - m)²/Sxx)
//
// A Fit is immutable; the zero Fit is refused. [Fit.Adjusted] is the same line with wider intervals.
type Fit struct{ def *fit }

type fit struct {
	line   Line
	points Points
	r      regression
	// s² of one year's total and of the line; they differ in an adjusted fit.
	own, of  float64
	df       float64
	adjusted bool
}

// LeastSquares fits the line of least squares.
func LeastSquares(p Points) (Fit, error) {
	if p.IsZero() {
		return Fit{}, errNoPoints
	}
	r := regress(p.def.x, p.def.y)
	return newFit(fitted(p, "least squares", r.slope, r.mx, r.my), p, r), nil
}

func newFit(l Line, p Points, r regression) Fit {
	df := float64(r.n - 2)
	return Fit{&fit{line: l, points: p, r: r, own: r.ssr / df, of: r.ssr / df, df: df}}
}

// IsZero reports whether there is no fit.
func (f Fit) IsZero() bool { return f.def == nil }

func (f Fit) get() *fit {
	if f.def == nil {
		return &fit{}
	}
	return f.def
}

// Line is the line itself.
func (f Fit) Line() Line { return f.get().line }

// Points are the figures behind it.
func (f Fit) Points() Points { return f.get().points }

// Slope is the change in tonnes of CO2e a year.
func (f Fit) Slope() float64 { return f.Line().Slope() }

// SlopeSE is the standard error of the slope, in tonnes of CO2e a year.
func (f Fit) SlopeSE() float64 { d := f.get(); return math.Sqrt(d.of / d.r.sxx) }

// Intercept is the value in the year 0, in tonnes of CO2e.
func (f Fit) Intercept() float64 { return f.Line().Intercept() }

// InterceptSE is the standard error of the intercept, in tonnes of CO2e.
func (f Fit) InterceptSE() float64 { return f.get().lineSE(0) }

// ResidualSD is how far the total of a year lies from the line, as a standard
// deviation in tonnes of CO2e: s, or s √(ne/n) of an adjusted fit.
func (f Fit) ResidualSD() float64 { return math.Sqrt(f.get().own) }

// DF is the degrees of freedom: n - 2, fewer in an adjusted fit.
func (f Fit) DF() float64 { return f.get().df }

// RSquared is the share of the variance that the line explains, 1 - Σe²/Syy.
// Of figures that are all the same there is none.
func (f Fit) RSquared() (float64, bool) {
	d := f.get()
	if d.r.syy == 0 {
		return 0, false
	}
	return 1 - d.r.ssr/d.r.syy, true
}

// Residuals yields year and residual, figure less line, in tonnes of CO2e.
func (f Fit) Residuals() iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for i, e := range f.get().r.residuals {
			if !yield(f.def.points.def.in[i].Year, e) {
				return
			}
		}
	}
}

// At is the value of the line in a year, in tonnes of CO2e.
func (f Fit) At(year float64) float64 { return f.Line().At(year) }

func (d *fit) distance(year float64) float64 {
	dx := year - d.r.mx
	return 1/float64(d.r.n) + dx*dx/d.r.sxx
}

// lineSE is the standard error of the line, totalSE that of one year's total.
func (d *fit) lineSE(year float64) float64  { return math.Sqrt(d.of * d.distance(year)) }
func (d *fit) totalSE(year float64) float64 { return math.Sqrt(d.own + d.of*d.distance(year)) }

// SlopeInterval is the confidence interval of the slope.
func (f Fit) SlopeInterval(confidence ghg.Share) (Interval, error) {
	if f.IsZero() {
		return Interval{}, errNoLine
	}
	return interval("slope a year", f.Slope(), f.SlopeSE(), f.DF(), confidence, f.Line().Metric())
}

// Confidence is the confidence interval of the line in a year: where the line
// lies, not where a total will. A year outside 1850 to [Horizon] is a
// [ghg.Fault], as it need not be whole.
func (f Fit) Confidence(year float64, confidence ghg.Share) (Interval, error) {
	if err := f.answers(year); err != nil {
		return Interval{}, err
	}
	return interval("line in "+yearText(year), f.At(year), f.def.lineSE(year), f.DF(), confidence, f.Line().Metric())
}

// Prediction is the prediction interval of one year's total, as the fitted past
// goes on. It is wider than [Fit.Confidence] by the scatter of single years. A
// year out of range is a [*ghg.YearError].
func (f Fit) Prediction(year int, confidence ghg.Share) (Interval, error) {
	if f.IsZero() {
		return Interval{}, errNoLine
	}
	if err := ghg.CheckYear("prediction", year); err != nil {
		return Interval{}, err
	}
	x := float64(year)
	return interval(fmt.Sprintf("total of %d", year), f.At(x), f.def.totalSE(x), f.DF(), confidence, f.Line().Metric())
}

func yearText(year float64) string { return fmt.Sprintf("%.7g", year) }

func (f Fit) answers(year float64) error {
	if f.IsZero() {
		return errNoLine
	}
	// It need not be whole, and is then no year that ghg.CheckYear takes: 2300.5 is out.
	if !(year >= ghg.FirstYear && year <= Horizon) { // NaN too
		return refuse("year", yearText(year), fmt.Sprintf("years from %d to %d are allowed", ghg.FirstYear, Horizon))
	}
	return nil
}

// FindingExactFit: no figure departs from the line by more than rounding. Measured
// emissions scatter; figures that do not were most likely interpolated.
const FindingExactFit = "exact-fit"

// Findings are remarks on the figures ([Points.Findings]) and on the fit:
// [FindingExactFit], [FindingAutocorrelated], [FindingIrregularYears].
func (f Fit) Findings() ghg.Findings {
	if f.IsZero() {
		return ghg.Findings{}
	}
	out := f.def.points.Findings()
	of := string(f.def.points.Series().Place())
	if f.def.r.ssr == 0 {
		out.Add(ghg.Finding{Code: FindingExactFit, Severity: ghg.Warning, Of: of,
			Detail: "every figure lies on the line: " +
				"measured emissions scatter, so the figures were most likely interpolated, and the intervals say nothing"})
	}
	if a, ok := f.Autocorrelation(); ok {
		for _, x := range a.findings(of, f.def.adjusted) {
			out.Add(x)
		}
	}
	return out
}

// String is the fit in one line: "-247236 ± 27222.5 tCO2e a year, R² 0.864, 15
// figures, 2003 to 2017 (actual)", where ± is one standard error.
func (f Fit) String() string {
	if f.IsZero() {
		return "no fit"
	}
	r2 := "undefined"
	if v, ok := f.RSquared(); ok {
		r2 = decimal.NewFromFloat(v).StringFixed(3)
	}
	return fmt.Sprintf("%s ± %s %s a year, R² %s, %s",
		figure(f.Slope()), figure(f.SlopeSE()), f.Line().Metric().Unit(), r2, f.def.points)
}
