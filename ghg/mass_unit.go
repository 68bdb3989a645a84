package ghg

import (
	"fmt"
	"strings"
)

// MassUnit is a metric unit of mass. The zero MassUnit is none: amounts cannot
// be made with it, and are printed in tonnes.
type MassUnit struct{ name string }

// The units that inventories are written in. 천톤 is a kilotonne, 만톤 ten
// thousand tonnes, 백만톤 a megatonne. [ParseMassUnit] reads others too, from g to Tt
// and up to 억톤.
var (
	Kilogram  = MassUnit{"kg"}
	Tonne     = MassUnit{"t"}
	Kilotonne = MassUnit{"kt"}
	Megatonne = MassUnit{"Mt"}
	Gigagram  = MassUnit{"Gg"}
	Teragram  = MassUnit{"Tg"}
	Gigatonne = MassUnit{"Gt"}

	TonneKo     = MassUnit{"톤"}
	KilotonneKo = MassUnit{"천톤"}
	ManTonneKo  = MassUnit{"만톤"}
	MegatonneKo = MassUnit{"백만톤"}
)

// power is the unit's power of ten in tonnes: 3 for a kilotonne.
func (u MassUnit) power() int32 {
	if u.name == "" {
		return 0
	}
	return massUnits[u.name].power
}

// String is the unit as it is printed: "t", "kt", "만톤".
func (u MassUnit) String() string {
	if u.name == "" {
		return "t"
	}
	return u.name
}

// MarshalText writes the unit as String prints it.
func (u MassUnit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// Substance is what a unit of mass says that it weighs: nothing, a gas, or
// CO2-equivalent.
type Substance struct {
	Gas  Gas
	CO2e bool
}

// ParseMassUnit reads a unit with what may follow it, as files in English, Korean,
// German and French write it: "kt", "천톤", "tCO2eq", "Gg CH4", "Mt CO2-equiv/yr",
// "tonnes of CO2 equ.", "Tsd. t CO2-Äq", "kteqCO2". Carbon and nitrogen ("Mt C", "Gg
// N2O-N") are not gases, and are refused; so is what people read in more than one way
// ("MTCO2e", "tons"), with what to write.
func ParseMassUnit(s string) (MassUnit, Substance, error) {
	if u, ok := massUnits[s]; ok {
		return MassUnit{u.name}, Substance{}, nil
	}
	if len(s) > 64 {
		return MassUnit{}, Substance{}, unknownMassUnit(s)
	}
	text := joinUnit(s)
	// The longest unit first, so that "tonnes" is not a "t" of "onnes".
	for n := len(text); n > 0; n-- {
		u, ok := massUnits[text[:n]]
		if !ok {
			continue
		}
		substance, err := parseSubstance(text[n:])
		if err == nil {
			return MassUnit{u.name}, substance, nil
		}
	}
	return MassUnit{}, Substance{}, unknownMassUnit(s)
}

// joinUnit takes blanks out of a unit, the "of" before what it weighs, and what says
// that it is of a year.
func joinUnit(s string) string {
	fields := strings.Fields(squareUnits.Replace(s))
	var b strings.Builder
	for i, f := range fields {
		if (f == "of" || f == "de") && i < len(fields)-1 && isMassWord(b.String()) {
			continue
		}
		b.WriteString(f)
	}
	text := b.String()
	for _, perYear := range []string{"/yr", "/year", "/a", "/년", "/an", "/Jahr", "peryear"} {
		text = strings.TrimSuffix(text, perYear)
	}
	return text
}

// squareUnits are the units that are one character in Korean fonts.
var squareUnits = strings.NewReplacer("㎏", "kg", "㏏", "kt")

func parseSubstance(s string) (Substance, error) {
	if s == "" {
		return Substance{}, nil
	}
	if isCO2e(s) {
		return Substance{CO2e: true}, nil
	}
	g, err := ParseGas(s)
	if err != nil {
		return Substance{}, fmt.Errorf("unit of %w", err)
	}
	return Substance{Gas: g}, nil
}

// isCO2e reports whether a text says CO2-equivalent, as "CO2e", "CO2eq", "CO₂-eq.",
// "CO2 equ.", "CO2 환산", "CO2-Äquivalente" or, with the word before the gas, "éq. CO2".
func isCO2e(s string) bool {
	text := strings.TrimSuffix(gasAlias(accents.Replace(s)), ".")
	if rest, ok := strings.CutPrefix(text, "CARBONDIOXIDE"); ok {
		text = "CO2" + rest
	}
	if word, ok := strings.CutPrefix(text, "CO2"); ok {
		switch word {
		case "E", "EQ", "EQV", "EQU", "EQUIV", "EQUIVALENT", "EQUIVALENTS", "환산",
			"AQ", "AQU", "AQUIV", "AQUIVALENT", "AQUIVALENTE", "AQUIVALENTEN", "AEQ", "AEQUIVALENT", "AEQUIVALENTE":
			return true
		}
		return false
	}
	word, ok := strings.CutSuffix(text, "CO2")
	if !ok {
		return false
	}
	switch strings.TrimSuffix(strings.TrimPrefix(word, "D'"), ".") {
	case "EQ", "EQU", "EQUIV", "EQUIVALENT":
		return true
	}
	return false
}

// accents takes the marks off the letters that begin "équivalent" and "Äquivalent",
// composed or not.
var accents = strings.NewReplacer("é", "E", "É", "E", "e\u0301", "E", "E\u0301", "E",
	"ä", "A", "Ä", "A", "a\u0308", "A", "A\u0308", "A")
