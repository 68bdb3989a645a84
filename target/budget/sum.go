package budget

import (
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
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

	years []pathYear
}

// SumAndArea adds up the values of a path, such as [target.Target.Along]
// yields, exactly and in both ways. A year left out is a [*ghg.NoFigureError].
func SumAndArea(path iter.Seq2[int, ghg.CO2e]) (Sums, error) {
	years, err := read(path)
	if err != nil {
		return Sums{}, err
	}
	first, last := years[0], years[len(years)-1]
	s := Sums{First: first.year, Last: last.year, years: years}
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
	replay(s.Explain)
	return s, nil
}

// String names both sums.
func (s Sums) String() string {
	return fmt.Sprintf("calendar years %d to %d: %s; area: %s", s.First, s.Last, s.Sum, s.Area)
}

// Explain is the sums as they follow from the values. It is the zero Derivation for the
// zero Sums.
func (s Sums) Explain() derivation.Derivation {
	if len(s.years) == 0 {
		return derivation.Derivation{}
	}
	x := &sheet{unit: s.Sum.Metric().Unit()}
	x.Title = words.Term{En: "sum and area of %d to %d", Ko: "%d~%d년 합계와 면적"}.With(s.First, s.Last)
	x.given("f", words.Term{En: "first year", Ko: "첫해"}, whole(s.First))
	x.given("l", words.Term{En: "last year", Ko: "마지막 해"}, whole(s.Last))
	x.Given("v", words.Term{En: "values", Ko: "연도별 값"}, x.unit, "", x.years("y", s.years)...).Index = "y"
	x.sum("total", words.Term{En: "sum of the calendar years", Ko: "역년 합계"}, "sum(y: v[y])", s.Sum)
	x.sum("after_first", words.Term{En: "without the first year", Ko: "첫해를 뺀 합계"}, "sum(i = f + 1..l: v[i])", s.AfterFirst)
	x.sum("area", words.Term{En: "area under the line, by trapezoids", Ko: "선 아래의 면적(사다리꼴)"}, "sum(i = f + 1..l: (v[i - 1] + v[i]) / 2)",
		s.Area)
	x.sum("difference", words.Term{En: "sum less area", Ko: "합계와 면적의 차이"}, "total - area", s.Difference)
	return x.done()
}
