package trend

import (
	"fmt"
	"math"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Horizon is the last year that is looked at: what is not reached by then is
// said to be not before 2300.
const Horizon = ghg.LastYear

// Answer says whether a line reaches a level. The zero Answer is none.
type Answer uint8

// The answers. Below means at or below.
const (
	NoAnswer      Answer = iota
	Reaches              // the line falls and is below the level in a year after the last figure
	AlreadyBelow         // the line is below the level in the year of the last figure
	Never                // the line is above the level and does not fall
	BeyondHorizon        // the line falls, but is above the level until after [Horizon]
)

var answerNames = [...]string{"no answer", "reaches", "already below", "never", "not before 2300"}

// String is the answer in small letters.
func (a Answer) String() string {
	if int(a) < len(answerNames) {
		return answerNames[a]
	}
	return fmt.Sprintf("unknown (%d)", uint8(a))
}

// Korean is the same in Korean: 도달.
func (a Answer) Korean() string { return words.SetName("target/trend.Answer", a.String()) }

// MarshalText writes what String says.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Attainment says when a trend comes down to a level, if the past that it was
// fitted to goes on.
type Attainment struct {
	Level  ghg.CO2e `json:"level"`
	Last   int      `json:"last"` // year of the last figure
	Answer Answer   `json:"answer"`
	// Year is where the line meets the level, only with [Reaches]. It is a number
	// on the axis of years, on which 2046 is the total of the year 2046, and no
	// date: at 2046.7 the total of 2046 is still above the level. FirstYear is
	// the first calendar year whose total, on the line, is at or below it.
	Year      float64 `json:"year"`
	FirstYear int     `json:"firstYear"`

	// Confidence of the interval; unset where the line has none.
	Confidence ghg.Share `json:"confidence"`
	// Earliest and Latest are the first calendar years after Last in which the
	// lower and the upper bound of the prediction interval is at or below
	// the level; 0 means not by [Horizon].
	Earliest int `json:"earliest"`
	Latest   int `json:"latest"`
}

// Attainment says when the line comes down to a level of its metric; another
// metric is a [*ghg.MetricMismatchError]. It is a single line without an
// interval: [Fit.Attainment] says how sure it is.
func (l Line) Attainment(level ghg.CO2e) (Attainment, error) {
	t, err := l.level(level)
	if err != nil {
		return Attainment{}, err
	}
	a := Attainment{Level: level, Last: l.Last()}
	slope := l.Slope()
	switch {
	case l.below(t, float64(a.Last)):
		a.Answer = AlreadyBelow
		return a, nil
	case slope >= 0 || -slope*(Horizon-l.def.x0) <= l.slack(Horizon): // flat, but for rounding
		a.Answer = Never
		return a, nil
	case !l.below(t, Horizon):
		a.Answer = BeyondHorizon
		return a, nil
	}
	year := l.def.x0 + (t-l.def.y0)/slope
	a.Answer, a.Year, a.FirstYear = Reaches, year, max(int(math.Ceil(year))-1, a.Last+1)
	for !l.below(t, float64(a.FirstYear)) {
		a.FirstYear++
	}
	if first := float64(a.FirstYear); year > first { // by rounding
		a.Year = first
	}
	return a, nil
}

// Attainment says when the line comes down to a level of its metric, and
// between which calendar years the total of a single year does so with the
// confidence given. Another metric is a [*ghg.MetricMismatchError].
func (f Fit) Attainment(level ghg.CO2e, confidence ghg.Share) (Attainment, error) {
	a, err := f.Line().Attainment(level)
	if err != nil {
		return Attainment{}, err
	}
	tail, err := upperTail(confidence)
	if err != nil {
		return Attainment{}, err
	}
	a.Confidence = confidence
	t, _ := tonnes(level) // it was read before
	q := studentQuantile(tail, f.DF())
	for year := a.Last + 1; year <= Horizon && a.Latest == 0; year++ {
		x := float64(year)
		fit, half := f.At(x)-f.Line().slack(x), q*f.def.totalSE(x)
		if a.Earliest == 0 && fit-half <= t {
			a.Earliest = year
		}
		if fit+half <= t {
			a.Latest = year
		}
	}
	return a, nil
}

// String is the answer in one line: "the line reaches 9318000 tCO2e at 2046.7,
// first in 2047; with 95% confidence between 2039 and 2060".
func (a Attainment) String() string {
	s := ""
	switch a.Answer {
	case Reaches:
		s = fmt.Sprintf("the line reaches %s at %.1f, first in %d", a.Level, a.Year, a.FirstYear)
	case AlreadyBelow:
		s = fmt.Sprintf("the line is at or below %s already in %d", a.Level, a.Last)
	case Never:
		s = fmt.Sprintf("the line does not fall and never reaches %s", a.Level)
	case BeyondHorizon:
		s = fmt.Sprintf("the line does not reach %s before %d", a.Level, Horizon)
	default:
		return a.Answer.String()
	}
	if a.Confidence.IsUnset() {
		return s
	}
	s += fmt.Sprintf("; a year's total, with %s confidence, ", a.Confidence)
	switch {
	case a.Earliest == 0:
		return s + fmt.Sprintf("not before %d", Horizon)
	case a.Latest == 0:
		return s + fmt.Sprintf("not before %d, and possibly not before %d", a.Earliest, Horizon)
	case a.Earliest == a.Latest:
		return s + fmt.Sprintf("in %d", a.Earliest)
	}
	return s + fmt.Sprintf("between %d and %d", a.Earliest, a.Latest)
}
