package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target"
)

// bases are the two published base years, each with its view and target.
func bases() []struct {
	figure string
	view   ghg.View
	goal   target.Target
} {
	return []struct {
		figure string
		view   ghg.View
		goal   target.Target
	}{
		{"base-2018-strategy-2021", daegu.View2021, daegu.Target2021()},
		{"base-2018-strategy-2022", daegu.View2022, daegu.Target2022()},
	}
}

// gap is what the plan leaves to 2030, on both base years.
func (p *page) gap() {
	p.say("5. What is missing until 2030, on both base years", "5. 2030년까지 부족한 양 (두 기준)")
	p.say("   No forecast by source is published. Assumed: without the plan, emissions stay at 2018.",
		"   배출원별 전망은 공표되지 않았습니다. 가정: 계획이 없으면 2018년 배출량이 유지됨.")
	for _, b := range bases() {
		plan, _, err := daegu.Portfolio(b.view)
		if !p.keep(err) {
			return
		}
		base, err := ghg.NewYearly(daegu.Place, b.view, ghg.Unstated, []ghg.YearFigure{{
			Year: 2030, CO2e: p.co2e(b.figure), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "assumed: as in 2018"}})
		if !p.keep(err) {
			return
		}
		g, err := plan.Gap(b.goal, base, strategy.Expected, 2030)
		if !p.keep(err) {
			return
		}
		share, err := g.Total.CO2e.Ratio(g.Need, 4)
		if !p.keep(err) {
			return
		}
		p.say("   from %s: need %s − expected %s = gap %s (%s%% of the need is shown)",
			"   %s 기준: 필요 %s − 예상 %s = 부족 %s (필요량의 %s%%만 제시됨)",
			p.amount(g.Baseline.CO2e), p.amount(g.Need), p.amount(g.Total.CO2e), p.amount(g.CO2e), share.Shift(2))
	}
	p.concentration()
	p.sources("base-2018-strategy-2021", "base-2018-strategy-2022", "rooftop-pv-cut")
	p.say("", "")
}

// concentration is how much of what is expected comes of one action.
func (p *page) concentration() {
	plan, _, err := daegu.Portfolio(daegu.View2022)
	if !p.keep(err) {
		return
	}
	total, err := plan.Total(strategy.Expected, 2030)
	if !p.keep(err) {
		return
	}
	c, err := total.Concentration(strategy.ByAction, strategy.ConcentrationLimits{Top1: ghg.MustShare("40%")})
	if !p.keep(err) {
		return
	}
	above := p.word("false", "아니오")
	if c.IsAlert() {
		above = p.word("true", "예")
	}
	p.say("   The largest action makes up %s of what is expected (above %s: %s); %d actions are not quantified.",
		"   가장 큰 과제의 비중은 예상 감축량의 %s (%s 초과: %s). 감축량이 없는 과제 %d개.",
		c.Top1.Percent(0), c.Limits.Top1, above, c.NotQuantified)
}
