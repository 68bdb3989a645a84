package strategy

import (
	"errors"
	"fmt"
	"iter"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Evaluation is what a portfolio cuts of a baseline, in every year of it: the
// joint effect on each source, and what each action has of it. It is
// immutable. The zero Evaluation holds no year.
type Evaluation struct{ def *evaluation }

type evaluation struct {
	p           Portfolio
	b           Baseline
	kind        Kind
	attribution Attribution
	unit        ghg.MassUnit
	places      int32
	findings    ghg.Findings
	years       []evaluated
}

// evaluated is one year.
type evaluated struct {
	year    int
	sources []sourceCut // of each source of the baseline
	actions []*big.Int  // of each action, in units; nil where not quantified
	joint   *big.Int
	alone   *big.Int
}

// sourceCut is the joint effect on a source, in units.
type sourceCut struct {
	joint  *big.Int // nil where no effect acts
	alone  *big.Int // the sum of what the effects would cut alone
	parts  []int    // effects
	shares []*big.Int
}

// FindingBeyondBaseline says that an action has figures in years that the
// baseline does not reach.
const FindingBeyondBaseline = "beyond-baseline"

// Evaluate computes what the portfolio cuts of a baseline, in one kind of
// reduction. Effects on one source multiply:
//
//	left  = emissions × Π (1 − rᵢ)        rᵢ = reduction / emissions, or the share that is cut
//	joint = emissions − left
//
// Effects that are marked [Independent], and those of a [Group], act as one
// effect, the sum of them. An effect on a source that covers several of the
// baseline cuts all of them alike.
//
// The joint effect on each source in each year is exact and is rounded once,
// half away from zero, to decimal places of a unit. Its parts by action come of
// the attribution and are closed by largest remainder, so that they add up to
// it; all other sums are of these, and exact.
//
// Place, view and metric of portfolio and baseline must be one, else a
// [*BasisError] is returned. An effect on a source that the baseline does not
// hold, or holds only as part of a wider one, is a [*SourceError]. Effects that
// together would cut a source below zero are a [*BelowZeroError] with the
// actions. A method that cannot divide is an [*AttributionError].
func (p Portfolio) Evaluate(b Baseline, kind Kind, by Attribution, unit ghg.MassUnit, places int32) (Evaluation, error) {
	if err := p.asked(kind); err != nil {
		return Evaluation{}, err
	}
	switch {
	case b.IsZero():
		return Evaluation{}, ErrNoBaseline
	case by.IsZero():
		return Evaluation{}, ErrNoAttribution
	case unit == ghg.MassUnit{}:
		return Evaluation{}, errors.New("no unit given: name that of the rounded figures, such as ghg.Tonne")
	case places < -maxPlaces || places > maxPlaces:
		return Evaluation{}, fmt.Errorf("%d decimal places: from -%d to %d are allowed", places, maxPlaces, maxPlaces)
	}
	if err := p.baseOf(b); err != nil {
		return Evaluation{}, err
	}
	ranks, err := by.ranks(p.def.Actions)
	if err != nil {
		return Evaluation{}, err
	}
	plan, err := p.placeOn(b, kind)
	if err != nil {
		return Evaluation{}, err
	}
	e := &evaluation{p: p, b: b, kind: kind, attribution: by, unit: unit, places: places}
	plan.ranks, plan.e, plan.unit = ranks, e, e.unitPower()
	plan.most = tenTo(mostDigits - max(0, plan.unit-places))
	if e.years, err = plan.evaluate(); err != nil {
		return Evaluation{}, err
	}
	e.find()
	return Evaluation{e}, nil
}

// maxPlaces is how far rounding may go, in decimal places of a unit.
const maxPlaces = 12

// baseOf checks that portfolio and baseline may meet.
func (p Portfolio) baseOf(b Baseline) error {
	var errs []error
	if x, y := p.Place(), b.Place(); x != y {
		errs = append(errs, &BasisError{Aspect: ghg.AspectPlace, Portfolio: string(x), Baseline: string(y)})
	}
	if x, y := p.View().ID(), b.View().ID(); x != y {
		errs = append(errs, &BasisError{Aspect: ghg.AspectView, Portfolio: x.String(), Baseline: y.String()})
	}
	if x, y := p.Metric().ID(), b.Metric().ID(); x != y {
		errs = append(errs, &BasisError{Aspect: ghg.AspectMetric, Portfolio: x.String(), Baseline: y.String(), Err: &ghg.MetricMismatchError{A: x, B: y}})
	}
	return errors.Join(errs...)
}

// find lists what the baseline does not reach.
func (e *evaluation) find() {
	years := e.b.def.years
	last := ""
	for i := range e.p.def.effects {
		x := &e.p.def.effects[i]
		if x.Kind() != e.kind {
			continue
		}
		var beyond []int
		for _, y := range x.years() {
			if _, ok := e.b.def.index[y]; !ok {
				beyond = append(beyond, y)
			}
		}
		if id := e.p.def.Actions[x.action].ID; len(beyond) > 0 && id != last {
			last = id
			e.findings.Add(ghg.Finding{Code: FindingBeyondBaseline, Severity: ghg.Note, Category: x.On.Category,
				Detail: fmt.Sprintf("action %.60q has figures from %d to %d that the baseline, of %d to %d, does not reach: they are not evaluated",
					id, beyond[0], beyond[len(beyond)-1], years[0], years[len(years)-1])})
		}
	}
}

// Portfolio is what was evaluated.
func (e Evaluation) Portfolio() Portfolio { return e.definition().p }

// Baseline is what it was evaluated on.
func (e Evaluation) Baseline() Baseline { return e.definition().b }

// Kind is the kind of the reductions.
func (e Evaluation) Kind() Kind { return e.definition().kind }

// Attribution is the method that divided the joint effects.
func (e Evaluation) Attribution() Attribution { return e.definition().attribution }

// Rounding is the unit and the decimal places that joint effects are rounded to.
func (e Evaluation) Rounding() (ghg.MassUnit, int32) {
	d := e.definition()
	return d.unit, d.places
}

// Yearly is what is left with the plan in every year, as a series of projected
// figures that can be held against a target.
func (e Evaluation) Yearly() (ghg.Yearly, error) {
	b := e.Baseline()
	if b.IsZero() {
		return ghg.Yearly{}, ErrNoBaseline
	}
	var figures []ghg.YearFigure
	for y := range e.Years() {
		figures = append(figures, ghg.YearFigure{Year: y.Year(), CO2e: y.Emissions(), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: e.Portfolio().Name()})
	}
	return ghg.NewYearly(b.Place(), b.View(), b.Metric(), figures)
}

// Findings are remarks on what was not evaluated.
func (e Evaluation) Findings() ghg.Findings { return e.definition().findings }

// Years yields the years from first to last.
func (e Evaluation) Years() iter.Seq[YearEffect] {
	return func(yield func(YearEffect) bool) {
		for i := range e.definition().years {
			if !yield(YearEffect{e.def, i}) {
				return
			}
		}
	}
}

// Year is what the portfolio cuts in a year of the baseline.
func (e Evaluation) Year(year int) (YearEffect, bool) {
	if e.def == nil {
		return YearEffect{}, false
	}
	i, ok := e.def.b.def.index[year]
	if !ok {
		return YearEffect{}, false
	}
	return YearEffect{e.def, i}, true
}

func (e Evaluation) definition() *evaluation {
	if e.def == nil {
		return &evaluation{}
	}
	return e.def
}

// mostDigits is how many digits a figure may have, in units and in tonnes: so
// few that sums of them stay within what an amount holds.
const mostDigits = 30

// unitPower is the power of ten that the unit is in tonnes.
func (e *evaluation) unitPower() int32 {
	m, _ := ghg.NewMass(decimal.New(1, 0), e.unit)
	return m.Tonnes().Exponent()
}

// co2e is a number of units as an amount.
func (e *evaluation) co2e(units *big.Int) ghg.CO2e {
	if units == nil {
		return e.p.nothing()
	}
	c, _ := ghg.NewCO2e(decimal.NewFromBigInt(units, -e.places), e.unit, e.p.Metric())
	return c
}
