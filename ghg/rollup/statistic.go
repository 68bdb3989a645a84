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

// StatisticKind is what is counted of places. The zero StatisticKind is not stated.
type StatisticKind uint8

// Registered residents (주민등록인구) are those in the register, projected population
// (추계인구) is that of the statistics office, and living population (생활인구) counts those
// who stay without being registered. They differ by up to several times for one county, and
// figures per head by two of them do not compare. Areas are in km2.
const (
	RegisteredPopulation StatisticKind = iota + 1
	ProjectedPopulation
	LivingPopulation
	LandArea
)

var statisticKinds = [...]words.Term{{En: "not stated", Ko: "밝히지 않음"}, {En: "registered population", Ko: "주민등록인구"},
	{En: "projected population", Ko: "추계인구"}, {En: "living population", Ko: "생활인구"}, {En: "land area", Ko: "면적"}}

var statisticWords = words.NewSet(RegisteredPopulation,
	[]string{statisticKinds[1].En, statisticKinds[2].En, statisticKinds[3].En, statisticKinds[4].En},
	map[string]StatisticKind{"주민등록인구": RegisteredPopulation, "추계인구": ProjectedPopulation, "생활인구": LivingPopulation, "면적": LandArea})

// String is the kind in words.
func (k StatisticKind) String() string {
	if int(k) < len(statisticKinds) {
		return statisticKinds[k].En
	}
	return fmt.Sprintf("unknown (%d)", uint8(k))
}

// Korean is the kind in Korean.
func (k StatisticKind) Korean() string {
	if int(k) < len(statisticKinds) {
		return statisticKinds[k].Ko
	}
	return fmt.Sprintf("알 수 없음 (%d)", uint8(k))
}

// MarshalText writes the kind in words.
func (k StatisticKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what [ParseStatisticKind] does.
func (k *StatisticKind) UnmarshalText(b []byte) error {
	v, err := ParseStatisticKind(string(b))
	if err == nil {
		*k = v
	}
	return err
}

// ParseStatisticKind reads a kind as String writes it, and in Korean.
func ParseStatisticKind(s string) (StatisticKind, error) {
	if k, ok := statisticWords.Find(s); ok {
		return k, nil
	}
	return 0, &ghg.UnknownError{What: "kind of statistic", ID: s,
		Allowed: []string{statisticKinds[1].En, statisticKinds[2].En, statisticKinds[3].En,
			statisticKinds[4].En}}
}

// isPopulation reports whether it counts people.
func (k StatisticKind) isPopulation() bool { return k >= RegisteredPopulation && k <= LivingPopulation }

// StatisticDefinition is what a [Statistic] is made of.
type StatisticDefinition struct {
	Kind   StatisticKind
	On     ghg.When // the day, as far as it is known
	Source string
	Of     []PlaceNumber
}

// PlaceNumber is the number of persons, or km2, of a place.
type PlaceNumber struct {
	Place  place.Place     `json:"place"`
	Number decimal.Decimal `json:"number"`
}

// Statistic is the populations, or the areas, of places on a day. It is immutable. The zero
// Statistic knows none.
type Statistic struct {
	kind   StatisticKind
	on     ghg.When
	source string
	of     map[place.Place]decimal.Decimal
}

// NewStatistic makes a statistic. These are refused, all faults at once: no kind, day or
// source; a place that is there twice; a number that is not above 0, or of persons not whole.
func NewStatistic(d StatisticDefinition) (Statistic, error) {
	var faults ghg.Faults
	const of = "statistic"
	if d.Kind < RegisteredPopulation || d.Kind > LandArea {
		faults.Refuse(of, "kind", "", "say which population, or land area")
	}
	if d.On.IsZero() {
		faults.Refuse(of, "on", "", "say of which day, month or year")
	}
	if strings.TrimSpace(d.Source) == "" {
		faults.Refuse(of, "source", "", "say where the numbers are from")
	}
	m := Statistic{d.Kind, d.On, d.Source, map[place.Place]decimal.Decimal{}}
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
		return Statistic{}, err
	}
	return m, nil
}

// Of is the number of a place, and whether it is known.
func (m Statistic) Of(p place.Place) (decimal.Decimal, bool) {
	n, ok := m.of[p]
	return n, ok
}

// Kind is what is counted, On the day and Source where the numbers are from.
func (m Statistic) Kind() StatisticKind { return m.kind }

// On is the day of the numbers, as far as it is known.
func (m Statistic) On() ghg.When { return m.on }

// Source says where the numbers are from.
func (m Statistic) Source() string { return m.source }

// String is the statistic in a sentence: "registered population of 2018-12-31".
func (m Statistic) String() string { return m.kind.String() + " of " + m.on.String() }

// MarshalText writes what String does.
func (m Statistic) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Korean is the statistic in Korean: "주민등록인구(2018-12-31)".
func (m Statistic) Korean() string { return m.kind.Korean() + "(" + m.on.String() + ")" }
