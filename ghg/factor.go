package ghg

import (
	"errors"
	"fmt"
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
func (x *Factor) check() error {
	byGas, hasCO2e := len(x.Gases) > 0, x.CO2e != CO2e{}
	switch {
	case byGas == hasCO2e:
		return errors.New("a factor is CO2e or masses of gases, one of the two")
	case x.CO2e.Sign() < 0:
		return fmt.Errorf("%s: 0 or more is allowed", x.CO2e)
	case x.Source == "":
		return errors.New("a source is needed, of the factor or of the series")
	case x.Published != Date{} && !x.Published.Valid():
		return fmt.Errorf("published %s: a day that exists is needed", x.Published)
	case x.From != 0 || x.To != 0:
		if err := errors.Join(CheckYear("first of the interval", x.From), CheckYear("last of the interval", x.To)); err != nil {
			return err
		}
		if x.To < x.From {
			return fmt.Errorf("a mean of %d to %d: the years must stand in this order", x.From, x.To)
		}
	}
	for i, m := range x.Gases {
		switch {
		case m.gas.IsZero():
			return fmt.Errorf("%s: say the gas, as in 0.4567 t CO2", m)
		case m.Sign() < 0:
			return fmt.Errorf("%s: 0 or more is allowed", m)
		case i > 0 && x.Gases[i-1].gas == m.gas:
			return &TwiceError{What: "gas", ID: m.gas.String()}
		}
	}
	return exact.CheckResult(x.CO2e.t)
}

// like refuses a factor of another metric or other gases than the first has.
func (x *Factor) like(first *Factor) error {
	if len(x.Gases) == 0 && len(first.Gases) == 0 {
		return x.CO2e.mismatch(first.CO2e)
	}
	if !slices.EqualFunc(x.Gases, first.Gases, func(a, b Mass) bool { return a.gas == b.gas }) {
		return fmt.Errorf("it is of %s, and the first factor is of %s: one series has one set of gases, or one metric", x.what(), first.what())
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
