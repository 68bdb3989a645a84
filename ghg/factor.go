package ghg

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
)

// Factor is the emission factor of one year: what one unit of activity emits, as
// CO2e or of gases.
type Factor struct {
	Year      int // 0 for one that holds in all years
	CO2e      CO2e
	Gases     []Mass // each of a gas; beside CO2e none
	From, To  int    // the years that a mean is of; 0 for the year itself
	Published Date   // the zero Date where it is not known
	Status    Status // projected for years to come
	Source    string // "" for that of the series
}

// when is the year of a factor in a message.
func (x *Factor) when() string {
	if x.Year == 0 {
		return "in all years"
	}
	return strconv.Itoa(x.Year)
}

// check refuses a factor that does not stand by itself.
func (x *Factor) check() Faults {
	var faults Faults
	byGas, hasCO2e := len(x.Gases) > 0, x.CO2e != CO2e{}
	if byGas == hasCO2e {
		faults.Refuse("", "factor", "", "it is CO2e or masses of gases, one of the two")
	}
	if err := exact.CheckResult(x.CO2e.t); err != nil {
		faults.Refuse("", "CO2e", "", err.Error())
	} else if x.CO2e.Sign() < 0 {
		faults.Refuse("", "CO2e", x.CO2e.String(), "0 or more is allowed")
	}
	if x.Source == "" {
		faults.Refuse("", "source", "", "it is needed, of the factor or of the series")
	}
	if (x.Published != Date{}) && !x.Published.Valid() {
		faults.Refuse("", "published", x.Published.String(), "a day that exists is needed")
	}
	if x.From != 0 || x.To != 0 {
		faults.RefuseYear("", "first year of the mean", x.From)
		faults.RefuseYear("", "last year of the mean", x.To)
		if x.To < x.From {
			faults.Refuse("", "last year of the mean", strconv.Itoa(x.To), "it is before the first, "+strconv.Itoa(x.From))
		}
	}
	for i, m := range x.Gases {
		switch {
		case m.gas.IsZero():
			faults.Refuse("", "gas", m.String(), "say the gas, as in 0.4567 t CO2")
		case m.Sign() < 0:
			faults.Refuse("", "gas", m.String(), "0 or more is allowed")
		case i > 0 && x.Gases[i-1].gas == m.gas:
			faults.Refuse("", "gas", m.gas.String(), "it is given twice: one is allowed")
		}
	}
	return faults
}

// like refuses a factor of another metric or other gases than the first has.
func (x *Factor) like(first *Factor) error {
	if len(x.Gases) == 0 && len(first.Gases) == 0 {
		return x.CO2e.mismatch(first.CO2e)
	}
	if !slices.EqualFunc(x.Gases, first.Gases, func(a, b Mass) bool { return a.gas == b.gas }) {
		return Refusal("", "factor", x.what(), "the first factor is of "+first.what()+": one series has one set of gases, or one metric")
	}
	return nil
}

// what names the gases of a factor, or its metric.
func (x *Factor) what() string {
	if len(x.Gases) == 0 {
		return "CO2e (" + x.CO2e.Metric().String() + ")"
	}
	names := make([]string, len(x.Gases))
	for i, m := range x.Gases {
		names[i] = m.gas.String()
	}
	return strings.Join(names, ", ")
}

// share copies what a holder of the factor could otherwise change.
func (x Factor) share() Factor {
	x.Gases = slices.Clone(x.Gases)
	return x
}
