package ghg_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseScope(t *testing.T) {
	for text, want := range map[string]ghg.Scope{
		"": ghg.ScopeUnspecified, " ": ghg.ScopeUnspecified, "1": ghg.Scope1, "scope 1": ghg.Scope1, "Scope2": ghg.Scope2,
		"SCOPE 3": ghg.Scope3, " 2 ": ghg.Scope2, "3": ghg.Scope3,
	} {
		s, err := ghg.ParseScope(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, s, text)
	}
	for _, text := range []string{"0", "4", "scope", "scope 0", "1.0", "one", "I"} {
		_, err := ghg.ParseScope(text)
		assert.ErrorContains(t, err, "allowed are 1, 2, 3", text)
	}
}

// The zero scope is unspecified, never scope 1.
func TestScopeText(t *testing.T) {
	var s ghg.Scope
	assert.Equal(t, ghg.ScopeUnspecified, s)
	for scope, want := range map[ghg.Scope]string{s: "scope unspecified", ghg.Scope1: "scope 1", ghg.Scope2: "scope 2",
		ghg.Scope3: "scope 3", 9: "scope unspecified"} {
		assert.Equal(t, want, scope.String())
	}
	b, err := json.Marshal([]ghg.Scope{ghg.Scope1, ghg.Scope2, ghg.Scope3, ghg.ScopeUnspecified})
	require.NoError(t, err)
	assert.Equal(t, `["1","2","3",""]`, string(b))
	var back []ghg.Scope
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, []ghg.Scope{ghg.Scope1, ghg.Scope2, ghg.Scope3, ghg.ScopeUnspecified}, back)
	s = ghg.Scope2
	assert.Error(t, s.UnmarshalText([]byte("4")))
	assert.Equal(t, ghg.Scope2, s, "stays as it was")
}
