package track

import (
	"encoding/json"

	"github.com/localghg/localghg/strategy"
)

// first is a value without whether there is one: where there is none it is unset, and
// written as null.
func first[T any](v T, _ bool) T { return v }

type budgetJSON struct {
	Total     Execution         `json:"total"`
	Undivided strategy.Money    `json:"undivided"` // spent, and of no source that is named
	ByYear    []executionJSON   `json:"byYear"`
	ByAction  []executionJSON   `json:"byAction"`
	ByFunds   []executionJSON   `json:"byFunds"`
	Lines     []executionOfJSON `json:"lines"`
}

type executionJSON struct {
	Year      int             `json:"year,omitempty"`
	Action    string          `json:"action,omitempty"`
	Funds     *strategy.Funds `json:"funds,omitempty"`
	Execution Execution       `json:"execution"`
}

type executionOfJSON struct {
	Action   string         `json:"action"`
	Year     int            `json:"year"`
	Funds    strategy.Funds `json:"funds"`
	SetAside strategy.Money `json:"budget"`
	Spent    strategy.Money `json:"executed"`
}

// MarshalJSON writes the lines with their sums by year, action and source of funds.
func (b Budget) MarshalJSON() ([]byte, error) {
	doc := budgetJSON{b.Total(), b.Undivided(), []executionJSON{}, []executionJSON{}, []executionJSON{}, []executionOfJSON{}}
	for year, e := range b.ByYear() {
		doc.ByYear = append(doc.ByYear, executionJSON{Year: year, Execution: e})
	}
	for action, e := range b.ByAction() {
		doc.ByAction = append(doc.ByAction, executionJSON{Action: action, Execution: e})
	}
	for funds, e := range b.ByFunds() {
		doc.ByFunds = append(doc.ByFunds, executionJSON{Funds: &funds, Execution: e})
	}
	for _, c := range b.cells {
		a := b.amounts[c]
		doc.Lines = append(doc.Lines, executionOfJSON{c.action, c.year, c.funds, a.setAside, a.spent})
	}
	return json.Marshal(doc)
}
