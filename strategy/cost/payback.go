package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Payback is how long it takes until what was spent has come back: years from
// the start of the first one, or never. Never is an answer, not an error.
type Payback struct {
	how      string
	years    decimal.Decimal
	paid     bool
	again    bool
	lifetime int
}

// Payback is the simple payback: the time at which the sum of the flows,
// upfront included, first comes up from below zero to zero. Interest is not
// counted. Within a year the flow is taken to be even:
//
//	years = (k - 1) + owed before year k / flow of year k
//
// That is rounded once, to 8 decimal places of a year. Flows whose sum is never below zero at
// the end of a year pay back after 0 years.
func (c CashFlows) Payback() (Payback, error) {
	if len(c.years) == 0 {
		return Payback{}, fmt.Errorf("payback: %w", errNoCashFlows)
	}
	return c.payback(decimal.New(1, 0), EndOfYear, "simple payback"), nil
}

// DiscountedPayback is the payback of discounted flows: that of the investment
// with interest at the rate. Within a year the discounted flow is taken to be
// even. It is never shorter than the simple one at a rate above 0 where the
// flows turn from spending to saving once.
func (c CashFlows) DiscountedPayback(rate ghg.Share, t Timing) (Payback, error) {
	if err := c.ask("discounted payback", rate, t); err != nil {
		return Payback{}, err
	}
	return c.payback(growth(rate), t, fmt.Sprintf("discounted payback at %s, %s", rate, t)), nil
}

// payback carries the balance forward with interest: its sign is that of the
// discounted sum.
func (c CashFlows) payback(g decimal.Decimal, t Timing, how string) Payback {
	p := Payback{how: how, lifetime: len(c.years)}
	balance, owed := c.upfront.Amount(), c.upfront.Sign() < 0
	for k, m := range c.years {
		before := balance
		if k > 0 || t == EndOfYear {
			before = balance.Mul(g)
		}
		balance = before.Add(m.Amount())
		switch {
		case balance.Sign() < 0:
			p.again = p.again || p.paid
			owed = true
		case owed && !p.paid:
			p.years, p.paid = quotient(m.Amount().Mul(decimal.New(int64(k), 0)).Sub(before), m.Amount(), yearPlaces), true
		}
	}
	if !owed {
		p.paid = true
	}
	return p
}

// Years is the payback, and whether there is one: false is never.
func (p Payback) Years() (decimal.Decimal, bool) { return p.years, p.paid }

// WithinLifetime reports whether it pays back before its last year is over.
func (p Payback) WithinLifetime() bool {
	return p.paid && p.years.LessThanOrEqual(decimal.New(int64(p.lifetime), 0))
}

// OwesAgain reports whether a later year takes the sum below zero again, as a
// replacement may.
func (p Payback) OwesAgain() bool { return p.again }

// String is "8.5 years", "25 years, beyond its lifetime of 20", or "never
// within 20 years".
func (p Payback) String() string {
	years := p.years.Round(2).String() + " years"
	if years == "1 years" {
		years = "1 year"
	}
	switch {
	case p.lifetime == 0:
		return "no payback computed"
	case !p.paid:
		return fmt.Sprintf("never within %d years", p.lifetime)
	case !p.WithinLifetime():
		return fmt.Sprintf("%s, beyond its lifetime of %d", years, p.lifetime)
	case p.again:
		return years + ", but it owes again later"
	}
	return years
}

// Details says how it was computed.
func (p Payback) Details() string {
	if p.lifetime == 0 {
		return p.String()
	}
	return fmt.Sprintf("%s: %s", p.how, p)
}
