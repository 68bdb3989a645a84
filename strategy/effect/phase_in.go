package effect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PhaseInDefinition is what a [PhaseIn] is made of.
type PhaseInDefinition struct {
	// Kind is Potential or Expected: nothing else is computed along a ramp.
	Kind strategy.Kind
	// Full is the reduction a year once all of the action works, above 0 for a
	// cut.
	Full        ghg.CO2e
	Ramp        Ramp
	First, Last int // years that the reductions are stated for
	Source      string
}

// PhaseIn is the full effect of an action along a ramp, over a span of years.
// It is immutable; the zero PhaseIn has no reductions.
type PhaseIn struct {
	def         PhaseInDefinition
	implemented ghg.Share // unset where it is not adjusted
	reductions  strategy.Reductions
}

// phaseIn is what faults are of: a phase-in has no name.
const phaseIn = "phase-in"

// NewPhaseIn computes full effect × share for each year of the span, rounded
// once to 12 decimal places of a tonne. A field that does not stand is a
// [ghg.Fault], all of them at once; a year for which the ramp has no share is a
// [*ghg.NoFigureError].
func NewPhaseIn(d PhaseInDefinition) (PhaseIn, error) {
	var faults ghg.Faults
	refuseKind(&faults, phaseIn, d.Kind, strategy.Potential, strategy.Expected)
	if d.Full.IsZero() {
		faults.Refuse(phaseIn, "full effect", "0", "an amount other than 0 is needed; what is not quantified has no effect")
	}
	if d.Ramp.IsZero() {
		faults.Refuse(phaseIn, "ramp", "", "make one, such as effect.Linear(2025, 2030)")
	}
	outside := faults.RefuseYear(phaseIn, "first year", d.First)
	if !faults.RefuseYear(phaseIn, "last year", d.Last) && !outside && d.Last < d.First {
		faults.Add(reversed(phaseIn, d.First, d.Last))
	}
	if err := faults.Err(); err != nil {
		return PhaseIn{}, err
	}
	return newPhaseIn(PhaseIn{def: d}, one, d.Kind)
}

func newPhaseIn(p PhaseIn, implementation decimal.Decimal, kind strategy.Kind) (PhaseIn, error) {
	full := p.def.Full.Tonnes().Mul(implementation)
	byYear := map[int]ghg.CO2e{}
	for y := p.def.First; y <= p.def.Last; y++ {
		num, den, err := p.def.Ramp.fraction(y)
		if err != nil {
			return PhaseIn{}, fmt.Errorf("phase-in: %w", err)
		}
		q, err := exact.Quotient(full.Mul(num), den, amountPlaces)
		if err != nil {
			return PhaseIn{}, fmt.Errorf("phase-in in %d: %w", y, err)
		}
		byYear[y], err = ghg.NewCO2e(q, ghg.Tonne, p.def.Full.Metric())
		if err != nil {
			return PhaseIn{}, fmt.Errorf("phase-in in %d: %w", y, err)
		}
	}
	var err error
	p.reductions, err = strategy.NewReductions(kind, p.def.Full.Metric(), byYear)
	return p, err
}

// Implemented is the expectation adjusted to what has been carried out: a share
// of it, from 0 to 1, in each year of the span. Its reductions are of kind
// Implemented. A potential, or what has been adjusted already, is refused.
func (p PhaseIn) Implemented(share ghg.Share) (PhaseIn, error) {
	if k := p.reductions.Kind(); k != strategy.Expected {
		return PhaseIn{}, ghg.Refusal(phaseIn, "kind", k.String(), "only an expected one can be adjusted to what has been carried out")
	}
	var faults ghg.Faults
	faults.RefuseShare(phaseIn, "implementation", share)
	if err := faults.Err(); err != nil {
		return PhaseIn{}, err
	}
	p.implemented = share
	return newPhaseIn(p, share.Fraction(), strategy.Implemented)
}

// Reductions are the amounts that stand in each year of the span.
func (p PhaseIn) Reductions() strategy.Reductions { return p.reductions }

// String is the phase-in as one line.
func (p PhaseIn) String() string {
	if p.reductions.IsZero() {
		return "no phase-in"
	}
	return fmt.Sprintf("%s, %s, %s, %d to %d", p.def.Full, p.def.Ramp, p.reductions.Kind(), p.def.First, p.def.Last)
}

// Explain writes the reductions as their arithmetic, a line for each year.
func (p PhaseIn) Explain() string {
	if p.reductions.IsZero() {
		return p.String() + "\n"
	}
	var b words.Rows
	b.Row("full effect", "F = %s a year; source %s", p.def.Full, cmp.Or(p.def.Source, "not stated"))
	b.Row("ramp", "s = %s: %s", p.def.Ramp, p.def.Ramp.Formula())
	formula := "F × s"
	if !p.implemented.IsUnset() {
		b.Row("implementation", "i = %s", p.implemented)
		formula += " × i"
	}
	b.Row("reductions", "%s, %s", formula, p.reductions.Kind())
	for y, c := range p.reductions.All() {
		s, _ := p.def.Ramp.Share(y) // it was found before
		b.Row(fmt.Sprint(y), "s = %s: %s", s, c)
	}
	b.Row("rounding", "amounts once to %d decimal places of a tonne, half away from zero", amountPlaces)
	return b.String()
}

// refuseKind adds a fault for a kind that a figure computed here cannot be of.
func refuseKind(faults *ghg.Faults, of string, k strategy.Kind, allowed ...strategy.Kind) {
	if slices.Contains(allowed, k) {
		return
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = a.String()
	}
	faults.Refuse(of, "kind", k.String(), "allowed are "+strings.Join(names, ", "))
}
