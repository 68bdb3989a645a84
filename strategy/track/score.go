package track

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// SchedulePerformance is how far work has come by earned value. PV is what should be done by
// the day, EV what is done, SPI = EV/PV. SPI below 1 is behind plan.
type SchedulePerformance struct {
	Of        string // what it is the score of: "plan", an area, an action, "until 2030"
	On        ghg.Date
	Weighting Weighting
	PV        ghg.Ratio
	EV        ghg.Ratio
	SPI       ghg.Ratio
	// Planned, Earned and Total are Σ weight of tasks due, Σ weight × part done
	// and Σ weight. With [ActionsEqually] the weights of each action are divided
	// by their sum, so Total is the number of actions with tasks.
	Planned, Earned, Total decimal.Decimal
	Actions                int // with tasks that count
	Tasks                  int // that count
	Undated                int // of those, without a due day
	Cancelled              int // tasks that do not count
	// Outside are the tasks that count and are due in a year that their phase does not
	// have, or beyond the action: a score by phase has them in the wrong step, and what
	// is planned in the years of the phase is short of them. See
	// [Implementation.Findings].
	Outside int
}

// add takes up the tasks of one action, or of some of its phases, of which some are
// due outside.
func (s *SchedulePerformance) add(phases []strategy.Phase, outside map[string]bool) {
	var planned, earned, total decimal.Decimal
	for _, p := range phases {
		for _, t := range p.Tasks {
			if t.State == strategy.TaskCancelled {
				s.Cancelled++
				continue
			}
			s.Tasks++
			total = total.Add(t.Weight)
			earned = earned.Add(t.Weight.Mul(t.Earned().Fraction()))
			if t.Due == (ghg.Date{}) {
				s.Undated++
				continue
			}
			if !s.On.Before(t.Due) {
				planned = planned.Add(t.Weight)
			}
			if outside[t.ID] {
				s.Outside++
			}
		}
	}
	if total.IsZero() {
		return
	}
	s.Actions++
	if s.Weighting == ActionsEqually {
		planned, _ = exact.Quotient(planned, total, meanPlaces)
		earned, _ = exact.Quotient(earned, total, meanPlaces)
		total = decimal.New(1, 0)
	}
	s.Planned, s.Earned, s.Total = s.Planned.Add(planned), s.Earned.Add(earned), s.Total.Add(total)
}

func (s SchedulePerformance) finish() SchedulePerformance {
	const none = "there is no task that counts"
	s.PV = ghg.Quotient(s.Planned, s.Total, none)
	s.EV = ghg.Quotient(s.Earned, s.Total, none)
	why := "no task was due by " + s.On.String()
	if s.Total.IsZero() {
		why = none
	}
	s.SPI = ghg.Quotient(s.Earned, s.Planned, why)
	return s
}

// String is the score as one line.
func (s SchedulePerformance) String() string {
	if s.Total.IsZero() {
		return fmt.Sprintf("%s on %s: %s", words.Clip(s.Of, 60), s.On, s.EV)
	}
	text := fmt.Sprintf("%s on %s: planned %s, earned %s, SPI %s", words.Clip(s.Of, 60), s.On, s.PV.Percent(1), s.EV.Percent(1), s.SPI)
	if s.Outside > 0 {
		text += fmt.Sprintf("; %d of %d tasks due outside their phase", s.Outside, s.Tasks)
	}
	return text
}

// Explain is the score as arithmetic.
func (s SchedulePerformance) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s on %s, earned value, %s", words.Clip(s.Of, 60), s.On, s.Weighting)
	fmt.Fprintf(&b, "\n  PV = Σ weight due / Σ weight = %s / %s = %s", s.Planned, s.Total, s.PV)
	fmt.Fprintf(&b, "\n  EV = Σ weight × done / Σ weight = %s / %s = %s", s.Earned, s.Total, s.EV)
	fmt.Fprintf(&b, "\n  SPI = EV / PV = %s / %s = %s", s.Earned, s.Planned, s.SPI)
	fmt.Fprintf(&b, "\n  %d tasks of %d actions; %d without a due day, never in PV; %d cancelled, left out",
		s.Tasks, s.Actions, s.Undated, s.Cancelled)
	if s.Outside > 0 {
		fmt.Fprintf(&b, "; %d due outside their phase", s.Outside)
	}
	return b.String()
}
