package rank

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Peer is a place with its value, in the criterion's unit: [ghg.RatioOf] a number that
// is known, or [ghg.Undefined] and why there is none, such as "not reported". The zero
// Value is none, and no 0.
type Peer struct {
	Place  ghg.PlaceID `json:"place"` // or the ID of a measure, where marks of measures are weighed
	Value  ghg.Ratio   `json:"value"`
	Source string      `json:"source,omitempty"` // document of the value
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

// maxPeers is how many places may be compared.
const maxPeers = 10000

// NewPeers compares places of one kind by a criterion. Kind says in words which
// places they are, and of which date or year the values: "basic local
// governments of South Gyeongsang, 2018". A place that stands twice is refused,
// and peers of whom no value is known.
//
// What does not stand is a [ghg.Fault], and all of it is reported.
func NewPeers(kind string, c Criterion, list []Peer) (Peers, error) {
	var faults ghg.Faults
	of := "peers " + words.Quote(kind)
	if kind == "" || len(kind) > ghg.MaxName {
		faults.Refuse("peers", "kind", kind, fmt.Sprintf("say in at most %d bytes which kind of places is compared", ghg.MaxName))
	}
	c.check(&faults)
	if len(list) > maxPeers {
		faults.Refuse(of, "list", strconv.Itoa(len(list)), fmt.Sprintf("at most %d places are allowed", maxPeers))
		return Peers{}, faults
	}
	p := &peers{kind: kind, criterion: c, list: slices.Clone(list), index: make(map[ghg.PlaceID]int, len(list))}
	for i, x := range p.list {
		peer := fmt.Sprintf("peer %d of %s", i+1, words.Quote(kind))
		if x.Place == "" {
			faults.Refuse(peer, "place", "", "a place is needed")
			continue
		}
		if faults.CleanPlace(peer, "Place", &x.Place) {
			continue
		}
		p.list[i].Place = x.Place
		if j, taken := p.index[x.Place]; taken {
			faults.Refuse(peer, "place", string(x.Place), fmt.Sprintf("it stands twice, as peer %d too: a place is compared once", j+1))
			continue
		}
		p.index[x.Place] = i
		if v, known := x.Value.Value(); known {
			refuseNumber(peer, "value", v, &faults)
			p.ascending = append(p.ascending, v)
		}
	}
	if faults.Len() == 0 && len(p.ascending) == 0 {
		faults.Refuse(of, "list", "", "no place has a value: one is needed")
	}
	if err := faults.Err(); err != nil {
		return Peers{}, err
	}
	slices.SortFunc(p.ascending, decimal.Decimal.Cmp)
	return Peers{p}, nil
}

// Criterion is what they are compared by.
func (p Peers) Criterion() Criterion { return p.definition().criterion }

// Len is the number of places, with those of whom no value is known.
func (p Peers) Len() int { return len(p.definition().list) }

// IsZero reports whether there are no peers.
func (p Peers) IsZero() bool { return p.def == nil }

// All yields the places in the order given.
func (p Peers) All() iter.Seq[Peer] { return slices.Values(p.definition().list) }

// Missing yields the places without a value, in the order given.
func (p Peers) Missing() iter.Seq[Peer] {
	return func(yield func(Peer) bool) {
		for _, x := range p.definition().list {
			if !x.Value.IsDefined() && !yield(x) {
				return
			}
		}
	}
}

// Peer finds a place, or is a [*ghg.UnknownError] where it is not among them.
func (p Peers) Peer(place ghg.PlaceID) (Peer, error) {
	d := p.definition()
	if i, ok := d.index[clean(place)]; ok {
		return d.list[i], nil
	}
	return Peer{}, unknownPlace("peers "+words.Quote(d.kind), place, p.All())
}

// clean is a place as peers are listed by it.
func clean(place ghg.PlaceID) ghg.PlaceID {
	if p, err := ghg.ParsePlace(string(place)); err == nil {
		return p
	}
	return place
}

// unknownPlace says that a place is none of those that are compared.
func unknownPlace(of string, place ghg.PlaceID, all iter.Seq[Peer]) error {
	e := &ghg.UnknownError{Of: of, What: "place", ID: string(place)}
	for x := range all {
		e.Allowed = append(e.Allowed, string(x.Place))
	}
	return e
}

// valueText is a value, or "missing: " and the reason.
func valueText(v ghg.Ratio) string {
	if v.IsDefined() {
		return v.String()
	}
	return "missing: " + v.Undefined()
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
