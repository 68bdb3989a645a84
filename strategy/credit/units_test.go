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

// A surplus is counted in allowances: it is no tonne reduced, and no method
// makes one of it.
func ExampleAllowances() {
	a := must(must(credit.NewTradingAccount(facilities())).Close(year2020()))
	y, _ := a.Year(2020)
	fmt.Println(y.Surplus, "of", y.Held)
	// Output: 135000 allowances of 1312000 allowances
}

// Offsets are surrendered beside allowances, up to the scheme's limit; the rest
// waits.
func ExampleOffsets() {
	_, a, err := holdingAccount().Convert("2019", 60000, day(2021, 1, 4), must(credit.NewTradingAccount(facilities())))
	if err != nil {
		fmt.Println(err)
		return
	}
	y := year2020()
	y.Offsets, y.OffsetLimit, y.Surrendered, y.Banked = 58000, ghg.MustShare("5%"), 1119000, 83000
	a, err = a.Close(y)
	fmt.Println(a.Offsets(), "left", err)
	// Output: 2000 offsets left <nil>
}
