package budget

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Exponential is the decay whose area, for good, is the budget. It is
// continuous; [Geometric] is its discrete counterpart:
//
//	E(t) = E0 × e^(-E0 t/R)
var Exponential = Form{&form{name: words.Term{En: "exponential", Ko: "지수"}, formula: "E0 × e^(-E0 t/R)", counting: Continuous,
	source: "integral of the exponential; so used by Klimatkollen", discrete: geometricForm, solve: exponential}}

func exponential(t terms) (curve, error) {
	q, err := exact.Exp(t.e0.DivRound(t.r, workPlaces).Neg(), workPlaces)
	if err != nil {
		return curve{}, err
	}
	c := powers(t, q)
	c.needs = []derivation.Step{ratioStep("q", formed.ratio, "exp(-E0 / R)", q)}
	c.formula = "down(round(E0 × exp(-E0 × (y - s) / R); 40); 12)"
	c.zero = ghg.Undefined(never) // even where the first year's q shows as 0
	return c, nil
}

// Cubic is the curve that ends in a year with a slope of zero, and whose area
// is the budget. It is continuous. T is the number of years from the start to
// the zero year:
//
//	E(t) = E0 s² + k s²(1 - s)     s = 1 - t/T,  k = 12(R/T - E0/3)
//
// since the area of E0 s² is E0 T/3 and that of k s²(1 - s) is k T/12. A zero
// year so late that the curve would go below zero first, T > 4R/E0, is refused.
// One so early that it first rises, T < 2R/E0, is a [FindingPathRises].
func Cubic(zero int) Form {
	return Form{&form{name: filled(words.Term{En: "cubic to zero in %d", Ko: "3차(%d년에 0)"}, zero),
		formula:  "E0 s² + k s²(1 - s), s = 1 - t/T, k = 12(R/T - E0/3)",
		counting: Continuous, source: "integral of the polynomial", solve: func(t terms) (curve, error) { return cubic(t, zero) }}}
}

func cubic(t terms, zero int) (curve, error) {
	if zero <= t.start || zero > ghg.LastYear {
		return curve{}, fmt.Errorf("the zero year %d must lie after the start in %d, and not after %d", zero, t.start, ghg.LastYear)
	}
	span := whole(zero - t.start)
	spent, four := t.e0.Mul(span), decimal.New(4, 0)
	if spent.GreaterThan(t.r.Mul(four)) {
		return curve{}, fmt.Errorf("the zero year %d is too late: "+
			"the curve would go below zero first; a year at most 4R/E0 = %s years after the start is allowed",
			zero, floorQuotient(t.r.Mul(four), t.e0, 2))
	}
	// E = (T - t)² (E0 T² + kT t)/T⁴, with kT = 12R - 4 E0 T.
	kT := t.r.Mul(decimal.New(12, 0)).Sub(spent.Mul(four))
	square := span.Mul(span)
	return curve{
		at: func(k int) decimal.Decimal {
			years := whole(k)
			left := span.Sub(years)
			if !left.IsPositive() {
				return decimal.Decimal{}
			}
			return floorQuotient(left.Mul(left).Mul(t.e0.Mul(square).Add(kT.Mul(years))), square.Mul(square), target.PathwayPlaces)
		},
		rate:  ghg.Undefined(varies),
		zero:  ratio(span),
		rises: spent.LessThan(t.r.Add(t.r)),
		needs: []derivation.Step{{Symbol: "T", What: formed.span, Values: []derivation.Value{derivation.Number(span)}},
			yearly("k", formed.bend, "12 × (R / T - E0 / 3)", kT, span)},
		formula: "max(0; T - (y - s))^2 × (E0 × T^2 + (12 × R - 4 × E0 × T) × (y - s)) / T^4",
		zeroAt:  "T",
	}, nil
}

// CappedDecay is the decay that starts with a given slope and whose area, for
// good, is the budget. It is continuous. The slope r is a share of E0 a year,
// from -100% to 100%, with 0% for a start on the level; T is R/E0:
//
//	E(t) = E0 (1 + (m + r)t) e^(-mt)     m = (1 + √(1 + rT))/T
//
// The area is E0 (1/m + (m + r)/m²) = R. A start that falls faster than the
// exponential, r < -1/T, has no such curve and is refused.
func CappedDecay(slope ghg.Share) Form {
	return Form{&form{name: filled(words.Term{En: "capped decay, initial slope %s a year", Ko: "상한 감쇠(초기 기울기 연 %s)"}, slope),
		formula:  "E0 (1 + (m + r)t) e^(-mt), m = (1 + √(1 + rT))/T, T = R/E0",
		counting: Continuous, source: "Raupach et al. (2014); so used by PyPSA-Eur",
		solve: func(t terms) (curve, error) { return cappedDecay(t, slope) }}}
}

// cappedRate is m of a capped decay, of slope g.
const cappedRate = "(1 + root(1 + g × R / E0; 2)) × E0 / R"

func cappedDecay(t terms, slope ghg.Share) (curve, error) {
	one, r := decimal.New(1, 0), slope.Fraction()
	switch {
	case slope.IsUnset():
		return curve{}, fmt.Errorf("state the initial slope, such as ghg.MustShare(\"0%%\")")
	case r.Abs().GreaterThan(one):
		return curve{}, fmt.Errorf("an initial slope of %s a year: -100%% to 100%% are allowed", slope)
	case r.Mul(t.r).Add(t.e0).IsNegative():
		return curve{}, fmt.Errorf("an initial slope of %s a year falls faster than the exponential path: at least -E0/R = -%s a year is allowed",
			slope, ghg.Quotient(t.e0, t.r, "").Percent(2))
	}
	root, err := exact.Root(one.Add(r.Mul(t.r).DivRound(t.e0, workPlaces)), 2, workPlaces)
	if err != nil {
		return curve{}, err
	}
	m := t.e0.Mul(one.Add(root)).DivRound(t.r, workPlaces)
	x, err := exact.Exp(m.Neg(), workPlaces)
	if err != nil {
		return curve{}, err
	}
	power := one
	values := make([]decimal.Decimal, t.span()+1)
	for k := range values {
		values[k] = settle(t.e0.Mul(one.Add(m.Add(r).Mul(whole(k)))).Mul(power))
		power = power.Mul(x).Round(workPlaces)
	}
	return curve{
		at:    func(k int) decimal.Decimal { return values[k] },
		rate:  ghg.Undefined(varies),
		zero:  ghg.Undefined(never),
		rises: r.IsPositive(),
		needs: []derivation.Step{{Symbol: "T", What: formed.span, Kind: derivation.Computed, Formula: "R / E0",
			Rounding: derivation.ToPlaces(target.PathwayPlaces), Values: []derivation.Value{derivation.Number(t.r.DivRound(t.e0,
				target.PathwayPlaces))}},
			{Symbol: "g", What: formed.initial, Values: []derivation.Value{derivation.Number(r)}}, computed("m", formed.decay, cappedRate,
				m.Round(20), derivation.ToPlaces(20))},
		formula: "down(round(E0 × (1 + (" + cappedRate + " + g) × (y - s)) × exp(-(" + cappedRate + ") × (y - s)); 40); 12)",
		exact:   true,
	}, nil
}
