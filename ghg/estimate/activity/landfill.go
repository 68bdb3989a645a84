package activity

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
)

// ofLandfill is the methane that waste of the year will ever emit.
func ofLandfill(c choice) (made, error) {
	if from, ok := sources.Find(c.factors); !ok || from != ofIPCC {
		return made{}, inColumn(colFactors, errors.New("the method takes IPCC 2006, with what the row states"))
	}
	name, _, ok := termOf("material", c.of)
	if !ok {
		return made{}, inColumn(colOf, errors.New("the waste is of one material a row; accepted are "+termSets()["material"].list()))
	}
	m := waste.Commitment{Ratio: waste.WholeWeights}
	m.Name = name
	var err1, err2, err3, err4 error
	m.DOC, err1 = published(waste.Defaults(), "", m.Name.En, "", "DOC wet")
	m.DOCf, err2 = published(waste.Defaults(), "", "DOCf", "", "DOCf")
	m.F, err3 = published(waste.Defaults(), "", "F", "", "F")
	m.MCF, err4 = c.stated.named(mcf, "site", waste.Defaults(), "SWDS", "MCF")
	own := map[parameter]*estimate.Parameter{doc: &m.DOC, docf: &m.DOCf, mcf: &m.MCF, ox: &m.OX, recovered: &m.Recovered}
	err := errors.Join(err1, err2, err3, err4, c.noRule(), c.stated.rates(own),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	return made{activity: m.Name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		m := m
		m.Waste, m.Source = q, source
		return m
	}}, err
}
