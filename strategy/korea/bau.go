package korea

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// MeanGrowth is a mean yearly growth (연평균 증가율) over stated years.
type MeanGrowth struct {
	Rate ghg.Share `json:"rate"` // of a year: 1.2%
	From int       `json:"from"`
	To   int       `json:"to"` // both included
	// LeftOut are years that the mean does not count, and Why: those of COVID (2019 to 2021)
	// are left out only by name.
	LeftOut []int  `json:"leftOut,omitempty"`
	Why     string `json:"why,omitempty"`
	Source  string `json:"source,omitempty"` // document
}

// BAUDefinition is what [ForecastBAU] forecasts emissions without the plan from.
type BAUDefinition struct {
	BaseYear int
	Base     ghg.CO2e // emissions of the base year
	// National is the growth that is forecast for the country, for each of the years that
	// follow the base year.
	National map[int]ghg.Share
	// LocalMean and NationalMean are those of the place and of the country, over the same
	// years.
	LocalMean, NationalMean MeanGrowth
}

// The codes of the findings on a forecast.
const (
	FindingNearZero = "national-growth-near-zero" // the ratio of the two means is of little worth
	FindingSigns    = "growth-signs-differ"       // the place grew and the country shrank, or the reverse
	FindingCOVID    = "years-of-covid"            // they are among the years of the means, or left out of them
)

// nearZero is the mean growth below which a ratio to it is found to be of little worth: 0.1 % a
// year, own choice.
var nearZero = decimal.New(1, -3)

var forecastFindings = struct{ near, signs, covid, left words.Term }{
	near: words.Term{En: "the country's mean growth is %s a year: the ratio of the place's to it is of little worth",
		Ko: "전국 연평균 증가율이 %s로 0에 가까워 지역/전국 비율의 의미가 작음"},
	signs: words.Term{En: "the place's mean growth is %s and the country's %s: " +
		"where the country grows the place is forecast to shrink, or the reverse",
		Ko: "지역 연평균 증가율 %s와 전국 %s의 부호가 달라 전국 전망과 반대로 전망됨"},
	covid: words.Term{En: "the means count years of COVID: %s", Ko: "연평균 증가율에 코로나 시기 포함: %s년"},
	left:  words.Term{En: "the means leave out %s: %s", Ko: "연평균 증가율에서 %s년 제외: %s"},
}

// ForecastBAU is the forecast of the guideline by growth rates (증가율 적용), a series of the
// years after the base year, projected:
//
//	E(t) = E(t−1) × (1 + g(t) × r of the place / r of the country)
//
// where g is the growth forecast for the country and r are mean growths over stated years (in
// the guideline g is in per cent and the product divided by 100). Each year is rounded once to
// 12 decimal places of a tonne, from what is exact before it. A country that did not
// grow at all is refused, as nothing is a ratio to 0; one that hardly did, and signs that
// differ, are Serious findings. Where a year is missing between the base year and the last,
// the error is a [*ghg.NoFigureError].
func ForecastBAU(d BAUDefinition) (ghg.Years[ghg.CO2e], ghg.Findings, error) {
	var none ghg.Years[ghg.CO2e]
	if err := d.check(); err != nil {
		return none, ghg.Findings{}, err
	}
	local, country := d.LocalMean.Rate.Fraction(), d.NationalMean.Rate.Fraction()
	var out []ghg.OfYear[ghg.CO2e]
	over, under := d.Base.Tonnes(), decimal.New(1, 0)
	for y := d.BaseYear + 1; len(out) < len(d.National); y++ {
		g, ok := d.National[y]
		if !ok {
			return none, ghg.Findings{}, &ghg.NoFigureError{Of: "growth of the country", Year: y}
		}
		over, under = over.Mul(country.Add(g.Fraction().Mul(local))), under.Mul(country)
		t, err := exact.Quotient(over, under, heldPlaces)
		if err != nil {
			return none, ghg.Findings{}, fmt.Errorf("BAU of %d: %w", y, err)
		}
		c, err := ghg.NewCO2e(t, ghg.Tonne, d.Base.Metric())
		if err != nil {
			return none, ghg.Findings{}, fmt.Errorf("BAU of %d: %w", y, err)
		}
		out = append(out, ghg.OfYear[ghg.CO2e]{Year: y, Value: c, Status: ghg.Projected, Source: d.LocalMean.Source})
	}
	series, err := ghg.NewYears("BAU", d.Base.Metric().Unit(), nil, out...)
	return series, d.findings(), err
}

// check is what does not stand.
func (d BAUDefinition) check() error {
	var faults ghg.Faults
	const of = "BAU"
	faults.RefuseYear(of, "base year", d.BaseYear)
	if d.Base.IsUnset() || d.Base.Sign() <= 0 {
		faults.Refuse(of, "base", d.Base.String(), "emissions above 0 are needed")
	}
	if len(d.National) == 0 {
		faults.Refuse(of, "national", "", "the growth forecast for the country is needed, for the years after the base year")
	}
	d.LocalMean.refuse(&faults, of+", mean of the place")
	d.NationalMean.refuse(&faults, of+", mean of the country")
	if a, b := d.LocalMean, d.NationalMean; a.From != b.From || a.To != b.To || !slices.Equal(slices.Sorted(slices.Values(a.LeftOut)),
		slices.Sorted(slices.Values(b.LeftOut))) {
		faults.Refuse(of, "years", fmt.Sprintf("%d to %d, and %d to %d", a.From, a.To, b.From, b.To),
			"the two means are over the same years, and leave the same ones out")
	}
	if d.NationalMean.Rate.Fraction().IsZero() {
		faults.Refuse(of+", mean of the country", "rate", d.NationalMean.Rate.String(), "nothing is a ratio to 0: forecast by another method")
	}
	for _, y := range slices.Sorted(maps.Keys(d.National)) {
		if y <= d.BaseYear || d.National[y].IsUnset() {
			faults.Refuse(of, "national", strconv.Itoa(y), "a growth for a year after the base year is needed")
		}
	}
	return faults.Err()
}

// refuse adds what does not stand of a mean.
func (m MeanGrowth) refuse(faults *ghg.Faults, of string) {
	switch {
	case faults.RefuseYear(of, "from", m.From) || faults.RefuseYear(of, "to", m.To):
	case m.To <= m.From:
		faults.Refuse(of, "to", strconv.Itoa(m.To), "a year after "+strconv.Itoa(m.From)+" is needed")
	}
	if m.Rate.IsUnset() {
		faults.Refuse(of, "rate", "", "state it, if only as 0%")
	}
	if m.Source == "" {
		faults.Refuse(of, "source", "", "name the document")
	}
	for _, y := range m.LeftOut {
		if y < m.From || y > m.To {
			faults.Refuse(of, "left out", strconv.Itoa(y), "it is none of the years of the mean")
		}
	}
	if (len(m.LeftOut) > 0) != (m.Why != "") {
		faults.Refuse(of, "why", m.Why, "say why years are left out, and only then")
	}
}

// findings are remarks on the two means.
func (d BAUDefinition) findings() (out ghg.Findings) {
	add := func(code string, s ghg.Severity, t words.Term, values ...any) {
		out.Add(ghg.Finding{Code: code, Severity: s, Of: "BAU"}.Said(t, values...))
	}
	local, country := d.LocalMean.Rate, d.NationalMean.Rate
	if country.Fraction().Abs().LessThan(nearZero) {
		add(FindingNearZero, ghg.Serious, forecastFindings.near, country)
	}
	if local.Fraction().Sign()*country.Fraction().Sign() < 0 {
		add(FindingSigns, ghg.Serious, forecastFindings.signs, local, country)
	}
	var covid []int
	for y := max(2019, d.LocalMean.From); y <= min(2021, d.LocalMean.To); y++ {
		if !slices.Contains(d.LocalMean.LeftOut, y) {
			covid = append(covid, y)
		}
	}
	if len(covid) > 0 {
		add(FindingCOVID, ghg.Note, forecastFindings.covid, words.Spans(covid))
	}
	if left := slices.Sorted(slices.Values(d.LocalMean.LeftOut)); len(left) > 0 {
		add(FindingCOVID, ghg.Note, forecastFindings.left, words.Spans(left), d.LocalMean.Why)
	}
	return out
}
