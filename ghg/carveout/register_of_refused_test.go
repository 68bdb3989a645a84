package carveout_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRegisterOfRefusals(t *testing.T) {
	inventories := cityInventories(cityRecords)
	_, _, err := carveout.RegisterOf(cityDefinition(citySites()...), gpc.Basic)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	_, _, err = carveout.CarveOutOf(cityDefinition(citySites()...), gpc.Basic)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	d := cityDefinition(citySites()...)
	d.Place = "다른군"
	_, _, err = carveout.RegisterOf(d, gpc.Basic, inventories...)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace))
	d = cityDefinition(mill(), carveout.Facility{ID: "x"})
	_, _, err = carveout.RegisterOf(d, gpc.Basic, inventories...)
	assert.ErrorContains(t, err, `facility "mill", emissions "2": they are those of its records: leave them out`)
	assert.ErrorContains(t, err, `facility "x", name: a name is needed`)
	assert.Len(t, d.Facilities[0].Emissions, 2, "the caller's stay")

	// A removal at a covered site is no emission.
	_, _, err = carveout.RegisterOf(cityDefinition(citySites()...), gpc.Basic, cityInventories(cityRecords+
		"하늘군,2022,I.4.1,CO2,-3,t,cement\n")...)
	assert.ErrorContains(t, err, "a removal is no emission that a trading scheme covers")

	// All that is reported trades.
	_, _, err = carveout.CarveOutOf(cityDefinition(citySites()...), gpc.Basic,
		cityInventories("지역,연도,배출원,가스,배출량,단위,시설\n하늘군,2021,I.3.1,CO2,41200.5,t,cement\n")...)
	assert.ErrorIs(t, err, ghg.ErrNothingReported)

	// A scheme that leaves the scope open.
	scheme := must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Names: []string{"own"}, Title: "own", Source: "s",
		Nodes: []ghg.Node{{Code: "1", Name: "industry", Reportable: true}}}))
	view := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: scheme, Categories: []string{"1"}})
	record := ghg.Record{Place: "town", Period: ghg.CalendarYear(2021), Category: ghg.Category{Scheme: scheme.ID(), Code: "1"}, Gas: ghg.CO2,
		Facility: "mill", Value: ghg.Emitted(ghg.MustMass("5 t"))}
	inv, _, err := ghg.NewInventory("town", record.Period, ghg.FirstVintage, scheme, []ghg.Record{record})
	require.NoError(t, err)
	site := mill()
	site.Emissions = nil
	_, _, err = carveout.RegisterOf(cityDefinition(site), view, inv)
	assert.ErrorContains(t, err, `facility "mill", scope: category 1 leaves the scope open, and the record states none`)
	site.From = 2022
	_, _, err = carveout.RegisterOf(cityDefinition(site), view, inv)
	assert.NoError(t, err, "it does not trade yet")
}
