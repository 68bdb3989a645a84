package target

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// Recalculation is the judgement on a restated base: whether the policy asks
// for a new version of the target, and what hangs on it.
type Recalculation struct {
	Policy      RecalculationPolicy
	Restatement Restatement
	// Latest is the change from the base as published just before. Cumulated
	// is the change from the base that the target counts from, which is that of
	// the last recalculation: small changes add up, and opposite ones cancel.
	Latest, Cumulated BaseChange
	Required          bool
	Reasons           []string // the conditions that hold, or why none does

	history History // with the restatement as its last version
}

// Judge says whether a restated base is reason to recalculate, for the current
// version of a history. What was published in between, without a recalculation, is
// given oldest first: the restatement's base is then compared with the last of
// them, and with the base of the target.
//
//	required if |B' - B|/B >= significance, or |B' - B0|/B0 >= cumulative,
//	or the cause is in the policy's list, or base or due year move to another
//	view or metric
//
// B' is the restated base, B the one published before, and B0 the target's.
// Exactly at a threshold is required. A base in another view or metric always
// is: the target could not be held against a series of it. The amounts are
// compared exactly, not as the rounded ratios that are shown.
//
// Judging restates nothing: [History.Restate] does. Whatever the judgement,
// [Recalculation.Sensitivity] says what it does to progress.
func (p RecalculationPolicy) Judge(h History, r Restatement, between ...ViewLevel) (Recalculation, error) {
	if p.def == nil {
		return Recalculation{}, errNoPolicy
	}
	restated, err := h.Restate(r)
	if err != nil {
		return Recalculation{}, err
	}
	r.Levels = slices.Clone(r.Levels)
	before := r.From
	for i, l := range between {
		if l.View.IsZero() || l.CO2e.Sign() <= 0 {
			return Recalculation{}, ghg.Refusal(fmt.Sprintf("%s, base published in between %d", h.of(), i+1), "base",
				fmt.Sprintf("%s in %s", l.CO2e, cmp.Or(l.View.String(), "no view")), "an amount above zero and its view are needed")
		}
		before = l
	}
	out := Recalculation{Policy: p, Restatement: r, Latest: changeOf(before, r.To), Cumulated: changeOf(r.From, r.To), history: restated}
	if out.Latest.reaches(p.def.significance) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("a change of %s reaches %s", out.Latest.Relative.Percent(2), p.def.significance))
	}
	if out.Cumulated.reaches(p.def.cumulative) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("a change of %s since the last recalculation reaches %s",
			out.Cumulated.Relative.Percent(2), p.def.cumulative))
	}
	for _, always := range p.def.always {
		if r.isFor(always) {
			out.Reasons = append(out.Reasons, fmt.Sprintf("the policy recalculates for every change of cause %s", always))
		}
	}
	if moved := r.From.moved(r.To); moved != "" {
		out.Reasons = append(out.Reasons, "the base moves from "+moved+
			": the target cannot be held against figures made like the new base")
	}
	was, now := h.Current().Target.Views().Due, restated.Current().Target.Views().Due
	moved := ViewLevel{View: was, CO2e: r.To.CO2e}.moved(ViewLevel{View: now, CO2e: r.To.CO2e})
	if moved != "" && was.ID() != r.From.View.ID() {
		out.Reasons = append(out.Reasons, "the due year moves from "+moved+
			": the target cannot be held against figures made like its levels before")
	}
	out.Required = len(out.Reasons) > 0
	if !out.Required {
		latest := "a change of " + out.Latest.Relative.Percent(2)
		if !out.Latest.Change.ok {
			latest = "a change across metrics, which is none of emissions"
		}
		out.Reasons = []string{fmt.Sprintf("%s, %s since the last recalculation, is below %s and %s",
			latest, out.Cumulated.Relative.Percent(2), p.def.significance, p.def.cumulative)}
	}
	return out, nil
}

// Sensitivity is progress in a year on the base of the target and on the
// restated one: what is at stake even where no threshold is reached. The series
// are those of [History.ProgressOnAll].
func (r Recalculation) Sensitivity(year int, p Pathway, rules Rules, series ...ghg.Yearly) ([]VersionProgress, error) {
	all, err := r.history.ProgressOnAll(year, p, rules, series...)
	if err != nil {
		return nil, err
	}
	return all[len(all)-2:], nil
}

// Restated is the target as the restatement makes it.
func (r Recalculation) Restated() Target { return r.history.Current().Target }

// String is "not required: a change of -4.88%, ... is below 5% and 10%".
func (r Recalculation) String() string {
	if r.Policy.IsZero() {
		return "no recalculation judged"
	}
	word := "required"
	if !r.Required {
		word = "not required"
	}
	return word + ": " + strings.Join(r.Reasons, "; ")
}

// Details lists what was judged: both bases and their changes, the policy, the judgement,
// and the levels as they would be restated.
func (r Recalculation) Details() string {
	if r.Policy.IsZero() {
		return r.String()
	}
	var b explanation
	old := r.history.last.before
	b.line("target", "%s (version %d)", old.Target, old.Number)
	b.line("cause", "%s", r.Restatement.Change.because(r.Restatement.kind(), r.Restatement.Causes, ": "))
	b.line("published", "%s, %s", r.Restatement.Change.Date, r.Restatement.Change.Document)
	r.Latest.explain(&b, "change", "(B' - B)/B")
	r.Cumulated.explain(&b, "since recalculation", "(B' - B0)/B0")
	b.line("policy", "%s; set by %s", r.Policy, r.Policy.def.source)
	b.line("recalculation", "%s", r)
	restated := r.Restated()
	for _, l := range restated.def.levels {
		before, _ := old.Target.Limit(l.year)
		b.line("level if restated", "%s = %s in %d, before %s", restated.def.formula(l), l.co2e, l.year, before)
	}
	return b.String()
}

type recalculationJSON struct {
	Policy       string             `json:"policy"`
	PolicySource string             `json:"policySource"`
	Significance ghg.Share          `json:"significance"`
	Cumulative   ghg.Share          `json:"cumulative"`
	Always       []bridge.CauseKind `json:"always,omitempty"`
	Cause        bridge.CauseKind   `json:"cause"`
	Reason       string             `json:"reason"`
	Date         string             `json:"date"`
	Document     string             `json:"document"`
	Latest       BaseChange         `json:"latest"`
	Cumulated    BaseChange         `json:"cumulated"`
	Required     bool               `json:"required"`
	Reasons      []string           `json:"reasons"`
	Restated     Target             `json:"restated"`
}

// MarshalJSON writes the judgement with the target as it would be restated.
// The zero Recalculation is refused.
func (r Recalculation) MarshalJSON() ([]byte, error) {
	if r.Policy.IsZero() {
		return nil, errNoPolicy
	}
	p, c := r.Policy, r.Restatement.Change
	return json.Marshal(recalculationJSON{p.def.name, p.def.source, p.def.significance, p.def.cumulative, p.def.always, r.Restatement.kind(),
		c.Reason, c.Date.String(), c.Document, r.Latest, r.Cumulated, r.Required, r.Reasons, r.Restated()})
}
