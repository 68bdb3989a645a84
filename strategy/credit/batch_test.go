package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// A batch over two years has no year to count in.
func ExampleAccount_Reductions_vintage() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019-2020", "2019-01-01/2020-12-31", "260000")))
	_, err := a.Reductions()
	fmt.Println(err)
	// Output:
	// batch "2019-2020", period "2019-01-01 to 2020-12-31": it is of more than one calendar year: enter one batch for each year, with the amount that was verified for it
}

// The verifier confirmed a little less than the meters say. More than they say
// is refused.
func ExampleVerification() {
	gas := acm0001()
	computed, err := gas.Reduction(sar("0"), reading("2008", "소각기", "49270000", "50.14%", "100%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	v := credit.Verification{Batch: "2008", Period: ghg.CalendarYear(2008), Amount: sar("371800"), On: day(2009, 6, 1),
		Computed: computed, Source: "verification report"}
	a := must(credit.NewAccount(bangcheonri()))
	verified, err := a.Verify(v)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verified.Batch("2008"))
	v.Amount = sar("372000")
	_, err = a.Verify(v)
	fmt.Println(err)
	// Output:
	// batch 2008: 371800 tCO2e (SAR) verified, 291900.18 t owned, 0 issued, 0 sold, 291900.18 t claimable <nil>
	// verification of batch "2008", amount "372000 tCO2e (SAR)": no more than was computed from the monitored gas, 371864.0400384 tCO2e (SAR)
}

// Two of a hundred CERs go to the Adaptation Fund. The registry issues whole
// units; one more than there are tonnes for is refused.
func ExampleIssuance() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2008", "2008", "371864")))
	x := credit.Issuance{Batch: "2008", Units: 286112, Levy: ghg.MustShare("2%"), Buffer: ghg.MustShare("0%"),
		On: day(2009, 11, 3), Source: "CDM registry"}
	_, err := a.Issue(x)
	fmt.Println(err)
	x.Units--
	a = must(a.Issue(x))
	p, _ := a.Batch("2008")
	fmt.Println(p.Issued, "| levy", p.Levy, "| rounded off", p.NotIssued)
	// Output:
	// issuance of batch "2008", units "286112 credits": at most 286111: own tonnes 291950.4264 × (1 - 2% levy - 0% buffer), rounded down
	// 286111 credits | levy 5839.008528 tCO2e (SAR) | rounded off 0.417872 tCO2e (SAR)
}
