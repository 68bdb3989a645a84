package track

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Execution is a sum of budget lines and of what was spent of them (집행).
type Execution struct {
	// Budget is what is set aside, and Executed what was spent; each is the zero
	// Money where no line says so, which is not 0.
	Budget   strategy.Money `json:"budget"`
	Executed strategy.Money `json:"executed"`
	// Unreported counts the budgets of one action, year and source of which no
	// spending was reported, not even 0; Unplanned the spendings without a budget.
	Unreported int `json:"unreported"`
	Unplanned  int `json:"unplanned"`
}

// with adds what a cell of the budget holds. What is not divided by source was reported
// of all sources of the year.
func (e Execution) with(b Budget, c budgetCell) Execution {
	x := b.amounts[c]
	e.Budget, e.Executed = plus(e.Budget, x.setAside), plus(e.Executed, x.spent)
	switch {
	case x.spent.IsUnset():
		if _, undivided := b.amounts[budgetCell{c.action, c.year, 0}]; !undivided {
			e.Unreported++
		}
	case x.setAside.IsUnset() && !b.planned(c):
		e.Unplanned++
	}
	return e
}

// planned reports whether what was spent and is not divided by source has a budget of any.
func (b Budget) planned(c budgetCell) bool {
	for f := strategy.Funds(1); c.funds == 0 && f.Valid(); f++ {
		if x, ok := b.amounts[budgetCell{c.action, c.year, f}]; ok && !x.setAside.IsUnset() {
			return true
		}
	}
	return false
}

// Rate is the execution rate (집행률): executed over budget, to [ghg.RatioPlaces]. It
// is undefined where nothing was reported, or the budget is not above 0. With
// Unreported above 0 it is a lower bound.
func (e Execution) Rate() ghg.Ratio {
	switch {
	case e.Executed.IsUnset():
		return ghg.Undefined(reasons.noSpending.En)
	case e.Budget.Sign() <= 0:
		return ghg.Undefined(reasons.noBudget.En)
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
func (e Execution) String() string { return e.term().En }

// Korean is String in Korean.
func (e Execution) Korean() string { return e.term().Ko }

func (e Execution) term() words.Term {
	t := words.Term{En: "budget %s, executed %s (%s)", Ko: "예산 %s, 집행액 %s, 집행률 %s"}.With(
		e.Budget.Shown(), e.Executed.Shown(), percentTerm(e.Rate(), 1))
	if e.Unreported > 0 {
		t = joined(t, words.Term{En: ", %d unreported", Ko: ", 집행 미보고 %d건"}.With(e.Unreported))
	}
	if e.Unplanned > 0 {
		t = joined(t, words.Term{En: ", %d without a budget", Ko: ", 예산 없는 집행 %d건"}.With(e.Unplanned))
	}
	return t
}
