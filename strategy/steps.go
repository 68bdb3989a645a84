package strategy

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the findings on the steps of an action. Each is told once for an
// action, whatever number of tasks or phases it is of.
const (
	FindingTaskOutside   = "task-outside"   // tasks due beyond the years of their phase, or of the action
	FindingPhaseOutside  = "phase-outside"  // phases that begin before the action or end after it
	FindingPhasesOverlap = "phases-overlap" // phases that share years
	FindingPhasesGap     = "phases-gap"     // years between phases that are in none
)

// The sentences of these findings.
var (
	taskOutside = words.Term{
		En: "a task lies within its phase, and the phase within the action: what is planned by phase leaves out these tasks or has them " +
			"in the wrong step: %s",
		Ko: "세부과제의 기한은 단계 안에, 단계는 사업기간 안에 있어야 합니다. 단계별 계획량에서 다음 과제가 빠지거나 다른 단계에 들어갑니다: %s",
	}
	phaseOutside  = words.Term{En: "a phase lies within its action: %s", Ko: "단계는 사업기간 안에 있어야 합니다: %s"}
	phasesOverlap = words.Term{En: "phases follow one another, and these share years: %s", Ko: "단계는 차례로 이어져야 하는데 기간이 겹칩니다: %s"}
	phasesGap     = words.Term{
		En: "phases follow one another, and years between them are in none: %s",
		Ko: "단계는 차례로 이어져야 하는데 비는 해가 있습니다: %s",
	}
	dueIn         = words.Term{En: "%s due %s in phase %s (%s)", Ko: "%s 기한 %s, 단계 %s(%s)"}
	dueInAction   = words.Term{En: "%s due %s (action %s)", Ko: "%s 기한 %s(사업기간 %s)"}
	phaseIn       = words.Term{En: "phase %s (%s), action %s", Ko: "단계 %s(%s), 사업기간 %s"}
	bothPhases    = words.Term{En: "%s (%s) and %s (%s)", Ko: "%s(%s), %s(%s)"}
	betweenPhases = words.Term{En: "%s, between %s and %s", Ko: "%s, %s와(과) %s 사이"}
)

// span is first and last year of a phase, or days of an action; the bounds that are
// not stated are 0.
type span struct{ first, last int }

// text is the span in both languages.
func (s span) text() words.Term {
	switch {
	case s.first == s.last:
		return words.Term{En: fmt.Sprint(s.first), Ko: fmt.Sprintf("%d년", s.first)}
	case s.first == 0:
		return words.Term{En: fmt.Sprintf("until %d", s.last), Ko: fmt.Sprintf("~%d년", s.last)}
	case s.last == 0:
		return words.Term{En: fmt.Sprintf("from %d on", s.first), Ko: fmt.Sprintf("%d년~", s.first)}
	}
	return words.Term{En: fmt.Sprintf("%d to %d", s.first, s.last), Ko: fmt.Sprintf("%d~%d년", s.first, s.last)}
}

// holds reports whether a year is in the span, as far as that is stated.
func (s span) holds(year int) bool {
	return (s.first == 0 || year >= s.first) && (s.last == 0 || year <= s.last)
}

// Findings are remarks on an action taken alone: on its steps. A task lies within
// its phase and within the days of the action, a phase within the action, and phases
// follow one another without a year that is in two of them or, between the first and
// the last, in none. A phase that states no first year begins after the one that ends
// before it, and what is not stated is not judged. [NewPortfolio] adds them for every
// action that is not withdrawn.
func (a Action) Findings() ghg.Findings {
	var f ghg.Findings
	add := func(code string, sentence words.Term, items []words.Term) {
		if len(items) == 0 {
			return
		}
		x := ghg.Finding{Code: code, Severity: ghg.Warning, Of: actionOf(a.ID)}
		f.Add(x.Said(sentence, words.Listed(items)))
	}
	spans := a.phaseSpans()
	days := span{a.Start.Year, a.End.Year}
	var tasks []words.Term
	a.outside(spans, func(i int, t Task, isOfPhase bool) {
		if isOfPhase {
			tasks = append(tasks, dueIn.With(words.Quote(t.ID), t.Due, words.Quote(a.Phases[i].ID), spans[i].text()))
		} else {
			tasks = append(tasks, dueInAction.With(words.Quote(t.ID), t.Due, a.days()))
		}
	})
	add(FindingTaskOutside, taskOutside, tasks)
	var outside []words.Term
	for i, p := range a.Phases {
		s := span{p.Start, p.End}
		if s.first != 0 && !days.holds(s.first) || s.last != 0 && !days.holds(s.last) {
			outside = append(outside, phaseIn.With(words.Quote(p.ID), spans[i].text(), days.text()))
		}
	}
	add(FindingPhaseOutside, phaseOutside, outside)
	overlap, gap := a.phasesInTurn()
	add(FindingPhasesOverlap, phasesOverlap, overlap)
	add(FindingPhasesGap, phasesGap, gap)
	return f
}

// TasksOutside are the tasks that are due in a year that their phase does not have, or
// beyond the days of the action, in their order. A cancelled task is due no more.
func (a Action) TasksOutside() []Task {
	var out []Task
	a.outside(a.phaseSpans(), func(_ int, t Task, _ bool) { out = append(out, t) })
	return out
}

// outside hands on each task that is due beyond its phase, with the index of the
// phase, or within it and beyond the action.
func (a Action) outside(spans []span, found func(phase int, t Task, isOfPhase bool)) {
	none := ghg.Date{}
	for i, p := range a.Phases {
		for _, t := range p.Tasks {
			switch {
			case t.Due == none || t.State == TaskCancelled:
			case !spans[i].holds(t.Due.Year):
				found(i, t, true)
			case a.Start != none && t.Due.Before(a.Start), a.End != none && a.End.Before(t.Due):
				found(i, t, false)
			}
		}
	}
}

// days are first and last day, as far as they are stated.
func (a Action) days() string {
	text := func(d ghg.Date) string {
		if d == (ghg.Date{}) {
			return ""
		}
		return d.String()
	}
	return text(a.Start) + "~" + text(a.End)
}

// phaseSpans are the years of the phases: those that state no first year begin after
// the last of the others that ends before them.
func (a Action) phaseSpans() []span {
	var ends []int
	for _, p := range a.Phases {
		if p.End != 0 {
			ends = append(ends, p.End)
		}
	}
	slices.Sort(ends)
	out := make([]span, len(a.Phases))
	for i, p := range a.Phases {
		out[i] = span{p.Start, p.End}
		if p.Start == 0 && p.End != 0 {
			if at, _ := slices.BinarySearch(ends, p.End); at > 0 {
				out[i].first = ends[at-1] + 1
			}
		}
	}
	return out
}

// phasesInTurn are the phases that share years, and the years between phases that are
// in none.
func (a Action) phasesInTurn() (overlap, gap []words.Term) {
	type step struct {
		id string
		span
		isFirst bool // the first year is stated
	}
	var steps []step
	for i, s := range a.phaseSpans() {
		if p := a.Phases[i]; s != (span{}) {
			steps = append(steps, step{words.Quote(p.ID), s, p.Start != 0})
		}
	}
	slices.SortStableFunc(steps, func(x, y step) int {
		return cmp.Or(cmp.Compare(cmp.Or(x.first, x.last), cmp.Or(y.first, y.last)), cmp.Compare(x.last, y.last))
	})
	for i, latest := 1, 0; i < len(steps); i++ {
		before, s := steps[latest], steps[i] // of those that come before, the one that ends last
		first := cmp.Or(s.first, s.last)
		switch end := cmp.Or(before.last, before.first); {
		case first <= end:
			overlap = append(overlap, bothPhases.With(before.id, before.text(), s.id, s.text()))
		case before.last != 0 && s.isFirst && first > end+1:
			gap = append(gap, betweenPhases.With(span{end + 1, first - 1}.text(), before.id, s.id))
		}
		if before.last == 0 || s.last == 0 || s.last > before.last {
			latest = i
		}
	}
	return overlap, gap
}
