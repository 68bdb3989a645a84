package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// The city converts its own credits and surrenders them. They leave the account:
// they can be neither sold nor claimed.
func ExampleAccount_Convert() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	ets := must(credit.NewTradingAccount(facilities()))
	a, ets, err := a.Convert("2019", 60000, day(2021, 1, 4), ets)
	p, _ := a.Batch("2019")
	fmt.Println(ets.Offsets(), err)
	fmt.Println(p.Held, "left;", p.Claimable, "claimable")
	y := year2020()
	y.Offsets, y.OffsetLimit, y.Surrendered, y.Banked = 60000, ghg.MustShare("5%"), 1117000, 85000
	_, err = ets.Close(y)
	fmt.Println(err)
	// Output:
	// 60000 offsets <nil>
	// 144126 credits left; 144126 tCO2e (SAR) claimable
	// 2020: 60000 offsets to surrender, but 60000 are held and the limit is 58850
}

// A city without an allocation cannot convert; it sells.
func ExampleAccount_Convert_refused() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	e := facilities()
	e.Name, e.Place = "발전사 A", "pohang"
	_, _, err := a.Convert("2019", 1000, day(2021, 1, 4), must(credit.NewTradingAccount(e)))
	fmt.Println(err)
	// Output:
	// conversion of KOC credits by "발전사 A": the credits and the trading account do not meet: place "daegu" and "pohang": both must be of one place; credits of another place are sold
}

// The sewage works of Pohang may surrender offsets, and hold none. The figures
// are made up.
func ExampleEntity() {
	e := credit.Entity{Name: "포항시 하수처리장", Scheme: "K-ETS", Metric: ghg.AR5, OffsetName: "KCU", Source: "할당대상업체 지정 고시"}
	_, err := credit.NewTradingAccount(e)
	fmt.Println(err)
	e.Place = "pohang"
	a, err := credit.NewTradingAccount(e)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = a.Close(credit.ComplianceYear{Year: 2023, Verified: ghg.MustCO2e("58420 tCO2e (AR5)"), Allocated: 56100, Surrendered: 56100,
		Offsets: 2320, OffsetLimit: ghg.MustShare("5%")})
	fmt.Println(err)
	// Output:
	// entity "포항시 하수처리장", place: a text of 1 to 500 bytes is needed
	// 2023: 2320 offsets to surrender, but 0 are held and the limit is 2921
}
