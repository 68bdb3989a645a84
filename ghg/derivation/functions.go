package derivation

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// call is a function of numbers.
func (e *evaluator) call(c *call, s scope) (value, error) {
	if c.function == "known" {
		x, err := e.cell(c.of[0].(name), s)
		return truth(x != nil && x.IsDefined()), err
	}
	var of [2]value
	near := false
	for i, n := range c.of {
		v, err := e.number(n, s)
		if err != nil {
			return value{}, err
		}
		of[i], near = v, near || v.near
	}
	a, b := of[0].r, of[1].r
	switch c.function {
	case "abs":
		return value{r: new(big.Rat).Abs(a), near: near}, nil
	case "min", "max":
		if (a.Cmp(b) <= 0) == (c.function == "min") {
			return value{r: a, near: near}, nil
		}
		return value{r: b, near: near}, nil
	case "round", "down":
		if !b.IsInt() || b.Sign() < 0 || b.Num().BitLen() > 8 {
			return value{}, errors.New("places are 0 to 255")
		}
		places := int32(b.Num().Int64())
		units := unitsOf(a, places)
		whole := floor(units)
		if c.function == "round" {
			whole = halfAway(units)
		}
		return value{r: fromUnits(whole, places)}, e.spend(bitsOf(units))
	case "root":
		if !b.IsInt() || b.Sign() <= 0 {
			return value{}, errors.New("the degree of a root is a whole number above 0")
		}
		return e.power(of[0], value{r: new(big.Rat).Inv(b)})
	case "ln":
		return e.ln(a)
	}
	return e.exp(a)
}

// ln is to the working places; of the fraction as it is.
func (e *evaluator) ln(x *big.Rat) (value, error) {
	if err := e.spend(1 << 13); err != nil {
		return value{}, err
	}
	num, den := decimal.NewFromBigInt(x.Num(), 0), decimal.NewFromBigInt(x.Denom(), 0)
	d, err := exact.LnQuotient(exact.RoundSignificant(num, 2*WorkingPlaces), exact.RoundSignificant(den, 2*WorkingPlaces), WorkingPlaces)
	return value{r: d.Rat(), near: true}, err
}

// exp is to the working places.
func (e *evaluator) exp(x *big.Rat) (value, error) {
	if err := e.spend(1 << 13); err != nil {
		return value{}, err
	}
	d, err := exact.Exp(decimal.NewFromBigInt(halfAway(unitsOf(x, 2*WorkingPlaces)), -2*WorkingPlaces), WorkingPlaces)
	return value{r: d.Rat(), near: true}, err
}

// power is a to the b: exactly for a whole b, and else to the working places.
func (e *evaluator) power(a, b value) (value, error) {
	if b.r.IsInt() {
		n := b.r.Num()
		if n.BitLen() > 10 {
			return value{}, fmt.Errorf("a power is at most 1023, and not %s", n)
		}
		return e.wholePower(a, int(n.Int64()))
	}
	if a.p != nil {
		return value{}, errNoNumber
	}
	switch {
	case a.r.Sign() < 0:
		return value{}, errors.New("a root of a number below 0 is none")
	case a.r.Sign() == 0 && b.r.Sign() > 0:
		return value{r: new(big.Rat)}, nil
	case a.r.Sign() == 0:
		return value{}, errZero
	}
	if num, den := b.r.Num(), b.r.Denom(); den.BitLen() <= 8 && num.BitLen() <= 8 { // else its root has too many bits
		whole, err := e.wholePower(a, int(num.Int64()))
		if err != nil {
			return value{}, err
		}
		return e.root(whole, int(den.Int64()))
	}
	l, err := e.ln(a.r)
	if err != nil {
		return value{}, err
	}
	v, err := e.times(l, b)
	if err != nil {
		return value{}, err
	}
	return e.exp(v.r)
}

func (e *evaluator) wholePower(a value, n int) (value, error) {
	out := value{r: big.NewRat(1, 1)}
	if n < 0 {
		switch {
		case a.p != nil:
			return value{}, errNoNumber
		case a.r.Sign() == 0:
			return value{}, errZero
		}
		a, n = value{r: new(big.Rat).Inv(a.r), near: a.near}, -n
	}
	if a.p == nil && bitsOf(a.r)*n > maxBits {
		return value{}, errBounds
	}
	var err error
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			if out, err = e.times(out, a); err != nil {
				return value{}, err
			}
		}
		if n > 1 {
			if a, err = e.times(a, a); err != nil {
				return value{}, err
			}
		}
	}
	return out, nil
}

// root is the n-th root of a fraction to the working places and 20 more, downwards: of
// the whole number x × 10^(n × places), by Newton's method.
func (e *evaluator) root(x value, n int) (value, error) {
	const places = WorkingPlaces + 20
	whole := floor(unitsOf(x.r, int32(n*places)))
	guess := new(big.Int).Lsh(big.NewInt(1), uint(whole.BitLen()/n+1)) // above the root
	for {
		if err := e.spend(whole.BitLen()); err != nil {
			return value{}, err
		}
		// guess' = ((n − 1) guess + whole/guess^(n − 1))/n, which falls to the root
		power := new(big.Int).Exp(guess, big.NewInt(int64(n-1)), nil)
		next := new(big.Int).Mul(guess, big.NewInt(int64(n-1)))
		next.Add(next, power.Quo(whole, power)).Quo(next, big.NewInt(int64(n)))
		if next.Cmp(guess) >= 0 {
			break
		}
		guess = next
	}
	isExact := new(big.Int).Exp(guess, big.NewInt(int64(n)), nil).Cmp(whole) == 0
	return value{r: fromUnits(guess, places), near: x.near || !isExact}, nil
}

// unitsOf is a number in units of a decimal place; below 0 places, in tens, hundreds.
func unitsOf(x *big.Rat, places int32) *big.Rat {
	return new(big.Rat).Mul(x, decimal.New(1, places).Rat())
}

func fromUnits(n *big.Int, places int32) *big.Rat { return decimal.NewFromBigInt(n, -places).Rat() }

// floor is the whole number below a fraction.
func floor(x *big.Rat) *big.Int {
	return new(big.Int).Div(x.Num(), x.Denom()) // towards −∞, as the denominator is above 0
}

// halfAway is the nearest whole number, halves away from zero.
func halfAway(x *big.Rat) *big.Int {
	up := new(big.Rat).Add(new(big.Rat).Abs(x), big.NewRat(1, 2))
	return new(big.Int).Mul(floor(up), big.NewInt(int64(x.Sign())))
}

// nearness is how near values to the working places are told apart: 10^-70.
var nearness = fromUnits(big.NewInt(1), WorkingPlaces-10)

func isNear(difference *big.Rat) bool { return new(big.Rat).Abs(difference).Cmp(nearness) < 0 }
