package credit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Trade is a number of allowances bought or sold.
type Trade struct {
	Units    Allowances     `json:"units"`
	With     string         `json:"with,omitempty"`    // buyer or seller, or the exchange
	Value    strategy.Money `json:"value"`             // of the whole trade; the zero Money where it is not known
	Exchange Exchange       `json:"exchange,omitzero"` // where another currency was paid than is summed
	On       ghg.Date       `json:"on,omitzero"`
}

// Price is the implied price of one allowance, value/units, rounded once, half
// away from zero, to 8 decimal places of the currency's unit.
func (t Trade) Price() (strategy.Money, error) { return price(t.Value, int64(t.Units)) }

// ComplianceYear is what came into and went out of a trading account for one
// compliance year.
type ComplianceYear struct {
	Year     int      `json:"year"`
	Verified ghg.CO2e `json:"verified"` // verified emissions, in whole tonnes

	Allocated Allowances `json:"allocated"`
	CarriedIn Allowances `json:"carriedIn"` // banked from the year before
	// AtHand are Allocated and CarriedIn together, where only their sum was
	// published; those two are then left out.
	AtHand   Allowances `json:"atHand"`
	Bought   []Trade    `json:"bought,omitempty"`
	Borrowed Allowances `json:"borrowed"` // of the next year, used in this one

	Surrendered Allowances `json:"surrendered"`
	Sold        []Trade    `json:"sold,omitempty"`
	Banked      Allowances `json:"banked"` // to the next year
	Cancelled   Allowances `json:"cancelled"`
	Repaid      Allowances `json:"repaid"` // borrowed in the year before, and gone from this one

	Offsets     Offsets   `json:"offsets"`     // surrendered beside the allowances
	OffsetLimit ghg.Share `json:"offsetLimit"` // of the verified emissions that offsets may cover; needed where Offsets are
	Source      string    `json:"source,omitempty"`
}

// ClosedYear is a compliance year whose balance closes, and what follows from
// it.
type ClosedYear struct {
	ComplianceYear
	Held        Allowances `json:"held"` // at hand and bought, less what was borrowed before
	Due         Allowances `json:"due"`  // one for each tonne verified
	UnitsBought Allowances `json:"unitsBought"`
	UnitsSold   Allowances `json:"unitsSold"`
	// Surplus is Held - Due; below zero it is a shortfall. A surplus of
	// allowances is not a reduction.
	Surplus Allowances `json:"surplus"`
	// Uncovered are tonnes verified for which nothing was surrendered.
	Uncovered Allowances `json:"uncovered"`

	entity Entity
}

// clone shares no trades with the account.
func (c ClosedYear) clone() ClosedYear {
	c.Bought, c.Sold = slices.Clone(c.Bought), slices.Clone(c.Sold)
	return c
}

// BalanceError says that a compliance year does not close.
type BalanceError struct {
	Year       int
	What       string     // "allowances in and out", "carried in", "at hand" or "repaid"
	In, Out    Allowances // or what this year states, and the year before
	Difference Allowances // In - Out
}

func (e *BalanceError) Error() string {
	if e.What == balance {
		return fmt.Sprintf("%d: %s came in and %d went out: a difference of %d", e.Year, e.In, int64(e.Out), int64(e.Difference))
	}
	return fmt.Sprintf("%d: %s %s, but the year before says %d: a difference of %d",
		e.Year, e.In, e.What, int64(e.Out), int64(e.Difference))
}

const balance = "allowances in and out"

// OffsetLimitError says that more offsets were to be surrendered than are at
// hand or than the limit allows.
type OffsetLimitError struct {
	Year               int
	Asked, Held, Limit Offsets
}

func (e *OffsetLimitError) Error() string {
	return fmt.Sprintf("%d: %s to surrender, but %d are held and the limit is %d", e.Year, e.Asked, int64(e.Held), int64(e.Limit))
}

// Close enters a compliance year. It must follow the year before, if there is
// one, and start with what that year banked and borrowed. What came in must
// equal what went out, or the error is a [*BalanceError] with the difference.
// More surrendered than emitted is refused; less is entered, as Uncovered.
func (t TradingAccount) Close(y ComplianceYear) (TradingAccount, error) {
	if t.entity.Name == "" {
		return TradingAccount{}, errNoAccount
	}
	c := ClosedYear{ComplianceYear: y, entity: t.entity}.clone()
	in := newInput(fmt.Sprintf("%s, %d", t.entity.Name, y.Year))
	c.check(in)
	if err := in.faults.Err(); err != nil {
		return TradingAccount{}, err
	}
	if err := t.follows(y); err != nil {
		return TradingAccount{}, err
	}
	if err := c.sum(t.offsets); err != nil {
		return TradingAccount{}, err
	}
	t.offsets -= y.Offsets
	t.years = append(slices.Clip(t.years), c)
	return t, nil
}

// check refuses what cannot stand in a compliance year by itself.
func (c *ClosedYear) check(in input) {
	y := c.ComplianceYear
	in.faults.RefuseYear(in.of, "year", y.Year)
	in.amount("verified emissions", y.Verified, c.entity.Metric, 0)
	for _, x := range []struct {
		field string
		n     int64
	}{
		{"allocated", int64(y.Allocated)}, {"carried in", int64(y.CarriedIn)}, {"at hand", int64(y.AtHand)},
		{"borrowed", int64(y.Borrowed)}, {"surrendered", int64(y.Surrendered)}, {"banked", int64(y.Banked)},
		{"cancelled", int64(y.Cancelled)}, {"repaid", int64(y.Repaid)}, {"offsets", int64(y.Offsets)},
	} {
		if x.n < 0 || x.n > maxUnits {
			in.refuse(x.field, x.n, fmt.Sprintf("0 to %d are allowed", int64(maxUnits)))
		}
	}
	if y.AtHand != 0 && (y.Allocated != 0 || y.CarriedIn != 0) {
		in.refuse("at hand", int64(y.AtHand), "state allocated and carried in, or their sum, not both")
	}
	c.UnitsBought = in.trades("bought", y.Bought)
	c.UnitsSold = in.trades("sold", y.Sold)
	if y.Offsets > 0 {
		in.fraction("offset limit", y.OffsetLimit)
	}
	if y.Offsets > 0 && c.entity.OffsetName == "" {
		in.refuse("offsets", int64(y.Offsets), c.entity.Scheme+" accepts none")
	}
}

// trades checks trades and adds up their units.
func (in input) trades(what string, trades []Trade) Allowances {
	if len(trades) > maxEntries {
		in.refuse(what, len(trades), fmt.Sprintf("at most %d trades are kept", maxEntries))
		return 0
	}
	var sum Allowances
	for i, x := range trades {
		at := in.about(fmt.Sprintf("%s, %s %d", in.of, what, i+1))
		at.units("units", int64(x.Units))
		at.text("with", x.With)
		at.received(x.Value)
		at.exchange(x.Exchange, x.Value)
		at.day(x.On, ghg.Date{}, "")
		sum += min(max(x.Units, 0), maxUnits)
	}
	return sum
}

// follows holds a year against the one before.
func (t TradingAccount) follows(y ComplianceYear) error {
	if len(t.years) == 0 {
		return nil
	}
	before := t.years[len(t.years)-1]
	switch {
	case y.Year != before.Year+1:
		in := newInput(t.entity.Name)
		in.refuse("year", y.Year, fmt.Sprintf("%d comes next", before.Year+1))
		return in.faults.Err()
	case y.Repaid != before.Borrowed:
		return &BalanceError{y.Year, "repaid", y.Repaid, before.Borrowed, y.Repaid - before.Borrowed}
	case y.AtHand == 0 && y.CarriedIn != before.Banked:
		return &BalanceError{y.Year, "carried in", y.CarriedIn, before.Banked, y.CarriedIn - before.Banked}
	case y.AtHand != 0 && y.AtHand < before.Banked:
		return &BalanceError{y.Year, "at hand", y.AtHand, before.Banked, y.AtHand - before.Banked}
	}
	return nil
}

// sum adds up a year and refuses one that does not close.
func (c *ClosedYear) sum(offsets Offsets) error {
	y := c.ComplianceYear
	gross := y.AtHand + y.Allocated + y.CarriedIn + c.UnitsBought
	in, out := gross+y.Borrowed, y.Surrendered+c.UnitsSold+y.Banked+y.Cancelled+y.Repaid
	if in != out {
		return &BalanceError{y.Year, balance, in, out, in - out}
	}
	c.Due = Allowances(y.Verified.Tonnes().IntPart())
	limit := Offsets(decimal.NewFromInt(int64(c.Due)).Mul(y.OffsetLimit.Fraction()).Floor().IntPart())
	if y.Offsets > offsets || y.Offsets > limit {
		return &OffsetLimitError{y.Year, y.Offsets, offsets, limit}
	}
	c.Held = gross - y.Repaid
	c.Surplus = c.Held - c.Due
	c.Uncovered = c.Due - y.Surrendered - Allowances(y.Offsets)
	if c.Uncovered < 0 {
		in := newInput(fmt.Sprintf("%s, %d", c.entity.Name, y.Year))
		in.refuse("surrendered", y.Surrendered,
			fmt.Sprintf("with %s at most one for each of the %d t verified; the rest is banked or cancelled", y.Offsets, int64(c.Due)))
		return in.faults.Err()
	}
	return nil
}

// String is the year as one line.
func (c ClosedYear) String() string {
	if c.entity.Name == "" {
		return "no compliance year"
	}
	word, n := "surplus", c.Surplus
	if n < 0 {
		word, n = "shortfall", -n
	}
	return fmt.Sprintf("%d: %s held, %d t verified, %s of %d", c.Year, c.Held, int64(c.Due), word, int64(n))
}

// Details is the balance with its numbers, one step a line.
func (c ClosedYear) Details() string {
	if c.entity.Name == "" {
		return "no compliance year"
	}
	y := c.ComplianceYear
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d\n", c.entity.Name, c.entity.Scheme, y.Year)
	start := fmt.Sprintf("%d allocated + %d carried in", int64(y.Allocated), int64(y.CarriedIn))
	if y.AtHand != 0 {
		start = fmt.Sprintf("%d at hand, carried in included", int64(y.AtHand))
	}
	fmt.Fprintf(&b, "held = %s + %d bought - %d repaid = %d\n", start, int64(c.UnitsBought), int64(y.Repaid), int64(c.Held))
	fmt.Fprintf(&b, "surplus = held - %d t verified = %d; allowances are permits, and a surplus of them is not a reduction\n",
		int64(c.Due), int64(c.Surplus))
	fmt.Fprintf(&b, "surrendered %d and %s, uncovered %d\n", int64(y.Surrendered), y.Offsets, int64(c.Uncovered))
	fmt.Fprintf(&b, "sold %d, banked %d, cancelled %d, borrowed %d",
		int64(c.UnitsSold), int64(y.Banked), int64(y.Cancelled), int64(y.Borrowed))
	if y.Source != "" {
		fmt.Fprintf(&b, "\nsource: %s", y.Source)
	}
	return b.String()
}
