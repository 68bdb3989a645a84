package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// CheckResult is what a check comes to. The zero CheckResult is [CannotTell].
type CheckResult uint8

// The results. What is not shown is no failure: a check without what it needs
// cannot tell.
const (
	CannotTell CheckResult = iota // what the check needs is not there, or not final
	Pass                          // the criterion is met
	Warn                          // met in part, or by a reading that not everybody shares
	Fail                          // what is there shows that the criterion is not met
)

var resultNames = [...]string{"cannot tell", "pass", "warn", "fail"}

// String is the result in small letters: "cannot tell".
func (r CheckResult) String() string {
	if int(r) < len(resultNames) {
		return resultNames[r]
	}
	return fmt.Sprintf("unknown (%d)", uint8(r))
}

// ParseResult reads what String writes; another word is a [*ghg.UnknownError].
func ParseResult(s string) (CheckResult, error) {
	if i := slices.Index(resultNames[:], s); i >= 0 {
		return CheckResult(i), nil
	}
	return 0, &ghg.UnknownError{What: "result", ID: s, Allowed: resultNames[:]}
}

// MarshalText writes what [ParseResult] reads.
func (r CheckResult) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what [ParseResult] reads.
func (r *CheckResult) UnmarshalText(b []byte) (err error) {
	*r, err = ParseResult(string(b))
	return err
}
