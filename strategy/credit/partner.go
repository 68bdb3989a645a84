package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// PartnerSales are what is known of the partner's sales out of one batch:
// nothing sold ([PartnerSoldNothing]), an amount ([PartnerSold]), or unknown,
// which is the zero PartnerSales. Unknown is not nothing: a claim over the
// whole project is then refused, with its bounds.
type PartnerSales struct {
	known bool
	sold  ghg.CO2e
}

// PartnerSoldNothing says that the partner has sold nothing.
func PartnerSoldNothing() PartnerSales { return PartnerSales{known: true} }

// PartnerSold says how much the partner has sold, with what the programme took
// of its units as a levy: others sell that.
func PartnerSold(c ghg.CO2e) PartnerSales { return PartnerSales{true, c} }

// amount is what the partner sold, on the metric of the account.
func (p PartnerSales) amount(m ghg.Metric) (ghg.CO2e, bool) {
	if p.known && p.sold.IsZero() {
		return tonnes(p.sold.Tonnes(), m), true
	}
	return p.sold, p.known
}

// String is "unknown", "nothing sold" or the amount sold.
func (p PartnerSales) String() string {
	switch {
	case !p.known:
		return "unknown"
	case p.sold.IsZero():
		return "nothing sold"
	}
	return p.sold.String() + " sold"
}

// PartnerSalesError says that a figure over the whole project was asked for,
// and that it is not known what the partner sold. The figure lies between Low
// and High.
type PartnerSalesError struct {
	Figure    string   // what was asked for
	Batches   []string // whose sales are not known
	Low, High ghg.CO2e
}

func (e *PartnerSalesError) Error() string {
	return fmt.Sprintf("%s: what the partner sold of batch %s is not known: between %s and %s",
		e.Figure, words.Quoted(e.Batches), e.Low, e.High)
}
