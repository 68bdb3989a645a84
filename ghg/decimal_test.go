package ghg_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// dec is a decimal literal of a test.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// of is a mass that says its gas.
func of(m ghg.Mass, g ghg.Gas) ghg.Mass {
	said, err := m.Of(g)
	if err != nil {
		panic(err)
	}
	return said
}
