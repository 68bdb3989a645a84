package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVerdict(t *testing.T) {
	var zero target.Verdict
	assert.Equal(t, target.NotCheckable, zero)
	for i, name := range []string{"not_checkable", "reproduces", "rounding", "basis_mismatch", "does_not_reproduce"} {
		v := target.Verdict(i)
		assert.Equal(t, name, v.String())
		b, err := json.Marshal(v)
		require.NoError(t, err)
		var back target.Verdict
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, v, back)
	}
	assert.Equal(t, "unknown (5)", target.Verdict(5).String())
	_, err := target.ParseVerdict("fine")
	assert.ErrorContains(t, err, `unknown verdict "fine": allowed are`)
	assert.Error(t, json.Unmarshal([]byte(`"fine"`), &zero))
}
