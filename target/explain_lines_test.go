package target_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inventories are a series of totals of inventories: so many t of CO2 in each year.
func inventories(t *testing.T, view ghg.View, from int, tonnes ...string) ghg.Yearly {
	var all []ghg.Inventory
	for i, mass := range tonnes {
		inv, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(from+i), ghg.FirstVintage, gpc.Scheme, []ghg.Record{{
			Place: "Daegu", Period: ghg.CalendarYear(from + i),
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass(mass + " t")), Line: 2,
			Status: ghg.Actual}})
		require.NoError(t, err)
		all = append(all, inv)
	}
	y, err := ghg.YearlyOf(view, ghg.AR5, all...)
	require.NoError(t, err)
	return y
}

// comesFrom are the IDs that the values of a step come from, by what is read back.
func comesFrom(t *testing.T, d derivation.Derivation, symbol string) (ids []string) {
	text, err := json.Marshal(d)
	require.NoError(t, err)
	back, err := derivation.Read(bytes.NewReader(text))
	require.NoError(t, err)
	assert.Empty(t, back.Replay())
	for _, of := range []derivation.Derivation{d, back} {
		step, found := of.Step(symbol)
		require.True(t, found, symbol)
		ids = nil
		for _, v := range step.Values {
			ids = append(ids, v.From)
		}
	}
	return ids
}

func TestPanelLeadsToInventories(t *testing.T) {
	series := inventories(t, gpc.Basic, 2018, "1000", "990", "955")
	id := func(year int) string {
		f, _ := series.At(year)
		require.Len(t, f.DerivationID(), 64)
		return f.DerivationID()
	}
	goal := target.Definition{Name: "2030", Place: "Daegu", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("1000 t"), Cut: ghg.MustShare("45%")}}
	tt := mustTarget(t, goal)
	d := mustProgress(t, tt, 2020, series).Explain()
	assert.Equal(t, []string{id(2018)}, comesFrom(t, d, "B"))
	assert.Equal(t, []string{id(2020)}, comesFrom(t, d, "E"))
	assert.Equal(t, []string{id(2018), id(2019), id(2020)}, comesFrom(t, d, "e"))
	assert.Contains(t, d.String(), "derivation "+id(2020)[:12])

	// A base that is not the figure of the series was stated, and so were figures of no inventory.
	goal.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("1000.5 t"), Cut: ghg.MustShare("45%")}
	d = mustProgress(t, mustTarget(t, goal), 2020, series).Explain()
	assert.Equal(t, []string{""}, comesFrom(t, d, "B"))
	assert.Equal(t, []string{id(2020)}, comesFrom(t, d, "E"))
	d = mustProgress(t, tt, 2022, one(2022, "900", ghg.Actual)).Explain()
	assert.Equal(t, []string{""}, comesFrom(t, d, "E"))
	assert.NotContains(t, d.String(), "derivation ")

	// A mean of years comes from none of them, and the figure that is adjusted is named, not what it is adjusted to.
	goal.Goal = target.BaseYear{Year: 2018, Through: 2019, Base: ghg.MustMass("995 t"), Cut: ghg.MustShare("45%")}
	d = mustProgress(t, mustTarget(t, goal), 2020, series).Explain()
	assert.Equal(t, []string{""}, comesFrom(t, d, "B"))

	// The figures of an outcome.
	goal.Due, goal.Timeframe = 2020, target.AnnualFrom(2019, target.Linear)
	goal.Goal = target.FixedLevel{Level: ghg.MustMass("955 t"), Year: 2018, Base: ghg.MustMass("1000 t")}
	o, err := mustTarget(t, goal).Outcome(series, target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, []string{id(2019), id(2020)}, comesFrom(t, o.Explain(), "F"))
}
