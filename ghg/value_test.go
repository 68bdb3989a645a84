package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// keyedValue is a key with its explanation, in a test.
func keyedValue(t *testing.T, k ghg.Key, why string) ghg.Value {
	t.Helper()
	v, err := ghg.Keyed(k, why)
	require.NoError(t, err)
	return v
}

func TestZeroValueIsMissing(t *testing.T) {
	var v ghg.Value
	assert.True(t, v.IsMissing())
	assert.False(t, v.IsNumber())
	assert.Equal(t, "missing", v.String())
	assert.Equal(t, ghg.KeyNone, v.Key())
	_, ok := v.Mass()
	assert.False(t, ok)
	_, ok = v.CO2e()
	assert.False(t, ok)
	_, ok = v.IncludedIn()
	assert.False(t, ok)
	zero := ghg.Emitted(ghg.MustMass("0 t"))
	assert.False(t, zero.IsMissing(), "0 is not missing")
	assert.False(t, zero.Equal(v))
}

func TestEmittedAndEquivalent(t *testing.T) {
	m := ghg.Emitted(ghg.MustMass("12.50 t CH4"))
	assert.True(t, m.IsNumber() && !m.IsMissing())
	assert.Equal(t, "12.5 t CH4", m.String())
	got, ok := m.Mass()
	assert.True(t, ok && got.Equal(ghg.MustMass("12.5 t CH4")))
	none, ok := m.CO2e()
	assert.True(t, !ok && none.IsZero(), "a mass is not CO2e")

	c := ghg.Equivalent(ghg.MustCO2e("40 tCO2e (AR5)"))
	assert.True(t, c.IsNumber() && !c.IsMissing())
	assert.Equal(t, "40 tCO2e (AR5)", c.String())
	amount, ok := c.CO2e()
	assert.True(t, ok && amount.Equal(ghg.MustCO2e("40 tCO2e (AR5)")))
	noMass, ok := c.Mass()
	assert.True(t, !ok && noMass.IsZero(), "CO2e is not a mass")
	assert.Equal(t, "0 tCO2e", ghg.Equivalent(ghg.CO2e{}).String())
}

func TestKeyed(t *testing.T) {
	v := keyedValue(t, ghg.NE, "no survey of wood stoves yet")
	assert.Equal(t, "NE", v.String())
	assert.Equal(t, ghg.NE, v.Key())
	assert.Equal(t, "no survey of wood stoves yet", v.Explanation())
	assert.False(t, v.IsNumber() || v.IsMissing(), "a key is a status")

	for _, blank := range []string{"", " \t"} {
		_, err := ghg.Keyed(ghg.NO, blank)
		assert.ErrorIs(t, err, ghg.ErrNoExplanation)
		assert.EqualError(t, err, "NO: a notation key needs an explanation")
		_, err = ghg.IncludedIn(ghg.Category{Code: "I.1.1"}, blank)
		assert.ErrorIs(t, err, ghg.ErrNoExplanation)
	}
	_, err := ghg.Keyed(ghg.KeyNone, "x")
	assert.ErrorContains(t, err, "no notation key given")
	_, err = ghg.Keyed(ghg.NA+1, "x")
	assert.ErrorContains(t, err, "no notation key given: Key(7)")
	_, err = ghg.Keyed(ghg.NA, "x")
	assert.NoError(t, err)
	_, err = ghg.Keyed(ghg.IE, "x")
	assert.EqualError(t, err, "IE must say where: use IncludedIn")
	_, err = ghg.IncludedIn(ghg.Category{}, "x")
	assert.ErrorContains(t, err, "must name the category")

	found := ghg.KeyedAsFound(ghg.IE, "")
	assert.Equal(t, "IE", found.String())
	assert.False(t, found.IsMissing())
}

func TestIncludedIn(t *testing.T) {
	v, err := ghg.IncludedIn(ghg.Category{Scheme: "GPC 1.1", Code: "II.1.1"}, "fuel sales are not split")
	require.NoError(t, err)
	assert.Equal(t, "IE (II.1.1)", v.String())
	in, ok := v.IncludedIn()
	assert.True(t, ok)
	assert.Equal(t, "GPC 1.1 II.1.1", in.String())
	assert.Equal(t, "fuel sales are not split", v.Explanation())
}

func TestPartly(t *testing.T) {
	three, ne := ghg.Emitted(ghg.MustMass("3 t")), keyedValue(t, ghg.NE, "boats are not counted")
	ie, err := ghg.IncludedIn(ghg.Category{Scheme: "GPC 1.1", Code: "II.1.1"}, "not split")
	require.NoError(t, err)
	v, err := ghg.Partly(three, ne)
	require.NoError(t, err)
	assert.Equal(t, "3 t, NE", v.String())
	assert.True(t, v.IsNumber() && !v.IsMissing())
	assert.Equal(t, "boats are not counted", v.Explanation())
	v, err = ghg.Partly(ghg.Equivalent(ghg.MustCO2e("40 tCO2e (AR5)")), ie)
	require.NoError(t, err)
	assert.Equal(t, "40 tCO2e (AR5), IE (II.1.1)", v.String())
	in, ok := v.IncludedIn()
	assert.True(t, ok && in.Code == "II.1.1")

	partly := v
	for name, x := range map[string][2]ghg.Value{
		"missing and a key": {{}, ne}, "a number and missing": {three, {}}, "two numbers": {three, three}, "two keys": {ne, ne},
		"partly and a key": {partly, ne}, "a number and partly": {three, partly},
	} {
		_, err := ghg.Partly(x[0], x[1])
		assert.EqualError(t, err, "a partly reported value needs a number and a key", name)
	}
	for _, k := range []ghg.Key{ghg.NO, ghg.NA} {
		_, err := ghg.Partly(three, ghg.KeyedAsFound(k, "x"))
		assert.EqualError(t, err, k.String()+" cannot stand beside a number")
	}
}

func TestValueEqual(t *testing.T) {
	three := ghg.Emitted(ghg.MustMass("3 t"))
	assert.True(t, three.Equal(ghg.Emitted(ghg.MustMass("3000 kg"))), "one value, stored in two ways")
	ie := func(code, why string) ghg.Value {
		v, err := ghg.IncludedIn(ghg.Category{Code: code}, why)
		require.NoError(t, err)
		return v
	}
	for name, x := range map[string][2]ghg.Value{
		"number":      {three, ghg.Emitted(ghg.MustMass("4 t"))},
		"gas":         {three, ghg.Emitted(ghg.MustMass("3 t CH4"))},
		"kind":        {three, ghg.Equivalent(ghg.MustCO2e("3 tCO2e"))},
		"metric":      {ghg.Equivalent(ghg.MustCO2e("3 tCO2e (AR4)")), ghg.Equivalent(ghg.MustCO2e("3 tCO2e (AR5)"))},
		"key":         {ghg.KeyedAsFound(ghg.NO, "x"), ghg.KeyedAsFound(ghg.NE, "x")},
		"explanation": {ghg.KeyedAsFound(ghg.NO, "x"), ghg.KeyedAsFound(ghg.NO, "y")},
		"place":       {ie("a", "x"), ie("b", "x")},
	} {
		assert.False(t, x[0].Equal(x[1]), name)
		assert.True(t, x[0].Equal(x[0]) && x[1].Equal(x[1]), name)
	}
}
