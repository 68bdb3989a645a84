package ghg

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Density is the mass of one unit of volume: 0.745 kg in a litre of petrol,
// 0.7168 kg in a normal cubic metre of methane. It is an input with a source:
// the library has none of its own.
type Density struct {
	Kilograms decimal.Decimal // in one Per, above 0
	Per       Unit            // of volume
	Source    string
}

// check refuses a density that says nothing.
func (d Density) check() error {
	if d.Per.Dimension() != DimensionVolume {
		return fmt.Errorf("density in kg per %s: a unit of volume, such as L or Nm3, is needed", d.Per)
	}
	return checkInput("density in kg per "+d.Per.String(), d.Kilograms, d.Source)
}

// checkInput checks a property of a fuel that a user states.
func checkInput(what string, value decimal.Decimal, source string) error {
	if err := exact.Check(value); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if !value.IsPositive() {
		return fmt.Errorf("%s: %s: a number above 0 is needed", what, value)
	}
	if source == "" {
		return fmt.Errorf("%s: a source is needed", what)
	}
	return nil
}

// String is "0.745 kg per L".
func (d Density) String() string {
	if err := d.check(); err != nil {
		return "no density"
	}
	return d.Kilograms.String() + " kg per " + d.Per.String()
}

// MassOf is the mass of a volume, exactly, in kg. A quantity that is no volume,
// or a gas at another temperature, is a [*UnitMismatchError]; one without a last
// decimal place in the unit of the density is an [*InexactError].
func (d Density) MassOf(q Quantity) (Quantity, error) {
	if err := d.check(); err != nil {
		return Quantity{}, err
	}
	return times(q, d.Per, d.Kilograms, Kilogram.Unit())
}

// times is amount × what one unit of it gives.
func times(q Quantity, per Unit, gives decimal.Decimal, unit Unit) (Quantity, error) {
	volume, err := q.In(per)
	if err != nil {
		return Quantity{}, err
	}
	amount := volume.amount.Mul(gives)
	return Quantity{amount, unit}, exact.CheckResult(amount)
}

// CalorificValue is the energy of one unit of a fuel, which says whether it is
// the net or the gross one: 38.9 MJ (net) in a normal cubic metre of city gas.
// It is an input with a source.
type CalorificValue struct {
	Energy Quantity // of one Per, above 0, in a unit that says net or gross
	Per    Unit     // of mass or volume
	Source string
}

// check refuses a calorific value that says nothing.
func (c CalorificValue) check() error {
	if d := c.Per.Dimension(); d != DimensionMass && d != DimensionVolume {
		return fmt.Errorf("calorific value per %s: a unit of mass or volume, such as kg or Nm3, is needed", c.Per)
	}
	if c.Energy.Unit().Calorific() == 0 {
		return fmt.Errorf("calorific value of %s per %s: a unit that says net or gross, such as MJ (net), is needed", c.Energy, c.Per)
	}
	return checkInput("calorific value in "+c.Energy.Unit().String()+" per "+c.Per.String(), c.Energy.amount, c.Source)
}

// String is "38.9 MJ (net) per Nm3".
func (c CalorificValue) String() string {
	if err := c.check(); err != nil {
		return "no calorific value"
	}
	return c.Energy.String() + " per " + c.Per.String()
}

// EnergyOf is the energy of an amount of the fuel, exactly, in the unit of the
// calorific value. An amount that the value is not per, such as a volume for one
// per kg, is a [*UnitMismatchError]; one without a last decimal place in its unit
// is an [*InexactError].
func (c CalorificValue) EnergyOf(q Quantity) (Quantity, error) {
	if err := c.check(); err != nil {
		return Quantity{}, err
	}
	return times(q, c.Per, c.Energy.amount, c.Energy.unit)
}
