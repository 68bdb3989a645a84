package netzero

// CheckResult is what a check comes to. The zero CheckResult is [CannotTell].
type CheckResult uint8

// The results. What is not shown is no failure: a check without what it needs
// cannot tell.
const (
	CannotTell CheckResult = iota // what the check needs is not there, or not final
	Pass                          // the criterion is met; a pledge is kept
	Warn                          // met in part, or by a reading that not everybody shares
	Fail                          // what is there shows that the criterion is not met; a pledge is broken
)

var resultNames = [...]string{"cannot tell", "pass", "warn", "fail"}

// String is the result in small letters: "cannot tell".
func (r CheckResult) String() string { return named(resultNames[:], int(r)) }

// MarshalText writes what String is.
func (r CheckResult) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
