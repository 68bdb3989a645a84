package strategy

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Derives reports whether an effect comes of one of the quantifications of the action: a
// portfolio works it out again. One that came of another action's is as good as stated.
func (a Action) Derives(e Effect) bool {
	return e.model != nil && slices.ContainsFunc(a.Quantifications, func(q Quantification) bool { return q.ID() == e.model.ID })
}

// stated are the effects of an action that come of none of its quantifications.
func (a Action) stated() (out []Effect) {
	for _, e := range a.Effects {
		if !a.Derives(e) {
			e.model = nil
			out = append(out, e)
		}
	}
	return out
}

// worked are the effects of an action with those of its quantifications, in the years
// that quantities are given for.
func (a Action) worked() ([]Effect, error) {
	out := a.stated()
	for _, q := range a.Quantifications {
		for k := range q.Kinds() {
			c := q.def.kinds[k]
			effects, err := q.Effects(k, c.years[0], c.years[len(c.years)-1])
			if err != nil {
				return nil, err
			}
			out = append(out, effects...)
		}
	}
	return out, nil
}

// within is the quantification with its ID in that of the action that it was of.
func (q Quantification) within(action string) Quantification {
	if q.def == nil {
		return q
	}
	d := *q.def
	d.ID = action + "/" + d.ID
	return Quantification{&d}
}

// quantify works out the quantifications of an action up to the last year of the plan,
// and keeps what is to be said of their making.
func (c *checker) quantify(i int) {
	a := &c.d.Actions[i]
	a.Effects = a.stated()
	var ids []string
	for n, q := range a.Quantifications {
		of := fmt.Sprintf("%s, quantification %d", c.of(i), n+1)
		refuse := c.refusal(of)
		if q.IsZero() {
			refuse(FaultQuantification, "quantification", "", errNoQuantification.Error())
			continue
		}
		if slices.Contains(ids, q.ID()) {
			refuse(FaultQuantification, "id", q.ID(), "another quantification of the action has it")
		}
		ids = append(ids, q.ID())
		for k := range q.Kinds() {
			first := q.def.kinds[k].years[0]
			if first > c.d.Through {
				continue
			}
			effects, err := q.Effects(k, first, c.d.Through)
			if err != nil {
				refuse(FaultQuantification, k.String(), words.Clip(q.Counts(), ghg.MaxName), err.Error())
				c.errs = append(c.errs, err)
			}
			a.Effects = append(a.Effects, effects...)
		}
		if !a.Stage.IsWithdrawn() {
			c.findings.AddAll(a.making(&c.onFactors, q, ghg.FirstYear, c.d.Through, slices.Collect(q.Kinds())...))
		}
	}
}

// making are the findings on a quantification of the action in years and kinds, each said
// once; those on factors are added to those of the plan.
func (a *Action) making(factors *FactorFindings, q Quantification, first, last int, kinds ...Kind) (out ghg.Findings) {
	for _, k := range kinds {
		for _, f := range factors.Take(joinOf(actionOf(a.ID), q.def.of()), q, k, first, last).All {
			if !slices.Contains(out.All, f) {
				out.Add(f)
			}
		}
	}
	return out
}

// factorsFirst puts what is to be said of factors, and so of many actions, before the rest.
func (c *checker) factorsFirst() {
	out := c.onFactors.Findings()
	out.AddAll(c.findings)
	c.findings = out
}

// makings are those on all quantifications that count in a kind, in years.
func (p Portfolio) makings(k Kind, first, last int) (out ghg.Findings) {
	var factors FactorFindings
	var others ghg.Findings
	for i := range p.def.Actions {
		a := &p.def.Actions[i]
		if a.Stage.IsWithdrawn() || !p.def.CountedStages.Counts(a.Stage, k) {
			continue
		}
		for _, q := range a.Quantifications {
			others.AddAll(a.making(&factors, q, first, last, k))
		}
	}
	out.AddAll(factors.Findings(), others)
	return out
}

// WithFactors is the plan with factors in place of those of their use in every
// quantification. A series that none uses is a [*ghg.UnknownError].
func (d PortfolioDefinition) WithFactors(factors ...ghg.Factors) (PortfolioDefinition, error) {
	d.Actions = slices.Clone(d.Actions)
	used := make([]bool, len(factors))
	for i, a := range d.Actions {
		a = a.clone()
		for n, q := range a.Quantifications {
			var mine []ghg.Factors
			for m, f := range factors {
				if q.uses(f.Of()) {
					used[m], mine = true, append(mine, f)
				}
			}
			if len(mine) == 0 {
				continue
			}
			var err error
			if a.Quantifications[n], err = q.WithFactors(mine...); err != nil {
				return PortfolioDefinition{}, fmt.Errorf("%s: %w", actionOf(a.ID), err)
			}
		}
		d.Actions[i] = a
	}
	var errs []error
	for m, f := range factors {
		if !used[m] {
			errs = append(errs, &ghg.UnknownError{Of: "portfolio " + words.Quote(d.Name), What: "use of factors", ID: f.Of(),
				Advice: "no quantification of the plan takes them"})
		}
	}
	return d, errors.Join(errs...)
}
