package strategy

import (
	"errors"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// WithFactors is the evaluation with factors in place of those of their use, in the plan
// and in what would be emitted without it alike: what a cleaner grid leaves of both. A
// series that neither takes is a [*ghg.UnknownError].
func (e Evaluation) WithFactors(factors ...ghg.Factors) (Evaluation, error) {
	d := e.definition()
	if d.b.IsZero() {
		return Evaluation{}, ErrNoBaseline
	}
	var inPlan, inBase []ghg.Factors
	for _, f := range factors {
		plan := slices.ContainsFunc(d.p.def.Actions, func(a Action) bool {
			return slices.ContainsFunc(a.Quantifications, func(q Quantification) bool { return q.uses(f.Of()) })
		})
		base := slices.ContainsFunc(d.b.def.Sources, func(s SourceEmissions) bool { return !s.Factors.IsZero() && s.Factors.IsOf(f.Of()) })
		if plan {
			inPlan = append(inPlan, f)
		}
		if base || !plan { // which says what is known
			inBase = append(inBase, f)
		}
	}
	p, b := d.p, d.b
	var err1, err2 error
	if len(inPlan) > 0 {
		var changed PortfolioDefinition
		if changed, err1 = p.Definition().WithFactors(inPlan...); err1 == nil {
			p, _, err1 = NewPortfolio(changed)
		}
	}
	if len(inBase) > 0 {
		b, err2 = b.WithFactors(inBase...)
	}
	if err := errors.Join(err1, err2); err != nil {
		return Evaluation{}, err
	}
	return p.Evaluate(b, d.kind, d.division)
}
