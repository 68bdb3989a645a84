package topdown_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/strategy/topdown"
)

// A reconciliation by year, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	years := must(driven(topdown.OfSplit(split(), "own inventory", drivers.Grid, drivers.Activity)...))
	answerstest.Check(t, map[string]any{
		"years": years,
	})
}
