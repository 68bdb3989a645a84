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

func criterion(id string, better rank.Direction) rank.Criterion {
	return rank.Criterion{ID: id, Name: id, Unit: "u", Better: better}
}

// one is an evaluation by one criterion that weighs 100.
func one(s rank.Scoring, c rank.Criterion, values ...string) (rank.JointEvaluation, error) {
	return rank.NewJointEvaluation("e", "guide", rank.Withhold, 3,
		rank.WeightedCriterion{Peers: peersOf(c, values...), Weight: dec("100"), Scoring: s})
}

func pointsOf(e rank.JointEvaluation) string {
	var out []string
	for s := range e.Scores() {
		out = append(out, s.Points.String())
	}
	return strings.Join(out, " ")
}

func TestEvaluationRefusals(t *testing.T) {
	by := rank.ByRank(rank.Dense)
	part := func(id, weight string, places ...string) rank.WeightedCriterion {
		var list []rank.Peer
		for _, p := range places {
			list = append(list, known(p, "1"))
		}
		return rank.WeightedCriterion{Peers: must(rank.NewPeers("k", criterion(id, rank.HigherIsBetter), list)), Weight: dec(weight), Scoring: by}
	}
	type definition struct {
		name, source string
		parts        []rank.WeightedCriterion
	}
	parts := func(p ...rank.WeightedCriterion) definition { return definition{"e", "s", p} }
	large := make([]string, 1000)
	for i := range large {
		large[i] = fmt.Sprint(i)
	}
	var heavy, most []rank.WeightedCriterion
	for i := range 51 {
		heavy = append(heavy, part(fmt.Sprint(i), "2", large...))
	}
	for i := range 101 {
		most = append(most, part(fmt.Sprint(i), "1", "a"))
	}
	for name, x := range map[string]struct {
		d    definition
		want string
	}{
		"no name": {definition{"", "s", []rank.WeightedCriterion{part("a", "100", "p")}},
			`name: a name of at most 200 bytes`},
		"no source": {definition{"e", "", []rank.WeightedCriterion{part("a", "100", "p")}},
			"source: say which document"},
		"no parts":       {parts(), "1 to 100 are needed"},
		"101 parts":      {parts(most...), "1 to 100 are needed"},
		"51,000 values":  {parts(heavy...), `values "51000": at most 50000`},
		"sum":            {parts(part("a", "60", "p"), part("b", "39.99", "p")), `weights "99.99": they must add up to 100`},
		"weight 0":       {parts(part("a", "100", "p"), part("b", "0", "p")), `part 2 "b", weight "0": a number above 0`},
		"weight below 0": {parts(part("a", "110", "p"), part("b", "-10", "p")), `part 2 "b", weight "-10"`},
		"huge weight":    {parts(part("a", "1e31", "p")), `weight "out of bounds"`},
		"criterion":      {parts(part("a", "50", "p"), part("a", "50", "p")), `part 2 "a", peers "a": given twice`},
		"one more":       {parts(part("a", "50", "p"), part("b", "50", "p", "q")), `part 2 "b", peers "q": all parts compare`},
		"one less":       {parts(part("a", "50", "p", "q"), part("b", "50", "p")), `part 2 "b", peers "q": all parts compare`},
		"no peers":       {parts(part("a", "100", "p"), rank.WeightedCriterion{Weight: dec("1"), Scoring: by}), "part 2, peers: no peers"},
		"no first peers": {parts(rank.WeightedCriterion{Weight: dec("1"), Scoring: by}, part("a", "99", "p")), "part 1, peers: no peers"},
	} {
		_, err := rank.NewJointEvaluation(x.d.name, x.d.source, rank.Withhold, 2, x.d.parts...)
		assert.ErrorContains(t, err, x.want, name)
	}
	good := part("a", "100", "p")
	for _, places := range []int32{-1, 21} {
		_, err := rank.NewJointEvaluation("e", "s", rank.Withhold, places, good)
		assert.ErrorContains(t, err, "from 0 to 20 are allowed")
	}
	for _, rule := range []rank.MissingRule{0, 4} {
		_, err := rank.NewJointEvaluation("e", "s", rule, 2, good)
		assert.ErrorContains(t, err, "rule for missing values: name rank.Reweight")
	}
	e, err := rank.NewJointEvaluation("e", "s", rank.AsLowest, 20, good)
	require.NoError(t, err)
	assert.Equal(t, "100", pointsOf(e))

	var zero rank.JointEvaluation
	_, err = zero.Score("p")
	var none *ghg.UnknownError
	assert.ErrorAs(t, err, &none)
	_, err = zero.Peers()
	assert.EqualError(t, err, "no peers: make them with rank.NewPeers")
	for range zero.Scores() {
		t.Fatal("none")
	}
}

func TestMissingValues(t *testing.T) {
	// dong has no value of spent; the lowest there is 0 of 20.
	withheld := evaluation(rank.Withhold)
	p := must(withheld.Peers())
	r := must(p.Ranking(rank.Competition))
	assert.Equal(t, 3, r.Len())
	_, err := r.Of("동구")
	assert.ErrorContains(t, err, `no value of "spent"`)
	s := must(evaluation(rank.AsLowest).Score("동구"))
	assert.Equal(t, "0", s.Parts[2].Points.String())
	assert.Contains(t, s.Details(), "as the lowest of the part")
	assert.Equal(t, "undefined: missing: not reported", s.Parts[2].Fraction.String())

	// A place of which nothing is known has no points under any reweighting.
	part := rank.WeightedCriterion{Peers: peersOf(rate, "1", "", "3"), Weight: dec("100"),
		Scoring: rank.ByBand(ghg.MustShare("30%"), rank.Band{Bound: dec("2"), Score: ghg.MustShare("80%")})}
	e := must(rank.NewJointEvaluation("e", "s", rank.Reweight, 0, part))
	assert.Equal(t, "no value of any criterion", must(e.Score("p1")).Value.Undefined())
	lowest := must(rank.NewJointEvaluation("e", "s", rank.AsLowest, 0, part))
	assert.Equal(t, "30", must(lowest.Score("p1")).Points.String(), "the lowest reached, not 0")
}

func TestEvaluationIsImmutable(t *testing.T) {
	bands := []rank.Band{{Bound: dec("2"), Score: ghg.MustShare("80%")}}
	parts := []rank.WeightedCriterion{{Peers: peersOf(rate, "1", "3"), Weight: dec("100"),
		Scoring: rank.ByBand(ghg.MustShare("0%"), bands...)}}
	e := must(rank.NewJointEvaluation("e", "s", rank.Withhold, 0, parts...))
	bands[0].Score = ghg.MustShare("10%")
	parts[0].Weight = dec("1")
	s := must(e.Score("p1"))
	s.Parts[0].Points = dec("7")
	for s := range e.Scores() {
		s.Parts[0].Points = dec("8")
		break
	}
	assert.Equal(t, "80", must(e.Score("p1")).Parts[0].Points.String())
}

// TestEvaluationProperties draws evaluations and recomputes them in math/big:
// points lie between 0 and 100, and are the sum of their parts.
func TestEvaluationProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 10))
	for range 40 {
		n, k := 2+rng.IntN(9), 1+rng.IntN(5)
		var parts []rank.WeightedCriterion
		left := int64(1000)
		weights := []int64{}
		for i := range k {
			w := left
			if i < k-1 {
				w = 1 + rng.Int64N(left-int64(k-i-1))
			}
			left -= w
			weights = append(weights, w)
			values := make([]string, n)
			for j := range values {
				if rng.IntN(6) > 0 || j == 0 {
					values[j] = fmt.Sprint(rng.IntN(9))
				}
			}
			c := criterion(fmt.Sprint("c", i), rank.HigherIsBetter)
			s := rank.ByRank(rank.TieRule(1 + rng.IntN(3)))
			if rng.IntN(2) == 0 {
				s = rank.ByAttainment(dec("1"), dec("7"))
			}
			parts = append(parts, rank.WeightedCriterion{Peers: peersOf(c, values...), Weight: decimal.New(w, -1), Scoring: s})
		}
		rule := rank.MissingRule(1 + rng.IntN(3))
		places := int32(rng.IntN(5))
		e := must(rank.NewJointEvaluation("e", "s", rule, places, parts...))
		for s := range e.Scores() {
			known, sum := new(big.Rat), new(big.Rat)
			for i, p := range s.Parts {
				if p.Value.IsDefined() || rule == rank.AsLowest {
					known.Add(known, big.NewRat(weights[i], 10))
					sum.Add(sum, p.Points.Rat())
				}
				assert.False(t, p.Points.GreaterThan(p.Weight.RoundCeil(places)))
				assert.GreaterOrEqual(t, p.Points.Sign(), 0)
			}
			if !s.Value.IsDefined() {
				assert.True(t, s.Points.IsZero())
				continue
			}
			want := sum.Mul(sum, big.NewRat(100, 1))
			want.Quo(want, known)
			off := new(big.Rat).Sub(want, s.Points.Rat())
			half := new(big.Rat).Quo(big.NewRat(1, 2), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
			assert.LessOrEqual(t, off.Abs(off).Cmp(half), 0)
			assert.True(t, s.Fraction.IsDefined() && s.Weight.Equal(dec("100")))
		}
	}
}
