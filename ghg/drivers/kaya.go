package drivers

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/shopspring/decimal"
)

// KayaYear is one year of the series behind the Kaya identity, in the units of
// a [KayaUnits].
type KayaYear struct {
	Year       int             `json:"year"`
	Population decimal.Decimal `json:"population"`
	GDP        decimal.Decimal `json:"gdp"` // at constant prices, or inflation becomes a driver
	Energy     decimal.Decimal `json:"energy"`
	Emissions  ghg.CO2e        `json:"emissions"`
}

// KayaUnits names the units of the series, such as "people", "billion won at
// 2015 prices" and "TJ". They are labels: all years are in one unit each.
type KayaUnits struct{ Population, GDP, Energy string }

// KayaFactor is one of the four factors of the Kaya identity. The zero
// KayaFactor is none of them.
type KayaFactor uint8

// The factors of C = P × G/P × E/G × C/E.
const (
	Population         KayaFactor = iota + 1 // P
	GDPPerHead                               // G/P
	EnergyPerGDP                             // E/G, the energy intensity of the economy
	EmissionsPerEnergy                       // C/E, the carbon intensity of energy
)

var kayaNames = [...]string{
	Population: "population", GDPPerHead: "GDP per head", EnergyPerGDP: "energy per GDP", EmissionsPerEnergy: "emissions per energy",
}

// AllKayaFactors yields the factors in the order of the identity.
func AllKayaFactors() iter.Seq[KayaFactor] {
	return func(yield func(KayaFactor) bool) {
		for f := Population; f <= EmissionsPerEnergy; f++ {
			if !yield(f) {
				return
			}
		}
	}
}

// String is the name of the factor: "GDP per head".
func (f KayaFactor) String() string {
	if f < Population || f > EmissionsPerEnergy {
		return "no Kaya factor"
	}
	return kayaNames[f]
}

// kayaNamesKo are the names in Korean.
var kayaNamesKo = [...]string{
	Population: "인구", GDPPerHead: "1인당 GDP", EnergyPerGDP: "GDP 대비 에너지 사용량", EmissionsPerEnergy: "에너지 대비 배출량",
}

// Korean is the name of the factor in Korean.
func (f KayaFactor) Korean() string {
	if f < Population || f > EmissionsPerEnergy {
		return "카야 요인 아님"
	}
	return kayaNamesKo[f]
}

// MarshalText writes what String says.
func (f KayaFactor) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Kaya is a series of years for the Kaya identity,
//
//	C = P × G/P × E/G × C/E
//
// with population P, gross domestic product G, energy use E and emissions C
// (Kaya, 1990). The quotients are kept as they are, so the identity holds
// exactly. It is immutable; the zero Kaya has no years.
type Kaya struct {
	identity Identity
	metric   ghg.Metric
	years    []KayaYear
	points   []Point
}

// NewKaya makes a series. Years may be missing and come in any order; a year
// given twice is refused, and so are a population, GDP or energy use that is
// not above zero, emissions below zero and emissions on two metrics: each is a
// [ghg.Fault], and all are reported; beside two metrics stands a
// [*ghg.MetricMismatchError].
func NewKaya(units KayaUnits, years ...KayaYear) (Kaya, error) {
	var faults ghg.Faults
	for _, u := range [3]struct{ field, unit, such string }{
		{"population", units.Population, "people"}, {"GDP", units.GDP, "billion won at 2015 prices"}, {"energy", units.Energy, "TJ"},
	} {
		if u.unit == "" {
			faults.Refuse("Kaya units", u.field, "", "name the unit of the series, such as "+u.such)
		}
	}
	const of = "Kaya series"
	if n := len(years); n == 0 || n > maxSteps {
		faults.Refuse(of, "years", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxSteps))
		return Kaya{}, faults // what is too long is not looked through
	}
	identity, err := NewIdentity(tonnes, ghg.MustShare("0%"), // exactly
		Factor{Name: kayaNames[Population], Unit: units.Population},
		Factor{Name: kayaNames[GDPPerHead], Unit: units.GDP + "/" + units.Population},
		Factor{Name: kayaNames[EnergyPerGDP], Unit: units.Energy + "/" + units.GDP},
		Factor{Name: kayaNames[EmissionsPerEnergy], Unit: tonnes + "/" + units.Energy})
	if err != nil {
		return Kaya{}, errors.Join(faults.Err(), err) // a unit is too long
	}
	k := Kaya{identity, years[0].Emissions.Metric(), slices.Clone(years), make([]Point, len(years))}
	sort.SliceStable(k.years, func(i, j int) bool { return k.years[i].Year < k.years[j].Year })
	var mismatch error
	for i, y := range k.years {
		if err := sameMetric(k.metric, y.Emissions); err != nil {
			faults.Refuse(fmt.Sprintf("%s, %d", of, y.Year), "emissions", y.Emissions.String(), err.Error())
			mismatch = cmp.Or(mismatch, err)
		}
		if i > 0 && k.years[i-1].Year == y.Year {
			faults.Refuse(of, "year", strconv.Itoa(y.Year), "given twice: a year has one row")
		}
		faults.RefuseYear(of, "year", y.Year)
		k.points[i] = Point{identity, y.Year, []row{y.row(identity, &faults)}}
	}
	if err := faults.Err(); err != nil {
		return Kaya{}, errors.Join(err, mismatch)
	}
	return k, nil
}

// row is the year as the one category of a point.
func (y KayaYear) row(id Identity, faults *ghg.Faults) row {
	c := checker{"Kaya series, " + strconv.Itoa(y.Year), faults}
	quantities := []decimal.Decimal{y.Population, y.GDP, y.Energy, y.Emissions.Tonnes()}
	ok := true
	for j, field := range [3]string{"population", "GDP", "energy"} {
		if !c.number(field, quantities[j]) {
			ok = false
		} else if !quantities[j].IsPositive() {
			c.refuse(field, quantities[j].String(), "it must be above zero, as another quantity stands over it")
			ok = false
		}
	}
	if !ok {
		return row{}
	}
	r, _ := c.row(id, Row{Category: everything, Quantities: quantities})
	return r
}

// The unit of emissions in identities, and the category of a figure that is
// not split.
const (
	tonnes     = "tCO2e"
	everything = "total"
)

// tonnesOn is CO2e on a metric. Amounts of 10^18 t and more do not fit it with
// effects to [EffectPlaces].
func tonnesOn(m ghg.Metric, tonnes decimal.Decimal) (ghg.CO2e, error) {
	return ghg.NewCO2e(tonnes, ghg.Tonne, m)
}

// sameMetric is a [*ghg.MetricMismatchError] for an amount on another metric.
func sameMetric(m ghg.Metric, c ghg.CO2e) error {
	if c.Metric().ID() != m.ID() {
		return &ghg.MetricMismatchError{A: m.ID(), B: c.Metric().ID()}
	}
	return nil
}

// Years yields the years of the series, first to last.
func (k Kaya) Years() iter.Seq[KayaYear] { return slices.Values(k.years) }

func (k Kaya) index(year int) (int, error) {
	i := sort.Search(len(k.years), func(i int) bool { return k.years[i].Year >= year })
	if i == len(k.years) || k.years[i].Year != year {
		return 0, &ghg.NoFigureError{Of: "the Kaya series", Year: year}
	}
	return i, nil
}

// KayaEffects are what each factor did to emissions. They add up to the change
// exactly.
type KayaEffects struct {
	Population         ghg.CO2e `json:"population"`
	GDPPerHead         ghg.CO2e `json:"gdpPerHead"`
	EnergyPerGDP       ghg.CO2e `json:"energyPerGDP"`
	EmissionsPerEnergy ghg.CO2e `json:"emissionsPerEnergy"`
}

// Of is the effect of a factor; of none, it is nothing.
func (e KayaEffects) Of(f KayaFactor) ghg.CO2e {
	switch f {
	case Population:
		return e.Population
	case GDPPerHead:
		return e.GDPPerHead
	case EnergyPerGDP:
		return e.EnergyPerGDP
	case EmissionsPerEnergy:
		return e.EmissionsPerEnergy
	}
	return ghg.CO2e{}
}

// Show rounds the effects in a unit, to a number of decimal places, in the order of
// [AllKayaFactors]; they add up to the change.
func (e KayaEffects) Show(unit ghg.MassUnit, places int32) (ghg.ShownList, error) {
	return ghg.ShowList(unit, places, e.Population, e.GDPPerHead, e.EnergyPerGDP, e.EmissionsPerEnergy)
}

// KayaChange is the change of emissions from a base year to a later one by its
// Kaya factors, as an endpoint decomposition.
type KayaChange struct {
	Base      ghg.CO2e `json:"base"`
	Emissions ghg.CO2e `json:"emissions"` // of the base year, and of the later one
	Change    ghg.CO2e `json:"change"`    // Emissions - Base
	KayaEffects
	Decomposition Decomposition `json:"decomposition"`
}

// KayaChained is as [KayaChange], from the chained decomposition of all years
// of the series in between: another figure.
type KayaChained struct {
	Base      ghg.CO2e `json:"base"`
	Emissions ghg.CO2e `json:"emissions"`
	Change    ghg.CO2e `json:"change"`
	KayaEffects
	Decomposition Chained `json:"decomposition"`
}

// Change decomposes the change between two years of the series.
func (k Kaya) Change(base, year int) (KayaChange, error) {
	i, j, err := k.span(base, year)
	if err != nil {
		return KayaChange{}, err
	}
	d, err := Decompose(k.points[i], k.points[j])
	if err != nil {
		return KayaChange{}, err
	}
	c := KayaChange{Base: k.years[i].Emissions, Emissions: k.years[j].Emissions, Decomposition: d}
	c.Change, c.KayaEffects, err = k.effects(c.Base, c.Emissions, d.Effects())
	return c, err
}

// Chain decomposes each step of the series from one year to another and adds
// the effects up.
func (k Kaya) Chain(base, year int) (KayaChained, error) {
	i, j, err := k.span(base, year)
	if err != nil {
		return KayaChained{}, err
	}
	d, err := DecomposeChained(k.points[i : j+1]...)
	if err != nil {
		return KayaChained{}, err
	}
	c := KayaChained{Base: k.years[i].Emissions, Emissions: k.years[j].Emissions, Decomposition: d}
	c.Change, c.KayaEffects, err = k.effects(c.Base, c.Emissions, d.Effects())
	return c, err
}

// span finds two years, the later one second.
func (k Kaya) span(base, year int) (i, j int, err error) {
	if base >= year {
		return 0, 0, fmt.Errorf("from %d to %d: the second year must be later", base, year)
	}
	if i, err = k.index(base); err != nil {
		return 0, 0, err
	}
	j, err = k.index(year)
	return i, j, err
}

// effects are the change and the effects of its factors as CO2e.
func (k Kaya) effects(base, emissions ghg.CO2e, all []Effect) (ghg.CO2e, KayaEffects, error) {
	change, err := emissions.Sub(base)
	if err != nil {
		return ghg.CO2e{}, KayaEffects{}, err
	}
	var out [4]ghg.CO2e
	for j, e := range all {
		if out[j], err = tonnesOn(k.metric, e.Amount); err != nil {
			return ghg.CO2e{}, KayaEffects{}, fmt.Errorf("effect of %s: %w", e.Factor.Name, err)
		}
	}
	return change, KayaEffects{out[0], out[1], out[2], out[3]}, nil
}

// String is the change in one line.
func (c KayaChange) String() string { return c.Decomposition.String() }

// Explain is [Decomposition.Explain].
func (c KayaChange) Explain() derivation.Derivation { return c.Decomposition.Explain() }

// String is the change in one line.
func (c KayaChained) String() string { return c.Decomposition.String() }

// Explain is [Chained.Explain].
func (c KayaChained) Explain() derivation.Derivation { return c.Decomposition.Explain() }
