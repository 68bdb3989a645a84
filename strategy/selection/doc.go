// Package selection chooses actions: those that cut most under a budget, or the
// cheapest that meet a need.
//
// A [Problem] is made by [New] of a [Definition]: the candidates, with the rules
// that a choice has to keep. [Problem.MostTonnes] and [Problem.LeastCost] ask
// for the best one; [Problem.Greedy] takes actions in the order of their cost
// per tonne, as is often done, for comparison. [FromPortfolio] makes candidates
// of the actions of a plan, and [FromBaseline] of one whose effects meet.
//
// # Terms
//
// A selection is a set of candidates, each whole or not at all (x is 1 or 0).
// It is feasible if it keeps all rules:
//
//	budget        Σ cost ≤ budget                     MostTonnes
//	need          tonnes(year) ≥ need(year)           LeastCost, in each year
//	limit         Σ use of a resource ≤ what there is
//	minimum       actions in an area ≥ a number; Σ cost in an area ≥ a sum
//	requires      x_a ≤ x_b where a requires b
//	excludes      x_a + x_b ≤ 1, whichever of the two names the other
//	must-have, barred
//
// # Tonnes
//
// Reductions of one kind and one metric are added; those of two kinds never
// meet. Where candidates cut one and the same source, their sum is too much:
// state a [SharedSource] with the share of it that each cuts, as [FromBaseline]
// does, and they count with their joint effect. The tonnes of a selection S in a year are
//
//	tonnes(S) = Σ reductions + Σ over sources of E × (1 − Π over S of (1 − r))
//
// A candidate may add on one source and cut on another: a heat pump burns no gas and draws
// electricity. Its share of the source that it adds to is below 0, 1 − r above 1, and the
// formula is the same. So what is added raises what there is to cut, E + a, and a share of
// it is cut by those that cut a share of the source; two that add raise one another too.
// A cut that does not reach what is added, such as lights beside heat pumps, is of another
// end use: give each a source of its own, or state both as reductions that add up.
//
// MostTonnes asks for the most tonnes of a year, or of several years added. A
// year in which the reductions of a candidate are not known is refused with a
// [*ghg.NoFigureError]: unknown is not 0.
//
// # Which of two equals
//
// Of selections that cut the same, the cheaper is best, and of those that cost
// the same, the one that cuts more; then that of fewer actions; then that
// without the last candidate in which they differ, so that candidates may be
// listed by preference. The answer is the same on every run and machine.
//
// # Exactness
//
// Up to [MaxExact] open candidates the answer is exact: no feasible selection
// is better. The search goes through one half of the candidates by branch and
// bound, and through the other by tables of all its subsets. Beyond MaxExact the
// caller states how many partial selections may be looked at. If the search
// comes to its end, the answer is exact too; otherwise it is the best found, and the
// result holds what no selection can surpass ([Answer.MostCO2e], [Answer.Lowest]) and
// says that it is not exact.
//
// Beyond MaxExact, half of the partial selections go to the tables, which begin with a
// heuristic (greedy, then single exchanges). Where no sources are shared, the other half
// go to linear programmes in which a part of an action may be chosen, under all budgets,
// limits, minima, requirements and exclusions at once; each step of the simplex method
// counts as one, and the first programme is solved whatever is allowed. Its multipliers y
// of the rules Σ a x ≤ b make the bound, which holds for any y ≥ 0:
//
//	Σ y b + Σ over candidates of max(0, gain − Σ y a)
//
// It is worked out in binary floating point with a margin beyond its error, and in whole
// numbers where that does not decide. It also fixes candidates that cannot be otherwise in
// a better selection. What is chosen in part is rounded, with all that is required, and
// improved by exchanges. First the tonnes (or the cost) are proved; which of equals is
// best is proved after that, as far as the allowance goes. Many actions under many
// rules belong in a solver of integer programmes, all the same: [Problem.WriteMostTonnesMPS]
// and [Problem.WriteLeastCostMPS] write the question for one, [Problem.ReadSolution] reads
// what it chose, and [Problem.CheckMostTonnes] and [Problem.CheckLeastCost] check that.
//
// Where sources are shared, the bound is that of the relaxation in which a part of an
// action may be chosen, for each rule by itself; on a shared source it takes what each
// candidate cuts by itself of what those that are chosen leave, and what each adds to what
// all that cut would leave.
//
// [Problem.MostTonnesContext] and [Problem.LeastCostContext] end with a context, with the
// best so far and its bound.
//
// Amounts are whole numbers of 128 bits in the unit of the finest decimal place
// given, and no sum of them is rounded; amounts that together need more than
// 120 bits (36 digits) are refused with a [ghg.Fault]. Joint effects are
// screened in binary floating point with a margin beyond its error, and whatever
// lies within the margin is decided by exact decimals.
//
// # Errors
//
// [New] reports all that is wrong with a definition at once, as [ghg.Faults] that
// name the candidate, source, limit or minimum and its field; requirements in a
// circle are among them, unknown and doubled IDs too. Beside them stand a
// [*ghg.MetricMismatchError] and a [*strategy.MoneyMismatchError] where metrics or
// moneys do not meet. A question that cannot be asked is faults of the "question". If no selection keeps all rules, an [*InfeasibleError]
// says which of them cannot be met, and how much can be reached. If none was
// found but none is ruled out, as may be beyond MaxExact and with the greedy
// heuristic, the answer is an [*UndecidedError].
//
// # Scores
//
// What is not money and tonnes alone is ranked by weights and marks, see
// [github.com/localghg/localghg/ghg/rank.JointEvaluation]; [CoBenefitMark] is the mark of
// an action's co-benefits.
//
// # Sources
//
// The problem is the 0/1 knapsack problem with side constraints (Martello and
// Toth, Knapsack Problems, 1990; the bound by relaxation is Dantzig's, 1957; the
// tables of subsets are Horowitz and Sahni's, 1974). With several rules it is a linear
// programme in 0 and 1: branch and bound is Land and Doig's (1960), the bound by
// multipliers Geoffrion's (Lagrangean relaxation for integer programming, 1974), the dual
// simplex method Lemke's (1954), and one inequality for many exclusions Padberg's (1973). The joint effect on a source
// is that of relative cuts that are independent of one another.
package selection
