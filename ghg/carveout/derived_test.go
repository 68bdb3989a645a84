package carveout

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

// Every derivation that a test or example makes is replayed.
func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }

// A year of nothing has its derivation too, which is replayed.
func TestDerivationOfNoYear(t *testing.T) {
	if d := (YearFigures{}).Explain(); d.IsZero() {
		t.Error("there is none")
	}
}
