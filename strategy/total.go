package strategy

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Sum is what actions add up to in one kind and year, and how many of them are
// in it.
type Sum struct {
	// CO2e is the sum; 0 where no action is quantified.
	CO2e ghg.CO2e
	// Quantified actions have an amount of the kind in the year, in one of
	// their effects at least. The others are unknown, not 0.
	Quantified, NotQuantified int
}

// IsQuantified reports whether any action is in the sum.
func (s Sum) IsQuantified() bool { return s.Quantified > 0 }

// Total is what a portfolio adds up to in one kind and year. It makes no sum
// over kinds.
type Total struct {
	Kind Kind
	Year int
	Sum
	p Portfolio
}

// AreaSum is the part of a total in one area.
type AreaSum struct {
	Area Area
	Sum
}

// ActionAmount is the part of a total that one action makes up.
type ActionAmount struct {
	Action Action
	// CO2e is the amount; 0 where there is none.
	CO2e ghg.CO2e
	// Quantified says whether there is an amount.
	Quantified bool
}

// Total is the sum of the effects of a kind in a year. The zero Kind is
// refused with [ErrNoKind]. A kind or year in which nothing is quantified is
// not an error: the sum says that it holds no action.
func (p Portfolio) Total(kind Kind, year int) (Total, error) {
	if err := p.asked(kind); err != nil {
		return Total{}, err
	}
	return p.total(kind, year), nil
}

// Totals are the totals of a kind in each year in which an action is
// quantified, from the first year to the last.
func (p Portfolio) Totals(kind Kind) ([]Total, error) {
	if err := p.asked(kind); err != nil {
		return nil, err
	}
	var years []int
	for _, a := range p.def.Actions {
		for _, e := range a.Effects {
			if e.Reductions.kind == kind {
				for y := range e.Reductions.All() {
					years = append(years, y)
				}
			}
		}
	}
	slices.Sort(years)
	var out []Total
	for _, y := range slices.Compact(years) {
		out = append(out, p.total(kind, y))
	}
	return out, nil
}

func (p Portfolio) total(kind Kind, year int) Total {
	t := Total{Kind: kind, Year: year, Sum: Sum{CO2e: p.def.zero}, p: p}
	for i := range p.def.Actions {
		t.Sum = t.Sum.with(t.amount(&p.def.Actions[i]))
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
// with the actions that are not quantified.
func (t Total) ByAction() iter.Seq[ActionAmount] {
	return func(yield func(ActionAmount) bool) {
		for a := range t.p.Actions() {
			if !yield(t.amount(&a)) {
				return
			}
		}
	}
}

// amount is what an action makes up.
func (t Total) amount(a *Action) ActionAmount {
	x := ActionAmount{Action: *a, CO2e: t.p.def.zero}
	for i := range a.Effects {
		r := &a.Effects[i].Reductions
		if r.kind != t.Kind {
			continue
		}
		if c, ok := r.At(t.Year); ok {
			x.CO2e, x.Quantified = plus(x.CO2e, c), true
		}
	}
	return x
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
	for a := range t.ByAction() {
		s := &out[f.def.index[a.Action.Area]].Sum
		*s = s.with(a)
	}
	return out
}

// with is the sum with one action more.
func (s Sum) with(a ActionAmount) Sum {
	if !a.Quantified {
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

// Explain is the total as arithmetic: a line for each amount with its source
// and document, and how many actions are not quantified.
func (t Total) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s reductions in %d: %s of %d actions; %d not quantified", t.Kind, t.Year, t.CO2e, t.Quantified, t.NotQuantified)
	for a := range t.ByAction() {
		for _, e := range a.Action.Effects {
			c, ok := e.Reductions.At(t.Year)
			if !ok || e.Reductions.kind != t.Kind {
				continue
			}
			fmt.Fprintf(&b, "\n  %s: %s on %s", a.Action.ID, c, e.On)
			for _, s := range []string{cmp.Or(e.Source, a.Action.Source), e.Confidence, e.Note} {
				if s != "" {
					b.WriteString("; " + s)
				}
			}
		}
	}
	return b.String()
}
