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

// massUnits gives each spelling the unit's power of ten in tonnes and the name
// that it is printed with.
var massUnits = map[string]struct {
	power int32
	name  string
}{
	"g": {-6, "g"}, "kg": {-3, "kg"}, "Mg": {0, "Mg"}, "Gg": {3, "Gg"}, "Tg": {6, "Tg"}, "Pg": {9, "Pg"},
	"t": {0, "t"}, "tonne": {0, "t"}, "tonnes": {0, "t"}, "kt": {3, "kt"}, "Mt": {6, "Mt"}, "Gt": {9, "Gt"}, "Tt": {12, "Tt"},
	"톤": {0, "톤"}, "천톤": {3, "천톤"}, "만톤": {4, "만톤"}, "십만톤": {5, "십만톤"}, "백만톤": {6, "백만톤"}, "천만톤": {7, "천만톤"}, "억톤": {8, "억톤"},
	"천t": {3, "천톤"}, "만t": {4, "만톤"}, "백만t": {6, "백만톤"}, "억t": {8, "억톤"},
}

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

func unknownMassUnit(text string) error {
	why := "allowed are kg, t, kt, Mt, Gg, Tg, 톤, 천톤, 만톤 and 백만톤, with CO2e or the gas behind them"
	switch text := strings.TrimSpace(text); {
	case text == "":
		why = "none is given; " + why
	case strings.HasPrefix(text, "MT"), strings.HasPrefix(text, "mt"), strings.HasPrefix(text, "ton"), text == "T":
		why = "it is read in more than one way; " + why
	}
	return &UnknownError{What: "unit", ID: text, Advice: why}
}

// Substance is what a unit of mass says that it weighs: nothing, a gas, or
// CO2-equivalent.
type Substance struct {
	Gas  Gas
	CO2e bool
}

// ParseMassUnit reads a unit with what may follow it: "kt", "천톤", "tCO2eq",
// "Gg CH4", "Mt CO2e/yr". Carbon and nitrogen ("Mt C", "Gg N2O-N") are not
// gases, and are refused.
func ParseMassUnit(s string) (MassUnit, Substance, error) {
	if u, ok := massUnits[s]; ok {
		return MassUnit{u.name}, Substance{}, nil
	}
	if len(s) > 64 {
		return MassUnit{}, Substance{}, unknownMassUnit(s)
	}
	text := strings.Join(strings.Fields(s), "")
	for _, perYear := range []string{"/yr", "/year", "/a", "/년"} {
		text = strings.TrimSuffix(text, perYear)
	}
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

// isCO2e reports whether a text says CO2-equivalent, as "CO2e", "CO2eq",
// "CO₂-eq." or "CO2 환산".
func isCO2e(s string) bool {
	switch strings.TrimSuffix(gasAlias(s), ".") {
	case "CO2E", "CO2EQ", "CO2EQV", "CO2EQUIVALENT", "CO2환산":
		return true
	}
	return false
}
