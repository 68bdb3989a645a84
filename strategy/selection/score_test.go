package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func weighted(text ...string) []selection.Criterion {
	var out []selection.Criterion
	for i := 0; i < len(text); i += 2 {
		out = append(out, selection.Criterion{Name: text[i], Weight: ghg.MustShare(text[i+1])})
	}
	return out
}

func marks(text ...string) map[string]ghg.Share {
	out := map[string]ghg.Share{}
	for _, c := range weighted(text...) {
		out[c.Name] = c.Weight
	}
	return out
}

// Three actions; nobody has looked yet at how feasible bus lanes are.
func ExampleCriteria() {
	c, err := selection.NewCriteria(weighted("impact", "55%", "alignment", "22%", "feasibility", "23%")...)
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, _ := c.Rank([]selection.Marked{
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
	mark, _ := selection.ImpactMark(ghg.MustShare("43%"))
	fmt.Println(mark)
	// Output:
	// 60%
}

func ExampleCoBenefitMark() {
	mark, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{{Key: "air quality", Score: 2}, {Key: "jobs", Score: 1}, {Key: "noise", Score: -1}})
	fmt.Println(mark, ok, err)
	_, ok, _ = selection.CoBenefitMark(nil)
	fmt.Println(ok)
	// Output:
	// 66.6666666667% true <nil>
	// false
}

func TestCriteria(t *testing.T) {
	for want, list := range map[string][]selection.Criterion{
		"0 criteria given":                      nil,
		"101 criteria given":                    make([]selection.Criterion, 101),
		`criterion 1 "": a name`:                weighted("", "100%"),
		`criterion 2 "a": a name`:               weighted("a", "50%", "a", "50%"),
		`criterion 2 "b": a weight of -1%`:      weighted("a", "101%", "b", "-1%"),
		"the weights add up to 99%, and 100%":   weighted("a", "50%", "b", "49%"),
		"the weights add up to 100.5%, and 100": weighted("a", "50%", "b", "50.5%"),
	} {
		_, err := selection.NewCriteria(list...)
		require.ErrorContains(t, err, want)
	}
	var none selection.Criteria
	_, err := none.Rank(nil)
	require.ErrorContains(t, err, "no criteria")
	c := must(selection.NewCriteria(weighted("a", "60%", "b", "40%")...))
	_, err = c.Rank([]selection.Marked{{ID: "x"}, {ID: "y", Marks: marks("a", "101%")}})
	require.ErrorContains(t, err, `action 2 "y", "a": a mark of 101%`)
	_, err = c.Rank([]selection.Marked{{ID: "y", Marks: marks("b", "-1%")}})
	require.ErrorContains(t, err, "a mark of -1%")
	_, err = c.Rank([]selection.Marked{{ID: "y", Marks: marks("a", "1%", "c", "1%")}})
	require.ErrorContains(t, err, "of no criterion")
	_, err = c.Rank([]selection.Marked{{ID: "y", Marks: map[string]ghg.Share{"a": {}}}})
	require.ErrorContains(t, err, "what is missing is left out", "an unset mark is not 0")
	for _, twice := range []string{"", "x"} {
		_, err = c.Rank([]selection.Marked{{ID: "x"}, {ID: twice}})
		require.ErrorContains(t, err, "an ID is needed, each once")
	}
	_, err = selection.NewCriteria(selection.Criterion{Name: "a", Weight: ghg.MustShare("100%")}, selection.Criterion{Name: "b"})
	require.ErrorContains(t, err, `criterion 2 "b": a weight`)
	_, err = selection.ImpactMark(ghg.Share{})
	require.Error(t, err)
	_, err = c.Rank(make([]selection.Marked, 501))
	require.ErrorContains(t, err, "501 actions")

	scores := must(c.Rank([]selection.Marked{
		{ID: "low", Marks: marks("a", "0%", "b", "0%")},
		{ID: "first", Marks: marks("a", "50%", "b", "100%")},
		{ID: "equal", Marks: marks("a", "50%", "b", "100%")},
		{ID: "unknown"},
		{ID: "part", Marks: marks("a", "100%")},
	}))
	for i, want := range []string{
		"1. part: 0.8 [0.6, 1], b missing, rank 1 to 4",
		"2. first: 0.7, rank 1 to 3",
		"2. equal: 0.7, rank 1 to 3",
		"4. unknown: 0.5 [0, 1], a, b missing, rank 1 to 4",
		"5. low: 0, rank 4 to 5",
	} {
		assert.Equal(t, want, scores[i].String())
	}
}

func TestMarks(t *testing.T) {
	for cut, want := range map[string]string{"0%": "20%", "19.99%": "20%", "20%": "40%", "40%": "60%", "79%": "80%", "80%": "100%", "100%": "100%"} {
		mark, err := selection.ImpactMark(ghg.MustShare(cut))
		require.NoError(t, err)
		assert.Equal(t, want, mark.String(), cut)
	}
	for _, cut := range []string{"-1%", "100.1%"} {
		_, err := selection.ImpactMark(ghg.MustShare(cut))
		require.ErrorContains(t, err, "0 to 100% is allowed")
	}
	for score, want := range map[int]string{-2: "0%", -1: "25%", 0: "50%", 1: "75%", 2: "100%"} {
		mark, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{{Key: "air", Score: score}})
		require.NoError(t, err)
		assert.True(t, ok)
		assert.Equal(t, want, mark.String())
	}
	for _, score := range []int{-3, 3} {
		_, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{{Key: "air", Score: score}})
		require.ErrorContains(t, err, `co-benefit "air": a score of`)
		assert.False(t, ok)
	}
}

// Weights are the council's to choose, and add up to 100 %.
func ExampleCriterion() {
	_, err := selection.NewCriteria(selection.Criterion{Name: "impact", Weight: ghg.MustShare("55%")}, selection.Criterion{Name: "feasibility", Weight: ghg.MustShare("35%")})
	fmt.Println(err)
	// Output:
	// the weights add up to 90%, and 100% is needed
}

// A mark by a name that is no criterion is a slip, and not left out in silence.
func ExampleMarked() {
	c, _ := selection.NewCriteria(weighted("impact", "60%", "feasibility", "40%")...)
	_, err := c.Rank([]selection.Marked{{ID: "bus lanes", Marks: marks("impact", "40%", "feasability", "75%")}})
	fmt.Println(err)
	scores, err := c.Rank([]selection.Marked{{ID: "bus lanes", Marks: marks("impact", "40%", "feasibility", "75%")}})
	fmt.Println(scores[0], err)
	// Output:
	// action 1 "bus lanes", marks: one is of no criterion here
	// 1. bus lanes: 0.54 <nil>
}

// Nobody has marked how feasible the wind farm is: its rank is a range.
func ExampleScore() {
	c, _ := selection.NewCriteria(weighted("impact", "60%", "feasibility", "40%")...)
	scores, err := c.Rank([]selection.Marked{
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
