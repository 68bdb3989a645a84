package track

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Timeliness says whether an action keeps its days. It is not its stage. The
// zero Timeliness is not assessed.
type Timeliness uint8

// The values of timeliness.
const (
	NotAssessed Timeliness = iota
	OnTime
	Late  // a task is past its due day
	Stale // no update for longer than the plan allows: the record no longer tells
)

var (
	timelinesses   = []string{"not assessed", "on time", "late", "stale"}
	timelinessesKo = []string{"평가 안 함", "정상", "지연", "갱신 중단"}
)

// String is the timeliness in small letters.
func (t Timeliness) String() string { return word("timeliness", timelinesses, uint8(t)) }

// MarshalText writes what String says.
func (t Timeliness) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Korean is the timeliness in Korean; "" of none.
func (t Timeliness) Korean() string { return wordKo(timelinessesKo, uint8(t)) }

// word is the name of one of a few values.
func word(what string, names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown %s (%d)", what, i)
}

// wordKo is that in Korean, where there is one.
func wordKo(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return ""
}

// UpdateIntervals are how often a plan wants its actions updated, in days. All
// three are needed, from 1 to 3660 and in this order: they decide what is late
// and are never assumed.
type UpdateIntervals struct {
	Target     int `json:"target"`     // an update is due by then
	Acceptable int `json:"acceptable"` // and overdue after that
	Stale      int `json:"stale"`      // after more than these days the record is stale
}

func (u UpdateIntervals) refuse(faults *ghg.Faults) {
	const of, most = "update intervals", 3660
	if u.Target < 1 {
		faults.Refuse(of, "target", strconv.Itoa(u.Target), "1 day or more is needed")
	}
	if u.Acceptable < u.Target {
		faults.Refuse(of, "acceptable", strconv.Itoa(u.Acceptable), fmt.Sprintf("at least the target, %d days, is needed", u.Target))
	}
	if u.Stale < u.Acceptable || u.Stale > most {
		faults.Refuse(of, "stale", strconv.Itoa(u.Stale), fmt.Sprintf("from the acceptable, %d days, to %d is needed", u.Acceptable, most))
	}
}

// UpdateState says how fresh the record of an action is. The zero UpdateState
// is never updated.
type UpdateState uint8

// The states of an update.
const (
	NeverUpdated  UpdateState = iota
	UpToDate                  // within the target interval
	UpdateDue                 // within the acceptable one
	UpdateOverdue             // beyond it
	UpdateStale               // longer than the plan allows
)

var (
	updateStates   = []string{"never updated", "up to date", "update due", "update overdue", "stale"}
	updateStatesKo = []string{"갱신 없음", "최신", "갱신 필요", "갱신 지연", "갱신 중단"}
)

// String is the state in small letters.
func (s UpdateState) String() string { return word("state of update", updateStates, uint8(s)) }

// MarshalText writes what String says.
func (s UpdateState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Korean is the state in Korean; "" of none.
func (s UpdateState) Korean() string { return wordKo(updateStatesKo, uint8(s)) }

func (u UpdateIntervals) state(days int) UpdateState {
	switch {
	case days <= u.Target:
		return UpToDate
	case days <= u.Acceptable:
		return UpdateDue
	case days <= u.Stale:
		return UpdateOverdue
	}
	return UpdateStale
}

// LateTask is a task that is past its due day.
type LateTask struct {
	Task strategy.Task `json:"task"`
	Days int           `json:"days"` // since it was due
}

// ActionTimeliness is the timeliness of one action on a day, with its reasons.
type ActionTimeliness struct {
	Action     string      `json:"action"` // ID
	On         ghg.Date    `json:"on,omitzero"`
	Timeliness Timeliness  `json:"timeliness"`
	Update     UpdateState `json:"update"`
	Updated    ghg.Date    `json:"updated,omitzero"` // the day of the last update, or the zero Date
	Days       int         `json:"days"`             // since the last update; 0 where there is none
	Late       []LateTask  `json:"late,omitempty"`   // in the order of the action
	Undated    int         `json:"undated"`          // open tasks without a due day: they are never late
	intervals  UpdateIntervals
	why        words.Term
}

// AssessTimeliness says whether an action is on time on a day. Updated is the
// day of the last update of its record, or the zero Date where there was none:
// then it is stale. A task is late from the day after its due day on. A
// withdrawn action is not assessed; a completed one needs no more updates. An
// update or completion after the day is refused, with all else that does not stand.
func AssessTimeliness(a strategy.Action, updated, on ghg.Date, u UpdateIntervals) (ActionTimeliness, error) {
	of := ofAction(a.ID)
	var faults ghg.Faults
	u.refuse(&faults)
	refuseDay(&faults, of, "day of the question", on)
	if updated != (ghg.Date{}) && !refuseDay(&faults, of, "last update", updated) && on.Before(updated) {
		faults.Refuse(of, "last update", updated.String(), fmt.Sprintf("it is after the day of the question, %s", on))
	}
	if err := faults.Err(); err != nil {
		return ActionTimeliness{}, err
	}
	r := ActionTimeliness{Action: a.ID, On: on, Updated: updated, intervals: u}
	if updated != (ghg.Date{}) {
		r.Days = daysBetween(updated, on)
		r.Update = u.state(r.Days)
	}
	for _, p := range a.Phases {
		for _, t := range p.Tasks {
			refuseTask(&faults, a.ID, t, on)
			switch {
			case !isOpen(t):
			case t.Due == ghg.Date{}:
				r.Undated++
			case isPast(t, on):
				r.Late = append(r.Late, LateTask{t, daysBetween(t.Due, on)})
			}
		}
	}
	if err := faults.Err(); err != nil {
		return ActionTimeliness{}, err
	}
	r.judge(a.Stage)
	return r, nil
}

func (r *ActionTimeliness) judge(stage strategy.Stage) {
	closed := stage == strategy.Completed
	switch {
	case stage.IsWithdrawn():
		r.Timeliness = NotAssessed
		r.why = words.Term{En: "the action is %s", Ko: "단계: %s"}.With(words.Term{En: stage.String(), Ko: stage.Korean()})
	case r.Update == NeverUpdated && !closed:
		r.Timeliness, r.why = Stale, words.Term{En: "no update is known", Ko: "갱신 기록 없음"}
	case r.Update == UpdateStale && !closed:
		r.Timeliness = Stale
		r.why = words.Term{En: "no update for %d days, more than %d", Ko: "%d일 동안 갱신 없음(기준 %d일)"}.With(r.Days, r.intervals.Stale)
	case len(r.Late) > 0:
		r.Timeliness = Late
		r.why = words.Term{En: "%d tasks are past their due day", Ko: "기한이 지난 과업 %d개"}.With(len(r.Late))
		if len(r.Late) == 1 {
			r.why.En = "1 task is past its due day"
		}
	default:
		r.Timeliness, r.why = OnTime, words.Term{En: "no task is past its due day", Ko: "기한이 지난 과업 없음"}
	}
}

// String is the timeliness as one line, with its reason.
func (r ActionTimeliness) String() string {
	return fmt.Sprintf("%s on %s: %s: %s", ofAction(r.Action), r.On, r.Timeliness, r.why)
}

// Korean is String in Korean.
func (r ActionTimeliness) Korean() string {
	return fmt.Sprintf("%s, %s 기준: %s(%s)", r.Action, r.On, r.Timeliness.Korean(), r.why.Ko)
}

// Details is the timeliness with updates, intervals and late tasks.
func (r ActionTimeliness) Details() string {
	var b strings.Builder
	b.WriteString(r.String())
	updated := "never updated"
	if r.Updated != (ghg.Date{}) {
		updated = fmt.Sprintf("updated on %s, %d days before: %s", r.Updated, r.Days, r.Update)
	}
	fmt.Fprintf(&b, "\n  %s (target %d, acceptable %d, stale after %d days)",
		updated, r.intervals.Target, r.intervals.Acceptable, r.intervals.Stale)
	for _, l := range r.Late {
		fmt.Fprintf(&b, "\n  task %s: %s, due %s, %d days ago", words.Quote(l.Task.ID), l.Task.State, l.Task.Due, l.Days)
	}
	if r.Undated > 0 {
		fmt.Fprintf(&b, "\n  open tasks without a due day: %d", r.Undated)
	}
	return b.String()
}
