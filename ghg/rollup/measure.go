package rollup

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// MeasureKind is what places are measured by. The zero MeasureKind is not stated.
type MeasureKind uint8

// Registered residents (주민등록인구) are those in the register, projected population
// (추계인구) is that of the statistics office, and living population (생활인구) counts those
// who stay without being registered. They differ by up to several times for one county, and
// figures per head by two of them do not compare. Areas are in km2.
const (
	RegisteredPopulation MeasureKind = iota + 1
	ProjectedPopulation
	LivingPopulation
	LandArea
)

var measureKinds = [...]words.Term{{En: "not stated", Ko: "밝히지 않음"}, {En: "registered population", Ko: "주민등록인구"},
	{En: "projected population", Ko: "추계인구"}, {En: "living population", Ko: "생활인구"}, {En: "land area", Ko: "면적"}}

var measureWords = words.NewSet(RegisteredPopulation,
	[]string{measureKinds[1].En, measureKinds[2].En, measureKinds[3].En, measureKinds[4].En},
	map[string]MeasureKind{"주민등록인구": RegisteredPopulation, "추계인구": ProjectedPopulation, "생활인구": LivingPopulation, "면적": LandArea})

// String is the kind in words.
func (k MeasureKind) String() string {
	if int(k) < len(measureKinds) {
		return measureKinds[k].En
	}
	return fmt.Sprintf("unknown (%d)", uint8(k))
}

// NameKo is the kind in Korean.
func (k MeasureKind) NameKo() string {
	if int(k) < len(measureKinds) {
		return measureKinds[k].Ko
	}
	return fmt.Sprintf("알 수 없음 (%d)", uint8(k))
}

// MarshalText writes the kind in words.
func (k MeasureKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what [ParseMeasureKind] does.
func (k *MeasureKind) UnmarshalText(b []byte) error {
	v, err := ParseMeasureKind(string(b))
	if err == nil {
		*k = v
	}
	return err
}

// ParseMeasureKind reads a kind as String writes it, and in Korean.
func ParseMeasureKind(s string) (MeasureKind, error) {
	if k, ok := measureWords.Find(s); ok {
		return k, nil
	}
	return 0, &ghg.UnknownError{What: "kind of measure", ID: s, Allowed: []string{measureKinds[1].En, measureKinds[2].En, measureKinds[3].En,
		measureKinds[4].En}}
}

// isPopulation reports whether it counts people.
func (k MeasureKind) isPopulation() bool { return k >= RegisteredPopulation && k <= LivingPopulation }

// MeasureDefinition is what a [Measure] is made of.
type MeasureDefinition struct {
	Kind   MeasureKind
	On     ghg.When // the day, as far as it is known
	Source string
	Of     []Measured
}

// Measured is the number of persons, or km2, of a place.
type Measured struct {
	Place  place.Place
	Number decimal.Decimal
}

// Measure is the populations, or the areas, of places on a day. It is immutable. The zero
// Measure knows none.
type Measure struct {
	kind   MeasureKind
	on     ghg.When
	source string
	of     map[place.Place]decimal.Decimal
}

// NewMeasure makes a measure. These are refused, all faults at once: no kind, day or
// source; a place that is there twice; a number below 0, or of persons that is not whole.
func NewMeasure(d MeasureDefinition) (Measure, error) {
	var faults ghg.Faults
	const of = "measure"
	if d.Kind < RegisteredPopulation || d.Kind > LandArea {
		faults.Refuse(of, "kind", "", "say which population, or land area")
	}
	if d.On.IsZero() {
		faults.Refuse(of, "on", "", "say of which day, month or year")
	}
	if strings.TrimSpace(d.Source) == "" {
		faults.Refuse(of, "source", "", "say where the numbers are from")
	}
	m := Measure{d.Kind, d.On, d.Source, map[place.Place]decimal.Decimal{}}
	for i, x := range d.Of {
		who := fmt.Sprintf("%s, place %d %s", of, i+1, x.Place)
		_, twice := m.of[x.Place]
		switch {
		case x.Place.IsZero():
			faults.Refuse(who, "place", "", "there is none: look it up in a gazetteer")
		case twice:
			faults.Refuse(who, "place", x.Place.String(), "it is given twice")
		case exact.Check(x.Number) != nil:
			faults.Refuse(who, "number", exact.Text(x.Number), exact.Check(x.Number).Error())
		case !x.Number.IsPositive(), d.Kind.isPopulation() && !x.Number.IsInteger():
			faults.Refuse(who, "number", x.Number.String(), "a number above 0 is needed, and whole ones of persons")
		}
		m.of[x.Place] = x.Number
	}
	if err := faults.Err(); err != nil {
		return Measure{}, err
	}
	return m, nil
}

// Of is the number of a place, and whether it is known.
func (m Measure) Of(p place.Place) (decimal.Decimal, bool) {
	n, ok := m.of[p]
	return n, ok
}

// Kind is what is measured, On the day and Source where the numbers are from.
func (m Measure) Kind() MeasureKind { return m.kind }

// On is the day of the numbers, as far as it is known.
func (m Measure) On() ghg.When { return m.on }

// Source says where the numbers are from.
func (m Measure) Source() string { return m.source }

// String is the measure in a sentence: "registered population of 2018-12-31".
func (m Measure) String() string { return m.kind.String() + " of " + m.on.String() }

// MarshalText writes what String does.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Korean is the measure in Korean: "주민등록인구(2018-12-31)".
func (m Measure) Korean() string { return m.kind.NameKo() + "(" + m.on.String() + ")" }
