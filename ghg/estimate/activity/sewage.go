package activity

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/words"
)

// editions are the documents of domestic waste water: a row names one as its set of factors.
var editions = setOf[estimate.Edition](words.Term{En: "IPCC 2006", Ko: "IPCC 2006 지침"}, words.Term{En: "IPCC 2019", Ko: "IPCC 2019 개선보고서"})

func (c choice) edition() (estimate.Edition, error) {
	e, ok := editions.Find(c.factors)
	if !ok {
		return 0, inColumn(colFactors, errors.New("accepted are "+editions.list()))
	}
	return e, nil
}

// way is the way that the waste water of a row goes: one of a set, or another that states its
// own factor.
func (c choice) way(set string, factor parameter) (name words.Term, item string, err error) {
	name, item, ok := termOf(set, c.of)
	_, own := c.stated.texts[factor]
	switch {
	case c.of == "" || !ok && !own:
		return name, "", inColumn(colOf, fmt.Errorf("the waste water goes one way a row, with %s where it is another; accepted are %s",
			parameterNames[factor-1].En, termSets()[set].list()))
	case !ok:
		name = words.Term{En: c.of, Ko: c.of}
	case own:
		item = ""
	}
	return name, item, nil
}

// ofSewage is methane of the waste water of people that goes one way: the row is of those
// people alone.
func ofSewage(c choice) (made, error) {
	edition, err := c.edition()
	if err != nil {
		return made{}, err
	}
	if edition == estimate.IPCC2019 {
		return c.refinedSewage()
	}
	name, item, err := c.way("sewage", mcf)
	if err != nil {
		return made{}, err
	}
	if err := c.stated.without(discharge, removed, effluentCH4, drySludge, perSludge, emptied); err != nil {
		return made{}, err
	}
	in := waste.WastewaterDefaults()
	d := waste.DomesticWastewater{Edition: estimate.IPCC2006, OtherSource: c.stated.source}
	way := waste.Pathway{Flow: waste.Flow{Name: name, Group: oneWay, Use: oneWay}}
	var err1, err2, err3, err4, err5, err6 error
	if item != "" {
		way.MCF, err1 = published(in, "domestic", item, "", "MCF")
	}
	d.BOD, err2 = c.stated.orNamed(bod, "BOD", in, "domestic", "BOD5")
	way.Industry, err3 = c.stated.orNamed(sewer, "sewer", in, "domestic", "I")
	d.Bo, err4 = in.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "domestic", Parameter: "Bo", Unit: "kg CH4/kg BOD"})
	d.SludgeBOD, err5 = c.stated.mass(sludgeBOD)
	d.Recovered, err6 = c.stated.mass(recoveredCH4)
	err = errors.Join(err1, err2, err3, err4, err5, err6, c.ofNothing(map[parameter]*estimate.Parameter{mcf: &way.MCF, bo: &d.Bo}))
	d.Pathways = []waste.Pathway{way}
	return made{activity: name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		d := d
		d.People, d.Source = q, source
		return d
	}}, err
}

// oneWay is the share of the people of a row whose waste water goes its way.
var oneWay = estimate.MustParameter("1", "the people of the row")

// ofNothing takes what else the row states of a method that has no rule, sector, biomass or
// calorific value.
func (c choice) ofNothing(own map[parameter]*estimate.Parameter) error {
	return errors.Join(c.noRule(), c.stated.rates(own),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
}

// ofNitrogen is N2O of the waste water of people: of all of them by the Guidelines of 2006, of
// those whose waste water goes one way by the Refinement.
func ofNitrogen(c choice) (made, error) {
	edition, err := c.edition()
	if err != nil {
		return made{}, err
	}
	if edition == estimate.IPCC2019 {
		return c.refinedNitrogen()
	}
	if err := c.stated.without(n2o, household, discharge, removed, effluentN2O); err != nil {
		return made{}, err
	}
	in := waste.WastewaterDefaults()
	of := func(parameter string) (estimate.Parameter, error) {
		return published(in, "N2O", "domestic", "", parameter)
	}
	d := waste.DomesticNitrogen{Edition: estimate.IPCC2006, SludgeSource: c.stated.source}
	var err1, err2, err3, err4, err5, err6 error
	d.Nitrogen, err1 = of("F_NPR")
	d.Industry, err2 = of("F_IND-COM")
	d.Effluent, err3 = of("EF_EFFLUENT")
	d.NonConsumed, err4 = c.notEaten()
	d.SludgeN, err5 = c.stated.mass(sludgeN)
	err = errors.Join(err1, err2, err3, err4, err5, c.ofNothing(map[parameter]*estimate.Parameter{protein: &d.Protein,
		sewer: &d.Industry, plants: &d.Plants}), c.unused(map[string]string{colOf: c.of}))
	if d.Plants.Rate.Amount().IsPositive() {
		d.PlantsN2O, err6 = of("EF_PLANTS")
	}
	return made{activity: "waste water", method: func(q ghg.Quantity, source string) estimate.Method {
		d := d
		d.People, d.Source = q, source
		return d
	}}, errors.Join(err, err6)
}

// notEaten is the factor for protein that is not eaten: by a name, which is an item of its
// own in the table, or as a number.
func (c choice) notEaten() (estimate.Parameter, error) {
	text, found := c.stated.texts[notEaten]
	_, item, ok := termOf("not eaten", text)
	switch {
	case !found:
		return estimate.Parameter{}, inColumn(colParameters, neededOr(notEaten, "not eaten"))
	case ok:
		delete(c.stated.texts, notEaten)
		return published(waste.WastewaterDefaults(), "N2O", "domestic", "", item)
	}
	return c.stated.rate(notEaten)
}

// ofIndustry is methane of the waste water of an industry, by the Guidelines of 2006.
func ofIndustry(c choice) (made, error) {
	if from, ok := sources.Find(c.factors); !ok || from != ofIPCC {
		return made{}, inColumn(colFactors, errors.New("the method takes IPCC 2006, with what the row states"))
	}
	name, item, ok := termOf("industry", c.of)
	if !ok {
		return made{}, inColumn(colOf, errors.New("accepted are "+termSets()["industry"].list()))
	}
	in := waste.WastewaterDefaults()
	x := waste.Industry{Name: name, OtherSource: c.stated.source}
	var err1, err2, err3, err4, err5, err6 error
	x.MCF, err1 = c.stated.orNamed(mcf, "industrial treatment", in, "industrial", "MCF")
	if _, own := c.stated.texts[water]; !own {
		x.Water, err2 = published(in, "industrial", item, "", "W")
	}
	if _, own := c.stated.texts[cod]; !own {
		x.COD, err3 = published(in, "industrial", item, "", "COD")
	}
	x.Bo, err4 = in.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "domestic", Parameter: "Bo", Unit: "kg CH4/kg COD"})
	x.SludgeCOD, err5 = c.stated.mass(sludgeCOD)
	x.Recovered, err6 = c.stated.mass(recoveredCH4)
	printed := inColumn(colParameters, errors.Join(err2, err3))
	err := errors.Join(err1, printed, err4, err5, err6, c.ofNothing(map[parameter]*estimate.Parameter{mcf: &x.MCF, bo: &x.Bo, water: &x.Water,
		cod: &x.COD}))
	return made{activity: name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		x := x
		x.Product, x.Source = q, source
		return waste.IndustrialWastewater{Edition: estimate.IPCC2006, Industries: []waste.Industry{x}}
	}}, err
}
