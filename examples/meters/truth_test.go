package main

import (
	"context"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Two places, three sums; the first is one that floating point does not hold.
func truthOfThree() *truth {
	var t truth
	t.add(reading{1, 0, 9_007_199_254_740_992})
	t.add(reading{1, 0, 1})
	t.add(reading{1, 3, 2_500}) // CH4
	t.add(reading{2, 0, 40})
	return &t
}

// A sum that is wrong in its last digit, lacking, or of nothing is found, in all forms.
func TestTruth(t *testing.T) {
	is := truthOfThree()
	assert.Equal(t, 3, is.sums())
	right := func() map[mark]decimal.Decimal {
		return map[mark]decimal.Decimal{
			{"town 1", "2024", "I.1.1", "CO2", "city gas"}: decimal.RequireFromString("9007199254740.993"),
			{"town 1", "2024", "I.2.1", "CH4", "city gas"}: decimal.RequireFromString("2.50"),
			{"town 2", "2024", "I.1.1", "CO2", "city gas"}: decimal.RequireFromString("0.04"),
		}
	}
	assert.NoError(t, is.decimals(right()))
	for _, wrong := range []func(map[mark]decimal.Decimal){
		func(m map[mark]decimal.Decimal) { m[markOf(0)] = decimal.RequireFromString("9007199254740.992") },
		func(m map[mark]decimal.Decimal) { delete(m, markOf(3)) },
		func(m map[mark]decimal.Decimal) { m[markOf(1)] = decimal.Zero },
		func(m map[mark]decimal.Decimal) { delete(m, markOf(3)); m[markOf(1)] = decimal.Zero },
	} {
		m := right()
		wrong(m)
		assert.Error(t, is.decimals(m))
	}

	near := map[int]float64{0: 9007199254740.992 + 0.001, 3: 2.5, len(kinds): 0.04}
	assert.Equal(t, 1, is.floats(func(sum int) float64 { return near[sum] }))
	assert.Equal(t, 3, is.floats(func(int) float64 { return 7 }))

	p, err := is.partial()
	require.NoError(t, err)
	assert.Equal(t, 3, p.Len())
	_, err = same(p, p)()
	assert.NoError(t, err)
	_, err = same(ledger.NewPartial(gpc.Scheme), p)()
	assert.EqualError(t, err, "the partial sums are others")
	twice, err := p.Merge(p)
	require.NoError(t, err)
	_, err = same(twice, p)()
	assert.Error(t, err)
}

// BASIC totals: 9007199254.740993 t of CO2 and 0.0025 t of CH4 × 28 in the first place.
func TestTruthBasic(t *testing.T) {
	is := truthOfThree()
	total := func(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e (AR5)") }
	got := map[ghg.PlaceID]ghg.CO2e{"town 1": total("9007199254.810993"), "town 2": total("0.00004")}
	assert.NoError(t, is.basic(got))
	got["town 2"] = total("0.00005")
	assert.ErrorContains(t, is.basic(got), "town 2")
	delete(got, "town 2")
	assert.Error(t, is.basic(got))
}

// What is held gives the same readings to all ways.
func TestHold(t *testing.T) {
	h, err := country{rows: 501, seed: 3}.hold()
	require.NoError(t, err)
	assert.Len(t, h.half(0), 250)
	assert.Len(t, h.half(1), 251)
	assert.Equal(t, 501, h.ledger.Len())
	assert.Equal(t, []int{250, 251}, []int{h.halves[0].Len(), h.halves[1].Len()})
	assert.Equal(t, len(kinds), h.kinds)
	for _, w := range h.ways() {
		assert.NoError(t, w.time(context.Background()), w.name.En)
	}
	h.rows[0].kg = h.rows[0].kg.Add(decimal.New(1, -3))
	assert.Error(t, h.ways()[0].time(context.Background()))
}
