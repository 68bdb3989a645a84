package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRestatePercentages(t *testing.T) {
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%"), Standing: target.Legal}, {Year: 2028,
		Level: ghg.MustMass("6 Mt")}}
	h := mustHistory(t, d)
	h, err := h.Restate(restating(bridge.CauseMethod, basic("9.43 Mt"), basic("8.97 Mt")))
	require.NoError(t, err)
	now := h.Current().Target
	want := map[int]string{2025: "7176000 tCO2e (AR5)", 2028: "6000000 tCO2e (AR5)", 2030: "4933500 tCO2e (AR5)"}
	for y, l := range now.Limits() {
		assert.Equal(t, want[y], l.String(), y)
	}
	for m := range now.Milestones() {
		assert.Equal(t, m.Year == 2025, m.Standing == target.Legal)
	}
	assert.Equal(t, day(2024, 2, 29), now.Published())
	assert.Equal(t, "constructed", now.Source())
	old, _ := h.Version(1)
	assert.Equal(t, "Daegu carbon neutrality strategy, December 2021", old.Target.Source())

	// Averaged base periods and intensities follow the base too.
	d.Milestones = nil
	d.Goal = target.BaseYear{Year: 2016, Through: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("45%")}
	h, err = mustHistory(t, d).Restate(restating(bridge.CauseMethod, basic("100 t"), basic("90 t")))
	require.NoError(t, err)
	from, last := h.Current().Target.BasePeriod()
	assert.Equal(t, []int{2016, 2018}, []int{from, last})

	people := func(then int64) ghg.Years[decimal.Decimal] {
		a, err := ghg.NewYears("population", "persons", nil, []ghg.OfYear[decimal.Decimal]{{Year: 2018, Value: decimal.New(200, 0)},
			{Year: 2030, Value: decimal.New(then, 0)}}...)
		require.NoError(t, err)
		return a
	}
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("40%"), Activity: people(250)}
	h, err = mustHistory(t, d).Restate(restating(bridge.CauseMethod, basic("100 t"), basic("90 t")))
	require.NoError(t, err)
	l, err := h.Current().Target.Limit(2030)
	require.NoError(t, err)
	assert.Equal(t, "67.5 tCO2e (AR5)", l.String()) // 90/200 × 0.6 × 250
	r := restating(bridge.CauseData, basic("90 t"), basic("90 t"))
	r.Activity = people(300)
	h, err = h.Restate(r)
	require.NoError(t, err)
	l, err = h.Current().Target.Limit(2030)
	require.NoError(t, err)
	assert.Equal(t, "81 tCO2e (AR5)", l.String()) // 90/200 × 0.6 × 300
}

// TestNationalCase is the country's gross 2018 figure told three times. A
// target on the 1996 guidelines is not read on a 2006 series, nor on AR5.
func TestNationalCase(t *testing.T) {
	h, err := countryHistory()
	require.NoError(t, err)
	series := func(edition ghg.SchemeID, m ghg.Metric, amount string) ghg.Yearly {
		c, err := ghg.NewCO2e(dec(amount), ghg.Megatonne, m)
		require.NoError(t, err)
		y, err := ghg.NewYearly("KOR", grossOn(edition), m, []ghg.YearFigure{{Year: 2022, CO2e: c, Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	old, _ := h.Version(2)
	for _, x := range []struct {
		s      ghg.Yearly
		aspect ghg.Aspect
	}{{series("IPCC 2006", ghg.AR5, "724.29"), ghg.AspectEdition}, {series("IPCC 2006", ghg.SAR, "700"), ghg.AspectEdition},
		{series("IPCC 1996", ghg.AR5, "700"), ghg.AspectMetric}} {
		var m *ghg.MismatchError
		require.ErrorAs(t, old.Target.Match(x.s), &m)
		assert.Equal(t, x.aspect, m.Differ[0].Aspect)
	}
	now := h.Current()
	require.NoError(t, now.Target.Match(series("IPCC 2006", ghg.AR5, "724.29")))
	require.Error(t, now.Target.Match(series("IPCC 1996", ghg.SAR, "654.5")))
	assert.False(t, now.Base.IsZero())
	_, ok := now.Base.Relative.Value()
	assert.False(t, ok)
	assert.Equal(t, "the two are on two metrics: not a change of emissions", now.Base.Relative.Undefined())
	assert.Equal(t, "the two are on two metrics: not a change of emissions", now.Base.Change.Undefined())
	near(t, "0.069586573885", value(t, now.Base.Apparent), "1e-12") // 51.0/732.9
	near(t, "0.010896551724", value(t, old.Base.Relative), "1e-12") // 7.9/725.0
	assert.Equal(t, "7900000 tCO2e (SAR)", old.Base.Change.String())

	// 654.5 Mt is the provisional figure for 2022 on the 1996 guidelines.
	all, err := h.ProgressOnAll(2022, target.Linear, target.DefaultRules, series("IPCC 2006", ghg.AR5, "724.29"), series("IPCC 1996",
		ghg.SAR, "654.5"))
	require.NoError(t, err)
	var achieved []string
	for _, v := range all {
		require.NoError(t, v.Err)
		achieved = append(achieved, v.Progress.Achieved.Percent(2))
	}
	assert.Equal(t, []string{"24.31%", "26.74%", "19.01%"}, achieved) // 70.5/290, 78.4/293.16, 59.61/313.56

	// Neither series fits: each version says why, for each of them.
	all, err = h.ProgressOnAll(2022, target.Linear, target.DefaultRules, series("IPCC 2006", ghg.SAR, "1"), series("IPCC 1996", ghg.AR5, "1"))
	require.NoError(t, err)
	for _, v := range all {
		var m *ghg.MismatchError
		assert.ErrorAs(t, v.Err, &m)
		assert.ErrorContains(t, v.Err, "edition")
		assert.ErrorContains(t, v.Err, "metric")
		assert.True(t, v.Progress.Target.IsZero())
		assert.Contains(t, v.String(), "do not meet")
	}
}

func TestRestateTwoViews(t *testing.T) {
	grossView, netView := ghg.MustDeclaredView("gross", "GIR"), ghg.MustDeclaredView("net", "GIR")
	d := daegu2030()
	d.Views = target.Views{Base: grossView, Due: netView}
	d.Goal = target.FixedLevel{Level: ghg.MustMass("50 t"), Year: 2018, Base: ghg.MustMass("100 t")}
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%")}, {Year: 2027, Level: ghg.MustMass("70 t")}}
	h := mustHistory(t, d)
	at := func(v ghg.View, amount string) target.ViewLevel {
		return target.ViewLevel{View: v, CO2e: ghg.MustCO2e(amount)}
	}
	limit := func(h target.History, y int) string {
		l, err := h.Current().Target.Limit(y)
		require.NoError(t, err)
		return l.String()
	}
	// The base alone: the level stays.
	same, err := h.Restate(restating(bridge.CauseCorrection, at(grossView, "100 tCO2e (AR5)"), at(grossView, "110 tCO2e (AR5)")))
	require.NoError(t, err)
	assert.Equal(t, []string{"88 tCO2e (AR5)", "70 tCO2e (AR5)", "50 tCO2e (AR5)"}, []string{limit(same, 2025), limit(same, 2027),
		limit(same, 2030)})
	s := func(v ghg.View, amount string) ghg.Yearly {
		return figures(v, ghg.AR5, ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e(amount), Vintage: ghg.FirstVintage})
	}
	all, err := same.ProgressOnAll(2022, target.Linear, target.DefaultRules, s(grossView, "90 tCO2e (AR5)"), s(netView, "80 tCO2e (AR5)"))
	require.NoError(t, err)
	require.NoError(t, all[0].Err)
	assert.Equal(t, []string{"40.00%", "50.00%"}, []string{all[0].Progress.Achieved.Percent(2), all[1].Progress.Achieved.Percent(2)})
	all, err = same.ProgressOnAll(2022, target.Linear, target.DefaultRules, s(netView, "80 tCO2e (AR5)"))
	require.NoError(t, err)
	var m *ghg.MismatchError
	assert.ErrorAs(t, all[0].Err, &m, "the series of the base is missing")

	// The base moves to another view: the due year's has to be said.
	move := restating(bridge.CauseBoundary, at(grossView, "100 tCO2e (AR5)"), at(netView, "95 tCO2e (AR5)"))
	_, err = h.Restate(move)
	assert.ErrorContains(t, err, "due: the base moves to net (as declared by GIR): say the view of the due year too, which was net")
	move.Due = netView
	moved, err := h.Restate(move)
	require.NoError(t, err, "the due year's view stays, so do its levels")
	assert.Equal(t, []string{"76 tCO2e (AR5)", "50 tCO2e (AR5)"}, []string{limit(moved, 2025), limit(moved, 2030)})
	assert.Contains(t, moved.Details(),
		"measured in         gross (as declared by GIR) for the base, net (as declared by GIR) for the due year, metric AR5\n")
	assert.Contains(t, moved.Details(), "measured in         net (as declared by GIR), metric AR5\n")

	// Another view of the due year: stated levels are told anew.
	move.To, move.Due = at(grossView, "100 tCO2e (AR5)"), grossView
	_, err = h.Restate(move)
	assert.EqualError(t, err, `change of target "Daegu 2030", levels: the level for 2027 is stated as an amount, 70 tCO2e (AR5), `+
		"and cannot be carried over from view net (as declared by GIR) to gross (as declared by GIR): state it there too\n"+
		`change of target "Daegu 2030", levels: the level for 2030 is stated as an amount, 50 tCO2e (AR5), `+
		"and cannot be carried over from view net (as declared by GIR) to gross (as declared by GIR): state it there too")
	move.Levels = []target.Milestone{{Year: 2027, Level: ghg.MustMass("75 t")}}
	_, err = h.Restate(move)
	require.ErrorContains(t, err, "the level for 2030 is stated as an amount")
	require.NotContains(t, err.Error(), "2027")
	move.Levels = []target.Milestone{{Year: 2030, Level: ghg.MustMass("55 t")}, {Year: 2027, Level: ghg.MustMass("75 t")}}
	moved, err = h.Restate(move)
	require.NoError(t, err)
	assert.Equal(t, []string{"80 tCO2e (AR5)", "75 tCO2e (AR5)", "55 tCO2e (AR5)"}, []string{limit(moved, 2025), limit(moved, 2027),
		limit(moved, 2030)})
	assert.Equal(t, []string{"80 tCO2e (AR5)", "70 tCO2e (AR5)", "50 tCO2e (AR5)"}, []string{limit(h, 2025), limit(h, 2027), limit(h,
		2030)}, "the old version stays")
	for says, levels := range map[string][]target.Milestone{
		`levels "3": 2 are stated as amounts`: append(move.Levels, target.Milestone{Year: 2025,
			Level: ghg.MustMass("1 t")}),
		`levels "3": 2 are stated`:                                       append(move.Levels, move.Levels[0]),
		`levels "2027": a restated level is an amount, and nothing else`: {{Year: 2027, Cut: ghg.MustShare("1%")}, move.Levels[0]},
		`levels "2027": a restated level is an amount, and nothing`: {{Year: 2027, Level: ghg.MustMass("1 t"),
			Cut: ghg.MustShare("1%")}, move.Levels[0]},
		`levels "2030": a restated level is an amount, and nothing else`: {{Year: 2030, Level: ghg.MustMass("1 t"),
			Standing: target.Legal}, move.Levels[1]},
		"the level for 2030 is stated as an amount":                                     {move.Levels[1]},
		`change of target "Daegu 2030", levels: the level for 2027 is stated as an amo`: {move.Levels[0]},
	} {
		move := move
		move.Levels = levels
		_, err = h.Restate(move)
		assert.ErrorContains(t, err, says)
	}
	stay := restating(bridge.CauseCorrection, at(grossView, "100 tCO2e (AR5)"), at(grossView, "110 tCO2e (AR5)"))
	stay.Levels = move.Levels
	_, err = h.Restate(stay)
	assert.ErrorContains(t, err,
		"levels \"2\": the target stays in its view and metric, and stated levels stay as they are; other levels are a revision")
}

// A target with one view does not get a second one by a restatement: 40 % of
// gross emissions held against a net level would need fewer cuts, and the base
// would have changed by 0 %.
func TestRestateKeepsOneView(t *testing.T) {
	grossView, netView := ghg.MustDeclaredView("gross", "GIR"), ghg.MustDeclaredView("net", "GIR")
	d := daegu2030()
	d.Views = target.Same(grossView)
	h := mustHistory(t, d)
	at := func(v ghg.View, amount string) target.ViewLevel {
		return target.ViewLevel{View: v, CO2e: ghg.MustCO2e(amount)}
	}
	r := restating(bridge.CauseMethod, at(grossView, "9.43 MtCO2e (AR5)"), at(grossView, "9.43 MtCO2e (AR5)"))
	r.Due = netView
	_, err := h.Restate(r)
	assert.ErrorContains(t, err, "due \"net (as declared by GIR)\": the target has one view for base and due year")
	r.To, r.Due = at(netView, "9 MtCO2e (AR5)"), netView
	moved, err := h.Restate(r)
	require.NoError(t, err)
	assert.Equal(t, target.Same(netView).Due.ID(), moved.Current().Target.Views().Base.ID())

	// Where it has two, a due year that moves is always reason to recalculate.
	d.Views = target.Views{Base: grossView, Due: netView}
	h = mustHistory(t, d)
	r.To, r.Due = at(grossView, "9.43 MtCO2e (AR5)"), grossView
	j, err := policy(t, "5%", "10%").Judge(h, r)
	require.NoError(t, err)
	assert.True(t, j.Required)
	assert.Equal(t, []string{"the due year moves from view net (as declared by GIR) to gross (as declared by GIR): " +
		"the target cannot be held against figures made like its levels before"}, j.Reasons)
}

func TestRestateRefuses(t *testing.T) {
	h := hundred(t)
	ok := restating(bridge.CauseData, basic("100 t"), basic("99 t"))
	for says, change := range map[string]func(*target.Restatement){
		"cause \"unknown (8)\": no kind of cause": func(r *target.Restatement) { r.Cause = 8 },
		"reason: say why":                         func(r *target.Restatement) { r.Change.Reason = "" },
		"document: name":                          func(r *target.Restatement) { r.Change.Document = "" },
		"date: the day":                           func(r *target.Restatement) { r.Change.Date = ghg.OnDay(ghg.Date{}) },
		"date \"2021-11-30\": it lies before version 1 of 2021-12-01": func(r *target.Restatement) {
			r.Change.Date = ghg.OnDay(day(2021, 11, 30))
		},
		"from.view: no view given": func(r *target.Restatement) { r.From.View = ghg.View{} },
		"to.view: no view given":   func(r *target.Restatement) { r.To.View = ghg.View{} },
		"from \"100 tCO2e (AR5)\": the target counts from 100 tCO2e (AR5) in GPC 1.1 B": func(r *target.Restatement) {
			r.From.View = gpc.BasicPlus
		},
		"from \"100 tCO2e (SAR)\": the target counts from 100 tCO2e (AR5)": func(r *target.Restatement) {
			r.From.CO2e = ghg.MustCO2e("100 tCO2e (SAR)")
		},
		"from \"100.1 tCO2e (AR5)\": the target counts from 100 tCO2e (AR5)": func(r *target.Restatement) {
			r.From = basic("100.1 t")
		},
		"to \"0 tCO2e (AR5)\": a base must be above zero":  func(r *target.Restatement) { r.To = basic("0 t") },
		"to \"-1 tCO2e (AR5)\": a base must be above zero": func(r *target.Restatement) { r.To = basic("-1 t") },
		"to \"100 tCO2e (AR5)\": nothing is restated":      func(r *target.Restatement) { r.To = r.From },
		"at most 1000000000000000000000000 t":              func(r *target.Restatement) { r.To = basic("1.1e24 t") },
		"activity \"population\": the goal, 50% below 2018, has no activity": func(r *target.Restatement) {
			r.Activity, _ = ghg.NewYears[decimal.Decimal]("population", "persons", nil)
		},
		"pathway \"linear\": the goal has no stated pathway that would have to move": func(r *target.Restatement) { r.Pathway = target.Linear },
		"the target has one view for base and due year": func(r *target.Restatement) {
			r.Due = ghg.MustDeclaredView("x", "y")
		},
	} {
		r := ok
		change(&r)
		got, err := h.Restate(r)
		assert.ErrorContains(t, err, says)
		assert.True(t, got.IsZero())
	}
	r := ok
	r.From.CO2e = ghg.MustCO2e("100 tCO2e (SAR)")
	_, err := h.Restate(r)
	assert.ErrorContains(t, err, `from "100 tCO2e (SAR)": the target counts from 100 tCO2e (AR5)`)
	huge, err := basic("100 t").CO2e.Scale(dec("1e-30"))
	require.NoError(t, err)
	huge, err = huge.Scale(dec("1e-30"))
	require.NoError(t, err)
	r = ok
	r.To.CO2e = huge
	_, err = h.Restate(r)
	assert.ErrorContains(t, err, "to: mass: a number of")

	d := daegu2030()
	for says, g := range map[string]target.Goal{
		"the goal states no base year to restate: revise the target": target.FixedLevel{Level: ghg.MustMass("5 Mt")},
		"a rolling goal takes its bases from the series": target.RollingBaseYear{Year: 2018,
			Every: 1, Cut: ghg.MustShare("2%")},
		"goal \"10% below the static baseline\": its base is a baseline scenario: use Rebaseline": forecastGoal(target.StaticBaseline,
			gpc.Basic, ghg.AR5, "1000 t", "900 t"),
	} {
		d.Goal = g
		_, err := mustHistory(t, d).Restate(ok)
		assert.ErrorContains(t, err, says)
	}
}

func TestRestateStatedPathway(t *testing.T) {
	stated := func(m string) target.Pathway {
		p, err := target.Stated("council path", "plan", func(yield func(int, ghg.CO2e) bool) {
			for y := 2019; y < 2030 && yield(y, ghg.MustCO2e("70 tCO2e ("+m+")")); y++ {
			}
		})
		require.NoError(t, err)
		return p
	}
	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("50%")}
	d.Timeframe = target.AnnualFrom(2020, stated("AR5"))
	h := mustHistory(t, d)
	same, err := h.Restate(restating(bridge.CauseData, basic("100 t"), basic("99 t")))
	require.NoError(t, err)
	assert.Equal(t, "annual from 2020, council path", same.Current().Target.Timeframe().String())
	r := restating(bridge.CauseMetric, basic("100 t"), target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e("95 tCO2e (SAR)")})
	_, err = h.Restate(r)
	assert.ErrorContains(t, err,
		"pathway \"council path\": its values are stated as amounts, and cannot be carried over from metric AR5 to SAR: state them there too")
	r.Pathway = stated("SAR")
	moved, err := h.Restate(r)
	require.NoError(t, err)
	v, err := moved.Current().Target.Pathway(moved.Current().Target.Timeframe().Pathway(), 2022)
	require.NoError(t, err)
	assert.Equal(t, "70 tCO2e (SAR)", v.String())
	assert.Equal(t, 2020, moved.Current().Target.Timeframe().First())
	// A pathway that is a rule moves by itself.
	d.Timeframe = target.AnnualFrom(2020, target.Linear)
	r.Pathway = target.Pathway{}
	_, err = mustHistory(t, d).Restate(r)
	assert.NoError(t, err)
	r.Pathway = stated("SAR")
	_, err = mustHistory(t, d).Restate(r)
	assert.ErrorContains(t, err, "the goal has no stated pathway")
}

// scenario is a goal of 10 % below a baseline for 2018 and 2030.
func forecastGoal(k target.BaselineKind, v ghg.View, m ghg.Metric, first, last string) target.BaselineScenario {
	at := func(s string) ghg.CO2e {
		c, err := ghg.CO2eOf(ghg.MustMass(s), m)
		if err != nil {
			panic(err)
		}
		return c
	}
	return target.BaselineScenario{Kind: k, Year: 2018, Cut: ghg.MustShare("10%"), Baseline: figures(v, m,
		ghg.YearFigure{Year: 2018, CO2e: at(first), Vintage: 1, Source: "model"}, ghg.YearFigure{Year: 2030, CO2e: at(last),
			Status: ghg.Projected, Vintage: 1})}
}

func TestRebaseline(t *testing.T) {
	d := daegu2030()
	d.Goal = forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.AR5, "1000 t", "1200 t")
	h := mustHistory(t, d)
	c := changed(day(2024, 2, 29))
	limit := func(h target.History) string {
		l, err := h.Current().Target.Limit(2030)
		require.NoError(t, err)
		return l.String()
	}
	newer := forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.AR5, "1010 t", "1100 t").Baseline
	got, err := h.Reforecast(c, newer)
	require.NoError(t, err)
	assert.Equal(t, []string{"1080 tCO2e (AR5)", "990 tCO2e (AR5)"}, []string{limit(h), limit(got)})
	assert.Equal(t, "1000 tCO2e (AR5) to 1010 tCO2e (AR5): 1.00%", got.Current().Base.String())
	assert.Equal(t, target.VersionReforecast, got.Current().Kind)

	// A scenario that starts nowhere has no base to compare.
	g := d.Goal.(target.BaselineScenario)
	g.Year = 0
	d.Goal = g
	got, err = mustHistory(t, d).Reforecast(c, newer)
	require.NoError(t, err)
	assert.True(t, got.Current().Base.IsZero())

	// A static one is fixed, but for a recalculation.
	g.Year, g.Kind = 2018, target.StaticBaseline
	d.Goal = g
	static := mustHistory(t, d)
	_, err = static.Reforecast(c, newer)
	assert.ErrorContains(t, err,
		"goal \"10% below the static baseline\": a static baseline is fixed when the goal is set: a new forecast is no reason to change it")
	got, err = static.Rebaseline(bridge.CauseCorrection, c, newer)
	require.NoError(t, err)
	assert.Equal(t, "990 tCO2e (AR5)", limit(got))

	// Another metric or view is a recalculation.
	sar := forecastGoal(target.DynamicBaseline, gpc.BasicPlus, ghg.SAR, "900 t", "1000 t").Baseline
	_, err = h.Reforecast(c, sar)
	assert.ErrorContains(t, err, "a new forecast is of the view and metric of the old one, GPC 1.1 BASIC in metric AR5")
	_, err = h.Reforecast(c, forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.SAR, "900 t", "1000 t").Baseline)
	assert.ErrorContains(t, err, "a new forecast is of the view and metric")
	got, err = h.Rebaseline(bridge.CauseMetric, c, sar)
	require.NoError(t, err)
	assert.Equal(t, "900 tCO2e (SAR)", limit(got))
	assert.Equal(t, "GPC 1.1 BASIC+", got.Current().Target.Views().Base.String())
	assert.Contains(t, got.Details(), "moves from          view GPC 1.1 BASIC to GPC 1.1 BASIC+, metric AR5 to SAR")

	for says, f := range map[string]func() (target.History, error){
		"cause \"unknown (8)\": no kind of cause": func() (target.History, error) {
			return h.Rebaseline(8, c, newer)
		},
		"goal \"50% below 2018\": it has no baseline scenario: use Restate": func() (target.History, error) {
			return hundred(t).Reforecast(c, newer)
		},
		"baseline: no view given": func() (target.History, error) {
			return h.Rebaseline(bridge.CauseData, c, ghg.Yearly{})
		},
		"reason: say why": func() (target.History, error) {
			return h.Reforecast(target.Change{}, newer)
		},
	} {
		_, err := f()
		assert.ErrorContains(t, err, says)
	}
}

func TestMoveIsExplained(t *testing.T) {
	h, err := countryHistory()
	require.NoError(t, err)
	last := h.Current()
	r := restating(bridge.CauseMetric, last.Base.To, target.ViewLevel{View: grossOn("IPCC 2006"), CO2e: ghg.MustCO2e("790 MtCO2e (AR6)")})
	r.Change.Date = ghg.OnDay(day(2026, 1, 1))
	judged, err := policy(t, "5%", "5%").Judge(h, r)
	require.NoError(t, err)
	text := judged.Details()
	assert.Contains(t, text,
		"change                783900000 tCO2e (AR5) to 790000000 tCO2e (AR6): the number changes by 0.78%, which is not a change of emissions\n")
	assert.Contains(t, text, "  relative            (B' - B)/B = undefined: the two are on two metrics: not a change of emissions\n")
	assert.Contains(t, text, "  moves from          metric AR5 to AR6\n")
	assert.Contains(t, text, "source              790000000 tCO2e (AR6) in IPCC 2006 gross (as declared by GIR): not stated\n")
}
