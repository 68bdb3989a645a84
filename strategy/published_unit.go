package strategy

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// PublishedUnit is the reduction unit that a document states for what is counted
// (감축원단위): what one of it saves, of whatever energies. The zero PublishedUnit is
// none.
type PublishedUnit struct {
	ID          string         `json:"id"` // its number in the document: "1-1/1"
	On          EmissionSource `json:"on"`
	Interaction Interaction    `json:"interaction,omitempty"`
	Saves       ghg.CO2e       `json:"saves"` // by one Per
	// Per is the unit of the document; the zero Unit is that of the quantification. One
	// of the same dimension is converted to: 1 MWh saves 1000 times 0.4781 kg per kWh.
	Per ghg.Unit `json:"per,omitzero"`
	// Contains are the factors that the figure was made with, where that is known.
	Contains ghg.Factors `json:"contains,omitzero"`
	Source   string      `json:"source,omitempty"`
}

// IsZero reports whether there is no published unit.
func (p PublishedUnit) IsZero() bool { return p == PublishedUnit{} }

// Count is a quantity in the unit that the figure is by, which is what it is multiplied
// by: 26000 MWh are 26000000 of a kWh. It is exact; one without a last decimal place is
// rounded to 24 of them. A unit that it does not meet is a [*ghg.UnitMismatchError].
func (p PublishedUnit) Count(q ghg.Quantity) (ghg.Quantity, error) {
	if p.Per.IsZero() || p.Per == q.Unit() {
		return q, nil
	}
	out, err := q.In(p.Per)
	var inexact *ghg.InexactError
	if errors.As(err, &inexact) {
		return q.Rounded(p.Per, workingPlaces)
	}
	return out, err
}

// count is a number of a unit in that of the figure.
func (p PublishedUnit) count(n decimal.Decimal, unit ghg.Unit) (decimal.Decimal, error) {
	if p.Per == unit {
		return n, nil
	}
	one, err := ghg.NewQuantity(full, unit)
	if err == nil {
		one, err = one.Scale(n)
	}
	if err == nil {
		one, err = p.Count(one)
	}
	return shortened(one.Amount()), err
}

// refuse adds what does not stand. Beside effects it acts on no source of its own.
func (p PublishedUnit) refuse(faults *ghg.Faults, of string, unit ghg.Unit, alone bool) {
	of += ", published unit " + words.Quote(p.ID)
	if p.Saves.IsUnset() {
		faults.Refuse(of, "saves", "", "say what one saves, as CO2e")
	}
	if p.Source == "" {
		faults.Refuse(of, "source", "", "name the document")
	}
	if !unit.IsZero() {
		if _, err := p.count(full, unit); err != nil {
			faults.Refuse(of, "per", p.Per.String(), "the quantities are in "+unit.String()+": "+err.Error())
		}
	}
	switch {
	case alone && p.On == (EmissionSource{}):
		faults.Refuse(of, "source", "", "name what it acts on: a category, or an end use in words")
	case !alone && (p.On != (EmissionSource{}) || p.Interaction != InteractionUnstated):
		faults.Refuse(of, "source", p.On.String(), "effects are given too, and say what is acted on")
	}
	if !p.Interaction.Valid() {
		faults.Refuse(of, "interaction", p.Interaction.String(), "no such interaction")
	}
}

// sameUnit reports whether one of the first is one of the second, however they are
// written: 톤 and t.
func sameUnit(a, b ghg.Unit) bool {
	x, err := ghg.NewQuantity(full, a)
	y, wrong := ghg.NewQuantity(full, b)
	return err == nil && wrong == nil && x.Equal(y)
}
