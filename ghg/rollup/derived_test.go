package rollup

import (
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
)

// replayed counts the derivations that the tests made.
var replayed int

// Every derivation that a test or example makes is replayed.
func TestMain(m *testing.M) {
	faults := []string{}
	derived = func(d derivation.Derivation) {
		replayed++
		if d.IsZero() {
			faults = append(faults, "a derivation was refused")
		}
		for _, x := range d.Replay() {
			faults = append(faults, d.Title().En+": "+x.String())
		}
	}
	code := m.Run()
	for _, f := range faults[:min(len(faults), 10)] {
		fmt.Println("derivation:", f)
		code = 1
	}
	os.Exit(code)
}

// Nothing is shared out, and its derivation is replayed too.
func TestDerivationOfNothing(t *testing.T) {
	proxy, err := downProxy(t, []string{"a", "b"}, []string{"1", "2.5"})
	if err != nil {
		t.Fatal(err)
	}
	split, err := proxy.Split(ghg.MustCO2e("0 tCO2e (AR5)"), ghg.Tonne, 1)
	before := replayed
	if split.Explain(); err != nil || replayed <= before {
		t.Error("it was not replayed", err)
	}
}
