package rollup_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/require"
)

// A consolidated inventory is written and read as any other; read again, each place of it
// has its part, and the parts add up.
func TestConsolidatedRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR6}
	towns := slices.Collect(at("48").Members(endOf2018))
	var reports []rollup.InventoryOf
	own := map[place.Place]string{}
	for _, p := range towns {
		code := codes([]place.Place{p})[0]
		var records []ghg.Record
		for i, category := range gpc.Territorial.Required() {
			x := line(code, gpc.Scheme, category, fmt.Sprintf("%d.%0*d", r.IntN(5000), 1+r.IntN(6), r.IntN(10)))
			switch r.IntN(6) {
			case 0:
				x = line(code, gpc.Scheme, category, []string{"NE", "NO", "C"}[i%3])
			case 1:
				x.Gas = ghg.CH4Fossil
			case 2:
				x.Tags, x.Fuel = ghg.MakeTags("ets"), "coal"
			}
			records = append(records, x)
		}
		inv := inventoryOf(t, p, gpc.Scheme, records...)
		total, err := inv.Inventory.Total(q.View, q.Metric)
		require.NoError(t, err)
		own[p] = total.CO2e.Tonnes().String()
		reports = append(reports, inv)
	}
	out, err := groupOf(t, "2018-12-31", "48").Inventory(q, 2018, reports)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, ghg.WriteCSV(&file, slices.Collect(out.Inventory.Records())))
	records, report, err := ghg.ReadCSV(&file, ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	again, _, err := ghg.NewInventory(out.Inventory.Place(), out.Inventory.Period(), out.Inventory.Vintage(), gpc.Scheme, records)
	require.NoError(t, err)
	total, err := again.Total(q.View, q.Metric)
	require.NoError(t, err)
	require.True(t, total.CO2e.Tonnes().Equal(out.Sum.CO2e.Tonnes()))
	for _, p := range towns {
		part, err := q.View.WithTags("one", []string{rollup.MemberTag(p, endOf2018)}, nil, "in one place")
		require.NoError(t, err)
		total, err := again.Total(part, q.Metric)
		require.NoError(t, err)
		equal(t, own[p], total.CO2e.Tonnes())
	}
}
