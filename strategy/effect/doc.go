// Package effect says along which ramp what an action does comes about, and sums what it
// cuts over years.
//
// # Terms
//
// The full effect is the reduction a year once all of an action works. A [Ramp] says
// which share of it stands in a year. [Along] makes the quantities of a
// [strategy.Quantification] of a full quantity and a ramp; how long what is installed
// works, what one of it saves and what of that is additional are said there. A phase-in
// ([NewPhaseIn]) is a quantification of which only the tonnes are known.
//
// A reduction stands in a year ([strategy.Reductions]) or is summed over years
// ([CumulativeReduction]). The two are of different types and never added.
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
//	standing(y)    full × share(y)
//	new(y)         full × share(y) - full × share(y - 1), and all of share(first) in the first year
//	cumulative     Σ over the years, first and last included
//
// # Kinds
//
// A phase-in is potential or expected. Quantities along a ramp may be of any kind but
// what is verified, which is counted: [strategy.NewQuantification] asks who did.
//
// # Rounding
//
// Shares are exact fractions within, and rounded to 12 decimal places only where they
// are shown. A quantity along a ramp is full × fraction, never full × a rounded share,
// rounded once, half away from zero, to 24 decimal places. Logarithms and exponentials of
// the logistic are carried to 60 places.
//
// # What is an error
//
// A field that does not stand is a [ghg.Fault], all of a definition at once: ramps that do
// not rise in time, shares outside 0 to 1, quantities below zero, kinds that are not
// allowed, years outside 1850 to 2300; where it is a value of a year, the fault says
// which. A single year outside that somebody asks for is a [*ghg.YearError]; a year
// without a share or an amount is a [*ghg.NoFigureError] and never carried over from
// another year.
//
// # Sources
//
// The closed form of the logistic follows from its definition.
package effect
