package drivers

import "iter"

// Attribution says in whose hands a factor of emissions is. It is the caller's
// statement about a factor, not a finding of the method.
type Attribution uint8

// The attributions. A factor that nobody attributes, and emissions that are not
// split into factors, are Unattributed: shown as such, and never dropped.
const (
	Unattributed Attribution = iota
	Activity                 // what a city does more or less of: people, floor area, distance
	Own                      // what the city's own measures act on: energy per floor area, its fuels
	Grid                     // what the power company decides: emissions per unit of electricity

	attributions = int(Grid) + 1
)

// AllAttributions yields the attributions, [Grid] first and [Unattributed] last.
func AllAttributions() iter.Seq[Attribution] {
	return func(yield func(Attribution) bool) {
		for _, a := range [attributions]Attribution{Grid, Own, Activity, Unattributed} {
			if !yield(a) {
				return
			}
		}
	}
}

// String is the name of the attribution, such as "own measures".
func (a Attribution) String() string {
	switch a {
	case Unattributed:
		return "unattributed"
	case Activity:
		return "activity"
	case Own:
		return "own measures"
	case Grid:
		return "grid factor"
	}
	return "no attribution"
}

// MarshalText writes what String says.
func (a Attribution) MarshalText() ([]byte, error) { return []byte(a.String()), nil }
