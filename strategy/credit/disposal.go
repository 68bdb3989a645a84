package credit

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Disposal is a number of credits that were retired, cancelled or converted.
type Disposal struct {
	Batch string  `json:"batch,omitempty"`
	Units Credits `json:"units"`
	// How is "retired": taken out of the registry for the place's own claim;
	// "cancelled": taken out of use for nobody; or "converted": made offsets.
	How string   `json:"how,omitempty"`
	For string   `json:"for,omitempty"` // what for, in words
	On  ghg.Date `json:"on,omitzero"`
}

// Retire takes credits out of the registry for the place's own use. They cannot
// be sold any more; their tonnes may be claimed, and may have been before. A
// unit that is retired for a buyer is a sale.
func (a Account) Retire(batch string, n Credits, purpose string, on ghg.Date) (Account, error) {
	return a.dispose(Disposal{batch, n, "retired", purpose, on}, "retire")
}

// Cancel takes credits out of use for nobody: neither the place nor another may
// claim them.
func (a Account) Cancel(batch string, n Credits, purpose string, on ghg.Date) (Account, error) {
	return a.dispose(Disposal{batch, n, "cancelled", purpose, on}, "cancel")
}

func (a Account) dispose(d Disposal, doing string) (Account, error) {
	in := newInput(fmt.Sprintf("batch %s, %s to %s", words.Quote(d.Batch), d.Units, doing))
	in.text("purpose", d.For)
	i, b, err := a.take(in, d.Batch, d.Units, d.On, doing, len(a.disposals))
	if err != nil {
		return Account{}, err
	}
	switch doing {
	case "retire":
		b.retired += d.Units
	case "cancel":
		b.cancelled += d.Units
	case "convert":
		b.converted += d.Units
	}
	a = a.with(i, b)
	a.disposals = append(slices.Clip(a.disposals), d)
	return a, nil
}

// Disposals yields what was retired, cancelled and converted, in the order in
// which it was entered.
func (a Account) Disposals() iter.Seq[Disposal] { return slices.Values(a.disposals) }
