package strategy

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// ShownWedges is one year of wedges as it is shown: baseline − cut = end.
type ShownWedges struct {
	Year     int           `json:"year"`
	Baseline ghg.Shown     `json:"baseline"`
	Cut      ghg.ShownList `json:"cut"` // the wedges in their order, with what they add up to
	End      ghg.Shown     `json:"end"` // the line that they lead to
	end      string
}

// Show rounds the year to show it in a unit and to a number of decimal places:
//
//   - what is cut in all, Baseline − End, is rounded to the nearest, and the wedges
//     close to it by largest remainder, so that the headline is the same however the
//     wedges are grouped, and that of [YearEffect.Table];
//   - the baseline is rounded to the nearest;
//   - the end is the one less the other as they are shown, so that all adds up. It may
//     be off by one unit of the last place.
//
// A wedge that is not quantified is 0 in it. What [ghg.ShowList] refuses is refused.
func (y WedgeYear) Show(unit ghg.MassUnit, places int32) (ShownWedges, error) {
	parts := make([]ghg.CO2e, len(y.Wedges))
	for i, a := range y.Wedges {
		parts[i] = a.CO2e
	}
	s := ShownWedges{Year: y.Year, end: y.end}
	var err error
	if s.Cut, err = ghg.ShowList(unit, places, parts...); err != nil {
		return ShownWedges{}, err
	}
	if s.Baseline, err = shownAlone(y.Baseline, unit, places); err != nil {
		return ShownWedges{}, err
	}
	end, err := ghg.NewCO2e(s.Baseline.Amount().Sub(s.Cut.Total().Amount()), unit, y.Baseline.Metric())
	if err != nil {
		return ShownWedges{}, err
	}
	s.End, err = shownAlone(end, unit, places) // in whole units of the last place as it is
	return s, err
}

// shownAlone is an amount rounded to the nearest.
func shownAlone(c ghg.CO2e, unit ghg.MassUnit, places int32) (ghg.Shown, error) {
	list, err := ghg.ShowList(unit, places, c)
	return list.Total(), err
}

// String is the year as a sum: "2030: 95 − (14 + 4 = 18 kt) = plan 77 kt".
func (s ShownWedges) String() string {
	return fmt.Sprintf("%d: %s − (%s) = %s", s.Year, s.Baseline.Number(), s.Cut, strings.TrimSpace(s.end+" "+s.End.String()))
}
