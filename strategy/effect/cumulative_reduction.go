package effect

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// CumulativeReduction is a reduction summed over calendar years, first and last
// included. It is not what stands in any of them, and is never added to that: it
// does not meet [strategy.Reductions]. The zero CumulativeReduction is of no kind.
type CumulativeReduction struct {
	first, last int
	kind        strategy.Kind
	co2e        ghg.CO2e
	terms       string
}

// Cumulate sums reductions over years. A year without an amount is a
// [*ghg.NoFigureError]: it is unknown, not 0.
func Cumulate(r strategy.Reductions, first, last int) (CumulativeReduction, error) {
	const of = "cumulative reductions"
	var faults ghg.Faults
	if r.IsZero() {
		faults.Refuse(of, "reductions", "", "none given: make them with strategy.NewReductions")
	}
	span(&faults, of, first, last)
	if err := faults.Err(); err != nil {
		return CumulativeReduction{}, err
	}
	var sum ghg.CO2e
	var terms []string
	for y := first; y <= last; y++ {
		c, ok := r.At(y)
		if !ok {
			e := &ghg.NoFigureError{Of: of, Year: y}
			for have := range r.All() {
				e.Have = append(e.Have, have)
			}
			return CumulativeReduction{}, e
		}
		if y == first {
			sum = c
		} else {
			var err error
			if sum, err = sum.Add(c); err != nil {
				return CumulativeReduction{}, err
			}
		}
		terms = append(terms, c.Tonnes().String())
	}
	return CumulativeReduction{first, last, r.Kind(), sum, strings.Join(terms, " + ")}, nil
}

// Years are the first and the last year of the sum.
func (c CumulativeReduction) Years() (first, last int) { return c.first, c.last }

// Kind is the kind of the reductions.
func (c CumulativeReduction) Kind() strategy.Kind { return c.kind }

// CO2e is the sum over the years.
func (c CumulativeReduction) CO2e() ghg.CO2e { return c.co2e }

// String is the sum as one line, which says that it is one.
func (c CumulativeReduction) String() string {
	if c.kind == 0 {
		return "no cumulative reduction"
	}
	return fmt.Sprintf("%s, %s, cumulative from %d to %d", c.co2e, c.kind, c.first, c.last)
}

// Explain writes the sum with its terms.
func (c CumulativeReduction) Explain() string {
	if c.kind == 0 {
		return c.String() + "\n"
	}
	return fmt.Sprintf("%s = %s\n", c, c.terms)
}
