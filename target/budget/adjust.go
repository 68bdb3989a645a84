package budget

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// CoverageFactor is the part of its people's emissions that a place's inventory
// covers. An inventory that leaves out flights and goods may only claim that
// part of a budget per head. It is from 0 to 1.
type CoverageFactor struct {
	part, all decimal.Decimal
	step      Step // without an amount
}

// StatedCoverage is a factor that a source states.
func StatedCoverage(s ghg.Share, source string) (CoverageFactor, error) {
	switch {
	case s.IsUnset():
		return CoverageFactor{}, &InputError{"coverage factor", "share", "", "state a share above 0, such as ghg.MustShare(\"60%\")"}
	case source == "":
		return CoverageFactor{}, &InputError{"coverage factor", "source", "", "say who states it"}
	}
	return coverage(s.Fraction(), decimal.New(1, 0), Step{Source: source, Inputs: []Input{{"f", s.String(), "as stated"}}})
}

// CoverageOf is the factor from figures: what the inventory has per head,
// divided by all that a person causes, on one metric:
//
//	f = (inventory/people)/all per person
func CoverageOf(inventory ghg.CO2e, people int64, perPerson ghg.CO2e, source string) (CoverageFactor, error) {
	switch {
	case people <= 0:
		return CoverageFactor{}, &InputError{"coverage factor", "people", fmt.Sprint(people), "a number of people above zero is needed"}
	case inventory.Sign() <= 0:
		return CoverageFactor{}, &InputError{"coverage factor", "inventory", inventory.String(), "an inventory above zero is needed"}
	case perPerson.Sign() <= 0:
		return CoverageFactor{}, &InputError{"coverage factor", "all per person", perPerson.String(), "emissions above zero are needed"}
	}
	all, err := perPerson.Scale(decimal.New(people, 0))
	if err != nil {
		return CoverageFactor{}, err
	}
	if _, err := inventory.Cmp(all); err != nil {
		return CoverageFactor{}, fmt.Errorf("coverage factor: %w", err)
	}
	return coverage(inventory.Tonnes(), all.Tonnes(), Step{Source: source, Inputs: []Input{
		{"f", ghg.Quotient(inventory.Tonnes(), all.Tonnes(), "").String(), "(inventory/people)/all per person"},
		{"inventory", inventory.String(), ""}, {"people", fmt.Sprint(people), ""}, {"all per person", perPerson.String(), ""},
	}})
}

func coverage(part, all decimal.Decimal, s Step) (CoverageFactor, error) {
	if !part.IsPositive() || part.GreaterThan(all) {
		return CoverageFactor{}, &InputError{"coverage factor", "f", ghg.Quotient(part, all, "").String(),
			"above 0 and at most 1 is allowed: an inventory that covers more than its people cause is no part of it"}
	}
	s.Name, s.Formula = "coverage factor", "R × f"
	return CoverageFactor{part, all, s}, nil
}

// Factor is the factor as a number, rounded to [ghg.RatioPlaces]; undefined
// where there is none.
func (c CoverageFactor) Factor() ghg.Ratio {
	return ghg.Quotient(c.part, c.all, ErrNoCoverage.Error())
}

// String is the factor as a percentage.
func (c CoverageFactor) String() string { return c.Factor().Percent(2) }

// ErrNoCoverage says that a factor was needed and the zero one given.
var ErrNoCoverage = errors.New("no coverage factor given: make one with budget.CoverageOf or budget.StatedCoverage")

// Covering is the part of a budget that an inventory may claim: R × f, rounded
// once to [target.PathwayPlaces]; f enters as the quotient that it is.
func (b Budget) Covering(f CoverageFactor) (Budget, error) {
	switch {
	case b.def == nil:
		return Budget{}, ErrNoBudget
	case f.all.IsZero():
		return Budget{}, ErrNoCoverage
	}
	amount, err := fractionOf(b.Amount(), f.part, f.all)
	if err != nil {
		return Budget{}, err
	}
	s := f.step
	s.Amount = amount
	s.Inputs = append([]Input{{"R", b.Amount().String(), ""}}, s.Inputs...)
	return b.step(s, func(*Definition) {})
}

// Overheads are emissions that a nation takes off its budget before it is
// divided, such as those of cement or of aviation, known for one budget of the
// nation.
type Overheads struct {
	Amount ghg.CO2e
	Of     ghg.CO2e // the budget that they are known for
	Source string
}

// LessOverheads takes overheads off, scaled to this budget from the one that
// they are known for:
//
//	R - O/B × R
//
// rounded once to [target.PathwayPlaces]. A budget below zero is refused with an
// [*InputError], as the rule would leave more of it. The rule is that of Klimatkollen,
// which knows the overheads of a budget for 1.7 °C and scales them to 1.5 °C.
func (b Budget) LessOverheads(o Overheads) (Budget, error) {
	const name = "national overheads"
	switch {
	case b.def == nil:
		return Budget{}, ErrNoBudget
	case o.Of.Sign() <= 0:
		return Budget{}, &InputError{name, "Of", o.Of.String(), "the budget that they are known for must be above zero"}
	case o.Amount.Sign() < 0:
		return Budget{}, &InputError{name, "Amount", o.Amount.String(), "overheads are at least 0"}
	}
	if b.Amount().Sign() < 0 { // the scaled overheads would make the debt smaller
		return Budget{}, &InputError{name, "R", b.Amount().String(), "nothing is left to take overheads off: do it before the years that overspent it, with Budget.From"}
	}
	left, err := o.Of.Sub(o.Amount)
	if err != nil {
		return Budget{}, fmt.Errorf("%s: %w", name, err)
	}
	if _, err := b.Amount().Cmp(o.Of); err != nil {
		return Budget{}, fmt.Errorf("%s: %w", name, err)
	}
	amount, err := fractionOf(b.Amount(), left.Tonnes(), o.Of.Tonnes())
	if err != nil {
		return Budget{}, err
	}
	return b.step(Step{Name: name, Formula: "R - O/B × R", Amount: amount, Source: o.Source, Inputs: []Input{
		{"R", b.Amount().String(), ""}, {"O", o.Amount.String(), "overheads"}, {"B", o.Of.String(), "the budget that they are known for"},
	}}, func(*Definition) {})
}
