package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// UnknownError says that an ID or a word is none of those that may be meant: a gas,
// a unit, a metric, a category, an action.
type UnknownError struct {
	Of      string   // where, such as the scheme of a category; may be ""
	What    string   // "gas", "action"
	ID      string   // as it was given
	Allowed []string // those that there are
	Advice  string   // what to write, in place of a list
}

func (e *UnknownError) Error() string {
	return prefix(e.Of) + "unknown " + e.What + " " + words.Quote(e.ID) + ": " + e.allowed()
}

// As gives the error to errors.As as a fault too.
func (e *UnknownError) As(target any) bool { return asFault(target, e.Of, e.What, e.ID, e.allowed()) }

func (e *UnknownError) allowed() string {
	const most = 20
	n := len(e.Allowed)
	switch {
	case e.Advice != "":
		return e.Advice
	case n == 0:
		return "none is allowed"
	case n > most:
		return fmt.Sprintf("allowed are %s and %d more", strings.Join(e.Allowed[:most], ", "), n-most)
	}
	return "allowed are " + strings.Join(e.Allowed, ", ")
}
