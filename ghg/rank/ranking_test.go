package rank_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var rate = rank.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}

func peersOf(c rank.Criterion, values ...string) rank.Peers {
	var list []rank.Peer
	for i, v := range values {
		p := known(fmt.Sprint("p", i), "0")
		if v == "" {
			p.Value = ghg.Undefined("not reported")
		} else {
			p.Value = ghg.RatioOf(dec(v))
		}
		list = append(list, p)
	}
	return must(rank.NewPeers("places", c, list))
}

// list has three places tied, and two, and a place without a value.
var list = []string{"3.1", "2.4", "2.40", "5", "1.2", "2.4", "", "7.75", "5.0"}

// TestAgainstR holds ranks against R 4.2.2: rank(-x, ties.method = "min"),
// match(-x, sort(unique(-x))), rank(-x); and for lower is better rank(x, …).
func TestAgainstR(t *testing.T) {
	lower := rate
	lower.Better = rank.LowerIsBetter
	for _, x := range []struct {
		c    rank.Criterion
		ties rank.TieRule
		want []string
	}{
		{rate, rank.Competition, []string{"4", "5", "5", "2", "8", "5", "", "1", "2"}},
		{rate, rank.Dense, []string{"3", "4", "4", "2", "5", "4", "", "1", "2"}},
		{rate, rank.MeanRank, []string{"4", "6", "6", "2.5", "8", "6", "", "1", "2.5"}},
		{lower, rank.Competition, []string{"5", "2", "2", "6", "1", "2", "", "8", "6"}},
		{lower, rank.Dense, []string{"3", "2", "2", "4", "1", "2", "", "5", "4"}},
		{lower, rank.MeanRank, []string{"5", "3", "3", "6.5", "1", "3", "", "8", "6.5"}},
	} {
		r, err := peersOf(x.c, list...).Ranking(x.ties)
		require.NoError(t, err)
		assert.Equal(t, 8, r.Len())
		for i, want := range x.want {
			s, err := r.Of(ghg.PlaceID(fmt.Sprint("p", i)))
			if want == "" {
				var none *rank.UnrankedError
				require.ErrorAs(t, err, &none)
				assert.NotEmpty(t, none.Why)
				continue
			}
			require.NoError(t, err)
			assert.Equal(t, want, s.Rank.String(), "%s %s p%d", x.c.Better, x.ties, i)
		}
	}
}

// TestAgainstSciPy holds percentiles against scipy.stats.percentileofscore of
// SciPy 1.10.1, kinds strict, weak and mean.
func TestAgainstSciPy(t *testing.T) {
	for rule, want := range map[rank.PercentileRule][]string{
		rank.StrictPercentile: {"0.5", "0.125", "0.125", "0.625", "0", "0.125", "", "0.875", "0.625"},
		rank.WeakPercentile:   {"0.625", "0.5", "0.5", "0.875", "0.125", "0.5", "", "1", "0.875"},
		rank.MidPercentile:    {"0.5625", "0.3125", "0.3125", "0.75", "0.0625", "0.3125", "", "0.9375", "0.75"},
		// w/7 and (w + 1)/9, by hand.
		rank.InclusivePercentile: {"0.571428571429", "0.142857142857", "0.142857142857", "0.714285714286", "0",
			"0.142857142857", "", "1", "0.714285714286"},
		rank.ExclusivePercentile: {"0.555555555556", "0.222222222222", "0.222222222222", "0.666666666667", "0.111111111111",
			"0.222222222222", "", "0.888888888889", "0.666666666667"},
	} {
		r := must(peersOf(rate, list...).Ranking(rank.Dense))
		for i, want := range want {
			if want == "" {
				continue
			}
			s := must(r.Of(ghg.PlaceID(fmt.Sprint("p", i))))
			assert.Equal(t, want, s.Percentile(rule).String(), "%s p%d", rule, i)
		}
	}
}

func TestStanding(t *testing.T) {
	r := must(peersOf(rate, list...).Ranking(rank.Competition))
	s := must(r.Of("p1"))
	assert.Equal(t, []int{4, 1, 2, 8}, []int{s.Better, s.Worse, s.Tied, s.Of})
	assert.Equal(t, "5.35", s.ToBest.String())
	assert.Equal(t, "-0.35", s.AboveMedian.String())
	assert.Equal(t, `p1: joint rank 5 of 8 with a value by reduction rate (2.4 %); 1 without a value: 5th to 6th of 9`, s.String())
	assert.Contains(t, s.Details(), "4 better, 2 tied, 1 worse, 1 without a value")
	assert.Contains(t, s.Details(), "5.35 % from the best, 0.35 worse than the median")
	assert.Contains(t, must(r.Of("p3")).Details(), "2.25 better than the median")
	lower := rate
	lower.Better = rank.LowerIsBetter
	r = must(peersOf(lower, list...).Ranking(rank.Competition))
	s = must(r.Of("p1"))
	assert.Equal(t, []int{1, 4, 2, 8}, []int{s.Better, s.Worse, s.Tied, s.Of})
	assert.Equal(t, "1.2", s.ToBest.String())
	assert.Equal(t, "0.35", s.AboveMedian.String())
	var order []string
	for x := range r.All() {
		order = append(order, string(x.Place))
	}
	assert.Equal(t, "p4 p1 p2 p5 p0 p3 p8 p7", strings.Join(order, " "), "tied places in the order given")
}

func TestOnePlaceAlone(t *testing.T) {
	r := must(peersOf(rate, "4").Ranking(rank.MeanRank))
	s := must(r.Of("p0"))
	assert.Equal(t, "1", s.Rank.String())
	assert.Contains(t, s.Percentile(rank.InclusivePercentile).String(), "undefined: one place alone")
	assert.Equal(t, "0.5", s.Percentile(rank.ExclusivePercentile).String())
	assert.Equal(t, "undefined: no standing", rank.Standing{}.Percentile(rank.ExclusivePercentile).String())
	for _, rule := range []rank.PercentileRule{0, 6} {
		assert.Contains(t, s.Percentile(rule).Undefined(), "name a definition")
	}
}

func TestRefusals(t *testing.T) {
	p := peersOf(rate, list...)
	for name, f := range map[string]func() error{
		"no tie rule":  func() error { _, err := p.Ranking(0); return err },
		"odd tie rule": func() error { _, err := p.Ranking(4); return err },
		"no quantile":  func() error { _, err := p.Quantile(ghg.MustShare("50%"), 0); return err },
		"odd quantile": func() error { _, err := p.Quantile(ghg.MustShare("50%"), 5); return err },
		"quartiles":    func() error { _, _, _, err := p.Quartiles(0); return err },
		"no fraction":  func() error { _, err := p.Quantile(ghg.Share{}, rank.InverseCDF); return err },
		"below 0":      func() error { _, err := p.Quantile(ghg.MustShare("-1%"), rank.InverseCDF); return err },
		"above 1":      func() error { _, err := p.Quantile(ghg.MustShare("100.1%"), rank.InverseCDF); return err },
		"no kind":      func() error { _, err := rank.NewPeers("", rate, nil); return err },
		"long kind": func() error {
			_, err := rank.NewPeers(strings.Repeat("k", 201), rate, []rank.Peer{known("a", "1")})
			return err
		},
		"nobody":        func() error { _, err := rank.NewPeers("k", rate, nil); return err },
		"nothing known": func() error { _, err := rank.NewPeers("k", rate, []rank.Peer{{Place: "a"}}); return err },
		"no place":      func() error { _, err := rank.NewPeers("k", rate, []rank.Peer{{}}); return err },
		"too many":      func() error { _, err := rank.NewPeers("k", rate, make([]rank.Peer, 10001)); return err },
		"huge":          func() error { _, err := rank.NewPeers("k", rate, []rank.Peer{known("a", "1e31")}); return err },
		"no ID": func() error {
			_, err := rank.NewPeers("k", rank.Criterion{Name: "n", Unit: "u", Better: 1}, []rank.Peer{known("a", "1")})
			return err
		},
		"no name": func() error {
			_, err := rank.NewPeers("k", rank.Criterion{ID: "n", Unit: "u", Better: 1}, []rank.Peer{known("a", "1")})
			return err
		},
		"no unit": func() error {
			_, err := rank.NewPeers("k", rank.Criterion{ID: "n", Name: "u", Better: 1}, []rank.Peer{known("a", "1")})
			return err
		},
		"odd direction": func() error {
			_, err := rank.NewPeers("k", rank.Criterion{ID: "n", Name: "u", Unit: "u", Better: 3}, []rank.Peer{known("a", "1")})
			return err
		},
		"zero, ranking":    func() error { _, err := rank.Peers{}.Ranking(rank.Dense); return err },
		"zero, median":     func() error { _, err := rank.Peers{}.Median(); return err },
		"zero, peer":       func() error { _, err := rank.Peers{}.Peer("a"); return err },
		"zero ranking, of": func() error { _, err := rank.Ranking{}.Of("a"); return err },
	} {
		assert.Error(t, f(), name)
	}
	same := make([]rank.Peer, 150)
	for i := range same {
		same[i] = known("a", "1")
	}
	_, err := rank.NewPeers("k", rate, same)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 149, faults.Len(), "all that stand twice are named")
	_, err = rank.NewPeers("k", rate, []rank.Peer{known("a", "1"), {}})
	assert.ErrorContains(t, err, `peer 2 of "k", place: a place is needed`)
	_, err = rank.NewPeers("k", rank.Criterion{ID: strings.Repeat("i", 201), Name: "n", Unit: "u",
		Better: rank.HigherIsBetter}, []rank.Peer{known("a", "1")})
	assert.ErrorContains(t, err, "needed, of at most 200 bytes")
	assert.Equal(t, "no ranking", rank.Ranking{}.Details())
	assert.Equal(t, "no standing", rank.Standing{}.String())
	assert.Equal(t, "no standing", rank.Standing{}.Details())
	assert.Zero(t, rank.Peers{}.Len())
	_, err = rank.NewPeers(strings.Repeat("k", 200), rank.Criterion{ID: strings.Repeat("i", 200),
		Name: strings.Repeat("n", 200), Unit: strings.Repeat("u", 200), Better: rank.LowerIsBetter}, []rank.Peer{known("a", "1")})
	assert.NoError(t, err)
}

func TestWords(t *testing.T) {
	assert.Equal(t, "unknown rule for ties (9)", rank.TieRule(9).String())
	assert.Equal(t, "unknown rule for ties (4)", rank.TieRule(4).String())
	assert.Equal(t, "unknown direction (9)", rank.Direction(9).String())
	assert.Equal(t, "higher is better", rank.HigherIsBetter.String())
	assert.Equal(t, "no scoring", rank.Scoring{}.String())
	zero := must(must(rank.NewPeers("k", rate, []rank.Peer{known("a", "0"), {Place: "b"}})).Ranking(rank.Dense))
	assert.Equal(t, 1, zero.Len(), "the zero Value is no 0")
	assert.Contains(t, zero.Details(), "1. a 0\n–  b missing: not computed")
}

// TestRankProperties draws peers with many ties: the slow oracle counts better
// and equal values one by one.
func TestRankProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 4))
	for range 60 {
		c := rate
		if rng.IntN(2) == 0 {
			c.Better = rank.LowerIsBetter
		}
		n := 1 + rng.IntN(25)
		values := make([]int, n)
		texts := make([]string, n)
		for i := range values {
			values[i] = rng.IntN(8) - 3
			texts[i] = fmt.Sprintf("%d.%s", values[i], strings.Repeat("0", rng.IntN(4)+1))
		}
		sum := map[rank.TieRule]decimal.Decimal{}
		for _, ties := range rank.TieRules() {
			r := must(peersOf(c, texts...).Ranking(ties))
			for i, v := range values {
				better, equal := 0, 0
				distinct := map[int]bool{}
				for _, o := range values {
					switch d := o - v; {
					case d == 0:
						equal++
					case d > 0 == (c.Better == rank.HigherIsBetter):
						better++
						distinct[o] = true
					}
				}
				want := map[rank.TieRule]float64{rank.Competition: float64(better + 1), rank.Dense: float64(len(distinct) + 1),
					rank.MeanRank: float64(better) + float64(equal+1)/2}[ties]
				s := must(r.Of(ghg.PlaceID(fmt.Sprint("p", i))))
				assert.Equal(t, want, s.Rank.InexactFloat64())
				assert.Equal(t, n, s.Better+s.Tied+1+s.Worse)
				assert.GreaterOrEqual(t, s.ToBest.Sign(), 0)
				sum[ties] = sum[ties].Add(s.Rank)
				mid, ok := s.Percentile(rank.MidPercentile).Value()
				require.True(t, ok)
				exactly := new(big.Rat).SetFrac64(int64(2*(n-better-equal)+equal), int64(2*n))
				f, _ := exactly.Float64()
				assert.InDelta(t, f, mid.InexactFloat64(), 1e-12)
			}
		}
		assert.Equal(t, int64(n*(n+1)), sum[rank.MeanRank].Mul(decimal.New(2, 0)).IntPart(), "mean ranks add up to n(n + 1)/2")
		assert.False(t, sum[rank.Dense].GreaterThan(sum[rank.Competition]))
		assert.False(t, sum[rank.Competition].GreaterThan(sum[rank.MeanRank]))
	}
}
