// Package topdown holds what a plan counts from below against what the
// inventory shows from above.
//
// # Terms and signs
//
// The inventory of a year is compared with that of a base year. A [Driver] is
// something beside the plan that moved emissions between the two: population
// and economic output (package ghg/drivers), weather, the national grid. Above
// 0 it raised emissions, below 0 it lowered them. Cuts are above 0 where less is
// emitted.
//
//	change    = inventory(year) − inventory(base year)
//	top-down  = Σ drivers − change         the fall that the drivers do not explain
//	bottom-up = cuts(year) − cuts(base year)
//	residual  = top-down − bottom-up
//	explained = bottom-up / top-down
//
// so that change = Σ drivers − bottom-up − residual, exactly. A residual above
// 0 is a fall that nobody counts; below 0, more is counted than is seen.
//
// Of the factors of the Kaya identity, population and GDP per head are drivers.
// Energy per GDP and emissions per energy are what the cuts work through: to
// take them as drivers would explain the cuts away. [OfKaya] takes the two from a
// decomposition, [OfSplit] the grid factor and activity from a split, ours or the grid's;
// no number is typed again, and a decomposition of other years is refused. The effects are
// rounded decimals that add up to the change; with them all here is an exact sum. Texts
// round each amount to the kilogram for itself.
//
// # What is counted
//
// Cuts are of one kind: implemented, verified or claimed. What is potential or
// expected has not happened, and is refused. Cuts that stand in the base year
// already are in both inventories: [BaseCuts] says whether they are taken off
// or whether there are none. Actions that are not quantified are unknown; a year
// without any amount is a [*ghg.NoFigureError].
//
// # What is refused
//
// What does not stand in a definition is a [ghg.Fault], all at once. Beside the faults
// stand a [*ghg.MismatchError], where inventory and portfolio are of two bases, and a
// [*ghg.MetricMismatchError] of a driver. Of decompositions refused are those of other
// years, own measures, what is unattributed, a part twice, and activity beside the Kaya
// factors.
//
// # What it does not say
//
// A residual is no proof. Activity data, factors and boundaries err by more than
// most plans cut, and what is explained on paper may have come from elsewhere.
// A ratio is given only where the drivers leave a fall to explain; it is never
// clipped.
//
// The comparison follows the ex-post assessment of the GHG Protocol Policy and
// Action Standard (WRI 2014), which names top-down and bottom-up data. The
// names of the parts are this package's.
package topdown
