package main

import (
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
)

// trading is the city's account in the emission-trading scheme in 2020.
func (p *page) trading() {
	allowances := func(id string) credit.Allowances { return credit.Allowances(p.co2e(id).Tonnes().IntPart()) }
	account, err := credit.NewTradingAccount(credit.Entity{Name: "environmental facilities", Place: "Daegu", Scheme: "K-ETS",
		Metric: ghg.Unstated, OffsetName: "KCU"})
	if !p.keep(err) {
		return
	}
	account, err = account.Close(credit.ComplianceYear{
		Year: 2020, AtHand: allowances("ets-held"), Verified: p.co2e("ets-verified"), Surrendered: allowances("ets-verified"),
		Banked: allowances("ets-banked"),
		Sold: []credit.Trade{{Units: allowances("ets-sold"), With: "the market", Value: p.money("ets-sale-revenue"),
			On: ghg.Date{Year: 2021, Month: time.June, Day: 14}}},
	})
	if !p.keep(err) {
		return
	}
	year, _ := account.Year(2020)
	price, err := year.Sold[0].Price()
	p.keep(err)
	p.say("3. Emission trading in 2020: 26 environmental facilities", "3. 2020년 배출권거래: 환경기초시설 26개소")
	p.say("   held %d − verified %d = surplus %d allowances\n   sold %d for %s (%s each), banked %d: the account closes.",
		"   보유 %d − 인증 배출량 %d = 잉여 %d\n   판매 %d (%s, 1톤당 %s), 이월 %d: 계정이 맞습니다.",
		year.Held, year.Due, year.Surplus, year.UnitsSold, p.won(p.money("ets-sale-revenue")),
		price.Round(0).Amount().String()+p.word(" won", "원"), year.Banked)
	p.say("   An allowance is no credit, and the surplus is no reduction: it is in no sum here.",
		"   할당배출권은 감축실적이 아니며, 잉여분은 감축량이 아닙니다. 어떤 합계에도 넣지 않습니다.")
	p.sources("ets-held")
	p.say("", "")
}
