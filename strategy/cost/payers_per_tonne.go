package cost

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PerTonne is the cost per tonne by who pays: what each payer pays for a tonne that all of
// them cut together. The terms name no payer; those of each result do, so that the cost
// of one is not compared with that of another. Values and costs of the payers add up to
// those of all, by largest remainder in the last of 8 decimal places.
func (p Payers) PerTonne(t Terms, r strategy.Reductions) (PerTonneByPayer, error) {
	const of = "cost per tonne by payer"
	if len(p.by) == 0 {
		return PerTonneByPayer{}, errNoPayers
	}
	if t.PaidBy != 0 {
		return PerTonneByPayer{}, ghg.Refusal(of, "paid by", t.PaidBy.String(), "the terms are of all payers: leave it out")
	}
	all, err := newPerTonne(of, t, p.all, r)
	if err != nil {
		return PerTonneByPayer{}, err
	}
	out := PerTonneByPayer{by: p.by, all: all}
	values, costs := make([]decimal.Decimal, len(p.by)), make([]decimal.Decimal, len(p.by))
	var d division
	for i, c := range p.flows {
		if d, err = divide(t, c, r); err != nil {
			return PerTonneByPayer{}, fmt.Errorf("%s, %s: %w", of, p.by[i], err)
		}
		values[i], costs[i] = d.num, d.cost
		x := all
		x.terms.PaidBy, x.flows, x.num = p.by[i], c, d.num
		out.each = append(out.each, x)
	}
	value, err := p.divided(of, values, d.den)
	if err != nil {
		return PerTonneByPayer{}, err
	}
	cost, err := p.divided(of, costs, d.per)
	if err != nil {
		return PerTonneByPayer{}, err
	}
	for i := range out.each {
		out.each[i].value, out.each[i].cost = value.money[i], cost.money[i]
	}
	return out, nil
}

// PerTonneByPayer is a cost per tonne by who pays; the parts add up to that of all. The
// zero PerTonneByPayer has none.
type PerTonneByPayer struct {
	all  PerTonne
	by   []strategy.Funds
	each []PerTonne
}

// Total is the cost per tonne of all payers together.
func (p PerTonneByPayer) Total() PerTonne { return p.all }

// Of is that of one payer, and whether it is one of them.
func (p PerTonneByPayer) Of(f strategy.Funds) (PerTonne, bool) {
	i, ok := slices.BinarySearch(p.by, f)
	if !ok {
		return PerTonne{}, false
	}
	return p.each[i], true
}

// All yields the payers with their cost per tonne, in the order of [strategy.Funds].
func (p PerTonneByPayer) All() iter.Seq2[strategy.Funds, PerTonne] {
	return func(yield func(strategy.Funds, PerTonne) bool) {
		for i, f := range p.by {
			if !yield(f, p.each[i]) {
				return
			}
		}
	}
}
