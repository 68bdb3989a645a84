package claim

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Verdict says whether published numbers agree with each other. The zero
// Verdict is [NotCheckable]; of two verdicts the larger is the worse.
type Verdict uint8

// The verdicts. Which number a relation is judged by is told by
// [Relation].
const (
	// NotCheckable: the numbers given allow no relation.
	NotCheckable Verdict = iota
	// Reproduces: computed from the others as printed, and rounded as printed,
	// the number is the printed one.
	Reproduces
	// Rounding: it is not, but the numbers agree somewhere within what their
	// printed digits stand for. A percentage that was decided stands for itself
	// alone.
	Rounding
	// BasisMismatch: the amounts are stated in two views or on two metrics, and
	// what is computed of them is a share of neither.
	BasisMismatch
	// DoesNotReproduce: no numbers within the printed digits agree, or none with
	// the percentage that was decided.
	DoesNotReproduce
)

var verdictNames = [...]string{"not_checkable", "reproduces", "rounding", "basis_mismatch", "does_not_reproduce"}

// String is the verdict as data files name it: "does_not_reproduce".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return fmt.Sprintf("unknown (%d)", uint8(v))
}

// Korean is the same in Korean: 재현됨.
func (v Verdict) Korean() string { return words.SetName("target/claim.Verdict", v.String()) }

// ParseVerdict reads what String writes; another word is a [*ghg.UnknownError].
func ParseVerdict(s string) (Verdict, error) {
	if i := slices.Index(verdictNames[:], s); i >= 0 {
		return Verdict(i), nil
	}
	return 0, &ghg.UnknownError{What: "verdict", ID: s, Allowed: verdictNames[:]}
}

// MarshalText writes what [ParseVerdict] reads.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads what [ParseVerdict] reads.
func (v *Verdict) UnmarshalText(b []byte) (err error) {
	*v, err = ParseVerdict(string(b))
	return err
}
