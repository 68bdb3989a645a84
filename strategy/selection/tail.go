package selection

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
)

// maxTail is how many of the last positions are decided by tables.
const maxTail = 12

// subset is a set of the tail's positions, the lowest bit for the first.
type subset uint16

// tail are tables of all subsets of the last positions that stand by
// themselves.
type tail struct {
	from, size   int
	place        []subset // bit of the candidates' order, by position in the tail
	gain, second []wide   // of each subset
	up, upSecond []float64
	use          [][]wide // by row
	least        [][]wide // use of a row by the positions from one on up to the tail, at least
	// left are the products of 1 − r of each subset, by term of the gain, the
	// second gain and the rows: of subset x from x × terms on.
	left  []float64
	terms int
	// best are the subsets, the best first; rank is where each stands.
	best []subset
	rank []uint16
	rows []tailRow
}

// tailRow are the subsets by their use of a row, the least first; for each, the
// rank of the best of those up to it.
type tailRow struct {
	use  []float64
	rank []uint16
}

// tables are the tail from a position on.
func (m *model) tables(from int) *tail {
	n := len(m.at) - from
	t := &tail{from: from, size: n, place: make([]subset, n)}
	for i := range n {
		for j := range n {
			if m.at[from+j] < m.at[from+i] {
				t.place[i]++
			}
		}
		t.place[i] = 1 << t.place[i]
	}
	all := 1 << n
	t.gain, t.second = table(m.gain.each, from, n), table(m.second.each, from, n)
	var terms []term
	m.eachTerms(func(x *sums, _ int) { terms = append(terms, x.terms...) })
	t.terms, t.left = len(terms), products(terms, from, n)
	t.up = t.floats(t.gain, m.gain.terms, 0, 1)
	term := len(m.gain.terms)
	t.upSecond = t.floats(t.second, m.second.terms, term, 1)
	for _, r := range m.rows {
		t.use = append(t.use, table(r.each, from, n))
		least := make([]wide, from+1)
		for pos := from - 1; pos >= 0; pos-- {
			least[pos] = least[pos+1]
			if r.each[pos].sign() < 0 {
				least[pos] = least[pos].add(r.each[pos])
			}
		}
		t.least = append(t.least, least)
	}
	for s := range all {
		if m.stands(from, subset(s)) {
			t.best = append(t.best, subset(s))
		}
	}
	slices.SortFunc(t.best, func(a, b subset) int { return -t.compare(a, b, m) })
	t.rank = make([]uint16, all)
	for rank, s := range t.best {
		t.rank[s] = uint16(rank)
	}
	term += len(m.second.terms)
	for c, r := range m.rows {
		t.rows = append(t.rows, t.row(t.floats(t.use[c], r.terms, term, -1)))
		term += len(r.terms)
	}
	return t
}

// stands reports whether a subset keeps what its members ask of one another.
func (m *model) stands(from int, s subset) bool {
	has := func(pos int) bool { return pos >= from && s>>(pos-from)&1 == 1 }
	for rest := s; rest != 0; rest &= rest - 1 {
		pos := from + bits.TrailingZeros16(uint16(rest))
		if slices.ContainsFunc(m.requires[pos], func(j int) bool { return j >= from && !has(j) }) || slices.ContainsFunc(m.excludes[pos], has) {
			return false
		}
	}
	return true
}

// table are the sums of all subsets.
func table(each []wide, from, n int) []wide {
	out := make([]wide, 1<<n)
	for s := 1; s < len(out); s++ {
		out[s] = out[s&(s-1)].add(each[from+bits.TrailingZeros(uint(s))])
	}
	return out
}

// products are the products of all subsets, of each in the order of the terms.
func products(terms []term, from, n int) []float64 {
	k := len(terms)
	out := make([]float64, k<<n)
	for i := range k {
		out[i] = 1
	}
	for s := 1; s < 1<<n; s++ {
		less, last := (s&(s-1))*k, from+bits.TrailingZeros(uint(s))
		for i := range terms {
			out[s*k+i] = out[less+i] * terms[i].left[last]
		}
	}
	return out
}

// floats are sums with their joint effects, from the first of their terms on,
// added or taken off, as if no candidate before the tail were chosen: with one,
// a joint effect is no more.
func (t *tail) floats(sums []wide, terms []term, first int, sign float64) []float64 {
	out := make([]float64, len(sums))
	for s := range sums {
		out[s] = sums[s].float()
		left := t.left[s*t.terms+first:]
		for i, x := range terms {
			out[s] += float64(sign * x.whole * (1 - left[i]))
		}
	}
	return out
}

func (t *tail) row(use []float64) tailRow {
	byUse := slices.Clone(t.best)
	slices.SortFunc(byUse, func(a, b subset) int {
		switch {
		case use[a] < use[b]:
			return -1
		case use[a] > use[b]:
			return 1
		}
		return int(t.rank[a]) - int(t.rank[b])
	})
	r := tailRow{make([]float64, len(byUse)), make([]uint16, len(byUse))}
	best := uint16(len(byUse))
	for i, s := range byUse {
		best = min(best, t.rank[s])
		r.use[i], r.rank[i] = use[s], best
	}
	return r
}

// first is the rank of the best subset that uses no more than the rest; ok is
// false if none does.
func (r *tailRow) first(rest float64) (rank int, ok bool) {
	i := sort.Search(len(r.use), func(i int) bool { return r.use[i] > rest })
	if i == 0 {
		return 0, false
	}
	return int(r.rank[i-1]), true
}

// compare tells which of two subsets is better if nothing before the tail is
// chosen: 1 for a, -1 for b.
func (t *tail) compare(a, b subset, m *model) int {
	if len(m.gain.terms) > 0 {
		return cmp.Or(cmp.Compare(t.up[a], t.up[b]), cmp.Compare(b, a))
	}
	if c := t.gain[a].cmp(t.gain[b]); c != 0 {
		return c
	}
	if len(m.second.terms) > 0 {
		return cmp.Or(cmp.Compare(t.upSecond[a], t.upSecond[b]), cmp.Compare(b, a))
	}
	if c := t.second[a].cmp(t.second[b]); c != 0 {
		return c
	}
	if c := bits.OnesCount16(uint16(b)) - bits.OnesCount16(uint16(a)); c != 0 {
		return c
	}
	return cmp.Compare(t.order(b), t.order(a))
}

// order is less for the subset without the last candidate in which two differ.
func (t *tail) order(s subset) subset {
	var out subset
	for ; s != 0; s &= s - 1 {
		out |= t.place[bits.TrailingZeros16(uint16(s))]
	}
	return out
}
