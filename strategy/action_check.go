package strategy

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the faults of what an action says of itself.
const (
	FaultStage     = "stage"      // no such stage, level or role
	FaultProposer  = "proposer"   // a proposer without a name, or with a number of members that cannot be
	FaultDates     = "dates"      // days or years that do not exist or stand in the wrong order
	FaultPhase     = "phase"      // a phase without an ID of its own
	FaultTask      = "task"       // a task whose state, weight or dates contradict each other
	FaultBudget    = "budget"     // a line or spending without year, funds or money, or money that does not meet
	FaultCoBenefit = "co-benefit" // a co-benefit without a key of its own, or a score beyond -2 to 2
	FaultInto      = "into"       // an action that lives on elsewhere, and is not withdrawn
	FaultRepeated  = "repeated"   // a code, a requirement or an exclusion that is given twice
	FaultRelation  = "relation"   // an action that relates to one that is not there, or to itself
)

// Check is what is wrong with an action taken alone, but for its ID, name, area,
// source, codes and effects. [NewPortfolio] checks it too, as an action may be
// made in code; readers check it to name the line.
func (a Action) Check() ghg.Faults {
	var f ghg.Faults
	refuse := func(code, field, value, detail string) {
		f.Add(ghg.Fault{Code: code, Field: field, Value: value, Detail: detail})
	}
	if !a.Stage.Valid() {
		refuse(FaultStage, "stage", a.Stage.String(), "allowed are unstated and those from idea to superseded")
	}
	if !a.Level.Valid() {
		refuse(FaultStage, "level", a.Level.String(), "allowed are "+strings.Join(levels, ", "))
	}
	for i, p := range a.Partners {
		switch {
		case p.Body == "":
			refuse(FaultStage, "partners", "", fmt.Sprintf("partner %d: name the body", i+1))
		case !p.Role.Valid():
			refuse(FaultStage, "partners", p.Role.String(), fmt.Sprintf("partner %d: allowed are %s", i+1, strings.Join(roles, ", ")))
		}
	}
	if !a.Purpose.Valid() {
		refuse(FaultStage, "purpose", strconv.Itoa(int(a.Purpose)), "allowed are mitigation, adaptation, and mitigation and adaptation")
	}
	checkProposers(refuse, a.ProposedBy)
	repeated(refuse, "codes", a.Codes, func(k TaxonomyCode) string { return k.Taxonomy + " " + k.Code })
	self := func(id string) string { return id }
	repeated(refuse, "requires", a.Requires, self)
	repeated(refuse, "excludes", a.Excludes, self)
	repeated(refuse, "into", a.Into, self)
	a.checkDates(refuse)
	checkPhases(&f, a.Phases)
	checkBudget(&f, a.Budget)
	checkSpent(&f, a.Budget, a.Spent)
	checkCoBenefits(&f, a.CoBenefits)
	if len(a.Into) > 0 && a.Stage != Merged && a.Stage != Superseded {
		refuse(FaultInto, "into", a.Into[0], "only an action that is merged or superseded lives on in others; this one is "+a.Stage.String())
	}
	return f
}

// refusal adds a fault.
type refusal func(code, field, value, detail string)

// repeated refuses a list with equal items, once, however long it is.
func repeated[T comparable](refuse refusal, field string, all []T, text func(T) string) {
	times := make(map[T]int, len(all))
	var first *T
	n := 0 // items that are repeated
	for i, x := range all {
		if times[x]++; times[x] == 2 {
			if n++; first == nil {
				first = &all[i]
			}
		}
	}
	if first == nil {
		return
	}
	detail := "it is given twice"
	if k := times[*first]; k > 2 {
		detail = fmt.Sprintf("it is given %d times", k)
	}
	if n > 1 {
		detail += fmt.Sprintf(", and %d more are repeated", n-1)
	}
	refuse(FaultRepeated, field, text(*first), detail)
}

func (a Action) checkDates(refuse refusal) {
	none := ghg.Date{}
	for _, d := range []struct {
		field string
		day   ghg.Date
	}{{"start", a.Start}, {"end", a.End}} {
		if d.day != none && !d.day.Valid() {
			refuse(FaultDates, d.field, d.day.String(), dayNeeded)
		}
	}
	switch {
	case a.End == none:
	case a.Continuous:
		refuse(FaultDates, "end", a.End.String(), "a continuous action has no end")
	case a.Start != none && a.End.Before(a.Start):
		refuse(FaultDates, "end", a.End.String(), fmt.Sprintf("it starts on %s: the end cannot be before", a.Start))
	}
}

// dayNeeded is what is allowed where a day is asked for.
const dayNeeded = "a day that exists, in a year from 1850 to 2300, is needed"

// of gives a refusal of a part of an action.
func of(f *ghg.Faults, part string, n int) refusal {
	return func(code, field, value, detail string) {
		f.Add(ghg.Fault{Code: code, Of: fmt.Sprintf("%s %d", part, n+1), Field: field, Value: value, Detail: detail})
	}
}

func checkPhases(f *ghg.Faults, phases []Phase) {
	ids, tasks := map[string]bool{}, map[string]bool{}
	for i, p := range phases {
		refuse := of(f, "phase", i)
		if p.ID == "" || ids[p.ID] {
			refuse(FaultPhase, "id", p.ID, "an ID is needed that no other phase of the action has")
		}
		ids[p.ID] = true
		for _, y := range []struct {
			field string
			year  int
		}{{"start", p.Start}, {"end", p.End}} {
			if err := ghg.CheckYear("", y.year); y.year != 0 && err != nil {
				refuse(FaultDates, y.field, strconv.Itoa(y.year), err.Error()+", and 0 where none is stated")
			}
		}
		if p.Start != 0 && p.End != 0 && p.End < p.Start {
			refuse(FaultDates, "end", strconv.Itoa(p.End), fmt.Sprintf("its last year is before its first, %d", p.Start))
		}
		for n, t := range p.Tasks {
			refuse := of(f, fmt.Sprintf("phase %d, task", i+1), n)
			if t.ID == "" || tasks[t.ID] {
				refuse(FaultTask, "id", t.ID, "an ID is needed that no other task of the action has")
			}
			tasks[t.ID] = true
			t.check(refuse)
		}
	}
}

func checkBudget(f *ghg.Faults, lines []BudgetLine) {
	first := -1
	for i, l := range lines {
		refuse := of(f, "budget line", i)
		if err := ghg.CheckYear("", l.Year); err != nil {
			refuse(FaultBudget, "year", strconv.Itoa(l.Year), err.Error())
		}
		if !l.Funds.Valid() {
			refuse(FaultBudget, "funds", l.Funds.String(), "allowed are "+strings.Join(funds[1:], ", "))
		}
		switch {
		case l.Money.IsUnset():
			refuse(FaultBudget, "money", "", ErrNoMoney.Error())
		case l.Money.Sign() < 0:
			refuse(FaultBudget, "money", l.Money.String(), "money that is set aside is not below 0")
		case first < 0:
			first = i
		default:
			if err := l.Money.match(lines[first].Money); err != nil {
				refuse(FaultBudget, "money", l.Money.String(), err.Error())
			}
		}
	}
}

func checkCoBenefits(f *ghg.Faults, all []CoBenefit) {
	keys := map[string]bool{}
	for i, c := range all {
		refuse := of(f, "co-benefit", i)
		if c.Key == "" || keys[c.Key] {
			refuse(FaultCoBenefit, "key", c.Key, "a key is needed that no other co-benefit of the action has")
		}
		keys[c.Key] = true
		if !c.ValidScore() {
			refuse(FaultCoBenefit, "score", strconv.Itoa(c.Score), "scores from -2, much worse, to 2, much better, are allowed")
		}
	}
}

// relations finds what is wrong between the actions: an unknown ID in Requires,
// Excludes or Into, an action that relates to itself, or that requires what it
// excludes. The error is the first circle of Requires and the first of Into, each a
// [*CycleError].
func (c *checker) relations() error {
	actions := c.d.Actions
	excludes := make([]map[string]bool, len(actions))
	for i, a := range actions {
		excludes[i] = setOf(a.Excludes)
	}
	for i, a := range actions {
		refuse := c.refusal(c.of(i))
		for _, r := range []struct {
			field string
			ids   []string
		}{{"requires", a.Requires}, {"excludes", a.Excludes}, {"into", a.Into}} {
			for _, id := range r.ids {
				if _, ok := c.first[id]; !ok {
					refuse(FaultRelation, r.field, id, "no action has this ID")
				} else if id == a.ID && r.field == "excludes" { // the others are circles
					refuse(FaultRelation, r.field, id, "an action cannot exclude itself")
				}
			}
		}
		for _, id := range a.Requires {
			j, ok := c.first[id]
			switch {
			case excludes[i][id]:
				refuse(FaultRelation, "requires", id, "the action excludes it too")
			case ok && excludes[j][a.ID]:
				refuse(FaultRelation, "requires", id, "that action excludes this one")
			}
		}
	}
	requires := walk{relation: "requires", index: c.first, to: func(i int) []string { return actions[i].Requires }}
	into := walk{relation: "into", index: c.first, to: func(i int) []string { return actions[i].Into }}
	return errors.Join(requires.all(len(actions)), into.all(len(actions)))
}

// requires finds the actions that require one that is withdrawn, or that count and
// require one that does not count by its stage.
func (c *checker) requires() {
	for i, a := range c.d.Actions {
		if a.Stage.IsWithdrawn() {
			continue
		}
		for _, id := range a.Requires {
			b := c.d.Actions[c.first[id]]
			if !b.Stage.IsWithdrawn() {
				if c.counts(a) && !c.counts(b) {
					x := ghg.Finding{Code: FindingRequires, Severity: ghg.Warning, Of: c.of(i)}
					c.findings.Add(x.Said(requiresUncounted, words.Quote(id), stages[b.Stage]))
				}
				continue
			}
			lives := ""
			if len(b.Into) > 0 {
				lives = ", and lives on in " + words.Quoted(b.Into)
			}
			c.finding(FindingRequires, c.of(i), ghg.Category{}, fmt.Sprintf("it requires %s, which is %s%s", words.Quote(id), b.Stage, lives))
		}
	}
}

// counts reports whether what an action is to cut counts.
func (c *checker) counts(a Action) bool { return c.d.CountedStages.Counts(a.Stage, Expected) }

// excludes finds the actions that count though one excludes the other: what both
// cut is in every sum, and only one of them can be done.
func (c *checker) excludes() {
	for i, a := range c.d.Actions {
		if !c.counts(a) {
			continue
		}
		for _, id := range a.Excludes {
			j := c.first[id]
			b := c.d.Actions[j]
			if !c.counts(b) || j < i && slices.Contains(b.Excludes, a.ID) {
				continue
			}
			c.finding(FindingExcludes, c.of(i), ghg.Category{}, fmt.Sprintf(
				"it excludes %s, and both count: only one of them can be done, so cancel the other or make two portfolios", words.Quote(id)))
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
