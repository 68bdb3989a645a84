package track

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
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

// Implementation is the scores of the actions of a plan on one day: as a whole,
// by area, by action, by phase. It is immutable.
type Implementation struct {
	on        ghg.Date
	weighting Weighting
	withdrawn []string
	actions   []strategy.Action          // not withdrawn
	outside   map[string]map[string]bool // tasks of each action, due beyond their phase
	findings  ghg.Findings
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
	i := Implementation{on: on, weighting: w, outside: map[string]map[string]bool{}}
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
		for _, f := range a.Findings().All {
			i.findings.Add(f)
		}
		for _, t := range a.TasksOutside() {
			if i.outside[a.ID] == nil {
				i.outside[a.ID] = map[string]bool{}
			}
			i.outside[a.ID][t.ID] = true
		}
		i.actions = append(i.actions, a)
	}
	if err := faults.Err(); err != nil {
		return Implementation{}, err
	}
	return i, nil
}

// Findings are those of the actions that count: tasks that are due beyond their phase,
// phases that overlap or leave years out ([strategy.Action.Findings]).
func (i Implementation) Findings() ghg.Findings { return i.findings }

// Withdrawn are the IDs of the actions that do not count.
func (i Implementation) Withdrawn() iter.Seq[string] { return slices.Values(i.withdrawn) }

// Plan is the score of all actions.
func (i Implementation) Plan() SchedulePerformance {
	s := i.start("plan")
	for _, a := range i.actions {
		s.add(a.Phases, i.outside[a.ID])
	}
	return s.finish()
}

// ByAction yields the score of each action in the order given. That of an
// action without tasks is undefined.
func (i Implementation) ByAction() iter.Seq[SchedulePerformance] {
	return func(yield func(SchedulePerformance) bool) {
		for _, a := range i.actions {
			s := i.start(a.ID)
			s.add(a.Phases, i.outside[a.ID])
			if !yield(s.finish()) {
				return
			}
		}
	}
}

// ByArea are the scores of the areas in which there are actions, by code of
// the area, in the order in which they are met.
func (i Implementation) ByArea() []SchedulePerformance {
	scores := newScores(i)
	for _, a := range i.actions {
		scores.of(a.Area).add(a.Phases, i.outside[a.ID])
	}
	return scores.finish()
}

// ByPhase are the scores of the phases by the year that they end in: "until
// 2030", "until 2040", and last "no end stated".
func (i Implementation) ByPhase() []SchedulePerformance {
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
			scores.of(phaseName(end)).add(byEnd[end], i.outside[a.ID])
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
	order []*SchedulePerformance
	named map[string]*SchedulePerformance
}

func newScores(i Implementation) *scores {
	return &scores{i: i, named: map[string]*SchedulePerformance{}}
}

func (s *scores) of(name string) *SchedulePerformance {
	if _, met := s.named[name]; !met {
		x := s.i.start(name)
		s.named[name] = &x
		s.order = append(s.order, &x)
	}
	return s.named[name]
}

func (s *scores) finish() []SchedulePerformance {
	out := make([]SchedulePerformance, len(s.order))
	for n, x := range s.order {
		out[n] = x.finish()
	}
	return out
}

func (i Implementation) start(of string) SchedulePerformance {
	return SchedulePerformance{Of: of, On: i.on, Weighting: i.weighting}
}
