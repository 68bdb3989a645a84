package target_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The bases that the plans of Daegu count from.
var (
	energyAndIndustry = ghg.MustDeclaredView("energy and processes", "MKE 2009")
	withoutIndustry   = ghg.MustDeclaredView("without industry", "plan of 2020")
	withIndustry      = ghg.MustDeclaredView("with industry", "strategy of 2021")
	ownEmissions      = ghg.MustDeclaredView("own emissions", "strategy of 2022")
	planViews         = []ghg.View{energyAndIndustry, withoutIndustry, withIndustry, ownEmissions}
)

// plan2010 is 5 % less CO2 by 2020 than the 9.396 Mt of 2005.
func plan2010() target.Definition {
	return target.Definition{Name: "Daegu 2010", Place: "KR-27", Due: 2020, Views: target.Same(energyAndIndustry), Metric: ghg.CO2Only,
		Goal:   target.BaseYear{Year: 2005, Base: ghg.MustMass("9.396 Mt CO2"), Cut: ghg.MustShare("5%")},
		Source: "ajunews 20100413000228", Published: ghg.MustDate("2010-04-13")}
}

// plan2020 is 30 % less by 2030 than a forecast of 12.605 Mt without industry.
func plan2020() target.Definition {
	forecast, err := ghg.NewYearly("KR-27", withoutIndustry, ghg.Unstated, []ghg.YearFigure{{Year: 2030, Status: ghg.Projected,
		CO2e: ghg.MustCO2e("12605 ktCO2e"), Vintage: ghg.FirstVintage, Source: "hani 1023297"}})
	if err != nil {
		panic(err)
	}
	return target.Definition{Name: "Daegu 2020", Place: "KR-27", Due: 2030, Views: target.Same(withoutIndustry), Metric: ghg.Unstated,
		Goal: target.BaselineScenario{Kind: target.StaticBaseline, Baseline: forecast, Cut: ghg.MustShare("30%")}}
}

// plan2021 is 45 % less by 2030 than the 9.43 Mt of 2018 with industry.
func plan2021() target.Definition {
	return target.Definition{Name: "Daegu 2021", Place: "KR-27", Due: 2030, Views: target.Same(withIndustry), Metric: ghg.Unstated,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")}}
}

// plans are the three plans of Daegu, and the base of 2018 as it was told a year
// later; no source says why.
func plans(t *testing.T) target.History {
	h, err := target.NewHistory(mustTarget(t, plan2010()))
	require.NoError(t, err)
	h, err = h.Supersede(target.Change{Date: ghg.WithinYear(2020), Document: "hani 1023297"}, plan2020())
	require.NoError(t, err)
	h, err = h.Supersede(target.Change{Reason: "carbon neutrality by 2050",
		Date: ghg.MustWhen("2021-12-14"), Document: "hani 1023297"}, plan2021())
	require.NoError(t, err)
	h, err = h.Restate(target.Restatement{Cause: bridge.CauseUnknown,
		Change: target.Change{Date: ghg.MustWhen("2022-12-14"), Document: "kuk202212140088"},
		From:   target.ViewLevel{View: withIndustry, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Source: "strategy of December 2021"},
		To:     target.ViewLevel{View: ownEmissions, CO2e: ghg.MustCO2e("8.97 MtCO2e"), Source: "strategy of December 2022"}})
	require.NoError(t, err)
	return h
}

func TestPlansStandSideBySide(t *testing.T) {
	h := plans(t)
	type pair struct {
		a, b   int
		differ []ghg.Aspect
	}
	var got []pair
	for c := range h.Comparisons() {
		p := pair{c.A.Number, c.B.Number, nil}
		for _, d := range c.Differ {
			p.differ = append(p.differ, d.Aspect)
			assert.NotEmpty(t, d.Remedy)
		}
		assert.False(t, c.LevelsMeet() || c.CutsMeet(), c)
		got = append(got, p)
	}
	const year, goal = target.AspectBaseYear, target.AspectGoal
	assert.Equal(t, []pair{
		{1, 2, []ghg.Aspect{year, ghg.AspectView, ghg.AspectGases, goal}},
		{1, 3, []ghg.Aspect{year, ghg.AspectView, ghg.AspectGases}},
		{2, 3, []ghg.Aspect{year, ghg.AspectView, goal}},
		{1, 4, []ghg.Aspect{year, ghg.AspectView, ghg.AspectGases}},
		{2, 4, []ghg.Aspect{year, ghg.AspectView, goal}},
		{3, 4, []ghg.Aspect{ghg.AspectView}},
	}, got)
	first, _ := h.Version(1)
	assert.Equal(t, "9396000 tCO2", first.Target.Base().String(), "CO2 stays CO2")
	limit, err := first.Target.Limit(2020)
	require.NoError(t, err)
	assert.Equal(t, "8926200 tCO2", limit.String())
	assert.Zero(t, h.Findings().Len(), "nothing is held against what it does not meet")
	last := h.Current()
	assert.Equal(t, []any{bridge.CauseUnknown, "-4.88%"}, []any{last.Cause, last.Base.Relative.Percent(2)})
	assert.Contains(t, last.String(), "version 4, 2022-12-14: cause not stated: Daegu 2021: 45% below 2018 by 2030")
}

// 12.605 Mt without industry less 30 % is 8.8235 Mt, 9.43 Mt with industry less 45 %
// is 5.1865 Mt, and the one is no cut from the other.
func TestNoPlanPassesForARevision(t *testing.T) {
	second, _ := plans(t).Version(2)
	d := second.Target.Definition()
	d.Source, d.Published = "plan of 2020", ghg.MustDate("2020-12-31")
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	c := target.Change{Reason: "carbon neutrality", Date: ghg.MustWhen("2021-12-14"), Document: "strategy"}
	_, err = h.Revise(c, plan2021())
	assert.ErrorContains(t, err, "views: a revision moves the target from view without industry (as declared by plan of 2020) to "+
		"with industry (as declared by strategy of 2021): restate it first, with both bases named, or let the new plan supersede it")
	back, err := target.NewHistory(mustTarget(t, plan2010()))
	require.NoError(t, err)
	_, err = back.Revise(c, plan2020())
	assert.ErrorContains(t, err, "view energy and processes")
	assert.ErrorContains(t, err, "gases CO2 alone to CO2e, gases not stated")

	// A document of an earlier version may have passed one as a revision: it is found.
	text, err := json.Marshal(plans(t))
	require.NoError(t, err)
	old := strings.ReplaceAll(string(text), `"kind":"superseding","reason":""`, `"kind":"revised","reason":"a new plan"`)
	read, err := target.ReadHistoryJSON(strings.NewReader(old), planViews)
	require.NoError(t, err)
	f := found(t, read.Findings(), target.FindingBasisMoves)
	assert.Contains(t, f.Detail, "gases CO2 alone to CO2e, gases not stated, with no base named in both: "+
		"its levels are no change from those of version 1")
	assert.Contains(t, read.Details(), f.Detail)
}

func TestSupersedeRefuses(t *testing.T) {
	h, err := target.NewHistory(mustTarget(t, plan2010()))
	require.NoError(t, err)
	c := target.Change{Date: ghg.MustWhen("2021-12-14"), Document: "strategy"}
	with := func(change func(*target.Definition, *target.BaseYear)) target.Definition {
		d := plan2010()
		g := d.Goal.(target.BaseYear)
		change(&d, &g)
		d.Goal = g
		return d
	}
	for says, d := range map[string]target.Definition{
		`goal "10% below 2005": it is on the basis of the version before, and can be compared with it: revise the target`: with(
			func(_ *target.Definition, g *target.BaseYear) { g.Cut = ghg.MustShare("10%") }),
		`goal.base "9400000 tCO2": the base of 2005 was 9396000 tCO2, in the same view and metric`: with(
			func(_ *target.Definition, g *target.BaseYear) { g.Base = ghg.MustMass("9.4 Mt") }),
		`both must be of one place`: with(func(d *target.Definition, _ *target.BaseYear) { d.Place = "KR-26" }),
		`such as 9.43 Mt; a target of CO2 alone has the metric ghg.CO2Only`: with(
			func(d *target.Definition, _ *target.BaseYear) { d.Metric = ghg.AR5 }),
	} {
		got, err := h.Supersede(c, d)
		assert.ErrorContains(t, err, says)
		assert.True(t, got.IsZero())
	}
	_, err = h.Supersede(target.Change{Date: ghg.WithinYear(2009), Document: "x"}, plan2021())
	assert.ErrorContains(t, err, `date "2009": it lies before version 1 of 2010-04-13`)
	_, err = h.Supersede(target.Change{Date: ghg.OnDay(ghg.Date{Year: 2021, Day: 5}), Document: "x"}, plan2021())
	assert.ErrorContains(t, err, "the day of the document is needed, or the month or the year")
	_, err = target.History{}.Supersede(c, plan2021())
	assert.ErrorContains(t, err, "no history given")

	// The same year told anew round a corner: found, as no base in between was one of it.
	h, err = plans(t).Supersede(target.Change{Date: ghg.MustWhen("2023-01-01"), Document: "x"},
		with(func(_ *target.Definition, g *target.BaseYear) { g.Base = ghg.MustMass("9.5 Mt") }))
	require.NoError(t, err)
	f := found(t, h.Findings(), target.FindingBaseToldAnew)
	assert.Equal(t, []string{"9396000 tCO2", "9500000 tCO2"}, []string{f.Stated, f.Found})
}

// Of the plan of 2020 no day is known: within that year, which plan stood cannot be
// told.
func TestAtWithinAYear(t *testing.T) {
	h := plans(t)
	for day, number := range map[string]int{"2010-04-12": 0, "2019-12-31": 1, "2020-01-01": 0, "2020-12-30": 0, "2020-12-31": 2,
		"2021-12-13": 2, "2021-12-14": 3, "2022-12-14": 4} {
		v, ok := h.At(ghg.MustDate(day))
		assert.Equal(t, number != 0, ok, day)
		assert.Equal(t, number, v.Number, day)
	}
	d := h.Current().Target.Definition()
	d.Due = 2031
	month, err := h.Revise(target.Change{Reason: "a new mayor", Date: ghg.WithinMonth(2024, 2), Document: "x"}, d)
	require.NoError(t, err)
	assert.Contains(t, month.String(), "version 5, 2024-02: revised, a new mayor")
	for day, number := range map[string]int{"2024-01-31": 4, "2024-02-28": 0, "2024-02-29": 5} {
		v, _ := month.At(ghg.MustDate(day))
		assert.Equal(t, number, v.Number, day)
	}
}

func TestPlansJSON(t *testing.T) {
	text, err := json.Marshal(plans(t))
	require.NoError(t, err)
	assert.Contains(t, string(text), `"kind":"superseding","reason":"","date":"2020","document":"hani 1023297",`+
		`"baseRestated":null,"differ":[{"aspect":"base year","a":"2005","b":"none"}`)
	again, err := target.ReadHistoryJSON(bytes.NewReader(text), planViews)
	require.NoError(t, err)
	assert.Equal(t, plans(t).Details(), again.Details())
	second, err := json.Marshal(again)
	require.NoError(t, err)
	assert.JSONEq(t, string(text), string(second))
	kept, err := os.ReadFile("testdata/forms/history_plans_3.json")
	require.NoError(t, err)
	assert.JSONEq(t, string(kept), string(text), "with the reason, view and metric of each")
	for says, edited := range map[string][2]string{
		"or a month or year where it is not known": {`"date":"2020"`, `"date":"20"`},
		"the goal comes to 8926200.95 tCO2":        {`"9396000 t CO2"`, `"9396001 t CO2"`},
		"unknown kind of version":                  {`"superseding"`, `"replaced"`},
	} {
		_, err = target.ReadHistoryJSON(strings.NewReader(strings.Replace(string(text), edited[0], edited[1], 1)), planViews)
		assert.ErrorContains(t, err, says)
	}
}

// A target in CO2 is held against CO2, read back as it is, and meets no CO2e.
func TestTargetInCO2(t *testing.T) {
	d := plan2010()
	d.Milestones = []target.Milestone{{Year: 2015, Level: ghg.MustMass("9.2 Mt CO2")}}
	fixed := d
	fixed.Goal = target.FixedLevel{Level: ghg.MustMass("8.9 Mt CO2"), Year: 2005, Base: ghg.MustMass("9.396 Mt")}
	series := func(m ghg.Metric, amount string) ghg.Yearly {
		y, err := ghg.NewYearly("KR-27", energyAndIndustry, m, []ghg.YearFigure{{Year: 2010,
			CO2e: ghg.MustCO2e(amount), Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	for _, d := range []target.Definition{d, fixed} {
		x := mustTarget(t, d)
		text, err := json.Marshal(x)
		require.NoError(t, err)
		again, err := target.ReadTargetJSON(bytes.NewReader(text), planViews)
		require.NoError(t, err)
		second, err := json.Marshal(again)
		require.NoError(t, err)
		assert.JSONEq(t, string(text), string(second))
		p, err := x.Progress(2010, target.Linear, target.DefaultRules, series(ghg.CO2Only, "9302 ktCO2"))
		require.NoError(t, err)
		assert.Equal(t, "4000 tCO2", p.Gap.String(), "half of the way from 9396 to 9200 kt is 9298 kt")
		_, err = x.Progress(2010, target.Linear, target.DefaultRules, series(ghg.Unstated, "9302 ktCO2e"))
		var mismatch *ghg.MismatchError
		require.ErrorAs(t, err, &mismatch)
		assert.True(t, mismatch.In(ghg.AspectGases) && !mismatch.In(ghg.AspectMetric))
	}
	d.Milestones[0].Level = ghg.MustMass("9.2 Mt CH4")
	_, err := target.New(d)
	assert.ErrorContains(t, err, "a level is CO2e in the target's metric")
}

// A new forecast in another view names no base in both where it starts from no year.
func TestBaselineMovesWithoutABase(t *testing.T) {
	second, _ := plans(t).Version(2)
	d := second.Target.Definition()
	d.Source, d.Published = "plan of 2020", ghg.MustDate("2020-12-31")
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	other, err := ghg.NewYearly("KR-27", withIndustry, ghg.Unstated, []ghg.YearFigure{{Year: 2030, Status: ghg.Projected,
		CO2e: ghg.MustCO2e("14 MtCO2e"), Vintage: ghg.FirstVintage}})
	require.NoError(t, err)
	h, err = h.Rebaseline(bridge.CauseUnknown, target.Change{Date: ghg.MustWhen("2021-01-01"), Document: "x"}, other)
	require.NoError(t, err)
	assert.Contains(t, found(t, h.Findings(), target.FindingBasisMoves).Detail,
		"the target moved on 2021-01-01 from view without industry (as declared by plan of 2020) to with industry")
}
