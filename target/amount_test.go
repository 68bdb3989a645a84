package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAmount(t *testing.T) {
	var zero target.Amount
	_, ok := zero.Value()
	assert.False(t, ok)
	assert.Equal(t, "undefined: not computed", zero.String())
	assert.Equal(t, "undefined: not computed", zero.Format(ghg.Megatonne, 2))
	assert.Equal(t, "undefined: not computed", target.PerYear{}.String())
	assert.Equal(t, "not computed", target.PerYear{}.Undefined())

	p := mustProgress(t, mustTarget(t, daegu2030()), 2022, one(2022, "8200000", ghg.Actual))
	assert.Equal(t, "0.18 MtCO2e (AR5)", p.Gap.Format(ghg.Megatonne, 2))
	assert.Empty(t, p.Gap.Undefined())
	assert.Empty(t, p.RequiredLinear.Undefined())
	for want, v := range map[string]json.Marshaler{
		`{"value": "184500 tCO2e (AR5)"}`:                  p.Gap,
		`{"value": "307500 tCO2e (AR5)"}`:                  p.AchievedLinear,
		`{"value": null, "undefined": "not computed"}`:     target.Amount{},
		`{"value": null, "undefined": "no figure at all"}`: ghg.Undefined("no figure at all"),
	} {
		b, err := v.MarshalJSON()
		require.NoError(t, err)
		assert.JSONEq(t, want, string(b))
	}
}
