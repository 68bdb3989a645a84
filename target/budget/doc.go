// Package budget says what may still be emitted: it divides carbon budgets
// between places, spends them along paths, and tells when they run out.
//
// A [Budget] is made by [New] of a [Definition]: an amount of CO2e for calendar
// years, of a place, in a view and a metric. [Budget.Use] holds the years so
// far against it, [Budget.Exhaustion] says when it runs out,
// [Budget.Allocate] gives a place its part of a larger one, [Budget.Path] finds
// a path that spends it, [Budget.Allowances] closes such a path so that it adds
// up, and [Budget.Report] brings it together for a city.
//
// # Terms
//
// R is the amount of the budget, in CO2e, and E0 the emissions of the year that
// a path starts in. A carbon budget for a warming limit is most often one of
// CO2 alone: its metric says so, [ghg.CO2Only], and an inventory of all gases does
// not meet it.
//
// # Is the start year inside?
//
// It is said by the years themselves. A budget counts from its first year to
// its last, both included. A path starts in the first year, which then counts,
// or in the year before, which then does not; no other start is accepted. The
// two give different paths: the constant ratio is 1 - E0/R in one case and
// R/(E0 + R) in the other.
//
// # Area and sum
//
// Inventories are of calendar years, and are summed. A continuous form spends
// its budget as the area under a curve: [Linear], [Exponential], [Cubic],
// [CappedDecay]. Calendar years read off such a curve do not add up to the
// budget: with the start inside they are more, by about E0/2, and with the
// start outside less. [Path.Spending] shows by how much, with a finding. A
// discrete form spends its budget as the sum of calendar years: [LinearYears],
// [Geometric], [ConstantRate]. [Path.Discrete] goes from one to the other.
// [SumAndArea] shows both for any path; with values E_first to E_last,
//
//	sum, all years - area (trapezoids) = (E_first + E_last)/2
//
// # Formulas
//
// t is time and k whole years, both from the start; s = 1 - t/T.
//
//	linear                E0 - E0²/(2R) × t                    zero after 2R/E0 years
//	linear, by years      E0 - d × k, Σ over counted years = R
//	geometric             E0 × q^k                             q = 1 - E0/R, or R/(E0 + R)
//	constant rate         E0 × q^k, Σ over counted years = R   to a last year
//	exponential           E0 × e^(-E0 t/R)
//	cubic                 E0 s² + k s²(1 - s)                  k = 12(R/T - E0/3)
//	capped decay          E0 (1 + (m + r)t) e^(-mt)            m = (1 + √(1 + rT))/T, T = R/E0
//
//	used                  ΣE/R
//	exhaustion            the first year y in which ΣE exceeds R, and of it (R - ΣE before y)/E_y
//
//	population share      R × p/P
//	grandfathering        R × Σe/ΣE
//	equal cumulative      (R + ΣE) × p/P - Σe
//	convergence           Σ people × emissions per head, which go straight to the mean
//	coverage factor       R × f
//	national overheads    R - O/B × R
//
// Capital letters are of the larger place, small ones of the place itself.
//
// # Exactness
//
// All is decimal arithmetic. Sums and differences are exact. Values of a path
// are rounded down to [target.PathwayPlaces] decimal places of a tonne, so that
// no discrete path spends more than its budget; powers, roots and exponentials
// are carried to 80 places and trusted to 40. The ratio of [ConstantRate] is
// found by bisection and rounded down to 40 places. A step of an allocation is
// rounded once to [target.PathwayPlaces], half away from zero; ratios to
// [ghg.RatioPlaces], likewise; the fraction of a year of exhaustion down.
// [Allowances] and the periods of a [Report] are exact and add up to the budget:
// the last year takes what is left, and no year is rounded. Showing them
// ([Allowances.Show], [Report.Show]) rounds to a unit and places, and closes to the
// rounded budget by largest remainder.
//
// # Derivations
//
// Explain of a budget, a path, its spending, allowances, a report, a use, an exhaustion
// and of [Sums] is a [derivation.Derivation]: what is stated, with its source, and each
// figure by a formula over it, which replays to the digit. A budget has a [Stage] for each
// allocation or change of its amount. The ratio of [ConstantRate] and the part of the year
// of exhaustion are solved: replay puts the values on both sides into the equation. A
// [Method] of one's own states how its part comes about, and is refused where that does
// not replay.
//
// # What is refused
//
// What does not stand in a definition, a recipient or an input of an allocation
// is refused with all of it, each a [ghg.Fault]. A budget or a start that is not
// above zero, and a form that cannot spend the budget from the start, are a
// [*NoPathError]. A series of another place, view, edition or metric is a
// [*ghg.MismatchError]. Years without a figure, or with only a nowcast or a
// projection, are a [*MissingError]: they are never 0. Periods that
// overlap or leave days out are a [*ghg.PeriodError]. A year left out of a path,
// of the people or of the mean is a [*ghg.NoFigureError], a year out of range a
// [*ghg.YearError], and a path that has overspent when it is to be closed an
// [*OverspentError].
//
// # What is not an error
//
// What is left of a budget, and the outcome of an allocation, may be below zero:
// the place has emitted more than its part. A budget that never runs out is an
// [Answer]. Figures that are provisional or have gaps are counted, with
// findings: of a [Use], or of a [Stage]. How just a method is, is not for this
// package to say: each result names its method, its inputs and their sources, and
// none is a default.
package budget
