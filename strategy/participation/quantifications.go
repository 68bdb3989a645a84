package participation

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Quantifications are the actions of a programme as a plan has them: those who do it and
// those who would without the programme, of one kind, by year. Each programme is that of
// another year; a year without one is unknown. An action has one quantification, with its
// ID, and where persistence, overlap factor, unit or savings of later years are others a
// further one for those: "heating 2027", named after the first of them. Their net of a
// year is that of the [Result] of the year. Actions that are not quantified have none.
//
// Potential quantities are of the adoption that is stated too, and not of everyone: that
// is [Amounts].Potential. A kind that the evidence of a quantified action does not bear
// is an [*EvidenceError].
func Quantifications(kind strategy.Kind, programmes ...Programme) ([]strategy.Quantification, error) {
	if !kind.Valid() {
		_, err := kind.MarshalText() // says why
		return nil, err
	}
	years, err := inOrder(programmes)
	if err != nil {
		return nil, err
	}
	var actions []string
	models := map[string][]*model{}
	for _, p := range years {
		for a := range p.quantified() {
			if !a.Evidence.Supports(kind) {
				return nil, fmt.Errorf("programme of %d: %w", p.Year, &EvidenceError{a.ID, a.Evidence, kind})
			}
			if models[a.ID] == nil {
				actions = append(actions, a.ID)
			}
			models[a.ID] = p.join(models[a.ID], a, kind)
		}
	}
	return made(years[0].of(), actions, models)
}

// inOrder are programmes by year, each another, on one metric.
func inOrder(programmes []Programme) ([]*programme, error) {
	if len(programmes) == 0 {
		return nil, ghg.Refusal("quantifications", "programmes", "", "that of at least one year is needed")
	}
	var years []*programme
	for _, p := range programmes {
		if p.IsZero() {
			return nil, errNoProgramme
		}
		years = append(years, p.def)
	}
	slices.SortStableFunc(years, func(a, b *programme) int { return cmp.Compare(a.Year, b.Year) })
	var first ghg.CO2e
	for i, p := range years {
		if i > 0 && years[i-1].Year == p.Year {
			return nil, &ghg.TwiceError{Of: p.of(), What: "year", ID: strconv.Itoa(p.Year)}
		}
		for _, s := range p.quantified() { // one is on the metric of all
			if first.IsUnset() {
				first = s
			}
			if a, b := first.Metric().ID(), s.Metric().ID(); a != b {
				return nil, fmt.Errorf("programme of %d: %w", p.Year, &ghg.MetricMismatchError{A: a, B: b})
			}
			break
		}
	}
	return years, nil
}

// model is how an action is counted, and what one changes.
type model = strategy.QuantificationDefinition

// model is that of an action, but for its quantities.
func (p *programme) model(a *CitizenAction) model {
	d := model{ID: a.ID, Counts: a.name(), Unit: a.Unit, Counting: strategy.DoneInYear,
		Effects: a.Saves, Source: p.Source}
	for _, j := range []strategy.Judged{{Why: strategy.Persistence, Kept: p.Persistence}, {Why: strategy.OverlapWithin, Kept: p.Overlap}} {
		if !j.Kept.Complement().Fraction().IsZero() {
			d.Judged = append(d.Judged, j)
		}
	}
	return d
}

// join adds a year of an action to the model of it that has the same savings and the same
// that is kept of them, or a model to the list.
func (p *programme) join(models []*model, a *CitizenAction, kind strategy.Kind) []*model {
	d := p.model(a)
	i := slices.IndexFunc(models, func(o *model) bool {
		return o.Unit == d.Unit && slices.EqualFunc(o.Judged, d.Judged, sameJudged) && slices.EqualFunc(o.Effects, d.Effects, sameEffect)
	})
	if i < 0 {
		if i = len(models); i > 0 {
			d.ID += " " + strconv.Itoa(p.Year)
		}
		models = append(models, &d)
	}
	m := models[i]
	line := strategy.Quantities{Kind: kind, Source: p.Source}
	if kind == strategy.Verified {
		line.By = p.VerifiedBy
	}
	n := slices.IndexFunc(m.Quantities, func(q strategy.Quantities) bool { return q.By == line.By && q.Source == line.Source })
	if n < 0 {
		n = len(m.Quantities)
		line.ByYear, line.Without = map[int]decimal.Decimal{}, map[int]decimal.Decimal{}
		m.Quantities = append(m.Quantities, line)
	}
	eligible := decimal.New(a.Eligible, 0)
	m.Quantities[n].ByYear[p.Year] = eligible.Mul(a.Adoption.Fraction())
	m.Quantities[n].Without[p.Year] = eligible.Mul(a.Baseline.Fraction())
	return models
}

func sameJudged(a, b strategy.Judged) bool { return a.Why == b.Why && a.Kept.Cmp(b.Kept) == 0 }

// sameEffect reports whether two effects are one in figures and documents.
func sameEffect(a, b strategy.UnitEffect) bool {
	return a.On.Folded() == b.On.Folded() && a.Interaction == b.Interaction && a.Of == b.Of && a.Source == b.Source &&
		a.Saves.Unit() == b.Saves.Unit() && a.Saves.Equal(b.Saves) &&
		a.Factors.ID() == b.Factors.ID() && a.Factors.Source() == b.Factors.Source()
}

// made are the quantifications of the models, by action.
func made(of string, actions []string, models map[string][]*model) ([]strategy.Quantification, error) {
	var out []strategy.Quantification
	var errs []error
	ids := map[string]bool{}
	for _, id := range actions {
		for _, d := range models[id] {
			if ids[d.ID] {
				errs = append(errs, &ghg.TwiceError{Of: of, What: "quantification", ID: d.ID})
			}
			ids[d.ID] = true
			for i, q := range d.Quantities {
				if none(q.Without) {
					d.Quantities[i].Without = nil
				}
				if q.Source == d.Source {
					d.Quantities[i].Source = ""
				}
			}
			q, err := strategy.NewQuantification(*d)
			if err != nil {
				errs = append(errs, fmt.Errorf("action %s: %w", words.Quote(id), err))
			}
			out = append(out, q)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return out, nil
}

// none reports whether nobody would do it without the programme.
func none(without map[int]decimal.Decimal) bool {
	for _, n := range without {
		if !n.IsZero() {
			return false
		}
	}
	return true
}
