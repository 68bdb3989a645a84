package credit

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// BuyerType says who may count a unit that was sold. The zero BuyerType is
// refused.
type BuyerType uint8

// The types of buyers.
const (
	// ComplianceBuyer is an entity under a trading scheme at home, as one with
	// an allocation in the K-ETS: it surrenders the unit for its emissions.
	ComplianceBuyer BuyerType = iota + 1
	// ForeignBuyer counts the unit for another country.
	ForeignBuyer
	// VoluntaryBuyer claims it for itself, under no scheme.
	VoluntaryBuyer
	// Trader sells on: who counts the unit in the end is not known.
	Trader
)

var buyerTypes = [...]string{"not stated", "compliance", "foreign", "voluntary", "trader"}

// String is "compliance".
func (t BuyerType) String() string {
	if int(t) < len(buyerTypes) {
		return buyerTypes[t]
	}
	return fmt.Sprintf("unknown (%d)", uint8(t))
}

// Korean is the same in Korean: 할당대상업체.
func (t BuyerType) Korean() string { return words.SetName("strategy/credit.BuyerType", t.String()) }

// MarshalText writes what String says.
func (t BuyerType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Exchange is how much of a currency was paid for one unit of another.
type Exchange struct {
	To   strategy.Currency `json:"to"`
	Rate decimal.Decimal   `json:"rate"` // units of To for one unit of what was paid
	On   ghg.Date          `json:"on,omitzero"`
}

// Sale is a number of credits of one batch, sold to one buyer.
type Sale struct {
	ID    string    `json:"id"` // of the contract or transfer: entered twice, it is refused
	Batch string    `json:"batch,omitempty"`
	Units Credits   `json:"units"`
	Buyer string    `json:"buyer,omitempty"`
	Type  BuyerType `json:"type"`
	// Received is the whole revenue, not the price of one unit. The zero Money
	// says that it is not known.
	Received strategy.Money `json:"received"`
	Exchange Exchange       `json:"exchange,omitzero"` // where another currency was received than is summed
	On       ghg.Date       `json:"on,omitzero"`
	// CorrespondingAdjustment says that the country of the place adds the units
	// back in its own account (Paris Agreement, Article 6).
	CorrespondingAdjustment bool   `json:"correspondingAdjustment"`
	Source                  string `json:"source,omitempty"`
}

// Price is the implied price of one credit, received/units, rounded once, half
// away from zero, to 8 decimal places of the currency's unit.
func (s Sale) Price() (strategy.Money, error) { return price(s.Received, int64(s.Units)) }

// pricePlaces is the precision of an implied price, in decimal places of the
// currency's unit.
const pricePlaces = 8

func price(m strategy.Money, units int64) (strategy.Money, error) {
	if m.IsUnset() {
		return strategy.Money{}, strategy.ErrNoMoney
	}
	return m.Quotient(decimal.NewFromInt(units), pricePlaces)
}

// in is an amount in a currency, by the exchange where it is another.
func (x Exchange) in(c strategy.Currency, m strategy.Money) (strategy.Money, error) {
	switch {
	case m.IsUnset():
		return strategy.Money{}, strategy.ErrNoMoney
	case m.Currency() == c:
		return m, nil
	case x.To != c:
		sum, err := strategy.NewMoney(decimal.Zero, c, m.Prices())
		if err != nil {
			return strategy.Money{}, err
		}
		return sum.Add(m) // they do not meet
	}
	return m.Convert(c, x.Rate)
}

// exchange refuses an exchange that is stated in part.
func (in input) exchange(x Exchange, m strategy.Money) {
	if x.To == "" && x.Rate.IsZero() && x.On == (ghg.Date{}) {
		return
	}
	if !x.To.Valid() || exact.Check(x.Rate) != nil || x.Rate.Sign() <= 0 || !x.On.Valid() || m.IsUnset() || m.Currency() == x.To {
		in.refuse("exchange", fmt.Sprintf("%s to %s", m.Currency(), words.Clip(string(x.To), 10)),
			"two currencies, a rate above 0 and its day are needed, or nothing at all")
	}
}

// received refuses a revenue below zero.
func (in input) received(m strategy.Money) {
	if m.Sign() < 0 {
		in.refuse("received", m, "0 or more; leave it out where it is not known")
	}
}

// NotHeldError says that more credits of a batch were to be sold, retired,
// cancelled or converted than the place still holds: what was sold cannot be
// sold again, nor retired.
type NotHeldError struct {
	Batch  string
	Doing  string // "sell", "retire", "cancel", "convert"
	Units  Credits
	Issued Credits
	Held   Credits // what is left of it

	Sold, Retired, Cancelled, Converted Credits
}

func (e *NotHeldError) Error() string {
	return fmt.Sprintf("batch %s: %s to %s, but %d are held: of %d issued, %d are sold, %d retired, %d cancelled, %d converted",
		words.Quote(e.Batch), e.Units, e.Doing, int64(e.Held), int64(e.Issued),
		int64(e.Sold), int64(e.Retired), int64(e.Cancelled), int64(e.Converted))
}

// Sell enters a sale. More than is held is a [*NotHeldError]; credits whose
// tonnes the place has claimed are a [*DoubleClaimError], until the claim is
// withdrawn.
func (a Account) Sell(s Sale) (Account, error) {
	in := newInput("sale " + words.Quote(s.ID))
	in.text("id", s.ID)
	in.text("buyer", s.Buyer)
	if s.Type < ComplianceBuyer || s.Type > Trader {
		in.refuse("type of buyer", s.Type, "compliance, foreign, voluntary or trader")
	}
	in.received(s.Received)
	in.exchange(s.Exchange, s.Received)
	for _, o := range a.sales {
		if o.ID == s.ID {
			return Account{}, a.twice("sale", s.ID)
		}
	}
	i, b, err := a.take(in, s.Batch, s.Units, s.On, "sell", len(a.sales))
	if err != nil {
		return Account{}, err
	}
	b.sold += s.Units
	a = a.with(i, b)
	a.sales = append(slices.Clip(a.sales), s)
	return a, nil
}

// take finds a batch of which units can leave the holding.
func (a Account) take(in input, name string, n Credits, on ghg.Date, doing string, entries int) (int, batch, error) {
	i, err := a.find(name)
	if err != nil {
		return 0, batch{}, err
	}
	b := *a.batches[i]
	in.units("units", int64(n))
	if entries >= maxEntries {
		in.refuse("entries", entries+1, fmt.Sprintf("at most %d are kept", maxEntries))
	}
	if b.issued.Units > 0 {
		in.day(on, b.issued.On, "the day of the issuance")
	}
	if err := in.faults.Err(); err != nil {
		return 0, batch{}, err
	}
	if n > b.held() {
		return 0, batch{}, &NotHeldError{name, doing, n, b.issued.Units, b.held(), b.sold, b.retired, b.cancelled, b.converted}
	}
	units := decimal.NewFromInt(int64(n))
	if doing != "retire" && units.GreaterThan(b.free(a.project)) {
		return 0, batch{}, a.doubleClaim(b, doing, units)
	}
	return i, b, nil
}

// Sales yields the sales in the order in which they were entered.
func (a Account) Sales() iter.Seq[Sale] { return slices.Values(a.sales) }

// Revenue is what was received for all credits sold, in one currency. A sale in
// another needs its [Exchange], or it is a [*strategy.MoneyMismatchError]; a sale whose
// revenue is not known is an error that wraps [strategy.ErrNoMoney]. Without a
// sale it is [strategy.ErrNoMoney] as well: there is no price basis for a 0. A
// forecast is never in it.
func (a Account) Revenue(c strategy.Currency) (strategy.Money, error) {
	return revenue(c, len(a.sales), func(i int) (string, strategy.Money, Exchange) {
		return "sale " + words.Quote(a.sales[i].ID), a.sales[i].Received, a.sales[i].Exchange
	})
}

func revenue(c strategy.Currency, n int, at func(int) (string, strategy.Money, Exchange)) (strategy.Money, error) {
	var sum strategy.Money
	for i := range n {
		what, m, x := at(i)
		m, err := x.in(c, m)
		if err == nil && i == 0 {
			sum = m.Zero()
		}
		if err == nil {
			sum, err = sum.Add(m)
		}
		if err != nil {
			return strategy.Money{}, fmt.Errorf("revenue, %s: %w", what, err)
		}
	}
	if n == 0 {
		return strategy.Money{}, fmt.Errorf("revenue of no sale: %w", strategy.ErrNoMoney)
	}
	return sum, nil
}
