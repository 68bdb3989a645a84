package budget

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Geometric is the constant ratio from year to year whose calendar years add
// up to the budget, for good. It is discrete:
//
//	E_k = E0 × q^k     q = 1 - E0/R     if the start counts
//	                   q = R/(E0 + R)   if the budget begins the year after
//
// A budget with a last year is not all spent by it; see [ConstantRate].
var Geometric = Form{geometricForm}

var geometricForm = &form{name: words.Term{En: "geometric", Ko: "등비"}, formula: "E0 × q^k", counting: Discrete,
	source: "geometric series without end", solve: geometric}

func geometric(t terms) (curve, error) {
	rest := t.counted()
	if rest.IsNegative() {
		return curve{}, tooEarly(t)
	}
	q := rest.DivRound(rest.Add(t.e0), workPlaces)
	c := powers(t, q)
	c.needs = []derivation.Step{t.rest(), ratioStep("q", formed.ratio, "r / (r + E0)", q)}
	c.formula = "down(round(E0 × (r / (r + E0))^(y - s); 40); 12)"
	return c, nil
}

// powers is E0 × q^k.
func powers(t terms, q decimal.Decimal) curve {
	power := decimal.New(1, 0)
	values := make([]decimal.Decimal, t.span()+1)
	for k := range values {
		values[k] = settle(t.e0.Mul(power))
		power = power.Mul(q).Round(workPlaces)
	}
	zero := ghg.Undefined(never)
	if q.IsZero() {
		zero = ratio(decimal.New(1, 0))
	}
	return curve{
		at:     func(k int) decimal.Decimal { return values[k] },
		rate:   ratio(decimal.New(1, 0).Sub(q)),
		zero:   zero,
		exact:  true,
		zeroAt: "1",
	}
}

// ConstantRate is the constant ratio from year to year whose calendar years,
// to the budget's last, add up to it. It is discrete:
//
//	E_k = E0 × q^k     Σ E0 × q^k over the years that count = R
//
// q is found by bisection and rounded down to 40 decimal places. The budget
// needs a last year, and a budget that allows E0 a year and more is refused, as
// no cut is needed to keep it.
var ConstantRate = Form{&form{name: words.Term{En: "constant rate", Ko: "일정 감축률"},
	formula:  "E0 × q^k, with Σ E0 × q^k over the years that count = R",
	counting: Discrete, source: "geometric series with a last year", solve: constantRate}}

func constantRate(t terms) (curve, error) {
	years := t.span()
	if t.inside {
		years++
	}
	switch most := t.e0.Mul(whole(years)); {
	case !t.ends:
		return curve{}, errors.New("it needs a last year, and the budget is for good: use budget.Geometric")
	case t.counted().IsNegative():
		return curve{}, tooEarly(t)
	case t.span() == 0:
		return curve{}, errors.New("the start is the only year that counts: there is no year to cut in")
	case t.r.GreaterThan(most):
		return curve{}, errors.New("the budget allows the emissions of the start in every year and more: no cut is needed to keep it")
	}
	// q is low × 10^-40; the sum at low fits the budget, that at high does not.
	low, high := decimal.Decimal{}, decimal.New(1, snapPlaces).Add(decimal.New(1, 0))
	for two := decimal.New(2, 0); high.Sub(low).GreaterThan(decimal.New(1, 0)); {
		mid, _ := low.Add(high).QuoRem(two, 0)
		if t.e0.Mul(t.seriesUp(mid.Shift(-snapPlaces))).GreaterThan(t.r) {
			high = mid
		} else {
			low = mid
		}
	}
	q := low.Shift(-snapPlaces)
	c := powers(t, q)
	c.needs = []derivation.Step{{Symbol: "q", What: formed.ratio, Kind: derivation.Solved, Formula: "sum(i = f..l: E0 × q^(i - s)) - R",
		Rounding: derivation.Rounding{Mode: derivation.Down, Places: snapPlaces}, Values: []derivation.Value{derivation.Number(q)}}}
	c.formula = "down(round(E0 × q^(y - s); 40); 12)"
	return c, nil
}

// seriesUp is Σ q^k over the years that count, rounded up.
func (t terms) seriesUp(q decimal.Decimal) decimal.Decimal {
	sum := decimal.Decimal{}
	one := decimal.New(1, 0)
	for range t.span() {
		sum = sum.Add(one).Mul(q).RoundUp(workPlaces)
	}
	if t.inside {
		sum = sum.Add(one)
	}
	return sum
}
