package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// The project document expected 404 kt a year.
func ExampleAccount_Against() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2008", "2008", "371864")))
	fmt.Println(a.Against(credit.Forecast{Period: ghg.CalendarYear(2008), Reduction: sar("404000"), Source: "PDD"}))
	// Output:
	// 2008: 404000 tCO2e (SAR) expected, 371864 tCO2e (SAR) verified in 366 of 366 days <nil>
}
