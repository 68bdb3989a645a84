package cost

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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
// (executed): several lines of one action, year and source are summed. A line
// without an action, a year, a source of funds or money is refused; lines in two
// currencies or prices are a [*strategy.MoneyMismatchError]. Spending without a
// budget is counted. Nothing is half applied: with an error there is no budget.
func NewBudget(setAside, executed []Line) (Budget, error) {
	if n := len(setAside) + len(executed); n > maxLines {
		return Budget{}, fmt.Errorf("budget of %d lines: at most %d are allowed", n, maxLines)
	}
	b := Budget{amounts: map[cell]amount{}}
	var like strategy.Money // of the first line
	var faults ghg.Faults
	var errs []error
	for _, part := range []struct {
		what  string
		lines []Line
	}{{"budget", setAside}, {"executed", executed}} {
		for i, l := range part.lines {
			if like.IsUnset() {
				like = l.Money
			}
			before := faults.Len()
			if err := l.refuse(&faults, fmt.Sprintf("%s line %d", part.what, i+1), like); err != nil {
				errs = append(errs, err)
				continue
			} else if faults.Len() > before {
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
	if err := together(faults, errs); err != nil {
		return Budget{}, err
	}
	return b.ordered(), nil
}

// refuse adds what does not stand of a line, and returns the error of money that
// does not meet.
func (l Line) refuse(faults *ghg.Faults, of string, like strategy.Money) error {
	if l.Action != "" {
		of += " of action " + words.Quote(l.Action)
	} else {
		faults.Refuse(of, "action", "", "its ID is needed")
	}
	faults.RefuseYear(of, "year", l.Year)
	if !l.Funds.Valid() {
		faults.Refuse(of, "source of funds", l.Funds.String(), "one is needed, such as strategy.NationalFunds")
	}
	return refuseMoney(faults, of, "money", l.Money, like)
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
// A line on an action that the plan does not have is a [*ghg.UnknownError].
func BudgetOf(p strategy.Portfolio, executed []Line) (Budget, error) {
	if p.IsZero() {
		return Budget{}, strategy.ErrNoPortfolio
	}
	var setAside []Line
	known, ids := map[string]bool{}, []string{}
	for a := range p.Actions() {
		known[a.ID], ids = true, append(ids, a.ID)
		if a.Stage.IsWithdrawn() { // its successors have its budget
			continue
		}
		for _, l := range a.Budget {
			setAside = append(setAside, Line{a.ID, l.Year, l.Funds, l.Money})
		}
	}
	var errs []error
	for i, l := range executed {
		if !known[l.Action] {
			of := fmt.Sprintf("plan %s, executed line %d", words.Quote(p.Name()), i+1)
			errs = append(errs, &ghg.UnknownError{Of: of, What: "action", ID: l.Action, Allowed: ids})
		}
	}
	if err := together(ghg.Faults{}, errs); err != nil {
		return Budget{}, err
	}
	return NewBudget(setAside, executed)
}

// LineFilter says which lines of a budget are meant. A field left out stands for all.
type LineFilter struct {
	Action string
	Year   int
	Funds  strategy.Funds
}

func (p LineFilter) has(c cell) bool {
	return (p.Action == "" || p.Action == c.action) && (p.Year == 0 || p.Year == c.year) && (p.Funds == 0 || p.Funds == c.funds)
}

// Only is a part of the budget, as a budget: Only(LineFilter{Year: 2026}).ByFunds()
// gives the sources of one year.
func (b Budget) Only(p LineFilter) Budget {
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
// from its own year, and rounded once to 8
// decimal places.
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
				return Budget{}, fmt.Errorf("budget of action %s in %d: %w", words.Quote(c.action), c.year, err)
			}
		}
		out.amounts[c] = a
	}
	return out, nil
}
