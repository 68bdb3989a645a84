package main

import (
	"errors"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/localghg/localghg/target/netzero"
)

// emitted is what the city emitted, and whether it is on track to its target.
func (c *city) emitted(p page) (t target.Target, gross ghg.Yearly, err error) {
	var records []ghg.Record
	err = c.read("inventory.csv", func(r io.Reader) (report ghg.Report, err error) {
		records, report, err = ghg.ReadCSV(r, c.format.CSVFormat)
		return report, err
	})
	var err2 error
	inventories, _, err1 := ghg.Inventories(records, c.scheme, ghg.FirstVintage)
	for i, inv := range inventories {
		var err error
		inventories[i], _, err = inv.AssumeMetric(c.metric, "city.csv")
		err1 = errors.Join(err1, err)
	}
	gross, err2 = ghg.YearlyOf(c.gross, c.metric, inventories...)
	net, err3 := ghg.YearlyOf(c.net, c.metric, inventories...)
	if err := errors.Join(err, err1, err2, err3); err != nil {
		return t, gross, err
	}
	p.say("1. What %s emitted", "1. %s의 배출량", c.place)
	for f := range gross.All() {
		n, _ := net.At(f.Year)
		p.say("  %d  gross %s, net %s (%s)", "  %d  총배출량 %s, 순배출량 %s (%s)", f.Year, p.kt(f.CO2e), p.kt(n.CO2e), p.word(f.Status))
	}
	t, err = c.target("due", say(c, "cut", ghg.ParseShare))
	if err := errors.Join(c.faults, err); err != nil {
		return t, gross, err
	}
	return t, gross, c.stands(p, t, gross, net)
}

// stands is how the city stands to its target, its budget and net zero.
func (c *city) stands(p page, t target.Target, gross, net ghg.Yearly) error {
	year := c.year("year")
	zero, err := c.target("net zero", ghg.MustShare("100%"))
	if err := errors.Join(c.faults, err); err != nil {
		return err
	}
	progress, err := t.Progress(year, target.Linear, target.DefaultRules, gross)
	if err != nil {
		return err
	}
	p.say("  %s", "  %s", p.either(progress))
	spend, err1 := budget.New(budget.Definition{Name: "budget", Place: c.place, View: c.gross, First: c.year("budget first"), Last: t.Due(),
		Amount: say(c, "budget", c.co2e)})
	use, err2 := spend.Use(gross, year)
	path, err3 := t.Along(target.Linear)
	if err := errors.Join(c.faults, err1, err2, err3); err != nil {
		return err
	}
	onPath, err1 := spend.Exhaustion(budget.Plan("linear", path))
	last, err2 := gross.Figure(year)
	rest, err3 := spend.From(year+1, gross)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	constant, err := rest.Exhaustion(budget.Constant(last.CO2e))
	if err != nil {
		return err
	}
	p.say("  budget %s for %d to %d: %s", "  탄소예산 %s (%d~%d년): %s", p.kt(spend.Amount()), spend.First(), spend.Last(), use)
	p.say("    along the target: %s", "    목표 경로대로: %s", onPath)
	p.say("    as in the last year: %s", "    마지막 해와 같이: %s", constant)
	return c.zero(p, zero, gross, net, year)
}

// zero is how the city stands to net zero.
func (c *city) zero(p page, t target.Target, gross, net ghg.Yearly, year int) error {
	f, err1 := gross.Figure(year)
	n, err2 := net.Figure(year)
	removed, err3 := f.CO2e.Sub(n.CO2e)
	none, err4 := f.CO2e.Sub(f.CO2e)
	limit, err5 := netzero.ThresholdByID(c.need("residual limit"))
	pace, err6 := netzero.ThresholdByID(c.need("pace"))
	if err := errors.Join(err1, err2, err3, err4, err5, err6); err != nil {
		return err
	}
	removals, err1 := ghg.NewYears("removals", "", nil, ghg.OfYear[ghg.CO2e]{Year: year, Value: removed, Status: n.Status, Source: n.Source})
	balance, err2 := netzero.NewBalance(netzero.Account{Gross: gross, Year: year, BaseYear: c.year("base year"), Removals: removals,
		RemovalOffsets: none, AvoidanceOffsets: none}, t.Due(), limit)
	check, err3 := netzero.AnnualReduction(t, pace)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	p.say("  net zero by %d: removals %s, left %s, residual %s", "  %d년 탄소중립: 흡수 %s, 순배출 %s, 잔여배출 비율 %s", t.Due(),
		p.kt(removed), p.kt(balance.NetInside), balance.Residual.Percent(1))
	p.say("    %s", "    %s", balance.NetZeroInside)
	p.say("    %s", "    %s", check)
	return nil
}

// target is a goal of city.csv, against its base.
func (c *city) target(due string, cut ghg.Share) (target.Target, error) {
	goal := target.BaseYear{Year: c.year("base year"), Base: say(c, "base", ghg.ParseMass), Cut: cut}
	return target.New(target.Definition{Name: c.need(due), Place: c.place, Due: c.year(due), Views: target.Same(c.gross),
		Metric: c.metric, Goal: goal})
}

// co2e reads an amount on the city's metric.
func (c *city) co2e(s string) (ghg.CO2e, error) {
	m, err := ghg.ParseMass(s)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.CO2eOf(m, c.metric)
}
