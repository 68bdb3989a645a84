package strategy

import (
	"iter"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// YearEffect is what a portfolio cuts of a baseline in one year. The zero
// YearEffect is of no year and holds nothing.
type YearEffect struct {
	e *evaluation
	i int
}

// SourceEffect is what meets on one source in a year.
type SourceEffect struct {
	On EmissionSource `json:"on"`
	// Baseline is what the source would emit without the plan, Reduction the
	// joint effect on it, Emissions what is left.
	Baseline  ghg.CO2e `json:"baseline"`
	Reduction ghg.CO2e `json:"reduction"`
	Emissions ghg.CO2e `json:"emissions"`
	// Alone is what the effects count, added up: each as if it were alone on the source, and
	// those of a [Group] as the group has them, with its factor or the largest of them.
	Alone ghg.CO2e `json:"alone"`
	// Actions are the parts of the joint effect, in the order of the portfolio.
	// They add up to it. An action has one for each of its effects.
	Actions []ActionAmount `json:"actions,omitempty"`

	of YearEffect
	at int // in the baseline
}

func (y YearEffect) year() *evaluated {
	if y.e == nil {
		return &evaluated{}
	}
	return &y.e.years[y.i]
}

// co2e is a number of units as an amount.
func (y YearEffect) co2e(units *big.Int) ghg.CO2e {
	if y.e == nil {
		return ghg.CO2e{}
	}
	return y.e.co2e(units)
}

// Year is the year.
func (y YearEffect) Year() int { return y.year().year }

// Baseline is what would be emitted without the plan.
func (y YearEffect) Baseline() ghg.CO2e {
	if y.e == nil {
		return ghg.CO2e{}
	}
	return y.e.b.def.total[y.i]
}

// Reduction is the joint effect of all actions.
func (y YearEffect) Reduction() ghg.CO2e { return y.co2e(y.year().joint) }

// Emissions are what is left with the plan.
func (y YearEffect) Emissions() ghg.CO2e { return plus(y.Baseline(), y.Reduction().Neg()) }

// Alone is what the effects count, added up: each as if it were alone on its source, and
// those of a [Group] as the group has them, with its factor or the largest of them. It is
// a sum of unrounded parts, rounded once.
func (y YearEffect) Alone() ghg.CO2e { return y.co2e(y.year().alone) }

// Overlap is what effects and groups take from one another: Alone − Reduction. What the
// effects of one [Group] take from, or add to, one another is not in it, as the factor of
// the group is in both. Below 0 they reinforce each other.
func (y YearEffect) Overlap() ghg.CO2e { return plus(y.Alone(), y.Reduction().Neg()) }

// BySource yields what meets on each source of the baseline, in its order. The
// reductions add up to that of the year.
func (y YearEffect) BySource() iter.Seq[SourceEffect] {
	return func(yield func(SourceEffect) bool) {
		for c := range y.year().sources {
			if !yield(y.source(c)) {
				return
			}
		}
	}
}

// source is what meets on the source with an index.
func (y YearEffect) source(c int) SourceEffect {
	s := &y.year().sources[c]
	x := SourceEffect{On: y.e.b.def.cells[c].On, Baseline: y.e.b.def.emits[c][y.i], Reduction: y.e.co2e(s.joint), Alone: y.e.co2e(s.alone),
		of: y, at: c}
	x.Emissions = plus(x.Baseline, x.Reduction.Neg())
	for n, effect := range s.parts {
		a := y.e.p.def.Actions[y.e.p.def.effects[effect].action]
		x.Actions = append(x.Actions, ActionAmount{Action: a.clone(), CO2e: y.e.co2e(s.shares[n]), Quantified: true})
	}
	return x
}

// Total is the reduction by action and by area. Its parts add up to it.
func (y YearEffect) Total() Total {
	if y.e == nil {
		return Total{}
	}
	t := Total{Kind: y.e.kind, Year: y.Year(), p: y.e.p, amounts: make([]ActionAmount, y.e.p.Len()), cut: y}
	for i := range t.amounts {
		units := y.year().actions[i]
		t.amounts[i] = ActionAmount{Action: y.e.p.def.Actions[i], CO2e: y.e.co2e(units), Quantified: units != nil}
	}
	t.aside = y.aside()
	return t.summed()
}

// Gap is what the portfolio leaves to a target in the year, as [Portfolio.Gap]
// computes it, with the joint effect in place of a plain sum.
func (y YearEffect) Gap(t target.Target) (Gap, error) {
	if y.e == nil {
		return Gap{}, ErrNoBaseline
	}
	series, err := y.e.b.Yearly()
	if err != nil {
		return Gap{}, err
	}
	return y.Total().gap(t, series)
}
