package budget

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Course is a course that emissions may take: held constant, along a trend
// line, or as a plan says. The zero Course is refused.
type Course struct {
	name  words.Term
	years func(first, last int) iter.Seq2[int, ghg.CO2e]
}

// Constant is a course of the same emissions every year of the budget, from its first on.
// Of a budget that is partly used, ask what is left of it: take off what was emitted with
// [Budget.From], or the constant stands for those years too.
func Constant(yearly ghg.CO2e) Course {
	return Course{filled(said.course, yearly), func(first, last int) iter.Seq2[int, ghg.CO2e] {
		return func(yield func(int, ghg.CO2e) bool) {
			for y := first; y <= last && yield(y, yearly); y++ {
			}
		}
	}}
}

// Trend is a course along a line: intercept + slope × year, with slope in CO2e
// a year and intercept the line's value in the year 0. Below zero it counts as
// 0. A slope and an intercept on two metrics are a [*ghg.MetricMismatchError]. Like
// [Constant] it is of every year of the budget, those gone by too.
func Trend(slope, intercept ghg.CO2e) (Course, error) {
	at := func(year int) (ghg.CO2e, error) {
		v, err := slope.Scale(decimal.New(int64(year), 0))
		if err != nil {
			return ghg.CO2e{}, err
		}
		return v.Add(intercept)
	}
	if _, err := at(ghg.LastYear); err != nil {
		return Course{}, fmt.Errorf("trend: %w", err)
	}
	name := filled(words.Term{En: "trend of %s + %s × year", Ko: "추세 %s + %s × 연도"}, intercept, slope.Tonnes())
	return Course{name, func(first, last int) iter.Seq2[int, ghg.CO2e] {
		return func(yield func(int, ghg.CO2e) bool) {
			for y := first; y <= last; y++ {
				v, _ := at(y) // as it was for the last year
				if v.Sign() < 0 {
					v = nothing(v.Metric())
				}
				if !yield(y, v) {
					return
				}
			}
		}
	}}, nil
}

// Plan is a course given year by year, as [target.Target.Along] or
// [Path.Through] yields it. It must have the budget's first year and every
// year after it up to its end; earlier years are passed over. A plan that begins later is
// for what is left of the budget then ([Budget.From]).
func Plan(name string, path iter.Seq2[int, ghg.CO2e]) Course {
	return Course{words.Term{En: name, Ko: name}, func(int, int) iter.Seq2[int, ghg.CO2e] { return path }}
}

// Answer is whether a course exceeds a budget.
type Answer uint8

const (
	// NoAnswer is that of the zero [Exhaustion], which nobody computed.
	NoAnswer Answer = iota
	// NotExceeded: the course stays within the budget as far as it was looked at.
	NotExceeded
	// Exceeded: the budget runs out in the year given.
	Exceeded
	// SpentBefore: the budget is below zero before its first year.
	SpentBefore
)

var answers = [...]words.Term{
	NoAnswer:    {En: "no answer", Ko: "계산하지 않음"},
	NotExceeded: {En: "not exceeded", Ko: "초과하지 않음"},
	Exceeded:    {En: "exceeded", Ko: "소진"},
	SpentBefore: {En: "spent before", Ko: "이전에 소진"},
}

func (a Answer) term() words.Term {
	if int(a) < len(answers) {
		return answers[a]
	}
	return filled(words.Term{En: "unknown (%d)", Ko: "알 수 없음 (%d)"}, uint8(a))
}

// String is the answer in words.
func (a Answer) String() string { return a.term().En }

// MarshalText writes what String says.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Korean is the answer in Korean.
func (a Answer) Korean() string { return a.term().Ko }

// Exhaustion is when a budget runs out on a course: in the first year whose
// cumulated emissions exceed R.
type Exhaustion struct {
	Budget   Budget `json:"budget"`
	Course   string `json:"course,omitempty"`
	CourseKo string `json:"course_ko,omitempty"` // the same in Korean
	Answer   Answer `json:"answer"`
	// Through is the last year looked at: the year of exhaustion, or the end of
	// the course or of the budget, at the latest 2300.
	Through int      `json:"through"`
	Spent   ghg.CO2e `json:"spent"` // cumulated emissions through that year
	// Year is the year of exhaustion, Before what was spent before it, and
	// Emissions the year's own. They are set where the answer is Exceeded.
	Year      int      `json:"year"`
	Before    ghg.CO2e `json:"before"`
	Emissions ghg.CO2e `json:"emissions"`
	// Fraction is the part of the year that the budget lasts for, from 0 to
	// under 1: (R - Before)/Emissions, rounded down to [ghg.RatioPlaces].
	Fraction decimal.Decimal `json:"fraction"`

	years []pathYear // looked at
}

// At is the moment of exhaustion as a year with its fraction: 2027.4 is when
// four tenths of 2027 have passed, emissions being even over the year. It
// is false where the budget is not exceeded, or was spent before.
func (e Exhaustion) At() (decimal.Decimal, bool) {
	if e.Answer != Exceeded {
		return decimal.Decimal{}, false
	}
	return decimal.New(int64(e.Year), 0).Add(e.Fraction), true
}

// Exhaustion says when the budget runs out on a course, which is of all its years from
// the first on. Where some of them are gone, take off what was emitted in them and ask
// what is left: b.From(2024, figures), and then its Exhaustion. A budget spent exactly
// is not exceeded. A year left out of a plan, and a plan that begins after the
// budget, is a [*ghg.NoFigureError].
func (b Budget) Exhaustion(c Course) (Exhaustion, error) {
	switch {
	case b.def == nil:
		return Exhaustion{}, errNoBudget
	case c.years == nil:
		return Exhaustion{}, fmt.Errorf("%s: no course given: name one, such as budget.Constant", b.of())
	}
	years, err := read(c.years(b.First(), b.lastYear()))
	if err != nil {
		return Exhaustion{}, fmt.Errorf("%s: %w", c.name.En, err)
	}
	out := Exhaustion{Budget: b, Course: c.name.En, CourseKo: c.name.Ko, Spent: nothing(b.Metric())}
	if b.Amount().Sign() < 0 {
		out.Answer = SpentBefore
		replay(out.Explain)
		return out, nil
	}
	if begins := years[0].year; b.First() < begins || b.First() > years[len(years)-1].year {
		e := &ghg.NoFigureError{Of: c.name.En, Year: b.First()}
		if b.First() < begins {
			e.Remedy = fmt.Sprintf("%s counts from then on, and the course begins in %d: give the years before it too, or take off what was "+
				"emitted in them with Budget.From(%[2]d, figures) and ask the exhaustion of what is left", b.of(), begins)
		}
		return Exhaustion{}, e
	}
	for _, y := range years[b.First()-years[0].year:] {
		if !b.Counts(y.year) {
			break
		}
		before := out.Spent
		if out.Spent, err = before.Add(y.co2e); err != nil {
			return Exhaustion{}, fmt.Errorf("%s, %s, %d: %w", b.of(), c.name.En, y.year, err)
		}
		out.Through = y.year
		out.years = append(out.years, y)
		if out.Spent.Tonnes().GreaterThan(b.Amount().Tonnes()) {
			out.Answer, out.Year, out.Before, out.Emissions = Exceeded, y.year, before, y.co2e
			left := b.Amount().Tonnes().Sub(before.Tonnes())
			out.Fraction = floorQuotient(left, y.co2e.Tonnes(), ghg.RatioPlaces)
			replay(out.Explain)
			return out, nil
		}
	}
	out.Answer = NotExceeded
	replay(out.Explain)
	return out, nil
}

// String says when the budget runs out, or that it does not.
func (e Exhaustion) String() string { return e.term().En }

// Korean is the same in Korean.
func (e Exhaustion) Korean() string { return e.term().Ko }

func (e Exhaustion) term() words.Term {
	course := words.Term{En: e.Course, Ko: e.CourseKo}
	switch e.Answer {
	case NoAnswer:
		return e.Answer.term()
	case Exceeded:
		at, _ := e.At()
		return filled(said.exceeded, e.Year, at.RoundFloor(2).StringFixed(2), course)
	case SpentBefore:
		return filled(said.spentBefore, e.Budget.First())
	}
	return filled(said.notExceeded, e.Through, course)
}

// Explain is how the answer comes about: the course as far as it was looked at, and where
// its cumulated emissions exceed the budget. It is the zero Derivation for the zero
// Exhaustion.
func (e Exhaustion) Explain() derivation.Derivation {
	if e.Budget.IsZero() {
		return derivation.Derivation{}
	}
	s := e.Budget.sheet(words.Term{En: "exhaustion of %s", Ko: "%s 소진"}.With(e.Budget.Name()))
	cases := []derivation.Case{{Name: "spent-before", What: SpentBefore.term(), If: "R < 0", Holds: e.Answer == SpentBefore}}
	if len(e.years) > 0 {
		s.given("f", pathed.first, whole(e.Budget.First()))
		s.Given("v", spent.course.With(words.Term{En: e.Course, Ko: e.CourseKo}), s.unit, "", s.years("y", e.years)...).Index = "y"
		s.sum("spent", spent.cumulated, "sum(y: v[y])", e.Spent)
		if e.Answer == Exceeded {
			s.Add(number("year", spent.year, "f + sum(y: sum(i = f..y: v[i]) ≤ R)", whole(e.Year)))
			s.sum("before", spent.before, "sum(i = f..year - 1: v[i])", e.Before)
			s.Add(derivation.Step{Symbol: "part", What: spent.part, Kind: derivation.Solved, Formula: "before + part × v[year] - R",
				Rounding: derivation.Rounding{Mode: derivation.Down, Places: ghg.RatioPlaces},
				Values:   []derivation.Value{derivation.Number(e.Fraction)}})
			at, _ := e.At()
			s.Add(number("at", spent.at, "year + part", at))
		}
		cases = append(cases, derivation.Case{Name: "exceeded", What: Exceeded.term(), If: "spent > R", Holds: e.Answer == Exceeded},
			derivation.Case{Name: "not-exceeded", What: NotExceeded.term(), Holds: true})
	}
	s.Add(derivation.Step{Symbol: "answer", What: spent.answer, Kind: derivation.Decided, Cases: cases})
	return s.done()
}
