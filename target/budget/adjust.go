package budget

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// CoverageFactor is the part of its people's emissions that a place's inventory
// covers. An inventory that leaves out flights and goods may only claim that
// part of a budget per head. It is from 0 to 1.
type CoverageFactor struct {
	part, all decimal.Decimal
	stage     Stage // without an amount
}

const coverageName = "coverage factor"

// StatedCoverage is a factor that a source states.
func StatedCoverage(s ghg.Share, source string) (CoverageFactor, error) {
	var faults ghg.Faults
	if s.IsUnset() {
		faults.Refuse(coverageName, "share", "", "state a share above 0, such as ghg.MustShare(\"60%\")")
	}
	if source == "" {
		faults.Refuse(coverageName, "source", "", "say who states it")
	}
	if err := faults.Err(); err != nil {
		return CoverageFactor{}, err
	}
	return coverage(s.Fraction(), decimal.New(1, 0), Stage{Source: source, Formula: "R × factor", Steps: []derivation.Step{
		{Symbol: "factor", What: allocated.factor, Values: []derivation.Value{derivation.Number(s.Fraction())}}}})
}

// CoverageOf is the factor from figures: what the inventory has per head,
// divided by all that a person causes, on one metric:
//
//	f = (inventory/people)/all per person
func CoverageOf(inventory ghg.CO2e, people int64, perPerson ghg.CO2e, source string) (CoverageFactor, error) {
	var faults ghg.Faults
	checkPeople(&faults, coverageName, "people", people)
	if inventory.Sign() <= 0 {
		faults.Refuse(coverageName, "inventory", inventory.String(), "an inventory above zero is needed")
	}
	if perPerson.Sign() <= 0 {
		faults.Refuse(coverageName, "all per person", perPerson.String(), "emissions above zero are needed")
	}
	if err := faults.Err(); err != nil {
		return CoverageFactor{}, err
	}
	all, err := perPerson.Scale(decimal.New(people, 0))
	if err != nil {
		return CoverageFactor{}, err
	}
	if _, err := inventory.Cmp(all); err != nil {
		return CoverageFactor{}, fmt.Errorf("coverage factor: %w", err)
	}
	unit := inventory.Metric().Unit()
	a := derivation.Number(perPerson.Tonnes())
	f, _ := ghg.Quotient(inventory.Tonnes(), all.Tonnes(), "").Value() // people and emissions are above zero
	return coverage(inventory.Tonnes(), all.Tonnes(), Stage{Source: source, Formula: "R × I / (n × a)", Steps: []derivation.Step{
		{Symbol: "I", What: allocated.inventory, Unit: unit, Values: []derivation.Value{derivation.Number(inventory.Tonnes())}},
		peopleStep("n", people),
		{Symbol: "a", What: allocated.perPerson, Unit: derivation.Per(unit, persons), Values: []derivation.Value{a}},
		computed("factor", allocated.factor, "I / (n × a)", f, derivation.ToPlaces(ghg.RatioPlaces)),
	}})
}

func peopleStep(symbol string, n int64) derivation.Step {
	return people(symbol, words.Term{En: "people", Ko: "인구"}, n)
}

func coverage(part, all decimal.Decimal, s Stage) (CoverageFactor, error) {
	if !part.IsPositive() || part.GreaterThan(all) {
		return CoverageFactor{}, refuse(coverageName, "f", ghg.Quotient(part, all, ""),
			"above 0 and at most 1 is allowed: an inventory that covers more than its people cause is no part of it")
	}
	s.Name, s.Rounding = allocated.coverage, atPath
	return CoverageFactor{part, all, s}, nil
}

// Factor is the factor as a number, rounded to [ghg.RatioPlaces]; undefined
// where there is none.
func (c CoverageFactor) Factor() ghg.Ratio {
	return ghg.Quotient(c.part, c.all, errNoCoverage.Error())
}

// String is the factor as a percentage.
func (c CoverageFactor) String() string { return c.Factor().Percent(2) }

var errNoCoverage = errors.New("no coverage factor given: make one with budget.CoverageOf or budget.StatedCoverage")

// Covering is the part of a budget that an inventory may claim: R × f, rounded
// once to [target.PathwayPlaces]; f enters as the quotient that it is.
func (b Budget) Covering(f CoverageFactor) (Budget, error) {
	switch {
	case b.def == nil:
		return Budget{}, errNoBudget
	case f.all.IsZero():
		return Budget{}, errNoCoverage
	}
	amount, err := shareOf(coverageName, "R", b.Amount(), f.part, f.all)
	if err != nil {
		return Budget{}, err
	}
	s := f.stage
	s.Amount = amount
	return b.stage(s, func(*Definition) {})
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
// rounded once to [target.PathwayPlaces]. A budget below zero is refused, as the
// rule would leave more of it. The rule is that of Klimatkollen, which knows the
// overheads of a budget for 1.7 °C and scales them to 1.5 °C.
func (b Budget) LessOverheads(o Overheads) (Budget, error) {
	const name = "national overheads"
	if b.def == nil {
		return Budget{}, errNoBudget
	}
	var faults ghg.Faults
	if o.Of.Sign() <= 0 {
		faults.Refuse(name, "of", o.Of.String(), "the budget that they are known for must be above zero")
	}
	if o.Amount.Sign() < 0 {
		faults.Refuse(name, "amount", o.Amount.String(), "overheads are at least 0")
	}
	if b.Amount().Sign() < 0 { // the scaled overheads would make the debt smaller
		faults.Refuse(name, "R", b.Amount().String(),
			"nothing is left to take overheads off: do it before the years that overspent it, with Budget.From")
	}
	if err := faults.Err(); err != nil {
		return Budget{}, err
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
	unit := b.Metric().Unit()
	return b.stage(Stage{Name: allocated.overheads, Formula: "R - O / B × R", Rounding: atPath, Amount: amount, Source: o.Source,
		Steps: []derivation.Step{
			{Symbol: "O", What: allocated.overhead, Unit: unit, Values: []derivation.Value{derivation.Number(o.Amount.Tonnes())}},
			{Symbol: "B", What: allocated.ofBudget, Unit: unit, Values: []derivation.Value{derivation.Number(o.Of.Tonnes())}},
		}}, func(*Definition) {})
}
