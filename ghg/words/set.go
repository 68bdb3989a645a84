package words

import (
	"slices"
	"strings"
	"unicode"
)

// Set is the names of a closed set, and other words that files use for its
// values. The zero Set has none.
type Set[T ~uint8] struct {
	first T
	names []string
	also  map[string]T // folded
}

// NewSet makes a set of the names of values from the first on, and of other words,
// such as Korean ones, for any of them.
func NewSet[T ~uint8](first T, names []string, also map[string]T) Set[T] {
	s := Set[T]{first, slices.Clone(names), make(map[string]T, len(also))}
	for word, v := range also {
		s.also[Fold(word)] = v
	}
	return s
}

// SetOf makes a set of a closed set whose values follow one another from the first
// on, named as their String method prints them.
func SetOf[T interface {
	~uint8
	Valid() bool
	String() string
}](first T, also map[string]T) Set[T] {
	var names []string
	for v := first; v.Valid(); v++ {
		names = append(names, v.String())
	}
	return NewSet(first, names, also)
}

// Find is the value that a word names. Case, blanks and punctuation do not
// matter.
func (s Set[T]) Find(word string) (T, bool) {
	folded := Fold(word)
	for i, name := range s.names {
		if Fold(name) == folded {
			return s.first + T(i), true
		}
	}
	v, ok := s.also[folded]
	return v, ok
}

// Fold is a word without case, blanks and punctuation.
func Fold(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\t\n·ㆍ‧・/,_-", r) {
			return -1
		}
		return r
	}, strings.ToLower(word))
}

// List names what is allowed where another word was found: each name, with its
// Korean words behind it where that word is Korean.
func (s Set[T]) List(found string) string {
	if !isKorean(found) {
		return strings.Join(s.names, ", ")
	}
	list := slices.Clone(s.names)
	korean := make([][]string, len(list))
	for word, v := range s.also {
		if isKorean(word) {
			korean[v-s.first] = append(korean[v-s.first], word)
		}
	}
	for i, all := range korean {
		if len(all) > 0 {
			slices.Sort(all)
			list[i] += " (" + strings.Join(all, ", ") + ")"
		}
	}
	return strings.Join(list, ", ")
}

func isKorean(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}
