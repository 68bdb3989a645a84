package credit_test

import (
	"fmt"
)

// What was retired for the city's own claim stays claimable; what was cancelled
// is nobody's.
func ExampleDisposal() {
	a := must(holdingAccount().Retire("2019", 4000, "2021 check", day(2021, 5, 1)))
	a = must(a.Cancel("2019", 126, "in place of a tree planting", day(2021, 5, 1)))
	for d := range a.Disposals() {
		fmt.Println(d.Units, d.How, "-", d.For)
	}
	p, _ := a.Batch("2019")
	fmt.Println(p.Held, "held,", p.Claimable, "claimable")
	// Output:
	// 4000 credits retired - 2021 check
	// 126 credits cancelled - in place of a tree planting
	// 200000 credits held, 204000 tCO2e (SAR) claimable
}
