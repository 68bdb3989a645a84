package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Execution is a sum of budget lines and of what was spent of them.
type Execution struct {
	// Budget is what is set aside, and Executed what was spent; each is the zero
	// Money where no line says so, which is not 0.
	Budget, Executed strategy.Money
	// Unreported counts the budgets of one action, year and source of which no
	// spending was reported, not even 0; Unplanned the spendings without a budget.
	Unreported, Unplanned int
}

func (e Execution) with(a amount) Execution {
	e.Budget, e.Executed = plus(e.Budget, a.budget), plus(e.Executed, a.executed)
	switch {
	case a.executed.IsUnset():
		e.Unreported++
	case a.budget.IsUnset():
		e.Unplanned++
	}
	return e
}

// Rate is the execution rate: executed over budget, to [ghg.RatioPlaces]. It
// is undefined where nothing was reported, or the budget is not above 0. With
// Unreported above 0 it is a lower bound.
func (e Execution) Rate() ghg.Ratio {
	switch {
	case e.Executed.IsUnset():
		return ghg.Undefined("no spending reported")
	case e.Budget.Sign() <= 0:
		return ghg.Undefined("no budget above 0")
	}
	return ghg.Quotient(e.Executed.Amount(), e.Budget.Amount(), "")
}

// Unspent is the budget less what was spent of it; below 0 more was spent than
// was set aside. It is false where either is not known.
func (e Execution) Unspent() (strategy.Money, bool) {
	m, err := e.Budget.Sub(e.Executed)
	return m, err == nil && !m.IsUnset()
}

// String is the budget, what was spent and the rate.
func (e Execution) String() string {
	s := fmt.Sprintf("budget %s, executed %s (%s)", e.Budget, e.Executed, e.Rate().Percent(1))
	if e.Unreported > 0 {
		s += fmt.Sprintf(", %d unreported", e.Unreported)
	}
	if e.Unplanned > 0 {
		s += fmt.Sprintf(", %d without a budget", e.Unplanned)
	}
	return s
}
