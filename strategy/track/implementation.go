package track

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Weighting says how tasks of different actions meet in one score. It changes
// the score, so it is never assumed: the zero Weighting is refused.
type Weighting uint8

// The weightings.
const (
	// ByTaskWeight pools all tasks: the weights of all actions are in one unit,
	// such as money or hours.
	ByTaskWeight Weighting = iota + 1
	// ActionsEqually is the mean of the actions: weights of one action say
	// nothing about those of another.
	ActionsEqually
)

var weightings = []string{"no weighting", "by task weight", "actions equally"}

// String is the weighting in small letters.
func (w Weighting) String() string { return word("weighting", weightings, uint8(w)) }

// valid reports whether the weighting is one of those above.
func (w Weighting) valid() bool { return w == ByTaskWeight || w == ActionsEqually }

// meanPlaces is the precision of the scores that a mean is made of.
const meanPlaces = 30

// Score is how far work has come by earned value. PV is what should be done by
// the day, EV what is done, SPI = EV/PV. SPI below 1 is behind plan.
type Score struct {
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
}

// Implementation is the scores of the actions of a plan on one day: as a whole,
// by area, by action, by phase. It is immutable.
type Implementation struct {
	on        ghg.Date
	weighting Weighting
	withdrawn []string
	actions   []strategy.Action // not withdrawn
}

// AssessImplementation takes the tasks of actions as they stand on a day: those
// of a [strategy.Portfolio], or any others. Tasks that contradict themselves or
// were completed after the day are refused, all at once. Withdrawn actions do not
// count: what they became has tasks of its own.
func AssessImplementation(actions iter.Seq[strategy.Action], on ghg.Date, w Weighting) (Implementation, error) {
	const of = "implementation"
	var faults ghg.Faults
	if !w.valid() {
		faults.Refuse(of, "weighting", w.String(), "say how tasks of different actions meet: track.ByTaskWeight or track.ActionsEqually")
	}
	if actions == nil {
		faults.Refuse(of, "actions", "", "those of a portfolio, or slices.Values of others, are needed")
	}
	if refuseDay(&faults, of, "day of the question", on) || actions == nil {
		return Implementation{}, faults.Err()
	}
	i := Implementation{on: on, weighting: w}
	for a := range actions {
		if a.Stage.IsWithdrawn() {
			i.withdrawn = append(i.withdrawn, a.ID)
			continue
		}
		a.Phases = slices.Clone(a.Phases)
		for n := range a.Phases {
			a.Phases[n].Tasks = slices.Clone(a.Phases[n].Tasks)
			for _, t := range a.Phases[n].Tasks {
				refuseTask(&faults, a.ID, t, on)
			}
		}
		i.actions = append(i.actions, a)
	}
	if err := faults.Err(); err != nil {
		return Implementation{}, err
	}
	return i, nil
}

// Withdrawn are the IDs of the actions that do not count.
func (i Implementation) Withdrawn() iter.Seq[string] { return slices.Values(i.withdrawn) }

// Plan is the score of all actions.
func (i Implementation) Plan() Score {
	s := i.start("plan")
	for _, a := range i.actions {
		s.add(tasksOf(a.Phases))
	}
	return s.finish()
}

// ByAction yields the score of each action in the order given. That of an
// action without tasks is undefined.
func (i Implementation) ByAction() iter.Seq[Score] {
	return func(yield func(Score) bool) {
		for _, a := range i.actions {
			s := i.start(a.ID)
			s.add(tasksOf(a.Phases))
			if !yield(s.finish()) {
				return
			}
		}
	}
}

// ByArea are the scores of the areas in which there are actions, by code of
// the area, in the order in which they are met.
func (i Implementation) ByArea() []Score {
	scores := newScores(i)
	for _, a := range i.actions {
		scores.of(a.Area).add(tasksOf(a.Phases))
	}
	return scores.finish()
}

// ByPhase are the scores of the phases by the year that they end in: "until
// 2030", "until 2040", and last "no end stated".
func (i Implementation) ByPhase() []Score {
	var ends []int
	for _, a := range i.actions {
		for _, p := range a.Phases {
			ends = append(ends, p.End)
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	if len(ends) > 0 && ends[0] == 0 {
		ends = append(ends[1:], 0)
	}
	scores := newScores(i)
	for _, end := range ends {
		scores.of(phaseName(end))
	}
	for _, a := range i.actions {
		byEnd := map[int][]strategy.Phase{}
		var order []int
		for _, p := range a.Phases {
			if _, met := byEnd[p.End]; !met {
				order = append(order, p.End)
			}
			byEnd[p.End] = append(byEnd[p.End], p)
		}
		for _, end := range order {
			scores.of(phaseName(end)).add(tasksOf(byEnd[end]))
		}
	}
	return scores.finish()
}

func phaseName(end int) string {
	if end == 0 {
		return "no end stated"
	}
	return fmt.Sprintf("until %d", end)
}

func tasksOf(phases []strategy.Phase) []strategy.Task {
	var out []strategy.Task
	for _, p := range phases {
		out = append(out, p.Tasks...)
	}
	return out
}

// scores are scores by name, in the order in which they are met.
type scores struct {
	i     Implementation
	order []*Score
	named map[string]*Score
}

func newScores(i Implementation) *scores { return &scores{i: i, named: map[string]*Score{}} }

func (s *scores) of(name string) *Score {
	if _, met := s.named[name]; !met {
		x := s.i.start(name)
		s.named[name] = &x
		s.order = append(s.order, &x)
	}
	return s.named[name]
}

func (s *scores) finish() []Score {
	out := make([]Score, len(s.order))
	for n, x := range s.order {
		out[n] = x.finish()
	}
	return out
}

func (i Implementation) start(of string) Score {
	return Score{Of: of, On: i.on, Weighting: i.weighting}
}

// add takes up the tasks of one action.
func (s *Score) add(tasks []strategy.Task) {
	var planned, earned, total decimal.Decimal
	for _, t := range tasks {
		if t.State == strategy.TaskCancelled {
			s.Cancelled++
			continue
		}
		s.Tasks++
		total = total.Add(t.Weight)
		earned = earned.Add(t.Weight.Mul(t.Earned().Fraction()))
		switch {
		case t.Due == ghg.Date{}:
			s.Undated++
		case !s.On.Before(t.Due):
			planned = planned.Add(t.Weight)
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

func (s Score) finish() Score {
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
func (s Score) String() string {
	if s.Total.IsZero() {
		return fmt.Sprintf("%s on %s: %s", words.Clip(s.Of, 60), s.On, s.EV)
	}
	return fmt.Sprintf("%s on %s: planned %s, earned %s, SPI %s", words.Clip(s.Of, 60), s.On, s.PV.Percent(1), s.EV.Percent(1), s.SPI)
}

// Explain is the score as arithmetic.
func (s Score) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s on %s, earned value, %s", words.Clip(s.Of, 60), s.On, s.Weighting)
	fmt.Fprintf(&b, "\n  PV = Σ weight due / Σ weight = %s / %s = %s", s.Planned, s.Total, s.PV)
	fmt.Fprintf(&b, "\n  EV = Σ weight × done / Σ weight = %s / %s = %s", s.Earned, s.Total, s.EV)
	fmt.Fprintf(&b, "\n  SPI = EV / PV = %s / %s = %s", s.Earned, s.Planned, s.SPI)
	fmt.Fprintf(&b, "\n  %d tasks of %d actions; %d without a due day, never in PV; %d cancelled, left out",
		s.Tasks, s.Actions, s.Undated, s.Cancelled)
	return b.String()
}
