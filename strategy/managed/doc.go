// Package managed makes two portfolios of one: citywide, and managed.
//
// A local government answers for the emissions outside a trading scheme and for
// those that the council itself controls (관리권한 배출량). Package ghg/carveout gives
// that series beside the citywide one; this package does it for what a plan cuts,
// so that each target is held against the cuts that count for it.
//
// # Effects of actions
//
// [Split] needs an [EffectTag] for each effect, which says where it cuts: at a
// facility of a [carveout.Register], which then tells position and owner for each
// year, or at a [Position] that is stated: [InsideETS], [IndirectETS] or
// [OutsideETS]. In the managed portfolio, what does not count there is 0, with a
// note:
//
//	inside_ets     counts at council-owned sites only
//	indirect_ets   counts where it is the user's purchased energy (scope 2), not at
//	               the power station (scope 1), which is carved out
//	outside        counts always
//
// The two are measured in two views, so a target in one of them meets its own
// portfolio only; the other is a [*ghg.MismatchError].
//
// # What is refused
//
// An effect without a tag, a tag without an effect, and a tag that does not stand
// or that contradicts the category are faults, all at once ([ghg.Faults]). So is a
// view that is the citywide one.
//
// That council-owned sites stay managed, and the three positions, are this
// package's reading of the Korean management authority.
package managed
