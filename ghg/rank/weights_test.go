package rank_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func weighted(text ...string) []rank.Weight {
	var out []rank.Weight
	for i := 0; i < len(text); i += 2 {
		out = append(out, rank.Weight{Criterion: text[i], Share: ghg.MustShare(text[i+1])})
	}
	return out
}

func marks(text ...string) map[string]ghg.Share {
	out := map[string]ghg.Share{}
	for _, w := range weighted(text...) {
		out[w.Criterion] = w.Share
	}
	return out
}

// Three actions; nobody has looked yet at how feasible bus lanes are.
func ExampleWeights() {
	w, err := rank.NewWeights(weighted("impact", "55%", "alignment", "22%", "feasibility", "23%")...)
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, _ := w.Rank([]rank.Marked{
		{ID: "street lights", Marks: marks("impact", "20%", "alignment", "50%", "feasibility", "100%")},
		{ID: "bus lanes", Marks: marks("impact", "40%", "alignment", "75%")},
		{ID: "school roofs", Marks: marks("impact", "60%", "alignment", "50%", "feasibility", "50%")},
	})
	for _, s := range scores {
		fmt.Println(s)
	}
	fmt.Println(scores[1].Explain())
	// Output:
	// 1. school roofs: 0.555, rank 1 to 2
	// 2. bus lanes: 0.5 [0.385, 0.615], feasibility missing, rank 1 to 3
	// 3. street lights: 0.45, rank 2 to 3
	// 2. bus lanes: 0.5 [0.385, 0.615], feasibility missing, rank 1 to 3
	//   0.55 × 0.4 (impact) + 0.22 × 0.75 (alignment) + 0.23 × (feasibility missing: 0.5) = 0.5
}

func ExampleImpactMark() {
	mark, _ := rank.ImpactMark(ghg.MustShare("43%"))
	fmt.Println(mark)
	// Output:
	// 60%
}

func TestWeights(t *testing.T) {
	for want, list := range map[string][]rank.Weight{
		`weights, criteria "0": 1 to 100`:                  nil,
		`weights, criteria "101"`:                          make([]rank.Weight, 101),
		`criterion 1, name: a name of its own of 1 to 200`: weighted("", "100%"),
		`criterion 2, name "a": a name`:                    weighted("a", "50%", "a", "50%"),
		`criterion "b", weight "-1%": 0% or more`:          weighted("a", "101%", "b", "-1%"),
		`weights, sum "99%": the weights add up to 100%`:   weighted("a", "50%", "b", "49%"),
		`weights, sum "100.5%"`:                            weighted("a", "50%", "b", "50.5%"),
		`criterion "b", weight`:                            {{Criterion: "a", Share: ghg.MustShare("100%")}, {Criterion: "b"}},
	} {
		_, err := rank.NewWeights(list...)
		require.ErrorContains(t, err, want)
		var fault *ghg.Fault
		require.ErrorAs(t, err, &fault)
	}
	_, err := rank.NewWeights(weighted(strings.Repeat("x", 200), "100%")...)
	require.NoError(t, err)
	var none rank.Weights
	_, err = none.Rank(nil)
	require.ErrorContains(t, err, "no weights")
	w := must(rank.NewWeights(weighted("a", "60%", "b", "40%")...))
	for want, options := range map[string][]rank.Marked{
		`option "y", mark of "a" "101%": 0% to 100%`: {{ID: "x"}, {ID: "y", Marks: marks("a", "101%")}},
		`option "y", mark of "b" "-1%": 0%`:          {{ID: "y", Marks: marks("b", "-1%")}},
		`option "y", marks: one is of no criterion`:  {{ID: "y", Marks: marks("a", "1%", "c", "1%")}},
		"what is missing is left out":                {{ID: "y", Marks: map[string]ghg.Share{"a": {}}}}, // an unset mark is not 0
		"option 2, id: one of its own":               {{ID: "x"}, {}},
		`option 2, id "x": one of its own`:           {{ID: "x"}, {ID: "x"}},
		`options "501"`:                              make([]rank.Marked, 501),
	} {
		_, err := w.Rank(options)
		require.ErrorContains(t, err, want)
	}
	_, err = w.Rank([]rank.Marked{{ID: "x", Marks: marks("a", "-1%", "b", "200%")}, {ID: "x"}})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 3, "all at once")
	_, err = rank.ImpactMark(ghg.Share{})
	require.Error(t, err)

	scores := must(w.Rank([]rank.Marked{
		{ID: "low", Marks: marks("a", "0%", "b", "0%")},
		{ID: "first", Marks: marks("a", "50%", "b", "100%")},
		{ID: "equal", Marks: marks("a", "50%", "b", "100%")},
		{ID: "unknown"},
		{ID: "part", Marks: marks("a", "100%")},
	}))
	for i, want := range []string{
		"1. part: 0.8 [0.6, 1], b missing, rank 1 to 4",
		"joint 2. first: 0.7, rank 1 to 3",
		"joint 2. equal: 0.7, rank 1 to 3",
		"4. unknown: 0.5 [0, 1], a, b missing, rank 1 to 4",
		"5. low: 0, rank 4 to 5",
	} {
		assert.Equal(t, want, scores[i].String())
	}
}

func TestMarks(t *testing.T) {
	for cut, want := range map[string]string{"0%": "20%", "19.99%": "20%", "20%": "40%", "40%": "60%", "79%": "80%", "80%": "100%",
		"100%": "100%"} {
		mark, err := rank.ImpactMark(ghg.MustShare(cut))
		require.NoError(t, err)
		assert.Equal(t, want, mark.String(), cut)
	}
	for _, cut := range []string{"-1%", "100.1%"} {
		_, err := rank.ImpactMark(ghg.MustShare(cut))
		require.ErrorContains(t, err, "0% to 100% are allowed")
	}
}

// Weights are the council's to choose, and add up to 100 %.
func ExampleWeight() {
	_, err := rank.NewWeights(
		rank.Weight{Criterion: "impact", Share: ghg.MustShare("55%")},
		rank.Weight{Criterion: "feasibility", Share: ghg.MustShare("35%")},
	)
	fmt.Println(err)
	// Output:
	// weights, sum "90%": the weights add up to 100%
}

// A mark by a name that is no criterion is a slip, and not left out in silence.
func ExampleMarked() {
	w, _ := rank.NewWeights(weighted("impact", "60%", "feasibility", "40%")...)
	_, err := w.Rank([]rank.Marked{{ID: "bus lanes", Marks: marks("impact", "40%", "feasability", "75%")}})
	fmt.Println(err)
	scores, err := w.Rank([]rank.Marked{{ID: "bus lanes", Marks: marks("impact", "40%", "feasibility", "75%")}})
	fmt.Println(scores[0], err)
	// Output:
	// option "bus lanes", marks: one is of no criterion here
	// 1. bus lanes: 0.54 <nil>
}

// Nobody has marked how feasible the wind farm is: its rank is a range.
func ExampleWeightedScore() {
	w, _ := rank.NewWeights(weighted("impact", "60%", "feasibility", "40%")...)
	scores, err := w.Rank([]rank.Marked{
		{ID: "wind farm", Marks: marks("impact", "100%")},
		{ID: "school roofs", Marks: marks("impact", "60%", "feasibility", "80%")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range scores {
		fmt.Println(s.ID, s.Value, "from", s.Low, "to", s.High, "- rank", s.BestRank, "to", s.WorstRank, s.Missing)
	}
	// Output:
	// wind farm 0.8 from 0.6 to 1 - rank 1 to 2 [feasibility]
	// school roofs 0.68 from 0.68 to 0.68 - rank 1 to 2 []
}
