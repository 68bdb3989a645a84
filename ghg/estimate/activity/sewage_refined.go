package activity

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
)

var discharges = namesOf(waste.NotDischarged, waste.ToWater)

// flow is the way of the people of a row by the Refinement, with what becomes of what is left,
// and of what goes to water the factor of the water.
func (c choice) flow(f *waste.Flow, removal, water string, effluent parameter, table, removes, emits string) (estimate.Parameter, error) {
	var none estimate.Parameter
	in := waste.WastewaterDefaults()
	f.Group, f.Use = oneWay, oneWay
	var err1, err2, err3 error
	f.Industry, err1 = c.stated.orNamed(sewer, "sewer", in, "domestic", "I")
	if f.Discharge, err2 = choose(c.stated, discharge, discharges); err2 != nil {
		return none, errors.Join(err1, err2)
	}
	if f.Discharge == waste.NotDischarged {
		return none, errors.Join(err1, c.stated.without(removed, effluent))
	}
	f.Removed, err2 = c.stated.orNamed(removed, removal, in, table, removes)
	of, err3 := c.stated.orNamed(effluent, water, in, table, emits)
	return of, errors.Join(err1, err2, err3)
}

// refinedSewage is methane by the Refinement.
func (c choice) refinedSewage() (made, error) {
	name, item, err := c.way("refined sewage", mcf)
	if err != nil {
		return made{}, err
	}
	if err := c.stated.without(sludgeBOD); err != nil {
		return made{}, err
	}
	in := waste.WastewaterDefaults()
	d := waste.DomesticWastewater{Edition: estimate.IPCC2019}
	way := waste.Pathway{Flow: waste.Flow{Name: name}, Source: c.stated.source}
	var err1, err2, err3, err4, err5, err6 error
	if item != "" {
		way.MCF, err1 = published(in, "domestic", item, "", "MCF")
	}
	d.BOD, err2 = c.stated.orNamed(bod, "BOD", in, "domestic", "BOD5")
	d.EffluentMCF, err3 = c.flow(&way.Flow, "BOD removal", "water of CH4", effluentCH4, "domestic", "TOW_REM", "MCF")
	d.Bo, err4 = in.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "domestic", Parameter: "Bo", Unit: "kg CH4/kg BOD"})
	way.Sludge, err5 = c.stated.mass(drySludge)
	if !way.Sludge.IsUnset() {
		way.PerSludge, err6 = c.stated.orNamed(perSludge, "sludge", in, "domestic", "K_rem")
	}
	err = errors.Join(err1, err2, err3, err4, err5, err6)
	way.Recovered, err1 = c.stated.mass(recoveredCH4)
	err = errors.Join(err, err1, c.ofNothing(map[parameter]*estimate.Parameter{mcf: &way.MCF, bo: &d.Bo, perSludge: &way.PerSludge,
		emptied: &way.SepticShare}))
	d.Pathways = []waste.Pathway{way}
	return made{activity: name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		d := d
		d.People, d.Source = q, source
		return d
	}}, err
}

// refinedNitrogen is N2O by the Refinement.
func (c choice) refinedNitrogen() (made, error) {
	name, item, err := c.way("refined nitrogen", n2o)
	if err != nil {
		return made{}, err
	}
	if err := c.stated.without(plants, sludgeN); err != nil {
		return made{}, err
	}
	in := waste.WastewaterDefaults()
	d := waste.DomesticNitrogen{Edition: estimate.IPCC2019}
	way := waste.NitrogenPathway{Flow: waste.Flow{Name: name}}
	var err1, err2, err3, err4 error
	if item != "" {
		way.N2O, err1 = published(in, "N2O", item, "", "EF_N2O")
	}
	d.Nitrogen, err2 = published(in, "N2O", "domestic", "", "F_NPR")
	d.NonConsumed, err3 = c.notEaten()
	d.Effluent, err4 = c.flow(&way.Flow, "N removal", "water of N2O", effluentN2O, "N2O", "N_REM", "EF_N2O")
	err = errors.Join(err1, err2, err3, err4, c.ofNothing(map[parameter]*estimate.Parameter{n2o: &way.N2O, protein: &d.Protein,
		household: &d.Household}))
	d.Pathways = []waste.NitrogenPathway{way}
	return made{activity: name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		d := d
		d.People, d.Source = q, source
		return d
	}}, err
}
