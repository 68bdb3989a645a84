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
