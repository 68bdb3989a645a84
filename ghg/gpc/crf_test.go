package gpc_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The rows of the form: 98 nodes, of which 70 hold records and 59 are in the total.
func TestCRFSizes(t *testing.T) {
	nodes, rows, sectors, own := 0, 0, 0, 0
	for n := range gpc.CRFScheme.Nodes() {
		nodes++
		if n.Reportable {
			rows++
			assert.NotEqual(t, ghg.ScopeUnspecified, n.Scope, n.Code)
		}
		if n.Parent == "" {
			sectors++
		}
		if strings.Contains(n.Note, "without a GPC reference") {
			own++
		}
		assert.NotEmpty(t, n.NameKo, n.Code)
	}
	assert.Equal(t, [4]int{98, 70, 7, 12}, [4]int{nodes, rows, sectors, own})
	assert.Len(t, gpc.CRFTotal.Categories(), 59)
	assert.Len(t, gpc.CRFGeneration.Categories(), 10)
	for _, v := range []ghg.View{gpc.CRFTotal, gpc.CRFGeneration} {
		can, why := v.Addable()
		assert.False(t, can)
		assert.NotEmpty(t, why)
		assert.NotEmpty(t, v.NameKo())
	}
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "both", Scheme: gpc.CRFScheme,
		Categories: []string{"GE.direct", "SE.residential.indirect"}})
	assert.ErrorContains(t, err, "cannot stand in one total")
}

// Sectors of the form add up to its total, and the generation block is apart: Rio de Janeiro
// 2023, eCRF_2 as exported by the GCoM Data Portal for Cities (five sectors and the total
// printed; the generation is assumed).
func TestCRFTotalOfAForm(t *testing.T) {
	var records []ghg.Record
	for code, tonnes := range map[string]string{"SE.residential.direct": "625796.50804561", "TR.road.direct": "3952804.7355246",
		"WA.disposal.direct": "5630905.9871959", "IP.process.direct": "2808619.1883582", "AF.land.direct": "27477.427951857",
		"GE.electricity.direct": "1000000", "OS.outside": "5"} {
		records = append(records, ghg.Record{Place: "Rio de Janeiro", Period: ghg.CalendarYear(2023),
			Category: ghg.Category{Scheme: gpc.CRFScheme.ID(), Code: code}, Value: ghg.Equivalent(ghg.MustCO2e(tonnes + " tCO2e (AR5)"))})
	}
	inv, _, err := ghg.NewInventory("Rio de Janeiro", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.CRFScheme, records)
	require.NoError(t, err)
	total, err := inv.Total(gpc.CRFTotal, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "13045603.847076", total.CO2e.Tonnes().Round(6).String())
	apart, err := inv.Total(gpc.CRFGeneration, ghg.AR5)
	require.NoError(t, err)
	assert.True(t, decimal.NewFromInt(1_000_000).Equal(apart.CO2e.Tonnes()))
}
