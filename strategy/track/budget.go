package track

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
)

// Budget is what is set aside for actions (예산), and what of it was spent (집행), by
// action, year and source of funds, in one currency and one kind of prices. What no line
// was given of has not been reported: it is not 0. It is immutable; the zero Budget has
// no lines.
type Budget struct {
	cells   []budgetCell // by year, action and funds
	amounts map[budgetCell]budgetAmount
}

// budgetCell is what a line of the budget and one of what was spent share. Funds of 0 are
// what was spent and is not divided by source.
type budgetCell struct {
	action string
	year   int
	funds  strategy.Funds
}

type budgetAmount struct{ setAside, spent strategy.Money }

const maxBudgetLines = 100_000

// NewBudget adds up the budget lines of actions and what was spent on them, those of a
// [strategy.Portfolio] or any others: several lines of one action, year and source are
// summed, such as a supplementary budget (추경) that is below 0. What was set aside for an
// action that is cancelled, merged or superseded counts no more; what was spent on it does,
// without a budget. A line without a year, a source of funds or money is refused; lines in
// two currencies or prices are a [*strategy.MoneyMismatchError]. Nothing is half applied:
// with an error there is no budget.
func NewBudget(actions iter.Seq[strategy.Action]) (Budget, error) {
	if actions == nil {
		return Budget{}, ghg.Refusal("budget", "actions", "", actionsNeeded)
	}
	b := budgetBuilder{Budget: Budget{amounts: map[budgetCell]budgetAmount{}}}
	for a := range actions {
		if b.lines += len(a.Budget) + len(a.Spent); b.lines > maxBudgetLines {
			return Budget{}, fmt.Errorf("budget of %d lines and more: at most %d are allowed", b.lines, maxBudgetLines)
		}
		b.take(a)
	}
	if err := b.err(); err != nil {
		return Budget{}, err
	}
	return b.ordered(), nil
}

// budgetBuilder takes in actions.
type budgetBuilder struct {
	Budget
	lines  int
	like   strategy.Money // of the first line
	faults ghg.Faults
	errs   []error // of money that does not meet
}

func (b *budgetBuilder) take(a strategy.Action) {
	if !a.Stage.IsWithdrawn() { // the successors of one that is have its budget
		for i, l := range a.Budget {
			of := fmt.Sprintf("%s, budget line %d", ofAction(a.ID), i+1)
			if !l.Funds.Valid() {
				b.faults.Refuse(of, "source of funds", l.Funds.String(), "one is needed, such as strategy.NationalFunds")
			} else if b.stands(of, l.Year, l.Money) {
				c := budgetCell{a.ID, l.Year, l.Funds}
				x := b.amounts[c]
				x.setAside = plus(x.setAside, l.Money)
				b.amounts[c] = x
			}
		}
	}
	for i, s := range a.Spent {
		of := fmt.Sprintf("%s, spending %d", ofAction(a.ID), i+1)
		if s.Funds != 0 && !s.Funds.Valid() {
			b.faults.Refuse(of, "source of funds", s.Funds.String(), "one is needed, or none where the year is not divided")
		} else if b.stands(of, s.Year, s.Money) {
			c := budgetCell{a.ID, s.Year, s.Funds}
			x := b.amounts[c]
			x.spent = plus(x.spent, s.Money)
			b.amounts[c] = x
		}
	}
}

// stands says whether a year and its money stand, and keeps why they do not.
func (b *budgetBuilder) stands(of string, year int, m strategy.Money) bool {
	before := b.faults.Len() + len(b.errs)
	b.faults.RefuseYear(of, "year", year)
	if m.IsUnset() {
		b.faults.Refuse(of, "money", "", strategy.ErrNoMoney.Error())
	} else if err := exact.Check(m.Amount()); err != nil {
		b.faults.Refuse(of, "money", "", err.Error())
	} else if b.like.IsUnset() {
		b.like = m
	} else if _, err := m.Cmp(b.like); err != nil {
		b.errs = append(b.errs, fmt.Errorf("%s, money: %w", of, err))
	}
	return b.faults.Len()+len(b.errs) == before
}

// err is what does not stand: the faults, and beside them the first errors on which a
// caller may branch.
func (b *budgetBuilder) err() error {
	const most = 20
	errs := b.errs
	if n := len(errs) - most; n > 0 {
		errs = append(errs[:most:most], fmt.Errorf("and %d more", n))
	}
	return errors.Join(append([]error{b.faults.Err()}, errs...)...)
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
	b.cells = slices.SortedFunc(maps.Keys(b.amounts), func(x, y budgetCell) int {
		return cmp.Or(x.year-y.year, cmp.Compare(x.action, y.action), cmp.Compare(x.funds, y.funds))
	})
	return b
}

// In is the budget of the years from first to last, as a budget: In(2026, 2026).ByFunds()
// gives the sources of one year.
func (b Budget) In(first, last int) Budget {
	return b.only(func(c budgetCell) bool { return first <= c.year && c.year <= last })
}

// Of is the budget of actions, as a budget.
func (b Budget) Of(actions ...string) Budget {
	of := map[string]bool{}
	for _, id := range actions {
		of[id] = true
	}
	return b.only(func(c budgetCell) bool { return of[c.action] })
}

// perAction is the budget of each action.
func (b Budget) perAction() map[string]Budget {
	out := map[string]Budget{}
	for _, c := range b.cells {
		x := out[c.action]
		if x.amounts == nil {
			x.amounts = map[budgetCell]budgetAmount{}
		}
		x.cells, x.amounts[c] = append(x.cells, c), b.amounts[c]
		out[c.action] = x
	}
	return out
}

func (b Budget) only(has func(budgetCell) bool) Budget {
	out := Budget{amounts: map[budgetCell]budgetAmount{}}
	for _, c := range b.cells {
		if has(c) {
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
		e = e.with(b, c)
	}
	return e
}

// Undivided is what was spent in years whose record does not divide it by source of funds:
// it is in the sums of years and actions, and in that of no source.
func (b Budget) Undivided() strategy.Money {
	var sum strategy.Money
	for _, c := range b.cells {
		if c.funds == 0 {
			sum = plus(sum, b.amounts[c].spent)
		}
	}
	return sum
}

// ByYear yields the years of the budget with their sums, in order.
func (b Budget) ByYear() iter.Seq2[int, Execution] {
	return by(b, func(c budgetCell) int { return c.year })
}

// ByAction yields the actions with their sums, in the order of their IDs.
func (b Budget) ByAction() iter.Seq2[string, Execution] {
	return by(b, func(c budgetCell) string { return c.action })
}

// ByFunds yields the sources of funds with their sums, in the order of [strategy.Funds]. Of
// a year whose record does not divide what was spent the spending of each source is
// unreported: see [Budget.Undivided].
func (b Budget) ByFunds() iter.Seq2[strategy.Funds, Execution] {
	divided := b.only(func(c budgetCell) bool { return c.funds != 0 })
	return by(divided, func(c budgetCell) strategy.Funds { return c.funds })
}

func by[K cmp.Ordered](b Budget, key func(budgetCell) K) iter.Seq2[K, Execution] {
	return func(yield func(K, Execution) bool) {
		sums := map[K]Execution{}
		for _, c := range b.cells {
			sums[key(c)] = sums[key(c)].with(b, c)
		}
		for _, k := range slices.Sorted(maps.Keys(sums)) {
			if !yield(k, sums[k]) {
				return
			}
		}
	}
}

// String is the total as one line.
func (b Budget) String() string { return b.Total().String() }

// Korean is the total as one line of Korean.
func (b Budget) Korean() string { return b.Total().Korean() }
