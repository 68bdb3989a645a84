package target

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Geometric falls by the same share of the year before from each level of a
// target to its next:
//
//	v = a × (z/a)^((y - ya) / (yz - ya))
//
// Both levels must be above zero: a constant share never takes emissions to
// zero. [GeometricTo] leads to a residual instead.
var Geometric = Pathway{&pathway{name: "geometric", nameKo: "등비", formula: "a × (z/a)^((y - ya) / (yz - ya))", between: geometric,
	rule: func(_, _ point, _ string) rule { return geometricRule }}}

func geometric(a, z point, year int, _ decimal.Decimal, r *lastRoot) (num, den decimal.Decimal, err error) {
	if !a.value.IsPositive() || !z.value.IsPositive() {
		return num, den, fmt.Errorf("a constant share a year cannot lead from %s to %s; "+
			"use target.Linear, or target.GeometricTo a residual", a.text, z.text)
	}
	q, err := r.growth(a.value, z.value, year-a.year, z.year-a.year)
	return a.value.Mul(q), one, err
}

// lastRoot is the root that was taken last: the years between two levels share one.
type lastRoot struct {
	ratio, root decimal.Decimal
	n           int
}

// growth is (z/a)^(k/n), to [powerPlaces] decimal places of the root.
func (r *lastRoot) growth(a, z decimal.Decimal, k, n int) (decimal.Decimal, error) {
	ratio, err := exact.Quotient(z, a, rootPlaces)
	if err != nil {
		return ratio, err
	}
	if n != r.n || !ratio.Equal(r.ratio) {
		root, err := exact.Root(ratio, n, powerPlaces)
		if err != nil {
			return root, err
		}
		*r = lastRoot{ratio, root, n}
	}
	return power(r.root, k), nil
}

// GeometricTo is [Geometric] to a residual: the emissions, as a share of the
// base, that will be left and met by removals. On the way to a level below the
// residual, the pathway leads to the residual; from the year before to the year
// of the level it falls by what removals are to balance. From a level that is
// below the residual already it does not rise. The share lies above 0 and below
// 100 %; a goal without a base year has no such pathway.
func GeometricTo(residual ghg.Share) (Pathway, error) {
	share := residual.Fraction()
	if err := exact.Check(share); err != nil {
		return Pathway{}, fmt.Errorf("residual: %w", err)
	}
	if !share.IsPositive() || !share.LessThan(one) {
		return Pathway{}, ghg.Refusal("pathway to a residual", "residual", residual.String(),
			"a share of the base above 0% and below 100% is needed")
	}
	return Pathway{&pathway{name: "geometric to a residual of " + residual.String(), nameKo: "잔여배출량 " + residual.String() + "까지 등비",
		formula: "a × (max(z, min(a, r))/a)^((y - ya) / (yz - ya)), r = " + residual.String() + " of the base",
		rule: func(_, _ point, base string) rule {
			return rule{"a × (max(z; min(a; r)) / a)^((y - ya) / (yz - ya))", []derivation.Step{{Symbol: "r", What: what.residual,
				Kind: derivation.Computed, Formula: exact.Text(share) + " × " + base, Values: []derivation.Value{derivation.Number(share)}}}}
		},
		between: func(a, z point, year int, base decimal.Decimal, r *lastRoot) (num, den decimal.Decimal, err error) {
			if !base.IsPositive() {
				return num, den, errors.New("the goal states no base year to take a residual of")
			}
			z.value = decimal.Max(z.value, decimal.Min(a.value, base.Mul(share)))
			return geometric(a, z, year, base, r)
		}}}, nil
}

// GeometricBlend is a path to a level that a constant share cannot reach: the
// geometric path to a fraction of the level before, less a straight line that
// takes away what is left of it.
//
//	v = a × q^k - (a × limit - z) × k/n    q = limit^(1/n), k = y - ya, n = yz - ya
//
// Where z is at least a × limit it is [Geometric], and from a level that is not above
// zero there is no such path. The limit is a choice, not a
// finding: the ITR tool of OS-Climate uses 1/11.11 (its projection of targets to
// net zero), given here as the divisor 11.11. The divisor is above 1.
func GeometricBlend(divisor decimal.Decimal) (Pathway, error) {
	if err := exact.Check(divisor); err != nil {
		return Pathway{}, fmt.Errorf("divisor: %w", err)
	}
	if !divisor.GreaterThan(one) {
		return Pathway{}, ghg.Refusal("pathway blended to zero", "divisor", divisor.String(),
			"a number above 1 is needed")
	}
	return Pathway{&pathway{name: "geometric, blended to zero by 1/" + divisor.String(), nameKo: "0까지 등비·직선 혼합(1/" + divisor.String() + ")",
		formula: "a × d^(-k/n) - (a/d - z) × k/n, k = y - ya, n = yz - ya, d = " + divisor.String(),
		rule: func(a, z point, _ string) rule {
			if z.value.Mul(divisor).GreaterThanOrEqual(a.value) {
				return geometricRule
			}
			return rule{"a × d^(-(y - ya) / (yz - ya)) - (a / d - z) × (y - ya) / (yz - ya)",
				[]derivation.Step{{Symbol: "d", What: what.divisor, Values: []derivation.Value{derivation.Number(divisor)}}}}
		},
		between: func(a, z point, year int, base decimal.Decimal, r *lastRoot) (num, den decimal.Decimal, err error) {
			if !a.value.IsPositive() || z.value.Mul(divisor).GreaterThanOrEqual(a.value) { // which refuses a level that is not above 0
				return geometric(a, z, year, base, r)
			}
			k, n := year-a.year, z.year-a.year
			q, err := r.growth(divisor, one, k, n)
			if err != nil {
				return num, den, err
			}
			// over d × n: a q^k - (a/d - z) k/n
			num = a.value.Mul(q).Mul(divisor).Mul(years(n)).Sub(a.value.Sub(z.value.Mul(divisor)).Mul(years(k)))
			return num, divisor.Mul(years(n)), nil
		}}}, nil
}
