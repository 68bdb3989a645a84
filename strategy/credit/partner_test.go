package credit_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/strategy/credit"
)

// Nobody knows what the partner sold. A figure over the whole project then has
// bounds and no value.
func ExamplePartnerSales() {
	a, _ := soldOut().WithPartnerSales("2019", credit.PartnerSales{})
	p, _ := a.Batch("2019")
	_, err := p.WholeProject()
	fmt.Println(err)
	a, _ = a.WithPartnerSales("2019", credit.PartnerSold(sar("30000")))
	p, _ = a.Batch("2019")
	fmt.Println(p.PartnerClaimable())
	fmt.Println(p.WholeProject())
	fmt.Println(p.AddBack())
	// Output:
	// what may be claimed of the whole project: what the partner sold of batch "2019" is not known: between 0 tCO2e (SAR) and 55874 tCO2e (SAR)
	// 25874 tCO2e (SAR) <nil>
	// 25874 tCO2e (SAR) <nil>
	// 234126 tCO2e (SAR) <nil>
}

// The bounds are in the error, for who has to say something all the same.
func ExamplePartnerSalesError() {
	a, _ := soldOut().WithPartnerSales("2019", credit.PartnerSales{})
	p, _ := a.Batch("2019")
	_, err := p.AddBack()
	var unknown *credit.PartnerSalesError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.Low, "to", unknown.High)
	}
	// Output:
	// 204126 tCO2e (SAR) to 260000 tCO2e (SAR)
}
