package sink

import "github.com/localghg/localghg/ghg"

// Removal is what sinks take up in a year: positive, and below 0 where they
// release. It is no reduction of emissions. The zero Removal is nothing, in the
// unstated metric.
type Removal struct{ c ghg.CO2e }

// CO2e is the amount, positive for an uptake: the other sign than inventories
// have for it.
func (r Removal) CO2e() ghg.CO2e { return r.c }

// String is the amount with what it is: "546000 tCO2e removed".
func (r Removal) String() string {
	if r.c.Sign() < 0 {
		return r.c.Neg().String() + " released"
	}
	return r.c.String() + " removed"
}

// Stock is what sinks hold at the end of a year. The zero Stock is nothing, in
// the unstated metric.
type Stock struct{ c ghg.CO2e }

// CO2e is the amount.
func (s Stock) CO2e() ghg.CO2e { return s.c }

// Since is the removal that made a stock of an earlier one, or a
// [*ghg.MetricMismatchError].
func (s Stock) Since(earlier Stock) (Removal, error) {
	c, err := s.c.Sub(earlier.c)
	return Removal{c}, err
}

// String is the amount with what it is: "12000 tCO2e held".
func (s Stock) String() string { return s.c.String() + " held" }

// plus adds amounts of one project, which are all on its metric.
func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}
