package series

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Substitution takes the figure of another source as it stands. The two must agree in the
// years that both have, within a share of the larger of the two amounts, whatever their
// signs:
//
//	|y − x| ≤ Tolerance × max(|y|, |x|)
//
// Where they do not, a [*DisagreementError] lists the years. It is no method of the IPCC:
// where two sources differ, [Overlap] splices them.
type Substitution struct {
	From            ghg.Yearly
	FromInventories []ghg.Inventory // in place of it, for categories
	Tolerance       ghg.Share       // 0% to 100%; 0% has to be said
}

// String is the method, which has no equation.
func (Substitution) String() string { return methodNames.substitution.En }

// Korean is the method in Korean.
func (Substitution) Korean() string { return methodNames.substitution.Ko }

func (s Substitution) check(faults *ghg.Faults) {
	checkShare(faults, "substitution", "tolerance", s.Tolerance)
}

// checkShare refuses a share that is not stated or not one of a whole.
func checkShare(faults *ghg.Faults, of, field string, s ghg.Share) {
	if s.IsUnset() || s.Fraction().IsNegative() || s.Fraction().GreaterThan(decimal.New(1, 0)) {
		faults.Refuse(of, field, s.String(), "a share from 0% to 100% is needed; 0% has to be said, as ghg.MustShare(\"0%\")")
	}
}

func (s Substitution) other() (ghg.Yearly, []ghg.Inventory) { return s.From, s.FromInventories }

func (s Substitution) fill(l *line, year int) (step, error) {
	e := &DisagreementError{Of: l.of, Tolerance: s.Tolerance}
	var common []point
	for _, p := range l.points {
		i, ok := l.old.at(p.year)
		if !ok || p.key != ghg.KeyNone || l.old.points[i].key != ghg.KeyNone {
			continue
		}
		common = append(common, p)
		a, b := p.tonnes, l.old.points[i].tonnes
		if a.Sub(b).Abs().GreaterThan(s.Tolerance.Fraction().Mul(decimal.Max(a.Abs(), b.Abs()))) {
			e.Years = append(e.Years, Disagreement{p.year, a, b})
		}
	}
	if len(e.Years) > 0 {
		return step{}, e
	}
	x, err := l.old.need(year)
	if err != nil {
		return step{}, err
	}
	return step{value: x.tonnes.Rat(), uses: common, others: []point{x}, arithmetic: x.tonnes.String() + ", as the other source has it"}, nil
}

// Disagreement is a year for which two sources have figures, in tonnes, that differ.
type Disagreement struct {
	Year   int             `json:"year"`
	Figure decimal.Decimal `json:"figure"`
	Others decimal.Decimal `json:"others"`
}

// DisagreementError says that another source does not agree with a series where both have
// figures, so that a gap is not filled from it.
type DisagreementError struct {
	Of        string
	Tolerance ghg.Share
	Years     []Disagreement
}

func (e *DisagreementError) Error() string {
	const most = 8
	var list []string
	for _, d := range e.Years[:min(most, len(e.Years))] {
		list = append(list, fmt.Sprintf("%s and %s t in %d", d.Figure, d.Others, d.Year))
	}
	if more := len(e.Years) - most; more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return fmt.Sprintf("%s: the other source differs by more than %s where both have figures (%s): "+
		"splice them by overlap, or explain the difference",
		e.Of, e.Tolerance, strings.Join(list, ", "))
}
