package trend

import (
	"errors"
	"fmt"
	"math"

	"github.com/localghg/localghg/ghg"
)

// Autocorrelation says how much the residuals of a fit hang together from one
// figure to the next. Emissions of two years share buildings, cars and power
// stations, so they mostly do; then there is less in the figures than their
// number says, and the intervals of least squares are too narrow.
//
//	Durbin-Watson     Σ(e_t - e_t-1)²/Σe²            about 2 without autocorrelation
//	r1                Σ e_t e_t-1/Σe²                lag-1 autocorrelation
//	effective size    n (1 - r1)/(1 + r1)
type Autocorrelation struct {
	DurbinWatson  float64 `json:"durbinWatson"`
	Lag1          float64 `json:"lag1"`          // r1
	N             int     `json:"n"`             // figures
	EffectiveSize float64 `json:"effectiveSize"` // above N where r1 is below 0
	// Regular says that the figures are equally far apart. Otherwise a lag is
	// the step from one figure to the next, however many years that is.
	Regular bool `json:"regular"`
}

// The codes of findings on autocorrelation.
const (
	// FindingAutocorrelated: the effective sample size is below two thirds of
	// the number of figures (r1 above 0.2), and intervals are too narrow.
	FindingAutocorrelated = "autocorrelated-residuals"
	// FindingIrregularYears: the figures are not equally far apart. The line is
	// right, as it is fitted to the years; Durbin-Watson and r1 are hard to read.
	FindingIrregularYears = "irregular-years"
)

// lag1Warning is the r1 from which on intervals are called too narrow: there
// the effective sample size is two thirds of the number of figures.
const lag1Warning = 0.2

// Autocorrelation is that of the residuals; there is none where every figure
// lies on the line.
func (f Fit) Autocorrelation() (Autocorrelation, bool) {
	if f.IsZero() || f.def.r.ssr == 0 {
		return Autocorrelation{}, false
	}
	r := f.def.r
	a := Autocorrelation{N: r.n, Regular: f.def.points.regular()}
	for i := 1; i < r.n; i++ {
		before, e := r.residuals[i-1], r.residuals[i]
		a.DurbinWatson += (e - before) * (e - before)
		a.Lag1 += e * before
	}
	a.DurbinWatson /= r.ssr
	a.Lag1 /= r.ssr
	a.EffectiveSize = float64(r.n) * (1 - a.Lag1) / (1 + a.Lag1)
	return a, true
}

// findings are what a reader should know of a place's figures; in an adjusted fit the intervals are
// no longer too narrow.
func (a Autocorrelation) findings(of string, adjusted bool) []ghg.Finding {
	var out []ghg.Finding
	if a.Lag1 > lag1Warning {
		severity, then := ghg.Warning, "and the intervals of least squares are too narrow"
		if adjusted {
			severity, then = ghg.Note, "and the intervals are adjusted for it"
		}
		out = append(out, ghg.Finding{Code: FindingAutocorrelated, Severity: severity, Of: of, Found: figure(a.Lag1),
			Detail: fmt.Sprintf("what is left beside the line hangs together from year to year (r1 %s, Durbin-Watson %s): "+
				"%d figures say as much as %s independent ones, %s", figure(a.Lag1), figure(a.DurbinWatson), a.N, figure(a.EffectiveSize), then)})
	}
	if !a.Regular {
		out = append(out, ghg.Finding{Code: FindingIrregularYears, Severity: ghg.Note, Of: of,
			Detail: "the years are not equally far apart: Durbin-Watson and r1 go from one figure to the next, not from year to year"})
	}
	return out
}

// String is the diagnosis in one line.
func (a Autocorrelation) String() string {
	return fmt.Sprintf("Durbin-Watson %s, lag-1 autocorrelation %s, effective sample size %s of %d",
		figure(a.DurbinWatson), figure(a.Lag1), figure(a.EffectiveSize), a.N)
}

// ErrIrregularYears says that a fit cannot be adjusted for autocorrelation, as
// its figures are not equally far apart.
var ErrIrregularYears = errors.New("the years of the figures are not equally far apart, " +
	"so autocorrelation from year to year is not known and the fit cannot be adjusted for it")

// EffectiveSizeError says that autocorrelation leaves too little to judge a
// trend by: an effective sample size below [MinPoints].
type EffectiveSizeError struct {
	Place ghg.PlaceID
	Autocorrelation
}

func (e *EffectiveSizeError) Error() string {
	return fmt.Sprintf("%s: %d figures with a lag-1 autocorrelation of %s say as much as %s independent ones, "+
		"and %d are needed: no interval can be given", e.Place, e.N, figure(e.Lag1), figure(e.EffectiveSize), MinPoints)
}

// Adjusted is the same line with intervals, attainment and probability for
// autocorrelated residuals. The effective sample size ne takes the place of n in
// the variance of the line and in the degrees of freedom, as
// Santer and others (2000) do for the slope of a temperature series:
//
//	s²                     = Σe²/(ne - 2)
//	SE of the slope        = s/√Sxx
//	SE of the line at x    = s √(1/n + (x - m)²/Sxx)
//	SE of one year's total = s √(ne/n + 1/n + (x - m)²/Sxx)
//	degrees of freedom     = ne - 2
//
// The last variance is own reasoning by the same rule: s² ne/n is the scatter
// of a single year, which does not grow with autocorrelation. It all holds
// roughly: it takes residuals for a first-order autoregression, and r1 itself is
// uncertain, and mostly too low, in a series of less than some 30 years. An r1 at
// or below 0 changes nothing: no interval becomes narrower.
//
// An effective size below [MinPoints] is an [*EffectiveSizeError]; years that are
// not equally far apart are [ErrIrregularYears].
func (f Fit) Adjusted() (Fit, error) {
	if f.IsZero() {
		return Fit{}, errNoLine
	}
	if !f.def.points.regular() {
		return Fit{}, ErrIrregularYears
	}
	d := *f.def
	d.adjusted = true
	if a, ok := f.Autocorrelation(); ok {
		if a.EffectiveSize < MinPoints {
			return Fit{}, &EffectiveSizeError{d.points.Series().Place(), a}
		}
		n := float64(a.N)
		ne := math.Min(n, a.EffectiveSize)
		d.df = ne - 2
		d.of = d.r.ssr / d.df
		d.own = d.of * ne / n
	}
	return Fit{&d}, nil
}

// IsAdjusted reports whether the fit is one of [Fit.Adjusted].
func (f Fit) IsAdjusted() bool { return f.get().adjusted }
