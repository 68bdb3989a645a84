package trend

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Interval is a figure with the bounds that it lies between with some
// confidence: fit ± t × SE, with t of Student's distribution.
type Interval struct {
	Of         string     `json:"of,omitempty"` // what it bounds: "total of 2030", "line in 2030", "slope"
	Fit        float64    `json:"fit"`          // tonnes of CO2e; of a slope, tonnes a year
	SE         float64    `json:"se"`           // its standard error
	Low        float64    `json:"low"`
	High       float64    `json:"high"`
	DF         float64    `json:"df"` // degrees of freedom
	Confidence ghg.Share  `json:"confidence"`
	Metric     ghg.Metric `json:"metric"`
}

// String is the interval in one line.
func (i Interval) String() string {
	return fmt.Sprintf("%s: %s, %s confidence %s to %s %s", i.Of, figure(i.Fit), i.Confidence, figure(i.Low), figure(i.High), i.Metric.Unit())
}

// upperTail is the part of a distribution that lies above a two-sided interval:
// 0.025 for 95 %.
func upperTail(confidence ghg.Share) (float64, error) {
	rest := confidence.Complement().Fraction()
	if confidence.IsUnset() {
		return 0, refuse("confidence", "", "name a level of confidence, such as 95%")
	}
	if !rest.IsPositive() || rest.GreaterThan(decimal.New(5, -1)) {
		return 0, refuse("confidence", confidence.String(), "from 50% to below 100% is allowed, such as 95% where 5% may err")
	}
	return rest.InexactFloat64() / 2, nil
}

// interval is the interval around a fit with its standard error.
func interval(of string, fit, se, df float64, confidence ghg.Share, metric ghg.Metric) (Interval, error) {
	tail, err := upperTail(confidence)
	if err != nil {
		return Interval{}, err
	}
	i := Interval{Of: of, Fit: fit, SE: se, Low: fit, High: fit, DF: df, Confidence: confidence, Metric: metric}
	if se > 0 {
		half := studentQuantile(tail, df) * se
		i.Low, i.High = fit-half, fit+half
	}
	return i, nil
}
