package effect

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Comparison is one change in activity with the factor that moves and with the
// one that is frozen, side by side. The zero Comparison has no years.
type Comparison struct{ moving, frozen Saving }

// CompareFactors computes both savings, [Moving] and [Frozen] at a year.
func CompareFactors(c ghg.Years[ghg.Quantity], f ghg.Factors, frozenAt int) (Comparison, error) {
	moving, err := Moving(c, f)
	if err != nil {
		return Comparison{}, err
	}
	frozen, err := Frozen(c, f, frozenAt)
	if err != nil {
		return Comparison{}, err
	}
	return Comparison{moving, frozen}, nil
}

// Moving is the saving with the factor of each year.
func (c Comparison) Moving() Saving { return c.moving }

// Frozen is the saving with the factor of one year.
func (c Comparison) Frozen() Saving { return c.frozen }

// Overstated yields by year what the frozen factor shows beyond the moving one:
// frozen - moving. Of a cut, it is below 0 where the factor of the year is the
// higher one; of an increase, where it is the lower one.
func (c Comparison) Overstated() iter.Seq2[int, ghg.CO2e] {
	return func(yield func(int, ghg.CO2e) bool) {
		for i, x := range c.frozen.years {
			d, _ := x.CO2e.Sub(c.moving.years[i].CO2e) // factors are on one metric
			if !yield(x.Change.Year, d) {
				return
			}
		}
	}
}

// String is the comparison as one line.
func (c Comparison) String() string {
	if len(c.moving.years) == 0 {
		return "no comparison"
	}
	return fmt.Sprintf("%s, against %s", c.moving, c.frozen.rule())
}

// Explain writes both savings and the difference, a line for each year.
func (c Comparison) Explain() string {
	if len(c.moving.years) == 0 {
		return c.String() + "\n"
	}
	var b words.Rows
	i := 0
	for y, d := range c.Overstated() {
		b.Row(fmt.Sprint(y), "%s frozen - %s moving = %s overstated", c.frozen.years[i].CO2e, c.moving.years[i].CO2e, d)
		i++
	}
	return b.String() + c.moving.Explain() + c.frozen.Explain()
}
