package budget

import (
	"cmp"
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

// Start is where a path begins: the emissions of a year, E0, on the budget's
// metric. The year is the budget's first year, and then counts, or the year
// before it, and then does not.
type Start struct {
	Year      int      `json:"year"`
	Emissions ghg.CO2e `json:"emissions"`
	Source    string   `json:"source,omitempty"` // of the emissions; "" where not stated
}

// NoPathError says that no path of a form spends a budget from a start.
type NoPathError struct {
	Budget string
	Form   string
	Reason string
}

func (e *NoPathError) Error() string {
	return fmt.Sprintf("no path: %s cannot spend %s: %s", e.Form, named(e.Budget), e.Reason)
}

// Path is a way to spend a budget from a start. Its values are rounded down to
// [target.PathwayPlaces] decimal places of a tonne. It is immutable; the zero
// Path has no years.
type Path struct{ def *path }

type path struct {
	budget Budget
	form   Form
	start  Start
	curve  curve
}

// Path solves a form for the budget. A budget or a start that is not above
// zero, or a form that cannot spend the budget, is a [*NoPathError].
func (b Budget) Path(f Form, s Start) (Path, error) {
	switch {
	case b.def == nil:
		return Path{}, errNoBudget
	case f.def == nil:
		return Path{}, errNoForm
	case s.Year < ghg.FirstYear || s.Year != b.First() && s.Year != b.First()-1:
		return Path{}, &ghg.YearError{Of: b.of() + ", start of a path", Year: s.Year, First: max(ghg.FirstYear, b.First()-1), Last: b.First()}
	}
	refuse := func(reason string) (Path, error) { return Path{}, &NoPathError{b.Name(), f.String(), reason} }
	if _, err := b.Amount().Cmp(s.Emissions); err != nil {
		return Path{}, fmt.Errorf("%s, start in %d: %w", b.of(), s.Year, err)
	}
	if err := checkAmount(s.Emissions); err != nil {
		return Path{}, fmt.Errorf("%s, start in %d: %w", b.of(), s.Year, err)
	}
	if b.Amount().Sign() <= 0 {
		return refuse(fmt.Sprintf("nothing is left of it: R = %s", b.Amount()))
	}
	if s.Emissions.Sign() <= 0 {
		return refuse(fmt.Sprintf("a path starts above zero: E0 = %s in %d", s.Emissions, s.Year))
	}
	c, err := f.def.solve(terms{r: b.Amount().Tonnes(), e0: s.Emissions.Tonnes(), inside: b.Counts(s.Year),
		start: s.Year, last: b.lastYear(), ends: b.Last() != ForGood})
	if err != nil {
		return refuse(err.Error())
	}
	return Path{&path{b, f, s, c}}, nil
}

// IsZero reports whether there is no path.
func (p Path) IsZero() bool { return p.def == nil }

// Budget is what the path spends.
func (p Path) Budget() Budget {
	if p.def == nil {
		return Budget{}
	}
	return p.def.budget
}

// Form is the path's form.
func (p Path) Form() Form {
	if p.def == nil {
		return Form{}
	}
	return p.def.form
}

// Start is where the path begins.
func (p Path) Start() Start {
	if p.def == nil {
		return Start{}
	}
	return p.def.start
}

// noPath is why the zero Path has no value.
const noPath = "no path: make one with Budget.Path"

// AnnualRate is the cut from each year to the next, as a share of the year
// before; undefined where it is another every year.
func (p Path) AnnualRate() ghg.Ratio {
	if p.def == nil {
		return ghg.Undefined(noPath)
	}
	return p.def.curve.rate
}

// YearsToZero is the time from the start until nothing is emitted; undefined
// where the path never reaches zero. A discrete path has whole years.
func (p Path) YearsToZero() ghg.Ratio {
	if p.def == nil {
		return ghg.Undefined(noPath)
	}
	return p.def.curve.zero
}

var errZeroPath = errors.New(noPath)

// check refuses years that the path has no value for.
func (p Path) check(what string, year, first int) error {
	if p.def == nil {
		return errZeroPath
	}
	if last := p.def.budget.lastYear(); year < first || year > last {
		return p.def.budget.yearError(what, year, first)
	}
	return nil
}

// At is the value in a year from the start to the budget's last, or to 2300 if
// it has none. On a continuous path it is the curve's value at the year's mark.
func (p Path) At(year int) (ghg.CO2e, error) {
	if err := p.check("value of a path", year, p.Start().Year); err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(p.def.curve.at(year-p.def.start.Year), ghg.Tonne, p.def.budget.Metric())
}

// Through yields the values from the start to a last year.
func (p Path) Through(last int) (iter.Seq2[int, ghg.CO2e], error) {
	if err := p.check("last year of a path", last, p.Start().Year); err != nil {
		return nil, err
	}
	return func(yield func(int, ghg.CO2e) bool) {
		for year := p.def.start.Year; year <= last; year++ {
			v, _ := p.At(year) // within the range checked
			if !yield(year, v) {
				return
			}
		}
	}, nil
}

// Discrete is the path of the same shape whose calendar years add up to the
// budget: [LinearYears] for [Linear], [Geometric] for [Exponential]. A discrete
// path is its own; other forms are a [*NoPathError].
func (p Path) Discrete() (Path, error) {
	switch {
	case p.def == nil:
		return Path{}, errZeroPath
	case p.def.form.Counting() == Discrete:
		return p, nil
	case p.def.form.def.discrete == nil:
		return Path{}, &NoPathError{p.def.budget.Name(), p.def.form.String(),
			"the form has no discrete counterpart: use budget.LinearYears or budget.Geometric"}
	}
	return p.def.budget.Path(Form{p.def.form.def.discrete}, p.def.start)
}

// String is the path in one line.
func (p Path) String() string { return p.term().En }

// Korean is the path in one line of Korean.
func (p Path) Korean() string { return p.term().Ko }

func (p Path) term() words.Term {
	if p.def == nil {
		return noResult.path
	}
	return filled(said.path, p.def.form.term(), p.def.form.Counting().term(), p.def.start.Emissions, p.def.start.Year)
}

// Explain writes the path with its formula and all that enters it.
func (p Path) Explain() string {
	if p.def == nil {
		return noPath
	}
	var e explanation
	p.explain(&e)
	return e.String()
}

func (p Path) explain(e *explanation) {
	b, s := p.def.budget, p.def.start
	b.explain(e)
	e.line("path", "%s", p)
	e.line("formula", "%s (%s)", p.def.form.Formula(), p.def.form.Source())
	counts := "is outside the budget"
	if b.Counts(s.Year) {
		counts = "is inside the budget"
	}
	e.line("  with", "R = %s", b.Amount())
	e.line("  with", "E0 = %s in %d, which %s; source %s", s.Emissions, s.Year, counts, cmp.Or(s.Source, "not stated"))
	e.inputs(p.def.curve.inputs)
	e.line("annual rate", "%s", p.AnnualRate())
	e.line("to zero", "%s", zeroText(p.YearsToZero()))
	e.line("rounding", "values rounded down to %d decimal places of a tonne", target.PathwayPlaces)
	e.findings(p.Findings())
}

func zeroText(r ghg.Ratio) string {
	if r.Undefined() != "" {
		return r.Undefined()
	}
	return r.String() + " years from the start"
}

// Findings are remarks on the path: see [FindingPathRises].
func (p Path) Findings() ghg.Findings {
	var f ghg.Findings
	if p.def != nil && p.def.curve.rises {
		f.Add(ghg.Finding{Code: FindingPathRises, Severity: ghg.Warning, Of: p.def.budget.of(), Found: p.def.form.String()}.Said(
			remarked.rises, p.def.start.Year))
	}
	return f
}
