package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

func ExampleShare() {
	cut := ghg.MustShare("45%")
	fmt.Println(cut.Equal(ghg.MustShare("0.45")), cut.Fraction(), cut.Complement())
	// Output:
	// true 0.45 55%
}

// A mistake that does not pass: 45 is most often meant as 45 %, and sometimes
// not.
func ExampleParseShare() {
	_, err := ghg.ParseShare("45")
	fmt.Println(err)
	s, err := ghg.ParseShare("45 %")
	fmt.Println(s, err)
	// Output:
	// share "45": a bare number must lie between -1 and 1; write "45%" for percent
	// 45% <nil>
}

func ExampleShareError() {
	_, err := ghg.NewShare(decimal.NewFromInt(45))
	var refused *ghg.ShareError
	fmt.Println(errors.As(err, &refused), refused.Text)
	// Output:
	// true 45
}

func ExamplePercent() {
	growth, err := ghg.Percent(decimal.NewFromInt(150))
	fmt.Println(growth, growth.Fraction(), err)
	// Output:
	// 150% 1.5 <nil>
}

// A column headed "%" holds percent, whatever its size.
func ExampleParsePercent() {
	for _, cell := range []string{"45", "0.8", "0.8%"} {
		s, err := ghg.ParsePercent(cell)
		fmt.Println(s, s.Fraction(), err)
	}
	// Output:
	// 45% 0.45 <nil>
	// 0.8% 0.008 <nil>
	// 0.8% 0.008 <nil>
}
