package trend

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// Probability is how probable it is that the total of a year is at or below a
// level, if what the trend was fitted to goes on unchanged:
//
//	P = F_t((T - fit)/SE, df)
//
// with F_t the distribution of Student's t and SE that of a single year's
// total. It is no forecast: it knows nothing of a law that comes into force, of
// a plant that closes, or of a measure that is not yet in the figures.
type Probability struct {
	Value float64  `json:"value"` // from 0 to 1
	Year  int      `json:"year"`
	Level ghg.CO2e `json:"level"` // T
	Fit   float64  `json:"fit"`   // of the line in the year, tonnes of CO2e
	SE    float64  `json:"se"`    // of the year's total, tonnes of CO2e
	DF    float64  `json:"df"`
}

// Probability is how probable it is that the total of a year is at or below a
// level, if the fitted past goes on. A level on another metric is a
// [*ghg.MetricMismatchError]; a year that is not after the last figure is a
// [*ghg.YearError], as it is known, or past.
func (f Fit) Probability(level ghg.CO2e, year int) (Probability, error) {
	t, err := f.Line().level(level)
	if err != nil {
		return Probability{}, err
	}
	if last := f.Line().Last(); year <= last || year > Horizon {
		return Probability{}, &ghg.YearError{Of: fmt.Sprintf("probability from figures up to %d", last), Year: year, First: last + 1,
			Last: Horizon}
	}
	x := float64(year)
	p := Probability{Year: year, Level: level, Fit: f.At(x), SE: f.def.totalSE(x), DF: f.DF()}
	p.Value = below(t-p.Fit+f.Line().slack(x), p.SE, func(z float64) float64 { return studentUpper(z, p.DF) })
	return p, nil
}

// below is the probability that what is expected at a distance under a level,
// with a standard error, is at or below it. Without error it is 0 or 1.
func below(distance, se float64, upper func(float64) float64) float64 {
	switch {
	case se > 0:
		return upper(-distance / se)
	case distance >= 0:
		return 1
	}
	return 0
}

// ifThePastGoesOn is what every probability from a trend says of itself.
const ifThePastGoesOn = "if the fitted past goes on; no forecast of policy"

// String is "0.0034%: total of 2030 at or below 9318000 tCO2e, if the fitted
// past goes on; no forecast of policy".
func (p Probability) String() string {
	return fmt.Sprintf("%s: total of %d at or below %s, %s", percent(p.Value), p.Year, p.Level, ifThePastGoesOn)
}

// Details is the formula with its numbers; amounts are tonnes of CO2e.
func (p Probability) Details() string {
	return fmt.Sprintf("P = F_t((T - fit)/SE, df) = F_t((%s - %s)/%s, %s) = %s, %s",
		p.Level.Tonnes(), figure(p.Fit), figure(p.SE), figure(p.DF), percent(p.Value), ifThePastGoesOn)
}

// percent writes a probability with two significant digits, and never one that
// is not quite certain as certain.
func percent(p float64) string {
	switch {
	case p == 1:
		return "100%"
	case p > 0 && p < 0.00001:
		return "under 0.001%"
	case p > 0.99999:
		return "over 99.999%"
	case p > 0.99:
		return strconv.FormatFloat(p*100, 'f', 3, 64) + "%"
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(p*100, 'g', 2, 64), 64)
	return strconv.FormatFloat(short, 'f', -1, 64) + "%"
}
