package exact_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// A programme of 2.45 Mt as a share of a base of 9.43 Mt.
func ExampleQuotient() {
	share, err := exact.Quotient(dec("2.45"), dec("9.43"), 4)
	fmt.Println(share, err)
	_, err = exact.Quotient(dec("2.45"), decimal.Decimal{}, 4)
	fmt.Println(errors.Is(err, exact.ErrDivisionByZero), err)
	// Output:
	// 0.2598 <nil>
	// true division by zero
}

func ExampleRound() {
	fmt.Println(exact.Round(dec("5186500"), -5), exact.Round(dec("2.5"), 0), exact.Round(dec("-2.5"), 0))
	// Output:
	// 5200000 3 -3
}

// IPCC 2006, volume 2, Table 1.4 prints factors to three significant digits:
// anthracite has 26.8 kg C/GJ, which is 98266.67 kg CO2/TJ and is printed as
// 98300.
func ExampleRoundSignificant() {
	factor, _ := exact.Quotient(dec("26.8").Mul(dec("44000")), dec("12"), 6)
	fmt.Println(factor, "is printed as", exact.RoundSignificant(factor, 3))
	// Output:
	// 98266.666667 is printed as 98300
}

// Three sectors of 33.3, 33.3 and 33.4 %, and one of 0.7 % removals, printed
// without decimals: each part alone would round to 33, 33, 33 and -1, which is
// 98 and not the 99 that the total rounds to.
func ExampleLargestRemainder() {
	parts := []decimal.Decimal{dec("33.3"), dec("33.3"), dec("33.4"), dec("-0.7")}
	fmt.Println(exact.LargestRemainder(parts, 0))
	// Output:
	// [33 33 34 -1]
}

// To cut 45 % in seventeen years, emissions must fall to this fraction of the
// year before, every year.
func ExampleRoot() {
	yearly, err := exact.Root(dec("0.55"), 17, 6)
	fmt.Println(yearly, err)
	_, err = exact.Root(dec("-0.55"), 2, 6)
	fmt.Println(err)
	// Output:
	// 0.965444 <nil>
	// a root needs a number of at least 0, a degree from 1 to 1000 and 0 to 100 places
}
