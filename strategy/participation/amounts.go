package participation

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Amounts are what a programme, or a part of it, comes to in a year.
type Amounts struct {
	// Gross is what all who do it save, Additional what is beyond the baseline
	// adoption, Net what is left of that after persistence and overlap.
	// Additional and Net are negative where adoption lies below its baseline.
	Gross      ghg.CO2e `json:"gross"`
	Additional ghg.CO2e `json:"additional"`
	Net        ghg.CO2e `json:"net"`
	// Potential is what is saved if everyone does it.
	Potential ghg.CO2e `json:"potential"`
}

// perOne is what an action comes to for one of those who may take part, of whom each
// saves s: exactly.
func (p *programme) perOne(a *CitizenAction, s ghg.CO2e) (Amounts, error) {
	x := Amounts{Potential: s}
	var err error
	if x.Gross, err = s.Scale(a.Adoption.Fraction()); err != nil {
		return Amounts{}, err
	}
	if x.Additional, err = s.Scale(a.Adoption.Fraction().Sub(a.Baseline.Fraction())); err != nil {
		return Amounts{}, err
	}
	if x.Net, err = x.Additional.Scale(p.Persistence.Fraction()); err != nil {
		return Amounts{}, fmt.Errorf("persistence: %w", err)
	}
	if x.Net, err = x.Net.Scale(p.Overlap.Fraction()); err != nil {
		return Amounts{}, fmt.Errorf("overlap factor: %w", err)
	}
	return x, nil
}

// total is what an action comes to, as quantifications reckon it: rounded once on each
// source, so that the figure is that of the plan.
func (p *programme) total(a *CitizenAction) (x Amounts, err error) {
	n := decimal.New(a.Eligible, 0)
	with, without := n.Mul(a.Adoption.Fraction()), n.Mul(a.Baseline.Fraction())
	for _, c := range []struct {
		to     *ghg.CO2e
		x, x0  decimal.Decimal
		judged bool
	}{{&x.Gross, with, decimal.Zero, false}, {&x.Additional, with, without, false},
		{&x.Net, with, without, true}, {&x.Potential, n, decimal.Zero, false}} {
		q, err := p.quantification(a, c.x, c.x0, c.judged)
		if err != nil {
			return Amounts{}, err
		}
		r, err := q.Net(strategy.Potential, p.Year, p.Year)
		if err != nil {
			return Amounts{}, err
		}
		*c.to, _ = r.At(p.Year)
	}
	return x, nil
}

// quantification is an action with so many who do it, and who would without the
// programme.
func (p *programme) quantification(a *CitizenAction, with, without decimal.Decimal, judged bool) (strategy.Quantification, error) {
	d := p.model(a)
	if !judged {
		d.Judged = nil
	}
	d.Quantities = []strategy.Quantities{{Kind: strategy.Potential,
		ByYear: map[int]decimal.Decimal{p.Year: with}, Without: map[int]decimal.Decimal{p.Year: without}}}
	return strategy.NewQuantification(d)
}

// each are the amounts, for arithmetic on all of them.
func (a *Amounts) each() []*ghg.CO2e {
	return []*ghg.CO2e{&a.Gross, &a.Additional, &a.Net, &a.Potential}
}

// plus is the sum of amounts on one metric; those to start with are unset.
func (a Amounts) plus(o Amounts) (Amounts, error) {
	if a == (Amounts{}) {
		return o, nil
	}
	for i, c := range a.each() {
		sum, err := c.Add(*o.each()[i])
		if err != nil {
			return Amounts{}, err
		}
		*c = sum
	}
	return a, nil
}

// times are the amounts of n of them, exactly.
func (a Amounts) times(n int64) (Amounts, error) {
	for _, c := range a.each() {
		product, err := c.Scale(decimal.New(n, 0))
		if err != nil {
			return Amounts{}, err
		}
		*c = product
	}
	return a, nil
}
