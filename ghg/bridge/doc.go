// Package bridge says why a published figure changed: it leads from one vintage of
// a figure to another, line by line.
//
// A figure of one year may be published again with another value. A [Bridge]
// shows why, line by line: to - from = Σ lines, exactly. [Published]
// takes two published figures and the causes that documents state; what they
// leave is the line [CauseUnknown], which may be larger than the change and of
// the other sign. A cause may be stated without an amount; the amount is then
// within what is unknown, and is never guessed, not even where only one cause
// is open.
//
// Figures on two metrics, guideline editions or views stand side by side in a
// bridge alone, and only where a cause of that kind is listed. The difference
// between two metrics is CO2e on neither: a [Difference] of mixed metrics.
//
// [Inventories] compares records. With masses f and t, and factors g and
// h of the old and the new metric:
//
//	metric effect   (f + t)/2 × (h - g)
//	value           (t - f) × (g + h)/2
//
// Both are exact, add up to t × h - f × g, and are negated when the bridge is
// read backwards. What cannot be counted in both metrics is not split
// ([ChangeInseparable]). A [Chain] joins bridges; each begins where the one
// before ends.
//
// What is in one of the figures and not in the other, a category that one does not
// estimate or gases that one lacks, is in the change with its whole amount, and a finding
// ([Bridge.Findings], [FindingUnlike]) that says which and how much, so far as the parts of
// both figures are known. Its lines are [ChangeAdded] and [ChangeRemoved].
//
// # What is refused
//
// Figures of two places, and bridges of a chain that do not meet in place, view or
// metric ([*ghg.MismatchError]); a year that a series lacks ([*ghg.NoFigureError]);
// figures on two metrics, editions or views without a cause of that kind
// ([*UnbridgedError]: it says which kind to list). What else does not stand is a
// [ghg.Fault], all of them at once: one figure twice, inventories of two periods or
// schemes, a field of a cause, a chain without a bridge or with a zero one, a bridge that
// does not begin in the year, vintage and amount in which the one before ends. To ask
// the zero Bridge or Chain for what needs one is [ErrNoBridge].
package bridge
