package target

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// RecalculationPolicy says which changes of a base are significant: who holds
// a target has to decide it beforehand. There is no default; 5 % is a common
// threshold, and no rule of nature. The zero policy is refused with
// [ErrNoPolicy].
type RecalculationPolicy struct{ def *recalculationPolicy }

type recalculationPolicy struct {
	name, source             string
	significance, cumulative ghg.Share
	always                   []Trigger
}

// ErrNoPolicy says that a recalculation policy was needed and none was given.
var ErrNoPolicy = errors.New("no recalculation policy given: make one with target.NewRecalculationPolicy")

// NewRecalculationPolicy makes a policy. A base is recalculated if it changes
// by at least the share significance, if it has changed by at least the share
// cumulative since it was last recalculated, or whatever the change if its
// trigger is one of always. Both shares are above 0 % and at most 100 %. The
// source says who decided it.
func NewRecalculationPolicy(name, source string, significance, cumulative ghg.Share, always ...Trigger) (RecalculationPolicy, error) {
	if name == "" || source == "" {
		return RecalculationPolicy{}, fmt.Errorf("recalculation policy %q: a name and a source are needed", name)
	}
	for _, x := range []struct {
		what  string
		share ghg.Share
	}{{"significance", significance}, {"cumulative", cumulative}} {
		if err := exact.Check(x.share.Fraction()); err != nil {
			return RecalculationPolicy{}, fmt.Errorf("recalculation policy %q, %s threshold: %w", name, x.what, err)
		}
		if !x.share.Fraction().IsPositive() || x.share.Fraction().GreaterThan(one) {
			return RecalculationPolicy{}, fmt.Errorf("recalculation policy %q, %s threshold %s: a share of the base above 0%% and at most 100%% is needed", name, x.what, x.share)
		}
	}
	for _, t := range always {
		if !t.IsRecalculation() {
			return RecalculationPolicy{}, fmt.Errorf("recalculation policy %q: %s is no reason to recalculate a base year: allowed are %q", name, t, triggerNames[TriggerBoundary:TriggerRevision])
		}
	}
	always = slices.Clone(always)
	slices.Sort(always)
	return RecalculationPolicy{&recalculationPolicy{name, source, significance, cumulative, slices.Compact(always)}}, nil
}

func (p RecalculationPolicy) definition() recalculationPolicy {
	if p.def == nil {
		return recalculationPolicy{}
	}
	return *p.def
}

// IsZero reports whether there is no policy.
func (p RecalculationPolicy) IsZero() bool { return p.def == nil }

// Name names the policy.
func (p RecalculationPolicy) Name() string { return p.definition().name }

// Source says who decided the policy.
func (p RecalculationPolicy) Source() string { return p.definition().source }

// Significance is the share of the base from which one change is significant.
func (p RecalculationPolicy) Significance() ghg.Share { return p.definition().significance }

// Cumulative is the share of the base from which all changes since the last
// recalculation are significant together.
func (p RecalculationPolicy) Cumulative() ghg.Share { return p.definition().cumulative }

// Always are the triggers that ask for a recalculation however small the
// change.
func (p RecalculationPolicy) Always() []Trigger { return slices.Clone(p.definition().always) }

// String is the name with the thresholds.
func (p RecalculationPolicy) String() string {
	if p.def == nil {
		return "no policy"
	}
	s := fmt.Sprintf("%s (from %s, cumulated from %s", p.def.name, p.def.significance, p.def.cumulative)
	if len(p.def.always) > 0 {
		s += ", always for " + triggerList(p.def.always)
	}
	return s + ")"
}

func triggerList(triggers []Trigger) string {
	names := make([]string, len(triggers))
	for i, t := range triggers {
		names[i] = t.String()
	}
	return strings.Join(names, ", ")
}
