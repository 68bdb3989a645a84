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

func TestOutcomeJSON(t *testing.T) {
	d := daegu2030()
	d.Timeframe = target.CumulativeFrom(2029, target.Linear)
	o, err := mustTarget(t, d).Outcome(one(2030, "5000000", ghg.Actual), target.Adjustments{Units: []target.Units{
		{Year: 2030, Vintage: 2030, Amount: ghg.MustMass("12 kt"), Type: target.ReductionUnit, Status: target.UnitSold,
			CorrespondingAdjustment: true},
		{Year: 2028, Vintage: 2028, Amount: ghg.MustMass("7 kt"), Type: target.ReductionUnit, Status: target.UnitSold},
	}})
	require.NoError(t, err)
	b, err := json.Marshal(o)
	require.NoError(t, err)
	own, err := json.Marshal(o.Target)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"target": `+string(own)+`,
		"decision": "undecided", "reason": "2029 has no figure",
		"allowable": "10726625 tCO2e (AR5)",
		"accountable": {"value": null, "undefined": "a year that counts has no figure"},
		"shortfall": {"value": null, "undefined": "a year that counts has no figure"},
		"years": [
			{"year": 2029, "allowable": "5540125 tCO2e (AR5)", "emissions": null, "accountable": {"value": null,
				"undefined": "the series has no figure for 2029"}},
			{"year": 2030, "allowable": "5186500 tCO2e (AR5)",
			 "emissions": {"co2e": "5000000 tCO2e (AR5)", "status": "actual", "vintage": 1, "source": ""},
			 "adjusted": {"sold": "12000 tCO2e (AR5)", "retired": "0 tCO2e (AR5)", "land": "0 tCO2e (AR5)"},
			 "accountable": {"value": "5012000 tCO2e (AR5)"}}],
		"findings": [{"code": "adjustments-of-other-years", "name": "units or changes of other years", "name_ko": "다른 연도의 감축실적이나 조정",
			"severity": "note", "of": "2029 to 2030",
			"detail": "adjustments of other years than 2029 to 2030: 1, left out",
			"detail_ko": "2029년에서 2030년 밖 연도의 조정 1건은 넣지 않았습니다"}]
	}`, string(b))
	_, err = json.Marshal(target.Outcome{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
}

// A goal that could never be decided is refused when it is made.
func TestTimeframeNeedsItsPathway(t *testing.T) {
	d := daegu2030()
	g := goal(d)
	g.Cut = ghg.MustShare("100%")
	d.Goal, d.Timeframe = g, target.AnnualFrom(2021, target.Geometric)
	_, err := target.New(d)
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "timeframe", refused.Field)
	assert.ErrorContains(t, err, "use target.Linear, or target.GeometricTo a residual")

	// The first step is possible, the last is not.
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("50%")}}
	_, err = target.New(d)
	assert.ErrorContains(t, err, "no value for 2029")

	d.Timeframe = target.AnnualFrom(2021, target.Stepwise)
	_, err = target.New(d)
	assert.NoError(t, err)
}

// A base with gaps meets no rolling goal.
func TestRollingNeedsCompleteBase(t *testing.T) {
	d := daegu2030()
	d.Goal = target.RollingBaseYear{Year: 2020, Every: 1, Cut: ghg.MustShare("2%")}
	base := ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("100 tCO2e (AR5)"), Vintage: 1}
	next := ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("90 tCO2e (AR5)"), Vintage: 1}
	for gaps, want := range map[int]bool{0: true, 1: false} {
		base.Coverage = ghg.Coverage{Required: 1, Reported: 1 - gaps}
		if gaps > 0 {
			base.Coverage.Gaps = []ghg.Category{{Scheme: gpc.Scheme.ID(), Code: gpc.Basic.Required()[0]}}
		}
		r, err := mustTarget(t, d).Rolling(figures(gpc.Basic, ghg.AR5, base, next))
		require.NoError(t, err)
		require.Len(t, r, 1)
		assert.Equal(t, want, r[0].Met)
	}
}
