package budget

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on budgets and paths.
const (
	// FindingNotFinal: figures that are provisional or estimated were counted.
	FindingNotFinal = "budget-not-final"
	// FindingGaps: figures with gaps were counted, so that more was emitted.
	FindingGaps = "budget-figure-with-gaps"
	// FindingFiscalYears: figures of fiscal years were counted for calendar years.
	FindingFiscalYears = "budget-fiscal-years"
	// FindingOverspent: more is emitted than the budget allows.
	FindingOverspent = "budget-overspent"
	// FindingAreaIsNoSum: the area under a continuous path is the budget, and
	// the sum of its calendar years is not.
	FindingAreaIsNoSum = "area-is-no-sum"
	// FindingLeft: a path does not spend a budget by its last year; its form
	// runs on after it.
	FindingLeft = "budget-left"
	// FindingPathRises: a path goes up before it comes down.
	FindingPathRises = "path-rises"
)

// Use is how much of a budget the years so far have used.
type Use struct {
	Budget  Budget           `json:"budget"`
	Through int              `json:"through"`           // the last year counted
	Figures []ghg.YearFigure `json:"figures,omitempty"` // counted, by year
	Used    ghg.CO2e         `json:"used"`              // sum of the figures
	Share   ghg.Ratio        `json:"share"`             // Used/R; undefined where R is not above zero
	Left    ghg.CO2e         `json:"left"`              // R - Used; below zero where the budget is overspent
	// Exhaustion is the year within the figures in which the budget ran out, if
	// it did.
	Exhaustion Exhaustion   `json:"exhaustion,omitzero"`
	Findings   ghg.Findings `json:"findings"`
}

// Use sums what was emitted from the budget's first year through a year. The
// series is of the budget's place, view and metric; another is refused with a
// [*ghg.MismatchError]. Years without a figure, or with no more than a nowcast or a
// projection, are refused with a [*MissingError]: they are not 0. Figures whose
// periods overlap, or leave days out between them, are not added: that is a
// [*ghg.PeriodError].
func (b Budget) Use(y ghg.Yearly, through int) (Use, error) {
	if b.def == nil {
		return Use{}, errNoBudget
	}
	if !b.Counts(through) {
		return Use{}, b.yearError("use", through, b.First())
	}
	figures, used, err := b.emitted(y, b.First(), through)
	if err != nil {
		return Use{}, err
	}
	u := Use{Budget: b, Through: through, Figures: figures, Used: used}
	if u.Left, err = b.Amount().Sub(used); err != nil {
		return Use{}, err
	}
	u.Share = ghg.Undefined("the budget is not above zero")
	if b.Amount().Sign() > 0 {
		u.Share = ghg.Quotient(used.Tonnes(), b.Amount().Tonnes(), "")
	}
	u.Exhaustion, err = b.Exhaustion(Plan("figures", func(yield func(int, ghg.CO2e) bool) {
		for _, f := range figures {
			if !yield(f.Year, f.CO2e) {
				return
			}
		}
	}))
	if err != nil {
		return Use{}, err
	}
	remarks(&u.Findings, figures, "")
	if u.Left.Sign() < 0 {
		u.Findings.Add(ghg.Finding{Code: FindingOverspent, Severity: ghg.Warning, Of: b.of(), Stated: b.Amount().String(),
			Found: used.String()}.Said(
			remarked.overspent, u.Left.Neg()))
	}
	replay(u.Explain)
	return u, nil
}

// remarks adds findings on figures that stand for less than they seem to; of
// names the place where several have figures.
func remarks(out *ghg.Findings, figures []ghg.YearFigure, of ghg.PlaceID) {
	fiscal := func(f ghg.YearFigure) bool { return f.Period != ghg.CalendarYear(f.Year) }
	if i := slices.IndexFunc(figures, fiscal); i >= 0 {
		out.Add(ghg.Finding{Code: FindingFiscalYears, Severity: ghg.Warning, Of: string(of), Found: figures[i].Period.String()}.Said(
			remarked.fiscal, figures[i].Period))
	}
	for _, f := range figures {
		year := strconv.Itoa(f.Year)
		if of != "" {
			year = string(of) + " " + year
		}
		if f.Status != ghg.Actual {
			out.Add(ghg.Finding{Code: FindingNotFinal, Severity: ghg.Note, Of: year, Found: f.Status.String()}.Said(
				remarked.notFinal, words.Term{En: f.Status.String(), Ko: f.Status.Korean()}))
		}
		if n := len(f.Coverage.Gaps); n > 0 {
			out.Add(ghg.Finding{Code: FindingGaps, Severity: ghg.Warning, Of: year, Found: fmt.Sprint(n)}.Said(remarked.gaps, n))
		}
	}
}

// String is "55.4% used through 2022, 2000 tCO2e (AR5) left".
func (u Use) String() string { return u.term().En }

// Korean is "2022년까지 55.4% 사용, 잔여 2000 tCO2e (AR5)".
func (u Use) Korean() string { return u.term().Ko }

func (u Use) term() words.Term {
	if u.Budget.IsZero() {
		return noResult.budget
	}
	return filled(said.use, percent(u.Share, 1), u.Through, u.Left)
}

// Explain is what was used, and what is left. It is the zero Derivation for the zero Use.
func (u Use) Explain() derivation.Derivation {
	if u.Budget.IsZero() {
		return derivation.Derivation{}
	}
	x := u.Budget.sheet(words.Term{En: "use of %s", Ko: "%s 사용"}.With(u.Budget.Name()))
	index, figures := figureIndex("y", "F", spent.figures, x.unit, u.Figures)
	x.Indices = append(x.Indices, index)
	x.Add(figures)
	at := derivation.Step{Symbol: "exhausted", What: spent.exhausted, Values: []derivation.Value{derivation.Undefined(u.Exhaustion.term())}}
	if moment, ok := u.Exhaustion.At(); ok {
		at.Values[0] = derivation.Number(moment)
	}
	at.ComesFrom(func(int) string { return u.Exhaustion.Explain().ID() })
	x.Add(at)
	x.sum("used", spent.used, fmt.Sprintf("sum(y = %d..%d: F[y])", u.Budget.First(), u.Through), u.Used)
	x.ratio("share", spent.share, "used / R", "R > 0", u.Share, spent.notAbove)
	x.sum("left", spent.left, "R - used", u.Left)
	return x.done()
}

// From is the budget for the years from another first year on. Emissions of
// the years between are taken off, or added where the first year is earlier;
// they are given as for [Budget.Use], and the stage has its findings on them.
// What is left may be below zero.
func (b Budget) From(first int, y ghg.Yearly) (Budget, error) {
	if b.def == nil {
		return Budget{}, errNoBudget
	}
	if first < ghg.FirstYear || first > b.lastYear() {
		return Budget{}, b.yearError("first counted year", first, ghg.FirstYear)
	}
	from, to := min(first, b.First()), max(first, b.First())-1
	if to < from {
		return b, nil
	}
	figures, sum, err := b.emitted(y, from, to)
	if err != nil {
		return Budget{}, err
	}
	s := Stage{Name: allocated.from.With(first), Formula: "R - E_sum", Source: sources(y, from, to)}
	s.addFigures("E", y.Place(), from, to, figures, sum)
	remarks(&s.Findings, figures, "")
	if first < b.First() {
		s.Formula, sum = "R + E_sum", sum.Neg()
	}
	if s.Amount, err = b.Amount().Sub(sum); err != nil {
		return Budget{}, err
	}
	return b.stage(s, func(d *Definition) { d.First = first })
}

// sources names the documents of a series' figures, each once.
func sources(y ghg.Yearly, first, last int) string {
	var names []string
	for f := range y.All() {
		if f.Year >= first && f.Year <= last && f.Source != "" && !slices.Contains(names, f.Source) {
			names = append(names, f.Source)
		}
	}
	return strings.Join(names, "; ")
}
