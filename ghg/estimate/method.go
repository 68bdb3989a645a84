package estimate

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// Method is an equation with its terms. Its fields are not changed once it is worked out:
// the derivation is made of them when it is asked for.
type Method interface {
	// Title is what is estimated: "combustion of city gas".
	Title() words.Term
	// Equation is the document and number of the equation: "IPCC 2006 V2 Ch2, eq. 2.1".
	Equation() string
	// Work tells a worksheet the terms, in the order of the equation, what is computed of
	// them, and what is emitted. It is called once for the figures and again for their
	// derivation, and tells both the same.
	Work(*Worksheet)
}

// derived is told each derivation that is made; nil but in tests.
var derived func(derivation.Derivation, error)

// Of works a method out. What does not stand of its terms is [ghg.Faults], all at once.
func Of(m Method) (Emissions, error) {
	w := Worksheet{of: m}
	m.Work(&w)
	if err := w.faults.Err(); err != nil {
		return Emissions{}, err
	}
	slices.SortStableFunc(w.lines, func(a, b line) int { return rank(a.gas) - rank(b.gas) })
	return Emissions{&emissions{method: m, lines: w.lines, findings: w.findings}}, nil
}

// rank puts CO2 first, and biogenic CO2 behind it.
func rank(g ghg.Gas) int {
	if i := slices.Index([]ghg.Gas{ghg.CO2, ghg.CO2Biogenic}, g); i >= 0 {
		return i
	}
	return 2
}

// explain is the derivation of a method that was worked out.
func explain(m Method) derivation.Derivation {
	w := Worksheet{of: m, sheet: &derivation.Sheet{}}
	m.Work(&w)
	return w.sheet.Made(m.Title(), derived)
}
