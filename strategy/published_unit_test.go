package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func byUnit(quantities ghg.Unit, n, saves string, per ghg.Unit) strategy.QuantificationDefinition {
	return strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: quantities, Counting: strategy.DoneInYear, Source: "plan",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, n)}},
		Published:  strategy.PublishedUnit{ID: "1-1/2", On: power, Saves: ghg.MustCO2e(saves), Per: per, Source: "appendix 3"}}
}

// A unit by kWh beside quantities in MWh is multiplied with kWh; 톤 and t are one unit.
func TestPublishedUnitByAnotherUnit(t *testing.T) {
	toe := ghg.OilEquivalent
	for name, c := range map[string]struct {
		d             strategy.QuantificationDefinition
		gives, perOne string
		explained     string
	}{
		"26000 MWh × 0.4781 kg per kWh": {byUnit(ghg.MegawattHour, "26000", "0.4781 kgCO2e", ghg.KilowattHour), "12430.6", "0.4781",
			" × 0.0004781 = "},
		"5000 kWh by MWh": {byUnit(ghg.KilowattHour, "5000", "0.4781 tCO2e", ghg.MegawattHour), "2.3905", "0.0004781",
			" × 0.4781 = "},
		"10 toe are 116.3 MWh": {byUnit(toe, "10", "0.4781 tCO2e", ghg.MegawattHour), "55.60303", "5.560303",
			" × 0.4781 = "},
		"100 MWh are 8.598… toe": {byUnit(ghg.MegawattHour, "100", "2.1 tCO2e", toe), "18.056749785039", "",
			" × 2.1 = "},
		"toe are toe": {byUnit(toe, "7", "2.1 tCO2e", toe), "14.7", "2.1", "C  = K × Cs = 7 × 2.1 = 14.7 tCO2e"},
		"톤 are t":     {byUnit(ghg.MustUnit("톤"), "7", "2.1 tCO2e", ghg.MustUnit("t")), "14.7", "2.1", "C  = K × Cs = 7 × 2.1 = 14.7 tCO2e"},
	} {
		q := must(strategy.NewQuantification(c.d))
		assert.Equal(t, c.gives, net(t, q, strategy.Expected, 2024), name)
		if one, ok := q.PerOne(strategy.Expected, 2024); assert.True(t, ok) && c.perOne != "" {
			assert.Equal(t, c.perOne, one.Tonnes().String(), name)
		}
		assert.Contains(t, q.Explain(strategy.Expected, 2024).String(), c.explained, name)
		again := must(strategy.NewQuantification(q.Definition()))
		assert.Equal(t, c.gives, net(t, again, strategy.Expected, 2024), name)
	}
	// What is kept is kept of what is converted.
	d := byUnit(ghg.MegawattHour, "26000", "0.4781 kgCO2e", ghg.KilowattHour)
	d.Judged = []strategy.Judged{{Why: strategy.Persistence, Kept: ghg.MustShare("80%"), Text: "survey"}}
	q := must(strategy.NewQuantification(d))
	assert.Equal(t, "9944.48", net(t, q, strategy.Expected, 2024))
	assert.Contains(t, q.Explain(strategy.Expected, 2024).String(), "20,800,000 kWh   # the same in kWh")

	for name, c := range map[string]struct {
		d    strategy.QuantificationDefinition
		want string
	}{
		"cars":        {byUnit(ghg.Vehicle, "1", "1 tCO2e", ghg.KilowattHour), `per "kWh": the quantities are in vehicle: an amount in vehicle`},
		"heat value":  {byUnit(ghg.MustUnit("TJ (net)"), "1", "1 tCO2e", ghg.Gigajoule), `per "GJ": the quantities are in TJ (net)`},
		"temperature": {byUnit(ghg.NormalCubicMetre, "1", "1 tCO2e", ghg.CubicMetre), `per "m3": the quantities are in Nm3`},
	} {
		_, err := strategy.NewQuantification(c.d)
		assert.ErrorContains(t, err, `published unit "1-1/2", `+c.want, name)
	}
}

// Quantities in MWh beside a unit that saves 0.4781 kg a kWh.
func ExamplePublishedUnit_Count() {
	u := strategy.PublishedUnit{ID: "1-1/2", Saves: ghg.MustCO2e("0.4781 kgCO2e"), Per: ghg.KilowattHour, Source: "guideline, appendix 3"}
	n, err := u.Count(ghg.MustQuantity("26000 MWh"))
	fmt.Println(n, err)
	_, err = u.Count(ghg.MustQuantity("26000 대"))
	fmt.Println(err)
	// Output:
	// 26000000 kWh <nil>
	// an amount in vehicle does not become one in kWh: vehicles is not energy; a unit of energy, such as kWh, is accepted
}

func TestPublishedUnitIsByTheUnitOfTheQuantities(t *testing.T) {
	d := strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour, Counting: strategy.DoneInYear, Source: "plan",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "26000")}},
		Published: strategy.PublishedUnit{ID: "1-1/2", On: power, Saves: ghg.MustCO2e("0.0004781 tCO2e"), Per: ghg.KilowattHour,
			Source: "appendix 3"}}
	d.Unit = ghg.Vehicle
	_, err := strategy.NewQuantification(d)
	assert.ErrorContains(t, err, `published unit "1-1/2", per "kWh": the quantities are in vehicle`)
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
