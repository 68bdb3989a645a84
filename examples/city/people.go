package main

import (
	"errors"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/localghg/localghg/target/netzero"
)

// acting is what citizens do of the plan, and how many would have to.
func (c *city) acting(p page, f forecast) error {
	claimed := say(c, "claimed of citizens", c.co2e)
	for _, programme := range f.citizens {
		if programme.Year() != c.year("due") {
			continue
		}
		r, err1 := programme.Result()
		needed, err2 := programme.BreakEven(claimed)
		if err := errors.Join(c.faults, err1, err2); err != nil {
			return err
		}
		p.say("  citizens in %d: net %s of %s if all did it; %s would need %s of them", "  %d년 시민실천: 순감축 %s(모두 참여하면 %s). %s에는 참여율 %s 필요",
			programme.Year(), p.kt(r.Total.Net), p.kt(r.Total.Potential), p.kt(claimed), needed.Adoption().Percent(1))
	}
	return nil
}

// growing is what planted trees take up, and the balance with what the plan leaves.
func (c *city) growing(p page, gross, left ghg.Yearly) error {
	var stands []sink.Stand
	woods := sink.Definition{Name: "trees.csv", Place: c.place, Metric: c.metric, Buffer: say(c, "buffer", ghg.ParseShare), Source: "city.csv"}
	err1 := c.read("growth.csv", func(r io.Reader) (report ghg.Report, err error) {
		stands, report, err = sink.ReadStands(r, c.format.CSVFormat, c.metric, sink.Linear)
		return report, err
	})
	err2 := c.read("trees.csv", func(r io.Reader) (report ghg.Report, err error) {
		woods, report, err = sink.ReadPlantings(r, c.format.CSVFormat, woods, stands)
		return report, err
	})
	limit, err3 := netzero.ThresholdByID(c.need("residual limit"))
	if err := errors.Join(c.faults, err1, err2, err3); err != nil {
		return err
	}
	trees, err := sink.New(woods)
	if err != nil {
		return err
	}
	due := c.year("due")
	grown, err := trees.Through(due)
	if err != nil {
		return err
	}
	all, err1 := gross.Then(left)
	removals, err2 := grown.Claimable(gross.Basis(), c.year("check"))
	nothing, err3 := c.co2e("0 t")
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	balance, err := netzero.NewBalance(netzero.Account{Gross: all, Year: due, BaseYear: c.year("base year"), Removals: removals,
		RemovalOffsets: nothing, AvoidanceOffsets: nothing}, c.year("net zero"), limit)
	if err != nil {
		return err
	}
	y, _ := grown.Year(due)
	p.say("  trees of the plan in %d: they take up %s, %s of it claimable; left with them %s, residual %s",
		"  %d년 도시숲: 흡수 %s, 그 가운데 인정 %s. 이를 뺀 배출량 %s, 잔여배출 비율 %s", due, p.t(y.Removal.CO2e()), p.t(y.Claimable.CO2e()),
		p.kt(balance.NetInside), balance.Residual.Percent(1))
	return nil
}
