package budget

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ReportTerms are the choices of a [Report].
type ReportTerms struct {
	// PeriodFirst is the first year of the first budget period. It may lie
	// before the budget, as where five-year periods are set by law: the first
	// period then has the years that count alone.
	PeriodFirst int `json:"periodFirst"`
	PeriodYears int `json:"periodYears"` // in a period: 5 for five-year carbon budgets
	// NearlySpent is the share of the budget, of which at most may be left where it counts
	// as nearly spent: 5%. It says nothing of what is emitted then.
	NearlySpent ghg.Share `json:"nearlySpent"`
}

// PeriodBudget is what a period of a budget's years may emit together.
type PeriodBudget struct {
	First int      `json:"first"`
	Last  int      `json:"last"` // counted years, both included
	CO2e  ghg.CO2e `json:"co2e"`
}

// String is the period budget in one line.
func (p PeriodBudget) String() string { return filled(said.period, p.First, p.Last, p.CO2e).En }

// Korean is the period budget in one line of Korean.
func (p PeriodBudget) Korean() string { return filled(said.period, p.First, p.Last, p.CO2e).Ko }

// Report is a city's budget spent at a constant annual rate by its last year:
// the rate, the budgets of periods of years, and the year in which it is nearly
// spent. That is the year of near zero of those reports only where the budget is one to
// last for good: a budget of 2024 to 2030 is nearly spent in 2030, and the city may emit
// much then. It has
// the shape of the city reports of the Tyndall Centre (University of
// Manchester), written from a description of the method: the method's own text
// was not at hand, so compare with it before citing it.
type Report struct {
	path       Path
	terms      ReportTerms
	allowances Allowances
	periods    []PeriodBudget
	nearly     int
	left       ghg.CO2e
}

// Report spends the budget by [ConstantRate] from a start, and divides it by
// periods. All amounts are sums of allowances: they add up to the budget
// exactly, and are not rounded; [Report.Show] does that.
func (b Budget) Report(s Start, t ReportTerms) (Report, error) {
	p, err := b.Path(ConstantRate, s)
	if err != nil {
		return Report{}, err
	}
	if err := t.check(b); err != nil {
		return Report{}, err
	}
	years, err := p.Through(b.Last())
	if err != nil {
		return Report{}, err
	}
	r := Report{path: p, terms: t}
	if r.allowances, err = b.Allowances(years); err != nil {
		return Report{}, err
	}
	for first := t.PeriodFirst; first <= b.Last(); first += t.PeriodYears {
		from, to := max(first, b.First()), min(first+t.PeriodYears-1, b.Last())
		r.periods = append(r.periods, PeriodBudget{from, to, r.allowances.Between(from, to)})
	}
	limit := b.Amount().Tonnes().Mul(t.NearlySpent.Fraction())
	r.left = b.Amount()
	for year, a := range r.allowances.All() {
		r.nearly = year
		if r.left, err = r.left.Sub(a); err != nil {
			return Report{}, err
		}
		if r.left.Tonnes().LessThanOrEqual(limit) {
			break
		}
	}
	replay(r.Explain)
	return r, nil
}

// check refuses terms that make no report of a budget.
func (t ReportTerms) check(b Budget) error {
	var faults ghg.Faults
	of := "report on " + b.of()
	if t.PeriodYears < 1 || t.PeriodYears > ghg.LastYear-ghg.FirstYear {
		faults.Refuse(of, "period years", strconv.Itoa(t.PeriodYears), "at least one year is needed")
	} else if t.PeriodFirst > b.First() || t.PeriodFirst <= b.First()-t.PeriodYears {
		faults.Refuse(of, "period first", strconv.Itoa(t.PeriodFirst),
			fmt.Sprintf("the first period must hold %d, the first counted year", b.First()))
	}
	if f := t.NearlySpent.Fraction(); t.NearlySpent.IsUnset() {
		faults.Refuse(of, "nearly spent", "", "state the share that may be left, such as ghg.MustShare(\"5%\")")
	} else if f.IsNegative() || !f.LessThan(decimal.New(1, 0)) {
		faults.Refuse(of, "nearly spent", t.NearlySpent.String(), "a share of 0% to below 100% is needed")
	}
	return faults.Err()
}

// Path is the path of the constant rate.
func (r Report) Path() Path { return r.path }

// AnnualRate is the cut from each year to the next.
func (r Report) AnnualRate() ghg.Ratio { return r.path.AnnualRate() }

// Allowances are those of the single years.
func (r Report) Allowances() Allowances { return r.allowances }

// Periods yields the budgets of the periods. They add up to the budget.
func (r Report) Periods() iter.Seq[PeriodBudget] { return slices.Values(r.periods) }

// Show rounds the budgets of the periods to a unit and a number of decimal places
// so that they add up to the rounded budget, by largest remainder ([ghg.ShowList]).
func (r Report) Show(unit ghg.MassUnit, places int32) (ghg.ShownList, error) {
	amounts := make([]ghg.CO2e, len(r.periods))
	for i, p := range r.periods {
		amounts[i] = p.CO2e
	}
	return ghg.ShowList(unit, places, amounts...)
}

// NearlySpent is the first year at whose end no more than the share of the terms
// is left of the budget, and what is left then.
func (r Report) NearlySpent() (int, ghg.CO2e) { return r.nearly, r.left }

// String is the report in one line.
func (r Report) String() string { return r.term().En }

// Korean is the report in one line of Korean.
func (r Report) Korean() string { return r.term().Ko }

func (r Report) term() words.Term {
	if r.path.IsZero() {
		return noResult.path
	}
	return filled(said.report, r.path.Budget().term(), percent(r.AnnualRate(), 1), r.nearly)
}

// Explain is how the report comes about: the path of the constant rate, the allowances
// of its years, and the budgets of the periods. It is the zero Derivation for the zero
// Report.
func (r Report) Explain() derivation.Derivation {
	if r.path.IsZero() {
		return derivation.Derivation{}
	}
	return r.sheet().done()
}

// ExplainShown is Explain with the budgets of the periods as [Report.Show] rounds them: to
// the rounded budget, by largest remainder.
func (r Report) ExplainShown(unit ghg.MassUnit, places int32) (derivation.Derivation, error) {
	l, err := r.Show(unit, places)
	if err == nil {
		err = checkPlaces(r.path.Budget(), places)
	}
	if err != nil || r.path.IsZero() {
		return derivation.Derivation{}, err
	}
	s := r.sheet()
	s.shown("period", "k", unit, places, l)
	return s.done(), nil
}

func (r Report) sheet() *sheet {
	s := r.path.sheet()
	b := r.path.Budget()
	s.Title = allowed.report.With(b.Name())
	s.sum("closing", allowed.closing, "R - sum(i = f..l: v[i])", r.allowances.Closing())
	s.given("share", allowed.share, r.terms.NearlySpent.Fraction())
	values := s.years("u", r.allowances.years)
	s.column("allowance", "u", allowed.years, "v[u] + (u = l) × closing", derivation.Rounding{}, values)
	left := b.Amount()
	var rest []derivation.Value
	for _, y := range r.allowances.years {
		left, _ = left.Sub(y.co2e) // all are in one metric
		rest = append(rest, derivation.Number(left.Tonnes()))
	}
	s.column("left", "u", allowed.left, "R - sum(i = f..u: allowance[i])", derivation.Rounding{}, rest)
	s.Add(number("nearly", allowed.nearly, "f + sum(u: left[u] > share × R)", whole(r.nearly)))
	s.sum("nearly_left", allowed.nearlyLeft, "left[nearly]", r.left)
	index := derivation.Index{Letter: "k"}
	var from, to, periods []derivation.Value
	for _, p := range r.periods {
		index.Rows = append(index.Rows, derivation.Row{ID: fmt.Sprintf("%d-%d", p.First, p.Last)})
		from, to = append(from, derivation.Number(whole(p.First))), append(to, derivation.Number(whole(p.Last)))
		periods = append(periods, derivation.Number(p.CO2e.Tonnes()))
	}
	s.Indices = append(s.Indices, index)
	s.Add(derivation.Step{Symbol: "from", What: allowed.from, Index: "k", Values: from},
		derivation.Step{Symbol: "to", What: allowed.to, Index: "k", Values: to})
	s.column("period", "k", allowed.periods, "sum(i = from[k]..to[k]: allowance[i])", derivation.Rounding{}, periods)
	return s
}
