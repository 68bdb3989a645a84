package budget

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Linear is the straight line whose triangle has the area of the budget. It is
// continuous, and reaches zero after 2R/E0 years:
//
//	E(t) = E0 - E0²/(2R) × t
var Linear = Form{&form{name: words.Term{En: "linear", Ko: "선형"}, formula: "E0 - E0²/(2R) × t", counting: Continuous,
	source: "area of a triangle; so used by klimawatch (Münster)", discrete: LinearYears.def, solve: linear}}

func linear(t terms) (curve, error) {
	double := t.r.Add(t.r)
	return curve{
		at: func(k int) decimal.Decimal {
			left := double.Sub(t.e0.Mul(whole(k)))
			if !left.IsPositive() {
				return decimal.Decimal{}
			}
			return floorQuotient(t.e0.Mul(left), double, target.PathwayPlaces)
		},
		rate:    ghg.Undefined(varies),
		zero:    ghg.Quotient(double, t.e0, ""),
		needs:   []derivation.Step{yearly("slope", formed.slope, "-E0^2 / (2 × R)", t.e0.Mul(t.e0).Neg(), double)},
		formula: "max(0; E0 - E0^2 / (2 × R) × (y - s))",
		zeroAt:  "2 × R / E0",
	}, nil
}

// LinearYears is the straight line whose calendar years add up to the budget.
// It is discrete. The step d follows from the n years with emissions after the
// start, where R' is what the budget leaves for them: R, or R - E0 if the
// start counts:
//
//	E_k = E0 - d × k        n = 2R'/E0 rounded up,  d = 2(nE0 - R')/(n(n + 1))
var LinearYears = Form{&form{name: words.Term{En: "linear by calendar years", Ko: "선형(역년)"},
	formula:  "E0 - d × k, d = 2(n × E0 - R')/(n(n + 1)), n = 2R'/E0 rounded up",
	counting: Discrete, source: "arithmetic series", solve: linearYears}}

func linearYears(t terms) (curve, error) {
	rest := t.counted()
	if rest.IsNegative() {
		return curve{}, tooEarly(t)
	}
	n := ceilQuotient(rest.Add(rest), t.e0)
	below := n.Mul(n.Add(decimal.New(1, 0)))
	full := t.e0.Mul(n)
	over := full.Sub(rest)
	over = over.Add(over)
	c := curve{
		at: func(k int) decimal.Decimal {
			switch years := whole(k); {
			case k == 0:
				return t.e0.RoundFloor(target.PathwayPlaces)
			case years.GreaterThan(n):
				return decimal.Decimal{}
			default:
				return floorQuotient(t.e0.Mul(below).Sub(over.Mul(years)), below, target.PathwayPlaces)
			}
		},
		rate:    ghg.Undefined(varies),
		zero:    ratio(n.Add(decimal.New(1, 0))),
		needs:   []derivation.Step{t.rest(), number("n", formed.years, "-down(-2 × r / E0; 0)", n)},
		formula: "E0 × (y = s)",
		zeroAt:  "n + 1",
	}
	if n.IsPositive() {
		c.needs = append(c.needs, yearly("d", formed.step, "2 × (n × E0 - r) / (n × (n + 1))", over, below))
		c.formula = "max(0; E0 - 2 × (n × E0 - r) / (n × (n + 1)) × (y - s))"
	}
	return c, nil
}

// ceilQuotient is a/b rounded up to a whole number, for a of at least 0 and b
// above zero.
func ceilQuotient(a, b decimal.Decimal) decimal.Decimal {
	q, r := a.QuoRem(b, 0)
	if r.IsPositive() {
		q = q.Add(decimal.New(1, 0))
	}
	return q
}
