package strategy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// SpendingLine is money that was spent on an action in a year (집행액), as a record says. A
// year without it has not been reported, which is not 0.
type SpendingLine struct {
	Year int `json:"year"`
	// Funds are whose money it was; 0 where the record does not divide the year by source.
	Funds  Funds  `json:"funds,omitempty"`
	Money  Money  `json:"money"`
	Source string `json:"source,omitempty"` // the record, where it is named
}

// SpentIn is what was spent on the action in a year, of all sources, and whether the
// year was reported at all.
func (a Action) SpentIn(year int) (sum Money, reported bool) {
	for _, s := range a.Spent {
		switch {
		case s.Year != year:
		case !reported:
			sum, reported = s.Money, true
		default:
			if m, err := sum.Add(s.Money); err == nil { // a portfolio has seen that it is
				sum = m
			}
		}
	}
	return sum, reported
}

// checkSpent refuses what does not stand, and money that does not meet the budget's. A
// year that is divided by source and is not may hold the same money twice.
func checkSpent(f *ghg.Faults, budget []BudgetLine, spent []SpendingLine) {
	var like Money
	if i := slices.IndexFunc(budget, func(l BudgetLine) bool { return !l.Money.IsUnset() }); i >= 0 {
		like = budget[i].Money
	}
	divided := map[int]bool{}
	for i, s := range spent {
		refuse := of(f, "spending", i)
		if err := ghg.CheckYear("", s.Year); err != nil {
			refuse(FaultBudget, "year", strconv.Itoa(s.Year), err.Error())
		}
		if s.Funds != 0 && !s.Funds.Valid() {
			refuse(FaultBudget, "funds", s.Funds.String(), "allowed are "+strings.Join(funds[1:], ", ")+", and 0 where they are not divided")
		}
		if was, seen := divided[s.Year]; seen && was != (s.Funds != 0) {
			refuse(FaultRepeated, "funds", s.Funds.String(), fmt.Sprintf("%d is given by source and undivided: give it once", s.Year))
		}
		divided[s.Year] = s.Funds != 0
		switch {
		case s.Money.IsUnset():
			refuse(FaultBudget, "money", "", ErrNoMoney.Error())
			continue
		case s.Money.Sign() < 0:
			refuse(FaultBudget, "money", s.Money.String(), "money that was spent is not below 0: take off what was paid back")
		}
		if like.IsUnset() {
			like = s.Money
		}
		if err := s.Money.match(like); err != nil {
			refuse(FaultBudget, "money", s.Money.String(), err.Error())
		}
	}
}
