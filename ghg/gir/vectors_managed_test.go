package gir_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// managedLines are a line of each sector of the managed authority, by the names of
// the cities' pages.
var managedLines = map[string]string{
	"buildings 도시건물": "1.A.4.a", "transport 수송/교통": "1.A.3.b", "agri-livestock-fish 농축수산": "4.B", "waste 순환경제": "WA",
	"buildings 건물": "EL.1.A.4.a", "transport 수송": "1.A.3.b", "industry 산업": "1.A.2", "waste 폐기물": "WA",
	"agri-livestock 농축산": "4.A", "other 기타": "1.A.5",
}

func testManagedVector(t *testing.T, v vector) {
	in := read[struct {
		KT       amounts
		Sinks_kt string
	}](t, v.Inputs)
	want := read[struct{ Gross_kt, Net_kt string }](t, v.Expected)
	records := []ghg.Record{line(t, "5", in.Sinks_kt, ghg.Unstated)}
	for name, kt := range in.KT {
		require.Contains(t, managedLines, name)
		records = append(records, line(t, managedLines[name], kt, ghg.Unstated))
	}
	inv := inventory(t, records...)
	equal(t, want.Gross_kt, sum(t, inv, gir.ManagedWithoutSinks, ghg.Unstated))
	equal(t, want.Net_kt, sum(t, inv, gir.ManagedWithSinks, ghg.Unstated))
	equal(t, in.KT["buildings 도시건물"], sum(t, inv, gir.Buildings, ghg.Unstated))
	equal(t, in.KT["waste 순환경제"], sum(t, inv, gir.Waste, ghg.Unstated))
}

// The direct row of buildings is above its parts; heat is blank, which is not 0.
func testJinjuVector(t *testing.T, v vector) {
	in := read[struct{ KT amounts }](t, v.Inputs)
	want := read[amounts](t, dropped(t, v.Expected, "findings"))
	codes := map[string]string{"direct commercial/public": "1.A.4.a", "direct residential": "1.A.4.b",
		"electricity commercial/public": "EL.1.A.4.a", "electricity residential": "EL.1.A.4.b",
		"heat commercial/public": "HT.1.A.4.a", "heat residential": "HT.1.A.4.b"}
	var records []ghg.Record
	for name, kt := range in.KT {
		require.Contains(t, codes, name)
		if kt == "" {
			r := record(codes[name], "0")
			r.Value = ghg.Value{}
			records = append(records, r)
			continue
		}
		records = append(records, line(t, codes[name], kt, ghg.Unstated))
	}
	inv := inventory(t, records...)
	total, err := inv.Total(gir.Buildings, ghg.Unstated)
	require.NoError(t, err)
	equal(t, want["managed_buildings_kt"], total.CO2e.Tonnes().Shift(-3))
	for code, field := range map[string]string{"1.A.4": "direct_kt", "EL": "electricity_kt"} {
		part, err := total.At(code)
		require.NoError(t, err)
		equal(t, want[field], part.CO2e.Tonnes().Shift(-3))
	}
	heat, err := total.At("HT")
	require.NoError(t, err)
	assert.False(t, heat.IsReported(), "blank at source: not 0")
	assert.Len(t, total.Coverage.Gaps, 2)
	declared := func(node, field string) ghg.Declared {
		f, err := ghg.ParseFigure(want[field], ghg.Kilotonne)
		require.NoError(t, err)
		return ghg.Declared{View: gir.Buildings, Node: node, Figure: f}
	}
	findings := inv.Reconcile(ghg.Unstated, declared("1.A.4", "printed_direct_buildings_kt"), declared("EL", "printed_indirect_buildings_kt"))
	require.Equal(t, 1, findings.Len(), findings)
	assert.Equal(t, ghg.FindingTotalMismatch, findings.All[0].Code)
	assert.Equal(t, "1.A.4", findings.All[0].Category.Code)
}
