package main

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/localghg/localghg/strategy/track"
)

// chosen is what a delay is worth, and which actions a budget buys.
func (c *city) chosen(p page, f forecast, due int) error {
	var all []string
	for a := range f.plan.Actions() {
		all = append(all, a.ID)
	}
	late := scenario.Delay(c.need("delayed"), c.year("delay"))
	set, err1 := scenario.New(scenario.Definition{Name: "what if", Portfolio: f.plan, Baseline: f.base, Scenarios: []scenario.Scenario{
		{Name: "BAU", Role: scenario.WithoutMeasures},
		{Name: "plan", Role: scenario.WithPlan, Enabled: all},
		{Name: "late", Role: scenario.WhatIf, Enabled: all, Overrides: []scenario.Override{late}},
	}})
	if err := errors.Join(c.faults, err1); err != nil {
		return err
	}
	results, err := set.Evaluate(strategy.Expected, strategy.Shapley)
	if err != nil {
		return err
	}
	d, err := results.Difference("plan", "late")
	if err != nil {
		return err
	}
	y, _ := d.Year(due)
	p.say("3. What if, and what for which money", "3. 가정과 선택")
	p.say("  %s %d years later: the cut of %d changes by %s", "  %s 사업이 %d년 늦어지면 %d년 감축량의 변화: %s", c.need("delayed"), c.year("delay"),
		due, p.kt(y.Reduction))
	candidates, shared, left, err := selection.FromBaseline(f.plan, f.base, strategy.Expected, due)
	if err != nil {
		return err
	}
	problem, err := selection.New(selection.Definition{Name: "budget", Kind: strategy.Expected, Metric: c.metric,
		Candidates: candidates, Shared: shared})
	if err != nil {
		return err
	}
	money := say(c, "money", func(s string) (strategy.Money, error) { return strategy.ParseMoney(s, c.format.Prices) })
	if c.faults != nil {
		return c.faults
	}
	answer, err := problem.MostTonnes(money, 0, due)
	if err != nil {
		return err
	}
	p.say("  of %d actions with money and a figure (%d without), %s buys the most tonnes with %d: %s for %s",
		"  금액과 감축량이 있는 사업 %d개(없는 사업 %d개) 가운데, %s으로 가장 많이 줄이는 %d개: 감축 %s, %s", problem.Len(), len(left), p.money(money),
		len(answer.Chosen), p.kt(answer.CO2e), p.money(answer.Cost))
	p.say("    %s", "    %s", strings.Join(answer.Chosen, ", "))
	p.say("    most that any choice cuts: %s", "    어떤 선택도 넘지 못하는 감축량: %s", p.kt(answer.MostCO2e))
	worth, err := cost.NewEffectiveness(answer.Cost, answer.Reductions, due)
	if err != nil {
		return err
	}
	if each, ok := worth.MoneyPerTonne(); ok {
		p.say("    budget for each tonne of %d: %s", "    %d년의 1톤에 드는 예산: %s", due, p.money(each.Round(0)))
	}
	budget, err := track.NewBudget(f.plan.Actions())
	if err != nil {
		return err
	}
	p.say("  budget of the plan: %s", "  계획의 예산: %s", p.money(budget.Total().Budget))
	for funds, e := range budget.ByFunds() {
		p.say("    %s %s", "    %s %s", p.word(funds), p.money(e.Budget))
	}
	return nil
}
