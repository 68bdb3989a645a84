package target_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// From 2018 to 2015 and back to 2018 with another base: no revision, but a
// recalculation led round a corner.
func TestReviseRemembersEveryBaseYear(t *testing.T) {
	d := daegu2030()
	d.Published = ghg.Date{Year: 2021, Month: 12, Day: 14}
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	revise := func(h target.History, day, year int, base string) (target.History, error) {
		d.Goal = target.BaseYear{Year: year, Base: ghg.MustMass(base), Cut: ghg.MustShare("45%")}
		return h.Revise(target.Change{Reason: "a new council", Date: ghg.OnDay(ghg.Date{Year: 2022, Month: 1, Day: day}),
			Document: "resolution"}, d)
	}
	h, err = revise(h, 1, 2015, "9.8 Mt")
	require.NoError(t, err, "another base year, first stated")
	_, err = revise(h, 2, 2018, "11 Mt")
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "goal.base", refused.Field)
	assert.Contains(t, refused.Detail, "the base of 2018 was 9430000 tCO2e (AR5)")
	back, err := revise(h, 2, 2018, "9.43 Mt")
	require.NoError(t, err, "the base as it was")
	assert.Equal(t, 3, back.Len())
}

// A revision that allows more, in a year that both answer for, is found.
func TestLooserRevisions(t *testing.T) {
	base := ghg.MustMass("9.43 Mt")
	for name, x := range map[string]struct {
		change func(*target.Definition)
		want   string
	}{
		"a smaller cut": {withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("40%") }),
			"5658000 tCO2e (AR5) in 2030 in place of 5186500 tCO2e (AR5)"},
		"a larger cut": {withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("50%") }), ""},
		"a later year": {func(d *target.Definition) { d.Due = 2042 },
			"7308250 tCO2e (AR5) in 2030 in place of 5186500 tCO2e (AR5)"}, // half of the way
		"a later year, and as much until 2030": {func(d *target.Definition) {
			d.Due, d.Goal = 2042, target.BaseYear{Year: 2018, Base: base, Cut: ghg.MustShare("90%")}
		}, ""},
		"an earlier year": {func(d *target.Definition) { d.Due = 2028 }, ""},
		"a looser milestone": {milestones(target.Milestone{Year: 2024, Cut: ghg.MustShare("10%")}),
			"8487000 tCO2e (AR5) in 2024 in place of 7308250 tCO2e (AR5)"},
		"another kind of goal": {func(d *target.Definition) { d.Goal = target.FixedLevel{Level: ghg.MustMass("6 Mt")} },
			"6000000 tCO2e (AR5) in 2030 in place of 5186500 tCO2e (AR5)"},
	} {
		t.Run(name, func(t *testing.T) {
			d := daegu2030()
			d.Published = ghg.MustDate("2021-12-14")
			h, err := target.NewHistory(mustTarget(t, d))
			require.NoError(t, err)
			x.change(&d)
			h, err = h.Revise(target.Change{Reason: "a new council", Date: ghg.MustWhen("2022-07-01"), Document: "resolution"}, d)
			require.NoError(t, err)
			if x.want == "" {
				assert.Zero(t, h.Findings().Len(), h.Findings())
				return
			}
			f := found(t, h.Findings(), target.FindingRevisionLooser)
			assert.Equal(t, ghg.Warning, f.Severity)
			assert.Contains(t, f.Detail, "the revision of 2022-07-01 allows more than version 1 did: "+x.want)
			assert.Contains(t, h.Details(), f.Detail)
			text, err := json.Marshal(h)
			require.NoError(t, err)
			again, err := target.ReadHistoryJSON(bytes.NewReader(text), []ghg.View{d.Views.Base})
			require.NoError(t, err)
			assert.Equal(t, h.Findings(), again.Findings())
		})
	}
	d := rolling(t, 2020, 1, "2%").Definition()
	d.Published, d.Source = ghg.MustDate("2021-12-14"), "plan"
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	g := d.Goal.(target.RollingBaseYear)
	g.Cut = ghg.MustShare("1%")
	d.Goal = g
	h, err = h.Revise(target.Change{Reason: "a new council", Date: ghg.MustWhen("2022-07-01"), Document: "resolution"}, d)
	require.NoError(t, err)
	assert.Contains(t, found(t, h.Findings(), target.FindingRevisionLooser).Detail, "a cut of 1% in place of 2%")
	assert.Zero(t, target.History{}.Findings().Len())
}
