package gpc_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

func ExampleViews() {
	for _, v := range gpc.Views() {
		can, why := v.Addable()
		fmt.Printf("%s: %d references, %d required; may be added between places: %t (%s)\n",
			v.Name(), len(v.Categories()), len(v.Required()), can, why)
	}
	// Output:
	// BASIC: 32 references, 32 required; may be added between places: false (scope 2 of one place may be scope 1 of another)
	// BASIC+: 48 references, 47 required; may be added between places: false (scopes 2 and 3 of one place may be scope 1 of another)
	// territorial: 27 references, 27 required; may be added between places: true (each tonne is emitted in one place)
	// BASIC+S3: 49 references, 47 required; may be added between places: false (scopes 2 and 3 of one place may be scope 1 of another)
}

// A figure for energy sold to the grid and one for grid energy used would count
// the same tonnes twice.
func Example_exclusive() {
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "everything", Scheme: gpc.Scheme,
		Categories: []string{"I.1.2", "I.4.4"}})
	fmt.Println(err)
	// Output:
	// view everything, categories "I.4.4 and I.1.2": they cannot stand in one total: energy sold to the grid is in the scope 2 of its users, and imported waste in the scope 3 of its generators (GPC 1.1, chapter 4.2)
}
