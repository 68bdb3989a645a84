package waste

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Energy says whether heat or power of an incinerator is used, which decides of the sector.
type Energy uint8

// The two.
const (
	WithoutEnergy Energy = iota + 1 // the emissions are of the waste sector
	WithEnergy                      // they are of the energy sector, and IE in waste
)

var energyNames = [...]words.Term{notStated, {En: "not used", Ko: "미이용"}, {En: "used", Ko: "이용"}}

// term is the name in both languages.
func (e Energy) term() words.Term { return nameOf(energyNames[:], int(e)) }

// String is the name in English: "not used".
func (e Energy) String() string { return e.term().En }

// Korean is the name in Korean.
func (e Energy) Korean() string { return e.term().Ko }

// Incineration is waste burnt in an incinerator (V5 equations 5.1, 5.2, 5.4 and 5.5).
type Incineration struct {
	Burnt
	Waste  ghg.Quantity // wet
	Source string
	Energy Energy
}

// LiquidWaste is fossil liquid waste, as solvents and used oil, burnt in an incinerator (V5
// equation 5.3).
type LiquidWaste struct {
	What      words.Term
	Waste     ghg.Quantity // wet
	Source    string
	Carbon    estimate.Parameter // fossil carbon of the wet weight: 80 %
	Oxidation estimate.Parameter
	Ratio     factor.CarbonRatio
	CH4, N2O  estimate.Parameter // per wet waste
	Energy    Energy
}

// OpenBurning is waste burnt in the open, at home or on dumps: its amount as it is known, or
// by the people whose waste is burnt (V5 equation 5.7). What is left unburnt on a dump is
// waste of a [Landfill].
type OpenBurning struct {
	Burnt
	Waste  ghg.Quantity // wet; or
	People ghg.Quantity // of the place, and
	Source string       // of the waste or the people

	Burning    estimate.Parameter // P_frac, share of the people whose waste is burnt
	PerPerson  estimate.Parameter // MSW_P: 0.57 kg/person/day
	BurntShare estimate.Parameter // B_frac, share of their waste that is burnt
}

var (
	incinerationOf = words.Term{En: "incineration of %s", Ko: "%s 소각"}
	liquidWaste    = words.Term{En: "liquid waste", Ko: "폐액"}
	openBurningOf  = words.Term{En: "open burning of %s", Ko: "%s 노천소각"}
	liquidCarbon   = words.Term{En: "fossil carbon of the wet weight", Ko: "습량의 화석탄소 비율(CL)"}
	populationOf   = words.Term{En: "population", Ko: "인구"}
	burningOf      = words.Term{En: "share of the people whose waste is burnt", Ko: "노천소각 인구 비율"}
	wastePerPerson = words.Term{En: "waste of a person", Ko: "1인당 폐기물 발생량"}
	burntShareOf   = words.Term{En: "share of their waste that is burnt", Ko: "발생량 중 노천소각 비율"}
	daysOfYear     = words.Term{En: "days of the year", Ko: "연간 일수"}
)

// Title is what is burnt.
func (i Incineration) Title() words.Term { return incinerationOf.With(i.name()) }

// Equation is that of the IPCC.
func (i Incineration) Equation() string { return "IPCC 2006 V5 Ch5, eq. 5.1, 5.2, 5.4 and 5.5" }

// Work tells the terms and what is emitted, whichever sector it is of.
func (i Incineration) Work(w *estimate.Worksheet) {
	i.Energy.check(w)
	i.emits(w, w.As("t wet waste").Quantity("IW", burntOf, i.Waste, ghg.Tonne.Unit(), i.Source))
}

func (i Incineration) energy() Energy { return i.Energy }

// Title is what is burnt.
func (l LiquidWaste) Title() words.Term {
	if l.What == (words.Term{}) {
		return incinerationOf.With(liquidWaste)
	}
	return incinerationOf.With(l.What)
}

// Equation is that of the IPCC.
func (l LiquidWaste) Equation() string { return "IPCC 2006 V5 Ch5, eq. 5.3" }

// Work tells the terms and what is emitted, whichever sector it is of.
func (l LiquidWaste) Work(w *estimate.Worksheet) {
	l.Energy.check(w)
	mass := w.As("t wet waste").Quantity("IW", burntOf, l.Waste, ghg.Tonne.Unit(), l.Source)
	var missing []ghg.Gas
	if l.CH4.IsUnset() {
		missing = append(missing, ghg.CH4NonFossil)
	} else {
		w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Tonne, "IW × EF_CH4", estimate.Exactly, mass.Mul(perMass(w, "CH4", l.CH4, WetWeight)))
	}
	if l.N2O.IsUnset() {
		missing = append(missing, ghg.N2O)
	} else {
		w.Emits("N2O", n2oEmitted, ghg.N2O, ghg.Tonne, "IW × EF_N2O", estimate.Exactly, mass.Mul(perMass(w, "N2O", l.N2O, WetWeight)))
	}
	w.NotEstimated(missing...)
	carbon := w.As("t C/t wet waste").Fraction("CL", liquidCarbon, l.Carbon)
	oxidised := w.Fraction("OF", oxidisedOf, l.Oxidation)
	oxidises(w, w.CO2OfCarbon(l.Ratio), "CO2", fossilCO2, ghg.CO2, "IW × CL × OF", mass.Mul(carbon).Mul(oxidised))
}

func (l LiquidWaste) energy() Energy { return l.Energy }

// Title is what is burnt.
func (o OpenBurning) Title() words.Term { return openBurningOf.With(o.name()) }

// Equation is that of the IPCC.
func (o OpenBurning) Equation() string { return "IPCC 2006 V5 Ch5, eq. 5.1, 5.2, 5.4, 5.5 and 5.7" }

// Work tells the terms, the amount and what is emitted.
func (o OpenBurning) Work(w *estimate.Worksheet) { o.emits(w, o.amount(w)) }

// amount tells the wet waste that is burnt, in t.
func (o OpenBurning) amount(w *estimate.Worksheet) decimal.Decimal {
	byPeople := !o.People.IsUnset() || !o.Burning.IsUnset() || !o.PerPerson.IsUnset() || !o.BurntShare.IsUnset()
	if !o.Waste.IsUnset() {
		if byPeople {
			w.Refuse("IW", o.Waste.String(), "the waste that is burnt, or the people whose waste it is, one of them, is accepted")
		}
		return w.As("t wet waste").Quantity("IW", burntOf, o.Waste, ghg.Tonne.Unit(), o.Source)
	}
	people := w.Quantity("P", populationOf, o.People, ghg.MustUnit("person"), o.Source)
	burning := w.Fraction("P_frac", burningOf, o.Burning)
	each := w.As("t wet waste/person/day").Parameter("MSW_P", wastePerPerson, o.PerPerson, ghg.MustRateUnit("t/person/day"))
	share := w.Fraction("B_frac", burntShareOf, o.BurntShare)
	days := w.Number("Days", daysOfYear, "day", "", daysInYear)
	return w.Computed("IW", burntOf, "t wet waste", "P × P_frac × MSW_P × B_frac × Days", estimate.Exactly,
		people.Mul(burning).Mul(each).Mul(share).Mul(days))
}

// daysInYear are those of the equations, in leap years too.
var daysInYear = decimal.New(365, 0)

func (e Energy) valid() bool { return e == WithoutEnergy || e == WithEnergy }

func (e Energy) check(w *estimate.Worksheet) {
	switch {
	case !e.valid():
		w.Refuse("Energy", "", "whether its energy is used, waste.WithoutEnergy or waste.WithEnergy, is accepted: it decides of the sector")
	case e == WithEnergy:
		w.Remark(ghg.Finding{Code: FindingOfEnergySector, Severity: ghg.Note}.Said(ofEnergySector))
	}
}

// Incinerator is an [Incineration] or a [LiquidWaste].
type Incinerator interface {
	estimate.Method
	energy() Energy
}

// ErrOneCategory says that waste and energy were given one category.
var ErrOneCategory = errors.New("incineration with energy recovery is IE in a category of waste and reported in one of energy: " +
	"two categories are accepted")

const usesEnergy = "incinerated with recovery of energy: reported in the energy sector"

// Records are the lines of an incinerator in an inventory: those of the waste record where
// no energy is used; where it is, those of the energy record, and in waste IE that points
// there. Never both have numbers.
func Records(m Incinerator, ofWaste, ofEnergy ghg.Record) ([]ghg.Record, error) {
	e, err := estimate.Of(m)
	if err != nil {
		return nil, err
	}
	if m.energy() == WithoutEnergy {
		return e.Records(ofWaste), nil
	}
	if ofWaste.Category == ofEnergy.Category {
		return nil, ErrOneCategory
	}
	elsewhere, err := ghg.IncludedIn(ofEnergy.Category, usesEnergy)
	if err != nil {
		return nil, err
	}
	out := e.Records(ofEnergy)
	for _, r := range e.Records(ofWaste) {
		if r.Value = elsewhere; !r.Gas.IsMemo() {
			out = append(out, r)
		}
	}
	return out, nil
}
