package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
)

// citizens is Carbon Reduction 1110: ten actions, one citizen, one tonne.
func (p *page) citizens() {
	p.say("4. Carbon Reduction 1110: what the programme would need", "4. 탄소줄이기 1110: 필요한 참여율")
	all := ghg.MustShare("100%")
	households, err := p.figure("heating-cooling-households").Number()
	if !p.keep(err) {
		return
	}
	third, err := participation.New(participation.Definition{
		Name: "third action", Year: 2030, Persistence: all, Overlap: all, Source: p.figure("heating-cooling-unit").Source,
		Actions: []participation.CitizenAction{
			p.citizenAction("heating-cooling-2c", "heating-cooling-unit", ghg.Household, households.IntPart())},
	})
	if !p.keep(err) {
		return
	}
	result, err := third.Result()
	if !p.keep(err) {
		return
	}
	printed := got[ghg.Figure](p)(p.figure("heating-cooling-city").Amount())
	p.say("   The third action: %s kg × %s households = %s t; published: %s t, %s.",
		"   세 번째 행동: %s kg × %s가구 = %s톤, 공표값 %s톤: %s.",
		p.figure("heating-cooling-unit").Value, households, result.Total.Potential.Tonnes(), p.figure("heating-cooling-city").Value,
		p.truncated(printed, result.Total.Potential))
	for _, a := range []string{"50%", "100%"} {
		c, err := participation.New(participation.Definition{
			Name: "Carbon Reduction 1110", Year: 2030, Persistence: ghg.MustShare(a), Overlap: all, Source: p.figure("carbon-reduction-1110").Source,
			Actions: []participation.CitizenAction{p.citizenAction("ten actions", "carbon-reduction-1110-person", ghg.Person, 2_450_000)},
		})
		if !p.keep(err) {
			return
		}
		b, err := c.BreakEven(p.co2e("carbon-reduction-1110"))
		if !p.keep(err) {
			return
		}
		p.say("   If %s of the habit lasts, %s a year need %s of 2.45 million people: %s.",
			"   습관의 %s가 유지된다면 연 %s에는 시민 245만 명의 %s 참여가 필요합니다: %s.",
			a, p.amount(p.co2e("carbon-reduction-1110")), b.Adoption().Percent(0), p.reach(b))
	}
	p.say("   The unit savings of the other actions, and who takes part today, are not published.", "   나머지 행동의 감축원단위와 현재 참여율은 공표되지 않았습니다.")
	p.sources("heating-cooling-city", "carbon-reduction-1110")
	p.say("", "")
}

// citizenAction is one that everybody takes and nobody took before: a potential. What one
// of them saves is a published figure.
func (p *page) citizenAction(id, figure string, unit ghg.Unit, eligible int64) participation.CitizenAction {
	on := strategy.EmissionSource{EndUse: "the citizens' ten actions, all categories"}
	saves, err := strategy.FixedSaving(on, strategy.InteractionUnstated, id, unit, p.co2e(figure), p.figure(figure).Source)
	p.keep(err)
	return participation.CitizenAction{ID: id, Unit: unit, Eligible: eligible, Saves: []strategy.UnitEffect{saves},
		Evidence: participation.Pledge, Adoption: ghg.MustShare("100%"), Baseline: ghg.MustShare("0%")}
}

func (p *page) truncated(printed ghg.Figure, c ghg.CO2e) string {
	if printed.Reproduces(c.Tonnes()) {
		return p.word("reproduces", "재현됨")
	}
	return p.word("cut off rather than rounded", "반올림이 아니라 버림한 값")
}

func (p *page) reach(b participation.BreakEven) string {
	if b.Reachable() {
		return p.word("all of them, one tonne each", "모두가 1톤씩 줄여야 합니다")
	}
	return p.word("out of reach, ", "도달 불가, ") + p.amount(b.Missing()) + p.word(" must come from elsewhere", "은 다른 수단으로")
}
