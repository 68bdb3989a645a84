package gpc_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTableSize(t *testing.T) {
	var sectors, reportable []string
	for n := range gpc.Scheme.Nodes() {
		if n.Parent == "" {
			sectors = append(sectors, n.Code)
		}
		if n.Reportable {
			reportable = append(reportable, n.Code)
			assert.NotEqual(t, ghg.ScopeUnspecified, n.Scope, n.Code)
		}
		assert.NotEmpty(t, n.NameKo, n.Code)
	}
	assert.Equal(t, []string{"I", "II", "III", "IV", "V", "VI"}, sectors)
	assert.Len(t, reportable, 54, "53 references of the GPC, and II.5.3")
	// The counts of GPC 1.1, Tables 4.1 to 4.3; II.5.3 is the 48th of BASIC+.
	for _, x := range []struct {
		view             ghg.View
		select_, require int
	}{{gpc.Basic, 32, 32}, {gpc.BasicPlus, 48, 47}, {gpc.Territorial, 27, 27}, {gpc.BasicPlusS3, 49, 47}} {
		assert.Len(t, x.view.Categories(), x.select_, x.view)
		assert.Len(t, x.view.Required(), x.require, x.view)
		assert.NotEmpty(t, x.view.NameKo())
	}
	assert.Len(t, gpc.Views(), 4)
}

// Scope and level are data: the last digit of a reference tells neither.
func TestScopeIsNotTheLastDigit(t *testing.T) {
	for code, want := range map[string]struct {
		scope              ghg.Scope
		basic, territorial bool
	}{
		"I.1.1":   {ghg.Scope1, true, true},
		"I.1.2":   {ghg.Scope2, true, false},
		"I.4.4":   {ghg.Scope1, false, true},
		"III.1.2": {ghg.Scope3, true, false},
		"III.1.3": {ghg.Scope1, false, true},
		"IV.2":    {ghg.Scope1, false, true},
		"V.3":     {ghg.Scope1, false, true},
		"VI.1":    {ghg.Scope3, false, false},
	} {
		n, ok := gpc.Scheme.Node(code)
		require.True(t, ok, code)
		assert.Equal(t, want.scope, n.Scope, code)
		assert.Equal(t, want.basic, gpc.Basic.Selects(code), code)
		assert.Equal(t, want.territorial, gpc.Territorial.Selects(code), code)
	}
}

func TestTerritorialIsScope1(t *testing.T) {
	for n := range gpc.Scheme.Nodes() {
		if n.Reportable {
			assert.Equal(t, n.Scope == ghg.Scope1, gpc.Territorial.Selects(n.Code), n.Code)
		}
	}
}

func TestNegativesAndKeys(t *testing.T) {
	for n := range gpc.Scheme.Nodes() {
		assert.Equal(t, n.Code == "V.2" || n.Code == "V.3", n.Negative, n.Code)
	}
	for _, k := range []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C} {
		assert.True(t, gpc.Scheme.AllowsKey(k), k)
	}
	for _, k := range []ghg.Key{ghg.NA, ghg.FX, ghg.KeyNone} {
		assert.False(t, gpc.Scheme.AllowsKey(k), k)
	}
}

// No total adds I.4.4 to scope 2, or imported waste to a city-induced figure.
func TestExclusive(t *testing.T) {
	for _, pair := range [][2]string{{"I.4.4", "I.1.2"}, {"I.4.4", "II.1.2"}, {"III.1.3", "III.1.2"}, {"III.4.3", "I.6.2"},
		{"III.2.3", "VI.1"}} {
		_, err := ghg.NewView(ghg.ViewDefinition{Name: "both", Scheme: gpc.Scheme, Categories: pair[:]})
		require.Error(t, err, pair)
		assert.Contains(t, err.Error(), pair[0]+" and "+pair[1]+`": they cannot stand in one total`)
	}
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "scope 1", Scheme: gpc.Scheme, Categories: []string{"I.4.4", "I.1.1", "III.1.3", "IV.1"}})
	assert.NoError(t, err)
}

func TestSpellings(t *testing.T) {
	for _, s := range []string{"I.1.1", "i.1.1", " I.1.1.", "I 1 1", "GPC I.1.1"} {
		c, err := gpc.Scheme.Category(s)
		require.NoError(t, err, s)
		assert.Equal(t, ghg.Category{Scheme: "GPC 1.1", Code: "I.1.1"}, c)
	}
	for _, s := range []string{"", "I.9.1", "1.1.1", "VII.1", "GPC", strings.Repeat("I", 1000)} {
		_, err := gpc.Scheme.Category(s)
		var unknown *ghg.UnknownError
		assert.ErrorAs(t, err, &unknown, s)
	}
	assert.True(t, gpc.Scheme.HasName("gpc"))
	assert.True(t, gpc.Scheme.HasName("GPC 1.1"))
	assert.False(t, gpc.Scheme.HasName("GPC 2"))
}

// Methane of unstated origin follows the category, never the fuel.
func TestMethaneOrigin(t *testing.T) {
	for code, want := range map[string]string{
		"I.1.1": "54", "I.8.1": "59.6", "I.7.1": "59.6", "III.1.1": "54", "V.1": "54", "II.1.1": "54",
	} {
		total := totalOf(t, gpc.Territorial, ghg.AR6, record(code, ghg.CH4, ghg.Emitted(ghg.MustMass("2 t"))))
		assert.Equal(t, want, total.CO2e.Tonnes().String(), code)
	}
	inv := inventory(t, record("IV.1", ghg.CH4, ghg.Emitted(ghg.MustMass("2 t"))))
	_, err := inv.Total(gpc.BasicPlus, ghg.AR6)
	var missing *ghg.NoFactorError
	require.ErrorAs(t, err, &missing, "industry may emit either")
	assert.Contains(t, err.Error(), "state CH4-fossil or CH4-nonfossil")
	total, err := inv.Total(gpc.BasicPlus, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "56", total.CO2e.Tonnes().String())
}

func TestCompleteness(t *testing.T) {
	var records []ghg.Record
	for _, code := range gpc.Basic.Required() {
		v := ghg.KeyedAsFound(ghg.NO, "none in the city")
		switch code {
		case "I.1.1":
			v = ghg.Emitted(ghg.MustMass("7 kt"))
		case "I.1.2":
			v = ghg.KeyedAsFound(ghg.NE, "no meter data")
		case "II.4.1":
			v = ghg.KeyedAsFound(ghg.C, "one operator")
		case "II.1.2":
			in, err := gpc.Scheme.Category("I.1.2")
			require.NoError(t, err)
			v, err = ghg.IncludedIn(in, "chargers are not metered apart")
			require.NoError(t, err)
		case "III.4.1":
			continue // the gap
		}
		records = append(records, record(code, ghg.CO2, v))
	}
	total := totalOf(t, gpc.Basic, ghg.AR5, records...)
	c := total.Coverage
	assert.Equal(t, "32 required: 1 reported, 27 NO, 1 IE, 1 NE, 1 C, 1 gaps", c.String())
	assert.False(t, c.Complete(), "a level cannot be claimed with a gap")
	require.Len(t, c.Gaps, 1)
	assert.Equal(t, "III.4.1", c.Gaps[0].Code)

	records = append(records, record("III.4.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "next year")))
	assert.True(t, totalOf(t, gpc.Basic, ghg.AR5, records...).Coverage.Complete(), "NE is a disclosed exclusion")
}

func TestSpareReferenceIsAddedAndNeverRequired(t *testing.T) {
	total := totalOf(t, gpc.BasicPlus, ghg.AR5, record("II.5.3", ghg.CO2, ghg.Emitted(ghg.MustMass("11 t"))))
	assert.Equal(t, "11", total.CO2e.Tonnes().String())
	assert.Equal(t, 0, total.Coverage.Reported)
	assert.NotContains(t, total.Coverage.Gaps, ghg.Category{Scheme: "GPC 1.1", Code: "II.5.3"})
}

func TestAddable(t *testing.T) {
	for _, v := range gpc.Views() {
		can, why := v.Addable()
		assert.Equal(t, v.ID() == gpc.Territorial.ID(), can)
		assert.NotEmpty(t, why)
		assert.Equal(t, can, v.Waste() == ghg.WasteByTreatment)
		assert.Equal(t, !can, v.Waste() == ghg.WasteByGenerator)
	}
}

func record(code string, g ghg.Gas, v ghg.Value) ghg.Record {
	return ghg.Record{Place: "Suseong", Period: ghg.CalendarYear(2022),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Gas: g, Value: v}
}

func inventory(t *testing.T, records ...ghg.Record) ghg.Inventory {
	t.Helper()
	inv, _, err := ghg.NewInventory("Suseong", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	return inv
}

func totalOf(t *testing.T, v ghg.View, m ghg.Metric, records ...ghg.Record) ghg.Total {
	t.Helper()
	total, err := inventory(t, records...).Total(v, m)
	require.NoError(t, err)
	return total
}

// Its IDs are fixed text, which no other scheme or view gets.
func TestPublishedIDs(t *testing.T) {
	assert.Equal(t, ghg.SchemeID("GPC 1.1"), gpc.Scheme.ID())
	var nodes []ghg.Node
	for n := range gpc.Scheme.Nodes() {
		nodes = append(nodes, n)
	}
	again, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "GPC 1.1", Source: "typed anew", Nodes: nodes})
	require.NoError(t, err)
	assert.NotEqual(t, gpc.Scheme.ID(), again.ID())
	basic := ghg.ViewDefinition{Name: "BASIC", Scheme: gpc.Scheme, Categories: gpc.Basic.Categories(), Required: gpc.Basic.Required(),
		Variants: []ghg.Variant{ghg.LocationBased}}
	assert.NotEqual(t, gpc.Basic.ID(), ghg.MustView(basic).ID())
	for name, d := range map[string]ghg.ViewDefinition{
		"another name":   {Name: "basic", Scheme: gpc.Scheme, Categories: basic.Categories},
		"another scheme": {Name: "BASIC", Scheme: again, Categories: basic.Categories},
		"no scheme":      {Name: "BASIC", Categories: basic.Categories},
	} {
		func() {
			defer func() { assert.ErrorContains(t, recover().(error), "it is no published view of GPC 1.1", name) }()
			ghg.MustPublishedView(standard.GPC11, d)
		}()
	}
}
