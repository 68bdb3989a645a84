package cost

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Results are rounded once, to these decimal places.
const (
	factorPlaces = 20 // of a capital recovery factor
	moneyPlaces  = 8  // of the currency's unit
	tonnePlaces  = 12 // of a tonne
	ratePlaces   = 12 // of the fraction of a rate of return
	yearPlaces   = 8  // of a payback
)

// maxYears is the longest lifetime, and the most years of cash flows.
const maxYears = 450

// CapitalRecoveryFactor is the level payment at the end of each of so many
// years that pays back 1 with interest:
//
//	CRF = r (1 + r)^n / ((1 + r)^n - 1), and 1/n at r = 0
//
// The powers are exact; their quotient is rounded once, half away from zero, to
// 20 decimal places. The rate lies above -100 % and at most at 100 %, the years
// from 1 to 450; others, and a rate that nobody gave, are refused.
func CapitalRecoveryFactor(rate ghg.Share, years int) (decimal.Decimal, error) {
	var faults ghg.Faults
	refuseRate(&faults, "capital recovery factor", rate)
	refuseLifetime(&faults, "capital recovery factor", years)
	if err := faults.Err(); err != nil {
		return decimal.Decimal{}, err
	}
	g := growth(rate)
	return quotient(power(g, years), future(g, timed(decimal.Decimal{}, level(years), EndOfYear)), factorPlaces), nil
}

func refuseLifetime(faults *ghg.Faults, of string, years int) {
	if years < 1 || years > maxYears {
		faults.Refuse(of, "lifetime", strconv.Itoa(years), fmt.Sprintf("1 to %d years are allowed", maxYears))
	}
}

// level is 1 a year.
func level(years int) []decimal.Decimal {
	out := make([]decimal.Decimal, years)
	for i := range out {
		out[i] = decimal.New(1, 0)
	}
	return out
}

// timed puts amounts by year at the times 0, the start of the first year, to n,
// the end of the last.
func timed(upfront decimal.Decimal, byYear []decimal.Decimal, t Timing) []decimal.Decimal {
	at := make([]decimal.Decimal, len(byYear)+1)
	if t == StartOfYear {
		copy(at, byYear)
		at[0] = at[0].Add(upfront)
	} else {
		at[0] = upfront
		copy(at[1:], byYear)
	}
	return at
}

// future is the exact value at the last time: Σ at_t g^(n-t). Divided by g^n it
// is the present value.
func future(g decimal.Decimal, at []decimal.Decimal) decimal.Decimal {
	var sum decimal.Decimal
	for _, a := range at {
		sum = sum.Mul(g).Add(a)
	}
	return sum
}

// power is g^n for n of at least 0, exactly.
func power(g decimal.Decimal, n int) decimal.Decimal {
	p := decimal.New(1, 0)
	for ; n > 0; n-- {
		p = p.Mul(g)
	}
	return p
}

// sum adds amounts.
func sum(amounts []decimal.Decimal) decimal.Decimal { return future(decimal.New(1, 0), amounts) }

// quotient divides by what is not 0, as powers of 1 + r and sums of tonnes are
// here, rounded once, half away from zero.
func quotient(a, b decimal.Decimal, places int32) decimal.Decimal {
	q, _ := exact.Quotient(a, b, places)
	return q
}
