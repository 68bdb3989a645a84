package participation

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Definition is what a [Programme] is made of.
type Definition struct {
	Name, NameKo string
	// Unit is who takes part, in the plural: "people", "households". Eligible is
	// how many there are, 1 or more. Unit savings are for one of them.
	Unit     string
	Eligible int64
	// Persistence is the share of the saving that is kept, Overlap the share
	// that is left once savings on one source are counted once; 0 to 100 %. Both
	// must be given: 100 % says that nothing is lost.
	Persistence, Overlap ghg.Share
	Actions              []CitizenAction
	Source               string
}

// Programme is a programme of citizens' actions. It is immutable; the zero
// Programme is refused.
type Programme struct{ def *Definition }

const maxActions = 1000

// New checks a definition and makes a programme of it; all that is wrong comes
// at once. Unit savings on two metrics are refused with a
// [*ghg.MetricMismatchError].
func New(d Definition) (Programme, error) {
	d.Actions = slices.Clone(d.Actions)
	var all []error
	if d.Name == "" || d.Unit == "" {
		all = append(all, fmt.Errorf("programme %.60q of %.60q: a name and a unit are needed, such as households", d.Name, d.Unit))
	}
	if d.Eligible < 1 {
		all = append(all, fmt.Errorf("programme, eligible: %d: 1 or more are allowed", d.Eligible))
	}
	if len(d.Actions) == 0 || len(d.Actions) > maxActions {
		return Programme{}, errors.Join(append(all, fmt.Errorf("programme, actions: %d: 1 to %d are allowed", len(d.Actions), maxActions))...)
	}
	all = append(all, checkFraction("programme, persistence", d.Persistence), checkFraction("programme, overlap factor", d.Overlap))
	ids := map[string]bool{}
	var first *CitizenAction
	for i := range d.Actions {
		a := &d.Actions[i]
		all = append(all, a.check(i, ids[a.ID]))
		ids[a.ID] = true
		if !a.Saving.known {
			continue
		}
		if first == nil {
			first = a
		}
		if x, y := first.Saving.co2e.Metric().ID(), a.Saving.co2e.Metric().ID(); x != y {
			all = append(all, fmt.Errorf("action %.60q, unit saving: %w", a.ID, &ghg.MetricMismatchError{A: x, B: y}))
		}
	}
	if err := errors.Join(all...); err != nil {
		return Programme{}, err
	}
	return Programme{&d}, nil
}

// checkFraction refuses shares that were not given or lie outside 0 to 1.
func checkFraction(what string, s ghg.Share) error {
	switch {
	case s.IsUnset():
		return fmt.Errorf("%s: not given: state it, if only as 0%% or 100%%", what)
	case s.Fraction().IsNegative() || s.Complement().Fraction().IsNegative():
		return fmt.Errorf("%s: %s: 0%% to 100%% are allowed", what, s)
	}
	return nil
}

var errNoProgramme = errors.New("no programme given: make one with participation.New")

// IsZero reports whether there is no programme.
func (p Programme) IsZero() bool { return p.def == nil }

// Name is the name of the programme.
func (p Programme) Name() string {
	if p.IsZero() {
		return ""
	}
	return p.def.Name
}

// Eligible is how many may take part, and what they are: 1056627, "households".
func (p Programme) Eligible() (n int64, unit string) {
	if p.IsZero() {
		return 0, ""
	}
	return p.def.Eligible, p.def.Unit
}

// Actions yields the actions in their order.
func (p Programme) Actions() iter.Seq[CitizenAction] {
	if p.IsZero() {
		return func(func(CitizenAction) bool) {}
	}
	return slices.Values(p.def.Actions)
}

// Supporting is the programme of only those actions whose evidence bears a kind
// of reduction. Actions that are not quantified stay. It is false where no
// quantified action is left.
func (p Programme) Supporting(kind strategy.Kind) (Programme, bool) {
	if p.IsZero() {
		return Programme{}, false
	}
	d := *p.def
	d.Actions = nil
	quantified := false
	for _, a := range p.def.Actions {
		if a.Saving.known && !a.Evidence.Supports(kind) {
			continue
		}
		quantified = quantified || a.Saving.known
		d.Actions = append(d.Actions, a)
	}
	if !quantified {
		return Programme{}, false
	}
	return Programme{&d}, true
}

// String is the programme as one line.
func (p Programme) String() string {
	if p.IsZero() {
		return "no programme"
	}
	actions := "1 action"
	if n := len(p.def.Actions); n != 1 {
		actions = fmt.Sprintf("%d actions", n)
	}
	return fmt.Sprintf("%s: %d %s, %s", p.def.Name, p.def.Eligible, p.def.Unit, actions)
}
