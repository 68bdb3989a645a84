package strategy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Kind says what a figure of reduction is. Figures of two kinds are never
// added. The zero Kind is refused.
type Kind uint8

// The kinds, from least to most certain but for the last, which is what
// somebody says in public.
const (
	// Potential is what could be cut if everyone took part; pledges are
	// potential too.
	Potential Kind = iota + 1
	// Expected is an estimate made before the fact (ex ante), as plans state it.
	Expected
	// Implemented is an expectation adjusted to what has been carried out.
	Implemented
	// Verified is measured after the fact (ex post) and checked.
	Verified
	// Claimed is what is said to have been cut, with no check known.
	Claimed
)

var kinds = [...]struct{ name, nameKo string }{
	{}, {"potential", "잠재"}, {"expected", "예상"}, {"implemented", "이행"}, {"verified", "검증"}, {"claimed", "주장"},
}

// ErrNoKind says that a kind of reduction was needed and none was given.
var ErrNoKind = errors.New("no kind of reduction given: name one, such as strategy.Expected")

// KindMismatchError says that reductions of two kinds were to be added.
type KindMismatchError struct{ A, B Kind }

func (e *KindMismatchError) Error() string {
	return fmt.Sprintf("%s and %s reductions are never added: keep a sum for each kind", e.A, e.B)
}

// Kinds are all kinds in their order.
func Kinds() []Kind { return []Kind{Potential, Expected, Implemented, Verified, Claimed} }

// Valid reports whether the kind is one of [Kinds].
func (k Kind) Valid() bool { return k >= Potential && k <= Claimed }

func (k Kind) check() error {
	switch {
	case k == 0:
		return ErrNoKind
	case !k.Valid():
		return unknownKind(k.String())
	}
	return nil
}

// refuse adds a fault where the kind is none of [Kinds].
func (k Kind) refuse(faults *ghg.Faults, of string) {
	switch {
	case k == 0:
		faults.Refuse(of, "kind", "", ErrNoKind.Error())
	case !k.Valid():
		faults.Refuse(of, "kind", k.String(), "allowed are "+strings.Join(kindNames(), ", "))
	}
}

func unknownKind(found string) error {
	return &ghg.UnknownError{What: "kind of reduction", ID: found, Allowed: kindNames()}
}

func kindNames() (names []string) {
	for _, k := range Kinds() {
		names = append(names, k.String())
	}
	return names
}

// String is the kind in small letters.
func (k Kind) String() string {
	switch {
	case k == 0:
		return "no kind"
	case !k.Valid():
		return fmt.Sprintf("unknown (%d)", uint8(k))
	}
	return kinds[k].name
}

// Korean is the kind in Korean (own translation), or "".
func (k Kind) Korean() string {
	if !k.Valid() {
		return ""
	}
	return kinds[k].nameKo
}

// ParseKind reads what String prints; an empty text is refused with [ErrNoKind],
// any other with a [*ghg.UnknownError].
func ParseKind(s string) (Kind, error) {
	if s == "" {
		return 0, ErrNoKind
	}
	for _, k := range Kinds() {
		if kinds[k].name == s {
			return k, nil
		}
	}
	return 0, unknownKind(s)
}

// MarshalText writes what [ParseKind] reads; it refuses the zero Kind.
func (k Kind) MarshalText() ([]byte, error) {
	if err := k.check(); err != nil {
		return nil, err
	}
	return []byte(k.String()), nil
}

// UnmarshalText reads what [ParseKind] reads.
func (k *Kind) UnmarshalText(b []byte) error {
	v, err := ParseKind(string(b))
	if err == nil {
		*k = v
	}
	return err
}
