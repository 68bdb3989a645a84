package drivers

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// String is the series as one line.
func (a WeatherAdjusted) String() string {
	if a.def == nil {
		return "no adjusted series"
	}
	y := a.def.years
	return fmt.Sprintf("%s %d to %d, adjusted by %s", a.def.trend.Place(), y[0].Unadjusted.Year, y[len(y)-1].Unadjusted.Year, a.def.DegreeDays)
}

// adjustedWords are the labels of the derivation of an adjusted series.
var adjustedWords = struct{ title, days, normal, dependent, reported, part, adjustment, adjusted, use, trend, status words.Term }{
	title:      words.Term{En: "emissions of %s without the weather", Ko: "%s 기상 영향 제외 배출량"},
	days:       words.Term{En: "degree days (%s, base %s °C)", Ko: "도일(%s, 기준온도 %s °C)"},
	normal:     words.Term{En: "normal degree days (%s)", Ko: "평년 도일(%s)"},
	dependent:  words.Term{En: "share of the part that depends on the weather", Ko: "기상 의존 비율"},
	reported:   words.Term{En: "total as reported", Ko: "보고 총배출량"},
	part:       words.Term{En: "part that depends on the weather: %s", Ko: "기상 의존 부문 배출량: %s"},
	adjustment: words.Term{En: "adjustment", Ko: "보정량"},
	adjusted:   words.Term{En: "adjusted total", Ko: "보정 배출량"},
	use:        words.Term{En: "use", Ko: "용도"},
	trend:      words.Term{En: "for trends; an adjusted amount achieves no target", Ko: "추세 분석용이며, 목표 달성 판정에는 쓰지 않음"},
	status:     words.Term{En: "%s; part %s", Ko: "%s, 부문 배출량 %s"},
}

// Explain is the series as a derivation: for each year the total as reported, the adjustment
// d × part × (normal - actual)/actual, and the adjusted total.
func (a WeatherAdjusted) Explain() derivation.Derivation {
	if a.def == nil {
		return derivation.Derivation{}
	}
	s, w, unit := &sheet{}, a.def.Weather, a.def.trend.Metric().Unit()
	dd := w.DegreeDays.def
	rows := make([]derivation.Row, len(a.def.years))
	var days, totals, parts, adjustments, adjusted []decimal.Decimal
	named := func(x ghg.Status) words.Term { return words.Term{En: x.String(), Ko: x.Korean()} }
	for i, y := range a.def.years {
		label := named(y.Unadjusted.Status)
		if y.PartStatus != ghg.Actual {
			label = adjustedWords.status.With(label, named(y.PartStatus))
		}
		rows[i] = derivation.Row{ID: fmt.Sprint(y.Unadjusted.Year), Label: label, Source: y.Unadjusted.Source}
		days, totals, parts = append(days, y.DegreeDays), append(totals, y.Unadjusted.CO2e.Tonnes()), append(parts, y.Part.Tonnes())
		adjustments, adjusted = append(adjustments, y.Adjustment.Tonnes()), append(adjusted, y.Adjusted.Tonnes())
	}
	need := words.Term{En: dd.Dependence.String(), Ko: dd.Dependence.Korean()}
	s.Told("use", adjustedWords.use, adjustedWords.trend)
	s.Given("d", adjustedWords.dependent, "", "", derivation.Number(w.Dependent.Fraction()))
	s.Given("N", adjustedWords.normal.With(words.OneLine(dd.NormalPeriod)), "", words.OneLine(dd.Source), derivation.Number(dd.Normal))
	s.Index("y", rows...)
	s.Given("H", adjustedWords.days.With(need, dd.Base), "", words.OneLine(dd.Rule), derivation.Numbers(days...)...).Index = "y"
	s.Given("T", adjustedWords.reported, unit, "", derivation.Numbers(totals...)...).Index = "y"
	s.Given("P", adjustedWords.part.With(w.Part.View()), unit, "", derivation.Numbers(parts...)...).Index = "y"
	s.Computed("A", adjustedWords.adjustment, unit, "d × P[y] × (N - H[y]) / H[y]", derivation.ToPlaces(ghg.RecomputePlaces),
		derivation.Numbers(adjustments...)...).Index = "y"
	s.Computed("X", adjustedWords.adjusted, unit, "T[y] + A[y]", exactly, derivation.Numbers(adjusted...)...).Index = "y"
	return s.made(adjustedWords.title.With(a.def.trend.Place()))
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
