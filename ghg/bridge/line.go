package bridge

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ChangeKind says what happened to the records of a category and gas between two
// inventories.
type ChangeKind uint8

// What can happen to records. Where both the value and the metric changed, each
// has a line: the metric effect is the mean of what the new metric adds to the
// old masses and to the new ones, and the value has the rest. So the same bridge
// read backwards has every line negated.
const (
	ChangeNone        ChangeKind = iota // not a change of records: a published figure, or a cause without effect
	ChangeAdded                         // counted for the first time
	ChangeRemoved                       // no longer there
	ChangeValue                         // another value
	ChangeMetric                        // the same mass counts differently in the other metric
	ChangeSelection                     // there on both sides, counted by the view on one
	ChangeInseparable                   // two of these at once, which cannot be told apart
)

var changeNames = [...]string{"", "added", "removed", "value", "metric effect", "selection", "inseparable"}

// String is the change in small letters, or "" for [ChangeNone].
func (c ChangeKind) String() string {
	if int(c) < len(changeNames) {
		return changeNames[c]
	}
	return fmt.Sprintf("unknown (%d)", uint8(c))
}

// Korean is the same in Korean: 제외.
func (c ChangeKind) Korean() string { return words.SetName("ghg/bridge.ChangeKind", c.String()) }

// MarshalText writes what String prints.
func (c ChangeKind) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Line is one step of a bridge.
type Line struct {
	Cause Cause // of kind [CauseUnknown] where none is stated
	// Change, Category, Gas and Label tell the records, of a computed bridge.
	Change   ChangeKind
	Category ghg.Category
	Gas      ghg.Gas
	Label    string // what else tells the records apart: variant, scope, fuel, activity, facility
	Note     string

	amount     Difference
	quantified bool
}

// Amount is what the line adds to the figure. It is not known where a cause is
// stated without an amount; the amount is then within the unknown line.
func (l Line) Amount() (Difference, bool) { return l.amount, l.quantified }

// String is the amount, what happened and why.
func (l Line) String() string {
	return l.amountText() + " " + l.text()
}

func (l Line) amountText() string {
	if !l.quantified {
		return "not stated"
	}
	return words.Signed(l.amount.t.String())
}

// text is the line without its amount.
func (l Line) text() string {
	parts := []string{l.Category.Code}
	if l.Change != ChangeNone {
		gas := l.Gas.String()
		if l.Gas.IsZero() {
			gas = "all gases"
		}
		parts = append(parts, gas)
	}
	if label := words.OneLine(l.Label); label != "" {
		parts = append(parts, "["+label+"]")
	}
	parts = append(parts, l.Change.String())
	if l.Note != "" {
		parts = append(parts, "("+l.Note+")")
	}
	where := strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
	if where == "" {
		return l.Cause.String()
	}
	return where + "; " + l.Cause.String()
}
