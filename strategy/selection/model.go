package selection

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// jointPlaces are decimal places by which the unit of a sum that has joint
// effects is finer than its figures, so that the bounds on them are close.
const jointPlaces = 6

// margin is how far a sum of joint effects in float64 may be off, as a
// share of all its amounts. A sum or product of at most maxCandidates terms is
// off by less than 2^-53 × (maxCandidates + 10) of them, which is below 1e-13.
const margin = 1e-12

// sums are amounts as whole numbers by position, with joint effects.
type sums struct {
	exponent int32 // of the unit, a power of ten
	each     []wide
	terms    []term
	blocks   *blocks // of the terms, if there are any
	single   []wide  // each with its joint effects alone, rounded up
	eps      float64
	all      float64 // of the absolute amounts, added
	// best is the greatest gain, or the least use, of the positions from one
	// on, without joint effects. It is there only beside these.
	best []float64
}

// term is a joint effect, in the unit of its sum.
type term struct {
	whole float64   // what is left of the source by what is fixed
	left  []float64 // 1 − r by position: more than 1 of what adds
	// What is left if all that cut from a position on are chosen, or all that add.
	lowest, highest []float64
}

// bounded is a term with what its positions leave of it at least and at most.
func bounded(whole float64, left []float64) term {
	n := len(left)
	t := term{whole, left, make([]float64, n+1), make([]float64, n+1)}
	t.lowest[n], t.highest[n] = 1, 1
	for pos := n - 1; pos >= 0; pos-- {
		t.lowest[pos], t.highest[pos] = t.lowest[pos+1]*min(1, left[pos]), t.highest[pos+1]*max(1, left[pos])
	}
	return t
}

// row is a rule in the form Σ use ≤ most, with fixed candidates taken off.
type row struct {
	sums // joint effects lower the use
	most wide
}

// model is a question on its open candidates, in whole numbers. A candidate
// stands at a position after all that it requires.
type model struct {
	q        *question
	at       []int // candidate at each position
	base     []bool
	requires [][]int
	excludes [][]int // of an earlier position
	gain     sums
	second   sums
	rows     []row
	// What every search of the model begins with.
	tail    *tail
	relaxed []relaxation // of each row; one without a row if there are none
}

func (q *question) model() (*model, error) {
	m := &model{q: q, base: make([]bool, len(q.Candidates))}
	for i, c := range q.fixed {
		m.base[i] = c == MustHave
	}
	requires := m.order(q)
	position := make([]int, len(q.Candidates))
	for i := range position {
		position[i] = -1
	}
	for pos, i := range m.at {
		position[i] = pos
	}
	places := func(candidates []int, before int) (out []int) {
		for _, j := range candidates {
			if pos := position[j]; pos >= 0 && pos < before {
				out = append(out, pos)
			}
		}
		return out
	}
	for pos, i := range m.at {
		m.requires = append(m.requires, places(requires[i], pos))
		m.excludes = append(m.excludes, places(q.excludes[i], pos))
	}
	var err error
	if m.gain, _, err = m.scale(q.objective.sum(), q.value, decimal.Decimal{}, 1); err != nil {
		return nil, err
	}
	other := MostTonnes + LeastCost - q.objective
	if m.second, _, err = m.scale(other.sum(), q.second, decimal.Decimal{}, 1); err != nil {
		return nil, err
	}
	for _, r := range q.rules {
		sign := int64(1)
		if r.atLeast {
			sign = -1
		}
		s, most, err := m.scale(r.name, r.amounts, r.bound, sign)
		if err != nil {
			return nil, err
		}
		m.rows = append(m.rows, row{s, most})
	}
	for i := range m.rows {
		m.relaxed = append(m.relaxed, m.relax(&m.rows[i]))
	}
	if len(m.rows) == 0 {
		m.relaxed = append(m.relaxed, m.relax(nil))
	}
	m.tail = m.tables(len(m.at) - min(maxTail, len(m.at)/2))
	m.eachTerms(func(x *sums, first int) { x.blocks = m.tail.blocks(x.terms, first) })
	return m, nil
}

// scale makes whole numbers of sign × amounts of the open candidates, and of
// sign × (bound − what the fixed ones amount to). Joint effects are added to a gain
// (sign 1) or taken off a use (sign −1); those of fixed candidates are taken off
// rounded, in favour of the selection.
func (m *model) scale(name string, a amounts, bound decimal.Decimal, sign int64) (sums, wide, error) {
	rest := bound
	for i, in := range m.base {
		if in {
			rest = rest.Sub(a.each[i])
		}
	}
	s := sums{exponent: min(0, rest.Exponent())}
	for i := range a.each {
		s.exponent = min(s.exponent, a.each[i].Exponent())
	}
	if len(a.joints) > 0 {
		s.exponent -= jointPlaces
	}
	places := -s.exponent
	total := new(big.Int)
	number := func(x decimal.Decimal) wide {
		n := whole(x, s.exponent)
		total.Add(total, new(big.Int).Abs(n))
		if total.BitLen() > maxBits {
			return wide{}
		}
		return wideOf(n.Mul(n, big.NewInt(sign)))
	}
	for i, in := range m.base {
		if in {
			number(a.each[i])
		}
	}
	for _, i := range m.at {
		s.each = append(s.each, number(a.each[i]))
	}
	s.single = slices.Clone(s.each)
	for _, j := range a.joints {
		left := j.emissions
		for i, in := range m.base {
			if in {
				left = left.Mul(j.left[i])
			}
		}
		rest = rest.Sub(j.emissions.Sub(left).RoundCeil(places))
		number(j.most().RoundCeil(places))
		var shares []float64
		for pos, i := range m.at {
			shares = append(shares, j.left[i].InexactFloat64())
			s.single[pos] = s.single[pos].add(number(left.Mul(one.Sub(j.left[i])).RoundCeil(places)))
		}
		s.addTerm(bounded(left.Shift(places).InexactFloat64(), shares))
	}
	most := number(rest)
	if total.BitLen() > maxBits {
		return sums{}, wide{}, ghg.Fault{Code: ghg.FaultDefinition, Of: name, Field: "amounts",
			Detail: fmt.Sprintf("they need %d bits in the unit of their finest decimal place, and %d are allowed: "+
				"round the finest, or leave out the largest", total.BitLen(), maxBits)}
	}
	s.all, _ = new(big.Float).SetInt(total).Float64()
	if len(a.joints) > 0 || s.all > math.Ldexp(1, 52) {
		s.eps = s.all*margin + float64(2*len(a.joints))
	}
	if len(a.joints) > 0 {
		s.best = make([]float64, len(m.at)+1)
		for pos := len(m.at) - 1; pos >= 0; pos-- {
			s.best[pos] = s.best[pos+1] + float64(sign)*max(0, float64(sign)*s.each[pos].float())
		}
	}
	return s, most, nil
}

// addTerm adds a joint effect; one of the same cuts, as in another year, makes
// one term with it.
func (s *sums) addTerm(t term) {
	same := func(x term) bool { return slices.Equal(x.left, t.left) }
	if i := slices.IndexFunc(s.terms, same); i >= 0 {
		s.terms[i].whole += t.whole
		return
	}
	s.terms = append(s.terms, t)
}

// eachTerms calls do with the gain, the second gain and each row, if they have
// terms, and with how many come before.
func (m *model) eachTerms(do func(x *sums, first int)) {
	first := 0
	try := func(x *sums) {
		if len(x.terms) > 0 {
			do(x, first)
			first += len(x.terms)
		}
	}
	try(&m.gain)
	try(&m.second)
	for i := range m.rows {
		try(&m.rows[i].sums)
	}
}

// amount is a whole number of the sums as a decimal.
func (s sums) amount(x wide) decimal.Decimal { return decimal.NewFromBigInt(x.big(), s.exponent) }
