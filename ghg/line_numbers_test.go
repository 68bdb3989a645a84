package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleNameLines() {
	named := ghg.NameLines([]int{2, 5, 9})
	fmt.Println(named.En, "·", named.Ko)
	// Output: lines 2, 5, 9 · 2, 5, 9행
}
