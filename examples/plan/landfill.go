package main

import (
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
)

// landfill follows the gas of the landfill to what the city may claim.
func (p *page) landfill() {
	p.say("2. Landfill gas of Bangcheon-ri: from gas to claim", "2. 방천리 매립가스: 포집에서 실적 인정까지")
	collected, err := p.figure("landfill-gas-collected").Number()
	if !p.keep(err) {
		return
	}
	normal := credit.NormalConditions()
	none, all := ghg.MustShare("0%"), ghg.MustShare("100%")
	method := credit.LandfillGas{
		Methane:   credit.Density{KilogramsPerM3: decimal.New(7168, -4), At: normal, Source: "ACM0001"},
		Oxidation: none, BurntAnyway: none, Metric: ghg.SAR, Source: "CDM, ACM0001",
	}
	gas, err := method.Reduction(ghg.MustCO2e("0 tCO2e (SAR)"), credit.Monitored{
		Period: ghg.CalendarYear(2008), Device: "Bangcheon-ri", Gas: collected.Shift(6), At: normal,
		CH4: p.share("landfill-gas-methane"), Destroyed: all,
	})
	if !p.keep(err) {
		return
	}
	p.say("   2008: %s million m3 of gas at %s%% CH4 are %s CO2e (GWP 21, SAR); the project\n   document expected %s a year. "+
		"Assumed: normal conditions, all destroyed, nothing deducted.",
		"   2008년: 가스 %s백만 m3, 메탄 %s%% = %s CO2e (GWP 21, SAR). 사업계획서의 연간 예상은 %s.\n   가정: 표준상태, 전량 연소, 공제 없음.",
		collected, p.figure("landfill-gas-methane").Value, p.amount(gas.Reduction), p.amount(p.co2e("landfill-gas-expected")))
	p.sources("landfill-gas-collected", "landfill-gas-expected")

	account := p.account()
	batch, err := account.Batch("2019-2020")
	if !p.keep(err) {
		return
	}
	p.say("   2019 and 2020, five figures that are not one:", "   2019~2020년: 서로 다른 다섯 가지 수치")
	row := func(english, korean string, what any) {
		p.say("     %-34s %v", "     %s: %v", p.word(english, korean), what)
	}
	row("verified, of the whole project", "검증 (사업 전체)", p.amount(batch.Verified))
	row("owned by the city, 78.51%", "시 소유분 78.51%", p.amount(batch.Owned))
	row("issued, in whole tonnes", "발급 (정수 톤)", p.told(batch.Issued.String()))
	row("sold", "판매", p.told(batch.Sold.String()))
	row("may be claimed by the city", "시가 실적으로 주장할 수 있는 양", p.amount(batch.Claimable))
	_, err = account.Claim(credit.Claim{ID: "annual report", Batch: "2019-2020", Amount: ghg.MustCO2e("55874 tCO2e (SAR)"),
		For: "annual report", On: ghg.Date{Year: 2024, Month: time.May, Day: 31}})
	if err != nil {
		p.say("   To claim the other 55.874 kt is refused: %s.", "   나머지 5.5874만톤을 주장하면 거부됩니다: %s.", p.told(err.Error()))
	}
	p.sources("landfill-gas-verified-2020", "landfill-gas-sold-2023")
	p.revenue()
}

// account is the city's account of the credits of 2019 and 2020. The days are
// not published; they are set, and change no figure.
func (p *page) account() credit.Account {
	day := func(year int) ghg.Date { return ghg.Date{Year: year, Month: time.June, Day: 1} }
	none := ghg.MustShare("0%")
	period := got[ghg.Period](p)
	a, err := credit.NewAccount(credit.Project{
		ID: "Bangcheon-ri landfill gas", Place: "Daegu", Programme: credit.Programme{Name: "KOC", OffsetName: "KCU"}, Methodology: "ACM0001",
		Crediting: period(ghg.ParsePeriod("2007-08-21/2028-08-20")), Metric: ghg.SAR, Own: p.share("landfill-gas-city-share"),
		Partner: "the operator",
	})
	p.keep(err)
	verified, err := ghg.CO2eOf(got[ghg.Figure](p)(p.figure("landfill-gas-verified-2020").Amount()).Mass(), ghg.SAR)
	p.keep(err)
	a, err = a.Verify(credit.Verification{Batch: "2019-2020", Period: period(ghg.ParsePeriod("2019-01-01/2020-12-31")), Amount: verified,
		On: day(2021)})
	p.keep(err)
	sold := credit.Credits(p.co2e("landfill-gas-sold-2023").Tonnes().IntPart())
	a, err = a.Issue(credit.Issuance{Batch: "2019-2020", Units: sold, Levy: none, Buffer: none, On: day(2022)})
	p.keep(err)
	a, err = a.Sell(credit.Sale{ID: "June 2023", Batch: "2019-2020", Units: sold, Buyer: "firms under the K-ETS", Type: credit.ComplianceBuyer,
		Received: p.money("landfill-gas-revenue-2023"), On: day(2023)})
	p.keep(err)
	return a
}

// revenue is what credits and trading brought in.
func (p *page) revenue() {
	credits, trading, stated := p.money("landfill-gas-revenue"), p.money("trading-revenue"), p.money("credit-and-trading-revenue")
	sum, err := credits.Add(trading)
	if !p.keep(err) {
		return
	}
	p.say("   Revenue: %s of credits and %s of trading are %s; published: %s.", "   수입: 배출권 %s + 거래 %s = %s, 공표값 %s.", p.won(credits),
		p.won(trading), p.won(sum), p.won(stated))
	p.sources("landfill-gas-revenue", "trading-revenue")
	p.say("", "")
}
