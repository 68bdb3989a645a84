package korea

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// restatedPlaces is to how many decimal places of a tonne a restated unit is rounded.
const restatedPlaces = 12

// AssumeMetric is the same figure on a metric that its source does not state:
// the caller says so, with a reason that stays in the note. A figure that is on
// a metric already is refused: its number would have to change.
func (u ReductionUnit) AssumeMetric(m ghg.Metric, reason string) (ReductionUnit, error) {
	switch {
	case u.IsZero():
		return ReductionUnit{}, errNoReductionUnit
	case m.IsZero():
		return ReductionUnit{}, ghg.ErrNoMetric
	case reason == "":
		return ReductionUnit{}, refused(u.def.of(), "reason", "", "say why it may be taken as "+m.String())
	case u.Saves().Metric().ID() != ghg.Unstated.ID():
		return ReductionUnit{}, &ghg.MetricMismatchError{A: u.Saves().Metric().ID(), B: m.ID()}
	}
	d := u.Definition()
	d.Saves, _ = ghg.NewCO2e(d.Saves.Tonnes(), ghg.Tonne, m) // was within bounds before
	return d.noted("taken as " + string(m.ID()) + ": " + reason), nil
}

// AssumePer is the same figure by a unit that its document writes in a way that is
// read in more than one: an RT is the US ton of refrigeration or the Japanese one. The
// reason stays in the note. A unit that is clear is refused.
func (u ReductionUnit) AssumePer(per ghg.Unit, reason string) (ReductionUnit, error) {
	switch {
	case u.IsZero():
		return ReductionUnit{}, errNoReductionUnit
	case !u.Per().IsZero():
		return ReductionUnit{}, refused(u.def.of(), "per", per.String(), "it is by "+u.Per().String()+" already")
	case per.IsZero():
		return ReductionUnit{}, refused(u.def.of(), "per", "", "say what "+u.def.Written+" stands for, such as USRT")
	case reason == "":
		return ReductionUnit{}, refused(u.def.of(), "reason", "", "say why "+u.def.Written+" may be taken as "+per.String())
	}
	d := u.Definition()
	written := d.Written
	d.Per, d.Written = per, ""
	return d.noted(written + " taken as " + per.String() + ": " + reason), nil
}

// Restated is the unit with the place's factor of a year in place of the one that it
// contains, in all years:
//
//	saves' = saves × factor of the place / factor contained
//
// rounded once to 12 decimal places of a tonne, on the metric of the place. It is a
// choice: the guideline's rows have the published one. A unit that contains no factor, or
// one of another use, is refused; a year without a factor is a [*ghg.NoFigureError].
func (u ReductionUnit) Restated(place ghg.Factors, year int) (ReductionUnit, error) {
	d := u.Definition()
	switch {
	case u.IsZero():
		return ReductionUnit{}, errNoReductionUnit
	case place.IsZero():
		return ReductionUnit{}, ghg.ErrNoFactors
	case place.Metric().IsZero():
		return ReductionUnit{}, ghg.ErrFactorsByGas
	case d.Contains.IsZero() || !d.Contains.IsOf(place.Of()):
		return ReductionUnit{}, refused(d.of(), "contains", place.Of(), "it is not known to contain a factor of it: state effects of your own")
	}
	held, err := d.Contains.At(year)
	if err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	one, err := ghg.NewQuantity(mustDecimal("1"), d.Contains.Per())
	if err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	ours, _, err := place.For(year, one)
	if err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	t, err := exact.Quotient(d.Saves.Tonnes().Mul(ours.Tonnes()), held.CO2e.Tonnes(), restatedPlaces)
	if err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	if d.Saves, err = ghg.NewCO2e(t, ghg.Tonne, ours.Metric()); err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	d.Contains, err = ghg.NewFactors(ghg.FactorsDefinition{Of: place.Of(), Source: place.Source(), Per: d.Contains.Per(),
		Years: []ghg.Factor{{CO2e: ours}}})
	if err != nil {
		return ReductionUnit{}, fmt.Errorf("%s: %w", d.of(), err)
	}
	return d.noted(fmt.Sprintf("restated from %s to %s of %d (%s)", held.CO2e, ours, year, place.Source())), nil
}

// noted is a unit with more in its note.
func (d ReductionUnitDefinition) noted(more string) ReductionUnit {
	if d.Note != "" {
		d.Note += "; "
	}
	d.Note += more
	return ReductionUnit{&d}
}
