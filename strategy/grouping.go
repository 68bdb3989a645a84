package strategy

import (
	"errors"

	"github.com/localghg/localghg/ghg/words"
)

// Grouping says what a figure is divided by. It is a choice, so it is always an
// argument; the zero Grouping is refused.
type Grouping uint8

// The groupings.
const (
	ByAction Grouping = iota + 1 // in the order of the portfolio
	ByArea                       // in the order of the framework
	BySource                     // in the order of the baseline
)

var groupings = []string{"no grouping", "action", "area", "source"}

// String is "action", "area" or "source".
func (g Grouping) String() string { return word("grouping", groupings, uint8(g)) }

// Korean is the same in Korean: 사업.
func (g Grouping) Korean() string { return words.SetName("strategy.Grouping", g.String()) }

// MarshalText writes what String says.
func (g Grouping) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Valid reports whether the grouping is one of those above.
func (g Grouping) Valid() bool { return g >= ByAction && g <= BySource }

// errNoGrouping says that a grouping was needed and none was given.
var errNoGrouping = errors.New("no grouping given: strategy.ByAction, strategy.ByArea and strategy.BySource are allowed")
