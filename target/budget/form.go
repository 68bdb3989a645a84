package budget

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Counting says what a path spends its budget with.
type Counting uint8

const (
	// Continuous: the area under the curve is the budget. The sum of the
	// calendar years along the curve is not.
	Continuous Counting = iota + 1
	// Discrete: the sum of the calendar years that count is the budget.
	Discrete
)

var countings = [...]words.Term{
	{En: "no counting", Ko: "방식 없음"},
	Continuous: {En: "continuous (area)", Ko: "연속(면적)"},
	Discrete:   {En: "discrete (sum of calendar years)", Ko: "이산(역년 합계)"},
}

func (c Counting) term() words.Term {
	if int(c) >= len(countings) {
		c = 0
	}
	return countings[c]
}

// String is the counting in words.
func (c Counting) String() string { return c.term().En }

// MarshalText writes what String says.
func (c Counting) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Korean is the counting in Korean.
func (c Counting) Korean() string { return c.term().Ko }

// Form is the shape of a path that spends a budget. The form is a choice, so
// it is always an argument; the zero Form is refused.
type Form struct{ def *form }

type form struct {
	name     words.Term
	formula  string
	counting Counting
	source   string
	discrete *form // that which spends the same budget by calendar years
	solve    func(terms) (curve, error)
}

// terms are what a form is solved for. Time is counted in years from the start:
// k = 0 is the year of the start.
type terms struct {
	r, e0  decimal.Decimal // in tonnes, both above zero
	inside bool            // the start is the first year that counts
	start  int
	last   int  // the last year that values are asked of
	ends   bool // the budget has a last year
}

// counted is what is left for the years after the start.
func (t terms) counted() decimal.Decimal {
	if t.inside {
		return t.r.Sub(t.e0)
	}
	return t.r
}

// span is the number of years after the start.
func (t terms) span() int { return t.last - t.start }

// curve is a solved form.
type curve struct {
	at    func(k int) decimal.Decimal // rounded down to target.PathwayPlaces
	rate  ghg.Ratio
	zero  ghg.Ratio // years from the start until nothing is emitted
	rises bool
	// needs are the steps of what the form is solved for, of R, E0, s, f and l above; then
	// formula is the value of a year y, rounded down to target.PathwayPlaces unless it is
	// exact, and zeroAt that of zero.
	needs   []derivation.Step
	formula string
	exact   bool
	zeroAt  string
}

var errNoForm = errors.New("no form of path given: name one, such as budget.Geometric")

// IsZero reports whether there is no form.
func (f Form) IsZero() bool { return f.def == nil }

// String is the form's name.
func (f Form) String() string {
	if f.def == nil {
		return "no form"
	}
	return f.def.name.En
}

// Korean is the form's name in Korean.
func (f Form) Korean() string {
	if f.def == nil {
		return "경로 형태 없음"
	}
	return f.def.name.Ko
}

// term is the form's name.
func (f Form) term() words.Term { return words.Term{En: f.String(), Ko: f.Korean()} }

// Formula is the form's rule. R is the budget, E0 the emissions of the start,
// t or k the years since the start.
func (f Form) Formula() string {
	if f.def == nil {
		return ""
	}
	return f.def.formula
}

// Source is where the form is used, or what it rests on.
func (f Form) Source() string {
	if f.def == nil {
		return ""
	}
	return f.def.source
}

// Counting says whether area or calendar years spend the budget.
func (f Form) Counting() Counting {
	if f.def == nil {
		return 0
	}
	return f.def.counting
}

// never is why a path has no year of zero.
const never = "the path comes near zero and never reaches it"

// varies is why a path has no annual rate.
const varies = "the rate is another every year"

// ratio is a number as a [ghg.Ratio].
func ratio(d decimal.Decimal) ghg.Ratio { return ghg.Quotient(d, decimal.New(1, 0), "") }

// tooEarly says that the start alone spends the budget.
func tooEarly(t terms) error {
	return fmt.Errorf("the start year counts, and its %s t exceed the budget of %s t", t.e0, t.r)
}
