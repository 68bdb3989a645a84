package waste_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// sewered is a pathway that all of a group uses.
func sewered(name, group, use, industry, mcf string) waste.Pathway {
	return waste.Pathway{Flow: waste.Flow{Name: named(name), Group: p(group), Use: p(use), Industry: p(industry)}, MCF: p(mcf)}
}

// nitrogen is that of a million people who eat 30 kg of protein: 6600 t N.
func nitrogen() waste.DomesticNitrogen {
	return waste.DomesticNitrogen{Edition: estimate.IPCC2006, People: ghg.MustQuantity("1000000 person"), Source: source,
		Protein: p("30 kg protein/person/yr"), Nitrogen: p("0.16 kg N/kg protein"), NonConsumed: p("1.1"), Industry: p("1.25"),
		Effluent: p("0.005 kg N2O-N/kg N"), Plants: p("0")}
}

func kilograms(t *testing.T, e estimate.Emissions, gas ghg.Gas) decimal.Decimal {
	return tonnes(t, e, gas).Shift(3)
}

// wastewaterVectors are those of waste water.
func wastewaterVectors(t *testing.T) {
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool { return v.Topic == "wastewater" },
		map[string]func(*testing.T, estimatetest.Vector){
			"ww-2006-ch4": func(t *testing.T, v estimatetest.Vector) {
				d := waste.DomesticWastewater{Edition: estimate.IPCC2006, People: ghg.MustQuantity(v.In(t, "population") + " person"), Source: source,
					BOD: p(v.In(t, "bod_g_day") + " g BOD/person/day"), Bo: p(v.In(t, "Bo") + " kg CH4/kg BOD"),
					SludgeBOD: ghg.MustQuantity(v.In(t, "S") + " kg"), Recovered: ghg.MustQuantity(v.In(t, "R") + " kg"), OtherSource: source}
				for _, i := range []string{"0", "1", "2"} {
					d.Pathways = append(d.Pathways, sewered(i, "1", v.In(t, "pathways", i, "UT"), v.In(t, "I"), v.In(t, "pathways", i, "MCF")))
				}
				e := of(t, d)
				v.Equal(t, step(t, e, "TOW_1").Add(step(t, e, "TOW_2")).Add(step(t, e, "TOW_3")), "TOW_kg")
				v.Equal(t, kilograms(t, e, ghg.CH4NonFossil), "CH4_kg")
			},
			"ww-2006-n2o-plants-adjust": func(t *testing.T, v estimatetest.Vector) {
				d := nitrogen() // 1,000,000 × 0.5 × 1.25 × 3.2 g are the 2000 kg of the vector
				d.Plants, d.PlantsN2O = p("0.5"), p("3.2 g N2O/person/yr")
				e := of(t, d)
				assert.Equal(t, v.In(t, "N_kg"), step(t, e, "N").String())
				assert.Equal(t, v.In(t, "N2O_plants_kg"), step(t, e, "N2O_plants").String())
				v.Equal(t, step(t, e, "N_WWT"), "N_WWT_kg")
				v.Equal(t, step(t, e, "N2O_effluent"), "N2O_effluent_kg")
				assert.True(t, step(t, e, "N2O_effluent").Add(dec("2000")).Equal(kilograms(t, e, ghg.N2O)), "both are emitted")
			},
			"ww-2019-septic-sludge": func(t *testing.T, v estimatetest.Vector) {
				septic := sewered("septic", "1", "1", "1", "0.5")
				septic.SepticShare, septic.Discharge = p(v.In(t, "F")), waste.NotDischarged
				d := waste.DomesticWastewater{Edition: estimate.IPCC2019, People: ghg.MustQuantity("50000 person"), Source: source,
					BOD: p("40 g BOD/person/day"), Bo: p("0.6 kg CH4/kg BOD"), Pathways: []waste.Pathway{septic}}
				e := of(t, d)
				k := dec(v.In(t, "TOW_septic_kg")).Div(step(t, e, "TOW_1")) // of 730 t of BOD a year
				v.Equal(t, step(t, e, "S_1").Mul(k), "S_kg")
				v.Equal(t, kilograms(t, e, ghg.CH4NonFossil).Mul(k), "CH4_kg")
			},
		})
	estimatetest.Vectors(t, "../testdata/gpc-equations.json", func(v estimatetest.Vector) bool { return v.ID == "WW-N2O" },
		map[string]func(*testing.T, estimatetest.Vector){
			"WW-N2O": func(t *testing.T, v estimatetest.Vector) {
				d := nitrogen()
				d.People, d.Protein = ghg.MustQuantity(v.In(t, "p")+" person"), p(v.In(t, "protein_kg_per_yr")+" kg protein/person/yr")
				d.Nitrogen, d.NonConsumed = p(v.In(t, "fnpr")+" kg N/kg protein"), p(v.In(t, "f_noncon"))
				d.Industry, d.Effluent = p(v.In(t, "f_indcom")), p(v.In(t, "ef")+" kg N2O-N/kg N")
				d.SludgeN, d.SludgeSource = ghg.MustQuantity(v.In(t, "n_sludge_kg")+" kg"), source
				v.Equal(t, kilograms(t, of(t, d), ghg.N2O))
				// The sludge here is nitrogen alone, 770 t of it at most: theirs takes it from BOD too.
				d.SludgeN = ghg.MustQuantity("770 t")
				assert.True(t, kilograms(t, of(t, d), ghg.N2O).IsZero())
				d.SludgeN = ghg.MustQuantity("770.001 t")
				assert.Contains(t, refused(t, d), "no more than the nitrogen of the waste water, as mass of N")
			},
		})
}
