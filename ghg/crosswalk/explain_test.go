package crosswalk_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A conversion in JSON says what went where, and what stayed and why.
func TestConversionJSON(t *testing.T) {
	c, err := crosswalk.IPCC1996To2006.Convert(oldInventory(), crosswalk.CommonParent)
	require.NoError(t, err)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	var got struct {
		Crosswalk, Basis, Placing string
		Moves                     []map[string]any
		Converted                 struct{ Records []any }
	}
	require.NoError(t, json.Unmarshal(text, &got))
	assert.Equal(t, [3]string{"IPCC 1996 to IPCC 2006", "published", "to a common parent where no rule gives one category"},
		[3]string{got.Crosswalk, got.Basis, got.Placing})
	require.Len(t, got.Moves, 7)
	assert.Equal(t, map[string]any{"from": "2.A.3", "to": "2.A.4", "rule": "2.A.3 = 2.A.4.a + 2.A.4.c + 2.A.4.d (1:n)", "lifted": true,
		"records": 1.0}, got.Moves[1])
	assert.Len(t, got.Converted.Records, 7)
	c, err = crosswalk.IPCC1996To2006.Convert(oldInventory(), crosswalk.OwnRule)
	require.NoError(t, err)
	text, err = json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(text), `{"category":"4.F","reason":"no rule takes the category","reason_ko":"이 분류에 대한 규칙이 없음","records":1}`)
}
