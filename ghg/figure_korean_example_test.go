package ghg_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Two papers print one total, to a tonne and to ten thousand tonnes.
func ExampleParseKoreanFigure() {
	for _, text := range []string{"1662만8000tCO2eq", "1,662만톤", "1천662만 8천t", "1,23만톤"} {
		f, substance, err := ghg.ParseKoreanFigure(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(f, substance.CO2e, f.Mass(), "±", f.HalfUnit())
	}
	// Output:
	// 1662만8000 t true 16628000 t ± 0.5 t
	// 1,662 만톤 false 16620000 t ± 5000 t
	// 1천662만 8천 t false 16628000 t ± 500 t
	// figure "1,23만톤": "1,23" is not a number: a comma separates thousands here, in groups of three digits, as in 1,662
}
