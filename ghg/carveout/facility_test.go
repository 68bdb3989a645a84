package carveout_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func FuzzFacilitySplit(f *testing.F) {
	f.Add(int64(4120050), int32(-2), int64(375), int32(-3))
	f.Add(int64(1), int32(30), int64(1), int32(-30))
	f.Fuzz(func(t *testing.T, amount int64, exp int32, part int64, partExp int32) {
		c, err := ghg.NewCO2e(decimal.New(amount, exp), ghg.Kilogram, ghg.AR5)
		if err != nil {
			return
		}
		s, err := ghg.NewShare(decimal.New(part, partExp))
		if err != nil {
			return
		}
		in, out, err := carveout.Facility{ID: "x", Emissions: []carveout.SiteEmission{{CO2e: c}}}.Split(s)
		if err != nil {
			return
		}
		sum, err := in.Emissions[0].CO2e.Add(out.Emissions[0].CO2e)
		if err != nil || !sum.Equal(c) {
			t.Fatalf("%s and %s do not add up to %s", in.Emissions[0].CO2e, out.Emissions[0].CO2e, c)
		}
	})
}

// Only the boilers of a works trade, 37.5 % of what it emits.
func ExampleFacility_Split() {
	boilers, rest, err := mill().Split(ghg.MustShare("37.5%"))
	fmt.Println(boilers.ID, boilers.Emissions[0].CO2e, boilers.Covered(2021), err)
	fmt.Println(rest.ID, rest.Emissions[0].CO2e, rest.Covered(2021))
	// Output:
	// mill 15450.1875 tCO2e (AR5) true <nil>
	// mill (rest) 25750.3125 tCO2e (AR5) false
}

func ExampleSplitRecord() {
	record := ghg.Record{Category: category("I.3.1"), Facility: "mill", Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("41 kt"))}
	part, rest, err := carveout.SplitRecord(record, ghg.MustShare("12.5%"))
	fmt.Println(part.Facility, part.Value, err)
	fmt.Println(rest.Facility, rest.Value)
	// Output:
	// mill 5125 t <nil>
	// mill (rest) 35875 t
}

func TestCoveredYears(t *testing.T) {
	f := carveout.Facility{From: 2015, To: 2018}
	for year, want := range map[int]bool{2014: false, 2015: true, 2018: true, 2019: false} {
		assert.Equal(t, want, f.Covered(year), year)
	}
	f.To = 0
	assert.True(t, f.Covered(2300))
	assert.False(t, carveout.Facility{}.Covered(2020))
	assert.False(t, carveout.Facility{}.Covered(0))
}

func TestSplitRefusals(t *testing.T) {
	for _, s := range []ghg.Share{{}, ghg.MustShare("-1%"), ghg.MustShare("100.01%")} {
		_, _, err := mill().Split(s)
		assert.ErrorContains(t, err, `facility "mill", share`)
		_, _, err = carveout.SplitRecord(ghg.Record{Value: ghg.Emitted(ghg.MustMass("1 t"))}, s)
		assert.Error(t, err)
	}
	for _, v := range []ghg.Value{{}, ghg.KeyedAsFound(ghg.NE, "no meter"),
		must(ghg.Partly(ghg.Emitted(ghg.MustMass("1 t")), ghg.KeyedAsFound(ghg.NE, "no meter")))} {
		_, _, err := carveout.SplitRecord(ghg.Record{Value: v}, ghg.MustShare("50%"))
		assert.ErrorContains(t, err, "is not a number alone")
	}
	all, none, err := mill().Split(ghg.MustShare("100%"))
	require.NoError(t, err)
	assert.True(t, all.Emissions[0].CO2e.Equal(t5("41200.5")))
	assert.True(t, none.Emissions[0].CO2e.IsZero())
	_, none, err = mill().Split(ghg.MustShare("0%"))
	require.NoError(t, err)
	assert.True(t, none.Emissions[1].CO2e.Equal(t5("18750.25")))
	assert.Equal(t, "Dyeing mill (rest)", none.Name)
	assert.Empty(t, none.Registration)

	part, rest, err := carveout.SplitRecord(ghg.Record{Value: ghg.Equivalent(t5("10.1"))}, ghg.MustShare("30%"))
	require.NoError(t, err)
	assert.Equal(t, "3.03 tCO2e (AR5)", part.Value.String())
	assert.Equal(t, "7.07 tCO2e (AR5)", rest.Value.String())
	assert.Empty(t, rest.Facility)
	_, err = carveout.NewRegister(townRegister(all, none))
	assert.NoError(t, err, "both halves stand in one register")
}

// A sewage works runs on its own biogas and buys no electricity. The 0 is stated:
// without it, the electricity of the works is unknown.
func ExampleSiteEmission() {
	works := carveout.Facility{ID: "sewage works", Name: "Sewage works", Registration: "K-1330", From: 2020,
		Ownership: carveout.CouncilOwned, Source: "list of allocated entities, 2020",
		Emissions: []carveout.SiteEmission{{Year: 2021, Category: category("III.4.1"), Scope: ghg.Scope1, CO2e: t5("4120.75"),
			Source: "verified report, 2022"}}}
	totals := carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}
	_, err := must(carveout.NewRegister(townRegister(works))).CarveOut(totals, managedView)
	fmt.Println(err)
	works.Emissions = append(works.Emissions, carveout.SiteEmission{Year: 2021, Category: category("I.2.2"), Scope: ghg.Scope2,
		Fuel: "electricity", CO2e: t5("0"), Source: "meter reading"})
	c, err := must(carveout.NewRegister(townRegister(works))).CarveOut(totals, managedView)
	y, _ := c.At(2021)
	fmt.Println(y, err)
	// Output:
	// carve-out for "town": facility "sewage works", scope 2: no figure for 2021: the trading scheme covers it, and what is missing is not 0: state a 0 where there is none
	// 2021: citywide 812000 tCO2e (AR5), covered 4120.75 tCO2e (AR5), managed 812000 tCO2e (AR5) <nil>
}

// The council sells its incinerator: it trades as before, and is no longer
// managed.
func ExampleOwnership() {
	totals := carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}
	plant := incinerator()
	for _, owner := range []carveout.Ownership{carveout.CouncilOwned, carveout.OthersOwned} {
		plant.Ownership = owner
		c := must(must(carveout.NewRegister(townRegister(plant))).CarveOut(totals, managedView))
		y, _ := c.At(2021)
		fmt.Println(owner, "- managed", y.Managed)
	}
	fmt.Println(carveout.OwnershipUnstated.Valid())
	// Output:
	// council-owned - managed 812000 tCO2e (AR5)
	// owned by others - managed 801486 tCO2e (AR5)
	// false
}
