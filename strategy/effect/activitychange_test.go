package effect_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
)

// Heat pumps need more electricity: the change is negative, and so is the
// saving.
func ExampleActivityChanges() {
	c, _ := effect.NewActivityChanges("heat pumps", "MWh", []effect.ActivityChange{{Year: 2023, Amount: decimal.NewFromInt(-1000)}})
	s, _ := effect.Moving(c, grid())
	y, _ := s.At(2023)
	fmt.Println(c)
	fmt.Println(y.Change.Amount, "MWh ×", y.Factor.PerUnit, "=", y.CO2e)
	// Output:
	// heat pumps in MWh, 2023 to 2023
	// -1000 MWh × 0.4173 tCO2e (AR5) = -417.3 tCO2e (AR5)
}
