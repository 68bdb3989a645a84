package credit

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Claim is what the place says in public that it has reduced, out of its own
// tonnes of one batch.
type Claim struct {
	ID     string   `json:"id"`
	Batch  string   `json:"batch,omitempty"`
	Amount ghg.CO2e `json:"amount"`
	For    string   `json:"for,omitempty"` // where it is said: "annual check of 2021"
	On     ghg.Date `json:"on,omitzero"`
}

// DoubleClaimError says that a tonne would count twice: a claim of tonnes that
// were sold, or are another's, or were claimed before; or a sale of tonnes that
// the place has claimed.
type DoubleClaimError struct {
	Batch string
	Doing string   // "claim", "sell", "cancel", "convert" or "issue"
	Asked ghg.CO2e // to be claimed, sold and so on
	Free  ghg.CO2e // the place's own tonnes that are neither gone nor claimed
	Owned ghg.CO2e
	Gone  ghg.CO2e // of them: levy, buffer, sold, cancelled, converted
	// Claimed are the tonnes in claims that stand.
	Claimed ghg.CO2e
	Partner ghg.CO2e // tonnes that are the partner's to claim or sell
}

func (e *DoubleClaimError) Error() string {
	s := fmt.Sprintf("batch %s: %s t to %s, but %s t are free: of %s t owned, %s t are sold or otherwise gone and %s t claimed",
		words.Quote(e.Batch), e.Asked.Tonnes(), e.Doing, e.Free.Tonnes(), e.Owned.Tonnes(), e.Gone.Tonnes(), e.Claimed.Tonnes())
	switch {
	case e.Doing != "claim":
		s += "; withdraw a claim first"
	case e.Partner.Sign() > 0:
		s += fmt.Sprintf("; another %s t are the partner's", e.Partner.Tonnes())
	}
	return s
}

func (a Account) doubleClaim(b batch, doing string, asked decimal.Decimal) error {
	p := a.project
	t := func(d decimal.Decimal) ghg.CO2e { return tonnes(d, p.Metric) }
	return &DoubleClaimError{Batch: b.v.Batch, Doing: doing, Asked: t(asked), Free: t(b.free(p)), Owned: t(b.owned(p)),
		Gone: t(b.owned(p).Sub(b.kept(p))), Claimed: t(b.claimed), Partner: t(b.partner(p))}
}

// Claim enters a claim. More than the place's own tonnes that are neither sold,
// cancelled, converted nor claimed is a [*DoubleClaimError]; the partner's
// tonnes are the partner's to claim. What is claimed cannot be claimed again,
// and cannot be sold before the claim is withdrawn.
func (a Account) Claim(c Claim) (Account, error) {
	i, err := a.find(c.Batch)
	if err != nil {
		return Account{}, err
	}
	b := *a.batches[i]
	in := newInput("claim " + words.Quote(c.ID))
	in.text("id", c.ID)
	in.text("for", c.For)
	in.amount("amount", c.Amount, a.project.Metric, exactPlaces)
	if c.Amount.Sign() == 0 {
		in.refuse("amount", c.Amount, "above 0 t is needed")
	}
	in.day(c.On, b.v.On, "the day of the verification")
	if len(a.claims) >= maxEntries {
		in.refuse("claims", len(a.claims)+1, fmt.Sprintf("at most %d are kept", maxEntries))
	}
	if err := in.faults.Err(); err != nil {
		return Account{}, err
	}
	for _, o := range a.claims {
		if o.ID == c.ID {
			return Account{}, a.twice("claim", c.ID)
		}
	}
	if c.Amount.Tonnes().GreaterThan(b.free(a.project)) {
		return Account{}, a.doubleClaim(b, "claim", c.Amount.Tonnes())
	}
	b.claimed = b.claimed.Add(c.Amount.Tonnes())
	a = a.with(i, b)
	a.claims = append(slices.Clip(a.claims), c)
	return a, nil
}

// Withdraw takes a claim back: its tonnes are free again. One that does not stand,
// as it was never entered or was withdrawn before, is a [*ghg.UnknownError].
func (a Account) Withdraw(claim string) (Account, error) {
	k := slices.IndexFunc(a.claims, func(c Claim) bool { return c.ID == claim })
	if k < 0 {
		e := &ghg.UnknownError{Of: a.project.of(), What: "claim", ID: claim}
		for _, c := range a.claims {
			e.Allowed = append(e.Allowed, c.ID)
		}
		return Account{}, e
	}
	c := a.claims[k]
	i, err := a.find(c.Batch) // a claim that stands names a batch
	b := *a.batches[i]
	b.claimed = b.claimed.Sub(c.Amount.Tonnes())
	a = a.with(i, b)
	a.claims = slices.Delete(slices.Clone(a.claims), k, k+1)
	return a, err
}

// Claims yields the claims that stand, in the order in which they were entered.
func (a Account) Claims() iter.Seq[Claim] { return slices.Values(a.claims) }
