package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGroupRefuses(t *testing.T) {
	good := rollup.Definition{Name: "g", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")}}
	half := rollup.Portion{Place: at("48120"), Share: ghg.MustShare("50%"), Source: "s"}
	for want, change := range map[string]func(*rollup.Definition){
		"name":                   func(d *rollup.Definition) { d.Name = " " },
		"a day from 1850":        func(d *rollup.Definition) { d.Day = ghg.Date{} },
		"from 1 to 5000":         func(d *rollup.Definition) { d.Members = nil },
		"look it up":             func(d *rollup.Definition) { d.Members = []place.Place{{}} },
		"it is given twice: a p": func(d *rollup.Definition) { d.Members = []place.Place{at("48120"), at("48120")} },
		"not in force":           func(d *rollup.Definition) { d.Day = ghg.MustDate("2009-12-31") },
		"it is no member":        func(d *rollup.Definition) { d.Portions = []rollup.Portion{{Place: at("48310")}} },
		"portion 2, place":       func(d *rollup.Definition) { d.Portions = []rollup.Portion{half, half} },
		"say who states":         func(d *rollup.Definition) { d.Portions = []rollup.Portion{{Place: at("48120")}} },
		"state it, if only":      func(d *rollup.Definition) { d.Portions = []rollup.Portion{{Place: at("48120"), Source: "s"}} },
		"0% to 100%": func(d *rollup.Definition) {
			d.Portions = []rollup.Portion{{Place: at("48120"), Source: "s", Share: ghg.MustShare("101%")}}
		},
	} {
		d := good
		change(&d)
		_, err := rollup.NewGroup(d)
		assert.ErrorContains(t, err, want)
	}
	d := good
	d.Day = ghg.MustDate("2009-12-31")
	_, err := rollup.NewGroup(d)
	var gone *place.NotInForceError
	require.ErrorAs(t, err, &gone)
	assert.Len(t, gone.Predecessors, 3)
	_, _, err = rollup.OfCoalition(place.Coalition{}, ghg.Date{})
	assert.Error(t, err)
	var none rollup.Group
	assert.Empty(t, none.Name())
	_, err = none.Yearly(adding, []int{2018}, nil)
	assert.ErrorContains(t, err, "there is none")
}

func TestQuestionRefuses(t *testing.T) {
	g := groupOf(t, "2018-12-31", "48120", "48170")
	reports := tables(t, "2018-12-31", 2018, map[string]string{"48120": "1", "48170": "2"})
	for want, change := range map[string]func(*rollup.Question){
		"no view given":          func(q *rollup.Question) { q.View = ghg.View{} },
		"no metric given":        func(q *rollup.Question) { q.Metric = ghg.Metric{} },
		"or both are allowed":    func(q *rollup.Question) { q.Nested = 4 },
		"alignment 1, place":     func(q *rollup.Question) { q.Align = []rollup.Alignment{{Place: at("48310"), Year: 2018}} },
		"alignment 1, year":      func(q *rollup.Question) { q.Align = []rollup.Alignment{{Place: at("48120"), Year: 1}} },
		"alignment 1, take":      func(q *rollup.Question) { q.Align = []rollup.Alignment{{Place: at("48120"), Year: 2018, Take: 1}} },
		"vintage 1, place":       func(q *rollup.Question) { q.Vintages = []rollup.VintageOf{{Place: at("48310"), Vintage: 1}} },
		"vintage 1, vintage":     func(q *rollup.Question) { q.Vintages = []rollup.VintageOf{{Place: at("48120")}} },
		"of the vintage asked f": func(q *rollup.Question) { q.Vintages = []rollup.VintageOf{{Place: at("48120"), Vintage: 2}} },
		"said twice which year": func(q *rollup.Question) {
			q.Align = []rollup.Alignment{{Place: at("48120"), Year: 2018, Take: 2018}, {Place: at("48120"), Year: 2018, Take: 2017}}
		},
	} {
		q := adding
		change(&q)
		_, err := g.Yearly(q, []int{2018}, reports)
		assert.ErrorContains(t, err, want)
	}
	_, err := g.Yearly(adding, nil, reports)
	assert.ErrorContains(t, err, "say of which years")
	_, err = g.Yearly(adding, []int{2018}, append(reports, rollup.SeriesOf{}))
	assert.ErrorContains(t, err, "look it up")
	_, err = g.Yearly(adding, []int{2018}, append(reports, tables(t, "2018-12-31", 2018, map[string]string{"48310": "1"})...))
	var outside ghg.Fault
	require.ErrorAs(t, err, &outside)
	assert.Equal(t, rollup.FaultNotAMember, outside.Code)
	_, err = g.Yearly(adding, []int{2018}, append(reports, tables(t, "2018-12-31", 2018, map[string]string{"48": "1"})...))
	require.ErrorAs(t, err, &outside, "the province above its cities is no member either")
	assert.Equal(t, rollup.FaultNotAMember, outside.Code)
	_, err = g.Yearly(adding, []int{2018}, append(reports, reports[1]))
	var twice *ghg.TwiceError
	require.ErrorAs(t, err, &twice)
	_, err = g.Yearly(adding, []int{2017}, nil)
	require.ErrorIs(t, err, ghg.ErrNothingReported)
	_, err = g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018, nil)
	require.ErrorIs(t, err, ghg.ErrNothingReported)
	_, err = g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 18, nil)
	assert.ErrorContains(t, err, "years from 1850")
	late := printed("48120", road(), ghg.AR5, map[int]string{2026: "1 kt"})
	late.Place, err = place.Korea().ByCode("12", ghg.MustDate("2026-07-20"))
	require.NoError(t, err)
	_, err = g.Yearly(adding, []int{2026}, []rollup.SeriesOf{late})
	var not *place.NotInForceError
	require.ErrorAs(t, err, &not)
}

// All places that have no figure of the year are named, and those that are covered are not.
func TestEveryRefusalIsTold(t *testing.T) {
	reports := tables(t, "2018-12-31", 2017, map[string]string{"48120": "1", "48170": "2"})
	_, err := groupOf(t, "2018-12-31", "48120", "48170").Yearly(adding, []int{2018}, reports)
	assert.ErrorContains(t, err, "48120 창원시: no figure for 2018 (there are figures for 2017)")
	assert.ErrorContains(t, err, "48170 진주시: no figure for 2018")
	whole := tables(t, "2018-12-31", 2018, map[string]string{"48": "3"})
	out, err := groupOf(t, "2018-12-31", "48").Yearly(nestedAs(rollup.OwnFigure), []int{2018}, append(reports, whole...))
	require.NoError(t, err)
	assert.Len(t, out.Sums[0].Covered, 2)
}

func TestUnlikeVintagesAndPeriods(t *testing.T) {
	g := groupOf(t, "2018-12-31", "48120", "48170")
	one := series(t, at("48120"), road(), ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: hundredths(t, "1"), Vintage: 1, Status: ghg.Provisional})
	two := series(t, at("48170"), road(), ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: hundredths(t, "2"), Vintage: 2})
	_, err := g.Yearly(adding, []int{2018}, []rollup.SeriesOf{one, two})
	var unlike *rollup.VintageError
	require.ErrorAs(t, err, &unlike)
	assert.Equal(t, ghg.FirstVintage, unlike.Other)
	assert.Equal(t, "48170 진주시의 2018년 수치는 제2판, 다른 곳은 제1판입니다. 어느 판본을 집계할지 정하십시오", unlike.Korean())
	q := adding
	q.Vintages = []rollup.VintageOf{{Place: at("48170"), Vintage: 2}}
	out, err := g.Yearly(q, []int{2018}, []rollup.SeriesOf{one, two})
	require.NoError(t, err)
	f, _ := out.Yearly.At(2018)
	assert.Equal(t, ghg.Vintage(2), f.Vintage, "the latest that is in it")
	assert.Equal(t, ghg.Provisional, f.Status)
	assert.Equal(t, "2 of 2 places: 48120, 48170", f.Source)

	fiscal := series(t, at("48170"), road(), ghg.AR5, ghg.YearFigure{Year: 2018, Period: ghg.FiscalYear(2018, 4), CO2e: hundredths(t, "2"),
		Vintage: 1})
	_, err = g.Yearly(adding, []int{2018}, []rollup.SeriesOf{one, fiscal})
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "period", fault.Field)
	other := series(t, at("48120"), road(), ghg.AR5, ghg.YearFigure{Year: 2018, Period: ghg.FiscalYear(2018, 4), CO2e: hundredths(t, "1"),
		Vintage: 1})
	out, err = g.Yearly(adding, []int{2018}, []rollup.SeriesOf{other, fiscal})
	require.NoError(t, err)
	f, _ = out.Yearly.At(2018)
	assert.Equal(t, ghg.FiscalYear(2018, 4), f.Period)
}

// A place that is told to be missing is missing, and so listed.
func TestToldMissing(t *testing.T) {
	q := adding
	q.Align = []rollup.Alignment{{Place: at("48170"), Year: 2018}}
	out, err := groupOf(t, "2018-12-31", "48120", "48170").Yearly(q, []int{2018}, append(
		tables(t, "2018-12-31", 2018, map[string]string{"48120": "1"}), tables(t, "2018-12-31", 2017, map[string]string{"48170": "2"})...))
	require.NoError(t, err)
	assert.Equal(t, []string{"48170"}, codes(out.Sums[0].Missing))
	assert.Contains(t, out.Sums[0].Findings.All[0].Detail, "was told to be missing")
}

// One place alone is no sum: any view will do.
func TestOnePlaceOfAnyView(t *testing.T) {
	unknown := ghg.MustDeclaredView("total", "somebody")
	out, err := groupOf(t, "2018-12-31", "48120", "48170").Yearly(rollup.Question{View: unknown, Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{printed("48120", unknown, ghg.AR5, map[int]string{2018: "5 kt"})})
	require.NoError(t, err)
	equalKt(t, "5", out.Sums[0].CO2e)
	_, err = groupOf(t, "2018-12-31", "48120").Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{printed("48120", unknown, ghg.AR5, map[int]string{2018: "5 kt"})})
	var differ *ghg.MismatchError
	require.ErrorAs(t, err, &differ)
	assert.True(t, differ.In(ghg.AspectView))
}

func TestAgainstAnotherMetric(t *testing.T) {
	out, err := groupOf(t, "2018-12-31", "48120").Yearly(adding, []int{2018}, tables(t, "2018-12-31", 2018, map[string]string{"48120": "1"}))
	require.NoError(t, err)
	_, err = out.Sums[0].Against("x", kt(t, "1", ghg.SAR), ghg.Mass{})
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	_, err = rollup.CheckRow("x", 2018, kt(t, "1", ghg.SAR), kt(t, "1", ghg.AR5))
	require.ErrorAs(t, err, &metric)
	c, err := out.Sums[0].Against("x", hundredths(t, "1"), ghg.Mass{})
	require.NoError(t, err)
	assert.Zero(t, c.Findings().Len(), "agreement is silent")
}
