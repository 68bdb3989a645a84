package effect

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// CumulativeReduction is a reduction summed over calendar years, first and last
// included. It is not what stands in any of them, and is never added to that: it
// does not meet [strategy.Reductions]. The zero CumulativeReduction is of no kind.
type CumulativeReduction struct {
	first, last int
	kind        strategy.Kind
	co2e        ghg.CO2e
	byYear      []ghg.CO2e
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
	var byYear []ghg.CO2e
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
		byYear = append(byYear, c)
	}
	return CumulativeReduction{first, last, r.Kind(), sum, byYear}, nil
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

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// cumulatedWords are the labels of the derivation of a cumulative reduction.
var cumulatedWords = struct{ title, year, sum words.Term }{
	title: words.Term{En: "%s reductions, cumulative from %d to %d", Ko: "%s 감축량, %d~%d년 누적"},
	year:  words.Term{En: "reduction of the year", Ko: "연간 감축량"},
	sum:   words.Term{En: "cumulative reduction", Ko: "누적 감축량"},
}

// Explain is the sum as a derivation.
func (c CumulativeReduction) Explain() derivation.Derivation {
	if c.kind == 0 {
		return derivation.Derivation{}
	}
	var s derivation.Sheet
	var rows []derivation.Row
	var values []derivation.Value
	for i, x := range c.byYear {
		rows = append(rows, derivation.Row{ID: strconv.Itoa(c.first + i)})
		values = append(values, derivation.Number(x.Tonnes()))
	}
	unit := c.co2e.Metric().Unit()
	s.Index("y", rows...)
	s.Given("r", cumulatedWords.year, unit, "", values...).Index = "y"
	s.Computed("R", cumulatedWords.sum, unit, "sum(y: r[y])", derivation.Rounding{}, derivation.Number(c.co2e.Tonnes()))
	return s.Made(cumulatedWords.title.With(words.Term{En: c.kind.String(), Ko: c.kind.Korean()}, c.first, c.last), derived)
}
