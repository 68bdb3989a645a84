package budget

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ContractionConvergence lets emissions per head go in a straight line from the
// place's own in a start year to the larger place's mean in the converge year,
// and follow that mean from then on. The part is what the people of each counted
// year emit on that line:
//
//	Σ n_y × h_y     h_y = h_s + (H_c - h_s)(y - s)/(c - s)   up to c
//	                h_y = H_y                                after it
//
// s is the start year and c the converge year, h the place's emissions per head
// and H the mean, n its people. The amount of the larger budget does not enter:
// that the mean, times all people, spends no more than it is for the mean's
// source to show. The budget needs a last year.
type ContractionConvergence struct {
	Start    int      // s
	PerHead  ghg.CO2e // h_s
	Converge int      // c
	// Mean is H by year: that of the converge year, and of the counted years
	// after it.
	Mean ghg.Years[ghg.CO2e]
	// People are those of the place in every counted year.
	People ghg.Years[int64]
	Source string
}

const convergenceName = "contraction and convergence"

// At is the emissions per head in a year from the start on, rounded once to
// [target.PathwayPlaces].
func (m ContractionConvergence) At(year int) (ghg.CO2e, error) {
	return m.emissions(year, 1)
}

// need is what a series has for a year, named as the method names it.
func need[T any](y ghg.Years[T], what string, year int) (ghg.OfYear[T], error) {
	v, err := y.Need(year)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		missing.Of = convergenceName + ", " + what
	}
	return v, err
}

// emissions are n × h_y, rounded once.
func (m ContractionConvergence) emissions(year int, n int64) (ghg.CO2e, error) {
	var faults ghg.Faults
	faults.RefuseYear(convergenceName, "start", m.Start)
	faults.RefuseYear(convergenceName, "converge", m.Converge)
	if faults.Len() == 0 && m.Converge <= m.Start {
		faults.Refuse(convergenceName, "converge", strconv.Itoa(m.Converge), fmt.Sprintf("a year after the start in %d is needed", m.Start))
	}
	if err := faults.Err(); err != nil {
		return ghg.CO2e{}, err
	}
	if year < m.Start || year > ghg.LastYear {
		return ghg.CO2e{}, &ghg.YearError{Of: convergenceName, Year: year, First: m.Start, Last: ghg.LastYear}
	}
	of, err := need(m.Mean, "mean per head", max(year, m.Converge))
	if err != nil {
		return ghg.CO2e{}, err
	}
	mean := of.Value
	heads := decimal.New(n, 0)
	if year >= m.Converge {
		return mean.Scale(heads)
	}
	rise, err := mean.Sub(m.PerHead)
	if err != nil {
		return ghg.CO2e{}, err
	}
	gone, span := whole(year-m.Start), whole(m.Converge-m.Start)
	v := m.PerHead.Tonnes().Mul(span).Add(rise.Tonnes().Mul(gone)).Mul(heads)
	one, err := ghg.NewCO2e(decimal.New(1, 0), ghg.Tonne, mean.Metric())
	if err != nil {
		return ghg.CO2e{}, err
	}
	return fractionOf(one, v, span)
}

// Emissions are those of the place's people in a year: n_y × h_y, rounded once
// to [target.PathwayPlaces].
func (m ContractionConvergence) Emissions(year int) (ghg.CO2e, error) {
	of, err := need(m.People, "people", year)
	if err != nil {
		return ghg.CO2e{}, err
	}
	n := of.Value
	var faults ghg.Faults
	checkPeople(&faults, convergenceName+" in "+strconv.Itoa(year), "people", n)
	if err := faults.Err(); err != nil {
		return ghg.CO2e{}, err
	}
	return m.emissions(year, n)
}

// Part is Σ n_y × h_y over the years that the larger budget counts.
func (m ContractionConvergence) Part(larger Budget, to Recipient) (Stage, error) {
	if larger.Last() == ForGood {
		return Stage{}, refuse(convergenceName, "larger budget", larger.Name(), "it is for good: a budget with a last year is needed")
	}
	sum := nothing(larger.Metric())
	if m.PerHead.IsUnset() {
		return Stage{}, refuse(convergenceName, "per head", "", "state the emissions per head of the start year; 0 tCO2e has to be said")
	}
	if _, err := m.PerHead.Cmp(sum); err != nil {
		return Stage{}, fmt.Errorf("%s, per head: %w", convergenceName, err)
	}
	unit := larger.Metric().Unit()
	each := derivation.Per(unit, persons)
	var line, after convergenceYears
	for y := larger.First(); y <= larger.Last(); y++ {
		e, err := m.Emissions(y)
		if err != nil {
			return Stage{}, err
		}
		if sum, err = sum.Add(e); err != nil {
			return Stage{}, fmt.Errorf("%s, %d: %w", convergenceName, y, err)
		}
		at := &line
		if y >= m.Converge {
			at = &after
		}
		n, _ := m.People.At(y) // they were asked for
		h, _ := m.Mean.At(y)
		at.rows = append(at.rows, derivation.Row{ID: strconv.Itoa(y), Source: n.Source})
		at.people = append(at.people, derivation.Number(decimal.New(n.Value, 0)))
		at.mean = append(at.mean, derivation.Number(h.Value.Tonnes()))
		at.emissions = append(at.emissions, derivation.Number(e.Tonnes()))
	}
	s := Stage{Name: allocated.convergence, Amount: sum, Source: m.Source}
	if len(line.rows) > 0 {
		mean, _ := m.Mean.At(m.Converge)
		one := func(symbol string, what words.Term, unit string, d decimal.Decimal) derivation.Step {
			return derivation.Step{Symbol: symbol, What: what, Unit: unit, Values: []derivation.Value{derivation.Number(d)}}
		}
		s.Steps = append(s.Steps, one("h", allocated.perHead.With(to.Place), each, m.PerHead.Tonnes()),
			one("Hc", allocated.meanAt.With(larger.Place()), each, mean.Value.Tonnes()),
			one("start", allocated.start, "", whole(m.Start)), one("c", allocated.converge, "", whole(m.Converge)))
		s.addYears("i", "n", "e", "n[i] × (h + (Hc - h) × (i - start) / (c - start))", allocated.line, atPath, to, unit, line)
		s.Formula = "sum(i: e[i])"
	}
	if len(after.rows) > 0 {
		s.Indices = append(s.Indices, derivation.Index{Letter: "j", Rows: after.rows})
		s.Steps = append(s.Steps, derivation.Step{Symbol: "H", What: allocated.mean.With(larger.Place()), Unit: each, Index: "j",
			Values: after.mean})
		s.addYears("j", "N", "E", "N[j] × H[j]", allocated.after, derivation.Rounding{}, to, unit, after)
		if s.Formula != "" {
			s.Formula += " + "
		}
		s.Formula += "sum(j: E[j])"
	}
	return s, nil
}

// convergenceYears are columns of years: those on the line, or those at the mean.
type convergenceYears struct {
	rows                    []derivation.Row
	people, mean, emissions []derivation.Value
}

func (s *Stage) addYears(letter, people, emissions, formula string, what words.Term, r derivation.Rounding, to Recipient, unit string,
	of convergenceYears) {
	if letter == "i" {
		s.Indices = append(s.Indices, derivation.Index{Letter: letter, Rows: of.rows})
	}
	s.Steps = append(s.Steps, derivation.Step{Symbol: people, What: allocated.heads.With(to.Place), Unit: persons, Index: letter,
		Values: of.people},
		derivation.Step{Symbol: emissions, What: what, Unit: unit, Index: letter, Kind: derivation.Computed, Formula: formula, Rounding: r,
			Values: of.emissions})
}
