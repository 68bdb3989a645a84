package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

func ExampleGas() {
	fmt.Println(ghg.CH4Fossil, "is", ghg.CH4Fossil.Name())
	fmt.Println(ghg.MustGas("R-134a") == ghg.MustGas("HFC-134a"))
	// The zero Gas stands for all gases together.
	var all ghg.Gas
	fmt.Printf("%q %v\n", all, all.IsZero())
	// Output:
	// CH4-fossil is Methane, fossil origin
	// true
	// "" true
}

// The refrigerant of an air conditioner, as its label has it.
func ExampleParseGas() {
	g, err := ghg.ParseGas("r410a")
	fmt.Println(g, g.Family(), err)
	g, err = ghg.ParseGas("R-744")
	fmt.Println(g, g.Name(), err)
	for _, text := range []string{"HFCs", "R-410", "R-717"} {
		_, err = ghg.ParseGas(text)
		fmt.Println(err)
	}
	// Output:
	// R-410A HFC <nil>
	// CO2 Carbon dioxide <nil>
	// unknown gas "HFCs": it names a group of gases: report the group as CO2e, with its metric
	// unknown gas "R-410": its number goes on with the letters of a blend or an isomer: write R-410A or R-410B
	// unknown gas "R-717": it is ammonia, which has no warming potential in the reports of the table: leave it out
}

func ExampleUnknownError_gas() {
	_, err := ghg.ParseGas("CO2e")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println("no gas:", unknown.ID)
	}
	// Output:
	// no gas: CO2e
}

func ExampleGas_Components() {
	for part, share := range ghg.MustGas("R-407C").Components() {
		fmt.Println(part, share)
	}
	// Output:
	// HFC-32 23%
	// HFC-125 25%
	// HFC-134a 52%
}

// R-402A holds an HFC, propane and an HCFC; the basket has the first.
func ExampleGas_InBasket() {
	for part := range ghg.MustGas("R-402A").Components() {
		fmt.Println(part, part.InBasket())
	}
	// Output:
	// HFC-125 true
	// C3H8 false
	// HCFC-22 false
}

// CO2 from a wood stove is a memo item; the methane of the same fire counts.
func ExampleGas_IsMemo() {
	for _, g := range []ghg.Gas{ghg.CO2Biogenic, ghg.CH4NonFossil} {
		fmt.Println(g, g.IsMemo())
	}
	// Output:
	// CO2(b) true
	// CH4-nonfossil false
}

func ExampleAllGases() {
	species, blends := 0, 0
	for g := range ghg.AllGases() {
		if g.IsBlend() {
			blends++
		} else {
			species++
		}
	}
	fmt.Println(species, "species and", blends, "blends")
	// Output:
	// 269 species and 126 blends
}
