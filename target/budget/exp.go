package budget

import "github.com/shopspring/decimal"

// workPlaces is the precision of intermediate results, snapPlaces that which
// they are trusted to: a power of 2/3 then comes back to the round number that
// it stands for before it is rounded down.
const (
	workPlaces = 80
	snapPlaces = 40
)

// negligible is an exponent from which exp(-x) is under 10^-86, less than any
// figure shows.
var negligible = decimal.New(200, 0)

// expNeg is e^-x for x of at least 0, to some [workPlaces] decimal places: the
// power series of x/256, squared eight times. To be replaced by an exponential
// of package exact once there is one.
func expNeg(x decimal.Decimal) decimal.Decimal {
	if x.GreaterThan(negligible) {
		return decimal.Decimal{}
	}
	const halvings, guard = 8, 10
	small := x.Neg().DivRound(decimal.New(1<<halvings, 0), workPlaces+guard)
	sum, term := decimal.New(1, 0), decimal.New(1, 0)
	for i := int64(1); !term.IsZero(); i++ {
		term = term.Mul(small).DivRound(decimal.New(i, 0), workPlaces+guard)
		sum = sum.Add(term)
	}
	for range halvings {
		sum = sum.Mul(sum).Round(workPlaces + guard)
	}
	return sum.Round(workPlaces)
}
