// Package participation says what a programme of citizens' actions cuts: how
// many take part beyond those who did so anyway, what each saves, and how much
// the evidence bears.
//
// # Terms
//
// A [Programme] is that of one year. It asks people, or households, for one or more
// actions; each [CitizenAction] says which of the two it counts and how many of them
// may take part, as 75.1 kg a household and 100 kg a person are no 175.1 kg of
// anything. The adoption of an action is the share of the eligible who do it, its
// baseline adoption the share who would do it without the programme. What one of them
// saves in the year are [strategy.UnitEffect], one a source: activity times the factor
// of the year, or an amount that is stated. Persistence is the share of the saving that
// is kept, as habits are lost again; the overlap factor is the share that is left once
// savings that meet on one source are counted once. Evidence says how adoption is known.
// The domain of an action is its area of living (생활 분야), in the programme's own words:
// documents divide daily life in other ways, and no list is given.
//
// # Formulas
//
// N are the eligible of an action, a is its adoption, a0 its baseline adoption and s what
// one of them saves in the year on all sources; p is persistence and o the overlap factor.
//
//	gross             Σ N a s
//	additional        Σ N (a - a0) s
//	net               Σ N (a - a0) s × p × o
//	potential         Σ N s                     everyone does everything
//	break-even        a* = (claimed/(p o) + Σ N a0 s) / Σ N s
//
// a* is the adoption, one for all actions, at which net is what is claimed. Above
// 100 % the claim cannot be reached by adoption: another measure is needed.
//
// What an action comes to for one of those it counts is its own ([ActionResult].PerOne).
// The whole programme has such a figure only where all actions count the same number of
// one unit ([Result.PerOne]).
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
// part can be verified, and it says who verified it (Definition.VerifiedBy). The table
// is this package's own rule.
//
// A programme bears what the weakest evidence among its actions bears;
// [Programme.Supporting] leaves the others out. An adoption that a plan sets for
// a year to come is a pledge, unless a sample stands behind it.
//
// # In a plan
//
// [Quantifications] makes of the programmes of several years what a plan has of them: one
// [strategy.Quantification] an action, counted as done in the year, with those who would
// act anyway as the quantities without it. Persistence and overlap factor are what is
// judged of it, where they are not 100 %. Years in which these, the unit or the savings
// are others are a quantification of their own, so that the sum by year is right. By year
// their net adds up to that of the result, to the last digit. An overlap factor below 100 %
// beside savings that are marked as overlapping on their source takes off one part twice:
// the quantification has a finding that says so.
//
// # Exactness
//
// What one saves, the figures of one and the break-even adoption are products, sums and a
// fraction, and exact. Amounts are those that quantifications have: rounded once on each
// source, to 12 decimal places of a tonne, and then added exactly over sources, actions and
// areas of living. Where the unit of a saving does not convert exactly to that of its
// factor, what one saves is to 12 places too. Ratios are rounded once to [ghg.RatioPlaces].
//
// # What is an error
//
// Adoptions and factors outside 0 to 100 %, savings that are not above 0 on all sources
// together, eligible numbers below 1, units that are not one of something, an ID given
// twice and years outside 1850 to 2300 are refused, each as a [ghg.Fault] and all at once.
// Beside them stand savings on two metrics ([*ghg.MetricMismatchError]) and a factor that
// the year lacks ([*ghg.NoFigureError]). A kind that the evidence does not bear is an
// [*EvidenceError]; an action that the programme does not have, and somebody asks for, is a
// [*ghg.UnknownError]; two programmes of one year are a [*ghg.TwiceError].
//
// Not an error: an action of which it is not known what one saves, which stays in the list
// and is counted as not quantified; adoption below its baseline, whose figure is
// negative and has a finding, which says the action that it is about.
//
// # Sources
//
// WRI, GHG Protocol Policy and Action Standard (2014), for effects against a
// baseline.
package participation
