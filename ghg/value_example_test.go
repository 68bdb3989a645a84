package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// A number, a key, both, or nothing: missing is not zero, and a key is never a
// number.
func ExampleValue() {
	none, _ := ghg.Keyed(ghg.NO, "no railway in the district")
	boats, _ := ghg.Keyed(ghg.NE, "pleasure boats are not counted")
	ferries, _ := ghg.Partly(ghg.Emitted(ghg.MustMass("3.2 kt CO2")), boats)
	for _, v := range []ghg.Value{ghg.Emitted(ghg.MustMass("0 t")), none, ferries, {}} {
		fmt.Println(v, "| number:", v.IsNumber(), "| missing:", v.IsMissing())
	}
	// Output:
	// 0 t | number: true | missing: false
	// NO | number: false | missing: false
	// 3200 t CO2, NE | number: true | missing: false
	// missing | number: false | missing: true
}

func ExampleEquivalent() {
	v := ghg.Equivalent(ghg.MustCO2e("9.43 MtCO2e"))
	c, ok := v.CO2e()
	fmt.Println(c, c.Metric(), ok)
	_, ok = v.Mass()
	fmt.Println(ok)
	// Output:
	// 9430000 tCO2e unstated true
	// false
}

func ExampleKeyed() {
	_, err := ghg.Keyed(ghg.NE, "")
	fmt.Println(errors.Is(err, ghg.ErrNoExplanation), err)
	_, err = ghg.Keyed(ghg.IE, "with road transport")
	fmt.Println(err)
	// Output:
	// true NE: a notation key needs an explanation
	// IE must say where: use IncludedIn
}

func ExampleKeyedAsFound() {
	v := ghg.KeyedAsFound(ghg.NE, "") // a file had no explanation
	fmt.Printf("%s %q\n", v, v.Explanation())
	// Output:
	// NE ""
}

func ExampleIncludedIn() {
	v, err := ghg.IncludedIn(category("II.1.1"), "fuel sales are not split by road and yard")
	fmt.Println(v, err)
	// Output:
	// IE (II.1.1) <nil>
}

// NO says that there is nothing, which a number contradicts.
func ExamplePartly() {
	none, _ := ghg.Keyed(ghg.NO, "no boats")
	_, err := ghg.Partly(ghg.Emitted(ghg.MustMass("3.2 kt CO2")), none)
	fmt.Println(err)
	// Output:
	// NO cannot stand beside a number
}

// A review of two years finds the lines that say the same, and where what is
// included elsewhere went.
func ExampleValue_Equal() {
	before := ghg.Emitted(ghg.MustMass("1.20 kt"))
	after := ghg.Emitted(ghg.MustMass("1200 t"))
	fmt.Println(before.Equal(after))
	elsewhere, _ := ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, "one bill for homes and shops")
	in, ok := elsewhere.IncludedIn()
	fmt.Println(elsewhere.Key(), in.Code, ok)
	// Output:
	// true
	// IE I.1.1 true
}
