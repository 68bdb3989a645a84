package cost

import (
	"encoding/json"

	"github.com/localghg/localghg/strategy"
)

// first is a value without whether there is one: where there is none it is unset, and
// written as null.
func first[T any](v T, _ bool) T { return v }

type payerJSON[T any] struct {
	Payer strategy.Funds `json:"payer"`
	Value T              `json:"value"`
}

type payersJSON[T any] struct {
	Total   T              `json:"total"`
	ByPayer []payerJSON[T] `json:"byPayer"`
}

// byPayer writes what all pay together and what each of them does.
func byPayer[T any](total T, by []strategy.Funds, each []T) ([]byte, error) {
	doc := payersJSON[T]{total, make([]payerJSON[T], len(by))}
	for i, f := range by {
		doc.ByPayer[i] = payerJSON[T]{f, each[i]}
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the cash flows of all together and of each. The zero Payers is null.
func (p Payers) MarshalJSON() ([]byte, error) {
	if len(p.by) == 0 {
		return []byte("null"), nil
	}
	return byPayer(p.all, p.by, p.flows)
}

// MarshalJSON writes the money of all together and of each. The zero MoneyByPayer is null.
func (m MoneyByPayer) MarshalJSON() ([]byte, error) {
	if len(m.by) == 0 {
		return []byte("null"), nil
	}
	return byPayer(m.total, m.by, m.money)
}

// MarshalJSON writes the cost of a tonne to all together and to each. The zero
// PerTonneByPayer is null.
func (p PerTonneByPayer) MarshalJSON() ([]byte, error) {
	if len(p.by) == 0 {
		return []byte("null"), nil
	}
	return byPayer(p.all, p.by, p.each)
}
