// Package rollup takes inventories of many places into one, and one into many.
//
// # Downscaling
//
// A [Proxy] is what a whole is shared by: population, area, an activity, or shares that a
// document states ([By]). [Proxy.Split] shares an amount, and [Proxy.Downscale] a category
// of an inventory, record by record, to places that lie in it.
//
// W is the sum of the weights w, T the whole, and u the unit of the stated scale, such as
// 0.001 kt. Parts are whole numbers of u:
//
//	cut(i)  = |T| × w(i)/W, cut toward zero to whole units
//	left(i) = |T| × w(i)/W − cut(i)
//	part(i) = cut(i), and one unit more for the largest left(i), until the parts add up to |T|
//
// Of equal remainders the one that comes earlier in the list is served. A weight of 0 gets 0
// and never a unit that is left over. A total below zero is shared as its absolute value
// and negated, so that a sink is shared as an emission of its size is. The parts add up to
// the whole, to its last digit.
//
// Shares are taken as stated, and have to add up to 1; [ProxyDefinition.Normalise] takes
// them as weights. Between two years of a proxy, [Proxy.Between] interpolates the shares,
// linearly and exactly, by whole years. Weights that are known figures of the whole itself
// are held against it with [Proxy.Fits].
//
// What comes out is an estimate, and says so: records have the status [ghg.Estimated], or
// the less final one of the parent's record, and their [ghg.Evidence] names the proxy with
// its year and source, the place that was shared, and the weight. Activity data have the
// quality that the proxy states, and none where it states none. A notation key of the
// parent's is that of each part: what does not occur in the whole occurs in none, and what
// is not estimated stays so. A part of 0 beside a key is the key alone.
//
// Downscaling says what a place would have if it were like the whole. It is no evidence of
// what the place does: a cut by one of them is spread over all.
//
// # What is refused
//
// All that does not stand comes at once, as [ghg.Faults] with a code for each: no children
// ([FaultNoChildren]), a weight below zero ([FaultNegativeWeight]), weights that are all
// zero ([FaultNoPositiveWeight]), shares that do not add up to one ([FaultSharesNotOne]), a
// total finer than the scale ([FaultFinerThanScale]). A child without a weight is refused,
// never one of 0, and so are a place named twice, a place within itself, and
// weights of two dimensions. A zero Proxy is [ErrNoProxy].
//
// # What is not
//
// A proxy of another year than the figures is a finding ([FindingProxyYear]), and so are
// records of facilities, each of which stands in one place ([FindingFacilities]).
package rollup
