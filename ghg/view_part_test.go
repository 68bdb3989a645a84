package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Sectors and scopes of BASIC, as series that a target or a trend takes like any other.
func ExampleView_Part() {
	record := func(year int, code, amount string) ghg.Record {
		return ghg.Record{Place: "가람구", Period: ghg.CalendarYear(year), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code},
			Value: ghg.Equivalent(ghg.MustCO2e(amount + " tCO2e (AR5)"))}
	}
	var inventories []ghg.Inventory
	for year, amounts := range map[int][3]string{2021: {"500", "410", "90"}, 2022: {"480", "405", "85"}} {
		inv, _, err := ghg.NewInventory("가람구", ghg.CalendarYear(year), ghg.FirstVintage, gpc.Scheme,
			[]ghg.Record{record(year, "I.1.1", amounts[0]), record(year, "I.1.2", amounts[1]), record(year, "II.1.1", amounts[2])})
		if err != nil {
			fmt.Println(err)
			return
		}
		inventories = append(inventories, inv)
	}
	transport, err := gpc.Basic.Part("BASIC, transport", "BASIC 수송", func(n ghg.Node) bool { return gpc.Scheme.IsUnder(n.Code, "II") })
	if err != nil {
		fmt.Println(err)
		return
	}
	power, err := gpc.Basic.Part("BASIC, scope 2", "BASIC 스코프 2", func(n ghg.Node) bool { return n.Scope == ghg.Scope2 })
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range []ghg.View{transport, power} {
		series, err := ghg.YearlyOf(part, ghg.AR5, inventories...)
		if err != nil {
			fmt.Println(err)
			return
		}
		for f := range series.All() {
			fmt.Println(part.NameKo(), f.Year, f.CO2e)
		}
	}
	// Output:
	// BASIC 수송 2021 90 tCO2e (AR5)
	// BASIC 수송 2022 85 tCO2e (AR5)
	// BASIC 스코프 2 2021 410 tCO2e (AR5)
	// BASIC 스코프 2 2022 405 tCO2e (AR5)
}

func TestViewPart(t *testing.T) {
	under := func(top string) func(ghg.Node) bool {
		return func(n ghg.Node) bool { return gpc.Scheme.IsUnder(n.Code, top) }
	}
	// The sectors are disjoint and make the whole.
	n, required := 0, 0
	for _, sector := range []string{"I", "II", "III", "IV", "V", "VI"} {
		part, err := gpc.BasicPlus.Part("part "+sector, "", under(sector))
		if err != nil {
			assert.ErrorContains(t, err, "it selects none", sector)
			continue
		}
		for _, code := range part.Categories() {
			assert.True(t, gpc.Scheme.IsUnder(code, sector))
		}
		n, required = n+len(part.Categories()), required+len(part.Required())
		assert.NotEqual(t, gpc.BasicPlus.ID(), part.ID())
	}
	assert.Len(t, gpc.BasicPlus.Categories(), n)
	assert.Len(t, gpc.BasicPlus.Required(), required)
	assert.Positive(t, required)

	// What else the view says stays.
	tagged, err := gpc.Territorial.WithTags("own", []string{"council"}, []string{"ets"}, "the council's")
	require.NoError(t, err)
	tagged, err = tagged.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	part, err := tagged.Part("own transport", "자체 수송", under("II"))
	require.NoError(t, err)
	again, err := part.Part("own transport", "자체 수송", func(ghg.Node) bool { return true })
	require.NoError(t, err)
	assert.Equal(t, part.ID(), again.ID(), "the same content under the same name")
	ok, why := part.Addable()
	wantOK, wantWhy := tagged.Addable()
	assert.Equal(t, wantOK, ok)
	assert.Equal(t, wantWhy, why)
	assert.Equal(t, tagged.Waste(), part.Waste())
	own := ghg.Record{Place: "town", Period: ghg.CalendarYear(2022), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "II.1.1"},
		Tags: ghg.MakeTags("council"), Variant: ghg.FuelBased, Value: ghg.Equivalent(ghg.MustCO2e("7 tCO2e (AR5)"))}
	other := own
	other.Tags, other.Value = ghg.Tags{}, ghg.Equivalent(ghg.MustCO2e("11 tCO2e (AR5)"))
	inv, _, err := ghg.NewInventory("town", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, []ghg.Record{own, other})
	require.NoError(t, err)
	total, err := inv.Total(part, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "7 tCO2e (AR5)", total.CO2e.String())

	_, err = ghg.View{}.Part("x", "", under("I"))
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = ghg.MustDeclaredView("published", "city").Part("x", "", under("I"))
	assert.ErrorContains(t, err, "which categories it counts is not known")
	_, err = gpc.Basic.Part("", "", under("I"))
	assert.ErrorContains(t, err, "name")
}
