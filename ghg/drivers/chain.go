package drivers

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// maxSteps is how many points a [Chained] decomposition may link.
const maxSteps = 500

// Chained is a chained decomposition: the effects of each step from year to
// year, added up. It follows what happened in between and is another figure
// than the endpoint [Decomposition] of the same two years; the two are types of
// their own, so that one is never compared with the other by accident.
type Chained struct{ steps []Decomposition }

// DecomposeChained decomposes from each point to the next and adds the effects up. The
// points come in the order of their years; where years are missing, the step
// spans them. Refusals are those of [Decompose].
func DecomposeChained(points ...Point) (Chained, error) {
	if len(points) < 2 || len(points) > maxSteps {
		return Chained{}, ghg.Refusal("decomposition", "points", strconv.Itoa(len(points)), fmt.Sprintf("2 to %d are allowed", maxSteps))
	}
	c := Chained{make([]Decomposition, len(points)-1)}
	for i := range c.steps {
		var err error
		if c.steps[i], err = Decompose(points[i], points[i+1]); err != nil {
			return Chained{}, err
		}
	}
	return c, nil
}

// Steps yields the decompositions that are chained.
func (c Chained) Steps() iter.Seq[Decomposition] {
	return func(yield func(Decomposition) bool) {
		for _, d := range c.steps {
			if !yield(d) {
				return
			}
		}
	}
}

// Endpoint is the endpoint decomposition of the first and the last point. Its
// effects differ from the chained ones; its change does not.
func (c Chained) Endpoint() (Decomposition, error) {
	if len(c.steps) == 0 {
		return Decomposition{}, fmt.Errorf("the zero chain has no endpoints")
	}
	return Decompose(c.From(), c.To())
}

// From is the first point.
func (c Chained) From() Point {
	if len(c.steps) == 0 {
		return Point{}
	}
	return c.steps[0].from
}

// To is the last point.
func (c Chained) To() Point {
	if len(c.steps) == 0 {
		return Point{}
	}
	return c.steps[len(c.steps)-1].to
}

// identity is that of all points.
func (c Chained) identity() Identity { return c.From().identity }

// Change is the last total less the first one.
func (c Chained) Change() decimal.Decimal { return c.To().Total().Sub(c.From().Total()) }

// Unexplained is the sum of what the steps leave unexplained.
func (c Chained) Unexplained() decimal.Decimal {
	var sum decimal.Decimal
	for _, d := range c.steps {
		sum = sum.Add(d.Unexplained())
	}
	return sum
}

// Effects are the effects of the factors, added up over the steps, in the order
// of the identity. With the unexplained part they add up to the change exactly.
func (c Chained) Effects() []Effect {
	out := make([]Effect, len(c.identity().factors))
	for _, d := range c.steps {
		for j, e := range d.Effects() {
			out[j] = Effect{e.Factor, out[j].Amount.Add(e.Amount)}
		}
	}
	return out
}

// Effect is the effect of a factor, and whether the identity has it.
func (c Chained) Effect(factor string) (Effect, bool) { return effectOf(c.Effects(), factor) }

// Multiplicative is the product of the multiplicative forms of the steps, or
// [ErrNoIndex].
func (c Chained) Multiplicative() (Multiplicative, error) {
	sums := make([]decimal.Decimal, len(c.identity().factors))
	for _, d := range c.steps {
		logs, err := d.logs()
		if err != nil {
			return Multiplicative{}, err
		}
		for j, l := range logs {
			sums[j] = sums[j].Add(l)
		}
	}
	if len(c.steps) == 0 {
		return Multiplicative{}, ErrNoIndex
	}
	return newMultiplicative(c.steps, sums, "chained")
}

// Show rounds the effects by step to a number of decimal places of the unit: see
// [ShownEffects].
func (c Chained) Show(places int32) (ShownEffects, error) {
	rows := make([]shownLine, len(c.steps))
	for i, d := range c.steps {
		rows[i] = shownLine{fmt.Sprintf("%d to %d", d.from.year, d.to.year), d.Effects(), d.Unexplained()}
	}
	return show(c.identity(), rows, places)
}

// String is the decomposition in one line.
func (c Chained) String() string {
	if len(c.steps) == 0 {
		return "no decomposition"
	}
	places := textPlaces(c.From(), c.To())
	return fmt.Sprintf("%s (chained): %s %s = %s", c.years(), c.Change().Round(places), c.identity().unit,
		sumText(c.Effects(), c.Unexplained(), places))
}

// years names the points: "1971 to 1972 to 1974".
func (c Chained) years() string {
	names := make([]string, len(c.steps)+1)
	names[0] = fmt.Sprint(c.From().year)
	for i, d := range c.steps {
		names[i+1] = fmt.Sprint(d.to.year)
	}
	return strings.Join(names, " to ")
}
