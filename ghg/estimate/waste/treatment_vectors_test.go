package waste_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// thousandth is a number of Gg as tonnes are.
func thousandth(d decimal.Decimal) decimal.Decimal { return d.Shift(-3) }

// treatmentVectors are those of biological treatment, incineration and open burning.
func treatmentVectors(t *testing.T) {
	burnt := func(components ...waste.Component) waste.Burnt {
		return waste.Burnt{What: named("municipal waste"), Components: components, Ratio: factor.WholeWeights}
	}
	estimatetest.Vectors(t, "../testdata/methods.json",
		func(v estimatetest.Vector) bool { return v.Topic == "biological" || v.Topic == "incineration" },
		map[string]func(*testing.T, estimatetest.Vector){
			"bio-compost": func(t *testing.T, v estimatetest.Vector) {
				e := of(t, waste.Biological{Treatment: waste.Composting, Basis: waste.WetWeight, Source: source,
					Waste: ghg.MustQuantity(v.In(t, "wet_gg") + " Gg"), CH4: p(v.In(t, "ef_g_per_kg", "CH4") + " g CH4/kg wet waste"),
					N2O: p(v.In(t, "ef_g_per_kg", "N2O") + " g N2O/kg wet waste")})
				v.Equal(t, thousandth(tonnes(t, e, ghg.CH4NonFossil)), "CH4_gg")
				v.Equal(t, thousandth(tonnes(t, e, ghg.N2O)), "N2O_gg")
			},
			"incin-open-burning-box51": func(t *testing.T, v estimatetest.Vector) {
				o := waste.OpenBurning{Burnt: burnt(), People: ghg.MustQuantity(v.In(t, "population") + " person"), Source: source,
					Burning: p(v.In(t, "p_frac")), PerPerson: p(v.In(t, "msw_kg_cap_day") + " kg/person/day"), BurntShare: p(v.In(t, "b_frac"))}
				o.CH4, o.N2O = p("6500 g CH4/t wet waste"), p("50 g N2O/t wet waste")
				e := of(t, o)
				v.Equal(t, thousandth(step(t, e, "IW")), "gg")
				assert.Equal(t, "65535.75", step(t, e, "IW").String())
				assert.Equal(t, "425.982375", tonnes(t, e, ghg.CH4NonFossil).String(), "65535.75 t of 6.5 kg")
			},
			"incin-mixed-msw": func(t *testing.T, v estimatetest.Vector) {
				i := waste.Incineration{Burnt: burnt(), Waste: ghg.MustQuantity(v.In(t, "msw_gg") + " Gg"), Source: source, Energy: waste.WithoutEnergy}
				for _, name := range []string{"paper", "textiles", "rubber", "plastics", "other"} {
					of := func(at string) estimate.Parameter { return p(v.In(t, "components", name, at)) }
					i.Components = append(i.Components, waste.Component{Name: named(name), Share: of("0"), Dry: of("1"), Carbon: of("2"), Fossil: of("3")})
				}
				i.Oxidation = p(v.In(t, "OF"))
				e := of(t, i)
				v.Equal(t, thousandth(tonnes(t, e, ghg.CO2)), "fossil_co2_gg")
				assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated())
				assert.Contains(t, codes(e), waste.FindingPartsOnly, "45 % of the waste")
			},
			"incin-ch4-n2o": func(t *testing.T, v estimatetest.Vector) {
				i := waste.Incineration{Burnt: burnt(), Waste: ghg.MustQuantity(v.In(t, "msw_gg") + " Gg"), Source: source, Energy: waste.WithoutEnergy}
				i.CH4, i.N2O = p(v.In(t, "ef_ch4_kg_per_gg")+" kg CH4/Gg wet waste"), p(v.In(t, "ef_n2o_g_per_t")+" g N2O/t wet waste")
				e := of(t, i)
				v.Equal(t, tonnes(t, e, ghg.CH4NonFossil), "CH4_t")
				v.Equal(t, tonnes(t, e, ghg.N2O), "N2O_t")
				assert.Equal(t, []ghg.Gas{ghg.CO2}, e.NotEstimated(), "of no components")
			},
			"incin-liquid-fossil": func(t *testing.T, v estimatetest.Vector) {
				e := of(t, waste.LiquidWaste{Waste: ghg.MustQuantity(v.In(t, "al_gg") + " Gg"), Source: source, Carbon: p(v.In(t, "CL")),
					Oxidation: p(v.In(t, "OF")), Ratio: factor.WholeWeights, Energy: waste.WithoutEnergy})
				v.Equal(t, thousandth(tonnes(t, e, ghg.CO2)), "co2_gg")
			},
		})
	estimatetest.Vectors(t, "../testdata/gpc-equations.json", func(v estimatetest.Vector) bool { return v.ID == "INC-N2O" },
		map[string]func(*testing.T, estimatetest.Vector){
			// F6: theirs takes kg of waste times g/t by 10^-3, and prints 50 t for 0.05 t. A
			// unit that says g/t cannot be taken for g/kg; g/kg itself is the number of theirs.
			"INC-N2O": func(t *testing.T, v estimatetest.Vector) {
				i := waste.Incineration{Burnt: burnt(), Waste: ghg.MustQuantity(v.In(t, "iw_t") + " t"), Source: source, Energy: waste.WithoutEnergy}
				i.N2O = mswContinuous(t, v)
				right := tonnes(t, of(t, i), ghg.N2O)
				v.Equal(t, right)
				i.Waste = ghg.MustQuantity("1000000 kg")
				assert.True(t, right.Equal(tonnes(t, of(t, i), ghg.N2O)), "in kg it is the same")
				i.N2O = p("50 g N2O/kg wet waste")
				theirs := tonnes(t, of(t, i), ghg.N2O)
				assert.Equal(t, "50", theirs.String())
				assert.Equal(t, "1000", theirs.Div(right).String(), "so much too high")
				assert.Equal(t, "60 g N2O/t wet waste", published("MSW batch", "wet weight", "N2O").Rate.String(), "theirs has 50 for batches too")
			},
		})
	estimatetest.Vectors(t, "../../gir/testdata/korea.json",
		func(v estimatetest.Vector) bool { return strings.HasPrefix(v.ID, "kr-incineration-") },
		map[string]func(*testing.T, estimatetest.Vector){
			"kr-incineration-mixed": func(t *testing.T, v estimatetest.Vector) {
				i := waste.Incineration{Burnt: burnt(), Waste: ghg.MustQuantity("10000 t"), Source: source, Energy: waste.WithoutEnergy}
				sum := dec(v.In(t, "t_wet", "food and garden"))
				for _, name := range []string{"paper", "plastic", "textile", "rubber", "leather"} {
					sum = sum.Add(dec(v.In(t, "t_wet", name)))
					i.Components = append(i.Components, waste.Component{Name: named(name), Amount: ghg.MustQuantity(v.In(t, "t_wet", name) + " t"),
						Source: source, Dry: p(v.In(t, "dm_CF", name, "0")), Carbon: p(v.In(t, "dm_CF", name, "1")),
						Fossil: p(v.In(t, "FCF_IPCC", name))})
				}
				require.Equal(t, "10000", sum.String())
				i.Oxidation = p(v.In(t, "OF"))
				i.CH4, i.N2O = p(v.In(t, "CH4_kg_per_Gg")+" kg CH4/Gg wet waste"), p(v.In(t, "N2O_g_per_t")+" g N2O/t wet waste")
				e := of(t, i)
				v.Equal(t, tonnes(t, e, ghg.CO2), "fossil_t_CO2")
				v.Equal(t, tonnes(t, e, ghg.CO2Biogenic), "biogenic_memo_t_CO2_of_listed")
				v.Equal(t, tonnes(t, e, ghg.CH4NonFossil), "t_CH4")
				v.Equal(t, tonnes(t, e, ghg.N2O), "t_N2O")
				v.Equal(t, must(e.CO2e(ghg.AR5)).Tonnes(), "AR5_t_CO2e")
			},
			"kr-incineration-energy-recovery": func(t *testing.T, v estimatetest.Vector) {
				i := waste.Incineration{Burnt: burnt(waste.Component{Name: named("plastics"), Amount: ghg.MustQuantity("640.2165 t"), Dry: p("1"),
					Carbon: p("1"), Fossil: p("1")}), Waste: ghg.MustQuantity("640.2165 t"), Source: source, Energy: waste.WithEnergy}
				i.Oxidation = p("1")
				row := func(code string) ghg.Record {
					return ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2022), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}}
				}
				records, err := waste.Records(i, row("III.3.1"), row("I.4.4"))
				require.NoError(t, err)
				var energy decimal.Decimal
				for _, r := range records {
					mass, isNumber := r.Value.Mass()
					switch r.Category.Code {
					case "I.4.4":
						energy = energy.Add(mass.Tonnes())
					case "III.3.1":
						assert.False(t, isNumber, "never both")
						assert.Equal(t, estimatetest.At(v.Expected, "waste_row"), r.Value.Key().String())
						at, ok := r.Value.IncludedIn()
						assert.True(t, ok)
						assert.Equal(t, "I.4.4", at.Code, "energy, stationary")
					}
				}
				assert.Equal(t, v.In(t, "t_CO2"), energy.String())
				inv, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
				require.NoError(t, err)
				total, err := inv.Total(gpc.Territorial, ghg.AR5)
				require.NoError(t, err)
				assert.Equal(t, v.In(t, "t_CO2"), total.CO2e.Tonnes().String(), "counted once")
				_, err = waste.Records(i, row("I.4.4"), row("I.4.4"))
				assert.ErrorIs(t, err, waste.ErrOneCategory, "the sum of both")
			},
		})
}

// mswContinuous is the default of the vector INC-N2O.
func mswContinuous(t *testing.T, v estimatetest.Vector) estimate.Parameter {
	t.Helper()
	ef := published("MSW continuous and semi-continuous", "wet weight", "N2O")
	require.True(t, strings.HasPrefix(v.Inputs.(map[string]any)["ef_g_per_t"].(string), ef.Rate.Amount().String()+" "))
	return ef
}

func codes(e estimate.Emissions) (out []string) {
	for _, f := range e.Findings().All {
		out = append(out, f.Code)
	}
	return out
}
