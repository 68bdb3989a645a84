package cost

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Payers are the cash flows of one measure by who pays and receives them: a heat pump that
// the nation and the city subsidise, and of which the household pays the rest and the
// bills. What one pays another cancels out of the sum. They are immutable; the zero Payers
// are refused.
type Payers struct {
	by    []strategy.Funds
	flows []CashFlows // of each
	all   CashFlows
}

var errNoPayers = errors.New("no payers: make them with cost.NewPayers or Measure.PaidBy")

// NewPayers makes payers of the cash flows of each. All flows are of the same years, in one
// currency and the same prices; what one does not pay in a year is given as 0.
func NewPayers(flows map[strategy.Funds]CashFlows) (Payers, error) {
	const of = "payers"
	var faults ghg.Faults
	var errs []error
	if len(flows) == 0 {
		faults.Refuse(of, "cash flows", "", "those of one payer at least are needed")
	}
	p := Payers{by: slices.Sorted(maps.Keys(flows))}
	for i, f := range p.by {
		c, of := flows[f], fmt.Sprintf("%s, %s", of, f)
		p.flows = append(p.flows, c)
		first := p.flows[0]
		switch {
		case !f.Valid():
			faults.Refuse(of, "payer", f.String(), "one is needed, such as strategy.HouseholdFunds")
		case c.check() != nil:
			faults.Refuse(of, "cash flows", "", c.check().Error())
		case i > 0 && (c.first != first.first || len(c.years) != len(first.years)):
			faults.Refuse(of, "years", fmt.Sprintf("%d to %d", c.First(), c.Last()),
				fmt.Sprintf("those of %s are %d to %d: give 0 for what is not paid", p.by[0], first.First(), first.Last()))
		default:
			if _, err := c.upfront.Cmp(first.upfront); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", of, err))
			}
		}
	}
	if err := together(faults, errs); err != nil {
		return Payers{}, err
	}
	p.all = sumOf(p.flows)
	return p, nil
}

// sumOf adds flows of the same years that meet.
func sumOf(flows []CashFlows) CashFlows {
	sum := flows[0]
	sum.years = slices.Clone(sum.years)
	for _, c := range flows[1:] {
		sum.upfront, _ = sum.upfront.Add(c.upfront)
		for i, m := range c.years {
			sum.years[i], _ = sum.years[i].Add(m)
		}
	}
	return sum
}

// Payment is what one payer pays of a [Measure], and saves: amounts of at least 0. What is
// left out it does not pay.
type Payment struct {
	By         strategy.Funds `json:"by"`
	Investment strategy.Money `json:"investment"`
	Running    strategy.Money `json:"running"` // each year
	Saving     strategy.Money `json:"saving"`  // each year
}

// PaidBy are the cash flows of the measure by who pays them. The payments must add up to
// the measure: its investment, and its saving less its running cost.
func (m Measure) PaidBy(payments ...Payment) (Payers, error) {
	whole, err := m.CashFlows()
	if err != nil {
		return Payers{}, err
	}
	of := m.of()
	var faults ghg.Faults
	var errs []error
	flows := map[strategy.Funds]CashFlows{}
	for i, x := range payments {
		of := fmt.Sprintf("%s, payment %d", of, i+1)
		if _, twice := flows[x.By]; twice {
			faults.Refuse(of, "payer", x.By.String(), "it is given twice: one payment each is allowed")
		}
		part := Measure{Name: m.Name, First: m.First, Lifetime: m.Lifetime,
			Investment: paid(x.Investment, m), Running: paid(x.Running, m), Saving: paid(x.Saving, m)}
		for _, y := range []struct {
			field string
			money strategy.Money
		}{{"investment", part.Investment}, {"running cost", part.Running}, {"saving", part.Saving}} {
			if err := refuseMoney(&faults, of, y.field, y.money, m.Investment); err != nil {
				errs = append(errs, err)
			}
		}
		if len(errs) == 0 && faults.Len() == 0 {
			if flows[x.By], err = part.CashFlows(); err != nil {
				errs = append(errs, fmt.Errorf("payment %d: %w", i+1, err))
			}
		}
	}
	if err := together(faults, errs); err != nil {
		return Payers{}, err
	}
	p, err := NewPayers(flows)
	if err != nil {
		return Payers{}, fmt.Errorf("%s: %w", of, err)
	}
	for _, y := range []struct {
		field        string
		paid, stated strategy.Money
	}{{"investment", p.all.upfront.Neg(), m.Investment}, {"saving less running cost", p.all.years[0], whole.years[0]}} {
		if !y.paid.Equal(y.stated) {
			faults.Refuse(of, y.field, y.paid.String(), fmt.Sprintf("the payments come to this, and that of the measure is %s", y.stated))
		}
	}
	if err := faults.Err(); err != nil {
		return Payers{}, err
	}
	return p, nil
}

// paid is money of a payment: 0 of that of the measure where it is left out.
func paid(x strategy.Money, m Measure) strategy.Money {
	if x.IsUnset() {
		return m.Investment.Zero()
	}
	return x
}

// All yields who pays with the cash flows, in the order of [strategy.Funds].
func (p Payers) All() iter.Seq2[strategy.Funds, CashFlows] {
	return func(yield func(strategy.Funds, CashFlows) bool) {
		for i, f := range p.by {
			if !yield(f, p.flows[i]) {
				return
			}
		}
	}
}

// Of are the cash flows of one payer, from which its rate of return and payback come.
func (p Payers) Of(f strategy.Funds) (CashFlows, bool) {
	i, ok := slices.BinarySearch(p.by, f)
	if !ok {
		return CashFlows{}, false
	}
	return p.flows[i], true
}

// Together are the cash flows of all: what one pays another is not in them.
func (p Payers) Together() CashFlows { return p.all }

// NPV is the net present value by who pays, at one rate. The parts are rounded to 8
// decimal places so that they add up to that of all, by largest remainder.
func (p Payers) NPV(rate ghg.Share, t Timing) (MoneyByPayer, error) {
	if len(p.by) == 0 {
		return MoneyByPayer{}, errNoPayers
	}
	if err := p.all.ask("net present value", rate, t); err != nil {
		return MoneyByPayer{}, err
	}
	g := growth(rate)
	futures := make([]decimal.Decimal, len(p.flows))
	for i, c := range p.flows {
		futures[i] = future(g, c.at(t))
	}
	return p.divided("net present value", futures, power(g, len(p.all.years)))
}

// divided are quotients of each payer, closed to that of all.
func (p Payers) divided(of string, parts []decimal.Decimal, by decimal.Decimal) (MoneyByPayer, error) {
	closed, sum, err := exact.Quotients(parts, by, moneyPlaces)
	if err != nil {
		return MoneyByPayer{}, fmt.Errorf("%s: %w", of, err)
	}
	out := MoneyByPayer{by: p.by}
	var errs []error
	money := func(d decimal.Decimal) strategy.Money {
		m, err := strategy.NewMoney(d, p.all.upfront.Currency(), p.all.upfront.Prices())
		errs = append(errs, err)
		return m
	}
	for _, d := range closed {
		out.money = append(out.money, money(d))
	}
	out.total = money(sum)
	if err := errors.Join(errs...); err != nil {
		return MoneyByPayer{}, fmt.Errorf("%s: %w", of, err)
	}
	return out, nil
}

// MoneyByPayer is money by who pays or receives it; the parts add up to the total. The
// zero MoneyByPayer has none.
type MoneyByPayer struct {
	total strategy.Money
	by    []strategy.Funds
	money []strategy.Money
}

// Total is that of all payers together.
func (m MoneyByPayer) Total() strategy.Money { return m.total }

// Of is that of one payer, and whether it is one of them.
func (m MoneyByPayer) Of(f strategy.Funds) (strategy.Money, bool) {
	i, ok := slices.BinarySearch(m.by, f)
	if !ok {
		return strategy.Money{}, false
	}
	return m.money[i], true
}

// All yields the payers with their money, in the order of [strategy.Funds].
func (m MoneyByPayer) All() iter.Seq2[strategy.Funds, strategy.Money] {
	return func(yield func(strategy.Funds, strategy.Money) bool) {
		for i, f := range m.by {
			if !yield(f, m.money[i]) {
				return
			}
		}
	}
}

// String is the total with its parts: "-1 KRW (nominal): national -4, household 3".
func (m MoneyByPayer) String() string {
	if len(m.by) == 0 {
		return "no payers"
	}
	var parts []string
	for f, x := range m.All() {
		parts = append(parts, fmt.Sprintf("%s %s", f, x.Amount()))
	}
	return fmt.Sprintf("%s: %s", m.total, strings.Join(parts, ", "))
}
