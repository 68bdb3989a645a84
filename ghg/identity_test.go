package ghg_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownBasic is a view of one's own that is called as the published one and selects
// one category.
func ownBasic(t *testing.T) ghg.View {
	t.Helper()
	v, err := ghg.NewView(ghg.ViewDefinition{Name: "BASIC", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
	require.NoError(t, err)
	return v
}

// fourNodes is a scheme of one's own that is called as the published one.
func fourNodes(t *testing.T) ghg.Scheme {
	t.Helper()
	s, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "GPC 1.1", Names: []string{"GPC"}, Source: "mine", Nodes: []ghg.Node{
		{Code: "I"}, {Code: "I.1", Parent: "I"}, {Code: "I.1.1", Parent: "I.1", Reportable: true}, {Code: "W", Reportable: true}}})
	require.NoError(t, err)
	return s
}

// An ID of one's own ends with 128 bits of a SHA-256; a published one is fixed text.
func TestIDsOfOnesOwnCarryAChecksum(t *testing.T) {
	sum := regexp.MustCompile(`@[0-9a-f]{32}$`)
	own, err := ghg.NewMetric("AR5", "mine", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")})
	require.NoError(t, err)
	fuel, err := gpc.Basic.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	for _, id := range []string{string(own.ID()), string(fourNodes(t).ID()), ownBasic(t).ID().String(), fuel.ID().String(), grid().ID()} {
		assert.Regexp(t, sum, id)
	}
	assert.Equal(t, ghg.SchemeID("GPC 1.1"), gpc.Scheme.ID())
	for i, id := range []string{"GPC 1.1 BASIC", "GPC 1.1 BASIC+", "GPC 1.1 territorial", "GPC 1.1 BASIC+S3"} {
		assert.Equal(t, id, gpc.Views()[i].ID().String())
	}
	for m := range ghg.AllMetrics() {
		assert.NotContains(t, string(m.ID()), "@")
	}
	text, err := ownBasic(t).MarshalText()
	require.NoError(t, err)
	assert.Equal(t, ownBasic(t).ID().String(), string(text))
	assert.Equal(t, "GPC 1.1 BASIC", ownBasic(t).String(), "for people")
	text, err = fourNodes(t).MarshalText()
	require.NoError(t, err)
	assert.Equal(t, string(fourNodes(t).ID()), string(text))
}

// What a scheme says is in its ID; where it is from, and what it is called besides,
// is not.
func TestSchemeIDIsItsContent(t *testing.T) {
	id := func(change func(*ghg.SchemeDefinition)) ghg.SchemeID {
		d := town()
		change(&d)
		s, err := ghg.NewScheme(d)
		require.NoError(t, err)
		return s.ID()
	}
	same := id(func(*ghg.SchemeDefinition) {})
	for name, change := range map[string]func(*ghg.SchemeDefinition){
		"title":  func(d *ghg.SchemeDefinition) { d.Title, d.Source, d.Names = "x", "y", nil },
		"note":   func(d *ghg.SchemeDefinition) { d.Nodes[0].Note = "x" },
		"keys":   func(d *ghg.SchemeDefinition) { d.Keys = append(d.Keys, d.Keys...) },
		"reason": func(d *ghg.SchemeDefinition) { d.Exclusive[0].Why = "x" },
	} {
		assert.Equal(t, same, id(change), name)
	}
	seen := map[ghg.SchemeID]string{same: "as it was"}
	last := func(d *ghg.SchemeDefinition) *ghg.Node { return &d.Nodes[len(d.Nodes)-1] }
	for name, change := range map[string]func(*ghg.SchemeDefinition){
		"id":         func(d *ghg.SchemeDefinition) { d.ID = "Town 2.1" },
		"keys":       func(d *ghg.SchemeDefinition) { d.Keys = []ghg.Key{ghg.FX} },
		"prefix":     func(d *ghg.SchemeDefinition) { d.Prefixes = []string{"ZZ"} },
		"name":       func(d *ghg.SchemeDefinition) { last(d).Name += "!" },
		"name in Ko": func(d *ghg.SchemeDefinition) { last(d).NameKo += "!" },
		"scope":      func(d *ghg.SchemeDefinition) { last(d).Scope = ghg.Scope3 },
		"negative":   func(d *ghg.SchemeDefinition) { last(d).Negative = !last(d).Negative },
		"memo":       func(d *ghg.SchemeDefinition) { last(d).Memo = !last(d).Memo },
		"CH4":        func(d *ghg.SchemeDefinition) { last(d).CH4 = ghg.CH4Fossil },
		"node":       func(d *ghg.SchemeDefinition) { d.Nodes = append(d.Nodes, ghg.Node{Code: "Z"}) },
		"alias":      func(d *ghg.SchemeDefinition) { d.Aliases = map[string]string{"Zz": "W.1"} },
		"exclusive":  func(d *ghg.SchemeDefinition) { d.Exclusive = nil },
	} {
		other := id(change)
		assert.Empty(t, seen[other], name)
		seen[other] = name
	}
	// Lists do not run into each other.
	a := id(func(d *ghg.SchemeDefinition) { d.Prefixes = []string{"A", "B"} })
	b := id(func(d *ghg.SchemeDefinition) { d.Prefixes = []string{`A" "B`} })
	assert.NotEqual(t, a, b)
	// The caller's definition does not reach into the scheme.
	d := town()
	s, err := ghg.NewScheme(d)
	require.NoError(t, err)
	d.Aliases["dump"] = "E.1.a"
	c, err := s.Category("dump")
	require.NoError(t, err)
	assert.Equal(t, "W.1", c.Code)
}

// A view of one's own that is called BASIC does not become the BASIC of the GPC on
// the way through a file, nor the other way about.
func TestAViewKeepsItsIdentityThroughJSON(t *testing.T) {
	own := ownBasic(t)
	series := func(v ghg.View) string {
		y, err := ghg.NewYearly("대구", v, ghg.AR5, []ghg.YearFigure{
			{Year: 2022, CO2e: ghg.MustCO2e("1 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		text, err := json.Marshal(y)
		require.NoError(t, err)
		return string(text)
	}
	read := func(text string, views ...ghg.View) (ghg.ViewID, error) {
		y, err := ghg.ReadYearlyJSON(strings.NewReader(text), views)
		return y.View().ID(), err
	}
	_, err := read(series(own), gpc.Views()...)
	assert.ErrorContains(t, err, "has another content")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "view", unknown.What)
	_, err = read(series(gpc.Basic), own)
	assert.ErrorContains(t, err, "this is the published one")
	for _, views := range [][]ghg.View{{own, gpc.Basic}, {gpc.Basic, own}} {
		for _, v := range views {
			id, err := read(series(v), views...)
			require.NoError(t, err)
			assert.Equal(t, v.ID(), id)
		}
	}
	// A document older than checksums names a view; the last of two is not taken.
	name := func(v ghg.View) string {
		return strings.Replace(series(v), v.ID().String()[len("GPC 1.1 "):], v.Name(), 1)
	}
	part := func(codes ...string) ghg.View {
		return ghg.MustView(ghg.ViewDefinition{Name: "part", Scheme: gpc.Scheme, Categories: codes})
	}
	id, err := read(name(part("I.1.1")), gpc.Basic, part("I.1.1"))
	require.NoError(t, err)
	assert.Equal(t, part("I.1.1").ID(), id)
	_, err = read(name(part("I.1.1")), part("I.1.1"), part("I.2.1"))
	assert.ErrorContains(t, err, "2 of the views handed to the reader are called so")
	_, err = read(name(own), own)
	assert.ErrorContains(t, err, "this is the published one")
	// The edition may be called by its name, and none other may.
	scheme, _ := flat(t, "W")
	mine := ghg.MustView(ghg.ViewDefinition{Name: "mine", Scheme: scheme, Categories: []string{"W"}})
	edition := string(mine.ID().Scheme)
	bare, sum, _ := strings.Cut(edition, "@")
	require.NotEmpty(t, sum)
	old := strings.Replace(series(mine), mine.ID().String()[len(edition)+1:], mine.Name(), 1)
	id, err = read(strings.Replace(old, edition, bare, 1), mine)
	require.NoError(t, err)
	assert.Equal(t, mine.ID(), id)
	_, err = read(strings.Replace(old, edition, "elsewhere", 1), mine)
	assert.Error(t, err)
	// One on a scheme that is called as the published one.
	other := ghg.MustView(ghg.ViewDefinition{Name: "part", Scheme: fourNodes(t), Categories: []string{"W"}})
	_, err = read(name(part("I.1.1")), other)
	assert.Error(t, err)
	id, err = read(series(other), part("I.1.1"), other)
	require.NoError(t, err)
	assert.Equal(t, other.ID(), id)
}

// Two schemes of one name never meet.
func TestTwoSchemesOfOneNameDoNotMeet(t *testing.T) {
	mine := fourNodes(t)
	year := ghg.CalendarYear(2022)
	records := func(s ghg.Scheme) []ghg.Record {
		var out []ghg.Record
		for code, mass := range map[string]string{"I.1.1": "5 t CO2", "W": "7 t CO2"} {
			c, err := s.Category(code)
			require.NoError(t, err)
			out = append(out, ghg.Record{Place: "D", Period: year, Category: c, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass(mass))})
		}
		return out
	}
	i, _, err := ghg.NewInventory("D", year, ghg.FirstVintage, mine, records(mine))
	require.NoError(t, err)
	for _, v := range gpc.Views() {
		_, err = i.Total(v, ghg.AR5)
		assert.EqualError(t, err, "view "+v.ID().String()+" is not one of the inventory's scheme "+string(mine.ID()))
	}
	all := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: mine, Categories: []string{"I.1.1", "W"}})
	total, err := i.Total(all, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "12", total.CO2e.Tonnes().String())
	_, err = inv(t).Total(all, ghg.AR5)
	assert.ErrorContains(t, err, "is not one of the inventory's scheme GPC 1.1")

	_, _, err = ghg.NewInventory("D", year, ghg.FirstVintage, gpc.Scheme, records(mine))
	assert.ErrorContains(t, err, "the inventory is of GPC 1.1")
	literal := records(mine)[:1]
	literal[0].Category.Scheme = "GPC 1.1"
	_, _, err = ghg.NewInventory("D", year, ghg.FirstVintage, mine, literal)
	assert.ErrorContains(t, err, "the inventory is of GPC 1.1@", "the fixed ID means the published scheme")

	// Nor on the way through a file.
	text, err := json.Marshal(i)
	require.NoError(t, err)
	_, _, err = ghg.ReadJSON(bytes.NewReader(text), gpcJSON)
	assert.ErrorContains(t, err, "has another content")
	both := ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme, mine}}
	back, _, err := ghg.ReadJSON(bytes.NewReader(text), both)
	require.NoError(t, err)
	assert.Equal(t, mine.ID(), back.Scheme().ID())
	text, err = json.Marshal(inv(t))
	require.NoError(t, err)
	back, _, err = ghg.ReadJSON(bytes.NewReader(text), both)
	require.NoError(t, err)
	assert.Equal(t, gpc.Scheme.ID(), back.Scheme().ID())
	_, _, err = ghg.ReadJSON(bytes.NewReader(text), ghg.JSONFormat{Schemes: []ghg.Scheme{mine}})
	assert.ErrorContains(t, err, "this is the published one")

	var file strings.Builder
	require.NoError(t, ghg.WriteCSV(&file, records(mine)))
	got, report, err := ghg.ReadCSV(strings.NewReader(file.String()), ghg.CSVFormat{Scheme: gpc.Scheme, Schemes: []ghg.Scheme{mine}})
	require.NoError(t, errors.Join(err, report.Err()))
	assert.Equal(t, mine.ID(), got[0].Category.Scheme)
	_, report, err = ghg.ReadCSV(strings.NewReader(file.String()), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	assert.Equal(t, "unknown-scheme unknown-scheme", faultsOf(report.Faults))
	for scheme, want := range map[string]ghg.SchemeID{"": gpc.Scheme.ID(), "GPC 1.1": gpc.Scheme.ID(), "gpc-1.1": gpc.Scheme.ID(), "GPC": ""} {
		text := "place,year,category,mass,unit,scheme\nD,2022,I.1.1,5,t," + scheme + "\n"
		got, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme, Schemes: []ghg.Scheme{mine}})
		require.NoError(t, err)
		if want == "" {
			assert.Contains(t, report.Faults.Error(), "2 of the schemes handed to the reader are called so", scheme)
			continue
		}
		require.NoError(t, report.Err())
		assert.Equal(t, want, got[0].Category.Scheme, scheme)
	}
	text = []byte("place,year,category,mass,unit,scheme\nD,2022,I.1.1,5,t,GPC 1.1\n")
	_, report, err = ghg.ReadCSV(bytes.NewReader(text), ghg.CSVFormat{Scheme: mine})
	require.NoError(t, err)
	assert.Contains(t, report.Faults.Error(), "this is the published one")
}

// A table of declared totals names views; the last of two is not taken.
func TestDeclaredTotalsNameOneView(t *testing.T) {
	own := ownBasic(t)
	read := func(view string, views ...ghg.View) string {
		text := "place,year,view,mass,unit\nD,2022," + view + ",5,t\n"
		totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(text), ghg.CSVFormat{}, views...)
		require.NoError(t, err)
		if err := report.Err(); err != nil {
			return err.Error()
		}
		return totals[0].View.ID().String()
	}
	assert.Equal(t, "GPC 1.1 BASIC", read("basic", gpc.Views()...))
	assert.Contains(t, read("BASIC", gpc.Basic, own), "2 of those given are called so: state the ID, GPC 1.1 BASIC or GPC 1.1 BASIC@")
	for _, v := range []ghg.View{gpc.Basic, own} {
		assert.Equal(t, v.ID().String(), read(v.ID().String(), gpc.Basic, own))
	}
	assert.Equal(t, own.ID().String(), read("BASIC@"+own.ID().String()[len("GPC 1.1 BASIC@"):], gpc.Basic, own))
	assert.Equal(t, "GPC 1.1 BASIC", read("BASIC", gpc.Basic, gpc.Basic, ghg.View{}), "one view, given twice")
	assert.Contains(t, read("total", gpc.Basic), "not one of the views BASIC")
}

// A name that a file would not give back is none.
func TestNamesAreKept(t *testing.T) {
	for _, name := range []string{" x", "x\u00a0", "x\x00", "\xbc\xad\xbf\xef", "\uFFFD", "a\rb", "\u1103\u1162"} {
		_, err := ghg.NewScheme(ghg.SchemeDefinition{ID: ghg.SchemeID(name), Source: "s", Nodes: []ghg.Node{{Code: "A"}}})
		assert.ErrorContains(t, err, "scheme, ID", "%q", name)
		_, err = ghg.NewScheme(ghg.SchemeDefinition{ID: "s", Source: "s", Nodes: []ghg.Node{{Code: name}}})
		assert.ErrorContains(t, err, "scheme s, code", "%q", name)
		_, err = ghg.NewView(ghg.ViewDefinition{Name: name, Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
		assert.ErrorContains(t, err, "view, name", "%q", name)
		_, err = ghg.DeclaredView(name, "s")
		assert.ErrorContains(t, err, "declared view, name", "%q", name)
		_, err = ghg.MustDeclaredView("n", "s").WithEdition(ghg.SchemeID(name))
		assert.ErrorContains(t, err, "edition", "%q", name)
		_, err = ghg.NewMetric(name, "s", nil)
		assert.ErrorContains(t, err, "metric, name", "%q", name)
	}
}

// No 32-bit sum is left in the tree.
func TestNoShortChecksums(t *testing.T) {
	for _, file := range []string{"view.go", "metric.go", "scheme.go", "factors.go", "identity.go"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "fnv", file)
	}
}

func ExampleFindView() {
	buildings := ghg.MustView(ghg.ViewDefinition{Name: "BASIC", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.2.1"}})
	v, err := ghg.FindView(buildings.ID().String(), []ghg.View{gpc.Basic, buildings})
	fmt.Println(v.Categories(), err)
	_, err = ghg.FindView(buildings.ID().String(), gpc.Views())
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.What)
	// Output:
	// [I.1.1 I.2.1] <nil>
	// true view
}
