package ledger

import (
	"errors"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Builder takes rows one by one and makes a [Ledger] of them. It is for one goroutine; of
// several each has a builder of its own, and their partial sums are merged.
type Builder struct {
	keys    keyIndex
	known   knownKeys
	columns [2][exact.MaxExponent + 1]*columns // without factors and with them, by places
	full    []columns                          // of which none takes more
	long    []longRow
	rows    int
}

// longRow is a row with a number that does not fit into a column.
type longRow struct {
	id     uint32
	tonnes decimal.Decimal
}

// errNeedsScheme refuses to begin sums of no scheme.
var errNeedsScheme = ghg.Fault{Code: ghg.FaultUnknownScheme, Field: "scheme", Detail: "sums need a scheme, such as gpc.Scheme"}

// NewBuilder begins a ledger of one scheme.
func NewBuilder(scheme ghg.Scheme) (*Builder, error) {
	if scheme.IsZero() {
		return nil, errNeedsScheme
	}
	return &Builder{keys: newKeyIndex(scheme)}, nil
}

// Add adds a row with its mass. What [ghg.NewInventory] refuses is refused, as a
// [ghg.Fault]: nothing of the row is added.
func (b *Builder) Add(k Key, m ghg.Mass) error {
	x, err := amountOfMass(k.Gas, m)
	if err != nil {
		return err
	}
	id, err := b.known.number(&k, &b.keys) // last, as a key that is found stays
	if err == nil {
		b.put(id, x)
	}
	return err
}

// AddProduct adds a row as activity × factor, in tonnes of the gas: the factor is in tonnes
// for one unit of the activity. Either may have what an amount may, and so must the product.
func (b *Builder) AddProduct(k Key, activity, factor decimal.Decimal) error {
	x, err := amountOfProduct(activity, factor)
	if err != nil {
		return err
	}
	id, err := b.known.number(&k, &b.keys) // last, as a key that is found stays
	if err == nil {
		b.put(id, x)
	}
	return err
}

// AddRecord adds a row with the key and the mass of a record. Its evidence and line are not
// kept. A record that sums do not hold is refused as a [ghg.Fault]: of another scheme, with a
// notation key, CO2e or no number, or a provider's default.
func (b *Builder) AddRecord(r ghg.Record) error {
	x, err := amountOfRecord(b.keys.scheme.ID(), &r)
	if err != nil {
		return ofLine(err, r.Line)
	}
	id, err := b.known.numberOf(&r, &b.keys)
	if err != nil {
		return ofLine(err, r.Line)
	}
	b.put(id, x)
	return nil
}

// ofLine is a fault with the line of a record.
func ofLine(err error, line int) error {
	var f ghg.Fault
	if errors.As(err, &f) {
		f.Line = line
		return f
	}
	return err
}

// put adds a row to where its amount stands.
func (b *Builder) put(id uint32, x amount) {
	switch {
	case x.isLong:
		b.long = append(b.long, longRow{id, x.tonnes})
	case x.isProduct:
		b.column(1, x.exp).addProduct(id, x.n, x.factor)
	default:
		b.column(0, x.exp).add(id, x.n)
	}
	b.rows++
}

// column is that of so many decimal places which takes rows. One that is full is left as it
// is, and the next has twice the room: no row is copied.
func (b *Builder) column(factors int, exp int32) *columns {
	at := &b.columns[factors][-exp]
	switch c := *at; {
	case c == nil:
		const first = 64
		*at = newColumns(exp, first, factors > 0)
	case len(c.ids) == cap(c.ids):
		b.full = append(b.full, *c)
		*at = newColumns(exp, 2*cap(c.ids), factors > 0)
	}
	return *at
}

// Ledger is all rows that were added so far. More may be added to the builder: the ledger
// does not change with it.
func (b *Builder) Ledger() Ledger {
	l := &ledger{long: slices.Clip(b.long), rows: b.rows, columns: slices.Clone(b.full)}
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
