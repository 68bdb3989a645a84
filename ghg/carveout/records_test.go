package carveout_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func siteRecord(code, facility string, year int) ghg.Record {
	return ghg.Record{Place: "town", Period: ghg.CalendarYear(year), Category: category(code), Gas: ghg.CO2, Facility: facility,
		Value: ghg.Emitted(ghg.MustMass("1 t")), Tags: ghg.MakeTags("audited")}
}

func TestTagRecords(t *testing.T) {
	d := townRegister(mill(), incinerator(), smallMill())
	in := []ghg.Record{
		siteRecord("I.3.1", "mill", 2018), // before it was covered
		siteRecord("I.3.1", "mill", 2021),
		siteRecord("I.3.2", "mill", 2021),
		siteRecord("III.3.1", "incinerator", 2021),
		siteRecord("I.3.1", "small mill", 2021),
		siteRecord("I.3.1", "nobody's", 2021),
		siteRecord("I.1.1", "", 2021),
		siteRecord("II.1.3", "mill", 2021), // scope 3: no scheme covers it
	}
	want := []string{"audited", "audited;ets;ets-others", "audited;ets;ets-others", "audited;council-owned;ets", "audited",
		"audited", "audited", "audited"}
	out, findings, err := must(carveout.NewRegister(d)).TagRecords(in)
	require.NoError(t, err)
	for i, r := range out {
		assert.Equal(t, want[i], r.Tags.String(), i)
		assert.Equal(t, "audited", in[i].Tags.String())
	}
	require.Equal(t, 3, findings.Len(), findings.String()) // incinerator: 2018 both scopes, 2021 scope 2
	assert.Equal(t, carveout.FindingNoRecord, findings.All[0].Code)
	assert.Contains(t, findings.All[0].Detail, "covered in 2018 and has no record of scope 1")
	assert.Contains(t, findings.All[2].Detail, "covered in 2021 and has no record of scope 2")

	d.Trading = carveout.EUETS
	out, findings, err = must(carveout.NewRegister(d)).TagRecords(in)
	require.NoError(t, err)
	assert.Equal(t, "audited;ets;ets-others", out[1].Tags.String())
	assert.Equal(t, "audited", out[2].Tags.String(), "the scheme does not cover electricity")
	assert.Equal(t, 1, findings.Len())
}

// A mill that the council bought is the council's when the register says so,
// whatever the records were tagged before.
func TestTagRecordsAgain(t *testing.T) {
	before := must(carveout.NewRegister(townRegister(mill())))
	records, _, err := before.TagRecords([]ghg.Record{siteRecord("I.3.1", "mill", 2021), siteRecord("I.3.2", "mill", 2021)})
	require.NoError(t, err)
	require.True(t, records[0].Tags.Has(carveout.TagCarvedOut))
	bought := mill()
	bought.Ownership = carveout.CouncilOwned
	again, _, err := must(carveout.NewRegister(townRegister(bought))).TagRecords(records)
	require.NoError(t, err)
	assert.Equal(t, "audited;council-owned;ets", again[0].Tags.String())
	bought.From = 2022
	again, _, err = must(carveout.NewRegister(townRegister(bought))).TagRecords(records)
	require.NoError(t, err)
	assert.Equal(t, "audited", again[0].Tags.String())
}

// The two ways to the managed total agree: the tagged records of an inventory,
// and its citywide total less the emissions of the register. A works is covered
// by 37.5 %, so it is split.
func TestBothWaysAgree(t *testing.T) {
	works, rest, err := mill().Split(ghg.MustShare("37.5%"))
	require.NoError(t, err)
	r := must(carveout.NewRegister(townRegister(works, rest, incinerator(), smallMill())))
	year := ghg.CalendarYear(2021)
	records := []ghg.Record{{Place: "town", Period: year, Category: category("I.1.1"), Gas: ghg.CO2,
		Value: ghg.Emitted(ghg.MustMass("812000.75 t"))}}
	for f := range r.Facilities() {
		for _, e := range f.Emissions {
			records = append(records, ghg.Record{Place: "town", Period: year, Category: e.Category, Facility: f.ID, Gas: ghg.CO2,
				Value: ghg.Emitted(must(ghg.NewMass(e.CO2e.Tonnes(), ghg.Tonne)))})
		}
	}
	records, findings, err := r.TagRecords(records)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), findings.String())
	inv, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	all, err := inv.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	tagged, err := inv.Total(must(carveout.ManagedView(gpc.Basic)), ghg.AR5)
	require.NoError(t, err)
	c, err := r.CarveOut(carveout.Totals{Citywide: citywide(gpc.Basic, map[int]string{2021: all.CO2e.Tonnes().String()})}, inGPC)
	require.NoError(t, err)
	// 812000.75 + 41200.5 + 18750.25 + 9310 + 1204 + 3000, less 0.375 × 59950.75
	assert.Equal(t, "862983.96875", tagged.CO2e.Tonnes().String())
	assert.True(t, must(c.At(2021)).Managed.Equal(tagged.CO2e), must(c.At(2021)).Explain())
}

func TestTagRecordsRefusals(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill())))
	elsewhere := siteRecord("I.3.1", "mill", 2021)
	elsewhere.Place = "village"
	_, _, err := r.TagRecords([]ghg.Record{elsewhere})
	assert.EqualError(t, err, `record 0, facility "mill": the record and the register do not meet: place "village" and "town": `+
		"both must be of one place")
	other := siteRecord("I.3.1", "mill", 2021)
	other.Category.Scheme = "own"
	_, _, err = r.TagRecords([]ghg.Record{siteRecord("I.1.1", "", 2021), other})
	assert.ErrorContains(t, err, `record 1, facility "mill": own I.3.1 is no category of GPC 1.1`)
	_, _, err = r.TagRecords([]ghg.Record{siteRecord("X", "mill", 2021)})
	assert.ErrorContains(t, err, "is no category")

	// A scheme that leaves the scope open.
	d := townRegister(mill())
	d.Scheme = must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Names: []string{"own"}, Title: "own", Source: "s",
		Nodes: []ghg.Node{{Code: "1", Name: "industry", Reportable: true}}}))
	for i := range d.Facilities[0].Emissions {
		d.Facilities[0].Emissions[i].Category = ghg.Category{Scheme: d.Scheme.ID(), Code: "1"}
	}
	r = must(carveout.NewRegister(d))
	open := siteRecord("1", "mill", 2021)
	open.Category.Scheme = d.Scheme.ID()
	_, _, err = r.TagRecords([]ghg.Record{open})
	assert.ErrorContains(t, err, "the record states none")
	open.Scope = ghg.Scope2
	out, _, err := r.TagRecords([]ghg.Record{open})
	require.NoError(t, err)
	assert.True(t, out[0].Tags.Has(carveout.TagCarvedOut))

	// Its views hold both scopes.
	own := must(ghg.NewView(ghg.ViewDefinition{Name: "all", Scheme: d.Scheme, Categories: []string{"1"}}))
	as := must(managedView.WithEdition(d.Scheme.ID()))
	c, err := r.CarveOut(carveout.Totals{Citywide: citywide(own, map[int]string{2021: "812000"})}, as)
	require.NoError(t, err)
	assert.Equal(t, "752049.25", must(c.At(2021)).Managed.Tonnes().String())
	d.Facilities[0].Emissions = d.Facilities[0].Emissions[:1]
	_, err = must(carveout.NewRegister(d)).CarveOut(carveout.Totals{Citywide: citywide(own, map[int]string{2021: "812000"})},
		must(managedView.WithEdition(d.Scheme.ID())))
	var missing *ghg.NoFigureError
	assert.ErrorAs(t, err, &missing)
}

func TestManagedView(t *testing.T) {
	_, err := carveout.ManagedView(ghg.View{})
	assert.ErrorIs(t, err, ghg.ErrNoView)
	v, err := carveout.ManagedView(gpc.Territorial)
	require.NoError(t, err)
	assert.NotEqual(t, gpc.Territorial.ID(), v.ID())
	assert.Equal(t, gpc.Territorial.NameKo()+", 관리권한", v.NameKo())
	own := ghg.MustView(ghg.ViewDefinition{Name: "own", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
	inEnglish, err := carveout.ManagedView(own)
	require.NoError(t, err)
	assert.Equal(t, "own, managed", inEnglish.Name())
	assert.Empty(t, inEnglish.NameKo())
	addable, why := v.Addable()
	assert.True(t, addable)
	assert.Equal(t, "outside the trading scheme, and council-owned", why)
}

// One inventory answers for both boundaries.
func ExampleRegister_TagRecords() {
	year := ghg.CalendarYear(2021)
	line := func(code, facility, mass string) ghg.Record {
		return ghg.Record{Place: "town", Period: year, Category: category(code), Gas: ghg.CO2, Facility: facility,
			Value: ghg.Emitted(ghg.MustMass(mass))}
	}
	register, _ := carveout.NewRegister(townRegister(mill(), incinerator()))
	records, findings, err := register.TagRecords([]ghg.Record{
		line("I.1.1", "", "90 kt"), line("I.3.1", "mill", "41 kt"), line("I.3.2", "mill", "18 kt"), line("III.3.1", "incinerator", "9 kt"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings)
	for _, r := range records {
		switch {
		case r.Tags.Has(carveout.TagCarvedOut):
			fmt.Println(r.Facility, r.Category, "is not managed")
		case r.Tags.Has(carveout.TagCovered) && r.Tags.Has(carveout.TagCouncilOwned):
			fmt.Println(r.Facility, r.Category, "trades, and stays managed")
		}
	}
	inv, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		fmt.Println(err)
		return
	}
	view, err := carveout.ManagedView(gpc.Basic)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range []ghg.View{gpc.Basic, view} {
		total, err := inv.Total(v, ghg.AR5)
		fmt.Println(v, total.CO2e, err)
	}
	// Output:
	// facility "incinerator", site-without-record: it is covered in 2021 and has no record of scope 2: if it emits any, it stays in the managed total
	// mill GPC 1.1 I.3.1 is not managed
	// mill GPC 1.1 I.3.2 is not managed
	// incinerator GPC 1.1 III.3.1 trades, and stays managed
	// GPC 1.1 BASIC 158000 tCO2e (AR5) <nil>
	// GPC 1.1 BASIC, managed 99000 tCO2e (AR5) <nil>
}
