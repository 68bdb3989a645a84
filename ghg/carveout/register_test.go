package carveout_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWords(t *testing.T) {
	assert.Equal(t, "unstated", carveout.OwnershipUnstated.String())
	assert.Equal(t, "unknown ownership (9)", carveout.Ownership(9).String())
	assert.Equal(t, "unknown ownership (3)", carveout.Ownership(3).String())
}

func TestRegisterDefinitionRefused(t *testing.T) {
	_, err := carveout.NewRegister(carveout.RegisterDefinition{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var fields []string
	for _, f := range faults.All {
		fields = append(fields, f.Field)
	}
	assert.Equal(t, []string{"place", "source", "scheme", "trading", "metric"}, fields)
	_, err = carveout.NewRegister(townRegister(make([]carveout.Facility, 10001)...))
	assert.ErrorContains(t, err, `facilities "10001": at most 10000 are allowed`)
	_, err = carveout.NewRegister(townRegister(carveout.Facility{Emissions: make([]carveout.SiteEmission, 100001)}))
	assert.ErrorContains(t, err, `emissions "100001": at most 100000 of all facilities are allowed`)
}

// TestRegisterFaults breaks a good facility in one way each.
func TestRegisterFaults(t *testing.T) {
	emission := func(change func(*carveout.SiteEmission)) func(*carveout.Facility) {
		return func(f *carveout.Facility) { change(&f.Emissions[1]) }
	}
	for name, x := range map[string]struct {
		code   string
		change func(*carveout.Facility)
	}{
		"no ID":          {carveout.FaultFacility, func(f *carveout.Facility) { f.ID = "" }},
		"long ID":        {carveout.FaultFacility, func(f *carveout.Facility) { f.ID = strings.Repeat("i", 201) }},
		"no name":        {carveout.FaultFacility, func(f *carveout.Facility) { f.Name = "" }},
		"no source":      {carveout.FaultFacility, func(f *carveout.Facility) { f.Source = "" }},
		"no owner":       {carveout.FaultFacility, func(f *carveout.Facility) { f.Ownership = 0 }},
		"odd owner":      {carveout.FaultFacility, func(f *carveout.Facility) { f.Ownership = 3 }},
		"same ID":        {carveout.FaultDuplicateFacility, func(f *carveout.Facility) { f.ID = "incinerator" }},
		"from":           {carveout.FaultCoverage, func(f *carveout.Facility) { f.From = 1849 }},
		"to":             {carveout.FaultCoverage, func(f *carveout.Facility) { f.To = 2301 }},
		"to before from": {carveout.FaultCoverage, func(f *carveout.Facility) { f.To = f.From - 1 }},
		"to alone":       {carveout.FaultCoverage, func(f *carveout.Facility) { f.From, f.To = 0, 2020 }},
		"year":           {carveout.FaultEmission, emission(func(e *carveout.SiteEmission) { e.Year = 0 })},
		"scope 3":        {carveout.FaultEmission, emission(func(e *carveout.SiteEmission) { e.Scope = ghg.Scope3 })},
		"scope differs":  {carveout.FaultEmission, emission(func(e *carveout.SiteEmission) { e.Scope = ghg.Scope1 })},
		"below zero":     {carveout.FaultEmission, emission(func(e *carveout.SiteEmission) { e.CO2e = t5("-0.001") })},
		"metric":         {ghg.FaultMismatch, emission(func(e *carveout.SiteEmission) { e.CO2e = ghg.MustCO2e("1 tCO2e") })},
		"category":       {ghg.FaultUnknownCategory, emission(func(e *carveout.SiteEmission) { e.Category.Code = "X" })},
		"scheme":         {ghg.FaultUnknownCategory, emission(func(e *carveout.SiteEmission) { e.Category.Scheme = "IPCC 2006" })},
		"parent":         {ghg.FaultNotReportable, emission(func(e *carveout.SiteEmission) { e.Category.Code = "I.3" })},
		"unknown maker":  {carveout.FaultSupplier, emission(func(e *carveout.SiteEmission) { e.Supplier = "nobody" })},
		"own maker":      {carveout.FaultSupplier, emission(func(e *carveout.SiteEmission) { e.Supplier = "mill" })},
		"direct maker":   {carveout.FaultSupplier, func(f *carveout.Facility) { f.Emissions[0].Supplier = "incinerator" }},
		"emission twice": {carveout.FaultDuplicateFacility, func(f *carveout.Facility) { f.Emissions = append(f.Emissions, f.Emissions[0]) }},
	} {
		f := mill()
		x.change(&f)
		_, err := carveout.NewRegister(townRegister(incinerator(), f))
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, name)
		assert.Equal(t, 1, faults.Len(), "%s: %v", name, err)
		assert.Equal(t, x.code, faults.All[0].Code, name)
		assert.Equal(t, ghg.PlaceID("town"), faults.All[0].Place, name)
	}
	first := mill()
	first.To = 2019         // one year
	first.Registration = "" // lists of allocated entities publish none
	_, err := carveout.NewRegister(townRegister(first))
	assert.NoError(t, err)
}

// A works that was sold stands twice, in years that do not meet.
func TestSiteThatWasSold(t *testing.T) {
	before, after := mill(), mill()
	before.ID, before.To, before.Ownership = "mill to 2020", 2020, carveout.CouncilOwned
	before.Emissions = []carveout.SiteEmission{emits(2020, "I.3.1", ghg.Scope1, "10"), emits(2020, "I.3.2", ghg.Scope2, "4")}
	after.From = 2021
	r, err := carveout.NewRegister(townRegister(before, after))
	require.NoError(t, err)
	c, err := r.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2020: "500000", 2021: "500000"}),
		Scopes: both}, managedView)
	require.NoError(t, err)
	y, err := c.At(2020)
	require.NoError(t, err)
	assert.Equal(t, "500000", y.Managed.Tonnes().String())
	require.Len(t, y.Sites, 1)
	y, err = c.At(2021)
	require.NoError(t, err)
	assert.Equal(t, "440049.25", y.Managed.Tonnes().String())
}

func TestRegisterIsImmutable(t *testing.T) {
	f := mill()
	none := smallMill()
	none.Emissions[0].CO2e = t5("0")
	d := townRegister(f, none)
	r, err := carveout.NewRegister(d)
	require.NoError(t, err)
	f.Emissions[0].CO2e = t5("1")
	d.Facilities[0].ID = "other"
	for g := range r.Facilities() {
		assert.Equal(t, "mill", g.ID)
		assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
		g.Emissions[0].CO2e = t5("2")
		break
	}
	g, ok := r.Facility("mill", 2021)
	require.True(t, ok)
	assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
	g.Emissions[0].CO2e = t5("3")
	g, _ = r.Facility("mill", 2021)
	assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
	_, ok = r.Facility("none", 2021)
	assert.False(t, ok)
	assert.Equal(t, 2, r.Len())
	var ids []string
	for g := range r.Facilities() {
		ids = append(ids, g.ID)
	}
	assert.Equal(t, []string{"mill", "small mill"}, ids)
	assert.Equal(t, ghg.PlaceID("town"), r.Place())
	assert.Equal(t, "K-ETS", r.Trading().Name())
	assert.Equal(t, "facility register, 2022", r.Source())
}

func TestZeroRegister(t *testing.T) {
	var r carveout.Register
	assert.True(t, r.IsZero())
	assert.Zero(t, r.Len())
	_, ok := r.Facility("mill", 2021)
	assert.False(t, ok)
	for range r.Facilities() {
		t.Fatal("none")
	}
	_, err := r.CarveOut(carveout.Totals{}, managedView)
	assert.ErrorIs(t, err, carveout.ErrNoRegister)
	_, _, err = r.TagRecords(nil)
	assert.ErrorIs(t, err, carveout.ErrNoRegister)
}

func TestErrorTypesAreFoundInJoined(t *testing.T) {
	f := mill()
	f.Emissions = f.Emissions[:1]
	f.Emissions[0].CO2e = t5("600000")
	r, err := carveout.NewRegister(townRegister(f))
	require.NoError(t, err)
	_, err = r.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2021: "500000", 2022: "1"}), Scopes: both}, managedView)
	var missing *ghg.NoFigureError
	var exceeds *carveout.ExceedsError
	require.True(t, errors.As(err, &missing) && errors.As(err, &exceeds))
	assert.Equal(t, []any{`facility "mill", scope 2`, 2021}, []any{missing.Of, missing.Year})
	assert.Equal(t, "the citywide total", exceeds.Of)
	assert.Equal(t, 4, len(strings.Split(err.Error(), "\n")), err.Error())
}

// Whose sites trade, and who says so?
func ExampleRegister() {
	r := must(carveout.NewRegister(gimhae()))
	fmt.Println(r.Trading().Name(), "-", r.Trading().Source())
	for f := range r.Facilities() {
		if f.Covered(2022) {
			fmt.Println(f.ID, "-", f.Ownership, "-", r.Source())
		}
	}
	// Output:
	// K-ETS - Framework Act on Carbon Neutrality and Green Growth (Korea), Article 2
	// 소각장 - council-owned - 시설 목록, 2024
}

func ExampleNewRegister() {
	unknown := incinerator()
	unknown.Ownership = carveout.OwnershipUnstated
	again := mill()
	again.ID = "mill 2"
	again.Emissions = again.Emissions[:1]
	_, err := carveout.NewRegister(townRegister(mill(), unknown, again))
	fmt.Println(err)
	// Output:
	// facility "incinerator", ownership "unstated": state it: a covered site stays managed only if it is council-owned; allowed are council-owned and owned by others
	// facility "mill 2", emission 1, name "Dyeing mill": facility 1, "mill", has the name, the registration and an emission of this year, category, scope and fuel: it would be subtracted twice
}

// A definition names the trading scheme and the metric: neither is assumed.
func ExampleRegisterDefinition() {
	d := carveout.RegisterDefinition{Place: "김해시", Scheme: gpc.Scheme, Source: "시설 목록, 2024", Facilities: []carveout.Facility{incinerator()}}
	_, err := carveout.NewRegister(d)
	fmt.Println(err)
	d.Trading, d.Metric = carveout.KETS, ghg.AR5
	r, err := carveout.NewRegister(d)
	fmt.Println(r.Place(), r.Len(), r.Trading(), err)
	// Output:
	// register of "김해시", trading: name a trading scheme, such as carveout.KETS; it says which scopes are covered
	// register of "김해시", metric: no metric given: name one, such as ghg.AR5, or ghg.Unstated for figures whose source does not say
	// 김해시 1 K-ETS (scope 1, scope 2) <nil>
}
