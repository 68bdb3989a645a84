package ghg_test

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
)

// A city joined a campaign in April 2021: no report names the day.
func ExampleWhen() {
	for _, w := range []ghg.When{ghg.MustWhen("2021-04-22"), ghg.WithinMonth(2021, time.April), ghg.WithinYear(2021), {}} {
		if w.IsZero() {
			fmt.Println(w)
			continue
		}
		fmt.Println(w, "- the day is known:", w.IsDay(), "- between", w.First(), "and", w.Last())
	}
	// Output:
	// 2021-04-22 - the day is known: true - between 2021-04-22 and 2021-04-22
	// 2021-04 - the day is known: false - between 2021-04-01 and 2021-04-30
	// 2021 - the day is known: false - between 2021-01-01 and 2021-12-31
	// not stated
}

func ExampleParseWhen() {
	_, err := ghg.ParseWhen("April 2021")
	fmt.Println(err)
	// Output:
	// day "April 2021": write a day, a month or a year from 1850 to 2300, as 2021-04-22, 2021-04 or 2021
}
