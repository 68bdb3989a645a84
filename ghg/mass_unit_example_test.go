package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleMassUnit() {
	m := ghg.MustMass("9.43 Mt")
	for _, u := range []ghg.MassUnit{ghg.Tonne, ghg.Gigagram, ghg.ManTonneKo, ghg.MegatonneKo} {
		fmt.Println(m.In(u), u)
	}
	// Output:
	// 9430000 t
	// 9430 Gg
	// 943 만톤
	// 9.43 백만톤
}

func ExampleParseMassUnit() {
	for _, s := range []string{"천톤CO2eq", "Gg CH4", "t", "Tsd. t CO2-Äq", "tonnes of CO2 equ."} {
		unit, substance, err := ghg.ParseMassUnit(s)
		fmt.Println(unit, substance.Gas, substance.CO2e, err)
	}
	// Output:
	// 천톤  true <nil>
	// Gg CH4 false <nil>
	// t  false <nil>
	// kt  true <nil>
	// t  true <nil>
}

func ExampleSubstance() {
	_, substance, _ := ghg.ParseMassUnit("kg HFC-134a")
	fmt.Println(substance.Gas, substance == ghg.Substance{Gas: ghg.MustGas("R-134a")})
	// Output:
	// HFC-134a true
}

// Megatonne or metric ton? A unit is never guessed.
func ExampleUnknownError_massUnit() {
	_, _, err := ghg.ParseMassUnit("MTCO2e")
	var refused *ghg.UnknownError
	fmt.Println(errors.As(err, &refused), err)
	// Output:
	// true unknown unit "MTCO2e": it is read in more than one way (metric tons in the United States, megatonnes elsewhere): write t or Mt, with CO2e behind it
}
