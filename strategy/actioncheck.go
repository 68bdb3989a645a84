package strategy

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the faults of what an action says of itself.
const (
	FaultStage     = "stage"      // no such stage, level or role
	FaultDates     = "dates"      // days or years that do not exist or stand in the wrong order
	FaultPhase     = "phase"      // a phase without an ID of its own
	FaultTask      = "task"       // a task whose state, weight or dates contradict each other
	FaultBudget    = "budget"     // a line without year, funds or money, or money that does not meet
	FaultCoBenefit = "co-benefit" // a co-benefit without a key of its own, or a score beyond -2 to 2
	FaultInto      = "into"       // an action that lives on elsewhere, and is not withdrawn
	FaultRepeated  = "repeated"   // a code, a requirement or an exclusion that is given twice
	FaultRelation  = "relation"   // an action that relates to one that is not there, or to itself
)

// actionFaults collects what is wrong with one action.
type actionFaults struct {
	of  string
	all []ghg.Fault
}

func (f *actionFaults) add(code, field, value, detail string) {
	f.all = append(f.all, ghg.Fault{Code: code, Of: f.of, Field: field, Value: value, Detail: detail})
}

// Check is what is wrong with an action taken alone, but for its ID, name, area,
// source, codes and effects. [NewPortfolio] checks it too, as an action may be
// made in code; readers check it to name the line.
func (a Action) Check() []ghg.Fault { return a.check("") }

func (a Action) check(of string) []ghg.Fault {
	f := &actionFaults{of: of}
	if !a.Stage.Valid() {
		f.add(FaultStage, "stage", a.Stage.String(), "allowed are unstated and those from idea to superseded")
	}
	if !a.Level.Valid() {
		f.add(FaultStage, "level", a.Level.String(), "allowed are unstated, municipality, province and nation")
	}
	for i, p := range a.Partners {
		switch field := fmt.Sprintf("partner %d", i+1); {
		case p.Body == "":
			f.add(FaultStage, field, "", "name the body")
		case !p.Role.Valid():
			f.add(FaultStage, field, p.Role.String(), "allowed are support and co-lead")
		}
	}
	repeated(f, "codes", a.Codes, func(k TaxonomyCode) string { return k.Taxonomy + " " + k.Code })
	self := func(id string) string { return id }
	repeated(f, "requires", a.Requires, self)
	repeated(f, "excludes", a.Excludes, self)
	repeated(f, "into", a.Into, self)
	f.dates(a)
	f.phases(a.Phases)
	f.budget(a.Budget)
	f.coBenefits(a.CoBenefits)
	if len(a.Into) > 0 && a.Stage != Merged && a.Stage != Superseded {
		f.add(FaultInto, "into", a.Into[0], "only an action that is merged or superseded lives on in others; this one is "+a.Stage.String())
	}
	return f.all
}

func repeated[T comparable](f *actionFaults, field string, all []T, text func(T) string) {
	seen := make(map[T]bool, len(all))
	for _, x := range all {
		if seen[x] {
			f.add(FaultRepeated, field, text(x), "it is given twice")
		}
		seen[x] = true
	}
}

func (f *actionFaults) dates(a Action) {
	none := ghg.Date{}
	for _, d := range []struct {
		field string
		day   ghg.Date
	}{{"start", a.Start}, {"end", a.End}} {
		if d.day != none && !d.day.Valid() {
			f.add(FaultDates, d.field, d.day.String(), "a day that exists, in a year from 1850 to 2300, is needed")
		}
	}
	switch {
	case a.End == none:
	case a.Continuous:
		f.add(FaultDates, "end", a.End.String(), "a continuous action has no end")
	case a.Start != none && a.End.Before(a.Start):
		f.add(FaultDates, "end", a.End.String(), fmt.Sprintf("it starts on %s: the end cannot be before", a.Start))
	}
}

func (f *actionFaults) phases(phases []Phase) {
	ids, tasks := map[string]bool{}, map[string]bool{}
	for i, p := range phases {
		field := fmt.Sprintf("phase %d", i+1)
		if p.ID == "" || ids[p.ID] {
			f.add(FaultPhase, field, p.ID, "an ID is needed that no other phase of the action has")
		}
		ids[p.ID] = true
		for _, year := range []int{p.Start, p.End} {
			if year != 0 && ghg.CalendarYear(year).IsZero() {
				f.add(FaultDates, field, fmt.Sprint(year), "years from 1850 to 2300 are allowed, and 0 where none is stated")
			}
		}
		if p.Start != 0 && p.End != 0 && p.End < p.Start {
			f.add(FaultDates, field, fmt.Sprintf("%d to %d", p.Start, p.End), "its last year is before its first")
		}
		for n, t := range p.Tasks {
			where := fmt.Sprintf("%s, task %d", field, n+1)
			if t.ID == "" || tasks[t.ID] {
				f.add(FaultTask, where, t.ID, "an ID is needed that no other task of the action has")
			}
			tasks[t.ID] = true
			if err := t.Check(); err != nil {
				f.add(FaultTask, where, t.ID, err.Error())
			}
		}
	}
}

func (f *actionFaults) budget(lines []BudgetLine) {
	first := -1
	for i, l := range lines {
		field := fmt.Sprintf("budget line %d", i+1)
		if ghg.CalendarYear(l.Year).IsZero() {
			f.add(FaultBudget, field, fmt.Sprint(l.Year), "years from 1850 to 2300 are allowed")
		}
		if !l.Funds.Valid() {
			f.add(FaultBudget, field, l.Funds.String(), "allowed are national, provincial, city, private and credit revenue")
		}
		switch {
		case l.Money.IsUnset():
			f.add(FaultBudget, field, "", ErrNoMoney.Error())
		case l.Money.Sign() < 0:
			f.add(FaultBudget, field, l.Money.String(), "money that is set aside is not below 0")
		case first < 0:
			first = i
		default:
			if err := l.Money.match(lines[first].Money); err != nil {
				f.add(FaultBudget, field, l.Money.String(), err.Error())
			}
		}
	}
}

func (f *actionFaults) coBenefits(all []CoBenefit) {
	keys := map[string]bool{}
	for i, c := range all {
		field := fmt.Sprintf("co-benefit %d", i+1)
		if c.Key == "" || keys[c.Key] {
			f.add(FaultCoBenefit, field, c.Key, "a key is needed that no other co-benefit of the action has")
		}
		keys[c.Key] = true
		if !c.ValidScore() {
			f.add(FaultCoBenefit, field, fmt.Sprint(c.Score), "scores from -2, much worse, to 2, much better, are allowed")
		}
	}
}

// checkRelations is what is wrong between the actions of a list: an unknown ID
// in Requires, Excludes or Into, an action that relates to itself, or that
// requires what it excludes. The error is the first circle of Requires and the
// first of Into, each a [*CycleError].
func checkRelations(actions []Action) (ghg.Faults, error) {
	index := indexByID(actions)
	var faults ghg.Faults
	for i, a := range actions {
		f := &actionFaults{of: fmt.Sprintf("action %d %.60q", i+1, a.ID)}
		for _, r := range []struct {
			field string
			ids   []string
		}{{"requires", a.Requires}, {"excludes", a.Excludes}, {"into", a.Into}} {
			for _, id := range r.ids {
				if _, ok := index[id]; !ok {
					f.add(FaultRelation, r.field, id, "no action has this ID")
				} else if id == a.ID && r.field == "excludes" { // the others are circles
					f.add(FaultRelation, r.field, id, "an action cannot exclude itself")
				}
			}
		}
		excluded := setOf(a.Excludes)
		for _, id := range a.Requires {
			j, ok := index[id]
			switch {
			case excluded[id]:
				f.add(FaultRelation, "requires", id, "the action excludes it too")
			case ok && slices.Contains(actions[j].Excludes, a.ID):
				f.add(FaultRelation, "requires", id, "that action excludes this one")
			}
		}
		for _, x := range f.all {
			faults.Add(x)
		}
	}
	requires := walk{relation: "requires", index: index, to: func(i int) []string { return actions[i].Requires }}
	into := walk{relation: "into", index: index, to: func(i int) []string { return actions[i].Into }}
	return faults, errors.Join(requires.all(len(actions)), into.all(len(actions)))
}

// requires finds the actions that require one that is withdrawn.
func (c *checker) requires() {
	for i, a := range c.d.Actions {
		if a.Stage.IsWithdrawn() {
			continue
		}
		for _, id := range a.Requires {
			b := c.d.Actions[c.first[id]]
			if !b.Stage.IsWithdrawn() {
				continue
			}
			lives := ""
			if len(b.Into) > 0 {
				lives = ", and lives on in " + words.Quoted(b.Into)
			}
			c.finding(FindingRequires, ghg.Category{}, fmt.Sprintf("action %d %.60q requires %.60q, which is %s%s", i+1, a.ID, id, b.Stage, lives))
		}
	}
}

// excludes finds the actions that count though one excludes the other: what both
// cut is in every sum, and only one of them can be done.
func (c *checker) excludes() {
	for i, a := range c.d.Actions {
		if a.Stage.IsWithdrawn() {
			continue
		}
		for _, id := range a.Excludes {
			j := c.first[id]
			b := c.d.Actions[j]
			if b.Stage.IsWithdrawn() || j < i && slices.Contains(b.Excludes, a.ID) {
				continue
			}
			c.finding(FindingExcludes, ghg.Category{}, fmt.Sprintf("action %d %.60q excludes %.60q, and both count: only one of them can be done, so cancel the other or make two portfolios", i+1, a.ID, id))
		}
	}
}

// all walks from every thing, up to the first circle.
func (w *walk) all(n int) error {
	for i := range n {
		if err := w.from(i); err != nil {
			return err
		}
	}
	return nil
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
