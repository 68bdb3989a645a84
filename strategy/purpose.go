package strategy

import "github.com/localghg/localghg/ghg/words"

// Purpose is what an action is for. The zero Purpose is mitigation, which is what a plan
// of this package is of. That an action of adaptation cuts nothing is no finding: it is
// a label, and not a figure that is missing.
type Purpose uint8

// An action may serve both: a roof of plants cools a house and its street.
const (
	Mitigation Purpose = iota
	Adaptation
	MitigationAndAdaptation
)

var purposes = []words.Term{
	Mitigation:              {En: "mitigation", Ko: "감축"},
	Adaptation:              {En: "adaptation", Ko: "적응"},
	MitigationAndAdaptation: {En: "mitigation and adaptation", Ko: "감축·적응"},
}

// Valid reports whether the purpose is one that exists.
func (p Purpose) Valid() bool { return int(p) < len(purposes) }

// String is the purpose in small letters.
func (p Purpose) String() string { return p.term().En }

// Korean is the purpose in Korean.
func (p Purpose) Korean() string { return p.term().Ko }

func (p Purpose) term() words.Term {
	if !p.Valid() {
		return words.Term{En: "unknown", Ko: "알 수 없음"}
	}
	return purposes[p]
}

// MarshalText writes the purpose in small letters.
func (p Purpose) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what String says.
func (p *Purpose) UnmarshalText(text []byte) error {
	return readWord(p, "purpose", englishOf(purposes), 0, text)
}
