package rollup

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Split is a whole shared out. Its parts add up to it, to the last digit, and each is an
// estimate.
type Split struct {
	Proxy Proxy
	Whole ghg.CO2e
	Unit  ghg.MassUnit // in which it is shared,
	Scale int32        // to so many decimal places
	Parts []SplitPart  // in the order of the proxy
}

// SplitPart is what one place has of a whole.
type SplitPart struct {
	Place  ghg.PlaceID
	Weight decimal.Decimal // of the proxy, in its unit
	CO2e   ghg.CO2e
	Status ghg.Status // estimated, always
	// Leftover says that it is one unit of the scale more than what its weight gives, cut
	// toward zero: one of those that were left over.
	Leftover bool
}

// Split shares an amount, in a unit, to a number of decimal places, which may be negative:
// tens and hundreds. An amount that is finer than that is refused as a [ghg.Fault] with
// [FaultFinerThanScale], as its parts could not add up to it; round it first, or name a
// finer scale. So is one that is unset, and a scale beyond [exact.MaxResultDigits].
func (p Proxy) Split(whole ghg.CO2e, unit ghg.MassUnit, places int32) (Split, error) {
	switch {
	case p.def == nil:
		return Split{}, ErrNoProxy
	case whole.IsUnset():
		return Split{}, ghg.Refusal("split", "whole", "", "an amount is needed; 0 is one")
	case unit == ghg.MassUnit{}:
		return Split{}, errNoScaleUnit
	}
	shared, err := p.share(whole.In(unit), places)
	if err != nil {
		return Split{}, fmt.Errorf("%s by %s: %w", whole, p, err)
	}
	s := Split{Proxy: p, Whole: whole, Unit: unit, Scale: places, Parts: make([]SplitPart, len(shared))}
	for i, d := range shared {
		c, err := ghg.NewCO2e(d, unit, whole.Metric())
		if err != nil {
			return Split{}, fmt.Errorf("%s by %s: %w", whole, p, err)
		}
		more := d.Abs().Mul(p.def.sum).GreaterThan(whole.In(unit).Abs().Mul(p.def.weights[i]))
		s.Parts[i] = SplitPart{p.def.Parts[i].Place, p.def.weights[i], c, ghg.Estimated, more}
	}
	return s, nil
}

var errNoScaleUnit = ghg.Refusal("split", "unit", "", "the unit of the scale is needed, such as ghg.Kilotonne")

// share is the rule: the parts of a number. Of a number below zero they are those of its
// absolute value, negated, and so cut toward zero.
func (p Proxy) share(total decimal.Decimal, places int32) ([]decimal.Decimal, error) {
	size := total.Abs()
	parts := make([]decimal.Decimal, len(p.def.weights))
	for i, w := range p.def.weights {
		parts[i] = size.Mul(w)
	}
	parts, sum, err := exact.Quotients(parts, p.def.sum, places)
	switch {
	case err != nil:
		return nil, err
	case !sum.Equal(size):
		return nil, ghg.Fault{Code: FaultFinerThanScale, Field: "total", Value: total.String(),
			Detail: fmt.Sprintf("parts of %d decimal places do not add up to it: round it, or name a finer scale", places)}
	}
	if total.IsNegative() {
		for i := range parts {
			parts[i] = parts[i].Neg()
		}
	}
	return parts, nil
}

// Of is the part of a place, and whether it has one.
func (s Split) Of(place ghg.PlaceID) (ghg.CO2e, bool) {
	for _, x := range s.Parts {
		if x.Place.Is(place) {
			return x.CO2e, true
		}
	}
	return ghg.CO2e{}, false
}

// MarshalJSON writes the whole, the scale, the proxy and the parts.
func (s Split) MarshalJSON() ([]byte, error) {
	type part struct {
		Place    ghg.PlaceID `json:"place"`
		Weight   string      `json:"weight"`
		CO2e     ghg.CO2e    `json:"co2e"`
		Status   ghg.Status  `json:"status"`
		Leftover bool        `json:"leftover,omitempty"`
	}
	parts := make([]part, len(s.Parts))
	for i, x := range s.Parts {
		parts[i] = part{x.Place, x.Weight.String(), x.CO2e, x.Status, x.Leftover}
	}
	return json.Marshal(struct {
		Whole ghg.CO2e `json:"whole"`
		Unit  string   `json:"unit"`
		Scale int32    `json:"decimalPlaces"`
		Proxy Proxy    `json:"proxy"`
		Parts []part   `json:"parts"`
	}{s.Whole, s.Unit.String(), s.Scale, s.Proxy, parts})
}
