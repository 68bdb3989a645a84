package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Stage is where an action stands in its life. The zero Stage is unstated.
// Whether it is on time is another question.
//
// Stages follow one another as this table says, a step at a time; two steps may
// be taken on one day. What was postponed comes back to a stage before its
// completion. Nothing leaves a withdrawn stage: a cancelled action that is
// taken up again is a new action. An unstated stage may become any.
//
//	idea → scoping → feasibility → approved → funded → in progress → completed → operating
//	idea … in progress ⇄ postponed
//	idea … operating, postponed → cancelled, merged, superseded
//
// The words are this package's; the steps from idea to operation are those
// that disclosure systems of cities ask for.
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
	Completed // what was to be built or set up stands
	Operating
	Postponed
	Cancelled
	Merged     // into another action, which holds its effects
	Superseded // by other actions, which hold its effects
)

// stages are the names of the stages in English and Korean (own translation).
var stages = []words.Term{
	StageUnstated: {En: "unstated", Ko: "미기재"},
	Idea:          {En: "idea", Ko: "구상"},
	Scoping:       {En: "scoping", Ko: "기획"},
	Feasibility:   {En: "feasibility", Ko: "타당성조사"},
	Approved:      {En: "approved", Ko: "확정"},
	Funded:        {En: "funded", Ko: "예산확보"},
	InProgress:    {En: "in progress", Ko: "추진중"},
	Completed:     {En: "completed", Ko: "완료"},
	Operating:     {En: "operating", Ko: "운영중"},
	Postponed:     {En: "postponed", Ko: "연기"},
	Cancelled:     {En: "cancelled", Ko: "취소"},
	Merged:        {En: "merged", Ko: "통합"},
	Superseded:    {En: "superseded", Ko: "대체"},
}

// next are the stages that follow each stage in one step.
var next = [...][]Stage{
	StageUnstated: {Idea, Scoping, Feasibility, Approved, Funded, InProgress, Completed, Operating, Postponed, Cancelled, Merged, Superseded},
	Idea:          {Scoping, Postponed, Cancelled, Merged, Superseded},
	Scoping:       {Feasibility, Postponed, Cancelled, Merged, Superseded},
	Feasibility:   {Approved, Postponed, Cancelled, Merged, Superseded},
	Approved:      {Funded, Postponed, Cancelled, Merged, Superseded},
	Funded:        {InProgress, Postponed, Cancelled, Merged, Superseded},
	InProgress:    {Completed, Postponed, Cancelled, Merged, Superseded},
	Completed:     {Operating, Cancelled, Merged, Superseded},
	Operating:     {Cancelled, Merged, Superseded},
	Postponed:     {Idea, Scoping, Feasibility, Approved, Funded, InProgress, Cancelled, Merged, Superseded},
	Cancelled:     {},
	Merged:        {},
	Superseded:    {},
}

// String is the stage in small letters.
func (s Stage) String() string {
	if !s.Valid() {
		return word("stage", nil, uint8(s))
	}
	return stages[s].En
}

// MarshalText writes what String says.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String says.
func (s *Stage) UnmarshalText(text []byte) error {
	return readWord(s, "stage", englishOf(stages), 0, text)
}

// Korean is the stage in Korean, or "" where there is no such stage.
func (s Stage) Korean() string {
	if !s.Valid() {
		return ""
	}
	return stages[s].Ko
}

// Valid reports whether the stage is one of those above.
func (s Stage) Valid() bool { return int(s) < len(stages) }

// IsWithdrawn reports whether the action is cancelled, merged or superseded:
// its effects count no more, or count elsewhere.
func (s Stage) IsWithdrawn() bool { return s == Cancelled || s == Merged || s == Superseded }

// Next are the stages that may follow this one in one step; none for a
// withdrawn stage.
func (s Stage) Next() []Stage {
	if !s.Valid() {
		return nil
	}
	return slices.Clone(next[s])
}

// CanBecome reports whether the stage may be followed by another in one step.
func (s Stage) CanBecome(to Stage) bool { return s.Valid() && slices.Contains(next[s], to) }

// TransitionError says that an action cannot go from one stage to another.
type TransitionError struct {
	Action   string // ID
	From, To Stage
	Allowed  []Stage // what may follow From; none where it is withdrawn
}

func (e *TransitionError) Error() string {
	allowed := "nothing follows: take it up again as a new action"
	if len(e.Allowed) > 0 {
		names := make([]string, len(e.Allowed))
		for i, s := range e.Allowed {
			names[i] = s.String()
		}
		allowed = "allowed are " + strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s cannot go from %s to %s: %s", actionOf(e.Action), e.From, e.To, allowed)
}
