package ghg

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// CO2e is an exact, signed amount of CO2-equivalent together with the metric
// that it was made with, which may be unstated. Amounts on two metrics do not
// meet; unstated meets only unstated. The zero CO2e is nothing, in the
// unstated metric.
type CO2e struct {
	t decimal.Decimal
	m Metric // zero is Unstated
}

// ErrNoMetric says that a metric was needed and none was given.
var ErrNoMetric = errors.New("no metric given: name one, such as ghg.AR5, or ghg.Unstated for figures whose source does not say")

// MetricMismatchError says that amounts on two metrics were to meet. Compute
// both with one metric, from masses of gases.
type MetricMismatchError struct{ A, B MetricID }

func (e *MetricMismatchError) Error() string {
	return fmt.Sprintf("CO2e on metric %s and on metric %s do not meet: compute both with one metric", e.A, e.B)
}

// NewCO2e makes an amount of CO2e of a number, a unit and a metric.
func NewCO2e(amount decimal.Decimal, unit MassUnit, metric Metric) (CO2e, error) {
	if metric.IsZero() {
		return CO2e{}, ErrNoMetric
	}
	m, err := NewMass(amount, unit)
	return CO2e{m.t, metric}, err
}

// ParseCO2e reads "9.43 MtCO2e (AR5)" or, with an unstated metric, "9.43
// MtCO2e". The metric is looked up as [ParseMetric] does. A unit of CO2 without a
// metric, "9.396 MtCO2", is CO2 alone, on [CO2Only].
func ParseCO2e(s string, own ...Metric) (CO2e, error) {
	text := strings.TrimSpace(s)
	name := ""
	if body, found := strings.CutSuffix(text, ")"); found {
		if i := strings.IndexByte(body, '('); i > 0 { // the first: a metric's name may have brackets
			text, name = body[:i], body[i+1:]
		}
	}
	metric, err := ParseMetric(name, own...)
	if err != nil {
		return CO2e{}, fmt.Errorf("CO2e %s: %w", words.Quote(s), err)
	}
	amount, unit, substance, err := splitAmount(text)
	if err != nil {
		return CO2e{}, err
	}
	switch {
	case substance.CO2e:
	case substance.Gas == CO2 && name == "":
		metric = CO2Only
	default:
		return CO2e{}, fmt.Errorf("CO2e %s: the unit must say CO2e, as in tCO2e", words.Quote(s))
	}
	return NewCO2e(amount, unit, metric)
}

// MustCO2e is [ParseCO2e] for literals in tests and examples; it panics where
// ParseCO2e fails.
func MustCO2e(s string) CO2e { return must(ParseCO2e(s)) }

// CO2eOf says that a mass without a gas is CO2e on a metric; on [CO2Only] a mass of
// CO2 is what it says. A mass of another gas is converted with [Mass.CO2e].
func CO2eOf(m Mass, metric Metric) (CO2e, error) {
	switch {
	case metric.IsZero():
		return CO2e{}, ErrNoMetric
	case m.gas == CO2 && metric.isCO2Only():
	case !m.gas.IsZero():
		return CO2e{}, fmt.Errorf("a mass of %s is not CO2e: convert it with its CO2e method", m.gas)
	}
	return CO2e{m.t, metric}, nil
}

// Metric is the metric that the amount was made with, which may be [Unstated].
func (c CO2e) Metric() Metric {
	if c.m.IsZero() {
		return Unstated
	}
	return c.m
}

func (c CO2e) mismatch(o CO2e) error {
	if a, b := c.m.ID(), o.m.ID(); a != b {
		return &MetricMismatchError{a, b}
	}
	return nil
}

// Tonnes is the amount in tonnes of CO2e.
func (c CO2e) Tonnes() decimal.Decimal { return c.t }

// In is the amount in a unit, exactly.
func (c CO2e) In(u MassUnit) decimal.Decimal { return c.t.Shift(-u.power()) }

// Add is the sum of two amounts on one metric, or a [*MetricMismatchError].
func (c CO2e) Add(o CO2e) (CO2e, error) {
	if err := c.mismatch(o); err != nil {
		return CO2e{}, err
	}
	return CO2e{c.t.Add(o.t), c.m}, nil
}

// Sub is the difference of two amounts on one metric, or a
// [*MetricMismatchError].
func (c CO2e) Sub(o CO2e) (CO2e, error) { return c.Add(o.Neg()) }

// Neg is the amount with its sign turned.
func (c CO2e) Neg() CO2e { return CO2e{c.t.Neg(), c.m} }

// Scale multiplies by a number, exactly, within the bounds of [Mass.Scale].
func (c CO2e) Scale(f decimal.Decimal) (CO2e, error) {
	t, err := scale(c.t, f)
	return CO2e{t, c.m}, err
}

// Quotient divides by a number, rounded once to the given number of decimal
// places of a tonne, half away from zero: a mean over years, for one.
func (c CO2e) Quotient(d decimal.Decimal, places int32) (CO2e, error) {
	t, err := exact.Quotient(c.t, d, places)
	if err != nil {
		return CO2e{}, err
	}
	return CO2e{t, c.m}, nil
}

// Ratio is c/o for amounts on one metric, rounded half away from zero to the
// given number of places.
func (c CO2e) Ratio(o CO2e, places int32) (decimal.Decimal, error) {
	if err := c.mismatch(o); err != nil {
		return decimal.Decimal{}, err
	}
	return exact.Quotient(c.t, o.t, places)
}

// Cmp compares two amounts on one metric: -1, 0 or 1, or a
// [*MetricMismatchError].
func (c CO2e) Cmp(o CO2e) (int, error) {
	if err := c.mismatch(o); err != nil {
		return 0, err
	}
	return c.t.Cmp(o.t), nil
}

// Equal reports whether two amounts are one value on one metric.
func (c CO2e) Equal(o CO2e) bool { return c.mismatch(o) == nil && c.t.Equal(o.t) }

// Sign is -1, 0 or 1.
func (c CO2e) Sign() int { return c.t.Sign() }

// IsUnset reports whether the amount is the zero CO2e, which nobody gave: 0 tCO2e
// that was parsed or made is set.
func (c CO2e) IsUnset() bool { return c == CO2e{} }

// IsZero reports whether the amount is 0.
func (c CO2e) IsZero() bool { return c.t.IsZero() }

// String is the exact amount in tonnes with its metric: "5186500 tCO2e (AR5)". One on
// [CO2Only] is an amount of CO2: "9396000 tCO2".
func (c CO2e) String() string { return c.t.String() + " " + c.m.Unit() }

// Format prints the amount in a unit with a fixed number of decimal places,
// rounded half away from zero: "5.19 MtCO2e (AR5)".
func (c CO2e) Format(u MassUnit, places int32) string {
	return c.In(u).StringFixed(places) + " " + u.String() + c.m.substance()
}

// MarshalText writes what [ParseCO2e] reads, unless arithmetic has made the
// number longer than [exact.MaxDigits].
func (c CO2e) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// MarshalJSON writes what MarshalText does, and null for an amount that nobody gave.
func (c CO2e) MarshalJSON() ([]byte, error) { return given(c) }

// UnmarshalText reads what [ParseCO2e] reads, for published metrics.
func (c *CO2e) UnmarshalText(b []byte) error {
	v, err := ParseCO2e(string(b))
	if err == nil {
		*c = v
	}
	return err
}
