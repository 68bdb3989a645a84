package ghg_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStatus(t *testing.T) {
	for s, name := range map[ghg.Status]string{ghg.Actual: "actual", ghg.Provisional: "provisional", ghg.Estimated: "estimated",
		ghg.Nowcast: "nowcast", ghg.Projected: "projected"} {
		assert.Equal(t, name, s.String())
		got, err := ghg.ParseStatus(name)
		require.NoError(t, err)
		assert.Equal(t, s, got)
	}
	got, err := ghg.ParseStatus("PROJECTED")
	require.NoError(t, err)
	assert.Equal(t, ghg.Projected, got)
	got, err = ghg.ParseStatus("")
	require.NoError(t, err)
	assert.Equal(t, ghg.Actual, got)
	_, err = ghg.ParseStatus("final")
	assert.EqualError(t, err, `unknown status "final": allowed are actual, provisional, estimated, nowcast, projected`)
	assert.Equal(t, "unknown (5)", ghg.Status(5).String())
}

func TestVariant(t *testing.T) {
	for v, name := range map[ghg.Variant]string{ghg.LocationBased: "location-based", ghg.MarketBased: "market-based",
		ghg.DistanceBased: "distance-based", ghg.FuelBased: "fuel-based"} {
		assert.Equal(t, name, v.String())
		for _, text := range []string{name, name[:len(name)-len("-based")]} {
			got, err := ghg.ParseVariant(text)
			require.NoError(t, err)
			assert.Equal(t, v, got)
		}
	}
	got, err := ghg.ParseVariant("")
	require.NoError(t, err)
	assert.Equal(t, ghg.NoVariant, got)
	for _, text := range []string{"based", "-based", "grid", " "} {
		_, err = ghg.ParseVariant(text)
		assert.ErrorContains(t, err, "allowed are location-based, market-based, distance-based, fuel-based", text)
	}
	assert.Equal(t, "unknown (5)", ghg.Variant(5).String())
	assert.Equal(t, "", ghg.NoVariant.String())
}

func TestQuality(t *testing.T) {
	for q, texts := range map[ghg.Quality][]string{ghg.High: {"high", "H", "h", "High"}, ghg.Medium: {"medium", "M"}, ghg.Low: {"low", "l"},
		ghg.NoQuality: {""}} {
		for _, text := range texts {
			got, err := ghg.ParseQuality(text)
			require.NoError(t, err, text)
			assert.Equal(t, q, got, text)
		}
	}
	assert.Equal(t, "medium", ghg.Medium.String())
	for _, text := range []string{"x", "hi", "HM"} {
		_, err := ghg.ParseQuality(text)
		assert.ErrorContains(t, err, "allowed are high, medium, low", text)
	}
	assert.Equal(t, "unknown (4)", ghg.Quality(4).String())
}

func TestRecordWordsAsText(t *testing.T) {
	type words struct {
		Status  ghg.Status
		Variant ghg.Variant
		Quality ghg.Quality
		Tags    ghg.Tags
	}
	want := words{ghg.Nowcast, ghg.MarketBased, ghg.Low, ghg.MakeTags("ets", "council")}
	b, err := json.Marshal(want)
	require.NoError(t, err)
	assert.JSONEq(t, `{"Status":"nowcast","Variant":"market-based","Quality":"low","Tags":"council;ets"}`, string(b))
	var got words
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, want, got)
	for _, bad := range []string{`{"Status":"final"}`, `{"Variant":"grid"}`, `{"Quality":"best"}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &got))
		assert.Equal(t, want, got, "stays as it was")
	}
}

func TestTags(t *testing.T) {
	tags := ghg.MakeTags(" ets ", "council;ets|port", "", " ; ")
	assert.Equal(t, "council;ets;port", tags.String())
	assert.Equal(t, ghg.MakeTags("port", "ets", "council"), tags, "a set: order and repetition do not matter")
	for tag, want := range map[string]bool{"council": true, "ets": true, "port": true, "et": false, "": false, "ets;port": false,
		"ETS": false} {
		assert.Equal(t, want, tags.Has(tag), tag)
	}
	assert.False(t, ghg.Tags{}.Has(""))
	assert.Equal(t, ghg.Tags{}, ghg.MakeTags())
	assert.Equal(t, map[ghg.Tags]int{tags: 1}, map[ghg.Tags]int{ghg.MakeTags("council", "ets", "port"): 1}, "may be a map key")
}

// A value that is none of a closed set has a name that says so, in both languages.
func TestNamesBeyondAClosedSet(t *testing.T) {
	beyond := func(koOf func(uint8) string) (n uint8) {
		for koOf(n) != fmt.Sprintf("알 수 없음 (%d)", n) {
			n++
			require.Less(t, n, uint8(100))
		}
		return n
	}
	assert.Equal(t, uint8(5), beyond(func(n uint8) string { return ghg.Status(n).Korean() }))
	entries, whys := beyond(func(n uint8) string { return ghg.Entry(n).Korean() }), beyond(func(n uint8) string { return ghg.Why(n).Korean() })
	assert.Contains(t, ghg.Entry(entries).String(), "(6)")
	assert.Positive(t, whys)
}

// A mass has its digits where they fit in a word and are all that is reported.
func TestMassWord(t *testing.T) {
	ton := ghg.Emitted(ghg.MustMass("1.25 t CH4"))
	entered := func(e ghg.Entry) ghg.Value {
		v, err := ton.EnteredAs(e)
		require.NoError(t, err)
		return v
	}
	partly, err := ghg.Partly(ton, must(ghg.Keyed(ghg.NE, "no meters")))
	require.NoError(t, err)
	for _, c := range []struct {
		value ghg.Value
		gas   ghg.Gas
		ok    bool
	}{
		{ton, ghg.CH4, true}, {ton, ghg.N2O, false}, {ton, ghg.Gas{}, false}, {ghg.Emitted(ghg.MustMass("1.25 t")), ghg.N2O, true},
		{entered(ghg.Confirmed), ghg.CH4, true}, {entered(ghg.ProviderDefault), ghg.CH4, false}, {entered(ghg.LocalOverride), ghg.CH4, false},
		{partly, ghg.CH4, false}, {must(ghg.Keyed(ghg.NE, "no meters")), ghg.CH4, false}, {ghg.Value{}, ghg.CH4, false},
		{ghg.Equivalent(ghg.MustCO2e("1.25 tCO2e (AR5)")), ghg.CH4, false},
		{ghg.Emitted(ghg.MustMass("9223372036854775807 t")), ghg.CH4, true}, {ghg.Emitted(ghg.MustMass("9223372036854775808 t")), ghg.CH4, false},
		{ghg.Emitted(ghg.MustMass("-9223372036854775808 t")), ghg.CH4, true},
	} {
		r := ghg.Record{Gas: c.gas, Value: c.value}
		n, exp, ok := r.MassWord()
		require.Equal(t, c.ok, ok, c.value)
		if ok {
			m, _ := c.value.Mass()
			assert.True(t, decimal.New(n, exp).Equal(m.Tonnes()), c.value)
		}
	}
}
