package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// A credit, an allowance and an offset are three things, though one tonne each.
func ExampleCredits() {
	fmt.Println(credit.Credits(204126), "-", credit.Allowances(1), "-", credit.Offsets(5000))
	fmt.Println(credit.Credits(204126).CO2e(ghg.SAR))
	// Output:
	// 204126 credits - 1 allowance - 5000 offsets
	// 204126 tCO2e (SAR) <nil>
}
