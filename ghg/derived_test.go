package ghg

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/stretchr/testify/assert"
)

// Every derivation that a test or example makes is replayed.
func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }

func TestDerivationsAreReplayed(t *testing.T) {
	before := derivationtest.Replayed()
	assert.True(t, Total{}.Explain().IsZero())
	assert.Equal(t, before, derivationtest.Replayed())
	Total{inv: &inventory{}, Metric: AR5, Amount: Amount{none: true}}.Explain()
	assert.Greater(t, derivationtest.Replayed(), before)
}
