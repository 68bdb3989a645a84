package rank

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Ranking is peers in their order, the best first. It is immutable; the zero
// Ranking ranks nobody.
type Ranking struct {
	peers Peers
	ties  TieRule
	list  []Standing
	index map[ghg.PlaceID]int
}

// Ranking orders the peers by a rule for ties, which is needed. Tied places come in
// the order given.
func (p Peers) Ranking(ties TieRule) (Ranking, error) {
	if p.IsZero() {
		return Ranking{}, errNoPeers
	}
	if !ties.isTieRule() {
		return Ranking{}, ghg.Refusal("ranking", "rule for ties", "", tieRuleNeeded)
	}
	c := p.def.criterion
	r := Ranking{peers: p, ties: ties, index: make(map[ghg.PlaceID]int, p.Len())}
	for _, x := range p.def.list {
		if v, known := x.Value.Value(); known {
			r.list = append(r.list, Standing{Place: x.Place, Value: v})
		}
	}
	slices.SortStableFunc(r.list, func(a, b Standing) int { return c.better(b.Value, a.Value) })
	best := p.best()
	median, err := p.Median()
	if err != nil {
		return Ranking{}, err
	}
	n, values := len(r.list), 0
	for first := 0; first < n; {
		last := first
		for last+1 < n && r.list[last+1].Value.Equal(r.list[first].Value) {
			last++
		}
		values++
		for i := first; i <= last; i++ {
			s := &r.list[i]
			s.Better, s.Worse, s.Tied, s.Of = first, n-1-last, last-first, n
			s.Rank = ties.rank(first, last, values)
			s.ToBest = best.Sub(s.Value).Abs()
			s.AboveMedian = s.Value.Sub(median)
			if c.Better == LowerIsBetter {
				s.AboveMedian = s.AboveMedian.Neg()
			}
			s.Missing = p.Len() - n
			s.WorstRank = s.Rank.Add(decimal.New(int64(s.Missing), 0))
			s.criterion, s.ties, s.kind = c, ties, p.def.kind
			r.index[s.Place] = i
		}
		first = last + 1
	}
	return r, nil
}

// rank is that of places from first to last, counted from 0, which share the
// values-th value.
func (t TieRule) rank(first, last, values int) decimal.Decimal {
	switch t {
	case Competition:
		return decimal.New(int64(first+1), 0)
	case Dense:
		return decimal.New(int64(values), 0)
	}
	return decimal.New(int64(first+last+2), 0).Mul(half)
}

// Peers are the places ranked.
func (r Ranking) Peers() Peers { return r.peers }

// Len is the number of places with a rank.
func (r Ranking) Len() int { return len(r.list) }

// All yields the standings, the best first. Places without a value are not
// among them: see [Peers.Missing].
func (r Ranking) All() iter.Seq[Standing] { return slices.Values(r.list) }

// Of is where a place stands. A place that is no peer is a [*ghg.UnknownError], one
// without a value an [*UnrankedError].
func (r Ranking) Of(place ghg.PlaceID) (Standing, error) {
	if i, ok := r.index[clean(place)]; ok {
		return r.list[i], nil
	}
	p, err := r.peers.Peer(place)
	if err != nil {
		return Standing{}, err
	}
	return Standing{}, &UnrankedError{place, p.Value.Undefined()}
}

// Details is the ranking as a table, with its rules and the places that have no
// value.
func (r Ranking) Details() string {
	if r.peers.IsZero() {
		return "no ranking"
	}
	var b strings.Builder
	c := r.peers.Criterion()
	fmt.Fprintf(&b, "%s, %s: %s (%s)%s\n", r.peers.definition().kind, c.Name, c.Better, c.Unit, bracket(c.Source))
	fmt.Fprintf(&b, "ties %s; %d of %d places have a value", r.ties, len(r.list), r.peers.Len())
	for _, s := range r.list {
		joint := ""
		if s.IsJoint() {
			joint = "joint "
		}
		fmt.Fprintf(&b, "\n%s%s. %s %s", joint, s.Rank, s.Place, s.Value)
	}
	for x := range r.peers.Missing() {
		fmt.Fprintf(&b, "\n–  %s %s", x.Place, valueText(x.Value))
	}
	return b.String()
}

// Korean is the ranking as a table in Korean, with the places that have no value.
func (r Ranking) Korean() string {
	if r.peers.IsZero() {
		return "순위 없음"
	}
	var b strings.Builder
	c := r.peers.Criterion()
	fmt.Fprintf(&b, "%s, %s: %s (%s)%s\n", r.peers.definition().kind, cmp.Or(c.NameKo, c.Name), c.Better.Korean(), c.Unit, bracket(c.Source))
	fmt.Fprintf(&b, "동점 %s; %d곳 가운데 %d곳에 값이 있음", r.ties.Korean(), r.peers.Len(), len(r.list))
	for _, s := range r.list {
		fmt.Fprintf(&b, "\n%s %s %s", s.Ordinal().Ko, s.Place, s.Value)
	}
	for x := range r.peers.Missing() {
		fmt.Fprintf(&b, "\n–  %s 값 없음: %s", x.Place, x.Value.Undefined())
	}
	return b.String()
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return ", " + s
}
