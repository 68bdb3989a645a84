package cost

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

var errNoCashFlows = errors.New("no cash flows: make them with cost.NewCashFlows")

// CashFlows are what a measure brings in and costs: an amount upfront, at the
// start of the first year, and one for every year. Money that is received or
// saved is positive, money that is spent negative, so that an investment is a
// negative amount upfront. All are of one currency in the same prices. They are
// immutable; the zero CashFlows are refused.
type CashFlows struct {
	first   int
	upfront strategy.Money
	years   []strategy.Money
}

// NewCashFlows makes cash flows of an amount upfront, which may be 0, and the
// net amounts of the years from the first on, one for each. At most 450 years are
// allowed. Money that nobody gave and years outside 1850 to 2300 are [ghg.Faults],
// all at once, and beside them two currencies or prices a
// [*strategy.MoneyMismatchError].
func NewCashFlows(upfront strategy.Money, first int, byYear ...strategy.Money) (CashFlows, error) {
	const of = "cash flows"
	var faults ghg.Faults
	var errs []error
	n := len(byYear)
	if n < 1 || n > maxYears {
		faults.Refuse(of, "years", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxYears))
		byYear = nil // what is too long is not looked through
	}
	if !faults.RefuseYear(of, "first year", first) && len(byYear) > 0 {
		faults.RefuseYear(of, "last year", first+n-1)
	}
	money := func(field string, m strategy.Money) {
		if err := refuseMoney(&faults, of, field, m, upfront); err != nil {
			errs = append(errs, err)
		}
	}
	money("upfront", upfront)
	for i, m := range byYear {
		money(fmt.Sprintf("amount of %d", first+i), m)
	}
	if err := together(faults, errs); err != nil {
		return CashFlows{}, err
	}
	return CashFlows{first, upfront, slices.Clone(byYear)}, nil
}

// checkMoney refuses money that is unset, out of bounds, or not of the kind of
// other.
func checkMoney(m, other strategy.Money) error {
	if m.IsUnset() {
		return strategy.ErrNoMoney
	}
	if _, err := m.Cmp(other); err != nil {
		return err
	}
	return exact.Check(m.Amount())
}

// refuseMoney adds a fault for money of a definition that is unset or out of
// bounds. Money that does not meet is returned as the error that says so.
func refuseMoney(faults *ghg.Faults, of, field string, m, like strategy.Money) error {
	if like.IsUnset() {
		like = m
	}
	err := checkMoney(m, like)
	var mismatch *strategy.MoneyMismatchError
	if errors.As(err, &mismatch) {
		return fmt.Errorf("%s, %s: %w", of, field, mismatch)
	}
	if err != nil {
		faults.Refuse(of, field, "", err.Error())
	}
	return nil
}

// together are faults, and beside them the errors on which a caller may branch,
// of which the first are told.
func together(faults ghg.Faults, errs []error) error {
	const most = 20
	if n := len(errs) - most; n > 0 {
		errs = append(errs[:most:most], fmt.Errorf("and %d more", n))
	}
	return errors.Join(append([]error{faults.Err()}, errs...)...)
}

// First is the year of the first flow.
func (c CashFlows) First() int { return c.first }

// Last is the year of the last flow.
func (c CashFlows) Last() int { return c.first + len(c.years) - 1 }

// Len is the number of years.
func (c CashFlows) Len() int { return len(c.years) }

// Upfront is the amount at the start of the first year.
func (c CashFlows) Upfront() strategy.Money { return c.upfront }

// All yields the years with their amounts, in order.
func (c CashFlows) All() iter.Seq2[int, strategy.Money] {
	return func(yield func(int, strategy.Money) bool) {
		for i, m := range c.years {
			if !yield(c.first+i, m) {
				return
			}
		}
	}
}

// at are the amounts at the times 0 to n.
func (c CashFlows) at(t Timing) []decimal.Decimal {
	amounts := make([]decimal.Decimal, len(c.years))
	for i, m := range c.years {
		amounts[i] = m.Amount()
	}
	return timed(c.upfront.Amount(), amounts, t)
}

// check refuses what no present value can be made of.
func (c CashFlows) check() error {
	if len(c.years) == 0 {
		return errNoCashFlows
	}
	return nil
}

// ask refuses a question with a rate and a timing that do not stand.
func (c CashFlows) ask(what string, rate ghg.Share, t Timing) error {
	if err := c.check(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	var faults ghg.Faults
	t.refuse(&faults, what)
	refuseRate(&faults, what, rate)
	return faults.Err()
}

// String is the flows as one line: "-500 upfront, then 120 in 2025, …".
func (c CashFlows) String() string {
	if len(c.years) == 0 {
		return "no cash flows"
	}
	const shown = 3
	var b strings.Builder
	fmt.Fprintf(&b, "%s upfront", c.upfront)
	for i, m := range c.years[:min(len(c.years), shown)] {
		fmt.Fprintf(&b, ", %s in %d", m.Amount(), c.first+i)
	}
	if len(c.years) > shown {
		fmt.Fprintf(&b, ", and so on to %s in %d", c.years[len(c.years)-1].Amount(), c.Last())
	}
	return b.String()
}

// NPV is the net present value at a discount rate of a year: what the flows
// are worth at the start of their first year.
//
//	NPV = upfront + Σ flow_k / (1 + r)^k        k = 1…n at the end of the years,
//	                                            0…n-1 at their start
//
// The sum is exact over (1 + r)^n and divided once, to 8 decimal places, half
// away from zero. Above 0 the flows earn more than the rate. The rate must fit the
// prices: a nominal one for nominal money.
func (c CashFlows) NPV(rate ghg.Share, t Timing) (strategy.Money, error) {
	if err := c.ask("net present value", rate, t); err != nil {
		return strategy.Money{}, err
	}
	g := growth(rate)
	v := quotient(future(g, c.at(t)), power(g, len(c.years)), moneyPlaces)
	m, err := strategy.NewMoney(v, c.upfront.Currency(), c.upfront.Prices())
	if err != nil {
		return strategy.Money{}, fmt.Errorf("net present value: %w", err)
	}
	return m, nil
}
