package budget

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Spending holds a path's calendar years against its budget.
type Spending struct {
	Path  Path `json:"path"`
	First int  `json:"first"` // the first year that counts
	Last  int  `json:"last"`
	// Sum is that of the calendar years that count, First to Last.
	Sum ghg.CO2e `json:"sum"`
	// Over is Sum - R: above zero where the calendar years spend more than the
	// budget, below where some of it is left.
	Over      ghg.CO2e  `json:"over"`
	OverShare ghg.Ratio `json:"overShare"` // Over/R
	// Findings are those of the path, [FindingOverspent] or [FindingLeft], and
	// [FindingAreaIsNoSum] on a continuous path.
	Findings ghg.Findings `json:"findings"`
}

// Spending sums the calendar years along a path, from the budget's first year
// through a last one. Along a continuous path the sum is not the budget: where
// the start counts, it is more by about half of the start's emissions, and
// where it does not, less by as much. [Path.Discrete] gives the path whose sum
// is the budget.
func (p Path) Spending(last int) (Spending, error) {
	if err := p.check("last year of a sum", last, p.Budget().First()); err != nil {
		return Spending{}, err
	}
	b := p.def.budget
	out := Spending{Path: p, First: b.First(), Last: last, Sum: nothing(b.Metric()), Findings: p.Findings()}
	for year := b.First(); year <= last; year++ {
		v, err := p.At(year)
		if err == nil {
			out.Sum, err = out.Sum.Add(v)
		}
		if err != nil {
			return Spending{}, err
		}
	}
	var err error
	if out.Over, err = out.Sum.Sub(b.Amount()); err != nil {
		return Spending{}, err
	}
	out.OverShare = ghg.Quotient(out.Over.Tonnes(), b.Amount().Tonnes(), "")
	if p.def.form.Counting() == Continuous {
		remedy := remarked.discrete
		if p.def.form.def.discrete == nil {
			remedy = words.Term{}
		}
		out.Findings.Add(ghg.Finding{Code: FindingAreaIsNoSum, Severity: ghg.Note, Of: b.of(), Stated: b.Amount().String(),
			Found: out.Sum.String()}.Said(words.Join([]words.Term{remarked.area, remedy}, "")))
	}
	if out.Over.Sign() > 0 {
		out.Findings.Add(ghg.Finding{Code: FindingOverspent, Severity: ghg.Warning, Of: b.of(), Stated: b.Amount().String(),
			Found: out.Sum.String()}.Said(remarked.overPath, out.First, last, out.Over, percent(out.OverShare, 1)))
	}
	rounding := decimal.New(int64(last-out.First+1), -target.PathwayPlaces) // each year was rounded down
	if end := b.Last(); end != ForGood && last >= end && out.Over.Tonnes().Neg().GreaterThan(rounding) {
		out.Findings.Add(ghg.Finding{Code: FindingLeft, Severity: ghg.Note, Of: b.of(), Stated: b.Amount().String(),
			Found: out.Sum.String()}.Said(
			remarked.left, end, out.Over.Neg()))
	}
	return out, nil
}

// String is the sum against the budget, and what is over or left of it.
func (s Spending) String() string { return s.term().En }

// Korean is the same in Korean.
func (s Spending) Korean() string { return s.term().Ko }

func (s Spending) term() words.Term {
	if s.Path.IsZero() {
		return noResult.path
	}
	side, share := said.over, percent(s.OverShare, 1)
	if s.Over.Sign() < 0 {
		side, share = said.left, words.Term{En: strings.TrimPrefix(share.En, "-"), Ko: strings.TrimPrefix(share.Ko, "-")}
	}
	return filled(said.spending, s.First, s.Last, s.Sum, s.Path.Budget().Amount(), share, side)
}

// Explain writes the path and the sum as their arithmetic.
func (s Spending) Explain() string {
	if s.Path.IsZero() {
		return noPath
	}
	var e explanation
	s.Path.explain(&e)
	e.line("sum", "of the calendar years %d to %d = %s", s.First, s.Last, s.Sum)
	e.line("over", "sum - R = %s; as a share of R %s", s.Over, s.OverShare)
	for _, f := range s.Findings.All[s.Path.Findings().Len():] {
		e.line(f.Severity.String(), "%s", f)
	}
	return e.String()
}
