package target

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// RecalculationPolicy says which changes of a base are significant: who holds
// a target has to decide it beforehand. There is no default; 5 % is a common
// threshold, and no rule of nature. The zero policy is refused.
type RecalculationPolicy struct{ def *recalculationPolicy }

type recalculationPolicy struct {
	name, source             string
	significance, cumulative ghg.Share
	always                   []bridge.CauseKind
}

var errNoPolicy = errors.New("no recalculation policy given: make one with target.NewRecalculationPolicy")

// NewRecalculationPolicy makes a policy. A base is recalculated if it changes
// by at least the share significance, if it has changed by at least the share
// cumulative since it was last recalculated, or whatever the change if its
// cause is one of always. Both shares are above 0 % and at most 100 %. The
// source says who decided it. All that does not stand is returned at once as
// [ghg.Faults].
func NewRecalculationPolicy(name, source string, significance, cumulative ghg.Share, always ...bridge.CauseKind) (
	RecalculationPolicy, error) {
	of := "recalculation policy " + words.Quote(name)
	var faults ghg.Faults
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("a name of 1 to %d bytes is needed", ghg.MaxName))
	}
	if source == "" {
		faults.Refuse(of, "source", "", "say who decided it")
	}
	for _, x := range []struct {
		what  string
		share ghg.Share
	}{{"significance", significance}, {"cumulative", cumulative}} {
		if err := exact.Check(x.share.Fraction()); err != nil {
			faults.Refuse(of, x.what, "", err.Error())
		} else if !x.share.Fraction().IsPositive() || x.share.Fraction().GreaterThan(one) {
			faults.Refuse(of, x.what, given(x.share), "a share of the base above 0% and at most 100% is needed")
		}
	}
	for _, k := range always {
		if !k.Valid() {
			faults.Refuse(of, "always", k.String(), "no kind of cause")
		}
	}
	if err := faults.Err(); err != nil {
		return RecalculationPolicy{}, err
	}
	always = slices.Clone(always)
	slices.Sort(always)
	return RecalculationPolicy{&recalculationPolicy{name, source, significance, cumulative, slices.Compact(always)}}, nil
}

// IsZero reports whether there is no policy.
func (p RecalculationPolicy) IsZero() bool { return p.def == nil }

// String is the name with the thresholds.
func (p RecalculationPolicy) String() string {
	if p.def == nil {
		return "no policy"
	}
	s := fmt.Sprintf("%s (from %s, cumulated from %s", p.def.name, p.def.significance, p.def.cumulative)
	if len(p.def.always) > 0 {
		s += ", always for " + causeList(p.def.always)
	}
	return s + ")"
}

func causeList(causes []bridge.CauseKind) string {
	names := make([]string, len(causes))
	for i, t := range causes {
		names[i] = t.String()
	}
	return strings.Join(names, ", ")
}
