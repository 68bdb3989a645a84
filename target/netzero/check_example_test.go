package netzero_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
)

// A city prints the one claim of its balance that it may make.
func ExampleCheckID() {
	b, err := netzero.NewBalance(netzero.Account{
		Gross: emitted(2050, "0.80 MtCO2e (AR5)", ghg.Actual), Year: 2050, BaseYear: 2018,
		Removals: removed(2050, "0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0.55 MtCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range b.Checks() {
		switch c.ID {
		case netzero.CheckNetZeroInside:
			fmt.Println("net zero inside the boundary:", c.Result)
		case netzero.CheckNetZeroRemovals:
			fmt.Println("net zero with removal offsets:", c.Result)
		}
	}
	// Output:
	// net zero inside the boundary: fail
	// net zero with removal offsets: pass
}
