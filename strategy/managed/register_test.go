package managed_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWords(t *testing.T) {
	assert.Equal(t, "unstated", managed.OwnershipUnstated.String())
	assert.Equal(t, "unknown ownership (9)", managed.Ownership(9).String())
	assert.Equal(t, "unknown ownership (3)", managed.Ownership(3).String())
	assert.Equal(t, "inside_ets", managed.InsideETS.String())
	assert.Equal(t, "indirect_ets", managed.IndirectETS.String())
	assert.Equal(t, "outside", managed.OutsideETS.String())
	assert.Equal(t, "unknown position (7)", managed.Position(7).String())
}

func TestRegisterDefinitionRefused(t *testing.T) {
	_, err := managed.NewRegister(managed.RegisterDefinition{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	assert.ErrorContains(t, err, "no trading scheme given")
	assert.ErrorContains(t, err, "a place, a source and the scheme")
	_, err = managed.NewRegister(townRegister(make([]managed.Facility, managed.MaxFacilities+1)...))
	assert.ErrorContains(t, err, "at most 10000 and 100000 are allowed")
	_, err = managed.NewRegister(townRegister(managed.Facility{Emissions: make([]managed.SiteEmission, managed.MaxEmissions+1)}))
	assert.ErrorContains(t, err, "at most 10000 and 100000 are allowed")
}

// TestRegisterFaults breaks a good facility in one way each.
func TestRegisterFaults(t *testing.T) {
	emission := func(change func(*managed.SiteEmission)) func(*managed.Facility) {
		return func(f *managed.Facility) { change(&f.Emissions[1]) }
	}
	for name, x := range map[string]struct {
		code   string
		change func(*managed.Facility)
	}{
		"no ID":          {managed.FaultFacility, func(f *managed.Facility) { f.ID = "" }},
		"long ID":        {managed.FaultFacility, func(f *managed.Facility) { f.ID = strings.Repeat("i", 201) }},
		"no name":        {managed.FaultFacility, func(f *managed.Facility) { f.Name = "" }},
		"no source":      {managed.FaultFacility, func(f *managed.Facility) { f.Source = "" }},
		"no owner":       {managed.FaultFacility, func(f *managed.Facility) { f.Ownership = 0 }},
		"odd owner":      {managed.FaultFacility, func(f *managed.Facility) { f.Ownership = 3 }},
		"same ID":        {managed.FaultDuplicateFacility, func(f *managed.Facility) { f.ID = "incinerator" }},
		"from":           {managed.FaultCoverage, func(f *managed.Facility) { f.From = 1849 }},
		"to":             {managed.FaultCoverage, func(f *managed.Facility) { f.To = 2301 }},
		"to before from": {managed.FaultCoverage, func(f *managed.Facility) { f.To = f.From - 1 }},
		"to alone":       {managed.FaultCoverage, func(f *managed.Facility) { f.From, f.To = 0, 2020 }},
		"not registered": {managed.FaultCoverage, func(f *managed.Facility) { f.Registration = "" }},
		"year":           {managed.FaultEmission, emission(func(e *managed.SiteEmission) { e.Year = 0 })},
		"scope 3":        {managed.FaultEmission, emission(func(e *managed.SiteEmission) { e.Scope = ghg.Scope3 })},
		"scope differs":  {managed.FaultEmission, emission(func(e *managed.SiteEmission) { e.Scope = ghg.Scope1 })},
		"below zero":     {managed.FaultEmission, emission(func(e *managed.SiteEmission) { e.CO2e = t5("-0.001") })},
		"metric":         {ghg.FaultMismatch, emission(func(e *managed.SiteEmission) { e.CO2e = ghg.MustCO2e("1 tCO2e") })},
		"category":       {ghg.FaultUnknownCategory, emission(func(e *managed.SiteEmission) { e.Category.Code = "X" })},
		"scheme":         {ghg.FaultUnknownCategory, emission(func(e *managed.SiteEmission) { e.Category.Scheme = "IPCC 2006" })},
		"parent":         {ghg.FaultNotReportable, emission(func(e *managed.SiteEmission) { e.Category.Code = "I.3" })},
		"unknown maker":  {managed.FaultSupplier, emission(func(e *managed.SiteEmission) { e.Supplier = "nobody" })},
		"own maker":      {managed.FaultSupplier, emission(func(e *managed.SiteEmission) { e.Supplier = "mill" })},
		"direct maker":   {managed.FaultSupplier, func(f *managed.Facility) { f.Emissions[0].Supplier = "incinerator" }},
		"emission twice": {managed.FaultDuplicateFacility, func(f *managed.Facility) { f.Emissions = append(f.Emissions, f.Emissions[0]) }},
	} {
		f := mill()
		x.change(&f)
		_, err := managed.NewRegister(townRegister(incinerator(), f))
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, name)
		assert.Equal(t, 1, faults.Len(), "%s: %v", name, err)
		assert.Equal(t, x.code, faults.All[0].Code, name)
		assert.Equal(t, ghg.PlaceID("town"), faults.All[0].Place, name)
	}
	first := mill()
	first.To = 2019 // one year
	_, err := managed.NewRegister(townRegister(first))
	assert.NoError(t, err)
}

// A works that was sold stands twice, in years that do not meet.
func TestSiteThatWasSold(t *testing.T) {
	before, after := mill(), mill()
	before.ID, before.To, before.Ownership = "mill to 2020", 2020, managed.CouncilOwned
	before.Emissions = []managed.SiteEmission{emits(2020, "I.3.1", ghg.Scope1, "10"), emits(2020, "I.3.2", ghg.Scope2, "4")}
	after.From = 2021
	r, err := managed.NewRegister(townRegister(before, after))
	require.NoError(t, err)
	c, err := r.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2020: "500000", 2021: "500000"}), Scopes: both}, managedView)
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
	r, err := managed.NewRegister(d)
	require.NoError(t, err)
	f.Emissions[0].CO2e = t5("1")
	d.Facilities[0].ID = "other"
	for g := range r.Facilities() {
		assert.Equal(t, "mill", g.ID)
		assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
		g.Emissions[0].CO2e = t5("2")
		break
	}
	g, ok := r.Facility("mill")
	require.True(t, ok)
	assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
	g.Emissions[0].CO2e = t5("3")
	g, _ = r.Facility("mill")
	assert.Equal(t, "41200.5", g.Emissions[0].CO2e.Tonnes().String())
	_, ok = r.Facility("none")
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
	var r managed.Register
	assert.True(t, r.IsZero())
	assert.Zero(t, r.Len())
	_, ok := r.Facility("mill")
	assert.False(t, ok)
	for range r.Facilities() {
		t.Fatal("none")
	}
	_, err := r.CarveOut(managed.Totals{}, managedView)
	assert.ErrorIs(t, err, managed.ErrNoRegister)
	_, _, err = r.TagRecords(nil)
	assert.ErrorIs(t, err, managed.ErrNoRegister)
	p, tags := townPlan()
	_, err = r.SplitPortfolio(p, tags, inGPC)
	assert.ErrorIs(t, err, managed.ErrNoRegister)
}

func TestErrorTypesAreFoundInJoined(t *testing.T) {
	f := mill()
	f.Emissions = f.Emissions[:1]
	f.Emissions[0].CO2e = t5("600000")
	r, err := managed.NewRegister(townRegister(f))
	require.NoError(t, err)
	_, err = r.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "500000", 2022: "1"}), Scopes: both}, managedView)
	var missing *managed.MissingError
	var exceeds *managed.ExceedsError
	require.True(t, errors.As(err, &missing) && errors.As(err, &exceeds))
	assert.Equal(t, managed.MissingError{Facility: "mill", Year: 2021, Scope: ghg.Scope2}, *missing)
	assert.Equal(t, "the citywide total", exceeds.Of)
	assert.Equal(t, 4, len(strings.Split(err.Error(), "\n")), err.Error())
}

func ExampleNewRegister() {
	unknown := incinerator()
	unknown.Ownership = managed.OwnershipUnstated
	again := mill()
	again.ID = "mill 2"
	again.Emissions = again.Emissions[:1]
	_, err := managed.NewRegister(townRegister(mill(), unknown, again))
	fmt.Println(err)
	// Output:
	// facility register of "town": facility 2 "incinerator", ownership "unstated": state it: a covered site stays managed only if it is council-owned; allowed are council-owned and owned by others
	// facility 3 "mill 2", emission 1 "Dyeing mill": facility 1 "mill" has the name, the registration and an emission of this year, category, scope and fuel: it would be subtracted twice
}

// A definition names the trading scheme and the metric: neither is assumed.
func ExampleRegisterDefinition() {
	d := managed.RegisterDefinition{Place: "김해시", Scheme: gpc.Scheme, Source: "시설 목록, 2024", Facilities: []managed.Facility{incinerator()}}
	_, err := managed.NewRegister(d)
	fmt.Println(err)
	d.Trading, d.Metric = managed.KETS, ghg.AR5
	r, err := managed.NewRegister(d)
	fmt.Println(r.Place(), r.Len(), r.Trading(), err)
	// Output:
	// facility register of "김해시": no trading scheme given: name one, such as managed.KETS; it says which scopes are covered
	// no metric given: name one, such as ghg.AR5, or ghg.Unstated for figures whose source does not say
	// 김해시 1 K-ETS (scope 1, scope 2) <nil>
}
