// Package drivers says why a figure changed: which factors drove it, and in
// whose hands they are.
//
// # Terms and formulas
//
// An [Identity] says which factors multiply to an amount; a [Point] is an
// identity with its numbers in one year, for one or more categories. v is the
// product of a category and V the sum of the products, x the value of a factor;
// 0 marks the earlier year, T the later one.
//
//	logarithmic mean   L(a, b) = (a - b)/ln(a/b),  L(a, a) = a
//	additive effect    Z = L(vT, v0) × ln(xT/x0)      of a factor in a category
//	                   ΔV = Σ Z                       over all categories
//	multiplicative     D = exp(Σ Z/L(VT, V0))         of a factor
//	Kaya identity      C = P × G/P × E/G × C/E
//	held constant      C × x0/xT
//
// This is LMDI-I, the logarithmic mean Divisia index in its first form (Ang and
// Choi, 1997; Ang, 2005). It leaves no residual: the effects are the change.
// [Decompose] gives the additive effects, [Decomposition.Multiplicative] the
// indices, [Kaya] the identity of Kaya (1990), [Attribute] ours or the grid's.
//
// # Zeros
//
// A logarithm of zero does not exist, and no small number is put in its place.
// The eight cases of a zero in a category are those of Ang, Zhang and Choi
// (1998, Table 2): a category that begins counts vT for the factor that was
// zero, one that ends -v0 for the factor that became zero, and all other
// factors nothing. Where k factors are zero at once, each has the k-th part:
// the whole is counted once. A quotient of two quantities that are both zero
// has no value and no effect; a quotient of something over zero is refused.
//
// # Endpoint and chained
//
// A [Decomposition] compares two years, and what happened in between plays no
// part. A [Chained] one adds up the steps between several years, and follows
// it. Their changes are the same and their effects are not; they are types of
// their own, and every text says which it is.
//
// # Ours or the grid's
//
// A factor carries an [Attribution]: activity, own measures, or the grid. It is
// what the caller says of the factor; the method does not find it out. A
// [Split] adds up effects by attribution, step by step (chained). What cannot
// be split, as it has no activity data or no factors for a year, is
// [Unattributed] with its reason. An effect is an account of what moved, not a
// proof of its cause: a mild winter counts as own measures until the factors
// say otherwise.
//
// # Stated amounts
//
// An amount that a source states beside the factors must lie within the
// tolerance of the identity from their product, or it is refused: most often a
// factor is in another unit or of another year. What it changes
// beyond the product is unexplained, or in a split unattributed.
//
// # Weather
//
//	adjustment   d × part × (normal - actual)/actual
//	adjusted     total + adjustment
//
// d is the share of the part that follows the weather, actual and normal are
// degree days under one rule. The adjustment is rounded once, to 12 decimal places
// of a tonne. A year without degree days is an error, and so are degree days of
// 0. An adjusted amount is for trends: it is no [ghg.Yearly], and the series
// for trends has a view of its own and estimated figures, so that no target in
// the view of the totals takes it and none is achieved by it.
//
// # Exactness
//
// No call that computes takes a unit or a number of places. Numbers are decimals;
// quotients of quantities are kept as they are. Logarithms are computed to 12
// digits beyond those that are kept and those that cancel, so that amounts that
// hardly differ lose nothing.
//
// One thing is rounded: the effects of a category in a step, to [EffectPlaces]
// decimal places of the unit, so that they add up exactly to the change of the
// category ([exact.CloseTo]: largest remainder). All else is their exact sum: by
// factor, by category, by step, by use and in all, with the unexplained part where
// stated amounts differ from the products. A thousand categories over five hundred
// years are right to 12 decimal places still, in whatever unit, and there is no
// total that has to be closed to. Where the change of a category has more decimals
// than the effects, they have them too. Indices are rounded each to [IndexPlaces]
// and multiply to their total but for that; what emissions would have been with a
// factor held is rounded once, to 12.
//
// # Showing
//
// [Decomposition.Show], [Chained.Show] and [Split.Show] round to a unit and places
// by controlled rounding: a table of categories by factors, steps by factors, or
// uses by attributions, which adds up along its rows and its columns
// ([ShownEffects], [ghg.ShowTable]); [KayaEffects.Show] rounds a list. A text
// (String, Details) rounds each of its lines for itself, so that it adds up, to six
// digits of the larger total, and to no fewer decimals than the totals have.
//
// # What is refused
//
// A field that does not stand is a [ghg.Fault], and a constructor, [Decompose] and
// [Attribute] report all of them, but for what is more than is allowed, which is not
// looked through: numbers that are negative (keep removals out of an identity) or out of
// bounds; an amount stated beside factors that multiply to another
// ([ghg.FaultMismatch]); years outside 1850 to 2300, or given twice; two years with
// different categories or identities; more than 8 factors, 1000 categories, 500 years
// or 1000 uses. Beside CO2e on two metrics stands a [*ghg.MetricMismatchError]. A year
// that a series lacks is a [*ghg.NoFigureError]; a part of another place, edition or
// metric than its total a [*ghg.MismatchError]; a multiplicative decomposition from
// or to a total of zero is [ErrNoIndex].
//
// # What is not an error
//
// Factors without attribution, effects larger than the change, a category that
// is zero in both years, and years missing from a chain: its step spans them.
package drivers
