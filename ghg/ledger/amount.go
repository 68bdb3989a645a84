package ledger

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// amount is what a row adds: n × 10^exp tonnes, or n × factor × 10^exp, or a long number.
type amount struct {
	n, factor         int64
	tonnes            decimal.Decimal // where it is long
	exp               int32
	isProduct, isLong bool
}

// amountOfMass is a mass of a gas, or the fault of one that may not enter.
func amountOfMass(gas ghg.Gas, m ghg.Mass) (amount, error) {
	if _, err := m.Of(gas); err != nil {
		return amount{}, ghg.Fault{Code: ghg.FaultMismatch, Field: "gas", Value: gas.String(),
			Detail: "the value is a mass of " + m.Gas().String()}
	}
	tonnes := m.Tonnes()
	if n, exp, fits := small(tonnes); fits {
		return amount{n: n, exp: exp}, nil
	}
	if err := exact.Check(tonnes); err != nil {
		return amount{}, ghg.Fault{Code: ghg.FaultNumber, Field: "value", Detail: err.Error()}
	}
	return amount{tonnes: tonnes, isLong: true}, nil
}

// amountOfRecord is the mass of a record, or the fault of one that sums of a scheme do not hold.
func amountOfRecord(scheme ghg.SchemeID, r *ghg.Record) (amount, error) {
	n, exp, ok := r.MassWord()
	if ok && n < tenTo18 && n > -tenTo18 && exp <= 0 && exp >= -exact.MaxExponent && r.Category.Scheme == scheme {
		return amount{n: n, exp: exp}, nil
	}
	m, ok := heldMass(scheme, r)
	if !ok {
		return amount{}, ghg.Fault{Code: ghg.FaultMismatch, Field: "value", Value: r.Value.String(), Place: r.Place, Period: r.Period,
			Detail: "sums hold masses of gases in their own scheme, and no notation keys, missing values, CO2e or defaults"}
	}
	return amountOfMass(r.Gas, m)
}

// tenTo18 is above what a column holds.
const tenTo18 = 1_000_000_000_000_000_000

// heldMass is the mass of a record, if the sums of a scheme hold all that it says: it is in their
// scheme, no part of what there is, and neither a provider's default nor in the stead of one.
func heldMass(scheme ghg.SchemeID, r *ghg.Record) (m ghg.Mass, ok bool) {
	m, ok = r.Value.Mass()
	entry := r.Value.Entry()
	return m, ok && r.Category.Scheme == scheme && r.Value.Key() == ghg.KeyNone && (entry == ghg.NoEntry || entry == ghg.Confirmed)
}

// amountOfProduct is activity × factor, or the fault of what may not enter.
func amountOfProduct(activity, factor decimal.Decimal) (amount, error) {
	a, exp, fitsA := small(activity)
	f, expF, fitsF := small(factor)
	if fitsA && fitsF && exp+expF >= -exact.MaxExponent {
		return amount{n: a, factor: f, exp: exp + expF, isProduct: true}, nil
	}
	for _, x := range [...]struct {
		field string
		n     decimal.Decimal
	}{{"activity", activity}, {"factor", factor}} {
		if err := exact.Check(x.n); err != nil {
			return amount{}, ghg.Fault{Code: ghg.FaultNumber, Field: x.field, Detail: err.Error()}
		}
	}
	tonnes := activity.Mul(factor)
	if err := exact.Check(tonnes); err != nil {
		return amount{}, ghg.Fault{Code: ghg.FaultNumber, Field: "activity", Detail: fmt.Sprintf("activity × factor: %v", err)}
	}
	return amount{tonnes: tonnes, isLong: true}, nil
}

// small is a decimal as a word × 10^exp, with exp at most 0, where it has at most 18 digits
// and no more places than may enter.
func small(d decimal.Decimal) (n int64, exp int32, ok bool) {
	const most = 18
	exp = d.Exponent()
	if exp < -exact.MaxExponent || exp > most || d.NumDigits()+max(0, int(exp)) > most {
		return 0, 0, false
	}
	n = d.CoefficientInt64()
	for ; exp > 0; exp-- {
		n *= 10
	}
	return n, exp, true
}
