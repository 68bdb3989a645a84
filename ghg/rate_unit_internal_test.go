package ghg

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What is known of units of rates is what would be read of them.
func TestKnownRateTerms(t *testing.T) {
	assert.Greater(t, len(knownRateTerms()), 100)
	for text, known := range knownRateTerms() {
		read, why := parseRateTerm(text, true)
		assert.Empty(t, why, text)
		assert.Equal(t, read, known, text)
	}
}
