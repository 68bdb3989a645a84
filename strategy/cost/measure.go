package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Measure is a measure whose costs, savings and reductions are the same in
// every year of its lifetime: LED street lights, heat pumps. One whose years
// differ is put as [CashFlows] and [strategy.Reductions], with [NewPerTonne].
//
// All fields but the names are needed; money that is not spent or saved is
// given as 0, and money is given as amounts of at least 0.
type Measure struct {
	Name, NameKo string
	First        int            // the first year of its lifetime
	Lifetime     int            // years, 1 to 450
	Investment   strategy.Money // spent at the start of the first year
	Running      strategy.Money // spent each year
	Saving       strategy.Money // saved each year: energy that is not bought
	Kind         strategy.Kind  // of the reduction
	Reduction    ghg.CO2e       // of each year
}

// CashFlows are the investment, and in each year the saving less the running
// cost.
func (m Measure) CashFlows() (CashFlows, error) {
	c, err := m.cashFlows()
	if err != nil {
		return CashFlows{}, fmt.Errorf("measure %.60q: %w", m.Name, err)
	}
	return c, nil
}

func (m Measure) cashFlows() (CashFlows, error) {
	if err := checkLifetime(m.Lifetime); err != nil {
		return CashFlows{}, err
	}
	for _, x := range []struct {
		what  string
		money strategy.Money
	}{{"investment", m.Investment}, {"running cost", m.Running}, {"saving", m.Saving}} {
		if err := checkMoney(x.money, m.Investment); err != nil {
			return CashFlows{}, fmt.Errorf("%s: %w", x.what, err)
		}
		if x.money.Sign() < 0 {
			return CashFlows{}, &TermError{x.what, x.money.String(), "at least 0: a cost that falls is a saving"}
		}
	}
	net, _ := m.Saving.Sub(m.Running) // they meet
	byYear := make([]strategy.Money, m.Lifetime)
	for i := range byYear {
		byYear[i] = net
	}
	return NewCashFlows(m.Investment.Neg(), m.First, byYear...)
}

// PerTonne is the cost per tonne of the measure in the terms given.
func (m Measure) PerTonne(t Terms) (PerTonne, error) {
	c, err := m.CashFlows()
	if err != nil {
		return PerTonne{}, err
	}
	byYear := make(map[int]ghg.CO2e, m.Lifetime)
	for y := range c.All() {
		byYear[y] = m.Reduction
	}
	r, err := strategy.NewReductions(m.Kind, m.Reduction.Metric(), byYear)
	if err != nil {
		return PerTonne{}, fmt.Errorf("measure %.60q: %w", m.Name, err)
	}
	p, err := newPerTonne(t, c, r)
	if err != nil {
		return PerTonne{}, fmt.Errorf("measure %.60q: cost per tonne: %w", m.Name, err)
	}
	return p, nil
}

// SimplePayback is the investment over what is saved in a year, to
// [YearPlaces]. It may lie beyond the lifetime, and says so
// ([Payback.WithinLifetime]); a measure that saves nothing never pays back.
func (m Measure) SimplePayback() (Payback, error) {
	c, err := m.CashFlows()
	if err != nil {
		return Payback{}, err
	}
	p, _ := c.Payback() // the flows are there
	if net := c.years[0].Amount(); net.Sign() > 0 {
		p.years, p.paid = quotient(m.Investment.Amount(), net, YearPlaces), true
	}
	return p, nil
}
