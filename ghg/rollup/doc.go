// Package rollup makes inventories of many places into one, and one into many: a province
// from its cities, a coalition from its members, a merged government from what it came of;
// and a province's figure shared to its cities.
//
// # Who is in a sum
//
// A [Group] is a name, a day and the governments that should be in the sum: members of a
// coalition ([OfCoalition]), the places that a later government came of ([Predecessors]), or
// any list. The day says what stands below what. A member that reports nothing itself is
// the sum of all that stands right below it: to add up a province from its cities, the
// province is the one member. Parts that are no governments, such as 제주시 and 서귀포시,
// are added into theirs in the same way, and are never members.
//
// No place counts twice. Where a place and others below it have figures, at any level, it
// is said which count ([Nesting]): its own figure, the sum of its parts, or its own figure
// with the difference to that sum. Without that a [*NestedError] names them and what all of
// them would come to. Where one of the two sides alone has figures, that side counts.
//
//	Counted   has a figure that is in the sum
//	ByParts   counts by its parts
//	Covered   is in the figure of another place, and adds nothing
//	Missing   should be in the sum and has no figure, which is not 0
//
// # What is added
//
// Whether figures may be added is a property of their view, with its reason
// ([ghg.View.Addable]): territorial figures and those of the managed authority may, BASIC
// and BASIC+ may not ([*NotAddableError]). A published figure of unknown selection may
// where somebody says why ([ghg.View.WithAdding]). Views that count waste where it is
// generated do not meet views that count it where it is treated ([*WasteConventionError],
// with what the sum would be). One place alone is no sum, and any view will do.
//
// [Group.Inventory] makes an inventory of inventories, and [Group.Yearly] a series of
// series: both are ordinary values of package ghg, and a [Sum] says what is in each. An
// inventory keeps every record that counts, with a tag of its place; what the view does not
// count is not in it. Sums are exact, and no order or grouping of places changes them.
//
// Refused, unless it is said what to do:
//
//	another metric, edition or view   *ghg.MismatchError; lines of an inventory: *ghg.WithheldError
//	another variant of road or grid   *ghg.VariantError: choose with ghg.View.WithVariant
//	another year                      *ghg.NoFigureError: [Alignment], finding year-aligned
//	other days of the year            ghg.Fault, field period: [Alignment]
//	another vintage, or several       *VintageError: [VintageOf], finding vintage-aligned
//	overlapping territory             *OverlapError: restate one of the two
//	a year with two territories       ghg.Fault, code territory-not-stated: [SeriesOf].Territory
//	a part of a place                 *PortionError: [Portion], finding estimated-share
//	a figure of a place outside       ghg.Fault, code not-a-member
//
// Variants of series are part of their views, and do not meet as views.
//
// # Territory
//
// A figure is of the territory that its place had in its year, or of the day that is stated
// with it. Two figures overlap where a government below the one on its day, or what came of
// it or of a part of it, is below the other on its own: Daegu restated to its boundary of
// 2023-07-01 beside North Gyeongsang in that of 2022 holds Gunwi twice. What is only known
// to some other table than the gazetteer's is not seen.
//
// The base year of a government that came later is that of its [Predecessors]. Of a place
// that was divided, a share that somebody states counts, and is marked as estimated; none
// is guessed.
//
// # How complete a sum is
//
// A place without a figure is a finding, and so is each category that a place leaves open:
// NE and C make the sum lower, NO does not, IE has to be found in a number of the category
// that it names. [Sum.Coverage] adds up what all places report of what is required: gaps of
// one are not hidden by numbers of another. The total of the consolidated inventory has the
// coverage of the group as one place.
//
// How much of the group is in the sum is three figures: by count ([Sum.Count]), and by
// population and by area ([Sum.Extent] of a [Statistic]). A statistic states which population
// it is, of which day and from where; one of another year than the sum is a finding.
//
//	share missing = Σ number of what is missing / number of the whole     to 20 decimal places
//	per head      = Σ CO2e counted / Σ number of what is counted          tonnes, to 12 decimal places
//
// The whole is the number that is stated for a member, or else the sum of its parts'.
//
// # Figures against their parts
//
// [Sum.Against] holds a figure that is stated for the whole against the sum, and
// [CheckRow] the row of a table against its parts, before rows are added. Each figure
// stands for half a unit of its last digit, the total included:
//
//	rounding = ½ unit of the whole + Σ ½ unit of each part
//
// A difference within it is a note, one beyond it Serious. Where the figure of one place is
// the whole difference, a finding names it. A gap is never filled with a difference: others
// may hide in it.
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
// All that does not stand in downscaling comes at once, as [ghg.Faults] with a code for each: no children
// ([FaultNoChildren]), a weight below zero ([FaultNegativeWeight]), weights that are all
// zero ([FaultNoPositiveWeight]), shares that do not add up to one ([FaultSharesNotOne]), a
// total finer than the scale ([FaultFinerThanScale]). A child without a weight is refused,
// never one of 0, and so are a place named twice, a place within itself, and
// weights of two dimensions. A zero Proxy is [ErrNoProxy].
//
// A proxy of another year than the figures is a finding ([FindingProxyYear]), and so are
// records of facilities, each of which stands in one place ([FindingFacilities]).
//
// # Errors
//
// Faults of a definition come all at once, and of very many places the first are named. A
// year in which nothing is reported is [ghg.ErrNothingReported], and no sum of 0.
package rollup
