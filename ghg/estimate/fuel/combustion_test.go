package fuel_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
)

// A blend is fossil in part, biomass is a memo item, and carbon by 3.664 is another method.
func TestCombustionOfBiomass(t *testing.T) {
	c := fuel.Combustion{Amount: amount("pellets", "200 t"), CO2: p("112000 kg CO2/TJ (net)"), CH4: p("30 kg CH4/TJ (net)"),
		Biogenic: p("100 %")}
	c.NCV = p("15 TJ (net)/Gg")
	e := burn(t, c)
	assert.Equal(t, "336", tonnes(t, e, ghg.CO2Biogenic).String())
	assert.Equal(t, "0.09", tonnes(t, e, ghg.CH4NonFossil).String())
	c.Biogenic = p("25 %")
	e = burn(t, c)
	assert.Equal(t, "84", tonnes(t, e, ghg.CO2Biogenic).String())
	assert.Equal(t, "252", tonnes(t, e, ghg.CO2).String())
	c.CO2, c.Carbon, c.Oxidation, c.Ratio, c.Biogenic = estimate.Parameter{}, p("20 t C/TJ (net)"), p("0.5"), factor.AtomicWeights, p("0")
	assert.Equal(t, "109.92", tonnes(t, burn(t, c), ghg.CO2).String(), "3 TJ × 20 × 0.5 × 3.664")
	c.Carbon = estimate.Parameter{}
	assert.Contains(t, burn(t, c).NotEstimated(), ghg.CO2)
}

func TestCombustionThatIsRefused(t *testing.T) {
	with := func(change func(*fuel.Combustion)) fuel.Combustion {
		c := fuel.Combustion{Amount: amount("oil", "3 kL"), CO2: p("74100 kg CO2/TJ (net)"), Biogenic: p("0")}
		c.NCV, c.Density = p("43 TJ (net)/Gg"), p("0.84 kg/L")
		change(&c)
		return c
	}
	for _, x := range []struct {
		want string
		of   fuel.Combustion
	}{
		{"Fuel: none is given", with(func(c *fuel.Combustion) { c.Burnt = ghg.Quantity{} })},
		{"Biogenic: none is given", with(func(c *fuel.Combustion) { c.Biogenic = estimate.Parameter{} })},
		{`Biogenic "40": a fraction`, with(func(c *fuel.Combustion) { c.Biogenic = p("40") })},
		{"CO2 is by an emission factor or by carbon content", with(func(c *fuel.Combustion) { c.Carbon = p("20 t C/TJ (net)") })},
		{`CO2 "3": a mass of CO2 per`, with(func(c *fuel.Combustion) { c.CO2 = p("3") })},
		{`Density "0.84": a mass per unit`, with(func(c *fuel.Combustion) { c.Density = p("0.84") })},
		{`NCV "43": energy per unit`, with(func(c *fuel.Combustion) {
			c.Burnt, c.NCV, c.GCV = ghg.MustQuantity("3 GJ (gross)"), p("43"), p("45 MJ (gross)/kg")
		})},
		{`GCV "0 MJ (gross)/kg": above 0`, with(func(c *fuel.Combustion) {
			c.Burnt, c.GCV = ghg.MustQuantity("3 GJ (gross)"), p("0 MJ (gross)/kg")
		})},
		{"does not become one in TJ (net)", with(func(c *fuel.Combustion) { c.NCV = p("43") })},
		{"44/12 (factor.WholeWeights) or", with(func(c *fuel.Combustion) {
			c.CO2, c.Carbon, c.Oxidation = estimate.Parameter{}, p("20 t C/TJ (net)"), p("1")
		})},
		{`Carbon "20": carbon per net energy`, with(func(c *fuel.Combustion) { c.CO2, c.Carbon = estimate.Parameter{}, p("20") })},
		{"Oxidation: none is given", with(func(c *fuel.Combustion) { c.CO2, c.Carbon = estimate.Parameter{}, p("20 t C/TJ (net)") })},
	} {
		_, err := estimate.Of(x.of)
		assert.ErrorContains(t, err, x.want)
	}
}
