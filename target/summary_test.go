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

func figure(year int, tonnes string, s ghg.Status) ghg.YearFigure {
	return ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(tonnes + " tCO2e (AR5)"), Status: s, Vintage: 1}
}

func TestSummary(t *testing.T) {
	x := promise(t, "a", 2030, "45%", ghg.Date{})
	a := target.Adjustments{
		Units: []target.Units{{Year: 2022, Vintage: 2021, Amount: ghg.MustMass("3 t"), Type: target.ReductionUnit,
			Status: target.UnitRetired, Source: "registry"}},
		Land: []target.LandChange{{Year: 2021, Change: ghg.MustMass("-1 t")}},
	}
	incomplete := figure(2022, "90", ghg.Actual)
	incomplete.Coverage = ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Code: "V.1"}}}
	s, err := x.Summary("emissions", figures(gpc.Basic, ghg.AR5, figure(2021, "95", ghg.Actual), incomplete, figure(2023, "80",
		ghg.Nowcast), figure(2024, "70", ghg.Projected)), a)
	require.NoError(t, err)
	assert.Equal(t, "emissions: 87 tCO2e (AR5) in 2022, 87.00% of the reference", s.String())
	assert.Equal(t, []string{"-13 tCO2e (AR5)", "0.87"}, []string{s.Change.String(), s.Ratio.String()})
	var codes []string
	for _, f := range s.Findings.All {
		codes = append(codes, f.Code)
	}
	assert.Equal(t, []string{target.FindingNoCorrespondingAdjustment, target.FindingIncomplete}, codes)
	assert.Contains(t, s.Details(), "serious               2022, incomplete-figure: the most recent figure lacks required categories")
	b, err := json.Marshal(s)
	require.NoError(t, err)
	zero := `"unitsSold": "0 tCO2e (AR5)", "unitsUsed": "0 tCO2e (AR5)", "landSector": "0 tCO2e (AR5)"`
	var doc map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(b, &doc))
	delete(doc, "findings")
	rest, err := json.Marshal(doc)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"indicator": "emissions", "unit": "tCO2e (AR5)", "target": "a", "place": "Daegu",
		"views": {"base": "GPC 1.1 BASIC", "due": "GPC 1.1 BASIC"}, "edition": "GPC 1.1", "metric": "AR5",
		"reference": {"from": 2018, "year": 2018, "level": {"value": "100 tCO2e (AR5)"}},
		"years": [
			{"year": 2021, "level": "95 tCO2e (AR5)", "status": "actual", "vintage": 1, "unitsSold": "0 tCO2e (AR5)",
				"unitsUsed": "0 tCO2e (AR5)", "landSector": "-1 tCO2e (AR5)", "accountable": "94 tCO2e (AR5)"},
			{"year": 2022, "level": "90 tCO2e (AR5)", "status": "actual", "vintage": 1, "unitsSold": "0 tCO2e (AR5)",
				"unitsUsed": "3 tCO2e (AR5)", "landSector": "0 tCO2e (AR5)", "accountable": "87 tCO2e (AR5)"},
			{"year": 2023, "level": "80 tCO2e (AR5)", "status": "nowcast", "vintage": 1, `+zero+`, "accountable": "80 tCO2e (AR5)"},
			{"year": 2024, "level": "70 tCO2e (AR5)", "status": "projected", "vintage": 1, `+zero+`, "accountable": "70 tCO2e (AR5)"}],
		"targetLevel": {"year": 2030, "level": "55 tCO2e (AR5)"},
		"mostRecent": {"year": 2022, "accountable": "87 tCO2e (AR5)", "changeFromReference": {"value": "-13 tCO2e (AR5)"},
			"ratioToReference": {"value": "0.87"}}
	}`, string(rest))
}

func TestSummaryWithoutReference(t *testing.T) {
	d := daegu2030()
	d.Goal, d.Metric = target.FixedLevel{Level: ghg.MustMass("50 t")}, ghg.Unstated
	x := mustTarget(t, d)
	series := func(f ...ghg.YearFigure) ghg.Yearly { return figures(gpc.Basic, ghg.Unstated, f...) }
	s, err := x.Summary("emissions", series(ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("95 tCO2e"), Vintage: 1}), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, []string{"tCO2e", "emissions: 95 tCO2e in 2021", "undefined: the goal states no base year"}, []string{s.Unit,
		s.String(), s.Ratio.String()})
	assert.Contains(t, s.Details(), "reference             undefined: the goal states no base year\n")
	assert.Contains(t, s.Details(), "change                latest - reference = undefined: the goal states no base year\n")

	s, err = x.Summary("emissions", series(ghg.YearFigure{Year: 2031, CO2e: ghg.MustCO2e("95 tCO2e"), Status: ghg.Projected,
		Vintage: 1}), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, []string{"emissions: no reported year", "undefined: no reported year has a figure"}, []string{s.String(),
		s.Change.String()})
	b, err := json.Marshal(s)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"reference":{"level":{"value":null,"undefined":"the goal states no base year"}}`)
	assert.Contains(t, string(b), `"mostRecent":null`)
	s, err = x.Summary("emissions", series(), target.Adjustments{})
	require.NoError(t, err)
	assert.Empty(t, s.Years)
	assert.Zero(t, s.Findings.Len())

	assert.Equal(t, target.ErrNoTarget.Error(), target.Summary{}.String())
	assert.Equal(t, target.ErrNoTarget.Error(), target.Summary{}.Details())
	_, err = json.Marshal(target.Summary{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
}

func TestSummaryRefuses(t *testing.T) {
	x := promise(t, "a", 2030, "45%", ghg.Date{})
	s := figures(gpc.Basic, ghg.AR5, figure(2021, "95", ghg.Actual))
	unit := target.Units{Year: 2022, Vintage: 2022, Amount: ghg.MustMass("3 t"), Type: target.ReductionUnit, Status: target.UnitSold}
	for says, f := range map[string]func() (target.Summary, error){
		`summary of target "a", indicator: name it, such as total emissions without land use`: func() (target.Summary, error) {
			return x.Summary("", s, target.Adjustments{})
		},
		`target "a" and the series do not meet: metric AR5 and SAR: make both with one`: func() (target.Summary, error) {
			return x.Summary("e", figures(gpc.Basic, ghg.SAR), target.Adjustments{})
		},
		`target "a", units 1 (an amount not stated of a source not stated), status "not stated": allowe`: func() (target.Summary, error) {
			return x.Summary("e", s, target.Adjustments{Units: []target.Units{{Year: 2021, Vintage: 2021}}})
		},
		`target "a": the series, for units of 3 t: no figure for 2022: they would be l`: func() (target.Summary, error) {
			return x.Summary("e", s, target.Adjustments{Units: []target.Units{unit}})
		},
		`target "a": the series, for changes of the land sector by -1 t: no figure for`: func() (target.Summary, error) {
			return x.Summary("e", s, target.Adjustments{Land: []target.LandChange{{Year: 2022, Change: ghg.MustMass("-1 t")}}})
		},
	} {
		_, err := f()
		assert.ErrorContains(t, err, says)
	}
	r := daegu2030()
	r.Goal = target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}
	_, err := mustTarget(t, r).Summary("e", s, target.Adjustments{})
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
}

// 85.5 Mt net are 85.5% of nothing: the reference is gross.
func TestSummaryOfTwoViews(t *testing.T) {
	_, net := grossAndNet(t)
	s, err := twoViews(t).Summary("emissions", national(t, net, map[int]string{2022: "85.5"}), target.Adjustments{})
	require.NoError(t, err)
	require.Equal(t, 1, s.Findings.Len())
	f := s.Findings.All[0]
	assert.Equal(t, []any{target.FindingTwoViews, ghg.Serious}, []any{f.Code, f.Severity})
	assert.Equal(t, "the reference counts gross, the years count net: "+
		"change and ratio are of neither view; Progress has the reduction in each", f.Detail)
	assert.Contains(t, f.Korean(), "기준배출량은 ‘gross’, 각 연도는 ‘net’입니다")
	assert.Contains(t, s.Details(), `serious               target "NDC", two-views: the reference counts gross, th`)
}
