package track

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Credibility says how much an expected cut can be relied on. The zero
// Credibility is refused: somebody has to judge.
type Credibility uint8

// The classes, from the most credible on.
const (
	Credible Credibility = iota + 1
	SomeRisk
	SignificantRisk
	Insufficient
)

var (
	credibilities   = []string{"not judged", "credible", "some risk", "significant risk", "insufficient"}
	credibilitiesKo = []string{"", "신뢰 가능", "일부 위험", "상당한 위험", "불충분"}
)

// String is the class in small letters.
func (c Credibility) String() string { return word("class", credibilities, uint8(c)) }

// MarshalText writes what String says.
func (c Credibility) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Korean is the class in Korean; "" of none.
func (c Credibility) Korean() string { return wordKo(credibilitiesKo, uint8(c)) }

// valid reports whether the class is one of those above.
func (c Credibility) valid() bool { return c >= Credible && c <= Insufficient }

// JudgedCut is the expected cut of an action in the year of the question, and
// how credible it is.
type JudgedCut struct {
	Action      string        `json:"action"` // ID
	Kind        strategy.Kind `json:"kind"`
	Cut         ghg.CO2e      `json:"cut"` // in addition to the others: a part of the joint effect
	Credibility Credibility   `json:"credibility"`
	Reason      string        `json:"reason,omitempty"` // why this class
}

// ClassSum is the part of the required cut that one class brings.
type ClassSum struct {
	Class   Credibility `json:"class"` // the zero Credibility is what is missing
	Actions int         `json:"actions"`
	CO2e    ghg.CO2e    `json:"co2e"`
	Share   ghg.Ratio   `json:"share"` // of the required cut
}

// Name is the class, or "missing".
func (c ClassSum) Name() string {
	if c.Class == 0 {
		return "missing"
	}
	return c.Class.String()
}

// NameKo is Name in Korean.
func (c ClassSum) NameKo() string {
	if c.Class == 0 {
		return "부족분"
	}
	return c.Class.Korean()
}

// PlanCredibility is the required cut of a year by how credible the cuts are
// that are to bring it. It is immutable. The zero PlanCredibility is of no plan.
type PlanCredibility struct {
	year     int
	required ghg.CO2e
	classes  [5]ClassSum
	cuts     []JudgedCut
}

// maxCuts is how many cuts a plan may hold.
const maxCuts = 100000

// AssessPlan divides the cut that is required in a year by class. The required
// cut is above 0: baseline less the allowed level. Every action is named once,
// judged with a reason, and its cut is an expected one; what does not stand is
// refused, all of it at once. A cut on another metric than the required is a
// [*ghg.MetricMismatchError].
func AssessPlan(year int, required ghg.CO2e, cuts []JudgedCut) (PlanCredibility, error) {
	var faults ghg.Faults
	faults.RefuseYear("plan", "year", year)
	if required.Sign() <= 0 {
		faults.Refuse("plan", "required cut", required.String(), "above 0 is needed")
	}
	if n := len(cuts); n > maxCuts {
		faults.Refuse("plan", "cuts", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxCuts))
		return PlanCredibility{}, faults.Err()
	}
	seen := map[string]bool{}
	for n, c := range cuts {
		of := c.of(n)
		if c.Action == "" || seen[c.Action] {
			faults.Refuse(of, "action", c.Action, "an ID is needed that no other cut has")
		}
		if c.Kind != strategy.Expected {
			faults.Refuse(of, "kind", c.Kind.String(), "expected is needed: reductions of two kinds are never added")
		}
		if !c.Credibility.valid() {
			faults.Refuse(of, "class", c.Credibility.String(), "one from credible to insufficient is needed")
		}
		if c.Reason == "" {
			faults.Refuse(of, "reason", "", "say why this class")
		}
		seen[c.Action] = true
	}
	if err := faults.Err(); err != nil {
		return PlanCredibility{}, err
	}
	p := PlanCredibility{year: year, required: required, cuts: slices.Clone(cuts)}
	zero, _ := required.Sub(required)
	for c := range p.classes {
		p.classes[c] = ClassSum{Class: Credibility(c), CO2e: zero}
	}
	missing := required
	for n, c := range cuts {
		s := &p.classes[c.Credibility]
		sum, err := s.CO2e.Add(c.Cut)
		if err != nil {
			return PlanCredibility{}, fmt.Errorf("%s: %w", c.of(n), err)
		}
		s.CO2e = sum
		s.Actions++
		missing, _ = missing.Sub(c.Cut)
	}
	p.classes[0].CO2e = missing
	p.share()
	return p, nil
}

// of says in messages which cut is meant.
func (c JudgedCut) of(n int) string {
	return fmt.Sprintf("cut %d, action %s", n+1, words.Quote(c.Action))
}

// share closes the shares, so that they add up to 1.
func (p *PlanCredibility) share() {
	parts := make([]decimal.Decimal, len(p.classes))
	for i, c := range p.classes {
		parts[i], _ = c.CO2e.Ratio(p.required, 2*ghg.RatioPlaces)
	}
	for i, x := range exact.LargestRemainder(parts, ghg.RatioPlaces) {
		p.classes[i].Share = ghg.Quotient(x, decimal.New(1, 0), "")
	}
}

// Required is the required cut.
func (p PlanCredibility) Required() ghg.CO2e { return p.required }

// Year is the year of the cuts.
func (p PlanCredibility) Year() int { return p.year }

// Class is the part that a class brings.
func (p PlanCredibility) Class(c Credibility) ClassSum {
	if !c.valid() {
		return ClassSum{}
	}
	return p.classes[c]
}

// Missing is the part of the required cut that no action brings. Below 0 it is
// a surplus.
func (p PlanCredibility) Missing() ClassSum { return p.classes[0] }

// Classes are the four classes and what is missing. Their shares add up to 1.
func (p PlanCredibility) Classes() []ClassSum {
	return append(slices.Clone(p.classes[1:]), p.classes[0])
}

// String is the shares as one line.
func (p PlanCredibility) String() string {
	if p.year == 0 {
		return "no plan assessed"
	}
	var parts []string
	for _, c := range p.Classes() {
		parts = append(parts, c.Name()+" "+c.Share.Percent(1))
	}
	return fmt.Sprintf("required cut in %d, %s: %s", p.year, p.required, strings.Join(parts, ", "))
}

// Korean is String in Korean.
func (p PlanCredibility) Korean() string {
	if p.year == 0 {
		return "평가한 계획 없음"
	}
	var parts []string
	for _, c := range p.Classes() {
		parts = append(parts, c.NameKo()+" "+percentTerm(c.Share, 1).Ko)
	}
	return fmt.Sprintf("%d년 필요감축량 %s: %s", p.year, p.required, strings.Join(parts, ", "))
}

// Details is the classes with their sums and actions.
func (p PlanCredibility) Details() string {
	var b strings.Builder
	b.WriteString(p.String())
	if p.year == 0 {
		return b.String()
	}
	for _, c := range p.Classes() {
		fmt.Fprintf(&b, "\n  %s: %s / %s = %s", c.Name(), c.CO2e, p.required, c.Share)
		for _, x := range p.cuts {
			if x.Credibility == c.Class {
				fmt.Fprintf(&b, "\n    %s: %s, %s", words.Clip(x.Action, 60), x.Cut, x.Reason)
			}
		}
	}
	return b.String()
}
