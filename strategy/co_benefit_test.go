package strategy_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy"
)

func ExampleCoBenefit() {
	c := strategy.CoBenefit{Key: "air quality", Score: 2, Evidence: "health department, 2024",
		Value: strategy.MustMoney("1.2억원", strategy.Nominal)}
	fmt.Println(c.Key, c.ValidScore(), c.Value)
	c.Score = 5
	fmt.Println(c.ValidScore())
	// Output:
	// air quality true 120000000 KRW (nominal)
	// false
}
