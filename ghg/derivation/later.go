package derivation

import (
	"slices"
	"sync"
)

// Later are the rows of an index, or the values of a column, of which there are
// thousands: they are made when the derivation is read, and not kept. At yields the same
// each time, to several at once, and what [New] asks for; what has been written is checked
// when it is read back.
type Later[T any] struct {
	Len int
	At  func(i int) T
}

// ComesFrom names the derivations that the values of a step come from, each by its ID, ""
// where there is none. They are asked for once, when the derivation is first printed, written
// or replayed: an ID is worked out of all that its derivation says.
func (s *Step) ComesFrom(id func(i int) string) {
	values := s.Values
	made := sync.OnceValue(func() []Value {
		out := slices.Clone(values)
		for i := range out {
			out[i].From = id(i)
		}
		return out
	})
	s.Values, s.Later = nil, Later[Value]{Len: len(values), At: func(i int) Value { return made()[i] }}
}

func (l Later[T]) all() []T {
	out := make([]T, l.Len)
	for i := range out {
		out[i] = l.At(i)
	}
	return out
}

// len is the number of rows.
func (x Index) len() int { return len(x.Rows) + x.Later.Len }

// len is the number of values.
func (s Step) len() int { return len(s.Values) + s.Later.Len }

// whole is the derivation with all its rows and values.
func (d Derivation) whole() Derivation {
	if !d.hasLater {
		return d
	}
	d.def.Indices, d.def.Steps, d.hasLater = slices.Clone(d.def.Indices), slices.Clone(d.def.Steps), false
	for i := range d.def.Indices {
		if x := &d.def.Indices[i]; x.Later.Len > 0 {
			x.Rows, x.Later = x.Later.all(), Later[Row]{}
		}
	}
	for i := range d.def.Steps {
		if s := &d.def.Steps[i]; s.Later.Len > 0 {
			s.Values, s.Later = s.Later.all(), Later[Value]{}
		}
	}
	return d
}
