package main

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/track"
	"github.com/localghg/localghg/target"
)

// checked is how far the plan has been carried out, and the annual check of a year.
func (c *city) checked(p page, f forecast, t target.Target) error {
	done, err1 := track.AssessImplementation(f.plan.Actions(), f.plan.Framework(), say(c, "check day", ghg.ParseDate), track.ActionsEqually)
	bau, err2 := f.base.Yearly()
	if err := errors.Join(c.faults, err1, err2); err != nil {
		return err
	}
	targets, err := korea.ReductionTargets(korea.OverallTarget, korea.WholeRegion, korea.Label{}, t, bau)
	if err != nil {
		return err
	}
	check, findings, err := korea.Check(korea.CheckDefinition{Year: c.year("check"), Rules: korea.OwnStatusRules,
		Meta: korea.DocumentMeta{Plan: c.need("plan"), First: c.year("plan first"), Last: c.year("plan last"), TargetYears: []int{t.Due()}},
		Plan: f.plan, Evaluation: f.Evaluation, Scenario: korea.WithPolicies, Method: c.need("plan"), Targets: targets,
		Factors: c.inventoryFactors()})
	if err != nil {
		return err
	}
	document, more, err := korea.NewDocument(check)
	if err != nil {
		return err
	}
	p.say("4. The check of %d", "4. %d년 이행점검", c.year("check"))
	p.say("  %s", "  %s", p.name(done.Plan().String(), done.Plan().Korean()))
	for _, s := range done.ByArea() {
		p.say("    %s", "    %s", p.name(s.String(), s.Korean()))
	}
	unknown := 0
	for _, row := range check.MonitoringPerformance {
		if !row.OfQuantity.IsDefined() {
			unknown++
			continue
		}
		action, _ := f.plan.Action(row.Project)
		p.say("  %s %s: quantity %s, reduction %s, spent %s: %s", "  %s %s: 물량 달성률 %s, 감축량 달성률 %s, 집행액 %s: %s", row.Project,
			p.name(action.Name, action.NameKo), row.OfQuantity.Percent(1), row.OfReduction.Percent(1), p.money(row.Spent),
			p.name(row.Status.Label().En, row.Status.Label().Ko))
	}
	p.say("  %d others without a quantity that was planned and monitored", "  목표물량이나 실적물량이 없는 사업 %d개", unknown)
	p.say("  %d rows of projects, %d of reductions, %d of money", "  점검실적 %d행, 정량감축 %d행, 재정 %d행",
		document.Len(korea.MonitoringPerformanceTable),
		document.Len(korea.QuantitativeReductionsTable), document.Len(korea.FinancialPlanTable))
	findings.AddAll(more)
	p.most(findings, 5)
	return nil
}

// inventoryFactors are those without an edition: what the inventory is made with.
func (c *city) inventoryFactors() (out []ghg.Factors) {
	for _, f := range c.format.Factors {
		if f.Edition() == "" {
			out = append(out, f)
		}
	}
	return out
}

// money is an amount of it in the language of the page.
func (p page) money(m strategy.Money) string { return p.name(m.String(), m.StringKo()) }
