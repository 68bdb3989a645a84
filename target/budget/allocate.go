package budget

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Recipient is the place that a part of a larger budget is for.
type Recipient struct {
	Name  string // of its budget
	Place ghg.PlaceID
	View  ghg.View // what will count against it
}

// Method is a rule that gives a place its part of a larger budget. Which rule is
// fair is a judgement: none is a default. The methods here are
// [PopulationShare], [Grandfathering], [EqualCumulative] and
// [ContractionConvergence]; others, such as one by ability to pay, are a
// [MethodFunc] or a type of one's own.
type Method interface {
	// Part computes the recipient's part of the larger budget, in its metric,
	// with all that is needed to do it again. It may be below zero. What does not
	// follow from what it states is refused.
	Part(larger Budget, to Recipient) (Stage, error)
}

// MethodFunc is a function that is a [Method].
type MethodFunc func(larger Budget, to Recipient) (Stage, error)

// Part calls the function.
func (f MethodFunc) Part(larger Budget, to Recipient) (Stage, error) { return f(larger, to) }

var (
	_ Method = PopulationShare{}
	_ Method = Grandfathering{}
	_ Method = EqualCumulative{}
	_ Method = ContractionConvergence{}
	_ Method = MethodFunc(nil)
)

var errNoMethod = errors.New("no method of allocation given: name one, such as budget.PopulationShare")

// refuse is the fault of an input.
func refuse(of, field string, value any, allowed string) error {
	return ghg.Refusal(of, field, fmt.Sprint(value), allowed)
}

// Allocate is a place's part of a larger budget, for the same years and the
// same limit. Its stages say how it was computed. The view of the recipient is
// taken as told, and not compared with that of the larger budget; the metric
// stays, so that a part of a budget of CO2 alone is one too. Inputs that do not stand are [ghg.Faults], series of another place, view
// or metric a [*ghg.MismatchError].
func (b Budget) Allocate(m Method, to Recipient) (Budget, error) {
	if b.def == nil {
		return Budget{}, errNoBudget
	}
	if f, ok := m.(MethodFunc); m == nil || ok && f == nil {
		return Budget{}, errNoMethod
	}
	if err := to.check(); err != nil {
		return Budget{}, err
	}
	s, err := m.Part(b, to)
	if err != nil {
		return Budget{}, fmt.Errorf("%s: %w", to.of(), err)
	}
	if x, y := s.Amount.Metric().ID(), b.Metric().ID(); x != y {
		return Budget{}, fmt.Errorf("%s, %s: %w", to.of(), s.Name.En, &ghg.MetricMismatchError{A: x, B: y})
	}
	part, err := b.next(s, func(d *Definition) { d.Name, d.Place, d.View = to.Name, to.Place, to.View })
	if err != nil {
		return Budget{}, err
	}
	switch m.(type) {
	case PopulationShare, Grandfathering, EqualCumulative, ContractionConvergence:
		replay(part.Explain)
		return part, nil
	}
	if err := part.follows(s); err != nil {
		return Budget{}, err
	}
	return part, nil
}

// follows refuses a stage of another's method whose amount does not follow from what it
// states.
func (b Budget) follows(s Stage) error {
	d, err := derivation.New(b.sheet(b.def.stated.term()).Definition)
	if err != nil {
		return refuse(b.of()+", "+s.Name.En, "formula", s.Formula, err.Error())
	}
	if all := d.Replay(); len(all) > 0 {
		return refuse(b.of()+", "+s.Name.En, "amount", s.Amount, "it does not follow from what is stated: "+all[0].String())
	}
	return nil
}

// check refuses a recipient that no budget can be for.
func (to *Recipient) check() error {
	var faults ghg.Faults
	checkWhose(&faults, to.of(), to.Name, &to.Place, to.View)
	return faults.Err()
}

// of is the recipient's budget in messages.
func (to Recipient) of() string { return named(to.Name) }

// checkPeople notes a number of people that is none.
func checkPeople(faults *ghg.Faults, of, field string, n int64) {
	if n <= 0 {
		faults.Refuse(of, field, strconv.FormatInt(n, 10), "a number of people above zero is needed")
	}
}

// checkPart notes people of a place that are no part of those of the larger one.
func checkPart(faults *ghg.Faults, name, field, fieldOf string, part, all int64) {
	checkPeople(faults, name, field, part)
	checkPeople(faults, name, fieldOf, all)
	if all > 0 && part > all {
		faults.Refuse(name, field, strconv.FormatInt(part, 10), fmt.Sprintf("a part of the %d people of the larger place is needed", all))
	}
}

// shareOf is [fractionOf] of an amount above zero. A share of a budget that is
// overspent is refused: whoever is given less of it would be left with more.
func shareOf(of, field string, amount ghg.CO2e, part, all decimal.Decimal) (ghg.CO2e, error) {
	if amount.Sign() <= 0 {
		return ghg.CO2e{}, refuse(of, field, amount, "no share is taken of an amount that is not above zero")
	}
	return fractionOf(amount, part, all)
}

// fractionOf is amount × part/all, rounded once to [target.PathwayPlaces].
func fractionOf(amount ghg.CO2e, part, all decimal.Decimal) (ghg.CO2e, error) {
	v, err := exact.Quotient(amount.Tonnes().Mul(part), all, target.PathwayPlaces)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(v, ghg.Tonne, amount.Metric())
}

// PopulationShare is the same amount per head everywhere:
//
//	R × p/P
//
// with the people of the place and of the larger place in one year.
type PopulationShare struct {
	Year   int
	People int64 // of the place
	Of     int64 // of the larger place
	Source string
}

// Part is R × p/P.
func (m PopulationShare) Part(larger Budget, to Recipient) (Stage, error) {
	const name = "population share"
	var faults ghg.Faults
	checkPart(&faults, name, "people", "of", m.People, m.Of)
	faults.RefuseYear(name, "year", m.Year)
	if err := faults.Err(); err != nil {
		return Stage{}, err
	}
	part, err := shareOf(name, "larger budget", larger.Amount(), decimal.New(m.People, 0), decimal.New(m.Of, 0))
	return Stage{Name: allocated.population, Formula: "R × p / P", Rounding: atPath, Amount: part, Source: m.Source, Steps: []derivation.Step{
		people("p", allocated.people.With(to.Place, m.Year), m.People), people("P", allocated.people.With(larger.Place(), m.Year), m.Of),
	}}, err
}

// Grandfathering is the share that the place had of the larger place's
// emissions, over the years First to Last, one or several:
//
//	R × Σe/ΣE
//
// The series are of the two places in the views of their budgets; whoever
// emitted much is given much.
type Grandfathering struct {
	Emissions   ghg.Yearly // e, of the place
	Of          ghg.Yearly // E, of the larger place
	First, Last int
	Source      string
}

// Part is R × Σe/ΣE.
func (m Grandfathering) Part(larger Budget, to Recipient) (Stage, error) {
	const name = "grandfathering"
	if err := sameYears(name, m.First, m.Last); err != nil {
		return Stage{}, err
	}
	s, e, all, err := both(larger, to, m.Emissions, m.Of, m.First, m.Last)
	if err != nil {
		return Stage{}, err
	}
	switch {
	case e.Sign() < 0:
		return Stage{}, refuse(name, "emissions", e, "a sum of at least 0 is needed")
	case all.Sign() <= 0:
		return Stage{}, refuse(name, "of", all, "a sum above zero is needed")
	case e.Tonnes().GreaterThan(all.Tonnes()):
		return Stage{}, refuse(name, "emissions", e, fmt.Sprintf("a part of the larger place's %s is needed", all))
	}
	s.Name, s.Formula, s.Rounding, s.Source = allocated.grandfathering, "R × e_sum / E_sum", atPath, m.Source
	s.Amount, err = shareOf(name, "larger budget", larger.Amount(), e.Tonnes(), all.Tonnes())
	return s, err
}

// sameYears checks the years that emissions are summed over.
func sameYears(method string, first, last int) error {
	var faults ghg.Faults
	faults.RefuseYear(method, "first year", first)
	faults.RefuseYear(method, "last year", last)
	if faults.Len() == 0 && last < first {
		faults.Refuse(method, "last year", strconv.Itoa(last), fmt.Sprintf("it lies before the first, %d", first))
	}
	return faults.Err()
}

// both sums the emissions of a place and of the larger place, e_sum and E_sum of the
// stage, with findings on their figures.
func both(larger Budget, to Recipient, local, of ghg.Yearly, first, last int) (s Stage, e, all ghg.CO2e, err error) {
	own := ghg.Basis{Place: to.Place, View: to.View, Metric: larger.Metric()}
	if err = own.Meets("the recipient", local.Basis(), "the series"); err != nil {
		return s, e, all, err
	}
	figures, e, err := emitted(local, first, last)
	if err != nil {
		return s, e, all, err
	}
	remarks(&s.Findings, figures, to.Place)
	s.addFigures("e", to.Place, first, last, figures, e)
	figures, all, err = larger.emitted(of, first, last)
	remarks(&s.Findings, figures, larger.Place())
	s.addFigures("E", larger.Place(), first, last, figures, all)
	return s, e, all, err
}
