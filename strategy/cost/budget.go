package cost

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Line is money of an action in a year from one source of funds: set aside, or
// spent. A supplementary budget that cuts it is a line below 0.
type Line struct {
	Action string // its ID
	Year   int
	Funds  strategy.Funds
	Money  strategy.Money
}

// cell is what a line of the budget and one of its execution share.
type cell struct {
	action string
	year   int
	funds  strategy.Funds
}

type amount struct{ budget, executed strategy.Money }

// Budget is what is set aside for actions, and what of it has been spent, by
// action, year and source of funds, in one currency and one kind of prices. What
// no line was given of has not been reported: it is not 0. It is immutable; the
// zero Budget has no lines.
type Budget struct {
	cells   []cell // by year, action and funds
	amounts map[cell]amount
}

const maxLines = 100_000

// NewBudget adds up lines that are set aside and lines that are spent
// (executed): several lines of one action, year and source are summed. Lines in
// two currencies or prices are a [*strategy.MoneyMismatchError]; one without an
// action, a year or a source of funds is refused. Spending without a budget is
// counted. Nothing is half applied: with an error there is no budget.
func NewBudget(setAside, executed []Line) (Budget, error) {
	if n := len(setAside) + len(executed); n > maxLines {
		return Budget{}, fmt.Errorf("budget of %d lines: at most %d are allowed", n, maxLines)
	}
	b := Budget{amounts: map[cell]amount{}}
	var like strategy.Money // of the first line
	var errs []error
	for _, part := range []struct {
		what  string
		lines []Line
	}{{"budget", setAside}, {"executed", executed}} {
		for i, l := range part.lines {
			if like.IsUnset() {
				like = l.Money
			}
			if err := l.check(like); err != nil {
				if len(errs) == maxErrors {
					return Budget{}, errors.Join(append(errs, errors.New("and more"))...)
				}
				errs = append(errs, fmt.Errorf("%s line %d of action %.60q: %w", part.what, i+1, l.Action, err))
				continue
			}
			c := cell{l.Action, l.Year, l.Funds}
			a := b.amounts[c]
			if part.what == "budget" {
				a.budget = plus(a.budget, l.Money)
			} else {
				a.executed = plus(a.executed, l.Money)
			}
			b.amounts[c] = a
		}
	}
	if err := errors.Join(errs...); err != nil {
		return Budget{}, err
	}
	return b.ordered(), nil
}

func (l Line) check(like strategy.Money) error {
	if l.Action == "" {
		return errors.New("the ID of the action is needed")
	}
	if err := checkYear(l.Year); err != nil {
		return err
	}
	if !l.Funds.Valid() {
		return &TermError{"source of funds", l.Funds.String(), "national, provincial, city, private or credit revenue"}
	}
	return checkMoney(l.Money, like)
}

// plus adds money that meets; the zero Money is no line.
func plus(a, b strategy.Money) strategy.Money {
	switch {
	case a.IsUnset():
		return b
	case b.IsUnset():
		return a
	}
	sum, _ := a.Add(b)
	return sum
}

func (b Budget) ordered() Budget {
	b.cells = slices.SortedFunc(maps.Keys(b.amounts), func(x, y cell) int {
		return cmp.Or(x.year-y.year, cmp.Compare(x.action, y.action), cmp.Compare(x.funds, y.funds))
	})
	return b
}

// BudgetOf is the budget of the actions of a plan, as their budget lines say,
// with the lines that have been executed. What was set aside for an action that
// is cancelled, merged or superseded counts no more; what was spent on it does.
// A line on an action that the plan does not have is a
// [*ghg.UnknownError].
func BudgetOf(p strategy.Portfolio, executed []Line) (Budget, error) {
	if p.IsZero() {
		return Budget{}, strategy.ErrNoPortfolio
	}
	var setAside []Line
	known := map[string]bool{}
	for a := range p.Actions() {
		known[a.ID] = true
		if a.Stage.IsWithdrawn() { // its successors have its budget
			continue
		}
		for _, l := range a.Budget {
			setAside = append(setAside, Line{a.ID, l.Year, l.Funds, l.Money})
		}
	}
	for i, l := range executed {
		if !known[l.Action] {
			return Budget{}, fmt.Errorf("executed line %d, plan %.60q: %w", i+1, p.Name(), &ghg.UnknownError{What: "action", ID: l.Action})
		}
	}
	return NewBudget(setAside, executed)
}

// Part says which lines of a budget are meant. A field left out stands for all.
type Part struct {
	Action string
	Year   int
	Funds  strategy.Funds
}

func (p Part) has(c cell) bool {
	return (p.Action == "" || p.Action == c.action) && (p.Year == 0 || p.Year == c.year) && (p.Funds == 0 || p.Funds == c.funds)
}

// Only is a part of the budget, as a budget: Only(Part{Year: 2026}).ByFunds()
// gives the sources of one year.
func (b Budget) Only(p Part) Budget {
	out := Budget{amounts: map[cell]amount{}}
	for _, c := range b.cells {
		if p.has(c) {
			out.cells = append(out.cells, c)
			out.amounts[c] = b.amounts[c]
		}
	}
	return out
}

// Total is the budget and its execution over all lines.
func (b Budget) Total() Execution {
	var e Execution
	for _, c := range b.cells {
		e = e.with(b.amounts[c])
	}
	return e
}

// ByYear yields the years of the budget with their sums, in order.
func (b Budget) ByYear() iter.Seq2[int, Execution] {
	return by(b, func(c cell) int { return c.year })
}

// ByFunds yields the sources of funds with their sums, in the order of
// [strategy.Funds].
func (b Budget) ByFunds() iter.Seq2[strategy.Funds, Execution] {
	return by(b, func(c cell) strategy.Funds { return c.funds })
}

// ByAction yields the actions with their sums, in the order of their IDs.
func (b Budget) ByAction() iter.Seq2[string, Execution] {
	return by(b, func(c cell) string { return c.action })
}

func by[K cmp.Ordered](b Budget, key func(cell) K) iter.Seq2[K, Execution] {
	return func(yield func(K, Execution) bool) {
		sums := map[K]Execution{}
		for _, c := range b.cells {
			sums[key(c)] = sums[key(c)].with(b.amounts[c])
		}
		for _, k := range slices.Sorted(maps.Keys(sums)) {
			if !yield(k, sums[k]) {
				return
			}
		}
	}
}

// InPrices is a nominal budget in the prices of a year: each line is restated
// from its own year, and rounded once to [MoneyPlaces].
func (b Budget) InPrices(x PriceIndex, year int) (Budget, error) {
	out := Budget{cells: b.cells, amounts: map[cell]amount{}}
	for _, c := range b.cells {
		a := b.amounts[c]
		for _, m := range []*strategy.Money{&a.budget, &a.executed} {
			if m.IsUnset() {
				continue
			}
			var err error
			if *m, err = x.FromNominal(*m, c.year, year); err != nil {
				return Budget{}, fmt.Errorf("budget of action %.60q in %d: %w", c.action, c.year, err)
			}
		}
		out.amounts[c] = a
	}
	return out, nil
}
