package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Targets and what they are judged by, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	all := must(target.NewTargets(published("first plan", 2030, "45%", ghg.Date{Year: 2021, Month: 12, Day: 1}),
		published("second plan", 2030, "48%", ghg.Date{Year: 2024, Month: 4, Day: 30})))
	judged := must(fivePercent().Judge(daeguHistory(), in2022()))
	accession := must(target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi-gun",
		Date: ghg.Date{Year: 2023, Month: 7, Day: 1},
		Rule: target.ProRata, NoOverlap: "the county's waste was burnt there"}))
	answerstest.Check(t, map[string]any{
		"targets":    all,
		"policy":     judged.Policy,
		"accession":  accession,
		"pathway":    target.Linear,
		"timeframes": []target.Timeframe{target.SingleYear, target.AverageFrom(2026)},
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{target.Targets{}, target.RecalculationPolicy{}, target.Accession{}, target.Pathway{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
