package budget

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// EqualCumulative is the same cumulative amount per head, past emissions
// included: what the larger place has emitted since a year and may still emit
// is shared by heads, and what the place itself has emitted since is taken off.
//
//	(R + ΣE) × p/P - Σe
//
// The sums run from the year Since to the year before the budget begins.
// People and Of count people or, where the population has changed, person-years
// over one span of years. A place that has emitted more than its part owes the
// rest: the outcome is then below zero.
type EqualCumulative struct {
	Since      int
	Emissions  ghg.Yearly // e, of the place
	Of         ghg.Yearly // E, of the larger place
	People     int64      // p, of the place
	PeopleOf   int64      // P, of the larger place
	PeopleNote string     // what is counted: "people in 2020", "person-years 1990 to 2050"
	Source     string
}

// Part is (R + ΣE) × p/P - Σe.
func (m EqualCumulative) Part(larger Budget, to Recipient) (Stage, error) {
	const name = "equal cumulative per head"
	var faults ghg.Faults
	checkPart(&faults, name, "people", "people of", m.People, m.PeopleOf)
	if m.PeopleNote == "" {
		faults.Refuse(name, "people note", "", "say which people are counted, such as \"people in 2020\"")
	}
	if err := faults.Err(); err != nil {
		return Stage{}, err
	}
	last := larger.First() - 1
	if err := sameYears(name, m.Since, last); err != nil {
		return Stage{}, err
	}
	s, e, all, err := both(larger, to, m.Emissions, m.Of, m.Since, last)
	if err != nil {
		return Stage{}, err
	}
	whole, err := larger.Amount().Add(all)
	if err != nil {
		return Stage{}, err
	}
	part, err := shareOf(name, "R + ΣE", whole, decimal.New(m.People, 0), decimal.New(m.PeopleOf, 0))
	if err != nil {
		return Stage{}, err
	}
	s.Name, s.Source = allocated.equal, m.Source
	s.Formula = fmt.Sprintf("round((R + E_sum) × p / P; %d) - e_sum", target.PathwayPlaces)
	s.Steps = append(s.Steps, people("p", allocated.counted.With(to.Place, m.PeopleNote), m.People),
		people("P", allocated.counted.With(larger.Place(), m.PeopleNote), m.PeopleOf))
	s.Amount, err = part.Sub(e)
	return s, err
}
