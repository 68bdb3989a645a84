package selection

import (
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Candidate is an action that may be chosen, whole or not at all. ID and Cost
// are needed, and Reductions unless it cuts on a [SharedSource].
type Candidate struct {
	ID   string // unique among the candidates
	Area string // what a [Minimum] is asked of; "" is no area
	// Cost is what choosing it costs, in the one currency and prices of all
	// candidates; below 0 where it saves money.
	Cost strategy.Money
	// Reductions are what it cuts by year apart from any shared source. They
	// are added to those of the others as they are.
	Reductions strategy.Reductions
	// Uses are how much it needs of each named resource, such as full-time
	// posts. What is not named is not needed.
	Uses map[string]decimal.Decimal
	// Requires are the IDs of candidates without which it cannot be chosen,
	// Excludes of those beside which it cannot.
	Requires, Excludes []string
	Choice             Choice
}

// clone copies what a caller could change.
func (c Candidate) clone() Candidate {
	c.Uses = maps.Clone(c.Uses)
	c.Requires, c.Excludes = slices.Clone(c.Requires), slices.Clone(c.Excludes)
	return c
}

// Choice says whether a candidate is still open. The zero Choice is.
type Choice uint8

// The choices that may have been made already.
const (
	Open     Choice = iota
	MustHave        // chosen in any case, with all that it requires
	Barred          // not chosen in any case, nor what requires it
)

var choices = []string{"open", "must-have", "barred"}

// String is the choice in small letters.
func (c Choice) String() string {
	if int(c) < len(choices) {
		return choices[c]
	}
	return "no choice"
}

// Korean is the same in Korean: 필수.
func (c Choice) Korean() string { return words.SetName("strategy/selection.Choice", c.String()) }

// SharedSource is an emission source that several candidates cut, or add to. Each takes
// its share of what the others leave:
//
//	joint effect = E × (1 − Π(1 − r_i))
//
// so that those that cut together cut less than the sum, and never more than E. The
// share of one that adds is below 0: a heat pump adds to the electricity that lights cut.
// What it adds is cut by the shares of the others as what was there is.
type SharedSource struct {
	On strategy.EmissionSource
	// Emissions are what the source emits without the candidates, by year: 0
	// or more, on the metric of the candidates.
	Emissions map[int]ghg.CO2e
	Cuts      []Cut
}

// Cut is the share r of a source that a candidate cuts by itself, by year: at most
// 100 %, below 0 where it adds, with at most [CutPlaces] decimal places. A year that is
// not named is unknown, not 0.
type Cut struct {
	Candidate string // its ID
	ByYear    map[int]ghg.Share
}

// Limit is how much there is of a resource: full-time posts, square metres.
type Limit struct {
	Resource string
	Most     decimal.Decimal
}

// Minimum is what is asked of an area: at least so many actions, at least so
// much money spent, or both. Candidates that save money count with their cost,
// which is below 0.
type Minimum struct {
	Area    string
	Actions int
	Money   strategy.Money // unset where none is asked
}
