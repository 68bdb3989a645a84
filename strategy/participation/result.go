package participation

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on a programme.
const (
	FindingBelowBaseline = "adoption-below-baseline" // fewer do it than would without the programme
	FindingPledge        = "pledge"                  // adoption is what people mean to do
	FindingNotQuantified = "not-quantified"          // an action whose saving is unknown
)

var found = struct{ below, pledge, unknown words.Term }{
	below: words.Term{En: "adoption of %s is below its baseline of %s: its figure is negative",
		Ko: "참여율(%s)이 기준 참여율(%s)보다 낮아 감축량이 음수임"},
	pledge:  words.Term{En: "adoption is a pledge: it counts as potential only", Ko: "참여율이 서약에 따른 값이므로 잠재 감축량으로만 인정"},
	unknown: words.Term{En: "what one saves is not known: it is in no figure", Ko: "단위당 감축량을 알 수 없어 어느 수치에도 없음"},
}

// Result is what a programme comes to in its year.
type Result struct {
	Programme Programme `json:"programme"`
	Total     Amounts   `json:"total"`
	// OfPotential is net/potential.
	OfPotential ghg.Ratio `json:"ofPotential"`
	// Actions are the quantified ones in their order.
	Actions []ActionResult `json:"actions,omitempty"`
	// Domains are the sums by area of living, in the order in which the quantified
	// actions name them.
	Domains       []DomainResult `json:"domains,omitempty"`
	NotQuantified []string       `json:"notQuantified,omitempty"` // IDs
	Findings      ghg.Findings   `json:"findings"`
}

// ActionResult is what one action comes to, persistence and overlap included.
type ActionResult struct {
	Action CitizenAction `json:"action"`
	Total  Amounts       `json:"total"`
	PerOne Amounts       `json:"perOne"` // for one of those who may take part in it: a person, a household
}

// DomainResult is what the actions of one area of living come to.
type DomainResult struct {
	Domain  string   `json:"domain,omitempty"`  // as its first action names it; "" where actions name none
	Actions []string `json:"actions,omitempty"` // IDs
	Total   Amounts  `json:"total"`
}

var errNothingQuantified = errors.New("no action of the programme says what one saves: nothing can be computed, and it is not 0")

// Result computes the programme. A programme none of whose actions says what one saves
// is refused: that is not 0.
func (p Programme) Result() (Result, error) {
	if p.IsZero() {
		return Result{}, errNoProgramme
	}
	r := Result{Programme: p}
	own := p.Definition().Actions // what the result gives away
	for i := range p.def.Actions {
		a := &p.def.Actions[i]
		if !a.IsQuantified() {
			r.NotQuantified = append(r.NotQuantified, a.ID)
			r.Findings.Add(ghg.Finding{Code: FindingNotQuantified, Severity: ghg.Note, Of: "action " + a.ID, Stated: a.ID}.Said(found.unknown))
			continue
		}
		one, err := p.def.perOne(a, p.def.saves[i])
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", a.of(), err)
		}
		total, err := p.def.total(a)
		if err == nil {
			err = r.take(ActionResult{own[i], total, one})
		}
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", a.of(), err)
		}
		r.note(a)
	}
	if len(r.Actions) == 0 {
		return Result{}, errNothingQuantified
	}
	r.OfPotential = ghg.Quotient(r.Total.Net.Tonnes(), r.Total.Potential.Tonnes(), "the potential is 0")
	return r, nil
}

// take adds an action to the sums.
func (r *Result) take(a ActionResult) (err error) {
	r.Actions = append(r.Actions, a)
	if r.Total, err = r.Total.plus(a.Total); err != nil {
		return err
	}
	for i := range r.Domains {
		d := &r.Domains[i]
		if words.Fold(d.Domain) == words.Fold(a.Action.Domain) {
			d.Actions = append(d.Actions, a.Action.ID)
			d.Total, err = d.Total.plus(a.Total)
			return err
		}
	}
	r.Domains = append(r.Domains, DomainResult{a.Action.Domain, []string{a.Action.ID}, a.Total})
	return nil
}

func (r *Result) note(a *CitizenAction) {
	of := "action " + a.ID
	if a.Adoption.Cmp(a.Baseline) < 0 {
		r.Findings.Add(ghg.Finding{Code: FindingBelowBaseline, Severity: ghg.Warning, Of: of,
			Stated: a.Adoption.String(), Found: a.Baseline.String()}.Said(found.below, a.Adoption, a.Baseline))
	}
	if a.Evidence == Pledge {
		r.Findings.Add(ghg.Finding{Code: FindingPledge, Severity: ghg.Warning, Of: of, Stated: a.Evidence.String()}.Said(found.pledge))
	}
}

// The aspects in which the actions of a programme may differ.
const (
	AspectUnit     ghg.Aspect = "unit"
	AspectEligible ghg.Aspect = "eligible"
)

// PerOne is what the whole programme comes to for one of those who may take part,
// exactly. There is none where its actions count other units, or another number of them:
// that is a [*ghg.MismatchError], and [ActionResult] has that of each action.
func (r Result) PerOne() (Amounts, error) {
	if len(r.Actions) == 0 {
		return Amounts{}, errNothingQuantified
	}
	var sum Amounts
	first := &r.Actions[0].Action
	for i := range r.Actions {
		a := &r.Actions[i]
		e := &ghg.MismatchError{A: first.of(), B: a.Action.of()}
		const remedy = "a sum for one of them has no meaning: see that of each action"
		switch {
		case a.Action.Unit != first.Unit:
			e.Differ = []ghg.Differing{{Aspect: AspectUnit, A: first.Unit.String(), B: a.Action.Unit.String(), Remedy: remedy}}
		case a.Action.Eligible != first.Eligible:
			e.Differ = []ghg.Differing{{Aspect: AspectEligible, A: first.count(), B: a.Action.count(), Remedy: remedy}}
		}
		if len(e.Differ) > 0 {
			return Amounts{}, e
		}
		var err error
		if sum, err = sum.plus(a.PerOne); err != nil {
			return Amounts{}, fmt.Errorf("%s: %w", a.Action.of(), err)
		}
	}
	return sum, nil
}

// count is how many may take part, and what they are: "1056627 household".
func (a *CitizenAction) count() string { return fmt.Sprintf("%d %s", a.Eligible, a.Unit) }
