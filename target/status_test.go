package target_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A base of 1,000 t in 2020 and a level of 0 t in 2030: in 2025 half of the
// time has passed, and the pathway stands at 500 t.
func decade(t *testing.T, cut string) target.Target {
	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2020, Base: ghg.MustMass("1 kt"), Cut: ghg.MustShare(cut)}
	return mustTarget(t, d)
}

func TestStatus(t *testing.T) {
	const half, whole = "50%", "100%"
	for _, x := range []struct {
		cut    string
		year   int
		e      string
		status ghg.Status
		want   target.Status
		reason string
	}{
		{whole, 2020, "1000", ghg.Actual, target.BaseOnly, "2020 is the base year"},
		{whole, 2020, "0", ghg.Actual, target.BaseOnly, "2020 is the base year"},
		{whole, 2025, "1000.000000000001", ghg.Actual, target.Regressed, "above the base"},
		{whole, 2025, "1000", ghg.Actual, target.NoProgress, "exactly at the base"},
		{whole, 2025, "999.9", ghg.Actual, target.OffTrack, "pace 0.0002 is below 0.75"},
		{whole, 2025, "625.0000001", ghg.Actual, target.OffTrack, "pace 0.7499999998 is below 0.75"},
		{whole, 2025, "625", ghg.Actual, target.SlightlyBehind, "pace 0.75 is at least 0.75 and below 0.95"},
		{whole, 2025, "525", ghg.Actual, target.OnTrack, "pace 0.95 is at least 0.95 and below 1.05"},
		{whole, 2025, "500", ghg.Actual, target.OnTrack, "pace 1 is at least 0.95 and below 1.05"},
		{whole, 2025, "475.1", ghg.Actual, target.OnTrack, "pace 1.0498 is at least 0.95 and below 1.05"},
		{whole, 2025, "475", ghg.Actual, target.Ahead, "pace 1.05 is at least 1.05"},
		{whole, 2025, "475", ghg.Nowcast, target.Ahead, "pace 1.05 is at least 1.05"},
		{half, 2025, "500", ghg.Actual, target.BelowTargetLevel, "at or below the level of 2030, which is still to come"},
		{half, 2025, "500.1", ghg.Actual, target.Ahead, "pace 1.9996 is at least 1.05"},
		{half, 2029, "-5", ghg.Projected, target.BelowTargetLevel, "at or below the level of 2030, which is still to come"},
		{half, 2030, "500", ghg.Actual, target.Achieved, "the actual figure of 2030 is at or below the level of 2030"},
		{half, 2030, "500.0001", ghg.Actual, target.ExpiredMissed, "the actual figure of 2030 is above the level of 2030"},
		{half, 2030, "1200", ghg.Actual, target.ExpiredMissed, "the actual figure of 2030 is above the level of 2030"},
		{half, 2032, "499", ghg.Actual, target.BelowTargetLevel,
			"at or below the level of 2030, but of that year there is no final figure, so not an achievement"},
		{half, 2032, "501", ghg.Actual, target.OffTrack, "above the level of 2030, and of that year there is no final figure"},
		{half, 2030, "500", ghg.Provisional, target.BelowTargetLevel,
			"at or below the level of 2030 on a figure that is provisional, so not an achievement"},
		{half, 2030, "400", ghg.Nowcast, target.BelowTargetLevel,
			"at or below the level of 2030 on a figure that is nowcast, so not an achievement"},
		{half, 2031, "400", ghg.Projected, target.BelowTargetLevel,
			"at or below the level of 2030, but of that year there is no final figure, so not an achievement"},
		{half, 2030, "400", ghg.Estimated, target.BelowTargetLevel,
			"at or below the level of 2030 on a figure that is estimated, so not an achievement"},
		{half, 2030, "501", ghg.Provisional, target.OffTrack, "above the level of 2030 on a figure that is provisional"},
		{half, 2030, "1000", ghg.Provisional, target.NoProgress, "exactly at the base"},
		{half, 2031, "1001", ghg.Projected, target.Regressed, "above the base"},
	} {
		p := mustProgress(t, decade(t, x.cut), x.year, one(x.year, x.e, x.status))
		assert.Equal(t, x.want, p.Status, "%d, %s t, %s: %s", x.year, x.e, x.status, p.Status)
		assert.Equal(t, x.reason, p.Reason)
	}
}

// A goal for 2030 is achieved or missed by the figure of 2030, whatever 2031
// brings; units sold of 2030 count for it in a panel of 2031 too.
func TestStatusAfterTheDueYear(t *testing.T) {
	f := func(year int, tonnes string, s ghg.Status) ghg.YearFigure { return figure(year, tonnes, s) }
	for _, x := range []struct {
		due, later string
		status     ghg.Status // of the due year
		want       target.Status
		reason     string
	}{
		{"501", "400", ghg.Actual, target.ExpiredMissed, "the goal was missed by the actual figure of 2030"},
		{"500", "1200", ghg.Actual, target.Achieved, "the goal was met by the actual figure of 2030"},
		{"500", "400", ghg.Provisional, target.BelowTargetLevel,
			"at or below the level of 2030, but of that year there is no final figure, so not an achievement"},
		{"400", "501", ghg.Nowcast, target.OffTrack, "above the level of 2030, and of that year there is no final figure"},
		{"400", "1001", ghg.Projected, target.Regressed, "above the base"},
	} {
		p := mustProgress(t, decade(t, "50%"), 2031, figures(gpc.Basic, ghg.AR5, f(2030, x.due, x.status), f(2031, x.later, ghg.Actual)))
		assert.Equal(t, x.want, p.Status, x)
		assert.Equal(t, x.reason, p.Reason)
	}
	p := mustProgress(t, decade(t, "50%"), 2031, figures(gpc.Basic, ghg.AR5, f(2030, "500", ghg.Actual), f(2031, "400", ghg.Actual)))
	sold := target.Units{Year: 2030, Vintage: 2030, Amount: ghg.MustMass("1 t"), Type: target.ReductionUnit, Status: target.UnitSold}
	got, err := p.Account(target.Adjustments{Units: []target.Units{sold}})
	require.NoError(t, err)
	assert.Equal(t, target.ExpiredMissed, got.Status)
	assert.Equal(t, 1, got.Findings.Len())
	assert.Contains(t, got.Findings.String(), "the figure of that year, 501 tCO2e (AR5) (actual), is above its level 500 tCO2e (AR5)")
}

func TestStatusNames(t *testing.T) {
	all := slices.Collect(target.AllStatuses())
	assert.Len(t, all, 12)
	assert.Equal(t, target.NoData, all[0])
	assert.Equal(t, target.Undetermined, all[11])
	for _, s := range all {
		back, err := target.ParseStatus(s.String())
		require.NoError(t, err)
		assert.Equal(t, s, back)
		b, err := json.Marshal(s)
		require.NoError(t, err)
		assert.Equal(t, `"`+s.String()+`"`, string(b))
		var read target.Status
		require.NoError(t, json.Unmarshal(b, &read))
		assert.Equal(t, s, read)
	}
	for s := range target.AllStatuses() {
		assert.Equal(t, target.NoData, s)
		break
	}
	assert.Equal(t, "unknown (12)", target.Status(12).String())
	_, err := target.ParseStatus("on track")
	assert.ErrorContains(t, err, `unknown status "on track": allowed are no_data, base_only, achieved, expired_`)
	var s target.Status
	assert.Error(t, json.Unmarshal([]byte(`"met"`), &s))
}

// What is missing is not 0: a figure with gaps is never an achievement.
func TestIncompleteFigureIsNoAchievement(t *testing.T) {
	category := gpc.Basic.Required()[0]
	tg, err := target.New(target.Definition{
		Name: "2022", Place: "Daegu", Due: 2022, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")},
	})
	require.NoError(t, err)
	for amount, want := range map[string]target.Status{"1 MtCO2e (AR5)": target.BelowTargetLevel, "7 MtCO2e (AR5)": target.OffTrack} {
		figure := ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e(amount), Vintage: 1,
			Coverage: ghg.Coverage{Required: 32, Reported: 31, Gaps: []ghg.Category{{Scheme: gpc.Scheme.ID(), Code: category}}}}
		series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{figure})
		require.NoError(t, err)
		p, err := tg.Progress(2022, target.Linear, target.DefaultRules, series)
		require.NoError(t, err)
		assert.Equal(t, want, p.Status)
		assert.Contains(t, p.Reason, "incomplete (1 gaps)")
		found(t, p.Findings, target.FindingIncomplete)
		assert.Equal(t, want == target.OffTrack, contains(p.Findings, target.FindingMilestoneMissed))

		figure.Coverage.Gaps, figure.Coverage.Reported = nil, 32
		series, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{figure})
		require.NoError(t, err)
		p, err = tg.Progress(2022, target.Linear, target.DefaultRules, series)
		require.NoError(t, err)
		assert.Contains(t, []target.Status{target.Achieved, target.ExpiredMissed}, p.Status)
		for _, f := range p.Findings.All {
			assert.Contains(t, []string{target.FindingUnitsNotAccounted, target.FindingMilestoneMissed}, f.Code)
		}
	}
}
