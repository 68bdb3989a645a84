package track

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

var (
	weightings   = []string{"no weighting", "by task weight", "actions equally"}
	weightingsKo = []string{"", "과업 가중치 합산", "사업별 동일 비중"}
)

// String is the weighting in small letters.
func (w Weighting) String() string { return word("weighting", weightings, uint8(w)) }

// MarshalText writes what String says.
func (w Weighting) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// Korean is the weighting in Korean; "" of none.
func (w Weighting) Korean() string { return wordKo(weightingsKo, uint8(w)) }

// valid reports whether the weighting is one of those above.
func (w Weighting) valid() bool { return w == ByTaskWeight || w == ActionsEqually }

// meanPlaces is the precision of the scores that a mean is made of.
const meanPlaces = 30

// Implementation is how far the actions of a plan have come on one day and at what cost: as
// a whole, by area, by action, by phase. It is immutable.
type Implementation struct {
	on        ghg.Date
	weighting Weighting
	framework strategy.Framework
	withdrawn []strategy.Action
	actions   []strategy.Action          // not withdrawn
	outside   map[string]map[string]bool // tasks of each action, due beyond their phase
	budget    Budget                     // until the year of the day
	accounts  map[string]account
	findings  ghg.Findings
}

const actionsNeeded = "those of a portfolio, or slices.Values of others, are needed"

// AssessImplementation takes the tasks, the budgets and the spending of actions as they
// stand on a day: those of a [strategy.Portfolio], or any others. The framework has the
// names of their areas; of the zero Framework there are codes alone. Tasks that contradict
// themselves or were completed after the day are refused, all at once, and so is what
// [NewBudget] refuses. Withdrawn actions do not count: what they became has tasks of its
// own. What was spent on them is in the budget.
func AssessImplementation(actions iter.Seq[strategy.Action], f strategy.Framework, on ghg.Date, w Weighting) (Implementation, error) {
	const of = "implementation"
	var faults ghg.Faults
	if !w.valid() {
		faults.Refuse(of, "weighting", w.String(), "say how tasks of different actions meet: track.ByTaskWeight or track.ActionsEqually")
	}
	if actions == nil {
		faults.Refuse(of, "actions", "", actionsNeeded)
	}
	if refuseDay(&faults, of, "day of the question", on) || actions == nil {
		return Implementation{}, faults.Err()
	}
	i := Implementation{on: on, weighting: w, framework: f, outside: map[string]map[string]bool{}, accounts: map[string]account{}}
	var all []strategy.Action
	for a := range actions {
		all = append(all, a)
		if a.Stage.IsWithdrawn() {
			i.withdrawn = append(i.withdrawn, a)
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
	budget, err := NewBudget(slices.Values(all))
	if err = errors.Join(faults.Err(), err); err != nil {
		return Implementation{}, err
	}
	i.budget = budget.In(ghg.FirstYear, on.Year)
	byAction := budget.perAction()
	for _, a := range i.actions {
		w := weigh(a.Phases, on, func(strategy.Task) {})
		if i.accounts[a.ID], err = accountOf(byAction[a.ID], w, on.Year); err != nil {
			return Implementation{}, fmt.Errorf("%s, %w", ofAction(a.ID), err)
		}
	}
	return i, nil
}

// Findings are those of the actions that count: tasks that are due beyond their phase,
// phases that overlap or leave years out ([strategy.Action.Findings]).
func (i Implementation) Findings() ghg.Findings { return i.findings }

// Withdrawn are the IDs of the actions that do not count.
func (i Implementation) Withdrawn() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, a := range i.withdrawn {
			if !yield(a.ID) {
				return
			}
		}
	}
}

// ofPlan is what all actions together are called.
var ofPlan = words.Term{En: "plan", Ko: "계획 전체"}

// Plan is that of all actions.
func (i Implementation) Plan() EarnedValue {
	s := i.start(ofPlan.En, ofPlan.En, ofPlan.Ko)
	s.Budget = i.budget
	for _, a := range i.actions {
		s.take(i, a)
	}
	return s.finish()
}

// take takes up a whole action.
func (s *EarnedValue) take(i Implementation, a strategy.Action) {
	s.add(a.Phases, i.outside[a.ID])
	s.account(i.accounts[a.ID])
}

// ByAction yields that of each action in the order given. The score of an
// action without tasks is undefined.
func (i Implementation) ByAction() iter.Seq[EarnedValue] {
	return func(yield func(EarnedValue) bool) {
		budgets := i.budget.perAction()
		for _, a := range i.actions {
			s := i.start(a.ID, a.Name, a.NameKo)
			s.Budget = budgets[a.ID]
			s.take(i, a)
			if !yield(s.finish()) {
				return
			}
		}
	}
}

// ByArea are those of the areas in which there are actions, in the order in which they are
// met, with code and names of the area; last an area in which there is but what was spent
// on withdrawn actions.
func (i Implementation) ByArea() []EarnedValue {
	all := newScores(i)
	areas := map[string][]string{} // actions of each
	for n, a := range slices.Concat(i.actions, i.withdrawn) {
		counts := n < len(i.actions)
		if !counts && len(a.Spent) == 0 {
			continue
		}
		area, _ := i.framework.Area(a.Area)
		s := all.of(a.Area, area.Name, area.NameKo)
		areas[a.Area] = append(areas[a.Area], a.ID)
		if counts {
			s.take(i, a)
		}
	}
	for _, s := range all.order {
		s.Budget = i.budget.Of(areas[s.Of]...)
	}
	return all.finish()
}

// ByPhase are the scores of the phases by the year that they end in: "until
// 2030", "until 2040", and last "no end stated". They have no money, as budgets are of
// actions.
func (i Implementation) ByPhase() []EarnedValue {
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
	all := newScores(i)
	for _, end := range ends {
		all.ofPhase(end)
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
			all.ofPhase(end).add(byEnd[end], i.outside[a.ID])
		}
	}
	return all.finish()
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
	order []*EarnedValue
	named map[string]*EarnedValue
}

func newScores(i Implementation) *scores {
	return &scores{i: i, named: map[string]*EarnedValue{}}
}

func (s *scores) of(code, name, nameKo string) *EarnedValue {
	if _, met := s.named[code]; !met {
		x := s.i.start(code, name, nameKo)
		s.named[code] = &x
		s.order = append(s.order, &x)
	}
	return s.named[code]
}

func (s *scores) ofPhase(end int) *EarnedValue {
	name := words.Term{En: "no end stated", Ko: "종료연도 없음"}
	if end != 0 {
		name = words.Term{En: "until %d", Ko: "%d년까지"}.With(end)
	}
	x := s.of(name.En, name.En, name.Ko)
	x.ofPhase = true
	return x
}

func (s *scores) finish() []EarnedValue {
	out := make([]EarnedValue, len(s.order))
	for n, x := range s.order {
		out[n] = x.finish()
	}
	return out
}

func (i Implementation) start(code, name, nameKo string) EarnedValue {
	return EarnedValue{Of: code, Name: name, NameKo: nameKo, On: i.on, Weighting: i.weighting}
}
