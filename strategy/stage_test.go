package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
)

func ExampleStage() {
	fmt.Println(strategy.Approved.CanBecome(strategy.Funded), strategy.Approved.CanBecome(strategy.Operating))
	fmt.Println(strategy.Completed.Next())
	fmt.Println(strategy.Cancelled.IsWithdrawn(), len(strategy.Cancelled.Next()))
	// Output:
	// true false
	// [operating cancelled merged superseded]
	// true 0
}

func ExampleTransitionError() {
	tram, _ := strategy.NewLifecycle("tram",
		strategy.StageChange{Stage: strategy.Feasibility, On: day(2023, 3, 2), By: "city council"})
	_, err := tram.Change(strategy.StageChange{Stage: strategy.InProgress, On: day(2024, 1, 8), By: "transport department"})
	var refused *strategy.TransitionError
	fmt.Println(errors.As(err, &refused), refused.Allowed[0])
	fmt.Println(err)
	// Output:
	// true approved
	// action "tram" cannot go from feasibility to in progress: allowed are approved, postponed, cancelled, merged, superseded
}

// The chain goes one step at a time and never back; every live stage can be
// withdrawn, and none leads out of withdrawal.
func TestStageTransitions(t *testing.T) {
	chain := []strategy.Stage{strategy.Idea, strategy.Scoping, strategy.Feasibility, strategy.Approved, strategy.Funded,
		strategy.InProgress, strategy.Completed, strategy.Operating}
	withdrawn := []strategy.Stage{strategy.Cancelled, strategy.Merged, strategy.Superseded}
	for i, from := range chain {
		for j, to := range chain {
			assert.Equal(t, j == i+1, from.CanBecome(to), "%s to %s", from, to)
		}
		for _, w := range withdrawn {
			assert.True(t, from.CanBecome(w))
			assert.False(t, w.CanBecome(from))
		}
		early := i <= 5
		assert.Equal(t, early, from.CanBecome(strategy.Postponed), from)
		assert.Equal(t, early, strategy.Postponed.CanBecome(from), from)
	}
	for _, w := range withdrawn {
		assert.Empty(t, w.Next())
		assert.True(t, strategy.Postponed.CanBecome(w))
		assert.False(t, w.CanBecome(w))
	}
	for s := strategy.StageUnstated; s.Valid(); s++ {
		assert.Equal(t, s != strategy.StageUnstated, strategy.StageUnstated.CanBecome(s), s)
		assert.False(t, s.CanBecome(strategy.StageUnstated), s)
		assert.False(t, s.CanBecome(s), s)
		for _, to := range s.Next() {
			assert.True(t, s.CanBecome(to))
		}
	}
	beyond := strategy.Stage(13)
	assert.False(t, beyond.Valid())
	assert.Nil(t, beyond.Next())
	assert.False(t, beyond.CanBecome(strategy.Idea))
	assert.Equal(t, "unknown stage (13)", beyond.String())
	strategy.Idea.Next()[0] = strategy.Operating
	assert.False(t, strategy.Idea.CanBecome(strategy.Operating), "what Next gives is the caller's")
}

func TestTransitionErrorOfWithdrawn(t *testing.T) {
	err := &strategy.TransitionError{Action: "tram", From: strategy.Cancelled, To: strategy.Funded}
	assert.EqualError(t, err, `action "tram" cannot go from cancelled to funded: nothing follows: take it up again as a new action`)
}
