package selection

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// linked is a problem without shared sources in which much is required and excluded,
// of amounts with few digits, many or very many.
func linked(r *rand.Rand, n int) Definition {
	d := small(r, n)
	d.Shared = nil
	long := []int64{1, 1, 1_000_003, 1_000_000_000_000_007}[r.Intn(4)]
	for i := range d.Candidates {
		c := &d.Candidates[i]
		if i > 0 && r.Intn(3) == 0 {
			c.Excludes = append(c.Excludes, fmt.Sprint(r.Intn(i)))
		}
		if i > 0 && r.Intn(3) == 0 {
			c.Requires = append(c.Requires, fmt.Sprint(r.Intn(i)))
		}
		cut := r.Int63n(8)
		if r.Intn(8) == 0 {
			cut = -cut
		}
		byYear := map[int]ghg.CO2e{}
		for _, y := range []int{2030, 2031} {
			byYear[y], _ = ghg.NewCO2e(decimal.New(cut, 0).Mul(decimal.New(long, 0)).Add(decimal.New(r.Int63n(2), 0)), ghg.Tonne, ghg.AR5)
		}
		c.Reductions, _ = strategy.NewReductions(strategy.Expected, ghg.AR5, byYear)
		c.Cost = won(r.Int63n(9) * long)
	}
	for i := range d.Minima {
		d.Minima[i].Money = won(int64(n) * long)
	}
	d.Limits[0].Most = decimal.New(int64(n)*10, 0)
	return d
}

// The linear programmes come to the set that the tables come to, the same of equals
// too, and however early they are stopped no set surpasses their bound.
func TestBranchingAgainstTables(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	found, none, stopped := 0, 0, 0
	for seed := range int64(400) {
		r := rand.New(rand.NewSource(seed))
		n := 4 + r.Intn(12)
		d := linked(r, n)
		p, err := New(d)
		require.NoError(t, err)
		cost, tonnes := decimal.Decimal{}, decimal.Decimal{}
		for _, c := range d.Candidates {
			x, _ := c.Reductions.At(2030)
			cost, tonnes = cost.Add(c.Cost.Amount()), tonnes.Add(x.Tonnes())
		}
		budget, _ := strategy.NewMoney(cost.Mul(decimal.New(25, -2)), strategy.KRW, strategy.Nominal)
		most, err := p.def.mostTonnes(budget, []int{2030, 2031})
		require.NoError(t, err)
		need, _ := ghg.NewCO2e(tonnes.Mul(decimal.New(25, -2)), ghg.Tonne, ghg.AR5)
		least, err := p.def.leastCost(map[int]ghg.CO2e{2030: need, 2031: need})
		require.NoError(t, err)
		for _, q := range []*question{most, least} {
			m, err := q.model()
			require.NoError(t, err)
			want := m.search(t.Context(), nil, false, 0, false)
			got := m.branch(t.Context(), nil, 1_000_000)
			if require.Equal(t, want.best, got.best, "seed %d, %s", seed, q.objective); want.best == nil {
				none++
				continue
			}
			found++
			require.False(t, got.stopped)
			truth := q.value.of(want.best)
			for _, steps := range []int{0, 1, 5, 20} {
				s := m.branch(t.Context(), nil, steps)
				if s.best == nil {
					require.True(t, s.stopped)
					continue
				}
				require.True(t, q.feasible(s.best))
				bound, is := s.surpassed()
				require.False(t, bound.LessThan(truth), "seed %d, %s, %d steps", seed, q.objective, steps)
				require.Equal(t, is, q.value.of(s.best).Equal(truth) && bound.Equal(truth))
				if !is {
					stopped++
				}
			}
		}
	}
	assert.Greater(t, found, 300)
	assert.Greater(t, none, 50)
	assert.Greater(t, stopped, 100)
}

// Whatever the multipliers are, no feasible set gains more than their bound; in whole
// numbers and in float64 it is the same within what is said to be off.
func TestLagrangian(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		p, err := New(linked(r, 10))
		require.NoError(t, err)
		q, err := p.def.mostTonnes(won(1<<40), []int{2030})
		require.NoError(t, err)
		m, err := q.model()
		require.NoError(t, err)
		x := m.programme()
		var in []inequality
		var y []float64
		for c := range x.rules {
			in, y = append(in, inequality{rule: c}), append(y, r.ExpFloat64()*float64(r.Intn(3)))
		}
		for k := range x.links {
			in, y = append(in, inequality{rule: -1, link: k}), append(y, r.ExpFloat64()*10)
		}
		low, high := make([]float64, x.n), slices.Repeat([]float64{1}, x.n)
		l := x.lagrange(in, y, low, high, true)
		exact := wideOf(x.exactly(in, y, low, high, true))
		assert.LessOrEqual(t, exact.float(), l.value+l.off)
		assert.GreaterOrEqual(t, exact.add(x.grain).float(), l.value-l.off)
		for set := range 1 << x.n {
			chosen := make([]bool, x.n)
			for i := range chosen {
				chosen[i] = set>>i&1 == 1
			}
			if gain, _, ok := x.of(chosen); ok {
				require.LessOrEqual(t, gain.cmp(exact), 0, "seed %d", seed)
			}
		}
	}
}

// A context that is done ends the search: of many actions, and of few.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, n := range []int{12, 40} {
		for _, shared := range []bool{false, true} {
			d := small(rand.New(rand.NewSource(5)), n)
			d.Minima = nil
			if !shared {
				d.Shared = nil
			}
			p, err := New(d)
			require.NoError(t, err)
			full, err := p.MostTonnes(won(int64(n)*10), 100_000, 2030)
			require.NoError(t, err)
			a, err := p.MostTonnesContext(ctx, won(int64(n)*10), 100_000, 2030)
			require.NoError(t, err)
			c, _ := a.CO2e.Cmp(full.CO2e)
			assert.LessOrEqual(t, c, 0)
			c, _ = a.MostCO2e.Cmp(full.CO2e)
			assert.GreaterOrEqual(t, c, 0)
			assert.Equal(t, !a.IsExact, a.Cancelled)
			assert.Nil(t, a.RunnerUp)
		}
	}
}

// Without a selection so far, the error says that the context ended the search.
func TestCancelledWithoutSelection(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	for i := range 30 {
		cuts, _ := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR5)")})
		d.Candidates = append(d.Candidates, Candidate{ID: fmt.Sprint(i), Area: "E", Cost: won(2 + 2*int64(i)), Reductions: cuts})
	}
	d.Minima = []Minimum{{Area: "E", Money: won(301)}}
	p, err := New(d)
	require.NoError(t, err)
	_, err = p.MostTonnesContext(ctx, won(301), 1_000_000, 2030)
	require.ErrorIs(t, err, context.Canceled)
	assert.EqualError(t, err, "most tonnes: branch and bound was ended before it found a selection of 30 open candidates "+
		"that keeps all rules, and none is ruled out: context canceled")
	a := Answer{Objective: MostTonnes, Method: BranchAndBound, Cancelled: true}
	a.MostCO2e, a.CO2e = ghg.MustCO2e("2 tCO2e (AR5)"), ghg.MustCO2e("1 tCO2e (AR5)")
	assert.Contains(t, a.Details(), "heuristic, no selection cuts more than 2 tCO2e (AR5), ended before it was exact")
}

// A table that may take no step bounds by the multipliers that it has.
func TestFewSteps(t *testing.T) {
	s := newSimplex([]float64{3, 2})
	s.add([]float64{1, 1}, 1)
	_, _, done := s.solve(0)
	assert.False(t, done)
	stuck, _, done := s.solve(9)
	assert.Equal(t, -1, stuck)
	assert.True(t, done)
	assert.Equal(t, []float64{1, 0}, s.solution())
	s.low[0], s.low[1] = 1, 1
	stuck, above, _ := s.solve(9)
	require.GreaterOrEqual(t, stuck, 0)
	assert.Equal(t, []float64{1}, s.proof(stuck, above), "1 + 1 is more than 1")
}
