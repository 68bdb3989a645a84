package ghg

import "fmt"

// UnitMismatchError says that an amount in one unit does not become one in
// another, and what would be needed.
type UnitMismatchError struct {
	Has, Wants Unit
	Accepted   string // what would do
}

func (e *UnitMismatchError) Error() string {
	return fmt.Sprintf("an amount in %s does not become one in %s: %s", e.Has, e.Wants, e.Accepted)
}

// mismatch is the error of two units that do not meet, or nil.
func mismatch(has, wants Unit) error {
	a, b := has.def(), wants.def()
	if a.dimension != 0 && a.meets(b) {
		return nil
	}
	return &UnitMismatchError{has, wants, accepted(has, wants)}
}

// accepted says what turns an amount in one unit into one in another.
func accepted(has, wants Unit) string {
	a, b := has.def(), wants.def()
	isFuel := a.dimension == DimensionMass || a.dimension == DimensionVolume
	switch {
	case a.dimension == 0 || b.dimension == 0:
		return "both need a unit that is known"
	case a.dimension != b.dimension && a.dimension == DimensionVolume && b.dimension == DimensionMass:
		return "it takes a density with its source (ghg.Density)"
	case a.dimension != b.dimension && isFuel && b.dimension == DimensionEnergy:
		return "it takes a calorific value with its source (ghg.CalorificValue)"
	case a.dimension != b.dimension:
		return fmt.Sprintf("%s is not %s; a unit of %s, such as %s, is accepted", a.dimension, b.dimension, b.dimension, wants)
	case a.dimension == DimensionEnergy && a.calorific == 0:
		return fmt.Sprintf("it does not state a calorific value: where its source has it as %s, say so with Unit.On", b.calorific)
	case a.dimension == DimensionEnergy && b.calorific == 0:
		return fmt.Sprintf("energy without a calorific value, such as %s of electricity or of heat delivered, is accepted", wants)
	case a.dimension == DimensionEnergy:
		return fmt.Sprintf("%s and %s heat of a fuel differ by 5 to 10 %%; "+
			"the amount of the fuel with its %s calorific value and the source is accepted (ghg.CalorificValue)",
			a.calorific, b.calorific, b.calorific)
	case a.celsius.Valid && b.celsius.Valid:
		return "a gas at 0 °C and at 15 °C fills two volumes: restate one with Quantity.AtConditions"
	default:
		return "a volume of gas that states its temperature and one that does not are not compared: state it where the source does, as Nm3 or Sm3"
	}
}

// InexactError says that an amount in a unit has no last decimal place: 1 MJ is
// 0.2777… kWh.
type InexactError struct{ Has, Wants Unit }

func (e *InexactError) Error() string {
	return fmt.Sprintf("an amount in %s has no last decimal place in %s: ask Quantity.Rounded with the number of places", e.Has, e.Wants)
}
