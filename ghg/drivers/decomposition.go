package drivers

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Effect is what one factor did to the amount: in the unit of the identity,
// signed; above zero it raised the amount.
type Effect struct {
	Factor Factor
	Amount decimal.Decimal
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
	places   int32
	changes  []change
}

// CategoriesError says that two years do not have the same categories. A
// category that begins or ends is given as zero in the other year.
type CategoriesError struct {
	From, To         int
	OnlyFrom, OnlyTo []string // in the order of their year
}

func (e *CategoriesError) Error() string {
	var parts []string
	add := func(year int, names []string) {
		if len(names) == 0 {
			return
		}
		const most = 5
		more := ""
		if n := len(names) - most; n > 0 {
			names, more = names[:most], fmt.Sprintf(" and %d more", n)
		}
		parts = append(parts, fmt.Sprintf("%d alone has %q%s", year, names, more))
	}
	add(e.From, e.OnlyFrom)
	add(e.To, e.OnlyTo)
	return strings.Join(parts, ", ") + ": what is missing is not 0; give a category that began or ended with a factor of 0 in the year without it"
}

// Decompose splits the change from one point to a later one, with effects
// rounded to the given number of decimal places, 0 to [MaxPlaces], of the unit
// of the identity. The points must have one identity and the same categories
// (else a [*CategoriesError]); they may list them in any order.
func Decompose(from, to Point, places int32) (Decomposition, error) {
	switch err := checkPlaces(places); {
	case err != nil:
		return Decomposition{}, err
	case from.IsZero() || to.IsZero():
		return Decomposition{}, fmt.Errorf("a decomposition needs two points, made by NewPoint")
	case from.year >= to.year:
		return Decomposition{}, fmt.Errorf("from %d to %d: the second point must be of a later year", from.year, to.year)
	case !from.identity.Equal(to.identity):
		return Decomposition{}, fmt.Errorf("%d has %s and %d has %s: both points need one identity, with one unit, tolerance and order of factors", from.year, from.identity, to.year, to.identity)
	}
	d := Decomposition{from.identity, from, to, places, make([]change, len(from.rows))}
	later := make(map[string]row, len(to.rows))
	for _, r := range to.rows {
		later[r.category] = r
	}
	missing := &CategoriesError{From: from.year, To: to.year}
	for i, r := range from.rows {
		other, ok := later[r.category]
		if !ok {
			missing.OnlyFrom = append(missing.OnlyFrom, r.category)
			continue
		}
		delete(later, r.category)
		var err error
		if d.changes[i], err = newChange(r, other, places); err != nil {
			return Decomposition{}, err
		}
	}
	for _, r := range to.rows {
		if _, left := later[r.category]; left {
			missing.OnlyTo = append(missing.OnlyTo, r.category)
		}
	}
	if len(missing.OnlyFrom)+len(missing.OnlyTo) > 0 {
		return Decomposition{}, missing
	}
	return d, nil
}

// From is the earlier point.
func (d Decomposition) From() Point { return d.from }

// To is the later point.
func (d Decomposition) To() Point { return d.to }

// Identity is the identity of both points.
func (d Decomposition) Identity() Identity { return d.identity }

// Places is the number of decimal places that effects are rounded to.
func (d Decomposition) Places() int32 { return d.places }

// Change is the later total less the earlier one.
func (d Decomposition) Change() decimal.Decimal { return d.to.Total().Sub(d.from.Total()) }

// Unexplained is what stated amounts changed beyond the products of their
// factors, as rounded as the effects are; 0 where no amounts were stated, or
// where they are the products.
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
// add up to Change exactly.
type CategoryChange struct {
	Category         string
	From, To, Change decimal.Decimal
	Effects          []Effect
	Unexplained      decimal.Decimal
	// ClosedOn is the factor with the largest effect, the first of equals. Its
	// effect includes Closing: what rounding left over.
	ClosedOn string
	Closing  decimal.Decimal
}

// Categories yields the categories in the order of the earlier point.
func (d Decomposition) Categories() iter.Seq[CategoryChange] {
	return func(yield func(CategoryChange) bool) {
		for _, c := range d.changes {
			out := CategoryChange{Category: c.from.category, From: c.from.stated, To: c.to.stated, Change: c.to.stated.Sub(c.from.stated),
				Unexplained: c.unexplained(), ClosedOn: d.identity.factors[c.closedOn].Name, Closing: c.closing}
			for j, f := range d.identity.factors {
				out.Effects = append(out.Effects, Effect{f, c.effects[j]})
			}
			if !yield(out) {
				return
			}
		}
	}
}

// String is the decomposition in one line.
func (d Decomposition) String() string {
	if d.identity.IsZero() {
		return "no decomposition"
	}
	return fmt.Sprintf("%d to %d (endpoint): %s %s = %s", d.from.year, d.to.year, d.Change(), d.identity.unit, sumText(d.Effects(), d.Unexplained()))
}

// sumText is "population -0.34, grid factor +1.48", with the unexplained part
// where there is one.
func sumText(effects []Effect, unexplained decimal.Decimal) string {
	parts := make([]string, 0, len(effects)+1)
	for _, e := range effects {
		parts = append(parts, e.Factor.Name+" "+plus(e.Amount))
	}
	if !unexplained.IsZero() {
		parts = append(parts, "unexplained "+plus(unexplained))
	}
	return strings.Join(parts, ", ")
}

// plus prints a number with its sign.
func plus(d decimal.Decimal) string {
	if d.IsPositive() {
		return "+" + d.String()
	}
	return d.String()
}
