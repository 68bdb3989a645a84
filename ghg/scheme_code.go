package ghg

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// refusesCode says why a code cannot join those that the scheme has so far, or is "".
func (s *scheme) refusesCode(code string) string {
	f := foldCode(code)
	i, taken := s.folded[f]
	switch {
	case f == "":
		return "a code is needed: dots, hyphens, underscores and blanks alone are none"
	case len(code) > MaxName:
		return fmt.Sprintf("longer than %d bytes", MaxName)
	case taken && s.Nodes[i].Code == code:
		return "it is there twice"
	case taken:
		return "it is read as the code " + words.Quote(s.Nodes[i].Code) +
			": case, dots, hyphens, underscores and blanks do not matter; tell the two apart by a letter or a digit"
	}
	return ""
}

// foldCode folds the spellings of one code into one.
func foldCode(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '.' || r == ' ' || r == '-' || r == '_' || r == '\u00a0':
			return -1
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

// keyList names the scheme's keys in a message.
func (s Scheme) keyList() string {
	var names []string
	for _, k := range s.def.Keys {
		names = append(names, k.String())
	}
	return strings.Join(names, ", ")
}

// Exclusive are the sets of nodes that no view may hold together, and why.
func (s Scheme) Exclusive() []Exclusive {
	if s.def == nil {
		return nil
	}
	out := slices.Clone(s.def.Exclusive)
	for i, e := range out {
		out[i].A, out[i].B = slices.Clone(e.A), slices.Clone(e.B)
	}
	return out
}
