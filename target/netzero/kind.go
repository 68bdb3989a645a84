package netzero

import "fmt"

// Kind is what a promise is of. The zero Kind is refused.
type Kind uint8

// The kinds of promises. Coal power is unabated coal power, as the Powering Past Coal
// Alliance has it; fossil power is power from coal, oil or fossil gas.
const (
	Reach              Kind = iota + 1 // a level by a year: net zero by 2050
	EndCoalPower                       // coal power ends by a day: with 2030
	BeginNoCoalPower                   // none begins after the day of the pledge
	BeginNoFossilPower                 // the same of fossil power
)

var kindNames = [...]string{"", "reach", "end-coal-power", "begin-no-coal-power", "begin-no-fossil-power"}

// String is "reach", "end-coal-power", "begin-no-coal-power" or "begin-no-fossil-power".
func (k Kind) String() string { return named(kindNames[:], int(k)) }

// Korean is the Korean of the name.
func (k Kind) Korean() string { return k.Name().Ko }

// ReplacementRule says what a pledge to begin none makes of a plant that takes the place of
// an old one. The zero ReplacementRule is not stated: such a plant then leaves the pledge
// undecided, as only who made it can say.
type ReplacementRule uint8

// What a pledge may make of replacements.
const (
	ReplacementsNotStated ReplacementRule = iota
	ReplacementIsNotNew
	ReplacementIsNew
)

var replacementNames = [...]string{"not stated", "no new plant", "new plant"}

// String is "not stated", "no new plant" or "new plant".
func (r ReplacementRule) String() string { return named(replacementNames[:], int(r)) }

func named(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown (%d)", i)
}
