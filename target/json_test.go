package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
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
		"name": "Daegu 2050", "place": "Daegu", "due": 2050,
		"views": {"base": "city total (as declared by strategy 2021)", "due": "city total (as declared by strategy 2021)"},
		"edition": "", "metric": "unstated",
		"goal": {"kind": "base_year", "year": 2018, "base": "9430000 t", "cut": "100%"},
		"milestones": [
			{"year": 2030, "cut": "45%", "level": "5186500 tCO2e"},
			{"year": 2040, "cut": "20%", "level": "7544000 tCO2e"}],
		"level": "0 tCO2e",
		"source": "Daegu carbon neutrality strategy, December 2021",
		"findings": [{"code": "milestone-order", "severity": "warning", "stated": "5186500 tCO2e", "found": "7544000 tCO2e",
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
		"rules": {"id": "pace-1", "source": "target/data/rules.tsv", "measure": "pace", "ahead": "1.05", "onTrack": "0.95", "slightlyBehind": "0.75"},
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
		"findings": [{"code": "not-actual", "severity": "warning", "found": "provisional",
			"detail": "the figure of 2030 is provisional: it is no evidence of an achievement"}]
	}`, string(b))

	_, err = json.Marshal(target.Progress{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
}
