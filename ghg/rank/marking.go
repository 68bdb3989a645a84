package rank

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// marking is the points of all places in all parts.
type marking struct {
	parts []partMarking
	sums  []placeSum
}

// partMarking is one part, by the index of the place.
type partMarking struct {
	points []decimal.Decimal // 0 for a missing value that counts nothing
	counts []bool            // whether the points count
	share  map[ghg.PlaceID]quotient
}

// placeSum is one place over all parts.
type placeSum struct {
	points, weights decimal.Decimal // of the parts that count
	lacks           [2]int          // the first parts without a value; −1 for none
}

// mark scores all parts, with one rule for ties in those by rank; the zero rule
// is each part's own.
func (e *jointEvaluation) mark(ties TieRule) (*marking, error) {
	m := &marking{sums: make([]placeSum, len(e.list))}
	for n := range m.sums {
		m.sums[n].lacks = [2]int{-1, -1}
	}
	for i, p := range e.Parts {
		share, err := p.Scoring.fractions(p.Peers, ties)
		if err != nil {
			return nil, err
		}
		x := partMarking{make([]decimal.Decimal, len(e.list)), make([]bool, len(e.list)), share}
		lowest := p.Weight
		for n, place := range e.list {
			q, ok := share[place]
			if !ok {
				continue
			}
			if x.points[n], err = exact.Quotient(p.Weight.Mul(q.num), q.den, e.places); err != nil {
				return nil, err
			}
			x.counts[n] = true
			if x.points[n].LessThan(lowest) {
				lowest = x.points[n]
			}
		}
		for n := range e.list {
			sum := &m.sums[n]
			if !x.counts[n] && e.missing == AsLowest {
				x.points[n], x.counts[n] = lowest, true
			}
			switch {
			case x.counts[n]:
				sum.points, sum.weights = sum.points.Add(x.points[n]), sum.weights.Add(p.Weight)
			case sum.lacks[0] < 0:
				sum.lacks[0] = i
			case sum.lacks[1] < 0:
				sum.lacks[1] = i
			}
		}
		m.parts = append(m.parts, x)
	}
	return m, nil
}

// total is the points of a place without one part; −1 leaves out none.
func (e *jointEvaluation) total(m *marking, place, without int) (points decimal.Decimal, withheld string, err error) {
	s := m.sums[place]
	if e.missing == Withhold {
		for _, i := range s.lacks {
			if i >= 0 && i != without {
				return decimal.Decimal{}, fmt.Sprintf("no value of %q", e.Parts[i].Peers.def.criterion.ID), nil
			}
		}
	}
	points, weights := s.points, s.weights
	if without >= 0 && m.parts[without].counts[place] {
		points, weights = points.Sub(m.parts[without].points[place]), weights.Sub(e.Parts[without].Weight)
	}
	switch {
	case weights.IsZero():
		return decimal.Decimal{}, "no value of any criterion", nil
	case weights.Equal(hundred):
		return points, "", nil
	}
	points, err = exact.Quotient(points.Mul(hundred), weights, e.places)
	return points, "", err
}
