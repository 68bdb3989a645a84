package exact

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// OutOfReachError says that rounding each part up or down to an adjacent unit
// cannot make the parts add up to a given total.
type OutOfReachError struct {
	Total       decimal.Decimal // as given
	Least, Most decimal.Decimal // what the parts add up to, all rounded down or up
}

func (e *OutOfReachError) Error() string {
	if e.Least.Equal(e.Most) {
		return fmt.Sprintf("parts that add up to %s do not close to %s", e.Least, e.Total)
	}
	return fmt.Sprintf("parts that round to between %s and %s do not close to %s", e.Least, e.Most, e.Total)
}

// CloseTo rounds each part up or down to the given number of decimal places so
// that the parts add up exactly to a total that is given, itself rounded: what
// a quotient was rounded to, or a figure already published. All parts are
// rounded towards minus infinity, and the units left over go to the largest
// remainders; equal remainders are served in the order given. A part that is a
// whole number of units stays. [LargestRemainder] is the same for the rounded
// sum of the parts.
//
// A total that the parts cannot reach is an [*OutOfReachError]; one that is no
// whole number of units, places outside -[MaxResultDigits] to
// +[MaxResultDigits], and a number that fails [CheckResult] are refused.
func CloseTo(parts []decimal.Decimal, total decimal.Decimal, places int32) ([]decimal.Decimal, error) {
	if err := checkUnits(places); err != nil {
		return nil, err
	}
	if err := checkAll(parts); err != nil {
		return nil, err
	}
	if err := CheckResult(total); err != nil {
		return nil, fmt.Errorf("total: %w", err)
	}
	s := newScale(places, append(slices.Clone(parts), total)...)
	units, rest := new(big.Int).DivMod(s.whole(total), s.unit, new(big.Int))
	if rest.Sign() != 0 {
		return nil, fmt.Errorf("a total of %s is not rounded to %d decimal places", total, places)
	}
	c := s.close(parts, s.unit)
	missing := units.Sub(units, c.sum)
	if !c.reaches(missing) {
		least, most := c.sum, new(big.Int).Add(c.sum, big.NewInt(c.open))
		return nil, &OutOfReachError{total, decimal.NewFromBigInt(least, -places), decimal.NewFromBigInt(most, -places)}
	}
	return asGiven(parts, c.rounded(missing, places), places), nil
}

// Quotients divides each part by one divisor and rounds the quotients to the
// given number of decimal places so that they add up exactly to the quotient
// of the sum, which is rounded once, as [Quotient] does it: percentages of a
// whole, or equal years' means of the sectors of a sum. Units go to the largest
// remainders of the exact quotients; equal remainders are served in the order
// given.
func Quotients(
	parts []decimal.Decimal, divisor decimal.Decimal, places int32,
) (quotients []decimal.Decimal, total decimal.Decimal, err error) {
	if err := checkUnits(places); err != nil {
		return nil, total, err
	}
	if divisor.IsZero() {
		return nil, total, ErrDivisionByZero
	}
	if err := checkAll(parts); err != nil {
		return nil, total, err
	}
	if err := CheckResult(divisor); err != nil {
		return nil, total, fmt.Errorf("divisor: %w", err)
	}
	if quotients, total, ok := quotientsOfWords(parts, divisor, places); ok {
		return quotients, total, nil
	}
	// A unit of the quotient is the divisor shifted: so many parts are whole.
	unit := divisor.Shift(-places)
	s := newScale(0, append(slices.Clone(parts), unit)...)
	by := s.whole(unit)
	if by.Sign() < 0 {
		by.Neg(by)
		parts = slices.Clone(parts)
		for i := range parts {
			parts[i] = parts[i].Neg()
		}
	}
	c := s.close(parts, by)
	sum := new(big.Int)
	for _, p := range parts {
		sum.Add(sum, s.whole(p))
	}
	units := nearest(sum, by)
	return c.rounded(new(big.Int).Sub(units, c.sum), places), decimal.NewFromBigInt(units, -places), nil
}

// checkUnits checks a number of places that may round to tens as well.
func checkUnits(places int32) error {
	if places < -MaxResultDigits || places > MaxResultDigits {
		return fmt.Errorf("rounding to %d decimal places: -%d to %d are allowed", places, MaxResultDigits, MaxResultDigits)
	}
	return nil
}

func checkAll(parts []decimal.Decimal) error {
	for i, p := range parts {
		if err := CheckResult(p); err != nil {
			return fmt.Errorf("part %d: %w", i+1, err)
		}
	}
	return nil
}

// scale turns decimals into whole numbers of one power of ten, small enough
// for all of them.
type scale struct {
	exponent int32
	unit     *big.Int           // of the places asked for
	tens     map[int32]*big.Int // powers of ten met
}

func newScale(places int32, numbers ...decimal.Decimal) scale {
	s := scale{exponent: -places, tens: map[int32]*big.Int{}}
	for _, d := range numbers {
		if !d.IsZero() {
			s.exponent = min(s.exponent, d.Exponent())
		}
	}
	s.unit = s.ten(-places - s.exponent)
	return s
}

func (s scale) ten(power int32) *big.Int {
	if s.tens[power] == nil {
		s.tens[power] = tenTo(int64(power))
	}
	return s.tens[power]
}

// whole is a decimal in units of the scale.
func (s scale) whole(d decimal.Decimal) *big.Int {
	n := d.Coefficient()
	if n.Sign() != 0 {
		n.Mul(n, s.ten(d.Exponent()-s.exponent))
	}
	return n
}

// closing is parts rounded towards minus infinity, with what is left of them.
type closing struct {
	floors, left []*big.Int
	sum          *big.Int // of the floors
	open         int64    // parts with something left: they may be rounded up
}

func (s scale) close(parts []decimal.Decimal, unit *big.Int) closing {
	c := closing{make([]*big.Int, len(parts)), make([]*big.Int, len(parts)), new(big.Int), 0}
	for i, p := range parts {
		c.floors[i], c.left[i] = new(big.Int).DivMod(s.whole(p), unit, new(big.Int))
		c.sum.Add(c.sum, c.floors[i])
		c.open += int64(c.left[i].Sign())
	}
	return c
}

// reaches reports whether so many units can be handed out.
func (c closing) reaches(missing *big.Int) bool {
	return missing.Sign() >= 0 && missing.Cmp(big.NewInt(c.open)) <= 0
}

// rounded hands the missing units out.
func (c closing) rounded(missing *big.Int, places int32) []decimal.Decimal {
	order := make([]int, len(c.floors))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return c.left[b].Cmp(c.left[a]) })
	up := make([]bool, len(order))
	for _, i := range order[:missing.Int64()] {
		up[i] = true
	}
	out := make([]decimal.Decimal, len(order))
	for i := range out {
		out[i] = adjacent(c.floors[i], up[i], places)
	}
	return out
}

// adjacent is so many units of the places, or one more.
func adjacent(units *big.Int, up bool, places int32) decimal.Decimal {
	if up {
		units = new(big.Int).Add(units, big.NewInt(1))
	}
	return decimal.NewFromBigInt(units, -places)
}

// asGiven keeps parts that have no more places than asked for as they are: a
// large round number need not be written out.
func asGiven(parts, rounded []decimal.Decimal, places int32) []decimal.Decimal {
	for i, p := range parts {
		if p.Exponent() >= -places {
			rounded[i] = p
		}
	}
	return rounded
}

// nearest is num/den to the nearest whole number, half away from zero, for a
// den above 0.
func nearest(num, den *big.Int) *big.Int {
	twice := new(big.Int).Abs(num)
	twice.Lsh(twice, 1).Add(twice, den)
	twice.Quo(twice, new(big.Int).Lsh(den, 1))
	if num.Sign() < 0 {
		twice.Neg(twice)
	}
	return twice
}
