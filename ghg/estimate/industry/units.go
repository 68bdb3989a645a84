package industry

import (
	"sync"

	"github.com/localghg/localghg/ghg"
)

// rateUnit is the unit of a parameter, read when a method first asks for it: what imports the
// package and does not use it reads no tables of units and gases.
func rateUnit(text string) func() ghg.RateUnit {
	return sync.OnceValue(func() ghg.RateUnit { return ghg.MustRateUnit(text) })
}

// unitOf is that of a quantity.
func unitOf(text string) func() ghg.Unit {
	return sync.OnceValue(func() ghg.Unit { return ghg.MustUnit(text) })
}
