package trend

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Line is a straight line through a series, in tonnes of CO2e on one metric:
//
//	y = intercept + slope × year
//
// It is what [LeastSquares], [TheilSen] and [LeastAbsolute] fit, or the published
// line of somebody else ([NewLine]). It is immutable; the zero Line is refused.
type Line struct{ def *line }

type line struct {
	slope  float64 // tonnes a year
	x0, y0 float64 // a point of the line amid the figures: the year 0 is far away
	last   int     // year of the last figure behind it
	metric ghg.Metric
	source string
	points Points // zero for a published line
	// exact is the rounding of figures that all lie on the line, and 0 where they
	// scatter: there the line is compared with a level as it is.
	exact float64
}

// slack is how far above a level the line may be by rounding alone, in a year: the
// rounding of the figures, carried on as the line goes on from them. Without it a line
// that meets a level exactly would meet it or not by chance.
func (l Line) slack(year float64) float64 {
	d := l.get()
	if d.exact == 0 {
		return 0
	}
	x := d.points.def.x
	return 4 * d.exact * (1 + float64(len(x))*(1+math.Abs(year-d.x0)/(x[len(x)-1]-x[0])))
}

// below reports whether the line is at or below a level in a year, but for rounding.
func (l Line) below(level, year float64) bool { return l.At(year) <= level+l.slack(year) }

var errNoLine = errors.New("no line given: fit one, such as with trend.LeastSquares")

// NewLine is a line that somebody published: slope in tonnes of CO2e a year and
// intercept, its value in the year 0, in tonnes; the year of the last figure
// that it was fitted to, the metric, and the source.
func NewLine(slope, intercept float64, last int, metric ghg.Metric, source string) (Line, error) {
	const most = 1e38
	var faults ghg.Faults
	of := "line by " + words.Quote(source)
	for _, x := range []struct {
		field string
		value float64
	}{{"slope", slope}, {"intercept", intercept}} {
		if !(math.Abs(x.value) < most) { // NaN too
			faults.Refuse(of, x.field, fmt.Sprint(x.value), "a number within ±1e38 is needed")
		}
	}
	faults.RefuseYear(of, "last", last)
	if metric.IsZero() {
		faults.Refuse(of, "metric", "", ghg.ErrNoMetric.Error())
	}
	if source == "" {
		faults.Refuse(of, "source", "", "a published line needs its source")
	}
	if err := faults.Err(); err != nil {
		return Line{}, err
	}
	return Line{&line{slope: slope, y0: intercept, last: last, metric: metric, source: source}}, nil
}

// fitted is a line that this package fitted.
func fitted(p Points, how string, slope, x0, y0 float64) Line {
	l := Line{&line{slope: slope, x0: x0, y0: y0, last: p.last(), metric: p.Series().Metric(),
		source: fmt.Sprintf("%s, %s", how, p), points: p}}
	var squares, scale float64
	for i, x := range p.def.x {
		e := p.def.y[i] - l.At(x)
		squares += e * e
		scale = max(scale, math.Abs(p.def.y[i]))
	}
	if u := rounding(scale); math.Sqrt(squares/float64(p.Len())) <= u {
		l.def.exact = u
	}
	return l
}

// IsZero reports whether there is no line.
func (l Line) IsZero() bool { return l.def == nil }

func (l Line) get() *line {
	if l.def == nil {
		return &line{}
	}
	return l.def
}

// Slope is the change in tonnes of CO2e a year; below 0, emissions fall.
func (l Line) Slope() float64 { return l.get().slope }

// Intercept is the value in the year 0, in tonnes of CO2e. It means nothing by
// itself, and is what other programs print.
func (l Line) Intercept() float64 { d := l.get(); return d.y0 - d.slope*d.x0 }

// At is the value in a year, in tonnes of CO2e. Years are those of the figures:
// 2030 is the total of the year 2030. The value goes below 0 where the line
// does.
func (l Line) At(year float64) float64 { d := l.get(); return d.y0 + d.slope*(year-d.x0) }

// Last is the year of the last figure behind the line.
func (l Line) Last() int { return l.get().last }

// Metric is the metric of the figures behind the line.
func (l Line) Metric() ghg.Metric { return l.get().metric }

// Source says how the line was fitted, and to which figures, or who published it.
func (l Line) Source() string { return l.get().source }

// String is "12003400 - 246200 × (year - 2016) tCO2e (AR5)", with the year of
// the last figure.
func (l Line) String() string {
	if l.IsZero() {
		return "no line"
	}
	sign, slope := "+", l.Slope()
	if slope < 0 {
		sign, slope = "-", -slope
	}
	return fmt.Sprintf("%s %s %s × (year - %d) %s", figure(l.At(float64(l.Last()))), sign, figure(slope), l.Last(), l.Metric().Unit())
}

// level is a level as float64, if it is on the line's metric.
func (l Line) level(c ghg.CO2e) (float64, error) {
	if l.IsZero() {
		return 0, errNoLine
	}
	if a, b := c.Metric().ID(), l.Metric().ID(); a != b {
		return 0, &ghg.MetricMismatchError{A: a, B: b}
	}
	return tonnes(c)
}

// figure writes a statistic with six significant digits, large ones without an
// exponent.
func figure(v float64) string {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if a := math.Abs(short); a != 0 && (a < 1e-6 || a >= 1e21) {
		return strconv.FormatFloat(short, 'g', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
