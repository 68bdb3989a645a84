package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/localghg/localghg/target/netzero"
)

// emitted is what the city emitted, why it moved, and whether it is on track to its target.
func (c *city) emitted(p page) error {
	p.say("1. What %s emitted", "1. %s의 배출량", c.place)
	for f := range c.gross.All() {
		n, _ := c.net.At(f.Year)
		p.say("  %d  gross %s, net %s (%s)", "  %d  총배출량 %s, 순배출량 %s (%s)", f.Year, p.kt(f.CO2e), p.kt(n.CO2e),
			p.name(f.Status.String(), f.Status.Korean()))
	}
	year := c.year("year")
	change, err1 := c.kaya.Chain(c.year("base year"), year)
	progress, err2 := c.target.Progress(year, target.Linear, target.DefaultRules, c.gross)
	if err := first(err1, err2); err != nil {
		return err
	}
	p.say("  %d to %d, chained: %s by population, %s by GDP per head, %s by energy per GDP, %s by emissions per energy",
		"  %d~%d년(연쇄): 인구 %s, 1인당 총생산 %s, 총생산당 에너지 %s, 에너지당 배출량 %s", c.year("base year"), year,
		p.kt(change.Population), p.kt(change.GDPPerHead), p.kt(change.EnergyPerGDP), p.kt(change.EmissionsPerEnergy))
	p.say("  target %s", "  목표 %s", p.either(progress))
	return first(c.budget(p, year), c.zero(p, year))
}

// budget is how long the carbon budget lasts.
func (c *city) budget(p page, year int) error {
	spend, err1 := budget.New(budget.Definition{Name: "budget", Place: c.place, View: c.gross.View(), First: c.year("budget first"),
		Last: c.target.Due(), Amount: c.co2e("budget")})
	use, err2 := spend.Use(c.gross, year)
	path, err3 := c.target.Along(target.Linear)
	onPath, err4 := spend.Exhaustion(budget.Plan(p.name("linear", "선형"), path))
	last, err5 := c.gross.Figure(year)
	rest, err6 := spend.From(year+1, c.gross)
	constant, err7 := rest.Exhaustion(budget.Constant(last.CO2e))
	if err := first(err1, err2, err3, err4, err5, err6, err7); err != nil {
		return err
	}
	p.say("  budget %s for %d to %d: %s used through %d, %s left", "  탄소예산 %s (%d~%d년): %[5]d년까지 %[4]s 사용, 잔여 %[6]s", p.kt(spend.Amount()),
		spend.First(), spend.Last(), use.Share.Percent(1), year, p.kt(use.Left))
	p.say("    along the target: %s", "    목표 경로: %s", p.either(onPath))
	p.say("    as in the last year: %s", "    최근 연도 수준 유지: %s", p.either(constant))
	return nil
}

// zero is how the city stands to net zero.
func (c *city) zero(p page, year int) error {
	goal, err1 := c.goal("net zero", ghg.MustShare("100%"))
	pace, err2 := netzero.ThresholdByID(c.need("pace"))
	check, err3 := netzero.AnnualReduction(goal, pace)
	removals, err4 := netzero.RemovalsOf(c.gross, c.net)
	balance, err5 := c.balance(c.gross, removals, year)
	if err := first(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	p.say("  net zero by %d: removals %s, left %s, residual %s", "  %d년 탄소중립: 흡수 %s, 순배출 %s, 잔여배출 비율 %s", goal.Due(),
		p.kt(balance.Removals.Value), p.kt(balance.NetInside), balance.Residual.Percent(1))
	p.say("    %s", "    %s", p.either(balance.NetZeroInside))
	p.say("    %s", "    %s", p.either(check))
	return nil
}

// balance is that of a year, without credits.
func (c *city) balance(gross ghg.Yearly, removals ghg.Years[ghg.CO2e], year int) (b netzero.Balance, err error) {
	limit, err1 := netzero.ThresholdByID(c.need("residual limit"))
	none, err2 := ghg.CO2eOf(ghg.Mass{}, c.metric)
	if err := first(err1, err2); err != nil {
		return b, err
	}
	return netzero.NewBalance(netzero.Account{Gross: gross, Year: year, BaseYear: c.year("base year"), Removals: removals,
		RemovalOffsets: none, AvoidanceOffsets: none}, c.year("net zero"), limit)
}
