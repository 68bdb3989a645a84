package ghg

import (
	"fmt"
	"iter"
	"strings"
)

// Unit is a unit of activity data: of energy, mass, volume, distance or area, or
// of what is counted. It is comparable. Which calorific value an amount of energy
// counts ([CalorificBasis]) and at which temperature a volume of gas is stated
// are part of the unit: TJ and TJ (net), m3 and Nm3 do not meet. The zero Unit is
// none, and is refused.
type Unit struct{ name string }

// Units that activity data are written in. [ParseUnit] reads more, and
// [AllUnits] lists them. Units of mass are made with [MassUnit.Unit].
var (
	KilowattHour  = Unit{"kWh"}
	MegawattHour  = Unit{"MWh"}
	Gigajoule     = Unit{"GJ"}
	Terajoule     = Unit{"TJ"}
	Gigacalorie   = Unit{"Gcal"} // 4.1868 GJ
	OilEquivalent = Unit{"toe"}  // 석유환산톤: 10^7 kcal, 41.868 GJ

	Litre               = Unit{"L"}
	CubicMetre          = Unit{"m3"}  // of a gas: at conditions that are not stated
	NormalCubicMetre    = Unit{"Nm3"} // of a gas at 0 °C and 101.325 kPa
	StandardCubicMetre  = Unit{"Sm3"} // of a gas at 15 °C and 101.325 kPa
	ThousandCubicMetres = Unit{"thousand m3"}

	Kilometre          = Unit{"km"}
	VehicleKilometre   = Unit{"vehicle-km"}
	PassengerKilometre = Unit{"passenger-km"}
	SquareMetre        = Unit{"m2"}
	Hectare            = Unit{"ha"}

	Head      = Unit{"head"}
	Person    = Unit{"person"}
	Household = Unit{"household"}
	Vehicle   = Unit{"vehicle"}
)

func unknownUnit(text, why string) error {
	if why == "" {
		why = "not known"
	}
	return &UnknownError{What: "unit", ID: text, Advice: why +
		"; allowed are units such as kWh, TJ, TJ (net), Gcal, TOE, t, L, Nm3, 천㎥, km, 대·km, 인·km, m2, ha, 두, 명, 가구, 대" +
		" (ghg.AllUnits lists them)"}
}

// unclear are texts that are read in more than one way, by what they are.
var unclear = map[string]string{
	"":       "none is given",
	"gal":    "it is read in more than one way: write US gal",
	"gallon": "it is read in more than one way: write US gal",
	"RT":     "it is read in more than one way (the US ton of refrigeration is 3.517 kW, the Japanese one 3.861): write kW",
}

// ParseUnit reads a unit as files write it, in English or Korean, with
// compatibility forms and, for energy, its calorific basis: "kWh", "㎿h", "TJ
// (net)", "MJ (총발열량)", "천㎥", "대·km", "톤". Case counts, as mW and MW do. A
// text that is no unit is a [*UnknownError].
func ParseUnit(s string) (Unit, error) {
	if len(s) > 64 {
		return Unit{}, unknownUnit(s, "")
	}
	folded := foldUnit(s)
	if why, ok := unclear[folded]; ok {
		return Unit{}, unknownUnit(s, why)
	}
	if _, ok := units().byAlias[folded]; !ok {
		if why := whyUnclear(joinUnit(s)); why != "" {
			return Unit{}, unknownUnit(s, why)
		}
	}
	text, basis, err := cutCalorific(folded)
	if err != nil {
		return Unit{}, unknownUnit(s, err.Error())
	}
	t := units()
	by := ""
	name, ok := t.byAlias[text]
	for _, m := range multiples {
		if ok {
			break
		}
		rest, found := strings.CutPrefix(text, m.korea)
		if !found {
			rest, found = strings.CutPrefix(text, foldUnit(m.english))
		}
		if found {
			by = m.english
			name, ok = t.byAlias[rest]
		}
	}
	if u := (Unit{by + name + basis}); ok && t.byName[u.name] != nil {
		return u, nil
	}
	switch {
	case ok && basis != "":
		return Unit{}, unknownUnit(s, "only energy has a net or gross calorific value")
	case strings.HasSuffix(text, "/yr") || strings.HasSuffix(text, "/year") || strings.HasSuffix(text, "/년"):
		return Unit{}, unknownUnit(s, "a rate is no amount: write the bare unit")
	}
	if _, substance, err := ParseMassUnit(s); err == nil && substance != (Substance{}) {
		return Unit{}, unknownUnit(s, "it weighs a gas: read it with ParseMass or ParseCO2e")
	}
	return Unit{}, unknownUnit(s, "")
}

// cutCalorific takes "(net)" or its like off the end of a folded text and gives
// it in the form of a name.
func cutCalorific(text string) (unit, basis string, err error) {
	unit, words, found := strings.Cut(text, "(")
	if !found {
		return text, "", nil
	}
	words, closed := strings.CutSuffix(words, ")")
	switch strings.ToLower(words) {
	case "net", "ncv", "lhv", "순발열량", "저위발열량", "순", "저위":
		basis = " (net)"
	case "gross", "gcv", "hhv", "총발열량", "고위발열량", "총", "고위":
		basis = " (gross)"
	}
	if !closed || basis == "" {
		return "", "", fmt.Errorf("in brackets, net (순발열량) or gross (총발열량) is allowed")
	}
	return unit, basis, nil
}

// MustUnit is [ParseUnit] for literals in tests and examples; it panics where
// ParseUnit fails.
func MustUnit(s string) Unit { return must(ParseUnit(s)) }

// AllUnits yields the units of the table in its order, without units of mass,
// multiples and calorific bases.
func AllUnits() iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		for _, name := range units().order {
			if !yield(Unit{name}) {
				return
			}
		}
	}
}

// Unit is the unit of mass as a unit of activity data.
func (u MassUnit) Unit() Unit { return Unit{u.String()} }

// noUnit is what is known of the zero Unit.
var noUnit unitDef

func (u Unit) def() *unitDef {
	if d := units().byName[u.name]; d != nil {
		return d
	}
	return &noUnit
}

// IsZero reports whether no unit is given.
func (u Unit) IsZero() bool { return u == Unit{} }

// Dimension is what the unit measures or counts.
func (u Unit) Dimension() Dimension { return u.def().dimension }

// Calorific is the calorific value that the unit counts, or none.
func (u Unit) Calorific() CalorificBasis { return u.def().calorific }

// On is the unit of energy with its calorific value stated: Terajoule.On(
// NetCalorific) is TJ (net). It names a unit and converts nothing. Units of
// other dimensions, and those that state another value, are a [*UnknownError].
func (u Unit) On(b CalorificBasis) (Unit, error) {
	switch {
	case u.Dimension() != DimensionEnergy || b != NetCalorific && b != GrossCalorific:
		return Unit{}, unknownUnit(u.String(), "only energy has a net or gross calorific value")
	case u.Calorific() == b:
		return u, nil
	case u.Calorific() != 0:
		return Unit{}, unknownUnit(u.String(), "it states a calorific value already; one does not become the other without those of the fuel")
	}
	return Unit{u.name + " (" + b.String() + ")"}, nil
}

// String is the unit in English: "kWh", "TJ (net)", "thousand m3"; a unit of mass
// is named as it was written: "kt", "천톤".
func (u Unit) String() string {
	if u.name == "" {
		return "no unit"
	}
	return u.name
}

// identity is one text for all spellings of a unit: units of mass keep the name that
// they were written with.
func (u Unit) identity() string {
	if m, ok := massUnits[u.name]; ok {
		return fmt.Sprintf("t·10^%d", m.power)
	}
	return u.name
}

// Korean is the unit as Korean files write it: "천㎥", "대·km", "TJ (순발열량)".
func (u Unit) Korean() string {
	if u.name == "" {
		return "단위 없음"
	}
	return u.def().korean
}

// MarshalText writes what [ParseUnit] reads, and nothing for the zero Unit.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.name), nil }

// UnmarshalText reads what [ParseUnit] reads; the empty text gives the zero Unit.
func (u *Unit) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*u = Unit{}
		return nil
	}
	v, err := ParseUnit(string(b))
	if err == nil {
		*u = v
	}
	return err
}
