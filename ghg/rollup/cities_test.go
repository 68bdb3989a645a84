package rollup_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCities consolidates the cities of the dashboard's file by year, where LOCALGHG_DATA
// names the folder that holds real/c40_gpc_inventories.csv: BASIC is refused with its
// reason, and territorial adds up to what the file states.
func TestCities(t *testing.T) {
	folder := os.Getenv("LOCALGHG_DATA")
	if folder == "" {
		t.Skip("LOCALGHG_DATA does not name the folder of the published inventories")
	}
	f, err := os.Open(filepath.Join(folder, "real", "c40_gpc_inventories.csv"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	header := rows[0]
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	cities := place.GazetteerDefinition{Name: "cities", Source: "the file", Begins: ghg.MustDate("2000-01-01")}
	byYear, stated := map[int][]ghg.Inventory{}, map[int]decimal.Decimal{}
	names := map[string]bool{}
	for _, cells := range rows[1:] {
		var records []ghg.Record
		row := map[string]string{}
		for i, name := range header {
			row[name] = cells[i]
		}
		var year int
		_, err := fmt.Sscan(row["year"], &year)
		require.NoError(t, err)
		for n := range gpc.Scheme.Nodes() {
			cell, there := row[n.Code]
			if !n.Reportable || !there || cell == "" {
				continue
			}
			r := ghg.Record{Place: ghg.PlaceID(row["city"]), Period: ghg.CalendarYear(year),
				Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: n.Code}}
			if d, err := exact.Parse(cell); err == nil {
				c, err := ghg.NewCO2e(d, ghg.Tonne, ghg.Unstated)
				require.NoError(t, err)
				r.Value = ghg.Equivalent(c)
			} else {
				k, _, _, err := ghg.ReadKeys(cell)
				require.NoError(t, err)
				r.Value = ghg.KeyedAsFound(k, "")
			}
			records = append(records, r)
		}
		inv, _, err := ghg.NewInventory(ghg.PlaceID(row["city"]), ghg.CalendarYear(year), ghg.FirstVintage, gpc.Scheme, records)
		require.NoError(t, err)
		byYear[year] = append(byYear[year], inv)
		if d, err := exact.Parse(row["pub_TERRITORIAL"]); err == nil {
			stated[year] = stated[year].Add(d)
		}
		if !names[row["city"]] {
			names[row["city"]] = true
			cities.Spans = append(cities.Spans, place.Span{Code: fmt.Sprintf("C%02d", len(names)), Name: row["city"], Level: place.Basic,
				From: cities.Begins})
		}
	}
	g, err := place.NewGazetteer(cities)
	require.NoError(t, err)
	refused := 0
	for year, list := range byYear {
		day := ghg.MustDate(fmt.Sprintf("%d-12-31", year))
		reports, _, err := rollup.FindInventories(g, day, list)
		require.NoError(t, err)
		d := rollup.Definition{Name: "cities", Day: day}
		for _, r := range reports {
			d.Members = append(d.Members, r.Place)
		}
		group, err := rollup.NewGroup(d)
		require.NoError(t, err)
		_, err = group.Inventory(rollup.Question{View: gpc.Basic, Metric: ghg.Unstated}, year, reports)
		var not *rollup.NotAddableError
		if len(reports) > 1 {
			require.True(t, errors.As(err, &not))
			assert.Equal(t, "scope 2 of one place may be scope 1 of another", not.Why)
			assert.Len(t, not.Places, len(reports))
			refused++
		}
		out, err := group.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.Unstated}, year, reports)
		require.NoError(t, err)
		off := out.Total.CO2e.Tonnes().Sub(stated[year]).Abs()
		assert.True(t, off.LessThanOrEqual(decimal.New(1, -2)), "%d: %s, stated %s", year, out.Total.CO2e, stated[year])
		t.Logf("%d: %d cities, %s t, complete: %t, %d findings", year, len(reports), out.Total.CO2e.Tonnes().StringFixed(0),
			out.Sum.IsComplete(), out.Sum.Findings.Len())
	}
	assert.Positive(t, refused)
}
