package topdown_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kaya is a series in which people and economy stay as they are in 2018 and 2020.
func kaya() drivers.Kaya {
	year := func(y int, people, gdp string, emissions string) drivers.KayaYear {
		return drivers.KayaYear{Year: y, Population: dec(people), GDP: dec(gdp), Energy: dec("50"), Emissions: kt(emissions)}
	}
	return must(drivers.NewKaya(drivers.KayaUnits{Population: "people", GDP: "won", Energy: "TJ"},
		year(2018, "100", "300", "1000"), year(2020, "100", "300", "900"), year(2022, "110", "280", "800")))
}

// split is one of a use with two attributions that are drivers and two that are none.
func split() drivers.Split {
	id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("0%"),
		drivers.Factor{Name: "area", Unit: "m2", Attribution: drivers.Activity},
		drivers.Factor{Name: "use", Unit: "MWh/m2", Attribution: drivers.Own},
		drivers.Factor{Name: "grid", Unit: "t/MWh", Attribution: drivers.Grid}))
	year := func(y int, tonnes, area, mwh, factor string) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: ghg.MustCO2e(tonnes + " tCO2e"),
			Quantities: []decimal.Decimal{dec(area), dec(mwh)}, Factors: []decimal.Decimal{dec(factor)}}
	}
	return must(drivers.Attribute(2018, 2022, must(drivers.NewUse("homes", id,
		year(2018, "500", "100", "1000", "0.5"), year(2022, "396", "110", "990", "0.4")))))
}

func driven(d ...topdown.Driver) ([]topdown.Year, error) {
	return topdown.New(topdown.Definition{Inventory: inventory(map[int]string{2018: "1000", 2022: "800"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: d}, InBase: topdown.NoneInBase,
		Cuts: topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2022: "1"})), strategy.Verified)})
}

func TestDriversOfDecompositions(t *testing.T) {
	end := must(kaya().Change(2018, 2022))
	steps := must(kaya().Chain(2018, 2022))
	assert.False(t, end.Population.Equal(steps.Population), "two figures")
	for method, d := range map[string][]topdown.Driver{"endpoint": topdown.OfKaya(end, "s"), "chained": topdown.OfKaya(steps, "s")} {
		require.Len(t, d, 2)
		assert.Equal(t, []string{"population", "GDP per head"}, []string{d[0].Name, d[1].Name})
		assert.Equal(t, "Kaya identity, LMDI, "+method+"; s", d[0].Source)
	}
	assert.True(t, topdown.OfKaya(steps, "s")[0].CO2e.Equal(steps.Population))
	assert.True(t, topdown.OfKaya(end, "s")[1].CO2e.Equal(end.GDPPerHead))

	grid := topdown.OfSplit(split(), "s", drivers.Grid, drivers.Activity)
	assert.True(t, grid[0].CO2e.Equal(split().Of(drivers.Grid)))
	assert.True(t, grid[1].CO2e.Equal(split().Of(drivers.Activity)))
	assert.Equal(t, "split, LMDI, chained; s", grid[0].Source)
	years, err := driven(grid...)
	require.NoError(t, err)
	assert.True(t, years[0].Driven.Equal(must(grid[0].CO2e.Add(grid[1].CO2e))))
	years, err = driven(append(topdown.OfKaya(end, "s"), topdown.OfSplit(split(), "s", drivers.Grid)...)...)
	require.NoError(t, err, "the grid beside people and economy")
	assert.Len(t, years[0].Drivers, 3)
	assert.Empty(t, topdown.OfSplit(split(), "s"))
}

func TestDecompositionsAreRefused(t *testing.T) {
	end, people := must(kaya().Change(2018, 2022)), `driver "population", `
	early, late := must(kaya().Change(2018, 2020)), must(kaya().Change(2020, 2022))
	for says, d := range map[string][]topdown.Driver{
		people + `years "2018 to 2020": a decomposition of 2018 to 2022 is needed`: topdown.OfKaya(early, "s"),
		people + `years "2020 to 2022": a decomposition of 2018 to 2022 is needed`: topdown.OfKaya(late, "s"),
		people + `years "0 to 0"`:                                 topdown.OfKaya(drivers.KayaChange{}, "s"),
		`driver "grid factor", years "0 to 0"`:                    topdown.OfSplit(drivers.Split{}, "s", drivers.Grid),
		`attribution "own measures": what cuts work through`:      topdown.OfSplit(split(), "s", drivers.Own),
		`attribution "unattributed": what cuts work through`:      topdown.OfSplit(split(), "s", drivers.Unattributed),
		`name "grid factor": a decomposition's part is given twi`: topdown.OfSplit(split(), "s", drivers.Grid, drivers.Grid),
		`attribution "activity": people and economy stand among`: append(topdown.OfKaya(end, "s"),
			topdown.OfSplit(split(), "s", drivers.Activity)...),
		people + `source: name the document: without one`:         topdown.OfKaya(end, ""),
		`driver "grid factor", source: name the document: withou`: topdown.OfSplit(split(), "", drivers.Grid),
		people + `metric "AR5": CO2e on metric unstated and on m`: topdown.OfKaya(ar5(), "s"),
	} {
		_, err := driven(d...)
		assert.ErrorContains(t, err, says)
	}
}

func ar5() drivers.KayaChange {
	year := func(y int, tonnes string) drivers.KayaYear {
		return drivers.KayaYear{Year: y, Population: dec("1"), GDP: dec("2"), Energy: dec("3"), Emissions: ghg.MustCO2e(tonnes + " tCO2e (AR5)")}
	}
	units := drivers.KayaUnits{Population: "p", GDP: "g", Energy: "e"}
	return must(must(drivers.NewKaya(units, year(2018, "5"), year(2022, "4"))).Change(2018, 2022))
}
