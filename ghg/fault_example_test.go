package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// An inventory is refused as a whole, with every fault at once.
func ExampleFaults() {
	_, _, err := ghg.NewInventory("수성구", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, []ghg.Record{
		{Place: "수성구", Period: ghg.CalendarYear(2021), Category: category("I.9"), Line: 2},
		{Place: "수성구", Period: ghg.CalendarYear(2020), Category: category("I.1.1"), Line: 3},
	})
	var faults ghg.Faults
	fmt.Println(errors.As(err, &faults), faults.Len())
	for _, f := range faults.All {
		fmt.Println(f.Code, f.Line, f.Field)
	}
	// Output:
	// true 2
	// unknown-category 2 category
	// mismatch 3 period
}

// A constructor of one's own refuses all that does not stand, at once; an empty
// list is no error.
func ExampleFaults_Refuse() {
	check := func(heads int, source string) error {
		var faults ghg.Faults
		if heads < 0 {
			faults.Refuse("herd of 2023", "heads", fmt.Sprint(heads), "0 or more are allowed")
		}
		if source == "" {
			faults.Refuse("herd of 2023", "source", "", "the document of the count is needed")
		}
		return faults.Err()
	}
	fmt.Println(check(120, "livestock census"))
	err := check(-3, "")
	fmt.Println(err)
	var first *ghg.Fault
	fmt.Println(errors.As(err, &first), first.Of, first.Field)
	// Output:
	// <nil>
	// herd of 2023, heads "-3": 0 or more are allowed
	// herd of 2023, source: the document of the count is needed
	// true herd of 2023 heads
}
