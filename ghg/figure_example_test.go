package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
)

// "9.43 Mt" in print stands for 9.425 to 9.435.
func ExampleFigure() {
	f, err := ghg.ParseFigure("9.43", ghg.Megatonne)
	fmt.Println(f, f.Mass(), f.HalfUnit(), err)
	fmt.Println(f.Reproduces(decimal.NewFromInt(9_427_311)), f.Reproduces(decimal.NewFromInt(9_436_000)))
	// Output:
	// 9.43 Mt 9430000 t 5000 t <nil>
	// true false
}

// A press release is held against the records.
func ExampleInventory_Reconcile() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		ghg.Record{Category: category("II.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("402.9 kt"))},
	)
	total, _ := ghg.ParseFigure("634", ghg.Kilotonne)
	transport, _ := ghg.ParseFigure("389.2", ghg.Kilotonne)
	fmt.Println(inv.Reconcile(ghg.AR5,
		ghg.Declared{View: gpc.Basic, Figure: total},
		ghg.Declared{View: gpc.Basic, Node: "II", Figure: transport},
	))
	// Output:
	// BASIC II, II, total-mismatch: declared as 389.2 kt; its records give 402900 t: 13700 t more; beyond the rounding of what is printed: 13600 t
}

func ExampleDeclared() {
	total, _ := ghg.ParseFigure("634", ghg.Kilotonne)
	d := ghg.Declared{View: gpc.Basic, Figure: total, Line: 2}
	fmt.Println(d.View, d.Figure)
	// Output:
	// GPC 1.1 BASIC 634 kt
}
