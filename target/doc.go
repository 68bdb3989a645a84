// Package target says whether a place is on track: it holds what a place
// emitted against what the place promised.
//
// A [Target] is made by [New] of a [Definition]: whose it is, its goal, base,
// due year and milestones, and the view and metric that it is measured in.
// [Target.Limit] is the level that it sets for a year, [Target.Pathway] where
// emissions should stand between such years, and [Target.Progress] how the
// figures of a [ghg.Yearly] compare.
//
// # Terms and formulas
//
// b is the base year and B the base, t the due year and T its level, y the year
// asked and E its emissions, v the value of the pathway. Amounts are CO2e in
// the target's metric.
//
//	level              T = B × (1 - cut)
//	linear pathway     v = a + (z - a) × (y - ya)/(yz - ya)   between two levels
//	reduction          1 - E/B
//	achieved           (B - E)/(B - T)
//	elapsed            (y - b)/(t - b)
//	pace               achieved/elapsed
//	gap                E - v                above 0: above the pathway
//	relative gap       (E - v)/v
//	achieved linear    (B - E)/(y - b)      and as a share of B
//	achieved compound  1 - (E/B)^(1/(y - b))
//	required linear    (E - T)/(t - y)      and as a share of B
//	required compound  1 - (T/E)^(1/(t - y))
//	acceleration       required linear/achieved linear
//
// A linear rate is a share of the base, the same amount every year; a compound
// rate is a share of the year before. A cut of 45 % in 12 years is 3.75 % a
// year linear and 4.86 % compound: thresholds are stated for one of them, and
// each name here says which it is.
//
// # Exactness
//
// Levels, gaps and differences are exact. Values of a pathway and amounts a
// year are rounded to [PathwayPlaces] decimal places of a tonne, ratios to
// [RatioPlaces] decimal places: multiplied before divided, rounded once, half
// away from zero. A pathway goes through its levels exactly. The unit that a
// mass came in changes no figure.
//
// All figures are signed, and none is cut off at 0 or 100 %. Where a formula
// divides by zero the result is undefined and says why; it is never 0.
//
// # Growth
//
// A cut below zero is a goal that allows growth, and one of 0% holds emissions
// at their base; both are read. There is no cut to have a share of, so Achieved
// and Pace are undefined, and the status follows from the level alone. A cut
// above 100 % is refused: no level lies below zero.
//
// # After the due year
//
// Elapsed goes on above 1, v stays at T, and the required rates are undefined.
// [Achieved] and [ExpiredMissed] speak of the year asked; a finding
// [FindingAfterDue] gives the due year's own figure, which alone decides a
// goal for a single year.
//
// # Status
//
// [Status] lists the conditions in the order in which they are tried. Only an
// actual and complete figure of the due year or later can be [Achieved] or
// [ExpiredMissed]: a provisional, estimated, nowcast or projected one, or one
// with gaps, may be below the level, but achieves nothing. Thresholds of the pace are a set of [Rules], which is
// data with an ID; the pace judged is the rounded one that the panel shows.
//
// # What is refused
//
// A definition is refused with all that does not stand in it, each a
// [*DefinitionError]: no name, place, view, metric, goal or cut; a year outside
// 1850 to 2300; a due year not after the base year; a milestone not between
// them, or two for one year; a base that is not above zero or names a gas; a
// cut above 100 %; two different views, a [*TwoViewsError].
//
// A series of another place, view, scheme edition or metric is a
// [*MismatchError], a year without a figure a [*NoFigureError], a year out of
// range a [*YearRangeError], and a year without a level a [*NoLimitError].
//
// # What is not an error
//
// Levels that move away from the goal, a base year that the series has another
// figure for, and a figure that is not final or has gaps are findings: the result stands,
// and says so. A metric or a view may be unknown ([ghg.Unstated],
// [ghg.DeclaredView]), and then meets only the same unknown.
package target
