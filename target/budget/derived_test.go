package budget

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

// Every derivation that a test makes replays to the digit.
func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }
