package selection

import (
	"math/big"
	"slices"
)

// programme is a linear programme over positions, each chosen (1) or not (0):
// the most of a gain within rules and links. All amounts are whole numbers.
type programme struct {
	n     int
	gain  []wide
	grain wide // divides all gains
	rules []row
	// With all that follows: what a position requires, what requires it, and
	// what cannot stand beside it.
	up, down, against [][]int
	needs, conflict   [][]bool // likewise, by two positions
	links             []link
}

// link is Σ x of some positions − x of a base ≤ most: with a base, what requires
// it and excludes one another; without (−1), what excludes one another.
type link struct {
	of   []int
	base int
	most float64
}

// programme is the one of a question without joint effects.
func (m *model) programme() *programme {
	n := len(m.at)
	p := &programme{n: n, rules: m.rows, up: make([][]int, n), down: make([][]int, n), against: make([][]int, n)}
	p.aim(m.gain.each)
	p.needs, p.conflict = square(n), square(n)
	for pos, direct := range m.requires {
		for _, j := range direct {
			p.needs[pos][j] = true
			for _, k := range p.up[j] {
				p.needs[pos][k] = true
			}
		}
		for j, is := range p.needs[pos] {
			if is {
				p.up[pos], p.down[j] = append(p.up[pos], j), append(p.down[j], pos)
			}
		}
	}
	p.clash(m.excludes)
	p.link(m)
	return p
}

func square(n int) [][]bool {
	out := make([][]bool, n)
	for i := range out {
		out[i] = make([]bool, n)
	}
	return out
}

// clash finds what cannot stand beside one another: one of a position and what it
// requires excludes one of the other and what that requires.
func (p *programme) clash(excludes [][]int) {
	direct := make([][]int, p.n)
	for i, list := range excludes {
		for _, j := range list {
			direct[i], direct[j] = append(direct[i], j), append(direct[j], i)
		}
	}
	for i := range p.n {
		excluded := make([]bool, p.n)
		for _, a := range append([]int{i}, p.up[i]...) {
			for _, b := range direct[a] {
				excluded[b] = true
			}
		}
		for j := range p.n {
			p.conflict[i][j] = excluded[j] || slices.ContainsFunc(p.up[j], func(b int) bool { return excluded[b] })
			if p.conflict[i][j] {
				p.against[i] = append(p.against[i], j)
			}
		}
	}
}

// link makes inequalities of the links: one for many at once where many exclude
// one another, which is closer than one for each two.
func (p *programme) link(m *model) {
	covered := square(p.n)
	clique := func(first []int, from func(int) bool) []int {
		for j := range p.n {
			if from(j) && !slices.ContainsFunc(first, func(i int) bool { return i == j || !p.conflict[i][j] }) {
				first = append(first, j)
			}
		}
		for _, i := range first {
			for _, j := range first {
				covered[i][j] = true
			}
		}
		return first
	}
	for base := range p.n {
		done := make([]bool, p.n)
		for _, i := range p.down[base] {
			if !done[i] && slices.Contains(m.requires[i], base) {
				of := clique([]int{i}, func(j int) bool { return p.needs[j][base] })
				for _, j := range of {
					done[j] = true
				}
				p.links = append(p.links, link{of, base, 0})
			}
		}
	}
	for i := range p.n {
		for _, j := range m.excludes[i] {
			if !covered[i][j] {
				p.links = append(p.links, link{clique([]int{j, i}, func(int) bool { return true }), -1, 1})
			}
		}
	}
}

// aim makes a gain the one that is asked for.
func (p *programme) aim(gain []wide) {
	p.gain = gain
	grain := new(big.Int)
	for _, g := range gain {
		grain.GCD(nil, nil, grain, new(big.Int).Abs(g.big()))
	}
	if p.grain = wideOf(grain); grain.Sign() == 0 {
		p.grain = wide{0, 1}
	}
}

// of are the gain and the uses of a set, and whether it keeps all rules and links.
func (p *programme) of(set []bool) (gain wide, use []wide, ok bool) {
	use, ok = make([]wide, len(p.rules)), true
	for i, in := range set {
		if !in {
			continue
		}
		gain = gain.add(p.gain[i])
		for c := range p.rules {
			use[c] = use[c].add(p.rules[c].each[i])
		}
		ok = ok && !slices.ContainsFunc(p.up[i], func(j int) bool { return !set[j] }) &&
			!slices.ContainsFunc(p.against[i], func(j int) bool { return set[j] })
	}
	for c := range p.rules {
		ok = ok && use[c].cmp(p.rules[c].most) <= 0
	}
	return gain, use, ok
}
