package strategy

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

type actionFields Action // without its methods

// UnmarshalJSON reads an action as it is written, on published metrics; one on a metric
// of one's own is read as part of a plan ([ReadPortfolioJSON]). Unknown fields are
// refused, and so is what its quantifications refuse; the action itself is checked when it
// enters a portfolio. What its quantifications come to is left out of its effects: a
// portfolio works it out anew.
func (a *Action) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*a = Action{}
		return nil
	}
	read, _, err := readAction(text, nil)
	if err == nil {
		*a = read
	}
	return err
}

// actionFile is an action as it is read.
type actionFile struct {
	actionFields
	Phases          []phaseFile       `json:"phases"`
	Quantifications []json.RawMessage `json:"quantifications"`
	Effects         []json.RawMessage `json:"effects"`
}

type phaseFile struct {
	Phase
	Tasks []taskFile `json:"tasks"`
}

type taskFile struct {
	Task
	Weight number `json:"weight"`
}

// readAction reads an action with what the document says that its quantifications come to.
func readAction(text []byte, own []ghg.Metric) (a Action, workedOut []effectFile, err error) {
	var doc actionFile
	if err := readStrict(text, &doc); err != nil {
		return a, nil, err
	}
	a = Action(doc.actionFields)
	for _, p := range doc.Phases {
		for _, t := range p.Tasks {
			t.Task.Weight = decimal.Decimal(t.Weight)
			p.Phase.Tasks = append(p.Phase.Tasks, t.Task)
		}
		a.Phases = append(a.Phases, p.Phase)
	}
	for i, text := range doc.Quantifications {
		var q quantificationFile
		if err := readStrict(text, &q); err != nil {
			return a, nil, fmt.Errorf("%s, quantification %d: %w", actionOf(a.ID), i+1, err)
		}
		read, err := q.quantification(own)
		if err != nil {
			return a, nil, fmt.Errorf("%s: %w", actionOf(a.ID), err)
		}
		a.Quantifications = append(a.Quantifications, read)
	}
	for i, text := range doc.Effects {
		var f effectFile
		if err := readStrict(text, &f); err != nil {
			return a, nil, fmt.Errorf("%s, effect %d: %w", actionOf(a.ID), i+1, err)
		}
		if id := f.Quantification; id != "" {
			if !slices.ContainsFunc(a.Quantifications, func(q Quantification) bool { return q.ID() == id }) {
				return a, nil, ghg.Fault{Code: FaultQuantification, Of: fmt.Sprintf("%s, effect %d", actionOf(a.ID), i+1),
					Field: "quantification", Value: id, Detail: "no quantification of the action has this ID"}
			}
			workedOut = append(workedOut, f)
			continue
		}
		e, err := f.effect(own)
		if err != nil {
			return a, nil, fmt.Errorf("%s, effect %d: %w", actionOf(a.ID), i+1, err)
		}
		a.Effects = append(a.Effects, e)
	}
	return a, workedOut, nil
}
