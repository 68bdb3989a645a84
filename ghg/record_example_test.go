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
