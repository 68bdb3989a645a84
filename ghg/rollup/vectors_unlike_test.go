package rollup_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// line is a record of tonnes of CO2, or a key.
func line(code string, s ghg.Scheme, category, value string) ghg.Record {
	r := ghg.Record{Place: ghg.PlaceID(code), Period: ghg.CalendarYear(2018), Gas: ghg.CO2,
		Category: ghg.Category{Scheme: s.ID(), Code: category}}
	if key, err := ghg.ParseKey(value); err == nil {
		r.Value, r.Gas = ghg.KeyedAsFound(key, "a case"), ghg.Gas{}
	} else {
		r.Value = ghg.Emitted(ghg.MustMass(value + " t"))
	}
	return r
}

func inventoryOf(t *testing.T, p place.Place, s ghg.Scheme, records ...ghg.Record) rollup.InventoryOf {
	t.Helper()
	inv, _, err := ghg.NewInventory(records[0].Place, records[0].Period, ghg.FirstVintage, s, records)
	require.NoError(t, err)
	return rollup.InventoryOf{Place: p, Inventory: inv}
}

// Every order and every grouping of three inventories comes to the same.
func testTerritorialAdds(t *testing.T, v vector) {
	members := read[struct{ Members map[string]string }](t, v.Inputs).Members
	want := read[struct{ Total string }](t, v.Expected).Total
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}
	sum := func(order ...string) ghg.CO2e {
		var reports []rollup.InventoryOf
		for _, c := range order {
			reports = append(reports, inventoryOf(t, at(c), gpc.Scheme, line(c, gpc.Scheme, "I.1.1", members[c])))
		}
		out, err := groupOf(t, "2018-12-31", order...).Inventory(q, 2018, reports)
		require.NoError(t, err)
		assert.Equal(t, out.Total.CO2e.String(), out.Sum.CO2e.String())
		return out.Total.CO2e
	}
	c := slices.Sorted(maps.Keys(members))
	for _, order := range [][]string{{c[0], c[1], c[2]}, {c[2], c[1], c[0]}, {c[1], c[2], c[0]}} {
		equal(t, want, sum(order...).Tonnes())
	}
	for i := range c {
		one, two := sum(c[i]), sum(c[(i+1)%3], c[(i+2)%3])
		both, err := two.Add(one)
		require.NoError(t, err)
		equal(t, want, both.Tonnes())
	}
}

func testWaste(t *testing.T, v vector) {
	type member struct {
		Buildings   string
		ByGenerator string `json:"waste_by_generator"`
		ByTreatment string `json:"waste_by_treatment"`
	}
	members := read[struct{ Members map[string]member }](t, v.Inputs).Members
	want := read[map[string]any](t, v.Expected)
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "three lines", Source: "a case", Nodes: []ghg.Node{
		{Code: "B", Reportable: true}, {Code: "G", Reportable: true}, {Code: "T", Reportable: true}}})
	require.NoError(t, err)
	view := func(waste string, w ghg.WasteConvention) ghg.View {
		return ghg.MustView(ghg.ViewDefinition{Name: w.String(), Scheme: scheme, Categories: []string{"B", waste}, Addable: true,
			Why: "energy stands where it is used", Waste: w})
	}
	byGenerator, byTreatment := view("G", ghg.WasteByGenerator), view("T", ghg.WasteByTreatment)
	g := groupOf(t, "2018-12-31", "48120", "48170")
	places := map[string]place.Place{"A": at("48120"), "B": at("48170")}
	inventories := map[string]rollup.InventoryOf{}
	for name, m := range members {
		inventories[name] = inventoryOf(t, places[name], scheme, line(name, scheme, "B", m.Buildings), line(name, scheme, "G", m.ByGenerator),
			line(name, scheme, "T", m.ByTreatment))
	}
	for key, v := range map[string]ghg.View{"all_by_generator": byGenerator, "all_by_treatment": byTreatment} {
		out, err := g.Inventory(rollup.Question{View: v, Metric: ghg.AR5}, 2018, []rollup.InventoryOf{inventories["A"], inventories["B"]})
		require.NoError(t, err)
		equal(t, want[key].(string), out.Total.CO2e.Tonnes())
	}
	series := func(name string, v ghg.View) rollup.SeriesOf {
		y, err := ghg.YearlyOf(v, ghg.AR5, inventories[name].Inventory)
		require.NoError(t, err)
		return rollup.SeriesOf{Place: places[name], Yearly: y}
	}
	_, err = g.Yearly(rollup.Question{View: byGenerator, Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{series("A", byGenerator), series("B", byTreatment)})
	var mixed *rollup.WasteConventionError
	require.ErrorAs(t, err, &mixed)
	refusal := want["A by generator, B by treatment"].(map[string]any)
	equal(t, refusal["would_be"].(string), mixed.WouldBe.Tonnes())
	assert.Equal(t, "waste-convention-differs", refusal["refused"])
	assert.Equal(t, "figures for 2018 count waste in two ways: where it is treated, of 48170 진주시; where it is generated, of 48120 창원시. "+
		"Added they would be 280 tCO2e (AR5), with waste in it twice or not at all: make all of them in one way", err.Error())
}

func testUnlikeMetric(t *testing.T, v vector) {
	in := read[struct {
		Members []struct{ Code, Metric, T string }
	}](t, v.Inputs)
	metrics := map[string]ghg.Metric{"AR5": ghg.AR5, "SAR": ghg.SAR}
	var series []rollup.SeriesOf
	var inventories []rollup.InventoryOf
	var members []string
	for _, m := range in.Members {
		c, err := ghg.NewCO2e(number(m.T), ghg.Tonne, metrics[m.Metric])
		require.NoError(t, err)
		y, err := ghg.NewYearly(ghg.PlaceID(m.Code), road(), metrics[m.Metric],
			[]ghg.YearFigure{{Year: 2018, CO2e: c, Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		series = append(series, rollup.SeriesOf{Place: at(m.Code), Yearly: y})
		r := line(m.Code, gpc.Scheme, "I.1.1", m.T)
		r.Gas, r.Value = ghg.Gas{}, ghg.Equivalent(c)
		inventories = append(inventories, inventoryOf(t, at(m.Code), gpc.Scheme, r))
		members = append(members, m.Code)
	}
	g := groupOf(t, "2018-12-31", members...)
	for _, m := range metrics {
		_, err := g.Yearly(rollup.Question{View: road(), Metric: m}, []int{2018}, series)
		var differ *ghg.MismatchError
		require.ErrorAs(t, err, &differ)
		assert.True(t, differ.In(ghg.AspectMetric))
		_, err = g.Inventory(rollup.Question{View: gpc.Territorial, Metric: m}, 2018, inventories)
		var withheld *ghg.WithheldError
		require.ErrorAs(t, err, &withheld)
		var metric *ghg.MetricMismatchError
		require.ErrorAs(t, err, &metric)
	}
}

func testUnlikeYear(t *testing.T, v vector) {
	in := read[struct {
		Members []struct {
			Code, Kt string
			Year     int
		}
		Asked int `json:"year_asked"`
	}](t, v.Inputs)
	want := read[struct {
		Told struct {
			Kt       string
			Findings []string
		} `json:"when_told_to_take_2020_for_48170"`
	}](t, v.Expected)
	var reports []rollup.SeriesOf
	var inventories []rollup.InventoryOf
	for _, m := range in.Members {
		reports = append(reports, tables(t, "2018-12-31", m.Year, map[string]string{m.Code: m.Kt})...)
		r := line(m.Code, gpc.Scheme, "I.1.1", m.Kt)
		r.Period = ghg.CalendarYear(m.Year)
		inventories = append(inventories, inventoryOf(t, at(m.Code), gpc.Scheme, r))
	}
	g := groupOf(t, "2018-12-31", "48120", "48170")
	told := []rollup.Alignment{{Place: at("48170"), Year: in.Asked, Take: 2020}}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err := g.Yearly(q, []int{in.Asked}, reports)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []int{2020}, none.Have)
	q.Align = told
	out, err := g.Yearly(q, []int{in.Asked}, reports)
	require.NoError(t, err)
	equalKt(t, want.Told.Kt, out.Sums[0].CO2e)
	assert.Equal(t, want.Told.Findings, findingCodes(out.Sums[0].Findings))

	q = rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}
	_, err = g.Inventory(q, in.Asked, inventories)
	require.ErrorAs(t, err, &none)
	q.Align = told
	one, err := g.Inventory(q, in.Asked, inventories)
	require.NoError(t, err)
	equal(t, want.Told.Kt, one.Total.CO2e.Tonnes())
	assert.Equal(t, append(want.Told.Findings, "gaps:"), findingCodes(one.Sum.Findings), "one finding for all 26 categories")
	assert.Equal(t, ghg.CalendarYear(2018), one.Inventory.Period())
}

func testUnlikeEdition(t *testing.T, v vector) {
	in := read[struct {
		Members []struct{ Code, Vintage, Edition, Kt string }
	}](t, v.Inputs)
	var daegu, provinces []rollup.SeriesOf
	for _, m := range in.Members {
		view, err := road().WithEdition("an edition")
		if m.Edition != "" {
			view, err = road().WithEdition(ghg.SchemeID(m.Edition))
		}
		require.NoError(t, err)
		f := ghg.YearFigure{Year: 2018, CO2e: hundredths(t, m.Kt), Vintage: ghg.FirstVintage, Source: m.Vintage}
		if m.Edition != "" {
			provinces = append(provinces, series(t, at(m.Code), view, ghg.AR5, f))
			continue
		}
		f.Vintage += ghg.Vintage(len(daegu))
		daegu = append(daegu, series(t, at(m.Code), view, ghg.AR5, f))
	}
	_, err := groupOf(t, "2018-12-31", "27").Yearly(rollup.Question{View: daegu[0].Yearly.View(), Metric: ghg.AR5}, []int{2018}, daegu)
	var vintages *rollup.VintageError
	require.ErrorAs(t, err, &vintages)
	assert.Equal(t, []ghg.Vintage{1, 2}, vintages.Have)
	_, err = groupOf(t, "2018-12-31", "48", "47").Yearly(rollup.Question{View: provinces[0].Yearly.View(), Metric: ghg.AR5}, []int{2018},
		provinces)
	var differ *ghg.MismatchError
	require.ErrorAs(t, err, &differ)
	assert.True(t, differ.In(ghg.AspectEdition))
}

func testKeys(t *testing.T, v vector) {
	in := read[struct {
		Category string
		Members  map[string]string
	}](t, v.Inputs)
	want := read[struct {
		Sum       string `json:"sum_of_numbers"`
		Complete  bool
		NE        []string `json:"not_estimated"`
		NO        []string `json:"not_occurring"`
		Elsewhere []string `json:"included_elsewhere"`
	}](t, v.Expected)
	view := ghg.MustView(ghg.ViewDefinition{Name: "product use", Scheme: gpc.Scheme, Categories: []string{in.Category},
		Required: []string{in.Category}, Addable: true, Why: "in one place"})
	var reports []rollup.InventoryOf
	members := slices.Sorted(maps.Keys(in.Members))
	for _, code := range members {
		reports = append(reports, inventoryOf(t, at(code), gpc.Scheme, line(code, gpc.Scheme, in.Category, in.Members[code])))
	}
	out, err := groupOf(t, "2018-12-31", members...).Inventory(rollup.Question{View: view, Metric: ghg.AR5}, 2018, reports)
	require.NoError(t, err)
	equal(t, want.Sum, out.Total.CO2e.Tonnes())
	assert.Equal(t, want.Complete, out.Sum.IsComplete())
	require.Len(t, out.Sum.Keyed, 1)
	k := out.Sum.Keyed[0]
	assert.Equal(t, want.NE, codes(k.NotEstimated))
	assert.Equal(t, want.NO, codes(k.NotOccurring))
	assert.Equal(t, want.Elsewhere, codes(k.IncludedElsewhere))
	assert.Equal(t, want.Elsewhere, codes(k.NotFound))
	assert.Equal(t, "5 required: 2 reported, 1 NO, 1 IE, 1 NE", out.Sum.Coverage.String())

	// Without the place that does not estimate and the one that points elsewhere it is complete.
	reports = slices.DeleteFunc(reports, func(r rollup.InventoryOf) bool {
		return r.Place == at("48170") || r.Place == at("48330")
	})
	out, err = groupOf(t, "2018-12-31", "48120", "48250", "48310").Inventory(rollup.Question{View: view, Metric: ghg.AR5}, 2018, reports)
	require.NoError(t, err)
	equal(t, want.Sum, out.Total.CO2e.Tonnes())
	assert.True(t, out.Sum.IsComplete())
}
