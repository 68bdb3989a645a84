package effect

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
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

// NewPhaseIn computes full effect × share for each year of the span, rounded
// once to [AmountPlaces].
func NewPhaseIn(d PhaseInDefinition) (PhaseIn, error) {
	if err := checkKind("phase-in", d.Kind, strategy.Potential, strategy.Expected); err != nil {
		return PhaseIn{}, err
	}
	if d.Full.IsZero() {
		return PhaseIn{}, errors.New("phase-in, full effect: 0: an amount other than 0 is needed; what is not quantified has no effect")
	}
	if err := checkSpan("phase-in", d.First, d.Last); err != nil {
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
		q, err := exact.Quotient(full.Mul(num), den, AmountPlaces)
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
		return PhaseIn{}, fmt.Errorf("implementation of a phase-in of kind %s: only an expected one can be adjusted to what has been carried out", k)
	}
	if err := checkFraction("implementation", share); err != nil {
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
	var b explanation
	b.line("full effect", "F = %s a year; source %s", p.def.Full, cmp.Or(p.def.Source, "not stated"))
	b.line("ramp", "s = %s: %s", p.def.Ramp, p.def.Ramp.Formula())
	formula := "F × s"
	if !p.implemented.IsUnset() {
		b.line("implementation", "i = %s", p.implemented)
		formula += " × i"
	}
	b.line("reductions", "%s, %s", formula, p.reductions.Kind())
	for y, c := range p.reductions.All() {
		s, _ := p.def.Ramp.Share(y) // it was found before
		b.line(fmt.Sprint(y), "s = %s: %s", s, c)
	}
	b.line("rounding", "amounts once to %d decimal places of a tonne, half away from zero", AmountPlaces)
	return b.String()
}

// checkKind refuses kinds that a figure computed here cannot be of.
func checkKind(what string, k strategy.Kind, allowed ...strategy.Kind) error {
	if k == 0 {
		return strategy.ErrNoKind
	}
	var words []string
	for _, a := range allowed {
		if k == a {
			return nil
		}
		words = append(words, a.String())
	}
	return fmt.Errorf("%s of kind %s: allowed are %s", what, k, strings.Join(words, ", "))
}

// explanation is a text of named lines.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-15s "+format+"\n", append([]any{name}, a...)...)
}
