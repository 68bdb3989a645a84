package track_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is tracked, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	assessed := must(track.AssessImplementation(slices.Values(funded()), areas(), day(2025, 12, 31), track.ActionsEqually))
	graph := must(track.NewCausalGraph([]string{"bus lanes"}, []track.Indicator{named("car km"), named("bus trips")},
		[]track.CausalLink{
			{From: "bus lanes", To: "bus trips", Effect: track.Increases, Confidence: track.High},
			{From: "bus trips", To: "car km", Effect: track.Decreases, Confidence: track.Medium, Evidence: "survey of 2023"}}))
	credible := must(track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{
		judged("buses", "270", track.Credible), judged("solar", "950", track.SomeRisk)}))
	realised := must(track.NewRealisation("climate plan", cut(strategy.Expected, 2021, "1320"), cut(strategy.Claimed,
		2021, "1520"), strategy.Reductions{}))
	scorecard := must(track.NewScorecard("Climate plan of a town",
		track.ScorecardCriterion{Name: "target for 2030", Fulfilment: track.Met, Evidence: "p. 3"},
		track.ScorecardCriterion{Name: "yearly report", Fulfilment: track.Unmet}))
	buses := action("buses", "T", completed(task("tender", "1", day(2024, 3, 31)), day(2024, 5, 2)), begun(task("depot",
		"3", day(2025, 1, 31)), "60%"))
	timely := must(track.AssessTimeliness(buses, day(2025, 1, 20), day(2025, 3, 1), monthly))
	total := must(track.Realised(2021, []track.Realisation{realised}))
	answerstest.Check(t, map[string]any{
		"budget":         assessed.Plan().Budget,
		"plan":           assessed.ByArea()[0],
		"causal graph":   graph,
		"credibility":    credible,
		"realisation":    realised,
		"scorecard":      scorecard,
		"timeliness":     timely,
		"total":          total,
		"implementation": assessed,
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{track.CausalGraph{}, track.Indicator{}, track.Implementation{}, track.Realisation{},
		track.RealisedYear{}, track.PlanCredibility{}, track.Scorecard{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
