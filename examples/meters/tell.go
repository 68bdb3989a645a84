package main

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
)

// tell writes the country by category and gas, and the inventories of its places: how many there
// are, what they come to in BASIC, and which are the largest.
func (t teller) tell(p ledger.Partial) error {
	groups, err := p.Totals(ledger.ByYear | ledger.ByCategory)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%-8s %-6s %20s %20s\n", t.pick("year", "연도"), t.pick("code", "분류"), "CO2 (t)", "tCO2e (AR5)")
	for g := range groups {
		var co2 decimal.Decimal
		for _, m := range g.Masses() {
			if m.Gas() == ghg.CO2 {
				co2 = m.Tonnes()
			}
		}
		all, err := g.CO2e(ghg.AR5)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.out, "%-8v %-6s %20s %20s\n", g.Period, g.Category, co2, all.Tonnes())
	}
	records, err := p.Records(ledger.ByAll)
	if err != nil {
		return err
	}
	type town struct {
		place ghg.PlaceID
		total ghg.CO2e
	}
	var towns []town
	sum := ghg.MustCO2e("0 tCO2e (AR5)")
	for id, group := range ghg.GroupRecords(slices.Collect(records)) {
		inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, p.Scheme(), group)
		if err != nil {
			return err
		}
		total, err := inv.Total(gpc.Basic, ghg.AR5)
		if err != nil {
			return err
		}
		if sum, err = sum.Add(total.CO2e); err != nil {
			return err
		}
		towns = append(towns, town{id.Place, total.CO2e})
	}
	slices.SortStableFunc(towns, func(a, b town) int { return b.total.Tonnes().Cmp(a.total.Tonnes()) })
	fmt.Fprintf(t.out, t.pick("%d inventories, BASIC together %s\n", "인벤토리 %d개, BASIC 합계 %s\n"), len(towns), sum)
	for _, x := range towns[:min(3, len(towns))] {
		fmt.Fprintf(t.out, "  %-10s %s\n", x.place, x.total)
	}
	return nil
}
