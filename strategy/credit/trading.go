package credit

import (
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Entity is an entity with an allocation under an emissions trading scheme: in
// Korea a 할당대상업체, as a city is with its environmental facilities.
type Entity struct {
	Name       string      `json:"name"`
	Place      ghg.PlaceID `json:"place"`
	Scheme     string      `json:"scheme,omitempty"`     // "K-ETS"
	Metric     ghg.Metric  `json:"metric"`               // that the scheme verifies emissions in
	OffsetName string      `json:"offsetName,omitempty"` // what it accepts beside allowances: "KCU"; empty where nothing
	Source     string      `json:"source,omitempty"`
}

// TradingAccount keeps the allowances of an entity, compliance year by
// compliance year, and its offsets. It is immutable, as [Account] is. It holds
// permits to emit, not reductions: a surplus may come from a generous
// allocation, and no method makes reductions, credits or claims of it.
type TradingAccount struct {
	entity  Entity
	offsets Offsets // converted, and not surrendered yet
	years   []ClosedYear
}

// NewTradingAccount opens the account of an entity.
func NewTradingAccount(e Entity) (TradingAccount, error) {
	in := newInput("entity " + words.Quote(e.Name))
	in.text("name", e.Name)
	in.place(&e.Place)
	in.text("scheme", e.Scheme)
	in.metric(e.Metric)
	if err := in.faults.Err(); err != nil {
		return TradingAccount{}, err
	}
	return TradingAccount{entity: e}, nil
}

// Entity is whose account it is.
func (t TradingAccount) Entity() Entity { return t.entity }

// Offsets are the offsets at hand: converted, and not surrendered yet.
func (t TradingAccount) Offsets() Offsets { return t.offsets }

// Years yields the compliance years closed, in order.
func (t TradingAccount) Years() iter.Seq[ClosedYear] {
	return func(yield func(ClosedYear) bool) {
		for _, c := range t.years {
			if !yield(c.clone()) {
				return
			}
		}
	}
}

// Year is a compliance year that was closed.
func (t TradingAccount) Year(year int) (ClosedYear, bool) {
	for _, c := range t.years {
		if c.Year == year {
			return c.clone(), true
		}
	}
	return ClosedYear{}, false
}

// Revenue is what was received for all allowances sold, in one currency, with
// the errors of [Account.Revenue].
func (t TradingAccount) Revenue(c strategy.Currency) (strategy.Money, error) {
	var sales []Trade
	for _, y := range t.years {
		sales = append(sales, y.Sold...)
	}
	return revenue(c, len(sales), func(i int) (string, strategy.Money, Exchange) {
		return fmt.Sprintf("%s sold to %s on %s", sales[i].Units, words.Quote(sales[i].With), sales[i].On), sales[i].Value, sales[i].Exchange
	})
}

// Convert makes offsets of credits, one for one (1 KOC = 1 KCU = 1 KAU = 1
// tCO2e), and puts them on the trading account of the same place. Only an
// entity with an allocation has such an account, and only it can convert; to
// others the credits are sold. The credits leave this account, so that they are
// not counted twice: their tonnes are spent in the scheme and not claimable. A
// programme or offset that does not allow it is a [ghg.Fault], another place or
// metric a [*ghg.MismatchError].
// Where it fails, neither account has changed.
func (a Account) Convert(batch string, n Credits, on ghg.Date, into TradingAccount) (Account, TradingAccount, error) {
	p, e := a.project, into.entity
	in := newInput(fmt.Sprintf("conversion of %s credits by %s", words.Clip(p.Programme.Name, 60), words.Quote(e.Name)))
	switch {
	case p.ID == "" || e.Name == "":
		return Account{}, TradingAccount{}, errNoAccount
	case p.Programme.OffsetName == "":
		in.refuse("programme", p.Programme.Name, "it has no offset that its credits convert to")
	case p.Programme.OffsetName != e.OffsetName:
		in.refuse("offset", p.Programme.OffsetName, fmt.Sprintf("%s accepts %s", e.Scheme, words.Quote(e.OffsetName)))
	}
	account := ghg.Basis{Place: e.Place, Metric: e.Metric}
	held := ghg.Basis{Place: p.Place, Metric: p.Metric}.Meets("the credits", account, "the trading account")
	if held != nil {
		held = fmt.Errorf("%s: %w; credits of another place are sold", in.of, held)
	}
	if err := errors.Join(in.faults.Err(), held); err != nil {
		return Account{}, TradingAccount{}, err
	}
	after, err := a.dispose(Disposal{batch, n, "converted", e.Name + ", " + e.Scheme, on}, "convert")
	if err != nil {
		return Account{}, TradingAccount{}, err
	}
	into.offsets += Offsets(n)
	return after, into, nil
}
