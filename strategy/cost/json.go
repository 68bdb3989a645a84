package cost

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

type cashFlowsJSON struct {
	First   int                          `json:"first"`
	Upfront strategy.Money               `json:"upfront"`
	Years   []ghg.InYear[strategy.Money] `json:"years"`
}

// MarshalJSON writes what is spent at first and in each year; below 0 is spent. The zero
// CashFlows is null.
func (c CashFlows) MarshalJSON() ([]byte, error) {
	if len(c.years) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(cashFlowsJSON{c.First(), c.Upfront(), ghg.InYears(c.All())})
}

type paybackJSON struct {
	How            string  `json:"how"`
	Years          *string `json:"years"`
	Lifetime       int     `json:"lifetime"`
	WithinLifetime bool    `json:"withinLifetime"`
	OwesAgain      bool    `json:"owesAgain"`
}

// MarshalJSON writes the years, null where it never pays back. The zero Payback is null.
func (p Payback) MarshalJSON() ([]byte, error) {
	if p.lifetime == 0 {
		return []byte("null"), nil
	}
	var years *string
	if y, pays := p.Years(); pays {
		text := y.String()
		years = &text
	}
	return json.Marshal(paybackJSON{p.how, years, p.lifetime, p.WithinLifetime(), p.OwesAgain()})
}

type perTonneJSON struct {
	Value     strategy.Money `json:"value"`
	Cost      strategy.Money `json:"cost"`
	Tonnes    ghg.CO2e       `json:"tonnes"`
	Terms     Terms          `json:"terms"`
	Kind      strategy.Kind  `json:"kind"`
	Lifetime  int            `json:"lifetime"`
	CashFlows CashFlows      `json:"cashFlows,omitzero"`
	Source    string         `json:"source,omitempty"`
}

// MarshalJSON writes the money for a tonne with what it was divided from, and the terms.
// The zero PerTonne is null.
func (p PerTonne) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(perTonneJSON{p.Value(), p.Cost(), p.Tonnes(), p.Terms(), p.Kind(), p.Lifetime(), p.flows, p.source})
}

type effectivenessJSON struct {
	Money         strategy.Money `json:"money"`
	Kind          strategy.Kind  `json:"kind"`
	Year          int            `json:"year"`
	Reduced       ghg.CO2e       `json:"reduced"`
	MoneyPerTonne strategy.Money `json:"moneyPerTonne"`
}

// MarshalJSON writes the money with what was cut for it. The zero Effectiveness is null.
func (e Effectiveness) MarshalJSON() ([]byte, error) {
	if e.money.IsUnset() {
		return []byte("null"), nil
	}
	return json.Marshal(effectivenessJSON{e.money, e.kind, e.year, e.reduced, first(e.MoneyPerTonne())})
}

type curveJSON struct {
	Width Width    `json:"width"`
	Order Order    `json:"order"`
	Total ghg.CO2e `json:"total"`
	Bars  []Bar    `json:"bars"`
}

// MarshalJSON writes the bars from the left, each with its width and front. The zero Curve
// is null.
func (c Curve) MarshalJSON() ([]byte, error) {
	if len(c.bars) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(curveJSON{c.Width(), c.Order(), c.Total(), slices.AppendSeq([]Bar{}, c.Bars())})
}

type priceIndexJSON struct {
	Currency strategy.Currency          `json:"currency"`
	Index    ghg.Years[decimal.Decimal] `json:"index"`
}

// MarshalJSON writes the index by year. The zero PriceIndex is null.
func (p PriceIndex) MarshalJSON() ([]byte, error) {
	if p.currency == "" {
		return []byte("null"), nil
	}
	return json.Marshal(priceIndexJSON{p.currency, p.index})
}
