package selection

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a problem of all kinds of rules; a share of a source differs between
// two years, or not.
func small(r *rand.Rand, n int) Definition {
	tonnes := func(n int64) ghg.CO2e {
		c, _ := ghg.NewCO2e(decimal.New(n, -1), ghg.Tonne, ghg.AR5)
		return c
	}
	d := Definition{Kind: strategy.Expected, Metric: ghg.AR5, Limits: []Limit{{"posts", decimal.New(int64(n)*20, 0)}}}
	for i := range n {
		cuts, _ := strategy.NewReductions(strategy.Expected, ghg.AR5,
			map[int]ghg.CO2e{2030: tonnes(r.Int63n(100) - 20), 2031: tonnes(r.Int63n(100))})
		c := Candidate{ID: fmt.Sprint(i), Area: "A", Cost: won(r.Int63n(100) - 10), Reductions: cuts,
			Uses: map[string]decimal.Decimal{"posts": decimal.New(r.Int63n(60), 0)}}
		if i > 0 && r.Intn(4) == 0 {
			c.Requires = []string{fmt.Sprint(r.Intn(i))}
		}
		d.Candidates = append(d.Candidates, c)
	}
	if r.Intn(2) == 0 {
		d.Minima = []Minimum{{"A", 2, won(int64(n) * 10)}}
	}
	for k := range r.Intn(4) {
		s := SharedSource{On: strategy.EmissionSource{EndUse: fmt.Sprint(k)},
			Emissions: map[int]ghg.CO2e{2030: tonnes(r.Int63n(1000)), 2031: tonnes(r.Int63n(1000))}}
		for i := range n {
			share := func() ghg.Share {
				x, _ := ghg.NewShare(decimal.New(r.Int63n(1001), -3))
				return x
			}
			first := share()
			cut := Cut{fmt.Sprint(i), map[int]ghg.Share{2030: first, 2031: first}}
			if r.Intn(2) == 0 {
				cut.ByYear[2031] = share()
			}
			if r.Intn(2) == 0 {
				s.Cuts = append(s.Cuts, cut)
			}
		}
		if len(s.Cuts) > 0 {
			d.Shared = append(d.Shared, s)
		}
	}
	return d
}

// adding turns some of the cuts of shared sources around: by as much is added.
func adding(r *rand.Rand, d Definition) Definition {
	for _, s := range d.Shared {
		for _, c := range s.Cuts {
			if r.Intn(3) > 0 {
				continue
			}
			for y, share := range c.ByYear {
				c.ByYear[y], _ = ghg.NewShare(share.Fraction().Neg())
			}
		}
	}
	return d
}

func won(n int64) strategy.Money {
	m, _ := strategy.NewMoney(decimal.New(n, 0), strategy.KRW, strategy.Nominal)
	return m
}

// However early a search is stopped, nothing surpasses its bound, and what it
// calls exact is.
func TestBoundOfStoppedSearch(t *testing.T) {
	stopped, exact := 0, 0
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed / 2))
		n := 4 + r.Intn(10)
		d := small(r, n)
		if seed%2 == 1 {
			d = adding(r, d)
		}
		p, err := New(d)
		require.NoError(t, err)
		need := map[int]ghg.CO2e{}
		for _, y := range []int{2030, 2031} {
			need[y], _ = ghg.NewCO2e(decimal.New(r.Int63n(int64(n)*3), 0), ghg.Tonne, ghg.AR5)
		}
		most, err := p.def.mostTonnes(won(int64(n)*20), []int{2030, 2031})
		require.NoError(t, err)
		least, err := p.def.leastCost(need)
		require.NoError(t, err)
		for _, q := range []*question{most, least} {
			m, err := q.model()
			require.NoError(t, err)
			full := m.search(t.Context(), nil, true, 0, false)
			if full.best == nil {
				continue
			}
			truth := q.value.of(full.best)
			for _, nodes := range []int{0, 1, 3, 10, 40, 200} {
				s := m.search(t.Context(), nil, false, nodes, true)
				if s.best == nil {
					continue
				}
				bound, is := s.surpassed()
				require.False(t, bound.LessThan(truth), "seed %d, %s, %d nodes: %s, and %s is reached", seed, q.objective, nodes, bound, truth)
				require.True(t, q.feasible(s.best))
				if stopped++; is {
					exact++
					require.True(t, q.value.of(s.best).Equal(truth))
				}
			}
		}
	}
	assert.Greater(t, exact, 100)
	assert.Greater(t, stopped, exact)
}

// What is left of a source by some and added by others never surpasses the bounds that
// the search drops subsets of the tail by.
func TestBoundsOfAdditions(t *testing.T) {
	against := 0
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		p, err := New(adding(r, small(r, 12)))
		require.NoError(t, err)
		q, err := p.def.mostTonnes(won(1000), []int{2030, 2031})
		require.NoError(t, err)
		m, err := q.model()
		require.NoError(t, err)
		if len(m.gain.terms) == 0 {
			continue
		}
		s := m.search(t.Context(), slices.Clone(m.base), false, 0, true) // room for a partial selection
		clear(s.chosen)
		s.gain, s.count = wide{}, 0
		for i := range s.left {
			s.left[i] = 1
		}
		for pos := range s.tail.from {
			if r.Intn(2) == 0 {
				s.put(pos, true)
			}
		}
		b := m.gain.blocks
		b.prepare(s, m.gain.terms, 0)
		now, part := s.most(&m.gain, s.gain, 0, s.tail.from)
		for x := range s.tail.up {
			joint := s.joint(m.gain.terms, 0, subset(x))
			require.LessOrEqual(t, joint, b.most(subset(x))+m.gain.eps, "seed %d", seed)
			gain := s.gain.add(s.tail.gain[x]).float() + joint
			require.LessOrEqual(t, gain, now+part*s.tail.up[x]+m.gain.eps, "seed %d", seed)
			if b.spare > 0 && joint > b.most(subset(x))-b.spare {
				against++
			}
		}
	}
	assert.Greater(t, against, 100, "without what is spare they would not hold")
}

// The work stays small where many rules bind, where no selection keeps all
// rules, and where candidates cut many sources.
func TestWork(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(78))
	minima := Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	sources := minima
	inArea, total := map[string]int64{}, int64(0)
	for i := range MaxExact {
		cost, cut := 1000+r.Int63n(1_000_000), 1+r.Int63n(1_000_000)
		amount, _ := ghg.NewCO2e(decimal.New(cut, 0), ghg.Tonne, ghg.AR5)
		cuts, _ := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: amount})
		c := Candidate{ID: fmt.Sprint(i), Area: string(rune('A' + i%5)), Cost: won(cost), Reductions: cuts}
		minima.Candidates = append(minima.Candidates, c)
		c.Reductions = strategy.Reductions{}
		sources.Candidates = append(sources.Candidates, c)
		inArea[c.Area] += cost
		total += cost
	}
	for _, area := range slices.Sorted(maps.Keys(inArea)) {
		minima.Minima = append(minima.Minima, Minimum{area, 2, won(inArea[area] / 2)})
	}
	whole, _ := ghg.NewCO2e(decimal.New(5_000_000, 0), ghg.Tonne, ghg.AR5)
	for k := range 60 {
		s := SharedSource{On: strategy.EmissionSource{EndUse: fmt.Sprint(k)}, Emissions: map[int]ghg.CO2e{2030: whole}}
		for i := range MaxExact {
			share, _ := ghg.NewShare(decimal.New(1+r.Int63n(300), -3))
			s.Cuts = append(s.Cuts, Cut{fmt.Sprint(i), map[int]ghg.Share{2030: share}})
		}
		sources.Shared = append(sources.Shared, s)
	}
	for name, x := range map[string]struct {
		d      Definition
		budget int64
		most   int // subsets of the tail that are looked at, and joint effects evaluated
	}{
		"minima, feasible":   {minima, total * 52 / 100, 3_000_000},
		"minima, infeasible": {minima, total * 48 / 100, 3_000_000},
		"many sources":       {sources, total / 2, 30_000_000},
	} {
		p, err := New(x.d)
		require.NoError(t, err)
		q, err := p.def.mostTonnes(won(x.budget), []int{2030})
		require.NoError(t, err)
		m, err := q.model()
		require.NoError(t, err)
		s := m.search(t.Context(), nil, true, 0, false)
		assert.Less(t, s.scanned+s.sieved, x.most, name)
		t.Log(name, s.scanned, s.sieved, -s.nodes)
	}
}

// A joint effect of the same cuts in two years is one term.
func TestTermsOfYears(t *testing.T) {
	var s sums
	s.addTerm(bounded(2, []float64{0.5, 1}))
	s.addTerm(bounded(3, []float64{0.5, 1.75}))
	s.addTerm(bounded(4, []float64{0.5, 1}))
	assert.Equal(t, []term{
		{6, []float64{0.5, 1}, []float64{0.5, 1, 1}, []float64{1, 1, 1}},
		{3, []float64{0.5, 1.75}, []float64{0.5, 1, 1}, []float64{1.75, 1.75, 1}},
	}, s.terms)
}
