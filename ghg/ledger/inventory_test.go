package ledger_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The records of the sums say in every view and metric what those of the rows say.
func TestInventoryOfSums(t *testing.T) {
	metrics := []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR5Split, ghg.AR6, ghg.AR6.BasketOnly(), ghg.CO2Only}
	compared := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		b := builder(t)
		var records []ghg.Record
		for range 60 {
			x := row{key: someKey(r), product: true, activity: decimal.New(r.Int64N(2_000_000)-100_000, -3),
				factor: decimal.New(r.Int64N(10_000), -4)}
			require.NoError(t, x.addTo(b))
			m, err := ghg.NewMass(x.tonnes(), ghg.Tonne)
			require.NoError(t, err)
			k := x.key
			records = append(records, ghg.Record{Place: k.Place, Period: k.Period, Gas: k.Gas, Scope: k.Scope, Variant: k.Variant,
				Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: k.Category}, Status: k.Status, Tags: k.Tags, Fuel: k.Fuel,
				Activity: k.Activity, Facility: k.Facility, Value: ghg.Emitted(m)})
		}
		of := map[ghg.InventoryID]ghg.Inventory{}
		for id, group := range ghg.GroupRecords(records) {
			inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
			require.NoError(t, err)
			of[id] = inv
		}
		sums, err := b.Ledger().Partial().Records(ledger.ByAll)
		require.NoError(t, err)
		n := 0
		for id, group := range ghg.GroupRecords(slices.Collect(sums)) {
			inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
			require.NoError(t, err)
			n++
			for _, view := range gpc.Views() {
				for _, m := range metrics {
					want, errWant := of[id].Total(view, m)
					got, errGot := inv.Total(view, m)
					require.Equal(t, errWant == nil, errGot == nil, "%v %v", errWant, errGot)
					require.True(t, want.CO2e.Equal(got.CO2e), "%s %s: %s and %s", view.ID(), m, want.CO2e, got.CO2e)
					require.True(t, want.Memo.Equal(got.Memo))
					if errWant == nil && !want.CO2e.IsZero() {
						compared++
					}
				}
			}
		}
		require.Len(t, of, n)
	}
	assert.Greater(t, compared, 1000)
}

func TestCO2eOfGroups(t *testing.T) {
	b := builder(t)
	year := ghg.CalendarYear(2018)
	for _, x := range []struct {
		category string
		gas      ghg.Gas
		mass     string
	}{{"I.8.1", ghg.CH4, "1.5 t"}, {"III.1.1", ghg.CH4, "2.25 t"}, {"III.1.1", ghg.CO2Biogenic, "900 t"}, {"I.1.1", ghg.N2O, "10 kg"},
		{"I.1.1", ghg.CH4Fossil, "0.5 t"}} {
		require.NoError(t, b.Add(ledger.Key{Place: "Ghent", Period: year, Category: x.category, Gas: x.gas}, ghg.MustMass(x.mass)))
	}
	totals, err := b.Ledger().Totals(ledger.ByYear)
	require.NoError(t, err)
	groups := slices.Collect(totals)
	require.Len(t, groups, 1)
	var masses []string
	for _, m := range groups[0].Masses() {
		masses = append(masses, m.String())
	}
	assert.Equal(t, "3.75 t CH4, 0.5 t CH4-fossil, 900 t CO2(b), 0.01 t N2O", strings.Join(masses, ", "))
	for _, c := range []struct {
		metric ghg.Metric
		want   string
	}{
		{ghg.AR5, "121.65 tCO2e (AR5)"}, // (1.5 + 2.25 + 0.5) × 28 + 0.01 × 265
		{ghg.AR6, "123.08 tCO2e (AR6)"}, // (1.5 + 0.5) × 29.8 + 2.25 × 27.0 + 0.01 × 273 = 59.6 + 60.75 + 2.73
	} {
		got, err := groups[0].CO2e(c.metric)
		require.NoError(t, err)
		assert.True(t, got.Equal(ghg.MustCO2e(c.want)), "%s", got)
	}
	_, err = groups[0].CO2e(ghg.Metric{})
	require.ErrorIs(t, err, ghg.ErrNoMetric)
	require.NoError(t, b.Add(ledger.Key{Place: "Ghent", Period: year, Category: "I.1.1", Gas: ghg.MustGas("R-290")}, ghg.MustMass("1 kg")))
	totals, err = b.Ledger().Totals(ledger.ByYear)
	require.NoError(t, err)
	for g := range totals {
		var none *ghg.NoFactorError
		_, err = g.CO2e(ghg.AR5)
		require.ErrorAs(t, err, &none)
	}
}
