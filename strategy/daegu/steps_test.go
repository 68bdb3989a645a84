package daegu_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The steps of the strategy as reported: 2030 in the short term, 2040 and 2050 in the mid
// and long term, with a main task for each of the eight areas; proposed by the council
// of 42. A task of 2045 in the first step is told, once for its action.
func TestSteps(t *testing.T) {
	council := strategy.Proposer{Body: "2050 탄소중립 시민협의회", Members: 40, Chairs: 2}
	var actions []strategy.Action
	for a := range daegu.Framework.Areas() {
		x := strategy.Action{ID: a.Code, Name: a.Name, Area: a.Code, Source: "newsmin 59468", ProposedBy: []strategy.Proposer{council}}
		for _, year := range []int{2030, 2040, 2050} {
			task := strategy.Task{ID: fmt.Sprint(a.Code, " ", year), Weight: decimal.New(1, 0),
				Due: ghg.Date{Year: year, Month: 12, Day: 31}}
			x.Phases = append(x.Phases, strategy.Phase{ID: fmt.Sprint(year), End: year, Tasks: []strategy.Task{task}})
		}
		actions = append(actions, x)
	}
	require.Len(t, actions, 8)
	assert.Equal(t, 42, actions[0].ProposedBy[0].Size())
	for _, a := range actions {
		assert.Zero(t, a.Findings().Len(), a.Findings())
	}
	for i := range 2 {
		task := &actions[5].Phases[0].Tasks
		*task = append(*task, strategy.Task{ID: fmt.Sprint("late ", i), Weight: decimal.New(1, 0),
			Due: ghg.Date{Year: 2045, Month: 6, Day: 30}})
	}
	found := actions[5].Findings()
	require.Equal(t, 1, found.Len())
	assert.Equal(t, strategy.FindingTaskOutside, found.All[0].Code)
}
