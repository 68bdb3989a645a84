package crosswalk_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pair is two schemes: on the left A and B with parts, on the right X and Y with parts.
func pair(t *testing.T) (from, to ghg.Scheme) {
	t.Helper()
	keys := []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C, ghg.NA}
	from, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "left", Source: "this test", AnyLevel: true, Keys: keys, Nodes: []ghg.Node{
		{Code: "A", Reportable: true}, {Code: "A.1", Parent: "A", Reportable: true}, {Code: "A.2", Parent: "A", Reportable: true},
		{Code: "A.1.a", Parent: "A.1", Reportable: true}, {Code: "B", Reportable: true}, {Code: "M", Reportable: true, Memo: true},
		{Code: "F", Reportable: true, CH4: ghg.CH4Fossil}, {Code: "G", Reportable: true}}})
	require.NoError(t, err)
	to, err = ghg.NewScheme(ghg.SchemeDefinition{ID: "right", Source: "this test", AnyLevel: true, Keys: keys[:4], Nodes: []ghg.Node{
		{Code: "X", Reportable: true}, {Code: "X.1", Parent: "X", Reportable: true}, {Code: "X.2", Parent: "X", Reportable: true},
		{Code: "Y", Reportable: true}, {Code: "Z"}, {Code: "Z.1", Parent: "Z", Reportable: true}, {Code: "Z.2", Parent: "Z", Reportable: true}}})
	require.NoError(t, err)
	return from, to
}

// line is a record of the left scheme with a value.
func line(from ghg.Scheme, code string, v ghg.Value) ghg.Record {
	return ghg.Record{Place: "가람시", Period: ghg.CalendarYear(2020), Gas: ghg.CO2, Value: v,
		Category: ghg.Category{Scheme: from.ID(), Code: code}}
}

func tonnes(text string) ghg.Value { return ghg.Emitted(ghg.MustMass(text + " t")) }

func key(k ghg.Key) ghg.Value { return ghg.KeyedAsFound(k, "said so") }

// fates are where records went, in their order, or the reason why they stayed.
func fates(t *testing.T, x crosswalk.Crosswalk, placing crosswalk.Placing, records ...ghg.Record) (out []string) {
	t.Helper()
	for i := range records {
		records[i].Line = i + 1
	}
	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), 3, x.From(), records)
	require.NoError(t, err)
	c, err := x.Convert(inv, placing)
	require.NoError(t, err)
	assert.Equal(t, [2]ghg.Vintage{3, 3}, [2]ghg.Vintage{c.Converted.Vintage(), c.Remainder.Vintage()})
	byLine := map[int]string{}
	for r := range c.Converted.Records() {
		byLine[r.Line] = r.Category.Code
	}
	for _, l := range c.Left {
		byLine[l.Record.Line] = l.Reason.String()
	}
	for i := range records {
		out = append(out, byLine[i+1])
	}
	return out
}

func rule(from, to string) crosswalk.RuleDefinition {
	return crosswalk.RuleDefinition{From: from, To: to}
}

// Where a record goes, and why it stays.
func TestRoutes(t *testing.T) {
	type rules = []crosswalk.RuleDefinition
	from, to := pair(t)
	a1 := line(from, "A.1", tonnes("1"))
	twoPlaces, noRule, onlySum := crosswalk.TwoPlaces.String(), crosswalk.NoRule.String(), crosswalk.OnlySum.String()
	onlySigned, otherGas := crosswalk.OnlySigned.String(), crosswalk.OtherGas.String()
	notReportable, memoDiffers := crosswalk.NotReportable.String(), crosswalk.MemoDiffers.String()
	n2o := rule("A.1", "X.2")
	n2o.Gas = ghg.N2O
	for name, c := range map[string]struct {
		rules       rules
		record      ghg.Record
		own, parent string
	}{
		"1:1 before n:1":  {rules{rule("A.1 + A.2", "Y"), rule("A.1", "X.1")}, a1, "X.1", "X.1"},
		"n:1":             {rules{rule("A.1 + A.2", "Y")}, line(from, "A.2", tonnes("1")), "Y", "Y"},
		"the lower":       {rules{rule("A.1", "X"), rule("A.1", "X.1")}, a1, "X.1", "X.1"},
		"two places":      {rules{rule("A.1", "X.2"), rule("A.1", "X.1")}, a1, twoPlaces, twoPlaces},
		"no rule":         {rules{rule("B", "Y")}, a1, noRule, noRule},
		"above":           {rules{rule("A", "Y")}, line(from, "A.1.a", tonnes("1")), noRule, "Y"},
		"nearest above":   {rules{rule("A", "X"), rule("A.1", "X.2")}, line(from, "A.1.a", tonnes("1")), noRule, "X.2"},
		"a sum":           {rules{rule("A.1", "X.1 + X.2")}, a1, onlySum, "X"},
		"sum of sectors":  {rules{rule("A.1", "X.1 + Y")}, a1, onlySum, onlySum},
		"no record above": {rules{rule("A.1", "Z.1 + Z.2")}, a1, onlySum, onlySum},
		"sum, then above": {rules{rule("A.1", "X.1 + Y"), rule("A", "Y")}, a1, onlySum, "Y"},
		"two sums": {rules{rule("A.1", "X.1 + X.2"), rule("A.1 + B", "X.1 + X")}, a1,
			onlySum, "X"},
		"n:m":            {rules{rule("A.1 + B", "X.1 + X.2")}, a1, onlySum, "X"},
		"signed":         {rules{rule("A - A.1", "X")}, line(from, "A", tonnes("1")), onlySigned, onlySigned},
		"counted double": {rules{rule("A", "X + X")}, line(from, "A", tonnes("1")), onlySigned, onlySigned},
		"another gas":    {rules{n2o}, a1, otherGas, otherGas},
		"not reportable": {rules{rule("A", "Z")}, line(from, "A", tonnes("1")), notReportable, notReportable},
		"memo":           {rules{rule("M", "Y")}, line(from, "M", tonnes("1")), memoDiffers, memoDiffers},
		"missing":        {rules{rule("B", "Y")}, line(from, "B", ghg.Value{}), "Y", "Y"},
	} {
		x := own(t, from, to, c.rules...)
		assert.Equal(t, []string{c.own}, fates(t, x, crosswalk.OwnRule, c.record), name)
		assert.Equal(t, []string{c.parent}, fates(t, x, crosswalk.CommonParent, c.record), name)
	}
}

// A rule for a gas comes first for it, and does not hold for CO2e of all gases; methane
// with its origin is methane.
func TestGases(t *testing.T) {
	from, to := pair(t)
	ch4 := rule("A.1", "X.1")
	ch4.Gas = ghg.CH4
	x := own(t, from, to, rule("A.1", "Y"), ch4, rule("F", "Y"), rule("G", "Y"))
	records := []ghg.Record{line(from, "A.1", tonnes("1")), line(from, "A.1", tonnes("2")), line(from, "A.1", tonnes("3")),
		line(from, "A.1", ghg.Equivalent(ghg.MustCO2e("4 tCO2e (AR5)"))), line(from, "F", tonnes("5")), line(from, "F", tonnes("6")),
		line(from, "G", tonnes("7"))}
	for i, g := range []ghg.Gas{ghg.CO2, ghg.CH4, ghg.CH4Fossil, {}, ghg.CH4, ghg.CH4Fossil, ghg.CH4} {
		records[i].Gas = g
	}
	origin := crosswalk.OriginDiffers.String()
	assert.Equal(t, []string{"Y", "X.1", "X.1", "Y", origin, "Y", "Y"}, fates(t, x, crosswalk.OwnRule, records...))
}

// Keys: alone, beside a number, of a part, of all parts, and where IE points.
func TestKeys(t *testing.T) {
	from, to := pair(t)
	in := func(code string) ghg.Value {
		v, err := ghg.IncludedIn(ghg.Category{Scheme: from.ID(), Code: code}, "measured together")
		require.NoError(t, err)
		return v
	}
	elsewhere, err := ghg.IncludedIn(ghg.Category{Scheme: "GPC 1.1", Code: "A.1"}, "measured together")
	require.NoError(t, err)
	byName, err := ghg.IncludedIn(ghg.Category{Scheme: "left", Code: "A.1"}, "measured together")
	require.NoError(t, err)
	partly, err := ghg.Partly(tonnes("5"), key(ghg.NE))
	require.NoError(t, err)
	x := own(t, from, to, rule("A.1 + A.2", "X"), rule("B", "Y"), rule("G", "Z.1 + Z.2"))
	part, unknown := crosswalk.KeyOfPart.String(), crosswalk.KeyUnknown.String()
	place, here := crosswalk.PlaceUnknown.String(), crosswalk.IncludedHere.String()
	for name, c := range map[string]struct {
		records []ghg.Record
		want    []string
	}{
		"1:1":                    {[]ghg.Record{line(from, "B", key(ghg.NE))}, []string{"Y"}},
		"unknown there":          {[]ghg.Record{line(from, "B", key(ghg.NA))}, []string{unknown}},
		"of a part alone":        {[]ghg.Record{line(from, "A.1", key(ghg.NO))}, []string{part}},
		"none in both":           {[]ghg.Record{line(from, "A.1", key(ghg.NO)), line(from, "A.2", key(ghg.NO))}, []string{"X", "X"}},
		"none beside a number":   {[]ghg.Record{line(from, "A.1", key(ghg.NO)), line(from, "A.2", tonnes("3"))}, []string{part, "X"}},
		"not estimated, number":  {[]ghg.Record{line(from, "A.1", key(ghg.NE)), line(from, "A.2", tonnes("3"))}, []string{"X", "X"}},
		"not estimated, nothing": {[]ghg.Record{line(from, "A.1", key(ghg.NE)), line(from, "A.2", ghg.Value{})}, []string{part, "X"}},
		"not estimated, none":    {[]ghg.Record{line(from, "A.1", key(ghg.NE)), line(from, "A.2", key(ghg.NO))}, []string{"X", part}},
		"partly":                 {[]ghg.Record{line(from, "A.1", partly)}, []string{"X"}},
		"included elsewhere":     {[]ghg.Record{line(from, "B", in("A.1"))}, []string{"Y"}},
		"included in a part":     {[]ghg.Record{line(from, "A.1", in("A.2")), line(from, "A.2", tonnes("3"))}, []string{here, "X"}},
		"included nowhere":       {[]ghg.Record{line(from, "B", in("G"))}, []string{place}},
		"in another scheme":      {[]ghg.Record{line(from, "B", elsewhere)}, []string{place}},
		"no such category":       {[]ghg.Record{line(from, "B", in("Q"))}, []string{place}},
		"by the bare name":       {[]ghg.Record{line(from, "B", byName)}, []string{"Y"}},
		"not said where":         {[]ghg.Record{line(from, "B", key(ghg.IE))}, []string{"Y"}},
	} {
		assert.Equal(t, c.want, fates(t, x, crosswalk.OwnRule, c.records...), name)
	}
	lifts := own(t, from, to, rule("A", "Y"), rule("B", "X"))
	assert.Equal(t, []string{place}, fates(t, lifts, crosswalk.CommonParent, line(from, "B", in("A.1"))), "IE names what is lifted")
	assert.Equal(t, []string{part}, fates(t, lifts, crosswalk.CommonParent, line(from, "A.1", key(ghg.NE))), "lifted")

	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), 1, from, []ghg.Record{line(from, "B", in("A.1"))})
	require.NoError(t, err)
	c, err := x.Convert(inv, crosswalk.OwnRule)
	require.NoError(t, err)
	for r := range c.Converted.Records() {
		to, _ := r.Value.IncludedIn()
		assert.Equal(t, ghg.Category{Scheme: c.Converted.Scheme().ID(), Code: "X"}, to)
		assert.Equal(t, "measured together", r.Value.Explanation())
	}
	// Another gas says nothing of this one; all gases together do.
	n2o, whole := line(from, "A.2", tonnes("3")), line(from, "A.2", ghg.Equivalent(ghg.MustCO2e("3 tCO2e (AR5)")))
	n2o.Gas, whole.Gas = ghg.N2O, ghg.Gas{}
	assert.Equal(t, []string{part, "X"}, fates(t, x, crosswalk.OwnRule, line(from, "A.1", key(ghg.NE)), n2o))
	assert.Equal(t, []string{"X", "X"}, fates(t, x, crosswalk.OwnRule, line(from, "A.1", key(ghg.NE)), whole))
}

// Figures of two categories that become one are not read as alternatives of one source.
func TestAlternatives(t *testing.T) {
	from, to := pair(t)
	x := own(t, from, to, rule("A.1 + A.2", "X"), rule("B", "Y"))
	with := func(code, n string, change func(*ghg.Record)) ghg.Record {
		r := line(from, code, tonnes(n))
		change(&r)
		return r
	}
	variant := func(v ghg.Variant) func(*ghg.Record) { return func(r *ghg.Record) { r.Variant = v } }
	status := func(s ghg.Status) func(*ghg.Record) { return func(r *ghg.Record) { r.Status = s } }
	entered := func(e ghg.Entry) func(*ghg.Record) {
		return func(r *ghg.Record) {
			v, err := r.Value.EnteredAs(e)
			require.NoError(t, err)
			r.Value = v
		}
	}
	stays := crosswalk.Alternatives.String()
	for name, c := range map[string]struct {
		a, b func(*ghg.Record)
		want []string
	}{
		"same variant":     {variant(ghg.FuelBased), variant(ghg.FuelBased), []string{"X", "X"}},
		"two variants":     {variant(ghg.FuelBased), variant(ghg.DistanceBased), []string{stays, stays}},
		"of other things":  {variant(ghg.FuelBased), variant(ghg.MarketBased), []string{"X", "X"}},
		"projected":        {status(ghg.Projected), status(ghg.Actual), []string{stays, "X"}},
		"nowcast":          {status(ghg.Provisional), status(ghg.Nowcast), []string{"X", stays}},
		"both ahead":       {status(ghg.Projected), status(ghg.Nowcast), []string{stays, stays}},
		"both projected":   {status(ghg.Projected), status(ghg.Projected), []string{"X", "X"}},
		"default":          {entered(ghg.ProviderDefault), entered(ghg.ProviderDefault), []string{"X", "X"}},
		"default, its own": {entered(ghg.ProviderDefault), entered(ghg.LocalOverride), []string{stays, stays}},
	} {
		assert.Equal(t, c.want, fates(t, x, crosswalk.OwnRule, with("A.1", "1", c.a), with("A.2", "2", c.b)), name)
		assert.Equal(t, []string{"Y", "Y"}, fates(t, x, crosswalk.OwnRule, with("B", "1", c.a), with("B", "2", c.b)), "%s, of one category", name)
	}
	// Alternatives of one category stay together where one of them must.
	all := with("G", "1", entered(ghg.ProviderDefault))
	all.Gas, all.Value = ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("9 tCO2e (AR5)"))
	entered(ghg.ProviderDefault)(&all)
	co2 := rule("G", "Y")
	co2.Gas = ghg.CO2
	assert.Equal(t, []string{crosswalk.OtherGas.String(), stays},
		fates(t, own(t, from, to, co2), crosswalk.OwnRule, all, with("G", "1", entered(ghg.LocalOverride))))
	assert.Equal(t, []string{crosswalk.OtherGas.String(), "Y"},
		fates(t, own(t, from, to, co2), crosswalk.OwnRule, all, with("G", "1", variant(ghg.FuelBased))), "without a rival it moves alone")
}

// What is known of a record goes with it.
func TestRecordsAreKept(t *testing.T) {
	from, to := pair(t)
	evidence := ghg.NewEvidence(ghg.EvidenceDefinition{Source: "meter", Method: "IPCC tier 2", Assumption: "none"})
	r := line(from, "A.2", tonnes("12.50").ReadAs("12.50"))
	r.Fuel, r.Facility, r.Activity, r.Variant, r.Status, r.Scope = "LNG", "no. 3", "heating", ghg.FuelBased, ghg.Provisional, ghg.Scope1
	r.Tags, r.Evidence, r.Line, r.Column = ghg.MakeTags("ets"), evidence, 7, 4
	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), 2, from, []ghg.Record{r})
	require.NoError(t, err)
	c, err := own(t, from, to, rule("A.1 + A.2", "X")).Convert(inv, crosswalk.OwnRule)
	require.NoError(t, err)
	for got := range c.Converted.Records() {
		assert.Equal(t, ghg.Category{Scheme: to.ID(), Code: "X"}, got.Category)
		assert.Equal(t, "12.50", got.Value.AsRead())
		want := r
		want.Category, want.Place = got.Category, got.Place
		assert.True(t, want.Value.Equal(got.Value))
		want.Value = got.Value
		assert.Equal(t, want, got)
	}
}

// Errors of the call.
func TestConvertRefuses(t *testing.T) {
	from, to := pair(t)
	x := own(t, from, to, rule("A", "X"))
	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), 1, from, nil)
	require.NoError(t, err)
	for _, p := range []crosswalk.Placing{0, 3} {
		_, err = x.Convert(inv, p)
		assert.ErrorIs(t, err, crosswalk.ErrNoPlacing)
		assert.Equal(t, "not said", p.String())
	}
	_, err = x.Convert(ghg.Inventory{}, crosswalk.OwnRule)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	_, err = crosswalk.Crosswalk{}.Convert(inv, crosswalk.OwnRule)
	assert.ErrorIs(t, err, crosswalk.ErrNoRules)
	_, err = crosswalk.IPCC1996To2006.Convert(inv, crosswalk.OwnRule)
	assert.ErrorContains(t, err, "it starts from IPCC 1996")
	c, err := x.Convert(inv, crosswalk.OwnRule)
	require.NoError(t, err)
	assert.Zero(t, c.Converted.Len()+c.Remainder.Len())
	text, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"moves":[],"left":[]`)
	_, err = json.Marshal(crosswalk.Conversion{})
	assert.ErrorIs(t, err, crosswalk.ErrNoRules)
}
