package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/localghg/localghg/strategy/track"
)

// checked is how far the plan has been carried out, and the annual check of a year.
func (c *city) checked(p page) error {
	year := c.year("check")
	done, err1 := track.AssessImplementation(c.plan.Actions(), c.format.Framework, say(c, "check day", ghg.ParseDate), track.ActionsEqually)
	e, err2 := c.plan.Evaluate(c.base, strategy.Expected, strategy.Shapley)
	bau, err3 := c.base.Yearly()
	targets, err4 := korea.ReductionTargets(korea.OverallTarget, korea.WholeRegion, korea.Label{}, c.target, bau)
	if err := first(err1, err2, err3, err4); err != nil {
		return err
	}
	check, findings, err1 := korea.Check(korea.CheckDefinition{Year: year, Rules: korea.OwnStatusRules,
		Meta: korea.DocumentMeta{Plan: c.need("plan"), First: c.year("plan first"), Last: c.year("plan last"),
			TargetYears: []int{c.target.Due()}},
		Plan: c.plan, Evaluation: e, Scenario: korea.WithPolicies, Method: c.need("plan"), Targets: targets,
		Factors: c.factors.Plain()})
	document, more, err2 := korea.NewDocument(check)
	if err := first(err1, err2); err != nil {
		return err
	}
	p.say("4. The check of %d", "4. %d년 추진상황 점검", year)
	p.say("  %s", "  %s", p.either(done.Plan()))
	for _, s := range done.ByArea() {
		p.say("    %s", "    %s", p.either(s))
	}
	for funds, e := range done.Plan().Budget.In(year, year).ByFunds() {
		p.say("  %s %s", "  %s %s", p.name(funds.String(), funds.Korean()), p.either(e))
	}
	unknown := 0
	for _, row := range check.MonitoringPerformance {
		if !row.OfQuantity.IsDefined() {
			unknown++
			continue
		}
		action, _ := c.plan.Action(row.Project)
		p.say("  %s %s: quantity %s, reduction %s, spent %s: %s", "  %s %s: 물량 달성률 %s, 감축량 달성률 %s, 집행액 %s: %s", row.Project,
			p.name(action.Name, action.NameKo), row.OfQuantity.Percent(1), row.OfReduction.Percent(1), p.money(row.Spent),
			p.name(row.Status.Label().En, row.Status.Label().Ko))
	}
	p.say("  %d others without a quantity that was planned and monitored", "  목표물량이나 실적물량이 없는 사업 %d개", unknown)
	p.say("  %d rows of projects, %d of reductions, %d of money", "  점검실적 %d행, 정량감축 %d행, 재정 %d행",
		document.Len(korea.MonitoringPerformanceTable), document.Len(korea.QuantitativeReductionsTable), document.Len(korea.FinancialPlanTable))
	findings.AddAll(more)
	p.most(findings, 5)
	return c.reconciled(p, year)
}

// reconciled is what was done, against what the inventory shows.
func (c *city) reconciled(p page, year int) error {
	base := c.year("year")
	if _, known := c.gross.At(year); !known {
		return nil // its inventory comes later
	}
	change, err1 := c.kaya.Change(base, year)
	done, err2 := c.plan.Evaluate(c.base, strategy.Implemented, strategy.Shapley)
	years, err3 := topdown.New(topdown.Definition{Inventory: c.gross, BaseYear: base, InBase: topdown.NoneInBase,
		Cuts:    topdown.Evaluated(done),
		Drivers: map[int][]topdown.Driver{year: topdown.OfKaya(change, "drivers.csv")}})
	if err := first(err1, err2, err3); err != nil {
		return err
	}
	p.say("  %d against %d: top-down %s, bottom-up %s, residual %s", "  %d년(%d년 대비): 하향식 %s, 상향식 %s, 설명되지 않는 차이 %s",
		year, base, p.kt(years[0].TopDown), p.kt(years[0].BottomUp), p.kt(years[0].Residual))
	return nil
}
