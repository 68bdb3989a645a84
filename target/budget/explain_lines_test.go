package budget_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a budget was used for leads to the totals of the inventories.
func TestUseLeadsToInventories(t *testing.T) {
	var all []ghg.Inventory
	for year, mass := range map[int]string{2021: "40 t", 2022: "38.5 t"} {
		inv, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(year), ghg.FirstVintage, gpc.Scheme, []ghg.Record{{
			Place: "Daegu", Period: ghg.CalendarYear(year),
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass(mass)), Line: 2}})
		require.NoError(t, err)
		all = append(all, inv)
	}
	series, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, all...)
	require.NoError(t, err)
	b, err := budget.New(budget.Definition{Name: "b", Place: "Daegu", View: gpc.Basic, First: 2021, Last: 2030,
		Amount: ghg.MustCO2e("300 tCO2e (AR5)")})
	require.NoError(t, err)
	use, err := b.Use(series, 2022)
	require.NoError(t, err)
	figures, found := use.Explain().Step("F")
	require.True(t, found)
	for i, year := range []int{2021, 2022} {
		f, _ := series.At(year)
		assert.Len(t, figures.Values[i].From, 64)
		assert.Equal(t, f.DerivationID(), figures.Values[i].From)
	}
	assert.Empty(t, use.Explain().Replay())
}
