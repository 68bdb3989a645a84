package ghg

import (
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Declared is a total that a publication states for a view of an inventory, or
// for one node of the view's scheme.
type Declared struct {
	View   View
	Node   string // code of a sector or sub-sector; "" for the whole view
	Figure Figure
	Line   int // of the file it was read from
}

// Reconcile compares declared totals with those that the records give in a
// metric. Agreement is silent: within what [Figure.Reproduces] allows. Beyond it the
// difference may come of the digits that the lines were printed with, each of which
// stands for half a unit of its last one: a finding [FindingTotalRounded], a note.
// What is beyond that too is a finding [FindingTotalMismatch], with both figures and
// the part that rounding does not explain. What cannot be compared, because the total
// is withheld, nothing is reported or the view is unknown to the scheme, is a finding
// [FindingUnreconciled].
func (inv Inventory) Reconcile(m Metric, declared ...Declared) Findings {
	var findings Findings
	for _, d := range declared {
		inv.reconcile(&findings, m, d)
	}
	return findings
}

func (inv Inventory) reconcile(findings *Findings, m Metric, d Declared) {
	f := Finding{Of: d.View.Name(), Line: d.Line, Stated: d.Figure.String()}
	t, err := inv.Total(d.View, m)
	amount := t.Amount
	if d.Node != "" && t.inv != nil {
		f.Of += " " + d.Node
		var part Part
		part, err = t.At(d.Node)
		amount = part.Amount
		if err == nil {
			f.Category = Category{inv.Scheme().ID(), part.Label}
			if part.Withheld() {
				err = part.Unjoined[0].Err
			}
		}
	}
	if err == nil && !amount.IsReported() && !d.Figure.t.IsZero() {
		err = ErrNothingReported
	}
	if err != nil {
		f.Code, f.Severity, f.Detail = FindingUnreconciled, Warning, "the declared total is not checked: "+err.Error()
		findings.Add(f)
		return
	}
	sum := amount.CO2e.t
	if d.Figure.Reproduces(sum) {
		return
	}
	off := sum.Sub(d.Figure.t)
	beyond := off.Abs().Sub(d.Figure.half).Sub(amount.Lines.HalfUnits().t)
	f.Found = amount.CO2e.String()
	if beyond.IsPositive() {
		f.Code, f.Severity = FindingTotalMismatch, Serious
		findings.Add(f.Said(totalMismatch, d.Figure, sum, moreOrLess(off), beyond))
		return
	}
	f.Code = FindingTotalRounded
	findings.Add(f.Said(totalRounded, d.Figure, sum, moreOrLess(off)))
}

// What is said of a declared total that does not reproduce.
var (
	totalMismatch = words.Term{En: "declared as %s; its records give %s t: %s; beyond the rounding of what is printed: %s t",
		Ko: "공표값 %s, 기록의 합 %s t: %s. 표기 자릿수의 반올림으로 설명되지 않는 차이 %s t"}
	totalRounded = words.Term{En: "declared as %s; its records give %s t: %s, which the rounding of the printed lines explains",
		Ko: "공표값 %s, 기록의 합 %s t: %s. 표기된 수치의 반올림으로 설명됩니다"}
)

func moreOrLess(tonnes decimal.Decimal) words.Term {
	if tonnes.IsNegative() {
		return words.Term{En: tonnes.Neg().String() + " t less", Ko: tonnes.Neg().String() + " t 적음"}
	}
	return words.Term{En: tonnes.String() + " t more", Ko: tonnes.String() + " t 많음"}
}

// HalfUnits is how far the rounding of the printed lines may take their sum off: half a
// unit of the last digit of each, times what a tonne of it counts.
func (l Lines) HalfUnits() Mass {
	var slack decimal.Decimal
	for line := range l.All() {
		slack = slack.Add(line.slack())
	}
	return Mass{t: slack}
}

func (l Line) slack() decimal.Decimal {
	t := l.at.row().value.t()
	half := exact.HalfUnit(t).Mul(l.GWP)
	if l.From.IsZero() || t.IsZero() {
		return half
	}
	recomputed, err := exact.Quotient(half.Mul(l.CO2e.t), t, RecomputePlaces)
	if err != nil {
		return half
	}
	return recomputed.Abs()
}
