package bridge_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// restatement bridges the inventories of the example in BASIC.
func restatement(t *testing.T, from, to ghg.Metric, causes ...bridge.CategoryCause) bridge.Bridge {
	t.Helper()
	return between(t, bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: from},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: to}, causes...)
}

func between(t *testing.T, from, to bridge.Reading, causes ...bridge.CategoryCause) bridge.Bridge {
	t.Helper()
	b, err := bridge.Inventories(from, to, causes...)
	require.NoError(t, err)
	assert.True(t, sumOf(b).Equal(b.Change().Tonnes()), "the lines add up to %s, the change is %s", sumOf(b), b.Change())
	return b
}

// in reads an inventory in BASIC and AR5.
func in(v ghg.Vintage, records ...ghg.Record) bridge.Reading {
	return bridge.Reading{Inventory: inventory(v, records...), View: gpc.Basic, Metric: ghg.AR5}
}

// linesOf prints the lines without their causes' words.
func linesOf(b bridge.Bridge) []string {
	var out []string
	for l := range b.Lines() {
		amount, _ := l.Amount()
		out = append(out, fmt.Sprintf("%s %s [%s] %s %s %s (%s)", l.Category.Code, l.Gas, l.Label, l.Change, amount.Tonnes(),
			l.Cause.Kind, l.Note))
	}
	return out
}

// Hand-computed: 2000 t of CH4 at SAR's 21 are 42000, 2400 t at AR5's 28 are
// 67200. The mean of the masses, 2200 t, times 7 more is the metric effect,
// 15400; 400 t more times the mean of the factors, 24.5, is the value, 9800.
func TestMetricEffectBetweenChangedMasses(t *testing.T) {
	b := restatement(t, ghg.SAR, ghg.AR5)
	assert.Equal(t, []string{
		"I.1.1 CO2 [anthracite] added 12500 unknown ()",
		"I.3.1 CO2 [heavy oil] removed -45000 unknown ()",
		"III.1.1 CH4 [] value 9800 unknown ()",
		"III.1.1 CH4 [] metric effect 15400 metric ()",
	}, linesOf(b))
	assertTonnes(t, "-22700", b.Unknown().Tonnes())
	parts := maps.Collect(b.ByCategory())
	require.Len(t, parts, 3)
	assertTonnes(t, "25200", parts[ghg.Category{Scheme: "GPC 1.1", Code: "III.1.1"}].Tonnes())
}

// The same masses on two metrics: all of the change is the metric's.
func TestMetricEffectAlone(t *testing.T) {
	b := between(t, bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.SAR},
		bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5})
	assert.Equal(t, []string{"III.1.1 CH4 [] metric effect 14000 metric ()"}, linesOf(b))
	assert.Equal(t, "SAR to AR5", slices.Collect(b.Lines())[0].Cause.What)
}

// The CO2e of one gas can be taken to the other metric, and back.
func TestMetricEffectOfOneGas(t *testing.T) {
	at := func(v ghg.Vintage, m ghg.Metric, co2e string) bridge.Reading {
		r := in(v, line("III.1.1", ghg.CH4, ghg.Equivalent(ghg.MustCO2e(co2e)), ""))
		r.Metric = m
		return r
	}
	b := between(t, at(1, ghg.SAR, "2100 t CO2e (SAR)"), at(2, ghg.AR5, "2800 t CO2e (AR5)"))
	assert.Equal(t, []string{"III.1.1 CH4 [] metric effect 700 metric ()"}, linesOf(b))
}

func TestUnstatedCO2eIsInseparable(t *testing.T) {
	at := func(v ghg.Vintage, m ghg.Metric, co2e string) bridge.Reading {
		r := in(v, line("III.1.1", ghg.CH4, ghg.Equivalent(ghg.MustCO2e(co2e)), ""), line("I.1.1", ghg.CO2, mass("5 t"), ""))
		r.Metric = m
		return r
	}
	for _, b := range []bridge.Bridge{
		between(t, at(1, ghg.Unstated, "2100 t CO2e"), at(2, ghg.AR5, "2800 t CO2e (AR5)")),
		between(t, at(1, ghg.AR5, "2100 t CO2e (AR5)"), at(2, ghg.Unstated, "2800 t CO2e")),
	} {
		assert.Equal(t, []string{"III.1.1 CH4 [] inseparable 700 unknown (CO2e that cannot be taken to the other metric)"}, linesOf(b))
	}
}

func TestRecordsOfOneKeyAddUp(t *testing.T) {
	b := between(t,
		in(1, line("I.1.1", ghg.CO2, mass("3 t"), "oil"), line("I.1.1", ghg.CO2, mass("4 t"), "oil")),
		in(2, line("I.1.1", ghg.CO2, mass("5 t"), "oil"), line("I.1.1", ghg.CO2, mass("2 t"), "oil")))
	assert.Empty(t, linesOf(b))
	assert.True(t, b.Change().IsZero())
}

// Records that only carry other labels are compared as a whole; a category
// where one side alone has more records has them added.
func TestOtherLabels(t *testing.T) {
	b := between(t,
		in(1, line("I.1.1", ghg.CO2, mass("10 t"), ""), line("I.2.1", ghg.CO2, mass("7 t"), "gas"), line("I.1.1", ghg.CH4, mass("1 t"), "oil")),
		in(2, line("I.1.1", ghg.CO2, mass("6 t"), "gas"), line("I.1.1", ghg.CO2, mass("5 t"), "coal"),
			line("I.2.1", ghg.CO2, mass("7 t"), "gas"), line("I.2.1", ghg.CO2, mass("2 t"), "coal"),
			line("I.1.1", ghg.CH4, mass("1 t"), "oil")))
	assert.Equal(t, []string{
		"I.1.1 CO2 [] value 1 unknown (labelled differently)",
		"I.2.1 CO2 [coal] added 2 unknown ()",
	}, linesOf(b))
}

func TestOtherLabelsOnTwoMetrics(t *testing.T) {
	from := in(1, line("III.1.1", ghg.CH4, mass("10 t"), ""))
	from.Metric = ghg.SAR
	b := between(t, from, in(2, line("III.1.1", ghg.CH4, mass("6 t"), "food"), line("III.1.1", ghg.CH4, mass("4 t"), "paper")))
	assert.Equal(t, []string{"III.1.1 CH4 [] metric effect 70 metric (labelled differently)"}, linesOf(b))
}

// CO2e of all gases that carries other labels on the other side.
func TestOtherLabelsInseparable(t *testing.T) {
	from := in(1, line("III.1.1", ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("10 t CO2e (SAR)")), "food"))
	from.Metric = ghg.SAR
	b := between(t, from, in(2, line("III.1.1", ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("12 t CO2e (AR5)")), "paper")))
	assert.Equal(t, []string{"III.1.1  [] inseparable 2 unknown (labelled differently; CO2e that cannot be taken to the other metric)"},
		linesOf(b))
}

func TestKeysOfGasesVariantsAndScopesStayApart(t *testing.T) {
	a := line("II.1.1", ghg.CO2, mass("10 t"), "")
	a.Variant, a.Activity = ghg.DistanceBased, "cars"
	z := line("II.1.1", ghg.CO2, mass("12 t"), "")
	z.Variant, z.Facility = ghg.FuelBased, "depot"
	b := between(t, in(1, a), in(2, z, line("II.1.1", ghg.N2O, mass("1 t"), "")))
	assert.Equal(t, []string{
		"II.1.1 CO2 [distance-based, cars] removed -10 unknown ()",
		"II.1.1 CO2 [fuel-based, depot] added 12 unknown ()",
		"II.1.1 N2O [] added 265 unknown ()",
	}, linesOf(b))
}

func TestScopeLabel(t *testing.T) {
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Source: "own", Nodes: []ghg.Node{{Code: "1", Reportable: true}}})
	require.NoError(t, err)
	view := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: scheme, Categories: []string{"1"}})
	read := func(v ghg.Vintage, s ghg.Scope, kg string) bridge.Reading {
		r := line("1", ghg.CO2, mass(kg), "gas")
		r.Category.Scheme, r.Scope = "own", s
		inv, _, err := ghg.NewInventory("Hwaseong", ghg.CalendarYear(2018), v, scheme, []ghg.Record{r})
		require.NoError(t, err)
		return bridge.Reading{Inventory: inv, View: view, Metric: ghg.AR5}
	}
	b := between(t, read(1, ghg.Scope1, "1 t"), read(2, ghg.Scope2, "1 t"))
	assert.Equal(t, []string{"1 CO2 [scope 1, gas] removed -1 unknown ()", "1 CO2 [scope 2, gas] added 1 unknown ()"}, linesOf(b))
}

func TestNotationKeysAreNoted(t *testing.T) {
	ne, err := ghg.Keyed(ghg.NE, "no data yet")
	require.NoError(t, err)
	b := between(t,
		in(1, line("I.1.1", ghg.CO2, mass("9 t"), ""), line("I.2.1", ghg.Gas{}, ne, "")),
		in(2, line("I.1.1", ghg.Gas{}, ne, ""), line("I.2.1", ghg.CO2, mass("4 t"), ""), line("I.3.1", ghg.CO2, ghg.Value{}, "")))
	assert.Equal(t, []string{
		"I.1.1 CO2 [] removed -9 unknown (now NE)",
		"I.2.1 CO2 [] added 4 unknown (was NE)",
	}, linesOf(b))
}

// Of several keys of a category the same is noted in every order, and a record
// with nothing at all takes none away.
func TestOneOfSeveralKeysIsNoted(t *testing.T) {
	records := []ghg.Record{
		line("I.2.1", ghg.CH4, ghg.KeyedAsFound(ghg.C, "a single works"), ""), line("I.2.1", ghg.N2O, ghg.KeyedAsFound(ghg.NE, "no data"), ""),
		line("I.2.1", ghg.SF6, ghg.Value{}, ""), line("I.1.1", ghg.CO2, mass("1 t"), ""),
	}
	to := in(2, line("I.2.1", ghg.CO2, mass("4 t"), ""), line("I.1.1", ghg.CO2, mass("1 t"), ""))
	want := linesOf(between(t, in(1, records...), to))
	assert.Len(t, want, 1)
	assert.Contains(t, want[0], "added 4 unknown (was ")
	slices.Reverse(records)
	assert.Equal(t, want, linesOf(between(t, in(1, records...), to)))
	records[1], records[2] = records[2], records[1]
	assert.Equal(t, want, linesOf(between(t, in(1, records...), to)))
}

func tagged(r ghg.Record, tags ...string) ghg.Record {
	r.Tags = ghg.MakeTags(tags...)
	return r
}

// A works that is told to be covered by emission trading leaves the view.
func TestSelectionByTags(t *testing.T) {
	view, err := gpc.Basic.WithTags("managed authority", nil, []string{"ets"}, "the council manages the rest")
	require.NoError(t, err)
	works, homes := line("I.3.1", ghg.CO2, mass("40 t"), ""), line("I.1.1", ghg.CO2, mass("9 t"), "")
	read := func(v ghg.Vintage, records ...ghg.Record) bridge.Reading {
		r := in(v, records...)
		r.View = view
		return r
	}
	b := between(t, read(1, works, homes), read(2, tagged(works, "ets"), homes))
	assert.Equal(t, []string{"I.3.1 CO2 [] selection -40 unknown ()"}, linesOf(b))

	// left out on both sides, it changes nothing
	b = between(t, read(1, tagged(works, "ets"), homes), read(2, tagged(line("I.3.1", ghg.CO2, mass("70 t"), ""), "ets"), homes))
	assert.Empty(t, linesOf(b))

	// some of its records on one side: how much is selection cannot be told
	b = between(t, read(1, works, homes), read(2, works, tagged(works, "ets"), line("I.3.1", ghg.CO2, mass("3 t"), ""), homes))
	assert.Equal(t, []string{"I.3.1 CO2 [] inseparable 3 unknown (the view leaves out some of its records on one side)"}, linesOf(b))
	b = between(t, read(1, works, tagged(works, "ets"), homes), read(2, line("I.3.1", ghg.CO2, mass("3 t"), ""), homes))
	assert.Equal(t, []string{"I.3.1 CO2 [] inseparable -37 unknown (the view leaves out some of its records on one side)"}, linesOf(b))

	// some on both sides: what is counted has changed
	b = between(t, read(1, works, tagged(works, "ets"), homes), read(2, line("I.3.1", ghg.CO2, mass("45 t"), ""), tagged(works, "ets"), homes))
	assert.Equal(t, []string{"I.3.1 CO2 [] value 5 unknown ()"}, linesOf(b))
}

// A default in whose stead the place gives a figure, and a figure of a status that is not
// taken, are left out in any view: no view chose between the two.
func TestWhatGivesWayIsNoSelection(t *testing.T) {
	entered := func(mass, fuel string, e ghg.Entry, s ghg.Status) ghg.Record {
		v, err := ghg.Emitted(ghg.MustMass(mass)).EnteredAs(e)
		require.NoError(t, err)
		r := line("I.1.1", ghg.CO2, v, fuel)
		r.Status = s
		return r
	}
	original := entered("10 t", "gas", ghg.ProviderDefault, ghg.Actual)
	b := between(t, in(1, original), in(2, original, entered("13 t", "", ghg.LocalOverride, ghg.Actual)))
	assert.Equal(t, []string{"I.1.1 CO2 [] value 3 unknown (labelled differently)"}, linesOf(b))
	b = between(t, in(1, original), in(2, original, entered("14 t", "gas", ghg.LocalOverride, ghg.Actual)))
	assert.Equal(t, []string{"I.1.1 CO2 [gas] value 4 unknown ()"}, linesOf(b))

	both := in(2, entered("12 t", "gas", ghg.NoEntry, ghg.Actual), entered("9 t", "gas", ghg.NoEntry, ghg.Projected))
	var err error
	both.Inventory, err = both.Inventory.Taking(ghg.Actual)
	require.NoError(t, err)
	b = between(t, in(1, original), both)
	assert.Equal(t, []string{"I.1.1 CO2 [gas] value 2 unknown ()"}, linesOf(b))
}

func TestBiogenicCO2IsNoLine(t *testing.T) {
	homes := line("I.1.1", ghg.CO2, mass("9 t"), "")
	b := between(t, in(1, homes), in(2, homes, line("I.1.1", ghg.CO2Biogenic, mass("5 t"), ""), line("I.4.4", ghg.CO2, mass("5 t"), "")))
	assert.Empty(t, linesOf(b))
}

// The metric effect is never a user's, the nearest node's cause wins over one
// further up, and at one node the narrower one.
func TestCausesOfCategories(t *testing.T) {
	b := restatement(t, ghg.SAR, ghg.AR5,
		bridge.CategoryCause{Category: "I", Cause: cause(bridge.CauseBoundary)},
		bridge.CategoryCause{Category: "i 1", Cause: cause(bridge.CauseMethod)},
		bridge.CategoryCause{Category: "I.1", Change: bridge.ChangeAdded, Cause: cause(bridge.CauseCorrection)},
		bridge.CategoryCause{Category: "III.1.1", Cause: cause(bridge.CauseData)},
		bridge.CategoryCause{Category: "III.1.1", Change: bridge.ChangeRemoved, Cause: cause(bridge.CauseStructural)},
	)
	assert.Equal(t, []string{
		"I.1.1 CO2 [anthracite] added 12500 error ()",
		"I.3.1 CO2 [heavy oil] removed -45000 boundary ()",
		"III.1.1 CH4 [] value 9800 data ()",
		"III.1.1 CH4 [] metric effect 15400 metric ()",
		"I.1  []  0 method (changed nothing)",
		"III.1.1  []  0 structural (changed nothing)",
	}, linesOf(b))
	assert.True(t, b.Unknown().IsZero())
	assert.Len(t, maps.Collect(b.ByCategory()), 3)
	text, err := json.Marshal(b)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"amount":"12500 t of mixed metrics (SAR to AR5)","cause":"error",`+
		`"what":"as told","document":"report","change":"added","category":{"scheme":"GPC 1.1","code":"I.1.1"},"gas":"CO2","label":"anthracite"}`)
	assert.Contains(t, string(text), `"note":"changed nothing"`)
}

// A cause that is given comes before the one that two views are.
func TestCauseOfSelection(t *testing.T) {
	inv := inventory(1, line("I.1.1", ghg.CO2, mass("9 t"), ""), line("I.4.4", ghg.CO2, mass("5 t"), ""))
	from, to := bridge.Reading{Inventory: inv, View: gpc.Basic, Metric: ghg.AR5}, bridge.Reading{Inventory: inv,
		View: gpc.Territorial, Metric: ghg.AR5}
	b := between(t, from, to, bridge.CategoryCause{Category: "I.4.4", Change: bridge.ChangeSelection, Cause: cause(bridge.CauseMethod)})
	assert.Equal(t, []string{"I.4.4 CO2 [] selection 5 method ()"}, linesOf(b))
	// a change of value between two views is not the views'
	to.Inventory = inventory(2, line("I.1.1", ghg.CO2, mass("11 t"), ""))
	assert.Equal(t, []string{"I.1.1 CO2 [] value 2 unknown ()"}, linesOf(between(t, from, to)))
}

func TestCategoryCausesRefused(t *testing.T) {
	good := bridge.CategoryCause{Category: "I.1", Cause: cause(bridge.CauseData)}
	for name, x := range map[string]struct {
		bad   bridge.CategoryCause
		field string
	}{
		"no category":   {bridge.CategoryCause{Cause: cause(bridge.CauseData)}, "category"},
		"no cause":      {bridge.CategoryCause{Category: "I.2"}, "kind"},
		"metric effect": {bridge.CategoryCause{Category: "I.2", Change: bridge.ChangeMetric, Cause: cause(bridge.CauseMetric)}, "change"},
		"no change":     {bridge.CategoryCause{Category: "I.2", Change: 7, Cause: cause(bridge.CauseMetric)}, "change"},
		"twice":         {bridge.CategoryCause{Category: "I 1", Cause: cause(bridge.CauseMethod)}, "category"},
	} {
		_, err := bridge.Inventories(readFirst(), readRestated(), good, x.bad)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, name)
		assert.Equal(t, "cause 2", fault.Of, name)
		assert.Equal(t, x.field, fault.Field, name)
	}
	_, err := bridge.Inventories(readFirst(), readRestated(), bridge.CategoryCause{Category: "IX", Cause: cause(bridge.CauseData)})
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, ghg.FaultUnknownCategory, fault.Code)
	_, err = bridge.Inventories(readFirst(), readRestated(), make([]bridge.CategoryCause, 1001)...)
	assert.EqualError(t, err, `bridge, causes "1001": at most 1000 are allowed`)
	_, err = bridge.Inventories(readFirst(), readRestated(),
		bridge.CategoryCause{Category: "I.1", Change: bridge.ChangeInseparable, Cause: cause(bridge.CauseMetric)})
	assert.NoError(t, err, "what cannot be told apart may be ascribed to the metric")
}

func readFirst() bridge.Reading {
	return bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5}
}

func readRestated() bridge.Reading {
	return bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5}
}

func TestInventoriesRefused(t *testing.T) {
	other := func(change func(*bridge.Reading)) bridge.Reading {
		r := readRestated()
		change(&r)
		return r
	}
	remade := func(place ghg.PlaceID, p ghg.Period, v ghg.Vintage) ghg.Inventory {
		r := line("I.1.1", ghg.CO2, mass("1 t"), "")
		r.Place, r.Period = place, p
		inv, _, err := ghg.NewInventory(place, p, v, gpc.Scheme, []ghg.Record{r})
		require.NoError(t, err)
		return inv
	}
	half, err := ghg.NewPeriod(ghg.Date{Year: 2018, Month: 1, Day: 1}, ghg.Date{Year: 2018, Month: 6, Day: 30})
	require.NoError(t, err)
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Source: "own", Nodes: []ghg.Node{{Code: "1", Reportable: true}}})
	require.NoError(t, err)
	ownInventory, _, err := ghg.NewInventory("Hwaseong", ghg.CalendarYear(2018), 2, scheme, nil)
	require.NoError(t, err)

	for aspect, inv := range map[string]ghg.Inventory{
		"place":   remade("Suwon", ghg.CalendarYear(2018), 2),
		"period":  remade("Hwaseong", ghg.CalendarYear(2019), 2),
		"vintage": remade("Hwaseong", ghg.CalendarYear(2018), 1),
		"scheme":  ownInventory,
	} {
		_, err := bridge.Inventories(readFirst(), other(func(r *bridge.Reading) { r.Inventory = inv }))
		var fault ghg.Fault
		if mismatch := (*ghg.MismatchError)(nil); errors.As(err, &mismatch) {
			assert.True(t, aspect == "place" && mismatch.In(ghg.AspectPlace))
			continue
		}
		require.ErrorAs(t, err, &fault, aspect)
		assert.Equal(t, ghg.FaultMismatch, fault.Code)
		assert.Equal(t, aspect, fault.Field)
	}
	for name, x := range map[string]struct {
		reading bridge.Reading
		want    error
	}{
		"no inventory": {other(func(r *bridge.Reading) { r.Inventory = ghg.Inventory{} }), ghg.ErrNoInventory},
		"no view":      {other(func(r *bridge.Reading) { r.View = ghg.View{} }), ghg.ErrNoView},
		"no metric":    {other(func(r *bridge.Reading) { r.Metric = ghg.Metric{} }), ghg.ErrNoMetric},
		"no number":    {other(func(r *bridge.Reading) { r.Inventory = inventory(2) }), ghg.ErrNothingReported},
	} {
		_, err := bridge.Inventories(readFirst(), x.reading)
		assert.ErrorIs(t, err, x.want, name)
		_, err = bridge.Inventories(x.reading, readFirst())
		assert.ErrorIs(t, err, x.want, name)
	}
	_, err = bridge.Inventories(
		other(func(r *bridge.Reading) {
			r.Inventory = remade("P", half,
				1)
		}), other(func(r *bridge.Reading) { r.Inventory = remade("P", half, 2) }))
	assert.ErrorIs(t, err, ghg.ErrNotTwelveMonths)

	withheld := in(2, line("I.1.1", ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("5 t CO2e (SAR)")), ""))
	for _, x := range [][2]bridge.Reading{{readFirst(), withheld}, {withheld, readFirst()}} {
		_, err = bridge.Inventories(x[0], x[1])
		var held *ghg.WithheldError
		require.ErrorAs(t, err, &held)
	}
	assert.ErrorContains(t, err, "bridge from: ")
}

func TestChangeNames(t *testing.T) {
	for c, name := range map[bridge.ChangeKind]string{
		bridge.ChangeNone: "", bridge.ChangeAdded: "added", bridge.ChangeRemoved: "removed", bridge.ChangeValue: "value",
		bridge.ChangeMetric: "metric effect", bridge.ChangeSelection: "selection", bridge.ChangeInseparable: "inseparable", 7: "unknown (7)",
	} {
		assert.Equal(t, name, c.String())
		text, err := c.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, name, string(text))
	}
}

// Equal inputs give equal bytes, whatever the order of the records.
func TestOrderIsStable(t *testing.T) {
	records := slices.Collect(restated().Records())
	want, err := json.Marshal(restatement(t, ghg.SAR, ghg.AR5))
	require.NoError(t, err)
	for range 20 {
		slices.Reverse(records)
		got, err := json.Marshal(between(t, bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.SAR}, in(2, records...)))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got))
	}
}
