package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleKey() {
	fmt.Println(ghg.NE, ghg.IE, ghg.NO, ghg.C)
	// Output:
	// NE IE NO C
}

func ExampleParseKey() {
	k, err := ghg.ParseKey("NO")
	fmt.Println(k, err)
	_, err = ghg.ParseKey("n/a")
	fmt.Println(err)
	// Output:
	// NO <nil>
	// unknown notation key "n/a": keys are NO, NE, IE, C and, in UNFCCC tables, NA and FX
}

// Cells as cities fill them. Of several keys the one that hides no gap is read.
func ExampleReadKeys() {
	for _, cell := range []string{"NE", "NO; IE", "IE (II.1.1)", "NE0"} {
		key, place, plain, err := ghg.ReadKeys(cell)
		fmt.Printf("%-11s is %s %q, plain: %v, %v\n", cell, key, place, plain, err)
	}
	// Output:
	// NE          is NE "", plain: true, <nil>
	// NO; IE      is IE "", plain: false, <nil>
	// IE (II.1.1) is IE "II.1.1", plain: false, <nil>
	// NE0         is NE "", plain: false, <nil>
}
