package effect

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// StandingReduction is a reduction that stands in one year. It is not the sum
// over years, and is never added to that: see [CumulativeReduction]. The zero
// StandingReduction is of no year.
type StandingReduction struct {
	year    int
	co2e    ghg.CO2e
	cohorts Cohorts
}

// Year is the year in which it stands.
func (s StandingReduction) Year() int { return s.year }

// Kind is the kind of the reduction.
func (s StandingReduction) Kind() strategy.Kind {
	if s.cohorts.IsZero() {
		return 0
	}
	return s.cohorts.def.Kind
}

// CO2e is the amount of the year.
func (s StandingReduction) CO2e() ghg.CO2e { return s.co2e }

// String is the reduction as one line, which says that it stands in a year.
func (s StandingReduction) String() string {
	if s.cohorts.IsZero() {
		return "no standing reduction"
	}
	return fmt.Sprintf("%s, %s, standing in %d", s.co2e, s.Kind(), s.year)
}

// Explain writes the reduction as its arithmetic, a line for each cohort:
// those that cut, those that have expired, and those to come.
func (s StandingReduction) Explain() string {
	if s.cohorts.IsZero() {
		return s.String() + "\n"
	}
	d := s.cohorts.def
	var b words.Rows
	b.Row("standing", "Σ units × c × (1 - d)^age = %s", s)
	b.Row("unit", "c = %s, d = %s a year, lifetime %d years; source %s", d.PerUnit, d.Decay, d.Lifetime, cmp.Or(d.Source, "not stated"))
	for _, in := range d.Installations {
		text := fmt.Sprintf("%s units", in.Units)
		if in.Renews != 0 {
			text += fmt.Sprintf(", renewing %d", in.Renews)
		}
		switch age := s.year - in.Year; {
		case age < 0:
			text += ": to come"
		case age >= d.Lifetime:
			text += fmt.Sprintf(": expired in %d", in.Year+d.Lifetime)
		default:
			text += fmt.Sprintf(" × c × (1 - d)^%d: until %d", age, in.Year+d.Lifetime-1)
		}
		b.Row(fmt.Sprint(in.Year), "%s", text)
	}
	b.Row("rounding", "once to %d decimal places of a tonne, half away from zero", amountPlaces)
	return b.String()
}
