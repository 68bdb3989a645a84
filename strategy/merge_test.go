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

func ExampleResolve_unknown() {
	_, err := strategy.Resolve([]strategy.Action{roofs("roofs", "E", "900"), roofs("homes", "E", "380")}, "tram")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println("one of", unknown.Allowed, "not", unknown.ID)
	}
	// Output:
	// one of [roofs homes] not tram
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
		{nil, roofs("d", "E", "1"), "actions that are to be merged, ids: one at least is needed"},
		{[]string{"a", "x"}, roofs("d", "E", "1"), `unknown action "x": allowed are a, b, gone`},
		{[]string{"a", "a"}, roofs("d", "E", "1"), `action a is given twice`},
		{[]string{"a", "gone"}, roofs("d", "E", "1"), `action "gone" cannot go from cancelled to merged: nothing follows`},
		{[]string{"a"}, roofs("a", "E", "1"), `action "a", id "a": it takes up others and cannot be merged itself`},
		{[]string{"a"}, roofs("", "E", "1"), `an ID of its own is needed`},
		{[]string{"a"}, withdrawn, `action "d", stage "merged": it takes up others: it cannot be withdrawn itself`},
		{[]string{"a"}, elsewhere, `nor live on elsewhere`},
		{[]string{"a"}, wrong, `stage "unknown stage (99)": it takes up others`},
		{[]string{"a"}, roofs("gone", "E", "1"), `action "gone" cannot go from cancelled to unstated`},
	} {
		got, err := strategy.Merge(plan, c.ids, c.into)
		assert.ErrorContains(t, err, c.want)
		assert.Nil(t, got, "nothing half-applied")
	}
	_, err := strategy.Supersede(plan, []string{"a"}, roofs("d", "E", "1"), roofs("d", "E", "2"))
	assert.ErrorContains(t, err, "an ID of its own is needed")
	_, err = strategy.Supersede(plan, []string{"a"})
	assert.ErrorContains(t, err, "into: one action at least")
	var unknown *ghg.UnknownError
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
	assert.ErrorContains(t, err, "two at least")
	_, err = strategy.Split(plan, "x", roofs("a1", "E", "3"), roofs("a2", "E", "7"))
	assert.EqualError(t, err, `unknown action "x": allowed are a, b`)
	var lost *strategy.SplitError
	_, err = strategy.Split(plan, "a", action("a1", "E"), action("a2", "E"))
	require.ErrorAs(t, err, &lost)
	assert.Equal(t, "10 tCO2e", lost.Whole.String())
	assert.True(t, lost.Parts.IsZero())
	assert.Equal(t, strategy.Expected, lost.Kind)
	assert.Equal(t, 2030, lost.Year)
	_, err = strategy.Split(plan, "a", action("a1", "E", expected(on("I.1.2", "", "walls"), "10", strategy.InteractionUnstated)),
		action("a2", "E"))
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
	assert.ErrorContains(t, err, `action "broken", which is merged: unknown action "nowhere"`)
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

// Nobody can begin: each waits for the next.
func ExampleCycleError() {
	tram, lanes := action("tram", "T"), action("bus-lanes", "T")
	tram.Requires, lanes.Requires = []string{"bus-lanes"}, []string{"tram"}
	_, _, err := strategy.NewPortfolio(town(tram, lanes))
	var circle *strategy.CycleError
	if errors.As(err, &circle) && circle.Relation == "requires" {
		fmt.Println("drop one requirement of", circle.IDs)
	}
	// Output:
	// drop one requirement of [tram bus-lanes]
}

func ExampleSplitError() {
	plan := []strategy.Action{roofs("roofs", "E", "900")}
	_, err := strategy.Split(plan, "roofs", roofs("schools", "E", "500"), roofs("homes", "E", "380"))
	var lost *strategy.SplitError
	fmt.Println(errors.As(err, &lost), lost.Whole, lost.Parts)
	// Output: true 900 tCO2e 880 tCO2e
}

// A merged figure keeps its document, and merging changes no amount.
func TestMergeKeepsFigures(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	a, b, c := action("a", "E", share(gas, "30%", 0)), action("b", "E", share(gas, "20%", 0)), action("c", "E", share(gas, "50%", 0))
	a.Source, b.Effects[0].Source = "plan of 2021", "study of 2023"
	before := []strategy.Action{a, b, c}
	after, err := strategy.Merge(before, []string{"a", "b"}, action("ab", "E"))
	require.NoError(t, err)
	assert.Equal(t, []string{"plan of 2021", "study of 2023"}, []string{after[2].Effects[0].Source, after[2].Effects[1].Source})
	assert.Empty(t, a.Effects[0].Source, "what was given stands")
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	for _, by := range []strategy.Division{strategy.Shapley, strategy.LogShare, strategy.Proportional} {
		x, err := parts(t, town(before...), base, by)
		require.NoError(t, err)
		y, err := parts(t, town(after...), base, by)
		require.NoError(t, err)
		assert.Equal(t, x[2], y[3], by)
		assert.True(t, number(t, x[0]).Add(number(t, x[1])).Equal(number(t, y[2])), by)
	}
}

// What required or excluded an action that is no more means the one that took
// it up.
func TestRelationsFollow(t *testing.T) {
	a, b, c, d, x := action("a", "E"), action("b", "E"), action("c", "E"), action("d", "E"), action("x", "E")
	a.Requires, a.Excludes = []string{"d", "x"}, []string{"b"}
	b.Requires = []string{"d"}
	c.Requires, c.Excludes = []string{"b", "d", "a"}, nil
	d.Excludes = []string{"b"}
	x.Requires = []string{"a"}
	plan := []strategy.Action{a, b, c, d, x}
	merged, err := strategy.Merge(plan, []string{"a", "b"}, x)
	require.NoError(t, err)
	assert.Equal(t, []string{"d"}, merged[4].Requires, "from both, once, and not itself")
	assert.Empty(t, merged[4].Excludes)
	assert.Equal(t, []string{"x", "d"}, merged[2].Requires)
	assert.Equal(t, []string{"x"}, merged[3].Excludes)
	assert.Equal(t, []string{"d", "x"}, merged[0].Requires, "history")
	assert.Equal(t, []string{"b", "d", "a"}, plan[2].Requires, "what was given stands")
	assert.Equal(t, []string{"b"}, plan[3].Excludes)

	// d excludes x, and x requires d: merging shows it.
	_, _, err = strategy.NewPortfolio(town(merged...))
	assert.ErrorContains(t, err, "that action excludes this one")

	split, err := strategy.Split([]strategy.Action{a, b, c, d, x}, "b", action("b1", "E"), action("b2", "E"))
	require.NoError(t, err)
	assert.Equal(t, []string{"b1", "b2", "d", "a"}, split[4].Requires)
	_, findings, err := strategy.NewPortfolio(town(action("c", "E"), action("d", "E")))
	require.NoError(t, err)
	assert.NotContains(t, findings.String(), "requires")
}

// An action that requires one that is withdrawn is found.
func TestRequiresWithdrawn(t *testing.T) {
	gone, moved, c := action("gone", "E"), action("moved", "E"), action("c", "E")
	gone.Stage, moved.Stage, moved.Into = strategy.Cancelled, strategy.Merged, []string{"d"}
	gone.Requires = []string{"moved"} // nobody minds what is withdrawn
	c.Requires = []string{"d", "gone", "moved"}
	_, findings, err := strategy.NewPortfolio(town(action("d", "E"), gone, moved, c))
	require.NoError(t, err)
	var got []string
	for _, f := range findings.All {
		if f.Code == strategy.FindingRequires {
			got = append(got, f.Of+": "+f.Detail)
		}
	}
	assert.Equal(t, []string{`action "c": it requires "gone", which is cancelled`,
		`action "c": it requires "moved", which is merged, and lives on in "d"`}, got)
}

// What was merged already is not merged again: the error says where it lives on.
func TestMergeTwice(t *testing.T) {
	merged, err := strategy.Merge([]strategy.Action{action("a", "E"), action("b", "E"), action("c", "E")}, []string{"a", "b"},
		action("d", "E"))
	require.NoError(t, err)
	_, err = strategy.Merge(merged, []string{"a", "c"}, action("e", "E"))
	var stage *strategy.TransitionError
	require.ErrorAs(t, err, &stage)
	assert.ErrorContains(t, err, `; it lives on in "d": name that instead`)
}

// Two actions that exclude each other are found once where both count.
func TestExcludesBothCount(t *testing.T) {
	a, b, gone := action("a", "E"), action("b", "E"), action("gone", "E")
	a.Excludes, b.Excludes = []string{"b", "gone"}, []string{"a"}
	gone.Stage, gone.Excludes = strategy.Cancelled, []string{"b"}
	_, findings, err := strategy.NewPortfolio(town(a, b, gone))
	require.NoError(t, err)
	var got []string
	for _, f := range findings.All {
		if f.Code == strategy.FindingExcludes {
			got = append(got, f.Of+": "+f.Detail)
		}
	}
	assert.Equal(t, []string{`action "a": it excludes "b", and both count: only one of them can be done, so cancel the other or ` +
		`make two portfolios`}, got)
}

// Case and blanks of words do not make two sources.
func TestSplitFoldsWords(t *testing.T) {
	part := func(id, fuel, tonnes string) strategy.Action {
		return action(id, "E", expected(on("II.1.1", fuel, ""), tonnes, strategy.InteractionUnstated))
	}
	plan := []strategy.Action{part("fleet", "Diesel", "900")}
	_, err := strategy.Split(plan, "fleet", part("buses", "diesel", "600"), part("trucks", " DIESEL", "300"))
	require.NoError(t, err)
	_, err = strategy.Split(plan, "fleet", part("buses", "diesel", "600"), part("trucks", " DIESEL", "301"))
	var s *strategy.SplitError
	require.ErrorAs(t, err, &s)
	assert.Equal(t, "Diesel", s.On.Fuel)
	assert.Equal(t, "901 tCO2e", s.Parts.String())
}
