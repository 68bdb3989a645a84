package credit

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Entity is an entity with an allocation under an emissions trading scheme: in
// Korea a 할당대상업체, as a city is with its environmental facilities.
type Entity struct {
	Name       string
	Place      ghg.PlaceID
	Scheme     string     // "K-ETS"
	Metric     ghg.Metric // that the scheme verifies emissions in
	OffsetName string     // what it accepts beside allowances: "KCU"; empty where nothing
	Source     string
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
	in := inputs{of: fmt.Sprintf("entity %.60q", e.Name)}
	in.text("name", e.Name)
	in.text("place", string(e.Place))
	in.text("scheme", e.Scheme)
	if e.Metric.IsZero() {
		in.errs = append(in.errs, fmt.Errorf("%s: %w", in.of, ghg.ErrNoMetric))
	}
	if err := in.err(); err != nil {
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
		return fmt.Sprintf("%s sold to %.60q on %s", sales[i].Units, sales[i].With, sales[i].On), sales[i].Value, sales[i].Exchange
	})
}

// ConversionError says that credits cannot become offsets of an account.
type ConversionError struct {
	Programme, Entity string
	Reason            string
}

func (e *ConversionError) Error() string {
	return fmt.Sprintf("%.60s credits are not converted by %.60q: %s", e.Programme, e.Entity, e.Reason)
}

// Convert makes offsets of credits, one for one (1 KOC = 1 KCU = 1 KAU = 1
// tCO2e), and puts them on the trading account of the same place. Only an
// entity with an allocation has such an account, and only it can convert; to
// others the credits are sold. The credits leave this account, so that they are
// not counted twice: their tonnes are spent in the scheme and not claimable.
// Where it fails, neither account has changed.
func (a Account) Convert(batch string, n Credits, on ghg.Date, into TradingAccount) (Account, TradingAccount, error) {
	p, e := a.project, into.entity
	reason := ""
	switch {
	case p.ID == "" || e.Name == "":
		return Account{}, TradingAccount{}, ErrNoAccount
	case p.Programme.OffsetName == "":
		reason = "the programme has no offset that they convert to"
	case p.Programme.OffsetName != e.OffsetName:
		reason = fmt.Sprintf("they convert to %.60s, and %.60s accepts %.60q", p.Programme.OffsetName, e.Scheme, e.OffsetName)
	case p.Place != e.Place:
		reason = fmt.Sprintf("it is of %.60s, and the credits are held by %.60s: sell them first", e.Place, p.Place)
	case p.Metric.ID() != e.Metric.ID():
		return Account{}, TradingAccount{}, &ghg.MetricMismatchError{A: p.Metric.ID(), B: e.Metric.ID()}
	}
	if reason != "" {
		return Account{}, TradingAccount{}, &ConversionError{p.Programme.Name, e.Name, reason}
	}
	after, err := a.dispose(Disposal{batch, n, "converted", e.Name + ", " + e.Scheme, on}, "convert")
	if err != nil {
		return Account{}, TradingAccount{}, err
	}
	into.offsets += Offsets(n)
	return after, into, nil
}
