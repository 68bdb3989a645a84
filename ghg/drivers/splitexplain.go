package drivers

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// String is the split in one line.
func (s Split) String() string {
	if s.IsZero() {
		return "no split"
	}
	parts := make([]string, 0, attributions)
	for a := range AllAttributions() {
		parts = append(parts, a.String()+" "+plus(s.Of(a).Tonnes()))
	}
	return fmt.Sprintf("%d to %d: %s = %s", s.From(), s.To(), s.Change(), strings.Join(parts, ", "))
}

// Explain writes the split as a council member would read it: a sentence on
// the whole, each step, each use with its identity's factors, why anything is
// unattributed, and the rounding.
func (s Split) Explain() string {
	if s.IsZero() {
		return s.String() + "\n"
	}
	var b explanation
	b.WriteString(s.sentence() + "\n")
	if len(s.years) > 2 {
		for step := range s.Steps() {
			b.line("step", "%s", step)
		}
	}
	for name, u := range s.Uses() {
		b.line("use", "%s: %s", name, strings.Join(u.details(), ", "))
	}
	for _, p := range s.parts {
		if p.why != "" {
			b.line("unattributed", "%s, %d to %d: %s tCO2e, as there are %s", p.use, s.years[p.step], s.years[p.step+1], plus(p.remainder.Tonnes()), p.why)
		}
	}
	b.line("method", "LMDI-I, additive, chained over %d steps; a factor is attributed by whoever gave it", len(s.years)-1)
	b.line("rounding", "effects to %d decimal places of a tonne, half away from zero; the largest effect of a use takes what is left, so that all add up", s.places)
	b.line("source", sources)
	return b.String()
}

// sentence is "Emissions fell by 12 tCO2e (AR5) from 2018 to 2022: 10 of the
// fall came from the grid factor, …".
func (s Split) sentence() string {
	change := s.Change()
	if change.IsZero() {
		parts := make([]string, 0, attributions)
		for a := range AllAttributions() {
			parts = append(parts, a.String()+" "+plus(s.Of(a).Tonnes()))
		}
		return fmt.Sprintf("Emissions were the same in %d and %d: %s (%s).", s.From(), s.To(), strings.Join(parts, ", "), unitOf(change))
	}
	verb, noun, size := "fell", "fall", change.Neg()
	if change.Sign() > 0 {
		verb, noun, size = "rose", "rise", change
	}
	var with, against []string
	for a := range AllAttributions() {
		amount := s.Of(a)
		text := amount.Tonnes().Abs().String() + " " + inWords(a)
		switch amount.Sign() {
		case 0:
		case change.Sign():
			with = append(with, text)
		default:
			against = append(against, text)
		}
	}
	out := fmt.Sprintf("Emissions %s by %s from %d to %d. Towards the %s worked: %s.", verb, size, s.From(), s.To(), noun, strings.Join(with, "; "))
	if len(against) > 0 {
		out += fmt.Sprintf(" Against it worked: %s.", strings.Join(against, "; "))
	}
	return out
}

func unitOf(c ghg.CO2e) string {
	_, unit, _ := strings.Cut(c.String(), " ")
	return unit
}

func inWords(a Attribution) string {
	switch a {
	case Grid:
		return "from the grid factor (the power company)"
	case Own:
		return "from own measures"
	case Activity:
		return "from activity"
	}
	return "unattributed"
}

// details are the effects of a use by factor, over all steps.
func (s Split) details() []string {
	var out []string
	for j := range s.factors() {
		f := s.factors()[j].factor
		sum := s.sum(func(p part) ghg.CO2e {
			if j < len(p.effects) {
				return p.effects[j].co2e
			}
			nothing, _ := p.to.Sub(p.to)
			return nothing
		})
		out = append(out, fmt.Sprintf("%s (%s) %s", f.Name, f.Attribution, plus(sum.Tonnes())))
	}
	if rest := s.sum(func(p part) ghg.CO2e { return p.remainder }); !rest.IsZero() || len(out) == 0 {
		out = append(out, "unattributed "+plus(rest.Tonnes()))
	}
	return out
}

// factors are those of a step of a use that could be split, or none.
func (s Split) factors() []partEffect {
	for _, p := range s.parts {
		if len(p.effects) > 0 {
			return p.effects
		}
	}
	return nil
}
