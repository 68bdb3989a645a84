package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/localghg/localghg/target"
)

// 260,000 t were verified, 78.51 % of them are the city's, and all of the city's
// were sold. The city may claim nothing; what is left is the partner's.
func ExampleAccount() {
	a, err := credit.NewAccount(credit.Project{
		ID: "방천리 매립가스", Place: "daegu", Programme: credit.Programme{Name: "KOC", OffsetName: "KCU"}, Methodology: "ACM0001",
		Crediting: period("2007-08-21/2028-08-20"), Metric: ghg.SAR, Own: ghg.MustShare("78.51%"), Partner: "민간 사업자",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err = a.Verify(credit.Verification{Batch: "2019", Period: ghg.CalendarYear(2019), Amount: ghg.MustCO2e("260000 tCO2e (SAR)"),
		On: day(2020, 6, 1), Partner: credit.PartnerSoldNothing()})
	if err != nil {
		fmt.Println(err)
		return
	}
	none := ghg.MustShare("0%")
	units, _ := a.Issuable("2019", none, none)
	a, err = a.Issue(credit.Issuance{Batch: "2019", Units: units, Levy: none, Buffer: none, On: day(2020, 9, 1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err = a.Sell(credit.Sale{ID: "2023-06", Batch: "2019", Units: units, Buyer: "발전사", Type: credit.ComplianceBuyer,
		Received: strategy.MustMoney("2.6 bn KRW", strategy.Nominal), On: day(2023, 6, 1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, _ := a.Batch("2019")
	fmt.Println(p.Details())
	won, _ := a.Revenue(strategy.KRW)
	fmt.Println("revenue:", won)
	// Output:
	// batch 2019, KOC of daegu, 방천리 매립가스 (ACM0001), in SAR
	// verified           260000 t, of the whole project
	// owned              204126 t = verified × 78.51%; the other 55874 t are the partner's
	// levy, buffer       0 t, 0 t
	// issued             204126 whole units, rounded down; 0 t were not issued
	// of them            0 held, 204126 sold, 0 retired, 0 cancelled, 0 converted
	// claimable          0 t = owned - levy - buffer - sold - cancelled - converted - 0 t claimed
	// whole project      55874 t
	// inventory          falls by 260000 t, whoever sold them
	// to be added back   204126 t; a goal that does not add them back counts them twice
	// revenue: 2600000000 KRW (nominal)
}

// soldOut is the account of [ExampleAccount].
func soldOut() credit.Account {
	none := ghg.MustShare("0%")
	v := verification("2019", "2019", "260000")
	v.Partner = credit.PartnerSoldNothing()
	a := must(must(credit.NewAccount(bangcheonri())).Verify(v))
	a = must(a.Issue(credit.Issuance{Batch: "2019", Units: 204126, Levy: none, Buffer: none, On: day(2020, 9, 1)}))
	s := sale("2023-06", "2019", 204126, 2023)
	s.Received = krw("2600000000")
	return must(a.Sell(s))
}

// A CER was 2 % less for the city: the levy for adaptation. What is left is
// rounded down to whole tonnes.
func ExampleAccount_Issuable() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2008", "2008", "371864")))
	fmt.Println(a.Issuable("2008", ghg.MustShare("2%"), ghg.MustShare("0%")))
	// Output:
	// 286111 credits <nil>
}

// The inventory of 2019 fell by all of the 260 kt. A goal in accountable
// emissions adds back what was sold.
func ExampleAccount_SoldUnits() {
	units, err := soldOut().SoldUnits(ghg.SAR)
	if err != nil {
		fmt.Println(err)
		return
	}
	adjustments := target.Adjustments{Units: units}
	for _, u := range adjustments.Units {
		fmt.Println(u.Year, u.Amount, u.Status, "-", u.Source)
	}
	// Output:
	// 2019 204126 t sold - 방천리 매립가스, sale 2023-06 to 발전사 A
}

// What the city keeps can be an effect of a portfolio, as a verified reduction.
func ExampleAccount_Reductions() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	a = must(a.Sell(sale("1", "2019", 150000, 2021)))
	r, err := a.Reductions()
	fmt.Println(r.Kind(), err)
	for year, c := range r.All() {
		fmt.Println(year, c)
	}
	// Output:
	// verified <nil>
	// 2019 54126 tCO2e (SAR)
}

func holdingAccount() credit.Account {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	return must(a.Issue(issuance("2019", 204126, 2020)))
}
