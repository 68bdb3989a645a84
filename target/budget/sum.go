package budget

import (
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

var errNoValues = errors.New("the path has no years: give one such as target.Target.Along yields")

// Sums are the two ways to add up a path, side by side. Inventories are of
// calendar years and are summed; the area under a line drawn through the same
// values is another quantity.
type Sums struct {
	First int `json:"first"`
	Last  int `json:"last"`
	// Sum is that of all calendar years, First and Last included.
	Sum ghg.CO2e `json:"sum"`
	// AfterFirst is that of the calendar years after First: what counts where
	// First is a base year outside the budget.
	AfterFirst ghg.CO2e `json:"afterFirst"`
	// Area is that under straight lines between the values, each taken at one
	// point in time, from First to Last: the trapezoid rule.
	Area ghg.CO2e `json:"area"`
	// Difference is Sum - Area, which is (value of First + value of Last)/2.
	Difference ghg.CO2e `json:"difference"`
}

// SumAndArea adds up the values of a path, such as [target.Target.Along]
// yields, exactly and in both ways. A year left out is a [*ghg.NoFigureError].
func SumAndArea(path iter.Seq2[int, ghg.CO2e]) (Sums, error) {
	years, err := read(path)
	if err != nil {
		return Sums{}, err
	}
	first, last := years[0], years[len(years)-1]
	s := Sums{First: first.year, Last: last.year}
	s.AfterFirst = nothing(first.co2e.Metric())
	for _, y := range years[1:] {
		if s.AfterFirst, err = s.AfterFirst.Add(y.co2e); err != nil {
			return Sums{}, fmt.Errorf("%d: %w", y.year, err)
		}
	}
	// All are in one metric by now.
	s.Sum, _ = s.AfterFirst.Add(first.co2e)
	ends, _ := first.co2e.Add(last.co2e)
	if s.Difference, err = ends.Scale(decimal.New(5, -1)); err != nil {
		return Sums{}, err
	}
	s.Area, _ = s.Sum.Sub(s.Difference)
	return s, nil
}

// String names both sums.
func (s Sums) String() string {
	return fmt.Sprintf("calendar years %d to %d: %s; area: %s", s.First, s.Last, s.Sum, s.Area)
}

// Explain writes the sums as their arithmetic.
func (s Sums) Explain() string {
	var e explanation
	e.line("sum", "of the calendar years %d to %d = %s", s.First, s.Last, s.Sum)
	e.line("after first", "without %d = %s", s.First, s.AfterFirst)
	e.line("area", "trapezoids from %d to %d = %s", s.First, s.Last, s.Area)
	e.line("difference", "sum - area = (value of %d + value of %d)/2 = %s", s.First, s.Last, s.Difference)
	return e.String()
}
