package selection_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// many are more actions than MaxExact, with small numbers, and the table of
// the most tonnes for each budget that a textbook would fill (Bellman).
func many(r *rand.Rand, n, budget int) (selection.Definition, []int64) {
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	most := make([]int64, budget+1)
	for i := range n {
		cost, cut := 1+r.Intn(40), 1+r.Int63n(60)
		d.Candidates = append(d.Candidates, selection.Candidate{ID: fmt.Sprint(i), Cost: won(int64(cost)), Reductions: cuts(cut)})
		for b := budget; b >= cost; b-- {
			most[b] = max(most[b], most[b-cost]+cut)
		}
	}
	return d, most
}

// Beyond MaxExact the answer is exact if it says so, and otherwise the bound
// holds.
func TestBeyondMaxExact(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	exact := 0
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(seed))
		d, most := many(r, 26+r.Intn(40), 300)
		p := must(selection.New(d))
		for _, nodes := range []int{0, 1, 50, 5000, 300_000} {
			got, err := p.MostTonnes(won(300), nodes, 2030)
			require.NoError(t, err)
			found, bound := got.CO2e.Tonnes().IntPart(), got.MostCO2e.Tonnes().IntPart()
			require.LessOrEqual(t, found, most[300])
			require.GreaterOrEqual(t, bound, most[300])
			require.Equal(t, got.IsExact, found == bound)
			require.LessOrEqual(t, got.Cost.Amount().IntPart(), int64(300))
			require.Nil(t, got.RunnerUp)
			if nodes == 300_000 && got.IsExact {
				exact++
			}
			greedy, err := p.Greedy(won(300), 2030)
			require.NoError(t, err)
			require.GreaterOrEqual(t, greedy.MostCO2e.Tonnes().IntPart(), most[300])
			require.LessOrEqual(t, greedy.CO2e.Tonnes().IntPart(), found)
		}
		need := most[300] - r.Int63n(50)
		cheapest := int64(300)
		for b := range most {
			if most[b] >= need {
				cheapest = int64(b)
				break
			}
		}
		for _, nodes := range []int{0, 1000, 300_000} {
			got, err := p.LeastCost(map[int]ghg.CO2e{2030: tonnes(need)}, nodes)
			require.NoError(t, err)
			require.GreaterOrEqual(t, got.Cost.Amount().IntPart(), cheapest)
			require.LessOrEqual(t, got.Lowest.Amount().IntPart(), cheapest)
			require.Equal(t, got.IsExact, got.Lowest.Equal(got.Cost))
			require.GreaterOrEqual(t, got.CO2e.Tonnes().IntPart(), need)
		}
	}
	assert.Equal(t, 12, exact, "easy ones are proved within the nodes")
}

// With all kinds of rules and shared sources, a short search never surpasses
// its bound, and a long one never leaves what a short one found behind.
func TestBoundBeyondMaxExact(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	found := 0
	for seed := range int64(30) {
		r := rand.New(rand.NewSource(seed))
		p := must(selection.New(instance(r, 28+r.Intn(8), seed%2 == 0)))
		budget := won(100 + r.Int63n(400))
		long, err := p.MostTonnes(budget, 400_000, 2030)
		if err != nil {
			continue
		}
		for _, nodes := range []int{0, 100, 3000} {
			short, err := p.MostTonnes(budget, nodes, 2030)
			if err != nil {
				var undecided *selection.UndecidedError
				require.ErrorAs(t, err, &undecided)
				continue
			}
			found++
			c, _ := short.CO2e.Cmp(long.CO2e)
			require.LessOrEqual(t, c, 0, "seed %d", seed)
			c, _ = long.CO2e.Cmp(short.MostCO2e)
			require.LessOrEqual(t, c, 0, "seed %d: %s, but at most %s", seed, long, short.MostCO2e)
		}
	}
	assert.Greater(t, found, 30)
}

// Of equals, the cheaper, then the fewer, then the one without the last.
func TestTies(t *testing.T) {
	ask := func(budget int64, candidates ...selection.Candidate) []string {
		for i := range candidates {
			candidates[i].ID = fmt.Sprint(i)
		}
		r, err := must(selection.New(selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5,
			Candidates: candidates})).MostTonnes(won(budget), 0, 2030)
		require.NoError(t, err)
		return r.Chosen
	}
	c := func(cost, cut int64) selection.Candidate {
		return selection.Candidate{Cost: won(cost), Reductions: cuts(cut)}
	}
	assert.Equal(t, []string{"1"}, ask(10, c(10, 5), c(9, 5)), "cheaper")
	assert.Equal(t, []string{"2"}, ask(10, c(4, 2), c(6, 3), c(10, 5)), "fewer")
	assert.Equal(t, []string{"0"}, ask(10, c(10, 5), c(10, 5)), "earlier")
	assert.Equal(t, []string{"1", "2"}, ask(5, c(1, 1), c(2, 2), c(3, 3), c(4, 4)), "without the last")
	assert.Empty(t, ask(10, c(5, 0), c(5, -1)), "what cuts nothing is not bought")
	assert.Equal(t, []string{"0"}, ask(0, c(-5, 0)), "what saves money is")
	assert.Equal(t, []string{"0", "1"}, ask(5, c(-5, 1), c(10, 5)), "and pays for others")
}

// Amounts that differ in their 30th digit are told apart.
func TestExactInLongNumbers(t *testing.T) {
	long := func(s string) strategy.Reductions {
		return must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e(s + " tCO2e (AR5)")}))
	}
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Candidates: []selection.Candidate{
		{ID: "a", Cost: won(1), Reductions: long("1000000000000000.00000000000001")},
		{ID: "b", Cost: won(1), Reductions: long("1000000000000000.00000000000002")},
		{ID: "c", Cost: won(1), Reductions: long("1000000000000000.00000000000001")},
	}}
	r, err := must(selection.New(d)).MostTonnes(won(1), 0, 2030)
	require.NoError(t, err)
	assert.Equal(t, []string{"b"}, r.Chosen)
	r, err = must(selection.New(d)).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("1000000000000000.000000000000015 tCO2e (AR5)")}, 0)
	require.NoError(t, err)
	assert.Equal(t, []string{"b"}, r.Chosen)
	d.Candidates[1].Reductions = long("10000000000000000000000.00000000000000")
	d.Candidates[0].Reductions = long("0.000000000000000000000000000001")
	_, err = must(selection.New(d)).MostTonnes(won(1), 0, 2030)
	var span ghg.Fault
	require.ErrorAs(t, err, &span)
	assert.Equal(t, "tonnes", span.Of)
	assert.ErrorContains(t, err, "120 are allowed")
	need := map[int]ghg.CO2e{2030: tonnes(1)}
	_, err = must(selection.New(d)).LeastCost(need, 0)
	require.ErrorAs(t, err, &span)
	assert.Equal(t, "tonnes", span.Of)
	d = two()
	d.Limits = []selection.Limit{{Resource: "staff", Most: decimal.New(1, 20)}}
	d.Candidates[0].Uses = map[string]decimal.Decimal{"staff": decimal.New(1, -20)}
	_, err = must(selection.New(d)).LeastCost(need, 0)
	require.ErrorAs(t, err, &span)
	assert.Equal(t, "staff", span.Of)
}

// Joint effects that differ by less than a float64 can tell are told apart.
func TestExactOnSharedSources(t *testing.T) {
	cut := func(id, share string) selection.Cut {
		return selection.Cut{Candidate: id, ByYear: map[int]ghg.Share{2030: ghg.MustShare(share)}}
	}
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	for _, id := range []string{"a", "b", "c"} {
		d.Candidates = append(d.Candidates, selection.Candidate{ID: id, Cost: won(1)})
	}
	on := func(id string) strategy.EmissionSource { return strategy.EmissionSource{EndUse: id} }
	whole := map[int]ghg.CO2e{2030: ghg.MustCO2e("1000 MtCO2e (AR5)")}
	d.Shared = []selection.SharedSource{
		// 1 − 0.7 × 0.7 = 0.51 of a source, against 0.51 of a source and 0.0000001 t
		{On: on("x"), Emissions: whole, Cuts: []selection.Cut{cut("a", "0.3"), cut("b", "0.3"), cut("c", "0.51")}},
	}
	d.Candidates[2].Cost = won(2)
	p := must(selection.New(d))
	r, err := p.MostTonnes(won(2), 0, 2030)
	require.NoError(t, err)
	assert.Equal(t, []string{"c"}, r.Chosen, "equal: the fewer")
	d.Candidates[0].Reductions = must(strategy.NewReductions(strategy.Expected, ghg.AR5,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("0.0000001 tCO2e (AR5)")}))
	r, err = must(selection.New(d)).MostTonnes(won(2), 0, 2030)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, r.Chosen)
	assert.Equal(t, "510000000.0000001 tCO2e (AR5)", r.CO2e.String())

	need := func(s string) map[int]ghg.CO2e { return map[int]ghg.CO2e{2030: ghg.MustCO2e(s + " tCO2e (AR5)")} }
	r, err = p.LeastCost(need("510000000"), 0)
	require.NoError(t, err)
	assert.Equal(t, []string{"c"}, r.Chosen)
	_, err = must(selection.New(d)).LeastCost(need("657000000.0000002"), 0)
	assert.NoError(t, err)
	d.Candidates[2].Choice = selection.Barred
	r, err = must(selection.New(d)).LeastCost(need("510000000.0000001"), 0)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, r.Chosen)
	_, err = must(selection.New(d)).LeastCost(need("510000000.00000011"), 0)
	assert.ErrorContains(t, err, "it is at most 510000000.0000001 tCO2e")
}

// The same question has the same answer, and the answer does not change with
// what the caller does to its definition.
func TestImmutable(t *testing.T) {
	d := measures()
	d.Limits = []selection.Limit{{Resource: "posts", Most: decimal.NewFromInt(100)}}
	for i := range d.Candidates {
		d.Candidates[i].Uses = map[string]decimal.Decimal{"posts": decimal.NewFromInt(1)}
	}
	p := must(selection.New(d))
	a := must(p.MostTonnes(money("75 bn KRW"), 0, 2030))
	d.Candidates[1].ID, d.Candidates[1].Cost = "x", money("0 KRW")
	d.Candidates[2].Uses["posts"] = decimal.NewFromInt(1000)
	d.Limits[0].Most = decimal.Decimal{}
	b := must(p.MostTonnes(money("75 bn KRW"), 0, 2030))
	assert.Equal(t, a.Details(), b.Details())
	assert.Equal(t, 6, p.Len())
}
