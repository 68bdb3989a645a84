package netzero_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
)

// A city that means to emit 60 Mt against a share of 50 Mt.
func ExampleTemperatureScore() {
	c, err := netzero.TemperatureScore(ghg.MustCO2e("60 MtCO2e (AR5)"), ghg.MustCO2e("50 MtCO2e (AR5)"), decimal.New(396, 0),
		on(netzero.ParisTemperatureGoal, today), netzero.TCRE22)
	fmt.Println(c.Result, err)
	fmt.Println(c.Figures[0])
	fmt.Println(c.Formula)
	// Output:
	// fail <nil>
	// temperature score 1.547554585153 °C
	// 1.5 + 396 × (60000000/50000000 - 1) × 2.2/3664
}

func ExampleTCRE() {
	fmt.Println(netzero.TCREAR6)
	// Output:
	// 1.65 °C for each 1000 Gt C, as CO2 3664 Gt (ar6: IPCC, Sixth Assessment Report, Working Group I (2021), best estimate; likely range 1.0 to 2.3 °C)
}

func ExampleNewTCRE() {
	_, err := netzero.NewTCRE("upper", "", decimal.RequireFromString("2.3"), decimal.New(3664, 0))
	fmt.Println(err)
	// Output:
	// TCRE "upper", source: name the document
}

// Without a share of the budget there is nothing to divide by.
func ExampleTemperatureScore_noBudget() {
	show(netzero.TemperatureScore(ghg.MustCO2e("60 MtCO2e (AR5)"), ghg.MustCO2e("0 tCO2e (AR5)"), decimal.New(396, 0),
		on(netzero.ParisTemperatureGoal, today), netzero.TCRE22))
	// Output:
	// temperature-score: cannot tell: the budget is 0 tCO2e (AR5): nothing can be divided by it
}
