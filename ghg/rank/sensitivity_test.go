package rank_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
)

// The second place hangs on each of the three criteria: without any one it is the
// third.
func ExampleJointEvaluation_Sensitivity() {
	outcomes, err := evaluation(rank.Reweight).Sensitivity("서구")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range outcomes {
		if o.Ties == rank.Competition {
			fmt.Println(o)
		}
	}
	// Output:
	// all criteria, competition ("1224"): rank 2 of 4 with 59.5 points
	// without rate, competition ("1224"): rank 3 of 4 with 44 points
	// without head, competition ("1224"): rank 3 of 4 with 70.71 points
	// without spent, competition ("1224"): rank 3 of 4 with 59.38 points
}

// TestSensitivityByHand: two criteria that disagree, and ties that matter.
func TestSensitivityByHand(t *testing.T) {
	by := rank.ByRank{Ties: rank.Competition}
	e := must(rank.NewJointEvaluation(rank.JointEvaluationDefinition{Name: "e", Source: "s", Parts: []rank.WeightedCriterion{
		{Peers: peersOf(criterion("a", rank.HigherIsBetter), "9", "7", "7", "4"), Weight: dec("60"), Scoring: by},
		{Peers: peersOf(criterion("b", rank.HigherIsBetter), "1", "5", "5", "8"), Weight: dec("40"), Scoring: by},
	}}, rank.Withhold, 2))
	want := []string{
		// competition: 60, 40 + 26.67, 66.67, 40; dense: 60, 30 + 20, 50, 40; mean as dense
		"all criteria, competition (\"1224\"): joint rank 1 of 4 with 66.67 points",
		"all criteria, dense (\"1223\"): joint rank 2 of 4 with 50 points",
		"all criteria, mean rank: joint rank 2.5 of 4 with 50 points",
		"without a, competition (\"1224\"): joint rank 2 of 4 with 66.68 points", // 26.67 × 100/40 = 66.675
		"without a, dense (\"1223\"): joint rank 2 of 4 with 50 points",
		"without a, mean rank: joint rank 2.5 of 4 with 50 points",
		"without b, competition (\"1224\"): joint rank 2 of 4 with 66.67 points",
		"without b, dense (\"1223\"): joint rank 2 of 4 with 50 points",
		"without b, mean rank: joint rank 2.5 of 4 with 50 points",
	}
	var got []string
	for _, o := range must(e.Sensitivity("p2")) {
		got = append(got, o.String())
	}
	assert.Equal(t, want, got)
	last := must(e.Sensitivity("p3"))[1]
	assert.Equal(t, "4", must(e.Sensitivity("p3"))[0].Rank.String())
	assert.Equal(t, "3", last.Rank.String(), "dense: 60, 50, 40")
	_, err := e.Sensitivity("nobody")
	var none *ghg.UnknownError
	assert.ErrorAs(t, err, &none)
}

func BenchmarkSensitivity(b *testing.B) {
	var parts []rank.WeightedCriterion
	for i := range 20 {
		values := make([]string, 226)
		for j := range values {
			values[j] = fmt.Sprint((j * (i + 3)) % 97)
		}
		parts = append(parts, rank.WeightedCriterion{Peers: peersOf(criterion(fmt.Sprint(i), rank.HigherIsBetter), values...),
			Weight: dec("5"), Scoring: rank.ByRank{Ties: rank.Competition}})
	}
	e := must(rank.NewJointEvaluation(rank.JointEvaluationDefinition{Name: "e", Source: "s", Parts: parts}, rank.Reweight, 2))
	for b.Loop() {
		must(e.Sensitivity("p7"))
	}
}

// Dong-gu has not reported its spending, and has no points. Without that criterion
// it would have some, and still be the last.
func ExampleOutcome() {
	outcomes, err := evaluation(rank.Withhold).Sensitivity("동구")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range outcomes {
		if o.Ties == rank.Dense && (o.LeftOut == "" || o.LeftOut == "spent") {
			fmt.Println(o)
		}
	}
	// Output:
	// all criteria, dense ("1223"): no rank, no value of "spent"
	// without spent, dense ("1223"): rank 4 of 4 with 58.34 points
}
