// Package rank tells where a place stands among its peers.
//
// # Terms
//
// A [Criterion] is what places are compared by: a reduction rate, emissions per
// head, a score; with its unit, and whether more or less of it is better.
// [Peers] are the places compared: those of one kind, such as the basic local
// governments of a province, as the caller chooses; each has a value in the
// criterion's unit, or none and why. A [Ranking] orders them, a [Standing] is one
// place in it.
//
// # Ranks
//
// Rank 1 is the best. Values are equal only if they are equal exactly: round
// them before, if a table shows them rounded. The rule for ties is an argument:
//
//	Competition   1 2 2 4       1 + places that are better
//	Dense         1 2 2 3       1 + values that are better
//	MeanRank      1 2.5 2.5 4   mean of the ranks that the tied share
//
// A place without a value is listed and counted, and has no rank: it is not the
// last, and its value is not 0. With m such places the rank of any other is from r to
// r + m, which a [Standing] says (WorstRank); where one value alone is known there is
// no rank to tell, and a rank that others publish is a [Published] one. Tied places
// are printed as joint ("joint 2nd", 공동 2위).
//
// # Years
//
// A [Series] is the rank of one place over years: as [Published], as computed from
// the values of all, or both, which must agree. A [Streak] is a run of years in each of
// which the place was surely first, or among the first n. It says of whom, how many,
// joint with others or not, by which edition of the evaluation and where that changed,
// and how long it could be if years that are not known were so too ([Streak].AtMost): a
// year without a rank ends a run. [Series.Times] counts years. What a series leaves open
// is in its findings.
//
// # Percentiles
//
// With n places that have a value, w of them worse than the place, and t equal
// to it, itself included, the rule is one of
//
//	StrictPercentile      w/n
//	WeakPercentile        (w + t)/n
//	MidPercentile         (w + t/2)/n
//	InclusivePercentile   w/(n − 1)         0 for the worst, 1 for a single best
//	ExclusivePercentile   (w + 1)/(n + 1)
//
// More is better, whichever way the criterion points. The fourth and fifth are
// the PERCENTRANK.INC and PERCENTRANK.EXC of spreadsheets for a value that is in
// the list.
//
// # Quantiles
//
// Quantiles are of the values in ascending order x[1] to x[n], whatever is
// better. With p the fraction (Hyndman and Fan, "Sample quantiles in statistical
// packages", The American Statistician 50, 1996):
//
//	InverseCDF          x[⌈np⌉]                                        type 1
//	AveragedCDF         as before; the mean of x[np] and x[np+1]
//	                    where np is whole                              type 2
//	ExclusiveQuantile   at (n + 1)p, linear between values             type 6
//	InclusiveQuantile   at (n − 1)p + 1, linear between values         type 7
//
// The median is the middle value, or the mean of the two in the middle.
//
// # Joint evaluation
//
// A [JointEvaluation] weighs several criteria, as the evaluation of local
// governments by the state does (합동평가), or marks of measures. The points of the
// parts add up to 100. A [Scoring] makes of a value a score from 0 to 1:
//
//	ByRank         (n − rank)/(n − 1); dense: n is the number of values
//	ByAttainment   (value − from)/(goal − from), from 0 to 1
//	ByBand         the score of the best band that the value reaches
//
// Points of a part are its weight times its score. What a missing value does is
// an argument ([MissingRule]), and so is the number of decimal places that
// points are rounded to, half away from zero: once for each part and, where
// weights are taken to 100, once for the sum. It is a rule of the evaluation, as it
// decides which places tie, and no way of printing. A [Score] is what a place reaches,
// with that in each part, in English and Korean; [JointEvaluation.Peers] are ranked by
// their points.
//
// # Exactness and errors
//
// All is decimal arithmetic, and exact but for percentiles and scores, which
// are rounded once: to [ghg.RatioPlaces] where they are shown. What does not stand
// is a [ghg.Fault], and a constructor reports all of it: a place that
// stands twice, a criterion without direction, a rule that is not given, weights
// that do not add up to 100, parts of different peers. A place that is no peer is a
// [*ghg.UnknownError]; one without a value, or whose points are withheld, an
// [*UnrankedError].
package rank
