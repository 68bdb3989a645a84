package netzero

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// rootPlaces is how far the ratio under a root is taken, so that the root is
// right to [ghg.RatioPlaces].
const rootPlaces = 200

// compoundRate is the share that each of n years cuts from the year before.
func compoundRate(to, from decimal.Decimal, n int) (Figure, error) {
	f := Figure{Name: "compound annual reduction", Unit: measures[CompoundRate].unit}
	if n < 1 || !to.IsPositive() || !from.IsPositive() {
		f.Value = ghg.Undefined("a compound rate needs both ends above 0, and years between them")
		return f, nil
	}
	left, err := exact.Quotient(to, from, rootPlaces)
	if err != nil {
		return Figure{}, err
	}
	root, err := exact.Root(left, n, ghg.RatioPlaces)
	f.Value = ghg.RatioOf(one.Sub(root))
	return f, err
}

var one = decimal.New(1, 0)

func whole(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// power is x^n, exactly.
func power(x decimal.Decimal, n int) decimal.Decimal {
	out := one
	for range n {
		out = out.Mul(x)
	}
	return out
}

// ReadRate reads an annual rate of 0 to 100 % over 0 to 450 years in the two ways in which
// rates are published. They differ more the longer they run: 4.2 % a year for ten years
// leaves 58 % of the base if linear, and 65 % if compound. The figures are
//
//	left if linear              1 - rate × years; below zero, the line has gone through zero
//	left if compound            (1 - rate)^years
//	years to zero if linear     1/rate; a compound rate never gets there
func ReadRate(rate ghg.Share, years int) ([]Figure, error) {
	var faults ghg.Faults
	faults.RefuseShare("annual rate", "rate", rate)
	if years < 0 || years > 450 {
		faults.Refuse("annual rate", "years", strconv.Itoa(years), "0 to 450 are allowed")
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	f := rate.Fraction()
	return []Figure{
		{"left if linear", ghg.Quotient(one.Sub(f.Mul(whole(years))), one, ""), "of the base"},
		{"left if compound", ghg.Quotient(power(one.Sub(f), years), one, ""), "of the base"},
		{"years to zero if linear", ghg.Quotient(one, f, "a rate of 0 never comes to zero"), ""},
	}, nil
}
