package main

import (
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
)

// answersFor is what the city answers for, outside emission trading.
func (c *city) answersFor(p page) error {
	due, year := c.target.Due(), c.year("year")
	sites := load(c, "facilities.csv", func(r io.Reader) ([]carveout.Facility, ghg.Report, error) {
		return carveout.ReadFacilities(r, c.format.CSVFormat)
	})
	rules := load(c, "rules.csv", func(r io.Reader) ([]managed.Rule, ghg.Report, error) { return managed.ReadRules(r, c.format.CSVFormat) })
	if len(sites) == 0 || c.faults != nil {
		return nil
	}
	both, findings, err1 := carveout.CarveOutOf(carveout.RegisterDefinition{Trading: carveout.KETS, Metric: c.metric, Source: "facilities.csv",
		Facilities: sites}, c.gross.View(), c.inventories...)
	split, more, err2 := managed.Split(both.Register(), c.plan, rules, both.Managed().View())
	bases, rest, err3 := managed.SplitBaseline(both.Register(), c.base, rules, both.Managed().View())
	e, err4 := split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
	was, err5 := both.At(year)
	if err := first(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	y, _ := e.Year(due)
	p.say("5. What the city answers for", "5. 관리권한 배출량")
	p.say("  %d: citywide %s, covered %s, managed %s", "  %d년: 전체 %s, 할당대상 %s, 관리권한 %s", was.Year, p.kt(was.Citywide),
		p.kt(was.Covered), p.kt(was.Managed))
	p.say("  in %d: without the plan %s, it cuts %s, left %s", "  %d년: 계획이 없으면 %s, 감축 %s, 남는 배출량 %s", due, p.kt(y.Baseline()),
		p.kt(y.Reduction()), p.kt(y.Emissions()))
	findings.AddAll(more, rest)
	p.most(findings, 3)
	return nil
}

// ranked is where the city stands among its peers.
func (c *city) ranked(p page) error {
	peers := load(c, "peers.csv", func(r io.Reader) (rank.Peers, ghg.Report, error) {
		return rank.ReadPeers(r, c.format.CSVFormat, c.need("peers"), rank.Criterion{ID: "cut", Name: "cut by the due year", NameKo: "목표연도 감축률",
			Unit: "%", Better: rank.HigherIsBetter, Source: "peers.csv"})
	})
	if peers.Len() == 0 {
		return nil
	}
	ranking, err1 := peers.Ranking(rank.Competition)
	standing, err2 := ranking.Of(c.place)
	if err := first(err1, err2); err != nil {
		return err
	}
	p.say("6. Among its peers", "6. 다른 지방정부와의 비교")
	p.say("  %s", "  %s", p.either(standing))
	return nil
}
