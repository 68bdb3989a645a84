package ghg

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Rate is an exact number in a [RateUnit], as the parameters of equations are: 56100 kg
// CO2/TJ (net), 0.6 kg CH4/kg BOD, 0.185 1/yr, 40 %, and the plain number 0.14. It keeps
// the unit that it was given in. The zero Rate is none, which is not 0. Compare with
// [Rate.Equal]: == compares how the number is stored.
type Rate struct {
	amount decimal.Decimal
	unit   RateUnit
	set    bool
}

// NewRate makes a rate. A number out of bounds is a [*exact.BoundsError].
func NewRate(amount decimal.Decimal, unit RateUnit) (Rate, error) {
	if err := exact.Check(amount); err != nil {
		return Rate{}, fmt.Errorf("rate: %w", err)
	}
	return Rate{amount, unit, true}, nil
}

// ParseRate reads a number and a unit of a rate, as [ParseRateUnit] reads it: "56100 kg
// CO2/TJ (net)", "40 %", "0.14". Thousands separators are refused.
func ParseRate(s string) (Rate, error) {
	amount, text, err := exact.ParseLeading(s)
	if err != nil {
		return Rate{}, fmt.Errorf("rate %s: %w", words.Quote(s), err)
	}
	unit, err := ParseRateUnit(text)
	if err != nil {
		return Rate{}, fmt.Errorf("rate %s: %w", words.Quote(s), err)
	}
	return NewRate(amount, unit)
}

// MustRate is [ParseRate] for literals in tests and examples; it panics where ParseRate
// fails.
func MustRate(s string) Rate { return must(ParseRate(s)) }

// IsUnset reports whether the rate is the zero Rate, which nobody gave: 0 that was parsed
// or made is set.
func (r Rate) IsUnset() bool { return !r.set }

// Amount is the number, in the unit of the rate.
func (r Rate) Amount() decimal.Decimal { return r.amount }

// Unit is the unit that the number is in.
func (r Rate) Unit() RateUnit { return r.unit }

// In is the rate in another unit, exactly: 56.1 t CO2/TJ is 56100 kg CO2/TJ, and 40 % is
// 0.4. Of what a unit is may be left out on one side. A unit that it does not meet, as
// kg/TJ (gross) and kg/TJ (net), is refused with what would be accepted, often a
// [*UnitMismatchError]; a number without a last decimal place is an error too: ask
// [Rate.Rounded].
func (r Rate) In(u RateUnit) (Rate, error) {
	if r.unit == u {
		return r, nil
	}
	num, den, err := r.over(u)
	if err != nil {
		return Rate{}, err
	}
	amount, ok := ended(decimal.NewFromBigInt(num, 0), decimal.NewFromBigInt(den, 0))
	if !ok {
		return Rate{}, fmt.Errorf("a rate in %s has no last decimal place in %s: ask Rate.Rounded with the number of places",
			r.unit.shown(), u.shown())
	}
	return Rate{amount, u, true}, exact.CheckResult(amount)
}

// Rounded is the rate in another unit, rounded half away from zero to a number of decimal
// places.
func (r Rate) Rounded(u RateUnit, places int32) (Rate, error) {
	num, den, err := r.over(u)
	if err != nil {
		return Rate{}, err
	}
	amount, err := exact.Quotient(decimal.NewFromBigInt(num, 0), decimal.NewFromBigInt(den, 0), places)
	return Rate{amount, u, err == nil}, err
}

// over is the number in another unit, as a fraction.
func (r Rate) over(u RateUnit) (num, den *big.Int, err error) {
	if r.IsUnset() {
		return nil, nil, fmt.Errorf("no rate is given: one in %s is accepted", u.shown())
	}
	ratio, err := r.unit.ratio(u)
	if err != nil {
		return nil, nil, err
	}
	ratio.Mul(ratio, r.amount.Rat())
	return ratio.Num(), ratio.Denom(), nil
}

// Equal reports whether two rates are one, in whatever units of one kind: 1 g/MJ and 1
// kg/GJ are. So are two that are unset.
func (r Rate) Equal(o Rate) bool {
	if r.IsUnset() || o.IsUnset() {
		return r.IsUnset() && o.IsUnset()
	}
	ratio, err := r.unit.ratio(o.unit)
	return err == nil && ratio.Mul(ratio, r.amount.Rat()).Cmp(o.amount.Rat()) == 0
}

// String is the exact number with its unit, as [ParseRate] reads it; "no rate" where there
// is none.
func (r Rate) String() string {
	switch {
	case r.IsUnset():
		return "no rate"
	case r.unit.text == "":
		return r.amount.String()
	default:
		return r.amount.String() + " " + r.unit.text
	}
}

// MarshalText writes the rate as [ParseRate] reads it; an unset one is "".
func (r Rate) MarshalText() ([]byte, error) {
	if r.IsUnset() {
		return nil, nil
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (r *Rate) UnmarshalText(b []byte) error {
	if len(strings.TrimSpace(string(b))) == 0 {
		*r = Rate{}
		return nil
	}
	read, err := ParseRate(string(b))
	if err != nil {
		return err
	}
	*r = read
	return nil
}
