package budget

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
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
	replay(out.Explain)
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

// spent are the words of the derivations of what is spent.
var spent = struct {
	last, sum, over, overShare, figures, used, share, left, exhausted, notAbove, course, cumulated, before, part, year, at, answer words.Term
}{
	last:      words.Term{En: "last year of the sum", Ko: "합계 마지막 해"},
	sum:       words.Term{En: "sum of the calendar years that count", Ko: "산정 기간 역년 합계"},
	over:      words.Term{En: "over the budget: below 0 is left", Ko: "탄소예산 초과량(0 미만이면 잔여)"},
	overShare: words.Term{En: "over, share of the budget", Ko: "탄소예산 초과율"},
	figures:   words.Term{En: "emitted", Ko: "배출량"},
	used:      words.Term{En: "used", Ko: "사용량"},
	share:     words.Term{En: "share used", Ko: "사용률"},
	left:      words.Term{En: "left", Ko: "잔여량"},
	exhausted: words.Term{En: "moment at which the budget ran out", Ko: "소진 시점"},
	notAbove:  words.Term{En: "the budget is not above zero", Ko: "탄소예산이 0 이하"},
	course:    words.Term{En: "course: %s", Ko: "배출 전제: %s"},
	cumulated: words.Term{En: "cumulated through the last year looked at", Ko: "검토한 마지막 해까지 누적"},
	before:    words.Term{En: "spent before that year", Ko: "그 전해까지 사용량"},
	part:      words.Term{En: "part of that year that the budget lasts for", Ko: "그 해 가운데 탄소예산이 남아 있는 비율"},
	year:      words.Term{En: "first year whose cumulated emissions exceed the budget", Ko: "누적 배출량이 탄소예산을 넘는 첫해"},
	at:        words.Term{En: "moment of exhaustion", Ko: "소진 시점"},
	answer:    words.Term{En: "answer", Ko: "판정"},
}

// Explain is the path and the sum of its calendar years. It is the zero Derivation for
// the zero Spending.
func (s Spending) Explain() derivation.Derivation {
	if s.Path.IsZero() {
		return derivation.Derivation{}
	}
	x := s.Path.sheet()
	x.given("last", spent.last, whole(s.Last))
	x.sum("sum_years", spent.sum, "sum(i = f..last: v[i])", s.Sum)
	x.sum("over", spent.over, "sum_years - R", s.Over)
	x.ratio("over_share", spent.overShare, "(sum_years - R) / R", "", s.OverShare, words.Term{})
	return x.done()
}
