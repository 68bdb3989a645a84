package factor

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Carbon is the carbon content of a fuel: 20.09 t of carbon in a TJ (net) of diesel.
type Carbon struct {
	Tonnes decimal.Decimal // of carbon in one Per, above 0
	Per    ghg.Unit        // of net or gross energy, mass or volume
}

func (c Carbon) check() error {
	if err := exact.Check(c.Tonnes); err != nil {
		return err
	}
	switch {
	case !c.Tonnes.IsPositive():
		return errors.New("a carbon content above 0 is needed")
	case c.Per.Dimension() == ghg.DimensionEnergy && c.Per.Calorific() == 0:
		return errors.New("per which heat, net or gross, is needed, such as TJ (net)")
	case c.Per.Dimension() == ghg.DimensionEnergy, c.Per.Dimension() == ghg.DimensionMass, c.Per.Dimension() == ghg.DimensionVolume:
		return nil
	}
	return errors.New("a unit of the fuel is needed, such as TJ (net)")
}

// String is "20.09 t C per TJ (net)".
func (c Carbon) String() string {
	if c.check() != nil {
		return "no carbon content"
	}
	return c.Tonnes.String() + " t C per " + c.Per.String()
}

// Korean is the same as Korean files write it.
func (c Carbon) Korean() string {
	if c.check() != nil {
		return "탄소함량 없음"
	}
	return c.Tonnes.String() + " tC/" + c.Per.Korean()
}

// CarbonRatio is how much CO2 a method makes of carbon. It is a part of the method, not
// a constant of nature: the 71,600 kg of the Korean trading scheme for a TJ of petrol
// come only of the second.
type CarbonRatio uint8

// The ratios in use.
const (
	WholeWeights  CarbonRatio = iota + 1 // 44/12, as the IPCC writes it
	AtomicWeights                        // 3.664, for 44.010/12.011, as the guideline of the Korean trading scheme writes it
)

var ratios = [...]words.Term{
	{En: "no ratio", Ko: "환산비 없음"},
	{En: "44/12", Ko: "44/12"},
	{En: "3.664", Ko: "3.664"},
}

// String is the ratio: "44/12".
func (r CarbonRatio) String() string { return named(ratios[:], int(r)).En }

// Korean is the same in Korean: 44/12.
func (r CarbonRatio) Korean() string { return named(ratios[:], int(r)).Ko }

// carbonPlaces is the precision of CO2 made of carbon, in decimal places of a tonne.
const carbonPlaces = 12

// CO2Of is the CO2 of an amount of the fuel if all its carbon is burnt:
//
//	CO2 = quantity in the unit of the content × content × ratio    to 12 places of a tonne
//
// A quantity that does not convert is a [*ghg.UnitMismatchError]; a ratio must be
// named.
func (c Carbon) CO2Of(q ghg.Quantity, r CarbonRatio) (ghg.Mass, error) {
	if err := c.check(); err != nil {
		return ghg.Mass{}, fmt.Errorf("carbon content: %w", err)
	}
	in, err := q.In(c.Per)
	if err != nil {
		return ghg.Mass{}, err
	}
	carbon := in.Amount().Mul(c.Tonnes)
	if err := exact.CheckResult(carbon); err != nil {
		return ghg.Mass{}, err
	}
	switch r {
	case WholeWeights:
		return ghg.MassFromContent(carbon, ghg.Carbon, ghg.CO2, carbonPlaces)
	case AtomicWeights:
		m, err := ghg.NewMass(exact.Round(carbon.Mul(decimal.New(3664, -3)), carbonPlaces), ghg.Tonne)
		if err != nil {
			return ghg.Mass{}, err
		}
		return m.Of(ghg.CO2)
	}
	return ghg.Mass{}, ghg.Refusal("carbon content", "ratio", r.String(), "name factor.WholeWeights (44/12) or factor.AtomicWeights (3.664)")
}
