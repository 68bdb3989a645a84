package strategy

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ActionReductions are what one action of a plan cuts, in one kind.
type ActionReductions struct {
	Total    Reductions         `json:"total,omitzero"` // in the years that are known of all its sources
	BySource []SourceReductions `json:"bySource,omitempty"`
}

// SourceReductions are what an action cuts on one source.
type SourceReductions struct {
	On         EmissionSource `json:"on"`
	Reductions Reductions     `json:"reductions,omitzero"`
}

// Reductions are what an action of the plan would cut alone, by source, as stated or as
// its quantifications come to; what acts on one source is added up. Where it cuts a share
// of a source it has no amount: [ErrShares], and [Evaluation.Reductions] has it on a
// baseline. An unknown action is a [*ghg.UnknownError], one without figures of the kind a
// [ghg.Fault].
func (p Portfolio) Reductions(action string, k Kind) (ActionReductions, error) {
	i, err := p.indexed(action, k)
	if err != nil {
		return ActionReductions{}, err
	}
	a := &p.def.Actions[i]
	var out ActionReductions
	for _, e := range a.Effects {
		switch {
		case e.Kind() != k:
		case e.Reductions.IsZero():
			return ActionReductions{}, fmt.Errorf("%s on %s: %w", actionOf(a.ID), e.On, ErrShares)
		default:
			if err := out.add(e.On, e.Reductions); err != nil {
				return ActionReductions{}, fmt.Errorf("%s on %s: %w", actionOf(a.ID), e.On, err)
			}
		}
	}
	return out.summed(a.ID, k)
}

// Reductions are what an action has of the joint effects, by source of the baseline.
// Parts of all actions add up to what the plan cuts, whatever they would cut alone. An
// unknown action is a [*ghg.UnknownError], one without figures of the kind in the years of
// the baseline a [ghg.Fault].
func (e Evaluation) Reductions(action string) (ActionReductions, error) {
	d := e.definition()
	i, err := d.p.indexed(action, d.kind)
	if err != nil {
		return ActionReductions{}, err
	}
	bySource := make([]map[int]ghg.CO2e, len(d.b.def.cells))
	total := map[int]ghg.CO2e{}
	for n := range d.years {
		y := &d.years[n]
		if y.actions[i] == nil {
			continue
		}
		total[y.year] = d.co2e(y.actions[i])
		for c, s := range y.sources {
			for part, effect := range s.parts {
				if d.p.def.effects[effect].action != i {
					continue
				}
				if bySource[c] == nil {
					bySource[c] = map[int]ghg.CO2e{}
				}
				sum, ok := bySource[c][y.year]
				if !ok {
					sum = d.p.nothing()
				}
				bySource[c][y.year] = plus(sum, d.co2e(s.shares[part]))
			}
		}
	}
	var out ActionReductions
	for c, byYear := range bySource {
		if byYear == nil {
			continue
		}
		r, err := NewReductions(d.kind, d.p.Metric(), byYear)
		if err != nil {
			return ActionReductions{}, err
		}
		out.BySource = append(out.BySource, SourceReductions{d.b.def.cells[c].On, r})
	}
	if len(out.BySource) == 0 {
		return ActionReductions{}, noneOfKind(action, d.kind)
	}
	out.Total, err = NewReductions(d.kind, d.p.Metric(), total)
	return out, err
}

// indexed is where an action is, for a question about a kind.
func (p Portfolio) indexed(action string, k Kind) (int, error) {
	if p.IsZero() {
		return 0, ErrNoPortfolio
	}
	if err := k.check(); err != nil {
		return 0, err
	}
	i, ok := p.def.index[action]
	if !ok {
		e := &ghg.UnknownError{Of: "portfolio " + words.Quote(p.Name()), What: "action", ID: action}
		for _, a := range p.def.Actions {
			e.Allowed = append(e.Allowed, a.ID)
		}
		return 0, e
	}
	return i, nil
}

// add puts reductions to those on their source.
func (r *ActionReductions) add(on EmissionSource, more Reductions) error {
	for i := range r.BySource {
		if s := &r.BySource[i]; s.On.same(on) {
			sum, err := s.Reductions.Add(more)
			s.Reductions = sum
			return err
		}
	}
	r.BySource = append(r.BySource, SourceReductions{on, more})
	return nil
}

// summed is the same with the sum over sources.
func (r ActionReductions) summed(action string, k Kind) (ActionReductions, error) {
	if len(r.BySource) == 0 {
		return ActionReductions{}, noneOfKind(action, k)
	}
	r.Total = r.BySource[0].Reductions
	for _, s := range r.BySource[1:] {
		sum, err := r.Total.Add(s.Reductions)
		if err != nil {
			return ActionReductions{}, fmt.Errorf("%s: %w", actionOf(action), err)
		}
		r.Total = sum
	}
	return r, nil
}

// noneOfKind is the fault of an action that has no figures of a kind.
func noneOfKind(action string, k Kind) error {
	return ghg.Refusal(actionOf(action), "reductions", "", "it has none that are "+k.String())
}
