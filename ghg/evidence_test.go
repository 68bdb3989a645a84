package ghg_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEvidence(t *testing.T) {
	full := ghg.EvidenceDefinition{Quality: ghg.Low, Method: "m", Source: "s", Assumption: "a"}
	e := ghg.NewEvidence(full)
	full.Source = "changed"
	assert.Equal(t, "low m s a", e.Quality().String()+" "+e.Method()+" "+e.Source()+" "+e.Assumption())
	assert.Equal(t, "s", e.Definition().Source)
	assert.False(t, e.IsZero())
	assert.True(t, e.Equal(ghg.NewEvidence(e.Definition())))
	assert.False(t, e.Equal(ghg.NewEvidence(full)))

	var none ghg.Evidence
	assert.True(t, none.IsZero())
	assert.Equal(t, none, ghg.NewEvidence(ghg.EvidenceDefinition{}))
	assert.Equal(t, ghg.EvidenceDefinition{}, none.Definition())
	assert.True(t, none.Equal(ghg.Evidence{}))
	assert.False(t, none.Equal(e))
	assert.Empty(t, none.Method()+none.Source()+none.Assumption()+none.Quality().String())
}

func TestEvidenceJSON(t *testing.T) {
	for _, e := range []ghg.Evidence{{}, ghg.NewEvidence(ghg.EvidenceDefinition{Source: "s"}),
		ghg.NewEvidence(ghg.EvidenceDefinition{Quality: ghg.Low, Method: "m", Source: "s", Assumption: "a"})} {
		b, err := json.Marshal(e)
		require.NoError(t, err)
		var again ghg.Evidence
		require.NoError(t, json.Unmarshal(b, &again))
		assert.True(t, e.Equal(again), "%s", b)
	}
	var e ghg.Evidence
	assert.Error(t, json.Unmarshal([]byte(`{"sauce":"s"}`), &e))
	assert.True(t, e.IsZero())
}
