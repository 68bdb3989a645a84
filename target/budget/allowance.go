package budget

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// OverspentError says that a path emits more than its budget before its last
// year, so that no allowance is left to close it with.
type OverspentError struct {
	Budget string
	Year   int      // in which the sum exceeds the budget
	Spent  ghg.CO2e // through that year
	Amount ghg.CO2e // the budget
}

func (e *OverspentError) Error() string {
	return fmt.Sprintf("%s: the path has spent %s of %s by the end of %d: "+
		"a path whose calendar years add up to the budget is needed, such as budget.LinearYears or budget.Geometric",
		named(e.Budget), e.Spent, e.Amount, e.Year)
}

// Allowances are what each calendar year of a budget may emit. They add up to
// the budget exactly. The zero Allowances are none.
type Allowances struct {
	budget  Budget
	years   []pathYear
	closing ghg.CO2e
}

// Allowances turns the values of a path, such as [Path.Through] yields, into
// allowances that add up to the budget: each year has the value of the path, and
// the last year exactly what is left. Nothing is rounded: [Allowances.Show] does
// that. Years before the budget are passed over; the path has every year that
// counts up to its end, which is the budget's last year unless the budget is for
// good. A path that spends more than the budget before its end is an
// [*OverspentError], and a value below zero is refused.
//
// Whatever a path has not spent falls on the last year. Of [ConstantRate] and
// [LinearYears] that is what [target.PathwayPlaces] cut off, less than 1e-12 of a
// tonne for each year; of [Geometric], which spends for good, it may be many times
// the year before: look at [Allowances.Closing].
func (b Budget) Allowances(path iter.Seq2[int, ghg.CO2e]) (Allowances, error) {
	switch {
	case b.def == nil:
		return Allowances{}, errNoBudget
	case b.Amount().Sign() < 0:
		return Allowances{}, &NoPathError{b.Name(), "a path of allowances", fmt.Sprintf("nothing is left of it: R = %s", b.Amount())}
	}
	years, err := read(path)
	if err != nil {
		return Allowances{}, fmt.Errorf("%s: %w", b.of(), err)
	}
	end := years[len(years)-1].year
	if !b.Counts(end) || b.Last() != ForGood && end != b.Last() {
		first := b.First()
		if b.Last() != ForGood {
			first = b.Last()
		}
		return Allowances{}, b.yearError("end of a path of allowances", end, first)
	}
	if years[0].year > b.First() {
		return Allowances{}, &ghg.NoFigureError{Of: "path for " + b.of(), Year: b.First()}
	}
	years = years[b.First()-years[0].year:]
	left := b.Amount()
	out := Allowances{budget: b}
	for i, y := range years {
		if y.co2e.Sign() < 0 {
			return Allowances{}, refuse("path for "+b.of()+" in "+strconv.Itoa(y.year), "value", y.co2e, "an allowance is not below zero")
		}
		rest, err := left.Sub(y.co2e)
		if err != nil {
			return Allowances{}, fmt.Errorf("%s, %d: %w", b.of(), y.year, err)
		}
		if i == len(years)-1 {
			out.closing = rest
			out.years = append(out.years, pathYear{y.year, left})
			break
		}
		if rest.Sign() < 0 {
			spent, _ := b.Amount().Sub(rest)
			return Allowances{}, &OverspentError{b.Name(), y.year, spent, b.Amount()}
		}
		left = rest
		out.years = append(out.years, y)
	}
	replay(out.Explain)
	return out, nil
}

// All yields the years that count with their allowances.
func (a Allowances) All() iter.Seq2[int, ghg.CO2e] {
	return func(yield func(int, ghg.CO2e) bool) {
		for _, y := range a.years {
			if !yield(y.year, y.co2e) {
				return
			}
		}
	}
}

// Show rounds the allowances to a unit and a number of decimal places so that they
// add up to the rounded budget, by largest remainder ([ghg.ShowList]): in the order
// of the years.
func (a Allowances) Show(unit ghg.MassUnit, places int32) (ghg.ShownList, error) {
	amounts := make([]ghg.CO2e, len(a.years))
	for i, y := range a.years {
		amounts[i] = y.co2e
	}
	return ghg.ShowList(unit, places, amounts...)
}

// Closing is how much more the last year has than the path gave it: what the
// path leaves of the budget. A large one
// says that the path spends the budget only after its end; one below zero, that
// the path spends more than the budget and its last year was cut.
func (a Allowances) Closing() ghg.CO2e { return a.closing }

// Between is the sum of the allowances of years, first and last included.
func (a Allowances) Between(first, last int) ghg.CO2e {
	sum := nothing(a.budget.Metric())
	for _, y := range a.years {
		if y.year >= first && y.year <= last {
			sum, _ = sum.Add(y.co2e) // all are in one metric
		}
	}
	return sum
}

// String is the allowances in one line.
func (a Allowances) String() string { return a.term().En }

// Korean is the allowances in one line of Korean.
func (a Allowances) Korean() string { return a.term().Ko }

func (a Allowances) term() words.Term {
	if len(a.years) == 0 {
		return noResult.allowances
	}
	first, last := a.years[0], a.years[len(a.years)-1]
	return filled(said.allowances, first.year, last.year, first.co2e, last.co2e, a.budget.Amount())
}

// allowed are the words of the derivations of allowances.
var allowed = struct {
	title, path, together, closing, years, report, from, to, periods, left, share, nearly, nearlyLeft, unit, total,
	shown words.Term
}{
	title:      words.Term{En: "allowances of %s", Ko: "%s 연도별 배출허용량"},
	path:       words.Term{En: "value of the path", Ko: "경로의 값"},
	together:   words.Term{En: "sum of the path", Ko: "경로 합계"},
	closing:    words.Term{En: "what the last year takes: the rest of the budget", Ko: "마지막 해에 더하는 나머지"},
	years:      words.Term{En: "allowance of the year", Ko: "연도별 배출허용량"},
	report:     words.Term{En: "report on %s", Ko: "%s 보고"},
	from:       words.Term{En: "first year of the period", Ko: "기간 첫해"},
	to:         words.Term{En: "last year of the period", Ko: "기간 마지막 해"},
	periods:    words.Term{En: "budget of the period", Ko: "기간별 탄소예산"},
	left:       words.Term{En: "left at the end of the year", Ko: "연말 잔여량"},
	share:      words.Term{En: "share of the budget at which it counts as nearly spent", Ko: "거의 소진으로 보는 잔여 비율"},
	nearly:     words.Term{En: "first year at whose end no more is left", Ko: "잔여 비율 이하가 되는 첫해"},
	unit:       words.Term{En: "units in a tonne: %s", Ko: "1톤의 단위 환산: %s"},
	total:      words.Term{En: "the budget, rounded", Ko: "반올림한 탄소예산"},
	shown:      words.Term{En: "rounded, adding up to the rounded budget", Ko: "반올림한 탄소예산에 맞춘 값"},
	nearlyLeft: words.Term{En: "left at its end", Ko: "그 해 말 잔여량"},
}

// Explain is the budget and every allowance: each year has what the path gives it, and
// the last takes what is left. It is the zero Derivation for the zero Allowances.
func (a Allowances) Explain() derivation.Derivation {
	if len(a.years) == 0 {
		return derivation.Derivation{}
	}
	return a.sheet().done()
}

// ExplainShown is Explain with the allowances as [Allowances.Show] rounds them: to the
// rounded budget, by largest remainder.
func (a Allowances) ExplainShown(unit ghg.MassUnit, places int32) (derivation.Derivation, error) {
	l, err := a.Show(unit, places)
	if err == nil {
		err = checkPlaces(a.budget, places)
	}
	if err != nil || len(a.years) == 0 {
		return derivation.Derivation{}, err
	}
	s := a.sheet()
	s.shown("allowance", "y", unit, places, l)
	return s.done(), nil
}

func (a Allowances) sheet() *sheet {
	s := a.budget.sheet(allowed.title.With(a.budget.Name()))
	last := len(a.years) - 1
	s.given("l", pathed.last, whole(a.years[last].year))
	path := s.years("y", a.years)
	given, _ := a.years[last].co2e.Sub(a.closing) // all are in one metric
	values := slices.Clone(path)
	path[last] = derivation.Number(given.Tonnes())
	together, _ := a.budget.Amount().Sub(a.closing)
	s.Given("v", allowed.path, s.unit, "", path...).Index = "y"
	s.sum("together", allowed.together, "sum(y: v[y])", together)
	s.sum("closing", allowed.closing, "R - together", a.closing)
	s.column("allowance", "y", allowed.years, "v[y] + (y = l) × closing", derivation.Rounding{}, values)
	return s
}
