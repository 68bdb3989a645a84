package credit_test

import (
	"fmt"
)

// The buyer is under the K-ETS and surrenders what it bought.
func ExampleAccount_Findings() {
	fmt.Println(soldOut().Findings())
	// Output:
	// sale 2023-06, double-claim: 발전사 A surrenders 204126 credits of batch 2019 for its emissions; the inventory of daegu shows the same reduction: add them back, or do not claim it
}
