package strategy

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Sum is what actions add up to in one kind and year, and how many of them are
// in it.
type Sum struct {
	// CO2e is the sum; 0 where no action is quantified.
	CO2e ghg.CO2e `json:"co2e"`
	// Quantified actions have an amount of the kind in the year, in one of
	// their effects at least. Those that are NotQuantified are unknown, not 0.
	Quantified    int `json:"quantified"`
	NotQuantified int `json:"notQuantified"`
	// Withdrawn actions are cancelled, merged or superseded: they count no more.
	Withdrawn int `json:"withdrawn"`
	// NotCounted actions have figures of the kind, and do not count by their stage
	// ([PortfolioDefinition.CountedStages]).
	NotCounted int `json:"notCounted"`
}

// IsQuantified reports whether any action is in the sum.
func (s Sum) IsQuantified() bool { return s.Quantified > 0 }

// Total is what a portfolio adds up to in one kind and year. It makes no sum
// over kinds.
type Total struct {
	Kind Kind `json:"kind"`
	Year int  `json:"year"`
	Sum
	p       Portfolio
	amounts []ActionAmount
	aside   []ActionAmount // that do not count by their stage
	cut     YearEffect     // of the evaluation that it comes of, if it does
}

// AreaSum is the part of a total in one area.
type AreaSum struct {
	Area Area `json:"area"`
	Sum
}

// ActionAmount is the part of a total that one action makes up.
type ActionAmount struct {
	Action Action
	// CO2e is the amount; 0 where there is none.
	CO2e ghg.CO2e
	// Quantified says whether there is an amount.
	Quantified bool

	aside bool // it has figures and does not count
}

// NoBaselineError says that effects stated as shares of a source have no amount
// without a baseline.
type NoBaselineError struct{ Actions []string }

func (e *NoBaselineError) Error() string {
	return fmt.Sprintf("the cuts of %s are shares of what a source emits, and have no amount without a baseline: evaluate the "+
		"portfolio on one",
		words.Quoted(e.Actions))
}

// Total is the plain sum of the effects of a kind in a year, without a
// baseline. Effects that meet on a source are refused with an [*OverlapError]
// for each group of them, unless all are marked [Independent]: ask
// [Portfolio.Evaluate]. Cuts are refused with a [*NoBaselineError]. The zero Kind
// is refused with [ErrNoKind]. A kind or year in which nothing is quantified is
// not an error: the sum says that it holds no action.
func (p Portfolio) Total(kind Kind, year int) (Total, error) {
	if err := p.asked(kind); err != nil {
		return Total{}, err
	}
	var errs []error
	for _, o := range p.def.overlaps {
		if _, met := slices.BinarySearch(o.Years, year); met && o.Kind == kind {
			errs = append(errs, o)
		}
	}
	t := Total{Kind: kind, Year: year, p: p, amounts: make([]ActionAmount, p.Len())}
	for i := range t.amounts {
		t.amounts[i] = ActionAmount{Action: p.def.Actions[i], CO2e: p.def.zero}
	}
	var shares []string
	for i := range p.def.effects {
		e := &p.def.effects[i]
		if e.Kind() != kind || !e.has(year) {
			continue
		}
		a := &t.amounts[e.action]
		c, ok := e.Reductions.At(year)
		if !ok {
			shares = append(shares, a.Action.ID)
			continue
		}
		a.CO2e, a.Quantified = plus(a.CO2e, c), true
	}
	if len(shares) > 0 {
		errs = append(errs, &NoBaselineError{slices.Compact(shares)})
	}
	if err := errors.Join(errs[:min(len(errs), maxOverlaps)]...); err != nil {
		return Total{}, err
	}
	t.aside = p.aside(kind, year, nil)
	return t.summed(), nil
}

// Totals are the totals of a kind in each year in which an action is
// quantified, from the first year to the last.
func (p Portfolio) Totals(kind Kind) ([]Total, error) {
	if err := p.asked(kind); err != nil {
		return nil, err
	}
	var years []int
	for i := range p.def.effects {
		if e := &p.def.effects[i]; e.Kind() == kind {
			years = append(years, e.years()...)
		}
	}
	slices.Sort(years)
	var out []Total
	for _, y := range slices.Compact(years) {
		t, err := p.Total(kind, y)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// summed adds the amounts up.
func (t Total) summed() Total {
	t.Sum = Sum{CO2e: t.p.nothing()}
	next := 0 // both are in the order of the portfolio
	for i := range t.amounts {
		if next < len(t.aside) && t.amounts[i].Action.ID == t.aside[next].Action.ID {
			t.amounts[i].aside = true
			next++
		}
	}
	for _, a := range t.amounts {
		t.Sum = t.Sum.with(a)
	}
	return t
}

// asked refuses what no total can be made of.
func (p Portfolio) asked(kind Kind) error {
	if p.def == nil {
		return cmp.Or(kind.check(), ErrNoPortfolio)
	}
	return kind.check()
}

// ByAction yields what each action makes up, in the order of the portfolio,
// with the actions that are not quantified or withdrawn.
func (t Total) ByAction() iter.Seq[ActionAmount] {
	return func(yield func(ActionAmount) bool) {
		for _, a := range t.amounts {
			a.Action = a.Action.clone()
			if !yield(a) {
				return
			}
		}
	}
}

// ByArea are the sums of the areas in the order of the framework. They add up
// to the total. Areas without actions, or with none that is quantified, are
// there too.
func (t Total) ByArea() []AreaSum {
	f := t.p.Framework()
	out := make([]AreaSum, 0, f.Len())
	for a := range f.Areas() {
		out = append(out, AreaSum{a, Sum{CO2e: t.p.def.zero}})
	}
	for _, a := range t.amounts {
		s := &out[f.def.index[a.Action.Area]].Sum
		*s = s.with(a)
	}
	return out
}

// with is the sum with one action more.
func (s Sum) with(a ActionAmount) Sum {
	switch {
	case a.Action.Stage.IsWithdrawn():
		s.Withdrawn++
		return s
	case a.aside:
		s.NotCounted++
		return s
	case !a.Quantified:
		s.NotQuantified++
		return s
	}
	s.Quantified++
	s.CO2e = plus(s.CO2e, a.CO2e)
	return s
}

// plus adds amounts of one portfolio, which are all on its metric.
func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

// remarks are the document of an effect, and what is said of it.
func remarks(a *Action, e *Effect) string {
	var b strings.Builder
	for _, s := range []string{cmp.Or(e.Source, a.Source), e.Confidence, e.Note} {
		if s != "" {
			b.WriteString("; " + s)
		}
	}
	return b.String()
}
