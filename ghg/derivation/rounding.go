package derivation

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Mode is how a step is rounded. The zero Mode is Exact.
type Mode uint8

// The modes.
const (
	Exact Mode = iota
	HalfAway
	Down
	LargestRemainder
	OnLargest
)

var modes = [...]words.Term{
	Exact: {En: "exact", Ko: "반올림 없음"}, HalfAway: {En: "half away from zero", Ko: "반올림"}, Down: {En: "down", Ko: "내림"},
	LargestRemainder: {En: "largest remainder", Ko: "최대잔여법"}, OnLargest: {En: "the largest takes the rest", Ko: "나머지는 가장 큰 값에 더함"},
}

// Valid reports whether the mode is one of the list.
func (m Mode) Valid() bool { return int(m) < len(modes) }

// String is the mode in words.
func (m Mode) String() string { return termOf(modes[:], m).En }

// Korean is the mode in Korean.
func (m Mode) Korean() string { return termOf(modes[:], m).Ko }

// Rounding is how a step is rounded at its end.
type Rounding struct {
	Mode   Mode
	Places int32
	// To is the step that a column adds up to; of the last two modes alone.
	To string
}

// To places is rounding half away from zero.
func ToPlaces(n int32) Rounding { return Rounding{Mode: HalfAway, Places: n} }

// ClosingTo is rounding by largest remainder to the step that a column adds up to.
func ClosingTo(total string, places int32) Rounding {
	return Rounding{Mode: LargestRemainder, Places: places, To: total}
}

// String is the rule in a sentence.
func (r Rounding) String() string { return r.term().En }

// Korean is the rule in Korean.
func (r Rounding) Korean() string { return r.term().Ko }

// term is the rule in a sentence.
func (r Rounding) term() words.Term {
	switch r.Mode {
	case Exact:
		return modes[Exact]
	case HalfAway, Down:
		return words.Term{En: fmt.Sprintf("to %d decimal places, %s", r.Places, modes[r.Mode].En),
			Ko: fmt.Sprintf("소수 %d자리, %s", r.Places, modes[r.Mode].Ko)}
	}
	return words.Term{En: fmt.Sprintf("to %d decimal places, adding up to %s, %s", r.Places, r.To, modes[r.Mode].En),
		Ko: fmt.Sprintf("소수 %d자리, 합계 %s에 맞춤, %s", r.Places, r.To, modes[r.Mode].Ko)}
}
