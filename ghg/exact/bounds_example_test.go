package exact_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// A number with thousands separators is refused rather than guessed at: "1,234"
// is 1234 to one clerk and 1.234 to another.
func ExampleParse() {
	d, err := exact.Parse("9430000.5")
	fmt.Println(d, err)
	_, err = exact.Parse("9,430,000")
	fmt.Println(err)
	_, err = exact.Parse("n/a")
	fmt.Println(err)
	// Output:
	// 9430000.5 <nil>
	// "9,430,000" is not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)
	// "n/a" is not a number: it needs digits
}

func ExampleParseMark() {
	d, err := exact.ParseMark("9430000,5", ',')
	fmt.Println(d, err)
	_, err = exact.ParseMark("9.430.000,5", ',')
	fmt.Println(err)
	// Output:
	// 9430000.5 <nil>
	// "9.430.000,5" is not a number: "." is not allowed in it (the decimal mark is ','; thousands separators are not allowed)
}

// A number with what it is of behind it; what only looks like one is refused.
func ExampleParseLeading() {
	d, unit, err := exact.ParseLeading("9.43 Mt")
	fmt.Println(d, unit, err)
	_, _, err = exact.ParseLeading("−5 t")
	fmt.Println(err)
	// Output:
	// 9.43 Mt <nil>
	// "−5" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")
}

func ExampleSyntaxError() {
	_, err := exact.Parse("1 250")
	var syntax *exact.SyntaxError
	if errors.As(err, &syntax) {
		fmt.Printf("cell %q: %s\n", syntax.Text, syntax.Reason)
	}
	// Output:
	// cell "1 250": " " is not allowed in it (thousands separators are not allowed)
}

// A few bytes of input must not stop the program.
func ExampleBoundsError() {
	_, err := exact.Parse("1e1000000000")
	var bounds *exact.BoundsError
	if errors.As(err, &bounds) && bounds.Exponent > bounds.MaxExponent {
		fmt.Println("write the number out")
	}
	_, err = exact.Parse("1e31")
	fmt.Println(err)
	// Output:
	// write the number out
	// a number of 1 digits with exponent 31 is out of bounds: at most 38 digits, written out, and an exponent from -30 to 30 are allowed
}

// Decimals that a caller made need the same door as text.
func ExampleCheck() {
	fmt.Println(exact.Check(decimal.New(943, 4)))
	fmt.Println(exact.Check(decimal.New(1, 20000000)) != nil)
	// Output:
	// <nil>
	// true
}

// Multiplications in a loop grow without end, unless somebody looks.
func ExampleCheckResult() {
	d := decimal.New(10001, -4)
	n := 0
	for ; exact.CheckResult(d) == nil; n++ {
		d = d.Mul(d)
	}
	fmt.Println(n, "squarings, then:", exact.CheckResult(d))
	// Output:
	// 7 squarings, then: a number of 513 digits with exponent -512 is out of bounds: at most 400 digits, written out, and an exponent from -400 to 400 are allowed
}
