package rank_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScorings(t *testing.T) {
	lower := criterion("low", rank.LowerIsBetter)
	band := rank.ByBand(ghg.MustShare("0%"), rank.Band{Bound: dec("10"), Score: ghg.MustShare("100%")},
		rank.Band{Bound: dec("5"), Score: ghg.MustShare("62.5%")})
	lowBand := rank.ByBand(ghg.MustShare("20%"), rank.Band{Bound: dec("5"), Score: ghg.MustShare("90%")},
		rank.Band{Bound: dec("10"), Score: ghg.MustShare("90%")})
	for name, x := range map[string]struct {
		s      rank.Scoring
		c      rank.Criterion
		values []string
		want   string
	}{
		"competition":  {rank.ByRank(rank.Competition), rate, []string{"4", "7", "7", "9"}, "0 66.667 66.667 100"},
		"dense":        {rank.ByRank(rank.Dense), rate, []string{"4", "7", "7", "9"}, "0 50 50 100"},
		"mean":         {rank.ByRank(rank.MeanRank), rate, []string{"4", "7", "7", "9"}, "0 50 50 100"},
		"mean of all":  {rank.ByRank(rank.MeanRank), rate, []string{"4", "4", "4"}, "50 50 50"},
		"dense of all": {rank.ByRank(rank.Dense), rate, []string{"4", "4", "4"}, "100 100 100"},
		"alone":        {rank.ByRank(rank.MeanRank), rate, []string{"4"}, "100"},
		"two":          {rank.ByRank(rank.Dense), lower, []string{"4", "3"}, "0 100"},
		"attainment": {rank.ByAttainment(dec("2"), dec("10")), rate,
			[]string{"1", "2", "3", "10", "11", "9.9"}, "0 0 12.5 100 100 98.75"},
		"attainment, lower": {rank.ByAttainment(dec("10"), dec("2")), lower, []string{"1", "2", "3", "10", "11"}, "100 100 87.5 0 0"},
		"band":              {band, rate, []string{"10", "9.99", "5", "4.99"}, "100 62.5 62.5 0"},
		"band, lower":       {lowBand, lower, []string{"5", "5.01", "10", "10.01"}, "90 90 90 20"},
	} {
		e, err := one(x.s, x.c, x.values...)
		require.NoError(t, err, name)
		assert.Equal(t, x.want, pointsOf(e), name)
	}
	assert.Equal(t, "by band: 100% from 10, 62.5% from 5, else 0%", band.String())
	assert.Equal(t, "by attainment, from 2 to 10", rank.ByAttainment(dec("2"), dec("10")).String())
	assert.Equal(t, `by rank, ties dense ("1223")`, rank.ByRank(rank.Dense).String())
}

func TestScoringRefusals(t *testing.T) {
	full, none := ghg.MustShare("100%"), ghg.MustShare("0%")
	var many []rank.Band
	for i := range 101 {
		many = append(many, rank.Band{Bound: decimal.New(int64(-i), 0), Score: full})
	}
	for name, s := range map[string]rank.Scoring{
		"none":           {},
		"no ties":        rank.ByRank(0),
		"goal is from":   rank.ByAttainment(dec("2"), dec("2")),
		"goal is worse":  rank.ByAttainment(dec("2"), dec("1")),
		"huge goal":      rank.ByAttainment(dec("0"), dec("1e31")),
		"huge from":      rank.ByAttainment(dec("-1e31"), dec("1")),
		"no bands":       rank.ByBand(none),
		"many bands":     rank.ByBand(none, many...),
		"huge bound":     rank.ByBand(none, rank.Band{Bound: dec("1e31"), Score: full}),
		"one bound":      rank.ByBand(none, rank.Band{Bound: dec("5"), Score: full}, rank.Band{Bound: dec("5"), Score: full}),
		"bounds rise":    rank.ByBand(none, rank.Band{Bound: dec("5"), Score: full}, rank.Band{Bound: dec("6"), Score: full}),
		"scores rise":    rank.ByBand(none, rank.Band{Bound: dec("5"), Score: none}, rank.Band{Bound: dec("4"), Score: full}),
		"rest is more":   rank.ByBand(full, rank.Band{Bound: dec("5"), Score: none}),
		"no rest":        rank.ByBand(ghg.Share{}, rank.Band{Bound: dec("5"), Score: full}),
		"no score":       rank.ByBand(none, rank.Band{Bound: dec("5")}),
		"above 100 %":    rank.ByBand(none, rank.Band{Bound: dec("5"), Score: ghg.MustShare("101%")}),
		"below 0 %":      rank.ByBand(ghg.MustShare("-1%"), rank.Band{Bound: dec("5"), Score: full}),
		"odd rule, ties": rank.ByRank(7),
	} {
		_, err := one(s, rate, "1", "2")
		assert.ErrorContains(t, err, `part 1 "rate", `, name)
	}
	_, err := one(rank.ByBand(full, rank.Band{Bound: dec("5"), Score: none}), rate, "1")
	assert.ErrorContains(t, err, `rest "100%": none above`)
	_, err = one(rank.ByBand(none, rank.Band{Bound: dec("5"), Score: full}, rank.Band{Bound: dec("6"), Score: full}), rate, "1")
	assert.ErrorContains(t, err, `bound of band 2 "6": it is not worse`)
	_, err = one(rank.ByBand(none, many[:100]...), rate, "1", "2")
	assert.NoError(t, err)
	_, err = one(rank.ByAttainment(dec("2"), dec("1")), criterion("low", rank.LowerIsBetter), "1")
	assert.NoError(t, err)
}

// TestPointsAgainstOracle recomputes the points of every part from the values,
// in math/big, by the formulas of the package documentation.
func TestPointsAgainstOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(28, 11))
	rounded := func(x *big.Rat, places int32) string { return x.FloatString(int(places)) } // half away from zero
	for range 150 {
		n, places := 1+rng.IntN(8), int32(rng.IntN(4))
		c := criterion("c", rank.Direction(1+rng.IntN(2)))
		sign := int64(1)
		if c.Better == rank.LowerIsBetter {
			sign = -1
		}
		values, signed := []string{}, []int64{}
		for range n {
			v := rng.Int64N(13) - 6
			values, signed = append(values, fmt.Sprint(v)), append(signed, sign*v)
		}
		ties := rank.TieRule(1 + rng.IntN(3))
		from, goal := sign*-4, sign*5
		for kind, scoring := range []rank.Scoring{
			rank.ByRank(ties),
			rank.ByAttainment(decimal.New(from, 0), decimal.New(goal, 0)),
			rank.ByBand(ghg.MustShare("5%"), rank.Band{Bound: decimal.New(sign*3, 0), Score: ghg.MustShare("87.5%")},
				rank.Band{Bound: decimal.New(sign*-2, 0), Score: ghg.MustShare("33.3%")}),
		} {
			e := must(rank.NewJointEvaluation("e", "s", rank.Withhold, places,
				rank.WeightedCriterion{Peers: peersOf(c, values...), Weight: dec("100"), Scoring: scoring}))
			distinct := map[int64]bool{}
			for _, v := range signed {
				distinct[v] = true
			}
			for i, v := range signed {
				better, equal, betterValues := int64(0), int64(0), int64(0)
				for _, o := range signed {
					if o > v {
						better++
					} else if o == v {
						equal++
					}
				}
				for o := range distinct {
					if o > v {
						betterValues++
					}
				}
				score := big.NewRat(1, 1)
				switch last := int64(n - 1); {
				case kind == 0 && ties == rank.Dense:
					if last = int64(len(distinct) - 1); last > 0 {
						score = big.NewRat(last-betterValues, last)
					}
				case kind == 0 && last > 0 && ties == rank.Competition:
					score = big.NewRat(last-better, last)
				case kind == 0 && last > 0:
					score = big.NewRat(2*(last-better)-(equal-1), 2*last)
				case kind == 1:
					score = big.NewRat(min(max(v+4, 0), 9), 9)
				case kind == 2 && v >= 3:
					score = big.NewRat(875, 1000)
				case kind == 2 && v >= -2:
					score = big.NewRat(333, 1000)
				case kind == 2:
					score = big.NewRat(5, 100)
				}
				want := rounded(score.Mul(score, big.NewRat(100, 1)), places)
				got := must(e.Score(ghg.PlaceID(fmt.Sprint("p", i))))
				require.Equal(t, want, got.Points.StringFixed(places), "%s of %v, ties %s, %s", scoring, values, ties, c.Better)
			}
		}
	}
}

// districts scores three districts of Daegu by how much of their budgets they
// executed. The values are invented.
func districts(s rank.Scoring) {
	spent := rank.Criterion{ID: "spent", Name: "budget executed", Unit: "%", Better: rank.HigherIsBetter}
	peers := must(rank.NewPeers("districts of Daegu, 2025", spent, []rank.Peer{known("중구", "96.5"), known("동구", "71"), known("서구", "84")}))
	e, err := rank.NewJointEvaluation("execution", "guide", rank.Withhold, 1,
		rank.WeightedCriterion{Peers: peers, Weight: dec("100"), Scoring: s})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s)
	for x := range e.Scores() {
		fmt.Println(" ", x)
	}
}

// One list under three scorings: the first stays the first, but not by as much.
func ExampleScoring() {
	for _, s := range []rank.Scoring{
		rank.ByRank(rank.Competition),
		rank.ByAttainment(dec("50"), dec("95")),
		rank.ByBand(ghg.MustShare("0%"), rank.Band{Bound: dec("90"), Score: ghg.MustShare("100%")},
			rank.Band{Bound: dec("70"), Score: ghg.MustShare("60%")}),
	} {
		districts(s)
	}
	// Output:
	// by rank, ties competition ("1224")
	//   중구: 100 points of 100
	//   동구: 0 points of 100
	//   서구: 50 points of 100
	// by attainment, from 50 to 95
	//   중구: 100 points of 100
	//   동구: 46.7 points of 100
	//   서구: 75.6 points of 100
	// by band: 100% from 90, 60% from 70, else 0%
	//   중구: 100 points of 100
	//   동구: 60 points of 100
	//   서구: 60 points of 100
}

func ExampleByRank() {
	districts(rank.ByRank(rank.MeanRank))
	districts(rank.ByRank(0))
	// Output:
	// by rank, ties mean rank
	//   중구: 100 points of 100
	//   동구: 0 points of 100
	//   서구: 50 points of 100
	// part 1 "spent", rule for ties: name rank.Competition, rank.Dense or rank.MeanRank
}

// The goal is the better of the two: it was typed the wrong way round.
func ExampleByAttainment() {
	districts(rank.ByAttainment(dec("95"), dec("60")))
	districts(rank.ByAttainment(dec("60"), dec("95")))
	// Output:
	// part 1 "spent", goal "60": it is not better than 95, where higher is better
	// by attainment, from 60 to 95
	//   중구: 100 points of 100
	//   동구: 31.4 points of 100
	//   서구: 68.6 points of 100
}

// Of 90 % and more all points, of 80 % and more 55 %, below that 10 %.
func ExampleByBand() {
	districts(rank.ByBand(ghg.MustShare("10%"), rank.Band{Bound: dec("90"), Score: ghg.MustShare("100%")},
		rank.Band{Bound: dec("80"), Score: ghg.MustShare("55%")}))
	// Output:
	// by band: 100% from 90, 55% from 80, else 10%
	//   중구: 100 points of 100
	//   동구: 10 points of 100
	//   서구: 55 points of 100
}

// Bands come from the best to the worst: the second here would never be reached.
func ExampleBand() {
	scale := rank.ByBand(ghg.MustShare("0%"), rank.Band{Bound: dec("80"), Score: ghg.MustShare("100%")},
		rank.Band{Bound: dec("90"), Score: ghg.MustShare("55%")})
	districts(scale)
	// Output:
	// part 1 "spent", bound of band 2 "90": it is not worse than the one before: bands come from the best to the worst
}
