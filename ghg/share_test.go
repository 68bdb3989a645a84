package ghg_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseShare(t *testing.T) {
	for text, want := range map[string]string{
		"45%": "45%", "45 %": "45%", " 0.45 ": "45%", "0.450": "45%", "-0.2": "-20%", "1": "100%", "-1": "-100%", "0": "0%",
		"1.0": "100%", "150%": "150%", "-250 %": "-250%", "33.3333%": "33.3333%", "0.000001": "0.0001%", "1e-3": "0.1%",
	} {
		s, err := ghg.ParseShare(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, s.String(), text)
	}
}

func TestShareRefusesBareNumbersBeyondOne(t *testing.T) {
	for _, text := range []string{"45", "-45", "1.0001", "-1.0001", "100"} {
		_, err := ghg.ParseShare(text)
		var refused *ghg.ShareError
		require.ErrorAs(t, err, &refused, text)
		assert.Equal(t, text, refused.Text)
		_, err = ghg.NewShare(dec(text))
		require.ErrorAs(t, err, &refused, text)
	}
	_, err := ghg.ParseShare("45")
	assert.EqualError(t, err, `share "45": a bare number must lie between -1 and 1; write "45%" for percent`)
	for _, text := range []string{"", "%", "45%%", "45 percent", "0,45", "45％"} {
		_, err := ghg.ParseShare(text)
		var syntax *exact.SyntaxError
		require.ErrorAs(t, err, &syntax, text)
	}
	assert.Panics(t, func() { ghg.MustShare("45") })
}

func TestShareIsBounded(t *testing.T) {
	var bounds *exact.BoundsError
	_, err := ghg.ParseShare("1e1000000000%")
	require.ErrorAs(t, err, &bounds)
	_, err = ghg.NewShare(decimal.New(1, -31))
	require.ErrorAs(t, err, &bounds)
	_, err = ghg.Percent(decimal.New(1, 31))
	require.ErrorAs(t, err, &bounds)
	s, err := ghg.Percent(dec("12.5"))
	require.NoError(t, err)
	assert.True(t, s.Fraction().Equal(dec("0.125")))
}

func TestShareArithmetic(t *testing.T) {
	cut := ghg.MustShare("45%")
	assert.True(t, cut.Equal(ghg.MustShare("0.450")))
	assert.False(t, cut.Equal(ghg.MustShare("45.01%")))
	assert.Equal(t, "55%", cut.Complement().String())
	assert.Equal(t, "0%", ghg.MustShare("100%").Complement().String())
	assert.Equal(t, "120%", ghg.MustShare("-20%").Complement().String())
	assert.Equal(t, 1, cut.Cmp(ghg.MustShare("40%")))
	assert.Equal(t, -1, cut.Cmp(ghg.MustShare("0.5")))
	assert.Equal(t, 0, cut.Cmp(ghg.MustShare("0.45")))
	assert.Equal(t, "0%", ghg.Share{}.String())
}

func TestShareText(t *testing.T) {
	b, err := json.Marshal(ghg.MustShare("0.455"))
	require.NoError(t, err)
	assert.Equal(t, `"45.5%"`, string(b))
	var s ghg.Share
	require.NoError(t, json.Unmarshal(b, &s))
	assert.True(t, s.Equal(ghg.MustShare("0.455")))
	assert.Error(t, json.Unmarshal([]byte(`"45"`), &s))
	assert.True(t, s.Equal(ghg.MustShare("0.455")), "stays as it was")
	b, err = json.Marshal([]ghg.Share{{}, ghg.MustShare("0%")})
	require.NoError(t, err)
	assert.JSONEq(t, `[null, "0%"]`, string(b), "unset is not zero")
	b, err = ghg.Share{}.MarshalText()
	require.NoError(t, err)
	require.NoError(t, s.UnmarshalText(b))
	assert.True(t, s.IsUnset())
}

func TestShareIsUnset(t *testing.T) {
	assert.True(t, ghg.Share{}.IsUnset())
	for _, text := range []string{"0%", "0", "-0.0", "0.000", "45%"} {
		assert.False(t, ghg.MustShare(text).IsUnset(), text)
	}
	zero, err := ghg.NewShare(decimal.Decimal{})
	require.NoError(t, err)
	assert.False(t, zero.IsUnset())
	zero, err = ghg.Percent(decimal.Decimal{})
	require.NoError(t, err)
	assert.False(t, zero.IsUnset())
	assert.True(t, zero.Equal(ghg.Share{}))
	assert.False(t, ghg.MustShare("100%").Complement().IsUnset())
}

// In a column of percent 0.5 is half a percent, and 45 no fraction.
func TestParsePercent(t *testing.T) {
	for text, want := range map[string]string{"45": "45%", "45%": "45%", " 0.5 ": "0.5%", "-3 %": "-3%", "120": "120%", "0": "0%"} {
		s, err := ghg.ParsePercent(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, s.String(), text)
		assert.False(t, s.IsUnset())
	}
	for _, text := range []string{"", "%", "x", "1,5", "1e99"} {
		_, err := ghg.ParsePercent(text)
		assert.Error(t, err, text)
	}
}
