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

// A forecast is held against whole batches: the tonnes of one are not divided
// by guess.
func ExampleForecast() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2009", "2009", "338400")))
	f := credit.Forecast{Period: period("2009-01-01/2010-12-31"), Reduction: sar("811000"), Source: "project design document"}
	fmt.Println(a.Against(f))
	f.Period = period("2009-07-01/2010-06-30")
	_, err := a.Against(f)
	fmt.Println(err)
	// Output:
	// 2009-01-01/2010-12-31: 811000 tCO2e (SAR) expected, 338400 tCO2e (SAR) verified in 365 of 730 days <nil>
	// forecast for 2009-07-01/2010-06-30, period "2009-07-01/2010-06-30": batch "2009" lies partly outside it: 2009-01-01 to 2009-12-31
}

// A forecast of the last year runs on beyond the crediting period.
func ExampleDelivery() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2028", "2028-01-01/2028-08-20", "97300")))
	d, err := a.Against(credit.Forecast{Period: ghg.CalendarYear(2028), Reduction: sar("165000"), Source: "project design document"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Verified, "of", d.Forecast.Reduction, "from", d.Batches, "batch")
	fmt.Println(d.Monitored, "of", d.Days, "days monitored,", d.Outside, "outside the crediting period")
	// Output:
	// 97300 tCO2e (SAR) of 165000 tCO2e (SAR) from 1 batch
	// 233 of 366 days monitored, 133 outside the crediting period
}
