package main

import (
	"strings"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/localghg/localghg/strategy/track"
)

// chosen is what a delay is worth, and which actions a budget buys.
func (c *city) chosen(p page) error {
	var all []string
	for a := range c.plan.Actions() {
		all = append(all, a.ID)
	}
	due, delayed, from := c.target.Due(), c.need("delayed"), c.year("plan first")
	set, err1 := scenario.New(scenario.Definition{Name: "what if", Portfolio: c.plan, Baseline: c.base, Scenarios: []scenario.Scenario{
		{Name: "plan", Role: scenario.WithPlan, Enabled: all},
		{Name: "late", Role: scenario.WhatIf, Enabled: all, Overrides: []scenario.Override{scenario.Delay(delayed, c.year("delay"))}},
	}})
	results, err2 := set.Evaluate(strategy.Expected, strategy.Shapley)
	d, err3 := results.Difference("plan", "late")
	alone, err4 := c.plan.Reductions(delayed, strategy.Expected)
	sum, err5 := effect.Cumulate(alone.Total, from, due)
	if err := first(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	y, _ := d.Year(due)
	p.say("3. What if, and what for which money", "3. 가정과 선택")
	p.say("  %s %d years later: the cut of %d changes by %s", "  %s 사업이 %d년 늦어지면 %d년 감축량의 변화: %s", delayed, c.year("delay"),
		due, p.kt(y.Reduction))
	p.say("    in time and alone it cuts %[3]s from %[1]d to %[2]d", "    제때 단독으로 하면 %d~%d년 누적 감축량 %s", from, due, p.kt(sum.CO2e()))
	return first(c.bought(p, due), c.paid(p))
}

// bought are the actions that a budget buys.
func (c *city) bought(p page, due int) error {
	candidates, shared, left, err1 := selection.FromBaseline(c.plan, c.base, strategy.Expected, due)
	problem, err2 := selection.New(selection.Definition{Name: "budget", Kind: strategy.Expected, Metric: c.metric,
		Candidates: candidates, Shared: shared})
	money := say(c, "money", func(s string) (strategy.Money, error) { return strategy.ParseMoney(s, c.format.Prices) })
	if err := first(err1, err2); err != nil {
		return err
	}
	answer, err1 := problem.MostTonnes(money, 100_000, due)
	worth, err2 := cost.NewEffectiveness(answer.Cost, answer.Reductions, due)
	if err := first(err1, err2); err != nil {
		return err
	}
	p.say("  of %d actions with money and a figure (%d without), %s buys the most tonnes with %d: %s for %s",
		"  금액과 감축량이 있는 사업 %d개(없는 사업 %d개) 가운데, %s으로 가장 많이 줄이는 %d개: 감축 %s, %s", problem.Len(), len(left), p.money(money),
		len(answer.Chosen), p.kt(answer.CO2e), p.money(answer.Cost))
	p.say("    %s", "    %s", strings.Join(answer.Chosen, ", "))
	p.say("    most that any choice cuts: %s", "    어떤 선택도 넘지 못하는 감축량: %s", p.kt(answer.MostCO2e))
	each, _ := worth.MoneyPerTonne()
	p.say("    budget for each tonne of %d: %s", "    %d년 1톤당 예산: %s", due, p.money(each))
	return nil
}

// paid is the money of the plan, by who gives it.
func (c *city) paid(p page) error {
	budget, err := track.NewBudget(c.plan.Actions())
	p.say("  budget of the plan: %s", "  계획의 예산: %s", p.money(budget.Total().Budget))
	for funds, e := range budget.ByFunds() {
		p.say("    %s %s", "    %s %s", p.name(funds.String(), funds.Korean()), p.money(e.Budget))
	}
	return err
}
