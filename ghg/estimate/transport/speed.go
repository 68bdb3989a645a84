package transport

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Form is how a factor depends on speed.
type Form uint8

// The forms.
const (
	Power     Form = iota + 1 // a·v^b
	Quadratic                 // a·v² + b·v + c
	Linear                    // b·v + c
	Inverse                   // b/v + c
)

var forms = [...]words.Term{
	{En: "form not stated", Ko: "함수형 미기재"}, {En: "power", Ko: "거듭제곱식"}, {En: "quadratic", Ko: "이차식"}, {En: "linear", Ko: "일차식"},
	{En: "inverse", Ko: "반비례식"},
}

// index is the place in the list of names.
func (f Form) index() int {
	if int(f) >= len(forms) {
		return 0
	}
	return int(f)
}

// String is the name in English: "quadratic".
func (f Form) String() string { return forms[f.index()].En }

// Korean is the name in Korean.
func (f Form) Korean() string { return forms[f.index()].Ko }

// Curve is a factor per distance as a function of speed: grams of the gas per vehicle-km, of
// v in km/h. The zero Curve is none.
type Curve struct {
	Form     Form
	A, B, C  decimal.Decimal
	From, To decimal.Decimal // the speeds that it holds for, in km/h; 0 and 0 where its source does not say
	Source   string
}

// IsZero reports whether there is no curve.
func (c Curve) IsZero() bool { return c.Form == 0 }

// powerPlaces are the decimal places of ln(v) and of v^b, to which they are rounded.
const powerPlaces = 30

// FindingSpeedRange is the code of the finding that the source of a curve does not say for which
// speeds it holds.
const FindingSpeedRange = "speed-range-not-stated"

var (
	coefficientOf = words.Term{En: "coefficient %s", Ko: "계수 %s"}
	logOfSpeed    = words.Term{En: "logarithm of the speed", Ko: "속도의 로그"}
	oneOfSpeed    = words.Term{En: "unit of the speed", Ko: "속도의 단위"}
	powerOfSpeed  = words.Term{En: "power of the speed", Ko: "속도의 거듭제곱"}
	noRange       = words.Term{En: "the source of the curve does not say for which speeds it holds; %s km/h is used",
		Ko: "속도식의 적용 속도 범위가 원자료에 없음: %s km/h 적용"}
)

// speed is the speed of one class of vehicles on a worksheet.
type speed struct {
	w      *estimate.Worksheet
	suffix string
	v      decimal.Decimal
	log    decimal.Decimal
	logged bool
	noted  bool
}

var kmPerHour = estimate.RateUnitOf("km/h")

// perKmH is what stands behind the unit of a coefficient of the speed.
const perKmH = "·h/km"

// ln is the logarithm of the speed, told once.
func (s *speed) ln() decimal.Decimal {
	if !s.logged {
		log, err := exact.Ln(s.v, powerPlaces)
		if err != nil {
			s.w.RefuseError("v"+s.suffix, s.v.String(), err)
		}
		s.w.Number("v0"+s.suffix, oneOfSpeed, kmPerHour().String(), "", one)
		s.log, s.logged = s.w.Computed("Ln"+s.suffix, logOfSpeed, "", "ln(v"+s.suffix+" / v0"+s.suffix+")",
			derivation.ToPlaces(powerPlaces), log), true
	}
	return s.log
}

// stands refuses a speed that a curve is not of.
func (s *speed) stands(c Curve) bool {
	switch {
	case s.w.Failed():
		return false
	case !s.v.IsPositive():
		s.w.Refuse("Speed"+s.suffix, s.v.String(), "above 0; a speed in km/h is accepted")
		return false
	case c.From.IsZero() && c.To.IsZero():
		if !s.noted {
			s.noted = true
			s.w.Remark(ghg.Finding{Code: FindingSpeedRange, Severity: ghg.Warning, Found: s.v.String() + " km/h"}.Said(noRange, s.v.String()))
		}
	case s.v.LessThan(c.From) || s.v.GreaterThan(c.To):
		s.w.Refuse("Speed"+s.suffix, s.v.String(), fmt.Sprintf("the curve is of speeds from %s to %s km/h: no other is accepted", c.From, c.To))
		return false
	}
	return true
}

// factor tells the factor of a gas at the speed, in grams per vehicle-km.
func (c Curve) factor(s *speed, gas string) decimal.Decimal {
	if !s.stands(c) {
		return decimal.Zero
	}
	w, v, end := s.w, "v"+s.suffix, "_"+gas+s.suffix
	unit, by := "g "+gas+"/vehicle-km", estimate.Exactly
	tell := func(name string, n decimal.Decimal, perSpeed string) string {
		w.Number(name+end, coefficientOf.With(name), unit+perSpeed, c.Source, n)
		return name + end
	}
	var formula string
	var n decimal.Decimal
	switch c.Form {
	case Power:
		log := s.ln()
		a, b := tell("a", c.A, ""), "b"+end
		w.Number(b, coefficientOf.With("b"), "", c.Source, c.B)
		p, err := exact.Exp(c.B.Mul(log), powerPlaces)
		if err != nil {
			w.RefuseError(b, c.B.String(), err)
			return decimal.Zero
		}
		w.Computed("P"+end, powerOfSpeed, "", "exp("+b+" × Ln"+s.suffix+")", derivation.ToPlaces(powerPlaces), p)
		formula, n = a+" × P"+end, c.A.Mul(p)
	case Quadratic:
		formula = tell("a", c.A, perKmH+perKmH) + " × " + v + "^2 + " + tell("b", c.B, perKmH) + " × " + v + " + " + tell("c", c.C, "")
		n = c.A.Mul(s.v).Mul(s.v).Add(c.B.Mul(s.v)).Add(c.C)
	case Linear:
		formula = tell("b", c.B, perKmH) + " × " + v + " + " + tell("c", c.C, "")
		n = c.B.Mul(s.v).Add(c.C)
	case Inverse:
		formula, by = "("+tell("b", c.B, "·km/h")+" + "+tell("c", c.C, "")+" × "+v+") / "+v, estimate.Rounded
		n = w.Quotient(c.B.Add(c.C.Mul(s.v)), s.v)
	default:
		w.Refuse("Form"+end, c.Form.String(), "transport.Power, Quadratic, Linear or Inverse is accepted")
		return decimal.Zero
	}
	if n.IsNegative() {
		w.Refuse("Speed"+s.suffix, s.v.String(), "a speed at which the factor is not below 0 is accepted: the curve does not hold there")
		return decimal.Zero
	}
	return w.Computed("EF"+end, factorOf.With(gas), unit, formula, by, n)
}
