package standing_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/standing"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScorings(t *testing.T) {
	lower := criterion("low", standing.LowerIsBetter)
	band := standing.ByBand{Bands: []standing.Band{{Bound: dec("10"), Score: ghg.MustShare("100%")}, {Bound: dec("5"), Score: ghg.MustShare("62.5%")}}, Rest: ghg.MustShare("0%")}
	lowBand := standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: ghg.MustShare("90%")}, {Bound: dec("10"), Score: ghg.MustShare("90%")}}, Rest: ghg.MustShare("20%")}
	for name, x := range map[string]struct {
		s      standing.Scoring
		c      standing.Criterion
		values []string
		want   string
	}{
		"competition":       {standing.ByRank{Ties: standing.Competition}, rate, []string{"4", "7", "7", "9"}, "0 66.667 66.667 100"},
		"dense":             {standing.ByRank{Ties: standing.Dense}, rate, []string{"4", "7", "7", "9"}, "0 50 50 100"},
		"mean":              {standing.ByRank{Ties: standing.MeanRank}, rate, []string{"4", "7", "7", "9"}, "0 50 50 100"},
		"mean of all":       {standing.ByRank{Ties: standing.MeanRank}, rate, []string{"4", "4", "4"}, "50 50 50"},
		"dense of all":      {standing.ByRank{Ties: standing.Dense}, rate, []string{"4", "4", "4"}, "100 100 100"},
		"alone":             {standing.ByRank{Ties: standing.MeanRank}, rate, []string{"4"}, "100"},
		"two":               {standing.ByRank{Ties: standing.Dense}, lower, []string{"4", "3"}, "0 100"},
		"attainment":        {standing.ByAttainment{From: dec("2"), Goal: dec("10")}, rate, []string{"1", "2", "3", "10", "11", "9.9"}, "0 0 12.5 100 100 98.75"},
		"attainment, lower": {standing.ByAttainment{From: dec("10"), Goal: dec("2")}, lower, []string{"1", "2", "3", "10", "11"}, "100 100 87.5 0 0"},
		"band":              {band, rate, []string{"10", "9.99", "5", "4.99"}, "100 62.5 62.5 0"},
		"band, lower":       {lowBand, lower, []string{"5", "5.01", "10", "10.01"}, "90 90 90 20"},
	} {
		e, err := one(x.s, x.c, x.values...)
		require.NoError(t, err, name)
		assert.Equal(t, x.want, pointsOf(e), name)
	}
	assert.Equal(t, "by band: 100% from 10, 62.5% from 5, else 0%", band.String())
	assert.Equal(t, "by attainment, from 2 to 10", standing.ByAttainment{From: dec("2"), Goal: dec("10")}.String())
	assert.Equal(t, `by rank, ties dense ("1223")`, standing.ByRank{Ties: standing.Dense}.String())
}

func TestScoringRefusals(t *testing.T) {
	full, none := ghg.MustShare("100%"), ghg.MustShare("0%")
	many := standing.ByBand{Rest: none}
	for i := range 101 {
		many.Bands = append(many.Bands, standing.Band{Bound: decimal.New(int64(-i), 0), Score: full})
	}
	for name, s := range map[string]standing.Scoring{
		"none":           nil,
		"no ties":        standing.ByRank{},
		"nil pointer":    (*standing.ByRank)(nil),
		"pointer":        &standing.ByRank{Ties: standing.Dense}, // the caller could change it later
		"embedded":       struct{ standing.ByRank }{standing.ByRank{Ties: standing.Dense}},
		"goal is from":   standing.ByAttainment{From: dec("2"), Goal: dec("2")},
		"goal is worse":  standing.ByAttainment{From: dec("2"), Goal: dec("1")},
		"huge goal":      standing.ByAttainment{Goal: dec("1e31")},
		"huge from":      standing.ByAttainment{From: dec("-1e31"), Goal: dec("1")},
		"no bands":       standing.ByBand{Rest: none},
		"many bands":     many,
		"huge bound":     standing.ByBand{Bands: []standing.Band{{Bound: dec("1e31"), Score: full}}, Rest: none},
		"one bound":      standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: full}, {Bound: dec("5"), Score: full}}, Rest: none},
		"bounds rise":    standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: full}, {Bound: dec("6"), Score: full}}, Rest: none},
		"scores rise":    standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: none}, {Bound: dec("4"), Score: full}}, Rest: none},
		"rest is more":   standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: none}}, Rest: full},
		"no rest":        standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: full}}},
		"no score":       standing.ByBand{Bands: []standing.Band{{Bound: dec("5")}}, Rest: none},
		"above 100 %":    standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: ghg.MustShare("101%")}}, Rest: none},
		"below 0 %":      standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: full}}, Rest: ghg.MustShare("-1%")},
		"odd rule, ties": standing.ByRank{Ties: 7},
	} {
		_, err := one(s, rate, "1", "2")
		assert.ErrorContains(t, err, `joint evaluation "e": part 1, "rate"`, name)
	}
	_, err := one(standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: none}}, Rest: full}, rate, "1")
	assert.ErrorContains(t, err, "score 2 of 2, 100%")
	_, err = one(standing.ByBand{Bands: []standing.Band{{Bound: dec("5"), Score: full}, {Bound: dec("6"), Score: full}}, Rest: none}, rate, "1")
	assert.ErrorContains(t, err, "band 2, 6, is not worse")
	many.Bands = many.Bands[:100]
	_, err = one(many, rate, "1", "2")
	assert.NoError(t, err)
	_, err = one(standing.ByAttainment{From: dec("2"), Goal: dec("1")}, criterion("low", standing.LowerIsBetter), "1")
	assert.NoError(t, err)
}

// TestPointsAgainstOracle recomputes the points of every part from the values,
// in math/big, by the formulas of the package documentation.
func TestPointsAgainstOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(28, 11))
	rounded := func(x *big.Rat, places int32) string { return x.FloatString(int(places)) } // half away from zero
	for range 150 {
		n, places := 1+rng.IntN(8), int32(rng.IntN(4))
		c := criterion("c", standing.Direction(1+rng.IntN(2)))
		sign := int64(1)
		if c.Better == standing.LowerIsBetter {
			sign = -1
		}
		values, signed := []string{}, []int64{}
		for range n {
			v := rng.Int64N(13) - 6
			values, signed = append(values, fmt.Sprint(v)), append(signed, sign*v)
		}
		ties := standing.TieRule(1 + rng.IntN(3))
		from, goal := sign*-4, sign*5
		for kind, scoring := range []standing.Scoring{
			standing.ByRank{Ties: ties},
			standing.ByAttainment{From: decimal.New(from, 0), Goal: decimal.New(goal, 0)},
			standing.ByBand{Bands: []standing.Band{{Bound: decimal.New(sign*3, 0), Score: ghg.MustShare("87.5%")}, {Bound: decimal.New(sign*-2, 0), Score: ghg.MustShare("33.3%")}}, Rest: ghg.MustShare("5%")},
		} {
			e := must(standing.NewJointEvaluation(standing.JointEvaluationDefinition{Name: "e", Source: "s",
				Parts: []standing.Part{{Peers: peersOf(c, values...), Weight: dec("100"), Scoring: scoring}}}, standing.Withhold, places))
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
				case kind == 0 && ties == standing.Dense:
					if last = int64(len(distinct) - 1); last > 0 {
						score = big.NewRat(last-betterValues, last)
					}
				case kind == 0 && last > 0 && ties == standing.Competition:
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
func districts(s standing.Scoring) {
	spent := standing.Criterion{ID: "spent", Name: "budget executed", Unit: "%", Better: standing.HigherIsBetter}
	peers := must(standing.NewPeers("districts of Daegu, 2025", spent, []standing.Peer{known("중구", "96.5"), known("동구", "71"), known("서구", "84")}))
	e, err := standing.NewJointEvaluation(standing.JointEvaluationDefinition{Name: "execution", Source: "guide",
		Parts: []standing.Part{{Peers: peers, Weight: dec("100"), Scoring: s}}}, standing.Withhold, 1)
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
	for _, s := range []standing.Scoring{
		standing.ByRank{Ties: standing.Competition},
		standing.ByAttainment{From: dec("50"), Goal: dec("95")},
		standing.ByBand{Bands: []standing.Band{{Bound: dec("90"), Score: ghg.MustShare("100%")}, {Bound: dec("70"), Score: ghg.MustShare("60%")}}, Rest: ghg.MustShare("0%")},
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
	districts(standing.ByRank{Ties: standing.MeanRank})
	districts(standing.ByRank{})
	// Output:
	// by rank, ties mean rank
	//   중구: 100 points of 100
	//   동구: 0 points of 100
	//   서구: 50 points of 100
	// joint evaluation "execution": part 1, "spent": no rule for ties given: name standing.Competition, standing.Dense or standing.MeanRank
}

// The goal is the better of the two: it was typed the wrong way round.
func ExampleByAttainment() {
	districts(standing.ByAttainment{From: dec("95"), Goal: dec("60")})
	districts(standing.ByAttainment{From: dec("60"), Goal: dec("95")})
	// Output:
	// joint evaluation "execution": part 1, "spent": goal 60 is not better than 95, where higher is better
	// by attainment, from 60 to 95
	//   중구: 100 points of 100
	//   동구: 31.4 points of 100
	//   서구: 68.6 points of 100
}

// Of 90 % and more all points, of 80 % and more 55 %, below that 10 %.
func ExampleByBand() {
	districts(standing.ByBand{Bands: []standing.Band{{Bound: dec("90"), Score: ghg.MustShare("100%")}, {Bound: dec("80"), Score: ghg.MustShare("55%")}}, Rest: ghg.MustShare("10%")})
	// Output:
	// by band: 100% from 90, 55% from 80, else 10%
	//   중구: 100 points of 100
	//   동구: 10 points of 100
	//   서구: 55 points of 100
}

// Bands come from the best to the worst: the second here would never be reached.
func ExampleBand() {
	scale := standing.ByBand{Bands: []standing.Band{{Bound: dec("80"), Score: ghg.MustShare("100%")}, {Bound: dec("90"), Score: ghg.MustShare("55%")}}, Rest: ghg.MustShare("0%")}
	districts(scale)
	// Output:
	// joint evaluation "execution": part 1, "spent": band 2, 90, is not worse than the one before: bands come from the best to the worst
}
