package effect_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
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

// Street lamps of Suseong-gu become LEDs. The year 2024 is entered a second time,
// with another figure.
func ExampleActivityChange() {
	lamps := []effect.ActivityChange{
		{Year: 2024, Amount: decimal.NewFromInt(640), Status: ghg.Actual, Source: "meters"},
		{Year: 2026, Amount: decimal.NewFromInt(1710), Status: ghg.Projected, Source: "replacement plan"},
	}
	c, err := effect.NewActivityChanges("street lighting", "MWh", lamps)
	fmt.Println(c, err)
	for x := range c.All() {
		fmt.Println(x.Year, x.Amount, x.Status, "-", x.Source)
	}
	_, err = effect.NewActivityChanges("street lighting", "MWh", append(lamps, effect.ActivityChange{Year: 2024, Amount: decimal.NewFromInt(655)}))
	fmt.Println(err)
	// Output:
	// street lighting in MWh, 2024 to 2026 <nil>
	// 2024 640 actual - meters
	// 2026 1710 projected - replacement plan
	// street lighting: 2024 is given twice
}
