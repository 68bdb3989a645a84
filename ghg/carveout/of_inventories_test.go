package carveout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Both series of a city, from its inventories and a table of facilities.
func ExampleCarveOutOf() {
	both, findings, err := carveout.CarveOutOf(cityDefinition(citySites()...), gpc.Basic, cityInventories(cityRecords)...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings.Len(), "finding;", both.Citywide().View(), "and", both.Managed().View())
	for y := range both.Years() {
		fmt.Println(y.Year, y.Citywide, "-", y.Covered, "+", y.CouncilOwned, "=", y.Managed)
	}
	figure, _ := both.Managed().At(2022)
	fmt.Println(figure.CO2e, figure.Status, len(figure.Parts), "parts")
	last, _ := both.At(2022)
	for _, s := range last.Sectors {
		fmt.Println(s.Category.Code, s.Citywide.Tonnes(), "covered", s.CoveredShare().Percent(1))
	}
	// Output:
	// 1 finding; GPC 1.1 BASIC and GPC 1.1 BASIC, managed
	// 2021 129821.25 tCO2e (AR5) - 70520.75 tCO2e (AR5) + 10514 tCO2e (AR5) = 69814.5 tCO2e (AR5)
	// 2022 117308.25 tCO2e (AR5) - 67183.25 tCO2e (AR5) + 10292.5 tCO2e (AR5) = 60417.5 tCO2e (AR5)
	// 60417.5 tCO2e (AR5) actual 3 parts
	// I.3.1 39870 covered 100.0%
	// I.3.2 17020.75 covered 100.0%
	// III.3.1 9105 covered 100.0%
	// I.2.2 1187.5 covered 100.0%
}

// Random inventories: managed = citywide − covered + covered and council-owned, and the
// three ways to it agree: in one call, by records that are tagged before their inventory is
// made, and by taking a register of typed figures out of the totals.
func TestAllWaysAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(41, 7))
	categories := []string{"I.1.1", "I.3.1", "I.3.2", "III.3.1", "II.1.2", "IV.1"}
	gases := []ghg.Gas{ghg.CO2, ghg.CH4Fossil, ghg.N2O}
	for round := range 60 {
		trading := []carveout.TradingScheme{carveout.KETS, carveout.EUETS}[rng.IntN(2)]
		var sites []carveout.Facility
		for i := range 1 + rng.IntN(6) {
			sites = append(sites, carveout.Facility{ID: fmt.Sprint("site ", i), Name: fmt.Sprint("site ", i), Source: "list",
				From: 2019 + rng.IntN(4), Ownership: carveout.Ownership(1 + rng.IntN(2))})
			if rng.IntN(4) == 0 {
				sites[i].From = 0
			}
		}
		var inventories []ghg.Inventory
		var all []ghg.Record
		want := map[int]decimal.Decimal{}
		for year := 2020; year <= 2022; year++ {
			records := []ghg.Record{{Place: "town", Period: ghg.CalendarYear(year), Category: category("I.1.1"), Gas: ghg.CO2,
				Value: ghg.Emitted(ghg.MustMass("12345.75 t"))}}
			sum := decimal.RequireFromString("12345.75")
			for range rng.IntN(25) {
				r := ghg.Record{Place: "town", Period: ghg.CalendarYear(year), Category: category(categories[rng.IntN(len(categories))]),
					Gas: gases[rng.IntN(len(gases))], Fuel: []string{"", "gas", "coal"}[rng.IntN(3)]}
				tonnes := decimal.New(rng.Int64N(1e7), -3)
				r.Value = ghg.Emitted(must(ghg.NewMass(tonnes, ghg.Tonne)))
				site := carveout.Facility{}
				if n := rng.IntN(len(sites) + 1); n < len(sites) {
					site = sites[n]
					r.Facility = site.ID
				}
				gwp, _ := ghg.AR5.GWP(r.Gas)
				scope2 := strings.HasSuffix(r.Category.Code, ".2") && r.Category.Code[:2] != "V."
				covered := site.Covered(year) && (!scope2 || trading.Covers(ghg.Scope2))
				if gpc.Basic.Selects(r.Category.Code) && (!covered || site.Ownership == carveout.CouncilOwned) {
					sum = sum.Add(tonnes.Mul(gwp))
				}
				records = append(records, r)
			}
			want[year] = sum
			all = append(all, records...)
			inv, _, err := ghg.NewInventory("town", ghg.CalendarYear(year), ghg.FirstVintage, gpc.Scheme, records)
			require.NoError(t, err)
			inventories = append(inventories, inv)
		}
		d := cityDefinition(sites...)
		d.Trading = trading
		c, _, err := carveout.CarveOutOf(d, gpc.Basic, inventories...)
		require.NoError(t, err, round)

		tagged, _, err := c.Register().TagRecords(all)
		require.NoError(t, err)
		again, _, err := ghg.Inventories(tagged, gpc.Scheme, ghg.FirstVintage)
		require.NoError(t, err)
		byTags := must(ghg.YearlyOf(must(carveout.ManagedView(gpc.Basic)), ghg.AR5, again...))

		d.Facilities, d.Place, d.Scheme = nil, "town", gpc.Scheme
		for f := range c.Register().Facilities() {
			for year := 2020; year <= 2022; year++ { // a 0 that is stated, where a site has no record
				for scope, code := range map[ghg.Scope]string{ghg.Scope1: "II.4.1", ghg.Scope2: "II.4.2"} {
					f.Emissions = append(f.Emissions, emits(year, code, scope, "0"))
				}
			}
			d.Facilities = append(d.Facilities, f)
		}
		byHand, err := must(carveout.NewRegister(d)).CarveOut(carveout.Totals{Citywide: c.Citywide()}, inGPC)
		require.NoError(t, err, round)
		for y := range c.Years() {
			figure, ok := c.Managed().At(y.Year)
			require.True(t, ok)
			assert.True(t, figure.CO2e.Equal(y.Managed), "round %d, %s", round, y.Explain())
			assert.True(t, want[y.Year].Equal(y.Managed.Tonnes()), "round %d, %s, not %s", round, y.Explain(), want[y.Year])
			other, _ := byTags.At(y.Year)
			assert.True(t, other.CO2e.Equal(y.Managed))
			assert.Equal(t, other.Parts, figure.Parts)
			assert.Equal(t, other.Coverage, figure.Coverage)
			stated, _ := byHand.At(y.Year)
			assert.True(t, stated.Managed.Equal(y.Managed))
			covered := must(must(y.Citywide.Sub(y.Covered)).Add(y.CouncilOwned))
			assert.True(t, covered.Equal(figure.CO2e), "what is managed adds up")
		}
	}
}
