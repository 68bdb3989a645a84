package credit

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Verification is the reduction of one monitoring period as a verifier has
// confirmed it, of the whole project. With the units issued for it, it makes a
// batch of the account.
type Verification struct {
	Batch  string     `json:"batch,omitempty"` // names the batch: "2019"
	Period ghg.Period `json:"period,omitzero"` // monitored
	Amount ghg.CO2e   `json:"amount"`          // of the whole project
	On     ghg.Date   `json:"on,omitzero"`
	// Computed is the reduction that was shown to the verifier, where it is
	// known, of gas monitored within the period; less may be verified, more is
	// refused.
	Computed GasReduction `json:"computed,omitzero"`
	Partner  PartnerSales `json:"partner"` // nothing need be said where there is no partner
	Source   string       `json:"source,omitempty"`
}

// Issuance is what the programme issues to the place for a verified batch. The
// levy and the buffer are shares of the place's own tonnes.
type Issuance struct {
	Batch string `json:"batch,omitempty"`
	// Units are what the registry issued. At most own tonnes × (1 - levy -
	// buffer), rounded down to whole tonnes: [Account.Issuable].
	Units  Credits   `json:"units"`
	Levy   ghg.Share `json:"levy"`   // units that go to others (share of proceeds), who sell them
	Buffer ghg.Share `json:"buffer"` // units held back against a reversal
	On     ghg.Date  `json:"on,omitzero"`
	Source string    `json:"source,omitempty"`
}

// batch is a verified amount with what became of it. Of the place's own tonnes,
// in this order, none is in two of: levy, buffer, held, sold, retired,
// cancelled, converted, not issued.
type batch struct {
	v      Verification
	issued Issuance // the zero Issuance before there is one

	sold, retired, cancelled, converted Credits

	claimed decimal.Decimal // tonnes
}

func (b batch) held() Credits {
	return b.issued.Units - b.sold - b.retired - b.cancelled - b.converted
}

func (b batch) owned(p Project) decimal.Decimal {
	return b.v.Amount.Tonnes().Mul(p.Own.Fraction())
}

// levy are the tonnes that went to others at issuance.
func (b batch) levy(p Project) decimal.Decimal {
	return b.owned(p).Mul(b.issued.Levy.Fraction())
}

func (b batch) buffer(p Project) decimal.Decimal {
	return b.owned(p).Mul(b.issued.Buffer.Fraction())
}

// kept are the place's tonnes that nobody else has: own, less levy and buffer,
// less units sold, cancelled and converted.
func (b batch) kept(p Project) decimal.Decimal {
	gone := decimal.NewFromInt(int64(b.sold + b.cancelled + b.converted))
	return b.owned(p).Sub(b.levy(p)).Sub(b.buffer(p)).Sub(gone)
}

// free are the kept tonnes that are not claimed yet.
func (b batch) free(p Project) decimal.Decimal { return b.kept(p).Sub(b.claimed) }

func (b batch) partner(p Project) decimal.Decimal {
	return b.v.Amount.Tonnes().Sub(b.owned(p))
}

// issuable is what the registry can issue: whole tonnes, rounded down.
func issuable(owned decimal.Decimal, levy, buffer ghg.Share) Credits {
	left := decimal.New(1, 0).Sub(levy.Fraction()).Sub(buffer.Fraction())
	return Credits(owned.Mul(left).Floor().IntPart())
}

// vintage is the calendar year of a batch: tonnes of several years are not
// divided by guess.
func (b batch) vintage() (int, error) {
	if b.v.Period.Start().Year != b.v.Period.End().Year {
		in := newInput("batch " + words.Quote(b.v.Batch))
		in.refuse("period", days(b.v.Period),
			"it is of more than one calendar year: enter one batch for each year, with the amount that was verified for it")
		return 0, in.faults.Err()
	}
	return b.v.Period.Start().Year, nil
}
