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
	b.line("change", "%s (%d) - %s (%d) = %s", s.EmissionsTo().Tonnes(), s.To(), s.EmissionsFrom().Tonnes(), s.From(), s.Change())
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
			b.line("unattributed", "%s, %d to %d: %s tCO2e, as %s", p.use, s.years[p.step], s.years[p.step+1], plus(p.remainder.Tonnes()), p.why)
		}
	}
	b.line("method", "LMDI-I, additive, chained over %d steps; a factor is attributed by whoever gave it", len(s.years)-1)
	b.line("rounding", "effects to %d decimal places of a tonne, half away from zero; the largest effect of a use takes what is left, so that all add up", s.places)
	b.line("source", sources)
	return b.String()
}

// sentence is "Emissions fell by 12 tCO2e (AR5) from 2018 to 2022. Of the fall,
// 10 came from the grid factor (the power company), 5 came from own measures.
// Against it, activity added 3."
func (s Split) sentence() string {
	change := s.Change()
	if change.IsZero() {
		_, all, _ := strings.Cut(s.String(), " = ")
		return fmt.Sprintf("Emissions were the same in %d and %d: %s.", s.From(), s.To(), all)
	}
	verb, noun, opposite, size := "fell", "fall", "added", change.Neg()
	if change.Sign() > 0 {
		verb, noun, opposite, size = "rose", "rise", "took off", change
	}
	var with, against []string
	for a := range AllAttributions() {
		name := a.String()
		if a == Grid {
			name = "the grid factor (the power company)"
		}
		amount := s.Of(a)
		tonnes := amount.Tonnes().Abs().String()
		switch {
		case amount.IsZero():
		case a == Unattributed && amount.Sign() == change.Sign():
			with = append(with, tonnes+" is unattributed")
		case a == Unattributed:
			against = append(against, tonnes+" is unattributed")
		case amount.Sign() == change.Sign():
			with = append(with, tonnes+" came from "+name)
		default:
			against = append(against, name+" "+opposite+" "+tonnes)
		}
	}
	out := fmt.Sprintf("Emissions %s by %s from %d to %d. Of the %s, %s.", verb, size, s.From(), s.To(), noun, strings.Join(with, ", "))
	if len(against) > 0 {
		out += fmt.Sprintf(" Against it, %s.", strings.Join(against, ", "))
	}
	return out
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
			return p.nothing()
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
