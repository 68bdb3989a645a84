package transport

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/words"
)

// Sales is fuel that is sold for transport, or that a fleet, trains or ships burn (IPCC 2006
// V2 Ch3, tier 1 and 2).
type Sales struct {
	Mode Mode
	fuel.Amount
	Factors
}

var fuelFor = words.Term{En: "%s for transport: %s", Ko: "수송용 %s: %s"}

// Title is what is burnt, and by what.
func (s Sales) Title() words.Term {
	return fuelFor.With(s.Fuel, modes[s.Mode.index()])
}

// Equation is that of the mode.
func (s Sales) Equation() string { return equations[s.Mode.index()] }

// Variant says that road transport is the fuel-based of two ways: no total has it beside one
// by distance. Other modes have one way.
func (s Sales) Variant() ghg.Variant {
	if s.Mode == Road {
		return ghg.FuelBased
	}
	return ghg.NoVariant
}

// Work is the equation.
func (s Sales) Work(w *estimate.Worksheet) {
	if !s.Mode.valid() {
		w.Refuse("Mode", "", "transport.Road, OffRoad, Rail, Water or Aviation is accepted")
	}
	s.emits(w, s.On(w))
}
