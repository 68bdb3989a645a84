package effect

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// quantityPlaces is to how many decimal places a quantity along a ramp is rounded at
// most, and quantityDigits how long it may then be.
const (
	quantityPlaces = 24
	quantityDigits = exact.MaxDigits - 1
)

// placesOf are those that leave room for what stands before the point.
func placesOf(full decimal.Decimal) int32 {
	return min(quantityPlaces, quantityDigits-int32(len(full.Truncate(0).String())))
}

// Along is a full quantity along a ramp in the years of a span, as the quantities of a
// quantification: what stands in each year, or what is new in it (the steps of the
// ramp). Each is rounded once to 24 decimal places, fewer where it is above
// 10^13. Where the ramp has reached the full quantity by the last year, nothing more is new
// after it.
//
// A field that does not stand is a [ghg.Fault], all of them at once: a ramp that falls has
// nothing new, and what is done in a year has no ramp. A year for which the ramp has no
// share is a [*ghg.NoFigureError].
func Along(k strategy.Kind, c strategy.Counting, r Ramp, full decimal.Decimal, first, last int) (strategy.Quantities, error) {
	const of = "quantities along a ramp"
	var faults ghg.Faults
	refuseUnits(&faults, of, full)
	if c != strategy.StandingInYear && c != strategy.NewInYear {
		faults.Refuse(of, "counting", c.String(), "along a ramp is what stands in the year, or what is new in it")
	}
	if r.IsZero() {
		faults.Refuse(of, "ramp", "", "make one, such as effect.Linear(2025, 2030)")
	}
	span(&faults, of, first, last)
	if err := faults.Err(); err != nil {
		return strategy.Quantities{}, err
	}
	q := strategy.Quantities{Kind: k, ByYear: map[int]decimal.Decimal{}, Source: fmt.Sprintf("%s, to %s", r, full)}
	before := decimal.Decimal{}
	for y := first; y <= last; y++ {
		num, den, err := r.fraction(y)
		if err != nil {
			return strategy.Quantities{}, fmt.Errorf("%s: %w", of, err)
		}
		n, err := exact.Quotient(full.Mul(num), den, placesOf(full))
		if err != nil {
			return strategy.Quantities{}, fmt.Errorf("%s in %d: %w", of, y, err)
		}
		q.ByYear[y] = n
		if c == strategy.StandingInYear {
			continue
		}
		if q.ByYear[y] = n.Sub(before); q.ByYear[y].Sign() < 0 {
			return strategy.Quantities{}, ghg.Refusal(fmt.Sprintf("%s in %d", of, y), "ramp", r.String(),
				"it falls, and nothing that is new is below 0")
		}
		if before = n; y == last && num.Equal(den) {
			q.Last = last
		}
	}
	return q, nil
}

// PhaseInDefinition is what [NewPhaseIn] makes a quantification of.
type PhaseInDefinition struct {
	ID          string // unique in its action
	On          strategy.EmissionSource
	Interaction strategy.Interaction
	// Kind is Potential or Expected: nothing else is computed along a ramp.
	Kind strategy.Kind
	// Full is the reduction a year once all of the action works, above 0 for a
	// cut.
	Full        ghg.CO2e
	Ramp        Ramp
	First, Last int // years that the reductions are stated for
	Source      string
}

// phaseIn is what faults are of.
const phaseIn = "phase-in"

// NewPhaseIn is a full effect along a ramp as a quantification: what counts are tonnes of
// it, one of which cuts one tonne in each year, whatever the factors. How many of what
// cut how much each is not in it; where that is known, use [Along].
//
// A field that does not stand is a [ghg.Fault], all of them at once; a year for which the
// ramp has no share is a [*ghg.NoFigureError].
func NewPhaseIn(d PhaseInDefinition) (strategy.Quantification, error) {
	var faults ghg.Faults
	if d.Kind != strategy.Potential && d.Kind != strategy.Expected {
		faults.Refuse(phaseIn, "kind", d.Kind.String(), "allowed are potential and expected: nothing else comes of a ramp")
	}
	if d.Full.IsZero() {
		faults.Refuse(phaseIn, "full effect", "0", "an amount other than 0 is needed; what is not quantified has no effect")
	}
	if d.Ramp.IsZero() {
		faults.Refuse(phaseIn, "ramp", "", "make one, such as effect.Linear(2025, 2030)")
	}
	span(&faults, phaseIn, d.First, d.Last)
	if err := faults.Err(); err != nil {
		return strategy.Quantification{}, err
	}
	tonne := ghg.Tonne.Unit()
	quantities, err := Along(d.Kind, strategy.StandingInYear, d.Ramp, d.Full.Tonnes().Abs(), d.First, d.Last)
	if err != nil {
		return strategy.Quantification{}, fmt.Errorf("phase-in: %w", err)
	}
	each, err := ghg.NewCO2e(decimal.New(int64(d.Full.Sign()), 0), ghg.Tonne, d.Full.Metric())
	if err != nil {
		return strategy.Quantification{}, err
	}
	saves, err := strategy.FixedSaving(d.On, d.Interaction, "full effect", tonne, each, d.Source)
	if err != nil {
		return strategy.Quantification{}, err
	}
	return strategy.NewQuantification(strategy.QuantificationDefinition{ID: d.ID, Counts: "tonnes of the full effect", Unit: tonne,
		Counting: strategy.StandingInYear, Quantities: []strategy.Quantities{quantities},
		Effects: []strategy.UnitEffect{saves}, Source: d.Source})
}
