package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Allowance is what a year may emit under a plan (목표허용량, 감축 후 배출량) and what it
// emitted. Cities publish an attainment of it (목표허용량 달성률) without its formula: two fit,
// and neither is the default. It is no attainment of reductions: 262,600 t cut of 255,600 t
// planned are 102.7 % of that.
type Allowance struct{ Allowed, Actual ghg.CO2e }

var two = decimal.New(2, 0)

// AllowedToActual is allowed / actual emissions (허용량/배출량).
func (a Allowance) AllowedToActual() ghg.Ratio {
	return a.rate(func(allowed, actual decimal.Decimal) ghg.Ratio {
		return ghg.Quotient(allowed, actual, "nothing was emitted")
	})
}

// LessExcess is 2 − actual / allowed emissions (2 − 배출량/허용량): 1 less the share by which
// what was allowed is exceeded.
func (a Allowance) LessExcess() ghg.Ratio {
	return a.rate(func(allowed, actual decimal.Decimal) ghg.Ratio {
		return ghg.Quotient(allowed.Mul(two).Sub(actual), allowed, "nothing is allowed")
	})
}

func (a Allowance) rate(of func(allowed, actual decimal.Decimal) ghg.Ratio) ghg.Ratio {
	if a.Allowed.IsUnset() || a.Actual.IsUnset() {
		return ghg.Undefined("what is allowed and what was emitted are needed")
	}
	if _, err := a.Allowed.Sub(a.Actual); err != nil {
		return ghg.Undefined(err.Error())
	}
	if a.Allowed.Sign() < 0 || a.Actual.Sign() < 0 {
		return ghg.Undefined("of what is below 0 no share is taken")
	}
	return of(a.Allowed.Tonnes(), a.Actual.Tonnes())
}

// ImpliedAllowance is what a year would have been allowed, if a published attainment were
// [Allowance.AllowedToActual] and if it were [Allowance.LessExcess].
type ImpliedAllowance struct{ ByAllowedToActual, ByLessExcess ghg.CO2e }

// ImpliedAllowanceOf works out what a published attainment implies of what was emitted, the
// second rounded once to 12 decimal places of a tonne:
//
//	actual × rate        actual / (2 − rate)
//
// The rate is above 0 and below 200 %.
func ImpliedAllowanceOf(actual ghg.CO2e, rate ghg.Share) (ImpliedAllowance, error) {
	left := two.Sub(rate.Fraction())
	if actual.Sign() < 0 || actual.IsUnset() || rate.Fraction().Sign() <= 0 || left.Sign() <= 0 {
		return ImpliedAllowance{}, refused("allowance", "rate", rate.String(),
			"emissions of 0 or more, and a rate above 0 and below 200% are needed")
	}
	first, err := actual.Scale(rate.Fraction())
	if err != nil {
		return ImpliedAllowance{}, err
	}
	t, err := exact.Quotient(actual.Tonnes(), left, heldPlaces)
	if err != nil {
		return ImpliedAllowance{}, err
	}
	second, err := ghg.NewCO2e(t, ghg.Tonne, actual.Metric())
	return ImpliedAllowance{first, second}, err
}
