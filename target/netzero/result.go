package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Result is what a check comes to. The zero Result is [CannotTell].
type Result uint8

// The results. What is not shown is no failure: a check without what it needs
// cannot tell.
const (
	CannotTell Result = iota // what the check needs is not there, or not final
	Pass                     // the criterion is met
	Warn                     // met in part, or by a reading that not everybody shares
	Fail                     // what is there shows that the criterion is not met
)

var resultNames = [...]string{"cannot tell", "pass", "warn", "fail"}

// String is the result in small letters: "cannot tell".
func (r Result) String() string {
	if int(r) < len(resultNames) {
		return resultNames[r]
	}
	return fmt.Sprintf("unknown (%d)", uint8(r))
}

// ParseResult reads what String writes; another word is a [*ghg.UnknownError].
func ParseResult(s string) (Result, error) {
	if i := slices.Index(resultNames[:], s); i >= 0 {
		return Result(i), nil
	}
	return 0, &ghg.UnknownError{What: "result", ID: s, Allowed: resultNames[:]}
}

// MarshalText writes what [ParseResult] reads.
func (r Result) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what [ParseResult] reads.
func (r *Result) UnmarshalText(b []byte) (err error) {
	*r, err = ParseResult(string(b))
	return err
}
