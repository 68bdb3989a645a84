package ledger

import (
	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Rows takes rows of one key, such as the readings of a meter. To find a key takes most of the
// time that a row takes: here it is found once. It is used by the goroutine of its builder.
type Rows struct {
	b   *Builder
	key Key
	id  uint32
	any bool // whether it has a row, and so a number
}

// Rows is where rows of a key go, or the [ghg.Fault] of a key that no row may have. A key of
// which no row comes is in no sum.
func (b *Builder) Rows(k Key) (*Rows, error) {
	if _, err := b.keys.check(k); err != nil {
		return nil, err
	}
	return &Rows{b: b, key: k}, nil
}

// Add adds a row with its mass, as [Builder.Add] does.
func (r *Rows) Add(m ghg.Mass) error {
	x, err := amountOfMass(r.key.Gas, m)
	return r.put(x, err)
}

// AddProduct adds a row as activity × factor, as [Builder.AddProduct] does.
func (r *Rows) AddProduct(activity, factor decimal.Decimal) error {
	x, err := amountOfProduct(activity, factor)
	return r.put(x, err)
}

func (r *Rows) put(x amount, err error) error {
	if err == nil && !r.any {
		r.id, err = r.b.known.number(&r.key, &r.b.keys)
		r.any = err == nil
	}
	if err != nil {
		return err
	}
	r.b.put(r.id, x)
	return nil
}
