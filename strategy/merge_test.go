package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleMerge() {
	plan := []strategy.Action{
		action("buses", "T", expected(on("II.1.1", "diesel", "city buses"), "12250", strategy.InteractionUnstated)),
		action("trucks", "T", expected(on("II.1.1", "diesel", "refuse trucks"), "830", strategy.InteractionUnstated)),
		action("solar", "E"),
	}
	plan, err := strategy.Merge(plan, []string{"buses", "trucks"}, action("electric fleet", "T"))
	fmt.Println(err)
	for _, a := range plan {
		fmt.Println(a.ID, a.Stage, a.Into, len(a.Effects))
	}
	live, _ := strategy.Resolve(plan, "trucks")
	fmt.Println("trucks now:", live[0].ID)
	// Output:
	// <nil>
	// buses merged [electric fleet] 1
	// trucks merged [electric fleet] 1
	// electric fleet unstated [] 2
	// solar unstated [] 0
	// trucks now: electric fleet
}

func ExampleSplit() {
	plan := []strategy.Action{action("green roofs and solar", "E", expected(on("I.1.2", "", "roofs"), "900", strategy.InteractionUnstated))}
	part := func(id, tonnes string) strategy.Action {
		return action(id, "E", expected(on("I.1.2", "", "roofs"), tonnes, strategy.InteractionUnstated))
	}
	_, err := strategy.Split(plan, "green roofs and solar", part("roofs", "120"), part("solar", "880"))
	fmt.Println(err)
	// Output:
	// action "green roofs and solar" is split: expected reductions of 2030 on GPC 1.1 I.1.2, roofs were 900 tCO2e, and those of the parts are 1000 tCO2e: they must add up
}

func ExampleSupersede() {
	plan := []strategy.Action{action("lamps 2020", "E"), action("solar", "E")}
	plan, err := strategy.Supersede(plan, []string{"lamps 2020"}, action("lamps 2025", "E"))
	fmt.Println(err, plan[0].Stage, plan[0].Into, plan[1].ID)
	// Output: <nil> superseded [lamps 2025] lamps 2025
}

func ExampleResolve_circle() {
	a, b := action("a", "E"), action("b", "E")
	a.Stage, a.Into = strategy.Merged, []string{"b"}
	b.Stage, b.Into = strategy.Superseded, []string{"a"}
	_, err := strategy.Resolve([]strategy.Action{a, b}, "a")
	fmt.Println(err)
	// Output: a circle of "into": "a" → "b" → "a"
}

func ExampleUnknownActionError() {
	_, err := strategy.Resolve(nil, "tram")
	fmt.Println(err)
	// Output: no action has the ID "tram"
}

func roofs(id, area, tonnes string) strategy.Action {
	return action(id, area, expected(on("I.1.2", "", "roofs"), tonnes, strategy.InteractionUnstated))
}

// An action that is there already takes up others; what was given stands.
func TestMergeIntoExisting(t *testing.T) {
	plan := []strategy.Action{roofs("a", "E", "10"), roofs("b", "E", "20"), roofs("c", "E", "40")}
	merged, err := strategy.Merge(plan, []string{"c"}, plan[0])
	require.NoError(t, err)
	require.Len(t, merged, 3)
	assert.Len(t, merged[0].Effects, 2)
	c, _ := merged[0].Effects[1].Reductions.At(2030)
	assert.Equal(t, "40 tCO2e", c.String())
	assert.Equal(t, strategy.Merged, merged[2].Stage)
	assert.Len(t, merged[2].Effects, 1, "kept as history")
	assert.Len(t, plan[0].Effects, 1)
	assert.Equal(t, strategy.StageUnstated, plan[2].Stage)
	again, err := strategy.Supersede(merged, []string{"a", "b"}, roofs("d", "E", "55"), roofs("e", "E", "1"))
	require.NoError(t, err)
	live, err := strategy.Resolve(again, "c")
	require.NoError(t, err)
	require.Len(t, live, 2, "through two steps")
	assert.Equal(t, "d", live[0].ID)
	assert.Equal(t, "e", live[1].ID)
	assert.Equal(t, []string{"a", "b", "d", "e", "c"}, ids(again), "new ones stand behind the last that they replace")
	self, err := strategy.Resolve(again, "e")
	require.NoError(t, err)
	assert.Equal(t, "e", self[0].ID)
}

func ids(actions []strategy.Action) (out []string) {
	for _, a := range actions {
		out = append(out, a.ID)
	}
	return out
}

func TestMergeRefuses(t *testing.T) {
	gone := roofs("gone", "E", "5")
	gone.Stage = strategy.Cancelled
	plan := []strategy.Action{roofs("a", "E", "10"), roofs("b", "E", "20"), gone}
	withdrawn := roofs("d", "E", "1")
	withdrawn.Stage = strategy.Merged
	elsewhere := roofs("d", "E", "1")
	elsewhere.Into = []string{"b"}
	wrong := roofs("d", "E", "1")
	wrong.Stage = 99
	for _, c := range []struct {
		ids  []string
		into strategy.Action
		want string
	}{
		{nil, roofs("d", "E", "1"), "actions that are to be merged and actions that hold them are both needed"},
		{[]string{"a", "x"}, roofs("d", "E", "1"), `no action has the ID "x"`},
		{[]string{"a", "a"}, roofs("d", "E", "1"), `action "a" is named twice`},
		{[]string{"a", "gone"}, roofs("d", "E", "1"), `action "gone" cannot go from cancelled to merged: nothing follows`},
		{[]string{"a"}, roofs("a", "E", "1"), `action "a" takes up others and cannot be merged itself`},
		{[]string{"a"}, roofs("", "E", "1"), `an ID of its own is needed`},
		{[]string{"a"}, withdrawn, `it cannot be merged itself`},
		{[]string{"a"}, elsewhere, `nor live on elsewhere`},
		{[]string{"a"}, wrong, `it cannot be unknown stage (99) itself`},
		{[]string{"a"}, roofs("gone", "E", "1"), `action "gone" cannot go from cancelled to unstated`},
	} {
		got, err := strategy.Merge(plan, c.ids, c.into)
		assert.ErrorContains(t, err, c.want)
		assert.Nil(t, got, "nothing half-applied")
	}
	_, err := strategy.Supersede(plan, []string{"a"}, roofs("d", "E", "1"), roofs("d", "E", "2"))
	assert.ErrorContains(t, err, "an ID of its own is needed")
	_, err = strategy.Supersede(plan, []string{"a"})
	assert.ErrorContains(t, err, "both needed")
	var unknown *strategy.UnknownActionError
	_, err = strategy.Merge(plan, []string{"x", "gone"}, roofs("d", "E", "1"))
	assert.ErrorAs(t, err, &unknown)
	var transition *strategy.TransitionError
	assert.ErrorAs(t, err, &transition, "all at once")
	assert.Equal(t, strategy.StageUnstated, plan[0].Stage)
}

func TestSplit(t *testing.T) {
	plan := []strategy.Action{roofs("a", "E", "10"), roofs("b", "E", "20")}
	split, err := strategy.Split(plan, "a", roofs("a1", "E", "3.5"), roofs("a2", "T", "6.5"))
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "a1", "a2", "b"}, ids(split))
	assert.Equal(t, strategy.Superseded, split[0].Stage)
	assert.Equal(t, []string{"a1", "a2"}, split[0].Into)

	_, err = strategy.Split(plan, "a", roofs("a1", "E", "10"))
	assert.ErrorContains(t, err, "two parts at least")
	_, err = strategy.Split(plan, "x", roofs("a1", "E", "3"), roofs("a2", "E", "7"))
	assert.EqualError(t, err, `no action has the ID "x"`)
	var lost *strategy.SplitError
	_, err = strategy.Split(plan, "a", action("a1", "E"), action("a2", "E"))
	require.ErrorAs(t, err, &lost)
	assert.Equal(t, "10 tCO2e", lost.Whole.String())
	assert.True(t, lost.Parts.IsZero())
	assert.Equal(t, strategy.Expected, lost.Kind)
	assert.Equal(t, 2030, lost.Year)
	_, err = strategy.Split(plan, "a", action("a1", "E", expected(on("I.1.2", "", "walls"), "10", strategy.InteractionUnstated)), action("a2", "E"))
	assert.ErrorAs(t, err, &lost, "another source")
	onAR5, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("10 tCO2e (AR5)")})
	require.NoError(t, err)
	_, err = strategy.Split(plan, "a", action("a1", "E", strategy.Effect{On: on("I.1.2", "", "roofs"), Reductions: onAR5}), action("a2", "E"))
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
}

func TestResolve(t *testing.T) {
	gone := action("gone", "E")
	gone.Stage = strategy.Cancelled
	lost := action("lost", "E")
	lost.Stage = strategy.Merged
	broken := action("broken", "E")
	broken.Stage, broken.Into = strategy.Merged, []string{"nowhere"}
	many := action("many", "E")
	many.Stage, many.Into = strategy.Superseded, []string{"x", "y", "x", "gone"}
	odd := action("x", "E")
	odd.Into = []string{"y"} // a live action goes nowhere
	plan := []strategy.Action{gone, lost, broken, many, odd, action("y", "E"), action("x", "T")}
	none, err := strategy.Resolve(plan, "gone")
	require.NoError(t, err)
	assert.Empty(t, none)
	_, err = strategy.Resolve(plan, "lost")
	assert.ErrorContains(t, err, "does not say into what")
	_, err = strategy.Resolve(plan, "broken")
	assert.ErrorContains(t, err, `action "broken" is merged: no action has the ID "nowhere"`)
	two, err := strategy.Resolve(plan, "many")
	require.NoError(t, err)
	assert.Equal(t, []string{"x", "y"}, ids(two))
	assert.Equal(t, "E", two[0].Area, "the first of an ID")
	x, err := strategy.Resolve(plan, "x")
	require.NoError(t, err)
	assert.Equal(t, []string{"x"}, ids(x))
}

// A chain of a million would be a danger to recursion.
func TestResolveLongChain(t *testing.T) {
	const n = 20000
	plan := make([]strategy.Action, n)
	for i := range plan {
		plan[i] = strategy.Action{ID: fmt.Sprint(i), Stage: strategy.Merged, Into: []string{fmt.Sprint(i + 1)}}
	}
	plan[n-1] = strategy.Action{ID: fmt.Sprint(n - 1)}
	live, err := strategy.Resolve(plan, "0")
	require.NoError(t, err)
	assert.Equal(t, []string{fmt.Sprint(n - 1)}, ids(live))
	plan[n-1] = strategy.Action{ID: fmt.Sprint(n - 1), Stage: strategy.Merged, Into: []string{"7"}}
	_, err = strategy.Resolve(plan, "0")
	var cycle *strategy.CycleError
	require.ErrorAs(t, err, &cycle)
	assert.Len(t, cycle.IDs, n-7)
	assert.Equal(t, "7", cycle.IDs[0])
	assert.Equal(t, "8", cycle.IDs[1])
	assert.Less(t, len(err.Error()), 1000)
	assert.Contains(t, err.Error(), `… (19993 in all) → "7"`)
}

func ExampleCycleError() {
	fmt.Println(&strategy.CycleError{Relation: "requires", IDs: []string{"tram", "bus lanes", "depot"}})
	// Output: a circle of "requires": "tram" → "bus lanes" → "depot" → "tram"
}

func ExampleSplitError() {
	plan := []strategy.Action{roofs("roofs", "E", "900")}
	_, err := strategy.Split(plan, "roofs", roofs("schools", "E", "500"), roofs("homes", "E", "380"))
	var lost *strategy.SplitError
	fmt.Println(errors.As(err, &lost), lost.Whole, lost.Parts)
	// Output: true 900 tCO2e 880 tCO2e
}
