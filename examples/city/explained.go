package main

import (
	"errors"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/topdown"
)

// kaya are people, economy and energy beside the emissions.
func (c *city) kaya(gross ghg.Yearly) (k drivers.Kaya, err error) {
	err = c.read("drivers.csv", func(r io.Reader) (report ghg.Report, err error) {
		k, report, err = drivers.ReadKaya(r, c.format.CSVFormat, drivers.KayaUnits{Population: "명", GDP: "억원", Energy: "천toe"}, gross)
		return report, err
	})
	return k, err
}

// moved is what moved emissions since the base year.
func (c *city) moved(p page, k drivers.Kaya) error {
	change, err := k.Chain(c.year("base year"), c.year("year"))
	if err := errors.Join(c.faults, err); err != nil {
		return err
	}
	p.say("  %d to %d, chained: %s by population, %s by GDP per head, %s by energy per GDP, %s by emissions per energy",
		"  %d~%d년(연쇄): 인구 %s, 1인당 총생산 %s, 총생산당 에너지 %s, 에너지당 배출량 %s", c.year("base year"), c.year("year"),
		p.kt(change.Population), p.kt(change.GDPPerHead), p.kt(change.EnergyPerGDP), p.kt(change.EmissionsPerEnergy))
	return nil
}

// reconciled is what was done, against what the inventory shows.
func (c *city) reconciled(p page, f forecast, gross ghg.Yearly, k drivers.Kaya) error {
	last, year := c.year("year"), c.year("check")
	change, err1 := k.Change(last, year)
	done, err2 := f.plan.Evaluate(f.base, strategy.Implemented, strategy.Shapley)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	years, err := topdown.New(topdown.Definition{Inventory: gross, BaseYear: last, InBase: topdown.NoneInBase,
		Cuts:    topdown.Evaluated(done),
		Drivers: map[int][]topdown.Driver{year: topdown.OfKaya(change, "drivers.csv")}})
	if err != nil {
		return err
	}
	for _, y := range years {
		p.say("  %d against %d: top-down %s, bottom-up %s, residual %s", "  %d년을 %d년과 견주면: 하향식 %s, 상향식 %s, 설명되지 않는 차이 %s",
			year, last, p.kt(y.TopDown), p.kt(y.BottomUp), p.kt(y.Residual))
	}
	return nil
}
