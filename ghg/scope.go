package ghg

import (
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Scope says where emissions occur that the activities of a place cause (GPC
// 1.1, chapter 3.5). The zero Scope is unspecified; it is never scope 1.
type Scope uint8

// Scope 1 is inside the boundary, scope 2 from grid-supplied energy used
// inside it, scope 3 all other outside it.
const (
	ScopeUnspecified Scope = iota
	Scope1
	Scope2
	Scope3
)

// String is "scope 1", or "scope unspecified".
func (s Scope) String() string {
	if s == ScopeUnspecified || s > Scope3 {
		return "scope unspecified"
	}
	return "scope " + string('0'+rune(s))
}

// Korean is the same in Korean: 스코프 1.
func (s Scope) Korean() string { return words.SetName("ghg.Scope", s.String()) }

// ParseScope reads "1", "scope 1" or "Scope1"; an empty text is
// [ScopeUnspecified].
func ParseScope(s string) (Scope, error) {
	folded := strings.ToLower(strings.ReplaceAll(s, " ", ""))
	switch strings.TrimPrefix(folded, "scope") {
	case "":
		if folded == "" {
			return ScopeUnspecified, nil
		}
	case "1":
		return Scope1, nil
	case "2":
		return Scope2, nil
	case "3":
		return Scope3, nil
	}
	return 0, &UnknownError{What: "scope", ID: s, Allowed: []string{"1", "2", "3"}}
}

// MarshalText writes "1", "2", "3", or nothing if unspecified.
func (s Scope) MarshalText() ([]byte, error) {
	if s == ScopeUnspecified {
		return nil, nil
	}
	return []byte{'0' + byte(s)}, nil
}

// UnmarshalText reads what [ParseScope] reads.
func (s *Scope) UnmarshalText(b []byte) error {
	v, err := ParseScope(string(b))
	if err == nil {
		*s = v
	}
	return err
}
