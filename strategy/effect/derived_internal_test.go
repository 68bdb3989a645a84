package effect

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

// Every derivation that a test of the package makes is replayed; the first that does
// not hold ends the tests.
func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }
