package selection

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// LeftOut is an action of a portfolio that is no candidate, and why.
type LeftOut struct {
	ID  string `json:"id"`
	Why string `json:"why,omitempty"`
}

// String is the action with the reason.
func (l LeftOut) String() string { return l.ID + ": " + l.Why }

// FromPortfolio makes candidates of the actions of a portfolio, in their order:
// their cost is the sum of their budget lines, whoever pays and in whatever
// year; their reductions are those of the kind in each of the years, added over
// their effects. Links between candidates are kept.
//
// An action is left out, and listed, if it is withdrawn, does not count by its stage
// ([strategy.PortfolioDefinition].CountedStages), has no budget, has an
// effect of the kind without a figure in one of the years, or none at all, or
// requires an action that is left out: unknown is not 0. All candidates are
// open: state the [Choice] of those that are decided, under way or done.
//
// Shares, and effects that meet on one source, have no sum and are refused, with
// all that [strategy.Portfolio.Total] finds: [FromBaseline] makes candidates of
// such a plan.
func FromPortfolio(p strategy.Portfolio, kind strategy.Kind, years ...int) ([]Candidate, []LeftOut, error) {
	years, err := checkYears(years)
	if err != nil {
		return nil, nil, err
	}
	amounts := map[string]map[int]ghg.CO2e{}
	for _, y := range years {
		total, err := p.Total(kind, y)
		var meet *strategy.OverlapError
		var share *strategy.NoBaselineError
		if errors.As(err, &meet) || errors.As(err, &share) {
			return nil, nil, fmt.Errorf("%w\nno candidates are made of what does not simply add: use selection.FromBaseline, "+
				"or give each action as a Candidate, and each source where they meet as a SharedSource with their cuts", err)
		}
		if err != nil {
			return nil, nil, err
		}
		for a := range total.ByAction() {
			if a.Quantified {
				if amounts[a.Action.ID] == nil {
					amounts[a.Action.ID] = map[int]ghg.CO2e{}
				}
				amounts[a.Action.ID][y] = a.CO2e
			}
		}
	}
	why := map[string]string{}
	var actions []strategy.Action
	for a := range p.Actions() {
		actions = append(actions, a)
		if reason := notOpen(a, p.CountedStages(), kind, years); reason != "" {
			why[a.ID] = reason
		}
	}
	followRequired(actions, why)
	var out []Candidate
	var left []LeftOut
	for _, a := range actions {
		if why[a.ID] != "" {
			left = append(left, LeftOut{a.ID, why[a.ID]})
			continue
		}
		c, err := candidate(a, why)
		if err != nil {
			return nil, nil, err
		}
		if c.Reductions, err = strategy.NewReductions(kind, p.Metric(), amounts[a.ID]); err != nil {
			return nil, nil, fmt.Errorf("action %s: %w", words.Quote(a.ID), err)
		}
		out = append(out, c)
	}
	return out, left, nil
}

// followRequired leaves out what requires an action that is left out.
func followRequired(actions []strategy.Action, why map[string]string) {
	for again := true; again; {
		again = false
		for _, a := range actions {
			for _, id := range a.Requires {
				if why[a.ID] == "" && why[id] != "" {
					why[a.ID], again = fmt.Sprintf("it requires %q, which is left out", id), true
				}
			}
		}
	}
}

// candidate is an action with its cost and links, without its reductions.
func candidate(a strategy.Action, why map[string]string) (Candidate, error) {
	c := Candidate{ID: a.ID, Area: a.Area, Cost: a.Budget[0].Money, Requires: a.Requires}
	var err error
	for _, line := range a.Budget[1:] {
		if c.Cost, err = c.Cost.Add(line.Money); err != nil {
			return Candidate{}, fmt.Errorf("action %s, budget: %w", words.Quote(a.ID), err)
		}
	}
	for _, id := range a.Excludes {
		if why[id] == "" {
			c.Excludes = append(c.Excludes, id)
		}
	}
	return c, nil
}

// notOpen says why an action is no candidate by itself, or "".
func notOpen(a strategy.Action, counted strategy.StageRule, kind strategy.Kind, years []int) string {
	var unknown []string
	for _, y := range years {
		known := slices.ContainsFunc(a.Effects, func(e strategy.Effect) bool { return e.Kind() == kind })
		for _, e := range a.Effects {
			_, amount := e.Reductions.At(y)
			_, share := e.Cuts.At(y)
			known = known && (amount || share || e.Kind() != kind)
		}
		if !known {
			unknown = append(unknown, fmt.Sprint(y))
		}
	}
	switch {
	case a.Stage.IsWithdrawn():
		return "it is " + a.Stage.String()
	case !counted.Counts(a.Stage, kind):
		return fmt.Sprintf("its stage (%s) does not count (counted: %s)", a.Stage, counted)
	case len(unknown) > 0:
		return fmt.Sprintf("it has no %s reductions, or not of all its effects, in %s", kind, strings.Join(unknown, ", "))
	case len(a.Budget) == 0:
		return "it has no budget"
	}
	return ""
}
