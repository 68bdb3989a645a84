// Package effect says how the reductions of an action come about by year: how
// they ramp up, wear off, move with the factor that they are computed with, and
// what of them is additional.
//
// Its results are [strategy.Reductions], which an effect of an action holds.
//
// # Terms
//
// The full effect is the reduction a year once all of an action works. A [Ramp]
// says which share of it stands in a year; a [PhaseIn] is a full effect along a
// ramp. [Cohorts] are units installed by year, each of which cuts for a
// lifetime and wears off. A [Saving] is a change in activity, a [ghg.Years] of
// [ghg.Quantity] that is above 0 where activity falls, times an emission factor of
// [ghg.Factors], which moves with the years ([Moving]) or is held ([Frozen]).
// [Additional] reductions are those that would not have come without the
// action.
//
// A reduction stands in a year ([StandingReduction], [strategy.Reductions]) or
// is summed over years ([CumulativeReduction]). The two are of different types
// and never added.
//
// # Formulas
//
// y is the year; clip holds a number between 0 and 1.
//
//	step           0 before the year, 1 from it on
//	linear         clip((y - start)/(full - start))
//	logistic       1/(1 + e^(-k(y - x0)))
//	               k = (logit p2 - logit p1)/(y2 - y1), x0 = y1 - logit p1/k, logit p = ln(p/(1 - p))
//	table          as stated by year; between stated years only where [InterpolatedTable] asks for it
//	installs       Σ units installed up to and in y / all units
//
//	phase-in       full effect × share(y)
//	implemented    full effect × share(y) × implementation
//	standing(y)    Σ units × c × (1 - d)^age over cohorts with 0 ≤ age < life, age = y - year of installation
//	cumulative     Σ standing(y) over the years, first and last included
//	saving(y)      change in activity(y) × factor(y), or × factor of the frozen year
//	net            gross × (1 - b) × (1 - φ)
//
// c is the reduction of one unit in its first year and d the decay a year. What
// is installed in a year counts in full from that year on; state half a year as
// half the units, or move the year.
//
// b is the share of gross that the baseline holds already, and φ the free
// riders among the rest: whoever is counted in b is not counted again in φ. With
// adoption a, baseline adoption a0, N eligible and a saving s of each,
// b = a0/a and gross = N a s give
//
//	net = N (a - a0) s × (1 - φ)
//
// so that b is 0 where gross was made of a - a0 in the first place.
//
// # Kinds
//
// A phase-in is potential or expected; an implementation share turns expected
// into implemented. Cohorts may be implemented too: units that stand. Nothing
// that is computed from a ramp or a lifetime is ever verified, which is measured.
// A saving may be verified where activity and factor of each year are actual.
//
// # Rounding
//
// Shares are exact fractions within, and rounded to 12 decimal places only where
// they are shown. An amount of a phase-in or of cohorts is rounded once, half away
// from zero, to 12 decimal places of a tonne. Logarithms and exponentials of the
// logistic are carried to 60 places. Savings are what [ghg.Factors.For] gives; net
// reductions are products and exact.
//
// # What is an error
//
// A field that does not stand is a [ghg.Fault], all of a definition at once:
// ramps that do not rise in time, shares outside 0 to 1, units or lifetimes that
// are not above zero, kinds that are not allowed, years outside 1850 to 2300, those of
// a span too; where it is a value of a year, the fault says which. A single year
// outside that somebody asks for is a [*ghg.YearError]; a year without a share, a factor or an
// amount is a [*ghg.NoFigureError] and never carried over from another year. A
// change and a factor whose units do not meet are a [*ghg.UnitMismatchError]. A
// renewal is never assumed: installations that replace others say so. An action
// that law requires is refused as long as nobody has decided whether it counts
// ([ErrUndecided]).
//
// It is not an error to hold a factor beyond its year, to count with
// projections, or to count what law requires where that is argued: findings say
// so, with the year that they are about. Activity may change to the worse; the
// saving is then negative.
//
// # Sources
//
// WRI, GHG Protocol Policy and Action Standard (2014), for effects against a
// baseline, free riders and additional reductions. The closed form of the
// logistic and the sum over cohorts follow from their definitions.
package effect
