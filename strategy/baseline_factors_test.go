package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// amounts are activity data of years in their order, projected.
func amounts(name string, first int, each ...string) ghg.Years[ghg.Quantity] {
	var years []ghg.OfYear[ghg.Quantity]
	for i, a := range each {
		years = append(years, ghg.OfYear[ghg.Quantity]{Year: first + i, Value: ghg.MustQuantity(a), Status: ghg.Projected})
	}
	return must(ghg.NewYears(name, "", nil, years...))
}

// A forecast of electricity with a grid that gets cleaner, and of petrol with a
// factor by gas that stays: nobody multiplies by hand.
func ExampleSourceEmissions_activity() {
	grid := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "scenario of the grid", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2029, CO2e: ghg.MustCO2e("0.3 tCO2e (AR5)"), Status: ghg.Projected}, {Year: 2030,
			CO2e: ghg.MustCO2e("0.28 tCO2e (AR5)"), Status: ghg.Projected}}}))
	petrol := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "휘발유", Source: "IPCC 2006", Per: ghg.MustUnit("TJ (net)"), Years: []ghg.Factor{
		{Gases: []ghg.Mass{ghg.MustMass("69.3 t CO2"), ghg.MustMass("25 kg CH4"), ghg.MustMass("8 kg N2O")}}}}))
	d := strategy.BaselineDefinition{Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.AR5,
		Sources: []strategy.SourceEmissions{
			{On: on("II.1.2", "electricity", ""), Activity: amounts("electricity of cars", 2029, "60 GWh", "75 GWh"), Factors: grid},
			{On: on("II.1.1", "petrol", ""), Activity: amounts("petrol", 2029, "900 TJ (net)", "850 TJ (net)"), Factors: petrol},
		}}
	base, err := strategy.NewBaseline(d)
	fmt.Println(err)
	for y := range base.Years() {
		fmt.Println(base.Total(y))
	}
	d.Sources[0].Activity = amounts("electricity of cars", 2029, "60 GWh", "75 GWh", "80 GWh")
	_, err = strategy.NewBaseline(d)
	var none *ghg.NoFigureError
	fmt.Println(errors.As(err, &none), none.Year)
	// Output:
	// <nil>
	// 82908 tCO2e (AR5) true
	// 82302 tCO2e (AR5) true
	// true 2031
}

func TestBaselineIsByYearOrByFactor(t *testing.T) {
	factors := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "heat", Source: "x", Per: ghg.Gigacalorie,
		Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.2 tCO2e (AR5)")}}}))
	byYear := map[int]ghg.CO2e{2030: ghg.MustCO2e("40 tCO2e (AR5)")}
	heat := amounts("heat", 2030, "200 Gcal")
	base := func(m ghg.Metric, s strategy.SourceEmissions) (strategy.Baseline, error) {
		s.On = on("I.2.3", "heat", "")
		return strategy.NewBaseline(strategy.BaselineDefinition{Name: "x", Place: "town", View: gpc.BasicPlus, Metric: m,
			Sources: []strategy.SourceEmissions{s}})
	}
	stated, err := base(ghg.AR5, strategy.SourceEmissions{ByYear: byYear})
	require.NoError(t, err)
	computed, err := base(ghg.AR5, strategy.SourceEmissions{Activity: heat, Factors: factors})
	require.NoError(t, err)
	a, _ := stated.Total(2030)
	b, _ := computed.Total(2030)
	assert.True(t, a.Equal(b), "%s and %s", a, b)

	for want, s := range map[string]strategy.SourceEmissions{
		"give one of the two":  {ByYear: byYear, Activity: heat, Factors: factors},
		"without the activity": {Factors: factors},
		"no emission factors":  {Activity: heat},
	} {
		_, err := base(ghg.AR5, s)
		assert.ErrorContains(t, err, want)
	}
	var metrics *ghg.MetricMismatchError
	_, err = base(ghg.AR6, strategy.SourceEmissions{Activity: heat, Factors: factors})
	require.ErrorAs(t, err, &metrics)
	var units *ghg.UnitMismatchError
	_, err = base(ghg.AR5, strategy.SourceEmissions{Activity: amounts("gas", 2030, "3 Nm3"), Factors: factors})
	require.ErrorAs(t, err, &units)
}
