package activity

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
)

var (
	treatments = namesOf(waste.Composting, waste.Digestion)
	bases      = namesOf(waste.WetWeight, waste.DryWeight) // as conditions of the table, too
	countings  = namesOf(waste.BeforeRecovery, waste.NetOfRecovery)
	energies   = namesOf(waste.WithoutEnergy, waste.WithEnergy)
)

// byItem are the items of the IPCC's table of biological treatment.
var byItem = map[waste.Treatment]string{
	waste.Composting: "composting", waste.Digestion: "anaerobic digestion (already net of CH4 recovery)",
}

// ipccOrOwn reports whether the factors are those of the IPCC; else the row states all.
func (c choice) ipccOrOwn() (bool, error) {
	from, ok := sources.Find(c.factors)
	if !ok || from != ofIPCC && from != ofOneOwn {
		return false, inColumn(colFactors, errors.New("the method takes IPCC 2006, or what the row states: stated (자체)"))
	}
	return from == ofIPCC, nil
}

// ofBiological is composting or digestion.
func ofBiological(c choice) (made, error) {
	byIPCC, err := c.ipccOrOwn()
	if err != nil {
		return made{}, err
	}
	t, ok := treatments.Find(c.of)
	if !ok {
		return made{}, inColumn(colOf, errors.New("accepted are "+treatments.list()))
	}
	b := waste.Biological{Treatment: t}
	if b.Basis, err = choose(c.stated, basis, bases); err != nil {
		return made{}, err
	}
	_, says := c.stated.texts[counting]
	if t == waste.Digestion || says {
		if b.Counting, err = choose(c.stated, counting, countings); err != nil {
			return made{}, err
		}
	}
	if _, own := c.stated.texts[ch4]; byIPCC && !own && t == waste.Digestion && b.Counting == waste.BeforeRecovery {
		return made{}, inColumn(colParameters, errors.New("the factor of CH4 of the IPCC is net of recovery: write so, or state one before it"))
	}
	if byIPCC {
		if b.CH4, err = published(waste.Defaults(), "biological treatment", byItem[t], b.Basis.String(), "CH4"); err != nil {
			return made{}, err
		}
		if t == waste.Composting { // of digestion the IPCC prints none but that it is negligible
			if b.N2O, err = published(waste.Defaults(), "biological treatment", byItem[t], b.Basis.String(), "N2O"); err != nil {
				return made{}, err
			}
		}
	}
	b.Recovered, err = c.stated.mass(recoveredCH4)
	b.RecoveredSource = c.stated.source
	err = errors.Join(err, c.noRule(), c.stated.rates(map[parameter]*estimate.Parameter{ch4: &b.CH4, n2o: &b.N2O}),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	return made{activity: b.Title().En, method: func(q ghg.Quantity, source string) estimate.Method {
		b := b
		b.Waste, b.Source = q, source
		return b
	}}, err
}

// ofIncinerator is waste of one material that is burnt.
func ofIncinerator(c choice) (made, error) {
	byIPCC, err := c.ipccOrOwn()
	if err != nil {
		return made{}, err
	}
	name, item, ok := termOf("burnt material", c.of)
	switch {
	case c.of == "" || byIPCC && !ok:
		return made{}, inColumn(colOf, errors.New("the waste is of one material a row; accepted are "+termSets()["burnt material"].list()))
	case !ok:
		name = words.Term{En: c.of, Ko: c.of}
	}
	i := waste.Incineration{Burnt: waste.Burnt{What: name, Ratio: factor.WholeWeights}}
	if i.Energy, err = choose(c.stated, energyUse, energies); err != nil {
		return made{}, err
	}
	part := waste.Component{Name: name, Share: whole}
	if byIPCC {
		if err := c.burntByIPCC(&i, &part, item); err != nil {
			return made{}, err
		}
	} else if err := c.stated.without(incinerator); err != nil {
		return made{}, err
	}
	err = errors.Join(c.noRule(), c.stated.rates(map[parameter]*estimate.Parameter{ch4: &i.CH4, n2o: &i.N2O, dryMatter: &part.Dry,
		carbon: &part.Carbon, fossil: &part.Fossil, oxidation: &i.Oxidation}),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	i.Components, i.Dry = []waste.Component{part}, part.Dry
	m := made{activity: name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		i := i
		i.Waste, i.Source = q, source
		return i
	}}
	if err == nil {
		m.ie, err = c.inWaste(i.Energy)
	}
	return m, err
}

// whole is the share of a row of one material.
var whole = estimate.MustParameter("1", "one material a row")

// burntByIPCC are the factors of the IPCC that the row does not state.
func (c choice) burntByIPCC(i *waste.Incineration, part *waste.Component, item string) error {
	const table, mix = "incineration", "MSW composition"
	text, named := c.stated.texts[incinerator]
	_, plant, ok := termOf("incinerator", text)
	_, ownCH4 := c.stated.texts[ch4]
	_, ownN2O := c.stated.texts[n2o]
	switch {
	case named && ownCH4 && ownN2O:
		return c.stated.without(incinerator)
	case !ok && (named || !ownCH4 || !ownN2O):
		return inColumn(colParameters, notChosen(incinerator, termSets()["incinerator"].list()))
	}
	by := "MSW continuous and semi-continuous"
	if strings.HasPrefix(plant, "batch") {
		by = "MSW batch"
	}
	for _, x := range []struct {
		to                         *estimate.Parameter
		p                          parameter
		table, item, when, printed string
	}{
		{&i.CH4, ch4, table, plant, "MSW", "CH4"},
		{&i.N2O, n2o, table, by, "wet weight", "N2O"},
		{&part.Dry, dryMatter, mix, item, "of wet weight", "dry matter"},
		{&part.Carbon, carbon, mix, item, "of dry weight", "total carbon"},
		{&part.Fossil, fossil, mix, item, "of total carbon", "fossil carbon fraction"},
		{&i.Oxidation, oxidation, table, "all, incineration", "", "oxidation factor"},
	} {
		if _, own := c.stated.texts[x.p]; own {
			continue
		}
		var err error
		if *x.to, err = published(waste.Defaults(), x.table, x.item, x.when, x.printed); err != nil {
			return inColumn(colParameters, err)
		}
	}
	return nil
}

// inWaste is the category of waste in which what is burnt for its energy is IE, and none where
// the row itself is of waste.
func (c choice) inWaste(e waste.Energy) (ghg.Category, error) {
	code, found := c.stated.texts[elsewhere]
	switch {
	case e == waste.WithEnergy && !found:
		return ghg.Category{}, inColumn(colParameters, errors.New("burnt for its energy: the row is of a category of energy, and"+
			" waste category (폐기물 배출원) names the one of waste that is IE, as III.3.1"))
	case e == waste.WithoutEnergy && found:
		return ghg.Category{}, c.stated.without(elsewhere)
	case !found:
		return ghg.Category{}, nil
	}
	category, err := c.scheme.Category(code)
	return category, inColumn(colParameters, err)
}
