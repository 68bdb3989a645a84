package power_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const source = "vector"

var (
	work = estimatetest.Worked
)

func p(rate string) estimate.Parameter { return estimate.MustParameter(rate, source) }

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// kilograms is the mass of a gas.
func kilograms(t *testing.T, e estimate.Emissions, gas ghg.Gas) decimal.Decimal {
	t.Helper()
	m, ok := e.Mass(gas)
	require.True(t, ok, gas)
	return m.In(ghg.Kilogram)
}

// co2e is all that is emitted on a metric, in tonnes.
func co2e(t *testing.T, e estimate.Emissions, m ghg.Metric) decimal.Decimal {
	t.Helper()
	c, err := e.CO2e(m)
	require.NoError(t, err)
	return c.Tonnes()
}

func codes(e estimate.Emissions) (out []string) {
	for _, f := range e.Findings().All {
		out = append(out, f.Code)
	}
	return out
}

func electricity(used string, f power.Factor) power.Purchase {
	return power.Purchase{Carrier: power.Electricity, Used: ghg.MustQuantity(used), Source: source, Factor: f}
}

// step is a value of the derivation.
func step(t *testing.T, e estimate.Emissions, symbol string) decimal.Decimal {
	t.Helper()
	s, ok := e.Explain().Step(symbol)
	require.True(t, ok, symbol)
	return s.Values[0].Number
}

func TestVectors(t *testing.T) {
	koreanVectors(t)
	householdVector(t)
	// The factors of eGRID are lb/MWh: the arithmetic is that of any unit of mass, and pounds
	// stand here as kilograms.
	egrid := func(t *testing.T, v estimatetest.Vector) {
		e := work(t, electricity(v.In(t, "kwh")+" kWh", power.Factor{CO2: p(v.In(t, "ef_lb_per_mwh") + " kg CO2/MWh")}))
		v.Equal(t, kilograms(t, e, ghg.CO2), "lb_CO2")
		assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated())
	}
	steam := func(t *testing.T, v estimatetest.Vector) {
		e := work(t, power.Boiler{Carrier: power.Steam, Used: ghg.MustQuantity(v.In(t, "steam_mmbtu") + " MMBTU"), Source: source,
			Efficiency: p(v.In(t, "boiler_efficiency")), Basis: ghg.GrossCalorific,
			CO2: p(v.In(t, "ef_kg_per_mmbtu") + " kg CO2/MMBTU (gross)"), Biogenic: p("0")})
		v.Equal(t, kilograms(t, e, ghg.CO2), "kg_CO2")
	}
	plant := func(total, heat, electric string) power.Cogeneration {
		return power.Cogeneration{Of: power.Heat, Total: []ghg.Mass{ghg.MustMass(total + " t CO2")}, Source: source,
			Heat: ghg.MustQuantity(heat + " GJ"), Power: ghg.MustQuantity(electric + " GJ"), OutputsSource: source}
	}
	shares := func(t *testing.T, c power.Cogeneration) (heat, electric decimal.Decimal) {
		c.Of = power.Heat
		heat = kilograms(t, work(t, c), ghg.CO2).Shift(-3)
		c.Of = power.Electricity
		electric = kilograms(t, work(t, c), ghg.CO2).Shift(-3)
		assert.True(t, c.Total[0].Tonnes().Equal(heat.Add(electric)), "the shares add up")
		return heat, electric
	}
	topics := map[string]bool{"electricity": true, "heat": true, "chp": true}
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool { return topics[v.Topic] },
		map[string]func(*testing.T, estimatetest.Vector){
			"elec-egrid-akgd": egrid,
			"elec-egrid-akms": egrid,
			"elec-egrid-market": func(t *testing.T, v estimatetest.Vector) {
				grid := power.Factor{CO2: p(v.In(t, "grid_ef_lb_per_mwh") + " kg CO2/MWh")}
				used := v.In(t, "kwh") + " kWh"
				v.Equal(t, kilograms(t, work(t, electricity(used, grid)), ghg.CO2), "location_lb")
				e := work(t, power.MarketBased{Used: ghg.MustQuantity(used), Source: source, Grid: grid,
					Instruments: []power.Instrument{{Name: "supplier", Covers: ghg.MustQuantity(used), Source: source,
						Factor: power.Factor{CO2: p(v.In(t, "supplier_ef_lb_per_mwh") + " kg CO2/MWh")}}}})
				v.Equal(t, kilograms(t, e, ghg.CO2), "market_lb")
				assert.NotContains(t, codes(e), power.FindingNoResidual, "all is covered")
			},
			"elec-market-losses-calcsimpler": func(t *testing.T, v estimatetest.Vector) {
				of := func(name string) power.Factor {
					return power.Factor{CO2e: p(v.In(t, name) + " kg CO2e/kWh"), Metric: ghg.AR5, End: power.GenerationEnd}
				}
				covered, residual := of("covered_kg_per_kwh"), of("residual_kg_per_kwh")
				e := work(t, power.MarketBased{Used: ghg.MustQuantity(v.In(t, "kwh") + " kWh"), Source: source, Residual: residual,
					Instruments: []power.Instrument{{Name: "contract", Covers: ghg.MustQuantity(v.In(t, "covered_kwh") + " kWh"),
						Source: source, Factor: covered}}})
				sum := co2e(t, e, ghg.AR5)
				assert.Equal(t, "1530", sum.String())
				rest := step(t, e, "Rest1")
				assert.Equal(t, "3000", rest.String())
				// its losses are a share of consumption, of each part with its factor
				lost := func(used string, f power.Factor) decimal.Decimal {
					return co2e(t, work(t, power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity(used), Source: source,
						By: power.OfConsumption, Rate: p(v.In(t, "loss_fraction")), Factor: f}), ghg.AR5)
				}
				lostRest := lost(rest.String()+" MWh", residual)
				v.Equal(t, rest.Mul(dec("0.45")).Add(lostRest), "residual_t")
				v.Equal(t, sum.Add(lostRest).Add(lost(v.In(t, "covered_kwh")+" kWh", covered)), "t_CO2e")
				v.Equal(t, step(t, e, "Used1").DivRound(step(t, e, "Q"), 9), "covered_share")
			},
			"heat-steam-distillate_eff75": steam,
			"heat-steam-kerosene_eff81":   steam,
			"chp-swapped-efficiency-NOT-GHGP": func(t *testing.T, v estimatetest.Vector) {
				// oemof's "efficiency" gives electricity E·η_th/(η_el+η_th): none of the three.
				c := plant(v.In(t, "total"), v.In(t, "eta_th"), v.In(t, "eta_el"))
				c.By, c.HeatEfficiency, c.PowerEfficiency = power.ByEfficiency, p(v.In(t, "eta_th")), p(v.In(t, "eta_el"))
				heat, electric := shares(t, c)
				assert.Equal(t, "100", heat.String())
				assert.Equal(t, "100", electric.String(), "H/e_H = P/e_P = the fuel")
				c = plant(v.In(t, "total"), v.In(t, "eta_th"), v.In(t, "eta_el"))
				c.By = power.ByEnergyContent
				heat, electric = shares(t, c)
				assert.True(t, heat.Equal(v.Want(t, "electricity")) && electric.Equal(v.Want(t, "heat")),
					"by energy content the two are the other way round: %s %s", heat, electric)
			},
			"chp-deflex-fuelfactors": func(t *testing.T, v estimatetest.Vector) {
				// of one tonne, per unit of output
				c := plant("1", v.In(t, "eta_th"), v.In(t, "eta_el"))
				c.By, c.HeatEfficiency, c.PowerEfficiency = power.ByEfficiency, p(v.In(t, "ref_th")), p(v.In(t, "ref_el"))
				heat, electric := shares(t, c)
				v.Equal(t, electric.DivRound(dec(v.In(t, "eta_el")), 9), "electricity")
				v.Equal(t, heat.DivRound(dec(v.In(t, "eta_th")), 9), "heat")
			},
			"chp-ghgp-defaults": func(t *testing.T, v estimatetest.Vector) {
				c := plant(v.In(t, "total_t"), v.In(t, "heat_gj"), v.In(t, "power_gj"))
				c.By, c.HeatEfficiency, c.PowerEfficiency = power.ByEfficiency, p(v.In(t, "e_h")), p(v.In(t, "e_p"))
				heat, electric := shares(t, c)
				v.Equal(t, heat, "heat_t")
				v.Equal(t, electric, "power_t")
			},
			"chp-work-potential": func(t *testing.T, v estimatetest.Vector) {
				c := plant(v.In(t, "total_t"), v.In(t, "heat_gj"), v.In(t, "power_gj"))
				c.By, c.Surroundings, c.Supply = power.ByWorkPotential, p(v.In(t, "t0_k")+" K"), p(v.In(t, "t_k")+" K")
				heat, _ := shares(t, c)
				v.Equal(t, heat, "heat_t")
			},
		})
	estimatetest.Vectors(t, "../testdata/gpc-equations.json", func(v estimatetest.Vector) bool { return strings.HasPrefix(v.ID, "TDL-") },
		map[string]func(*testing.T, estimatetest.Vector){
			"TDL-1": func(t *testing.T, v estimatetest.Vector) {
				l := power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity(v.In(t, "kwh") + " kWh"), Source: source,
					By: power.OfConsumption, Rate: p(v.In(t, "loss_fraction_of_delivered")),
					Factor: power.Factor{CO2e: p(v.In(t, "ef_kg_per_kwh") + " kg CO2e/kWh"), Metric: ghg.AR5, End: power.GenerationEnd}}
				v.Equal(t, co2e(t, work(t, l), ghg.AR5).Shift(3))
				l.By = power.OfSupply
				assert.Equal(t, "16859.589467136637", co2e(t, work(t, l), ghg.AR5).Shift(3).Round(12).String(), "as its note has it")
			},
		})
}

// koreanVectors are those of Korean electricity and heat.
func koreanVectors(t *testing.T) {
	printed := func(t *testing.T, p factor.Published[factor.Emission], err error) power.Factor {
		require.NoError(t, err)
		f, err := power.AsPrinted(p, power.ConsumptionEnd)
		require.NoError(t, err)
		return f
	}
	// in force on the last day of the year, and of the year, where that is given by name
	twoQuestions := func(name string) func(*testing.T, estimatetest.Vector) {
		return func(t *testing.T, v estimatetest.Vector) {
			year := int(dec(v.In(t, "year")).IntPart())
			used := v.In(t, "MWh") + " MWh"
			on, err := gir.ConsumptionEnd.InForceOn(ghg.CalendarYear(year).End())
			inForce := work(t, electricity(used, printed(t, on, err)))
			assert.Empty(t, codes(inForce))
			v.Equal(t, co2e(t, inForce, ghg.SAR), "in_force_on_last_day_t")
			set, err := gir.ConsumptionEnd.Also(name)
			require.NoError(t, err)
			of, err := set.OfYear(year)
			ofYear := work(t, electricity(used, printed(t, of, err)))
			v.Equal(t, co2e(t, ofYear, ghg.Unstated), "single_year_t")
			_, err = ofYear.CO2e(ghg.SAR)
			assert.Error(t, err, "a printed total stays on its metric")
			v.Equal(t, co2e(t, ofYear, ghg.Unstated).Sub(co2e(t, inForce, ghg.SAR)), "single_year_minus_in_force_t")
			assert.ElementsMatch(t, v.Expected.(map[string]any)["findings"], codes(ofYear))
		}
	}
	heat := func(t *testing.T, branch string, year int, used string, names ...string) estimate.Emissions {
		set, err := gir.HeatFactor(branch)
		require.NoError(t, err)
		var f factor.Published[factor.Emission]
		if len(names) > 0 {
			set, err = set.Also(names...)
			require.NoError(t, err)
			f, err = set.Prescribed()
		} else {
			f, err = set.OfYear(year)
		}
		require.NoError(t, err)
		by, err := power.ByGas(f, power.ConsumptionEnd)
		require.NoError(t, err)
		return work(t, power.Purchase{Carrier: power.Heat, Used: ghg.MustQuantity(used), Source: source, Factor: by,
			Rule: power.MadeFromFuelOrElectricity, From: power.FromFuel})
	}
	gases := func(t *testing.T, v estimatetest.Vector, e estimate.Emissions) {
		for name, g := range map[string]ghg.Gas{"CO2": ghg.CO2, "CH4": ghg.CH4NonFossil, "N2O": ghg.N2O} {
			v.Equal(t, kilograms(t, e, g).Shift(-3), "t", name)
		}
		v.Equal(t, co2e(t, e, ghg.AR5), "AR5_t_CO2e")
	}
	ends := func(t *testing.T) (generation, consumption power.Factor) {
		day := ghg.MustDate("2025-03-31")
		gen, err := gir.GenerationEnd.InForceOn(day)
		require.NoError(t, err)
		generation, err = power.AsPrinted(gen, power.GenerationEnd)
		require.NoError(t, err)
		use, err := gir.ConsumptionEnd.InForceOn(day)
		return generation, printed(t, use, err)
	}
	estimatetest.Vectors(t, "../../gir/testdata/korea.json", func(v estimatetest.Vector) bool {
		return v.Topic == "korea/estimate" && (strings.HasPrefix(v.ID, "kr-elec-") || strings.HasPrefix(v.ID, "kr-heat-"))
	}, map[string]func(*testing.T, estimatetest.Vector){
		"kr-elec-2021": twoQuestions("elec.use.2021"),
		"kr-elec-2022": twoQuestions("elec.use.2022"),
		"kr-elec-2024-of-year-missing": func(t *testing.T, v estimatetest.Vector) {
			_, err := gir.ConsumptionEnd.OfYear(2024)
			var none *ghg.NoFigureError
			require.ErrorAs(t, err, &none)
			on, err := gir.ConsumptionEnd.InForceOn(ghg.MustDate("2024-12-31"))
			v.Equal(t, co2e(t, work(t, electricity(v.In(t, "MWh")+" MWh", printed(t, on, err))), ghg.SAR), "in_force_on_last_day_t")
		},
		"kr-elec-gases-appr2021": func(t *testing.T, v estimatetest.Vector) {
			on, err := gir.ConsumptionEnd.InForceOn(ghg.MustDate("2022-01-10"))
			require.NoError(t, err)
			f, err := power.ByGas(on, power.ConsumptionEnd)
			require.NoError(t, err)
			e := work(t, electricity(v.In(t, "MWh")+" MWh", f))
			gases(t, v, e)
			v.Equal(t, co2e(t, e, ghg.SAR), "SAR_t_CO2e")
		},
		"kr-elec-losses-embedded": func(t *testing.T, v estimatetest.Vector) {
			_, use := ends(t)
			used := v.In(t, "MWh_metered") + " MWh"
			v.Equal(t, co2e(t, work(t, electricity(used, use)), ghg.AR5), "I.2 scope 2 t")
			scope2 := ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.2.2"}
			e := work(t, power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity(used), Source: source, By: power.InFactor,
				Factor: use, Scope2: scope2})
			records := e.Records(ghg.Record{})
			require.Len(t, records, 1)
			assert.Equal(t, ghg.IE, records[0].Value.Key())
			in, ok := records[0].Value.IncludedIn()
			assert.True(t, ok)
			assert.Equal(t, scope2, in)
			_, err := e.CO2e(ghg.AR5)
			assert.ErrorIs(t, err, estimate.ErrNothing)
		},
		"kr-elec-losses-generation-end": func(t *testing.T, v estimatetest.Vector) {
			gen, use := ends(t)
			used := v.In(t, "MWh_metered") + " MWh"
			scope2 := co2e(t, work(t, electricity(used, gen)), ghg.AR5)
			v.Equal(t, scope2, "scope 2 t")
			l := power.LossesAndOwnUse{Used: ghg.MustQuantity(used), Source: source, AtGeneration: gen, AtConsumption: use}
			e := work(t, l)
			between := step(t, e, "Between_CO2e")
			v.Equal(t, between, "losses and own use t")
			v.Equal(t, scope2.Add(between), "sum t")
			assert.Equal(t, []string{power.FindingOwnUse}, codes(e))
			_, err := e.CO2e(ghg.AR5)
			assert.ErrorIs(t, err, estimate.ErrNothing, "no figure for I.x.3 without a split")
			l.Lost = p("40 %")
			e = work(t, l)
			assert.Equal(t, "1476", co2e(t, e, ghg.AR5).String())
			assert.Empty(t, codes(e))
		},
		"kr-elec-losses-twice": func(t *testing.T, v estimatetest.Vector) {
			_, use := ends(t)
			l := power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity(v.In(t, "MWh_metered") + " MWh"), Source: source,
				By: power.OfSupply, Rate: p("4 %"), Factor: use}
			_, err := estimate.Of(l)
			assert.ErrorContains(t, err, "losses counted twice")
			l.Factor.End = power.GenerationEnd // were it so
			v.Equal(t, co2e(t, work(t, l), ghg.AR5), "would_add_t")
			l.By = power.InFactor
			_, err = estimate.Of(l)
			assert.ErrorContains(t, err, "losses counted twice")
		},
		"kr-elec-months-with-total-row": func(t *testing.T, v estimatetest.Vector) {
			rows := v.Inputs.(map[string]any)["rows"].(map[string]any)
			sum := func(name string) decimal.Decimal {
				n := decimal.Zero
				for i := range rows[name].([]any) {
					n = n.Add(dec(v.In(t, "rows", name, decimal.NewFromInt(int64(i)).String())))
				}
				return n
			}
			parts := sum("주택용").Add(sum("일반용"))
			assert.True(t, parts.Equal(sum("합계")), "the row of totals is a check")
			of, err := gir.ConsumptionEnd.OfYear(2023)
			e := work(t, electricity(parts.String()+" kWh", printed(t, of, err)))
			v.Equal(t, step(t, e, "Q"), "MWh")
			v.Equal(t, co2e(t, e, ghg.AR5), "t")
		},
		"kr-heat-daegu-2024-gases-missing": func(t *testing.T, v estimatetest.Vector) {
			e := heat(t, v.Inputs.(map[string]any)["branch"].(string), 2024, v.In(t, "TJ")+" TJ")
			v.Equal(t, kilograms(t, e, ghg.CO2).Shift(-3), "t", "CO2")
			assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated())
			assert.Equal(t, []string{factor.FindingLacks, estimate.FindingNotEstimated}, codes(e))
		},
		"kr-heat-gcal-capital-2021": func(t *testing.T, v estimatetest.Vector) {
			e := heat(t, v.Inputs.(map[string]any)["branch"].(string), 2021, v.In(t, "Gcal")+" Gcal")
			v.Equal(t, step(t, e, "Q"), "TJ")
			gases(t, v, e)
		},
		"kr-heat-branch-matters": func(t *testing.T, v estimatetest.Vector) {
			a := kilograms(t, heat(t, "청주지사", 2021, v.In(t, "TJ")+" TJ"), ghg.CO2).Shift(-3)
			b := kilograms(t, heat(t, "평택지사", 2021, v.In(t, "TJ")+" TJ"), ghg.CO2).Shift(-3)
			v.Equal(t, a, "청주지사_t_CO2")
			v.Equal(t, b, "평택지사_t_CO2")
			v.Equal(t, a.DivRound(b, 30), "ratio")
			_, err := gir.HeatFactor("")
			assert.Error(t, err, "without a branch there is no answer")
		},
		"kr-heat-national-average": func(t *testing.T, v estimatetest.Vector) {
			e := heat(t, "national average", 0, v.In(t, "TJ")+" TJ", "heat.national.average")
			gases(t, v, e)
			assert.Equal(t, []string{factor.FindingLowConfidence}, codes(e))
		},
	})
}
