package target

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// FindingPartsDiffer: the causes of a restated base state their parts of the change, and
// these do not add up to it.
const FindingPartsDiffer = "parts-of-restatement-differ"

var partsDiffer = words.Term{En: "the %d causes of the restated base add up to %s, and the base changed by %s",
	Ko: "기준배출량 재산정의 원인 %d건의 증감량 합계는 %s이나 기준배출량의 증감량은 %s입니다"}

// maxCauses bounds the causes of a restatement.
const maxCauses = 1000

// Causes are why the base was restated, each with its part of the change where a document
// states one; none where no more than the kind of cause is known.
func (v Version) Causes() []bridge.Contribution { return slices.Clone(v.causes) }

// kind is the kind of cause of a restatement.
func (r Restatement) kind() bridge.CauseKind {
	if r.Cause == bridge.CauseUnknown && len(r.Causes) > 0 {
		return r.Causes[0].Cause().Kind
	}
	return r.Cause
}

// isFor reports whether a kind is among the causes of a restatement.
func (r Restatement) isFor(k bridge.CauseKind) bool { return r.kind() == k || hasKind(r.Causes, k) }

func hasKind(causes []bridge.Contribution, k bridge.CauseKind) bool {
	return slices.ContainsFunc(causes, func(c bridge.Contribution) bool { return c.Cause().Kind == k })
}

// checkCauses is what does not stand of the causes of a restatement.
func checkCauses(of string, kind bridge.CauseKind, causes []bridge.Contribution) error {
	var faults ghg.Faults
	if n := len(causes); n > maxCauses {
		faults.Refuse(of, "causes", fmt.Sprint(n), fmt.Sprintf("at most %d are allowed", maxCauses))
		return faults.Err()
	}
	for i, c := range causes {
		c.Refuse(&faults, fmt.Sprintf("%s, cause %d", of, i+1))
	}
	if kind != bridge.CauseUnknown && len(causes) > 0 && !hasKind(causes, kind) {
		faults.Refuse(of, "cause", kind.String(), "it is none of the causes given")
	}
	return faults.Err()
}

// causeText are the causes by kind, with their parts: "error +7900000 t, method".
func causeText(kind bridge.CauseKind, causes []bridge.Contribution) string {
	var parts []string
	for _, c := range causes {
		text := c.Cause().Kind.String()
		if amount, ok := c.Amount(); ok {
			text += " " + words.Signed(amount.Tonnes().String()) + " t"
		}
		parts = append(parts, text)
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, ", ")
	case kind == bridge.CauseUnknown:
		return unstated
	}
	return kind.String()
}

// partsFinding is a remark on the parts of a restated base, where all are stated.
func (v Version) partsFinding() (f ghg.Finding, differ bool) {
	var sum decimal.Decimal
	for _, c := range v.causes {
		amount, ok := c.Amount()
		if !ok {
			return f, false // it has the rest
		}
		sum = sum.Add(amount.Tonnes())
	}
	change := v.Base.To.CO2e.Tonnes().Sub(v.Base.From.CO2e.Tonnes())
	if len(v.causes) == 0 || sum.Equal(change) {
		return f, false
	}
	stated, found := words.Signed(sum.String())+" t", words.Signed(change.String())+" t"
	return ghg.Finding{Code: FindingPartsDiffer, Severity: ghg.Warning, Of: v.of(), Stated: stated, Found: found}.Said(
		partsDiffer, len(v.causes), stated, found), true
}

// causeJSON is a cause in the document of a history.
type causeJSON struct {
	Kind     string `json:"kind"`
	Amount   string `json:"amount,omitempty"` // of mass; left out where it is not stated
	What     string `json:"what,omitempty"`
	Date     string `json:"date,omitempty"`
	Document string `json:"document"`
}

func exchangeCauses(causes []bridge.Contribution) (out []causeJSON) {
	for _, x := range causes {
		c := x.Cause()
		j := causeJSON{Kind: c.Kind.String(), What: c.What, Document: c.Document}
		if amount, ok := x.Amount(); ok {
			j.Amount = amount.String()
		}
		if c.Date != (ghg.Date{}) {
			j.Date = c.Date.String()
		}
		out = append(out, j)
	}
	return out
}

// contribution is the cause as it is read.
func (j causeJSON) contribution() (out bridge.Contribution, err error) {
	c := bridge.Cause{What: j.What, Document: j.Document}
	if err := c.Kind.UnmarshalText([]byte(j.Kind)); err != nil {
		return out, err
	}
	if j.Date != "" {
		if c.Date, err = ghg.ParseDate(j.Date); err != nil {
			return out, err
		}
	}
	if j.Amount == "" {
		return c.Unquantified(), nil
	}
	amount, err := ghg.ParseMass(j.Amount)
	return c.Of(amount), err
}
