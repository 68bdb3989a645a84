package activity

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/shopspring/decimal"
)

// proportion is what a choice emits as a multiple of the amount, for rows by the thousand:
// every method here is a product of the amount and of what is the same in all rows of the
// choice. It has no rounding of its own: where an amount would be rounded in another way
// than the method does it, the method itself is asked.
type proportion struct{ lines []proportional }

type proportional struct {
	gas    ghg.Gas
	metric ghg.Metric // of CO2e of all gases; else the zero Metric
	fixed  ghg.Value  // a notation key

	// dozen is what 12 units of the amount emit, in tonnes, and one what 1 does, where that
	// has a last place. CO2 by 44/12 of carbon has one for every dozen.
	dozen, one decimal.Decimal
	exact      bool
}

var twelve = decimal.New(12, 0)

// proportionOf asks a method for 12 units; false where the answer says that it is no
// multiple, which it must prove by two amounts more.
func proportionOf(m made, unit ghg.Unit) (proportion, bool) {
	var p proportion
	e, ok := m.of(twelve, unit)
	if !ok {
		return p, false
	}
	for gas, v := range e.All() {
		l := proportional{gas: gas, fixed: v}
		if mass, isMass := v.Mass(); isMass {
			l.dozen = trimmed(mass.Tonnes())
		} else if c, isCO2e := v.CO2e(); isCO2e {
			l.dozen, l.metric = trimmed(c.Tonnes()), c.Metric()
		} else {
			p.lines = append(p.lines, l)
			continue
		}
		l.fixed = ghg.Value{}
		l.one, l.exact = overTwelve(l.dozen)
		p.lines = append(p.lines, l)
	}
	for _, amount := range []decimal.Decimal{decimal.New(1, 0), decimal.New(7301, -3)} {
		e, ok := m.of(amount, unit)
		values, same := p.of(nil, amount)
		if !ok || !same {
			return p, false
		}
		i := 0
		for _, v := range e.All() {
			if i == len(values) || !sameValue(v, values[i]) {
				return p, false
			}
			i++
		}
	}
	return p, true
}

func sameValue(a, b ghg.Value) bool {
	if x, ok := a.Mass(); ok {
		y, ok := b.Mass()
		return ok && x.Gas() == y.Gas() && x.Tonnes().Equal(y.Tonnes())
	}
	if x, ok := a.CO2e(); ok {
		y, ok := b.CO2e()
		return ok && x.Tonnes().Equal(y.Tonnes())
	}
	return a.Key() == b.Key()
}

// of is an estimate of an amount.
func (m made) of(amount decimal.Decimal, unit ghg.Unit) (estimate.Emissions, bool) {
	q, err := ghg.NewQuantity(amount, unit)
	if err != nil {
		return estimate.Emissions{}, false
	}
	e, err := estimate.Of(m.method(q, ""))
	return e, err == nil
}

// overTwelve is n/12, and whether it has a last place within those of an estimate.
func overTwelve(n decimal.Decimal) (decimal.Decimal, bool) {
	q := trimmed(n.DivRound(twelve, estimate.Places))
	return q, q.Mul(twelve).Equal(n)
}

// trimmed is a number without zeros behind its last place.
func trimmed(n decimal.Decimal) decimal.Decimal {
	if t, err := decimal.NewFromString(n.String()); err == nil {
		return t
	}
	return n
}

// of appends what an amount emits, a value for each line; false where the method itself is
// to be asked.
func (p proportion) of(to []ghg.Value, amount decimal.Decimal) ([]ghg.Value, bool) {
	if amount.Sign() < 0 {
		return to, false
	}
	for _, l := range p.lines {
		if l.fixed != (ghg.Value{}) {
			to = append(to, l.fixed)
			continue
		}
		t := amount.Mul(l.one)
		if !l.exact {
			// The product is exact to two places before the last: then a quotient by 12 that
			// does not end is one by 3, which the method rounds in tonnes as it is done here.
			of := amount.Mul(l.dozen)
			if of.Exponent() < 2-estimate.Places {
				return to, false
			}
			t = of.DivRound(twelve, estimate.Places)
		}
		if t.Exponent() < -estimate.Places {
			return to, false
		}
		v, err := l.value(t)
		if err != nil {
			return to, false
		}
		to = append(to, v)
	}
	return to, true
}

func (l proportional) value(t decimal.Decimal) (ghg.Value, error) {
	if !l.metric.IsZero() {
		c, err := ghg.NewCO2e(t, ghg.Tonne, l.metric)
		return ghg.Equivalent(c), err
	}
	m, err := ghg.NewMass(t, ghg.Tonne)
	if err == nil {
		m, err = m.Of(l.gas)
	}
	return ghg.Emitted(m), err
}
