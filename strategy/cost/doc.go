// Package cost says what a plan costs: per tonne, over time, and to whom.
//
// # Cost per tonne
//
// There is no single one. A [PerTonne] has one of three definitions, with a
// discount rate r, a timing, a perspective, a currency in stated prices, a
// metric, a kind of reduction and a lifetime of n years. None of them has a
// default, and two figures that differ in one of them are neither compared nor
// put on one [Curve]: the error is a [*ghg.MismatchError] that names each of them.
// Lifetimes may differ.
// With NPV the net present value of the [CashFlows] (money received or saved is
// positive) and T_k the tonnes cut in year k:
//
//	annualised cost over annual tonnes            -NPV / (1/CRF) / (ΣT_k / n)
//	net present cost over discounted tonnes       -NPV / Σ T_k (1 + r)^-k
//	net present cost over undiscounted tonnes     -NPV / ΣT_k
//	CRF                                           r (1 + r)^n / ((1 + r)^n - 1), 1/n at r = 0
//
// The first two are one number where every year cuts the same; the third is
// nearer to 0 at any rate above 0. A cost is positive and a saving negative. A
// [Measure] is the same in every year, [NewPerTonne] takes years that differ, and
// [Stated] is what somebody else worked out.
//
// # Who pays
//
// [Payers] are the cash flows of a measure by who pays and receives them, named as budgets
// name their sources ([strategy.Funds]): 국비, 시·도비, 시·군·구비, 민간, 가계, 기업. What
// one pays another, such as a subsidy, is in the flows of both and in no sum. With NPV_p
// of payer p and the tonnes T that the measure cuts, whoever pays for them,
//
//	NPV = Σ NPV_p        cost per tonne = Σ cost per tonne_p
//
// A payer's is a cost per tonne with that payer in its [Terms] (PaidBy), and meets only
// others of the same. The parts close to the rounded total by largest remainder.
//
// # Timing
//
// What is spent upfront is spent at time 0, the start of the first year. The flow
// of year k, and its tonnes, are at time k ([EndOfYear]) or k - 1
// ([StartOfYear]); with the latter, 1/CRF above is Σ (1 + r)^-(k-1). The rate
// must fit the prices: a real one for the prices of one year, a nominal one for
// nominal money. A [PriceIndex] restates nominal money.
//
// # Cost curve
//
// A bar is as high as the cost per tonne and as wide as the tonnes of a stated
// year, or of the lifetime. Cost per tonne cannot rank measures that save
// money: with the same saving, the one that cuts more has the smaller saving per
// tonne. [ByDominance] ranks them, by fronts, before the others: of two measures
// that save money, one dominates the other if its definition's cost is no higher
// and its definition's tonnes are no fewer, and one of them is better. A front is
// what only the fronts before it dominate. Within a front, more tonnes come
// first; then, as in all orders, the order given. [ByCostPerTonne] is the usual
// order, and must be asked for by its name. Costs and tonnes are compared as
// rounded, costs per tonne exactly.
//
// # Rates of return and payback
//
// [CashFlows.IRR] answers only where the flows change their sign once, from spending
// to receiving; else an [*IRRError] lists every rate at which they are worth nothing.
// That of a loan is what the money costs, and no return. [Payback] counts
// from the start of the first year, with a fraction of a year by interpolation;
// never is an answer.
//
// # Budgets
//
// [Effectiveness] is tonnes of one kind per money of a budget, which is not a cost per
// tonne. What was set aside and spent, and whether work costs more than planned, is told by
// strategy/track; [PriceIndex.Action] restates nominal budgets for it.
//
// # Exactness
//
// All is decimal arithmetic. Powers and sums are exact: a present value is one
// whole number of the smallest unit over a power of 1 + r, and is divided once. A
// result is rounded once, half away from zero, to decimal places: money 8 of the
// currency's unit, tonnes 12, capital recovery factors 20, rates of return 12 of
// the fraction, paybacks 8 of a year, ratios [ghg.RatioPlaces].
//
// # What is refused
//
// A term or field that is missing or not allowed is a [ghg.Fault], and all of a
// definition are told at once. Discount rates lie above -100 % and at most at 100 %; a rate of 0 must
// be said. Lifetimes and cash flows have 1 to 450 years, between 1850 and 2300;
// curves at most 10,000 measures. Two currencies or prices
// are a [*strategy.MoneyMismatchError], in a definition beside its faults. Money that
// was asked for and nobody gave is a fault of a definition and elsewhere
// [strategy.ErrNoMoney], and figures that grow out of bounds are a
// [*exact.BoundsError]. A year without reductions or without an index is a
// [*ghg.NoFigureError]. A measure that cuts nothing has no cost per tonne:
// [ErrNoReduction].
//
// # Sources
//
// Capital recovery factor, present value and rates of return are those of
// engineering economy. The sign rule is that of Descartes, and all rates are
// found by Sturm's theorem. Why cost per tonne fails for measures that save
// money, and Pareto dominance instead: Taylor, Energy Policy 48 (2012), 430-438;
// the order within a front is this package's. [ByTonnes] and [ByCost] are the two
// bounds of Ponz-Tienda and others (2016).
package cost
