package budget

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
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
	p := Path{&path{b, f, s, c}}
	replay(p.Explain)
	return p, nil
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

// Explain is the path with its formula, all that enters it, and its value in each year
// to the budget's last. It is the zero Derivation for the zero Path.
func (p Path) Explain() derivation.Derivation {
	if p.def == nil {
		return derivation.Derivation{}
	}
	return p.sheet().done()
}

// pathed are the words of a path's derivation.
var pathed = struct{ title, start, startYear, first, last, values, rate, zero, never words.Term }{
	title:     words.Term{En: "%s: %s", Ko: "%s: %s"},
	start:     words.Term{En: "emissions of the start", Ko: "시작연도 배출량"},
	startYear: words.Term{En: "year of the start", Ko: "시작연도"},
	first:     words.Term{En: "first year that counts", Ko: "산정 첫해"},
	last:      words.Term{En: "last year", Ko: "마지막 해"},
	values:    words.Term{En: "value of the year: %s, %s", Ko: "연도별 값: %s, %s"},
	rate:      words.Term{En: "cut from each year to the next", Ko: "전년 대비 감축률"},
	zero:      words.Term{En: "years from the start until nothing is emitted", Ko: "배출이 없어질 때까지의 연수"},
	never:     words.Term{En: never, Ko: "0에 가까워지나 0이 되지 않음"},
}

func (p Path) sheet() *sheet {
	b, start, c, form := p.def.budget, p.def.start, p.def.curve, p.def.form
	s := b.sheet(pathed.title.With(b.Name(), form.term()))
	s.Given("E0", pathed.start, s.unit, start.Source, derivation.Number(start.Emissions.Tonnes()))
	s.given("s", pathed.startYear, whole(start.Year))
	s.given("f", pathed.first, whole(b.First()))
	s.given("l", pathed.last, whole(b.lastYear()))
	symbols := map[string]bool{}
	for _, x := range s.Steps {
		symbols[x.Symbol] = true
	}
	rename := map[string]string{}
	for _, n := range c.needs {
		if rename[n.Symbol] = n.Symbol; symbols[n.Symbol] { // a stage of the budget has one
			rename[n.Symbol] = "path_" + n.Symbol
		}
		if strings.HasPrefix(n.Unit, "t") {
			n.Unit = s.unit + n.Unit[1:]
		}
		n.Symbol, n.Formula = rename[n.Symbol], renamed(n.Formula, rename)
		s.Add(n)
	}
	if r := c.rate; r.IsDefined() {
		s.ratio("rate", pathed.rate, renamed("1 - q", rename), "", r, words.Term{})
	}
	if c.zero.IsDefined() {
		s.ratio("zero", pathed.zero, renamed(c.zeroAt, rename), "", c.zero, words.Term{})
	} else {
		s.Add(derivation.Step{Symbol: "zero", What: pathed.zero, Kind: derivation.Told, Note: pathed.never})
	}
	var years []pathYear
	for year := start.Year; year <= b.lastYear(); year++ {
		v, _ := p.At(year) // within the range
		years = append(years, pathYear{year, v})
	}
	rounding := derivation.Rounding{Mode: derivation.Down, Places: target.PathwayPlaces}
	if c.exact {
		rounding = derivation.Rounding{}
	}
	values := s.years("y", years)
	s.column("v", "y", pathed.values.With(form.term(), form.Counting().term()), renamed(c.formula, rename), rounding, values)
	s.Steps[len(s.Steps)-1].Equation = form.Source()
	return s
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
