package budget

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
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
func (m ContractionConvergence) Part(larger Budget, to Recipient) (Step, error) {
	if larger.Last() == ForGood {
		return Step{}, refuse(convergenceName, "larger budget", larger.Name(), "it is for good: a budget with a last year is needed")
	}
	sum := nothing(larger.Metric())
	if m.PerHead.IsUnset() {
		return Step{}, refuse(convergenceName, "per head", "", "state the emissions per head of the start year; 0 tCO2e has to be said")
	}
	if _, err := m.PerHead.Cmp(sum); err != nil {
		return Step{}, fmt.Errorf("%s, per head: %w", convergenceName, err)
	}
	inputs := []Input{
		{"h_s", m.PerHead.String() + " per head", fmt.Sprintf("%s in %d", to.Place, m.Start)},
		{"c", fmt.Sprint(m.Converge), "converge year"},
	}
	for y := larger.First(); y <= larger.Last(); y++ {
		e, err := m.Emissions(y)
		if err != nil {
			return Step{}, err
		}
		if sum, err = sum.Add(e); err != nil {
			return Step{}, fmt.Errorf("%s, %d: %w", convergenceName, y, err)
		}
	}
	for y := range m.Mean.All() {
		if y.Year >= m.Converge && y.Year <= max(m.Converge, larger.Last()) {
			inputs = append(inputs, Input{fmt.Sprintf("H_%d", y.Year), y.Value.String() + " per head",
				fmt.Sprintf("mean of %s", larger.Place())})
		}
	}
	for y := range m.People.All() {
		if larger.Counts(y.Year) {
			inputs = append(inputs, Input{fmt.Sprintf("n_%d", y.Year), fmt.Sprint(y.Value), fmt.Sprintf("people of %s", to.Place)})
		}
	}
	inputs = append(inputs, Input{"rounding", fmt.Sprintf("%d decimal places", target.PathwayPlaces), "of each year"})
	return Step{Name: convergenceName, Formula: "Σ n_y × h_y", Inputs: inputs, Amount: sum, Source: m.Source}, nil
}
