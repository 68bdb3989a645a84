package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// land is a scheme in which records sit on any level.
func land(t *testing.T, anyLevel bool) (ghg.Scheme, error) {
	t.Helper()
	return ghg.NewScheme(ghg.SchemeDefinition{ID: "land", Source: "this test", AnyLevel: anyLevel, Nodes: []ghg.Node{
		{Code: "1", Reportable: true}, {Code: "1.A", Parent: "1"}, {Code: "1.A.1", Parent: "1.A", Reportable: true},
		{Code: "1.A.2", Parent: "1.A", Reportable: true}, {Code: "2", Reportable: true}}})
}

// A figure above its parts adds up with them, and is remarked on; the sum of all of its
// parts is serious.
func TestFigureAboveItsParts(t *testing.T) {
	_, err := land(t, false)
	require.ErrorContains(t, err, "cannot both hold records")
	scheme, err := land(t, true)
	require.NoError(t, err)
	view := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: scheme, Categories: []string{"1", "1.A.1", "1.A.2", "2"}})
	line := func(code, tonnes string) ghg.Record {
		return ghg.Record{Place: "Busan", Period: ghg.CalendarYear(2020), Gas: ghg.CO2,
			Category: ghg.Category{Scheme: scheme.ID(), Code: code}, Value: ghg.Emitted(ghg.MustMass(tonnes + " t"))}
	}
	confirmed := line("1", "10")
	confirmed.Value, err = confirmed.Value.EnteredAs(ghg.Confirmed)
	require.NoError(t, err)
	for name, c := range map[string]struct {
		records  []ghg.Record
		total    string
		severity ghg.Severity
		detail   string // "" where nothing is remarked
	}{
		"part of it": {[]ghg.Record{line("1", "10"), line("1.A.1", "3"), line("2", "1")}, "14", ghg.Warning,
			"record 0: 10 t CO2, beside 3 t CO2"},
		"the sum": {[]ghg.Record{line("1.A.1", "3"), line("1", "10"), line("1.A.2", "7")}, "20", ghg.Serious,
			"record 1: 10 t CO2, beside 10 t CO2"},
		"confirmed":    {[]ghg.Record{confirmed, line("1.A.1", "10")}, "20", 0, ""},
		"0 of a part":  {[]ghg.Record{line("1", "10"), line("1.A.1", "0")}, "10", 0, ""},
		"0 of it":      {[]ghg.Record{line("1", "0"), line("1.A.1", "4")}, "4", 0, ""},
		"side by side": {[]ghg.Record{line("1.A.1", "5"), line("1.A.2", "5")}, "10", 0, ""},
	} {
		inv, findings, err := ghg.NewInventory("Busan", ghg.CalendarYear(2020), ghg.FirstVintage, scheme, c.records)
		require.NoError(t, err, name)
		total, err := inv.Total(view, ghg.AR5)
		require.NoError(t, err, name)
		assert.Equal(t, c.total, total.CO2e.Tonnes().String(), name)
		if c.detail == "" {
			assert.Zero(t, findings.Len(), "%s: %s", name, findings)
			continue
		}
		require.Len(t, findings.All, 1, name)
		f := findings.All[0]
		assert.Equal(t, [2]any{ghg.FindingAboveParts, c.severity}, [2]any{f.Code, f.Severity}, name)
		assert.Contains(t, f.Detail, c.detail, name)
		assert.Equal(t, "1", f.Category.Code, name)
	}
}

// Whether records sit on any level is content of a scheme.
func TestAnyLevelIsContent(t *testing.T) {
	nodes := []ghg.Node{{Code: "1", Reportable: true}}
	a, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "s", Source: "x", Nodes: nodes})
	require.NoError(t, err)
	b, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "s", Source: "x", Nodes: nodes, AnyLevel: true})
	require.NoError(t, err)
	assert.NotEqual(t, a.ID(), b.ID())
}
