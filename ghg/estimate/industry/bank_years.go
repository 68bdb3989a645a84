package industry

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/shopspring/decimal"
)

// BankYear is a year of a bank. Masses are of its gas, a blend as it is.
type BankYear struct {
	Year     int      `json:"year"`
	Opening  ghg.Mass `json:"opening"`  // on 1 January
	Sold     ghg.Mass `json:"sold"`     // F, in bulk
	Refilled ghg.Mass `json:"refilled"` // K, into equipment in use
	Filled   ghg.Mass `json:"filled"`   // G, into new equipment
	Added    ghg.Mass `json:"added"`    // J, into the bank with new equipment
	Retired  ghg.Mass `json:"retired"`  // M
	Closing  ghg.Mass `json:"closing"`  // on 31 December

	Charging  ghg.Mass `json:"charging"`  // H, emitted in filling
	InUse     ghg.Mass `json:"inUse"`     // L, emitted in use
	EndOfLife ghg.Mass `json:"endOfLife"` // Q, emitted of retired equipment
	Emitted   ghg.Mass `json:"emitted"`
}

// Years are all years from the first flow to the Year of the bank, each as [estimate.Of] has
// it. What was projected to get it makes a year [ghg.Projected]. Faults are those of Of.
func (b Bank) Years() (ghg.Years[BankYear], error) {
	c := course{Bank: b, out: new([]ghg.OfYear[BankYear])}
	if _, err := estimate.Of(c); err != nil {
		return ghg.Years[BankYear]{}, err
	}
	return ghg.NewYears("bank", "", nil, *c.out...)
}

// course is a bank as a method that emits nothing and keeps each year.
type course struct {
	Bank
	out *[]ghg.OfYear[BankYear]
}

// Work works out the bank once, and each year of it.
func (c course) Work(w *estimate.Worksheet) {
	s := c.stock(w)
	if w.Failed() {
		return
	}
	mass := func(kg decimal.Decimal) ghg.Mass {
		m, err := ghg.NewMass(kg.Round(estimate.Places), ghg.Kilogram)
		if err == nil {
			m, err = m.Of(c.Gas)
		}
		if err != nil {
			w.RefuseError("Bank", kg.String(), err)
		}
		return m
	}
	for i, y := range s.years {
		*c.out = append(*c.out, ghg.OfYear[BankYear]{Year: s.from + i, Status: y.status, Value: BankYear{
			Year: s.from + i, Opening: mass(y.opening), Sold: mass(y.f), Refilled: mass(y.k), Filled: mass(y.g), Added: mass(y.j),
			Retired: mass(y.m), Closing: mass(y.closing),
			Charging: mass(y.h), InUse: mass(y.l), EndOfLife: mass(y.q), Emitted: mass(y.emitted()),
		}})
	}
}
