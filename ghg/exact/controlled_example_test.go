package exact_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Energy use of three kinds of buildings in two years, in GWh without
// decimals. Rounded one by one, the second year reads 21 + 34 + 15 = 69, and
// the first kind 20 + 21 = 40, as their totals are 68.5 and 40.1.
func ExampleControlledRounding() {
	rows := [][]decimal.Decimal{
		{dec("19.6"), dec("20.5")},
		{dec("33.3"), dec("33.5")},
		{dec("15.2"), dec("14.5")},
	}
	rounded, err := exact.ControlledRounding(rows, 0)
	for _, row := range rounded {
		fmt.Println(row, "=", row[0].Add(row[1]))
	}
	fmt.Println(err)
	// Output:
	// [20 20] = 40
	// [33 34] = 67
	// [15 15] = 30
	// <nil>
}

func ExampleControlledRounding_refused() {
	_, err := exact.ControlledRounding([][]decimal.Decimal{{dec("1.5"), dec("2.5")}, {dec("3.5")}}, 0)
	fmt.Println(err)
	_, err = exact.ControlledRounding([][]decimal.Decimal{make([]decimal.Decimal, exact.MaxTableCells+1)}, 0)
	fmt.Println(err)
	// Output:
	// row 2 of a table has length 1, row 1 has length 2: all must have one length
	// a table of 1 rows and 100001 columns: at most 100000 cells are rounded together
}

// A total of 31.4 was published as 31; its parts are shown beside it.
func ExampleCloseTo() {
	parts := []decimal.Decimal{dec("10.4"), dec("10.4"), dec("10.6")}
	fmt.Println(exact.CloseTo(parts, dec("31"), 0))
	fmt.Println(exact.CloseTo(parts, dec("32"), 0))
	// Output:
	// [10 10 11] <nil>
	// [11 10 11] <nil>
}

func ExampleOutOfReachError() {
	parts := []decimal.Decimal{dec("10.4"), dec("10.4"), dec("10.6")}
	_, err := exact.CloseTo(parts, dec("35"), 0)
	var reach *exact.OutOfReachError
	if errors.As(err, &reach) {
		fmt.Printf("a total of %s is not the sum of these parts: %s to %s is\n", reach.Total, reach.Least, reach.Most)
	}
	// Output:
	// a total of 35 is not the sum of these parts: 30 to 33 is
}

// Shares of a budget in percent that add up to 100, and a mean of three years.
func ExampleQuotients() {
	money := []decimal.Decimal{dec("125"), dec("125"), dec("125"), dec("25")}
	shares, whole, err := exact.Quotients(money, dec("4"), 0)
	fmt.Println(shares, whole, err)
	sums := []decimal.Decimal{dec("700"), dec("401"), dec("-100")}
	means, mean, err := exact.Quotients(sums, dec("3"), 0)
	fmt.Println(means, mean, err)
	_, _, err = exact.Quotients(sums, decimal.Decimal{}, 0)
	fmt.Println(err)
	// Output:
	// [32 31 31 6] 100 <nil>
	// [233 134 -33] 334 <nil>
	// division by zero
}
