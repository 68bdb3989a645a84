package bridge_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestZeroChain(t *testing.T) {
	var c bridge.Chain
	assert.Equal(t, "no bridge", c.String())
	assert.Equal(t, "no bridge\n", c.Details())
	assert.Equal(t, 0, c.Len())
	assert.Equal(t, ghg.YearFigure{}, c.From())
	assert.Equal(t, ghg.YearFigure{}, c.To())
	assert.True(t, c.Change().IsZero())
	for range c.Bridges() {
		t.Fail()
	}
	assert.Contains(t, c.Relative().Undefined(), "no bridge")
	_, err := json.Marshal(c)
	assert.ErrorIs(t, err, bridge.ErrNoBridge)
}

func TestChainRefused(t *testing.T) {
	_, err := bridge.NewChain()
	assert.EqualError(t, err, `chain, bridges "0": 1 to 1000 are allowed`)
	_, err = bridge.NewChain(make([]bridge.Bridge, 1001)...)
	assert.EqualError(t, err, `chain, bridges "1001": 1 to 1000 are allowed`)
	_, err = bridge.NewChain(make([]bridge.Bridge, 1000)...)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 1000, faults.Len(), "all at once")
	assert.Equal(t, ghg.Refusal("chain", "bridge 1", "", bridge.ErrNoBridge.Error()), faults.All[0])

	view := ghg.MustDeclaredView("total", "county")
	made := func(place ghg.PlaceID, year int, v, w ghg.View, from, to string, first, second ghg.Vintage) bridge.Bridge {
		var causes []bridge.Contribution
		if v.ID() != w.ID() {
			causes = append(causes, cause(bridge.CauseBoundary).Unquantified())
		}
		b, err := bridge.Published(year,
			published(place, v, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(from), Vintage: first}),
			published(place, w, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(to), Vintage: second}), causes...)
		require.NoError(t, err)
		return b
	}
	begin := made("P", 2018, view, view, "5 t CO2e", "6 t CO2e", 1, 2)
	for field, next := range map[string]bridge.Bridge{
		"place":   made("Q", 2018, view, view, "6 t CO2e", "7 t CO2e", 2, 3),
		"year":    made("P", 2019, view, view, "6 t CO2e", "7 t CO2e", 2, 3),
		"view":    made("P", 2018, ghg.MustDeclaredView("total", "ministry"), view, "6 t CO2e", "7 t CO2e", 2, 3),
		"metric":  made("P", 2018, view, view, "6 t CO2e (AR5)", "7 t CO2e (AR5)", 2, 3),
		"amount":  made("P", 2018, view, view, "6.5 t CO2e", "7 t CO2e", 2, 3),
		"vintage": made("P", 2018, view, view, "6 t CO2e", "7 t CO2e", 3, 4),
	} {
		_, err := bridge.NewChain(begin, next)
		var mismatch *ghg.MismatchError
		if errors.As(err, &mismatch) {
			assert.True(t, mismatch.In(ghg.Aspect(field)), field)
			assert.Len(t, mismatch.Differ, 1)
			continue
		}
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, field)
		assert.Equal(t, field, fault.Field)
		assert.Equal(t, "bridge 2", fault.Of)
	}
	_, err = bridge.NewChain(begin, made("Q", 2019, view, view, "6.5 t CO2e (AR5)", "7 t CO2e (AR5)", 3, 4))
	for _, want := range []string{"the end of bridge 1 and the begin of bridge 2 do not meet: place", "metric", "year", "amount", "vintage"} {
		assert.ErrorContains(t, err, want, "all that differs is said")
	}
	c, err := bridge.NewChain(begin, made("P", 2018, view, view, "6.0 t CO2e", "4 t CO2e", 2, 3))
	require.NoError(t, err, "6 and 6.0 are one amount")
	assert.Equal(t, "P 2018: 5 tCO2e → 6 tCO2e → 4 tCO2e: -1 tCO2e, -20%", c.String())
	text, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"change":"-1 tCO2e","mixedMetrics":false,"bridges":[{"place":"P"`)
}

// The bridges handed in are copied.
func TestChainIsImmutable(t *testing.T) {
	b, err := bridge.Published(2018, daegu(1), daegu(2))
	require.NoError(t, err)
	given := []bridge.Bridge{b}
	c, err := bridge.NewChain(given...)
	require.NoError(t, err)
	given[0] = bridge.Bridge{}
	assert.Equal(t, 1, c.Len())
	for x := range c.Bridges() {
		assert.False(t, x.IsZero())
	}
}
