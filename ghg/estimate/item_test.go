package estimate_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
)

// An item is found by its name in either language.
func ExampleItems() {
	const text = "# source: own\n# edition: 1\n# retrieved: 2026-11\nenglish\tkorean\nrice straw\t볏짚\nsewage sludge\t하수슬러지\n"
	items := estimate.NewItems("amendment", table.MustRead(text, "english", "korean"))
	name, err := items.Of("볏짚")
	fmt.Println(name.En, err)
	_, err = items.Of("compost")
	fmt.Println(strings.ReplaceAll(err.Error(), "\n", " "))
	// Output:
	// rice straw <nil>
	// unknown amendment "compost": allowed are rice straw, sewage sludge
}
