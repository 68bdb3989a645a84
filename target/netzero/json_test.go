package netzero_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckJSON(t *testing.T) {
	p := ownPledge()
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	b, err := json.Marshal(judge(t, p, nothing(2021), power(2022, "B", "LNG", "1 kt")))
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, []any{"begin-none", "fail", "미충족"}, []any{got["check"], got["result"], got["result_ko"]})
	assert.Len(t, got["findings"], 2)
	assert.Len(t, got["records"], 1)
	one := got["replacements"].([]any)[0].(map[string]any)
	assert.Equal(t, []any{"250 MW", "2024-06", map[string]any{"value": "4.681818181818"}}, []any{one["capacity"], one["began"],
		one["capacityGrowth"]})
	old := one["replaces"].([]any)[0].(map[string]any)
	assert.Equal(t, []any{"44 MW", nil, nil}, []any{old["capacity"], old["yearly"], old["capacityGrowth"]})

	c, err := netzero.AnnualReduction(goal(t, 2018, "9.43 Mt", 2050, "100%", milestone(2030, "55%")), threshold(t, "sbti-aca-1.5c-2019"))
	require.NoError(t, err)
	b, err = json.Marshal(c)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, "sbti-aca-1.5c-2019", got["threshold"].(map[string]any)["id"])
	assert.Equal(t, "0.045833333333", got["figures"].([]any)[0].(map[string]any)["number"])
	b, err = json.Marshal(netzero.Check{})
	require.NoError(t, err)
	assert.Contains(t, string(b), `"result":"cannot tell"`)
}
