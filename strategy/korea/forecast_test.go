package korea_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tonnes are emissions of 2027 and 2028.
func tonnes(a, b string) map[int]ghg.CO2e {
	return map[int]ghg.CO2e{2027: ghg.MustCO2e(a + " tCO2e"), 2028: ghg.MustCO2e(b + " tCO2e")}
}

// The county's plan on a baseline: BAU and what is left, in each year.
func ExampleEmissionsForecast() {
	base, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "BAU", Place: "하늘군", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast of 2025",
		Sources: []strategy.SourceEmissions{
			{On: strategy.EmissionSource{Category: category("I.1.2"), Fuel: "electricity"}, ByYear: tonnes("30000", "29000")},
			{On: strategy.EmissionSource{Category: category("II.1.1"), Fuel: "petrol"}, ByYear: tonnes("41000", "40000")},
			{On: strategy.EmissionSource{Category: category("III.2.1")}, ByYear: tonnes("900", "900")},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	evaluate := func(p strategy.Portfolio) strategy.Evaluation {
		return must(p.Evaluate(base, strategy.Expected, strategy.Shapley))
	}
	now, _, err := county().Only("E-01")
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := korea.EmissionsForecast("시계열 분석", map[korea.Scenario]strategy.Evaluation{
		korea.WithPolicies: evaluate(now), korea.WithAdditional: evaluate(county())})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range rows {
		fmt.Println(r.Scenario, r.Year, r.Emissions)
	}
	_, err = korea.EmissionsForecast("시계열 분석", map[korea.Scenario]strategy.Evaluation{korea.BAU: evaluate(county())})
	fmt.Println(err)
	// Output:
	// BAU 2027 71900 tCO2e
	// BAU 2028 69900 tCO2e
	// with policies 2027 71468.1 tCO2e
	// with policies 2028 69159.6 tCO2e
	// with additional measures 2027 71115.1 tCO2e
	// with additional measures 2028 68617.772 tCO2e
	// scenario of the plan "BAU": with policies or with additional measures is needed
}

func TestForecastRefuses(t *testing.T) {
	_, err := korea.EmissionsForecast("", map[korea.Scenario]strategy.Evaluation{korea.WithPolicies: {}})
	assert.ErrorContains(t, err, "holds no year")
	_, err = korea.EmissionsForecast("", nil)
	assert.ErrorContains(t, err, "holds no year")

	// Two plans on two baselines have no one BAU.
	on := func(place ghg.PlaceID, electricity string) strategy.Evaluation {
		d := county().Definition()
		d.Actions, d.Place = d.Actions[:1], place
		p, _, err := strategy.NewPortfolio(d)
		require.NoError(t, err)
		base := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "BAU", Place: place, View: gpc.Basic, Metric: ghg.Unstated,
			Source: "forecast", Sources: []strategy.SourceEmissions{{On: strategy.EmissionSource{Category: category("I.1.2"), Fuel: "electricity"},
				ByYear: tonnes(electricity, "29000")}}}))
		return must(p.Evaluate(base, strategy.Expected, strategy.Shapley))
	}
	_, err = korea.EmissionsForecast("", map[korea.Scenario]strategy.Evaluation{
		korea.WithPolicies: on("하늘군", "30000"), korea.WithAdditional: on("하늘군", "30001")})
	assert.ErrorContains(t, err, `forecast with additional measures, 2027 "30001 tCO2e": another scenario is on a BAU of 30000 tCO2e`)
	_, err = korea.EmissionsForecast("", map[korea.Scenario]strategy.Evaluation{
		korea.WithPolicies: on("하늘군", "30000"), korea.WithAdditional: on("바다군", "30000")})
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace))

	// A document that has a scenario twice says so.
	d := plan()
	d.EmissionsForecast = append(d.EmissionsForecast, d.EmissionsForecast[0])
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	require.Equal(t, korea.FindingDuplicateRow, findings.All[0].Code)
	assert.Equal(t, ghg.Serious, findings.All[0].Severity)
	assert.Equal(t, "emissions_forecast, row 2, duplicate-row: BAU has another row for 2028: 합계", findings.All[0].String())
	assert.Equal(t, "BAU: 2028년 행이 또 있음(합계)", findings.All[0].DetailKo)
}
