package fuel

import (
	_ "embed"
	"errors"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/defaults.tsv
var defaultText string

//go:embed data/fuel_names.tsv
var nameText string

// Sector is where fuel is burnt: CH4 and N2O differ by it.
type Sector uint8

// The sectors of V2 Ch2.
const (
	EnergyIndustries Sector = iota + 1 // table 2.2
	Manufacturing                      // and construction, table 2.3
	Commercial                         // and institutional, table 2.4
	Residential                        // and agriculture, forestry and fishing, table 2.5
)

var sectors = [...]words.Term{
	{En: "sector not stated", Ko: "부문 미기재"},
	{En: "energy industries", Ko: "에너지산업"},
	{En: "manufacturing industries and construction", Ko: "제조업 및 건설업"},
	{En: "commercial and institutional", Ko: "상업·공공"},
	{En: "residential, agriculture, forestry and fishing", Ko: "가정·농림어업"},
}

// valid reports whether it is one of the sectors.
func (s Sector) valid() bool { return s > 0 && int(s) < len(sectors) }

// term is the name in both languages.
func (s Sector) term() words.Term {
	if !s.valid() {
		return sectors[0]
	}
	return sectors[s]
}

// String is the name in English: "energy industries".
func (s Sector) String() string { return s.term().En }

// Korean is the name in Korean.
func (s Sector) Korean() string { return s.term().Ko }

// Defaults are the published parameters of fuels (table "stationary combustion") and of gas
// that escapes (tables "gas distribution", "post-meter").
func Defaults() estimate.Defaults { return defaults() }

var defaults = sync.OnceValue(func() estimate.Defaults {
	return estimate.MustDefaults(table.MustRead(defaultText, estimate.DefaultColumns()...))
})

// fuels are those of the table.
var fuels = sync.OnceValue(func() estimate.Items { return estimate.NewItems("fuel", table.MustRead(nameText, "english", "korean")) })

// Default is the combustion of a fuel by the published parameters of an edition: its net
// calorific value, its factors of CO2 and, of the sector, of CH4 and N2O, and whether its
// carbon is biogenic. What is burnt is still to be stated. The fuel is named as the table has
// it, "Natural Gas", or in Korean; one that the edition does not have is a
// [*ghg.UnknownError].
func Default(fuel string, in Sector, e estimate.Edition) (Combustion, error) {
	if !in.valid() {
		return Combustion{}, ghg.Refusal("default", "sector", "", "the sector is asked: CH4 and N2O differ by it; fuel.Residential is one")
	}
	name, err := fuels().Of(fuel)
	if err != nil {
		return Combustion{}, err
	}
	c := Combustion{Amount: Amount{Fuel: name}}
	for _, x := range [...]struct {
		to        *estimate.Parameter
		parameter string
		condition string
	}{{&c.CO2, "CO2", ""}, {&c.CH4, "CH4", in.String()}, {&c.N2O, "N2O", in.String()}, {&c.Biogenic, "biogenic", ""}, {&c.NCV, "NCV", ""}} {
		*x.to, err = Defaults().Of(estimate.DefaultKey{Edition: e, Table: "stationary combustion", Item: name.En, Condition: x.condition,
			Parameter: x.parameter})
		var none *ghg.UnknownError
		if x.parameter == "NCV" && errors.As(err, &none) {
			continue // none is printed: of industrial wastes
		}
		if err != nil {
			return Combustion{}, err
		}
	}
	return c, nil
}
