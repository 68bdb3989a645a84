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

func TestParseCO2e(t *testing.T) {
	for text, want := range map[string]string{
		"9.43 MtCO2e (AR5)":         "9430000 tCO2e (AR5)",
		"9.43MtCO2e(ar5)":           "9430000 tCO2e (AR5)",
		"943만톤CO2eq":                "9430000 tCO2e",
		" 3 t CO2-eq. (unstated) ":  "3 tCO2e",
		"3 tCO2e ()":                "3 tCO2e",
		"-2.50 kgCO2e (AR6 Single)": "-0.0025 tCO2e (AR6Single)",
	} {
		c, err := ghg.ParseCO2e(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, c.String(), text)
	}
	for text, why := range map[string]string{
		"9.43 Mt (AR5)":     `CO2e "9.43 Mt (AR5)": the unit must say CO2e, as in tCO2e`,
		"9.43 Mt CH4 (AR5)": "the unit must say CO2e",
		"9.43 MtCO2e (AR9)": `CO2e "9.43 MtCO2e (AR9)": unknown metric "AR9"`,
		"9.43 MtCO2e AR5)":  "allowed are kg, t, kt",
		"1e9 9 tCO2e (AR5)": "allowed are kg, t, kt",
		"1e31 tCO2e (AR5)":  "out of bounds",
		"1e30 MtCO2e (AR5)": "out of bounds",
		"tCO2e (AR5)":       "it needs digits",
		"(AR5) 3 tCO2e)":    `mass "(AR5) 3 tCO2e)"`,
		"(AR5)":             "it needs digits",
		"":                  "it needs digits",
	} {
		_, err := ghg.ParseCO2e(text)
		assert.ErrorContains(t, err, why, text)
	}
	assert.Panics(t, func() { ghg.MustCO2e("9.43 Mt") })
}

func TestNewCO2e(t *testing.T) {
	_, err := ghg.NewCO2e(dec("1"), ghg.Tonne, ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = ghg.NewCO2e(decimal.New(1, 31), ghg.Tonne, ghg.AR5)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	c, err := ghg.NewCO2e(dec("9.43"), ghg.Megatonne, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "9430000", c.Tonnes().String())
	assert.Equal(t, "9.43", c.In(ghg.Megatonne).String())
	assert.Equal(t, ghg.AR5, c.Metric())

	_, err = ghg.CO2eOf(ghg.MustMass("1 t"), ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = ghg.CO2eOf(ghg.MustMass("1 t CH4"), ghg.AR5)
	assert.EqualError(t, err, "a mass of CH4 is not CO2e: convert it with its CO2e method")
	c, err = ghg.CO2eOf(ghg.MustMass("9.43 Mt"), ghg.Unstated)
	require.NoError(t, err)
	assert.True(t, c.Equal(ghg.MustCO2e("9.43 MtCO2e")))
}

func TestCO2eOnTwoMetricsDoesNotMeet(t *testing.T) {
	a := ghg.MustCO2e("100 tCO2e (AR4)")
	for _, b := range []ghg.CO2e{ghg.MustCO2e("100 tCO2e (AR5)"), ghg.MustCO2e("100 tCO2e"), {}} {
		var mismatch *ghg.MetricMismatchError
		_, err := a.Add(b)
		require.ErrorAs(t, err, &mismatch)
		assert.Equal(t, ghg.MetricMismatchError{A: "AR4", B: b.Metric().ID()}, *mismatch)
		_, err = a.Sub(b)
		require.ErrorAs(t, err, &mismatch)
		_, err = a.Cmp(b)
		require.ErrorAs(t, err, &mismatch)
		_, err = a.Ratio(b, 2)
		require.ErrorAs(t, err, &mismatch)
		assert.False(t, a.Equal(b))
		assert.ErrorContains(t, err, "CO2e on metric AR4 and on metric "+b.Metric().String()+" do not meet")
	}
}

// The zero CO2e is nothing in the unstated metric, and meets only that.
func TestZeroCO2e(t *testing.T) {
	var c ghg.CO2e
	assert.Equal(t, ghg.Unstated, c.Metric())
	assert.Equal(t, "0 tCO2e", c.String())
	assert.True(t, c.IsZero())
	sum, err := c.Add(ghg.MustCO2e("3 tCO2e"))
	require.NoError(t, err)
	assert.True(t, sum.Equal(ghg.MustCO2e("3 tCO2e (unstated)")))
	assert.True(t, c.Equal(ghg.MustCO2e("0 tCO2e")))
}

func TestCO2eArithmetic(t *testing.T) {
	a, b := ghg.MustCO2e("9.43 MtCO2e (AR5)"), ghg.MustCO2e("8.97 MtCO2e (AR5)")
	sum, err := a.Add(b)
	require.NoError(t, err)
	assert.Equal(t, "18400000 tCO2e (AR5)", sum.String())
	diff, err := b.Sub(a)
	require.NoError(t, err)
	assert.Equal(t, "-460000 tCO2e (AR5)", diff.String())
	assert.Equal(t, []int{-1, 1, 0}, []int{diff.Sign(), diff.Neg().Sign(), ghg.CO2e{}.Sign()})
	assert.False(t, diff.IsZero())
	limit, err := a.Scale(dec("0.55"))
	require.NoError(t, err)
	assert.Equal(t, "5.19 MtCO2e (AR5)", limit.Format(ghg.Megatonne, 2))
	assert.Equal(t, "5 MtCO2e", ghg.MustCO2e("4.5 MtCO2e").Format(ghg.Megatonne, 0))
	_, err = a.Scale(decimal.New(1, 31))
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	ratio, err := diff.Ratio(a, 4)
	require.NoError(t, err)
	assert.Equal(t, "-0.0488", ratio.String())
	_, err = a.Ratio(diff.Neg().Neg(), 2)
	require.NoError(t, err)
	_, err = a.Ratio(ghg.MustCO2e("0 tCO2e (AR5)"), 2)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	c, err := a.Cmp(b)
	require.NoError(t, err)
	assert.Equal(t, 1, c)
	assert.False(t, a.Equal(b))
	assert.True(t, a.Equal(ghg.MustCO2e("9430 ktCO2e (AR5)")))
}

func TestCO2eText(t *testing.T) {
	b, err := json.Marshal(ghg.MustCO2e("9.43 MtCO2e (AR5)"))
	require.NoError(t, err)
	assert.Equal(t, `"9430000 tCO2e (AR5)"`, string(b))
	var c ghg.CO2e
	require.NoError(t, json.Unmarshal(b, &c))
	assert.True(t, c.Equal(ghg.MustCO2e("9.43 MtCO2e (AR5)")))
	assert.Error(t, json.Unmarshal([]byte(`"9.43 Mt"`), &c))
	assert.Equal(t, "9430000 tCO2e (AR5)", c.String(), "stays as it was")
}

// A metric of one's own may have any name, brackets included.
func TestCO2eOnOwnMetricIsReadAgain(t *testing.T) {
	for _, name := range []string{"city-2020", "plan (draft)", "a) b (", "한국 2020"} {
		m := ownMetric(t, name, map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")})
		c, err := ghg.NewCO2e(dec("12.5"), ghg.Kilotonne, m)
		require.NoError(t, err)
		again, err := ghg.ParseCO2e(c.String(), m)
		require.NoError(t, err, c.String())
		assert.True(t, again.Equal(c), c.String())
		_, err = ghg.ParseCO2e(c.String())
		assert.ErrorContains(t, err, "unknown metric", "not handed over")
	}
}

func FuzzParseCO2e(f *testing.F) {
	for _, s := range []string{"9.43 MtCO2e (AR5)", "943만톤CO2eq", "1e30 GtCO2e (AR4)", "-0 tCO2e ()", "3 t CO2-eq. (unstated)", "1 t (AR5)",
		"((("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ghg.ParseCO2e(s)
		if err != nil {
			return
		}
		again, err := ghg.ParseCO2e(c.String())
		if err != nil || !again.Equal(c) || again.String() != c.String() {
			t.Fatalf("%q is %s, which is %s (%v)", s, c, again, err)
		}
	})
}

func TestCO2eQuotient(t *testing.T) {
	q, err := ghg.MustCO2e("20 tCO2e (AR5)").Quotient(decimal.New(3, 0), 2)
	require.NoError(t, err)
	assert.Equal(t, "6.67 tCO2e (AR5)", q.String())
	_, err = q.Quotient(decimal.Decimal{}, 2)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
}

// A 0 that was said is no amount left out.
func TestCO2eIsUnset(t *testing.T) {
	assert.True(t, ghg.CO2e{}.IsUnset())
	for _, stated := range []string{"0 tCO2e", "0 ktCO2e (AR5)", "1 tCO2e"} {
		assert.False(t, ghg.MustCO2e(stated).IsUnset(), stated)
	}
}
