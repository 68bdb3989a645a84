package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every blend has a value under the convention "constituents of the basket only",
// and of the same blends the refusal stays without it.
func TestEveryBlendInTheBasket(t *testing.T) {
	for metric, refused := range map[ghg.Metric]int{ghg.AR5: 53, ghg.AR6Single: 37} {
		basket := metric.BasketOnly()
		var without int
		for g := range ghg.AllGases() {
			if !g.IsBlend() {
				continue
			}
			var want decimal.Decimal
			for part, share := range g.Components() {
				if f := part.Family(); f == "HFC" || f == "PFC" || f == "base" {
					gwp, err := metric.GWP(part)
					require.NoError(t, err, "%s in %s", part, g)
					want = want.Add(share.Fraction().Mul(gwp))
				}
			}
			got, err := basket.GWP(g)
			require.NoError(t, err, g)
			assert.True(t, want.Equal(got), "%s in %s is %s, not %s", g, basket, got, want)
			if full, err := metric.GWP(g); err != nil {
				without++
			} else {
				assert.True(t, full.GreaterThanOrEqual(got), "%s", g)
				assert.Equal(t, g.InBasket(), full.Equal(got), "%s", g)
			}
		}
		assert.Equal(t, refused, without, metric)
	}
}

// The list of a national programme, which counts HFCs and PFCs alone. It takes
// R-422D with 65 % of HFC-125 where the standard has 65.1 %, and leaves out CO2, of
// which three blends hold 3 and 6 %.
func TestBasketValuesOfAList(t *testing.T) {
	other := map[string]string{"R-422D": "2473.17", "R-445A": "117.06", "R-455A": "145.585", "R-463A": "1376.78"}
	header, rows := tsv(t, "testdata/blends_basket_ar5.tsv")
	require.Len(t, rows, 126)
	for _, row := range rows {
		code, want := row[header["blend"]], row[header["AR5"]]
		if ours, differs := other[code]; differs {
			want = ours
		}
		assert.Equal(t, want, gwpOf(t, ghg.AR5.BasketOnly(), code), code)
	}
}

func TestBasketOnly(t *testing.T) {
	basket := ghg.AR5.BasketOnly()
	assert.Equal(t, ghg.MetricID("AR5-BasketOnly"), basket.ID())
	assert.Equal(t, ghg.AR5.Title()+", constituents of the basket only", basket.Title())
	assert.Equal(t, ghg.AR5.Source(), basket.Source())
	assert.Equal(t, basket, basket.BasketOnly())
	assert.Equal(t, basket, ghg.AR5.BasketOnly(), "one value, whenever it is asked for")
	for gas, want := range map[string]string{"CO2": "1", "CH4": "28", "HFC-32": "677", "HCFC-22": "0", "C3H8": "0", "HFO-1234yf": "0",
		"CO2(b)": "0"} {
		assert.Equal(t, want, gwpOf(t, basket, gas), gas)
	}
	_, err := basket.GWP(ghg.Gas{})
	assert.ErrorContains(t, err, "name the gas")
	_, err = ghg.AR4.BasketOnly().GWP(ghg.MustGas("HFC-41"))
	assert.EqualError(t, err, "metric AR4-BasketOnly has no factor for HFC-41", "a gas of the basket is not missing in silence")
	_, err = ghg.AR6.BasketOnly().GWP(ghg.CH4)
	assert.ErrorContains(t, err, "state CH4-fossil or CH4-nonfossil")
	assert.Equal(t, ghg.Unstated, ghg.Unstated.BasketOnly())
	assert.True(t, ghg.Metric{}.BasketOnly().IsZero())
}

func TestBasketOfAnOwnMetric(t *testing.T) {
	m := ownMetric(t, "label", map[ghg.Gas]decimal.Decimal{ghg.MustGas("HFC-125"): dec("3500"), ghg.MustGas("HFC-134a"): dec("1430"),
		ghg.MustGas("R-410A"): dec("2088"), ghg.MustGas("R-417A"): dec("2400")})
	basket := m.BasketOnly()
	assert.Equal(t, m.ID()+"-BasketOnly", basket.ID())
	assert.Equal(t, "2088", gwpOf(t, basket, "R-410A"), "all of it is in the basket: its own value stands")
	assert.Equal(t, "2400", gwpOf(t, m, "R-417A"))
	assert.Equal(t, "2346", gwpOf(t, basket, "R-417A"), "3500 × 46.6 % + 1430 × 50 %; its own value counts the butane too")
}

func TestParseBasketMetric(t *testing.T) {
	own := ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")})
	for text, want := range map[string]ghg.Metric{
		"AR5-BasketOnly": ghg.AR5.BasketOnly(), "ar5 basket only": ghg.AR5.BasketOnly(), "AR5GWP100-BasketOnly": ghg.AR5.BasketOnly(),
		"AR2 BasketOnly": ghg.SAR.BasketOnly(), own.String() + "-BasketOnly": own.BasketOnly(), own.String(): own,
	} {
		got, err := ghg.ParseMetric(text, ghg.Metric{}, own)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for m := range ghg.AllMetrics() {
		same, err := ghg.ParseMetric(m.BasketOnly().String())
		require.NoError(t, err)
		assert.Equal(t, m.BasketOnly(), same)
	}
	for _, text := range []string{"BasketOnly", "unstated-BasketOnly", "AR7-BasketOnly"} {
		_, err := ghg.ParseMetric(text)
		assert.ErrorAs(t, err, new(*ghg.UnknownError), text)
	}
}

// The convention goes with a figure through text, JSON and a total.
func TestBasketFigureKeepsItsMetric(t *testing.T) {
	c, err := ghg.MustMass("100 kg R-402A").CO2e(ghg.AR5.BasketOnly())
	require.NoError(t, err)
	assert.Equal(t, "190.2 tCO2e (AR5-BasketOnly)", c.String()) // 0.1 t × 60 % × 3170
	same, err := ghg.ParseCO2e(c.String())
	require.NoError(t, err)
	assert.True(t, same.Equal(c))
	_, err = c.Add(ghg.MustCO2e("1 tCO2e (AR5)"))
	assert.ErrorAs(t, err, new(*ghg.MetricMismatchError))
}
