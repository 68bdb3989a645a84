package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTargetJSON(t *testing.T) {
	d := netZero()
	d.Views, d.Metric = target.Same(ghg.MustDeclaredView("city total", "strategy 2021")), ghg.Unstated
	d.Milestones[0].Cut = ghg.MustShare("20%") // 2040, looser than 2030
	b, err := json.Marshal(mustTarget(t, d))
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"format": "localghg target 1", "name": "Daegu 2050", "place": "Daegu", "due": 2050,
		"views": {"base": "city total (as declared by strategy 2021)", "due": "city total (as declared by strategy 2021)"},
		"edition": "", "metric": "unstated",
		"goal": {"kind": "base_year", "year": 2018, "base": "9430000 t", "cut": "100%"},
		"milestones": [
			{"year": 2030, "cut": "45%", "level": "5186500 tCO2e"},
			{"year": 2040, "cut": "20%", "level": "7544000 tCO2e"}],
		"level": "0 tCO2e",
		"source": "Daegu carbon neutrality strategy, December 2021",
		"findings": [{"code": "milestone-order", "severity": "warning", "of": "2040", "stated": "5186500 tCO2e", "found": "7544000 tCO2e",
			"detail": "the level moves away from the goal between 2030 (5186500 tCO2e) and 2040 (7544000 tCO2e)"}]
	}`, string(b))
}

func TestProgressJSON(t *testing.T) {
	p := mustProgress(t, mustTarget(t, daegu2030()), 2030, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.5 MtCO2e (AR5)"), Status: ghg.Provisional, Vintage: 2, Source: "a report"}))
	b, err := json.Marshal(p)
	require.NoError(t, err)
	own, err := json.Marshal(p.Target)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"target": `+string(own)+`,
		"year": 2030, "place": "Daegu", "view": "GPC 1.1 BASIC", "edition": "GPC 1.1", "metric": "AR5",
		"status": "off_track", "reason": "above the level of 2030 on a figure that is provisional",
		"rules": {"id": "pace-1", "source": "this library, edition 1; no standard sets such thresholds", "measure": "pace",
			"ahead": "1.05", "onTrack": "0.95", "slightlyBehind": "0.75"},
		"pathway": "linear", "pathwayFormula": "a + (z - a) × (y - ya) / (yz - ya)",
		"emissions": {"co2e": "5500000 tCO2e (AR5)", "status": "provisional", "vintage": 2, "source": "a report"},
		"accountable": "5500000 tCO2e (AR5)",
		"base": {"value": "9430000 tCO2e (AR5)"}, "level": "5186500 tCO2e (AR5)", "onPathway": {"value": "5186500 tCO2e (AR5)"},
		"remaining": "313500 tCO2e (AR5)", "remainingShare": {"value": "0.057"},
		"reduction": {"value": "0.416755037116"}, "absoluteReduction": {"value": "0.416755037116"},
		"achievedYearOnYear": {"value": null, "undefined": "the series has no figure for 2018"}, "achieved": {"value": "0.926122304701"},
		"elapsed": {"value": "1"}, "pace": {"value": "0.926122304701"},
		"gap": {"value": "313500 tCO2e (AR5)"}, "relativeGap": {"value": "0.060445387063"},
		"achievedLinearPerYear": {"value": "327500 tCO2e (AR5)"}, "achievedLinearShareOfBase": {"value": "0.034729586426"},
		"achievedCompound": {"value": "0.043934640287"},
		"requiredLinearPerYear": {"value": null, "undefined": "no year is left before the due year 2030"},
		"requiredLinearShareOfBase": {"value": null, "undefined": "no year is left before the due year 2030"},
		"requiredCompound": {"value": null, "undefined": "no year is left before the due year 2030"},
		"acceleration": {"value": null, "undefined": "no year is left before the due year 2030"},
		"findings": [{"code": "not-actual", "severity": "warning", "of": "2030", "found": "provisional",
			"detail": "the figure is provisional: it is no evidence of an achievement",
			"detail_ko": "잠정 수치이므로 달성의 근거가 되지 않습니다"},
			{"code": "milestone-missed", "severity": "serious", "of": "2030", "stated": "5186500 tCO2e (AR5)", "found": "5500000 tCO2e (AR5)",
			"detail": "the level of 2030 is 5186500 tCO2e (AR5), and emissions are 313500 tCO2e (AR5) above it"}]
	}`, string(b))

	_, err = json.Marshal(target.Progress{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
}

func TestGoalJSON(t *testing.T) {
	want := []string{
		`{"kind": "base_year", "year": 2018, "base": "9430000 t", "cut": "45%"}`,
		`{"kind": "base_year", "year": 2016, "through": 2018, "base": "9430000 t", "cut": "45%"}`,
		`{"kind": "fixed_intensity", "year": 2018, "level": "0.4 t", "base": "9430000 t", "activity": {"name": "population",
			"unit": "persons", "figures": [{"year": 2018, "amount": "10", "status": "actual"},
			{"year": 2025, "amount": "11", "status": "actual"}, {"year": 2030, "amount": "12", "status": "actual"}]}}`,
		`{"kind": "fixed_level", "level": "0 t"}`,
		`{"kind": "fixed_level", "level": "4000000 t", "year": 2018, "base": "9430000 t"}`,
		`{"kind": "base_year_intensity", "year": 2018, "base": "9430000 t", "cut": "45%", "activity": {"name": "population", "unit": "persons", "figures": [
			{"year": 2018, "amount": "10", "status": "actual"}, {"year": 2025, "amount": "11", "status": "actual"}, {"year": 2030,
				"amount": "12", "status": "actual"}]}}`,
		`{"kind": "baseline_scenario", "scenario": "dynamic", "year": 2018, "cut": "45%"`,
		`{"kind": "baseline_scenario", "scenario": "static", "cut": "45%"`,
		`{"kind": "rolling_base_year", "year": 2018, "every": 2, "cut": "4%"}`,
	}
	levels := []string{`"5186500 tCO2e (AR5)"`, `"5186500 tCO2e (AR5)"`, `"4.8 tCO2e (AR5)"`, `"0 tCO2e (AR5)"`, `"4000000 tCO2e (AR5)"`,
		`"6223800 tCO2e (AR5)"`, `"6600000 tCO2e (AR5)"`, `"6600000 tCO2e (AR5)"`, ``}
	all := everyGoal(t)
	require.Len(t, all, len(want))
	for i, tt := range all {
		b, err := json.Marshal(tt)
		require.NoError(t, err)
		var read struct {
			Goal, Level, Timeframe, Milestones json.RawMessage
			Published                          string
		}
		require.NoError(t, json.Unmarshal(b, &read))
		assert.Equal(t, levels[i], string(read.Level))
		assert.Equal(t, "2021-12-14", read.Published)
		if i == 1 {
			assert.JSONEq(t, `{"kind": "cumulative", "first": 2025, "pathway": "geometric"}`, string(read.Timeframe))
		} else {
			assert.Empty(t, read.Timeframe)
		}
		if w := want[i]; w[len(w)-1] != '}' { // the baseline itself is the series
			g := tt.Goal().(target.BaselineScenario)
			s, err := json.Marshal(g.Baseline)
			require.NoError(t, err)
			want[i] += `, "baseline": ` + string(s) + `}`
		}
		assert.JSONEq(t, want[i], string(read.Goal))
		if i == 8 {
			assert.Equal(t, "[]", string(read.Milestones))
		}
	}
	d := daegu2030()
	d.Timeframe = target.AverageFrom(2028)
	b, err := json.Marshal(mustTarget(t, d))
	require.NoError(t, err)
	assert.Contains(t, string(b), `"timeframe":{"kind":"average","first":2028}`)
	act, err := ghg.NewYears("GDP", "won", nil, []ghg.OfYear[decimal.Decimal]{{Year: 2018, Value: dec("1")}, {Year: 2030,
		Value: dec("2.50"), Status: ghg.Projected, Source: "plan"}}...)
	require.NoError(t, err)
	d = daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("1 Mt"), Cut: ghg.MustShare("1%"), Activity: act}
	b, err = json.Marshal(mustTarget(t, d))
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"year":2030,"amount":"2.5","status":"projected","source":"plan"}`)
}
