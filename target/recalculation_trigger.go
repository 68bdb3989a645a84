package target

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Trigger says what made a target change. The zero Trigger is that of a
// target's first version: nothing changed.
type Trigger uint8

// The triggers. The first six are reasons to recalculate a base year; the
// wording follows the practice of corporate, city and national standards. So is
// [TriggerUnstated], where the reason is not known.
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
	// TriggerUnstated is a base that was told anew, and no source says why.
	TriggerUnstated
	// TriggerSuperseded is another plan, on a basis of its own, in the place of the
	// one before: nothing is restated.
	TriggerSuperseded
)

var triggerNames = [...]string{"none", "boundary", "method", "error", "gwp", "structural", "data", "target_revised", "baseline_updated",
	"not_stated", "superseded"}

// AllTriggers yields every trigger.
func AllTriggers() iter.Seq[Trigger] {
	return func(yield func(Trigger) bool) {
		for t := TriggerBoundary; t <= TriggerSuperseded; t++ {
			if !yield(t) {
				return
			}
		}
	}
}

// IsRecalculation reports whether the trigger is a reason to recalculate a base
// year, stated or not.
func (t Trigger) IsRecalculation() bool {
	return t >= TriggerBoundary && t <= TriggerData || t == TriggerUnstated
}

// recalculations are the names of the triggers of a recalculation.
func recalculations() []string {
	var out []string
	for t := range AllTriggers() {
		if t.IsRecalculation() {
			out = append(out, t.String())
		}
	}
	return out
}

// String is the trigger as data files name it: "structural".
func (t Trigger) String() string {
	if int(t) < len(triggerNames) {
		return triggerNames[t]
	}
	return fmt.Sprintf("unknown (%d)", uint8(t))
}

// ParseTrigger reads what String writes; "none", and any other word, is a
// [*ghg.UnknownError].
func ParseTrigger(s string) (Trigger, error) {
	if i := slices.Index(triggerNames[1:], s); i >= 0 {
		return Trigger(i + 1), nil
	}
	return 0, &ghg.UnknownError{What: "trigger", ID: s, Allowed: triggerNames[1:]}
}

// MarshalText writes what String prints.
func (t Trigger) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what [ParseTrigger] reads.
func (t *Trigger) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTrigger(string(b))
	return err
}
