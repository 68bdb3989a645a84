package ledger

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Builder takes rows one by one and makes a [Ledger] of them. It is for one goroutine; of
// several each has a builder of its own, and their partial sums are merged.
type Builder struct {
	keys    keyIndex
	columns [2][exact.MaxExponent + 1]*columns // without factors and with them, by places
	long    []longRow
	rows    int
}

// longRow is a row with a number that does not fit into a column.
type longRow struct {
	id     uint32
	tonnes decimal.Decimal
}

// NewBuilder begins a ledger of one scheme.
func NewBuilder(scheme ghg.Scheme) (*Builder, error) {
	if scheme.IsZero() {
		return nil, ghg.Fault{Code: ghg.FaultUnknownScheme, Field: "scheme", Detail: "a ledger needs a scheme, such as gpc.Scheme"}
	}
	return &Builder{keys: newKeyIndex(scheme)}, nil
}

// Add adds a row with its mass. What [ghg.NewInventory] refuses is refused, as a
// [ghg.Fault]: nothing of the row is added.
func (b *Builder) Add(k Key, m ghg.Mass) error {
	if _, err := m.Of(k.Gas); err != nil {
		return ghg.Fault{Code: ghg.FaultMismatch, Field: "gas", Value: k.Gas.String(), Detail: "the value is a mass of " + m.Gas().String()}
	}
	tonnes := m.Tonnes()
	if err := exact.Check(tonnes); err != nil {
		return ghg.Fault{Code: ghg.FaultNumber, Field: "value", Detail: err.Error()}
	}
	id, err := b.keys.find(k) // last, as a key that is found stays
	if err != nil {
		return err
	}
	if n, exp, ok := small(tonnes); ok {
		b.column(0, exp).add(id, n)
	} else {
		b.long = append(b.long, longRow{id, tonnes})
	}
	b.rows++
	return nil
}

// AddProduct adds a row as activity × factor, in tonnes of the gas: the factor is in tonnes
// for one unit of the activity. Either may have what an amount may, and so must the product.
func (b *Builder) AddProduct(k Key, activity, factor decimal.Decimal) error {
	for _, x := range [...]struct {
		field string
		n     decimal.Decimal
	}{{"activity", activity}, {"factor", factor}} {
		if err := exact.Check(x.n); err != nil {
			return ghg.Fault{Code: ghg.FaultNumber, Field: x.field, Detail: err.Error()}
		}
	}
	a, exp, okA := small(activity)
	f, expF, okF := small(factor)
	fits := okA && okF && exp+expF >= -exact.MaxExponent
	var tonnes decimal.Decimal
	if !fits {
		tonnes = activity.Mul(factor)
		if err := exact.Check(tonnes); err != nil {
			return ghg.Fault{Code: ghg.FaultNumber, Field: "activity", Detail: fmt.Sprintf("activity × factor: %v", err)}
		}
	}
	id, err := b.keys.find(k)
	if err != nil {
		return err
	}
	if fits {
		b.column(1, exp+expF).addProduct(id, a, f)
	} else {
		b.long = append(b.long, longRow{id, tonnes})
	}
	b.rows++
	return nil
}

// small is a decimal as a word × 10^exp, with exp at most 0, where it has at most 18 digits.
func small(d decimal.Decimal) (n int64, exp int32, ok bool) {
	const most = 18
	exp = d.Exponent()
	if d.NumDigits()+max(0, int(exp)) > most {
		return 0, 0, false
	}
	n = d.CoefficientInt64()
	for ; exp > 0; exp-- {
		n *= 10
	}
	return n, exp, true
}

// column is that of so many decimal places.
func (b *Builder) column(factors int, exp int32) *columns {
	c := &b.columns[factors][-exp]
	if *c == nil {
		*c = &columns{exp: exp}
	}
	return *c
}

// Ledger is all rows that were added so far. More may be added to the builder: the ledger
// does not change with it.
func (b *Builder) Ledger() Ledger {
	l := &ledger{long: slices.Clip(b.long), rows: b.rows}
	l.table, l.at = newTable(b.keys.scheme, b.keys.keys)
	for _, kind := range b.columns {
		for _, c := range kind {
			if c != nil {
				l.columns = append(l.columns, c.held())
			}
		}
	}
	return Ledger{l}
}
