package netzero_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Expected figures of more than four digits in this file come from mpmath 1.2.1
// with 30 digits, or are worked out in the comment beside them.

func TestTemperatureScore(t *testing.T) {
	paris := threshold(t, "paris-1.5c-2015")
	type overshoot struct{ emissions, budget ghg.CO2e }
	o, world := overshoot{ghg.MustCO2e("60 MtCO2e (AR5)"), ghg.MustCO2e("50 MtCO2e (AR5)")}, dec("396")
	at := func(emissions, budget string) overshoot {
		return overshoot{ghg.MustCO2e(emissions + " tCO2e (AR5)"), ghg.MustCO2e(budget + " tCO2e (AR5)")}
	}
	for _, c := range []struct {
		o     overshoot
		want  netzero.CheckResult
		score string
	}{
		{at("50", "50"), netzero.Pass, "1.5"},
		{at("25", "50"), netzero.Pass, "1.381113537118"}, // 1.5 - 396 × 0.5 × 2.2/3664
		{at("100", "50"), netzero.Fail, "1.737772925764"},
		{at("50.000000000000000001", "50"), netzero.Fail, "1.5"},
		{at("0", "50"), netzero.Pass, "1.262227074236"},
		{at("-10", "50"), netzero.Pass, "1.214672489083"},
	} {
		got, err := netzero.TemperatureScore(c.o.emissions, c.o.budget, world, paris, netzero.TCRE22)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Result)
		assert.Equal(t, c.score, got.Figures[0].Value.String())
	}
	// Without a budget the worst case must not come out as the best.
	for _, budget := range []string{"0", "-5"} {
		x := at("60", budget)
		got, err := netzero.TemperatureScore(x.emissions, x.budget, world, paris, netzero.TCRE22)
		require.NoError(t, err)
		assert.Equal(t, netzero.CannotTell, got.Result)
		assert.Empty(t, got.Figures)
	}
	other, err := netzero.TemperatureScore(o.emissions, o.budget, world, paris, netzero.TCREAR6)
	require.NoError(t, err)
	assert.Contains(t, other.Covers, "1.65 °C for each 1000 Gt C")

	var metrics *ghg.MetricMismatchError
	_, err = netzero.TemperatureScore(o.emissions, ghg.MustCO2e("50 MtCO2e (AR4)"), world, paris, netzero.TCRE22)
	assert.ErrorAs(t, err, &metrics)
	_, err = netzero.TemperatureScore(o.emissions, o.budget, world, paris, netzero.TCRE{})
	assert.ErrorContains(t, err, "no TCRE given")
	_, err = netzero.TemperatureScore(o.emissions, o.budget, world, netzero.Threshold{}, netzero.TCRE22)
	assert.ErrorContains(t, err, "no threshold given")
	for _, global := range []decimal.Decimal{{}, dec("-1"), decimal.New(1, 1_000_000)} {
		_, err = netzero.TemperatureScore(o.emissions, o.budget, global, paris, netzero.TCRE22)
		assert.Error(t, err)
	}
}

func TestTCRE(t *testing.T) {
	var zero netzero.TCRE
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no TCRE", zero.String())
	assert.Equal(t, "2.2 °C for each 1000 Gt C, as CO2 3664 Gt (itr: OS-Climate, ITR tool, controls of its temperature score)",
		netzero.TCRE22.String())
	for _, c := range []struct{ id, source, degrees, gt string }{
		{"", "s", "2", "3664"}, {"x", "", "2", "3664"}, {"x", "s", "0", "3664"}, {"x", "s", "2", "-1"}, {"x", "s", "1e40", "1"}, {"x",
			"s", "2", "1e40"},
	} {
		_, err := netzero.NewTCRE(c.id, c.source, dec(c.degrees), dec(c.gt))
		assert.ErrorContains(t, err, "TCRE "+fmt.Sprintf("%q", c.id))
	}
}
