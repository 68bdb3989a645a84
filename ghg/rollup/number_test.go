package rollup_test

import (
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// number is a literal.
func number(s string) decimal.Decimal {
	d, err := exact.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}
