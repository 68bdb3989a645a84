package trend

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
)

type pointsJSON struct {
	Place    ghg.PlaceID      `json:"place"`
	View     ghg.ViewID       `json:"view"`
	Edition  ghg.SchemeID     `json:"edition"`
	Metric   string           `json:"metric"`
	Window   Window           `json:"window"`
	Figures  []ghg.YearFigure `json:"figures"`
	LeftOut  []LeftOut        `json:"leftOut"`
	Findings ghg.Findings     `json:"findings"`
}

// MarshalJSON writes the figures of the series that count, and those that do not with the
// reason. The zero Points is null.
func (p Points) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(pointsJSON{p.Series().Place(), p.Series().View().ID(), p.Series().Edition(),
		p.Series().Metric().String(), p.def.window,
		slices.AppendSeq([]ghg.YearFigure{}, p.All()), slices.AppendSeq([]LeftOut{}, p.LeftOut()), p.Findings()})
}

type lineJSON struct {
	Slope     float64 `json:"slope"`
	Intercept float64 `json:"intercept"`
	Last      int     `json:"last"`
	Metric    string  `json:"metric"`
	Source    string  `json:"source"`
}

// MarshalJSON writes the line: tonnes of CO2e, and a year. They are statistics in float64.
// The zero Line is null.
func (l Line) MarshalJSON() ([]byte, error) {
	if l.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(lineJSON{l.Slope(), l.Intercept(), l.Last(), l.Metric().String(), l.Source()})
}

type fitJSON struct {
	Line        Line                  `json:"line"`
	Points      Points                `json:"points"`
	InterceptSE float64               `json:"interceptSE"`
	SlopeSE     float64               `json:"slopeSE"`
	ResidualSD  float64               `json:"residualSD"`
	DF          float64               `json:"df"`
	Adjusted    bool                  `json:"adjusted"`
	Residuals   []ghg.InYear[float64] `json:"residuals"`
	RSquared    *float64              `json:"rSquared"` // null where the figures are all the same
	// Autocorrelation is null where there are too few figures for it.
	Autocorrelation *Autocorrelation `json:"autocorrelation"`
	Findings        ghg.Findings     `json:"findings"`
}

// MarshalJSON writes the line through the points with its statistics in float64. The zero
// Fit is null.
func (f Fit) MarshalJSON() ([]byte, error) {
	if f.IsZero() {
		return []byte("null"), nil
	}
	var rSquared *float64
	if r, ok := f.RSquared(); ok {
		rSquared = &r
	}
	var autocorrelation *Autocorrelation
	if a, ok := f.Autocorrelation(); ok {
		autocorrelation = &a
	}
	return json.Marshal(fitJSON{f.Line(), f.Points(), f.InterceptSE(), f.SlopeSE(), f.ResidualSD(), f.DF(), f.IsAdjusted(),
		ghg.InYears(f.Residuals()), rSquared, autocorrelation, f.Findings()})
}
