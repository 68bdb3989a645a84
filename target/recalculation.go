package target

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// Trigger says what made a target change. The zero Trigger is that of a
// target's first version: nothing changed.
type Trigger uint8

// The triggers. The first six are reasons to recalculate a base year; the
// wording follows the practice of corporate, city and national standards.
const (
	TriggerBoundary   Trigger = iota + 1 // the sectors, gases or scopes that count
	TriggerMethod                        // the method or the guideline edition
	TriggerError                         // an error found, or an omission
	TriggerGWP                           // the global warming potentials
	TriggerStructural                    // the territory: a county joins, or a part leaves
	TriggerData                          // better or later data
	// TriggerRevision is a new goal: a political decision, and no
	// recalculation.
	TriggerRevision
	// TriggerForecast is a new forecast of a dynamic baseline: no
	// recalculation either.
	TriggerForecast
)

var triggerNames = [...]string{"none", "boundary", "method", "error", "gwp", "structural", "data", "target_revised", "baseline_updated"}

// AllTriggers yields every trigger.
func AllTriggers() iter.Seq[Trigger] {
	return func(yield func(Trigger) bool) {
		for t := TriggerBoundary; t <= TriggerForecast; t++ {
			if !yield(t) {
				return
			}
		}
	}
}

// IsRecalculation reports whether the trigger is a reason to recalculate a base
// year.
func (t Trigger) IsRecalculation() bool { return t >= TriggerBoundary && t <= TriggerData }

// String is the trigger as data files name it: "structural".
func (t Trigger) String() string {
	if int(t) < len(triggerNames) {
		return triggerNames[t]
	}
	return fmt.Sprintf("unknown (%d)", uint8(t))
}

// ParseTrigger reads what String writes; "none" is refused.
func ParseTrigger(s string) (Trigger, error) {
	if i := slices.Index(triggerNames[1:], s); i >= 0 {
		return Trigger(i + 1), nil
	}
	return 0, fmt.Errorf("unknown trigger %.60q: allowed are %q", s, triggerNames[1:])
}

// MarshalText writes what String prints.
func (t Trigger) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what [ParseTrigger] reads.
func (t *Trigger) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTrigger(string(b))
	return err
}

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

// Recalculation is the judgement on a restated base: whether the policy asks
// for a new version of the target, and what hangs on it.
type Recalculation struct {
	Policy      RecalculationPolicy
	Restatement Restatement
	// Latest is the change from the base as published just before. Cumulated
	// is the change from the base that the target counts from, which is that of
	// the last recalculation: small changes add up, and opposite ones cancel.
	Latest, Cumulated BaseChange
	Required          bool
	Reasons           []string // the conditions that hold, or why none does

	history History // with the restatement as its last version
}

// Judge says whether a restated base is reason to recalculate, for the current
// version of a history. What was published in between, without a recalculation, is
// given oldest first: the restatement's base is then compared with the last of
// them, and with the base of the target.
//
//	required if |B' - B|/B >= significance, or |B' - B0|/B0 >= cumulative,
//	or the trigger is in the policy's list, or base and target are in two
//	views or metrics
//
// B' is the restated base, B the one published before, and B0 the target's.
// Exactly at a threshold is required. A base in another view or metric always
// is: the target could not be held against a series of it. The amounts are
// compared exactly, not as the rounded ratios that are shown.
//
// Judging restates nothing: [History.Restate] does. Whatever the judgement,
// [Recalculation.Sensitivity] says what it does to progress.
func (p RecalculationPolicy) Judge(h History, r Restatement, between ...ViewLevel) (Recalculation, error) {
	if p.def == nil {
		return Recalculation{}, ErrNoPolicy
	}
	restated, err := h.Restate(r)
	if err != nil {
		return Recalculation{}, err
	}
	r.Levels = slices.Clone(r.Levels)
	before := r.From
	for i, l := range between {
		if l.View.IsZero() || l.CO2e.Sign() <= 0 {
			return Recalculation{}, fmt.Errorf("base published in between, %d: %s in %s: an amount above zero and its view are needed", i+1, l.CO2e, orNotStated(l.View.String()))
		}
		before = l
	}
	out := Recalculation{Policy: p, Restatement: r, Latest: changeOf(before, r.To), Cumulated: changeOf(r.From, r.To), history: restated}
	if out.Latest.reaches(p.def.significance) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("a change of %s reaches %s", out.Latest.Relative.Percent(2), p.def.significance))
	}
	if out.Cumulated.reaches(p.def.cumulative) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("a change of %s since the last recalculation reaches %s", out.Cumulated.Relative.Percent(2), p.def.cumulative))
	}
	if slices.Contains(p.def.always, r.Trigger) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("the policy recalculates for every change of trigger %s", r.Trigger))
	}
	if moved := r.From.moved(r.To); moved != "" {
		out.Reasons = append(out.Reasons, "the base moves from "+moved+": the target cannot be held against figures made like the new base")
	}
	out.Required = len(out.Reasons) > 0
	if !out.Required {
		latest := "a change of " + out.Latest.Relative.Percent(2)
		if !out.Latest.Change.ok {
			latest = "a change across metrics, which is none of emissions"
		}
		out.Reasons = []string{fmt.Sprintf("%s, %s since the last recalculation, is below %s and %s", latest, out.Cumulated.Relative.Percent(2), p.def.significance, p.def.cumulative)}
	}
	return out, nil
}

// Sensitivity is progress in a year on the base of the target and on the
// restated one: what is at stake even where no threshold is reached. The series
// are those of [History.ProgressOnAll].
func (r Recalculation) Sensitivity(year int, p Pathway, rules Rules, series ...ghg.Yearly) ([]VersionProgress, error) {
	all, err := r.history.ProgressOnAll(year, p, rules, series...)
	if err != nil {
		return nil, err
	}
	return all[len(all)-2:], nil
}

// Restated is the target as the restatement makes it.
func (r Recalculation) Restated() Target { return r.history.Current().Target }

// String is "not required: a change of -4.88%, ... is below 5% and 10%".
func (r Recalculation) String() string {
	if r.Policy.IsZero() {
		return "no recalculation judged"
	}
	word := "required"
	if !r.Required {
		word = "not required"
	}
	return word + ": " + strings.Join(r.Reasons, "; ")
}

// Explain writes the judgement as its arithmetic.
func (r Recalculation) Explain() string {
	if r.Policy.IsZero() {
		return r.String()
	}
	var b explanation
	old := r.history.versions[len(r.history.versions)-2]
	b.line("target", "%s (version %d)", old.Target, old.Number)
	b.line("trigger", "%s: %s", r.Restatement.Trigger, r.Restatement.Change.Reason)
	b.line("published", "%s, %s", r.Restatement.Change.Date, r.Restatement.Change.Document)
	r.Latest.explain(&b, "change", "(B' - B)/B")
	r.Cumulated.explain(&b, "since recalculation", "(B' - B0)/B0")
	b.line("policy", "%s; set by %s", r.Policy, r.Policy.Source())
	b.line("recalculation", "%s", r)
	restated := r.Restated()
	for _, l := range restated.def.levels {
		before, _ := old.Target.Limit(l.year)
		b.line("level if restated", "%s = %s in %d, before %s", restated.def.formula(l), l.co2e, l.year, before)
	}
	return b.String()
}
