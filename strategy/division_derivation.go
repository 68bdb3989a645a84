package strategy

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// divided adds the parts of the joint effect, which close to it. There is one effect
// where there is nothing to divide.
func (s *jointSheet) divided(held SourceEffect) {
	if len(s.effects) < 2 {
		return
	}
	if s.y.e.division.method == methodInOrder {
		s.Given("o", jointWords.order, "", "", derivation.Numbers(s.order()...)...).Index = "i"
	}
	parts := make([]derivation.Value, len(held.Actions))
	for i, a := range held.Actions {
		parts[i] = tonnes(a.CO2e)
	}
	by := words.Term{En: s.y.e.division.String(), Ko: s.y.e.division.Korean()}
	x := s.Computed("A", jointWords.part.With(by), s.unit, s.part(), derivation.ClosingTo("J", heldPlaces), parts...)
	x.Index, x.Equation = "i", divisions[s.y.e.division.method].equation
}

// part is the formula of a part of the joint effect.
func (s *jointSheet) part() string {
	single := s.block == ""
	all := "prod(i: 1 - " + s.counts + ")"
	if !single {
		all = "prod(b: 1 - " + s.block + ")"
	}
	other := replaceRow(s.counts, "i", "j")
	switch method := s.y.e.division.method; {
	case s.isNothing(): // there is nothing to divide
		return s.emits + " × " + inBrackets(s.counts)
	case method == methodShapley && single:
		return fmt.Sprintf("%s × %s × integral(t: prod(j ≠ i: 1 - t × %s))", s.emits, inBrackets(s.counts), inBrackets(other))
	case method == methodShapley:
		return fmt.Sprintf("%s × %s × integral(t: prod(b: 1 - t × (b ≠ in[i]) × %s))", s.emits, inBrackets(s.counts), inBrackets(s.block))
	case method == methodProportional:
		return fmt.Sprintf("%s × (1 - %s) × %s / sum(i: %s)", s.emits, all, inBrackets(s.counts), s.counts)
	case method == methodLogShare && single:
		return fmt.Sprintf("%s × (1 - %s) × ln(1 - %s) / ln(%s)", s.emits, all, s.counts, all)
	case method == methodLogShare:
		of := replaceRow(s.block, "b", "in[i]")
		ln, sum := "ln(1 - "+of+")", inBrackets(of)
		if slices.ContainsFunc(s.blocks, func(b combined) bool { return b.counts.Sign() == 0 }) { // the limit: ln(1 - r) is -r
			ln, sum = fmt.Sprintf("(%s - (%s = 0))", ln, of), fmt.Sprintf("(%s + (%s = 0))", of, of)
		}
		return fmt.Sprintf("%s × (1 - %s) × %s / ln(%s) × %s / %s", s.emits, all, ln, all, inBrackets(s.counts), sum)
	case single:
		return fmt.Sprintf("%s × %s × prod(j ≠ i: 1 - (o[j] < o[i]) × %s)", s.emits, inBrackets(s.counts), inBrackets(other))
	}
	return fmt.Sprintf("%s × %s × prod(b: 1 - (b ≠ in[i]) × sum(j ≠ i: (in[j] = b and o[j] < o[i]) × %s))", s.emits, inBrackets(s.counts),
		inBrackets(other))
}

// isNothing reports whether no effect cuts or adds.
func (s *jointSheet) isNothing() bool {
	return !slices.ContainsFunc(s.effects, func(a acting) bool { return !a.p.IsZero() })
}

// order are the places of the effects in the order of the division, from 1 on.
func (s *jointSheet) order() []decimal.Decimal {
	ranks, _ := s.y.e.division.ranks(s.y.e.p.def.Actions) // it was used before
	rank := func(n int) int {
		a := s.effects[n].x.action
		if ranks == nil {
			return a
		}
		return ranks[a]
	}
	turns := make([]int, 0, len(s.effects))
	for k := range s.blocks { // effects of one action come block by block
		for i, a := range s.effects {
			if a.block == k {
				turns = append(turns, i)
			}
		}
	}
	slices.SortStableFunc(turns, func(a, b int) int { return rank(a) - rank(b) })
	out := make([]decimal.Decimal, len(turns))
	for place, i := range turns {
		out[i] = decimal.NewFromInt(int64(place + 1))
	}
	return out
}
