package bridge_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func decimalOf(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func assertTonnes(t *testing.T, want string, got decimal.Decimal, a ...any) {
	t.Helper()
	assert.True(t, decimalOf(want).Equal(got), "want %s, got %s %v", want, got, a)
}

// sumOf adds up the lines that have an amount.
func sumOf(b bridge.Bridge) decimal.Decimal {
	var sum decimal.Decimal
	for l := range b.Lines() {
		if d, ok := l.Amount(); ok {
			sum = sum.Add(d.Tonnes())
		}
	}
	return sum
}

// The relative change that a threshold is held against, to eight places as it
// is computed elsewhere.
func TestDaeguRelativeChange(t *testing.T) {
	b, err := bridge.Published(2018, daegu(1), daegu(2))
	require.NoError(t, err)
	change, _ := b.Relative().Value()
	assertTonnes(t, "-0.04878049", change.Round(8))
	assertTonnes(t, "-460000", b.Unknown().Tonnes())
	lines := slices.Collect(b.Lines())
	require.Len(t, lines, 1, "nothing is known, so one line holds all")
	assert.Equal(t, bridge.CauseUnknown, lines[0].Cause.Kind)
}

func TestNationalChain(t *testing.T) {
	coal, err := bridge.Published(2018, national(1), national(2), omittedCoal())
	require.NoError(t, err)
	assert.Len(t, slices.Collect(coal.Lines()), 1, "nothing is left, so there is no line for it")
	assert.True(t, coal.Unknown().IsZero())
	edition, err := bridge.Published(2018, national(2), national(3), newEdition(), newMetric())
	require.NoError(t, err)
	chain, err := bridge.NewChain(coal, edition)
	require.NoError(t, err)
	assert.Equal(t, 2, chain.Len())
	assertTonnes(t, "58900000", chain.Change().Tonnes())
	var sum decimal.Decimal
	for b := range chain.Bridges() {
		sum = sum.Add(sumOf(b))
	}
	assertTonnes(t, "58900000", sum)
	assert.True(t, chain.Change().IsMixed())
	assert.False(t, coal.Change().IsMixed())
	share, _ := chain.Relative().Value()
	assertTonnes(t, "0.081241379310", share, "58.9/725 = 0.08124137931034…")
	assert.Equal(t, ghg.SchemeID(guidelines1996), edition.FromView().ID().Scheme)
	assert.Equal(t, ghg.SchemeID(guidelines2006), edition.ToView().ID().Scheme)
	for b := range chain.Bridges() {
		assert.Equal(t, coal, b, "the first one comes first")
		break
	}
}

func TestChangeOfMixedMetricsMeetsNothing(t *testing.T) {
	b, err := bridge.Published(2018, national(2), national(3), newEdition(), newMetric())
	require.NoError(t, err)
	_, err = b.Change().CO2e()
	var mismatch *ghg.MetricMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.MetricMismatchError{A: "SAR", B: "AR5"}, *mismatch)
	assert.True(t, b.Unknown().IsMixed())
	for l := range b.Lines() {
		d, stated := l.Amount()
		assert.True(t, d.IsMixed())
		assert.Equal(t, l.Cause.Kind == bridge.CauseUnknown, stated)
	}
	text, err := json.Marshal(b)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"mixedMetrics":true`)
	assert.Contains(t, string(text), `"change":"51000000 t of mixed metrics (SAR to AR5)"`)
	assert.Contains(t, string(text), `{"amount":null,"cause":"edition"`)
}

// A part of a step between two metrics may be stated.
func TestMixedStepWithStatedAmounts(t *testing.T) {
	metric := newMetric().Cause().Of(ghg.MustMass("30 Mt"))
	b, err := bridge.Published(2018, national(2), national(3), newEdition(), metric)
	require.NoError(t, err)
	assertTonnes(t, "21000000", b.Unknown().Tonnes())
	kinds := maps.Collect(b.ByCause())
	assert.Len(t, kinds, 2)
	assertTonnes(t, "30000000", kinds[bridge.CauseMetric].Tonnes())
	assertTonnes(t, "21000000", kinds[bridge.CauseUnknown].Tonnes())

	// all of it stated, but for the edition: the line of the unknown stands, with 0
	metric = newMetric().Cause().Of(ghg.MustMass("51 Mt"))
	b, err = bridge.Published(2018, national(2), national(3), newEdition(), metric)
	require.NoError(t, err)
	assert.Len(t, slices.Collect(b.Lines()), 3)
	assert.True(t, b.Unknown().IsZero())
}

func TestUnstatedDiffersFromStated(t *testing.T) {
	view := ghg.MustDeclaredView("city total", "Daegu Metropolitan City")
	edition, err := view.WithEdition(guidelines2006)
	require.NoError(t, err)
	from := published("Daegu", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("1 t CO2e"), Vintage: 1})
	to := published("Daegu", edition, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("1 t CO2e (AR5)"), Vintage: 1})
	_, err = bridge.Published(2018, from, to)
	assert.EqualError(t, err, "the figures differ in metric, unstated and AR5, and no cause of kind metric is listed: list one; "+
		"its amount may be left open with Unquantified\n"+
		"the figures differ in guideline edition, unstated and 2006 IPCC Guidelines, and no cause of kind edition is listed: list "+
		"one; its amount may be left open with Unquantified")
	b, err := bridge.Published(2018, from, to, newMetric(), newEdition())
	require.NoError(t, err, "one vintage may be published on two bases")
	assert.Equal(t, "0 t of mixed metrics (unstated to AR5)", b.Change().String())
}

func TestViewsNeedABoundaryCause(t *testing.T) {
	figure := func(v ghg.Vintage) ghg.YearFigure {
		return ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("5 t CO2e (AR5)"), Vintage: v}
	}
	city := ghg.MustDeclaredView("city total", "city")
	with := func(v ghg.View) ghg.View {
		w, err := v.WithEdition(guidelines2006)
		require.NoError(t, err)
		return w
	}
	cause := bridge.Cause{Kind: bridge.CauseBoundary, Document: "report"}.Unquantified()
	for name, other := range map[string]ghg.View{
		"another name":            ghg.MustDeclaredView("own emissions", "city"),
		"another source":          ghg.MustDeclaredView("city total", "ministry"),
		"another name, edition":   with(ghg.MustDeclaredView("own emissions", "city")),
		"another source, edition": with(ghg.MustDeclaredView("city total", "ministry")),
	} {
		_, err := bridge.Published(2018, published("P", city, figure(1)), published("P", other, figure(2)), newEditionIf(city, other)...)
		var unbridged *bridge.UnbridgedError
		require.ErrorAs(t, err, &unbridged, name)
		assert.Equal(t, bridge.CauseBoundary, unbridged.Kind, name)
		assert.Contains(t, err.Error(), "differ in view, ", name)
		_, err = bridge.Published(2018, published("P", city, figure(1)), published("P", other, figure(2)),
			append(newEditionIf(city, other), cause)...)
		assert.NoError(t, err, name)
	}
	_, err := bridge.Published(2018, published("P", city, figure(1)), published("P", with(city), figure(2)), newEdition())
	assert.NoError(t, err, "one view on two editions")
	_, err = bridge.Published(2018, published("P", city, figure(1)), published("P", city, figure(2)), cause)
	assert.NoError(t, err, "an area may grow under one view")
}

func newEditionIf(a, b ghg.View) []bridge.Contribution {
	if a.ID().Scheme != b.ID().Scheme {
		return []bridge.Contribution{newEdition()}
	}
	return nil
}

func TestBridgeIsOfTwoVintages(t *testing.T) {
	_, err := bridge.Published(2018, daegu(1), daegu(1))
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "vintage", fault.Field)
	_, err = bridge.Published(2018, daegu(1), ghg.Yearly{})
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2018, missing.Year)
	assert.Contains(t, missing.Of, "bridge to")
	_, err = bridge.Published(2018, daegu(2), daegu(1))
	assert.NoError(t, err, "a bridge may be read backwards")
}

// Read backwards, with its causes negated, a bridge has every line negated.
func TestPublishedBackwards(t *testing.T) {
	const eps = "0.3 Mt"
	there, err := bridge.Published(2018, daegu(1), daegu(2), cause(bridge.CauseData).Of(ghg.MustMass(eps)))
	require.NoError(t, err)
	back, err := bridge.Published(2018, daegu(2), daegu(1), cause(bridge.CauseData).Of(ghg.MustMass(eps).Neg()))
	require.NoError(t, err)
	a, b := slices.Collect(there.Lines()), slices.Collect(back.Lines())
	require.Len(t, b, len(a))
	for i := range a {
		x, _ := a[i].Amount()
		y, _ := b[i].Amount()
		assert.True(t, x.Tonnes().Equal(y.Tonnes().Neg()))
	}
	assertTonnes(t, "-760000", there.Unknown().Tonnes(), "more than the change of -460000")
}

func cause(k bridge.CauseKind) bridge.Cause {
	return bridge.Cause{Kind: k, What: "as told", Document: "report"}
}

func TestFromZeroHasNoRelativeChange(t *testing.T) {
	view := ghg.MustDeclaredView("total", "county")
	b, err := bridge.Published(2018,
		published("P", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("0 t CO2e"), Vintage: 1}),
		published("P", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("7 t CO2e"), Vintage: 2, Source: "report\n2 of 2"}))
	require.NoError(t, err)
	assert.Equal(t, "the figure that the bridge starts at is 0", b.Relative().Undefined())
	assert.Equal(t, "P 2018, first vintage to vintage 2: +7 tCO2e", b.String())
	assert.Contains(t, b.Details(), "source: report 2 of 2\n")
	c, err := bridge.NewChain(b)
	require.NoError(t, err)
	assert.Equal(t, b.Relative(), c.Relative())
}

func TestNoChange(t *testing.T) {
	view := ghg.MustDeclaredView("total", "county")
	b, err := bridge.Published(2018,
		published("P", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("7 t CO2e"), Vintage: 1}),
		published("P", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("7.0 t CO2e"), Vintage: 2}))
	require.NoError(t, err)
	assert.Equal(t, "P 2018, first vintage to vintage 2: 0 tCO2e, 0%", b.String())
	assert.Empty(t, slices.Collect(b.Lines()))
}

func TestZeroBridge(t *testing.T) {
	var b bridge.Bridge
	assert.True(t, b.IsZero())
	assert.Equal(t, "no bridge", b.String())
	assert.Equal(t, "no bridge\n", b.Details())
	assert.Empty(t, slices.Collect(b.Lines()))
	assert.Empty(t, maps.Collect(b.ByCause()))
	assert.Empty(t, maps.Collect(b.ByCategory()))
	assert.Equal(t, 0, b.Year())
	assert.Equal(t, ghg.PlaceID(""), b.Place())
	assert.True(t, b.FromView().IsZero())
	assert.True(t, b.ToView().IsZero())
	assert.True(t, b.Unknown().IsZero())
	assert.Contains(t, b.Relative().Undefined(), "no bridge")
	_, err := json.Marshal(b)
	assert.ErrorIs(t, err, bridge.ErrNoBridge)
	made, err := bridge.Published(2018, daegu(1), daegu(2))
	require.NoError(t, err)
	assert.False(t, made.IsZero())
}

func TestZeroDifference(t *testing.T) {
	var d bridge.Difference
	assert.Equal(t, "0 tCO2e", d.String())
	assert.False(t, d.IsMixed())
	c, err := d.CO2e()
	require.NoError(t, err)
	assert.Equal(t, "0 tCO2e", c.String())
}

func TestDifference(t *testing.T) {
	b, err := bridge.Published(2018, national(1), national(2), omittedCoal())
	require.NoError(t, err)
	c, err := b.Change().CO2e()
	require.NoError(t, err)
	assert.Equal(t, "7900000 tCO2e (SAR)", c.String())
	assert.Equal(t, 1, b.Change().Tonnes().Sign())
	back, err := bridge.Published(2018, national(2), national(1))
	require.NoError(t, err)
	assert.Equal(t, -1, back.Change().Tonnes().Sign())
	other, err := bridge.Published(2018, national(1), national(2))
	require.NoError(t, err)
	assert.True(t, b.Change().Equal(other.Change()))
	assert.False(t, b.Change().Equal(back.Change()))
	mixed, err := bridge.Published(2018, national(1), national(3), newEdition(), newMetric())
	require.NoError(t, err)
	rest := mixed.Unknown()
	assert.True(t, rest.Equal(mixed.Change()))
	assert.False(t, rest.Equal(bridge.Difference{}))
	assert.False(t, b.Unknown().Equal(bridge.Difference{}), "0 on SAR is not 0 on no metric")
	backMixed, err := bridge.Published(2018, national(3), national(2), newEdition(), newMetric())
	require.NoError(t, err)
	assert.False(t, backMixed.Unknown().Equal(mixed.Unknown()))
}

// What a holder does with a figure does not change the bridge.
func TestBridgeIsImmutable(t *testing.T) {
	figure := ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("9 t CO2e"), Vintage: 1,
		Coverage: ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}}
	view := ghg.MustDeclaredView("total", "county")
	other := figure
	other.Vintage = 2
	b, err := bridge.Published(2018, published("P", view, figure), published("P", view, other))
	require.NoError(t, err)
	b.From().Coverage.Gaps[0].Code = "changed"
	b.To().Coverage.Gaps[0].Code = "changed"
	assert.Equal(t, "I.1.1", b.From().Coverage.Gaps[0].Code)
	assert.Equal(t, "I.1.1", b.To().Coverage.Gaps[0].Code)
}

// The iterators stop where they are told to.
func TestIteratorsStop(t *testing.T) {
	b := restatement(t, ghg.AR5, ghg.AR5)
	for range b.Lines() {
		break
	}
	for range b.ByCause() {
		break
	}
	n := 0
	for range b.ByCategory() {
		if n++; n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n)
}

// A sink of 100 t that becomes one of 90 t takes up less: +10 t. "-10%" beside
// it would read as a cut.
func TestTheShareOfASinkIsNotPrinted(t *testing.T) {
	view := ghg.MustDeclaredView("net", "city")
	sink := func(tonnes string, v ghg.Vintage) ghg.Yearly {
		return published("Pyeongchang", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e(tonnes + " tCO2e (AR5)"), Vintage: v})
	}
	b, err := bridge.Published(2018, sink("-100", 1), sink("-90", 2))
	require.NoError(t, err)
	assert.Equal(t, "Pyeongchang 2018, first vintage to vintage 2: +10 tCO2e (AR5)", b.String())
	assert.NotContains(t, b.Details(), "%")
	c, err := bridge.NewChain(b)
	require.NoError(t, err)
	assert.NotContains(t, c.String()+c.Details(), "%")
	assert.Equal(t, "-10.00%", b.Relative().Percent(2), "the number itself is (To - From)/From")
}
