package strategy

import (
	"fmt"
	"iter"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Evaluation is what a portfolio cuts of a baseline, in every year of it: the
// joint effect on each source, and what each action has of it. It is
// immutable. The zero Evaluation holds no year.
type Evaluation struct{ def *evaluation }

type evaluation struct {
	p        Portfolio
	b        Baseline
	kind     Kind
	division Division
	findings ghg.Findings
	years    []evaluated
}

// evaluated is one year, in units of the last place that is held.
type evaluated struct {
	year    int
	sources []sourceCut // of each source of the baseline
	actions []*big.Int  // of each action; nil where not quantified
	joint   *big.Int
	alone   *big.Int
}

// sourceCut is the joint effect on a source.
type sourceCut struct {
	joint  *big.Int // nil where no effect acts
	alone  *big.Int // the sum of what the effects and groups count
	parts  []int    // effects
	shares []*big.Int
	// What is left of joint and alone before the year is closed, and whose turn it
	// is where joint is rounded up.
	jointRest, aloneRest rest
	turn                 int
	jointUp, aloneUp     bool // whether the year rounded it up
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
// It takes no unit and no number of places: figures are exact, or held to 12
// decimal places of a tonne where a quotient is in them, and show in any unit (see
// [ghg.ShowList] and [YearEffect.Table]). All of a year is one table that adds up:
//
//   - the sum of the joint effects on all sources is exact until it is rounded,
//     once, half away from zero;
//   - the joint effects on the sources close to it by largest remainder, equal
//     remainders in the order of the baseline;
//   - the parts of the effects on a source close to its joint effect in the same
//     way, in the order of the portfolio;
//   - what an action or an area has is the sum of its parts;
//   - what the effects count, those of a group with its factor, is summed, rounded and
//     closed over the sources like the joint effects, beside them.
//
// Portfolio and baseline must be of one basis, else a [*ghg.MismatchError] is
// returned. An effect on a source that the baseline does not
// hold, or holds only as part of a wider one, is a [*SourceError]. Effects that
// together would cut a source below zero are a [*BelowZeroError] with the
// actions. A method that cannot divide is an [*DivisionError].
func (p Portfolio) Evaluate(b Baseline, kind Kind, by Division) (Evaluation, error) {
	if err := p.asked(kind); err != nil {
		return Evaluation{}, err
	}
	switch {
	case b.IsZero():
		return Evaluation{}, ErrNoBaseline
	case by.IsZero():
		return Evaluation{}, errNoDivision
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
	e := &evaluation{p: p, b: b, kind: kind, division: by}
	plan.ranks, plan.e = ranks, e
	if e.years, err = plan.evaluate(); err != nil {
		return Evaluation{}, err
	}
	e.find()
	return Evaluation{e}, nil
}

// baseOf checks that portfolio and baseline may meet.
func (p Portfolio) baseOf(b Baseline) error {
	return p.Basis().Meets("portfolio "+words.Quote(p.Name()), b.Basis(), "baseline "+words.Quote(b.Name()))
}

// find lists the actions that do not count, as of the last year in which one of them
// has a figure, and what the baseline does not reach.
func (e *evaluation) find() {
	if y, ok := e.lastAside(); ok {
		e.findings = notCounted(e.p.CountedStages(), e.kind, y.Year(), y.aside(), e.p.nothing())
	}
	years := e.b.def.years
	e.findings.AddAll(e.p.makings(e.kind, years[0], min(years[len(years)-1], e.p.def.Through)))
	e.factorsBeside()
	last := ""
	for i := range e.p.def.effects {
		x := &e.p.def.effects[i]
		if x.Kind() != e.kind {
			continue
		}
		if !x.beyond(years) {
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
			e.findings.Add(ghg.Finding{Code: FindingBeyondBaseline, Severity: ghg.Note, Of: actionOf(id), Category: x.On.Category,
				Detail: fmt.Sprintf("it has figures from %d to %d that the baseline, of %d to %d, does not reach: they are not evaluated",
					beyond[0], beyond[len(beyond)-1], years[0], years[len(years)-1])})
		}
	}
}

// Portfolio is what was evaluated.
func (e Evaluation) Portfolio() Portfolio { return e.definition().p }

// Baseline is what it was evaluated on.
func (e Evaluation) Baseline() Baseline { return e.definition().b }

// Kind is the kind of the reductions.
func (e Evaluation) Kind() Kind { return e.definition().kind }

// Division is the method that divided the joint effects.
func (e Evaluation) Division() Division { return e.definition().division }

// Yearly is what is left with the plan in every year, as a series of projected
// figures that can be held against a target.
func (e Evaluation) Yearly() (ghg.Yearly, error) {
	b := e.Baseline()
	if b.IsZero() {
		return ghg.Yearly{}, ErrNoBaseline
	}
	var figures []ghg.YearFigure
	for y := range e.Years() {
		figures = append(figures, ghg.YearFigure{Year: y.Year(), CO2e: y.Emissions(), Status: ghg.Projected, Vintage: ghg.FirstVintage,
			Source: e.Portfolio().Name()})
	}
	return ghg.NewYearly(b.def.Place, b.def.View, b.def.Metric, figures)
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

// co2e is a number of units as an amount.
func (e *evaluation) co2e(units *big.Int) ghg.CO2e {
	if units == nil {
		return e.p.nothing()
	}
	c, _ := ghg.NewCO2e(decimal.NewFromBigInt(units, -heldPlaces), ghg.Tonne, e.p.Metric())
	return c
}
