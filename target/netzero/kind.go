package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Kind is what a promise is of. The zero Kind is refused.
type Kind uint8

// The kinds of promises.
const (
	Reach     Kind = iota + 1 // a level by a year: net zero by 2050
	EndBy                     // something ends by a day: coal power with 2030
	BeginNone                 // nothing of a kind begins after the day of the pledge
)

var kindNames = [...]string{"", "reach", "end-by", "begin-none"}

// String is "reach", "end-by" or "begin-none".
func (k Kind) String() string { return named(kindNames[:], int(k)) }

// ParseKind reads what String writes; another word is a [*ghg.UnknownError].
func ParseKind(s string) (Kind, error) { return parseNamed[Kind]("kind of pledge", kindNames[:], s) }

// MarshalText writes what [ParseKind] reads.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Subject is what ends, or does not begin. The zero Subject is none.
type Subject uint8

// The subjects of promises.
const (
	// CoalPower is unabated coal power, as the Powering Past Coal Alliance has it.
	CoalPower Subject = iota + 1
	// FossilPower is power from coal, oil or fossil gas.
	FossilPower
)

var subjectNames = [...]string{"", "coal-power", "fossil-power"}

// String is "coal-power" or "fossil-power".
func (s Subject) String() string { return named(subjectNames[:], int(s)) }

// ParseSubject reads what String writes; another word is a [*ghg.UnknownError].
func ParseSubject(s string) (Subject, error) {
	return parseNamed[Subject]("subject of a pledge", subjectNames[:], s)
}

// MarshalText writes what [ParseSubject] reads.
func (s Subject) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Status says whether a pledge is kept. The zero Status is [Undecided].
type Status uint8

// The statuses. What is not shown breaks no pledge, and keeps none.
const (
	Undecided Status = iota // what would tell is not there, not final or not due: "cannot tell"
	Kept
	Broken
)

var statusNames = [...]string{"cannot tell", "kept", "broken"}

// String is the status in small letters: "cannot tell".
func (s Status) String() string { return named(statusNames[:], int(s)) }

// ParseStatus reads what String writes; another word is a [*ghg.UnknownError].
func ParseStatus(s string) (Status, error) { return parseNamed[Status]("status", statusNames[:], s) }

// MarshalText writes what [ParseStatus] reads.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// statusOf is what the result of a check says of a pledge.
func statusOf(r CheckResult) Status {
	switch r {
	case Pass:
		return Kept
	case Fail:
		return Broken
	}
	return Undecided
}

// Replacements says what a pledge to begin none makes of a plant that takes the place of
// an old one. The zero Replacements is not stated: such a plant then leaves the pledge
// undecided, as only who made it can say.
type Replacements uint8

// What a pledge may make of replacements.
const (
	ReplacementsNotStated Replacements = iota
	ReplacementIsNotNew
	ReplacementIsNew
)

var replacementNames = [...]string{"not stated", "no new plant", "new plant"}

// String is "not stated", "no new plant" or "new plant".
func (r Replacements) String() string { return named(replacementNames[:], int(r)) }

func named(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown (%d)", i)
}

func parseNamed[T ~uint8](what string, names []string, s string) (T, error) {
	if i := slices.Index(names, s); i >= 0 && s != "" {
		return T(i), nil
	}
	return 0, &ghg.UnknownError{What: what, ID: s, Allowed: slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" })}
}
