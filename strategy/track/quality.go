package track

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// QualityRule is what [MonitoringQuality] asks for. Both numbers are needed.
type QualityRule struct {
	// DueWithin is the months within which a task must be due, from 1 to 120;
	// 12 is common.
	DueWithin int `json:"dueWithin"`
	// ValueAge is how many years old the value of an indicator may be, from 0,
	// of the year of the question, to 10.
	ValueAge int `json:"valueAge"`
}

func (r QualityRule) refuse(faults *ghg.Faults) {
	if r.DueWithin < 1 || r.DueWithin > 120 {
		faults.Refuse("quality rule", "due within", strconv.Itoa(r.DueWithin), "1 to 120 months are allowed")
	}
	if r.ValueAge < 0 || r.ValueAge > 10 {
		faults.Refuse("quality rule", "age of a value", strconv.Itoa(r.ValueAge), "0 to 10 years are allowed")
	}
}

// QualityPoint is one test of what is there to monitor an action with.
type QualityPoint struct {
	Name    string   `json:"name"`
	Missing []string `json:"missing,omitempty"` // what it lacks; none where it is met
}

// Met reports whether nothing is missing.
func (p QualityPoint) Met() bool { return len(p.Missing) == 0 }

// Quality is how well an action can be monitored: points met of three.
type Quality struct {
	Action string          `json:"action"` // ID
	On     ghg.Date        `json:"on,omitzero"`
	Rule   QualityRule     `json:"rule"`
	Points [3]QualityPoint `json:"points"`
}

// MonitoringQuality tests an action on a day: whether it has an owner (its
// Lead), a description and a task; whether an open task is due from
// that day on within the months of the rule; whether one of the indicators
// given, those that the action is monitored by, has a goal for that year or
// later and a value that is not older than the rule allows.
func MonitoringQuality(a strategy.Action, indicators []Indicator, on ghg.Date, rule QualityRule) (Quality, error) {
	var faults ghg.Faults
	refuseDay(&faults, ofAction(a.ID), "day of the question", on)
	rule.refuse(&faults)
	if err := faults.Err(); err != nil {
		return Quality{}, err
	}
	basics := QualityPoint{Name: "owner, description and task"}
	due := QualityPoint{Name: fmt.Sprintf("task due within %d months", rule.DueWithin)}
	if a.Lead == "" {
		basics.Missing = append(basics.Missing, "owner")
	}
	if a.Description == "" {
		basics.Missing = append(basics.Missing, "description")
	}
	hasTask, hasDue := false, false
	for _, t := range tasksOf(a.Phases) {
		hasTask = hasTask || t.State != strategy.TaskCancelled
		hasDue = hasDue || isOpen(t) && !t.Due.Before(on) && !monthsAfter(on, rule.DueWithin).Before(t.Due)
	}
	if !hasTask {
		basics.Missing = append(basics.Missing, "task")
	}
	if !hasDue {
		due.Missing = []string{due.Name}
	}
	return Quality{a.ID, on, rule, [3]QualityPoint{basics, due, indicatorPoint(indicators, on.Year, rule.ValueAge)}}, nil
}

// indicatorPoint is met by one indicator that has both; else it names what the
// best of them lacks.
func indicatorPoint(indicators []Indicator, year, age int) QualityPoint {
	p := QualityPoint{"progress indicator with current goal and value", []string{"progress indicator"}}
	for n, i := range indicators {
		var missing []string
		if last, ok := i.definition().goals.Last(); !ok || last.Year < year {
			missing = append(missing, "current goal")
		}
		if latest, _, ok := i.Latest(year); !ok || latest < year-age {
			missing = append(missing, "current value")
		}
		if n == 0 || len(missing) < len(p.Missing) {
			p.Missing = missing
		}
	}
	return p
}

// Met is the number of points that are met.
func (q Quality) Met() int {
	n := 0
	for _, p := range q.Points {
		if p.Met() {
			n++
		}
	}
	return n
}

// Missing names what is missing, over all points.
func (q Quality) Missing() []string {
	var out []string
	for _, p := range q.Points {
		out = append(out, p.Missing...)
	}
	return out
}

// String is "2 of 3" with what is missing.
func (q Quality) String() string {
	s := fmt.Sprintf("%s on %s: %d of %d", ofAction(q.Action), q.On, q.Met(), len(q.Points))
	if m := q.Missing(); len(m) > 0 {
		s += "; missing: " + strings.Join(m, ", ")
	}
	return s
}

// Details is the points, a line each.
func (q Quality) Details() string {
	var b strings.Builder
	b.WriteString(q.String())
	for _, p := range q.Points {
		if p.Met() {
			fmt.Fprintf(&b, "\n  met: %s", p.Name)
		} else {
			fmt.Fprintf(&b, "\n  not met: %s; missing: %s", p.Name, strings.Join(p.Missing, ", "))
		}
	}
	fmt.Fprintf(&b, "\n  a value of an indicator is current up to this age in years: %d", q.Rule.ValueAge)
	return b.String()
}
