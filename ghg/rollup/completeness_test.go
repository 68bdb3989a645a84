package rollup_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Five inventories with one number each are no sum without findings: what one reports hides
// nothing of another.
func TestGapsAddUp(t *testing.T) {
	var reports []rollup.InventoryOf
	members := []string{"48120", "48170", "48220", "48240", "48250"}
	required := gpc.Territorial.Required()
	for i, code := range members {
		reports = append(reports, inventoryOf(t, at(code), gpc.Scheme, line(code, gpc.Scheme, required[i], fmt.Sprint(i+1))))
	}
	g := groupOf(t, "2018-12-31", append(members, "48310")...)
	out, err := g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018, reports)
	require.NoError(t, err)
	equal(t, "15", out.Total.CO2e.Tonnes())
	n := len(required)
	assert.Len(t, out.Total.Coverage.Gaps, n-5, "the group as one place has a number in five categories")
	assert.Len(t, out.Sum.Coverage.Gaps, 6*n-5, "and this is what its places leave open")
	assert.Equal(t, 6*n, out.Sum.Coverage.Required)
	assert.False(t, out.Sum.IsComplete())
	assert.Len(t, out.Sum.Keyed, n)
	var found []string
	for _, f := range out.Sum.Findings.All {
		found = append(found, f.Code)
	}
	assert.Equal(t, []string{"missing-member", "gaps", "gaps", "gaps", "gaps", "gaps", "gaps"}, found)
	assert.Contains(t, out.Sum.Findings.All[6].Korean(), "수치도 표기기호도 없음, 48120 창원시; 48170 진주시")
	assert.Equal(t, fmt.Sprint(n-5), out.Sum.Findings.All[6].Found)
}

// What is included elsewhere is found where the place has a number in the category that it
// names, and nowhere else.
func TestIncludedElsewhere(t *testing.T) {
	into := func(code string) ghg.Record {
		r := line("48120", gpc.Scheme, "I.1.1", "IE")
		v, err := ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, "one meter")
		require.NoError(t, err)
		r.Value = v
		return r
	}
	view := ghg.MustView(ghg.ViewDefinition{Name: "buildings", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.2.1"},
		Required: []string{"I.1.1", "I.2.1"}, Addable: true, Why: "in one place"})
	other := inventoryOf(t, at("48170"), gpc.Scheme, line("48170", gpc.Scheme, "I.1.1", "5"), line("48170", gpc.Scheme, "I.2.1", "C"))
	for in, found := range map[string]bool{"I.2.1": true, "1.2.1": false, "I.3.1": false, "I.1.1": false} {
		inv := inventoryOf(t, at("48120"), gpc.Scheme, into(in), line("48120", gpc.Scheme, "I.2.1", "7"))
		out, err := groupOf(t, "2018-12-31", "48120", "48170").Inventory(rollup.Question{View: view, Metric: ghg.AR5}, 2018,
			[]rollup.InventoryOf{inv, other})
		require.NoError(t, err)
		require.Len(t, out.Sum.Keyed, 2)
		k := out.Sum.Keyed[0]
		assert.Equal(t, []string{"48120"}, codes(k.IncludedElsewhere))
		assert.Equal(t, found, len(k.NotFound) == 0, in)
		assert.Equal(t, found, k.IsComplete(), in)
		assert.Equal(t, []string{"48170"}, codes(out.Sum.Keyed[1].Confidential))
		assert.False(t, out.Sum.Keyed[1].IsComplete(), "C lowers the sum")
	}
}

// A view that selects by tag or variant still does so in the consolidated inventory, and
// records that it leaves out are not there.
func TestOnlyWhatCounts(t *testing.T) {
	tagged := line("48120", gpc.Scheme, "I.1.1", "10")
	tagged.Tags = ghg.MakeTags("ets", "big")
	market, location := line("48120", gpc.Scheme, "I.1.2", "4"), line("48120", gpc.Scheme, "I.1.2", "3")
	market.Variant, location.Variant = ghg.MarketBased, ghg.LocationBased
	burnt := line("48120", gpc.Scheme, "I.1.1", "99")
	burnt.Gas = ghg.CO2Biogenic
	inv := inventoryOf(t, at("48120"), gpc.Scheme, tagged, line("48120", gpc.Scheme, "I.1.1", "20"), market, location, burnt)
	view := ghg.MustView(ghg.ViewDefinition{Name: "own", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.1.2"},
		Variants: []ghg.Variant{ghg.LocationBased}, Addable: true, Why: "in one place"})
	g := groupOf(t, "2018-12-31", "48120", "48170")
	out, err := g.Inventory(rollup.Question{View: view, Metric: ghg.AR5}, 2018, []rollup.InventoryOf{inv})
	require.NoError(t, err)
	equal(t, "33", out.Total.CO2e.Tonnes())
	assert.Equal(t, 4, out.Inventory.Len(), "three lines and a memo item")
	equal(t, "99", out.Total.Memo.In(ghg.Tonne))
	ets, err := view.WithTags("ets", []string{"ets", "member:48120"}, nil, "in one place")
	require.NoError(t, err)
	out, err = g.Inventory(rollup.Question{View: ets, Metric: ghg.AR5}, 2018, []rollup.InventoryOf{inv})
	require.NoError(t, err)
	assert.False(t, out.Total.IsReported(), "no record says so before it is consolidated")
	assert.Equal(t, []string{"missing-member:48170", "member-without-number:48120"}, findingCodes(out.Sum.Findings))
}

// One place by distance and another by fuel are two kinds of figures, which do not add.
func TestRoadVariants(t *testing.T) {
	report := func(code string, v ghg.Variant) rollup.InventoryOf {
		r := line(code, gpc.Scheme, "II.1.1", "10")
		r.Variant = v
		return inventoryOf(t, at(code), gpc.Scheme, r)
	}
	g := groupOf(t, "2018-12-31", "48120", "48170")
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}
	_, err := g.Inventory(q, 2018, []rollup.InventoryOf{report("48120", ghg.DistanceBased), report("48170", ghg.FuelBased)})
	var both *ghg.VariantError
	require.ErrorAs(t, err, &both)
	assert.Equal(t, "II.1.1", both.Category.Code)
	assert.ErrorContains(t, err, "; distance-based: 48120 창원시; fuel-based: 48170 진주시")
	out, err := g.Inventory(q, 2018, []rollup.InventoryOf{report("48120", ghg.DistanceBased), report("48170", ghg.DistanceBased)})
	require.NoError(t, err)
	equal(t, "20", out.Total.CO2e.Tonnes())
	out, err = g.Inventory(q, 2018, []rollup.InventoryOf{report("48120", ghg.DistanceBased), report("48170", ghg.NoVariant)})
	require.NoError(t, err)
	var found []string
	for _, f := range out.Sum.Findings.All {
		found = append(found, f.Code)
	}
	assert.Contains(t, found, ghg.FindingVariantPartly)
	q.View, err = q.View.WithVariant(ghg.DistanceBased)
	require.NoError(t, err)
	out, err = g.Inventory(q, 2018, []rollup.InventoryOf{report("48120", ghg.DistanceBased), report("48170", ghg.FuelBased)})
	require.NoError(t, err)
	equal(t, "10", out.Total.CO2e.Tonnes())
	assert.Contains(t, findingCodes(out.Sum.Findings), "member-without-number:48170")
	counted, of := out.Sum.Count()
	assert.Equal(t, []int{1, 2}, []int{counted, of})
}

func TestAnotherScheme(t *testing.T) {
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Source: "a case", Nodes: []ghg.Node{{Code: "B", Reportable: true}}})
	require.NoError(t, err)
	g := groupOf(t, "2018-12-31", "48120")
	_, err = g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018,
		[]rollup.InventoryOf{inventoryOf(t, at("48120"), scheme, line("48120", scheme, "B", "1"))})
	var differ *ghg.MismatchError
	require.ErrorAs(t, err, &differ)
	assert.True(t, differ.In(ghg.AspectEdition))
	_, err = g.Inventory(rollup.Question{View: road(), Metric: ghg.AR5}, 2018,
		[]rollup.InventoryOf{inventoryOf(t, at("48120"), scheme, line("48120", scheme, "B", "1"))})
	assert.ErrorContains(t, err, "is declared")
}

// The own inventory of a place is held against those of its parts, to the digits of their
// lines.
func TestInventoriesAgainstParts(t *testing.T) {
	reports := []rollup.InventoryOf{inventoryOf(t, at("50"), gpc.Scheme, line("50", gpc.Scheme, "I.1.1", "30.0")),
		inventoryOf(t, at("50110"), gpc.Scheme, line("50110", gpc.Scheme, "I.1.1", "20.0")),
		inventoryOf(t, at("50130"), gpc.Scheme, line("50130", gpc.Scheme, "I.1.1", "10.1"))}
	g := groupOf(t, "2018-12-31", "50")
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}
	_, err := g.Inventory(q, 2018, reports)
	var both *rollup.NestedError
	require.ErrorAs(t, err, &both)
	equal(t, "60.1", both.WouldBe.Tonnes())
	q.Nested = rollup.OwnAndParts
	out, err := g.Inventory(q, 2018, reports)
	require.NoError(t, err)
	equal(t, "30", out.Total.CO2e.Tonnes())
	require.Len(t, out.Sum.Compared, 1)
	equal(t, "0.1", out.Sum.Compared[0].Difference.Tonnes())
	equal(t, "0.15", out.Sum.Compared[0].Rounding.In(ghg.Tonne))
	assert.True(t, out.Sum.Compared[0].IsExplained)
	q.Nested = rollup.SumOfParts
	out, err = g.Inventory(q, 2018, reports)
	require.NoError(t, err)
	equal(t, "30.1", out.Total.CO2e.Tonnes())

	inv := func(p place.Place, r ghg.Record) ghg.Inventory { return inventoryOf(t, p, gpc.Scheme, r).Inventory }
	list, _, err := rollup.FindInventories(place.Korea(), endOf2018, []ghg.Inventory{
		inv(at("50"), line("제주특별자치도", gpc.Scheme, "I.1.1", "1")), inv(at("50"), line("제주", gpc.Scheme, "I.1.1", "1")),
		inv(at("50"), line("고성군", gpc.Scheme, "I.1.1", "1")), inv(at("50"), line("고성군", gpc.Scheme, "I.1.1", "1"))})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 2, "a name is looked up once")
	assert.Contains(t, faults.All[1].Error(), "several places have the name on 2018-12-31")
	require.Len(t, list, 1)
	assert.Equal(t, at("50"), list[0].Place)
	y := tables(t, "2018-12-31", 2018, map[string]string{"48120": "1"})[0].Yearly
	found, findings, err := rollup.FindSeries(place.Korea(), endOf2018, []ghg.Yearly{y})
	assert.Error(t, err)
	assert.Empty(t, found)
	assert.Zero(t, findings.Len())
}

// Each count of the coverage of two places is the sum of theirs.
func TestCoverageAddsUp(t *testing.T) {
	required := []string{"I.1.1", "I.2.1", "I.3.1", "I.4.1", "I.5.1", "I.6.1", "I.7.1", "I.8.1", "II.1.1", "II.2.1"}
	view := ghg.MustView(ghg.ViewDefinition{Name: "ten", Scheme: gpc.Scheme, Categories: required, Required: required, Addable: true,
		Why: "in one place"})
	entered := func(v ghg.Value, e ghg.Entry) ghg.Value {
		v, err := v.EnteredAs(e)
		require.NoError(t, err)
		return v
	}
	number := ghg.Emitted(ghg.MustMass("3 t"))
	partly, err := ghg.Partly(number, ghg.KeyedAsFound(ghg.NE, "the rest"))
	require.NoError(t, err)
	key := func(k ghg.Key) ghg.Value { return ghg.KeyedAsFound(k, "x") }
	values := []ghg.Value{number, partly, key(ghg.NO), key(ghg.IE), key(ghg.NE), key(ghg.C), ghg.Emitted(ghg.MustMass("0 t")),
		entered(number, ghg.ProviderDefault), entered(ghg.Value{}, ghg.Placeholder), {}}
	var reports []rollup.InventoryOf
	for i, code := range []string{"48120", "48170"} {
		var records []ghg.Record
		for j, v := range values[i:] { // the second has all but the first, one category earlier
			r := line(code, gpc.Scheme, required[j], "1")
			r.Value = v
			if v.Key() != ghg.KeyNone && !v.IsNumber() {
				r.Gas = ghg.Gas{}
			}
			records = append(records, r)
		}
		reports = append(reports, inventoryOf(t, at(code), gpc.Scheme, records...))
	}
	out, err := groupOf(t, "2018-12-31", "48120", "48170").Inventory(rollup.Question{View: view, Metric: ghg.AR5}, 2018, reports)
	require.NoError(t, err)
	var want ghg.Coverage
	for _, r := range reports {
		total, err := r.Inventory.Total(view, ghg.AR5)
		require.NoError(t, err)
		x := total.Coverage
		for _, n := range []int{x.Reported, x.Partly, x.NO, x.IE, x.NE, x.C, x.Zeros, x.Defaults, x.Placeholders, len(x.Gaps)} {
			assert.Positive(t, n)
		}
		want = ghg.Coverage{Required: want.Required + x.Required, Reported: want.Reported + x.Reported, Partly: want.Partly + x.Partly,
			NO: want.NO + x.NO, IE: want.IE + x.IE, NE: want.NE + x.NE, C: want.C + x.C, Zeros: want.Zeros + x.Zeros,
			Defaults: want.Defaults + x.Defaults, Placeholders: want.Placeholders + x.Placeholders, Gaps: append(want.Gaps, x.Gaps...)}
	}
	assert.Equal(t, want, out.Sum.Coverage)
	assert.False(t, rollup.Sum{}.IsComplete())
}

// What is of half a year, or looks ahead, is said of the whole too; no inventory is refused.
func TestRemarksOnTheWhole(t *testing.T) {
	g := groupOf(t, "2018-12-31", "48120")
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}
	half, err := ghg.NewPeriod(ghg.MustDate("2018-01-01"), ghg.MustDate("2018-06-30"))
	require.NoError(t, err)
	r := line("48120", gpc.Scheme, "I.1.1", "1")
	r.Period, r.Status = half, ghg.Projected
	out, err := g.Inventory(q, 2018, []rollup.InventoryOf{inventoryOf(t, at("48120"), gpc.Scheme, r)})
	require.NoError(t, err)
	assert.Equal(t, half, out.Inventory.Period())
	var found []string
	for _, f := range out.Sum.Findings.All {
		found = append(found, f.Code)
	}
	assert.Contains(t, found, ghg.FindingNotTwelveMonths)
	assert.Contains(t, found, ghg.FindingNotActual)
	assert.Equal(t, ghg.Projected, out.Sum.Counted[0].Status)
	assert.True(t, out.Sum.IsReported())
	_, err = g.Inventory(q, 2018, []rollup.InventoryOf{{Place: at("48120")}})
	require.ErrorIs(t, err, ghg.ErrNoInventory)
}
