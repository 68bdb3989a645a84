package ghg_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// From the figure of a year down to the lines of the inventory.
func ExampleYearFigure_Explain() {
	inv := suseong(ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("21.3 t")), Line: 3,
		Evidence: ghg.NewEvidence(ghg.EvidenceDefinition{Source: "city gas sales 2021", File: "gas.csv"})})
	series, _ := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	figure, _ := series.At(2021)
	total, found := figure.Explain()
	fmt.Println(found)
	masses, _ := total.Index("i")
	m, _ := total.Step("m")
	for i, row := range masses.Rows {
		fmt.Println(row.Label.En, m.Values[i].Number, m.Unit, "·", m.Source)
	}

	// A figure that was stated has nothing behind it.
	stated, _ := ghg.YearlyFrom("수성구", gpc.Basic, ghg.AR5, []ghg.OfYear[ghg.Mass]{{Year: 2021, Value: ghg.MustMass("596.4 t")}})
	figure, _ = stated.At(2021)
	_, found = figure.Explain()
	fmt.Println(found)
	// Output:
	// true
	// I.1.1 CH4, line 3 21.3 t · gas.csv; city gas sales 2021
	// false
}

// A figure has its total behind it only as long as it is that total, in a series of its
// place, view and metric.
func TestWhatStandsBehindAFigure(t *testing.T) {
	series, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, fiscal(t, "Daegu", ghg.CalendarYear(2018), 1, "5 t", ghg.Actual))
	require.NoError(t, err)
	f, _ := series.At(2018)
	d, found := f.Explain()
	require.True(t, found)
	for all := range series.All() {
		same, _ := all.Explain()
		assert.Equal(t, d.ID(), same.ID())
	}
	last, _ := series.Last()
	_, found = last.Explain()
	assert.True(t, found)

	changed := f
	changed.CO2e = ghg.MustCO2e("6 tCO2e (AR5)")
	_, found = changed.Explain()
	assert.False(t, found, "another amount")
	changed = f
	changed.Period = ghg.CalendarYear(2019)
	_, found = changed.Explain()
	assert.False(t, found, "another period")

	again, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
	require.NoError(t, err)
	of, _ := again.At(2018)
	_, found = of.Explain()
	assert.True(t, found)
	for _, x := range []struct {
		place ghg.PlaceID
		view  ghg.View
	}{{"Busan", gpc.Basic}, {"Daegu", gpc.BasicPlus}} {
		other, err := ghg.NewYearly(x.place, x.view, ghg.AR5, []ghg.YearFigure{f})
		require.NoError(t, err)
		of, _ := other.At(2018)
		_, found := of.Explain()
		assert.False(t, found, "%s %s", x.place, x.view)
	}

	text, err := json.Marshal(series)
	require.NoError(t, err)
	read, err := ghg.ReadYearlyJSON(bytes.NewReader(text), gpc.Views())
	require.NoError(t, err)
	of, _ = read.At(2018)
	_, found = of.Explain()
	assert.False(t, found, "read from a file")
	written, err := json.Marshal(read)
	require.NoError(t, err)
	assert.JSONEq(t, string(text), string(written))
}
