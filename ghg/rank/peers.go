package rank

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Value is what is known of a place by a criterion: a number, or nothing and
// why. The zero Value is unknown; it is not 0.
type Value struct {
	d     decimal.Decimal
	known bool
	why   string
}

// Known is a value that is known, in the criterion's unit.
func Known(d decimal.Decimal) Value { return Value{d: d, known: true} }

// Unknown is a value that is not known, and the reason, such as "not reported".
func Unknown(why string) Value { return Value{why: why} }

// Decimal is the number, and whether there is one.
func (v Value) Decimal() (decimal.Decimal, bool) { return v.d, v.known }

// Why is the reason why there is no number, or "".
func (v Value) Why() string {
	if !v.known && v.why == "" {
		return "no reason is given"
	}
	return v.why
}

// String is the number, or "missing: " and the reason.
func (v Value) String() string {
	if !v.known {
		return "missing: " + v.Why()
	}
	return v.d.String()
}

// Peer is a place with its value.
type Peer struct {
	Place  ghg.PlaceID
	Value  Value
	Source string // document of the value
}

// Peers are places that are compared by one criterion. They are immutable, in
// the order given. The zero Peers hold no place.
type Peers struct{ def *peers }

type peers struct {
	kind      string
	criterion Criterion
	list      []Peer
	index     map[ghg.PlaceID]int
	ascending []decimal.Decimal // known values
}

// MaxPeers is how many places may be compared.
const MaxPeers = 10000

// NewPeers compares places of one kind by a criterion. Kind says in words which
// places they are, and of which date or year the values: "basic local
// governments of South Gyeongsang, 2018". A place that stands twice is refused,
// and peers of whom no value is known.
func NewPeers(kind string, c Criterion, list []Peer) (Peers, error) {
	if kind == "" || len(kind) > ghg.MaxName {
		return Peers{}, fmt.Errorf("peers: say in at most %d bytes which kind of places is compared", ghg.MaxName)
	}
	if err := c.check(); err != nil {
		return Peers{}, fmt.Errorf("peers %q: %w", kind, err)
	}
	if len(list) > MaxPeers {
		return Peers{}, fmt.Errorf("peers %q: %d places: at most %d are allowed", kind, len(list), MaxPeers)
	}
	p := &peers{kind: kind, criterion: c, list: slices.Clone(list), index: make(map[ghg.PlaceID]int, len(list))}
	var errs []error
	for i, x := range p.list {
		if x.Place == "" {
			errs = append(errs, fmt.Errorf("peer %d has no place", i+1))
			continue
		}
		if j, taken := p.index[x.Place]; taken {
			errs = append(errs, fmt.Errorf("%.60q stands twice, as peers %d and %d: a place is compared once", x.Place, j+1, i+1))
			continue
		}
		p.index[x.Place] = i
		if !x.Value.known {
			continue
		}
		if err := exact.Check(x.Value.d); err != nil {
			errs = append(errs, fmt.Errorf("%.60q: %w", x.Place, err))
			continue
		}
		p.ascending = append(p.ascending, x.Value.d)
	}
	if len(errs) == 0 && len(p.ascending) == 0 {
		errs = append(errs, errors.New("no place has a value"))
	}
	if len(errs) > 0 {
		const most = 100
		if more := len(errs) - most; more > 0 {
			errs = append(errs[:most], fmt.Errorf("and %d more", more))
		}
		return Peers{}, fmt.Errorf("peers %q: %w", kind, errors.Join(errs...))
	}
	slices.SortFunc(p.ascending, decimal.Decimal.Cmp)
	return Peers{p}, nil
}

// Kind says which places they are.
func (p Peers) Kind() string { return p.definition().kind }

// Criterion is what they are compared by.
func (p Peers) Criterion() Criterion { return p.definition().criterion }

// Len is the number of places, with those of whom no value is known.
func (p Peers) Len() int { return len(p.definition().list) }

// Known is the number of places with a value.
func (p Peers) Known() int { return len(p.definition().ascending) }

// IsZero reports whether there are no peers.
func (p Peers) IsZero() bool { return p.def == nil }

// All yields the places in the order given.
func (p Peers) All() iter.Seq[Peer] { return slices.Values(p.definition().list) }

// Missing yields the places without a value, in the order given.
func (p Peers) Missing() iter.Seq[Peer] {
	return func(yield func(Peer) bool) {
		for _, x := range p.definition().list {
			if !x.Value.known && !yield(x) {
				return
			}
		}
	}
}

// Peer finds a place; a [*NoPeerError] says that it is not among them.
func (p Peers) Peer(place ghg.PlaceID) (Peer, error) {
	if p.def != nil {
		if i, ok := p.def.index[place]; ok {
			return p.def.list[i], nil
		}
	}
	return Peer{}, &NoPeerError{place, p.Kind()}
}

// NoPeerError says that a place is not among the peers.
type NoPeerError struct {
	Place ghg.PlaceID
	Kind  string
}

func (e *NoPeerError) Error() string {
	return fmt.Sprintf("%.60q is not among the peers %q", e.Place, e.Kind)
}

// UnrankedError says that a place has no rank, as its value is not known.
type UnrankedError struct {
	Place ghg.PlaceID
	Why   string
}

func (e *UnrankedError) Error() string {
	return fmt.Sprintf("%.60q has no rank: its value is missing (%.200s), which is neither 0 nor the last", e.Place, e.Why)
}

func (p Peers) definition() peers {
	if p.def == nil {
		return peers{}
	}
	return *p.def
}

// better compares two values: above 0 where a is better than b.
func (c Criterion) better(a, b decimal.Decimal) int {
	if c.Better == LowerIsBetter {
		return b.Cmp(a)
	}
	return a.Cmp(b)
}
