package strategy

import "fmt"

// Stage is where an action stands in its life. The zero Stage is unstated.
// Whether it is on time is another question.
type Stage uint8

// The stages of an action.
const (
	StageUnstated Stage = iota
	Idea
	Scoping
	Feasibility
	Approved
	Funded
	InProgress
	Completed
	Operating
	Postponed
	Cancelled
	Merged     // into another action, which holds its effects
	Superseded // by other actions, which hold its effects
)

var stages = []string{
	"unstated", "idea", "scoping", "feasibility", "approved", "funded", "in progress",
	"completed", "operating", "postponed", "cancelled", "merged", "superseded",
}

// String is the stage in small letters.
func (s Stage) String() string { return word("stage", stages, uint8(s)) }

// Valid reports whether the stage is one of those above.
func (s Stage) Valid() bool { return int(s) < len(stages) }

// IsWithdrawn reports whether the action is cancelled, merged or superseded:
// its effects count no more, or count elsewhere.
func (s Stage) IsWithdrawn() bool { return s == Cancelled || s == Merged || s == Superseded }

// word is the name of one of a few values.
func word(what string, names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown %s (%d)", what, i)
}
