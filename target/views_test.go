package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoViews is a goal of 40% from a gross base of 100 Mt to a net level.
func twoViews(t *testing.T, change ...func(*target.Definition)) target.Target {
	t.Helper()
	gross, net := grossAndNet(t)
	d := target.Definition{Name: "NDC", Place: "KR", Due: 2030, Views: target.Views{Base: gross, Due: net}, Metric: ghg.SAR,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("100 Mt"), Cut: ghg.MustShare("40%")}}
	for _, c := range change {
		c(&d)
	}
	return mustTarget(t, d)
}

// national is a series in Mt on SAR, one figure for each year given.
func national(t *testing.T, v ghg.View, mt map[int]string) ghg.Yearly {
	t.Helper()
	var all []ghg.YearFigure
	for year, x := range mt {
		all = append(all, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(x + " MtCO2e (SAR)"), Vintage: ghg.FirstVintage})
	}
	y, err := ghg.NewYearly("KR", v, ghg.SAR, all)
	require.NoError(t, err)
	return y
}

// The change of view alone brings 5 of the 40 points; net emissions fell by a
// tenth, gross ones by a twentieth, and the mixed figure shows more than both.
func TestProgressInTwoViews(t *testing.T) {
	tt := twoViews(t)
	gross, net := grossAndNet(t)
	g, n := national(t, gross, map[int]string{2018: "100", 2022: "95"}), national(t, net, map[int]string{2018: "95", 2022: "85.5"})
	for _, order := range [][]ghg.Yearly{{g, n}, {n, g}} {
		p, err := tt.Progress(2022, target.Linear, target.DefaultRules, order...)
		require.NoError(t, err)
		assert.Equal(t, "85500000 tCO2e (SAR)", p.Emissions.String())
		assert.Equal(t, "0.145", p.Reduction.String())
		assert.Equal(t, "0.3625", p.Achieved.String())
		assert.Equal(t, "0.125", p.HeadStart.String())
		require.Len(t, p.ByView, 2)
		assert.Equal(t, "gross: 5.0% reduced", p.ByView[0].String())
		assert.Equal(t, "net: 10.0% reduced", p.ByView[1].String())
		assert.Equal(t, "95000000 tCO2e (SAR)", p.ByView[1].Base.String())
		assert.Equal(t, "85500000 tCO2e (SAR)", p.ByView[1].Emissions.String())
		require.Equal(t, 1, p.Findings.Len())
		f := p.Findings.All[0]
		assert.Equal(t, target.FindingTwoViews, f.Code)
		assert.Equal(t, ghg.Serious, f.Severity)
		assert.Equal(t, "14.50%", f.Stated)
		assert.Contains(t, f.Detail, "the base counts gross, emissions count net: the change of view alone brings 12.5% of the target")
		text := p.Explain().String()
		for _, line := range []string{
			"# emissions of the year: IPCC 1996 net (as declared by national inventory), ",
			"= 100,000,000 tCO2e (SAR)   # emissions of the base year, gross\n",
			"reduction_1     = (B_1 - E_1) / B_1 = (100,000,000 - 95,000,000) / 100,000,000 = 0.05, ",
			"reduction_2     = (B_2 - E_2) / B_2 = (95,000,000 - 85,500,000) / 95,000,000 = 0.1, ",
			"head_start      = (B - B_2) / (B - T) = (100,000,000 - 95,000,000) / (100,000,000 - 60,000,000) = 0.125, ",
		} {
			assert.Contains(t, text, line)
		}
	}
}

func TestProgressInTwoViewsWithHoles(t *testing.T) {
	gross, net := grossAndNet(t)
	tt := twoViews(t)
	p, err := tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, nil), national(t, net, map[int]string{2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the series in gross has no figure for 2018", p.ByView[0].Reduction.String())
	assert.Equal(t, "undefined: the series in net has no figure for 2018", p.ByView[1].Reduction.String())
	assert.Equal(t, "undefined: the series in net has no figure for 2018", p.HeadStart.String())
	assert.Equal(t, "undefined: the series in net has no figure for 2018", p.ByView[1].Cut.String())
	p, err = tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, map[int]string{2018: "100"}), national(t, net,
		map[int]string{2018: "95", 2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the series in gross has no figure for 2022", p.ByView[0].Reduction.String())
	p, err = tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, map[int]string{2018: "0", 2022: "1"}),
		national(t, net, map[int]string{2018: "95", 2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "undefined: emissions of 2018 are 0", p.ByView[0].Reduction.String())

	// A goal without a base has no reduction in any view.
	tt = twoViews(t, func(d *target.Definition) { d.Goal = target.FixedLevel{Level: ghg.MustMass("60 Mt")} })
	p, err = tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, nil), national(t, net, map[int]string{2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the goal states no base year", p.ByView[0].Reduction.String())
	assert.Equal(t, "undefined: the goal states no base year", p.HeadStart.String())

	// A goal that allows growth has no cut for a head start to be a share of.
	tt = twoViews(t, func(d *target.Definition) {
		d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("100 Mt"), Cut: ghg.MustShare("-1%")}
	})
	p, err = tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, nil), national(t, net, map[int]string{2018: "95",
		2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the target asks for no cut", p.HeadStart.String())
}

// The head start of an intensity goal is that of its base year, whatever the
// activity does.
// A place that took up 10 Mt net and takes up 15 Mt has not got 50% worse.
func TestProgressInTwoViewsOfASink(t *testing.T) {
	gross, net := grossAndNet(t)
	p, err := twoViews(t).Progress(2022, target.Linear, target.DefaultRules, national(t, gross, map[int]string{2018: "100",
		2022: "95"}), national(t, net, map[int]string{2018: "-10", 2022: "-15"}))
	require.NoError(t, err)
	assert.Equal(t, "net: reduction undefined: emissions of 2018 are below 0", p.ByView[1].String())
	assert.Equal(t, "2.75", p.HeadStart.String()) // (100 - -10)/40
}

func TestHeadStartOfAnIntensityGoal(t *testing.T) {
	gross, net := grossAndNet(t)
	tt := twoViews(t, func(d *target.Definition) {
		d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("100 Mt"), Cut: ghg.MustShare("40%"), Activity: people(t, 2018,
			"10", "", "", "", "20", "", "", "", "", "", "", "", "20")}
	})
	p, err := tt.Progress(2022, target.Linear, target.DefaultRules, national(t, gross, nil), national(t, net,
		map[int]string{2018: "95", 2022: "85.5"}))
	require.NoError(t, err)
	assert.Equal(t, "0.125", p.HeadStart.String())
	assert.Equal(t, "undefined: the level moves from year to year", p.ByView[1].Cut.String())
}

func TestProgressNeedsASeriesForEachView(t *testing.T) {
	gross, net := grossAndNet(t)
	n, g := national(t, net, map[int]string{2022: "85"}), national(t, gross, nil)
	for _, series := range [][]ghg.Yearly{nil, {n}, {n, g, g}} {
		_, err := twoViews(t).Progress(2022, target.Linear, target.DefaultRules, series...)
		var two *target.TwoViewsError
		require.ErrorAs(t, err, &two)
		assert.Equal(t, len(series), two.Given)
		assert.Equal(t, gross.ID(), two.Base)
		assert.Equal(t, net.ID(), two.Due)
	}
	var mismatch *ghg.MismatchError
	_, err := twoViews(t).Progress(2022, target.Linear, target.DefaultRules, n, n)
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.AspectView, mismatch.Differ[0].Aspect)
	_, err = twoViews(t).Progress(2022, target.Linear, target.DefaultRules, g, g)
	require.ErrorAs(t, err, &mismatch)
	other := mustTarget(t, daegu2030())
	_, err = other.Progress(2022, target.Linear, target.DefaultRules)
	assert.ErrorContains(t, err, "is measured in one view, GPC 1.1 BASIC: give one series, not 0")
	_, err = other.Progress(2022, target.Linear, target.DefaultRules, one(2022, "1", ghg.Actual), one(2022, "1", ghg.Actual))
	assert.ErrorContains(t, err, "give one series, not 2")
}

func TestProgressJSONInTwoViews(t *testing.T) {
	gross, net := grossAndNet(t)
	p, err := twoViews(t).Progress(2022, target.Linear, target.DefaultRules, national(t, gross, map[int]string{2018: "100"}),
		national(t, net, map[int]string{2018: "95", 2022: "85.5"}))
	require.NoError(t, err)
	b, err := json.Marshal(p)
	require.NoError(t, err)
	var got struct{ ByView, HeadStart json.RawMessage }
	require.NoError(t, json.Unmarshal(b, &got))
	assert.JSONEq(t, `[
		{"view": "IPCC 1996 gross (as declared by national inventory)", "base": {"value": "100000000 tCO2e (SAR)"},
			"emissions": {"value": null, "undefined": "the series in gross has no figure for 2022"},
			"reduction": {"value": null, "undefined": "the series in gross has no figure for 2022"},
			"cut": {"value": null, "undefined": "the level is of another view"},
			"achieved": {"value": null, "undefined": "the level is of another view"}},
		{"view": "IPCC 1996 net (as declared by national inventory)", "base": {"value": "95000000 tCO2e (SAR)"},
			"emissions": {"value": "85500000 tCO2e (SAR)"}, "reduction": {"value": "0.1"}, "cut": {"value": "0.368421052632"},
			"achieved": {"value": "0.271428571429"}}]`, string(got.ByView))
	assert.JSONEq(t, `{"value": "0.125"}`, string(got.HeadStart))
}

func TestBasesRefuse(t *testing.T) {
	gross, net := grossAndNet(t)
	tt := twoViews(t)
	at := func(v ghg.View, co2e string) []target.ViewLevel {
		return []target.ViewLevel{{View: v, CO2e: ghg.MustCO2e(co2e)}}
	}
	_, err := target.Target{}.StatedCuts(nil, nil)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = tt.StatedCuts(at(ghg.View{}, "1 MtCO2e (SAR)"), nil)
	assert.ErrorIs(t, err, ghg.ErrNoView)
	var metrics *ghg.MetricMismatchError
	_, err = tt.StatedCuts(at(net, "1 MtCO2e (AR5)"), nil)
	assert.ErrorAs(t, err, &metrics)
	assert.ErrorContains(t, err, `target "NDC", base in`)
	_, err = tt.StatedCuts(nil, at(gross, "1 MtCO2e (AR5)"))
	assert.ErrorAs(t, err, &metrics)
	assert.ErrorContains(t, err, `target "NDC", due in`)
	_, err = tt.StatedCuts(at(gross, "1 MtCO2e (SAR)"), nil)
	assert.ErrorContains(t, err, ` (as declared by national inventory)" is given twice: one is allowed`)
	_, err = tt.StatedCuts(nil, at(net, "1 MtCO2e (SAR)"))
	assert.ErrorContains(t, err, ` (as declared by national inventory)" is given twice: one is allowed`)
	for _, zero := range []string{"0 tCO2e (SAR)", "-1 tCO2e (SAR)"} {
		_, err = tt.StatedCuts(at(net, zero), nil)
		assert.ErrorContains(t, err, "a cut needs a base above zero")
	}
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5 Mt")}
	_, err = mustTarget(t, d).StatedCuts(nil, nil)
	assert.ErrorContains(t, err, "the goal states no base year, so that there is no cut to state")
}

func TestBasisString(t *testing.T) {
	bases, err := mustTarget(t, daegu2030()).StatedCuts(nil, nil)
	require.NoError(t, err)
	require.Len(t, bases, 1)
	assert.Equal(t, "BASIC to BASIC: 45.0% (headline)", bases[0].String())
	assert.Equal(t, "Daegu carbon neutrality strategy, December 2021", bases[0].Base.Source)
}
