package netzero

import (
	"fmt"
	"iter"
	"slices"
)

// Outcome is what a check comes to. The zero Outcome is [CannotTell].
type Outcome uint8

// The outcomes. What is not shown is no failure: a check without what it needs
// cannot tell.
const (
	CannotTell Outcome = iota // what the check needs is not there, or not final
	Pass                      // the criterion is met
	Warn                      // met in part, or by a reading that not everybody shares
	Fail                      // what is there shows that the criterion is not met
)

var outcomeNames = [...]string{"cannot tell", "pass", "warn", "fail"}

// AllOutcomes yields every outcome.
func AllOutcomes() iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		for i := range outcomeNames {
			if !yield(Outcome(i)) {
				return
			}
		}
	}
}

// String is the outcome in small letters: "cannot tell".
func (o Outcome) String() string {
	if int(o) < len(outcomeNames) {
		return outcomeNames[o]
	}
	return fmt.Sprintf("unknown (%d)", uint8(o))
}

// ParseOutcome reads what String writes.
func ParseOutcome(s string) (Outcome, error) {
	if i := slices.Index(outcomeNames[:], s); i >= 0 {
		return Outcome(i), nil
	}
	return 0, fmt.Errorf("unknown outcome %.60q: allowed are %q", s, outcomeNames)
}

// MarshalText writes what [ParseOutcome] reads.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what [ParseOutcome] reads.
func (o *Outcome) UnmarshalText(b []byte) (err error) {
	*o, err = ParseOutcome(string(b))
	return err
}
