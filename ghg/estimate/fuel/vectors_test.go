package fuel_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const source = "vector"

var (
	burn   = estimatetest.Worked
	tonnes = estimatetest.Tonnes
)

func p(rate string) estimate.Parameter { return estimate.MustParameter(rate, source) }

func amount(name, burnt string) fuel.Amount {
	return fuel.Amount{Fuel: words.Term{En: name, Ko: name}, Burnt: ghg.MustQuantity(burnt), Source: source}
}

func TestVectors(t *testing.T) {
	fugitiveVectors(t)
	cubicMetres := func(t *testing.T, v estimatetest.Vector) {
		ef := func(gas string) estimate.Parameter { return p(v.In(t, "ef_kg_per_m3", gas) + " kg " + gas + "/m3") }
		c := fuel.Combustion{Amount: amount("fuel", v.In(t, "quantity_m3")+" m3"), CO2: ef("CO2"), CH4: ef("CH4"), N2O: ef("N2O"),
			Biogenic: p("0")}
		total, err := burn(t, c).CO2e(ghg.AR5)
		require.NoError(t, err)
		v.Equal(t, total.Tonnes(), "t_CO2e")
	}
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool { return v.Topic == "stationary" },
		map[string]func(*testing.T, estimatetest.Vector){
			"stat-cc-natural_gas":           cubicMetres,
			"stat-cc-gasoline":              cubicMetres,
			"stat-cc-residual_fuel_oil_mfg": cubicMetres,
			"stat-cc-diesel_oil_mfg":        cubicMetres,
			"stat-cc-kerosene_mfg":          cubicMetres,
			"stat-t1-naturalgas-energy": func(t *testing.T, v estimatetest.Vector) {
				ef := func(gas string) estimate.Parameter {
					return p(v.In(t, "ef_kg_per_tj", gas) + " kg " + gas + "/TJ (net)")
				}
				c := fuel.Combustion{Amount: amount("natural gas", v.In(t, "fuel_t")+" t"), CO2: ef("CO2"), CH4: ef("CH4"), N2O: ef("N2O"),
					Biogenic: p("0")}
				c.NCV = p(v.In(t, "ncv_tj_per_gg") + " TJ (net)/Gg")
				e := burn(t, c)
				energy, ok := e.Explain().Step("Energy")
				require.True(t, ok)
				v.Equal(t, energy.Values[0].Number, "TJ")
				v.Equal(t, tonnes(t, e, ghg.CO2), "CO2_t")
				v.Equal(t, tonnes(t, e, ghg.CH4NonFossil).Shift(3), "CH4_kg")
				v.Equal(t, tonnes(t, e, ghg.N2O).Shift(3), "N2O_kg")
			},
			"stat-eib-chp-fuel": func(t *testing.T, v estimatetest.Vector) {
				fuelled := decimal.RequireFromString(v.In(t, "output_gwh")).DivRound(decimal.RequireFromString(v.In(t, "efficiency")), 12)
				c := fuel.Combustion{Amount: amount("gas", fuelled.String()+" GWh (net)"), CO2: p(v.In(t, "ef_kg_per_tj") + " kg CO2/TJ (net)"),
					Biogenic: p("0")}
				e := burn(t, c)
				v.Equal(t, tonnes(t, e, ghg.CO2), "t_CO2")
				assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated())
			},
			"stat-eib-chp-baseline": func(t *testing.T, v estimatetest.Vector) {
				c := fuel.Combustion{Amount: amount("gas", v.In(t, "output_gwh")+" GWh (net)"), CO2: p(v.In(t, "ef_t_per_mwh") + " t CO2/MWh (net)"),
					Biogenic: p("0")}
				v.Equal(t, tonnes(t, burn(t, c), ghg.CO2), "t_CO2")
			},
		})
	gas := func(t *testing.T, v estimatetest.Vector, burnt, ncv string) fuel.Combustion {
		c := fuel.Combustion{Amount: amount("city gas", burnt), Carbon: p(v.In(t, "tC_per_TJ") + " t C/TJ (net)"), Oxidation: p("1"),
			Ratio: factor.WholeWeights, CH4: p(v.In(t, "CH4_kg_per_TJ") + " kg CH4/TJ (net)"), N2O: p(v.In(t, "N2O_kg_per_TJ") + " kg N2O/TJ (net)"),
			Biogenic: p("0")}
		c.NCV = p(ncv)
		return c
	}
	check := func(t *testing.T, v estimatetest.Vector, c fuel.Combustion) {
		e := burn(t, c)
		energy, ok := e.Explain().Step("Energy")
		require.True(t, ok)
		v.Equal(t, energy.Values[0].Number, "TJ_net")
		for name, g := range map[string]ghg.Gas{"CO2": ghg.CO2, "CH4": ghg.CH4NonFossil, "N2O": ghg.N2O} {
			v.Equal(t, tonnes(t, e, g), "t", name)
		}
		for name, metric := range map[string]ghg.Metric{"AR5_t_CO2e": ghg.AR5, "SAR_t_CO2e": ghg.SAR} {
			total, err := e.CO2e(metric)
			require.NoError(t, err)
			v.Equal(t, total.Tonnes(), name)
		}
	}
	volume := func(t *testing.T, v estimatetest.Vector) {
		check(t, v, gas(t, v, v.In(t, "Nm3")+" Nm3", v.In(t, "NCV_MJ_per_Nm3")+" MJ (net)/Nm3"))
	}
	mass := func(t *testing.T, v estimatetest.Vector) {
		check(t, v, gas(t, v, v.In(t, "t")+" t", v.In(t, "NCV_MJ_per_kg")+" MJ (net)/kg"))
	}
	estimatetest.Vectors(t, "../../gir/testdata/korea.json", func(v estimatetest.Vector) bool {
		return v.Topic == "korea/estimate" &&
			(strings.HasPrefix(v.ID, "kr-gas-") || strings.HasPrefix(v.ID, "kr-lpg-") || v.ID == "kr-diesel-road-2023")
	}, map[string]func(*testing.T, estimatetest.Vector){
		"kr-gas-m3-residential-2023":      volume,
		"kr-gas-m3-residential-2021-kets": volume,
		"kr-gas-MJ-gross-2023": func(t *testing.T, v estimatetest.Vector) {
			c := gas(t, v, v.In(t, "MJ_gross")+" MJ (gross)", v.In(t, "NCV_MJ_per_Nm3")+" MJ (net)/Nm3")
			c.GCV = p(v.In(t, "GCV_MJ_per_Nm3") + " MJ (gross)/Nm3")
			check(t, v, c)
		},
		"kr-lpg-propane-residential": mass,
		"kr-lpg-butane-road":         mass,
		"kr-lpg-litres-without-density": func(t *testing.T, v estimatetest.Vector) {
			c := fuel.Combustion{Amount: amount("butane", v.In(t, "L")+" L"), CO2: p("66393 kg CO2/TJ (net)"), Biogenic: p("0")}
			c.NCV = p("45.7 MJ (net)/kg")
			_, err := estimate.Of(c)
			assert.ErrorContains(t, err, "an amount in L does not become one in kg: it takes a density with its source")
			c.Density = p("0.58 kg/L")
			// 10^6 L × 0.58 kg/L × 45.7 MJ/kg = 26.506 TJ
			assert.Equal(t, "1759.812858", tonnes(t, burn(t, c), ghg.CO2).String())
		},
		"kr-diesel-road-2023": func(t *testing.T, v estimatetest.Vector) {
			check(t, v, gas(t, v, v.In(t, "L")+" L", v.In(t, "NCV_MJ_per_L")+" MJ (net)/L"))
		},
	})
}
