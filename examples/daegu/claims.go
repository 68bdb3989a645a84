package main

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/shopspring/decimal"
)

func (s *story) citizens() {
	programme, printed := s.figure("carbon-reduction-1110"), s.figure("carbon-reduction-1110-share")
	share, err := s.co2e(programme.ID).Ratio(s.co2e("base-2018-strategy-2021"), 6)
	s.check(err)
	stated, err := printed.Number()
	s.check(err)
	s.say("5. Carbon Reduction 1110: ten actions, one citizen, one tonne a year", "5. 탄소줄이기 1110: 10가지 행동, 시민 1명, 연 1톤")
	s.say("   %s of %s is %s%%: the published %s%% %s.\n   It is what all 2.45 million people would cut together: a potential, "+
		"in no sum here.",
		"   %s ÷ %s = %s%%: 공표값 %s%%, %s.\n   시민 245만 명이 모두 실천할 때의 잠재량이며, 여기서는 어떤 합계에도 넣지 않습니다.",
		s.amount(s.co2e(programme.ID)), s.amount(s.co2e("base-2018-strategy-2021")), share.Shift(2).StringFixed(2), printed.Value,
		s.verdict(share.Shift(2).Round(0).Equal(stated)))
	s.sources("carbon-reduction-1110", "carbon-reduction-1110-share")

	unit, err := s.figure("heating-cooling-unit").CO2e()
	s.check(err)
	households, err := s.figure("heating-cooling-households").Number()
	s.check(err)
	product, err := unit.Scale(households)
	s.check(err)
	city := s.figure("heating-cooling-city")
	stated, err = city.Number()
	s.check(err)
	s.say("   Its third action: %s kg × %s households = %s t; published %s t, %s.",
		"   세 번째 행동: %s kg × %s가구 = %s톤. 공표값 %s톤: %s.",
		s.figure("heating-cooling-unit").Value, words.Grouped(s.figure("heating-cooling-households").Value),
		words.Grouped(product.Tonnes().String()), words.Grouped(city.Value),
		s.cutOff(product.Tonnes(), stated))
	s.sources(city.ID)
	s.say("", "")
}

func (s *story) verdict(reproduces bool) string {
	if reproduces {
		return s.inLanguage("reproduces", "공표값과 일치")
	}
	return s.inLanguage("does not reproduce", "공표값과 불일치")
}

// cutOff says how a printed whole number comes about.
func (s *story) cutOff(computed, printed decimal.Decimal) string {
	switch {
	case computed.Round(0).Equal(printed):
		return s.inLanguage("the product rounded", "반올림한 값")
	case computed.Truncate(0).Equal(printed):
		return s.inLanguage("the product cut off and not rounded", "반올림이 아니라 버림한 값")
	}
	return s.verdict(false)
}

func (s *story) gap() {
	s.say("6. What 2030 still asks for", "6. 2030년까지 더 필요한 감축")
	s.say("   If emissions stayed at their level of 2018 without the plan (an assumption), it must cut:",
		"   계획이 없으면 배출량이 2018년 수준에 머문다고 가정할 때 필요한 감축량:")
	for _, c := range []struct {
		view ghg.View
		id   string
	}{{daegu.View2021, "base-2018-strategy-2021"}, {daegu.View2022, "base-2018-strategy-2022"}} {
		target := daegu.Target2021()
		if c.view.ID() == daegu.View2022.ID() {
			target = daegu.Target2022()
		}
		flat, err := ghg.NewYearly(daegu.Place, c.view, ghg.Unstated, []ghg.YearFigure{
			{Year: 2030, CO2e: s.co2e(c.id), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "held at 2018"},
		})
		s.check(err)
		p, _, err := daegu.Portfolio(c.view)
		s.check(err)
		gap, err := p.Gap(target, flat, strategy.Expected, 2030)
		if !s.check(err) {
			return
		}
		s.say("   of %s: %s; expected and published: %s; not yet shown: %s", "   %s 기준: %s; 공표된 예상 감축량: %s; 아직 제시되지 않은 양: %s",
			s.amount(s.co2e(c.id)), s.amount(gap.Need), s.amount(gap.Total.CO2e), s.amount(gap.CO2e))
	}
	s.say("   The plan says on none of the two bases what its tasks cut, rooftop solar apart.",
		"   산단 지붕 태양광 외에는 과제별 감축량이 어느 기준으로도 공표되지 않았습니다.")
	s.sources("rooftop-pv-cut")
	s.say("", "")
}

func (s *story) credits() {
	landfill, trading, stated := s.figure("landfill-gas-revenue"), s.figure("trading-revenue"), s.figure("credit-and-trading-revenue")
	a, err := landfill.Money()
	s.check(err)
	b, err := trading.Money()
	s.check(err)
	c, err := stated.Money()
	s.check(err)
	sum, err := a.Add(b)
	s.check(err)
	won := func(m strategy.Money) string {
		if s.korean {
			return m.Amount().Shift(-8).String() + "억 원"
		}
		return m.Amount().Shift(-9).String() + " billion KRW"
	}
	s.say("7. Credits and trading", "7. 배출권 수입")
	s.say("   Landfill-gas credits %s + emission trading %s = %s:\n   the published %s %s.",
		"   매립가스 배출권 %s + 배출권거래제 %s = %s:\n   공표값 %s, %s.", won(a), won(b), won(sum), won(c), s.verdict(sum.Equal(c)))
	for _, f := range []daegu.Figure{landfill, trading, stated} {
		fmt.Fprintf(s, "   [%s: %s]\n", s.inLanguage(f.What, f.WhatKo), s.cite(f.Source))
	}
	s.say("   A credit that was sold is its buyer's reduction, and not the city's. An allowance that was sold is no reduced tonne of\n"+
		"   anyone: it was left over from what the city was allowed to emit.",
		"   판매한 크레딧(외부사업 감축량)은 구매자의 감축량이므로 시의 실적으로 세지 않습니다. 판매한 할당배출권은 허용량의\n"+
			"   잉여분이므로 누구의 감축량도 아닙니다.")
}
