package factor_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewEmissionRefuses(t *testing.T) {
	figure := func(text string) ghg.Figure { return must(ghg.ParseFigure(text, ghg.Tonne)) }
	gas := ghg.MustMass("1 t CO2")
	for name, call := range map[string]func() (factor.Emission, error){
		"no unit": func() (factor.Emission, error) { return factor.NewEmission(ghg.Unit{}, figure("1"), ghg.AR5) },
		"nothing": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.Metric{})
		},
		"below 0": func() (factor.Emission, error) { return factor.NewEmission(ghg.MegawattHour, figure("-1"), ghg.AR5) },
		"metric, no total": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.AR5, gas)
		},
		"gas not said": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, figure("1"), ghg.AR5, ghg.MustMass("1 t"))
		},
		"gas twice": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, figure("1"), ghg.AR5, gas, gas)
		},
		"gas below 0": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, figure("1"), ghg.AR5, gas.Neg())
		},
		"below 0, with gas": func() (factor.Emission, error) {
			return factor.NewEmission(ghg.MegawattHour, figure("-1"), ghg.AR5, gas)
		},
	} {
		_, err := call()
		var fault ghg.Fault
		assert.ErrorAs(t, err, &fault, name)
	}
	_, err := factor.NewEmission(ghg.MegawattHour, figure("1"), ghg.Metric{}, gas)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	zero, err := factor.NewEmission(ghg.MegawattHour, figure("0.000"), ghg.Unstated)
	require.NoError(t, err)
	assert.Equal(t, "0.000 tCO2e per MWh", zero.String(), "a factor of 0 is one")
	assert.False(t, zero.IsZero())
}

// A factor keeps what it was made of.
func TestEmissionIsAValue(t *testing.T) {
	gases := []ghg.Mass{ghg.MustMass("3 g N2O"), ghg.MustMass("1 t CO2")}
	e := must(factor.NewEmission(ghg.Terajoule, ghg.Figure{}, ghg.Metric{}, gases...))
	gases[0] = ghg.MustMass("9 t SF6")
	given := e.Gases()
	given[0] = gases[0]
	assert.Equal(t, "1 t CO2, 0.000003 t N2O per TJ", e.String())
	sum, err := e.Weighed(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "1.000795 tCO2e (AR5)", sum.String())
	_, err = e.Weighed(ghg.Unstated)
	var noFactor *ghg.NoFactorError
	assert.ErrorAs(t, err, &noFactor)
	_, err = e.Weighed(ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = e.CO2e(ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric, "the metric of no total is no answer")
}

func TestZeroEmission(t *testing.T) {
	var e factor.Emission
	_, err := e.For(ghg.MustQuantity("1 MWh"))
	assert.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = e.CO2e(ghg.AR5)
	assert.Error(t, err)
	assert.True(t, e.IsZero())
}

// What a litre of the Korean guideline's diesel gives, by both ratios, and what is refused.
func TestCO2OfCarbon(t *testing.T) {
	c := carbonOf("20.111")
	whole, err := c.CO2Of(ghg.MustQuantity("1000 GJ (net)"), factor.WholeWeights)
	require.NoError(t, err)
	assert.Equal(t, "73.740333333333 t CO2", whole.String(), "20.111×44/12, to 12 places")
	atomic, err := c.CO2Of(ghg.MustQuantity("1000 GJ (net)"), factor.AtomicWeights)
	require.NoError(t, err)
	assert.Equal(t, "73.686704 t CO2", atomic.String(), "20.111×3.664")
	long := ghg.MustQuantity("0.0000000000012345 TJ (net)")
	atomic, err = c.CO2Of(long, factor.AtomicWeights)
	require.NoError(t, err)
	assert.Equal(t, "0.000000000091 t CO2", atomic.String(), "0.0000909…, to 12 places")
	_, err = c.CO2Of(ghg.MustQuantity("1 TJ (gross)"), factor.WholeWeights)
	var mismatch *ghg.UnitMismatchError
	assert.ErrorAs(t, err, &mismatch)
	_, err = factor.Carbon{}.CO2Of(long, factor.WholeWeights)
	assert.Error(t, err)
	perKg := factor.Carbon{Tonnes: decimal.New(1, -3), Per: ghg.Kilogram.Unit()}
	mass, err := perKg.CO2Of(ghg.MustQuantity("12 t"), factor.WholeWeights)
	require.NoError(t, err)
	assert.Equal(t, "44 t CO2", mass.String())
	perM3 := factor.Carbon{Tonnes: decimal.New(6, -4), Per: ghg.NormalCubicMetre}
	assert.Equal(t, "0.0006 tC/N㎥", perM3.Korean())
}

// Differences are each by itself, but for edition and metric together.
func TestDifferences(t *testing.T) {
	a := factor.Published[factor.Emission]{Name: "a", Value: emission("0.4", ghg.AR5), Kind: factor.SingleYear, Edition: "IPCC 2006"}
	b := a
	b.Name = "b"
	assert.Empty(t, factor.Differences(a, b).All)
	b.Kind = factor.MeanOfYears
	assert.Equal(t, []string{"averaging-changes:b"}, codes(factor.Differences(a, b)))
	b.Edition = ""
	found := factor.Differences(a, b)
	assert.Equal(t, []string{"edition-changes:b", "averaging-changes:b"}, codes(found))
	assert.Equal(t, "산정지침이 IPCC 2006에서 밝혀지지 않음으로 바뀜", found.All[0].DetailKo)
	b.Value = emission("0.39", ghg.SAR)
	found = factor.Differences(a, b)
	assert.Equal(t, []string{"edition-and-metric-differ:b", "averaging-changes:b"}, codes(found))
	assert.NotContains(t, found.All[0].Detail, "the gases", "they are not known")
	a.Value = emission("0.4", ghg.AR5, "0.4 t CO2")
	assert.Contains(t, factor.Differences(a, b).All[0].Detail,
		"the gases of the first give 0.4 tCO2e (SAR), from which the second is -0.01 tCO2e (SAR) off")
	b.Edition = a.Edition
	assert.Equal(t, []string{"gwp-basis-changes:b", "averaging-changes:b"}, codes(factor.Differences(a, b)))
	b.Value = emission("", ghg.Metric{}, "1 t CO2")
	assert.Equal(t, []string{"averaging-changes:b"}, codes(factor.Differences(a, b)), "gases alone are on no metric")
}
