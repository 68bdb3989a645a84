package scenario

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/strategy"
)

// EvaluatedSet are the scenarios of a set, evaluated alike. They are immutable.
type EvaluatedSet struct {
	set string
	all []EvaluatedScenario
}

// EvaluatedScenario is one scenario, evaluated.
type EvaluatedScenario struct {
	b          built
	Evaluation strategy.Evaluation
}

// Evaluate evaluates every scenario on its baseline, in one kind and division,
// as [strategy.Portfolio.Evaluate] does. A division in an order of IDs must name
// just the actions of each scenario; [strategy.InOrder] without IDs suits all. The
// error names the scenarios that cannot be evaluated.
func (s Set) Evaluate(kind strategy.Kind, by strategy.Division) (EvaluatedSet, error) {
	if len(s.built) == 0 {
		return EvaluatedSet{}, errors.New("no scenarios given: make a set with scenario.New")
	}
	r := EvaluatedSet{set: s.name}
	var errs []error
	for _, b := range s.built {
		e, err := b.portfolio.Evaluate(b.baseline, kind, by)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", of(b.Name), err))
		}
		r.all = append(r.all, EvaluatedScenario{b, e})
	}
	if len(errs) > 0 {
		return EvaluatedSet{}, errors.Join(errs...)
	}
	return r, nil
}

// All yields the results in the order of the scenarios.
func (r EvaluatedSet) All() iter.Seq[EvaluatedScenario] { return slices.Values(r.all) }

// Of is the result of a scenario.
func (r EvaluatedSet) Of(name string) (EvaluatedScenario, bool) {
	for _, x := range r.all {
		if x.Name() == name {
			return x, true
		}
	}
	return EvaluatedScenario{}, false
}

// Name is the name of the scenario.
func (r EvaluatedScenario) Name() string { return r.b.Scenario.Name }

// Role is what the scenario stands for.
func (r EvaluatedScenario) Role() Role { return r.b.Scenario.Role }

// Note is what was noted on the scenario.
func (r EvaluatedScenario) Note() string { return r.b.Scenario.Note }

// Enabled yields the IDs of the actions that are taken, in the order of the
// portfolio.
func (r EvaluatedScenario) Enabled() iter.Seq[string] { return slices.Values(r.b.Scenario.Enabled) }

// Disabled yields the IDs of the others.
func (r EvaluatedScenario) Disabled() iter.Seq[string] { return slices.Values(r.b.disabled) }

// Overrides yields what was changed, in the order of the changes.
func (r EvaluatedScenario) Overrides() iter.Seq[Override] {
	return slices.Values(r.b.Scenario.Overrides)
}

// String is the scenario in one line.
func (r EvaluatedScenario) String() string {
	return fmt.Sprintf("%s (%s) on the baseline %q: %d actions enabled, %d disabled, %d overrides", r.Name(), r.Role(), r.b.baseline.Name(),
		len(r.b.Scenario.Enabled), len(r.b.disabled), len(r.b.Scenario.Overrides))
}

// Details is what the scenario is made of, and every year of it.
func (r EvaluatedScenario) Details() string {
	var b strings.Builder
	b.WriteString(r.String())
	list := func(what string, ids []string) {
		if len(ids) > 0 {
			fmt.Fprintf(&b, "\n%s: %s", what, strings.Join(ids, ", "))
		}
	}
	list("enabled", r.b.Scenario.Enabled)
	list("disabled", r.b.disabled)
	for _, o := range r.b.Scenario.Overrides {
		fmt.Fprintf(&b, "\noverride %s", o)
	}
	if rule := r.b.Scenario.CountedStages; rule != (strategy.StageRule{}) {
		fmt.Fprintf(&b, "\ncounted: %s", rule)
	}
	for _, f := range r.Evaluation.Findings().All {
		fmt.Fprintf(&b, "\n%s", f)
	}
	for y := range r.Evaluation.Years() {
		fmt.Fprintf(&b, "\n%d: %s − %s = %s", y.Year(), y.Baseline(), y.Reduction(), y.Emissions())
	}
	return b.String()
}
