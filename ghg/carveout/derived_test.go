package carveout

import (
	"fmt"
	"os"
	"testing"

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

// A year of nothing has its derivation too, which is replayed.
func TestDerivationOfNoYear(t *testing.T) {
	before := replayed
	if d := (YearFigures{}).Explain(); d.IsZero() || replayed <= before {
		t.Error("it was not replayed")
	}
}
