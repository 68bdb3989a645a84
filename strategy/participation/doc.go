// Package participation says what a programme of citizens' actions cuts: how
// many take part beyond those who did so anyway, what each saves, and how much
// the evidence bears.
//
// # Terms
//
// A [Programme] asks eligible people, or households, for one or more actions.
// The adoption of an action is the share of the eligible who do it, its baseline
// adoption the share who would do it without the programme. Its [UnitSaving] is
// what one person or household saves in a year. Persistence is the share of the
// saving that is kept, as habits are lost again; the overlap factor is the share
// that is left once savings that meet on one source are counted once. Evidence
// says how adoption is known.
//
// # Formulas
//
// N are the eligible; for action i, a is its adoption, a0 its baseline adoption
// and s its unit saving; p is persistence and o the overlap factor.
//
//	gross             N × Σ a s
//	additional        N × Σ (a - a0) s
//	net               N × Σ (a - a0) s × p × o
//	potential         N × Σ s                   everyone does everything
//	break-even        a* = (claimed/(N p o) + Σ a0 s) / Σ s
//
// a* is the adoption, one for all actions, at which net is what is claimed. Above
// 100 % the claim cannot be reached by adoption: another measure is needed.
//
// # Evidence and kinds
//
// Evidence bears a figure of some kinds of reduction only:
//
//	            potential  claimed  expected  implemented  verified
//	pledge          x
//	self-report     x         x
//	sampled         x         x         x          x
//	metered         x         x         x          x           x
//
// A pledge says what somebody means to do: potential, and nothing more. A
// self-report is what is said to have been done, unchecked: claimed. A sample
// stands for people whom nobody has looked at: it bears an estimate before the
// fact, and one of what is carried out. Only what is metered at those who take
// part can be verified. The table is this package's own rule.
//
// A programme bears what the weakest evidence among its actions bears;
// [Programme.Supporting] leaves the others out. An adoption that a plan sets for
// a year to come is a pledge, unless a sample stands behind it.
//
// # Years
//
// A programme is that of one year. [Programme.Reductions] holds it for a span;
// [YearlyReductions] takes another programme for each year, where adoption,
// baseline adoption, persistence or the eligible change.
//
// # Exactness
//
// Amounts are products and sums, and exact. Ratios are rounded once to
// [ghg.RatioPlaces]; the break-even adoption is an exact fraction.
//
// # What is an error
//
// Adoptions and factors outside 0 to 100 %, unit savings that are not above 0, eligible
// numbers below 1, an ID given twice and years outside 1850 to 2300 are refused, each
// as a [ghg.Fault] and all at once. A
// kind that the evidence does not bear is an [*EvidenceError]; an action that the
// programme does not have, and somebody asks for, is a [*ghg.UnknownError].
//
// Not an error: an action whose unit saving is unknown, which stays in the list
// and is counted as not quantified; adoption below its baseline, whose figure is
// negative and has a finding, which says the action that it is about.
//
// # Sources
//
// WRI, GHG Protocol Policy and Action Standard (2014), for effects against a
// baseline.
package participation
