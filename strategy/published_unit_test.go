package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A unit by kWh is not multiplied with MWh; 톤 and t are one unit.
func TestPublishedUnitIsByTheUnitOfTheQuantities(t *testing.T) {
	d := strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour, Counting: strategy.DoneInYear, Source: "plan",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "26000")}},
		Published: strategy.PublishedUnit{ID: "1-1/2", On: power, Saves: ghg.MustCO2e("0.0004781 tCO2e"), Per: ghg.KilowattHour,
			Source: "appendix 3"}}
	_, err := strategy.NewQuantification(d)
	assert.ErrorContains(t, err, `published unit "1-1/2", per "kWh": the quantities are in MWh`)
	d.Unit = ghg.KilowattHour
	_, err = strategy.NewQuantification(d)
	assert.NoError(t, err)
	d.Unit, d.Published.Per = ghg.MustUnit("톤"), ghg.MustUnit("t")
	_, err = strategy.NewQuantification(d)
	assert.NoError(t, err)
}

// The factor inside a unit is held against the place's by its number, though the two are
// on two metrics as well.
func TestContainedFactorOnAnotherMetric(t *testing.T) {
	one := func(source, co2e string) ghg.Factors {
		return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: source, Per: ghg.MegawattHour,
			Years: []ghg.Factor{{CO2e: ghg.MustCO2e(co2e)}}}))
	}
	q := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.KilowattHour,
		Counting: strategy.DoneInYear, Source: "plan", Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "26000")}},
		Published: strategy.PublishedUnit{ID: "1-1/2", On: power, Saves: ghg.MustCO2e("0.0004781 tCO2e"), Source: "appendix 3",
			Contains: one("appendix 3", "0.4781 tCO2e (SAR)")}}))
	f := q.Findings(strategy.Expected, 2024, 2024, one("GIR 2025", "0.4173 tCO2e (AR5)"))
	require.Equal(t, []string{strategy.FindingFactorDiffers}, codesOf(f))
	assert.Equal(t, "the factor of electricity in 2024 is 0.4781 tCO2e (SAR)/MWh appendix 3 "+
		"and not the 0.4173 tCO2e (AR5)/MWh of GIR 2025: +14.6%", f.All[0].Detail)
}
