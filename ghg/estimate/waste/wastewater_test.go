package waste_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// halves are 100,000 people, half of whom have a plant and half septic tanks.
func halves() waste.DomesticWastewater {
	return waste.DomesticWastewater{Edition: estimate.IPCC2006, People: ghg.MustQuantity("100000 person"), Source: source,
		BOD: p("40 g BOD/person/day"), Bo: p("0.6 kg CH4/kg BOD"), Pathways: []waste.Pathway{
			sewered("plant", "0.5", "1", "1.25", "0.3"), sewered("septic", "0.5", "1", "1", "0.5")}}
}

// F9: theirs has TOW of people / U: half of the people in a group are twice as many, and the
// methane is twice what it is. Sludge is one field of theirs, in kg of nitrogen, for both gases.
func TestPeerDividesByTheShare(t *testing.T) {
	d := halves()
	e := of(t, d)
	assert.Equal(t, "912500", step(t, e, "TOW_1").String(), "50,000 × 0.04 × 1.25 × 365")
	ours := kilograms(t, e, ghg.CH4NonFossil)
	assert.Equal(t, "383250", ours.String(), "164,250 of the plant and 219,000 of septic tanks")

	tow := dec("100000").Div(dec("0.5")).Mul(dec("0.04")).Mul(dec("365"))
	theirs := tow.Mul(dec("1.25")).Mul(dec("0.6")).Mul(dec("0.3")).Mul(dec("0.5")).Add(tow.Mul(dec("0.6")).Mul(dec("0.5")).Mul(dec("0.5")))
	assert.Equal(t, "766500", theirs.String())
	assert.True(t, theirs.Equal(ours.Add(ours)))

	d.SludgeBOD, d.OtherSource = ghg.MustQuantity("182.5 t"), source
	assert.Equal(t, "339450", kilograms(t, of(t, d), ghg.CH4NonFossil).String(), "821,250 × 0.18 + 638,750 × 0.3")
	d.Recovered = ghg.MustQuantity("39.45 t")
	assert.Equal(t, "300000", kilograms(t, of(t, d), ghg.CH4NonFossil).String())
	d.Recovered = ghg.MustQuantity("340 t")
	assert.Contains(t, refused(t, d), `R "340 t": no more than the 339450 kg CH4 that are generated is accepted`)
	d.SludgeBOD = ghg.MustQuantity("1461 t") // the septic tanks hold 730 t, half of it is theirs
	assert.Contains(t, refused(t, d), `S_2 "730500 kg BOD": no more sludge than the waste water holds, as mass of BOD, is accepted`)
}

// F10: the same of nitrogen, and industry of 1.25 where nothing of industry is collected.
func TestPeerNitrogen(t *testing.T) {
	ours := kilograms(t, of(t, nitrogen()), ghg.N2O)
	assert.Equal(t, "51857.142857142857142857142857", ours.Round(24).String(), "6,600,000 × 0.005 × 44/28")
	theirs := dec("1000000").Div(dec("0.5")).Mul(dec("30")).Mul(dec("0.16")).Mul(dec("1.1")).Mul(dec("1.25")).Mul(dec("0.005"))
	assert.Equal(t, "66000", theirs.String(), "kg N2O-N of one half of the people, in place of 16,500")

	d := refinement()
	e := of(t, d)
	assert.Equal(t, "4356000", step(t, e, "N_1").String(), "5,808,000 × 0.6 × 1.25")
	assert.Equal(t, "2323200", step(t, e, "N_2").String(), "5,808,000 × 0.4 × 1; theirs 1.25")
	within(t, kilograms(t, e, ghg.N2O), dec("130057.714285714285714286"), "1e-23")
	d.Pathways[0].Discharge, d.Pathways[0].Removed, d.Effluent = waste.NotDischarged, estimate.Parameter{}, estimate.Parameter{}
	within(t, kilograms(t, of(t, d), ghg.N2O), dec("109522.285714285714285714"), "1e-23", "treatment alone")
}

// refinement is the nitrogen of sewers and septic tanks by the Refinement.
func refinement() waste.DomesticNitrogen {
	d := nitrogen()
	d.Edition, d.Industry, d.Plants, d.Household = estimate.IPCC2019, estimate.Parameter{}, estimate.Parameter{}, p("1.1")
	d.Pathways = []waste.NitrogenPathway{
		{Flow: waste.Flow{Name: named("sewers"), Group: p("1"), Use: p("0.6"), Industry: p("1.25"), Discharge: waste.ToWater, Removed: p("0.4")},
			N2O: p("0.016 kg N2O-N/kg N")},
		{Flow: waste.Flow{Name: named("septic"), Group: p("1"), Use: p("0.4"), Industry: p("1"), Discharge: waste.NotDischarged},
			N2O: p("0 kg N2O-N/kg N")},
	}
	return d
}

// refined is methane of a plant and of untreated sewage by the Refinement.
func refined() waste.DomesticWastewater {
	plant, river := sewered("plant", "1", "0.6", "1.25", "0.03"), sewered("river", "1", "0.4", "1", "0")
	plant.Sludge, plant.PerSludge = ghg.MustQuantity("500 t"), p("0.8 kg BOD/kg dry sludge")
	plant.Recovered, plant.Source = ghg.MustQuantity("10 t"), source
	plant.Discharge, plant.Removed = waste.ToWater, p("85 %")
	river.Discharge, river.Removed = waste.ToWater, p("0")
	return waste.DomesticWastewater{Edition: estimate.IPCC2019, People: ghg.MustQuantity("1000000 person"), Source: source,
		BOD: p("40 g BOD/person/day"), Bo: p("0.6 kg CH4/kg BOD"), Pathways: []waste.Pathway{plant, river}, EffluentMCF: p("0.11")}
}

func TestDomesticRefined(t *testing.T) {
	e := of(t, refined())
	assert.Equal(t, "400000", step(t, e, "S_1").String())
	assert.Equal(t, "179900", step(t, e, "CH4_1").String(), "10,550,000 × 0.018 - 10,000")
	assert.Equal(t, "7482500", step(t, e, "TOW_effluent").String(), "10,950,000 × 15 % + 5,840,000")
	assert.Equal(t, "673745", kilograms(t, e, ghg.CH4NonFossil).String())

	for _, x := range []struct {
		refused string
		change  func(*waste.DomesticWastewater)
	}{
		{"Edition: estimate.IPCC2006 or estimate.IPCC2019 is accepted", func(d *waste.DomesticWastewater) { d.Edition = 0 }},
		{`Pathways "0": 1 to 40 are accepted`, func(d *waste.DomesticWastewater) { d.Pathways = nil }},
		{"Discharge_2: where what is left goes, waste.ToWater or waste.NotDischarged",
			func(d *waste.DomesticWastewater) { d.Pathways[1].Discharge = 0 }},
		{`Removed_2 "0": what treatment takes out is asked of what goes to water alone`,
			func(d *waste.DomesticWastewater) { d.Pathways[1].Discharge = waste.NotDischarged }},
		{"Removed_2: none is given", func(d *waste.DomesticWastewater) { d.Pathways[1].Removed = estimate.Parameter{} }},
		{"MCF_effluent: none is given", func(d *waste.DomesticWastewater) { d.EffluentMCF = estimate.Parameter{} }},
		{`S_1 "500 t": sludge by its mass, or of septic tanks`, func(d *waste.DomesticWastewater) { d.Pathways[0].SepticShare = p("1") }},
		{"K_rem_1: none is given", func(d *waste.DomesticWastewater) { d.Pathways[0].PerSludge = estimate.Parameter{} }},
		{`S_1 "16000000 kg BOD": no more sludge`, func(d *waste.DomesticWastewater) { d.Pathways[0].Sludge = ghg.MustQuantity("20000 t") }},
		{`R_1 "200 t": no more than the 189900 kg CH4`,
			func(d *waste.DomesticWastewater) { d.Pathways[0].Recovered = ghg.MustQuantity("200 t") }},
		{"SludgeBOD: in the Refinement sludge and recovery are those of each pathway",
			func(d *waste.DomesticWastewater) { d.SludgeBOD = ghg.MustQuantity("1 t") }},
		{`EffluentMCF "0.11": a pathway that goes to water`, func(d *waste.DomesticWastewater) {
			for i := range d.Pathways {
				d.Pathways[i].Discharge, d.Pathways[i].Removed = waste.NotDischarged, estimate.Parameter{}
			}
		}},
		{`U × T "0.9": shares of group times use that add up to 1 over all pathways are accepted`,
			func(d *waste.DomesticWastewater) { d.Pathways[0].Use = p("0.5") }},
		{`EffluentMCF "0.11": it is of the Refinement alone`, func(d *waste.DomesticWastewater) { d.Edition = estimate.IPCC2006 }},
		{`Pathways 2 "river": sludge, recovery and discharge of each pathway are of the Refinement alone`,
			func(d *waste.DomesticWastewater) { d.Edition = estimate.IPCC2006 }},
		{"COD is not BOD", func(d *waste.DomesticWastewater) { d.Bo = p("0.25 kg CH4/kg COD") }},
	} {
		d := refined()
		x.change(&d)
		assert.Contains(t, refused(t, d), x.refused)
	}
}

func TestNitrogenRefused(t *testing.T) {
	for _, x := range []struct {
		refused string
		change  func(*waste.DomesticNitrogen)
	}{
		{"Edition: estimate.IPCC2006 or", func(d *waste.DomesticNitrogen) { d.Edition = 0 }},
		{"Household: pathways and N_HH are of the Refinement alone", func(d *waste.DomesticNitrogen) { d.Household = p("1.1") }},
		{"T_plant: none is given", func(d *waste.DomesticNitrogen) { d.Plants = estimate.Parameter{} }},
		{"EF_plant: none is given", func(d *waste.DomesticNitrogen) { d.Plants = p("0.5") }},
		{`EF_plant "3.2 g N2O/person/yr": a factor of plants is accepted where`,
			func(d *waste.DomesticNitrogen) { d.PlantsN2O = p("3.2 g N2O/person/yr") }},
		{`T_plant "1": plants that emit no more nitrogen`,
			func(d *waste.DomesticNitrogen) { d.Plants, d.PlantsN2O = p("1"), p("32 kg N2O/person/yr") }},
		{"F_NPR", func(d *waste.DomesticNitrogen) { d.Nitrogen = p("0.16") }},
	} {
		d := nitrogen()
		x.change(&d)
		assert.Contains(t, refused(t, d), x.refused)
	}
	for _, x := range []struct {
		refused string
		change  func(*waste.DomesticNitrogen)
	}{
		{"SludgeN: in the Refinement", func(d *waste.DomesticNitrogen) { d.SludgeN = ghg.MustQuantity("1 t") }},
		{`Pathways "0": 1 to 40 are accepted`, func(d *waste.DomesticNitrogen) { d.Pathways = nil }},
		{`U × T "0.8"`, func(d *waste.DomesticNitrogen) { d.Pathways[0].Use = p("0.4") }},
		{"N_HH: none is given", func(d *waste.DomesticNitrogen) { d.Household = estimate.Parameter{} }},
		{`EF_effluent "0.005 kg N2O-N/kg N": a pathway that goes to water`, func(d *waste.DomesticNitrogen) {
			d.Pathways[0].Discharge, d.Pathways[0].Removed = waste.NotDischarged, estimate.Parameter{}
		}},
	} {
		d := refinement()
		x.change(&d)
		assert.Contains(t, refused(t, d), x.refused)
	}
}

func TestIndustrial(t *testing.T) {
	of2006 := func(item, parameter string) estimate.Parameter {
		key := estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "industrial", Item: item, Parameter: parameter}
		d, err := waste.WastewaterDefaults().Of(key)
		require.NoError(t, err)
		return d
	}
	plants := func() waste.IndustrialWastewater {
		return waste.IndustrialWastewater{Edition: estimate.IPCC2006, Industries: []waste.Industry{
			{Name: named("beer"), Product: ghg.MustQuantity("1000 t"), Source: source, Water: of2006("Beer & malt", "W"),
				COD: of2006("Beer & malt", "COD"), Bo: p("0.25 kg CH4/kg COD"), MCF: of2006("anaerobic reactor", "MCF"),
				SludgeCOD: ghg.MustQuantity("1270 kg"), Recovered: ghg.MustQuantity("400 kg"), OtherSource: source},
			{Name: named("starch"), Product: ghg.MustQuantity("50 t"), Source: source, Water: of2006("Starch", "W"), COD: of2006("Starch", "COD"),
				Bo: p("0.25 kg CH4/kg COD"), MCF: p("0.3")},
		}}
	}
	i := plants()
	e := of(t, i)
	assert.Equal(t, "18270", step(t, e, "TOW_1").String(), "1000 × 6.3 × 2.9")
	assert.Equal(t, "3337.5", kilograms(t, e, ghg.CH4NonFossil).String(), "17,000 × 0.2 - 400, and 4500 × 0.075")
	assert.Empty(t, e.NotEstimated())
	i.Edition = estimate.IPCC2019
	assert.Equal(t, []ghg.Gas{ghg.N2O}, of(t, i).NotEstimated(), "which the Refinement asks for")

	i = plants()
	i.Industries[0].Recovered = ghg.MustQuantity("3401 kg")
	assert.Contains(t, refused(t, i), `R_1 "3401 kg": no more than the 3400 kg CH4`)
	i.Industries[0].SludgeCOD = ghg.MustQuantity("20 t")
	assert.Contains(t, refused(t, i), `S_1 "20 t": no more sludge than the waste water holds, as mass of COD, is accepted`)
	assert.Contains(t, refused(t, waste.IndustrialWastewater{}), "Edition: ")
	assert.Contains(t, refused(t, waste.IndustrialWastewater{Edition: estimate.IPCC2006}), `Industries "0": 1 to 40 are accepted`)
}
