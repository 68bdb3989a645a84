package main

import (
	"fmt"

	"github.com/localghg/localghg/strategy"
)

// addedUp is what the plan adds up to, what it leaves to the target, and what the grid alone
// is worth.
func (c *city) addedUp(p page) error {
	due := c.target.Due()
	e, err1 := c.plan.Evaluate(c.base, strategy.Expected, strategy.Shapley)
	wedges, err2 := e.Wedges(strategy.ByArea)
	if err := first(err1, err2); err != nil {
		return err
	}
	y, _ := e.Year(due)
	gap, err := y.Gap(c.target)
	if err != nil {
		return fmt.Errorf("bau.csv, figures of %d: %w", due, err)
	}
	p.say("2. What the plan adds up to in %d: %d actions", "2. %d년 계획의 합산: 사업 %d개", due, c.plan.Len())
	p.say("  without it %s, it cuts %s (%s would be counted twice), left %s", "  계획이 없으면 %s, 감축 %s(중복 %s 제외), 남는 배출량 %s",
		p.kt(y.Baseline()), p.kt(y.Reduction()), p.kt(y.Overlap()), p.kt(y.Emissions()))
	p.say("  the target allows %s: %s are missing", "  목표 %s: 부족량 %s", p.kt(gap.Limit), p.kt(gap.CO2e))
	p.say("  %d actions quantified, %d not, %d not counted by their stage", "  정량 %d개, 비정량 %d개, 추진단계상 미산입 %d개",
		gap.Total.Quantified, gap.Total.NotQuantified, gap.Total.NotCounted)
	of, _ := wedges.Year(due)
	for _, w := range of.Wedges {
		p.say("    %s %s", "    %s %s", p.name(w.Name, w.NameKo), p.kt(w.CO2e))
	}
	for a := range y.Total().ByAction() {
		if a.Quantified {
			p.say("    - %s %s %s", "    - %s %s %s", a.Action.ID, p.name(a.Action.Name, a.Action.NameKo), p.kt(a.CO2e))
		}
	}
	p.most(e.Findings(), 6)
	return first(c.grid(p, e, due), c.acting(p, due), c.growing(p, e, due))
}

// grid is what the grid alone is worth: the same with the factor that is frozen.
func (c *city) grid(p page, e strategy.Evaluation, due int) error {
	if c.said["frozen factor"] == "" { // nothing in the plan is of electricity
		return nil
	}
	factor, err1 := c.factors.Series(c.need("frozen factor"))
	frozen, err2 := e.WithFactors(factor)
	if err := first(err1, err2); err != nil {
		return err
	}
	y, _ := e.Year(due)
	z, _ := frozen.Year(due)
	grid, err1 := z.Baseline().Sub(y.Baseline())
	more, err2 := y.Reduction().Sub(z.Reduction())
	p.say("  with the factor %q in its one place: without the plan %s, it cuts %s, left %s",
		"  계수를 %q 하나만 바꾸면: 계획이 없으면 %s, 감축 %s, 남는 배출량 %s",
		c.need("frozen factor"), p.kt(z.Baseline()), p.kt(z.Reduction()), p.kt(z.Emissions()))
	p.say("    so the grid alone is worth %s, and changes what the plan cuts by %s", "    전력망만의 몫 %s, 그에 따른 감축량 변화 %s",
		p.kt(grid), p.kt(more))
	return first(err1, err2)
}

// acting is what citizens do of the plan, and how many would have to.
func (c *city) acting(p page, due int) error {
	for _, programme := range c.citizens {
		if programme.Year() != due {
			continue
		}
		claimed := c.co2e("claimed of citizens")
		r, err1 := programme.Result()
		needed, err2 := programme.BreakEven(claimed)
		if err := first(err1, err2); err != nil {
			return err
		}
		p.say("  citizens in %d: net %s of %s if all did it; %s would need %s of them", "  %d년 시민실천: 순감축 %s(모두 참여하면 %s). %s에는 참여율 %s 필요",
			due, p.kt(r.Total.Net), p.kt(r.Total.Potential), p.kt(claimed), needed.Adoption().Percent(1))
	}
	return nil
}

// growing is what planted trees take up, and the balance with what the plan leaves.
func (c *city) growing(p page, e strategy.Evaluation, due int) error {
	if c.trees.IsZero() {
		return nil
	}
	left, err1 := e.Yearly()
	all, err2 := c.gross.Then(left)
	grown, err3 := c.trees.Through(due)
	removals, err4 := grown.Claimable(c.gross.Basis(), c.year("check"))
	balance, err5 := c.balance(all, removals, due)
	if err := first(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	y, _ := grown.Year(due)
	p.say("  trees of the plan in %d: they take up %s, %s of it claimable; left with them %s, residual %s",
		"  %d년 도시숲: 흡수 %s, 그 가운데 인정 %s. 이를 뺀 배출량 %s, 잔여배출 비율 %s", due, p.t(y.Removal.CO2e()), p.t(y.Claimable.CO2e()),
		p.kt(balance.NetInside), balance.Residual.Percent(1))
	return nil
}
