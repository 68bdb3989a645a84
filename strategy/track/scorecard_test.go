package track_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleNewScorecard() {
	s, err := track.NewScorecard("Climate plan of a town",
		track.ScorecardCriterion{Name: "target for 2030", Fulfilment: track.Met, Evidence: "p. 3"},
		track.ScorecardCriterion{Name: "costs by year", Fulfilment: track.PartlyMet, Evidence: "two of eight areas"},
		track.ScorecardCriterion{Name: "yearly report", Fulfilment: track.Unmet})
	fmt.Println(err)
	fmt.Println(s.Details())
	// Output:
	// <nil>
	// Climate plan of a town: 15 of 30 points (50.0%)
	//   10 target for 2030: met; p. 3
	//    5 costs by year: partly met; two of eight areas
	//    0 yearly report: unmet
}

func ExampleScorecard() {
	s, _ := track.NewScorecard("Climate plan of a town",
		track.ScorecardCriterion{Name: "baseline", Fulfilment: track.Met},
		track.ScorecardCriterion{Name: "sectors", Fulfilment: track.PartlyMet},
		track.ScorecardCriterion{Name: "adaptation", Fulfilment: track.PartlyMet})
	fmt.Println(s.Points(), s.Most(), s.Share())
	for c := range s.Criteria() {
		if c.Fulfilment != track.Met {
			fmt.Println("open:", c.Name)
		}
	}
	// Output:
	// 20 30 0.666666666667
	// open: sectors
	// open: adaptation
}

func ExampleScorecardCriterion() {
	c := track.ScorecardCriterion{Name: "costs by year", Fulfilment: track.PartlyMet, Evidence: "two of eight areas"}
	fmt.Println(c.Name, c.Fulfilment, c.Fulfilment.Points())
	// Output: costs by year partly met 5
}

func ExampleFulfilment() {
	_, err := track.NewScorecard("Climate plan of a town", track.ScorecardCriterion{Name: "target for 2030"})
	fmt.Println(err)
	// Output:
	// scorecard "Climate plan of a town", criterion 1, "target for 2030", fulfilment "not judged": unmet, partly met and met are allowed
}

func TestScorecard(t *testing.T) {
	given := []track.ScorecardCriterion{{Name: "a", Fulfilment: track.Met}, {Name: "b", Fulfilment: track.PartlyMet},
		{Name: "c", Fulfilment: track.PartlyMet}}
	s, err := track.NewScorecard("x", given...)
	require.NoError(t, err)
	given[0].Fulfilment = track.Unmet
	assert.Equal(t, 20, s.Points())
	assert.Equal(t, 30, s.Most())
	assert.Equal(t, "0.666666666667", s.Share().String())
	assert.Len(t, slices.Collect(s.Criteria()), 3)
	_, err = track.NewScorecard("", given...)
	assert.ErrorContains(t, err, `scorecard "", name: one of`)
	_, err = track.NewScorecard("x", track.ScorecardCriterion{Fulfilment: track.Met})
	assert.ErrorContains(t, err, "criterion 1")
	_, err = track.NewScorecard("x", given[0], given[0])
	assert.ErrorContains(t, err, `scorecard "x", criterion 2, "a", name "a": one is needed that no other has`)
	_, err = track.NewScorecard("x", make([]track.ScorecardCriterion, 1001)...)
	assert.ErrorContains(t, err, `criteria "1001": at most 1000`)
	many := make([]track.ScorecardCriterion, 1000)
	for i := range many {
		many[i] = track.ScorecardCriterion{Name: fmt.Sprint(i), Fulfilment: track.Met}
	}
	_, err = track.NewScorecard("x", many...)
	assert.NoError(t, err)
	assert.Equal(t, "there are no criteria", track.Scorecard{}.Share().Undefined())
	assert.Equal(t, 0, track.Fulfilment(9).Points())
}
