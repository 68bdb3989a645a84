package target

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// The codes of findings on the bases of a history.
const (
	// FindingBasisMoves: a version moved to another view or metric with no base named
	// in both: by a new baseline that starts from no year, or by a revision in a
	// document of an earlier version of the library. Its levels are no change from
	// those before.
	FindingBasisMoves = "basis-moves"
	// FindingBaseToldAnew: a plan that superseded another counts from another base
	// than an earlier plan did for the same year, in the same view and metric.
	FindingBaseToldAnew = "base-told-anew"
)

// Supersede puts another plan in the place of the current one, on a basis of its own:
// another base year, forecast, view, metric or kind of goal. Nothing is restated: no
// base is told that nobody published. In what the two differ is in
// [Version.Differ], and neither cuts nor levels are held against each other where
// they do not meet. Source and Published of the definition are taken from the change,
// whose reason may be left out.
//
// A plan on the basis of the current one is refused, as its change is a revision
// ([History.Revise]); so is one that tells the base of the same base year anew in the
// same view and metric: [History.Restate] does that. A plan of another place is a
// [*ghg.MismatchError].
func (h History) Supersede(c Change, d Definition) (History, error) {
	if h.IsZero() {
		return History{}, errNoHistory
	}
	out, err := h.add(Version{Kind: VersionSuperseding, Change: c}, d)
	if err != nil {
		return History{}, err
	}
	old, now := h.Current(), out.last
	if err := h.onePlace(now.Target); err != nil {
		return History{}, err
	}
	compared := compare(old, *now)
	now.differ = compared.Differ
	_, from := old.Target.Goal().(BaselineScenario)
	_, to := now.Target.Goal().(BaselineScenario)
	switch {
	case len(compared.Differ) == 0:
		return History{}, h.refuse("goal", now.Target.Goal(),
			"it is on the basis of the version before, and can be compared with it: revise the target")
	case compared.In(AspectBase) && !from && !to: // what a forecast begins with is no base that was published
		first, last := now.Target.BasePeriod()
		return History{}, h.refuse("goal.base", now.Target.Base(),
			"the base of %s was %s, in the same view and metric: another base for the same year is told by restating it",
			yearsText(first, last), old.Target.Base())
	}
	return out, nil
}

// Differ is in what the plan and the version before differ, of a version that
// superseded one: A is the version before. Other versions have none. See
// [History.Comparisons] for every pair.
func (v Version) Differ() []ghg.Differing { return slices.Clone(v.differ) }

const unstated = "cause not stated"

// why is why the version came about.
func (v Version) why(between string) string {
	switch {
	case v.Kind == VersionFirst:
		return v.Change.Reason
	case v.Kind == VersionRestated:
		return v.Change.because(v.Cause, v.causes, between)
	}
	return v.Kind.String() + between + cmp.Or(v.Change.Reason, unstated)
}

// because is why a base is told anew.
func (c Change) because(cause bridge.CauseKind, causes []bridge.Contribution, between string) string {
	text := causeText(cause, causes)
	if c.Reason == "" {
		return text
	}
	return text + between + c.Reason
}

// basisFinding is a remark on a version that does not stand on the basis of those
// before it.
func (v *Version) basisFinding() (ghg.Finding, bool) {
	before := v.before
	f := ghg.Finding{Severity: ghg.Warning, Of: v.of()}
	if v.Kind != VersionSuperseding {
		moved := before.Target.moved(v.Target)
		f.Code, f.Detail = FindingBasisMoves, fmt.Sprintf(
			"the target moved on %s from %s, with no base named in both: its levels are no change from those of version %d",
			v.Change.Date, moved, before.Number)
		return f, moved != "" && v.Base.IsZero()
	}
	was, ok := History{before}.baseOf(v.Target)
	if !ok || v.Target.Base().IsZero() || was.Equal(v.Target.Base()) {
		return f, false
	}
	first, last := v.Target.BasePeriod()
	f.Code, f.Stated, f.Found = FindingBaseToldAnew, was.String(), v.Target.Base().String()
	f.Detail = fmt.Sprintf("the plan of %s counts from another base of %s than an earlier one did, in the same view and metric",
		v.Change.Date, yearsText(first, last))
	return f, true
}
