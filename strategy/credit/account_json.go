package credit

import (
	"encoding/json"
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// boundsJSON is an amount, or what it lies between where a partner's sales are not known.
type boundsJSON struct {
	CO2e    ghg.CO2e  `json:"co2e"` // null where it is not known
	Low     *ghg.CO2e `json:"low,omitempty"`
	High    *ghg.CO2e `json:"high,omitempty"`
	Batches []string  `json:"unknownSalesOf,omitempty"`
}

func boundsOf(c ghg.CO2e, err error) boundsJSON {
	var unknown *PartnerSalesError
	if errors.As(err, &unknown) {
		return boundsJSON{Low: &unknown.Low, High: &unknown.High, Batches: unknown.Batches}
	}
	return boundsJSON{CO2e: c}
}

// MarshalJSON writes the amount sold, 0 where nothing was; null where it is not known.
func (p PartnerSales) MarshalJSON() ([]byte, error) {
	if !p.known {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Sold ghg.CO2e `json:"sold"`
		Text string   `json:"text"`
	}{p.sold, p.String()})
}

type batchJSON struct {
	Verification Verification `json:"verification"`
	Issuance     *Issuance    `json:"issuance"` // null before there is one
	Position     Position     `json:"position"`
}

type accountJSON struct {
	Project   Project      `json:"project"`
	Total     Position     `json:"total"`
	Batches   []batchJSON  `json:"batches"`
	Sales     []Sale       `json:"sales,omitempty"`
	Disposals []Disposal   `json:"disposals,omitempty"`
	Claims    []Claim      `json:"claims,omitempty"`
	Findings  ghg.Findings `json:"findings"`
}

// MarshalJSON writes the project with what became of each batch, and of all of them
// together. The zero Account is null.
func (a Account) MarshalJSON() ([]byte, error) {
	total, err := a.Total()
	if err != nil {
		return []byte("null"), nil
	}
	doc := accountJSON{a.project, total, []batchJSON{}, a.sales, a.disposals, a.claims, a.Findings()}
	for _, b := range a.batches {
		j := batchJSON{Verification: b.v, Position: a.position("batch "+b.v.Batch, b)}
		if b.issued.Batch != "" {
			j.Issuance = &b.issued
		}
		doc.Batches = append(doc.Batches, j)
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the sale with the price of a unit, null where it is not known.
func (s Sale) MarshalJSON() ([]byte, error) {
	type fields Sale // without this method
	return json.Marshal(struct {
		fields
		Price strategy.Money `json:"price"`
	}{fields(s), known(s.Price())})
}

// MarshalJSON writes the trade with the price of a unit, null where it is not known.
func (t Trade) MarshalJSON() ([]byte, error) {
	type fields Trade // without this method
	return json.Marshal(struct {
		fields
		Price strategy.Money `json:"price"`
	}{fields(t), known(t.Price())})
}

// known is money, unset where it cannot be told.
func known(m strategy.Money, err error) strategy.Money {
	if err != nil {
		return strategy.Money{}
	}
	return m
}
