package korea

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Status is how far a project has come in the year that is checked (달성여부).
// The zero Status is unstated.
type Status uint8

// The four statuses: 달성, the target of the plan is reached; 정상추진, on the way
// to reach it in time; 지연, under way and not likely to reach it in time; 미달성, it
// cannot be reached.
const (
	Achieved Status = iota + 1
	OnTrack
	Delayed
	Missed
)

var statuses = []Label{{}, {"달성", "achieved"}, {"정상추진", "on track"}, {"지연", "delayed"}, {"미달성", "missed"}}

// Label is the status in both languages.
func (s Status) Label() Label { return coded("status", statuses, uint8(s)) }

// String is the status in English, or "" where it is unstated.
func (s Status) String() string { return s.Label().En }

// Korean is that of the label in Korean.
func (s Status) Korean() string { return s.Label().Ko }

// MarshalText writes what String says.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// StatusRules turn an attainment into a [Status] by thresholds. They are
// immutable; the zero StatusRules are refused.
type StatusRules struct {
	name, source               string
	achieved, onTrack, delayed ghg.Share
}

var errNoStatusRules = errors.New("no rules of status given: name some, such as korea.OwnStatusRules")

// OwnStatusRules are achieved from 100 %, on track from 80 %, delayed from 50 %
// of the target quantity. The thresholds are this package's own choice: the
// guideline as known gives words and no numbers.
var OwnStatusRules = must(NewStatusRules("own thresholds", "own choice; the guideline as known has no numbers",
	ghg.MustShare("100%"), ghg.MustShare("80%"), ghg.MustShare("50%")))

// NewStatusRules makes rules of three thresholds, each reached at its value:
// achieved is above or at on track, on track above or at delayed, and all are above 0.
// A name and a source are needed. The error is a [ghg.Faults] of all that is wrong.
func NewStatusRules(name, source string, achieved, onTrack, delayed ghg.Share) (StatusRules, error) {
	of := "rules of status " + words.Quote(name)
	var faults ghg.Faults
	if name == "" {
		faults.Refuse(of, "name", "", "a name is needed")
	}
	if source == "" {
		faults.Refuse(of, "source", "", "name the document, or say that they are your own")
	}
	if achieved.Cmp(onTrack) < 0 || onTrack.Cmp(delayed) < 0 || delayed.Fraction().Sign() <= 0 {
		faults.Refuse(of, "thresholds", fmt.Sprintf("achieved %s, on track %s, delayed %s", achieved, onTrack, delayed),
			"each must be at least the next, and the last above 0")
	}
	if err := faults.Err(); err != nil {
		return StatusRules{}, err
	}
	return StatusRules{name, source, achieved, onTrack, delayed}, nil
}

// String is the rules with their thresholds and source.
func (r StatusRules) String() string {
	if r.name == "" {
		return "no rules of status"
	}
	return fmt.Sprintf("%s: achieved from %s, on track from %s, delayed from %s, else missed (%s)",
		r.name, r.achieved, r.onTrack, r.delayed, r.source)
}
