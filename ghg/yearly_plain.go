package ghg

import (
	"errors"
	"fmt"
	"strconv"
)

// YearlyFrom makes a series of plain numbers, one line a year: amounts of CO2e that
// name no gas, each with its year and, where they are known, status and source. They
// are of calendar years and of the first vintage; [NewYearly] takes figures of
// other kinds.
//
//	ghg.YearlyFrom("Daegu", view, ghg.AR5, []ghg.OfYear[ghg.Mass]{
//		{Year: 2018, Value: ghg.MustMass("9.43 Mt"), Source: "plan of 2021"},
//		{Year: 2022, Value: ghg.MustMass("8.7 Mt"), Status: ghg.Provisional},
//	})
func YearlyFrom(place PlaceID, view View, metric Metric, amounts []OfYear[Mass]) (Yearly, error) {
	var faults Faults
	figures := make([]YearFigure, len(amounts))
	for i, a := range amounts {
		of := string(place) + " in " + strconv.Itoa(a.Year)
		switch {
		case a.Value.IsUnset():
			faults.Refuse(of, "amount", "", "state it, such as ghg.MustMass(\"9.43 Mt\"); 0 t has to be said")
		case !a.Value.Gas().IsZero():
			faults.Refuse(of, "amount", a.Value.String(), "it is CO2e on the metric of the series: give a mass that names no gas")
		}
		figures[i] = YearFigure{Year: a.Year, CO2e: CO2e{a.Value.t, metric}, Status: a.Status, Vintage: FirstVintage, Source: a.Source}
	}
	if err := faults.Err(); err != nil {
		return Yearly{}, err
	}
	return NewYearly(place, view, metric, figures)
}

// YearlyOfDeclared makes a series of declared totals of one place and view, as
// [ReadDeclaredCSV] reads them, each the figure of its period. The publication says
// neither metric nor status, so that they are arguments, and [Unstated] has to be said;
// nor does it say what stands behind a total, so that the figures have no coverage and
// no parts. Totals of another place or view are a [*MismatchError], a period that is not
// twelve months is refused with [ErrNotTwelveMonths], and a total of one node of the
// scheme with a [Fault]: it is no total of the view.
func YearlyOfDeclared(metric Metric, status Status, source string, totals ...DeclaredTotal) (Yearly, error) {
	if len(totals) == 0 {
		return Yearly{}, errors.New("no declared totals given: read them with ghg.ReadDeclaredCSV")
	}
	first := totals[0]
	own := Basis{first.Place, first.View, metric}
	figures := make([]YearFigure, 0, len(totals))
	for _, d := range totals {
		if err := own.Meets("the first declared total", Basis{d.Place, d.View, metric}, "that of "+d.Period.String()); err != nil {
			return Yearly{}, err
		}
		f, err := d.YearFigure(metric, status, source)
		if err != nil {
			return Yearly{}, err
		}
		figures = append(figures, f)
	}
	return NewYearly(first.Place, first.View, metric, figures)
}

// YearFigure is the declared total as the figure of its year, of the first vintage,
// to stand in a series beside others.
func (d DeclaredTotal) YearFigure(metric Metric, status Status, source string) (YearFigure, error) {
	of := fmt.Sprintf("declared total of %s in %s", d.Place, d.Period)
	switch {
	case metric.IsZero():
		return YearFigure{}, ErrNoMetric
	case d.Node != "":
		return YearFigure{}, Refusal(of, "node", d.Node, "it is the total of a part, and no figure of the view: declare a view of that part")
	case d.Figure.Unit() == MassUnit{}:
		return YearFigure{}, Refusal(of, "figure", "", "a printed figure is needed")
	case !d.Period.IsTwelveMonths():
		return YearFigure{}, fmt.Errorf("%s: %w", of, ErrNotTwelveMonths)
	}
	return YearFigure{Year: d.Period.Year(), Period: d.Period, CO2e: CO2e{d.Figure.t, metric}, Status: status, Vintage: FirstVintage,
		Source: source}, nil
}
