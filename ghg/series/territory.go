package series

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Crossing is a change of boundary with figures on both sides of it, or in its year.
type Crossing struct {
	Change place.Change `json:"change"`
	Before []int        `json:"before,omitempty"`
	After  []int        `json:"after,omitempty"` // years with figures, by the days of their periods
	In     []int        `json:"in,omitempty"`    // the year that holds the day, which has two territories
}

// TerritoryError says that the figures of a series are of two territories, so that they do
// not tell a trend, and a gap between them is not filled: restate them, or say that their
// source did.
type TerritoryError struct {
	Place     ghg.PlaceID
	Crossings []Crossing
	text      words.Term
}

func (e *TerritoryError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *TerritoryError) Korean() string { return e.text.Ko }

var (
	twoTerritories = words.Term{En: "the series of %s has figures of more than one territory: %s: restate them with series.Restate, " +
		"or leave the years of one territory out", Ko: "%s의 시계열에 구역이 다른 수치가 있습니다: %s: series.Restate로 재산정하거나 한쪽 구역의 연도를 빼십시오"}
	crossingText = words.Term{En: "%s, with figures of %s before it, of %s in its year and of %s after it",
		Ko: "%s(이전 %s, 해당 연도 %s, 이후 %s)"}
)

// OneTerritory refuses a series across changes of boundary, as [place.Place.TerritoryChanges]
// lists them, with a [*TerritoryError] that names each change and the years on both sides. It
// is for series whose source did not restate them; a series without such a change passes.
func OneTerritory(y ghg.Yearly, changes []place.Change) error {
	e := &TerritoryError{Place: y.Place()}
	for _, c := range changes {
		x := Crossing{Change: c}
		for f := range y.All() {
			switch {
			case f.Period.End().Before(c.On):
				x.Before = append(x.Before, f.Year)
			case !f.Period.Start().Before(c.On):
				x.After = append(x.After, f.Year)
			default:
				x.In = append(x.In, f.Year)
			}
		}
		if len(x.In) > 0 || len(x.Before) > 0 && len(x.After) > 0 {
			e.Crossings = append(e.Crossings, x)
		}
	}
	if len(e.Crossings) == 0 {
		return nil
	}
	list := make([]words.Term, len(e.Crossings))
	for i, x := range e.Crossings {
		list[i].En, list[i].Ko = crossingText.Fill(x.Change, yearsOr(x.Before), yearsOr(x.In), yearsOr(x.After))
	}
	e.text.En, e.text.Ko = twoTerritories.Fill(e.Place, words.Listed(list))
	return e
}

// yearsOr is years in a sentence.
func yearsOr(years []int) words.Term {
	if len(years) == 0 {
		return noYears
	}
	return words.Spans(years)
}

// PartOf makes figures of a part of a place of those of the whole, by shares of each year that
// a document states, such as its share of the population: for [Boundary], where what moved
// has no figures of its own. Shares are from 0% to 100%; there is a figure for each year with
// a share, rounded to 12 decimal places of a tonne, estimated or of the less final status of
// what it comes of. A year without a figure of the whole is a [*ghg.NoFigureError].
func PartOf(whole ghg.Yearly, part ghg.PlaceID, shares ghg.Years[ghg.Share]) (ghg.Yearly, error) {
	var faults ghg.Faults
	if shares.Len() == 0 {
		faults.Refuse("part "+string(part), "shares", "", "a share of a year or more is needed, with its source")
	}
	if whole.Place().Is(part) {
		faults.Refuse("part "+string(part), "place", string(part), "it is the whole itself")
	}
	for s := range shares.All() {
		checkShare(&faults, shares.Name()+" in "+strconv.Itoa(s.Year), "share", s.Value)
	}
	if err := faults.Err(); err != nil {
		return ghg.Yearly{}, err
	}
	var figures []ghg.YearFigure
	for s := range shares.All() {
		f, err := whole.Figure(s.Year)
		if err != nil {
			return ghg.Yearly{}, err
		}
		x := f.CO2e.Tonnes().Rat()
		sources := []string{fmt.Sprintf("%s of the figure of %s by %s", s.Value, whole.Place(), shares.Name())}
		for _, text := range []string{f.Source, s.Source} {
			if text != "" {
				sources = append(sources, text)
			}
		}
		f.CO2e, err = ghg.NewCO2e(rounded(x.Mul(x, s.Value.Fraction().Rat())), ghg.Tonne, whole.Metric())
		if err != nil {
			return ghg.Yearly{}, err
		}
		f.Status, f.Parts, f.Coverage = max(f.Status, s.Status, ghg.Estimated), nil, ghg.Coverage{}
		f.Source = words.Clip(strings.Join(sources, "; "), maxSource)
		figures = append(figures, f)
	}
	return ghg.NewYearly(part, whole.View(), whole.Metric(), figures)
}
