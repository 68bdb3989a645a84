package estimatetest

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/shopspring/decimal"
)

// Worked is what a method gives. Its derivation is made, and has to replay to the digit.
func Worked(t *testing.T, m estimate.Method) estimate.Emissions {
	t.Helper()
	e, err := estimate.Of(m)
	if err != nil {
		t.Fatal(err)
	}
	d := e.Explain()
	if d.IsZero() {
		t.Fatal("no derivation could be made")
	}
	if wrong := d.Replay(); len(wrong) > 0 {
		t.Errorf("%v\n%s", wrong, d)
	}
	return e
}

// Tonnes is the mass of a gas, which has to be there.
func Tonnes(t *testing.T, e estimate.Emissions, gas ghg.Gas) decimal.Decimal {
	t.Helper()
	m, ok := e.Mass(gas)
	if !ok {
		t.Fatalf("no mass of %s", gas)
	}
	return m.Tonnes()
}
