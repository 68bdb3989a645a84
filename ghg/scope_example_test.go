package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleScope() {
	var unsaid ghg.Scope
	fmt.Println(unsaid, ghg.Scope2)
	// Output:
	// scope unspecified scope 2
}

func ExampleParseScope() {
	s, err := ghg.ParseScope("Scope 3")
	fmt.Println(s, err)
	_, err = ghg.ParseScope("4")
	fmt.Println(err)
	// Output:
	// scope 3 <nil>
	// unknown scope "4": allowed are 1, 2, 3
}
