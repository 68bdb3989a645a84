package activity

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/words"
)

// material is a kind of waste whose carbon the IPCC has.
type material uint8

var (
	materialNames = []words.Term{{En: "Paper/cardboard", Ko: "종이"}, {En: "Textiles", Ko: "섬유"}, {En: "Food waste", Ko: "음식물"},
		{En: "Wood", Ko: "목재"}, {En: "Garden and park waste", Ko: "정원·공원 폐기물"}, {En: "Nappies", Ko: "기저귀"}}
	materials = setOf[material](materialNames)
)

// site is how a landfill is managed.
type site uint8

var (
	siteNames = []words.Term{{En: "managed anaerobic", Ko: "혐기성 관리형"}, {En: "managed semi-aerobic", Ko: "준호기성 관리형"},
		{En: "unmanaged deep (>=5 m) or high water table", Ko: "비관리형(5m 이상)"}, {En: "unmanaged shallow (<5 m)", Ko: "비관리형(5m 미만)"},
		{En: "uncategorised", Ko: "미분류"}}
	sites = setOf[site](siteNames)
)

// setOf is a closed set, from 1 on, of names in both languages.
func setOf[T ~uint8](names []words.Term) words.Set[T] {
	english, korean := make([]string, len(names)), map[string]T{}
	for i, n := range names {
		english[i], korean[n.Ko] = n.En, T(i+1)
	}
	return words.NewSet(1, english, korean)
}

// ofLandfill is the methane that waste of the year will ever emit.
func ofLandfill(c choice) (made, error) {
	if from, ok := sources.Find(c.factors); !ok || from != ofIPCC {
		return made{}, inColumn(colFactors, errors.New("the method takes IPCC 2006, with what the row states"))
	}
	what, ok := materials.Find(c.of)
	if !ok {
		return made{}, inColumn(colOf, errors.New("the waste is of one material a row; accepted are "+materials.List(c.of)))
	}
	m := waste.Commitment{Ratio: waste.WholeWeights}
	m.Name = materialNames[what-1]
	published := func(item, parameter string) (estimate.Parameter, error) {
		return waste.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: item, Parameter: parameter})
	}
	var err1, err2, err3, err4 error
	m.DOC, err1 = published(m.Name.En, "DOC wet")
	m.DOCf, err2 = published("DOCf", "DOCf")
	m.F, err3 = published("F", "F")
	if s, ok := sites.Find(c.stated.texts[mcf]); ok {
		delete(c.stated.texts, mcf)
		m.MCF, err4 = published(siteNames[s-1].En, "MCF")
	}
	own := map[parameter]*estimate.Parameter{doc: &m.DOC, docf: &m.DOCf, mcf: &m.MCF, ox: &m.OX, recovered: &m.Recovered}
	err := errors.Join(err1, err2, err3, err4, c.noRule(), c.stated.rates(own),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	return made{activity: m.Name.En, method: func(q ghg.Quantity, source string) estimate.Method {
		m := m
		m.Waste, m.Source = q, source
		return m
	}}, err
}
