package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Mass is an exact, signed amount of a substance, kept in tonnes. It may say
// of which gas; a mass that does not say meets only masses that do not say.
// The zero Mass is nothing, of no gas. Compare with [Mass.Equal] or
// [Mass.Cmp]: == compares how the number is stored.
type Mass struct {
	t   decimal.Decimal
	gas Gas
}

// GasMismatchError says that masses of two gases were to be added or compared.
type GasMismatchError struct{ A, B Gas }

func (e *GasMismatchError) Error() string {
	return fmt.Sprintf("a mass of %s and a mass of %s cannot be added or compared: convert both to CO2e with one metric",
		gasOrUnstated(e.A), gasOrUnstated(e.B))
}

func gasOrUnstated(g Gas) string {
	if g.IsZero() {
		return "unstated substance"
	}
	return g.String()
}

// NewMass makes a mass of an amount in a unit. An amount out of bounds, as it
// stands or in tonnes, is a [*exact.BoundsError].
func NewMass(amount decimal.Decimal, unit MassUnit) (Mass, error) {
	if unit == (MassUnit{}) {
		return Mass{}, unknownMassUnit("")
	}
	if err := exact.Check(amount); err != nil { // before the shift, which may wrap around
		return Mass{}, fmt.Errorf("mass: %w", err)
	}
	t := amount.Shift(unit.power())
	if err := exact.Check(t); err != nil {
		return Mass{}, fmt.Errorf("mass in tonnes: %w", err)
	}
	return Mass{t: t}, nil
}

// ParseMass reads a number and a unit: "9.43 Mt", "943만톤", "12 kt CH4". A
// unit is required. CO2-equivalent is not a substance: "1 tCO2e" is read by
// [ParseCO2e].
func ParseMass(s string) (Mass, error) {
	amount, unit, substance, err := splitAmount(s)
	if err != nil {
		return Mass{}, err
	}
	if substance.CO2e {
		return Mass{}, fmt.Errorf("mass %s: CO2-equivalent is not a mass of a substance: read it with ParseCO2e, or write the bare "+
			"unit where the metric is given apart", words.Quote(s))
	}
	m, err := NewMass(amount, unit)
	m.gas = substance.Gas
	return m, err
}

// splitAmount reads "9.43 Mt CO2e" into its parts.
func splitAmount(s string) (decimal.Decimal, MassUnit, Substance, error) {
	amount, text, err := exact.ParseLeading(s)
	if err != nil {
		return decimal.Decimal{}, MassUnit{}, Substance{}, fmt.Errorf("mass %s: %w", words.Quote(s), err)
	}
	unit, substance, err := ParseMassUnit(text)
	if err != nil {
		return decimal.Decimal{}, MassUnit{}, Substance{}, fmt.Errorf("mass %s: %w", words.Quote(s), err)
	}
	return amount, unit, substance, nil
}

// MustMass is [ParseMass] for literals in tests and examples; it panics where
// ParseMass fails.
func MustMass(s string) Mass { return must(ParseMass(s)) }

// Of says which gas a mass is of that does not say. A mass of another gas is a
// [*GasMismatchError]: a gas does not become another.
func (m Mass) Of(g Gas) (Mass, error) {
	if !m.gas.IsZero() && !m.gas.includes(g) {
		return Mass{}, &GasMismatchError{m.gas, g}
	}
	m.gas = g
	return m, nil
}

// IsUnset reports whether the mass is the zero Mass, which nobody gave: 0 t that
// was parsed or made is set.
func (m Mass) IsUnset() bool { return m == Mass{} }

// Gas is the gas that the mass is of, or the zero Gas where it does not say.
func (m Mass) Gas() Gas { return m.gas }

// Tonnes is the amount in tonnes.
func (m Mass) Tonnes() decimal.Decimal { return m.t }

// In is the amount in a unit, exactly.
func (m Mass) In(u MassUnit) decimal.Decimal { return m.t.Shift(-u.power()) }

// Add is the sum of two masses of one gas, or a [*GasMismatchError].
func (m Mass) Add(o Mass) (Mass, error) {
	if m.gas != o.gas {
		return Mass{}, &GasMismatchError{m.gas, o.gas}
	}
	return Mass{m.t.Add(o.t), m.gas}, nil
}

// Sub is the difference of two masses of one gas, or a [*GasMismatchError].
func (m Mass) Sub(o Mass) (Mass, error) { return m.Add(o.Neg()) }

// Neg is the mass with its sign turned.
func (m Mass) Neg() Mass { return Mass{m.t.Neg(), m.gas} }

// Scale multiplies by a number, exactly. A factor out of bounds, or a result
// grown too long, is a [*exact.BoundsError].
func (m Mass) Scale(f decimal.Decimal) (Mass, error) {
	t, err := scale(m.t, f)
	return Mass{t, m.gas}, err
}

func scale(t, f decimal.Decimal) (decimal.Decimal, error) {
	if err := exact.Check(f); err != nil {
		return decimal.Decimal{}, fmt.Errorf("factor: %w", err)
	}
	t = t.Mul(f)
	if err := exact.CheckResult(t); err != nil {
		return decimal.Decimal{}, fmt.Errorf("product: %w", err)
	}
	return t, nil
}

// Ratio is m/o, rounded half away from zero to the given number of places.
func (m Mass) Ratio(o Mass, places int32) (decimal.Decimal, error) {
	if m.gas != o.gas {
		return decimal.Decimal{}, &GasMismatchError{m.gas, o.gas}
	}
	return exact.Quotient(m.t, o.t, places)
}

// Cmp compares two masses of one gas: -1, 0 or 1, or a [*GasMismatchError].
func (m Mass) Cmp(o Mass) (int, error) {
	if m.gas != o.gas {
		return 0, &GasMismatchError{m.gas, o.gas}
	}
	return m.t.Cmp(o.t), nil
}

// Equal reports whether two masses are one amount of one gas.
func (m Mass) Equal(o Mass) bool { return m.gas == o.gas && m.t.Equal(o.t) }

// Sign is -1, 0 or 1.
func (m Mass) Sign() int { return m.t.Sign() }

// IsZero reports whether the amount is 0.
func (m Mass) IsZero() bool { return m.t.IsZero() }

// CO2e is what the mass counts in a metric: exactly amount × GWP. A mass that
// does not say its gas is refused.
func (m Mass) CO2e(metric Metric) (CO2e, error) {
	if m.gas.IsZero() {
		return CO2e{}, fmt.Errorf("a mass of unstated substance has no CO2e: say its gas with Of")
	}
	gwp, err := metric.GWP(m.gas)
	if err != nil {
		return CO2e{}, err
	}
	return CO2e{m.t.Mul(gwp), metric}, nil
}

// String is the exact amount in tonnes with its unit: "9430000 t", "12 t CH4".
func (m Mass) String() string { return strings.TrimSuffix(m.t.String()+" t "+m.gas.String(), " ") }

// Format prints the amount in a unit with a fixed number of decimal places,
// rounded half away from zero: "9.43 Mt".
func (m Mass) Format(u MassUnit, places int32) string {
	return strings.TrimSuffix(m.In(u).StringFixed(places)+" "+u.String()+" "+m.gas.String(), " ")
}

// MarshalText writes what [ParseMass] reads, unless arithmetic has made the
// number longer than [exact.MaxDigits].
func (m Mass) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMass] reads.
func (m *Mass) UnmarshalText(b []byte) error {
	v, err := ParseMass(string(b))
	if err == nil {
		*m = v
	}
	return err
}
