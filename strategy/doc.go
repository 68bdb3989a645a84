// Package strategy adds up what a plan cuts: on which source, in which year,
// in which kind of reduction, and what it leaves to a target.
//
// # Terms
//
// A [Framework] is a plan's list of areas, as data. An [Action] is what is
// done; it has one primary area. Its [Effect] says what it cuts on one
// [EmissionSource], by year. An action without effects is not quantified: it
// stays in the portfolio and is counted as such. A [Portfolio] holds the
// actions of one place in one framework, measured in one view and one metric.
//
// # Reductions
//
// [Reductions] are amounts of CO2e by year, positive for a cut and negative
// for an increase, of one [Kind]: potential, expected, implemented, verified or
// claimed. They are the reductions that stand in the year, against what the
// source would emit in that year without the action; they are not cumulated
// over years. Kinds are never added: a potential is no plan, and an expectation
// no result. A year without an amount is unknown, not 0.
//
// # Sources and interaction
//
// Every effect names the source that it acts on: a category, a fuel, an end
// use. A part that is left out stands for all of its kind, and a category for
// all categories under it, so road transport meets diesel of buses. The
// category may be left out only where the end use says in words what is cut;
// such a source is as good as its words.
//
// Two effects of one kind that meet on a source in a year can be added only if
// both are marked [Independent]. All others are refused with an
// [*OverlapError]: their joint effect is not the sum of the parts (two cuts of
// 30 % leave 49 %, not 40 %). State one joint effect for them.
//
// # Sums and gap
//
// All arithmetic is exact; nothing is rounded.
//
//	total(kind, year) = Σ amount of every effect of that kind in that year
//	need(year)        = baseline(year) − limit(year)
//	gap(kind, year)   = need(year) − total(kind, year)
//
// A sum says how many actions are in it and how many are not quantified in that
// kind and year. A gap above 0 is missing; a gap of 0 or less is closed. The
// baseline is what would be emitted without the portfolio. It is the
// caller's, and must not hold the portfolio's effects already. Place, view and
// metric of portfolio, baseline and target must be one.
//
// # Errors
//
// [NewPortfolio] reports all that is wrong at once, in the order of the
// actions: [ghg.Faults] with stable codes, then overlaps. It is an error to
// ask for a zero [Kind]. It is not an error to ask for a year or kind in which
// nothing is quantified: the sum is 0 and says that it holds no action.
//
// # Sources
//
// WRI, GHG Protocol Policy and Action Standard (2014): ex-ante and ex-post
// effects, and how policies interact. The names of the kinds and the rule that
// they are never added are this package's.
package strategy
