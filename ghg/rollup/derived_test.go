package rollup

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

// Every derivation that a test or example makes is replayed.
func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }

// Nothing is shared out, and its derivation is replayed too.
func TestDerivationOfNothing(t *testing.T) {
	proxy, err := downProxy(t, []string{"a", "b"}, []string{"1", "2.5"})
	if err != nil {
		t.Fatal(err)
	}
	split, err := proxy.Split(ghg.MustCO2e("0 tCO2e (AR5)"), ghg.Tonne, 1)
	if err != nil || split.Explain().IsZero() {
		t.Error("there is none", err)
	}
}
