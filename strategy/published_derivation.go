package strategy

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// published adds what the published unit gives, where it stands in place of effects.
func (s *quantifiedSheet) published() {
	p := s.q.Published
	of := s.kept("K")
	co2e, ok, err := s.r.published(s.year, s.q.kept)
	if err != nil || !ok {
		s.told("C", quantifiedWords.cut.With(p.On))
		return
	}
	s.byUnit(of, "C", quantifiedWords.cut.With(p.On), co2e)
}

// beside adds what the published unit gives of all that works, as official rows have it.
func (s *quantifiedSheet) beside() {
	gross := s.q.reckon(s.r.c, s.year, true)
	co2e, ok, err := gross.published(s.year, full)
	if err != nil || !ok {
		return
	}
	of := "K"
	if len(s.r.c.x0) > 0 && s.has("x0") {
		if s.has("n") { // what is renewed without the project is another column
			return
		}
		n, _ := gross.working(s.year)
		s.Computed("G", quantifiedWords.gross, s.unit(), grossOf(s.all), to24, derivation.Number(n))
		of = "G"
	}
	s.byUnit(of, "U", quantifiedWords.official, co2e)
}

// byUnit adds quantity × published unit.
func (s *quantifiedSheet) byUnit(of, symbol string, what words.Term, co2e ghg.CO2e) {
	p, unit := s.q.Published, co2e.Metric().Unit()
	if p.Per != s.q.Unit {
		from, to, ok := inBase(s.q.Unit, p.Per)
		if !ok {
			s.told(symbol, what)
			return
		}
		var n decimal.Decimal
		for _, x := range s.Steps {
			if x.Symbol == of {
				n = x.Values[0].Number
			}
		}
		n, _ = p.count(n, s.q.Unit)
		s.Given(symbol+"u", quantifiedWords.ofUnit.With(s.q.Unit), perOne(s.q.Unit), "", derivation.Number(from))
		s.Given(symbol+"v", quantifiedWords.ofUnit.With(p.Per), perOne(p.Per), "", derivation.Number(to))
		s.Computed(symbol+"n", quantifiedWords.inUnit.With(p.Per), p.Per.String(), fmt.Sprintf("%s × %su / %sv", of, symbol, symbol), to24,
			derivation.Number(n))
		of = symbol + "n"
	}
	s.Given(symbol+"s", quantifiedWords.perUnit.With(quantifiedWords.published.With(p.ID), p.Per), derivation.Per(unit, p.Per.String()),
		p.Source, tonnes(p.Saves))
	s.Computed(symbol, what, unit, fmt.Sprintf("%s × %ss", of, symbol), derivation.ToPlaces(heldPlaces), tonnes(co2e))
}

// perOne is the unit of one of a unit in the base unit of its dimension.
func perOne(u ghg.Unit) string { return derivation.Per(u.Dimension().Base().String(), u.String()) }

// inBase are one of each of two units in the base unit of their dimension.
func inBase(a, b ghg.Unit) (x, y decimal.Decimal, ok bool) {
	one := func(u ghg.Unit) (decimal.Decimal, bool) {
		q, err := ghg.NewQuantity(full, u)
		if err == nil {
			q, err = q.In(u.Dimension().Base())
		}
		return q.Amount(), err == nil
	}
	x, ok = one(a)
	y, and := one(b)
	return x, y, ok && and
}
