package effect

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Logistic is the S-shaped ramp through two points: share a in the first year,
// share b in the second, both of the full effect and between 0 and 1, b above
// a. It has a closed form:
//
//	1/(1 + e^(-k(y - x0)))   k = (logit b - logit a)/(second - first)   x0 = first - logit a/k
//
// It nears 0 and 1 and never is there. What stands in the first year is part of
// it: a share of what has been done already is no effect of an action to come.
func Logistic(first int, a ghg.Share, second int, b ghg.Share) (Ramp, error) {
	const of = "logistic ramp"
	var faults ghg.Faults
	if wrong := faults.RefuseYear(of, "first year", first); !faults.RefuseYear(of, "second year", second) && !wrong && second <= first {
		faults.Refuse(of, "second year", strconv.Itoa(second), fmt.Sprintf("it comes after the first, %d", first))
	}
	for i, s := range []ghg.Share{a, b} {
		field := []string{"first share", "second share"}[i]
		if s.IsUnset() {
			faults.Refuse(of, field, "", "state it: above 0% and below 100% is allowed")
		} else if f := s.Fraction(); f.Sign() <= 0 || f.GreaterThanOrEqual(one) {
			faults.Refuse(of, field, s.String(),
				"above 0% and below 100% is allowed: the curve never reaches either")
		}
	}
	if !a.IsUnset() && !b.IsUnset() && b.Cmp(a) <= 0 {
		faults.Refuse(of, "second share", b.String(), fmt.Sprintf("above the first, %s, is allowed", a))
	}
	if err := faults.Err(); err != nil {
		return Ramp{}, err
	}
	l := logistic{first: first, second: second, a: a, b: b}
	var errA, errB error
	l.logitA, errA = logit(a)
	l.logitB, errB = logit(b)
	if err := errors.Join(errA, errB); err != nil {
		return Ramp{}, fmt.Errorf("logistic ramp: %w", err)
	}
	return Ramp{l}, nil
}

type logistic struct {
	first, second  int
	a, b           ghg.Share
	logitA, logitB decimal.Decimal // to workPlaces
}

// logit is ln(p/(1 - p)).
func logit(p ghg.Share) (decimal.Decimal, error) {
	return exact.LnQuotient(p.Fraction(), p.Complement().Fraction(), workPlaces)
}

func (l logistic) at(year int) (num, den decimal.Decimal, err error) {
	switch year { // as stated
	case l.first:
		return l.a.Fraction(), one, nil
	case l.second:
		return l.b.Fraction(), one, nil
	}
	rise := l.logitB.Sub(l.logitA).Mul(whole(year - l.first))
	x, err := exact.Quotient(rise, whole(l.second-l.first), workPlaces)
	if err != nil {
		return zero, one, err
	}
	x = x.Add(l.logitA)
	// e^-|x| is at most 1, however steep the curve.
	e, err := exact.Exp(x.Abs().Neg(), workPlaces)
	if err != nil {
		return zero, one, err
	}
	if x.IsNegative() {
		return e, one.Add(e), nil
	}
	return one, one.Add(e), nil
}

// parameters are the steepness k and the midpoint x0.
func (l logistic) parameters() (k, x0 decimal.Decimal, err error) {
	rise, span := l.logitB.Sub(l.logitA), whole(l.second-l.first)
	k, errK := exact.Quotient(rise, span, sharePlaces)
	x0, errX := exact.Quotient(l.logitA.Mul(span), rise, sharePlaces)
	return k, whole(l.first).Sub(x0), errors.Join(errK, errX)
}

// LogisticParameters are the steepness k a year and the midpoint x0, the moment
// in years at which half of the full effect stands, each rounded to
// 12 decimal places. They are false for a ramp that is not logistic.
func (r Ramp) LogisticParameters() (k, midpoint decimal.Decimal, ok bool) {
	l, ok := r.curve.(logistic)
	if !ok {
		return zero, zero, false
	}
	k, midpoint, err := l.parameters()
	return k, midpoint, err == nil
}

func (l logistic) String() string {
	return fmt.Sprintf("logistic through %s in %d and %s in %d", l.a, l.first, l.b, l.second)
}

func (l logistic) formula() string {
	k, x0, err := l.parameters()
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("1/(1 + e^(-k(y - x0))), k = %s, x0 = %s", k, x0)
}
