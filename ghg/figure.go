package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Figure is a published number as it was printed: its value and how far its
// last digit reaches. "9.43" of a megatonne stands for 9.425 to 9.435.
type Figure struct {
	text string
	unit MassUnit
	t    decimal.Decimal // tonnes
	half decimal.Decimal // half a unit of the last printed digit, in tonnes
}

// ParseFigure reads a number as printed and its unit. Thousands separators are
// refused, as a comma is a decimal mark elsewhere: "16,628" is given as "16628".
// [ParseKoreanFigure] reads an amount with its unit as Korean papers print it.
func ParseFigure(number string, unit MassUnit) (Figure, error) {
	number = strings.TrimSpace(number)
	d, err := exact.Parse(number)
	if err != nil {
		return Figure{}, err
	}
	if unit == (MassUnit{}) {
		return Figure{}, unknownMassUnit("")
	}
	return newFigure(number, d, unit), nil
}

func newFigure(text string, d decimal.Decimal, unit MassUnit) Figure {
	return Figure{text, unit, d.Shift(unit.power()), decimal.New(5, d.Exponent()-1+unit.power())}
}

// Mass is the printed value.
func (f Figure) Mass() Mass { return Mass{t: f.t} }

// Unit is the unit that the figure was printed in; the zero Figure has none.
func (f Figure) Unit() MassUnit { return f.unit }

// HalfUnit is half a unit of the last printed digit.
func (f Figure) HalfUnit() Mass { return Mass{t: f.half} }

// Reproduces reports whether a computed amount of tonnes agrees with the
// figure: within half a unit of its last printed digit, or one part in 10^9
// where that is larger, as published totals have often gone through floats.
func (f Figure) Reproduces(tonnes decimal.Decimal) bool {
	if exact.CheckResult(tonnes) != nil { // no figure is that long, and subtracting would not end
		return false
	}
	tolerance := decimal.Max(f.half, f.t.Abs().Shift(-9))
	return tonnes.Sub(f.t).Abs().LessThanOrEqual(tolerance)
}

// String is the figure as printed, with its unit.
func (f Figure) String() string { return strings.TrimSpace(f.text + " " + f.unit.String()) }

// Declared is a total that a publication states for a view of an inventory, or
// for one node of the view's scheme.
type Declared struct {
	View   View
	Node   string // code of a sector or sub-sector; "" for the whole view
	Figure Figure
	Line   int // of the file it was read from
}

// Reconcile compares declared totals with those that the records give in a
// metric. Every difference beyond what [Figure.Reproduces] allows is a finding
// [FindingTotalMismatch] with both figures; what cannot be compared, because
// the total is withheld or the view unknown to the scheme, is a finding
// [FindingUnreconciled]. Agreement is silent.
func (inv Inventory) Reconcile(m Metric, declared ...Declared) Findings {
	var findings Findings
	for _, d := range declared {
		what := d.View.Name()
		category := Category{}
		t, err := inv.Total(d.View, m)
		amount := t.Amount
		if d.Node != "" && t.inv != nil {
			what += " " + d.Node
			var part Part
			part, err = t.At(d.Node)
			amount = part.Amount
			if err == nil {
				category = Category{inv.Scheme().ID(), part.Label}
				if part.Withheld() {
					err = part.Unjoined[0].Err
				}
			}
		}
		switch {
		case err != nil:
			findings.Add(Finding{Code: FindingUnreconciled, Severity: Warning, Of: what, Line: d.Line, Category: category,
				Stated: d.Figure.String(), Detail: "the declared total is not checked: " + err.Error()})
		case !d.Figure.Reproduces(amount.CO2e.t):
			findings.Add(Finding{Code: FindingTotalMismatch, Severity: Serious, Of: what, Line: d.Line, Category: category,
				Stated: d.Figure.String(), Found: amount.CO2e.String(),
				Detail: fmt.Sprintf("declared as %s; its records give %s t: %s", d.Figure, amount.CO2e.t,
					moreOrLess(amount.CO2e.t.Sub(d.Figure.t)))})
		}
	}
	return findings
}

func moreOrLess(tonnes decimal.Decimal) string {
	if tonnes.IsNegative() {
		return tonnes.Neg().String() + " t less"
	}
	return tonnes.String() + " t more"
}
