// Package managed splits a plan and its baseline in two: citywide, and managed.
//
// A local government answers for the emissions outside a trading scheme and for
// those that the council itself controls (관리권한 배출량). Package ghg/carveout gives
// that series beside the citywide one; this package does it for what a plan cuts, and
// for the forecast that it cuts from, so that each target is held against the cuts that
// count for it.
//
// # Rules
//
// A [Rule] says where what it meets stands: at a facility of a [carveout.Register], which
// then tells position and owner for each year, or at a [Position] that is stated. It meets
// effects by action, area, category, fuel, end use and scope, sources of a baseline by the
// last four of these, and, where it says so, the rest of a baseline. All that it states
// must agree.
//
// The first rule of a list that meets an effect or a source counts for it, so exceptions
// stand before what they are exceptions of. A rule that can never count, because one
// before it meets all that it meets, is a fault. [ReadRules] reads a list from a file.
//
//	inside_ets     counts at council-owned sites only; without a facility it is at
//	               sites of others
//	indirect_ets   counts where it is the user's purchased energy (scope 2), not at
//	               the power station (scope 1), which is carved out
//	outside        counts always
//
// Who owns a site is said once, in the register. A council's own site is named by its
// facility.
//
// # Parts
//
// Of an effect or a source, a part may stand at covered sites, and the rest outside: the
// share that a rule states (Share), or the part that covered sites of others had of its
// category and fuel in records of a year (ShareIn), as they trade in the year at hand:
//
//	part(y) = Σ emissions in the year of records, at sites that are covered in y and
//	          not council-owned / all emissions of the category and fuel in that year
//
// It is known to a register that is made of records ([carveout.RegisterOf]).
//
// # What is split
//
// [Split] makes the managed portfolio. An amount is what of it is managed, 0 where nothing
// is, with a note; a share of a source stays that share, of what the source emits in the
// managed baseline, or is 0 where nothing of it is managed. [SplitBaseline] makes that
// baseline of the same register and rules: sources stay, with what of them is managed, and
// activity × factor stays so. The managed portfolio is evaluated on the managed baseline
// as any other. Of every effect and source, in every year,
//
//	citywide = managed + not managed
//
// exactly. What stands at a part that is stated is exact; a part of records is held to
// 12 decimal places of a tonne (of an activity, of its unit), of an effect rounded up and
// of a source down, so that rounding lets no effect cut more than is there. An effect that cuts more of a source than is managed of
// it, as its own rule said something else than that of the source, is a
// [*strategy.BelowZeroError] when it is evaluated.
//
// The two portfolios are measured in two views, so a target in one of them meets its own
// portfolio only; the other is a [*ghg.MismatchError].
//
// # What is refused, and what is found
//
// An effect or a source that no rule meets, a rule that does not stand or not for what it
// meets, and a view that is the citywide one are faults, all at once ([ghg.Faults]). A part
// of records that are not there is a [*ghg.NoFigureError]. A rule that counts for nothing
// is a finding: a warning where it names an action or an area, else a note, as one list
// splits a plan and its baseline.
//
// That council-owned sites stay managed, and the three positions, are this
// package's reading of the Korean management authority.
package managed
