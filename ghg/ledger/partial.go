package ledger

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Partial is sums of rows by all that their keys say: of a whole, or of any part of it,
// such as a file or what one of several machines holds. Partial sums of parts merge, in any
// order and however they are put together, to those of the whole, and to the same bytes. It
// is immutable but for [Partial.UnmarshalBinary].
type Partial struct{ def *partial }

type partial struct {
	table
	sums []decimal.Decimal // of each key, in tonnes, as shortest makes them
}

// NewPartial is the sums of no rows: what others are merged into, and what
// [Partial.UnmarshalBinary] needs, to know which scheme is expected.
func NewPartial(scheme ghg.Scheme) Partial {
	return Partial{&partial{table: table{scheme: scheme}}}
}

func (p Partial) get() *partial {
	if p.def == nil {
		return &partial{}
	}
	return p.def
}

// Scheme is the scheme of the categories.
func (p Partial) Scheme() ghg.Scheme { return p.get().scheme }

// Len is the number of sums.
func (p Partial) Len() int { return len(p.get().keys) }

// mostDigits is how many digits before its decimal mark a sum may have. A row has at most 38.
const mostDigits = 60

// SchemeError says that sums of two schemes, or two editions of one, were to meet.
type SchemeError struct{ A, B ghg.SchemeID }

func (e *SchemeError) Error() string {
	return fmt.Sprintf("sums of %s and of %s do not meet: take categories from one scheme to the other first", e.A, e.B)
}

// Merge is the sums of both. It is associative and commutative, to the byte. Sums of
// another scheme are a [*SchemeError].
func (p Partial) Merge(o Partial) (Partial, error) {
	a, b := p.get(), o.get()
	if a.scheme.IsZero() || b.scheme.IsZero() {
		return Partial{}, errNoScheme
	}
	if a.scheme.ID() != b.scheme.ID() {
		return Partial{}, &SchemeError{a.scheme.ID(), b.scheme.ID()}
	}
	switch {
	case len(a.keys) == 0:
		return o, nil
	case len(b.keys) == 0:
		return p, nil
	}
	s := newSummands(a.scheme, max(len(a.keys), len(b.keys)))
	for _, x := range []*partial{a, b} {
		for i, k := range x.keys {
			s.add(k, x.sums[i])
		}
	}
	return partialOf(s.of, s.keys, s.sums)
}

// summands are sums by key while they are put together.
type summands struct {
	index map[Key]int
	keys  []Key
	sums  []decimal.Decimal
	of    ghg.Scheme
}

// newSummands has room for so many keys.
func newSummands(scheme ghg.Scheme, keys int) *summands {
	return &summands{index: make(map[Key]int, keys), keys: make([]Key, 0, keys), sums: make([]decimal.Decimal, 0, keys), of: scheme}
}

func (s *summands) add(k Key, tonnes decimal.Decimal) {
	i, met := s.index[k]
	if !met {
		s.index[k] = len(s.keys)
		s.keys, s.sums = append(s.keys, k), append(s.sums, tonnes)
		return
	}
	s.sums[i] = s.sums[i].Add(tonnes)
}

// partialOf is the sums of keys, of which none is there twice. It refuses sums that no number
// of rows could come to: see [massOf].
func partialOf(scheme ghg.Scheme, keys []Key, sums []decimal.Decimal) (Partial, error) {
	p := &partial{sums: make([]decimal.Decimal, len(sums))}
	var at []uint32
	p.table, at = newTable(scheme, keys)
	for i, d := range sums {
		if d = shortest(d); d.NumDigits()+int(d.Exponent()) > mostDigits {
			return Partial{}, fmt.Errorf("a sum of %s in %s has more than %d digits before its decimal mark", keys[i].Gas, keys[i].Category,
				mostDigits)
		}
		p.sums[at[i]] = d
	}
	return Partial{p}, nil
}

// Totals adds the sums up by the fields given, exactly, and yields the groups in the order
// of their keys: by place, period, category, gas, scope, variant, status, tags, fuel,
// activity and facility, names and codes as texts. A total that would add up alternatives is
// refused with an [*AlternativesError].
//
// Categories are added as they are asked for: which of them make up a total of the scheme,
// and which are memo items, is said by a [ghg.View], for which see [Partial.Records].
func (p Partial) Totals(by By) (iter.Seq[Group], error) {
	d := p.get()
	g, err := d.group(by)
	if err != nil {
		return nil, err
	}
	sums := make([]decimal.Decimal, len(g.first))
	for k, part := range g.part {
		sums[part] = sums[part].Add(d.sums[k])
	}
	return d.groups(g, func(part int) decimal.Decimal { return sums[part] }), nil
}

// Records yields the sums by the fields given as records, one for each gas of a group, in
// order, for [ghg.NewInventory] and all that comes behind it; [ghg.GroupRecords] puts them
// to their inventories. An inventory of all that is said ([ByAll]) has in every view the
// total that one of the single rows has. Place, period or year, and category must be among
// the fields, as no record is without.
func (p Partial) Records(by By) (iter.Seq[ghg.Record], error) {
	if by&ByPlace == 0 || by&ByCategory == 0 || by&(ByPeriod|ByYear) == 0 {
		return nil, ghg.Refusal("records", "by", "", "a record has a place, a period and a category: ask by them")
	}
	totals, err := p.Totals(by)
	if err != nil {
		return nil, err
	}
	scheme := p.Scheme().ID()
	return func(yield func(ghg.Record) bool) {
		for g := range totals {
			for _, m := range g.Masses() {
				k := g.Key
				k.Gas = m.Gas()
				r := k.record(scheme)
				r.Value = ghg.Emitted(m)
				if !yield(r) {
					return
				}
			}
		}
	}, nil
}
