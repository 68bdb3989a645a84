package cost

import (
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg/words"
)

// Order says how the bars of a [Curve] are ranked. The zero Order is refused.
// In every order, measures that it does not tell apart stand as they were given.
type Order uint8

// The orders. Only ByDominance ranks measures that save money soundly: more
// tonnes make a saving per tonne smaller, so that cost per tonne puts the
// measure that cuts less before the one that saves as much and cuts more
// (Taylor, Energy Policy 48, 2012, 430-438).
const (
	// ByDominance puts measures that save money first, by Pareto dominance, then
	// the others by cost per tonne. A measure dominates another where it saves
	// at least as much money and cuts at least as many tonnes, and more of one of
	// them. Those that no saver dominates are the first front; those that only
	// the first front dominates are the second, and so on. Dominance leaves open
	// how measures of one front compare: they are put by more tonnes first, which
	// is this package's rule.
	ByDominance Order = iota + 1
	// ByCostPerTonne is the usual order, from the largest saving per tonne to the
	// highest cost.
	ByCostPerTonne
	// ByTonnes puts the most tonnes first, whatever they cost: the bound that
	// Ponz-Tienda and others (2016) call environmentalist.
	ByTonnes
	// ByCost puts the lowest cost first, whatever it cuts: the bound that they
	// call greedy.
	ByCost
)

var orders = []string{"no order", "by dominance", "by cost per tonne", "by tonnes", "by cost"}

// String is the order in words: "by dominance".
func (o Order) String() string { return word("order", orders, uint8(o)) }

// Korean is the same in Korean: 우월 관계순.
func (o Order) Korean() string { return words.SetName("strategy/cost.Order", o.String()) }

// MarshalText writes what String says.
func (o Order) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// valid reports whether the order is one of the four.
func (o Order) valid() bool { return o > 0 && int(o) < len(orders) }

// sort puts the bars in an order. Their fronts are known.
func (o Order) sort(bars []Bar) {
	slices.SortStableFunc(bars, func(a, b Bar) int {
		p, q := a.PerTonne, b.PerTonne
		switch o {
		case ByTonnes:
			return moreTonnes(p, q)
		case ByCost:
			return p.cost.Amount().Cmp(q.cost.Amount())
		case ByDominance:
			switch {
			case a.Front > 0 && b.Front > 0:
				if a.Front != b.Front {
					return a.Front - b.Front
				}
				return moreTonnes(p, q)
			case a.Front > 0:
				return -1
			case b.Front > 0:
				return 1
			}
		}
		return p.compare(q)
	})
}

func moreTonnes(p, q PerTonne) int { return q.tonnes.Tonnes().Cmp(p.tonnes.Tonnes()) }

// dominates reports whether p saves at least as much and cuts at least as much
// as q, and more of one of them.
func (p PerTonne) dominates(q PerTonne) bool {
	saves := q.cost.Amount().Cmp(p.cost.Amount())
	cuts := p.tonnes.Tonnes().Cmp(q.tonnes.Tonnes())
	return saves >= 0 && cuts >= 0 && saves+cuts > 0
}

// setFronts numbers the fronts of the measures that save money, from 1. Sorted
// by more tonnes, then more saving, each is dominated by earlier ones only, and
// by a front if and only if its last member saves as much: n log n steps.
func setFronts(bars []Bar) {
	var savers []*Bar
	for i := range bars {
		if bars[i].PerTonne.num.Sign() < 0 {
			savers = append(savers, &bars[i])
		}
	}
	slices.SortStableFunc(savers, func(a, b *Bar) int {
		if c := moreTonnes(a.PerTonne, b.PerTonne); c != 0 {
			return c
		}
		return a.PerTonne.cost.Amount().Cmp(b.PerTonne.cost.Amount())
	})
	var last []*Bar // of each front
	for _, s := range savers {
		n := sort.Search(len(last), func(i int) bool { return !last[i].PerTonne.dominates(s.PerTonne) })
		if n == len(last) {
			last = append(last, nil)
		}
		last[n], s.Front = s, n+1
	}
}
