package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleStatus() {
	var s ghg.Status
	fmt.Println(s, ghg.Projected > ghg.Actual)
	s, err := ghg.ParseStatus("provisional")
	fmt.Println(s, err)
	_, err = ghg.ParseStatus("final")
	fmt.Println(err)
	// Output:
	// actual true
	// provisional <nil>
	// unknown status "final": allowed are actual, provisional, estimated, nowcast, projected
}

func ExampleVariant() {
	v, err := ghg.ParseVariant("market")
	fmt.Println(v, err)
	_, err = ghg.ParseVariant("green")
	fmt.Println(err)
	// Output:
	// market-based <nil>
	// unknown variant "green": allowed are location-based, market-based, distance-based, fuel-based
}

func ExampleQuality() {
	q, err := ghg.ParseQuality("M")
	fmt.Println(q, err)
	// Output:
	// medium <nil>
}

func ExampleTags() {
	tags := ghg.MakeTags("ets", "council", "ets")
	fmt.Println(tags, tags.Has("ets"), tags == ghg.MakeTags("council", "ets"))
	// Output:
	// council;ets true true
}

// Who adds up very many masses takes their digits; those that fit in no word are decimals.
func ExampleRecord_MassWord() {
	for _, text := range []string{"12.5 kg CH4", "12345678901234567890 t"} {
		r := ghg.Record{Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass(text))}
		if n, exp, ok := r.MassWord(); ok {
			fmt.Println(n, exp)
		} else {
			mass, _ := r.Value.Mass()
			fmt.Println(mass.Tonnes())
		}
	}
	// Output:
	// 125 -4
	// 12345678901234567890
}
