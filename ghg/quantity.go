package ghg

import (
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Quantity is an exact, signed amount of activity data in a unit: 1290.5 kWh,
// 9000 천㎥, 2000 대·km. It keeps the unit that it was given in. The zero
// Quantity is none, which is not 0. Compare with [Quantity.Equal] or
// [Quantity.Cmp]: == compares how the number is stored.
type Quantity struct {
	amount decimal.Decimal // in the unit
	unit   Unit
}

// NewQuantity makes a quantity of an amount and a unit. The zero Unit is a
// [*UnknownError], an amount out of bounds a [*exact.BoundsError].
func NewQuantity(amount decimal.Decimal, unit Unit) (Quantity, error) {
	if unit.Dimension() == 0 {
		return Quantity{}, unknownUnit(unit.name, unclear[unit.name])
	}
	if err := exact.Check(amount); err != nil {
		return Quantity{}, fmt.Errorf("quantity: %w", err)
	}
	return Quantity{amount, unit}, nil
}

// ParseQuantity reads a number and a unit, as [ParseUnit] reads it: "1290.5
// kWh", "9천㎥", "35 TJ (net)". A unit is required, and thousands separators are
// refused: "2,000" is two in some countries.
func ParseQuantity(s string) (Quantity, error) {
	amount, text, err := exact.ParseLeading(s)
	if err != nil {
		return Quantity{}, fmt.Errorf("quantity %s: %w", words.Quote(s), err)
	}
	unit, err := ParseUnit(text)
	if err != nil {
		return Quantity{}, fmt.Errorf("quantity %s: %w", words.Quote(s), err)
	}
	return NewQuantity(amount, unit)
}

// MustQuantity is [ParseQuantity] for literals in tests and examples; it panics
// where ParseQuantity fails.
func MustQuantity(s string) Quantity { return must(ParseQuantity(s)) }

// QuantityOf is a mass as a quantity, in tonnes. A quantity does not say of what
// it is, so a mass that states its gas is refused.
func QuantityOf(m Mass) (Quantity, error) {
	if !m.gas.IsZero() {
		return Quantity{}, fmt.Errorf("a mass of %s is no quantity without its gas: say the gas in what the series or factor is of", m.gas)
	}
	return Quantity{m.t, Tonne.Unit()}, nil
}

// Mass is a quantity of mass as a [Mass] of no gas, exactly; any other is a
// [*UnitMismatchError]. A volume becomes one with a [Density].
func (q Quantity) Mass() (Mass, error) {
	if err := mismatch(q.unit, Tonne.Unit()); err != nil {
		return Mass{}, err
	}
	return Mass{t: q.base()}, nil
}

// IsUnset reports whether the quantity is the zero Quantity, which nobody gave: 0
// kWh that was parsed or made is set.
func (q Quantity) IsUnset() bool { return q.unit.IsZero() }

// Amount is the number, in the unit of the quantity.
func (q Quantity) Amount() decimal.Decimal { return q.amount }

// Unit is the unit that the amount is in.
func (q Quantity) Unit() Unit { return q.unit }

// Dimension is that of the unit.
func (q Quantity) Dimension() Dimension { return q.unit.Dimension() }

// base is the amount in the base unit of the dimension.
func (q Quantity) base() decimal.Decimal { return q.amount.Mul(q.unit.def().amount) }

// In is the quantity in another unit, exactly. A unit that it does not meet is a
// [*UnitMismatchError], an amount without a last decimal place an
// [*InexactError].
func (q Quantity) In(u Unit) (Quantity, error) {
	if err := mismatch(q.unit, u); err != nil {
		return Quantity{}, err
	}
	if q.unit == u {
		return q, nil
	}
	amount, ok := ended(q.base(), u.def().amount)
	if !ok {
		return Quantity{}, &InexactError{q.unit, u}
	}
	return Quantity{amount, u}, exact.CheckResult(amount)
}

// Rounded is the quantity in another unit, rounded half away from zero to a
// number of decimal places. A unit that it does not meet is a
// [*UnitMismatchError].
func (q Quantity) Rounded(u Unit, places int32) (Quantity, error) {
	if err := mismatch(q.unit, u); err != nil {
		return Quantity{}, err
	}
	amount, err := exact.Quotient(q.base(), u.def().amount, places)
	if err != nil {
		return Quantity{}, err
	}
	return Quantity{amount, u}, nil
}

// AtConditions is a volume of gas restated at the temperature of another unit, in
// it, rounded half away from zero to a number of decimal places: as an ideal gas
// at one pressure, by the quotient of the absolute temperatures,
//
//	V(Sm3) = V(Nm3) × 288.15 K / 273.15 K
//
// A quantity or unit that states no temperature is a [*UnitMismatchError].
func (q Quantity) AtConditions(u Unit, places int32) (Quantity, error) {
	from, to := q.unit.def(), u.def()
	if !from.celsius.Valid || !to.celsius.Valid {
		return Quantity{}, &UnitMismatchError{q.unit, u, "volumes of gas that state their temperature, in Nm3 or Sm3, are accepted"}
	}
	kelvin := decimal.New(27315, -2)
	amount, err := exact.Quotient(q.base().Mul(to.celsius.Decimal.Add(kelvin)), to.amount.Mul(from.celsius.Decimal.Add(kelvin)), places)
	if err != nil {
		return Quantity{}, err
	}
	return Quantity{amount, u}, nil
}

// Add is the exact sum of two quantities of one dimension, on one calorific value
// and at one temperature, or a [*UnitMismatchError]. It is in the unit of q where
// that gives every sum a last decimal place, else in that of o, else in the base
// unit of the dimension: MWh and kWh add up in MWh, kWh and MJ in MJ.
func (q Quantity) Add(o Quantity) (Quantity, error) {
	if err := mismatch(o.unit, q.unit); err != nil {
		return Quantity{}, err
	}
	if q.unit == o.unit {
		amount := q.amount.Add(o.amount)
		return Quantity{amount, q.unit}, exact.CheckResult(amount)
	}
	unit := q.sumUnit(o.unit)
	amount, _ := ended(q.base().Add(o.base()), unit.def().amount)
	return Quantity{amount, unit}, exact.CheckResult(amount)
}

// sumUnit is the unit of a sum of two units that meet.
func (q Quantity) sumUnit(o Unit) Unit {
	a, b := q.unit.def(), o.def()
	if _, ok := ended(b.amount, a.amount); ok {
		return q.unit
	}
	if _, ok := ended(a.amount, b.amount); ok {
		return o
	}
	base := a.dimension.Base()
	if a.calorific != 0 {
		base.name += " (" + a.calorific.String() + ")"
	}
	return base
}

// Sub is the exact difference of two quantities, as [Quantity.Add] gives a sum.
func (q Quantity) Sub(o Quantity) (Quantity, error) { return q.Add(o.Neg()) }

// Neg is the quantity with its sign turned.
func (q Quantity) Neg() Quantity { return Quantity{q.amount.Neg(), q.unit} }

// Scale multiplies by a number, exactly. A factor out of bounds, or a result
// grown too long, is a [*exact.BoundsError].
func (q Quantity) Scale(f decimal.Decimal) (Quantity, error) {
	amount, err := scale(q.amount, f)
	return Quantity{amount, q.unit}, err
}

// Ratio is q/o for two quantities that can be added, rounded half away from zero
// to a number of decimal places.
func (q Quantity) Ratio(o Quantity, places int32) (decimal.Decimal, error) {
	if err := mismatch(o.unit, q.unit); err != nil {
		return decimal.Decimal{}, err
	}
	return exact.Quotient(q.base(), o.base(), places)
}

// Cmp compares two quantities that can be added: -1, 0 or 1, or a
// [*UnitMismatchError].
func (q Quantity) Cmp(o Quantity) (int, error) {
	if err := mismatch(o.unit, q.unit); err != nil {
		return 0, err
	}
	return q.base().Cmp(o.base()), nil
}

// Equal reports whether two quantities are one amount, in whatever unit of one
// kind: 1 MWh and 1000 kWh are. So are two quantities that are unset.
func (q Quantity) Equal(o Quantity) bool {
	if q.IsUnset() || o.IsUnset() {
		return q.IsUnset() && o.IsUnset()
	}
	return mismatch(o.unit, q.unit) == nil && q.base().Equal(o.base())
}

// Sign is -1, 0 or 1.
func (q Quantity) Sign() int { return q.amount.Sign() }

// IsZero reports whether the amount is 0.
func (q Quantity) IsZero() bool { return q.amount.IsZero() }

// String is the exact amount with its unit in English: "1290.5 kWh", or "no
// quantity".
func (q Quantity) String() string {
	if q.IsUnset() {
		return "no quantity"
	}
	return q.amount.String() + " " + q.unit.String()
}

// Korean is the exact amount with its unit as Korean files write it: "9000 천㎥".
func (q Quantity) Korean() string {
	if q.IsUnset() {
		return "수량 없음"
	}
	return q.amount.String() + " " + q.unit.Korean()
}

// Format prints the amount in its unit with a fixed number of decimal places,
// rounded half away from zero: "1290.50 kWh".
func (q Quantity) Format(places int32) string {
	if q.IsUnset() {
		return q.String()
	}
	return q.amount.StringFixed(places) + " " + q.unit.String()
}

// MarshalText writes what [ParseQuantity] reads, unless arithmetic has made the
// number longer than [exact.MaxDigits], and nothing for the zero Quantity.
func (q Quantity) MarshalText() ([]byte, error) {
	if q.IsUnset() {
		return nil, nil
	}
	return []byte(q.String()), nil
}

// UnmarshalText reads what [ParseQuantity] reads; the empty text gives the zero
// Quantity.
func (q *Quantity) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*q = Quantity{}
		return nil
	}
	v, err := ParseQuantity(string(b))
	if err == nil {
		*q = v
	}
	return err
}

// ended is a/b where that has a last decimal place.
func ended(a, b decimal.Decimal) (decimal.Decimal, bool) {
	if b.NumDigits() == 1 && b.CoefficientInt64() == 1 { // most often a power of ten
		return a.Shift(-b.Exponent()), true
	}
	quotient := new(big.Rat).Quo(a.Rat(), b.Rat())
	den := new(big.Int).Set(quotient.Denom())
	places := max(strip(den, 2), strip(den, 5))
	if den.Cmp(big.NewInt(1)) != 0 {
		return decimal.Decimal{}, false
	}
	num := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	num.Mul(num, quotient.Num()).Quo(num, quotient.Denom())
	return decimal.NewFromBigInt(num, -places), true
}

// strip divides n by a prime as often as it can, and counts.
func strip(n *big.Int, prime int64) (times int32) {
	p, rest := big.NewInt(prime), new(big.Int)
	for quotient := new(big.Int); ; times++ {
		if quotient.QuoRem(n, p, rest); rest.Sign() != 0 {
			return times
		}
		n.Set(quotient)
	}
}
