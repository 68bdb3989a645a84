package ghg

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A prefix makes a refrigerant number only of what begins with a digit.
func TestNumbersOfNames(t *testing.T) {
	assert.Contains(t, numbers("HFC-134a"), "R-134a")
	assert.Contains(t, numbers("PFC-C-318"), "R-C-318")
	for _, name := range []string{"HFC-", "HFC", "HFC-mixture", "R-refrigerant", "CO2"} {
		assert.Empty(t, numbers(name), name)
	}
}
