// Package claim says whether a published figure reproduces, by holding the
// numbers that are printed against each other.
//
// A [Claim] is what a publication prints of a goal or a result. [Claim.Check]
// computes every number from the others: with b the base year, t the due year, B
// the base, T the level of the due year, C the amount to cut, p the cut, R what
// was cut so far, r its share of B.
//
//	level        T = B × (1 - p)      B may be the due year in a baseline scenario
//	cut amount   C = B × p = B - T
//	reduction    r = R/B
//	achieved     R/C                  C as printed, or as B - T, B × p; or r/p
//	linear       p/(t - b)            p as printed, or as 1 - T/B, C/B
//	compound     1 - (1 - p)^(1/(t - b))
//	parts        part/whole, and their sum
//
// A number stands for half a unit of its last printed digit to both sides, ends
// included: "45%" for 44.5 to 45.5 %, "45.0%" for 44.95 to 45.05 %. A relation is
// judged by the number that follows from the others in the making of the claim,
// and a claim by the worst of its relations ([Verdict]):
//
//	not checkable        no relation, or one that divides by zero
//	reproduces           computed from the others as printed, it rounds to the printed number
//	rounding             it does not, but all agree somewhere within their digits
//	basis mismatch       amounts stated in two views or on two metrics
//	does not reproduce   they agree nowhere within their digits
//
// What follows from what is said by [Follows], as it decides the verdict. Where
// the amounts follow, the percentage was decided and is exact: 12 % of 11.46 Mt
// is 1.3752 Mt, and 1.32 Mt does not reproduce. Where the percentage follows, it
// is rounded: 1.32 Mt of 11.46 Mt is 11.518 %, and 12 % reproduces. All other
// numbers have their digits in both cases, and so has a decided percentage where
// a relation is solved for it. [Reading.Needs] is the range that a number
// must lie in for its relation to hold; of a decided percentage, where a rounded
// one would have to lie. A [FindingCoarseDigits] says where the digits of another
// number alone explain the printed one.
//
// Numbers that are told in another way than they are claimed are findings: "to 45 %" for
// "by 45 %" ([FindingLevelCalledCut], [FindingCutCalledLevel]; tested in both directions,
// from the amounts too, as the percentage was rounded), a number cut off rather than
// rounded ([FindingCutOff]), and one that is off by a factor of ten
// ([FindingFactorOfTen]). Where one number is not printed, [Check.Implied] has what it
// would be by each reading.
//
// A basis mismatch keeps the verdict of its numbers beside it, and
// [Check.OneBasis] has the cut on each single basis that is published. Where
// no view is stated, a [FindingBasisNotStated] says that the basis was not
// checked.
//
// A claim is refused, with a [ghg.Fault] for each field, that does not say what
// follows where a percentage stands beside an amount, counts from a base year
// and a baseline at once, is due no later than its base year, has a reference or
// whole not above zero, a rate a year of a baseline, without both years or above
// 100 %, a share above 100,000 %, a view without a figure, another base or level
// without its view, a part without a name, or more than its bounds of text and
// lists. A bare number that may be a fraction or a percentage is refused when it
// is read ([*PercentFigureError], [*ghg.ShareError]).
package claim
