package credit_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// In 2008 the landfill of Bangcheon-ri gave 49.27 million normal cubic metres of
// gas with 50.14 % of methane. Counted at 21, that is the 372 kt that the city
// published.
func ExampleLandfillGas() {
	normal := credit.NormalConditions()
	gas := credit.LandfillGas{
		Methane:   credit.Density{KilogramsPerM3: decimal.RequireFromString("0.7168"), At: normal, Source: "ACM0001"},
		Oxidation: ghg.MustShare("0%"), BurntAnyway: ghg.MustShare("0%"), Metric: ghg.SAR, Source: "CDM, ACM0001",
	}
	r, err := gas.Reduction(ghg.MustCO2e("0 tCO2e (SAR)"), credit.Monitored{
		Period: ghg.CalendarYear(2008), Device: "방천리 매립가스 자원화시설", Gas: decimal.New(49_270_000, 0), At: normal,
		CH4: ghg.MustShare("50.14%"), Destroyed: ghg.MustShare("100%"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Reduction.Format(ghg.Kilotonne, 0))
	fmt.Println(r.Explain())
	// Output:
	// 372 ktCO2e (SAR)
	// 2008, 방천리 매립가스 자원화시설: 49270000 m3 at 0 °C, 101.325 kPa × 50.14% CH4, 100% of it destroyed
	// CH4 in the gas = Σ m3 × CH4 × 0.7168 kg/m3 at 0 °C, 101.325 kPa = 17707.8114304 t CH4-nonfossil
	// CH4 destroyed = 17707.8114304 t CH4-nonfossil
	// baseline = CH4 destroyed × (1 - 0% burnt anyway) × (1 - 0% oxidised) × 21 = 371864.0400384 tCO2e (SAR)
	// reduction = baseline - project emissions of 0 tCO2e (SAR) = 371864.0400384 tCO2e (SAR)
	// source: CDM, ACM0001
}

// A meter that reads at 25 °C does not go with a density at 0 °C.
func ExampleConditionsError() {
	gas := acm0001()
	m := reading("2008", "소각기", "49270000", "50.14%", "99.5%")
	m.At.Celsius = decimal.New(25, 0)
	_, err := gas.Reduction(sar("0"), m)
	fmt.Println(err)
	// Output:
	// reading 1 (소각기, 2008): a volume at 25 °C, 101.325 kPa and a density at 0 °C, 101.325 kPa do not multiply: restate one of them
}

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
	fmt.Println(p.Explain())
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

// What is left after the sale is the partner's, and not the city's to claim.
func ExampleDoubleClaimError() {
	_, err := soldOut().Claim(credit.Claim{ID: "2023 점검", Batch: "2019", Amount: sar("55874"), For: "추진상황 점검 2023", On: day(2024, 5, 31)})
	var double *credit.DoubleClaimError
	if errors.As(err, &double) {
		fmt.Println("free:", double.Free)
	}
	fmt.Println(err)
	// Output:
	// free: 0 tCO2e (SAR)
	// batch "2019": 55874 t to claim, but 0 t are free: of 204126 t owned, 204126 t are sold or otherwise gone and 0 t claimed; another 55874 t are the partner's
}

// A claim stands in the way of a sale until it is withdrawn.
func ExampleAccount_Withdraw() {
	v := verification("2019", "2019", "260000")
	a := must(must(credit.NewAccount(bangcheonri())).Verify(v))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	a = must(a.Claim(claim("2021", "2019", "204126")))
	_, err := a.Sell(sale("1", "2019", 1000, 2021))
	fmt.Println(err)
	a = must(a.Withdraw("2021"))
	a = must(a.Sell(sale("1", "2019", 1000, 2021)))
	p, _ := a.Batch("2019")
	fmt.Println(p)
	// Output:
	// batch "2019": 1000 t to sell, but 0 t are free: of 204126 t owned, 0 t are sold or otherwise gone and 204126 t claimed; withdraw a claim first
	// batch 2019: 260000 tCO2e (SAR) verified, 204126 t owned, 204126 issued, 1000 sold, 203126 t claimable
}

// A credit is sold once.
func ExampleNotHeldError() {
	_, err := soldOut().Sell(sale("2023-07", "2019", 1000, 2023))
	fmt.Println(err)
	// Output:
	// batch "2019": 1000 credits to sell, but 0 are held: of 204126 issued, 204126 are sold, 0 retired, 0 cancelled, 0 converted
}

// Nobody knows what the partner sold. A figure over the whole project then has
// bounds and no value.
func ExamplePartnerSales() {
	a, _ := soldOut().WithPartnerSales("2019", credit.PartnerSales{})
	p, _ := a.Batch("2019")
	_, err := p.WholeProject()
	fmt.Println(err)
	a, _ = a.WithPartnerSales("2019", credit.PartnerSold(sar("30000")))
	p, _ = a.Batch("2019")
	fmt.Println(p.WholeProject())
	fmt.Println(p.AddBack())
	// Output:
	// what may be claimed of the whole project: what the partner sold of ["2019"] is not known: between 0 tCO2e (SAR) and 55874 tCO2e (SAR)
	// 25874 tCO2e (SAR) <nil>
	// 234126 tCO2e (SAR) <nil>
}

// A CER was 2 % less for the city: the levy for adaptation. What is left is
// rounded down to whole tonnes.
func ExampleAccount_Issuable() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2008", "2008", "371864")))
	fmt.Println(a.Issuable("2008", ghg.MustShare("2%"), ghg.MustShare("0%")))
	// Output:
	// 286111 credits <nil>
}

// Nothing is issued for days after the crediting period.
func ExampleCreditingPeriodError() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2028", "2028", "100000")))
	_, err := a.Issue(issuance("2028", 78510, 2029))
	fmt.Println(err)
	// Output:
	// project "방천리 매립가스": monitored 2028-01-01 to 2028-12-31, but the crediting period is 2007-08-21 to 2028-08-20: nothing is issued for days outside it
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

// A batch over two years has no year to count in.
func ExampleVintageError() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019-2020", "2019-01-01/2020-12-31", "260000")))
	_, err := a.Reductions()
	fmt.Println(err)
	// Output:
	// batch "2019-2020" was monitored 2019-01-01 to 2020-12-31, over more than one calendar year: enter one batch for each year, with the amount that was verified for it
}

// The buyer is under the K-ETS and surrenders what it bought.
func ExampleAccount_Findings() {
	fmt.Println(soldOut().Findings())
	// Output:
	// double-claim: sale 2023-06: 발전사 A surrenders 204126 credits of batch 2019 for its emissions; the inventory of daegu shows the same reduction: add them back, or do not claim it
}

// First issuance of November 2009: 225,919 t for 3.2 bn won.
func ExampleSale_Price() {
	s := credit.Sale{Units: 225919, Received: strategy.MustMoney("3.2 bn KRW", strategy.Nominal)}
	fmt.Println(s.Price(0))
	// Output:
	// 14164 KRW (nominal) <nil>
}

// Won and euro do not add up without a rate.
func ExampleCurrencyError() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2009", "2009", "260000")))
	a = must(a.Issue(issuance("2009", 204126, 2010)))
	s := sale("BlueNext", "2009", 173000, 2010)
	s.Type, s.Received = credit.Trader, strategy.MustMoney("2164900 EUR", strategy.Nominal)
	_, err := must(a.Sell(s)).Revenue(strategy.KRW)
	fmt.Println(err)
	s.Exchange = credit.Exchange{To: strategy.KRW, Rate: decimal.RequireFromString("1470.3"), On: day(2010, 3, 2)}
	fmt.Println(must(a.Sell(s)).Revenue(strategy.KRW))
	// Output:
	// revenue, sale "BlueNext": 2164900 EUR (nominal) does not join a sum in KRW: state the exchange, with its rate and day
	// 3183052470 KRW (nominal) <nil>
}

// The project document expected 404 kt a year.
func ExampleAccount_Against() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2008", "2008", "371864")))
	fmt.Println(a.Against(credit.Forecast{Period: ghg.CalendarYear(2008), Reduction: sar("404000"), Source: "PDD"}))
	// Output:
	// 2008: 404000 tCO2e (SAR) expected, 371864 tCO2e (SAR) verified in 366 of 366 days <nil>
}

// Daegu's 26 environmental facilities in 2020: a surplus of 135 kt, of which 110
// kt were sold and 25 kt banked. None of it is a reduction.
func ExampleTradingAccount() {
	a, err := credit.NewTradingAccount(credit.Entity{Name: "대구광역시 환경기초시설", Place: "daegu", Scheme: "K-ETS", Metric: ghg.SAR, OffsetName: "KCU"})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err = a.Close(credit.ComplianceYear{
		Year: 2020, Verified: ghg.MustCO2e("1177 ktCO2e (SAR)"), AtHand: 1_312_000, Surrendered: 1_177_000, Banked: 25_000,
		Sold: []credit.Trade{{Units: 110_000, With: "KRX", Value: strategy.MustMoney("1.86 bn KRW", strategy.Nominal), On: day(2021, 6, 14)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := a.Year(2020)
	fmt.Println(y.Explain())
	price, _ := y.Sold[0].Price(0)
	fmt.Println(price, "each")
	// Output:
	// 대구광역시 환경기초시설, K-ETS, 2020
	// held = 1312000 at hand, carried in included + 0 bought - 0 repaid = 1312000
	// surplus = held - 1177000 t verified = 135000; allowances are permits, and a surplus of them is not a reduction
	// surrendered 1177000 and 0 offsets, uncovered 0
	// sold 110000, banked 25000, cancelled 0, borrowed 0
	// 16909 KRW (nominal) each
}

// A year that does not close says by how much.
func ExampleBalanceError() {
	y := year2020()
	y.Banked = 20000
	a := must(credit.NewTradingAccount(facilities()))
	_, err := a.Close(y)
	fmt.Println(err)
	// Output:
	// 2020: 1312000 allowances came in and 1307000 went out: a difference of 5000
}

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
func ExampleConversionError() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	e := facilities()
	e.Name, e.Place = "발전사 A", "pohang"
	_, _, err := a.Convert("2019", 1000, day(2021, 1, 4), must(credit.NewTradingAccount(e)))
	fmt.Println(err)
	// Output:
	// KOC credits are not converted by "발전사 A": it is of pohang, and the credits are held by daegu: sell them first
}

// A field that does not stand is named with what may stand there.
func ExampleInputError() {
	s := sale("2023-06", "2019", 1000, 2023)
	s.Type = 0
	_, err := holdingAccount().Sell(s)
	fmt.Println(err)
	// Output:
	// sale "2023-06": type of buyer "not stated": compliance, foreign, voluntary or trader
}

func holdingAccount() credit.Account {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2019", "2019", "260000")))
	return must(a.Issue(issuance("2019", 204126, 2020)))
}

// The same contract entered twice is one contract.
func ExampleDuplicateError() {
	a := must(holdingAccount().Sell(sale("2023-06", "2019", 1000, 2023)))
	_, err := a.Sell(sale("2023-06", "2019", 1000, 2023))
	fmt.Println(err)
	// Output:
	// sale "2023-06" was entered before: it would count twice
}
