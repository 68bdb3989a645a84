package drivers

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Effect is what one factor did to the amount: in the unit of the identity,
// signed; above zero it raised the amount.
type Effect struct {
	Factor Factor          `json:"factor"`
	Amount decimal.Decimal `json:"amount"`
}

// Decomposition is an endpoint decomposition: the change between two years,
// split into the effects of the factors (LMDI-I, additive). What happened in
// between plays no part; see [Chained] for the sum of yearly decompositions,
// which is another figure.
//
// The effects and the unexplained part add up to the change exactly, for every
// category and for all together.
type Decomposition struct {
	identity Identity
	from, to Point
	changes  []change
}

// Decompose splits the change from one point to a later one. The points must have
// one identity and the same categories, in any order; what does not stand, such as a
// category that one of them lacks, is a [ghg.Fault], and all such are reported.
func Decompose(from, to Point) (Decomposition, error) {
	const of = "decomposition"
	var faults ghg.Faults
	for _, p := range []struct {
		field string
		Point
	}{{"earlier point", from}, {"later point", to}} {
		if p.IsZero() {
			faults.Refuse(of, p.field, "", "none given: make it with drivers.NewPoint")
		}
	}
	if faults.Len() > 0 {
		return Decomposition{}, faults
	}
	if from.year >= to.year {
		faults.Refuse(of, "later point", to.String(), fmt.Sprintf("one of a later year than %d is needed", from.year))
	}
	if !from.identity.equal(to.identity) {
		faults.Refuse(of, "identity", to.identity.String(), fmt.Sprintf("%d has %s: both points need one identity, "+
			"with one unit, tolerance and order of factors", from.year, from.identity))
	}
	if faults.Len() > 0 {
		return Decomposition{}, faults
	}
	d := Decomposition{from.identity, from, to, make([]change, len(from.rows))}
	later := make(map[string]row, len(to.rows))
	for _, r := range to.rows {
		later[r.category] = r
	}
	lacks := func(p Point, category string) {
		faults.Refuse("point "+strconv.Itoa(p.year), "category", category, "it has none of that name, and what is missing is not 0; "+
			"give a category that began or ended with a factor of 0 in the year without it")
	}
	for i, r := range from.rows {
		other, ok := later[r.category]
		if !ok {
			lacks(to, r.category)
			continue
		}
		delete(later, r.category)
		if faults.Len() > 0 {
			continue
		}
		var err error
		if d.changes[i], err = newChange(r, other); err != nil {
			return Decomposition{}, err
		}
	}
	for _, r := range to.rows {
		if _, left := later[r.category]; left {
			lacks(from, r.category)
		}
	}
	if faults.Len() > 0 {
		return Decomposition{}, faults
	}
	return d, nil
}

// From is the earlier point.
func (d Decomposition) From() Point { return d.from }

// To is the later point.
func (d Decomposition) To() Point { return d.to }

// Change is the later total less the earlier one.
func (d Decomposition) Change() decimal.Decimal { return d.to.Total().Sub(d.from.Total()) }

// Unexplained is what stated amounts changed beyond the products of their
// factors; 0 where no amounts were stated, or where they are the products.
func (d Decomposition) Unexplained() decimal.Decimal {
	var sum decimal.Decimal
	for _, c := range d.changes {
		sum = sum.Add(c.unexplained())
	}
	return sum
}

// Effects are the effects of the factors, over all categories, in the order of
// the identity.
func (d Decomposition) Effects() []Effect {
	out := make([]Effect, len(d.identity.factors))
	for j, f := range d.identity.factors {
		out[j].Factor = f
		for _, c := range d.changes {
			out[j].Amount = out[j].Amount.Add(c.effects[j])
		}
	}
	return out
}

// Effect is the effect of a factor, and whether the identity has it.
func (d Decomposition) Effect(factor string) (Effect, bool) { return effectOf(d.Effects(), factor) }

func effectOf(effects []Effect, factor string) (Effect, bool) {
	i := slices.IndexFunc(effects, func(e Effect) bool { return e.Factor.Name == factor })
	if i < 0 {
		return Effect{}, false
	}
	return effects[i], true
}

// CategoryChange is what one category changed and why. Effects and Unexplained
// add up to Change exactly, and those of all categories to the effects of the
// [Decomposition].
type CategoryChange struct {
	Category    string          `json:"category,omitempty"`
	From        decimal.Decimal `json:"from"`
	To          decimal.Decimal `json:"to"`
	Change      decimal.Decimal `json:"change"`
	Effects     []Effect        `json:"effects,omitempty"`
	Unexplained decimal.Decimal `json:"unexplained"`

	of Decomposition
	at int
}

// Categories yields the categories in the order of the earlier point.
func (d Decomposition) Categories() iter.Seq[CategoryChange] {
	return func(yield func(CategoryChange) bool) {
		for i := range d.changes {
			if !yield(d.category(i)) {
				return
			}
		}
	}
}

func (d Decomposition) category(i int) CategoryChange {
	c := d.changes[i]
	out := CategoryChange{Category: c.from.category, From: c.from.stated, To: c.to.stated,
		Change: c.to.stated.Sub(c.from.stated), Unexplained: c.unexplained(), of: d, at: i}
	for j, f := range d.identity.factors {
		out.Effects = append(out.Effects, Effect{f, c.effects[j]})
	}
	return out
}

// Show rounds the effects by category to a number of decimal places of the unit:
// see [ShownEffects].
func (d Decomposition) Show(places int32) (ShownEffects, error) {
	var rows []shownLine
	for c := range d.Categories() {
		rows = append(rows, shownLine{c.Category, c.Effects, c.Unexplained})
	}
	return show(d.identity, rows, places)
}

// String is the decomposition in one line. Its numbers are rounded for the reader,
// as in all texts of this package.
func (d Decomposition) String() string {
	if d.identity.IsZero() {
		return "no decomposition"
	}
	places := textPlaces(d.from, d.to)
	return fmt.Sprintf("%d to %d (endpoint): %s %s = %s", d.from.year, d.to.year, d.Change().Round(places), d.identity.unit,
		sumText(d.Effects(), d.Unexplained(), places))
}
