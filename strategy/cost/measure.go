package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Measure is a measure whose costs, savings and reductions are the same in
// every year of its lifetime: LED street lights, heat pumps. One whose years
// differ is put as [CashFlows] and [strategy.Reductions], with [NewPerTonne].
//
// All fields but the names are needed; money that is not spent or saved is
// given as 0, and money is given as amounts of at least 0.
type Measure struct {
	Name       string         `json:"name"`
	NameKo     string         `json:"name_ko,omitempty"`
	First      int            `json:"first"`      // the first year of its lifetime
	Lifetime   int            `json:"lifetime"`   // years, 1 to 450
	Investment strategy.Money `json:"investment"` // spent at the start of the first year
	Running    strategy.Money `json:"running"`    // spent each year
	Saving     strategy.Money `json:"saving"`     // saved each year: energy that is not bought
	Kind       strategy.Kind  `json:"kind"`       // of the reduction
	Reduction  ghg.CO2e       `json:"reduction"`  // of each year
}

// CashFlows are the investment, and in each year the saving less the running
// cost.
func (m Measure) CashFlows() (CashFlows, error) {
	of := m.of()
	var faults ghg.Faults
	var errs []error
	refuseLifetime(&faults, of, m.Lifetime)
	for _, x := range []struct {
		field string
		money strategy.Money
	}{{"investment", m.Investment}, {"running cost", m.Running}, {"saving", m.Saving}} {
		if err := refuseMoney(&faults, of, x.field, x.money, m.Investment); err != nil {
			errs = append(errs, err)
		} else if x.money.Sign() < 0 {
			faults.Refuse(of, x.field, x.money.String(), "at least 0 is allowed: a cost that falls is a saving")
		}
	}
	if err := together(faults, errs); err != nil {
		return CashFlows{}, err
	}
	net, _ := m.Saving.Sub(m.Running) // they meet
	byYear := make([]strategy.Money, m.Lifetime)
	for i := range byYear {
		byYear[i] = net
	}
	c, err := NewCashFlows(m.Investment.Neg(), m.First, byYear...)
	if err != nil {
		return CashFlows{}, fmt.Errorf("%s: %w", of, err)
	}
	return c, nil
}

// of says in messages which measure is meant.
func (m Measure) of() string { return "measure " + words.Quote(m.Name) }

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
		return PerTonne{}, fmt.Errorf("%s: %w", m.of(), err)
	}
	return newPerTonne(m.of(), t, c, r)
}

// SimplePayback is the investment over what is saved in a year, to 8
// decimal places of a year. It may lie beyond the lifetime, and says so
// ([Payback.WithinLifetime]); a measure that saves nothing never pays back.
func (m Measure) SimplePayback() (Payback, error) {
	c, err := m.CashFlows()
	if err != nil {
		return Payback{}, err
	}
	p, _ := c.Payback() // the flows are there
	if net := c.years[0].Amount(); net.Sign() > 0 {
		p.years, p.paid = quotient(m.Investment.Amount(), net, yearPlaces), true
	}
	return p, nil
}
