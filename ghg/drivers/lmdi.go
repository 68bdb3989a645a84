package drivers

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// EffectPlaces is the precision, in decimal places of the unit of the identity,
// that the effect of a factor in a category and step is held to. It is eight
// places beyond the 12 of other results, as effects are added up: over all the
// categories, uses and years that there can be, a sum is right to 12.
const EffectPlaces = 20

// How far an effect is computed before it is rounded: guardDigits beyond its
// places, and workingDigits in all where the amounts are small.
const (
	guardDigits   = 12
	workingDigits = 28
)

// change is what one category changed between two years, split into effects.
type change struct {
	from, to row
	raw      []decimal.Decimal // effects before rounding
	effects  []decimal.Decimal // rounded; they add up to the change of the product
}

// newChange decomposes the change of one category.
func newChange(from, to row) (change, error) {
	total, places := to.product.Sub(from.product), int32(EffectPlaces)
	if from.isStated() || to.isStated() {
		total = total.Round(places) // the rest stays with what is unexplained anyway
	} else {
		places = max(places, -total.Exponent())
	}
	raw, err := effects(from, to, places)
	if err != nil {
		return change{}, fmt.Errorf("%s: %w", words.Quote(from.category), err)
	}
	c := change{from, to, raw, make([]decimal.Decimal, len(raw))}
	left := total
	for j, z := range raw {
		c.effects[j] = z.Round(places)
		left = left.Sub(c.effects[j])
	}
	if left.IsZero() {
		return c, nil // the largest remainders were rounded up, which is most often so
	}
	if c.effects, err = exact.CloseTo(raw, total, places); err != nil {
		return change{}, fmt.Errorf("%s: %w", words.Quote(from.category), err)
	}
	return c, nil
}

// unexplained is what the stated amounts changed beyond the effects.
func (c change) unexplained() decimal.Decimal {
	rest := c.to.stated.Sub(c.from.stated)
	for _, z := range c.effects {
		rest = rest.Sub(z)
	}
	return rest
}

// began and ended report whether the category has a product in one of the two
// years only.
func (c change) began() bool { return c.from.product.IsZero() && !c.to.product.IsZero() }
func (c change) ended() bool { return !c.from.product.IsZero() && c.to.product.IsZero() }

// effects are the effects of the factors of one category, one by one
//
//	Z = L(vT, v0) ln(xT/x0), with L(a, b) = (a - b)/ln(a/b) and L(a, a) = a
//
// unrounded. Where v0 or vT is zero they are the limits that Ang, Zhang and
// Choi (1998) give:
//
//	v0  vT  x0  xT   effect of x
//	 0   +   0   +    vT          the category begins, and x is why
//	 +   0   +   0   -v0          the category ends, and x is why
//	 0   +   +   +    0           it begins for another reason
//	 +   0   +   +    0           it ends for another reason
//	 0   0   any      0           four cases: there is nothing to explain
//
// Where k factors are zero in the year without emissions, each has the k-th
// part: the limit when they go to zero together. A quotient 0/0 is no cause.
func effects(from, to row, places int32) ([]decimal.Decimal, error) {
	v0, vT := from.product, to.product
	delta := vT.Sub(v0)
	switch {
	case v0.IsZero() && vT.IsZero():
		return make([]decimal.Decimal, len(from.ratios)), nil
	case v0.IsZero():
		return equalParts(delta, from.ratios, places)
	case vT.IsZero():
		return equalParts(delta, to.ratios, places)
	}
	// With l = ln(xT/x0) and u = Σ l = ln(vT/v0), Z = (vT - v0) l/u. The first
	// digits of l that cancel in u, where v0 and vT hardly differ, are computed
	// on top of those that are needed.
	size := max(magnitude(v0), magnitude(vT))
	cancelled := int32(0)
	if !delta.IsZero() {
		cancelled = max(size-magnitude(delta), 0)
	}
	digits := max(workingDigits, guardDigits+places+size) + cancelled
	logs := make([]decimal.Decimal, len(from.ratios))
	var u decimal.Decimal
	for j := range logs {
		a, b := from.ratios[j], to.ratios[j]
		l, err := exact.LnQuotient(b.n.Mul(a.d), b.d.Mul(a.n), digits)
		if err != nil {
			return nil, err
		}
		logs[j] = l
		u = u.Add(l)
	}
	for j, l := range logs {
		if delta.IsZero() {
			logs[j] = v0.Mul(l)
			continue
		}
		z, err := exact.Quotient(delta.Mul(l), u, fine(delta, places))
		if err != nil {
			return nil, err
		}
		logs[j] = z
	}
	return logs, nil
}

// fine is the number of decimal places that a part of an amount is computed to
// before it is rounded.
func fine(amount decimal.Decimal, places int32) int32 {
	return max(guardDigits+places, workingDigits-magnitude(amount))
}

// equalParts gives each factor that is zero its part of an amount.
func equalParts(amount decimal.Decimal, at []ratio, places int32) ([]decimal.Decimal, error) {
	k := int64(0)
	for _, r := range at {
		if r.isZero() {
			k++
		}
	}
	part, err := exact.Quotient(amount, decimal.NewFromInt(k), fine(amount, places))
	if err != nil {
		return nil, err
	}
	out := make([]decimal.Decimal, len(at))
	for j, r := range at {
		if r.isZero() {
			out[j] = part
		}
	}
	return out, nil
}
