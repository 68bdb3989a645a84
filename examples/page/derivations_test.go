package main

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The derivations of the answer that is kept replay, and any digit changed in them is told.
func TestDerivations(t *testing.T) {
	var a answer
	require.NoError(t, json.Unmarshal([]byte(quickstart), &a))
	tally := derivationtest.Tampered(t, a.Derivations...)
	t.Logf("%+v", tally)
	assert.Equal(t, 2, tally.Derivations)
	assert.Positive(t, tally.Named)
	assert.Positive(t, tally.Silent)
}
