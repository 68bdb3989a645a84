package claim_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVerdict(t *testing.T) {
	var zero claim.Verdict
	assert.Equal(t, claim.NotCheckable, zero)
	for i, name := range []string{"not_checkable", "reproduces", "rounding", "basis_mismatch", "does_not_reproduce"} {
		v := claim.Verdict(i)
		assert.Equal(t, name, v.String())
		b, err := json.Marshal(v)
		require.NoError(t, err)
		var back claim.Verdict
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, v, back)
	}
	assert.Equal(t, "unknown (5)", claim.Verdict(5).String())
	_, err := claim.ParseVerdict("fine")
	assert.ErrorContains(t, err, `unknown verdict "fine": allowed are`)
	assert.Error(t, json.Unmarshal([]byte(`"fine"`), &zero))
}
