package estimate

import (
	"sync"

	"github.com/localghg/localghg/ghg"
)

// RateUnitOf is the unit of a parameter, read when a method first asks for it: a program that
// imports a package of methods and does not use it reads no tables of units and gases.
func RateUnitOf(text string) func() ghg.RateUnit {
	return sync.OnceValue(func() ghg.RateUnit { return ghg.MustRateUnit(text) })
}

// UnitOf is that of a quantity.
func UnitOf(text string) func() ghg.Unit {
	return sync.OnceValue(func() ghg.Unit { return ghg.MustUnit(text) })
}
