package drivers_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestZeroChain(t *testing.T) {
	var c drivers.BridgeChain
	assert.Equal(t, "no bridge", c.String())
	assert.Equal(t, "no bridge\n", c.Explain())
	assert.Equal(t, 0, c.Len())
	assert.Equal(t, ghg.YearFigure{}, c.From())
	assert.Equal(t, ghg.YearFigure{}, c.To())
	assert.True(t, c.Change().IsZero())
	for range c.Bridges() {
		t.Fail()
	}
	_, err := c.Relative(4)
	assert.ErrorIs(t, err, drivers.ErrNoBridge)
	_, err = json.Marshal(c)
	assert.ErrorIs(t, err, drivers.ErrNoBridge)
}

func TestChainRefused(t *testing.T) {
	_, err := drivers.NewBridgeChain()
	assert.EqualError(t, err, "a chain of 0 bridges: 1 to 1000 are allowed")
	_, err = drivers.NewBridgeChain(make([]drivers.Bridge, 1001)...)
	assert.EqualError(t, err, "a chain of 1001 bridges: 1 to 1000 are allowed")
	_, err = drivers.NewBridgeChain(make([]drivers.Bridge, 1000)...)
	assert.ErrorIs(t, err, drivers.ErrNoBridge)

	view := ghg.MustDeclaredView("total", "county")
	bridge := func(place ghg.PlaceID, year int, v, w ghg.View, from, to string, first, second ghg.Vintage) drivers.Bridge {
		var causes []drivers.Contribution
		if v.ID() != w.ID() {
			causes = append(causes, cause(drivers.CauseBoundary).Unquantified())
		}
		b, err := drivers.BridgePublished(year,
			published(place, v, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(from), Vintage: first}),
			published(place, w, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(to), Vintage: second}), causes...)
		require.NoError(t, err)
		return b
	}
	begin := bridge("P", 2018, view, view, "5 t CO2e", "6 t CO2e", 1, 2)
	for aspect, next := range map[string]drivers.Bridge{
		"place":   bridge("Q", 2018, view, view, "6 t CO2e", "7 t CO2e", 2, 3),
		"year":    bridge("P", 2019, view, view, "6 t CO2e", "7 t CO2e", 2, 3),
		"view":    bridge("P", 2018, ghg.MustDeclaredView("total", "ministry"), view, "6 t CO2e", "7 t CO2e", 2, 3),
		"metric":  bridge("P", 2018, view, view, "6 t CO2e (AR5)", "7 t CO2e (AR5)", 2, 3),
		"amount":  bridge("P", 2018, view, view, "6.5 t CO2e", "7 t CO2e", 2, 3),
		"vintage": bridge("P", 2018, view, view, "6 t CO2e", "7 t CO2e", 3, 4),
	} {
		_, err := drivers.NewBridgeChain(begin, next)
		var refused *drivers.BridgeChainError
		require.ErrorAs(t, err, &refused, aspect)
		assert.Equal(t, aspect, refused.Aspect)
		assert.Equal(t, 1, refused.Index)
		assert.NotEqual(t, refused.Before, refused.After)
	}
	c, err := drivers.NewBridgeChain(begin, bridge("P", 2018, view, view, "6.0 t CO2e", "4 t CO2e", 2, 3))
	require.NoError(t, err, "6 and 6.0 are one amount")
	assert.Equal(t, "P 2018: 5 tCO2e → 6 tCO2e → 4 tCO2e: -1 tCO2e, -20%", c.String())
	text, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"change":"-1 tCO2e","mixedMetrics":false,"bridges":[{"place":"P"`)
}

// The bridges handed in are copied.
func TestChainIsImmutable(t *testing.T) {
	b, err := drivers.BridgePublished(2018, daegu(1), daegu(2))
	require.NoError(t, err)
	given := []drivers.Bridge{b}
	c, err := drivers.NewBridgeChain(given...)
	require.NoError(t, err)
	given[0] = drivers.Bridge{}
	assert.Equal(t, 1, c.Len())
	for x := range c.Bridges() {
		assert.False(t, x.IsZero())
	}
}
