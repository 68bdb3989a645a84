package exact_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

func ExampleHalfUnit() {
	for _, printed := range []string{"12.50", "12.5", "-3", "1e3"} {
		fmt.Println(printed, exact.HalfUnit(decimal.RequireFromString(printed)))
	}
	// Output:
	// 12.50 0.005
	// 12.5 0.05
	// -3 0.5
	// 1e3 500
}
