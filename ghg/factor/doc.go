// Package factor is factors that know when: emission factors, calorific values and
// carbon contents as they were published, each with the years that it is of, the day
// from which it counts, its warming potentials, by what it stands, and its source.
//
// # Sets
//
// A value belongs to a named [Set]: what a national body publishes, what a scheme
// prescribes. Several sets hold at once, and none is the usual one: a question without
// its set is refused ([ErrNoSet]). The Korean sets are in package ghg/gir; [NewSet] makes
// one of any country or supplier.
//
// # Questions
//
//	Set.OfYear(2023)        the factor of a year: made of that year alone
//	Set.InForceOn(day)      the factor in force on a day: the newest that was published on
//	                        or before it
//	Set.During(period)      what was in force in a period, split at each day of change
//	Set.Prescribed()        what a scheme prescribes, whatever the day
//
// They have different answers, and neither stands in for the other: the Korean grid factor
// in force at the end of 2024 is one of 2022, and of 2024 there is none. A mean of several
// years is of none of them. Where nothing answers, the error says what there is, and no
// value of another year or day is taken: [*ghg.NoFigureError] for a year, [*NotInForceError]
// for a day.
//
// A notice may hold two kinds ([Kind]): a mean of three years beside a single year. Then the
// question has two answers, so it has none: an [*AmbiguousError] names them, and [Set.Only]
// says which kind is meant. Of a kind that is named, the newest counts, even where a later
// notice has only the other.
//
// # Days
//
// [Published.On] is the first day and [Published.Until] the last; both are included, as the
// law has it for calorific values. A value without a last day holds until the next one
// is published; one whose last day is over does not hold, and neither does the one before
// it. What has no day known is never in force.
//
// # By name
//
// A [Reference] value (worked out for reference, not approved) and one of confidence below
// [Medium] answer no question unless [Set.Also] names them; each then brings a finding
// ([Published.Findings]). Errors name those that would have answered.
//
// # Warming potentials
//
// An [Emission] factor is what one unit of activity emits: a total as printed, to its last
// digit, on a metric; masses of gases; or both.
//
//	Emission.For(q)       amount × printed total, on the metric of the total
//	Emission.CO2e(m)      the printed total where it is on m, else Σ mass × GWP(m)
//	Emission.Weighed(m)   Σ mass × GWP(m), exactly: not rounded as a printed total is
//
// A total without its gases stays on its metric: asked on another it is a [*NoGasesError]. A
// printed mean is kept and never computed. A factor on other warming potentials is often of
// another edition of the guidelines too; [Differences] says so.
//
// # Series
//
// [ByYear] asks a set for each of several years by a [Rule] and gives a [Series], for years
// that the set does not have with the user's own factors, each with its source. Its
// findings say where metric, edition or kind change, which values were named, and which are
// the user's own. Amounts follow by year, on the metric of each ([Series.For]). What takes a
// [ghg.Factors], on one metric, is given one only when it is told how:
//
//	Series.On(m)               printed totals on m, and gases weighed on m for the others
//	Series.Assume(m, reason)   printed totals taken as they stand, each a Serious finding
//	Series.ByGas()             masses of gases
//
// In such a series a value that was not approved has status estimated, and the edition names
// the set and the rule.
//
// # Carbon
//
// A [Carbon] content becomes CO2 by a [CarbonRatio] that is named: 44/12 and 3.664 are parts
// of methods.
//
// # Rounding
//
// Nothing is rounded but CO2 made of carbon, to 12 decimal places of a tonne, and what
// [ghg.Factors.For] says of itself.
//
// # Errors
//
// Refused are a set without a name or values, a value without name, source, standing or
// confidence, a single year that is not one year, a last day before the first, and emission
// factors of two units of activity in one set; all at once, as [ghg.Faults]. Not errors: two
// values of one day (a question tells), a kind that the set does not have (every question is
// refused), an own factor in place of one that the set has (a finding).
package factor
