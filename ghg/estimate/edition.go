package estimate

import "github.com/localghg/localghg/ghg/words"

// Edition is the document that a method or a default is of. Editions do not mix within
// one sum: several defaults changed with the Refinement.
type Edition uint8

// The editions.
const (
	IPCC2006 Edition = iota + 1 // 2006 IPCC Guidelines for National Greenhouse Gas Inventories
	IPCC2019                    // 2019 Refinement to them
)

var editionNames = [...]words.Term{
	{En: "not stated", Ko: "미기재"}, {En: "IPCC 2006", Ko: "IPCC 2006"}, {En: "IPCC 2019 Refinement", Ko: "IPCC 2019 개선보고서"},
}

// Valid reports whether it is one of the editions.
func (e Edition) Valid() bool { return e > 0 && int(e) < len(editionNames) }

// term is the name of the edition in both languages.
func (e Edition) term() words.Term {
	if !e.Valid() {
		return editionNames[0]
	}
	return editionNames[e]
}

// String is the name in English: "IPCC 2006".
func (e Edition) String() string { return e.term().En }

// Korean is the name in Korean.
func (e Edition) Korean() string { return e.term().Ko }

// MarshalText writes the name in English.
func (e Edition) MarshalText() ([]byte, error) { return []byte(e.String()), nil }
