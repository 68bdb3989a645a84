package credit

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Position is where the tonnes of a batch, or of all batches, stand. Its figures
// are different things and never stand for one another:
//
//	Verified  = Owned + Partner
//	Owned     = Levy + Buffer + Issued + NotIssued
//	Issued    = Held + Sold + Retired + Cancelled + Converted
//	Claimable = Owned - Levy - Buffer - Sold - Cancelled - Converted - Claimed
type Position struct {
	Of       string   `json:"of,omitempty"` // the batch, or "all batches"
	Verified ghg.CO2e `json:"verified"`
	Owned    ghg.CO2e `json:"owned"`   // the place's share
	Partner  ghg.CO2e `json:"partner"` // the partner's share
	Levy     ghg.CO2e `json:"levy"`    // of Owned: gone to others, who sell it
	Buffer   ghg.CO2e `json:"buffer"`  // of Owned: held back by the programme

	Issued    Credits `json:"issued"`
	Held      Credits `json:"held"`
	Sold      Credits `json:"sold"`
	Retired   Credits `json:"retired"`
	Cancelled Credits `json:"cancelled"`
	Converted Credits `json:"converted"`

	NotIssued ghg.CO2e `json:"notIssued"` // of Owned, rounding down included
	Claimed   ghg.CO2e `json:"claimed"`   // in claims that stand
	Claimable ghg.CO2e `json:"claimable"` // what the place may still claim

	project Project
	unknown []string // batches of which the partner's sales are not known
	// sums of what the partner is known to have sold, and of what it owns of
	// the batches whose sales are not known
	partnerSold, open decimal.Decimal
}

// Batch is where one batch stands.
func (a Account) Batch(name string) (Position, error) {
	i, err := a.find(name)
	if err != nil {
		return Position{}, err
	}
	return a.position("batch "+name, a.batches[i]), nil
}

// Total is where all batches stand together. The zero Account has no total.
func (a Account) Total() (Position, error) {
	if a.project.ID == "" {
		return Position{}, errNoAccount
	}
	return a.position("all batches", a.batches...), nil
}

func (a Account) position(of string, batches ...*batch) Position {
	p := a.project
	x := Position{Of: of, project: p}
	var verified, owned, levy, buffer, claimed, claimable decimal.Decimal
	for _, b := range batches {
		verified = verified.Add(b.v.Amount.Tonnes())
		owned = owned.Add(b.owned(p))
		levy = levy.Add(b.levy(p))
		buffer = buffer.Add(b.buffer(p))
		claimed = claimed.Add(b.claimed)
		claimable = claimable.Add(b.free(p))
		x.Issued += b.issued.Units
		x.Held += b.held()
		x.Sold += b.sold
		x.Retired += b.retired
		x.Cancelled += b.cancelled
		x.Converted += b.converted
		sold, known := b.v.Partner.amount(p.Metric)
		switch {
		case known:
			x.partnerSold = x.partnerSold.Add(sold.Tonnes())
		case b.partner(p).Sign() > 0:
			x.unknown = append(x.unknown, b.v.Batch)
			x.open = x.open.Add(b.partner(p))
		}
	}
	t := func(d decimal.Decimal) ghg.CO2e { return tonnes(d, p.Metric) }
	x.Verified, x.Owned, x.Partner = t(verified), t(owned), t(verified.Sub(owned))
	x.Levy, x.Buffer = t(levy), t(buffer)
	x.NotIssued = t(owned.Sub(levy).Sub(buffer).Sub(decimal.NewFromInt(int64(x.Issued))))
	x.Claimed, x.Claimable = t(claimed), t(claimable)
	return x
}

// PartnerClaimable is what the partner may claim: its share less what it sold.
// Where its sales are not known the error is a [*PartnerSalesError] with both
// bounds.
func (p Position) PartnerClaimable() (ghg.CO2e, error) {
	return p.known("what the partner may claim", p.Partner.Tonnes().Sub(p.partnerSold), true)
}

// WholeProject is what place and partner may claim together, each its own: the
// figure of a claim over the whole project. Where the partner's sales are not
// known the error is a [*PartnerSalesError] with both bounds.
func (p Position) WholeProject() (ghg.CO2e, error) {
	return p.known("what may be claimed of the whole project", p.Claimable.Tonnes().Add(p.Partner.Tonnes()).Sub(p.partnerSold), true)
}

// AddBack is what others may count of the reduction: units sold by place and
// partner, and the levy. An inventory falls by all that was Verified, whoever
// sold it. A goal in accountable emissions adds these tonnes to the inventory's
// figure; a goal that takes the fall, and does not, counts them a second time.
// Where the partner's sales are not known the error is a [*PartnerSalesError]
// with both bounds.
func (p Position) AddBack() (ghg.CO2e, error) {
	return p.known("what is to be added back", p.Levy.Tonnes().Add(decimal.NewFromInt(int64(p.Sold))).Add(p.partnerSold), false)
}

// known is a figure that needs the partner's sales. Sales that are not known
// could lower it by what is open, or raise it.
func (p Position) known(figure string, d decimal.Decimal, lowers bool) (ghg.CO2e, error) {
	c := tonnes(d, p.project.Metric)
	if len(p.unknown) == 0 {
		return c, nil
	}
	e := &PartnerSalesError{Figure: figure, Batches: p.unknown, Low: c, High: c}
	if lowers {
		e.Low = tonnes(d.Sub(p.open), p.project.Metric)
	} else {
		e.High = tonnes(d.Add(p.open), p.project.Metric)
	}
	return ghg.CO2e{}, e
}

// String is the position as one line.
func (p Position) String() string {
	if p.project.ID == "" {
		return "no position"
	}
	return fmt.Sprintf("%s: %s verified, %s t owned, %d issued, %d sold, %s t claimable",
		p.Of, p.Verified, p.Owned.Tonnes(), int64(p.Issued), int64(p.Sold), p.Claimable.Tonnes())
}

// Details is the way from what was verified to what may be claimed, one step a
// line, and what the inventory shows.
func (p Position) Details() string {
	if p.project.ID == "" {
		return "no position"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s of %s, %s (%s), in %s\n",
		p.Of, p.project.Programme.Name, p.project.Place, p.project.ID, p.project.Methodology, p.project.Metric)
	fmt.Fprintf(&b, "verified           %s t, of the whole project\n", p.Verified.Tonnes())
	fmt.Fprintf(&b, "owned              %s t = verified × %s; the other %s t are the partner's\n",
		p.Owned.Tonnes(), p.project.Own, p.Partner.Tonnes())
	fmt.Fprintf(&b, "levy, buffer       %s t, %s t\n", p.Levy.Tonnes(), p.Buffer.Tonnes())
	fmt.Fprintf(&b, "issued             %d whole units, rounded down; %s t were not issued\n", int64(p.Issued), p.NotIssued.Tonnes())
	fmt.Fprintf(&b, "of them            %d held, %d sold, %d retired, %d cancelled, %d converted\n",
		int64(p.Held), int64(p.Sold), int64(p.Retired), int64(p.Cancelled), int64(p.Converted))
	fmt.Fprintf(&b, "claimable          %s t = owned - levy - buffer - sold - cancelled - converted - %s t claimed\n",
		p.Claimable.Tonnes(), p.Claimed.Tonnes())
	fmt.Fprintf(&b, "whole project      %s\n", bounds(p.WholeProject()))
	fmt.Fprintf(&b, "inventory          falls by %s t, whoever sold them\n", p.Verified.Tonnes())
	fmt.Fprintf(&b, "to be added back   %s; a goal that does not add them back counts them twice", bounds(p.AddBack()))
	return b.String()
}

// bounds is a figure that may not be known, in words.
func bounds(c ghg.CO2e, err error) string {
	if e, ok := err.(*PartnerSalesError); ok {
		return fmt.Sprintf("%s to %s t, as the partner's sales are not known", e.Low.Tonnes(), e.High.Tonnes())
	}
	return c.Tonnes().String() + " t"
}
