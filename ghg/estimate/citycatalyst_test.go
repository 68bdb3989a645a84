package estimate_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const cityCatalyst = "testdata/citycatalyst.json"

// all makes one check that of each vector of some groups.
func all(t *testing.T, check func(*testing.T, estimatetest.Vector), groups ...string) {
	t.Helper()
	each := everyID{}
	estimatetest.Vectors(t, cityCatalyst, func(v estimatetest.Vector) bool {
		is := slices.Contains(groups, v.Group)
		if is {
			each[v.ID] = check
		}
		return is
	}, each)
	assert.NotEmpty(t, each)
}

type everyID = map[string]func(*testing.T, estimatetest.Vector)

// said is a text of a vector, as it stands.
func said(t *testing.T, v estimatetest.Vector, path ...string) string {
	t.Helper()
	s, ok := estimatetest.At(v.Raw, path...).(string)
	require.True(t, ok, "%s: %v", v.ID, path)
	return s
}

func same(t *testing.T, want string, got decimal.Decimal) {
	t.Helper()
	assert.True(t, dec(want).Equal(got), "%s, want %s", got, want)
}

// stated is a factor as the source states it, with a source.
func stated(rate string) estimate.Parameter { return estimate.MustParameter(rate, "vector") }

// wholly are fuels that are biomass.
var wholly = []string{"charcoal", "firewood", "wood-wood-waste", "other-primary-solid-biomass"}

// burnt is a fuel by the amount and the factors of a vector; of biomass its CO2 is a memo.
func burnt(name, amount, per string, ef func(gas string) string) fuel.Combustion {
	name = strings.TrimPrefix(name, "fuel-type-")
	biogenic := "0"
	if slices.Contains(wholly, name) {
		biogenic = "1"
	}
	factor := func(gas string) estimate.Parameter { return stated(ef(gas) + " kg " + gas + "/" + per) }
	return fuel.Combustion{
		Amount: fuel.Amount{Fuel: words.Term{En: name, Ko: name}, Burnt: ghg.MustQuantity(amount + " " + per), Source: "vector"},
		CO2:    factor("CO2"), CH4: factor("CH4"), N2O: factor("N2O"), Biogenic: stated(biogenic),
	}
}

// kilograms of a gas.
func kilograms(t *testing.T, e estimate.Emissions, gas ghg.Gas) decimal.Decimal {
	return estimatetest.Tonnes(t, e, gas).Shift(3)
}

// combustionVector holds the masses to those worked out from the inputs alone, and the total to
// the source's, where that is right. Where it is not, the right one is asked: biogenic CO2 is in
// no total, and CH4 and N2O are of all that is burnt.
func combustionVector(t *testing.T, v estimatetest.Vector) {
	per := said(t, v, "inputs", "activity_unit")
	require.Equal(t, "kg/"+per, said(t, v, "inputs", "ef_unit"))
	e := estimatetest.Worked(t, burnt(said(t, v, "inputs", "fuel"), v.In(t, "activity"), per,
		func(gas string) string { return v.In(t, "ef_"+strings.ToLower(gas)) }))
	total, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	same(t, said(t, v, "recomputed", "ch4_kg"), kilograms(t, e, ghg.CH4NonFossil))
	same(t, said(t, v, "recomputed", "n2o_kg"), kilograms(t, e, ghg.N2O))
	exact, asPrinted := dec(said(t, v, "recomputed", "co2e_t_exact")), dec(said(t, v, "expected_co2e_t"))
	right := v.Raw["arithmetic_ok"] == true
	assert.Equal(t, right, exact.Sub(asPrinted).Abs().LessThan(decimal.New(1, -2)) && !missesActivity(v, t),
		"what is flagged in the source")
	if biomass, is := estimatetest.At(v.Raw, "recomputed", "gpc_biogenic_co2_t").(string); is {
		same(t, biomass, estimatetest.Tonnes(t, e, ghg.CO2Biogenic))
		same(t, said(t, v, "recomputed", "gpc_co2e_t_excl_biogenic"), total.Tonnes())
		assert.True(t, total.Tonnes().LessThan(asPrinted))
		return
	}
	same(t, said(t, v, "recomputed", "co2_kg"), kilograms(t, e, ghg.CO2))
	same(t, exact.String(), total.Tonnes())
	if right {
		assert.True(t, total.Tonnes().Sub(asPrinted).Abs().LessThanOrEqual(dec(said(t, v, "source_tolerance_t"))))
	} else {
		assert.True(t, total.Tonnes().GreaterThan(asPrinted))
	}
}

// missesActivity reports whether the source's total has the factors of CH4 and N2O in it and not
// what was emitted: amount × EF + 28 × EF + 265 × EF.
func missesActivity(v estimatetest.Vector, t *testing.T) bool {
	of := func(name string) decimal.Decimal { return dec(v.In(t, name)) }
	wrong := of("activity").Mul(of("ef_co2")).Add(of("ef_ch4").Mul(decimal.New(28, 0))).Add(of("ef_n2o").Mul(decimal.New(265, 0)))
	return wrong.Shift(-3).Sub(dec(said(t, v, "expected_co2e_t"))).Abs().LessThan(decimal.New(1, -9))
}

// energyVector is the same of energy.
func energyVector(t *testing.T, v estimatetest.Vector) estimate.Emissions {
	e := estimatetest.Worked(t, burnt(said(t, v, "inputs", "fuel"), v.In(t, "activity"), "TJ (net)",
		func(gas string) string { return v.In(t, "ef", gas) }))
	co2 := ghg.CO2
	if slices.Contains(wholly, strings.TrimPrefix(said(t, v, "inputs", "fuel"), "fuel-type-")) {
		co2 = ghg.CO2Biogenic
	}
	same(t, said(t, v, "expected_gas_kg", "CO2"), kilograms(t, e, co2))
	same(t, said(t, v, "expected_gas_kg", "CH4"), kilograms(t, e, ghg.CH4NonFossil))
	same(t, said(t, v, "expected_gas_kg", "N2O"), kilograms(t, e, ghg.N2O))
	total, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	same(t, said(t, v, "recomputed", "gpc_co2e_kg"), total.In(ghg.Kilogram))
	return e
}

func category(code string) ghg.Category { return ghg.Category{Scheme: gpc.Scheme.ID(), Code: code} }

// inventory is that of one place and year.
func inventory(t *testing.T, records ...ghg.Record) ghg.Inventory {
	t.Helper()
	for i := range records {
		records[i].Place, records[i].Period = "city", ghg.CalendarYear(2023)
	}
	inv, _, err := ghg.NewInventory("city", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	return inv
}

// directVector adds gases up as they were measured, on two metrics.
func directVector(t *testing.T, v estimatetest.Vector) {
	var records []ghg.Record
	for name, gas := range map[string]ghg.Gas{"co2": ghg.CO2, "ch4": ghg.CH4NonFossil, "n2o": ghg.N2O} {
		records = append(records, ghg.Record{Category: category("II.1.1"), Gas: gas,
			Value: ghg.Emitted(ghg.MustMass(v.In(t, name) + " kg " + gas.String()))})
	}
	for metric, want := range map[ghg.Metric]string{ghg.AR5: said(t, v, "expected_co2e"), ghg.AR4: said(t, v, "recomputed", "ar4"),
		ghg.AR6: said(t, v, "recomputed", "ar6_nonfossil_27_0")} {
		total, err := inventory(t, records...).Total(gpc.Basic, metric)
		require.NoError(t, err)
		same(t, want, total.CO2e.In(ghg.Kilogram))
	}
}

func TestVectors(t *testing.T) {
	all(t, combustionVector, "stationary fuel combustion (v0)", "stationary fuel combustion (v1)")
	all(t, func(t *testing.T, v estimatetest.Vector) { energyVector(t, v) }, "energy-basis combustion (TJ x kg/TJ)")
	all(t, directVector, "direct measure gas->CO2e")
	all(t, func(t *testing.T, v estimatetest.Vector) {
		metric, err := ghg.ParseMetric(strings.ToUpper(said(t, v, "inputs", "gwp_set")))
		if v.ID == "GW-3" { // a default is asked for: a metric is always stated
			require.Error(t, err)
			metric = ghg.AR5
		} else {
			require.NoError(t, err)
		}
		gas, err := ghg.ParseGas(said(t, v, "inputs", "gas"))
		require.NoError(t, err)
		mass := ghg.MustMass(v.In(t, "mass_kg") + " kg " + gas.String())
		co2e, err := mass.CO2e(metric)
		require.NoError(t, err)
		same(t, said(t, v, "expected_kgco2e"), co2e.In(ghg.Kilogram))
	}, "GWP set selection")
	all(t, unitVector, "unit conversion constants")
	all(t, sumVector, "aggregation of records by gas")
	all(t, resultsVector, "results aggregation")
}

// unitVector: conversions are exact here. The source rounds some of them, the short ton is
// refused with what it is, and kWh in a TJ have no last decimal place.
func unitVector(t *testing.T, v estimatetest.Vector) {
	from := map[string][2]string{"m3_per_US_gallon": {"US gallon", "m3"}, "m3_per_UK_gallon": {"UK gallon", "m3"},
		"m3_per_litre": {"litre", "m3"},
		"m3_per_ft3":   {"ft3", "m3"}, "kWh_per_TJ": {"TJ", "kWh"}}
	what := said(t, v, "inputs", "conversion")
	units, ok := from[what]
	if !ok {
		require.Equal(t, "kg_per_short_ton", what)
		_, err := ghg.ParseQuantity("1 short ton")
		require.ErrorContains(t, err, dec(said(t, v, "exact")).Shift(-3).String())
		return
	}
	got, err := ghg.MustQuantity("1 "+units[0]).Rounded(ghg.MustUnit(units[1]), 24)
	require.NoError(t, err)
	same(t, said(t, v, "exact"), got.Amount())
	assert.Equal(t, v.Raw["arithmetic_ok"], got.Amount().Equal(dec(said(t, v, "expected"))))
}

// sumVector: three fuels in one inventory. The source is a float with CO2 of wood and charcoal
// in its total; masses are exact here, and biogenic CO2 is beside the total.
func sumVector(t *testing.T, v estimatetest.Vector) {
	var records []ghg.Record
	parts := everyID{}
	for _, id := range []string{"DS-charcoal", "DS-liquefied-petroleum-gases", "DS-wood-wood-waste"} {
		parts[id] = func(t *testing.T, v estimatetest.Vector) {
			records = append(records, energyVector(t, v).Records(ghg.Record{Category: category("I.1.1"), Fuel: v.ID})...)
		}
	}
	estimatetest.Vectors(t, cityCatalyst, func(v estimatetest.Vector) bool { return parts[v.ID] != nil }, parts)
	total, err := inventory(t, records...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	biogenic := dec("633044160").Add(dec("398583360"))
	same(t, dec(said(t, v, "recomputed", "co2eq")).Sub(biogenic).String(), total.CO2e.In(ghg.Kilogram))
	masses := map[ghg.Gas]decimal.Decimal{}
	for _, r := range records {
		m, ok := r.Value.Mass()
		require.True(t, ok)
		masses[r.Gas] = masses[r.Gas].Add(m.In(ghg.Kilogram))
	}
	same(t, said(t, v, "recomputed", "co2_mass"), masses[ghg.CO2].Add(masses[ghg.CO2Biogenic]))
	same(t, said(t, v, "recomputed", "ch4_mass"), masses[ghg.CH4NonFossil])
	same(t, said(t, v, "recomputed", "n2o_mass"), masses[ghg.N2O])
}

// resultsVector: the source adds land to BASIC, which is of BASIC+ alone; and it takes what it
// states of a category for the sum of its parts, which it is not, and I.2.2 for scope 1.
func resultsVector(t *testing.T, v estimatetest.Vector) {
	of := func(field string) ghg.Inventory {
		values, ok := estimatetest.At(v.Inputs, field).(map[string]any)
		require.True(t, ok)
		var records []ghg.Record
		for code, value := range values {
			parts, isList := value.([]any)
			if !isList {
				parts = []any{value}
			}
			for i, n := range parts {
				records = append(records, ghg.Record{Category: category(code), Facility: strconv.Itoa(i),
					Value: ghg.Equivalent(ghg.MustCO2e(n.(string) + " tCO2e (AR5)"))})
			}
		}
		return inventory(t, records...)
	}
	total := func(inv ghg.Inventory, view ghg.View) ghg.Total {
		sum, err := inv.Total(view, ghg.AR5)
		require.NoError(t, err)
		return sum
	}
	if v.ID == "AG-1" {
		same(t, said(t, v, "recomputed", "gpc_basic_total"), total(of("values"), gpc.Basic).CO2e.Tonnes())
		same(t, said(t, v, "recomputed", "gpc_basic_plus_total"), total(of("values"), gpc.BasicPlus).CO2e.Tonnes())
		return
	}
	same(t, said(t, v, "recomputed", "sum_activities"), total(of("activities"), gpc.Basic).CO2e.Tonnes())
	same(t, said(t, v, "recomputed", "sum_inventory_values"), total(of("inventory_values"), gpc.Basic).CO2e.Tonnes())
	bought, err := gpc.Basic.Part("scope 2", "스코프 2", func(n ghg.Node) bool { return n.Scope == ghg.Scope2 })
	require.NoError(t, err)
	same(t, "200", total(of("activities"), bought).CO2e.Tonnes())
}
