package main

import (
	"fmt"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
)

// areas is the plan by area and kind of reduction.
func (p *page) areas() {
	plan, findings, err := daegu.Portfolio(daegu.View2022)
	if !p.keep(err) {
		return
	}
	expected, err1 := plan.Total(strategy.Expected, 2030)
	potential, err2 := plan.Total(strategy.Potential, 2030)
	if !p.keep(err1, err2) {
		return
	}
	actions := map[string]int{}
	for a := range plan.Actions() {
		actions[a.Area]++
	}
	p.say("1. Eight areas, and what was published of their reductions in 2030", "1. 8대 분야와 공표된 2030년 감축량")
	p.say("   area                        actions   expected   potential", "   분야               과제    예상 감축량    잠재 감축량")
	byArea := potential.ByArea()
	for i, a := range expected.ByArea() {
		line := "   %-27s %7d   %8s   %9s\n"
		if p.korean {
			line = "   %s\t%d\t%s\t%s\n"
		}
		fmt.Fprintf(p, line, a.Area.Code+" "+p.word(a.Area.Theme, a.Area.NameKo), actions[a.Area.Code], p.orNone(a.Sum), p.orNone(byArea[i].Sum))
	}
	p.say("   Actions found by name: %d; with an expected reduction: %d; with a potential: %d. The two\n   are never added: "+
		"a potential is what all could do, and nobody has undertaken it.",
		"   이름이 확인된 과제 %d개 중 예상 감축량이 있는 과제 %d개, 잠재 감축량이 있는 과제 %d개.\n   예상과 잠재는 서로 더하지 않습니다. 잠재는 모두가 할 수 있는 양일 뿐 계획이 아닙니다.",
		plan.Len(), expected.Quantified, potential.Quantified)
	p.say("   Findings: %d, most of them actions that are not quantified.", "   지적 사항 %d건, 대부분 감축량이 공표되지 않은 과제입니다.", findings.Len())
	p.sources("rooftop-pv-cut", "carbon-reduction-1110")
	fmt.Fprintf(p, "   [%s]\n\n", daegu.Framework.Source())
}

// orNone prints a sum that holds an action.
func (p *page) orNone(s strategy.Sum) string {
	if !s.IsQuantified() {
		return "·"
	}
	return p.amount(s.CO2e)
}
