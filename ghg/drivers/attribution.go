package drivers

import (
	"iter"

	"github.com/localghg/localghg/ghg/words"
)

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

// attributionNames are the names in English and Korean.
var attributionNames = [attributions]words.Term{
	Unattributed: {En: "unattributed", Ko: "미귀속"}, Activity: {En: "activity", Ko: "활동량"}, Own: {En: "own measures", Ko: "자체 감축"},
	Grid: {En: "grid factor", Ko: "전력배출계수"},
}

// String is the name of the attribution, such as "own measures".
func (a Attribution) String() string { return a.name().En }

// Korean is the name of the attribution in Korean.
func (a Attribution) Korean() string { return a.name().Ko }

func (a Attribution) name() words.Term {
	if int(a) < attributions {
		return attributionNames[a]
	}
	return words.Term{En: "no attribution", Ko: "귀속 없음"}
}

// MarshalText writes what String says.
func (a Attribution) MarshalText() ([]byte, error) { return []byte(a.String()), nil }
