package korea

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Quantity is a number of what a document counts, with its unit in the words of
// the document: 120 대, 3.2 MWh. The zero Quantity is not stated, which is not 0.
// Units are not converted.
type Quantity struct {
	amount decimal.Decimal
	unit   string
}

// NewQuantity makes a quantity of a number and a unit. A number out of bounds
// is an [*exact.BoundsError].
func NewQuantity(amount decimal.Decimal, unit string) (Quantity, error) {
	if err := exact.Check(amount); err != nil {
		return Quantity{}, fmt.Errorf("quantity: %w", err)
	}
	if unit = strings.TrimSpace(unit); unit == "" || len(unit) > ghg.MaxName {
		return Quantity{}, refused("quantity "+exact.Text(amount), "unit", unit,
			fmt.Sprintf("1 to %d bytes are needed, in the words of the document, such as 대", ghg.MaxName))
	}
	return Quantity{amount, unit}, nil
}

// ParseQuantity reads a number, a blank and a unit: "120 대".
func ParseQuantity(s string) (Quantity, error) {
	number, unit, ok := strings.Cut(strings.TrimSpace(s), " ")
	if !ok {
		return Quantity{}, refused("", "quantity", s, "write the number, a blank and the unit, such as 120 대")
	}
	d, err := exact.Parse(number)
	if err != nil {
		return Quantity{}, fmt.Errorf("quantity %s: %w", words.Quote(s), err)
	}
	return NewQuantity(d, unit)
}

// MustQuantity is [ParseQuantity] for literals in tests and examples; it panics
// where ParseQuantity fails.
func MustQuantity(s string) Quantity { return must(ParseQuantity(s)) }

// IsUnset reports whether no quantity is stated.
func (q Quantity) IsUnset() bool { return q.unit == "" }

// Amount is the number.
func (q Quantity) Amount() decimal.Decimal { return q.amount }

// Unit is the unit in the words of the document, or "".
func (q Quantity) Unit() string { return q.unit }

// Equal reports whether two quantities are one number of one unit.
func (q Quantity) Equal(o Quantity) bool { return q.unit == o.unit && q.amount.Equal(o.amount) }

// String is "120 대", or "not stated".
func (q Quantity) String() string {
	if q.IsUnset() {
		return "not stated"
	}
	return q.amount.String() + " " + q.unit
}
