package claim

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Claim is what a publication states of a goal or a result, in the numbers
// that it prints. Each may be left out; [Claim.Check] holds those that are
// there against each other. Their text counts: "40%" and "40.0%" are two
// claims.
//
// A claim counts from one reference: the emissions of a base year, or those of
// the due year in a baseline scenario (business as usual). Two references are
// two claims.
type Claim struct {
	Name   string // what is claimed, in a few words
	Source string // the publication; "" where not stated

	BaseYear int // 0 where not stated
	Due      int // the year of Level; 0 where not stated

	Base     Amount // emissions of the base year
	Baseline Amount // or: emissions of the due year in the baseline scenario

	Level     Amount      // what is left: the emissions of the due year
	Cut       ShareFigure // the share of the reference to cut
	CutAmount Amount      // the amount to cut
	// Follows says which of these was worked out from the others. It is needed
	// where Cut stands beside Level or CutAmount.
	Follows Follows

	Reduced   Amount      // the amount cut so far
	Reduction ShareFigure // the share of the reference that this is
	Achieved  ShareFigure // the share of the goal's cut that this is

	LinearRate   ShareFigure // share of the base a year, the same amount each year
	CompoundRate ShareFigure // share of the year before

	Parts []Parts

	// OtherBases and OtherLevels are what is published of the base and of the
	// level in other views or on other metrics: with them, a claim that mixes
	// two is computed on each of them alone.
	OtherBases, OtherLevels []Amount
}

// Amount is an amount of CO2e as printed, with the basis that its
// publication states. A View that is zero, and a Metric that is zero or
// [ghg.Unstated], are not stated, and differ from none.
type Amount struct {
	Figure ghg.Figure
	View   ghg.View
	Metric ghg.Metric
}

// IsUnset reports whether no amount was printed.
func (a Amount) IsUnset() bool { return a.Figure.Unit() == ghg.MassUnit{} }

// Parts are parts of a whole, as amounts, as shares of the whole, or both,
// and what they are said to add up to.
type Parts struct {
	Name  string
	Whole Amount // what the shares are of
	Parts []StatedPart
	Total StatedPart // what the parts add up to; its name may be left out
}

// StatedPart is one part of a whole.
type StatedPart struct {
	Name   string
	Amount Amount
	Share  ShareFigure
}

// Follows says which of a claim's numbers was worked out from the others. A
// goal of 45 % was decided as a percentage, and its level follows; of a
// measured amount, or of a goal that was decided as a level, the percentage
// follows. What was decided is exact, what follows is rounded: the one 45 % is
// 45 %, the other stands for 44.5 to 45.5 %. The zero Follows says nothing, and
// leaves a percentage its digits.
type Follows uint8

// What follows from what.
const (
	AmountsFollow     Follows = iota + 1 // from the percentage, which was decided
	PercentageFollows                    // from the amounts, and is rounded
)

// String names what follows.
func (f Follows) String() string {
	switch f {
	case AmountsFollow:
		return "the amounts follow from the percentage"
	case PercentageFollows:
		return "the percentage follows from the amounts"
	}
	return "not said"
}

// Korean is the same in Korean: 비율에서 양이 나옴.
func (f Follows) Korean() string { return words.SetName("target/claim.Follows", f.String()) }

// clone is the claim with lists of its own.
func (c Claim) clone() Claim {
	c.Parts = slices.Clone(c.Parts)
	for i := range c.Parts {
		c.Parts[i].Parts = slices.Clone(c.Parts[i].Parts)
	}
	c.OtherBases, c.OtherLevels = slices.Clone(c.OtherBases), slices.Clone(c.OtherLevels)
	return c
}
