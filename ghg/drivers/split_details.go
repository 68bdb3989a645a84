package drivers

import (
	"iter"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"

	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"

	"github.com/localghg/localghg/ghg"
)

// String is the split in one line.
func (s Split) String() string {
	if s.IsZero() {
		return "no split"
	}
	return s.text(s.places())
}

func (s Split) text(places int32) string {
	parts := make([]string, 0, attributions)
	for a, x := range s.shown(places) {
		parts = append(parts, a.String()+" "+plus(x))
	}
	return fmt.Sprintf("%d to %d: %s = %s", s.From(), s.To(), rounded(s.Change(), places), strings.Join(parts, ", "))
}

// places is how far the texts round.
func (s Split) places() int32 { return placesFor(s.EmissionsFrom().Tonnes(), s.EmissionsTo().Tonnes()) }

// shown yields the parts in tonnes, rounded so that they add up to the rounded
// change.
func (s Split) shown(places int32) iter.Seq2[Attribution, decimal.Decimal] {
	amounts := make([]decimal.Decimal, 0, attributions)
	for _, c := range s.byAttribution() {
		amounts = append(amounts, c.Tonnes())
	}
	amounts = exact.LargestRemainder(amounts, places)
	return func(yield func(Attribution, decimal.Decimal) bool) {
		j := 0
		for a := range AllAttributions() {
			if !yield(a, amounts[j]) {
				return
			}
			j++
		}
	}
}

// Details writes the split as a council member would read it: a sentence on
// the whole, each step, each use with its identity's factors, why anything is
// unattributed, and the rounding.
func (s Split) Details() string {
	if s.IsZero() {
		return s.String() + "\n"
	}
	var b words.Rows
	places := s.places()
	b.WriteString(s.sentence(places) + "\n")
	b.Row("change", "%s (%d) - %s (%d) = %s", s.EmissionsTo().Tonnes(), s.To(), s.EmissionsFrom().Tonnes(), s.From(), s.Change())
	if len(s.years) > 2 {
		for step := range s.Steps() {
			b.Row("step", "%s", step.text(places))
		}
	}
	for name, u := range s.Uses() {
		b.Row("use", "%s: %s", name, strings.Join(u.details(places), ", "))
	}
	for _, p := range s.parts {
		if p.why != (words.Term{}) {
			b.Row("unattributed", "%s, %d to %d: %s tCO2e, as %s", p.use, s.years[p.step], s.years[p.step+1],
				plus(p.remainder.Tonnes().Round(places)), p.why)
		}
	}
	b.Row("method", "LMDI-I, additive, chained over %d steps; a factor is attributed by whoever gave it", len(s.years)-1)
	b.Row("rounding", "effects are held to %d decimal places of a tonne and add up to each use's change by largest remainder; "+
		"each line here is rounded once more", EffectPlaces)
	b.Row("source", "%s", additive+"; zeros: "+zeros)
	return b.String()
}

// sentence is "Emissions fell by 12 tCO2e (AR5) from 2018 to 2022. Of the fall,
// 10 came from the grid factor (the power company), 5 came from own measures.
// Against it, activity added 3."
func (s Split) sentence(places int32) string {
	change := rounded(s.Change(), places)
	if change.IsZero() {
		_, all, _ := strings.Cut(s.text(places), " = ")
		return fmt.Sprintf("Emissions were the same in %d and %d: %s.", s.From(), s.To(), all)
	}
	verb, noun, opposite, size := "fell", "fall", "added", change.Neg()
	if change.Sign() > 0 {
		verb, noun, opposite, size = "rose", "rise", "took off", change
	}
	var with, against []string
	for a, amount := range s.shown(places) {
		name := a.String()
		if a == Grid {
			name = "the grid factor (the power company)"
		}
		tonnes := amount.Abs().String()
		switch isWith := amount.Sign() == change.Sign(); {
		case amount.IsZero():
		case a == Unattributed && isWith:
			with = append(with, tonnes+" is unattributed")
		case a == Unattributed:
			against = append(against, tonnes+" is unattributed")
		case isWith:
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
func (s Split) details(places int32) []string {
	factors := s.factors()
	amounts := make([]decimal.Decimal, 0, len(factors)+1)
	for j := range factors {
		amounts = append(amounts, s.sum(func(p part) ghg.CO2e {
			if j < len(p.effects) {
				return p.effects[j].co2e
			}
			return p.nothing()
		}).Tonnes())
	}
	rest := s.sum(func(p part) ghg.CO2e { return p.remainder })
	amounts = exact.LargestRemainder(append(amounts, rest.Tonnes()), places)
	var out []string
	for j, e := range factors {
		out = append(out, fmt.Sprintf("%s (%s) %s", e.factor.Name, e.factor.Attribution, plus(amounts[j])))
	}
	if !rest.IsZero() || len(out) == 0 {
		out = append(out, "unattributed "+plus(amounts[len(factors)]))
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
