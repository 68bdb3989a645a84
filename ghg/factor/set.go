package factor

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Set is a named set of published values of one thing: the emission factors of a grid,
// the calorific values of a fuel. Several sets hold at once, so that every question is
// one of a set. It is immutable; the zero Set is refused with [ErrNoSet].
type Set[T fmt.Stringer] struct {
	def   *set[T]
	kind  Kind     // what it is narrowed to
	named []string // values that are asked for by name
}

type set[T fmt.Stringer] struct {
	name   words.Term
	of     string
	source string
	values []Published[T] // by day of publication, those without one first
}

// SetDefinition is what [NewSet] makes a set of.
type SetDefinition[T fmt.Stringer] struct {
	Name   words.Term // of the set: "GIR grid factor, consumption end"
	Of     string     // what it is of: "electricity", "diesel"
	Source string     // of every value that states none of its own
	Values []Published[T]
}

// mostValues is how many values a set may have.
const mostValues = 1000

// NewSet makes a set of values, in any order. It refuses with [ghg.Faults], all at
// once: a set without a name or values, what does not stand of a value, and emission
// factors of two units of activity. A name that is given twice is a [*ghg.TwiceError].
func NewSet[T fmt.Stringer](d SetDefinition[T]) (Set[T], error) {
	var faults ghg.Faults
	of := "set of factors " + words.Clip(d.Name.En, ghg.MaxName)
	for _, x := range [...]struct{ field, text string }{{"name", d.Name.En}, {"name in Korean", d.Name.Ko}, {"of", d.Of}} {
		if x.text == "" || len(x.text) > ghg.MaxName {
			faults.Refuse(of, x.field, x.text, fmt.Sprintf("it is needed, in at most %d bytes", ghg.MaxName))
		}
	}
	if n := len(d.Values); n == 0 || n > mostValues {
		faults.Refuse(of, "values", fmt.Sprint(n), fmt.Sprintf("from 1 to %d are allowed", mostValues))
		return Set[T]{}, faults
	}
	s := &set[T]{d.Name, d.Of, d.Source, slices.Clone(d.Values)}
	slices.SortStableFunc(s.values, func(a, b Published[T]) int {
		switch {
		case a.On.Before(b.On):
			return -1
		case b.On.Before(a.On):
			return 1
		}
		return 0
	})
	seen := map[string]bool{}
	for i := range s.values {
		p := &s.values[i]
		if p.Source == "" {
			p.Source = d.Source
		}
		for _, f := range p.check(of).All {
			faults.Add(f)
		}
		if err := checkValue(p.Value, s.values[0].Value); err != nil {
			faults.Refuse(of+", "+p.Name, "value", p.Value.String(), err.Error())
		}
		if seen[p.Name] {
			return Set[T]{}, &ghg.TwiceError{Of: of, What: "name", ID: p.Name}
		}
		seen[p.Name] = true
	}
	if err := faults.Err(); err != nil {
		return Set[T]{}, err
	}
	return Set[T]{def: s}, nil
}

// checkValue refuses a value that says nothing, and an emission factor that is per
// another unit than the first of its set.
func checkValue(v, first any) error {
	switch v := v.(type) {
	case Emission:
		if v.IsZero() {
			return ghg.ErrNoFactors
		}
		if per := first.(Emission).per; v.per != per {
			return fmt.Errorf("it is per %s, and the first is per %s: one set has one unit of activity", v.per, per)
		}
	case Carbon:
		return v.check()
	case ghg.CalorificValue:
		one, err := ghg.ParseQuantity("1 " + v.Per.String())
		if err == nil {
			_, err = v.EnergyOf(one)
		}
		return err
	}
	return nil
}

// IsZero reports whether there is no set.
func (s Set[T]) IsZero() bool { return s.def == nil }

// Name is the name of the set in both languages.
func (s Set[T]) Name() words.Term {
	if s.def == nil {
		return words.Term{En: "no set of factors", Ko: "배출계수 집합 없음"}
	}
	return s.def.name
}

// Of is what the values are of: "electricity".
func (s Set[T]) Of() string {
	if s.def == nil {
		return ""
	}
	return s.def.of
}

// All yields every value in the order of publication, those that are given only by
// name among them.
func (s Set[T]) All() iter.Seq[Published[T]] {
	return func(yield func(Published[T]) bool) {
		if s.def == nil {
			return
		}
		for _, p := range s.def.values {
			if !yield(p) {
				return
			}
		}
	}
}

// Only is the set with the values of one kind alone. It may have none: then every
// question is refused.
func (s Set[T]) Only(k Kind) Set[T] {
	s.kind = k
	return s
}

// Also is the set in which values that are given only by name, reference values and
// those of low confidence, count beside the others. Each brings its finding with it.
// A name that the set does not have is a [*ghg.UnknownError].
func (s Set[T]) Also(names ...string) (Set[T], error) {
	if s.def == nil {
		return Set[T]{}, ErrNoSet
	}
	var have []string
	for _, p := range s.def.values {
		have = append(have, p.Name)
	}
	for _, name := range names {
		if !slices.Contains(have, name) {
			return Set[T]{}, &ghg.UnknownError{Of: s.def.name.En, What: "value", ID: name, Allowed: have}
		}
	}
	s.named = append(slices.Clip(s.named), names...)
	return s, nil
}

// counts reports whether a value answers questions of the set; isOfKind whether it
// would if it were named.
func (s Set[T]) counts(p *Published[T]) bool {
	return s.isOfKind(p) && (p.isFree() || slices.Contains(s.named, p.Name))
}

func (s Set[T]) isOfKind(p *Published[T]) bool { return s.kind == KindNotStated || s.kind == p.Kind }

func (s Set[T]) text() words.Term {
	t := s.Name()
	if s.kind != KindNotStated {
		t.En, t.Ko = t.En+", "+s.kind.String(), t.Ko+", "+s.kind.Korean()
	}
	return t
}

// String is the name of the set, and the kind that it is narrowed to.
func (s Set[T]) String() string { return s.text().En }

// Korean is the same in Korean.
func (s Set[T]) Korean() string { return s.text().Ko }
