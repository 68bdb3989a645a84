package ledger

import (
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Ledger is rows of masses, of many places and periods, in columns. It is immutable; the
// zero Ledger is empty and has no scheme.
type Ledger struct{ def *ledger }

type ledger struct {
	table
	at      []uint32 // where each key of the columns went in the table
	columns []columns
	long    []longRow
	rows    int
}

func (l Ledger) get() *ledger {
	if l.def == nil {
		return &ledger{}
	}
	return l.def
}

// Scheme is the scheme of the categories.
func (l Ledger) Scheme() ghg.Scheme { return l.get().scheme }

// Len is the number of rows.
func (l Ledger) Len() int { return l.get().rows }

// Totals adds the rows up by the fields given, exactly, and yields the groups in the order
// of their keys ([Partial.Totals]). A total that would add up alternatives is refused with an
// [*AlternativesError].
func (l Ledger) Totals(by By) (iter.Seq[Group], error) {
	d := l.get()
	g, err := d.group(by)
	if err != nil {
		return nil, err
	}
	return d.groups(g, d.sums(g.part, len(g.first))), nil
}

// Partial is the sums of the rows by all of their keys.
func (l Ledger) Partial() Partial {
	d := l.get()
	own := make([]uint32, len(d.keys)) // each key is a part
	for i := range own {
		own[i] = uint32(i)
	}
	sum := d.sums(own, len(own))
	p := &partial{table: d.table, sums: make([]decimal.Decimal, len(own))}
	for i := range p.sums {
		p.sums[i] = shortest(sum(i))
	}
	return Partial{p}
}

// sums adds up the rows by parts of keys and gives the sum of each part in tonnes.
func (l *ledger) sums(part []uint32, n int) func(int) decimal.Decimal {
	group := make([]uint32, len(l.at)) // of keys as the columns number them
	for id, at := range l.at {
		group[id] = part[at]
	}
	var sums [exact.MaxExponent + 1][]wide // by decimal places
	var room scratch
	for i := range l.columns {
		c := &l.columns[i]
		of := &sums[-c.exp]
		if *of == nil {
			*of = make([]wide, n)
		}
		c.sum(group, *of, &room)
	}
	long := map[int]decimal.Decimal{}
	for _, r := range l.long {
		p := int(group[r.id])
		long[p] = long[p].Add(r.tonnes)
	}
	return func(p int) decimal.Decimal {
		sum := long[p]
		for places, of := range sums {
			switch {
			case of == nil || of[p] == (wide{}):
			case sum.IsZero():
				sum = of[p].decimal(int32(-places))
			default:
				sum = sum.Add(of[p].decimal(int32(-places)))
			}
		}
		return sum
	}
}

// shortest is a number without zeros behind its last decimal place, and with none of a power
// of ten, so that equal sums are the same.
func shortest(d decimal.Decimal) decimal.Decimal {
	if d.IsZero() {
		return decimal.Decimal{}
	}
	return d.Normalize()
}
