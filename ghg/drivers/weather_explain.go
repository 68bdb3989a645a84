package drivers

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ratioPlaces is how far ratios of degree days are printed. They are printed
// only: the adjustment is computed from the degree days.
const ratioPlaces = 4

// String is the series as one line.
func (a WeatherAdjusted) String() string {
	if a.def == nil {
		return "no adjusted series"
	}
	y := a.def.years
	return fmt.Sprintf("%s %d to %d, adjusted by %s", a.def.trend.Place(), y[0].Unadjusted.Year, y[len(y)-1].Unadjusted.Year, a.def.DegreeDays)
}

// Explain writes for each year the total as reported, the arithmetic of its
// adjustment, and the adjusted total, with the definition and source of the
// degree days. Amounts without a unit are tonnes of CO2e.
func (a WeatherAdjusted) Explain() string {
	if a.def == nil {
		return "no adjusted series\n"
	}
	w := a.def.Weather
	dd := w.DegreeDays.def
	var t words.Rows
	t.Row("place", "%s", a.def.trend.Place())
	t.Row("view", "%s", a.def.total.View())
	t.Row("metric", "%s", a.def.trend.Metric())
	t.Row("part", "%s", w.Part.View())
	t.Row("degree days", "%s, base %s °C: %s", dd.Dependence, dd.Base, words.OneLine(dd.Rule))
	t.Row("source", "%s", words.OneLine(dd.Source))
	t.Row("formula", "adjustment = d × part × (normal - actual)/actual, d = %s, normal = %s (%s)",
		w.Dependent, dd.Normal, words.OneLine(dd.NormalPeriod))
	for _, y := range a.def.years {
		year := fmt.Sprint(y.Unadjusted.Year)
		ratio, _ := a.Ratio(y.Unadjusted.Year).Value() // every year has degree days
		t.Row(year+" reported", "%s, %s, %s", y.Unadjusted.CO2e.Tonnes(), y.Unadjusted.Status, y.Unadjusted.Vintage)
		if y.PartStatus != ghg.Actual {
			t.Row("  part", "%s", y.PartStatus)
		}
		t.Row("  adjustment", "%s × %s × (%s - %s)/%s = %s; actual/normal = %s", w.Dependent.Fraction(), y.Part.Tonnes(),
			dd.Normal, y.DegreeDays, y.DegreeDays, words.Signed(y.Adjustment.Tonnes().String()), ratio.Round(ratioPlaces))
		t.Row("  adjusted", "%s", y.Adjusted.Tonnes())
	}
	t.Row("rounding", "each adjustment once, to %d decimal places of a tonne, half away from zero", ghg.RecomputePlaces)
	t.Row("use", "for trends; an adjusted amount achieves no target")
	return t.String()
}

type weatherYearJSON struct {
	Year       int        `json:"year"`
	Unadjusted ghg.CO2e   `json:"unadjusted"`
	Status     ghg.Status `json:"status"` // of the total as reported
	Part       ghg.CO2e   `json:"part"`
	PartStatus ghg.Status `json:"partStatus"`
	DegreeDays string     `json:"degreeDays"`
	Adjustment ghg.CO2e   `json:"adjustment"`
	Adjusted   ghg.CO2e   `json:"adjusted"`
}

type weatherJSON struct {
	Place      ghg.PlaceID       `json:"place"`
	View       string            `json:"view"` // of the totals as reported
	TrendView  string            `json:"adjustedView"`
	Edition    ghg.SchemeID      `json:"edition"`
	Metric     string            `json:"metric"`
	PartView   string            `json:"partView"`
	Dependence WeatherDependence `json:"dependence"`
	Dependent  ghg.Share         `json:"dependentShare"`
	Base       string            `json:"baseTemperatureC"`
	Rule       string            `json:"rule"`
	Normal     string            `json:"normalDegreeDays"`
	Period     string            `json:"normalPeriod"`
	Source     string            `json:"source"`
	Years      []weatherYearJSON `json:"years"`
}

// MarshalJSON writes every year with and without its weather, and what it was
// adjusted by. The zero WeatherAdjusted is refused.
func (a WeatherAdjusted) MarshalJSON() ([]byte, error) {
	if a.def == nil {
		return nil, errNoWeather
	}
	w, s := a.def.Weather, a.def.trend
	dd := w.DegreeDays.def
	doc := weatherJSON{Place: s.Place(), View: a.def.total.View().ID().String(), TrendView: s.View().ID().String(),
		Edition: s.Edition(), Metric: s.Metric().String(), PartView: w.Part.View().ID().String(), Dependence: dd.Dependence,
		Dependent: w.Dependent, Base: dd.Base.String(), Rule: dd.Rule,
		Normal: dd.Normal.String(), Period: dd.NormalPeriod, Source: dd.Source}
	for _, y := range a.def.years {
		doc.Years = append(doc.Years, weatherYearJSON{y.Unadjusted.Year, y.Unadjusted.CO2e, y.Unadjusted.Status,
			y.Part, y.PartStatus, y.DegreeDays.String(), y.Adjustment, y.Adjusted})
	}
	return json.Marshal(doc)
}
