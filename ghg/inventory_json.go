package ghg

import (
	"errors"
	"fmt"
	"io"
)

// JSONFormat names the schemes and metrics that a document may use; those of
// the IPCC's reports are always known.
type JSONFormat struct {
	Schemes []Scheme
	Metrics []Metric
}

// The forms of inventories: the first is written, those of earlier versions are read too.
const (
	inventoryForm  Form = "localghg inventory 3"
	inventoryForm1 Form = "localghg inventory 1" // one grade of quality, and no file
	inventoryForm2 Form = "localghg inventory 2" // not how a value was entered
)

type jsonInventory struct {
	Format  Form         `json:"format"`
	Scheme  SchemeID     `json:"scheme"`
	Place   PlaceID      `json:"place"`
	Period  Period       `json:"period"`
	Vintage Vintage      `json:"vintage"`
	Records []jsonRecord `json:"records"`
}

// MarshalJSON writes the inventory as one document that [ReadJSON] reads:
// numbers as strings with their unit, every digit kept.
func (inv Inventory) MarshalJSON() ([]byte, error) {
	d := inv.def
	if d == nil {
		return nil, ErrNoInventory
	}
	doc := jsonInventory{Format: inventoryForm, Scheme: d.scheme.ID(), Place: d.place, Period: d.period, Vintage: d.vintage,
		Records: make([]jsonRecord, len(d.rows))}
	for i := range d.rows {
		r := d.record(i)
		if fault := r.notJSON(i, d.scheme); fault.Code != "" {
			return nil, fault
		}
		doc.Records[i] = r.json()
	}
	return StrictJSON(doc)
}

// UnmarshalJSON always fails: a document names its scheme and metrics, and
// only [ReadJSON] is told which it may mean.
func (inv *Inventory) UnmarshalJSON([]byte) error {
	return errors.New("an inventory is read with ghg.ReadJSON, which is told the schemes and metrics")
}

// ReadJSON reads one inventory as [Inventory.MarshalJSON] writes it and checks
// it as [NewInventory] does. Unknown fields, fields given twice and text behind
// the document are refused, and so is a [Form] that is not known.
func ReadJSON(r io.Reader, f JSONFormat) (Inventory, Findings, error) {
	var doc inventoryFile
	if err := ReadStrictJSON(r, maxJSON, &doc); err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	if err := doc.Format.Check(inventoryForm1, inventoryForm2, inventoryForm); err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	scheme, err := findScheme(f.Schemes, string(doc.Scheme))
	if err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	records, err := doc.records(scheme, f.Metrics)
	var faults Faults
	switch {
	case errors.As(err, &faults):
		return Inventory{}, Findings{}, faults
	case err != nil:
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	return NewInventory(doc.Place, doc.Period, doc.Vintage, scheme, records)
}
