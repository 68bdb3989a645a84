package derivation

import (
	"slices"

	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Sheet is a definition in the making: its methods add to it, step by step. The zero
// Sheet is an empty one.
type Sheet struct{ Definition }

// Index adds an index with its rows.
func (s *Sheet) Index(letter string, rows ...Row) {
	s.Indices = append(s.Indices, Index{Letter: letter, Rows: rows})
}

// Given adds what is stated. What makes it a column, or another kind of step, is set at
// the step that comes back, until the next is added.
func (s *Sheet) Given(symbol string, what words.Term, unit, source string, values ...Value) *Step {
	s.Steps = append(s.Steps, Step{Symbol: symbol, What: what, Unit: unit, Source: source, Values: values})
	return &s.Steps[len(s.Steps)-1]
}

// Computed adds what a formula gives.
func (s *Sheet) Computed(symbol string, what words.Term, unit, formula string, by Rounding, values ...Value) *Step {
	x := s.Given(symbol, what, unit, "", values...)
	x.Kind, x.Formula, x.Rounding = Computed, formula, by
	return x
}

// Add adds steps that are made already.
func (s *Sheet) Add(steps ...Step) { s.Steps = append(s.Steps, steps...) }

// Told adds a text.
func (s *Sheet) Told(symbol string, what, note words.Term) {
	x := s.Given(symbol, what, "", "")
	x.Kind, x.Note = Told, note
}

// Decided adds a decision.
func (s *Sheet) Decided(symbol string, what words.Term, cases ...Case) *Step {
	x := s.Given(symbol, what, "", "")
	x.Kind, x.Cases = Decided, cases
	return x
}

// As says which case was decided on. Where the cases come to another, the step says what was
// decided all the same, so that replay finds the case at fault.
func (s *Step) As(name string) {
	if c, ok := s.Decision(); ok && c.Name == name {
		return
	}
	s.Cases = slices.Clone(s.Cases)
	for i := range s.Cases {
		if s.Cases[i].Holds = s.Cases[i].Name == name; s.Cases[i].Holds {
			return
		}
	}
}

// Made is the derivation; the zero Derivation where it is refused. A hook is told of both: it is
// of a test that replays whatever its package makes, and nil elsewhere.
func (s *Sheet) Made(title words.Term, hook func(Derivation, error)) Derivation {
	s.Title = title
	d, err := New(s.Definition)
	if hook != nil {
		hook(d, err)
	}
	return d
}

// Flag is 1 where something is so, and 0 where not.
func Flag(is bool) Value {
	if is {
		return Number(decimal.New(1, 0))
	}
	return Value{}
}

// Numbers are values that are known.
func Numbers(of ...decimal.Decimal) []Value {
	out := make([]Value, len(of))
	for i, d := range of {
		out[i] = Number(d)
	}
	return out
}
