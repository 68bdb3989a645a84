package target

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPerYear(t *testing.T) {
	y, err := perYear(ghg.MustCO2e("-1 tCO2e (SAR)"), 3, "why")
	require.NoError(t, err)
	c, ok := y.Value()
	assert.True(t, ok)
	assert.Equal(t, "-0.333333333333 tCO2e (SAR)", c.String())
	assert.Equal(t, "-0.333333333333 tCO2e (SAR) a year", y.String())
	assert.Equal(t, "", y.Undefined())
	for _, n := range []int{0, -1} {
		y, err = perYear(ghg.MustCO2e("1 tCO2e"), n, "no years")
		require.NoError(t, err)
		_, ok = y.Value()
		assert.False(t, ok)
		assert.Equal(t, "no years", y.Undefined())
		assert.Equal(t, "undefined: no years", y.String())
	}
	_, err = perYear(ghg.MustCO2e("1e30 tCO2e"), 3, "")
	assert.Error(t, err)
}

// The zero values say that they are none; they are never 0.
func TestZeroRatio(t *testing.T) {
	assert.Equal(t, "undefined: not computed", ghg.Ratio{}.String())
	assert.Equal(t, "undefined: not computed", PerYear{}.String())
	for _, x := range []any{ghg.Ratio{}, PerYear{}} {
		b, err := json.Marshal(x)
		require.NoError(t, err)
		assert.JSONEq(t, `{"value": null, "undefined": "not computed"}`, string(b))
	}
}
