package activity

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// kind is a method that a row names.
type kind uint8

const (
	combustion kind = iota + 1
	electricity
	heat
	commitment
	distance
	electricVehicles
	biological
	incineration
	sewage
	nitrogen
	industrialWater
)

var kinds = words.NewSet(combustion, []string{"combustion", "electricity", "heat", "methane commitment", "distance", "electric vehicles",
	"biological treatment", "incineration", "wastewater CH4", "wastewater N2O", "industrial wastewater"}, map[string]kind{
	"연소": combustion, "전력": electricity, "전기": electricity, "열": heat, "매립": commitment, "메탄 발생잠재량": commitment,
	"주행거리": distance, "전기차": electricVehicles, "생물학적 처리": biological, "소각": incineration,
	"하수 메탄": sewage, "하수 아산화질소": nitrogen, "산업폐수": industrialWater,
})

// builder makes the method of rows. One more method is one more kind, with its words and its builder.
type builder struct {
	// parameters may be stated in the column of that name, beside those that all rows have.
	parameters []parameter
	// build looks up the factors, once for all rows of one choice. An error names the
	// column that does not stand ([inColumn]).
	build func(choice) (made, error)
}

// made is a method but for its amount.
type made struct {
	fuel     string       // of the records
	activity string       // of the records, where the row names none
	variant  ghg.Variant  // of the records, where the method says none: fuel sold, of the road
	ie       ghg.Category // of what is burnt for its energy: IE there
	method   func(amount ghg.Quantity, source string) estimate.Method
	findings ghg.Findings // of the choice, beside those of the method
}

var builders = map[kind]builder{
	combustion:       {[]parameter{co2, ch4, n2o, ncv, density}, burn},
	electricity:      {[]parameter{co2, ch4, n2o}, ofGrid},
	heat:             {[]parameter{co2, ch4, n2o, origin}, ofHeat},
	commitment:       {[]parameter{doc, docf, mcf, ox, recovered}, ofLandfill},
	distance:         {[]parameter{onRoad, speed, each, co2, ch4, n2o}, ofDistance},
	electricVehicles: {[]parameter{perDistance, each, co2, ch4, n2o}, ofElectric},
	biological:       {[]parameter{basis, counting, ch4, n2o, recoveredCH4}, ofBiological},
	incineration:     {[]parameter{energyUse, elsewhere, incinerator, ch4, n2o, dryMatter, carbon, fossil, oxidation}, ofIncinerator},
	sewage: {[]parameter{bod, sewer, mcf, bo, sludgeBOD, recoveredCH4, discharge, removed, effluentCH4, drySludge, perSludge, emptied},
		ofSewage},
	nitrogen:        {[]parameter{protein, notEaten, plants, sewer, sludgeN, n2o, household, discharge, removed, effluentN2O}, ofNitrogen},
	industrialWater: {[]parameter{mcf, water, cod, bo, sludgeCOD, recoveredCH4}, ofIndustry},
}

// columnError is an error of a cell.
type columnError struct {
	column string
	err    error
}

func (e *columnError) Error() string { return e.column + ": " + e.err.Error() }

// inColumn says in which column what does not stand is.
func inColumn(column string, err error) error {
	if err == nil {
		return nil
	}
	return &columnError{column, err}
}

// columnOf is the column of an error, and the error.
func columnOf(err error) (string, error) {
	var c *columnError
	if errors.As(err, &c) {
		return c.column, c.err
	}
	return colMethod, err
}
